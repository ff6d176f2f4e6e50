"""A briefing from hand-made readings: what it says, and that every line is cited."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from factory import make_document
from sayso.exports.briefing_html import html
from sayso.exports.briefing_markdown import markdown
from sayso.lexicon.facets import Facet
from sayso.model import (
    Argument,
    Claim,
    DriveVoice,
    Figure,
    Grade,
    Happening,
    Link,
    Mentions,
    Origin,
    OriginCount,
    Proposition,
    Published,
    Quantity,
    Reading,
    RecruitmentDrive,
    Relations,
    Span,
)
from sayso.views.briefing import briefing, citations, documents, ranked
from sayso.views.figures import told_apart
from sayso.views.icd203 import mixed
from sayso.views.records import Briefing, Citation, CitedSentence, DisagreementLine, DriveLine, DriveSheet, VoiceLine

FACETS = (
    Facet(name="pools", title="Recruit pools", roles=frozenset({"recruit_pool"}), drawn=True),
    Facet(
        name="recruiters", title="Recruiters", types=frozenset({"RECRUIT"}), roles=frozenset({"recruiter"}), drawn=True
    ),
    Facet(name="numbers", title="Numbers", types=frozenset({"RECRUIT"}), kind="quantity"),
)
TEXT = "A former captain told us that Brigade <b>X</b> is recruiting up to 300 miners. Nobody answered."


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words)


def reading() -> Reading:
    document = make_document(
        TEXT,
        title="Miners & <script>alert(1)</script>",
        outlet="Example Post",
        published=Published(start=date(2022, 10, 25), end=date(2022, 10, 26), precision="day", basis="given"),
    )
    claim = Claim(
        id="c-1",
        gist_id="g-1",
        event_type="RECRUIT",
        trigger=span("recruiting"),
        content=span("Brigade <b>X</b> is recruiting up to 300 miners"),
        sentence=span("A former captain told us that Brigade <b>X</b> is recruiting up to 300 miners."),
        chain=(Link(name="a former captain", kind="unnamed_military", span=span("A former captain")),),
        arguments=(
            Argument(role="recruiter", span=span("Brigade <b>X</b>"), entity="brigade-x", value="Brigade <b>X</b>"),
            Argument(role="recruit_pool", span=span("miners")),
        ),
        quantities=(Quantity(low=None, high=300, unit="miner", span=span("up to 300 miners")),),
        factuality="possible",
        polarity="positive",
        confidence=0.9,
    )
    return Reading(
        document=document,
        sentences=(claim.sentence, span("Nobody answered.")),
        mentions=Mentions(),
        claims=(claim,),
        read_by="test",
    )


def relations(r: Reading) -> Relations:
    one = OriginCount(at_least=1, at_most=1)
    figure = Figure(
        low=None, high=300, unit="miner", span=span("up to 300 miners"), claim="c-1", document=r.document.id,
        published=date(2022, 10, 25), factuality="possible", origin="o-1",
    )  # fmt: skip
    proposition = Proposition(
        id="p-1", title="Brigade <b>X</b> is recruiting miners", event_type="RECRUIT", claims=("c-1",),
        documents=(r.document.id,), reports=1, outlets=1, origins=one, origin_ids=("o-1",), figures=(figure, figure),
    )  # fmt: skip
    origin = Origin(id="o-1", name="a former captain", kind="unnamed", held=True, claims=("c-1",))
    return Relations(propositions=(proposition,), origins=(origin,))


@pytest.fixture
def made() -> Briefing:
    r = reading()
    return briefing([r], relations(r), facets=FACETS)


def test_every_line_is_cited(made: Briefing) -> None:
    lines: list[Any] = [*made.reported, *(row for one in made.pictures for row in one.rows), *made.sources]
    assert lines
    for line in lines:
        assert line.citations, line
        for citation in line.citations:
            assert TEXT[citation.start : citation.end] == citation.quote
            assert citation.sentence == 1


def test_picture_joins_what_one_claim_names(made: Briefing) -> None:
    (one,) = made.pictures
    assert (one.drive, one.title) == (None, "")
    assert [(r.facet, r.name) for r in one.rows] == [
        ("pools", "miners"),
        ("recruiters", "Brigade <b>X</b>"),
        ("numbers", "at most 300 (miner)"),
    ]
    assert [(f.left, f.right) for f in one.flows] == [("miners", "Brigade <b>X</b>")]


def test_what_is_denied_draws_no_edge() -> None:
    r = reading()
    denied = replace(r, claims=(replace(r.claims[0], factuality="negated", polarity="negative"),))
    (one,) = briefing([denied], relations(denied), facets=FACETS).pictures
    assert one.rows
    assert one.flows == ()


def taught(r: Reading, **fields: Any) -> Claim:
    """A claim of training at the miners' place, by who is anybody."""
    words = span("Nobody answered.")
    trainer = Argument(role="trainer", span=span("Nobody"), value="Nobody", entity="nobody")
    kept = {"id": "c-t", "event_type": "TRAIN", "trigger": words, "content": words, "sentence": words}
    return replace(r.claims[0], arguments=(trainer,), quantities=(), **kept | fields)


