"""JSON Lines: records that carry their text, which is taken to the letter."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from sayso.errors import IngestError
from sayso.lexicon.escapes import opened
from sayso.model import Document, Evidence, Ingested, Problem, Published
from sayso.stages.ingest import dates
from sayso.stages.ingest.address import canonical, outlet_of
from sayso.stages.ingest.charset import told_of
from sayso.stages.ingest.draft import plain
from sayso.stages.ingest.heads import day_of_address
from sayso.stages.ingest.language import detect
from sayso.stages.ingest.lines import unwrap
from sayso.stages.ingest.plain import from_text
from sayso.stages.ingest.problems import problem, refusal
from sayso.stages.ingest.twice import mended

FIELDS = ("id", "text", "title", "byline", "published", "outlet", "url", "language")
OTHER_NAMES = {
    "date": "published", "datetime": "published", "pubdate": "published", "published_at": "published",
    "publication_date": "published", "date_published": "published", "publisher": "outlet", "site": "outlet",
    "site_name": "outlet", "newspaper": "outlet", "headline": "title", "author": "byline", "authors": "byline",
    "link": "url", "lang": "language",
}  # fmt: skip
"""What other programs call our fields. They are not taken, since `date` may be another day; who wrote them is told."""
LINE_TYPE = "application/json"


def from_record(mapping: Mapping[str, Any], *, where: str = "record") -> tuple[Document, bytes]:
    """The document of a record `id, text` with optional `title, byline, published, outlet, url, language`, and bytes.

    Title, author, outlet and day that the record does not give are taken from the text's first lines where they stand
    there. The text is not stripped or changed in any way, so that offsets agree with the caller's. The bytes are the
    record as canonical JSON; `Document.evidence` names them. Raises IngestError for a missing or wrong field.
    `read_record` also gives the Problems, and skips nothing.

    >>> document, _ = from_record({"id": "a1", "text": " He said so. "})
    >>> document.given_id, document.text
    ('a1', ' He said so. ')
    """
    document, data, _ = read_record(mapping, where=where)
    return document, data


def from_line(line: bytes | str, *, where: str) -> tuple[Document, bytes, tuple[Problem, ...]]:
    """As `read_record`, from one line of JSON Lines. Raises IngestError for a line that is no record."""
    try:
        mapping = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise refusal("jsonl.bad_line", where=where, found=f"the line is no JSON: {error}") from error
    if not isinstance(mapping, dict):
        raise refusal("jsonl.bad_line", where=where, found=f"the line holds {type(mapping).__name__}, not an object")
    return read_record(mapping, where=where)


def read_record(mapping: Mapping[str, Any], *, where: str) -> tuple[Document, bytes, tuple[Problem, ...]]:
    """The document of a record, its bytes as canonical JSON, and what could not be taken from it.

    Raises IngestError where `text` is missing or a field is of another type.
    """
    text = mapping.get("text")
    if not isinstance(text, str):
        raise refusal("jsonl.bad_field", where=f"{where} text", found=f"expected text, found {type(text).__name__}")
    given = mapping.get("id")
    if given is not None and not isinstance(given, str | int):
        raise refusal("jsonl.bad_field", where=f"{where} id", found=f"expected text, found {type(given).__name__}")
    data = _canonical(mapping)
    named = {name: _words(mapping, name, where) for name in ("title", "byline", "outlet", "url", "language")}
    when = _published(mapping.get("published"))
    # line breaks become spaces, and written-out ones line breaks, one for one, so that the blocks of that text are
    # blocks of the text as given
    draft = from_text(unwrap(opened(text)), title=named["title"], outlet_line=False)
    url = canonical(named["url"] or draft.url)
    document = Document(
        id="doc-" + sha256(data).hexdigest()[:16],
        given_id=None if given is None else str(given),
        title=draft.title,
        byline=named["byline"] or draft.byline,
        outlet=named["outlet"] or draft.outlet or outlet_of(url, text),
        published=when or draft.published or day_of_address(url),
        url=url,
        language=named["language"] or detect(f"{text}\n{named['title'] or ''}"),
        text=text,
        blocks=draft.blocks,
        evidence=Evidence(sha256=sha256(data).hexdigest(), size_bytes=len(data), media_type=LINE_TYPE, name=f"{where}"),
    )
    return document, data, tuple(_notes(mapping, document, where))


class GivenIds:
    """The ids that records of one input gave, so that one given to two documents is told of."""

    def __init__(self) -> None:
        self._held: dict[str, str] = {}

    def note(self, document: Document, where: str) -> tuple[Problem, ...]:
        """A warning where another document had this one's given id; the same record twice is one document."""
        given = document.given_id
        if given is None or self._held.setdefault(given, document.id) == document.id:
            return ()
        return (problem("jsonl.same_id", where=where, found=f"another record has the id `{given[:80]}` too"),)


