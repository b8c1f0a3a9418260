"""Fold full-width ASCII and half-width kana, for indexing: `（Ａ）` → `(A)`, `ｶﾞ` → `ガ`."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._frozen import frozen
from cleantext._rule import Edit, Effect, Example, Stage, Tier, pattern
from cleantext._text import Text

_HALF_KANA = "｡｢｣､･ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝﾞﾟ"
_FULL_KANA = (
    "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテト"
    "ナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜"
)
_VOICED = dict(zip("ｳｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎ", "ヴガギグゲゴザジズゼゾダヂヅデドバビブベボ", strict=True))
_ASPIRATED = dict(zip("ﾊﾋﾌﾍﾎ", "パピプペポ", strict=True))
_TABLE = {
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict(zip("￠￡￢￣￤￥￦", "¢£¬¯¦¥₩", strict=True)),
    **dict(zip(_HALF_KANA, _FULL_KANA, strict=True)),
    **{f"{kana}ﾞ": to for kana, to in _VOICED.items()},
    **{f"{kana}ﾟ": to for kana, to in _ASPIRATED.items()},
}
_FORM_RE = pattern(f"[{''.join(_VOICED)}]ﾞ|[{''.join(_ASPIRATED)}]ﾟ|[\uff01-\uff9f\uffe0-\uffe6]")


@frozen
class FoldWidth:
    """Replace full-width ASCII, its marks too, by ASCII, and half-width kana by full-width ones.

    Leaves alone: marks that have no other width (`。`, `《`), the ideographic space (that is `fold-space`), jamo.

    Source: Unicode 15.0.0, the block Halfwidth and Fullwidth Forms.
    """

    name: ClassVar = "fold-width"
    stage: ClassVar = Stage.VARIANTS
    tier: ClassVar = Tier.OPTION
    effect: ClassVar = Effect.SCRIPT
    summary: ClassVar = "fold full-width ASCII and half-width kana, for indexing"
    examples: ClassVar = (
        Example("（Ａ股）涨３．５％，ｶﾞｽ", "(A股)涨3.5%,ガス"),
        Example("《书》。", why="marks that have no other width"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a character, so that offsets stay exact."""
        return [
            Edit(found.start(), found.end(), _TABLE[found[0]])
            for found in _FORM_RE.finditer(text.string)
            if found[0] in _TABLE
        ]


RULE = FoldWidth()
