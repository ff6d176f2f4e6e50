"""Where a cue word could attribute something: every construction that the rules know, before any is believed.

A construction is a name (`clause`, `object`, `prep:for`, ...) that together with the cue's lemma is looked up in the
counted lexicon; how often that pair was a real attribution in labelled text decides whether it is believed.
"""

from collections.abc import Iterator

from sayso.stages.attribute.draft import Draft
from sayso.stages.attribute.grammar import Grammar
from sayso.stages.attribute.hearsay import EPITHETS, HEARSAY, SEEMING, epithet_draft, hearsay_draft
from sayso.stages.attribute.nominal import according_draft, adjective_draft, noun_draft
from sayso.stages.attribute.quotes import Quotes
from sayso.stages.attribute.verbs import verb_draft


def drafts(grammar: Grammar, quotes: Quotes, wanted: frozenset[str] | None = None) -> Iterator[Draft]:
    """Every construction of the document in text order; of `wanted` lemmas only, where given."""
    for token, tag in enumerate(grammar.tags):
        draft = _draft_of(grammar, quotes, token, tag, wanted)
        if draft is not None:
            yield draft


def _draft_of(grammar: Grammar, quotes: Quotes, token: int, tag: str, wanted: frozenset[str] | None) -> Draft | None:
    word = grammar.words[token]
    if word == "according":
        return according_draft(grammar, token)
    if word in HEARSAY or word in SEEMING:
        return hearsay_draft(grammar, token)
    if word in EPITHETS and grammar.deps[token] == "amod":
        return epithet_draft(grammar, token)
    if wanted is not None and grammar.lemmas[token] not in wanted:
        return None
    if tag.startswith("VB") and grammar.deps[token] not in ("aux", "auxpass", "amod", "compound"):
        return verb_draft(grammar, token, quotes)
    if tag in ("NN", "NNS"):
        return noun_draft(grammar, token)
    if tag.startswith("JJ"):
        return adjective_draft(grammar, token)
    return None
