"""Whom a participant's words lead to, and how far its words go."""

from sayso.model import Mention, Place, RawArgument, Span
from sayso.stages.compose.arguments import argument_of


def at(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start=start, end=start + len(part), text=part)


def test_a_name_that_the_parse_cut_is_given_whole() -> None:
    text = "the Front of Norland and the Isles"
    name = Mention(span=at(text, text), form="name", kind="force", name="Front of Norland and the Isles", entity=None)
    found = argument_of(RawArgument(role="killer", span=at(text, "the Front of Norland")), [name], [])
    assert found.span.text == text


def test_a_name_that_begins_in_the_words_is_given_whole() -> None:
    text = "The Committee for Coastal Rights in Oslo"
    rights = "Committee for Coastal Rights"
    name = Mention(span=at(text, rights), form="name", kind="organisation", name=rights, entity=None)
    found = argument_of(RawArgument(role="source", span=at(text, "The Committee")), [name], [])
    assert found.span.text == "The Committee for Coastal Rights"


def test_where_somebody_serves_is_not_who_it_is() -> None:
    text = "Oslo, Norway, police officer Betty Berg"
    place = Place(span=at(text, "Oslo"), name="Oslo", precision="city")
    assert argument_of(RawArgument(role="killer", span=at(text, text)), [], [place]).value is None
    assert argument_of(RawArgument(role="killer", span=at(text, "Oslo")), [], [place]).value == "Oslo"


def test_what_is_denied_leads_to_nobody_that_it_names() -> None:
    text = "police had been ordered to fire on the Danes"
    people = Mention(span=at(text, "the Danes"), form="name", kind="nationality", name="People of Denmark", entity=None)
    assert argument_of(RawArgument(role="denied", span=at(text, text)), [people], []).value is None
    assert (
        argument_of(RawArgument(role="killer", span=at(text, "the Danes")), [people], []).value == "People of Denmark"
    )
