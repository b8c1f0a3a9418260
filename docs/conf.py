"""How Sphinx builds the site of these pages and of those that `tools/make_docs.py` makes; `make docs` calls both."""

import re
from pathlib import Path
from typing import Any

project = "cleantext"
author = "The cleantext developers"
project_copyright = author  # no year: the pages are the same on every day
version = release = re.findall(
    r'"(.+)"', (Path(__file__).parent.parent / "src" / "cleantext" / "_version.py").read_text(encoding="utf-8")
)[0]

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_heading_anchors = 3
smartquotes = False  # these pages speak of marks: what is written is what is shown

# docstrings mark code by single backticks, as Markdown does
default_role = "code"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "mixed"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_custom_sections = [("Settings", "params_style"), "Cost", "Source"]

html_theme = "furo"
html_title = "cleantext"
html_show_sourcelink = False
html_copy_source = False
html_static_path = ["static"]
html_css_files = ["page.css"]
# Chinese in Chinese forms: without a name a browser may take the font of another language
_HAN = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC'"
_FONTS = {
    "font-stack": f"-apple-system, BlinkMacSystemFont, 'Segoe UI', Helvetica, Arial, {_HAN}, sans-serif",
    "font-stack--monospace": f"SFMono-Regular, Menlo, Consolas, 'Liberation Mono', {_HAN}, monospace",
}
html_theme_options = {"light_css_variables": _FONTS, "dark_css_variables": _FONTS}


def is_left_out(_app: Any, _what: str, _name: str, value: Any, _is_skipped: bool, _options: Any) -> bool | None:
    """Leave the fields of a named tuple to the docstring of their class; their own says "Alias for field number 0"."""
    return True if str(value.__doc__).startswith("Alias for field number") else None


def setup(app: Any) -> None:
    """Tell Sphinx of it."""
    app.connect("autodoc-skip-member", is_left_out)
