"""Which mentions of the open half of ECB+ tell the same event: gold mentions, stories that Sayso finds itself.

Official train and dev topics only. What counts is `cross_validated`: no topic is scored by weights that saw it.
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
    """CoNLL F1 of the baseline (same word in one story), cross-validated, and on what was fitted on."""
    return results(shared("corpora/ecbplus/dev.jsonl"))


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:20s} CoNLL F1 {value:.4f}")
