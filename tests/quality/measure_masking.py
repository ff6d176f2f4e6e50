"""How many names of persons are left when people are masked, in the sentences that the names are measured with.

Each passage is masked by itself, with `all-people`: nothing seen elsewhere helps.
"""

import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from names import Mark, denoted, passages
from values import model

from factory import make_document
from sayso.lexicon.folding import fold
from sayso.lexicon.name_words import load_name_words
from sayso.model import Reading, Relations, Span
from sayso.views.masking import Masking, asked_for
from sayso.views.masking.tokens import TIED, parts_of

LISTS = ("first", "second", "third")
AT = datetime(2026, 11, 28, tzinfo=UTC)


def masked(text: str) -> str:
    """A passage without names of people."""
    document = make_document(text)
    whole = Span(start=0, end=len(text), text=text)
    reading = Reading(document=document, sentences=(whole,), mentions=denoted(text, model()), read_by="test")
    return Masking((reading,), Relations(), asked_for("all-people"), at=AT).words(text, (document.id,))


def left_of(mark: Mark, text: str, made: str) -> bool:
    """Whether a part of a name is left."""
    words = {fold(word) for word in re.findall(r"[^\W\d_][\w’'-]*", made)}
    parts = set(parts_of(text[mark.start : mark.end])) - TIED - load_name_words().titles
    return any(part in words for part in parts)


def measure() -> dict[str, Any]:
    """By list: names of persons, how many of them are left in part or whole; other names, how many of them are gone."""
    rows = {}
    for name in LISTS:
        persons, others, left, gone = 0, 0, [], []
        for text, marks in passages(name):
            made = masked(text)
            for mark in marks:
                words = text[mark.start : mark.end]
                if mark.kind == "person":
                    persons += 1
                    left += [words] if left_of(mark, text, made) else []
                else:
                    others += 1
                    gone += [words] if words not in made else []
        rows[name] = {"persons": persons, "left": left, "others": others, "gone": gone}
    return {"Names left when people are masked": rows}


if __name__ == "__main__":
    for name, row in measure()["Names left when people are masked"].items():
        print(name, f"{len(row['left'])} of {row['persons']} persons left: {'; '.join(row['left'])}")
        print(f"  {len(row['gone'])} of {row['others']} other names gone: {'; '.join(row['gone'])}")
