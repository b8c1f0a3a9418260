"""The digest of all that decides what comes out: rules, settings and versions."""

import hashlib
from collections.abc import Iterable
from functools import cache
from types import CodeType

from cleantext._data.classes import UNICODE_VERSION
from cleantext._rule import FunctionRule, Rule
from cleantext._version import __version__


def fingerprint(rules: Iterable[Rule], others: Iterable[str] = ()) -> str:
    """Return the digest of these rules, in their order, of `others` and of the versions that decide something."""
    parts = [__version__, UNICODE_VERSION, *_versions(), *(_identity(rule) for rule in rules), *others]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


@cache
def _versions() -> tuple[str, ...]:
    """Return the versions of the packages that decide something."""
    from importlib.metadata import version

    return tuple(f"{name} {version(name)}" for name in ("ftfy", "opencc", "rapidfuzz", "regex"))


def _identity(rule: Rule) -> str:
    if isinstance(rule, FunctionRule):
        name = f"{rule.function.__module__}.{rule.function.__qualname__}"
        return f"{rule!r} {name} {_code_digest(getattr(rule.function, '__code__', None))}"
    return f"{type(rule).__module__} {rule.name} {rule!r}"


def _code_digest(code: CodeType | None) -> str:
    """Return a digest of what a function does, the same in every process."""
    if code is None:
        return ""
    parts = [_code_digest(c) if isinstance(c, CodeType) else _stable_repr(c) for c in code.co_consts]
    body = code.co_code + repr((parts, code.co_names)).encode("utf-8", "backslashreplace")
    return hashlib.sha256(body).hexdigest()


def _stable_repr(constant: object) -> str:
    """Return what `repr` gives, with sets in the same order in every process."""
    return repr(sorted(map(repr, constant))) if isinstance(constant, frozenset) else repr(constant)
