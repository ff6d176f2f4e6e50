"""Small PDFs, drawn line by line."""

Line = tuple[str, int, int, int]  # words, type size, left, distance from the foot of the page


def pdf(pages: list[list[Line]], extra: bytes = b"", title: str = "", bold: frozenset[str] = frozenset()) -> bytes:
    """A small PDF with the lines at their places, those of `bold` in bold type, and with a title in its information if
    one is given."""
    parts: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>",
    ]
    kids = []
    for lines in pages:
        drawn = "".join(
            f"BT /F{2 if words in bold else 1} {size} Tf {x} {y} Td ({words}) Tj ET\n" for words, size, x, y in lines
        ).encode("latin-1")
        parts.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        parts.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % len(parts)
        )
        kids.append(b"%d 0 R" % len(parts))
    parts[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    if title:
        parts.append(b"<< /Title (%s) >>" % title.encode("latin-1"))
        extra += b"/Info %d 0 R" % len(parts)
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, extra, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (len(parts) + 1, table, trailer)
