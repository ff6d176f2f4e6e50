"""What a web page says about itself: JSON-LD, OpenGraph, meta fields, the page's own words. Each with its place."""

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from sayso.model import Problem, Published
from sayso.model._record import record
from sayso.stages.ingest import dates
from sayso.stages.ingest.address import canonical
from sayso.stages.ingest.draft import plain
from sayso.stages.ingest.lines import same_words
from sayso.stages.ingest.problems import problem

Element = Any  # lxml has no public type for its elements

ARTICLE = re.compile(
    r"(?:News|Analysis|Opinion|Report|Review|Background|Live|Blog|Scholarly|Tech)?\w*(?:Article|Posting)|Report"
)
DATE_FIELDS = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published_time",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "sailthru.date",
    "parsely-pub-date",
    "citation_publication_date",
    "article.published",
)
TITLE_FIELDS = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "citation_title")
AUTHOR_FIELDS = (
    "author",
    "article:author",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "citation_author",
)
OUTLET_FIELDS = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "publisher",
    "citation_journal_title",
    "article:publisher",
)
BY = re.compile(r"^\s*(?:by|von|par|автор:?)\s+", re.I)
SEPARATED = re.compile(r"\s+(?:[|–—•·»]|-|::)\s+")
SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(\S{1,2000})\s*-->")
DATE_CLASS = re.compile(r"\b(?:date|time|publish(?:ed)?|dateline|timestamp|posted)\b|date$|^date", re.I)
BYLINE_CLASS = re.compile(r"\b(?:byline|author)(?:[-_]name)?\b", re.I)
TOO_DEEP = 12


@record
class PageFacts:
    """What a page says about itself; None where it says nothing."""

    title: str | None = None
    printed_title: str | None = None
    """The headline when the page prints it as `<h1>`."""
    byline: str | None = None
    outlet: str | None = None
    published: Published | None = None
    url: str | None = None
    language: str | None = None
    problems: tuple[Problem, ...] = ()


def read_facts(tree: Element, text: str, *, where: str) -> PageFacts:
    """Title, author, outlet, day, address and language as the page states them.

    Order: JSON-LD (the article object, `@graph` and lists included), OpenGraph and meta fields, then the page's own
    elements. `dateModified` is never taken for the day of publication.
    """
    article = _article_object(tree)
    meta = _meta(tree)
    printed = _printed_title(tree)
    outlet = _outlet(article, meta)
    page_title = plain(" ".join(tree.xpath("//head/title//text()")))
    headline, suffix = _without_outlet(page_title, outlet, printed)
    title = next(_said((_text(article.get("headline")), *(meta.get(f) for f in TITLE_FIELDS))), None)
    title = _without_outlet(title, outlet or suffix, printed)[0] if title else printed or headline or None
    published, problems = _published(tree, article, meta, where)
    return PageFacts(
        title=title,
        printed_title=printed if printed and title and same_words(printed, title) else None,
        byline=_byline(tree, article, meta),
        outlet=outlet or suffix,
        published=published,
        url=_url(tree, text, article, meta),
        language=_language(tree, article),
        problems=problems,
    )


