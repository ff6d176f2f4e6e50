"""Whom "they" means, where the sentence or the one before names one group of people only.

"They" is led to the nearest subject above it ("The recruits said they had been flown to Oslo"), or, as the subject of
its own sentence, to the only group of the sentence before. After the preference for subjects and for parallel places
(Lappin and Leass 1994); whatever another group between them or a quotation makes doubtful stays open.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.lexicon.nouns import load_nouns
from sayso.model import Mention, Parsed, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

THEY = frozenset({"they", "their"})
"""Not "them": whom somebody finds is as often another group than the subject."""
PEOPLE = frozenset({"group", "nationality", "force"})
"""Kinds of mentions that "they" may mean; of a body in the singular ("the company") it is too seldom meant."""
SUBJECTS = ("nsubj", "nsubjpass")


def antecedents(parsed: Parsed, mentions: Sequence[Mention], pronouns: Sequence[Mention]) -> dict[int, Mention]:
    """For the start of each "they" that is sure enough, the mention it leads back to; mentions in text order."""
    doc: Doc = parsed.doc
    plural = [m for m in mentions if m.form != "pronoun" and _is_plural(doc, m)]
    starts = [m.span.start for m in plural]
    sentences = [s.start for s in parsed.sentences]
    quoted = [q.span for q in parsed.quotations if not q.scare]
    found: dict[int, Mention] = {}
    for pronoun in pronouns:
        if pronoun.span.text.lower() not in THEY:
            continue
        words = doc.char_span(pronoun.span.start, pronoun.span.end)
        here = bisect_right(sentences, pronoun.span.start) - 1
        if words is None or here < 0:
            continue
        at = bisect_right(starts, pronoun.span.start)
        own = [m for m in plural[:at] if m.span.start >= sentences[here]]
        to = _above(words.root, own)
        if to is None and not own and here > 0 and _opens(words.root):
            to = _only([m for m in plural[:at] if m.span.start >= sentences[here - 1]])
            if to is not None and "\n" in parsed.document.text[to.span.end : pronoun.span.start]:
                to = None
        if to is not None and _is_alone(doc, to, words.root) and _heard_alike(to, pronoun, quoted):
            found[pronoun.span.start] = to
    return found


def _is_plural(doc: "Doc", mention: Mention) -> bool:
    words = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if words is None or mention.kind not in PEOPLE:
        return False
    return words.root.tag_ in ("NNS", "NNPS") or (mention.kind == "nationality" and words.root.tag_ == "NNP")


def _above(pronoun: "Token", own: Sequence[Mention]) -> Mention | None:
    """The nearest subject above and left of the pronoun, where it is a group and no other group stands between.

    "Their" only of what the subject itself has or does: "lost their homes".
    """
    verbs = [pronoun.head.head] if pronoun.lower_ == "their" else list(pronoun.ancestors)
    for above in verbs:
        for child in above.lefts:
            if child.dep_ not in SUBJECTS or child.i >= pronoun.i or child.is_ancestor(pronoun):
                continue
            to = next((m for m in own if m.span.start <= child.idx < m.span.end), None)
            return to if to is not None and to is own[-1] else None
    return None


def _opens(pronoun: "Token") -> bool:
    """Whether the pronoun is the subject of its sentence."""
    return pronoun.dep_ in SUBJECTS and pronoun.head.dep_ == "ROOT"


def _only(before: Sequence[Mention]) -> Mention | None:
    """The one group that a sentence names; None for two and more of them."""
    return before[0] if len(before) == 1 else None


def _is_alone(doc: "Doc", to: Mention, pronoun: "Token") -> bool:
    """Whether nothing else in the plural stands near: behind the mention up to the pronoun, or before it.

    Before it only people, and where the pronoun is in a later sentence: within one, the subject above outweighs what
    opens it.
    """
    words = doc.char_span(to.span.start, to.span.end, alignment_mode="expand")
    if words is None:
        return False
    sentence = words.root.sent
    before = [] if sentence.start <= pronoun.i < sentence.end else list(doc[sentence.start : words.start])
    people = load_nouns().actors
    if any(t.tag_ in ("NNS", "NNPS") or _is_listed(t) for t in doc[words.end : pronoun.i]):
        return False
    return not any(t.tag_ == "NNS" and t.lemma_.lower() in people for t in before)


def _is_listed(token: "Token") -> bool:
    """Whether a noun stands behind "and": two single ones are "they" too ("the cook and his aide")."""
    nouns = ("NOUN", "PROPN")
    return token.dep_ == "conj" and token.pos_ in nouns and token.head.pos_ in nouns


def _heard_alike(to: Mention, pronoun: Mention, quoted: Sequence[Span]) -> bool:
    """Whether both stand in the same quotation or outside of all: in quoted words "they" may be anybody."""

    def inside(mention: Mention) -> Span | None:
        return next((q for q in quoted if q.covers(mention.span)), None)

    return inside(to) is inside(pronoun)
