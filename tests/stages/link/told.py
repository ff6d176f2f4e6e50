"""The articles of the stories, read once however many tests ask for them."""

from functools import lru_cache
from pathlib import Path

from sayso.model import Reading
from sayso.pipeline import read
from sayso.settings import Settings
from sayso.stages.ingest import ingest
from sayso.tools import load_tools

STORIES = Path(__file__).parent / "stories"


@lru_cache(maxsize=32)
def readings_of(name: str) -> tuple[Reading, ...]:
    """A story as it is read."""
    tools = load_tools(Settings())
    content = (STORIES / f"{name}.jsonl").read_bytes()
    return tuple(read(d, tools) for d, _ in ingest(content, name=f"{name}.jsonl", max_bytes=10**7).documents)