TRAINED = (
    *FACETS,
    Facet(
        name="trainers", title="Trainers", types=frozenset({"TRAIN"}), parts=frozenset({"TRAIN"}),
        roles=frozenset({"trainer"}),
    ),
    Facet(
        name="forbidders", title="Who forbids it", types=frozenset({"BAN"}), beside=frozenset({"BAN"}),
        roles=frozenset({"trainer"}),
    ),
)  # fmt: skip


def test_training_that_no_drive_holds_is_in_no_picture() -> None:
    r = reading()
    made = briefing([replace(r, claims=(*r.claims, taught(r)))], relations(r), facets=TRAINED)
    assert "trainers" not in {row.facet for one in made.pictures for row in one.rows}


def test_each_drive_has_its_picture_and_what_is_told_beside_them_another() -> None:
    r = reading()
    held = replace(r, claims=(*r.claims, taught(r)))
    voice = DriveVoice(
        origin="o-1", name="a captain", kind="unnamed", documents=(r.document.id,), claims=("c-t",), counted=True
    )
    drive = RecruitmentDrive(
        id="d-1", people="AF", side="RU", title="People of <i>A</i> recruited for the war of B", propositions=(),
        documents=(r.document.id,), reports=1, outlets=1, origins=OriginCount(at_least=1, at_most=1), voices=(voice,),
    )  # fmt: skip
    given = replace(relations(r), drives=(drive,))
    made = briefing([held], given, facets=TRAINED, drives=[sheet(r)])
    assert [(one.drive, [row.name for row in one.rows if row.facet == "trainers"]) for one in made.pictures] == [
        ("d-1", ["Nobody"]),
        (None, []),
    ]
    assert "c-1" not in {c.claim for row in made.pictures[0].rows for c in row.citations}
    text, page = markdown(made, TRAINED), html(made, TRAINED)
    assert "### Recruitment beside these drives" in text
    assert text.index("### Recruitment beside") > text.index("| Trainers | Nobody |")
    assert page.count('aria-label="Picture as a table: ') == 2
    assert "<h3>People of &lt;i&gt;A&lt;/i&gt; recruited for the war of B</h3>" in page
    # a drive that the briefing has no room for adds to what is told beside those that it shows
    (one,) = briefing([held], given, facets=TRAINED).pictures
    assert {"trainers", "recruiters"} <= {row.facet for row in one.rows}


@pytest.mark.parametrize(("beside", "stands"), [(True, True), (False, False)])
def test_who_forbids_stands_only_where_the_sentence_tells_of_recruiting(beside: bool, stands: bool) -> None:
    r = reading()
    sentence = r.claims[0].sentence if beside else span("Nobody answered.")
    ban = taught(r, id="c-b", event_type="BAN", sentence=sentence)
    made = briefing([replace(r, claims=(*r.claims, ban))], relations(r), facets=TRAINED)
    assert ("forbidders" in {row.facet for one in made.pictures for row in one.rows}) is stands


def test_who_denies_is_listed_as_denying_and_not_among_the_voices() -> None:
    r = reading()
    denial = replace(r.claims[0], id="c-2", factuality="negated", polarity="negative")
    held = replace(r, claims=(*r.claims, denial))
    given = relations(r)
    proposition = replace(given.propositions[0], claims=("c-1", "c-2"), origin_ids=("o-1", "o-2"), against=("c-2",))
    mayor = Origin(id="o-2", name="the mayor", kind="unnamed", held=True, claims=("c-2",))
    made = briefing([held], replace(given, propositions=(proposition,), origins=(*given.origins, mayor)), facets=FACETS)
    line = made.reported[0]
    assert (line.origin_names, line.denied_by) == (("a former captain",), ("the mayor",))
    assert "Voices: a former captain. Denied by: the mayor." in markdown(made, FACETS)


