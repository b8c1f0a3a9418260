"""What OpenCC converts although it must stay: names above all, whose characters were never simplified.

Each pattern finds just the characters that stay, begins with one of them, and looks at as much around them as makes
sure what they are. OpenCC's own
phrases already keep 乾隆, 乾坤, 著名, 瞭望, 慰藉 and 魏徵; 藉此 becomes 借此 in a traditional text, as the scheme of
simplification of 1964 has it, and stays where the text is simplified already.
"""

from collections.abc import Mapping, Sequence

from cleantext._layout.pattern import pattern

__all__ = ["KEPT_RES"]

_YEAR = "(?:[元一二三四五六七八九十]{1,3}年|年[間间]|[初末][，。年])"

# 乾 (qián) was never simplified; only 乾 (gān, dry) is 干. `乾安` alone may be a dry 安: `餅乾安全`.
_TO_SIMPLIFIED: Sequence[tuple[str, str]] = (
    ("乾(?=安[县縣镇鎮])", "a county of Jilin; OpenCC knows it with a traditional 縣 only"),
    ("乾(?=[县縣陵]|州[城市区區])", "a county of Shaanxi and its tombs"),
    (f"乾(?=[封符寧宁德祐佑化統统興兴明亨貞贞淳元道]{_YEAR})", "names of reigns"),
    ("乾(?<=[康雍]乾)", "康乾, 雍乾: of Kangxi, Yongzheng and Qianlong"),
    ("乾(?=清[門门宫宮]|[爻卦])", "the palace; the signs of the Changes"),
    ("乾(?<=徐乾)(?=[學学])", "the scholar of the early Qing"),
    ("乾(?<=李乾)(?=[順顺德])", "emperors of Xia and Annam"),
    ("徵(?<=魏徵)|徵(?<=文徵)(?=明)", "names that are mostly written so in simplified text too"),
    ("儁(?<=朱儁)|儁(?<=慕容儁)", "of a name: no variant of 俊"),
    ("沈(?=吟)", "both characters are simplified ones; 沈吟 is also a person's name"),
    ("踰(?<=不踰)(?=矩)", "the Analects, quoted with 踰 in simplified editions"),
)

# A family name that OpenCC takes for a simplified character, where a byline says that it is a name.
_TO_TRADITIONAL: Sequence[tuple[str, str]] = (
    ("[于余范涂郁](?<=[者員员辑輯] .)", "bylines: 记者 于洋, 通讯员 范伟"),
    ("余(?=秋雨|光中|英时)", "writers of the name 余"),
)

KEPT_RES: Mapping[str, pattern] = {
    target: pattern("|".join(source for source, _ in rows))
    for target, rows in (
        ("s", _TO_SIMPLIFIED),
        ("t", _TO_TRADITIONAL),
        ("tw", _TO_TRADITIONAL),
        ("hk", _TO_TRADITIONAL),
    )
}
"""For each target script what is to be left as it is."""
