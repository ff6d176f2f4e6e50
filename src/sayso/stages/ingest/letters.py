"""The text of a letter: its own words, the letters that it quotes, and the article that is pasted into it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.lexicon.outlets import names_an_outlet
from sayso.model._record import record
from sayso.stages.ingest.draft import Draft
from sayso.stages.ingest.heads import HEADLINE_WORDS, is_masthead, unread
from sayso.stages.ingest.lines import LINE, asks, blocks_of, looks_like_title, same_words
from sayso.stages.ingest.plain import from_text

FIELDS = {
    "from": "from", "von": "from", "de": "from", "от": "from",
    "date": "date", "sent": "date", "datum": "date", "gesendet": "date", "envoyé": "date", "fecha": "date",
    "enviado": "date", "дата": "date", "отправлено": "date",
    "subject": "subject", "betreff": "subject", "objet": "subject", "asunto": "subject", "тема": "subject",
    "to": "to", "an": "to", "à": "to", "para": "to", "кому": "to", "cc": "to", "bcc": "to", "reply-to": "to",
}  # fmt: skip
"""What mail programs call the fields of a letter that they quote, in English, German, French, Spanish and Russian."""
FIELD = re.compile(rf"[ \t]*\*{{0,2}}(?P<name>{'|'.join(FIELDS)})[ \t]*:\*{{0,2}}[ \t]*(?P<value>.*)", re.I)
NEEDED = {"from", "date", "subject"}
"""Fields that tell the head of a quoted letter where no line says that one follows."""
MARK = re.compile(
    r"[ \t]*(?:-{3,}[ \t]*(?:forwarded message|original message|forwarded by .{1,80}|weitergeleitete nachricht"
    r"|ursprüngliche nachricht|message (?:transféré|d'origine)|mensaje reenviado|пересылаемое сообщение)[ \t]*-{3,}"
    r"|(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message (?:transféré|réexpédié)) ?:"
    r"|_{10,}|on .{6,200} wrote:)[ \t]*",
    re.I,
)
QUOTED = re.compile(r"^[ \t]?(?:>[ \t]?)+", re.M)
SIGNATURE = re.compile(r"-- ?")
SIGN_OFF = re.compile(
    r"(?:(?:all (?:the|my) )?best(?: wishes| regards)?|(?:kind(?:est)?|warm(?:est)?|many)? ?(?:regards|thanks)"
    r"|thank you|cheers|yours(?: \w+)?|sincerely(?: yours)?|sent from my \w+.{0,30}|get outlook for \w+.{0,30})[,.!]?",
    re.I,
)
SIGN_OFF_LINES, SIGN_OFF_WORDS = 8, 12
GREETING = re.compile(
    r"(?:hi|hello|hey|dear|hallo|good (?:morning|afternoon|evening|day)|greetings|all|fyi|see (?:below|attached)"
    r"|please|have you|did you|thought you|worth|for (?:your|our|the)|interesting|thanks?"
    r"|thank you|as (?:discussed|promised))\b",
    re.I,
)
TWO_SENTENCES = re.compile(r"\w[.!?]\s+[A-Z]")
FIRST_LINES = 16
"""So many lines may a person write above an article."""
WINDOW = 4000
"""Characters in which the head of an article is looked for."""


@record
class Part:
    """A letter among those that a text holds: the first is the letter itself, the others are quoted in it."""

    fields: dict[str, str]
    """`from`, `date` and `subject` as quoted; empty for the letter itself and where none are quoted."""
    start: int
    """Where its words begin, behind its fields."""
    end: int


@record
class Found:
    """What the text of a letter holds."""

    draft: Draft
    """Of the article or the quoted letter alone: what its bearer wrote around it is left out, as a page's menus are,
    and stands in the kept bytes. Of a letter that is neither its whole text, the signature as boilerplate."""
    part: Part
    quoted: bool
    """Whether the part is a letter quoted in the letter."""
    pasted: bool
    """Whether it holds an article with a head of its own, so that who sent it need not be who published it."""


def article_of(text: str, *, subject: str) -> Found:
    """The longest of the letters that a text holds, from the head of the article in it if there is one.

    `unquoted` has taken the marks of quoting out of the text.
    """
    parts = list(parts_of(text))
    part = max(parts, key=lambda each: len(text[each.start : each.end].split()))
    end = _signed_off(text, part)
    titled = bare_subject(part.fields.get("subject", "")) or subject
    start = _head(text, part.start, end, titled)
    quoted = part is not parts[0]
    if start is not None or quoted:
        carried = text[part.start if start is None else start : end].strip()
        draft = _drafted(carried, 0, len(carried), titled)
    else:
        draft = _drafted(text, 0, end, titled)
    return Found(draft=draft, part=part, quoted=quoted, pasted=start is not None)


PREFIX = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|tr|rv|fw)\s*:\s*)+", re.I)


def bare_subject(subject: str) -> str:
    """A subject without "Fwd:" and the like."""
    return PREFIX.sub("", subject).strip()


def unquoted(text: str) -> str:
    """The text without the marks of quoting, where a letter is quoted in it; else the same text."""
    lines = [line for line in text.split("\n") if line.strip()]
    quoted = sum(bool(QUOTED.match(line)) for line in lines)
    return QUOTED.sub("", text) if quoted > 3 and quoted * 3 > len(lines) else text


def parts_of(text: str) -> Iterator[Part]:
    """The letter and those that are quoted in it, in the order of the text."""
    start, fields = 0, dict[str, str]()
    for mark, head, told in _heads(text):
        yield Part(fields=fields, start=start, end=mark)
        start, fields = head, told
    yield Part(fields=fields, start=start, end=len(text))


def _heads(text: str) -> Iterator[tuple[int, int, dict[str, str]]]:
    """Where each quoted letter's mark begins and its fields end, and the fields."""
    lines = [*re.finditer(r"[^\n]*(?:\n|\Z)", text)]
    number = 0
    while number < len(lines):
        marked = bool(MARK.fullmatch(lines[number].group().rstrip("\n")))
        last, told = _fields(lines, number + marked)
        rule = marked and "_" in lines[number].group()
        if (marked and (told or not rule)) or told.keys() >= NEEDED:
            yield lines[number].start(), lines[last - 1].end() if told else lines[number].end(), told
            number = max(last, number + 1)
        else:
            number += 1


