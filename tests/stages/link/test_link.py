"""Relations of small sets of readings whose lineage is known."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import pytest
from builders import claim, document, reading

from sayso.model import Reading, Relations
from sayso.stages.link import link, link_documents

WAGNER = ("recruiter", "Wagner Group", "wagner-group")
BODY = (
    "The Wagner Group is recruiting 20,000 to 30,000 Afghan commandos for the security forces, a former security official "  # noqa: E501
    "told The Steppe Courier. Many of them fled to Iran after the fall of Kabul. They were trained by American special "
    "forces and have not been paid since. The men are hiding in Mashhad and have no money left, the official said."
)


def story() -> list[Reading]:
    """One report, its shortened copy with a changed figure, a retelling that cites it, and an independent report."""
    first = document("doc-a", BODY, day="2022-10-25", outlet="The Steppe Courier")
    copied = BODY.replace("20,000 to 30,000", "up to 30,000").split(" They were")[0]
    second = document("doc-b", copied, day="2022-10-27", outlet="Daily Lantern")
    third = document(
        "doc-c",
        "Russia's Wagner Group may enlist up to 30,000 former Afghan commandos, according to The Steppe Courier.",
        day="2022-10-28",
        outlet="Hill Gazette",
    )
    fourth = document(
        "doc-d",
        "General Abdul Karimi said that the Wagner Group was recruiting 5,000 Afghan commandos in Iran.",
        day="2022-11-01",
        outlet="Harbour Post",
    )
    official = [("a former security official", "unnamed_official")]
    commandos = ("recruit_pool", "commandos", "afghan-commandos")
    return [
        reading(
            first,
            claim(
                first,
                "The Wagner Group is recruiting 20,000 to 30,000 Afghan commandos",
                "recruiting",
                chain=official,
                roles=[WAGNER, commandos],
                figure=(20000, 30000, "commando"),
            ),
        ),
        reading(
            second,
            claim(
                second,
                "The Wagner Group is recruiting up to 30,000 Afghan commandos",
                "recruiting",
                chain=official,
                roles=[WAGNER, commandos],
                figure=(None, 30000, "commando"),
            ),
        ),
        reading(
            third,
            claim(
                third,
                "Wagner Group may enlist up to 30,000 former Afghan commandos",
                "enlist",
                chain=[("The Steppe Courier", "outlet")],
                roles=[WAGNER, commandos],
                figure=(None, 30000, "commando"),
                factuality="possible",
            ),
        ),
        reading(
            fourth,
            claim(
                fourth,
                "the Wagner Group was recruiting 5,000 Afghan commandos in Iran",
                "recruiting",
                chain=[("General Abdul Karimi", "named_person")],
                roles=[WAGNER, commandos],
                figure=(5000, 5000, "commando"),
            ),
        ),
    ]


def related() -> Relations:
    return link(story())


def test_a_shortened_copy_has_its_source_as_parent() -> None:
    placed = {d.document: d for d in related().documents}
    assert placed["doc-b"].parent == "doc-a"
    assert placed["doc-b"].cluster == placed["doc-a"].cluster
    assert placed["doc-d"].parent is None


def test_what_the_copy_changed_is_named_with_both_wordings() -> None:
    (change,) = [c for c in related().changes if c.child == "doc-b"]
    assert (change.what, change.was.text, change.now.text) == ("bound", "20,000 to 30,000", "up to 30,000")


def test_four_reports_are_one_claim_with_two_origins() -> None:
    (proposition,) = related().propositions
    assert (proposition.reports, proposition.outlets) == (4, 4)
    assert (proposition.origins.at_least, proposition.origins.at_most) == (1, 2)
    assert all(r.detail for r in proposition.origins.reasons)


def test_a_claim_of_a_copy_is_put_beside_its_parents_by_the_same_words() -> None:
    (proposition,) = related().propositions
    (reason,) = [r for r in proposition.reasons if r.rule == "same_claim.copied"]
    first, second = (each.claims[0].trigger for each in story()[:2])
    assert reason.spans == (first, second)


def test_a_citation_leads_to_the_document_that_is_held() -> None:
    (citation,) = [d for d in related().derivations if d.right == "doc-c" and d.kind == "citation"]
    assert (citation.kind, citation.left, citation.left_name) == ("citation", "doc-a", "Steppe Courier")


def test_a_retelling_drops_the_lower_bound_and_adds_a_hedge() -> None:
    changes = {(c.parent, c.what) for c in related().changes if c.child == "doc-c"}
    assert changes == {("doc-a", "bound"), ("doc-a", "hedge")}


def test_a_retelling_is_told_from_its_source_by_what_it_cites() -> None:
    (rewrite,) = [d for d in related().derivations if d.kind == "rewrite"]
    assert (rewrite.left, rewrite.right) == ("doc-a", "doc-c")
    assert "cites its outlet" in rewrite.reasons[0].detail


def test_figures_that_do_not_overlap_contradict() -> None:
    (proposition,) = related().propositions
    assert {c.about for c in proposition.contradictions} == {"figure"}


def test_order_of_readings_does_not_matter() -> None:
    assert link(story()[::-1]) == related()


def test_documents_alone_give_the_same_lineage() -> None:
    documents = [r.document for r in story()]
    assert [d.parent for d in link_documents(documents).documents] == [d.parent for d in related().documents]


def test_nothing_gives_nothing() -> None:
    assert link(()) == Relations()
    assert link_documents(()).documents == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\0\0",
        "😀" * 500,
        "a" * 1_000_000,
        "مرحبا بالعالم " * 50,
        "“" * 300 + " said",
        "12 " * 2000,
        "\ud800 x",
    ],
)
def test_any_text_is_related_without_a_crash(text: str) -> None:
    first, second = document("doc-1", text, day="2022-10-01", outlet="A"), document("doc-2", text, day="2022-10-02")
    assert len(link_documents([first, second]).documents) == 2
    assert len(link([reading(first), reading(second)]).documents) == 2
