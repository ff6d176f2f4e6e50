"""What is furniture of a page, and what only looks like it."""

import pytest

from sayso.stages.annotate.boilerplate import is_boilerplate


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
