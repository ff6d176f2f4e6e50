"""Who stands where around a word that may name an event: its subject, objects, prepositions, complements.

Dependency labels are spaCy's English ones (ClearNLP). How a frame is filled: `verb_frame`, `noun_frame`,
`adjective_frame`, all with `prepositions`.
"""


class Frame:
    """Token heads by slot. `weak` holds prepositions that hang on the object and may belong to the event."""

    __slots__ = ("anchor", "clausal", "gerunds", "infinitives", "passive", "slots", "weak", "words")

    def __init__(self, anchor: int) -> None:
        self.anchor = anchor
        self.slots: dict[str, list[int]] = {}
        self.weak: dict[str, list[int]] = {}
        self.words: set[str] = set()
        self.infinitives: list[int] = []
        self.gerunds: list[int] = []
        self.clausal: list[int] = []
        self.passive = False

    def add(self, slot: str, heads: list[int], *, weak: bool = False) -> None:
        """Put heads into a slot, each once."""
        held = (self.weak if weak else self.slots).setdefault(slot, [])
        held.extend(h for h in heads if h not in held)
