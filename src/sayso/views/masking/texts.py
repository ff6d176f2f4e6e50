"""A text with some of its words replaced, and where every place of the old text is in the new one."""

from bisect import bisect_right
from collections.abc import Sequence

from sayso.views.masking.finding import Cut


class MaskedText:
    """Words with what stands for masked ones in them."""

    def __init__(self, text: str, cuts: Sequence[Cut]) -> None:
        self.cuts = cuts
        self._starts = [cut.start for cut in cuts]
        self._moved = [0]
        pieces, at = [], 0
        for cut in cuts:
            pieces += [text[at : cut.start], cut.label]
            at = cut.end
            self._moved.append(self._moved[-1] + len(cut.label) - (cut.end - cut.start))
        self.text = "".join((*pieces, text[at:]))

    def start(self, place: int) -> int:
        """Where a passage that began at a place of the old text begins: at what stands for a name that it cut."""
        n = bisect_right(self._starts, place)
        if n and place < self.cuts[n - 1].end:
            return self.cuts[n - 1].start + self._moved[n - 1]
        return place + self._moved[n]

    def end(self, place: int) -> int:
        """Where a passage that ended at a place of the old text ends: behind what stands for a name that it cut.

        >>> text = MaskedText("Ann Lee said no.", [Cut(start=0, end=7, label="person 1")])
        >>> text.text, text.start(4), text.end(3), text.start(8)
        ('person 1 said no.', 0, 8, 9)
        """
        n = bisect_right(self._starts, place - 1)
        if n and place <= self.cuts[n - 1].end:
            cut = self.cuts[n - 1]
            return cut.start + self._moved[n - 1] + len(cut.label)
        return place + self._moved[n]
