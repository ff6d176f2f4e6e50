"""The attribution stage's processor time as a share of bare spaCy parsing of the same texts, in one process and run.

    python bench/attribute.py [--articles 20] [--rounds 3] [--corpus polnear/dev.jsonl.gz]

The same texts as `bench/read.py`. The stage is timed alone, on one thread, its encoder included; parsing and stage take
turns, and the median over rounds is given with each round. Prints JSON.
"""

import argparse
import json
import os
import resource
import statistics
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")

from read import CORPORA, texts

from sayso.settings import Settings
from sayso.stages.annotate import annotate, paragraphs_of
from sayso.stages.attribute import attribute
from sayso.stages.normalise import normalise
from sayso.tools import load_tools


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20, help="articles of each corpus")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--corpus", action="append", help="only this corpus, instead of sample and both corpora")
    options = parser.parse_args()
    tools = load_tools(Settings())
    documents = texts(options.articles, tuple(options.corpus or CORPORA))

    def once() -> dict[str, float]:
        spent = dict.fromkeys(("bare", "encoder", "stage", "by rules"), 0.0)
        for document in documents:
            with tools.nlp.memory_zone():
                begun = time.process_time()
                tools.nlp(document.text)
                spent["bare"] += time.process_time() - begun
                parsed = annotate(document, tools.nlp)
                mentions = normalise(parsed, gazetteer=tools.gazetteer, aliases=tools.aliases)
                assert tools.encoder is not None
                begun = time.process_time()
                tools.encoder.run(document.text, paragraphs_of(document))
                spent["encoder"] += time.process_time() - begun
                for name, encoder in (("stage", tools.encoder), ("by rules", None)):
                    begun = time.process_time()
                    attribute(parsed, mentions, cues=tools.cues, encoder=encoder, threshold=tools.threshold)
                    spent[name] += time.process_time() - begun
        return {name: spent[name] / spent["bare"] for name in ("encoder", "stage", "by rules")} | {
            "bare": spent["bare"]
        }

    once()  # warm
    rounds = [once() for _ in range(options.rounds)]
    words = sum(len(document.text.split()) for document in documents)
    result = {
        "documents": len(documents),
        "words": words,
        "bare_spacy_words_per_second": round(words / statistics.median(one["bare"] for one in rounds)),
        "share_of_bare_spacy": {
            name: round(statistics.median(one[name] for one in rounds), 3) for name in ("encoder", "stage", "by rules")
        },
        "rounds": [round(one["stage"], 3) for one in rounds],
        "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
