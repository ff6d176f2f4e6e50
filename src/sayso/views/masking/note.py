"""What a masked answer says of itself."""

from datetime import datetime

from sayso.views.masking.asked import Asked
from sayso.views.records import MaskNote

WORDS = {
    "people": "names of people other than those who speak in a public office",
    "all-people": "names of all people",
    "places": "names and coordinates of places below the level of a country",
}
WARNING = (
    "Descriptions are as they were: age, kin, trade, home and what happened to somebody may still identify, and so may "
    "the articles themselves. Names that Sayso did not find are not masked: read it before you pass it on."
)
OFFSETS = "Offsets count code points of the masked text of the document, not of the text as published."


def note_of(asked: Asked, at: datetime) -> MaskNote:
    """The note of an answer that was masked so, then."""
    kinds = asked.kinds()
    return MaskNote(
        kinds=kinds, at=at, masked=" and ".join(WORDS[kind] for kind in kinds), warning=WARNING, offsets=OFFSETS
    )