def sheet(r: Reading) -> DriveSheet:
    """A drive told by the captain, in two reports, and denied by the mayor."""
    start = TEXT.index("Nobody")
    said = Citation(document=r.document.id, sentence=1, start=0, end=7, quote=TEXT[:7], claim="c-1")
    denies = Citation(document=r.document.id, sentence=2, start=start, end=start + 15, quote="Nobody answered")
    captain = VoiceLine(
        origin="o-1", name="a <b>former</b> captain", kind="unnamed", documents=2, claims=2, citations=(said,)
    )
    mayor = VoiceLine(origin="o-m", name="the mayor", kind="person", documents=1, claims=1, citations=(denies,))
    paper = VoiceLine(origin="o-p", name="Some Paper", kind="outlet", documents=1, claims=1, citations=(said,))
    line = DriveLine(
        id="d-1", title="People of <i>A</i> recruited for the war of B", people="AF", side="RU", reports=2, outlets=1,
        origins=OriginCount(at_least=3, at_most=9), voices=(captain,), more_voices=2, denied_by=(mayor,),
    )  # fmt: skip
    summary = (CitedSentence(text="2 reports tell it.", citations=(said,)), CitedSentence(text="No figure."))
    differ = DisagreementLine(
        about="polarity",
        difference="fact",
        denial=False,
        left=said,
        right=denies,
        left_by="a captain",
        right_by="a mayor",
        right_denies=True,
    )
    return DriveSheet(
        line=line,
        first=None,
        last=None,
        summary=summary,
        uncounted=(paper,),
        facets=(),
        figures=(),
        disagreements=(differ,),
    )


def test_a_recruitment_drive_stands_first_in_a_paragraph_and_a_table_of_its_origins() -> None:
    r = reading()
    made = briefing([r], relations(r), facets=FACETS, drives=[sheet(r)])
    text = markdown(made, FACETS)
    assert text.index("## Recruitment drives") < text.index("## What is reported")
    assert "2 reports tell it. [1:1, 0–7] No figure." in text
    start = TEXT.index("Nobody")
    assert f"| the mayor | denies it | 1 | “Nobody answered” | [1:2, {start}–{start + 15}] |" in text
    assert "| a \\<b\\>former\\</b\\> captain | unnamed | 2 | " in text
    assert "2 further origins: `sayso show d-1` lists them." in text
    assert "cannot be told: Some Paper." in text


def test_the_same_in_html_where_an_article_writes_no_markup() -> None:
    r = reading()
    page = html(briefing([r], relations(r), facets=FACETS, drives=[sheet(r)]), FACETS)
    assert page.index('<section id="drives"') < page.index('<section id="reported"')
    assert "People of &lt;i&gt;A&lt;/i&gt; recruited for the war of B" in page
    section = page[page.index('<section id="drives"') : page.index('<section id="reported"')]
    assert "a &lt;b&gt;former&lt;/b&gt; captain" in section
    assert "2 further origins" in section
    assert '<a href="#d1-s1"' in section
    assert '<a href="#d1-s2"' in section
    assert "<mark>Nobody answered</mark>" in page


def test_what_tellers_of_a_drive_disagree_on_stands_among_the_disagreements_once() -> None:
    r = reading()
    one = sheet(r)
    made = briefing([r], relations(r), facets=FACETS, drives=[one, one])
    assert [(line.left_by, line.right_by) for line in made.disagreements] == [("a captain", "a mayor")]
    assert "On polarity (they cannot both be so): a captain: " in markdown(made, FACETS)
    assert "against a mayor, denying it: “" in markdown(made, FACETS)
    assert (
        "a mayor, denying it"
        in html(made, FACETS).partition('<section id="disagreements"')[2].partition("</section>")[0]
    )


