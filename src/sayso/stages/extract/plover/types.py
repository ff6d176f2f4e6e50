"""PLOVER's own reading of an event: intent and refusal are types of their own there.

PLOVER codes cooperation in the future tense as AGREE, conflict in the future tense as THREATEN, and cooperation that is
refused as REJECT (PLOVER manual, notes on AGREE, THREATEN and REJECT; CAMEO code book 2012, 03, 12 and 13). Sayso keeps
such claims as what they speak of, with their factuality; this gives the type that an event coder would write.
"""

from sayso.model import Event

COOPERATION = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
CONFLICT = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})


MODALS = frozenset({"may", "might", "could", "would"})


def coded_type(event: Event, *, past: bool = False) -> str:
    """The PLOVER type of an event whose `event_type` is a PLOVER type.

    Only a future or a modal verb that stands on the event itself counts: what is asked for or planned is the demand's
    or plan's own event. `past` is true for "may have done", which promises and threatens nothing.
    """
    last = event.layers[-1] if event.layers else None
    modal = last is not None and (last.sort == "future" or (last.span.text.lower() in MODALS and not past))
    if event.polarity == "negative" and event.event_type in COOPERATION | {"AGREE"}:
        return "REJECT"
    if event.factuality in ("planned", "possible") and modal:  # a condition under it does not take the promise back
        if event.event_type in COOPERATION:
            return "AGREE"
        if event.event_type in CONFLICT:
            return "THREATEN"
    return event.event_type
