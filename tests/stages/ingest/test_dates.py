"""Publication dates as files state them."""

from datetime import date

import pytest

from sayso.stages.ingest.dates import published


@pytest.mark.parametrize(
    ("stated", "start", "precision", "zone"),
    [
        ("2022-10-25", date(2022, 10, 25), "day", None),
        ("2022-10-25T23:30:00-05:00", date(2022, 10, 25), "day", "-05:00"),
        ("2022-10-25T18:30:00Z", date(2022, 10, 25), "day", "+00:00"),
        ("2022-10-25 18:30", date(2022, 10, 25), "day", None),
        ("20221025", date(2022, 10, 25), "day", None),
        ("Wed, 26 Oct 2022 09:30:00 +0430", date(2022, 10, 26), "day", "+04:30"),
        ("27 October 2022", date(2022, 10, 27), "day", None),
        ("Thursday, October 27, 2022, 3:15 p.m. EDT", date(2022, 10, 27), "day", None),
        ("Oct. 27th, 2022", date(2022, 10, 27), "day", None),
        ("27.10.2022", date(2022, 10, 27), "day", None),
        ("2022/10/27", date(2022, 10, 27), "day", None),
        ("25/10/2022", date(2022, 10, 25), "day", None),
        ("10/25/2022", date(2022, 10, 25), "day", None),
        ("27 октября 2022", date(2022, 10, 27), "day", None),
        ("October 2022", date(2022, 10, 1), "month", None),
        ("2022-10", date(2022, 10, 1), "month", None),
        ("2022", date(2022, 1, 1), "year", None),
    ],
)
def test_dates_are_read_as_written(stated: str, start: date, precision: str, zone: str | None) -> None:
    found = published(stated, basis="test")
    assert found is not None
    assert (found.start, found.precision, found.zone, found.stated) == (start, precision, zone, stated)
    assert found.end > found.start


@pytest.mark.parametrize(
    "stated", ["", "10/11/2022", "yesterday", "31 February 2022", "3022-01-01", "may", "12:30", "١٢"]
)
def test_what_cannot_be_told_is_none(stated: str) -> None:
    assert published(stated, basis="test") is None


def test_december_ends_in_the_next_year() -> None:
    found = published("December 2022", basis="test")
    assert found is not None
    assert found.end == date(2023, 1, 1)
