"""People's judgements over what machines found: what stands, what was added, who is the same.

Judgements are appended and never change a row. Here they are put over the rows when these are shown and when documents
are related: a rejected claim counts for nothing, a corrected one counts as corrected, an added one counts like any.
See docs/decisions/0004-judgements.md.
"""

from sayso.model.standing import Correction, Standing, Status, standing, status, taken_back, value_at
from sayso.stages.judge.added import add_value, added_claim
from sayso.stages.judge.corrections import check_correction
from sayso.stages.judge.entities import EntityMap, entity_map, without_name
from sayso.stages.judge.figures import by_words
from sayso.stages.judge.reading import by_subject, judged_reading
from sayso.stages.judge.sameness import CLAIM, EVENT, about_claims, is_of_claims, sameness

__all__ = [
    "Correction", "Standing", "Status", "standing", "status", "taken_back", "value_at", "check_correction",
    "EntityMap", "entity_map", "without_name",
    "added_claim", "add_value",
    "judged_reading", "by_subject",
    "by_words",
    "CLAIM", "EVENT", "about_claims", "is_of_claims", "sameness",
]  # fmt: skip