def _fields(lines: list[re.Match[str]], first: int) -> tuple[int, dict[str, str]]:
    """The line behind the fields that stand from the line `first` on, empty lines before them aside, and the fields."""
    told: dict[str, str] = {}
    number = last = first
    while number < len(lines):
        line = lines[number].group()
        field = FIELD.fullmatch(line.rstrip("\n"))
        if field:
            told.setdefault(FIELDS[field["name"].lower()], field["value"].strip(" \t*"))
            last = number + 1
        elif line.strip():
            if not (told and line[0] in " \t"):  # the rest of a long field is indented
                break
        elif told:
            break
        number += 1
    return last, told


def _signed_off(text: str, part: Part) -> int:
    """Where the words of a letter end: before the signature, or "Best wishes" and a name."""
    end = part.end
    lines = list(LINE.finditer(text, part.start, part.end))
    for number, line in enumerate(lines):
        words = line.group()
        near = number >= len(lines) - SIGN_OFF_LINES
        if number and (
            SIGNATURE.fullmatch(words) or (near and SIGN_OFF.fullmatch(words.strip()) and _short(lines[number + 1 :]))
        ):
            return line.start()
    return end


def _short(lines: list[re.Match[str]]) -> bool:
    return all(len(line.group().split()) <= SIGN_OFF_WORDS for line in lines)


def _head(text: str, start: int, end: int, subject: str) -> int | None:
    """Where the article in a letter begins: the first line from which the lines say most of it; None for no article.

    It needs the letter's subject as headline, or a headline with a day below it.
    """
    best: tuple[int, int] | None = None
    lines = [match for match, _ in zip(LINE.finditer(text, start, end), range(FIRST_LINES), strict=False)]
    for number, line in enumerate(lines):
        apart = not number or "\n\n" in re.sub(r"[ \t]+", "", text[lines[number - 1].end() : line.start()])
        words = line.group().strip()
        if not apart or (GREETING.match(words) and not same_words(words, subject)):
            continue
        said = _said(text, line.start(), min(end, line.start() + WINDOW), subject)
        if said and (best is None or said > best[0]):
            best = said, line.start()
    return best[1] if best else None


def _said(text: str, start: int, end: int, subject: str) -> int:
    """How much the lines from `start` on say of an article that begins there; 0 where it does not."""
    draft = _drafted(text, start, end, subject)
    title = draft.title
    if not title or names_an_outlet(title) or is_masthead(title) or not (looks_like_title(title) or asks(title)):
        return 0
    same = bool(subject) and same_words(title, subject)
    if not same and not (draft.published and len(title.split()) >= HEADLINE_WORDS):
        return 0
    told = 4 * same + 2 * bool(draft.outlet) + 2 * bool(draft.published) + bool(draft.byline)
    return told - bool(TWO_SENTENCES.search(title))  # "Ann here. Worth a look" is a person's more often than a headline


def _drafted(text: str, start: int, end: int, subject: str) -> Draft:
    """The draft of a text whose article stands from `start` to `end`."""
    first = LINE.search(text, start, end)
    printed = first.group().strip() if first and subject and same_words(first.group(), subject) else None
    draft = from_text(text[:end], begins=start, title=printed)
    rest = blocks_of(text[end:])
    tail = tuple(replace(block, start=block.start + end, end=block.end + end) for block in rest)
    return replace(draft, text=text, blocks=(*draft.blocks, *unread(tail, {block.start for block in tail})))
