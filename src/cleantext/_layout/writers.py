"""Lines that say who wrote, took or edited: nothing but roles and names."""

from typing import Final

from cleantext._layout.chars import BULLETS, is_han
from cleantext._layout.pattern import pattern

_PARTS_NAMES: Final = dict.fromkeys(map(ord, "　:：／"), " ")
_GIVEN_RE: Final = pattern("(?<![^ 　])([文图圖]|采[写寫访訪]|採[寫訪]|撰[文稿]|[摄攝]影)/(?![图圖文])")
_GIVEN: Final = frozenset(("受访者提供", "受訪者提供"))
_WHO: Final = "(?:[特见見实實][约約派习習])?(?:[记記]者|通[讯訊][员員]|[实實][习習]生)[\u4e00-\u9fff]{2,4}"
_PARTING: Final = frozenset(" 　:：／/")
_UNSPACED_RE: Final = pattern(f"本[报報刊](?:首席)?(?:{_WHO})+")
_PAPER_SIGNS: Final = "报報刊网網台社"
_KINDS: Final = "特约約派见見实實习習首席"
_ROLES: Final = frozenset(
    (
        *("记者", "記者", "通讯员", "通訊員", "评论员", "評論員", "摄影", "攝影", "编辑", "編輯"),
        *("采写", "采寫", "采访", "採訪", "採寫", "撰文", "撰稿", "整理"),
        *("文/图", "文/圖", "图/文", "圖/文", "文", "图", "圖"),
    )
)
_WRITERS: Final = frozenset(
    (
        *("文", "文字", "图", "圖", "图片", "圖片", "摄影", "攝影", "绘图", "繪圖"),
        *("采访", "采写", "采寫", "採訪", "採寫", "撰文", "撰稿", "编辑", "編輯", "整理", "翻译", "翻譯"),
    )
)
_SENTENCE: Final = frozenset("，。；！？：“”")
_SIGNS: Final = "_／/｜|"
_MAX_SAID: Final = 40  # code points
_LATIN: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-")
_MAX_NAME: Final = 4  # Han
_MAX_PARTS: Final = 2  # of a name
_MAX_NAMES: Final = 4
_MAX_GIVEN: Final = 3  # so long is no given name
_NAMED: Final = ("记者", "記者", "通讯员", "通訊員", "实习生", "實習生")  # roles behind which a name must stand
_PICTURES: Final = frozenset("图圖摄攝")
_TAKEN: Final = frozenset("摄攝")
_NUMERALS: Final = frozenset("一二三四五六七八九十")
_DONE: Final = ("文/图", "文/圖", "图/文", "圖/文", "摄影报道", "攝影報導")
_BOTH: Final = frozenset(_DONE)
_DOING: Final = _BOTH.union(("采写", "采寫", "採寫", "采访", "採訪", "撰文", "撰稿"))


def names_who(line: str) -> bool:
    """Tell whether a line is all roles and names of who wrote it or took its picture, each role before its names.

    >>> names_who("□本报记者 邹一鸣 通讯员 童雪松"), names_who("採訪．撰文 溫芷珊"), names_who("记者 王明 摄")
    (True, True, False)
    >>> names_who("本报记者 全永年 文/图"), names_who("文/陆桐 图/本刊资料室"), names_who("本报记者韩可实习生米粒")
    (True, True, True)
    >>> names_who("本报记者：王明"), names_who("■ 文/图 本报记者 赵艳君"), names_who("本报记者")
    (True, True, False)
    >>> names_who("采写/本报记者 王明"), names_who("□ 本报记者 王　明 倪晓岚"), names_who("本报记者 王")
    (True, True, False)
    """
    line = line.lstrip(BULLETS + " 　")
    if line[:1] == "本" and _PARTING.isdisjoint(line):
        return _UNSPACED_RE.fullmatch(line) is not None
    words = (_GIVEN_RE.sub(r"\1 ", line) if "/" in line else line).translate(_PARTS_NAMES).split()
    if words and words[-1] in _BOTH:  # what they did
        words.pop()
    elif len(words) > 2 and words[0] in _DOING and _is_role(words[1]):
        del words[0]
    if not words or not _is_role(words[0]):
        return False
    is_named = False
    for word in _whole_names(words[1:]):
        if _is_role(word):
            if not is_named:
                return False
            is_named = False
        elif word in _GIVEN or (
            1 < len(word) < (7 if word[0] == "本" else 5) and all("\u4e00" <= char <= "\u9fff" for char in word)
        ):
            is_named = True
        else:
            return False
    return is_named


