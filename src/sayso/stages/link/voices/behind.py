"""The voice that a claim is put down to, and its record."""

from sayso.model import Origin, Reason
from sayso.stages.link.texts.held import Held
from sayso.stages.link.voices.known import Known
from sayso.stages.link.voices.teller import Teller


def origin_of(teller: Teller, held: Held, *, claims: tuple[str, ...] = ()) -> Origin:
    """The record of a voice. An outlet is held when a document of it is; a person when the outlet they spoke to is."""
    of_outlet = held.of_outlet.get(teller.via or "", ())
    reasons = [teller.reason]
    if not of_outlet and teller.kind == "outlet":
        reasons.append(_about(teller, held))
    return Origin(
        id=teller.id,
        name=teller.name,
        kind=teller.kind,  # type: ignore[arg-type]
        document=held.documents[of_outlet[0]].id if of_outlet and teller.kind != "unknown" else None,
        held=bool(of_outlet) and teller.kind != "unknown",
        claims=claims,
        reasons=tuple(reasons),
    )


def _about(teller: Teller, held: Held) -> Reason:
    """Name and likely time of an outlet's report that is not held: not later than the first document that cites it."""
    first = held.first_cited.get(teller.via or "")
    when = f"about {first.day} {first:%B %Y}" if first else "date unknown"
    return Reason(rule="origins.not_held", detail=f"{teller.name}, {when}, not held")


def voice_of(teller: Teller, voices: Known) -> Teller:
    """The voice that a claim is put down to. What an outlet says itself is never put into the mouth of a person that it
    is known to have heard, though the two are counted as one."""
    return teller if teller.kind in ("outlet", "own_reporting", "unknown") else voices.one_of(teller)
