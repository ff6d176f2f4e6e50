"""Grades, chosen figures and impact on a small story with known origins."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from sayso.errors import SettingsError
from sayso.lexicon.profiles import load_figure_profiles, load_grade_profile
from sayso.model import (
    Change,
    Claim,
    Contradiction,
    Derivation,
    DocumentRelation,
    DriveVoice,
    Figure,
    Judgement,
    Origin,
    OriginCount,
    Proposition,
    Reason,
    RecruitmentDrive,
    Relations,
    Span,
)
from sayso.stages.assess import assess, choose_figures, impact, impact_on_drives, own_figures

WORDS = Span(start=0, end=4, text="word")


def a_claim(name: str, **fields: object) -> Claim:
    values = {"factuality": "asserted", "polarity": "positive"} | fields
    return Claim(
        id=name,
        gist_id="g",
        event_type="RECRUIT",
        trigger=WORDS,
        content=WORDS,
        sentence=WORDS,
        confidence=0.9,
        **values,
    )  # type: ignore[arg-type]


def a_figure(claim: str, low: float, high: float, origin: str, day: int, factuality: str = "asserted") -> Figure:
    return Figure(
        low=low,
        high=high,
        unit="man",
        span=WORDS,
        claim=claim,
        document="d" + claim,
        published=date(2022, 10, day),
        factuality=factuality,  # type: ignore[arg-type]
        origin=origin,
    )


def a_story(at_least: int, at_most: int, contradictions: tuple[Contradiction, ...] = ()) -> Relations:
    voices = (("o-a", "person", ("c1",)), ("o-b", "unnamed", ("c2",)), ("o-c", "person", ("c3",)))
    origins = tuple(Origin(id=i, name=i, kind=k, held=False, claims=c) for i, k, c in voices)  # type: ignore[arg-type]
    proposition = Proposition(
        id="p1",
        title="t",
        event_type="RECRUIT",
        claims=("c1", "c2", "c3"),
        documents=("d1", "d2", "d3"),
        reports=3,
        outlets=3,
        origins=OriginCount(at_least=at_least, at_most=at_most),
        origin_ids=("o-a", "o-b", "o-c"),
        figures=(
            a_figure("c1", 100, 200, "o-a", 1),
            a_figure("c1", 150, 200, "o-a", 9),
            a_figure("c2", 50, 50, "o-b", 2),
            a_figure("c3", 900, 900, "o-c", 3, "possible"),
        ),
        contradictions=contradictions,
    )
    placed = tuple(
        DocumentRelation(document=d, cluster="d1", parent=p, origin=None)
        for d, p in (("d1", None), ("d2", "d1"), ("d3", None))
    )
    return Relations(documents=placed, origins=origins, propositions=(proposition,))


CLAIMS = (a_claim("c1"), a_claim("c2"), a_claim("c3", factuality="possible"))
DOCUMENTS = {"c1": "d1", "c2": "d2", "c3": "d3"}


def graded(relations: Relations, scale: str) -> str:
    return next(g.value for g in assess(relations, CLAIMS) if g.subject == "p1" and g.scale == scale)


@pytest.mark.parametrize(
    ("at_least", "at_most", "credibility", "airwars", "ibc"),
    [
        (2, 3, "1", "fair", "included"),
        (1, 2, "2", "weak", "provisional"),
        (1, 1, "3", "weak", "provisional"),
        (0, 0, "6", "unknown", "excluded"),
    ],
)
def test_grades_follow_the_origins(at_least: int, at_most: int, credibility: str, airwars: str, ibc: str) -> None:
    relations = a_story(at_least, at_most)
    assert [graded(relations, s) for s in ("credibility", "airwars", "ibc")] == [credibility, airwars, ibc]


def test_five_needs_a_recorded_contradiction() -> None:
    against = tuple(
        Contradiction(left="c1", right=right, about="polarity", difference="fact") for right in ("c2", "c3")
    )
    assert graded(a_story(2, 3, against), "credibility") == "5"
    assert graded(a_story(2, 3, against[:1]), "credibility") == "4"


def test_reliability_is_f_until_a_person_grades() -> None:
    judgement = Judgement(
        id="j1",
        subject="o-a",
        action="grade",
        value="B",
        by="Ada",
        at=datetime(2022, 11, 1, tzinfo=UTC),
        reason="met him",
    )
    undo = Judgement(
        id="j2", subject=judgement.subject, action="undo", value="j1", by="Ada", at=datetime(2022, 11, 2, tzinfo=UTC)
    )
    for held, expected in (((), "F"), ((judgement,), "B"), ((judgement, undo), "F")):
        grades = {g.subject: g for g in assess(a_story(1, 2), CLAIMS, judgements=held) if g.scale == "reliability"}
        assert grades["o-a"].value == expected
        assert grades["o-b"].value == "F"


def test_every_grade_says_why() -> None:
    assert all(g.reasons and g.reasons[0].detail for g in assess(a_story(2, 3), CLAIMS))


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ("acled", (50, 50, 200, 2)),
        ("ucdp", (50, 50, 200, 2)),
        ("ibc", (50, None, 200, 2)),
        ("outlook", (900, None, 900, 1)),
    ],
)
def test_profiles_choose_figures(profile: str, expected: tuple[float | None, ...]) -> None:
    (choice,) = choose_figures(a_story(1, 2).propositions[0], profile)
    assert (choice.low, choice.best, choice.high, choice.origins) == expected


def test_an_origin_counts_in_its_latest_form() -> None:
    (choice,) = choose_figures(a_story(1, 2).propositions[0], "ibc")
    assert [f.low for f in choice.figures] == [50, 150]


def test_a_figure_that_a_copy_changed_is_not_its_origins() -> None:
    first, copied = a_figure("c1", 2000, 2000, "o-a", 1), a_figure("c2", 20000, 20000, "o-a", 2)
    slip = Change(parent="dc1", child="dc2", was=WORDS, now=WORDS, what="figure")
    assert own_figures([first, copied], [slip]) == [first]
    assert own_figures([copied], [slip]) == [copied]  # its source gave no figure here: nothing better is known
    story = replace(a_story(1, 2).propositions[0], figures=(first, copied))
    (choice,) = choose_figures(story, "ibc", [slip])
    assert (choice.low, choice.high) == (2000, 2000)


def test_a_withdrawn_document_takes_its_copies_with_it() -> None:
    (found,) = impact(a_story(2, 3), DOCUMENTS, ["d1"])
    assert (found.fate, found.lost, found.left) == ("weakens", ("c1", "c2"), ("c3",))
    assert (found.after.at_least, found.after.at_most) == (1, 1)


def retelling(right: str, left: str) -> Derivation:
    return Derivation(left=left, left_name=None, right=right, kind="rewrite", evidence=(), score=0.9)


def test_a_retelling_falls_with_the_only_document_that_it_has_the_voice_from() -> None:
    story = a_story(2, 3)
    voices = {o.id: o for o in story.origins}
    same = tuple(replace(o, claims={"o-a": ("c1", "c3"), "o-b": ("c2",)}.get(o.id, ())) for o in voices.values())
    story = replace(story, origins=same, derivations=(retelling("d3", "d1"),))
    (found,) = impact(story, DOCUMENTS, ["d1"])
    assert set(found.lost) == {"c1", "c2", "c3"}
    elsewhere = replace(story, derivations=(retelling("d3", "d1"), retelling("d3", "d9")))
    (found,) = impact(elsewhere, DOCUMENTS, ["d1"])
    assert set(found.lost) == {"c1", "c2"}


def test_an_outlet_counted_as_one_with_its_witness_is_not_lost_beside_him() -> None:
    story = a_story(2, 3)
    names = [o.name for o in story.origins]
    reason = Reason(rule="origins.taken_for_one", detail=f"{names[1]} is taken for {names[0]}: the channel")
    count = OriginCount(at_least=2, at_most=3, reasons=(reason,))
    story = replace(story, propositions=tuple(replace(p, origins=count) for p in story.propositions))
    (found,) = impact(story, DOCUMENTS, ["o-a", "o-b"])
    assert (found.after.at_least, found.after.at_most) == (1, 2)


def test_a_retelling_keeps_what_it_has_from_another_voice() -> None:
    story = replace(a_story(2, 3), derivations=(retelling("d3", "d1"),))
    (found,) = impact(story, DOCUMENTS, ["d1"])
    assert set(found.lost) == {"c1", "c2"}


def test_what_keeps_its_interval_stands_though_a_voice_is_lost() -> None:
    counted = Reason(rule="origins.at_most", detail="might all differ: o-a; o-b")
    count = OriginCount(at_least=1, at_most=2, reasons=(counted,))
    story = a_story(2, 3)
    story = replace(story, propositions=tuple(replace(p, origins=count) for p in story.propositions))
    (found,) = impact(story, DOCUMENTS, ["o-c"])
    assert (found.fate, found.lost, found.after.at_most) == ("stands", ("c3",), 2)
    (found,) = impact(story, DOCUMENTS, ["o-b"])
    assert (found.fate, found.after.at_most) == ("weakens", 1)


def test_a_proposition_falls_with_its_last_voice() -> None:
    (found,) = impact(a_story(2, 3), DOCUMENTS, ["o-a", "o-b", "o-c"])
    assert (found.fate, found.after.at_most) == ("falls", 0)


def test_what_is_not_touched_is_not_listed() -> None:
    assert impact(a_story(2, 3), DOCUMENTS, ["o-nobody"]) == ()


def a_drive(at_least: int, at_most: int) -> Relations:
    voices = (("o-a", ("c1",)), ("o-b", ("c2",)), ("o-x", ("c3",)))
    drive = RecruitmentDrive(
        id="d-1",
        people="SE",
        side="NO",
        title="t",
        propositions=("p1",),
        documents=("d1", "d2", "d3"),
        reports=3,
        outlets=3,
        origins=OriginCount(at_least=at_least, at_most=at_most),
        voices=tuple(
            DriveVoice(origin=o, name=o, kind="person", documents=("d1",), claims=c, counted=True) for o, c in voices
        ),
    )
    return replace(a_story(2, 3), drives=(drive,))


def test_a_drive_weakens_with_a_voice_and_falls_with_its_last() -> None:
    (found,) = impact_on_drives(a_drive(2, 3), DOCUMENTS, ["o-a"])
    assert (found.fate, found.lost, found.left, found.reports) == ("weakens", ("c1",), ("c2", "c3"), 2)
    assert (found.voices_lost, found.after.at_least, found.after.at_most) == (("o-a",), 1, 2)
    (found,) = impact_on_drives(a_drive(2, 3), DOCUMENTS, ["o-a", "o-b", "o-x"])
    assert (found.fate, found.after.at_most, found.reports) == ("falls", 0, 0)


def test_a_claim_of_a_drive_falls_with_the_voice_that_it_has_in_its_proposition_too() -> None:
    (found,) = impact_on_drives(a_drive(2, 3), DOCUMENTS, ["o-c"])
    assert (found.lost, found.voices_lost) == (("c3",), ("o-x",))


def test_with_a_document_fall_its_copies_in_a_drive_too() -> None:
    (found,) = impact_on_drives(a_drive(2, 3), DOCUMENTS, ["d1"])
    assert (found.lost, found.left) == (("c1", "c2"), ("c3",))
    assert impact_on_drives(a_drive(2, 3), DOCUMENTS, ["o-nobody"]) == ()


def test_with_a_source_that_only_denies_its_denial_falls_and_the_drive_stands() -> None:
    board = DriveVoice(origin="o-d", name="Bo Aas", kind="person", documents=("d4",), claims=("c4",), counted=False)
    drive = replace(a_drive(2, 3).drives[0], denied_by=(board,), against=("c4",))
    told = replace(a_drive(2, 3), drives=(drive,))
    (found,) = impact_on_drives(told, DOCUMENTS | {"c4": "d4"}, ["o-d"])
    assert (found.fate, found.lost, found.denials_lost) == ("stands", (), ("Bo Aas",))
    (found,) = impact_on_drives(told, DOCUMENTS | {"c4": "d4"}, ["o-a"])
    assert found.denials_lost == ()


def test_profiles_name_their_source() -> None:
    for name in ("admiralty", "airwars", "ibc"):
        assert load_grade_profile(name).source
    assert all(p.source for p in load_figure_profiles().values())
    with pytest.raises(SettingsError, match="no profile"):
        load_grade_profile("horoscope")
