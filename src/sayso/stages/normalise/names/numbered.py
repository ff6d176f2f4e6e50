"""Names of units with their number: "the 71st Motor Rifle Regiment" is another one than the 72nd."""

import re
from dataclasses import replace

from sayso.stages.normalise.names.names import Name

UNIT = re.compile(
    r"\b(?:Regiment|Brigade|Division|Battalion|Corps|Army|Fleet|Company|Platoon|Squadron|Battery|Legion|Group)$"
)
NUMBER = re.compile(r"(?<![\w.,-])\d{1,4}(?:st|nd|rd|th) $")


def numbered(text: str, name: Name) -> Name:
    """The name with the number right before it, where it is a unit's; any other name as it is.

    The language model takes "71st" for an ordinal of its own, so that all motor rifle regiments were one.
    """
    if name.label != "ORG" or name.hit is not None or not UNIT.search(name.text):
        return name
    found = NUMBER.search(text, max(0, name.start - 8), name.start)
    if found is None:
        return name
    return replace(name, start=found.start(), text=text[found.start() : name.end])
