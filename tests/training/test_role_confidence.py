"""Which participants of judged claims are wrong, and what a model of them makes of plain signs."""

from training.claim_verdicts import load_verdicts
from training.role_confidence import OWN, Judged, faults, fit


def test_every_fault_is_of_a_claim_that_was_judged_wrong_in_a_participant() -> None:
    judged = {
        (v.corpus, v.document, v.start, v.event_type)
        for part in ("fit", "check")
        for v in load_verdicts(part)
        if v.cause == "participant"
    }
    found = faults()
    assert len(found) > 100
    assert {fault[:4] for fault in found} <= judged


def test_a_sign_of_the_wrong_ones_weighs_against_and_that_of_sentences_does_not_ship() -> None:
    rows = [
        Judged(seen={"far": float(far), OWN: 0.0}, right=not far, corpus="polnear", kept=True)
        for far in (0, 0, 0, 1, 1, 0) * 20
    ]
    model = fit(rows)
    assert model["weights"]["far"] < 0
    assert OWN not in model["weights"]
