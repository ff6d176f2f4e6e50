"""Recruitment drives of a ledger, worked out when they are asked for: a ledger does not keep them."""

from collections.abc import Sequence

from sayso.lexicon.packs import Pack
from sayso.model import Reading, RecruitmentDrive, Relations
from sayso.model._record import record
from sayso.run.collecting import uncollected
from sayso.run.judged import lean_readings
from sayso.stages.judge import sameness
from sayso.stages.link.drives.reports import PARTS
from sayso.store import Ledger
from sayso.store.telling import telling

MOST = 2000
"""Documents up to which drives are worked out when asked: some seconds for 300, see docs/method/drives.md."""


@record
class Drives:
    """The drives of a ledger, with what they were worked out from."""

    documents: int
    """How many documents tell of people who come to fight."""
    too_many: bool = False
    """Whether these are more than `MOST`: no drive was worked out then."""
    readings: tuple[Reading, ...] = ()
    """The readings of these documents, as `lean_readings` has them."""
    relations: Relations = Relations()
    """What stands between them, the drives among it."""

    @property
    def drives(self) -> tuple[RecruitmentDrive, ...]:
        """Those of most documents first."""
        return self.relations.drives


def work_out(ledger: Ledger, packs: Sequence[Pack] = (), most: int | None = None) -> Drives:
    """Relate those documents alone that tell a part of some drive, with people's judgements over them.

    Counts of a drive may fall a little short of those of all documents related together: an article that holds nothing
    but what became of the men is not among them.
    """
    from sayso.pipeline import relate

    keys = ledger.ask(telling, PARTS)
    if len(keys) > (MOST if most is None else most):
        return Drives(documents=len(keys), too_many=True)
    with uncollected():
        held = lean_readings(ledger, keys)
        readings = tuple(r for r in held if any(claim.event_type in PARTS for claim in r.claims))
        relations = relate(readings, packs, sameness(ledger.judgements()))
    return Drives(documents=len(readings), readings=readings, relations=relations)
