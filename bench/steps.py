"""Where the time of relating all anew goes: processor seconds and memory, step by step."""

import importlib
import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

STEPS = {
    "sayso.run.relating": ("PackedReadings", "redraw", "drive_rows"),
    "sayso.stages.link.link": (
        "Held", "find_copies", "vectors", "alike", "quoted", "find_retellings", "rewrites", "find_unsaid", "unsaid",
        "cited", "find_echoes", "find_uncredited", "copies", "linked", "_clusters", "same_stories",
        "find_copy_changes", "Told", "Sourcing", "_on_drives", "same_claims", "make_propositions", "drifts",
        "made_of_followed", "put_in_copies", "_placed",
    ),
    "sayso.pipeline": ("titled", "happenings"),
}  # fmt: skip
"""Functions that are a step each, by the module that asks for them."""
WRITTEN = ("put_relations", "put_drive_rows", "put_grades", "put_happenings", "put_features")
"""Methods of the ledger that are a step each: what a step is handed part by part is worked out within it."""


def processor_seconds() -> tuple[float, float]:
    """Of this process so far, and of those that it started and that are gone."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    own, helpers = (each.ru_utime + each.ru_stime for each in used)
    return own, helpers


def resident() -> float:
    """Memory of this process now, in GB (Linux; 0 elsewhere)."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        return 0.0
    return round(pages * resource.getpagesize() / 1e9, 2)


def timed_steps() -> dict[str, dict[str, float]]:
    """From now on what each step takes, added up, in the order of their ends; each is told on the error stream too."""
    from sayso.store import Ledger

    taken: dict[str, dict[str, float]] = {}
    for name, functions in STEPS.items():
        module = importlib.import_module(name)
        for function in functions:
            setattr(module, function, _timed(function.strip("_"), getattr(module, function), taken))
    for method in WRITTEN:
        setattr(Ledger, method, _timed(method, getattr(Ledger, method), taken))
    return taken


def _timed(step: str, asked: Any, taken: dict[str, dict[str, float]]) -> Any:
    def ask(*values: Any, **named: Any) -> Any:
        before, clock = processor_seconds(), time.perf_counter()
        try:
            return asked(*values, **named)
        finally:
            own, helpers = (after - start for start, after in zip(before, processor_seconds(), strict=True))
            waited = time.perf_counter() - clock
            held = taken.setdefault(step, {"seconds": 0.0, "of_helpers": 0.0, "by_the_clock": 0.0})
            for key, seconds in (("seconds", own + helpers), ("of_helpers", helpers), ("by_the_clock", waited)):
                held[key] = round(held[key] + seconds, 2)
            held["gigabytes_after"] = resident()
            print(f"  {step}: {json.dumps(held)}", file=sys.stderr, flush=True)

    return ask
