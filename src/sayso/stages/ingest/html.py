"""Web pages: the article's text with its blocks. What the page says about itself is in metadata.py."""

import re
import warnings
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from functools import cache
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from sayso.model import BlockKind, Problem
from sayso.stages.ingest.address import canonical
from sayso.stages.ingest.charset import declared_in, decode
from sayso.stages.ingest.draft import BLANKS, Draft, Piece, lay_out, plain
from sayso.stages.ingest.heads import read_head, unread
from sayso.stages.ingest.lines import BOILERPLATE, ITEM, same_words
from sayso.stages.ingest.metadata import PageFacts, read_facts
from sayso.stages.ingest.problems import problem

Element = Any  # lxml has no public type for its elements

BREAK = "\ue000"
"""Private-use mark for `<br><br>`, which trafilatura would turn into a single line break."""
BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>|<!DOCTYPE[^>\[]{0,400}\[.{0,20000}?\]\s*>", re.I | re.S)
"""An XML declaration, which lxml refuses in a text, and a DOCTYPE that declares entities, which no page needs."""
FOOTNOTE = re.compile(r"[\[(]?\s*(?:\d{1,3}|[a-z]|[*†‡§])(?:\s*[,–-]\s*\d{1,3})*\s*[\])]?", re.I)
NOTE_TARGET = re.compile(r"#(?:_?(?:foot|end|ref|cite|fn|note|ftn|edn|sdfootnote)|_?\w{0,12}note)", re.I)
AREA = re.compile(r"(?:\b|\d)(?:k|c|m|d)?m$")
POWER = re.compile(r"(?:^|[^\d,.])10$")
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
MAX_DEPTH = 240
"""Deeper than this the parser drops text, so it is said."""
KINDS: dict[str, BlockKind] = {"p": "paragraph", "head": "heading", "item": "item", "quote": "quote", "table": "table"}
LAYOUT_WORDS = 30
"""A table cell with more words than this holds an article, not a figure."""
SENTENCE_END = re.compile(r"""[.!?…]["'”’»)\]]*\s*$""")
PLAIN_TAGS = ("h1", "h2", "h3", "h4", "p", "li", "blockquote", "pre", "td")
SKIPPED = ("script", "style", "noscript", "template", "nav", "footer", "form", "svg", "aside", "header")


def read_html(data: bytes, *, where: str, address: str | None = None, charset: str | None = None) -> Draft:
    """The draft of a web page: headline, paragraphs, lists, quotations and tables of the article, menus left out.

    Footnote marks are removed before extraction, so that `wounded<sup>1</sup>` is "wounded". Nothing is fetched and
    no entity is resolved. A page in which no article is recognised gives all its text, with a Problem.
    `address` is where it was found; `charset` what the server named, which goes before what the page names (HTML,
    section 13.2.3.2).
    """
    decoded = decode(data, where=where, declared=charset or declared_in(data))
    draft = from_html(decoded.text, where=where, address=address)
    return replace(draft, problems=decoded.problems + draft.problems)


def from_html(text: str, *, where: str, address: str | None = None) -> Draft:
    """As `read_html`, for a page that is text already (the body of a letter)."""
    tree = parse(text)
    if tree is None:
        return Draft(problems=(problem("ingest.no_text", where=where, found="the page holds no mark-up with text"),))
    problems: list[Problem] = []
    if _depth(tree) >= MAX_DEPTH:
        problems.append(problem("html.too_deep", where=where, found=f"nested {MAX_DEPTH} levels deep or more"))
    facts = read_facts(tree, text, where=where)
    drop_footnotes(tree)
    mark_breaks(tree)
    body = _article(tree)
    pieces = list(_pieces(body)) if body is not None else []
    if not pieces:
        pieces = list(_all_text(tree))
        if pieces:
            problems.append(problem("html.no_article", where=where, found="no article was recognised in the page"))
    pieces = _titled(pieces, facts)
    laid, blocks = lay_out(pieces)
    head = read_head(laid, blocks)
    return Draft(
        text=laid,
        blocks=unread(blocks, head.used),
        title=facts.title,
        byline=facts.byline or head.byline,
        outlet=facts.outlet or head.outlet,
        published=facts.published or head.published,
        url=facts.url,
        links=_links(body, address or facts.url),
        declared=facts.language,
        problems=(*problems, *facts.problems),
    )


LINE_TAGS = frozenset(
    "p div li tr table blockquote pre h1 h2 h3 h4 h5 h6 ul ol hr section article header footer".split()  # noqa: SIM905
)
PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr", "pre", "table"})


def lines_of(text: str) -> str:
    """The words of a letter written as HTML, line by line as it shows them, for a reader of plain text."""
    tree = parse(text)
    if tree is None:
        return ""
    words: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        skipped = tag in ("", "head", "script", "style", "title")
        if tag == "br" and event == "start":
            words.append("\n")
        elif tag in LINE_TAGS:
            words.append(BREAK if tag in PARAGRAPHS else "\n" if event == "start" else "")
        words.append(
            BLANKS.sub(" ", ("" if skipped else element.text or "") if event == "start" else element.tail or "")
        )
    laid = re.sub(rf"\s*{BREAK}[\s{BREAK}]*", "\n\n", "".join(words))
    return re.sub(r"[ \xa0]*\n[ \xa0]*", "\n", laid).strip()


def parse(text: str) -> Element | None:
    """The element tree; None when there is nothing to parse. Without network, and with libxml2's own limits on."""
    parser = lxml_html.HTMLParser(no_network=True, huge_tree=False, remove_comments=False)
    try:
        return lxml_html.document_fromstring(DECLARATION.sub("", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def drop_footnotes(tree: Element) -> None:
    """Take footnote marks out of the tree: numeric `<sup>` and links to notes. `km<sup>2</sup>` becomes km²."""
    instead = {mark: _instead(mark) for mark in tree.iter("sup", "a") if _is_footnote_mark(mark)}
    for parent in dict.fromkeys(mark.getparent() for mark in instead):
        _rebuild(parent, instead)


def _is_footnote_mark(mark: Element) -> bool:
    words = plain(mark.text_content())
    if not words or len(words) > 12 or mark.getparent() is None or not FOOTNOTE.fullmatch(words):
        return False
    return mark.tag == "sup" or bool(NOTE_TARGET.search(mark.get("href") or ""))


def _instead(mark: Element) -> str:
    """What stands for a mark: nothing, or a raised digit where it is a power and no footnote."""
    words, before = plain(mark.text_content()), _text_before(mark)
    linked = mark.tag == "a" or mark.find(".//a") is not None
    power = (AREA.search(before) and words in ("2", "3")) or POWER.search(before)
    return words.translate(SUPERSCRIPTS) if power and words.isdigit() and not linked else ""


def _rebuild(parent: Element, instead: dict[Element, str]) -> None:
    """Take the marks out of one element in a single pass; lxml's own way copies its text once for each mark."""
    last, words = None, [parent.text or ""]
    for child in list(parent):
        tail = child.tail or ""
        if child in instead:
            child.tail = None
            parent.remove(child)
            words += [instead[child], tail]
            continue
        _put(parent, last, words)
        last, words = child, [tail]
    _put(parent, last, words)


def _put(parent: Element, last: Element | None, words: list[str]) -> None:
    if last is None:
        parent.text = "".join(words)
    else:
        last.tail = "".join(words)


def _text_before(mark: Element) -> str:
    before = mark.getprevious()
    words = (before.tail if before is not None else mark.getparent().text) or ""
    return str(words)[-12:].rstrip()


def mark_breaks(tree: Element) -> None:
    """Put BREAK where a new paragraph begins that the extractor would not see.

    In place of two or more `<br>`, in place of empty lines in `<pre>`, before the paragraphs of a table cell.
    """
    for br in list(tree.iter("br")):
        following = br.getnext()
        if following is not None and following.tag == "br" and not (br.tail or "").strip():
            br.tail = BREAK
    in_cells = {part for cell in tree.iter("td") for part in cell.iter("p", "div", "h1", "h2", "h3", "li")}
    for element in in_cells:
        element.text = BREAK + (element.text or "")
    for element in tree.iter("pre"):
        for part in (part for part in element.iter() if part is element or part.tag in ("b", "i", "a", "em")):
            part.text = BLANK_LINE.sub(BREAK, part.text or "")


@cache
def _extractor() -> Any:
    with warnings.catch_warnings():
        # its download module, which is never called, warns of a proxy library that is not installed
        warnings.simplefilter("ignore")
        from trafilatura import bare_extraction

    return bare_extraction


def _article(tree: Element) -> Element | None:
    try:
        found = _extractor()(
            deepcopy(tree), include_links=True, include_comments=False, include_tables=True, with_metadata=False
        )
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        return None  # an odd tree that the extractor stumbles over is still read by its plain text
    return getattr(found, "body", None)


def _pieces(body: Element) -> Iterator[Piece]:
    for element in body:
        if not isinstance(element.tag, str):
            continue
        if element.tag == "list":
            for item in element.iter("item"):
                yield from _split("item", item)
        elif element.tag == "quote":
            yield from _quoted(element)
        elif element.tag == "table":
            yield from _table(element)
        else:
            yield from _split(KINDS.get(element.tag, "paragraph"), element)


def _table(element: Element) -> Iterator[Piece]:
    """The rows of a table; the paragraphs of its cells where the page uses it for its layout."""
    rows = [[_inline(cell) for cell in row.iter("cell")] for row in element.iter("row")]
    if any(len(cell.split()) > LAYOUT_WORDS for row in rows for cell in row):
        for part in (part for row in rows for cell in row for part in cell.split(BREAK)):
            yield _piece("paragraph", part)
        return
    for row in rows:
        yield Piece(kind="table", text=" | ".join(plain(cell.replace(BREAK, " ")) for cell in row))


def _quoted(element: Element) -> Iterator[Piece]:
    inner = [child for child in element if child.tag in ("p", "item", "list")]
    if not inner or (element.text or "").strip():
        yield from _split("quote", element)
        return
    for child in inner:
        yield from _split("quote", child)


def _split(kind: BlockKind, element: Element) -> Iterator[Piece]:
    """The element's text, cut where a paragraph break is marked or a line break separates whole sentences."""
    for part in _inline(element).split(BREAK):
        held = ""
        for line in part.split("\n"):
            if held and SENTENCE_END.search(held) and line.strip():
                yield _piece(kind, held)
                held = line
            else:
                held = f"{held} {line}" if held else line
        if held.strip():
            yield _piece(kind, held)


def _piece(kind: BlockKind, text: str) -> Piece:
    words = plain(text)
    if kind in ("paragraph", "item") and BOILERPLATE.match(words):
        return Piece(kind="boilerplate", text=words)
    if kind == "paragraph" and ITEM.match(words):
        return Piece(kind="item", text=words)
    return Piece(kind=kind, text=words)


def _inline(element: Element) -> str:
    """The text of an element, with `\\n` for a line break of the page; line breaks of the source are spaces."""
    words = [re.sub(r"\s+", " ", element.text or "")]
    for child in element:
        if child.tag == "lb":
            words.append("\n")
        elif isinstance(child.tag, str):
            inner = _inline(child)
            words.append(inner if child.tag in ("ref", "hi", "del", "code") else f"{inner}{BREAK}")
        words.append(re.sub(r"\s+", " ", child.tail or ""))
    return "".join(words)


def _all_text(tree: Element) -> Iterator[Piece]:
    """Every paragraph, heading and list item of a page that has no article the extractor would own to."""
    for element in tree.iter(*PLAIN_TAGS):
        if any(parent.tag in SKIPPED for parent in element.iterancestors()) or element.find(".//p") is not None:
            continue
        kind: BlockKind = "heading" if element.tag[0] == "h" else "item" if element.tag == "li" else "paragraph"
        for part in element.text_content().split(BREAK):
            yield _piece(kind, part)
    if not any(plain(e.text_content()) for e in tree.iter("p", "li", "blockquote", "pre", "td")):
        for part in _bare_text(tree).split(BREAK):
            yield _piece("paragraph", part)


def _bare_text(tree: Element) -> str:
    words = []
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag not in (*SKIPPED, "title", "head"):
            words.append(f"{BREAK if element.tag == 'div' else ''}{element.text or ''}")
        words.append(element.tail or "")
    return "".join(words)


def _titled(pieces: list[Piece], facts: PageFacts) -> list[Piece]:
    """The pieces with the headline marked as title; put in front when the page prints it outside the article."""
    for number, piece in enumerate(pieces[:4]):
        if facts.title and same_words(piece.text, facts.title):
            pieces[number] = Piece(kind="title", text=piece.text)
            return [p for n, p in enumerate(pieces) if n >= number or p.kind != "heading"] if number else pieces
    if facts.printed_title:
        return [Piece(kind="title", text=facts.printed_title), *pieces]
    return pieces


def _links(body: Element | None, base: str | None) -> tuple[str, ...]:
    if body is None:
        return ()
    found = (canonical(ref.get("target"), base=canonical(base)) for ref in body.iter("ref"))
    return tuple(dict.fromkeys(link for link in found if link))


def _depth(tree: Element) -> int:
    depth = most = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        most = max(most, depth)
    return most
