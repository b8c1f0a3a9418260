"""A small PDF with a text layer, so that the guide to PDF files is run and not only read."""

from collections.abc import Sequence

_SIZE = 10  # points, of a full-width character
_LEADING = 14
_LEFT, _TOP = 40, 800
_COLUMN = 280  # points from one column to the next
_LINES = 52  # a column

_TO_UNICODE = b"".join(
    [
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n",
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n",
        *(
            b"".join(
                [
                    b"64 beginbfrange\n",
                    *(b"<%02X00> <%02XFF> <%02X00>\n" % (row, row, row) for row in range(first, first + 64)),
                    b"endbfrange\n",
                ]
            )
            for first in range(0, 256, 64)
        ),
        b"endcmap end end\n",
    ]
)


def pdf(lines: Sequence[str]) -> bytes:
    """Return one page with these lines, set down two columns; characters of the Basic Multilingual Plane only.

    The font is named and not embedded: nothing can be seen of it, but extractors read the text.
    """
    assert len(lines) <= 2 * _LINES
    shown = []
    for number, line in enumerate(lines):
        x, y = _LEFT + number // _LINES * _COLUMN, _TOP - number % _LINES * _LEADING
        shown.append(b"1 0 0 1 %d %d Tm <%s> Tj\n" % (x, y, line.encode("utf-16-be").hex().encode()))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> >> >>",
        _stream(b"BT /F %d Tf\n%sET" % (_SIZE, b"".join(shown))),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H"
        b" /DescendantFonts [6 0 R] /ToUnicode 8 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /FontDescriptor 7 0 R /DW 1000 /W [32 126 500]"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity >>",
        b"<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0"
        b" /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
        _stream(_TO_UNICODE),
    ]
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)
