"""Frozen values with slots, as `@dataclass(frozen=True, slots=True)` makes them, in a fraction of the time.

A dataclass writes the source of six methods and compiles each by itself, which takes about a millisecond a class: a
twentieth of what `cleantext clean` takes for a page. Here all classes share their methods.
"""

from collections.abc import Callable
from copy import copy
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, fields
from inspect import Parameter, Signature, get_annotations
from typing import Any, ClassVar, NoReturn, TypeVar, dataclass_transform, get_origin

__all__ = ["frozen"]

_Class = TypeVar("_Class", bound=type)


@dataclass(frozen=True, slots=True)
class _Sample:
    """What a frozen dataclass with a field is."""

    value: Any = None


_make: Callable[[Any], Any] = dataclass(frozen=True, slots=True)
_FIELD: Field[Any] = fields(_Sample)[0]
_ODD_ANNOTATIONS = ("InitVar", "KW_ONLY")


def _values(self: Any) -> tuple[Any, ...]:
    return tuple([getattr(self, name) for name in self.__dataclass_fields__])


def _repr(self: Any) -> str:
    shown = [f"{name}={getattr(self, name)!r}" for name in self.__dataclass_fields__]
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _eq(self: object, other: object) -> bool:
    return _values(self) == _values(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(self: object) -> int:
    return hash(_values(self))


def _set(_self: object, name: str, _: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(_self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _get_state(self: object) -> list[Any]:
    return list(_values(self))


def _set_state(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__dataclass_fields__, state, strict=True):
        object.__setattr__(self, name, value)


_SHARED: dict[str, Any] = {
    **{name: getattr(_Sample, name) for name in ("__dataclass_params__", "__replace__") if hasattr(_Sample, name)},
    "__repr__": _repr,
    "__eq__": _eq,
    "__hash__": _hash,
    "__setattr__": _set,
    "__delattr__": _delete,
    "__getstate__": _get_state,
    "__setstate__": _set_state,
}


@dataclass_transform(frozen_default=True)
def frozen(cls: _Class) -> _Class:
    """Return a class as a frozen dataclass with slots.

    >>> @frozen
    ... class Point:
    ...     x: int = 0
    >>> Point(1), Point(1) == Point(1) != Point()
    (Point(x=1), True)
    """
    own = vars(cls)
    names = [name for name, annotation in get_annotations(cls).items() if not _is_of_class(annotation)]
    if cls.__bases__ != (object,) or not _is_plain(cls, names):
        made: _Class = _make(cls)
        return made
    body = {name: value for name, value in own.items() if name not in ("__dict__", "__weakref__", *names)}
    body["__slots__"] = body["__match_args__"] = tuple(names)
    body["__dataclass_fields__"] = given = {name: _field(cls, name) for name in names}
    body["__init__"] = init = _init(given, own.get("__post_init__"))
    body["__signature__"] = _Signature(given, init)
    made = type(cls)(cls.__name__, cls.__bases__, {**_SHARED, **body})
    made.__qualname__ = cls.__qualname__
    return made


def _is_plain(cls: type, names: list[str]) -> bool:
    """Tell whether a class asks for nothing that only a dataclass knows how to give, or to refuse."""
    own = vars(cls)
    defaults = [own[name] for name in names if name in own]
    return (
        not any(odd in str(cls.__annotations__[name]) for name in names for odd in _ODD_ANNOTATIONS)
        and not any(isinstance(default, Field) or default.__hash__ is None for default in defaults)
        and not any(name in own for name in ("__init__", "__slots__", "__eq__", "__setattr__", "__delattr__"))
        and [name for name in names if name in own] == names[len(names) - len(defaults) :]
    )


def _is_of_class(annotation: Any) -> bool:
    if isinstance(annotation, str):
        return annotation.partition("[")[0].rpartition(".")[2] == "ClassVar"
    return annotation is ClassVar or get_origin(annotation) is ClassVar


def _field(cls: type, name: str) -> Any:
    field: Any = copy(_FIELD)
    field.name, field.type, field.default = name, cls.__annotations__[name], vars(cls).get(name, MISSING)
    return field


def _init(fields: dict[str, Any], check: Callable[[Any], None] | None) -> Any:
    known, put = fields.keys(), object.__setattr__
    defaults = {name: field.default for name, field in fields.items() if field.default is not MISSING}

    def init(self: object, /, *args: Any, **given: Any) -> None:
        taken = dict(zip(known, args, strict=False))
        values = {**defaults, **taken, **given}
        if len(args) > len(known) or values.keys() != known or not given.keys().isdisjoint(taken):
            _signature(fields).bind(*args, **given)  # raises what a function would
        for name in known:
            put(self, name, values[name])
        if check is not None:
            check(self)

    init.__name__ = init.__qualname__ = "__init__"
    return init


def _signature(fields: dict[str, Any]) -> Signature:
    kind, none = Parameter.POSITIONAL_OR_KEYWORD, Parameter.empty
    parameters = [
        Parameter(name, kind, default=none if field.default is MISSING else field.default, annotation=field.type)
        for name, field in fields.items()
    ]
    return Signature(parameters, return_annotation=None)


class _Signature:
    """The parameters of a class, worked out when somebody asks: `help`, an editor."""

    def __init__(self, fields: dict[str, Any], init: Any) -> None:
        self._fields, self._init = fields, init

    def __get__(self, _: object, cls: Any) -> Signature:
        if cls.__init__ is not self._init:  # a class below has parameters of its own
            raise AttributeError("__signature__")
        return _signature(self._fields)
