"""Every usual form of naming the outlet that something is taken from."""

import pytest

from sayso.model import Attribution, Document, Link, Span, Voice
from sayso.stages.link.texts.citations import find_citations, linked_documents

HELD = frozenset({"Hill Gazette", "Radio Valley"})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("KATHMANDU (AP) — Recruits left on Monday.", ["AP"]),
        ("Recruits left on Monday. (AFP)", ["AFP"]),
        ("A former officer told Foreign Policy that men were leaving.", ["Foreign Policy"]),
        ("Men were leaving, Hill Gazette reported, citing two officials.", ["Hill Gazette"]),
        ("Hill Gazette spoke to him. Men left, the newspaper reported, citing a general.", ["Hill Gazette"] * 2),
        ("Men were leaving, according to Hill Gazette's Radio Valley.", ["Radio Valley"]),
        ("Men were leaving, according to Hill Gazette's reporters.", ["Hill Gazette"]),
        ("Men were leaving.\n\nOriginal article: Hill Gazette", ["Hill Gazette"]),
        ("Men were leaving.\n\nWith reporting by Reuters", ["Reuters"]),
        ("Men were leaving.\n\nWith reporting by Reuters and AFP", ["Reuters", "AFP"]),
        (
            "Men were leaving.\n\nWith additional reporting by Reuters, AFP and Hill Gazette",
            ["Reuters", "AFP", "Hill Gazette"],
        ),
        ("In an interview with Hill Gazette, the general said men were leaving.", ["Hill Gazette"]),
        ("Hill Gazette was first to report the offer.", ["Hill Gazette"]),
        ("Men were leaving, per Reuters.", ["Reuters"]),
        ("This article first appeared in Hill Gazette.", ["Hill Gazette"]),
        ("Source: Hill Gazette", ["Hill Gazette"]),
        ("The men earn $1,500, per Month of service.", []),
        ("The general's brother told the court that men were leaving.", []),
    ],
)
def test_each_form_names_its_outlet(text: str, names: list[str]) -> None:
    found = [c.name for c in find_citations(Document(id="d", text=text, language="en"), held=HELD)]
    assert found == names


def test_a_hyperlink_leads_to_the_held_document() -> None:
    of = Document(id="d", text="Men were leaving.", links=("https://www.hill.example/story?from=feed",))
    assert linked_documents(of, {"hill.example/story": "other"}) == (
        ("https://www.hill.example/story?from=feed", "other"),
    )


NAMES = frozenset({"Hill Gazette", "Gazeta do Porto", "Agência Norte", "Divers' Circle"})


@pytest.mark.parametrize(
    ("text", "name", "kind", "cited"),
    [
        # the words beside a name tell that it is of the press
        (
            "Agência Norte, the Portuguese news agency, has it.",
            "Agência Norte",
            "named_organisation",
            ["Agência Norte"],
        ),
        ("The news site Hill Gazette has it.", "news site Hill Gazette", "document", ["Hill Gazette"]),
        # or the name itself, also where small words of another language cut it in two
        ("The Gazeta do Porto has it.", "Gazeta", "named_organisation", ["Gazeta do Porto"]),
        # a body that publishes for itself is no outlet, nor is a name that none of them has
        ("Divers' Circle has it.", "Divers' Circle", "named_organisation", []),
        ("Ned Gazette, the news agency's owner, has it.", "Ned Gazette", "named_person", []),
    ],
)
def test_a_voice_that_is_called_like_an_outlet_at_hand_cites_it(
    text: str, name: str, kind: str, cited: list[str]
) -> None:
    start = text.index(name)
    link = Link(name=name, kind=kind, span=Span(start=start, end=start + len(name), text=name))  # type: ignore[arg-type]
    told = Attribution(
        id="a",
        source=(link.span,),
        cue=(),
        content=(),
        source_kind=link.kind,
        speech="indirect",
        voice=Voice(name=name, kind=link.kind),
        chain=(link,),
        confidence=0.9,
    )
    of = Document(id="d", text=text, language="en")
    assert [c.name for c in find_citations(of, (told,), held=NAMES)] == cited
