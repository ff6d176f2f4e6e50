"""Verdicts point to claims and hold no text; a model is fitted on no text that may only be measured on."""

from dataclasses import replace

import pytest

from factory import make_document
from sayso.pipeline import read
from sayso.tools import Tools
from training import claim_verdicts
from training.claim_verdicts import (
    CAUSES,
    PARTS,
    Verdict,
    digest_of,
    find_again,
    load_verdicts,
    may_be_fitted_on,
    texts,
)

TEXT = "The army arrested 30 teachers in Oslo in May 2021, the mayor said."


def verdict_on(tools: Tools, **changed: object) -> tuple[list[Verdict], object]:
    (claim,) = read(make_document(TEXT), tools).claims
    given = Verdict(
        corpus="story:cubans",
        document="c01",
        start=claim.trigger.start,
        event_type=claim.event_type,
        digest=digest_of(claim),
        right=True,
        cause="",
    )
    return [replace(given, **changed)], claim  # type: ignore[arg-type]


def test_a_claim_is_found_again_and_told_whether_it_changed(tools: Tools) -> None:
    verdicts, claim = verdict_on(tools)
    assert find_again(verdicts, [claim])[0].state == "same"  # type: ignore[list-item]
    assert find_again(verdicts, [])[0].state == "gone"
    verdicts, claim = verdict_on(tools, digest="00000000")
    assert find_again(verdicts, [claim])[0].state == "otherwise"  # type: ignore[list-item]


@pytest.mark.parametrize(("cause", "holds"), [("", True), ("type", True), ("participant", False), ("firmness", False)])
def test_what_was_wrong_in_a_claim_told_otherwise_may_be_mended(tools: Tools, cause: str, holds: bool) -> None:
    verdicts, claim = verdict_on(tools, digest="00000000", right=not cause, cause=cause)
    assert find_again(verdicts, [claim])[0].holds == holds  # type: ignore[list-item]


def test_the_digest_changes_with_what_is_said_and_not_with_the_confidence(tools: Tools) -> None:
    (claim,) = read(make_document(TEXT), tools).claims
    assert digest_of(claim) == digest_of(replace(claim, confidence=0.1))
    assert digest_of(claim) != digest_of(replace(claim, polarity="negative"))
    assert digest_of(claim) != digest_of(replace(claim, chain=()))


@pytest.mark.parametrize("part", PARTS)
def test_verdicts_that_ship_are_whole(part: str) -> None:
    verdicts = load_verdicts(part)
    assert len(verdicts) >= 100
    assert len({(v.corpus, v.document, v.start, v.event_type) for v in verdicts}) == len(verdicts)
    assert {v.cause for v in verdicts} <= {"", *CAUSES}


def test_parts_share_no_document() -> None:
    documents = [{(v.corpus, v.document) for v in load_verdicts(part)} for part in PARTS]
    assert not documents[0] & documents[1]
    assert not documents[0] & documents[2]
    assert not documents[1] & documents[2]


def test_no_model_is_fitted_on_what_may_only_be_measured_on(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(claim_verdicts, "FOLDER", tmp_path)
    rows = "corpus\tdocument\tstart\ttype\tdigest\tcause\ntimelines\td1\t7\tKILL\t00000000\t\n"
    (tmp_path / "fit.tsv").write_text(rows, encoding="utf-8")
    (tmp_path / "check.tsv").write_text(rows, encoding="utf-8")
    with pytest.raises(ValueError, match=r"fit\.tsv, line 2: no weights may be fitted on timelines"):
        load_verdicts("fit")
    assert load_verdicts("check")[0].right
    assert not may_be_fitted_on("re3d", {"licence": "CC BY-NC 3.0"})
    assert may_be_fitted_on("re3d", {"licence": "OGL v3.0"})


def test_a_document_that_is_missing_is_named(tools: Tools, tmp_path) -> None:  # type: ignore[no-untyped-def]
    verdicts, _ = verdict_on(tools, document="c99")
    with pytest.raises(ValueError, match="story:cubans has no document 'c99'"):
        list(texts(tmp_path, verdicts))