def test_without_a_drive_nothing_stands_for_it() -> None:
    r = reading()
    none = briefing([r], relations(r), facets=FACETS)
    assert none.drives == ()
    assert "Recruitment drives" not in markdown(none, FACETS)
    assert 'id="drives"' not in html(none, FACETS)


def test_unknown_origin_counts_as_none() -> None:
    r = reading()
    unknown = Origin(id="o-1", name=None, kind="unknown", held=False, claims=("c-1",))
    none = OriginCount(at_least=0, at_most=0)
    given = relations(r)
    given = replace(given, origins=(unknown,), propositions=(replace(given.propositions[0], origins=none),))
    made = briefing([r], given, facets=FACETS)
    assert {row.origins.at_most for one in made.pictures for row in one.rows} == {0}
    assert any("cannot be traced" in u.text for u in made.unknowns)
    assert [source.name for source in made.sources] == ["origin not told, in Example Post [1]"]


def test_how_long_something_took_is_no_figure_to_set_against_another() -> None:
    r = reading()
    given = relations(r)
    years = [replace(f, unit="year", low=3) for f in given.propositions[0].figures]
    proposition = replace(given.propositions[0], figures=(*given.propositions[0].figures, *years))
    (told,) = briefing([r], replace(given, propositions=(proposition,)), facets=FACETS).figures
    assert {f.reading for f in told.figures} == {"at most 300 (miner)"}
    assert "year" not in told.range
    alone = replace(proposition, figures=tuple(years))
    assert briefing([r], replace(given, propositions=(alone,)), facets=FACETS).figures == ()


def test_a_line_quotes_the_words_that_it_rests_on_unless_its_title_has_them() -> None:
    r = reading()
    given = relations(r)
    made = briefing([r], given, facets=FACETS)
    (line,) = made.reported
    for text in (markdown(made, FACETS), html(made, FACETS)):
        assert "is recruiting up to 300 miners”." in text.partition("What is reported")[2]
    titled = replace(given.propositions[0], title=line.citations[0].quote)
    again = briefing([r], replace(given, propositions=(titled,)), facets=FACETS)
    assert "”." not in markdown(again, FACETS).partition("What is reported")[2].partition("## ")[0]


def test_a_figure_that_nothing_stands_beside_is_listed_all_the_same() -> None:
    r = reading()
    given = relations(r)
    told = replace(given.propositions[0].figures[0], low=None, high=300)
    one = replace(told, unit=None, low=1, high=1)
    alone = replace(given.propositions[0], figures=(told, one))
    made = briefing([r], replace(given, propositions=(alone,)), facets=FACETS)
    assert made.figures == ()
    (line,) = (each for group in made.figures_once for each in group.figures)
    assert line.reading == "at most 300 (miner)"  # "one of them" tells nothing
    for text in (markdown(made, FACETS), html(made, FACETS)):
        section = text.partition("Told once")[2].partition("What copies changed")[0]
        assert "at most 300 (miner)" in section
        assert "Nothing found" not in section
    assert line.citation in set(citations(made))


def test_where_no_document_tells_its_outlet_none_is_counted() -> None:
    r = reading()
    given = relations(r)
    nobodys = replace(given, propositions=(replace(given.propositions[0], outlets=0),))
    text = markdown(briefing([r], nobodys, facets=FACETS), FACETS)
    assert "1 report, outlet unknown, 1 independent origin" in text
    assert "0 outlets" not in text


def test_html_cites_into_the_text_and_escapes_articles(made: Briefing) -> None:
    page = html(made, FACETS)
    assert '<a href="#d1-s1"' in page
    assert 'id="d1-s1"' in page
    assert "<mark>Brigade &lt;b&gt;X&lt;/b&gt; is recruiting up to 300 miners</mark>" in page
    assert "<script" not in page
    assert 'http-equiv="Content-Security-Policy" content="default-src \'none\'' in page
    assert 'stroke-width="5"' in page  # one independent origin


def test_markdown_names_document_sentence_and_offsets(made: Briefing) -> None:
    text = markdown(made, FACETS)
    start = TEXT.index("Brigade")
    assert f"[1:1, {start}–" in text
    assert "\\<b\\>X" in text
    assert "1 report, 1 outlet, 1 independent origin" in text


def test_no_sentence_names_likelihood_and_confidence(made: Briefing) -> None:
    assert mixed(markdown(made, FACETS)) == []
    assert mixed("We think with high confidence that it is likely.") != []


