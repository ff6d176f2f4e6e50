"""Line breaks that were written out: opened where sentences meet, offsets kept."""

import pytest

from sayso.lexicon.escapes import opened


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"They left.\nOthers came.", "They left.\n\nOthers came."),
        (r"They left.\r\n\r\nOthers came.", "They left." + 8 * "\n" + "Others came."),
        (r'"They left." \n"Others came."', '"They left." \n\n"Others came."'),
        (r"\nThey left.\n", "\n\nThey left.\n\n"),
        (r"It is in C:\notes.", r"It is in C:\notes."),
        (r"They left \n and came back", r"They left \n and came back"),
        ("They left.\nOthers came.", "They left.\nOthers came."),
    ],
)
def test_opened(text: str, expected: str) -> None:
    assert opened(text) == expected
    assert len(opened(text)) == len(text)
