"""PDF, with pages drawn here line by line."""

import pytest

from paper import Line, pdf
from sayso.model import Ingested
from sayso.stages.ingest import ingest


def read(data: bytes) -> Ingested:
    return ingest(data, name="a.pdf", max_bytes=1 << 24)


def body(lines: list[str], top: int = 700) -> list[Line]:
    return [(words, 12, 72, top - 15 * number) for number, words in enumerate(lines)]


def test_paragraphs_are_told_by_the_room_between_them() -> None:
    page = [("Men for hire", 24, 72, 760), *body(["The men were asked to go abroad and", "to fight there for money."]),
            *body(["Some of them have left the country", "already, he said."], top=650)]  # fmt: skip
    document = read(pdf([page])).documents[0][0]
    assert document.text.split("\n") == [
        "Men for hire",
        "The men were asked to go abroad and to fight there for money.",
        "Some of them have left the country already, he said.",
    ]
    assert document.title == "Men for hire"


LONG = "Two men of the village said on Monday that they had been asked to go abroad"
LISTED = [
    "Ferry lost off the coast",
    "Five things that you should know today",
    "Harbour police chief resigns after talks",
]


def test_headlines_in_a_list_do_not_run_into_one_another_nor_into_the_text() -> None:
    lines = body([LONG, "by somebody whom they did not know.", *LISTED, LONG, "and that both of them had refused it."])
    assert read(pdf([lines])).documents[0][0].text.split("\n") == [
        f"{LONG} by somebody whom they did not know.",
        *LISTED,
        f"{LONG} and that both of them had refused it.",
    ]


def test_a_page_of_headlines_that_stand_apart_sets_no_measure_for_its_text() -> None:
    top = [(f"{words} ({number})", 12, 72, 760 - 26 * number) for number, words in enumerate([*LISTED, *LISTED])]
    text = body([LONG, "by somebody whom they did not know."], top=580)
    after = body([LONG, "and that both of them had refused it."], top=580 - 41)
    assert read(pdf([[*top, *text, *after]])).documents[0][0].text.split("\n") == [
        *(words for words, *_ in top),
        f"{LONG} by somebody whom they did not know.",
        f"{LONG} and that both of them had refused it.",
    ]


def test_a_bold_headline_in_type_of_the_text_stands_alone() -> None:
    heads = ["Villagers speak of a stranger who came by night and offered them money", "For a war that is not theirs"]
    lines = body([*heads, LONG, "by somebody whom they did not know."])
    text = read(pdf([lines], bold=frozenset(heads))).documents[0][0].text
    assert text.split("\n") == [" ".join(heads), f"{LONG} by somebody whom they did not know."]


def test_a_name_at_the_beginning_of_a_line_is_no_new_paragraph() -> None:
    lines = body([LONG, "to fight there, and that one of them, a driver of the", "Harbour Company, had gone. It was a"])
    lines += body([LONG, "Nobody answered."], top=655)
    assert len(read(pdf([lines])).documents[0][0].text.split("\n")) == 1


def test_text_beside_a_picture_is_not_broken() -> None:
    narrow = [
        "Neither of them had ever been told that",
        "Kestrel Company would send them there,",
        "Anna Vole, a lawyer, said. She and a",
    ]
    lines = body([LONG, "and one of them signed a paper.", *narrow, *narrow, *narrow])
    paragraphs = read(pdf([lines])).documents[0][0].text.split("\n")
    assert len(paragraphs) <= 2


def test_running_heads_and_page_numbers_go() -> None:
    places = {1: "Herat", 2: "Kabul", 3: "Mashhad"}
    pages = [
        [
            ("The Daily Sheet", 8, 72, 800),
            *body([f"From {place} the men left in the", "night, he said. They came", f"to {place} again in May."]),
            (str(number), 8, 300, 40),
        ]
        for number, place in places.items()
    ]
    text = read(pdf(pages)).documents[0][0].text
    assert text.split("\n") == [
        f"From {place} the men left in the night, he said. They came to {place} again in May."
        for place in places.values()
    ]


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("they were promised citizen-", "ship in a year.", "citizenship"),
        ("they were called well-", "trained by all.", "well-trained"),
        ("it was the Soviet-", "Afghan war then.", "Soviet-Afghan"),
        ("a so-called re-entry visa and a re-", "entry fee came.", "a re-entry fee"),
    ],
)
def test_words_broken_at_the_end_of_a_line(first: str, second: str, wanted: str) -> None:
    assert wanted in read(pdf([body(["Men who went abroad to fight said that", first, second])])).documents[0][0].text


def test_raised_footnote_digits_go() -> None:
    page = [*body(["The offer was 1,500"]), ("1", 6, 178, 705), (" dollars a month for each of the men.", 12, 182, 700)]
    assert "1,500 dollars" in read(pdf([page])).documents[0][0].text


def test_pictures_without_text_are_said() -> None:
    assert [p.code for p in read(pdf([[], []])).problems] == ["pdf.no_text"]
    made = read(pdf([body(["The men left the town in the night, he said."]), []]))
    assert [p.code for p in made.problems] == ["pdf.some_pages"]


def test_a_password_is_said() -> None:
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >> /ID [<00> <00>]" % (
        b"11" * 32,
        b"22" * 32,
    )
    assert [p.code for p in read(pdf([body(["Secret words."])], extra=lock)).problems] == ["pdf.encrypted"]


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9])
def test_a_cut_off_file_is_a_problem_or_a_document_never_a_crash(share: float) -> None:
    data = pdf([body(["The men left the town in the night, he said."])])
    made = read(data[: int(len(data) * share)])
    assert made.documents or made.problems[0].severity == "error"


def test_a_printed_web_page_begins_at_the_title_that_its_file_states() -> None:
    page = [
        *body(["We and our partners use cookies on your device.", "Accept all"], top=780),
        ("Men for hire", 24, 72, 700), ("By Jane Doe", 12, 72, 670), ("2022-10-27", 12, 72, 655),
        ("A picture", 12, 72, 640),
        *body(["The men were asked to go abroad and", "to fight there for money."], top=600),
    ]  # fmt: skip
    document = read(pdf([page], title="Men for hire | Kabul Courier")).documents[0][0]
    assert (document.title, document.outlet) == ("Men for hire", "Kabul Courier")
    assert document.published is not None
    assert [block.kind for block in document.blocks[:2]] == ["boilerplate", "boilerplate"]


def test_a_word_broken_at_the_end_of_a_line_does_not_break_its_paragraph() -> None:
    lines = [
        "Men of the village who had been asked to go and fight abroad by a regi-",
        "ment of the coast said on Monday that some of them would go there all",
        "the same because of the pay, and that the others had refused to do it",
        "although the mayor, an old soldier who knows them well, had spoken to",
        "each of them in turn and told them what he thought they ought to know",
        "about the war, and about those who had come back from it or had not.",
    ]
    (document, _), *_ = read(pdf([body(lines)])).documents
    assert "regiment of the coast" in document.text
    assert "\n" not in document.text
