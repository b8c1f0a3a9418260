"""What stands between two lines when they are joined."""

from collections.abc import Callable
from typing import Final

from cleantext._data.classes import DIGIT, LATIN
from cleantext._layout.chars import ASCII_ALNUM, EXOTIC_SPACES, is_han
from cleantext._layout.pattern import pattern

_LETTERS_RE: Final = pattern(f"[{LATIN}]+")
# a word that no hyphen goes on from, and the two words on either side of one
_WORD_RE: Final = pattern(f"[{LATIN}]++(?!-)")
_TWO_WORDS_RE: Final = pattern(f"(?<![{LATIN}])(?=([{LATIN}]++-[{LATIN}]++)(?!-))")
_BROKEN_WORD_RE: Final = pattern(f"[{LATIN}][-‐]$")
_BROKEN_NUMBER_RE: Final = pattern(f"[{DIGIT}][.,:]$")
_LOWER_RE: Final = pattern("[a-zß-öø-ÿ]")
_DIGIT_RE: Final = pattern(f"[{DIGIT}]")
_ADDRESS_RE: Final = pattern(r"://|www\.|@|[0-9A-Za-z][/_][0-9A-Za-z]")
BEYOND_WESTERN: Final = (
    "\u0530"  # Latin, Greek and Cyrillic letters stand before it, “ ” — … and all of Chinese behind it
)
ROLE_ENDS: Final = frozenset("者员員影图圖生")
ROLE_BEGINS: Final = frozenset("通记記实實摄攝报報供文图圖本")
CLOSING: Final = "”’"  # what may close a Latin quotation
_PRESS: Final = "(?:本[报報刊]|[晚晨早日快商][报報]|全媒[体體]|融媒[体體]?|首席|特[约約派]|[见見实實][习習]){0,3}"
_ROLE_RE: Final = pattern(f"(?:^|[ 　（(■□]){_PRESS}(?:[记記]者|通[讯訊][员員]|[摄攝]影|文/[图圖]|[实實][习習]生)$")
# A name behind its role, and the role of the next one, or what was done.
_NAMED_RE: Final = pattern(
    f"(?:^|[（(■□ 　]){_PRESS}(?:[记記]者|通[讯訊][员員]|[实實][习習]生)(?:[ 　]+[\u4e00-\u9fff]{{2,4}})+$"
)
_NEXT_ROLE_RE: Final = pattern(
    "(?:[记記]者|通[讯訊][员員]|[实實][习習]生|[摄攝]影)[ 　]|(?:[摄攝]|[报報]道)(?:[）)。]|$)|(?:文/[图圖]|[图圖]/文)$"
)
_TAKEN_BY_RE: Final = pattern("[ 　（(][\u4e00-\u9fff]{2,4}$")
_TAKEN_RE: Final = pattern("(?:[摄攝]影?|供[图圖])[）)]?。?$")
# who took a picture, behind its caption
_CREDIT_LINE_RE: Final = pattern(
    "本[报報](?:[记記]者|通[讯訊][员員])[ 　]+[\u4e00-\u9fff]{2,4}(?:[ 　]+(?:[摄攝]影?|供[图圖]))?$"
)
_NAME_RE: Final = pattern("[\u4e00-\u9fff]{2,4}(?:[ 　）)、]|$)")
_QUOTED_RE: Final = pattern("[0-9A-Za-z.,!?][”’]$")
_QUOTE_RE: Final = pattern("[“‘][0-9A-Za-z]")
_ASCII_WORDS: Final = frozenset(ASCII_ALNUM + ",.!?")
_CLOSE: Final = "°²³¹±×÷^\\"  # signs that stand close to what is on either side
_CLOSE_BEHIND: Final = frozenset(",.;:?!)%]}" + _CLOSE)
_CLOSE_BEFORE: Final = frozenset("([{/~@_$#" + _CLOSE)
_ROW_END_RE: Final = pattern("[0-9] +[0-9]+$")
_ROW_BEGIN_RE: Final = pattern("[0-9]+ +[0-9]")
# groups of a number, of which three digits and more stand on both sides; two years
_GROUP_END_RE: Final = pattern("[0-9] [0-9]{3,}$")
_GROUP_BEGIN_RE: Final = pattern("[0-9]{3,4}(?![0-9])")
_YEAR_END_RE: Final = pattern("(?<![0-9])(?:19|20)[0-9]{2}$")
_LONG_END_RE: Final = pattern("[0-9]{7}$")  # a telephone number, a code
_LONG_BEGIN_RE: Final = pattern("[0-9]{7}")
_NAME_PART_RE: Final = pattern("[0-9A-Za-z._-]{1,20}")
_MAIL_RE: Final = pattern("[0-9A-Za-z._-]+@")
_MAIL_WORDS: Final = ("email", "e-mail", "mail", "qq", "id", "msn")
_WHITE_SPACE: Final = EXOTIC_SPACES.union(" \n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")
_SOFT: Final = "\u00ad\ufffe"

