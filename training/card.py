"""The model card: what is known about the weights, with the numbers of the run that made them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import Template
from typing import Any

TEMPLATE = Path(__file__).parent / "MODEL_CARD.md.in"


def write_model_card(record: Mapping[str, Any], folder: Path) -> None:
    """`MODEL_CARD.md` in the folder of the weights, from a run's record."""
    filled = Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        name=record["name"],
        version=record["version"],
        date=record["date"],
        bits=record["bits"],
        max_pieces=record["max_pieces"],
        scores=scores_table(record),
        curve=curve_table(record),
        reliability=reliability_table(record),
        factuality=factuality_text(record),
        events=events_text(record),
        threshold=record["default"]["threshold"],
        dev_sha256=record["dev_sha256"],
        recipe=recipe_text(record),
        slim=slim_text(record),
    )
    (folder / "MODEL_CARD.md").write_text(filled, encoding="utf-8")


def scores_table(record: Mapping[str, Any]) -> str:
    """Attribution and span scores before and after quantisation."""
    lines = ["| | float | as shipped |", "| --- | --- | --- |"]
    for name, key in (("joint F1", "joint"), ("joint precision", "precision"), ("joint recall", "recall")):
        lines.append(f"| {name} | {record['float'][key]:.3f} | {record['int8'][key]:.3f} |")
    lines.append(f"| content F1 | {record['float']['content']:.3f} | {record['int8']['content']:.3f} |")
    for group, title in (
        ("tokens", "token F1 of {}s"),
        ("exact", "exact span F1 of {}s"),
        ("kinds", "joint recall, {}"),
    ):
        for role in record["float"][group]:
            pair = (record[kind][group][role] for kind in ("float", "int8"))
            lines.append(f"| {title.format(role)} | " + " | ".join(f"{value:.3f}" for value in pair) + " |")
    return "\n".join(lines)


def curve_table(record: Mapping[str, Any]) -> str:
    """What each threshold gives."""
    lines = ["| threshold | joint precision | joint recall | joint F1 | content F1 |", "|" + " --- |" * 5]
    for point in record["curve"]:
        if round(point["threshold"] * 100) % 10 in (0, 5) or point == record["default"]:
            mark = " (default)" if point["threshold"] == record["default"]["threshold"] else ""
            values = (point[key] for key in ("precision", "recall", "joint", "content"))
            lines.append(f"| {point['threshold']:.2f}{mark} | " + " | ".join(f"{value:.3f}" for value in values) + " |")
    return "\n".join(lines)


def reliability_table(record: Mapping[str, Any]) -> str:
    """Stated confidence against the share that was right."""
    lines = ["| confidence from | attributions | mean confidence | right |", "|" + " --- |" * 4]
    lines += [f"| {r['from']:.1f} | {r['count']} | {r['mean']:.3f} | {r['right']:.3f} |" for r in record["reliability"]]
    return "\n".join(lines)


def factuality_text(record: Mapping[str, Any]) -> str:
    """The factuality head's numbers, or that there is none."""
    if not record.get("factuality"):
        return "This version has no factuality head."
    found = record["factuality"]
    return (
        f"On UDS-IH2's published dev part, as far as it is not held out ({found['events']} events): mean absolute "
        f"error {found['mae']:.3f}, r {found['r']:.3f}, macro F1 of three classes {found['macro f1']:.3f}. Trained on "
        "its train part (text CC BY-SA 4.0)."
    )


def events_text(record: Mapping[str, Any]) -> str:
    """What the events head was made from and is good for, or that there is none."""
    found = record.get("events")
    if not found:
        return "This version has no events head."
    with_head, without = found["confidence_with_head"], found["confidence_without_head"]
    finder = "; ".join(
        f"from {point['least']} on precision {point['precision']:.2f}, recall {point['recall']:.2f}"
        for point in found["head"]["finder"]
    )
    return (
        f"The head *events* (added on {found['date']}, version {found['version']}) scores every word for the event "
        "types of the shipped packs and for none. `python -m training.event_head` fitted it on "
        f"{found['sentences']} sentences with {found['triggers']} events that the authors of Sayso wrote and labelled "
        "for it (`training/data/events`, Apache-2.0), and on nothing else; the encoder was left as it was, so "
        "attributions do not change. All numbers are cross-validated on these sentences, by blocks of neighbours.\n\n"
        f"By itself it names the type of {found['head']['type_of_trigger']:.0%} of the labelled triggers; as a finder "
        f"of events it is poor ({finder}), so it finds none and forbids none. It goes into the confidence of claims: "
        f"of {with_head['events']} events that the rules found {with_head['right']:.0%} were right in type and every "
        f"participant; by fifths of the confidence {_fifths(with_head)} with the head (order {with_head['order']:.3f}, "
        f".5 being chance), {_fifths(without)} without it (order {without['order']:.3f})."
    )


def _fifths(measured: Mapping[str, Any]) -> str:
    return ", ".join(f"{share:.2f}" for share in measured["right_by_fifths"])


def recipe_text(record: Mapping[str, Any]) -> str:
    """The settings of the run, one a line."""
    return "\n".join(f"- {name}: {value}" for name, value in record.get("recipe", {}).items())


def slim_text(record: Mapping[str, Any]) -> str:
    """How the file was made smaller after training; nothing for one that was not."""
    units = record.get("inner_units")
    if not units:
        return ""
    return (
        f"Made slimmer afterwards by `python -m training.slim`: of 1,536 inner units the layers keep {units}, chosen "
        "on articles of the train part; the last layer is worked out for first pieces of words only. The column "
        "`float` above is of the network before that."
    )
