"""Write a briefing as Markdown."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from sayso.lexicon.facets import Facet
from sayso.views.left_out import bounds, counted, not_listed
from sayso.views.records import Briefing, Citation, DocumentLine, FigureLine, VoiceLine
from sayso.views.wording import (
    EMPTY,
    FIRMNESS,
    GRADED,
    NOT_HELD,
    OF_THE_EVENT,
    ORIGIN,
    behind,
    credibility,
    day,
    origins,
    period,
    plural,
    quoted,
    shorten,
)

Cite = Callable[[Iterable[Citation]], str]

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")


def markdown(briefing: Briefing, facets: Sequence[Facet]) -> str:
    """The whole briefing; every line ends in its citations: [document:sentence, offsets]."""
    numbers = {d.id: d.number for d in briefing.documents}

    def cite(citations: Iterable[Citation]) -> str:
        return " ".join(f"[{numbers[c.document]}:{c.sentence}, {c.start}–{c.end}]" for c in citations)

    more = not_listed(briefing.left_out)
    sections = [
        head(briefing),
        *([section("Recruitment drives", drives(briefing, cite))] if briefing.drives else ()),
        section("What is reported", reported(briefing, cite)),
        section("The picture", pictures(briefing, facets, cite), more["entries"]),
        section("Figures", figures(briefing, cite), more["figures"]),
        section("What copies changed", changes(briefing, cite), more["changes"]),
        section("Disagreements", disagreements(briefing, cite), more["disagreements"]),
        section("Timeline", timeline(briefing, cite), more["timeline"]),
        section("What is not known", unknowns(briefing, cite), more["unknowns"]),
        section("Sources and what rests on them", sources(briefing, cite), more["sources"]),
        section("Documents", [document(d, numbers) for d in briefing.documents], more["documents"]),
        f"---\n\nRead by {plain(briefing.read_by)}.\n" if briefing.read_by else "",
    ]
    return "\n".join(sections if briefing.documents else sections[:1])


def plain(text: str) -> str:
    """Text on one line with Markdown's signs escaped, so that an article cannot write into the briefing."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))


def section(title: str, lines: Iterable[str], more: str = "") -> str:
    """A section; one without lines says that there is nothing. `more` says what is left out of it."""
    body = "\n".join(lines)
    return f"## {title}\n\n{body or 'Nothing found in these documents.'}\n" + (f"\n{more}\n" if more else "")


def head(briefing: Briefing) -> str:
    """Title and what the briefing rests on."""
    documents, unread = counted(briefing)
    masked = f"> **{plain(briefing.masked.sentence())}**\n\n" if briefing.masked else ""
    return (
        f"# {plain(briefing.title)}\n\n{masked}"
        f"{plural(documents, 'document')}, {documents - unread} of them read; {plural(briefing.claims, 'claim')}. "
        "Citations name document, sentence and code points of the document's text. "
        f"{ORIGIN} {NOT_HELD} {GRADED}{bounds(briefing.left_out)}\n"
        + ("" if briefing.documents else f"\n**{EMPTY}**\n")
    )


def drives(briefing: Briefing, cite: Cite) -> Iterable[str]:
    """Each drive in a paragraph, then its origins as a table, with who denies it and who is not counted."""
    for number, sheet in enumerate(briefing.drives, start=1):
        yield f"### {number}. {plain(sheet.line.title)}\n"
        yield " ".join(f"{plain(one.text)} {cite(one.citations)}".rstrip() for one in sheet.summary) + "\n"
        yield "| Origin | kind | reports | in its words | where |\n|---|---|---|---|---|"
        for voice in sheet.line.voices:
            yield origin(voice, voice.kind.replace("_", " "), cite)
        for voice in sheet.line.denied_by:
            yield origin(voice, "denies it", cite)
        yield ""
        if sheet.line.more_voices:
            yield f"{plural(sheet.line.more_voices, 'further origin')}: `sayso show {sheet.line.id}` lists them.\n"
        if sheet.uncounted:
            names = dict.fromkeys(voice.name for voice in sheet.uncounted)
            yield f"{UNCOUNTED}: {plain('; '.join(names))}.\n"


UNCOUNTED = "Named and not counted, as they pass on what others say or cannot be told"
WORDS = 140
"""Code points of the words that a table or a line quotes."""


def origin(voice: VoiceLine, kind: str, cite: Cite) -> str:
    """A voice as a row."""
    quote = plain(shorten(voice.citations[0].quote, WORDS)) if voice.citations else ""
    return f"| {plain(voice.name)} | {kind} | {voice.documents} | “{quote}” | {cite(voice.citations)} |"


