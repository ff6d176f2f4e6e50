"""Count how often words mark attributions in the PolNeAR train part, and write the lexicon that the rules believe.

    python -m training.cues --data DIR [--out src/sayso/lexicon/cues.tsv]

Every construction that the rules know (stages/attribute/constructions.py) is tried on every word of the train part. A
try is right when a marked attribution has the same content (Dice of words at least .5) and the same source (likewise,
or both nobody); tries inside the content of a marked attribution are not counted, since the corpus marks the outermost
only. What ships is words and counts, no text. Takes about five minutes on one core.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sayso.lexicon.cues import ANY, Cue, Cues
from sayso.model import Block, Document
from sayso.settings import Settings
from sayso.stages.annotate import annotate
from sayso.stages.attribute.constructions import drafts
from sayso.stages.attribute.draft import Draft
from sayso.stages.attribute.grammar import Grammar, grammar_of
from sayso.stages.attribute.phrases import ranges
from sayso.stages.attribute.quotes import Quotes, quotes_of
from sayso.stages.attribute.rules import believe, go_on
from training.polnear import Article, Range, paragraphs_of, read_articles

WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
PLAIN = re.compile(r"[a-z]+(?:-[a-z]+)*")
SOURCE = "PolNeAR 1.0.0 train"
RARE = 3
"""Words seen at most so often in a construction make up its average."""
NEVER = 20
"""Words that never marked anything are kept from so many occurrences on: they are known not to."""
FIRST_ROUND = 0.35
"""Lowest chance of the first round's attributions whose quotations may go on in the second."""

Counts = tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]


def alike(one: frozenset[int], other: frozenset[int]) -> bool:
    """Dice of at least a half, or both empty."""
    return not (one or other) or 2 * len(one & other) >= 0.5 * (len(one) + len(other))


class Judge:
    """The marked attributions of one article, as sets of words."""

    def __init__(self, article: Article) -> None:
        words = [m.span() for m in WORD.finditer(article.text)]
        self._word_at = [0] * (len(article.text) + 1)
        for number, (start, end) in enumerate(words):
            for at in range(start, end):
                self._word_at[at] = number + 1
        self._gold = [(self.words(g.source), self.words(g.cue), self.words(g.content)) for g in article.versions[0]]

    def words(self, spans: Iterable[Range]) -> frozenset[int]:
        """Numbers of the words that spans touch."""
        return frozenset({self._word_at[at] for start, end in spans for at in range(start, end)} - {0})

    def verdict(self, grammar: Grammar, draft: Draft) -> bool | None:
        """Whether a try is right; None where it stands inside a marked content and cannot be judged."""
        source = self.words(ranges(grammar, [draft.source] if draft.source else []))
        cue, content = self.words(ranges(grammar, [draft.cue])), self.words(ranges(grammar, draft.content))
        if any(c and content and alike(c, content) and alike(s, source) for s, _, c in self._gold):
            return True
        return None if any((cue | content) < c for _, _, c in self._gold) else False


def parsed(articles: Iterable[Article], nlp: Any) -> Iterator[tuple[Judge, Grammar, Quotes]]:
    """Each article with its grammar and quotations."""
    for article in articles:
        blocks = tuple(Block(kind="paragraph", start=s, end=e) for s, e in paragraphs_of(article.text))
        seen = annotate(Document(id=article.id, language="en", text=article.text, blocks=blocks), nlp)
        grammar = grammar_of(seen.doc)
        yield Judge(article), grammar, quotes_of(grammar, seen.quotations)


def count(corpus: Iterable[tuple[Judge, Grammar, Quotes]], cues: Cues | None) -> Counts:
    """Right tries and all tries for each word and construction; with `cues`, believed speakers' quotations go on."""
    right: Counter[tuple[str, str]] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    for judge, grammar, quotes in corpus:
        tries = list(drafts(grammar, quotes))
        if cues is not None:
            go_on(grammar, quotes, [draft for draft, _ in believe(tries, cues, lowest=FIRST_ROUND)])
        for draft in tries:
            verdict = judge.verdict(grammar, draft)
            if verdict is not None and PLAIN.fullmatch(draft.lemma):
                seen[draft.lemma, draft.construction] += 1
                right[draft.lemma, draft.construction] += verdict
    return right, seen


def lexicon(counts: Counts) -> Cues:
    """The entries to ship: every word that marked something, those known not to, and each construction's average."""
    right, seen = counts
    rare_right, rare_seen = Counter[str](), Counter[str]()
    for (lemma, construction), number in seen.items():
        if number <= RARE:
            rare_seen[construction] += number
            rare_right[construction] += right[lemma, construction]
    averages = [_entry(ANY, c, rare_right[c], rare_seen[c]) for c in sorted(rare_seen)]
    kept = sorted(key for key, number in seen.items() if right[key] or number > NEVER)
    return Cues((*averages, *(_entry(*key, right[key], seen[key]) for key in kept)))


def _entry(lemma: str, construction: str, right: int, seen: int) -> Cue:
    return Cue(lemma=lemma, construction=construction, right=right, seen=seen, source=SOURCE)


def write(cues: Cues, path: Path) -> None:
    """Write the entries as a tab-separated file."""
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write(
            "# Counted by training/cues.py: how often a word in a construction marked an attribution. Words only.\n"
        )
        table = csv.writer(out, delimiter="\t", lineterminator="\n")
        table.writerow(("lemma", "construction", "right", "seen", "source"))
        table.writerows((e.lemma, e.construction, e.right, e.seen, e.source) for e in cues.entries)


def main() -> None:
    """Count and write."""
    import spacy

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds polnear's train.jsonl.gz")
    parser.add_argument("--out", type=Path, default=Path("src/sayso/lexicon/cues.tsv"))
    options = parser.parse_args()
    nlp = spacy.load(Settings().language_model, exclude=["senter"])
    corpus = list(parsed(read_articles(options.data / "train.jsonl.gz"), nlp))
    first = lexicon(count(corpus, None))
    cues = lexicon(count(corpus, first))
    write(cues, options.out)
    print(f"{len(cues.entries)} entries to {options.out}")


if __name__ == "__main__":
    main()
