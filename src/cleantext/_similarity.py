"""Whether two short texts are alike: the one door to `rapidfuzz`."""

from collections import Counter
from collections.abc import Callable


def is_alike(first: str, second: str, min_similarity: float) -> bool:
    """Tell whether two strings are alike.

    Args:
        first: a line, a few hundred characters at most.
        second: another.
        min_similarity: share, 0-1, that is enough (1 = equal): twice the characters that both have in the same order,
            of all characters.

    >>> is_alike("孩子们在阅读", "孩子在阅读", 0.9), is_alike("孩子们在阅读", "老人在阅读", 0.9)
    (True, False)
    """
    needed = min_similarity * (len(first) + len(second))
    if not _loaded:
        # no more of them are in the same order than both have; by that most pairs fail before the package is loaded
        if 2 * sum(map(set(second).__contains__, first)) < needed:
            return False
        if 2 * sum((Counter(first) & Counter(second)).values()) < needed:
            return False
        from rapidfuzz.distance import Indel

        _loaded.append(Indel.similarity)
    return _loaded[0](first, second) >= needed


_loaded: list[Callable[[str, str], int]] = []  # how many characters two strings have in the same order, twice