def test_undated_document_from_nobody_is_named_as_unknown() -> None:
    r = reading()
    bare = replace(r, document=replace(r.document, outlet=None, published=None))
    made = briefing([bare], relations(bare), facets=FACETS)
    assert [unknown.text for unknown in made.unknowns[:2]] == [
        "Document [1] does not tell by whom it was published.",
        "Document [1] does not tell when it was published.",
    ]


def test_what_several_documents_leave_open_is_one_line() -> None:
    assert [documents(numbers) for numbers in ([3], [3, 5], [1, 2, 7])] == [
        "Document [3] does",
        "Documents [3] and [5] do",
        "Documents [1], [2] and [7] do",
    ]


def test_a_line_names_what_else_is_told_of_its_event_in_every_form() -> None:
    r = reading()
    given = relations(r)
    (first,) = given.propositions
    other = replace(first, id="p-2", title="Miners leave for the front", claims=("c-1",))
    event = Happening(id="e-1", propositions=("p-1", "p-2"), documents=first.documents, tellings=())
    both = replace(given, propositions=(first, other))
    made = briefing([r], both, facets=FACETS, happenings=[event])
    assert {line.proposition: line.same_event for line in made.reported} == {
        "p-1": ("Miners leave for the front",),
        "p-2": (first.title,),
    }
    assert "Told of one event with: Miners leave for the front." in markdown(made, FACETS)
    assert "Told of one event with Miners leave for the front." in html(made, FACETS)
    assert all(line.same_event == () for line in briefing([r], both, facets=FACETS).reported)


def test_figures_that_voices_tell_apart_stand_in_the_line() -> None:
    """The title has one of them only, and would make a witness to it of whoever gives another."""
    r = reading()
    given = relations(r)
    told = replace(given.propositions[0].figures[0], low=12, high=12, factuality="asserted")
    more = replace(told, low=190, high=190)
    proposition = replace(given.propositions[0], figures=(told, more))
    grade = Grade(subject="p-1", scale="credibility", value="1", profile="admiralty")
    made = briefing([r], replace(given, propositions=(proposition,)), facets=FACETS, grades=[grade])
    assert "Credibility 1, confirmed; of the event, not of a figure." in markdown(made, FACETS)
    assert "Credibility 1, confirmed; of the event, not of a figure." in html(made, FACETS)
    assert made.reported[0].figures_told == ("12 to 190 (miner)",)
    assert "miners”. Figures told: 12 to 190 (miner). Voices:" in markdown(made, FACETS)
    assert "Figures told: 12 to 190 (miner)." in html(made, FACETS)


@pytest.mark.parametrize(
    "bounds",
    [((12, 12), (12, 12)), ((None, 200), (200, 200)), ((20, 30), (20, 30)), ((None, 200), (None, None))],
)
def test_figures_that_do_not_differ_are_not_told_apart(bounds: Any) -> None:
    one = relations(reading()).propositions[0].figures[0]
    assert told_apart(replace(one, low=low, high=high) for low, high in bounds) == ()


def test_what_several_documents_tell_stands_before_a_single_report_that_the_picture_is_about() -> None:
    one = relations(reading()).propositions[0]
    killing = replace(one, id="p-2", title="Killing", event_type="KILL", reports=3)
    maybe_two = replace(one, id="p-3", title="Raid", event_type="ASSAULT", origins=OriginCount(at_least=1, at_most=2))
    both = replace(one, id="p-4", title="Hiring", reports=2)
    found = ranked([one, killing, maybe_two, both], frozenset({"RECRUIT"}))
    assert [p.id for p in found] == ["p-3", "p-4", "p-2", "p-1"]


def test_credibility_is_told_in_words_and_the_rest_can_be_had() -> None:
    r = reading()
    given = relations(r)
    grade = Grade(subject="p-1", scale="credibility", value="3", profile="admiralty")
    others = tuple(replace(given.propositions[0], id=f"p-{n}") for n in (1, 2, 3))
    made = briefing([r], replace(given, propositions=others), facets=FACETS, grades=[grade], limit=1)
    for text in (markdown(made, FACETS), html(made, FACETS)):
        assert "Credibility 3, possibly true." in text
        assert "2 further propositions" in text
        assert "sayso brief --limit 3" in text
