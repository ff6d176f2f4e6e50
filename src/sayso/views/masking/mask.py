"""Any answer, record by record, without what is to be masked."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from sayso.model import Claim, Document, Judgement, Place, Reading, Relations, Span
from sayso.model.relation import Change, Derivation, Passage
from sayso.model.standing import Correction
from sayso.store.ledger import Ledger
from sayso.views.masking.asked import Asked
from sayso.views.masking.finding import Cut, People, Places, cuts_of, joined_cuts
from sayso.views.masking.ids import GIST_LABEL, Ids
from sayso.views.masking.note import note_of
from sayso.views.masking.persons import outlets_of, persons
from sayso.views.masking.shape import documents_of, is_coded
from sayso.views.masking.texts import MaskedText
from sayso.views.masking.tokens import tokens_of
from sayso.views.masking.toponyms import KEPT, toponyms
from sayso.views.records import Briefing, ChangeLine, Citation, DocumentLine, MaskNote

T = TypeVar("T")
UNREAD = "[not read, so names in it are not known: withheld]"
"""What stands for title and text of a document in which nobody looked for names, such as one in another language, and
for the parts of a page that are not read."""
REVIEWER = "a reviewer"
"""What stands for the name of who judged a row."""
PLACE = "place (masked)"
"""What stands for a place whose name alone does not tell that it is one."""


def masking_of(ledger: Ledger, asked: Asked, *, at: datetime) -> "Masking":
    """The masking of all that a ledger holds; the same labels for one ledger, whatever is shown of it."""
    return Masking(tuple(ledger.readings()), ledger.relations(), asked, at=at)


class Masking:
    """Gives records back without what is to be masked."""

    def __init__(self, readings: Sequence[Reading], relations: Relations, asked: Asked, *, at: datetime) -> None:
        self.asked, self._at = asked, at
        self._documents = {reading.document.id: reading.document for reading in readings}
        self._unread = frozenset(reading.document.id for reading in readings if not reading.sentences)
        common = common_words(document.text for document in self._documents.values())
        who = persons(readings, relations, common, people=asked.people, all_people=asked.all_people)
        self._people = People(who, common)
        self._places = Places(toponyms(readings) if asked.places else (), common, outlets_of(readings))
        self._texts: dict[str, MaskedText] = {}
        self._words: dict[tuple[str, tuple[str, ...]], str] = {}
        self._ids: Ids | None = None
        self._ids = Ids(who, relations, self.words)

    @property
    def note(self) -> MaskNote:
        """What a masked answer says of itself."""
        return note_of(self.asked, self._at)

    def words(self, text: str, documents: tuple[str, ...] = ()) -> str:
        """Words without what is to be masked; `documents` are those that they may be from, for who is meant."""
        key = (text, documents)
        if key not in self._words:
            self._words[key] = MaskedText(text, self._cuts(text, documents)).text
        return self._words[key]

    def _cuts(self, text: str, documents: Collection[str]) -> list[Cut]:
        ids = self._ids.cuts(text) if self._ids else ()
        return joined_cuts([*ids, *cuts_of(text, self._people, self._places, documents)])

    def text(self, key: str) -> MaskedText:
        """The masked text of a document that is held; raises KeyError for another."""
        if key not in self._texts:
            document = self._documents[key]
            unread = [block for block in document.blocks if block.kind == "boilerplate"]
            cuts = [Cut(start=block.start, end=block.end, label=UNREAD) for block in unread if block.end > block.start]
            if key in self._unread and document.text:
                cuts = [Cut(start=0, end=len(document.text), label=UNREAD)]
            found = self._cuts(document.text, (key,))
            self._texts[key] = MaskedText(document.text, joined_cuts([*cuts, *found]))
        return self._texts[key]

    def of(self, value: T, documents: tuple[str, ...] = ()) -> T:
        """A record, or records in tuples, lists and dictionaries, without what is to be masked.

        Spans and citations are those of the masked text of their document, offsets too.
        """
        return self._of(value, documents)  # type: ignore[no-any-return]

    def briefing(self, made: Briefing) -> Briefing:
        """A briefing that says first that it is masked."""
        return replace(self.of(made), masked=self.note)

    def _of(self, value: Any, documents: tuple[str, ...]) -> Any:
        if isinstance(value, str):
            return self.words(value, documents)
        if isinstance(value, Span):
            return self._span(value, documents)
        if isinstance(value, dict):
            return {name: self._of(held, documents) for name, held in value.items()}
        if isinstance(value, list | tuple):
            return type(value)(self._of(held, documents) for held in value)
        if is_dataclass(value) and not isinstance(value, type):
            own = documents_of(value) or documents
            special = SPECIAL.get(type(value))
            return special(self, value, own) if special else self._record(value, own)
        return value

    def _record(self, value: Any, documents: tuple[str, ...], **given: Any) -> Any:
        """A record field by field; `given` are values that are made otherwise."""
        kind: Any = type(value)
        names = [field.name for field in fields(value) if field.name not in given and not is_coded(kind, field.name)]
        made = {name: self._of(getattr(value, name), documents) for name in names}
        if isinstance(made.get("url"), str) and made["url"] != value.url:
            made["url"] = None
        if isinstance(made.get("title"), str) and len(documents) == 1 and documents[0] in self._unread:
            made["title"] = UNREAD
        if self.asked.places and "entity" in made:
            made |= self._without_government(value, made)
        return replace(value, **made, **given)

    def _without_government(self, value: Any, made: dict[str, Any]) -> dict[str, Any]:
        """What is left of whom words mean where these name a capital for a government: "place 1" of the government of
        Iran would tell which place it is."""
        if not str(value.entity or "").endswith("-government"):
            return {}
        held = [(value.name, made["name"])] if hasattr(value, "name") else []
        held += [(value.span.text, made["span"].text)] if hasattr(value, "span") else []
        if all(was == now for was, now in held):
            return {}
        told = {"entity": None, "value": None, "country": None, "nationality": None, "name": held[-1][1]}
        return {name: to for name, to in told.items() if name in {field.name for field in fields(value)}}

    def _span(self, span: Span, documents: tuple[str, ...]) -> Span:
        key = self._holding(span, documents)
        if key is None:
            words = self.words(span.text, documents)
            return Span(start=0, end=len(words), text=words)
        start, end, words = self._passage(key, span.start, span.end)
        return Span(start=start, end=end, text=words)

    def _holding(self, span: Span, documents: tuple[str, ...]) -> str | None:
        """The document that a span is of: one of those named, else any that has these words in this place."""
        for key in (*documents, *self._documents):
            held = self._documents.get(key)
            if held is not None and held.text[span.start : span.end] == span.text:
                return key
        return None

    def _passage(self, key: str, start: int, end: int) -> tuple[int, int, str]:
        text = self.text(key)
        first, last = text.start(start), text.end(end) if end > start else text.start(start)
        return first, last, text.text[first:last]

    def _citation(self, value: Citation, documents: tuple[str, ...]) -> Citation:
        if value.document not in self._documents:
            return self._record(value, documents)  # type: ignore[no-any-return]
        start, end, quote = self._passage(value.document, value.start, value.end)
        return replace(value, start=start, end=end, quote=quote)

    def _line(self, value: DocumentLine, documents: tuple[str, ...]) -> DocumentLine:
        text = self.text(value.id)
        sentences = tuple((text.start(start), text.end(end)) for start, end in value.sentences)
        return self._record(value, documents, text=text.text, sentences=sentences)  # type: ignore[no-any-return]

    def _document(self, value: Document, documents: tuple[str, ...]) -> Document:
        text = self.text(value.id)
        blocks = tuple(replace(b, start=text.start(b.start), end=text.end(b.end)) for b in value.blocks)
        links = tuple(link for link in value.links if self.words(link, documents) == link)
        given: dict[str, Any] = {"text": text.text, "blocks": blocks, "links": links}
        if self.asked.people:
            given["byline"] = None  # it is nothing but names
        if value.id in self._unread:
            given |= {"byline": None, "url": None, "links": ()}
            given["evidence"] = value.evidence and replace(value.evidence, name=UNREAD)
        return self._record(value, documents, **given)  # type: ignore[no-any-return]

    def _place(self, value: Place, documents: tuple[str, ...]) -> Place:
        made: Place = self._record(value, documents)
        if not self.asked.places or value.precision in KEPT:
            return made
        name = PLACE if made.name == value.name else made.name
        return replace(made, name=name, geonames_id=None, lat=None, lon=None, reasons=())

    def _claim(self, value: Claim, documents: tuple[str, ...]) -> Claim:
        return self._record(value, documents, gist_id=GIST_LABEL, meaning=None)  # type: ignore[no-any-return]

    def _signed(self, value: Any, documents: tuple[str, ...]) -> Any:
        return self._record(value, documents, **({"by": REVIEWER} if self.asked.people else {}))

    def _two(self, value: Any, documents: tuple[str, ...]) -> Any:
        """A record with a passage each of two documents, the earlier one's first."""
        (one, first), (other, second) = PAIRS[type(value)]
        was, now = getattr(value, one), getattr(value, other)
        made = {first: self._of(getattr(value, first), (was,)), second: self._of(getattr(value, second), (now,))}
        return self._record(value, documents, **made)

    def _derivation(self, value: Derivation, documents: tuple[str, ...]) -> Derivation:
        evidence = tuple(
            Passage(
                left=passage.left and self._span(passage.left, (value.left,) if value.left else ()),
                right=self._span(passage.right, (value.right,)),
            )
            for passage in value.evidence
        )
        return self._record(value, documents, evidence=evidence)  # type: ignore[no-any-return]


PAIRS = {
    Change: (("parent", "was"), ("child", "now")),
    ChangeLine: (("parent", "was"), ("child", "now")),
}
SPECIAL: Mapping[type, Callable[[Masking, Any, tuple[str, ...]], Any]] = {
    Citation: Masking._citation,
    DocumentLine: Masking._line,
    Document: Masking._document,
    Place: Masking._place,
    Claim: Masking._claim,
    Judgement: Masking._signed,
    Correction: Masking._signed,
    Change: Masking._two,
    ChangeLine: Masking._two,
    Derivation: Masking._derivation,
}
"""Records of which a field needs more than its words."""


def common_words(texts: Any) -> frozenset[str]:
    """Words that stand somewhere in lower case, and so may be words where they have a capital.

    >>> sorted(common_words(["Will they hope? Hope Lee will."]))
    ['hope', 'they', 'will']
    """
    return frozenset(
        token.key for text in texts for token in tokens_of(text) if text[token.start : token.end].islower()
    )