def read_lines(text: str, *, where: str) -> Ingested:
    """The documents of a JSON Lines file; a bad line costs that line. A JSON array of records is taken too."""
    held: list[tuple[Document, bytes]] = []
    problems: list[Problem] = []
    given = GivenIds()
    for place, line in _records(text):
        spot = f"{where} {place}"
        try:
            document, data, notes = from_line(line, where=spot)
        except IngestError as error:
            problems.append(error.as_problem())
            continue
        held.append((_named(document, where), data))
        problems.extend((*notes, *given.note(document, spot)))
    return Ingested(documents=tuple(held), problems=tuple(problems))


def _records(text: str) -> Iterator[tuple[str, str]]:
    if text.lstrip().startswith("["):
        try:
            for number, value in enumerate(json.loads(text), start=1):
                yield f"record {number}", json.dumps(value)
            return
        except (ValueError, RecursionError):
            pass  # a first line of its own that starts with a bracket: reported below, by line
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield f"line {number}", line


def _named(document: Document, name: str) -> Document:
    evidence = document.evidence
    return replace(document, evidence=replace(evidence, name=name)) if evidence else document


def _canonical(mapping: Mapping[str, Any]) -> bytes:
    words = json.dumps(mapping, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return words.encode("utf-8", "surrogatepass")


def _words(mapping: Mapping[str, Any], name: str, where: str) -> str | None:
    value = mapping.get(name)
    if value is not None and not isinstance(value, str):
        raise refusal("jsonl.bad_field", where=f"{where} {name}", found=f"expected text, found {type(value).__name__}")
    return plain(value) or None


def _published(value: Any) -> Published | None:
    if isinstance(value, datetime):
        return dates.published(value.isoformat(), basis="given")
    if isinstance(value, date):
        return dates.on_day(value, basis="given")
    if isinstance(value, Mapping):  # a document as Sayso prints it
        return dates.published(str(value.get("stated") or value.get("start") or ""), basis="given")
    return dates.published(str(value), basis="given") if value else None


def _notes(mapping: Mapping[str, Any], document: Document, where: str) -> Iterator[Problem]:
    if not document.text.strip():
        yield problem("ingest.empty", where=where, found="the text is empty")
    if (twice := mended(document.text)).lines:
        yield problem("charset.twice_kept", where=f"{where} text", found=told_of(twice))
    misnamed = {name: meant for name in mapping if (meant := OTHER_NAMES.get(name)) and not mapping.get(meant)}
    for name, meant in misnamed.items():
        yield problem("jsonl.misnamed_field", where=where, found=f"`{name}` was not taken; the field is `{meant}`")
    unknown = sorted(str(name) for name in set(mapping) - set(FIELDS) - set(misnamed))
    if unknown:
        yield problem("jsonl.unknown_field", where=where, found=f"fields not taken: {', '.join(unknown[:8])}")
    if mapping.get("published") and document.published is None:
        yield problem(
            "date.unclear", where=f"{where} published", found=f"no date in {str(mapping['published'])[:60]!r}"
        )
    if mapping.get("url") and document.url is None:
        yield problem(
            "url.refused", where=f"{where} url", found=f"not an http(s) address: {str(mapping['url'])[:60]!r}"
        )
