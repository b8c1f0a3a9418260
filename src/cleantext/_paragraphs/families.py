"""The families of features: what each one can be, and where it stands in the table of costs."""

from collections.abc import Sequence
from typing import Final

from cleantext._layout.chars import BEGIN, END

# Roles of a line, by (the seam before it is joined) * 2 + (the seam after it is joined).
SINGLE, FIRST, LAST, MIDDLE = range(4)

# How far a line reaches: not to its column's width, to it, as far as other headlines that may go on.
SHORT, FULL, FULL_HEAD = range(3)

# Differences between a line's width and its column's (half em) fall into buckets: exact near 0, coarse far off.
LOWEST, HIGHEST = -64, 24


def _bucket(difference: int) -> int:
    if difference < -40:
        return 0
    if difference < -24:
        return 1
    if difference < -16:
        return 2
    if difference < -12:
        return 3
    if difference < -9:
        return 4
    if difference <= 7:
        return difference + 14
    if difference <= 12:
        return 22
    return 23


BUCKETS: Final = 24
BUCKET_OF: Final = tuple(_bucket(d) for d in range(LOWEST, HIGHEST + 1))


def bucket(difference: int) -> int:
    """Return the bucket (0-23) of a difference in half em.

    >>> bucket(0), bucket(-4), bucket(-1000)
    (14, 10, 0)
    """
    if difference < LOWEST:
        return 0
    return BUCKET_OF[difference - LOWEST] if difference <= HIGHEST else BUCKETS - 1


# Characters that seldom end a headline or a paragraph, and seldom begin one: particles, conjunctions, prepositions.
WEAK_ENDS: Final = (
    "的地得和与與及或在是为為对對从從向由于於以把将將被让讓给給使而但并並且又也都就还還再更最很不没沒有这"
    "這那其该該各每第个個之所"
)
WEAK_BEGINS: Final = "的地得了着著过過们們么麼吗嗎呢吧啊性化者等间間中里裡上下内內后後前时時年月日元们名个個人员員"


def _words(string: str) -> frozenset[str]:
    return frozenset(map("".join, zip(string[::2], string[1::2])))


# Words that end or begin with one of them and mostly are nouns, or begin sentences: there the character says nothing.
STRONG_ENDS: Final = _words(
    "导向方向动向走向意向趋向取向志向航向风向流向去向倾向導向動向趨向風向傾向基地产地阵地工地土地各地当地本地内地"
    "外地草地绿地场地园地胜地领地高地湿地耕地用地天地大地林地山地盆地墓地营地驻地属地两地多地异地实地落地圣地田地"
    "陆地源地在地据地產地陣地當地內地綠地場地園地勝地領地濕地營地駐地屬地兩地異地實地聖地陸地據地目的场所诊所厕所"
    "究所出所务所易所会所哨所住所處所处所場所診所廁所務所會所行为作为有为行為作為有為平和共和柔和温和缓和总和祥和"
    "饱和溫和緩和總和飽和心得所得大使天使应对應對名将健将小将虎将麻将名將健將小將虎將麻將门第門第首都成都古都国都"
    "京都國都变更變更归还偿还返还歸還償還返還合并兼并参与參與转让出让礼让轉讓出讓禮讓供给补给供給補給所在何在自在"
    "求是埃及普及"
)
STRONG_BEGINS: Final = _words("日前下一下午上午年初年底月初元旦前不前几时值后来後來上述得知得益")
END_GROUP: Final = {"": 0, **{c: 1 + i for i, c in enumerate(WEAK_ENDS)}}
BEGIN_GROUP: Final = {"": 0, **{c: 1 + i for i, c in enumerate(WEAK_BEGINS)}}

# Families of line features: name, number of values. Each value has one weight a role.
LINE_FAMILIES: Final = (
    ("begin", len(BEGIN)),
    ("end", len(END)),
    ("inside", 3),  # marks inside: none, only commas, a stop
    ("credit", 2),  # ends as captions and bylines do
    ("spaced", 2),
    ("pause", 2),  # a space between two Han: of a slogan, a headline or names, seldom of running text
    ("indent", 16),  # habit * 4 + none, small, about two em, more
    ("glyphs", 3),  # so few: one, two, three; of longer lines nothing is said
)
# Families of seam features: name, number of values. Each value has one weight, for the block's end.
SEAM_FAMILIES: Final = (
    (
        "blank",
        3 * 4 * 3 * 3,
    ),  # blank lines here (none, one, more) * how often * how truly the page has them * end group
    ("pair", len(END) * len(BEGIN)),
    ("open", 6),  # what is left open by this line, and closed by the next
    ("weak_end", 1 + len(WEAK_ENDS)),
    ("weak_begin", 1 + len(WEAK_BEGINS)),
    # whether the two characters at the seam stand together: not looked up; nowhere, or elsewhere on the page; in words
    # that are seldom, and nowhere or elsewhere on the page; in words that are often
    ("known", 6),
    ("page", 2),  # a page ends here
    ("settled", 2),  # a full line of running text that goes on: nothing else is looked at
    # neither line has a mark: no; behind a full line, with no, one, more blank lines; the same behind a short one, and
    # behind one as wide as other headlines
    ("bare", 10),
)


def _offsets(families: Sequence[tuple[str, int]], start: int, times: int) -> tuple[dict[str, int], int]:
    places = {}
    for name, size in families:
        places[name] = start
        start += size * times
    return places, start


LINE_AT, LINE_VALUES = _offsets(LINE_FAMILIES, 0, 1)
SEAM_AT, SEAM_VALUES = _offsets(SEAM_FAMILIES, 0, 1)
