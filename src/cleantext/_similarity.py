"""Whether two short texts are alike: the one door to `rapidfuzz`."""

from collections import Counter


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
    # no more of them are in the same order than both have; most pairs fail by that, and the package need not be loaded
    needed = min_similarity * (len(first) + len(second))
    if 2 * sum(map(set(second).__contains__, first)) < needed or 2 * sum(map(set(first).__contains__, second)) < needed:
        return False
    if 2 * sum((Counter(first) & Counter(second)).values()) < needed:
        return False
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(first, second)) >= min_similarity
