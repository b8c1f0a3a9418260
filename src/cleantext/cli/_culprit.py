"""Which key of a file of settings it is that no cleaner can be made of."""

from typing import TYPE_CHECKING, Any

from cleantext.errors import CleantextError, SettingsError, UnknownRuleError

if TYPE_CHECKING:
    from cleantext.cli._options import FromFile

_KEYS = {"profile": "profile", "with_": "with", "without": "without", "script": "script", "settings": "settings"}
_PLAIN: dict[str, Any] = {"profile": "page", "with_": (), "without": (), "script": None, "settings": None}


def blamed(error: Exception, options: dict[str, Any], said: "FromFile") -> Exception:
    """Return an error that names the file, the key, and the rule it is of; the error itself where no file is to blame.

    Args:
        error: what came of making a cleaner.
        options: what it was to be made by.
        said: which of them come from the file.
    """
    from cleantext._pages import printable

    keys = [key for key in _KEYS if key in said.names]
    tried = {**options, **{key: _PLAIN[key] for key in keys}}
    if _error_of(tried) is not None:
        return error
    for key in keys:  # the first without which all is well
        tried[key] = options[key]
        found = _error_of(tried)
        if found is not None:
            what = _of_rule(tried) if key == "settings" else f"{_KEYS[key]}: {found}"
            return SettingsError(f"{printable(said.path)}: {what}")
    return error


def _of_rule(options: dict[str, Any]) -> str:
    """Return what is wrong with the settings of a rule."""
    from cleantext._pages import printable

    for rule, given in options["settings"].items():
        found = _error_of({**options, "settings": {rule: given}})
        if found is None:
            continue
        where, said = f"settings.{rule}", str(found)
        for name, value in given.items():
            alone = _error_of({**options, "settings": {rule: {name: value}}})
            if str(alone) != said:
                continue
            if name not in said and not isinstance(found, UnknownRuleError):
                where += f".{name}"
            break
        return f"{printable(where)}: {said}"
    return f"settings: {_error_of(options)}"


def _error_of(options: dict[str, Any]) -> Exception | None:
    """Return what comes of making a cleaner, `None` where it can be made."""
    from cleantext._cleaner import Cleaner

    try:
        Cleaner(**options)
    except CleantextError as error:
        return error
    return None
