"""An officer whom a report's first sentence leaves without a name, and whom the next one names."""

import re
from collections.abc import Sequence

from sayso.stages.link.voices.apart import are_different
from sayso.stages.link.voices.fitting import is_of_one
from sayso.stages.link.voices.teller import Teller

RANK = re.compile(
    r"\b(?:army|military|navy|air force|special forces|chief of (?:general )?staff|general|colonel|major|captain"
    r"|commander|officer|brigadier|lieutenant|sergeant|corporal|commando)\b",
    re.IGNORECASE,
)
ANOTHER = re.compile(r"\b(?:another|second|third|fourth|other)\b", re.IGNORECASE)
NEXT = 350
"""Code points behind the first sentence's voice within which the one whom it stands for is named."""


def named_next(teller: Teller, named: Sequence[Teller]) -> Teller | None:
    """The officer named right below a first sentence that has one by his rank: "a former deputy chief of the army staff
    said on Tuesday. General Bo Aas told the agency ...". None where it is another one, or somebody without a rank.
    `named` are the voices that the article gives by name, in the order of the text."""
    if teller.span is None or not is_of_one(teller.name or "") or RANK.search(teller.name or "") is None:
        return None
    start = teller.span.end
    behind = [t for t in named if t.kind == "person" and not t.mentioned and t.span and t.span.start >= start]
    if not behind or behind[0].span is None or behind[0].span.start - start > NEXT:
        return None
    first = behind[0]
    fits = RANK.search(first.role) is not None and ANOTHER.search(first.role) is None
    return first if fits and not are_different(teller, first) else None
