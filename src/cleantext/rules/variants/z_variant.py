"""Replace another drawing of a character by its standard form: `靑年` → `青年`."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._data.classes import KANA
from cleantext._frozen import frozen
from cleantext._rule import Edit, Effect, Example, Stage, Tier, pattern
from cleantext._text import Text

# Reviewed by hand. The left one is in neither GB 2312, Table of General Standard Characters nor Big5; the right one is
# in both GB 2312 and Big5, so that the script of a text does not change.
_STANDARD = {
    "亱": "夜", "兎": "兔", "効": "效", "卽": "即", "収": "收", "吿": "告", "呑": "吞", "囘": "回", "埀": "垂",
    "増": "增", "姸": "妍", "尙": "尚", "徳": "德", "愼": "慎", "揷": "插", "敎": "教", "旣": "既",
    "晩": "晚", "朶": "朵", "査": "查", "槪": "概", "歩": "步", "毎": "每", "淸": "清", "眞": "真", "秊": "年",
    "郞": "郎", "靑": "青", "髙": "高", "黙": "默",
}  # fmt: skip
_VARIANT_RE = pattern(f"[{''.join(_STANDARD)}]")
_KANA_RE = pattern(f"[{KANA}]")


@frozen
class ZVariant:
    """Replace variants that differ from the standard character by their drawing only; names are not spared.

    Leaves alone: a line with kana (some variants are the standard in Japanese); characters that are the standard of
    one script or place (`爲`, `裏`, `内`; `峯` and `羣` in Hong Kong), and variants with a meaning of their own.

    Source: Unihan 15.0.0, kZVariant and kSemanticVariant, reviewed; OCR engines and old fonts.
    """

    name: ClassVar = "z-variant"
    stage: ClassVar = Stage.VARIANTS
    tier: ClassVar = Tier.OPTION
    effect: ClassVar = Effect.SCRIPT
    summary: ClassVar = "replace other drawings of a character by the standard one"
    examples: ClassVar = (
        Example("靑島的髙鐵，淸晨", "青島的高鐵，清晨"),
        Example("青岛的高铁，裏面", why="standard forms"),
        Example("毎日の晩ご飯", why="Japanese"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a character."""
        if not _VARIANT_RE.search(text.string):
            return ()
        return [
            Edit(offset + found.start(), offset + found.end(), _STANDARD[found[0]])
            for offset, line in text.lines()
            if _VARIANT_RE.search(line) and not _KANA_RE.search(line)
            for found in _VARIANT_RE.finditer(line)
        ]


RULE = ZVariant()