def reported(briefing: Briefing, cite: Cite) -> Iterable[str]:
    """Propositions, most independent origins first."""
    for line in briefing.reported:
        when = f" ({period(line.period)})" if line.period else ""
        denied = " by some and denied by others" if line.denied else ""
        only = f"; {OF_THE_EVENT}" if line.figures_told else ""
        grade = f" Credibility {credibility(line.credibility)}{only}." if line.credibility else ""
        quote = f" “{plain(words)}”." if (words := quoted(line, WORDS)) else ""
        told = f" Figures told: {plain('; '.join(line.figures_told))}." if line.figures_told else ""
        voices = f" Voices: {plain('; '.join(line.origin_names))}." if line.origin_names else ""
        voices += f" Denied by: {plain('; '.join(line.denied_by))}." if line.denied_by else ""
        voices += f" Told of one event with: {plain('; '.join(line.same_event))}." if line.same_event else ""
        yield (
            f"{line.number}. **{plain(line.title)}**{when}, {FIRMNESS[line.factuality]}{denied}: "
            f"{behind(line.reports, line.outlets, line.origins)}.{quote}{told}{voices}{grade} {cite(line.citations)}"
        )
    if briefing.more_reported:
        everything = len(briefing.reported) + briefing.more_reported
        yield f"\n{plural(briefing.more_reported, 'further proposition')}: `sayso brief --limit {everything}` has all."


def pictures(briefing: Briefing, facets: Sequence[Facet], cite: Cite) -> Iterable[str]:
    """A table of all facets for each drive, and for recruiting beside them."""
    titles = {f.name: f.title for f in facets}
    for one in briefing.pictures:
        if one.title:
            yield f"### {plain(one.title)}\n"
        yield "| | entry | said to be | independent origins | reports | where |\n|---|---|---|---|---|---|"
        for r in one.rows:
            yield (
                f"| {titles[r.facet]} | {plain(r.name)} | {', '.join(r.firmness)} | {origins(r.origins)} | {r.reports} "
                f"| {cite(r.citations)} |"
            )
        yield ""


def figures(briefing: Briefing, cite: Cite) -> Iterable[str]:
    """Figures of each proposition with their range, then those that nothing stands beside."""
    for group in briefing.figures:
        yield f"### {plain(group.title)}\n\nRange: {plain(group.range)}.\n"
        for f in group.figures:
            yield f"- {figure(f)} {cite((f.citation,))}"
        yield f"- {plural(group.more, 'further figure')}\n" if group.more else ""
    if briefing.figures_once:
        yield "### Told once\n"
    for group in briefing.figures_once:
        for f in group.figures:
            yield f"- {plain(group.title)}: {figure(f)} {cite((f.citation,))}"


def figure(line: FigureLine) -> str:
    """One figure with whose it is."""
    return (
        f"“{plain(line.words)}” ({plain(line.reading)}, {line.firmness}), {plain(line.origin)}, {day(line.published)}"
    )


def unknowns(briefing: Briefing, cite: Cite) -> Iterable[str]:
    """What the documents leave open."""
    return (f"- {plain(each.text)} {cite(each.citations)}".rstrip() for each in briefing.unknowns)


def changes(briefing: Briefing, cite: Cite) -> Iterable[str]:
    """What each copy changed."""
    for c in briefing.changes:
        yield f"- {c.what}: “{plain(c.was.quote)}” {cite((c.was,))} became “{plain(c.now.quote)}” {cite((c.now,))}"


DENYING = ", denying it"
"""Behind who denies what is quoted, as the words may be the denied ones alone: "that men were hired"."""


def disagreements(briefing: Briefing, cite: Cite) -> Iterable[str]:
    """Contradictions with both sides."""
    words = {"fact": "they cannot both be so", "update": "the later may update the earlier", "scope": "different scope"}
    for d in briefing.disagreements:
        denial = "; a denial by the accused" if d.denial else ""
        yield (
            f"- On {d.about} ({words[d.difference]}{denial}): {plain(d.left_by)}{DENYING * d.left_denies}: "
            f"“{plain(d.left.quote)}” {cite((d.left,))} against {plain(d.right_by)}{DENYING * d.right_denies}: "
            f"“{plain(d.right.quote)}” {cite((d.right,))}"
        )


def timeline(briefing: Briefing, cite: Cite) -> Iterable[str]:
    """Dated propositions by period."""
    for when, lines in groupby(briefing.timeline, key=lambda t: period(t.period)):
        yield f"- {when}"
        for t in lines:
            yield f"  - {plain(t.title)}, {FIRMNESS[t.factuality]} ({origins(t.origins)}) {cite(t.citations)}"


def sources(briefing: Briefing, cite: Cite) -> Iterable[str]:
    """Voices with what rests on each."""
    for s in briefing.sources:
        alone = f", {s.alone} of them on this voice alone" if s.alone else ""
        yield (
            f"- **{plain(s.name)}** ({s.kind.replace('_', ' ')}): {plural(s.claims, 'claim')} in "
            f"{plural(len(s.propositions) + s.more_propositions, 'proposition')}{alone} {cite(s.citations)}"
        )


def document(line: DocumentLine, numbers: dict[str, int]) -> str:
    """A document with its outlet, date and what it was taken from."""
    came = f"; {plain('; '.join(line.derived_from))}" if line.derived_from else ""
    parent = f"; taken from [{numbers[line.parent]}]" if line.parent in numbers else ""
    note = f"; not read: {plain(line.note)}" if line.note else ""
    return (
        f"{line.number}. {plain(line.title)}. {plain(line.outlet or 'outlet unknown')}, {day(line.published)}"
        f"{parent}{came}{note} (`{line.id}`)"
    )
