import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from told import readings_of

from sayso.model import Span
from sayso.stages.link.kept import NONE, kept, kept_record
from sayso.stages.link.link import link_and_tell
from sayso.stages.link.packed import Packed
from sayso.stages.link.same_claims import Told


def test_equal_sets_are_one_and_empty_ones_are_the_one_empty_set() -> None:
    assert kept(frozenset({"north", "south"})) is kept(frozenset(["south", "north"]))
    assert kept(frozenset()) is NONE
    assert kept(frozenset({"north"})) != kept(frozenset({"south"}))


def test_what_is_packed_comes_back_as_it_was_each_time() -> None:
    held = Packed([("first", {"a": frozenset("xy")}), ("second", None)])
    held.add("third", {"b": NONE})
    assert dict(held) == {"first": {"a": frozenset("xy")}, "third": {"b": NONE}}
    assert list(held.values()) == list(held.values())
    assert held.get("second") is None


def test_reports_of_drives_come_back_from_their_packing() -> None:
    reports = link_and_tell(readings_of("togolese")[:4]).reports
    assert isinstance(reports, Packed)
    assert len(reports) > 1
    assert all(report.id == key and report.parts for key, report in reports.items())


def test_equal_records_are_one() -> None:
    first, again = (Span(start=3, end=7, text="".join(["ten ", "men"])) for _ in range(2))
    assert first is not again
    assert kept_record(first) is kept_record(again)


def test_gists_hold_their_periods_and_surroundings_once_and_without_words() -> None:
    gists = Told(readings_of("togolese")).gists.values()
    periods = [gist.period for gist in gists if gist.period]
    assert len({id(period) for period in periods}) == len(set(periods)) < len(periods)
    assert all(period.span is None for period in periods)
    assert len({id(gist.setting) for gist in gists}) == len({gist.setting for gist in gists})
