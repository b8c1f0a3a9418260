"""Text that was decoded with the wrong encoding: the one door to `ftfy`."""

from functools import cache
from typing import Any


@cache
def _config() -> Any:
    from ftfy import TextFixerConfig

    # The encoding alone; each of these would guess at bytes that are lost, or change what is no mojibake.
    return TextFixerConfig(
        explain=False,
        unescape_html=False,
        restore_byte_a0=False,
        replace_lossy_sequences=False,
        decode_inconsistent_utf8=False,
        fix_c1_controls=False,
    )


def decoded_again(string: str) -> str:
    """Return a string whose UTF-8 was read as a one-byte encoding as it was meant; any other as it is.

    Args:
        string: a few hundred characters at most.

    Cost: quadratic on combining marks; the caller gives none.

    >>> decoded_again("ä¸\u00adæ–‡"), decoded_again("Müller")
    ('中文', 'Müller')
    """
    from ftfy import fix_encoding

    return str(fix_encoding(string, _config()))
