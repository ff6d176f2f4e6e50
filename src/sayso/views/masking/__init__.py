"""Answers without the names of people or places: one place decides for every list, briefing and export.

From below: `asked` (what is to be masked), `tokens`, `offices` (who is public by office), `persons` and `toponyms`
(whose names, which places), `finding` (where they stand in words), `texts` (a text with words replaced), `mask`.
"""

from sayso.views.masking.asked import Asked, asked_for
from sayso.views.masking.mask import Masking, masking_of

__all__ = ["Asked", "Masking", "asked_for", "masking_of"]
