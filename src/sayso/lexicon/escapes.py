"""Line breaks that an export has written out as a backslash and an n."""

import re

BREAK = re.compile(
    r"""(?:(?<=[.!?:;"”'’)\]])[ \t]*|(?<=[a-z])[ \t]*(?=\\n[A-Z][a-z])|(?<![^\n]))"""
    r"""(?P<break>(?:\\r)?\\n[ \t]*)+(?=["“'‘(\[]?[A-ZÀ-Ý0-9]|\s*$)"""
)
"""Such a break behind the end of a sentence, behind a small letter where a capital follows, or at the beginning of a
line, and before a new one."""


def opened(text: str) -> str:
    r"""The text with written-out line breaks as white space, one for one, so that offsets stay those of `text`.

    Tables and JSON that were written out twice have them; a parser reads over them and glues the sentences. Only where
    one sentence ends and another begins: a path such as `C:\notes` is left alone.

    >>> opened(r"They left.\nOthers came.")
    'They left.\n\nOthers came.'
    """
    return BREAK.sub(lambda found: found.group().replace("\\r", "\n\n").replace("\\n", "\n\n"), text)