_LOOKED_AT: Final = 80  # code points of the word on either side; longer ones are no words


def separator(before: str, after: str, is_known: Callable[[str], bool]) -> tuple[str, int]:
    """Return what to put between two lines and how many code points to take off the end of the first.

    Nothing between Han characters and marks, but for a name behind its role; a space between Latin words or numbers; a
    hyphen at the end of a word goes if the joined word is one.

    Args:
        before: a line, without space at its end.
        after: the next one, without space before it.
        is_known: whether a Latin word, or two with a hyphen between them, stand elsewhere on the page.

    >>> separator("服务中心", "大厅", lambda word: False)
    ('', 0)
    >>> separator("（记者 刘伟 通讯员", "吴桐）孩子们", lambda word: False)
    (' ', 0)
    >>> separator("（记者 刘伟", "通讯员 吴桐）孩子们", lambda word: False)
    (' ', 0)
    >>> separator("本报记者 褚佳", "摄", lambda word: False), separator("本报记者 褚佳", "摄下了", lambda word: False)
    ((' ', 0), ('', 0))
    >>> separator("滑轮（姚佩兰", "摄）", lambda word: False), separator("吊装叶片。欧阳宁", "摄", lambda word: False)
    ((' ', 0), ('', 0))
    >>> separator("独居老人包饺子", "本报记者 白瑞 摄", lambda word: False)
    (' ', 0)
    >>> separator("（特派记者", "仇远）雨下了", lambda word: False), separator("几位记者", "采访了", lambda word: False)
    ((' ', 0), ('', 0))
    >>> separator("a full", "man", lambda word: False), separator("inter-", "national", lambda word: False)
    ((' ', 0), ('', 1))
    >>> separator("可发至xi", "nwen@a.cn", lambda word: False), separator("apt-", "get-update", lambda word: False)
    (('', 0), ('', 0))
    >>> separator("发至hr@linhe-", "hospital.example，", lambda word: False)
    ('', 0)
    >>> separator("13800001111", "13900002222", lambda word: False), separator("20", "23年", lambda word: False)
    ((' ', 0), ('', 0))
    >>> separator("传真为0531 8888", "9999，", lambda word: False), separator("1998", "2015", lambda word: False)
    ((' ', 0), (' ', 0))
    """
    last, first = before[-1], after[0]
    if last in _SOFT:
        return "", len(before) - len(before.rstrip(_SOFT))
    if last in ROLE_ENDS and _ROLE_RE.search(before) and _NAME_RE.match(after):
        return " ", 0
    if first in ROLE_BEGINS and _is_set_off(before, after):
        return " ", 0
    if last >= BEYOND_WESTERN or first >= BEYOND_WESTERN or last == "·" or first == "·":
        return (" " if _parts_quotation(before, after) else ""), 0
    left, right = _first_word(before[: -_LOOKED_AT - 1 : -1])[::-1], _first_word(after[:_LOOKED_AT])
    if not left or not right:
        return "", 0
    if _ADDRESS_RE.search(left):  # whose hyphen stays
        return ("", 0) if _goes_on_address(left, right) else (" ", 0)
    if last in "-‐":
        return _hyphen(left, right, is_known)
    if first in _CLOSE_BEHIND or last in _CLOSE_BEFORE or left[-2:] == "::" or right[:2] == "//":
        return "", 0
    if "@" in right and before[-len(left) - 1 : -len(left)] >= BEYOND_WESTERN and _is_name(left, right):
        return "", 0
    if _DIGIT_RE.match(first) and (_DIGIT_RE.match(last) or _BROKEN_NUMBER_RE.search(left)):
        return (" " if _are_two_numbers(before, after) else ""), 0
    return " ", 0


