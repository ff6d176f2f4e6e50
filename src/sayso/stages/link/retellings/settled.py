"""What a source leaves open and a document that credits it tells as settled, in other words: "plans a register" that
became "has introduced a register", "asked for leave to visit" that became "has visited", "I think he was from the
embassy" that became "a man from the embassy".

`firmer.py` asks for the verb behind a word of doubt in both texts and for sentences that are alike. Here a clause that
is open stands for itself: by its words that are rare in the source. The source has to leave them open wherever it has
them together.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from sayso.model import Change, Reading, Span
from sayso.model.relation import What
from sayso.stages.link.retellings.firmer import is_firm
from sayso.stages.link.retellings.left_open import KEPT, Open, open_clauses, without_open
from sayso.stages.link.retellings.otherwise import told_otherwise
from sayso.stages.link.retellings.sides import words_around
from sayso.stages.link.retellings.units import shared_weight, weights_of
from sayso.stages.link.wording import content_words, stem
from sayso.stages.link.wordlists import listed

UNSURE = re.compile(
    r"\b(?:speculat\w+|rumou?r\w*|suspicions?|theory|possib\w+|potential|believe[ds]?|thinks?|thought|talk of)\b",
    re.IGNORECASE,
)
"""Words besides with which a sentence settles nothing."""
MADE = listed(
    "introduced set opened founded created established launched started begun began signed issued imposed passed"
    " adopted built made held sent given gave put appointed approved banned barred lifted cut raised ordered published"
    " received got won secured granted provided delivered stopped halted suspended dropped closed"
)
"""Verbs by which a thing that was wished for comes to be."""
MAKING = frozenset(map(stem, MADE))
DONE = re.compile(
    r"\b(?:has|have|had|was|were|is being|are being|[’']s|[’']ve)\s+"
    r"(?:\w+ly\s+|already\s+|now\s+|since\s+|also\s+)*(?:been\s+)?(?P<told>[a-z]{3,})"
    rf"|\b(?<!\bis )(?<!\bare )(?<!\bbe )(?<!-)(?P<past>[a-z]{{3,}}ed|{'|'.join(sorted(MADE))})\b"
)
"""A verb that tells of something done."""
BESIDE = 4
"""Content words before and behind such a verb among which the thing is looked for."""
ENOUGH, MOST_OF_IT = 1.6, 0.5
"""What the shared words of an open clause have to weigh, and how large a part of it they have to be."""
ELSEWHERE = 0.75
"""Part of the shared words that a sentence of the source has at most outside of open clauses, or it is told there."""
IS_SOMEBODY = re.compile(
    r"(?:\s?that)?\s?(?:(?:he|she|it|they|this|that|these|those|the \w+|one|two|some)\s)?"
    r"(?:was|were|is|are|be|been|to be|to have been|have been)\s"
    r"(?:(?:somebody|someone|something|an? \w+|people|men|all|both|mostly)\s)?(?:(?:of|from|with|in)\s)?(?:the\s|an?\s)"
    r"?(?:\w+\s){0,2}?([\w’'-]+)"
)
"""Who or what somebody is guessed to be: "he was somebody from the embassy", "they were Fijians"."""
SETTING = 2.0
"""What the words have to weigh that two sentences and those beside them share, without what somebody is said to be."""
Weights = Mapping[str, float]


def settled(parent: Reading, child: Reading) -> tuple[Change, ...]:
    """What a document tells as settled and the one that it follows leaves open."""
    return tuple({(c.now.start, c.now.end): c for c in _found(parent, child)}.values())


def _found(parent: Reading, child: Reading) -> Iterator[Change]:
    clauses = [clause for sentence in parent.sentences for clause in open_clauses(sentence)]
    if not clauses:
        return
    weights = weights_of(parent)
    left = [without_open(sentence.text, wished=True) for sentence in parent.sentences]
    closed = [content_words(text) for text in left]
    done = {verb for text in left for verb, _, _ in _deeds(text)}
    firm = [s for s in child.sentences if is_firm(s.text) and UNSURE.search(s.text) is None]
    told_of = {w: [(s, _told(without_open(s.text, wished=w))) for s in firm] for w in (True, False)}
    for clause in clauses:
        whole = shared_weight(clause.words, clause.words, weights)
        fits = []
        somebody = None if clause.wished else _somebody(clause)
        for sentence, told in told_of[clause.wished]:
            if clause.words.keys().isdisjoint(told):
                continue
            weight = shared_weight(told, clause.words, weights)
            enough = weight >= max(ENOUGH, MOST_OF_IT * whole) or _is_who(
                parent, child, clause, somebody, sentence, weights
            )
            if enough and (not clause.wished or _is_done(sentence, clause, done)):
                shared = {word: n for word, n in clause.words.items() if word in told}
                if all(shared_weight(each, shared, weights) < ELSEWHERE * weight for each in closed):
                    fits.append((weight, -sentence.start, sentence))
        if fits:
            weight, _, now = max(fits, key=lambda each: each[:2])
            what: What = "act" if clause.wished else "hedge"
            yield told_otherwise("settled", parent, child, clause.span, now, what, f"“{clause.word}” is gone", weight)


def _somebody(clause: Open) -> str | None:
    """The stem of what a clause guesses somebody to be."""
    match = IS_SOMEBODY.fullmatch(clause.span.text[len(clause.word) :].rstrip())
    return stem(match.group(1).lower()) if match else None


def _is_who(parent: Reading, child: Reading, clause: Open, word: str | None, sentence: Span, weights: Weights) -> bool:
    """Whether what a clause guesses somebody to be is said of somebody in a sentence that stands where it stood."""
    if word is None or weights.get(word, 0.0) < 1.0 or word not in content_words(sentence.text):
        return False
    before, after = (words_around(reading, span) for reading, span in ((parent, clause.sentence), (child, sentence)))
    return shared_weight(after, {w: n for w, n in before.items() if w != word}, weights) >= SETTING


IRREGULAR = {
    "flown": "fly", "flew": "fly", "gone": "go", "went": "go", "sent": "send", "taken": "take", "took": "take",
    "given": "give", "gave": "give", "brought": "bring", "held": "hold", "left": "leave", "paid": "pay",
    "built": "build", "bought": "buy", "sold": "sell", "met": "meet", "written": "write", "begun": "begin",
    "began": "begin",
    "drawn": "draw", "withdrawn": "withdraw", "fought": "fight", "found": "find", "told": "tell", "made": "make",
    "come": "come", "came": "come", "flies": "fly", "risen": "rise", "rose": "rise", "chosen": "choose", "won": "win",
}  # fmt: skip
"""Forms of verbs that tell of something done -> the verb."""


def _told(text: str) -> Mapping[str, float]:
    """The content words of some text, and the verbs of forms such as "flown"."""
    words = re.findall(r"[a-z]+", text)
    return {**{stem(IRREGULAR[word]): 1.0 for word in words if word in IRREGULAR}, **content_words(text)}


@lru_cache(maxsize=KEPT)
def _deeds(text: str) -> tuple[tuple[str, int, int], ...]:
    """Verbs by which something is told as done, as stems, with where they stand."""
    words = ((match.group("told") or match.group("past"), match) for match in DONE.finditer(text))
    return tuple((stem(IRREGULAR.get(word, word)), match.start(), match.end()) for word, match in words)


def _is_done(sentence: Span, clause: Open, before: Collection[str]) -> bool:
    """Whether a sentence tells what was wished for as done, by its verb or as a thing that came to be; `before`: what
    the source tells as done."""
    for verb, start, end in _deeds(sentence.text):
        if verb in clause.words and verb not in before:
            return True
        beside = [
            *list(content_words(sentence.text[:start]))[-BESIDE:],
            *list(content_words(sentence.text[end:]))[:BESIDE],
        ]
        if verb in MAKING and verb not in clause.words and not clause.words.keys().isdisjoint(beside):
            return True
    return False
