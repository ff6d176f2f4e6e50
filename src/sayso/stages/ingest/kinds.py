"""What sort of file some bytes are, from the bytes alone: names lie."""

import io
import json
import re
import zipfile
from typing import Literal

Kind = Literal["html", "text", "markdown", "pdf", "docx", "eml", "mhtml", "mbox", "jsonl", "zip", "empty", "unknown"]

MEDIA_TYPES: dict[str, str] = {
    "html": "text/html",
    "text": "text/plain",
    "markdown": "text/markdown",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "eml": "message/rfc822",
    "mhtml": "multipart/related",
    "jsonl": "application/x-ndjson",
}
HEAD = 8192
HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b", re.I | re.S
)
HTML_TAGS = re.compile(rb"<(?:html|head|body|article|title|meta|div|p|h1|script)\b[^<]{0,400}>", re.I)
MAIL_FIELD = re.compile(
    rb"^(from|to|date|subject|message-id|mime-version|received|return-path|content-type):", re.I | re.M
)
PAGE = re.compile(rb"^(?:snapshot-content-location:|from:.{0,40}\bsaved by\b)", re.I | re.M)
"""Fields that browsers write above a page saved as one file."""
MAIL_START = re.compile(rb"(?:From [^\n]{1,200}\n)?[A-Za-z][A-Za-z0-9-]{1,60}:(?:\r?\n)?[ \t]")
ENVELOPE = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]{1,200}\n(?=[A-Za-z][A-Za-z0-9-]{1,60}:)")
"""The line above each letter of a mailbox (RFC 4155), behind an empty one."""
MARKDOWN = tuple(
    re.compile(mark, re.M)
    for mark in (
        rb"\A---[ \t]*\r?\n(?:[^\n]*\n){1,40}?---[ \t]*\r?$",
        rb"^#{1,6} \S",
        rb"\[[^\]\n]{1,200}\]\((?:https?://|/|#)[^)\s]{0,500}\)",
        rb"\*\*[^*\n]{1,200}\*\*",
        rb"^\[\^?[^\]\n]{1,60}\]: ",
        rb"^(?:>|```)",
    )
)
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
UTF16_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def recognise(data: bytes) -> Kind:
    """The sort of file. `unknown` for pictures, archives, feeds and other things that are no article.

    >>> recognise(b"%PDF-1.7 ..."), recognise(b"<!DOCTYPE html><p>Kabul"), recognise(b"\\x89PNG\\r\\n\\x1a\\n\\0\\0")
    ('pdf', 'html', 'unknown')
    """
    head = data[:HEAD]
    if not head.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        return "empty" if not data.strip(b"\0 \t\r\n") else "unknown"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(data)
    if head.startswith(UTF16_32):
        return "html" if HTML_START.match(head.replace(b"\0", b"")[2:]) else "text"
    if head.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"Rar!", b"7z\xbc", b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        return "unknown"
    return _of_text(head.removeprefix(b"\xef\xbb\xbf"), data)


def _of_text(head: bytes, data: bytes) -> Kind:
    if HTML_START.match(head):
        return "html"
    if head.lstrip().startswith(b"<?xml"):
        return "unknown"
    if len(CONTROL.findall(head)) > len(head) * 0.02:
        return "unknown"
    if head.lstrip().startswith((b"{", b"[")) and _is_record(data):
        return "jsonl"
    if MAIL_START.match(head) and PAGE.search(top := _top(head)) and b"multipart/related" in top.lower():
        return "mhtml"
    if _is_mail(head):
        return "mbox" if head.startswith(b"From ") and len(ENVELOPE.findall(data)) > 1 else "eml"
    if head.lstrip().startswith(b"<") and len(HTML_TAGS.findall(head)) >= 2:
        return "html"
    marks = [mark for mark in MARKDOWN if mark.search(head)]
    return "markdown" if marks and (marks[0] is MARKDOWN[0] or MARKDOWN[1] in marks or len(marks) > 1) else "text"


def _is_record(data: bytes) -> bool:
    """Whether the first line, or the whole, is JSON that may hold records."""
    first = data.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
    for candidate in (first, data) if len(data) < 1_000_000 else (first,):
        try:
            value = json.loads(candidate)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict) or (isinstance(value, list) and value and isinstance(value[0], dict)):
            return True
    return first.startswith(b'{"') and b'"text"' in first


def _is_mail(head: bytes) -> bool:
    if not MAIL_START.match(head):
        return False
    fields = {name.lower() for name in MAIL_FIELD.findall(_top(head))}
    return bool({b"from", b"received"} & fields) and bool(
        {b"message-id", b"mime-version", b"received", b"return-path"} & fields
        or {b"from", b"date", b"subject"} <= fields
    )


def _top(head: bytes) -> bytes:
    """The fields above a letter."""
    return head.replace(b"\r\n", b"\n").split(b"\n\n", 1)[0]


def _packed(data: bytes) -> Kind:
    """What a ZIP archive is: a Word document, an archive of files, or another program's document."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        damaged_word = b"word/" in data[:HEAD] or b"[Content_Types].xml" in data[:HEAD]
        return "docx" if damaged_word else "unknown"
    if "word/document.xml" in names:
        return "docx"
    return "unknown" if {"mimetype", "[Content_Types].xml"} & set(names[:50]) else "zip"