def _whole_names(words: list[str]) -> list[str]:
    """Return words with names of two Han put together that were set as wide as those of three (`王　明`)."""
    whole: list[str] = []
    is_half = False
    for word in words:
        if is_half and len(word) == 1:
            whole[-1] += word
            is_half = False
        else:
            whole.append(word)
            is_half = len(word) == 1 and word not in _WRITERS
    return whole


def says_who(line: str) -> bool:
    """Tell whether a line says who did what in a magazine: all 76 seams beside such lines part blocks.

    >>> says_who("采访/陈屿 摄影/老林"), says_who("文_阿棠 图_Leo"), says_who("采访/编辑人员的职业道德和队")
    (True, True, False)
    """
    if len(line) > _MAX_SAID or not _SENTENCE.isdisjoint(line):
        return False
    at = min((at for at in [line.find(sign, 1, 4) for sign in _SIGNS] if at > 0), default=0)
    if line[:at] not in _WRITERS:
        return False
    name, *others = line[at + 1 :].split() or ("",)
    is_name = 0 < len(name) <= _MAX_NAME and all(map(is_han, name)) and name not in _WRITERS
    if not (is_name or (name and _LATIN.issuperset(name))):
        return False
    return len(others) < _MAX_PARTS or any(sign in other[1:4] for other in others for sign in _SIGNS)


def who_goes_on(line: str, following: str) -> bool:
    """Tell whether a line that says who wrote it was broken by width: a role without its name, or half a name.

    All of 31 such lines on 438 pages go on.

    >>> who_goes_on("■ 本报记者 贺子轩 实习生", "孟凡舟"), who_goes_on("本报记者 程铁柱 万里", "鹏")
    (True, True)
    >>> who_goes_on("本报记者 钱塘月 通讯员程", "铁柱葛明"), who_goes_on("本报记者 王明", "孟凡舟文/图")
    (True, True)
    >>> who_goes_on("本报记者 程铁柱 万里", "鹏程万里"), who_goes_on("记者 何志强 摄", "雨中")
    (False, False)
    """
    last = line.split()[-1]
    if last.endswith("/"):
        return following in _PICTURES
    done = next((way for way in _DONE if following.endswith(way)), "")
    names = following.removesuffix(done).split()
    if done and not names:
        return True
    if not 0 < len(names) <= _MAX_NAMES or not all(len(name) <= _MAX_NAME and all(map(is_han, name)) for name in names):
        return False
    first = names[0]
    if any(last.endswith(role[:k]) and first.startswith(role[k:]) for role in _NAMED for k in range(1, len(role))):
        return True
    if last.endswith(_NAMED):
        return len(first) > 1
    if last[:-1].endswith(_NAMED) and is_han(last[-1]):  # the name of one who wrote with letter-spacing
        return len(following) <= _MAX_NAME
    if len(last) == 1:
        return is_han(last) and last not in _WRITERS and last not in _TAKEN and len(first) < _MAX_GIVEN
    if done and min(map(len, names)) > 1:
        return not line.endswith(_DONE)
    return [first] == names and len(first) == 1 and is_han(last[-1]) and last not in _WRITERS and first not in _NUMERALS


def _is_role(word: str) -> bool:
    for part in word.replace("．", "·").replace("、", "·").split("·"):
        role = part.removeprefix("本").removeprefix("新华").removeprefix("新華")
        if role.lstrip(_PAPER_SIGNS).lstrip(_KINDS) not in _ROLES:
            return False
    return True
