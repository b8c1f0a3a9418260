"""A file of text: one page, or a document whose pages end with a form feed."""

import shutil
from typing import IO

from cleantext._corpus.work import Texts
from cleantext._decode import decode
from cleantext._encodings import encode
from cleantext.errors import DecodeError

__all__ = ["convert_text"]


def convert_text(stream: IO[bytes], target: IO[bytes], texts: Texts) -> None:
    """Clean a text of any usual encoding into UTF-8; one that is too long or no text passes through as it is."""
    limit = texts.settings.max_page
    data = stream.read(limit + 1)
    if len(data) > limit:
        texts.fail(f"it has more than {limit} bytes, which is --max-page")
        target.write(data)
        shutil.copyfileobj(stream, target)
        return
    try:
        decoded = decode(data, texts.settings.encoding)
    except DecodeError as error:
        texts.fail(str(error))
        target.write(data)
        return
    target.write(encode(texts.clean(decoded.text, (data, decoded)), bom=decoded.bom))
