"""Letters (EML): newsletters, articles that people send and forward, and what is attached to them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import HeaderParseError, MessageError
from email.message import EmailMessage
from typing import Any

from sayso.lexicon.outlets import known_outlets
from sayso.model import Problem, Published
from sayso.stages.ingest import dates
from sayso.stages.ingest.charset import Decoded, decode
from sayso.stages.ingest.draft import Draft, headed, plain
from sayso.stages.ingest.letters import Found, Part, article_of, bare_subject, unquoted
from sayso.stages.ingest.lines import unwrap
from sayso.stages.ingest.problems import problem, refusal

FREE_MAIL = frozenset({"gmail", "yahoo", "hotmail", "outlook", "proton", "protonmail", "icloud", "gmx", "yandex"})
SENDER = re.compile(r"[\"'“]?(?P<name>[^<>\[]*?)[\"'”]?\s*[<\[](?:mailto:)?[^<>\[\]@\s]+@(?P<domain>[\w.-]+)[>\]].*")
MAX_PARTS = 500
SHORT = 200
"""A text part shorter than this is taken for a pointer to the HTML part."""


def read_eml(data: bytes, *, where: str) -> Draft:
    """The draft of a letter: subject as title, its day, its text.

    Where it quotes another letter, the longest of them is the article, with that one's sender, subject and day. An
    article that is pasted into it says by its own head who published it and when; failing that, the sender's name is
    the outlet when it shares a word with the mail domain ("Steppe Wire" at steppewire.example) or is a listed outlet's,
    else the author: a person forwards what another has published. The day on which a person sent an article is not that
    of its publication.
    """
    message = parsed(data, where)
    subject = bare_subject(plain(_header(message, "subject")))
    sender = _sender(_header(message, "from"))
    page = _page(message, where, outlet=sender[0])
    if page is not None:
        found = Found(draft=page, part=Part(fields={}, start=0, end=len(page.text)), quoted=False, pasted=False)
    else:
        decoded = _written(message, where)
        found = article_of(unwrap(unquoted(decoded.text)), subject=subject)
        found = replace(found, draft=replace(found.draft, problems=decoded.problems))
    return _told(found, message, subject, where)


def _told(found: Found, message: EmailMessage, subject: str, where: str) -> Draft:
    """The draft with what the fields of the letter, or of the one that it quotes, say beside the article's own head."""
    draft, fields = found.draft, found.part.fields
    outlet, author = _sender(fields.get("from", "") if found.quoted else _header(message, "from"))
    own_head = found.pasted and not outlet
    day, problems = None, list(draft.problems)
    if not (own_head and draft.published):
        stated = plain(fields.get("date", "") if found.quoted else _header(message, "date"))
        day, said = _day(stated, of_an_article=own_head, where=where)
        problems += said
    headline = (draft.title if found.pasted else None) or bare_subject(fields.get("subject", "")) or subject
    if outlet and headline:
        draft = headed(draft, headline)
    return replace(
        draft,
        title=headline or draft.title,
        outlet=(draft.outlet if found.pasted else None) or outlet or draft.outlet,
        byline=draft.byline or (None if own_head else author),
        published=(draft.published if found.pasted else None) or day or draft.published,
        problems=tuple(problems),
    )


def _day(stated: str, *, of_an_article: bool, where: str) -> tuple[Published | None, list[Problem]]:
    """The day that a letter's field gives; none for an article that a person sent, which was published before."""
    if of_an_article:
        found = "the article in the letter names no day, and who sent it did not publish it"
        return None, [problem("date.unclear", where=where, found=found)]
    day = dates.published(stated, basis="eml Date") if stated else None
    if stated and day is None:
        return None, [problem("date.unclear", where=where, found=f"no day in the Date field {stated[:40]!r}")]
    return day, []


def parsed(data: bytes, where: str) -> EmailMessage:
    """The letter; raises IngestError for a damaged one."""
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


def _page(message: EmailMessage, where: str, *, outlet: str | None) -> Draft | None:
    """The page that an outlet sends as HTML, its menus left out; None for what people write, and for text."""
    html, text = part_of(message, "html"), part_of(message, "plain")
    if html is None or outlet is None or (text is not None and len(content_of(text, where).text) >= SHORT):
        return None
    from sayso.stages.ingest.html import from_html

    page = from_html(content_of(html, where).text, where=where)
    return page if page.text.strip() else None


def _written(message: EmailMessage, where: str) -> Decoded:
    """The words of the letter: its text, or that of its HTML where the text only points there."""
    html, text = part_of(message, "html"), part_of(message, "plain")
    written = content_of(text, where) if text is not None else decode(b"", where=where)
    if html is not None and len(written.text) < SHORT:
        from sayso.stages.ingest.html import lines_of

        page = content_of(html, where)
        words = lines_of(page.text)
        if len(words) > len(written.text):
            return replace(page, text=words)
    return written


def part_of(message: EmailMessage, kind: str) -> Any:
    """The body of a letter in this form (`html` or `plain`); None where it has none."""
    try:
        return message.get_body(preferencelist=(kind,))
    except (ValueError, AttributeError, LookupError, KeyError, RecursionError):
        return None


def content_of(part: Any, where: str) -> Decoded:
    """A part's text."""
    payload = part.get_payload(decode=True) or b""
    return decode(payload, where=where, declared=part.get_content_charset())


def _sender(field: str) -> tuple[str | None, str | None]:
    """Outlet and author from a `From` field: one of the two, or neither."""
    found = SENDER.fullmatch(field.strip())
    if not found:
        name = plain(field) if "@" not in field else ""
        return (name, None) if name in known_outlets() else (None, name or None)
    name, domain = plain(found["name"]), found["domain"].lower()
    stem = "".join(re.findall(r"[a-z0-9]+", ".".join(domain.split(".")[:-1])))
    if name in known_outlets():
        return name, None
    if not name or not stem:
        return None, name or None
    words = [w for w in re.findall(r"[a-z0-9]{3,}", name.lower()) if w not in ("the", "news", "daily")]
    is_outlet = stem not in FREE_MAIL and any(word in stem for word in words)
    return (name, None) if is_outlet else (None, name)


def attached(data: bytes, *, where: str) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file that is attached to a letter, and of each letter; at most MAX_PARTS."""
    try:
        for number, part in enumerate(parsed(data, where).iter_attachments(), start=1):
            if number > MAX_PARTS:
                return
            inner: Any = part.get_payload()
            if part.get_content_type() == "message/rfc822" and isinstance(inner, list) and inner:
                yield f"letter-{number}.eml", inner[0].as_bytes()
                continue
            held: Any = part.get_payload(decode=True)
            name = plain(part.get_filename() or "").replace("/", "_") or f"{number} ({part.get_content_type()})"
            yield name, held or b""
    except (ValueError, AttributeError, LookupError, KeyError, TypeError):
        return  # a letter that says it has parts and has none
