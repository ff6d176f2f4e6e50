"""What a ledger holds of what stands between documents: relations, events, drives, grades, the picture."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import select

from sayso.model import Document, Grade, Happening, Relations, digest
from sayso.model.features import Features, NewEvents
from sayso.store import (
    driven,
    linking,
    load,
    picture_rows,
    removing,
    replacing,
    tables,
    write,
)
from sayso.store.driven import AboutRow, DriveRow, MadeDrive
from sayso.store.opened import TOOL, Opened
from sayso.store.picture_rows import DrawnClaim
from sayso.store.query import records_digest, relations_digest


class Between(Opened):
    """What was found between the documents of a ledger."""

    def put_relations(self, relations: Relations) -> bool:
        """Replace all that machines found between documents; False when nothing changed. Raises LedgerError where a
        document was removed meanwhile."""
        after = relations_digest(relations)
        with self._write() as connection:
            removing.refuse_removed(connection, (place.document for place in relations.documents))
            before = self._last(connection, "relate")
            if before != after:
                write.put_relations(connection, relations)
            self._note(connection, "relate", "relations", before=before, after=after)
        return before != after

    def relations(self) -> Relations:
        """All that was found between documents; empty before the first `relate`. Recruitment drives are among it as far
        as they are worked out (`sayso.run.drives`)."""
        with self._read() as connection:
            return replace(load.get_relations(connection), drives=driven.drives(connection))

    def put_happenings(self, happenings: Sequence[Happening]) -> None:
        """Replace the events that several propositions tell of; all related documents were held against theirs."""
        after = records_digest(happenings)
        with self._write() as connection:
            removing.refuse_removed(connection, {key for happening in happenings for key in happening.documents})
            before = self._last(connection, "events")
            write.put_happenings(connection, happenings, linking.placed(connection))
            self._note(connection, "events", "events", before=before, after=after)

    def forget_happenings(self) -> None:
        """Leave out all events: those of an earlier relating say nothing of this one."""
        with self._write() as connection:
            write.forget_happenings(connection)

    def happenings(self) -> tuple[Happening, ...]:
        """The events that several propositions tell of, earliest first."""
        with self._read() as connection:
            return load.get_happenings(connection)

    def eventless(self) -> int:
        """How many related documents wait to be held against their story for events."""
        with self._read() as connection:
            return len(linking.eventless(connection))

    def put_drive_rows(self, found: Iterable[DriveRow]) -> None:
        """Replace what all documents tell of recruitment drives: these are worked out when they are asked for next."""
        with self._write() as connection:
            before, after = self._last(connection, "drives"), driven.put_rows(connection, found, anew=True)
            self._note(connection, "drives", "drives", before=before, after=after)

    def put_drives(self, made: Sequence[MadeDrive], gone: Iterable[str], seen: Sequence[AboutRow]) -> bool:
        """Write drives that were worked out from what documents told when that was seen; False where it is different by
        now, and nothing is written."""
        with self._write() as connection:
            return driven.put_drives(connection, made, gone, seen)

    def lacks_drives(self) -> bool:
        """Whether documents are related and it was never noted what they tell of drives: the ledger is of an older
        version."""
        with self._read() as connection:
            return linking.related(connection) > 0 and self._last(connection, "drives") is None

    def put_features(self, features: Iterable[Features], *, anew: bool) -> None:
        """Keep what documents are found by when one more is related; `anew` forgets what was kept before."""
        with self._write() as connection:
            if anew:
                linking.forget(connection)
            linking.keep(connection, features)

    def count_related(self) -> int:
        """How many documents are kept with what they are found by: those that were related."""
        with self._read() as connection:
            return linking.related(connection)

    def unrelated(self) -> list[str] | None:
        """Documents that were read since all were related; None where more has changed, so that all is to be related
        anew: a reading replaced, a judgement, another version of Sayso."""
        held = tables.custody.c
        tool = select(held.tool).where(held.action == "relate").order_by(held.number.desc()).limit(1)
        with self._read() as connection:
            return linking.unrelated(connection) if connection.execute(tool).scalar() == TOOL else None

    def replace_relations(
        self,
        features: Features,
        *,
        documents: Iterable[str],
        propositions: Iterable[str],
        rows: Relations,
        grades: Sequence[Grade],
        events: NewEvents,
        drives: Iterable[DriveRow],
        last: bool,
    ) -> None:
        """Put rows in the place of those of some documents and propositions, and keep what the new document is found
        by. `last`: no more documents wait to be related."""
        of = tuple(documents)
        with self._write() as connection:
            removing.refuse_removed(connection, {features.document, *of})
            replacing.move_firsts(connection, features)
            replacing.replace_rows(connection, of, tuple(propositions), rows, grades)
            linking.keep(connection, [features])
            replacing.replace_events(connection, events)
            driven.put_rows(connection, drives, anew=False)
            if last:
                before = self._last(connection, "relate")
                after = digest([before, relations_digest(rows)], length=64)
                self._note(connection, "relate", "relations", before=before, after=after)

    def needs_relating(self) -> bool:
        """Whether something was read, judged or removed since documents were last related."""
        held = tables.custody.c
        latest = (
            select(held.action)
            .where(held.action.in_(("read", "judge", "remove", "relate")))
            .order_by(held.number.desc())
            .limit(1)
        )
        with self._read() as connection:
            return connection.execute(latest).scalar() in ("read", "judge", "remove")

    def put_grades(self, grades: Iterable[Grade]) -> None:
        """Replace the grades that written rules gave; people's are judgements and stay. They are taken one by one."""
        with self._write() as connection:
            write.put_grades(connection, grades)

    def grades(self) -> tuple[Grade, ...]:
        """The grades that written rules gave."""
        with self._read() as connection:
            return load.get_grades(connection)

    def put_drawn(self, made: Iterable[tuple[Document, Sequence[DrawnClaim]]], drawn_by: str) -> None:
        """Write what the claims of some documents put into the picture, as people left them, in one transaction;
        `drawn_by` names the facets."""
        with self._write() as connection:
            for document, claims in made:
                picture_rows.put(connection, document, claims, drawn_by)
