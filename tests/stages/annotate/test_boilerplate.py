"""What is furniture of a page, and what only looks like it."""

import pytest

from factory import make_document
from sayso.stages.annotate.boilerplate import is_boilerplate, is_label_caption, unread_blocks


@pytest.mark.parametrize(
    "text",
    [
        "Read more",
        "Read next: The men who came back",
        "Also read: Who pays the fighters?",
        "Advertisement",
        "Share this article",
        "Photo: Jane Doe",
        "Sergei Ivanov/Reuters",
        "[Jane Doe/Al Jazeera via AFP]",
        "(Photo by Jane Doe)",
        "Sign up for our newsletter to get the latest.",
        "Get our best stories delivered to your inbox. Unsubscribe at any time.",
        "We use cookies to improve your experience. Accept all cookies",
        "By clicking “Accept”, you agree to the storing of cookies on your device.",
        "© 2022 The Courier. All rights reserved.",
        "Reporting by Jane Doe; Editing by John Roe",
        "This article was originally published by The Courier.",
        "Follow us on Telegram",
        "5 min read",
        "Image caption: Fighters of the brigade stand at the gate",
        "Map: Where the rebels attacked",
        "Also on our site: Who sends the drones?",
        "More on the war: The ministry recruits women",
        "Do you know a man who was recruited abroad? Contact our reporters at desk@example.org.",
        "Have you been offered money to fight? Tell us your story.",
        "Commandos train at a base in Kabul in 2020. Photograph: J. Doe/AFP",
        "Recruits queue outside an office [Jane Doe/AP]",
        "Mary Gray is a reporter who covered how the city fell in 2021.",
        "Jane Doe covers armed groups for The Courier.",
    ],
)
def test_furniture(text: str) -> None:
    assert is_boilerplate(text, late=True)


def test_author_lines_count_at_the_end_only() -> None:
    line = "Jane Doe is a senior correspondent for The Courier based in Nairobi."
    assert is_boilerplate(line, late=True)
    assert not is_boilerplate(line, late=False)


@pytest.mark.parametrize(
    "text",
    [
        "“Read more,” he said, and closed the door.",
        "Photographs of the site show new trenches.",
        "The recruits were told to sign up and to accept the terms of service in the army.",
        "Men share cigarettes outside the barracks.",
        "Subscribers to the channel, some 40,000 people, saw the video within an hour, the ministry said.",
        "The general is a former reporter.",
        "Follow the money, the old officer said, and you will find who sent them.",
        "He joined us at the gate.",
    ],
)
def test_reporting(text: str) -> None:
    assert not is_boilerplate(text)


@pytest.mark.parametrize(
    "text",
    [
        "Long wait: Recruits sit at the gate of a camp near the border.",
        "Next stop: Rebels take hostages to a village that they attacked in May.",
        "Ruins: The army shelled this bridge near Goma last year.",
        "Victim: Omar Haddad died two weeks after he came to the front.",
        "Exhausted: Two soldiers who fled from the town rest in a school.",
    ],
)
def test_a_catchword_before_a_sentence_makes_a_caption(text: str) -> None:
    assert is_label_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "Prigozhin: Fighters of the group killed 40 soldiers in Bakhmut.",
        "Kyiv: The army shelled the bridge on Monday morning.",
        "Army spokesman: Two men were held at the border on Monday.",
        "UN report: Fighters killed 40 villagers in the north.",
        "Heavy losses: The brigade lost 40 tanks in a week.",
        "To be clear: Nobody was recruited in the camp.",
        "He added: They took the men to a camp near the border.",
        "Next offer: “We will pay you more,” the recruiter told the men.",
    ],
)
def test_names_speakers_and_topics_before_a_colon_are_read(text: str) -> None:
    assert not is_label_caption(text)


def test_a_text_that_labels_order_is_read() -> None:
    lines = ("Forced flight: Families left the town.", "Armed patrols: Rebels held the road to the north.")
    report = make_document("\n".join(lines))
    assert unread_blocks(report) == [False, False]
    story = make_document("\n".join(("The army came on Monday.", "It stayed for a day.", *lines[1:])))
    assert unread_blocks(story) == [False, False, True]


def test_an_agency_in_brackets_at_the_end_signs_a_report() -> None:
    line = "A fighter stands guard at the gate. (AFP)"
    assert is_boilerplate(line, late=False)
    assert not is_boilerplate(line, late=True)
