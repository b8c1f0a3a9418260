"""The other tools: what is called of each, and what is said where one is not installed.

Each is found only when it is asked for, and this is the one place that imports them.
"""

import importlib.util
import io
import logging
import sys
import unicodedata
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.metadata import PackageNotFoundError, distributions
from pathlib import Path
from types import ModuleType

from cleantext._data.forms import KANGXI

Work = Callable[[str], object]

CLASHING = Path(__file__).parent.parent / "build" / "clean-text"  # `make peers` installs it there
# DESIGN section 7: the unit is the translation of the 214 Kangxi radicals and the 62 full-width letters and digits.
WIDE = [chr(0xFEE0 + ord(c)) for c in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"]
TABLE = {**{ord(c): to for c, to in KANGXI.items()}, **{ord(c): chr(ord(c) - 0xFEE0) for c in WIDE}}


class AbsentError(Exception):
    """A peer that cannot be measured here, and why."""


@dataclass(frozen=True)
class Peer:
    """Another tool.

    Attributes:
        name: what it is called here.
        distribution: that it comes from; empty for what is Python's own.
        find: returns its function of a text.
        does: what is called, for the tables.
    """

    name: str
    distribution: str
    find: Callable[[], Work]
    does: str

    def version(self) -> str:
        """Return the version that is installed, Python's for what is its own."""
        if not self.distribution:
            return f"Python {sys.version.split()[0]}"
        where = [str(CLASHING)] if self.distribution == "clean-text" else sys.path
        found = [found.version for found in distributions(name=self.distribution, path=where)]
        return found[0] if found else "absent"

    def load(self) -> Work:
        """Return its function of a text.

        Raises:
            AbsentError: it is not installed, or does not start.
        """
        if self.version() == "absent":
            raise AbsentError("not installed")
        try:
            with redirect_stdout(io.StringIO()):  # some greet
                return self.find()
        except Exception as error:
            raise AbsentError(f"does not start: {error!r}") from error


def _clean_text() -> Work:
    """Return `clean` of the distribution clean-text, whose package has our name: it is loaded under another one."""
    name = "clean_text_peer"
    package = CLASHING / "cleantext"
    spec = importlib.util.spec_from_file_location(
        name, package / "__init__.py", submodule_search_locations=[str(package)]
    )
    if spec is None or spec.loader is None:
        raise AbsentError(f"there is no package in {CLASHING}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    logging.disable(logging.WARNING)  # it says that `unidecode` is missing, which only matters to `to_ascii`
    try:
        spec.loader.exec_module(module)
    finally:
        logging.disable(logging.NOTSET)
    # by default it turns all into lower case ASCII, which leaves nothing of a Chinese text
    return partial(module.clean, to_ascii=False, lower=False)


def _module(name: str) -> ModuleType:
    return import_module(name)


def _opencc(config: str) -> Work:
    convert: Work = _module("opencc").OpenCC(config).convert
    return convert


PEERS = (
    Peer("str.translate", "", lambda: lambda text: text.translate(TABLE), "276 characters by a dict: the unit `tr`"),
    Peer("NFKC", "", lambda: partial(unicodedata.normalize, "NFKC"), "`unicodedata.normalize`"),
    Peer("ftfy", "ftfy", lambda: _module("ftfy").fix_text, "`ftfy.fix_text`"),
    Peer("clean-text", "clean-text", _clean_text, "`clean(text, to_ascii=False, lower=False)`"),
    Peer(
        "unstructured",
        "unstructured",
        lambda: _module("unstructured.cleaners.core").group_broken_paragraphs,
        "`group_broken_paragraphs`",
    ),
    Peer("autocorrect-py", "autocorrect-py", lambda: _module("autocorrect_py").format, "`autocorrect_py.format`; Rust"),
    Peer("jionlp", "jionlp", lambda: _module("jionlp").clean_text, "`jionlp.clean_text`"),
    Peer("pangu", "pangu", lambda: _module("pangu").space_text, "`pangu.space_text`"),
    Peer("neologdn", "neologdn", lambda: _module("neologdn").normalize, "`neologdn.normalize`; C++"),
    Peer("opencc t2s", "opencc", partial(_opencc, "t2s"), "`OpenCC('t2s').convert`; C++"),
    Peer("opencc s2t", "opencc", partial(_opencc, "s2t"), "`OpenCC('s2t').convert`; C++"),
    Peer("zhconv", "zhconv", lambda: lambda text: _module("zhconv").convert(text, "zh-cn"), "`convert(text, 'zh-cn')`"),
    Peer(
        "zhconv-rs",
        "zhconv-rs",
        lambda: lambda text: _module("zhconv_rs").zhconv(text, "zh-cn"),
        "`zhconv(text, 'zh-cn')`; Rust",
    ),
)


def found() -> tuple[dict[str, Work], dict[str, str]]:
    """Return the function of each peer that is here, and for each other one why not."""
    here: dict[str, Work] = {}
    absent: dict[str, str] = {}
    for peer in PEERS:
        try:
            here[peer.name] = peer.load()
        except (AbsentError, PackageNotFoundError) as error:
            absent[peer.name] = str(error)
    return here, absent
