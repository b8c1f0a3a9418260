"""The cheap bound on likeness decides as rapidfuzz does; values that hold nothing are values."""

import copy
import inspect
import pickle
import pydoc
import subprocess
import sys
from dataclasses import FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, replace
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from cleantext import _similarity
from cleantext._frozen import frozen
from cleantext._similarity import is_alike
from cleantext.rules import all_rules

_TEXTS = st.text("文化聊城ab1", max_size=12)


@given(_TEXTS, _TEXTS, st.sampled_from((0.0, 0.5, 0.8, 0.9, 1.0)))
def test_the_bound_decides_as_the_measure_does(first: str, second: str, share: float) -> None:
    expected = Indel.similarity(first, second) >= share * (len(first) + len(second))
    _similarity._loaded.clear()
    assert is_alike(first, second, share) == expected
    assert is_alike("文", "文", 1.0)  # from now on the package is asked at once
    assert _similarity._loaded
    assert is_alike(first, second, share) == expected


def test_what_is_clearly_different_loads_no_package() -> None:
    code = (
        "import sys; from cleantext._similarity import is_alike; is_alike('文化' * 9, '聊城' * 9, 0.9); "
        "print('rapidfuzz' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    assert said == "False\n"


@frozen
class _Empty:
    """A value that holds nothing."""

    name: ClassVar = "empty"
    spelt: "ClassVar[int]" = 1


@frozen
class _Other:
    """Another."""


@frozen
class _Full:
    """A value with a field."""

    name: ClassVar = "full"
    share: float = 0.5


@dataclass(frozen=True, slots=True)
class _Plain:
    """What `_Empty` is to be like."""

    name: ClassVar = "empty"


def test_a_value_that_holds_nothing_is_what_a_dataclass_would_be() -> None:
    one: Any = _Empty()
    assert one == _Empty() != _Other()
    assert hash(one) == hash(_Empty()) == hash(_Plain())
    assert repr(one) == "_Empty()"
    assert is_dataclass(one)
    assert fields(one) == fields(_Plain) == ()
    assert replace(one) == copy.copy(one) == copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == one
    assert _Empty.__slots__ == ()
    assert (_Empty.__doc__, _Empty.__module__, _Empty.name) == ("A value that holds nothing.", __name__, "empty")
    for name in ("name", "other"):
        with pytest.raises(AttributeError):
            setattr(one, name, 1)
    with pytest.raises(TypeError):
        _Empty(1)  # type: ignore[call-arg]


@frozen
class _Span:
    """A value that looks at its fields."""

    start: int
    end: int = 9
    words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError("it ends before it starts")


@dataclass(frozen=True, slots=True)
class _PlainSpan:
    """What `_Span` is to be like."""

    start: int
    end: int = 9
    words: tuple[str, ...] = ()


def test_a_value_with_fields_is_what_a_dataclass_would_be() -> None:
    one, plain = _Span(1, words=("文",)), _PlainSpan(1, words=("文",))
    assert repr(one) == repr(plain).replace("_PlainSpan", "_Span") == "_Span(start=1, end=9, words=('文',))"
    assert hash(one) == hash(plain)
    assert one == _Span(1, 9, ("文",)) != _Span(1)
    assert one != plain
    assert inspect.signature(_Span) == inspect.signature(_PlainSpan)
    assert [(f.name, f.type, f.default) for f in fields(one)] == [(f.name, f.type, f.default) for f in fields(plain)]
    assert (asdict(one), astuple(one)) == (asdict(plain), astuple(plain))
    assert _Span.__slots__ == _Span.__match_args__ == _PlainSpan.__match_args__  # type: ignore[attr-defined]
    assert replace(one, end=5) == _Span(1, 5, ("文",))
    for other in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert other == one
        assert type(other) is _Span


def test_a_value_with_fields_cannot_be_changed() -> None:
    one: Any = _Span(1)
    for change in (lambda: setattr(one, "start", 2), lambda: setattr(one, "other", 2), lambda: delattr(one, "start")):
        with pytest.raises(FrozenInstanceError):
            change()
    assert one.start == 1


def test_a_value_with_fields_is_checked_when_it_is_made() -> None:
    with pytest.raises(ValueError, match="ends before"):
        _Span(1, 0)
    with pytest.raises(ValueError, match="ends before"):
        replace(_Span(1), end=0)
    for wrong in ((), (1, 2, (), 4)):
        with pytest.raises(TypeError):
            _Span(*wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        _Span(1, other=2)  # type: ignore[call-arg]


class _Below(_Span):
    """A class of a user's below one of ours, with an `__init__` of its own."""

    def __init__(self, words: list[str]) -> None:
        super().__init__(1, words=tuple(words))


def test_a_class_below_one_is_copied_whatever_it_takes() -> None:
    one = _Below(["文"])
    for other in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert other == one != _Span(1, words=("文",))
        assert type(other) is _Below
    assert repr(one) == "_Below(start=1, end=9, words=('文',))"
    assert str(inspect.signature(_Below)) == "(words: list[str]) -> None"


def test_help_shows_the_parameters() -> None:
    assert pydoc.render_doc(_Span).count("_Span(start: int, end: int = 9, words: tuple[str, ...] = ())") == 1


def test_a_class_that_asks_for_more_is_made_by_dataclass() -> None:
    @frozen
    class Odd:
        """One field is not shown."""

        words: tuple[str, ...] = field(default=(), repr=False)

    assert repr(Odd(("文",))).endswith("Odd()")
    assert Odd(("文",)) != Odd()

    @frozen
    class Given:
        """One value is only looked at."""

        start: int
        by: InitVar[int] = 0

        def __post_init__(self, by: int) -> None:
            object.__setattr__(self, "start", self.start + by)

    assert repr(Given(1, 2)).endswith("Given(start=3)")

    @frozen
    class Alike:
        """It says itself what is the same."""

        start: int

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Alike)

    assert Alike(1) == Alike(2)
    assert hash(Alike(1)) == hash((1,))
    with pytest.raises(TypeError, match="non-default"):

        @frozen
        class _Wrong:
            """What has a default comes last."""

            start: int = 0
            end: int


def test_a_value_with_a_field_is_a_dataclass() -> None:
    assert _Full(0.1) == replace(_Full(), share=0.1) != _Full()
    assert [field.name for field in fields(_Full)] == ["share"]


def test_a_frozen_class_below_another_is_a_dataclass() -> None:
    @frozen
    class Below(_Full):
        """It has the field of the one above."""

    assert Below(0.1) == Below(0.1) != Below()


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_every_rule_is_a_value(rule: Any) -> None:
    assert is_dataclass(rule)
    assert pickle.loads(pickle.dumps(rule)) == replace(rule) == rule
    with pytest.raises((AttributeError, TypeError)):  # which of them, depends on the version of Python
        rule.name = "other"
