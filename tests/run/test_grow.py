"""The bench of a growing ledger runs: it names functions of other rooms, which move."""

import importlib
import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

from sayso.store import Ledger

FEW = 24


@pytest.fixture
def grow(monkeypatch: pytest.MonkeyPatch) -> Any:
    path = Path(__file__).parents[2] / "bench/grow.py"
    monkeypatch.setattr(sys, "path", [str(path.parent), *sys.path])
    spec = importlib.util.spec_from_file_location("bench_grow", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for part in module.PARTS.values():  # what the bench puts around them is taken away again
        for room, names in part:
            for name in names:
                monkeypatch.setattr(room, name, getattr(room, name))
    for name, functions in module.steps.STEPS.items():
        for function in functions:
            room = importlib.import_module(name)
            monkeypatch.setattr(room, function, getattr(room, function))
    for method in module.steps.WRITTEN:
        monkeypatch.setattr(Ledger, method, getattr(Ledger, method))
    return module


def test_a_small_ledger_is_written_related_and_added_to(grow: Any, tmp_path: Path) -> None:
    grow.write_ledgers(tmp_path, [FEW])
    told = grow.relate(grow.ledger_of(tmp_path, FEW))
    assert told["documents"] == FEW - grow.MORE
    assert told["claims"] > FEW
    steps = {step for functions in grow.steps.STEPS.values() for step in functions} | {*grow.steps.WRITTEN}
    assert told["steps"].keys() == {step.strip("_") for step in steps}
    more = grow.one_more(grow.ledger_of(tmp_path, FEW), grow.new_readings(FEW, [FEW])[:3])
    assert more["one_more_document_seconds"]["all"]["documents"] == 3
    assert more["gave_up"] == 0
    assert more["of_it_on_average"].keys() == grow.PARTS.keys()
    assert more["of_it_on_average"]["relating"] > 0
    assert more["of_it_on_average"]["rows"] > 0
