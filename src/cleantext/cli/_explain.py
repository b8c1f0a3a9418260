"""`cleantext explain`: what was changed where, rule by rule."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import click

from cleantext.cli._inputs import decided, is_done, read_input
from cleantext.cli._options import cleaner_options, complete_rule, encoding_option, make_cleaner
from cleantext.cli._terminal import FAILED, hand_out, show, title

if TYPE_CHECKING:
    from cleantext._trace import Trace


def _text(name: str, trace: "Trace", rule: str | None) -> str:
    from cleantext._explain import explain, to_text

    return to_text(explain(trace, rule), title(name))


def _json(name: str, trace: "Trace", rule: str | None) -> str:
    from cleantext._explain import explain, to_dict
    from cleantext._json import to_json

    return to_json({"file": title(name), **to_dict(explain(trace, rule))}, indent=2) + "\n"


_FORMATS: Mapping[str, Callable[[str, "Trace", str | None], str]] = {"text": _text, "json": _json}
# by name; each makes of a file's name, its trace and the name of one rule (or None) what is printed

FORMATS = (*_FORMATS, "html")
"""The names of the formats; `html` is the page report."""


@click.command("explain")
@click.argument("file", type=click.Path(readable=False))
@click.option("--rule", metavar="RULE", shell_complete=complete_rule, help="Only what this rule did.")
@click.option(
    "--format",
    "format_",
    default="text",
    metavar="NAME",
    show_default=True,
    help=f"What comes out: {', '.join(FORMATS[:-1])} or {FORMATS[-1]}.",
)
@cleaner_options
@encoding_option
def explain_command(file: str, rule: str | None, format_: str, encoding: str | None, **options: object) -> int:
    """Say what would be changed in a file (or -, standard input) and where, rule by rule, the doubts first.

    Lines and columns are those of the file, from 1.
    """
    from cleantext._encodings import find_encoding
    from cleantext._formats import UnknownFormatError
    from cleantext.errors import UnknownRuleError
    from cleantext.rules import all_rules

    if format_ not in FORMATS:
        raise UnknownFormatError(format_, FORMATS)
    if encoding is not None:
        find_encoding(encoding)
    if format_ == "html" and rule is not None:
        raise click.UsageError("--rule goes with text and json; in the page report the legend shows and hides rules")
    cleaner = make_cleaner(**options)
    known = {found.name for found in (*all_rules(), *cleaner.rules)} | {"line-end"}
    if rule is not None and rule not in known:
        raise UnknownRuleError(rule, sorted(known))

    def work() -> None:
        source = read_input(file, encoding)
        chosen, text = decided(cleaner, source), source.decoded.text
        if format_ == "html":
            from cleantext._report import html_report

            hand_out(html_report(text, chosen, title=title(file)))
        else:
            put = show if format_ == "text" else hand_out
            put(_FORMATS[format_](file, chosen.trace(text), rule))

    return 0 if is_done(file, work) else FAILED
