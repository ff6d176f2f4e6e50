"""Whatever the names and however they are written, no part of one that is to be masked is left."""

import re
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from factory import make_document, spans
from sayso.model import Mention, Mentions, Reading, Relations, Span
from sayso.views.masking import Masking, asked_for

PARTS = st.sampled_from(
    [
        "Qarabek",
        "O’Zell",
        "Ünsalp",
        "Dzhurov",
        "Al-Tamuz",
        "Jean-Loup",
        "Xo",
        "Ra’fiyat",
        "Łukowe",
        "Mbekwani",
        "Nguyet",
    ]
)
NAMES = st.lists(PARTS, min_size=2, max_size=4, unique=True).map(" ".join)
WRITE = st.sampled_from([str, str.upper, str.lower, lambda n: n.replace(" ", "-"), lambda n: n.split(" ")[-1]])
AROUND = st.sampled_from(
    [
        "{} said no.",
        "“No,” said {}.",
        "{}’s brother left",
        "see https://a.example/{}/1",
        "by {}, aged 30",
        "({})",
        "a_{}_1",
    ]
)


def read(name: str) -> Reading:
    """A reading of a text that names somebody once."""
    text = f"Yesterday {name} told reporters that the war goes on."
    document = make_document(text, title=text)
    mention = Mention(span=spans(text, name), entity=None, name=name, kind="person", form="name")
    return Reading(
        document=document,
        sentences=(Span(start=0, end=len(text), text=text),),
        mentions=Mentions(actors=(mention,)),
        read_by="test",
    )


@given(NAMES, WRITE, AROUND, st.text(alphabet="abc .,XY“\n", max_size=12))
def test_no_form_of_a_name_is_left(name: str, write: object, around: str, more: str) -> None:
    assert callable(write)
    masking = Masking((read(name),), Relations(), asked_for("people"), at=datetime(2026, 1, 1, tzinfo=UTC))
    form = write(name)
    if len(form) < 3 and form.islower():  # two small letters are a word of many languages
        return
    made = masking.words(f"{more} {around.format(form)}")
    left = re.sub(r"person 1|\[address\]", "", made).casefold()
    for part in re.split(r"[ -]", name):
        assert not re.search(rf"(?<!\w){re.escape(part.casefold())}(?!\w)", left)


@given(NAMES, st.integers(0, 60), st.integers(1, 30))
def test_a_span_of_the_text_is_one_of_the_masked_text(name: str, start: int, length: int) -> None:
    reading = read(name)
    masking = Masking((reading,), Relations(), asked_for("people"), at=datetime(2026, 1, 1, tzinfo=UTC))
    text, key = reading.document.text, reading.document.id
    end = min(len(text), start + length)
    if start >= end:
        return
    made = masking.of(Span(start=start, end=end, text=text[start:end]), (key,))
    assert masking.text(key).text[made.start : made.end] == made.text
    assert (masking.words(text), masking.words(name)) == (masking.text(key).text, "person 1")


def test_a_name_that_no_mention_has_is_masked_and_other_words_with_capitals_stay() -> None:
    text = (
        "Kovalt Brenzu came on Monday from the north. The record of Dzemali was lost in Ramadan.\n"
        "Recruiters were seen at the Northern Hospital, an officer said, and on Telegram."
    )
    document = make_document(text)
    whole = (Span(start=0, end=len(text), text=text),)
    reading = Reading(document=document, sentences=whole, mentions=Mentions(), read_by="test")
    made = Masking((reading,), Relations(), asked_for("people"), at=datetime(2026, 1, 1, tzinfo=UTC)).words(text)
    assert not re.search("kovalt|brenzu|dzemali", made.casefold())
    assert all(word in made for word in ("Monday", "Ramadan", "Recruiters", "Northern Hospital", "Telegram"))
