"""Words of a text as names are looked up by: folded, without possessives, whatever capitals and accents."""

import re
from collections.abc import Iterable
from functools import lru_cache

from sayso.lexicon.folding import fold
from sayso.lexicon.name_words import load_name_words
from sayso.model._record import record
from sayso.stages.link.wordlists import listed

JOINERS = "\u00ad\u200b\u200c\u200d\u2060\u0300-\u036f"
"""Marks inside a word: accents of their own, soft hyphens, joiners that show nothing."""
LETTER = r"[^\W\d_]"
WORD = re.compile(rf"{LETTER}[{JOINERS}]*(?:{LETTER}|[{JOINERS}])*(?:['’‘`ʼʻʿʾ´]{LETTER}(?:{LETTER}|[{JOINERS}])*)*")
UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060]")
POSSESSIVE = re.compile(r"['’‘`ʼ´][sS]$")
GAP = re.compile(r"(?:%20|[ \t\u00a0\u202f_+.·/\\‐‑–-]|['’‘`ʼ´])*\n?[ \t]*")
"""What stands between the parts of one name, in running text, file names and addresses."""


@record
class Token:
    """A word with the key that names are looked up by."""

    start: int
    end: int
    key: str
    """Folded."""
    is_capital: bool
    """Whether it begins with a capital."""


@lru_cache(maxsize=65_536)
def key_of(word: str) -> str:
    """A word folded, without what does not show.

    >>> key_of("Ra’fat"), key_of("RAHI\u00adMI")
    ('rafat', 'rahimi')
    """
    return fold(UNSEEN.sub("", word))


def tokens_of(text: str) -> list[Token]:
    """The words of a text in order, a possessive's ending left out.

    >>> [token.key for token in tokens_of("Ra'fat al-Sabti's son")]
    ['rafat', 'al', 'sabti', 'son']
    """
    found = []
    for match in WORD.finditer(text):
        word = match.group()
        ending = POSSESSIVE.search(word)
        if ending is not None:
            word = word[: ending.start()]
        found.append(
            Token(
                start=match.start(), end=match.start() + len(word), key=key_of(word), is_capital=not word[0].islower()
            )
        )
    return found


def parts_of(name: str) -> tuple[str, ...]:
    """The parts of a person's name, without titles before it.

    >>> parts_of("Brig. Gen. Abdul Karimi"), parts_of("Abu Omar al-Test")
    (('abdul', 'karimi'), ('abu', 'omar', 'al', 'test'))
    """
    words = load_name_words()
    keys = [token.key for token in tokens_of(name)]
    while len(keys) > 1 and keys[0] in words.titles and keys[0] not in words.given:
        keys = keys[1:]
    return tuple(keys)


TIED = load_name_words().particles | listed(
    "abu abou umm um abd ben ad az as ash an at ar ez es the of and mr mrs ms dr jr sr iii ii"
)
"""Parts of names that are no name by themselves."""


def are_beside(text: str, left: Token, right: Token) -> bool:
    """Whether nothing stands between two words but what stands between the parts of a name."""
    return GAP.fullmatch(text, left.end, right.start) is not None


def joined(parts: Iterable[str]) -> frozenset[str]:
    """All runs of two and more parts written as one word, as addresses and handles have them.

    >>> sorted(joined(["al", "omar", "bek"]))
    ['alomar', 'alomarbek', 'omarbek']
    """
    held = tuple(parts)
    return frozenset("".join(held[start:end]) for start in range(len(held)) for end in range(start + 2, len(held) + 1))


OPENING = re.compile(r"(?:^|[.!?:;\n“”\"(\[•|–—…]|\s-|[\s(]['‘])\s*$")
"""What stands before a word that has a capital because it is first."""


def is_heading(line: str) -> bool:
    """Whether most longer words of a line have a capital, and it does not end as a sentence does: there a capital tells
    nothing.

    >>> is_heading("Three Generals Say That Recruiters Came"), is_heading("Ann Lee told Daily Example.")
    (True, False)
    """
    long = re.findall(r"[^\W\d_]{4,}", line)
    ended = line.rstrip("”\"’') ").endswith((".", "!", "?"))
    return not ended and len(long) > 2 and sum(word[0].isupper() for word in long) > 0.6 * len(long)
