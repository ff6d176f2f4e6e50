"""What a user asks to be masked."""

from sayso.model._record import record

KINDS = ("people", "all-people", "places")
"""What can be masked."""


@record
class Asked:
    """What is to be masked."""

    people: bool = False
    """Names of natural persons who are not public by office."""
    all_people: bool = False
    """Names of those who are, too; then `people` is true as well."""
    places: bool = False
    """Names and coordinates of places below the level of a country."""

    def kinds(self) -> tuple[str, ...]:
        """What it is in the words of the option."""
        people = ("all-people",) if self.all_people else ("people",) if self.people else ()
        return (*people, *(("places",) if self.places else ()))


def asked_for(words: str) -> Asked:
    """What `--mask WORDS` asks for; raises ValueError for what cannot be masked.

    >>> asked_for("people, places").kinds(), asked_for("all-people").people
    (('people', 'places'), True)
    """
    parts = {part.strip().casefold() for part in words.split(",")} - {""}
    if not parts or parts - set(KINDS):
        raise ValueError(f"{words!r} is not made of {', '.join(KINDS)} with commas between")
    return Asked(
        people=bool(parts & {"people", "all-people"}), all_people="all-people" in parts, places="places" in parts
    )
