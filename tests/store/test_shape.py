"""Records to rows and back, for every record that the ledger holds."""

from dataclasses import fields
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory import make_reading, make_relations
from sayso.model import Judgement, Period, Place, Quantity, Span
from sayso.store import shape

READING = make_reading(claims=2)
RELATIONS = make_relations(READING, make_reading(READING.document.text + " More."))
RECORDS = [
    READING.document, READING, READING.attributions[0], READING.claims[0], READING.problems[0],
    *RELATIONS.documents, *RELATIONS.derivations, *RELATIONS.changes, *RELATIONS.origins, *RELATIONS.propositions,
    Judgement(id="j-1", subject="c-1", action="undo", by="Ann", at=datetime(2022, 1, 1, 1, 2, 3, 4, tzinfo=UTC)),
]  # fmt: skip


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_comes_back(record: object) -> None:
    row = shape.flatten(record, type(record))
    assert list(row) == [column.name for column in shape.columns(type(record))]
    assert shape.rebuild(type(record), row) == record


def test_columns_come_in_the_order_of_fields_and_carry_their_path() -> None:
    names = [column.name for column in shape.columns(Period)]
    assert names[:4] == [field.name for field in fields(Period)][:4]
    assert names[-3:] == ["span_start", "span_end", "span_text"]


def test_nothing_and_a_record_full_of_nothing_are_told_apart() -> None:
    unknown = Period(start=None, end=None, precision="open", basis="stated")
    for period in (None, unknown):
        claim = READING.claims[0].__class__(
            **{f.name: getattr(READING.claims[0], f.name) for f in fields(READING.claims[0])} | {"period": period}
        )
        assert shape.rebuild(type(claim), shape.flatten(claim, type(claim))) == claim


numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False)
spans = st.builds(Span, start=st.integers(0, 2**31), end=st.integers(0, 2**31), text=st.text())


@given(
    st.builds(Quantity, low=numbers, high=numbers, unit=st.none() | st.text(), span=spans, approximate=st.booleans())
    | st.builds(Place, span=spans, name=st.text(), lat=numbers, geonames_id=st.none() | st.integers(0, 2**40))
    | st.builds(
        Period,
        start=st.none() | st.dates(),
        end=st.none() | st.dates(date(1, 1, 2)),
        precision=st.just("open"),
        basis=st.text(),
        span=st.none() | spans,
    )
)
def test_any_value_comes_back(record: object) -> None:
    assert shape.rebuild(type(record), shape.flatten(record, type(record))) == record
