"""How alike two short texts are: the one door to `rapidfuzz`."""


def similarity(first: str, second: str) -> float:
    """Return how alike two strings are, as a share from 0 to 1 (1 = equal).

    >>> similarity("孩子们在阅读", "孩子们在阅读")
    1.0
    """
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(first, second))
