"""What tells which claims answer each other: of whom a denial is, and who went by their own will.

A denial of a part answers claims of that part only: "no minors were admitted" says nothing of grown men, "nobody was
forced" nothing of those who signed up.
"""

import re
from typing import Literal

Will = Literal["", "forced", "free"]
MINORS = re.compile(
    r"\b(?:minors?|under-?age\w*|child(?:ren)?|teenage\w*|schoolboys?|under\s+(?:the\s+age\s+of\s+)?(?:1[0-8]|eighteen|sixteen)"
    r"|(?:boys?|youths?|girls?|sons?)\s+of\s+(?:1[0-7]|(?:thir|four|fif|six|seven)teen)|aged?\s+(?:of\s+)?(?:1[0-7]|fourteen|fifteen)"
    r"|(?:1[0-7]|(?:thir|four|fif|six|seven)teen)[-\s]years?[-\s]old|as\s+young\s+as\s+(?:1[0-7]|(?:thir|four|fif|six|seven)teen))\b",
    re.IGNORECASE,
)
"""Those who are not of age."""
FORCED = re.compile(
    r"\b(?:forc(?:ed|ing|ibly)|(?:not|to|they|he|she|it|who|that)\s+forces?|forces\s+(?:them|foreigners|people|men|anyone)|coerc\w+|compel\w*|press-?gang\w*|press(?:ed|es|ing)?\s+(?:in)?to|against\s+(?:their|his|her|one's)\s+(?:own\s+)?will"
    r"|at\s+gunpoint|under\s+(?:duress|threat|pressure)|trick\w*|dup(?:e[sd]?|ing)|deceiv\w*|deception|defraud\w*|cheat\w*"
    r"|lur(?:e[sd]?|ing)|mis(?:led|lead(?:ing)?)|false\s+(?:pretences|pretexts?|promises)|under\s+(?:a\s+)?pretext"
    r"|(?:believed|thought|told|assured)\s+(?:that\s+)?(?:he|she|they|it)(?:['’]d|\s+(?:would|had|was|were))\s+(?:been\s+|be\s+|going\s+to\s+)?"
    r"(?:work|guard|mind|cook|clean|driv|build|farm|taken\s+on\s+as|hired\s+as|study)\w*|ma(?:de|kes?|king)\s+(?:\w+\s+)?(?:to\s+)?(?:sign|fight|serve)|push(?:ed|ing)?\s+into)\b",
    re.IGNORECASE,
)
"""People are taken by force or by deceit."""
FREE = re.compile(
    r"\b(?:of|by|on|at)\s+(?:their|his|her|its)\s+own\s+(?:free\s+)?(?:will|accord|volition|choice|choosing|initiative|decision)\b"
    r"|\b(?:voluntarily|willingly|knowingly|by\s+choice|by\s+themselves|of\s+free\s+will)\b"
    r"|\bvolunteered\s+to\s+(?:fight|join|serve|go)\b|\bwho\s+want(?:ed)?\s+to\s+(?:fight|join|serve\s+with|go\s+to\s+(?:the\s+)?war)\b"
    r"|\b(?:they|men|recruits|volunteers|all|everyone|everybody|each|he|she|nobody|who)\s+(?:(?!not\b|never\b|hardly\b)\w+\s+){0,2}?"
    r"(?:knew|(?:was|were)\s+(?:\w+\s+)?aware\s+of)(?=\s*[.,;!?”\"]|\s+(?:\w+\s+){0,2}?(?:where\s+(?:they|he|it)\s+(?:was|were|would)"
    r"|what\s+(?:they|he|it)\s+(?:was|were|had|would)|what\s+(?:awaited|lay)|that\s+it\s+was|it\s+was|about\s+the\s+war)\b)",
    re.IGNORECASE,
)
"""People go because they want to, and know where."""
NOT = re.compile(r"(?:\b(?:not|never|no|nobody|none|hardly|without|neither)|n['’]t)\b[^.;]{0,40}$", re.IGNORECASE)
"""Words before such a cue that turn it round."""


def is_of_minors(words: str) -> bool:
    """Whether words speak of minors.

    >>> is_of_minors("boys of 14 were sent"), is_of_minors("14 boys were sent")
    (True, False)
    """
    return MINORS.search(words) is not None


DOER = 40
"""Code points behind the word for what people did in which it is told that they did it by their own will."""


def is_of_own_will(words: str) -> bool:
    """Whether words that begin with what people did say right there that they did it by their own will.

    >>> is_of_own_will("gone of their own will"), is_of_own_will("recruited, and those who came did so willingly")
    (True, False)
    """
    found = FREE.search(words)
    return found is not None and found.start() <= DOER and not set(",;") & set(words[: found.start()])


def will_of(words: str, *, denied: bool = False) -> Will:
    """Whether people are told to have been forced or deceived, or to have gone by their own will; empty for neither.

    Of a denial (`denied`) what it denies: "nobody was forced" is of force.

    >>> will_of("They signed of their own accord"), will_of("tricked into the army"), will_of("did not go willingly")
    ('free', 'forced', '')
    """
    for cue, will in ((FREE, "free"), (FORCED, "forced")):
        found = cue.search(words)
        if found is not None and (denied or not NOT.search(words[: found.start()])):
            return will  # type: ignore[return-value]
    return ""