def _article_object(tree: Element) -> dict[str, Any]:
    """The JSON-LD object that describes the article; empty when there is none."""
    for script in tree.xpath("//script[contains(translate(@type,'LDJSON','ldjson'),'ld+json')]"):
        words = re.sub(r"^\s*(?://)?\s*<!(?:--|\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*$", "", script.text_content() or "")
        try:
            held = json.loads(words, strict=False)
        except (ValueError, RecursionError):
            continue
        for candidate in _objects(held):
            types = candidate.get("@type")
            if any(isinstance(t, str) and ARTICLE.fullmatch(t.rsplit("/", 1)[-1]) for t in _listed(types)):
                return candidate
    return {}


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > TOO_DEEP:
        return
    if isinstance(value, list):
        for member in value:
            yield from _objects(member, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            yield from _objects(value.get(key), depth + 1)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> str:
    """A JSON-LD value as text: a string, an object with a name, or several of them."""
    names = []
    for member in _listed(value):
        name = member.get("name") if isinstance(member, dict) else member
        for part in _listed(name):
            if isinstance(part, str) and not part.startswith("http"):
                names.append(plain(unescape(part)))
    return ", ".join(dict.fromkeys(name for name in names if name))


def _said(values: Iterable[str | None]) -> Iterator[str]:
    return (plain(value) for value in values if plain(value))


def _meta(tree: Element) -> dict[str, str]:
    fields: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = plain(unescape(tag.get("content") or ""))
        if name and content:
            fields.setdefault(name.strip().lower(), content)
    return fields


def _printed_title(tree: Element) -> str | None:
    """The one headline of the page: a lone `<h1>`, or the `<h1>` inside its `<article>` or marked as headline."""
    for path in ("//h1[@itemprop='headline']", "//article//h1", "//main//h1", "//h1"):
        found = [words for words in (plain(h.text_content()) for h in tree.xpath(path)) if words]
        if len(found) == 1:
            return found[0]
    return None


def _without_outlet(title: str | None, outlet: str | None, printed: str | None) -> tuple[str, str | None]:
    """A page title without the outlet behind it, and that outlet.

    What stands behind the last separator is the outlet when it is the one the page names, or when what stands before
    it is the printed headline. "Kabul - Moscow talks fail" has no such suffix and stays whole.
    """
    words = plain(title)
    cuts = list(SEPARATED.finditer(words))
    for cut in reversed(cuts):
        front, back = words[: cut.start()].strip(), words[cut.end() :].strip()
        if outlet and same_words(back, outlet):
            return front, outlet
        if outlet and same_words(front, outlet):
            return back, outlet
        if printed and same_words(front, printed) and 0 < len(back.split()) <= 6:
            return front, back
    return words, None


def _outlet(article: dict[str, Any], meta: dict[str, str]) -> str | None:
    names = (_text(article.get("publisher")), *(meta.get(field) for field in OUTLET_FIELDS))
    return next((name for name in _said(names) if not name.startswith("http")), None)


def _byline(tree: Element, article: dict[str, Any], meta: dict[str, str]) -> str | None:
    named = [_text(article.get("author")), *(meta.get(field) for field in AUTHOR_FIELDS)]
    for element in tree.xpath("//*[@rel='author' or @itemprop='author' or @class]")[:3000]:
        marked = element.get("rel") == "author" or element.get("itemprop") == "author"
        if marked or BYLINE_CLASS.search(element.get("class") or ""):
            named.append(element.text_content())
    for name in _said(named):
        bare = BY.sub("", name)
        if not bare.startswith(("http", "@")) and 0 < len(bare) <= 120:
            return bare
    return None


def _published(
    tree: Element, article: dict[str, Any], meta: dict[str, str], where: str
) -> tuple[Published | None, tuple[Problem, ...]]:
    unclear: list[str] = []
    for basis, stated in _dates(tree, article, meta):
        found = dates.published(stated, basis=basis)
        if found:
            return found, ()
        unclear.append(f"{basis}: {stated[:40]!r}")
    if not unclear:
        return None, ()
    return None, (problem("date.unclear", where=where, found=f"no day in {unclear[0]}"),)


def _dates(tree: Element, article: dict[str, Any], meta: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Where the page states its day, with the words, surest first."""
    for key in ("datePublished", "dateCreated"):
        value = article.get(key)
        if isinstance(value, str) and value.strip():
            yield f"json-ld {key}", value
    for field in DATE_FIELDS:
        if field in meta:
            yield f"meta {field}", meta[field]
    for element in tree.xpath("//*[@itemprop='datePublished']"):
        yield (
            "itemprop datePublished",
            element.get("datetime") or element.get("content") or plain(element.text_content()),
        )
    times = tree.xpath("//article//time") or tree.xpath("//main//time") or tree.xpath("//time")
    for element in [t for t in times if "updat" not in (t.get("class") or "") + (t.get("itemprop") or "")][:1]:
        yield "time datetime", element.get("datetime") or plain(element.text_content())
    for element in tree.xpath("//*[@class or @id][not(self::body) and not(self::html)]")[:3000]:
        label = f"{element.get('class') or ''} {element.get('id') or ''}"
        if DATE_CLASS.search(label) and "updat" not in label:
            words = plain(element.text_content())
            day = dates.WRITTEN.search(words) if len(words) <= 80 else None
            if day:
                yield "date line", day.group()


def _url(tree: Element, text: str, article: dict[str, Any], meta: dict[str, str]) -> str | None:
    """The canonical address; `og:url` comes later because it often carries trackers."""
    page = article.get("mainEntityOfPage")
    named = [link.get("href") for link in tree.xpath("//link[@rel='canonical']")]
    named += [page.get("@id") if isinstance(page, dict) else page, article.get("url"), meta.get("og:url")]
    saved = SAVED_FROM.search(text[:5000])
    named.append(saved.group(1) if saved else None)
    return next((url for url in named if isinstance(url, str) and canonical(url)), None)


def _language(tree: Element, article: dict[str, Any]) -> str | None:
    stated = tree.get("lang") or article.get("inLanguage")
    code = re.match(r"[a-zA-Z]{2}(?![a-zA-Z])", stated) if isinstance(stated, str) else None
    return code.group().lower() if code else None
