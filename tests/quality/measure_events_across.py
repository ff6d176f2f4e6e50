"""Which mentions of the open half of ECB+ tell the same event: gold mentions, stories that Sayso finds itself.

Official train and dev topics only. What counts is `cross_validated`: CoNLL F1 where no topic is scored by trees that
saw it, with thresholds chosen on other topics. `pairs_...` are shares of joined and of wanted pairs.
"""

import sys
from functools import lru_cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from shared import shared
from training.events import results


@lru_cache(maxsize=1)
def measure() -> dict[str, float]:
    """CoNLL F1 of the baseline (same word in one story) and cross-validated, and how many joined pairs are right."""
    return results(shared("corpora/ecbplus/dev.jsonl"))


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:28s} {value:.4f}")