def _is_set_off(before: str, after: str) -> bool:
    """Tell whether a space stands before who wrote or took something, or what they did, behind a name or a caption."""
    if _NEXT_ROLE_RE.match(after) and _NAMED_RE.search(before):
        return True
    if _TAKEN_RE.match(after) and _TAKEN_BY_RE.search(before):
        return True
    return is_han(before[-1]) and _CREDIT_LINE_RE.match(after) is not None


def latin_words(string: str) -> set[str]:
    r"""Return the Latin words of a page, and those on both sides of a hyphen; none that a hyphen goes on from.

    >>> sorted(latin_words("Wi-Fi与inter-\nnational"))
    ['Fi', 'Wi-Fi', 'national']
    """
    return {*_WORD_RE.findall(string), *_TWO_WORDS_RE.findall(string)}


def _parts_quotation(before: str, after: str) -> bool:
    """Tell whether a curly quote stands between two Latin words: `!”` before `said`, `said` before `“Thank`."""
    if before[-1] in CLOSING:
        return after[0] in _ASCII_WORDS and _QUOTED_RE.search(before) is not None
    return before[-1] in _ASCII_WORDS and _QUOTE_RE.match(after) is not None


def _are_two_numbers(before: str, after: str) -> bool:
    """Tell whether digits on both sides are two numbers: of a row, or too long to be one, as telephone numbers are."""
    if _ROW_END_RE.search(before) and _ROW_BEGIN_RE.match(after):
        return True
    if (_GROUP_END_RE.search(before) or _YEAR_END_RE.search(before)) and _GROUP_BEGIN_RE.match(after):
        return True
    return _LONG_END_RE.search(before) is not None and _LONG_BEGIN_RE.match(after) is not None


def _is_name(left: str, right: str) -> bool:
    """Tell whether a name in an e-mail address begins with the word that a line ends with (`发至xi` `nwen@a.cn`)."""
    if left.lower() in _MAIL_WORDS or not _NAME_PART_RE.fullmatch(left):
        return False
    return _MAIL_RE.match(right) is not None


def _first_word(string: str) -> str:
    """Return what a string begins with up to a space or something of Chinese."""
    for at, char in enumerate(string):
        if "\u3000" <= char <= "\uffff" or char in _WHITE_SPACE:
            return string[:at]
    return string


def _hyphen(left: str, right: str, is_known: Callable[[str], bool]) -> tuple[str, int]:
    """Tell a hyphen of the word (`Wi-Fi`, `COVID-19`) from one that was put there to break it."""
    head = _LETTERS_RE.findall(left)
    tail = _LETTERS_RE.match(right)
    if not head or not tail or not _BROKEN_WORD_RE.search(left) or not _LOWER_RE.match(right):
        return "", 0
    if left.count("-") > 1 or right[tail.end() : tail.end() + 1] == "-":
        return "", 0  # words with a hyphen of their own are not broken elsewhere
    whole = head[-1] + tail[0]
    if is_known(f"{head[-1]}-{tail[0]}") and not is_known(whole):
        return "", 0
    if is_known(whole) or not (is_known(head[-1]) and is_known(tail[0])):
        return "", 1
    return "", 0


def _goes_on_address(left: str, right: str) -> bool:
    """Tell whether the next word could be part of the address that the line ends with."""
    return left[-1] in "/.-_@?=&:" or right[0] in "/.-_@?=&" or right[:2] == "//" or "." in right or "/" in right
