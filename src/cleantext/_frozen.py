"""Frozen values with slots, as `@dataclass(frozen=True, slots=True)` makes them, sooner where they hold nothing.

A dataclass writes the source of its methods and compiles it, which takes most of a millisecond a class. Most rules have
no settings, and all of them are made before the first text is cleaned.
"""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import get_annotations
from typing import Any, ClassVar, TypeVar, dataclass_transform, get_origin

__all__ = ["frozen"]

_Class = TypeVar("_Class", bound=type)


@dataclass(frozen=True, slots=True)
class _Nothing:
    """What a frozen dataclass without fields is."""


_METHODS = ("__dataclass_fields__", "__dataclass_params__", "__match_args__", "__eq__", "__hash__", "__slots__")
_SHARED: dict[str, Any] = {name: getattr(_Nothing, name) for name in _METHODS}
_make: Callable[[Any], Any] = dataclass(frozen=True, slots=True)


def _repr(self: object) -> str:
    return f"{type(self).__qualname__}()"


@dataclass_transform(frozen_default=True)
def frozen(cls: _Class) -> _Class:
    """Return a class as a frozen dataclass with slots.

    >>> @frozen
    ... class Point:
    ...     x: int = 0
    >>> Point(1), Point(1) == Point(1) != Point()
    (Point(x=1), True)
    """
    annotations = get_annotations(cls)
    if cls.__bases__ != (object,) or not all(map(_is_of_class, annotations.values())):
        made: _Class = _make(cls)
        return made
    body = {name: value for name, value in vars(cls).items() if name not in ("__dict__", "__weakref__")}
    return type(cls)(cls.__name__, cls.__bases__, {"__repr__": _repr, **_SHARED, **body})


def _is_of_class(annotation: Any) -> bool:
    if isinstance(annotation, str):
        return annotation.rpartition(".")[2].startswith("ClassVar")
    return annotation is ClassVar or get_origin(annotation) is ClassVar
