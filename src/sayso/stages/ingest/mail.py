"""Letters (EML): newsletters and articles sent by mail."""

import re
from dataclasses import replace
from email import message_from_bytes, message_from_string, policy
from email.errors import HeaderParseError, MessageError
from email.message import EmailMessage
from typing import Any

from sayso.lexicon.outlets import known_outlets
from sayso.model import Block, Problem
from sayso.stages.ingest import dates
from sayso.stages.ingest.charset import Decoded, decode
from sayso.stages.ingest.draft import Draft, plain
from sayso.stages.ingest.lines import unwrap
from sayso.stages.ingest.plain import from_text
from sayso.stages.ingest.problems import problem, refusal

PREFIX = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg)\s*:\s*)+", re.I)
SIGNATURE = re.compile(r"^-- ?$", re.M)
FREE_MAIL = frozenset({"gmail", "yahoo", "hotmail", "outlook", "proton", "protonmail", "icloud", "gmx", "yandex"})
MAX_PARTS = 500
FORWARDED = re.compile(
    r"^[ \t]*-{3,}[ \t]*(?:Forwarded message|Original Message|Forwarded by .{1,80})[ \t]*-{3,}[ \t]*\n", re.M | re.I
)
FIELD_LINE = re.compile(r"(?:(?:From|Date|Sent|Subject|To|Cc|Reply-To):.*\n(?:[ \t]+\S.*\n)*)+")
SHORT = 200
"""A text part shorter than this is taken for a pointer to the HTML part."""


def read_eml(data: bytes, *, where: str) -> Draft:
    """The draft of a letter: subject as title, `Date` with its zone, body as text, attachments noted and not read.

    The sender's name is the outlet when it shares a word with the mail domain ("Steppe Wire" at steppewire.example),
    or is a listed outlet's, else the author: a person forwards what another has published.
    """
    message = _parsed(data, where)
    draft = _body(message, where)
    inner = _forwarded(draft.text)
    subject = plain(PREFIX.sub("", _header(inner or message, "subject") or _header(message, "subject")))
    outlet, author = _sender(message if inner is None else inner)
    stated = plain(_header(message, "date") if inner is None else _header(inner, "date") or _header(inner, "sent"))
    day = dates.published(stated, basis="eml Date") if stated else None
    problems = [*draft.problems, *_attachments(message, where)]
    if stated and day is None:
        problems.append(problem("date.unclear", where=where, found=f"no day in the Date field {stated[:40]!r}"))
    return replace(
        draft,
        title=subject or draft.title,
        outlet=outlet or draft.outlet,
        byline=draft.byline or author,
        published=day or draft.published,
        problems=tuple(problems),
    )


def _parsed(data: bytes, where: str) -> EmailMessage:
    try:
        return message_from_bytes(data, policy=policy.default)
    except (MessageError, ValueError, LookupError, RecursionError) as error:
        raise refusal("ingest.unreadable", where=where, found=f"damaged letter: {error}") from error


def _header(message: EmailMessage, name: str) -> str:
    # the standard library raises many kinds of errors for fields that hostile senders write
    try:
        return str(message.get(name, ""))
    except (HeaderParseError, ValueError, IndexError, AttributeError, TypeError, LookupError):
        return ""


def _body(message: EmailMessage, where: str) -> Draft:
    html, text = _part(message, "html"), _part(message, "plain")
    written = _text_of(text, where) if text is not None else Draft()
    if html is not None and len(written.text) < SHORT:
        from sayso.stages.ingest.html import from_html

        page = from_html(_content(html, where).text, where=where)
        return page if len(page.text) > len(written.text) else written
    return written


def _part(message: EmailMessage, kind: str) -> Any:
    try:
        return message.get_body(preferencelist=(kind,))
    except (ValueError, AttributeError, LookupError, KeyError, RecursionError):
        return None


def _content(part: Any, where: str) -> Decoded:
    payload = part.get_payload(decode=True) or b""
    return decode(payload, where=where, declared=part.get_content_charset())


def _text_of(part: Any, where: str) -> Draft:
    decoded = _content(part, where)
    written = unwrap(decoded.text)
    draft = from_text(written, begins=_article_begins(written))
    end = SIGNATURE.search(draft.text)
    blocks = tuple(
        Block(kind="boilerplate", start=b.start, end=b.end) if end and b.start >= end.start() else b
        for b in draft.blocks
    )
    return replace(draft, blocks=blocks, problems=decoded.problems)


def _article_begins(text: str) -> int:
    """Where a forwarded article begins: behind the line that says so and the fields below it; 0 when none does."""
    mark = FORWARDED.search(text)
    fields = FIELD_LINE.match(text, mark.end()) if mark else None
    return fields.end() if fields else mark.end() if mark else 0


def _forwarded(text: str) -> EmailMessage | None:
    """The letter that a letter forwards, with the fields that are repeated of it; None when it forwards none.

    Who forwards an article is not its author, and the day on which he does not that of its publication.
    """
    mark = FORWARDED.search(text)
    if mark is None:
        return None
    return message_from_string(text[mark.end() : _article_begins(text)], policy=policy.default)


def _sender(message: EmailMessage) -> tuple[str | None, str | None]:
    """Outlet and author from the `From` field: one of the two, or neither."""
    try:
        addresses = message["from"].addresses if message["from"] is not None else ()
    except (HeaderParseError, ValueError, IndexError, AttributeError, TypeError, LookupError):
        return None, None
    if not addresses:
        return None, None
    name, domain = plain(addresses[0].display_name), (addresses[0].domain or "").lower()
    stem = "".join(re.findall(r"[a-z0-9]+", ".".join(domain.split(".")[:-1])))
    if name in known_outlets():
        return name, None
    if not name or not stem:
        return None, name or None
    words = [w for w in re.findall(r"[a-z0-9]{3,}", name.lower()) if w not in ("the", "news", "daily")]
    is_outlet = stem not in FREE_MAIL and any(word in stem for word in words)
    return (name, None) if is_outlet else (None, name)


def _attachments(message: EmailMessage, where: str) -> list[Problem]:
    names = []
    try:
        for part in message.iter_attachments():
            names.append(plain(part.get_filename() or part.get_content_type()))
            if len(names) > MAX_PARTS:
                break
    except (ValueError, AttributeError, LookupError, KeyError, TypeError):
        pass  # a letter that says it has parts and has none: nothing to note
    if not names:
        return []
    return [problem("eml.attachment", where=where, found=f"{len(names)} attachments: {', '.join(names[:5])}")]
