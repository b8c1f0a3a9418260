"""Lines whose first characters come again soon: the cheap question to ask before two copies of a text are compared."""


def begun_again(string: str, lines: list[str], starts: list[int], key: int, ahead: int, reach: int) -> list[int]:
    r"""Return the numbers of the lines whose first characters come again.

    Args:
        string: the page, or its lines put together.
        lines: of the page.
        starts: their offsets (code points) in the string.
        key: how many characters must come again; a line that has no more of them is left out.
        ahead: code points from a line's beginning from which they may come again.
        reach: the same up to which they may.

    >>> begun_again("工人打包\n工人装车", ["工人打包", "工人装车"], [0, 5], 2, 4, 20)
    [0]
    >>> begun_again("工人打包\n工人装车", ["工人打包", "工人装车"], [0, 5], 2, 4, 6)
    []
    """
    # from behind it is answered sooner
    return [
        number
        for number, (line, start) in enumerate(zip(lines, starts))
        if len(line) > key and string.rfind(line[:key], start + ahead, start + reach) >= 0
    ]
