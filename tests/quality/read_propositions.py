"""Propositions and events of mixed folders of real articles, to be read by hand without knowing which rules made them.

    python tests/quality/read_propositions.py --folder 1 --readings /tmp/one.pickle --save /tmp/before.json
    python tests/quality/read_propositions.py --folder 1 --readings /tmp/one.pickle --save /tmp/after.json
    python tests/quality/read_propositions.py --mix /tmp/before.json /tmp/after.json  # printed, to be judged
    python tests/quality/read_propositions.py --mix /tmp/before.json /tmp/after.json --wrong 3,17  # once read
    python tests/quality/read_propositions.py --changes --folder 1 --readings /tmp/one.pickle  # "what copies changed"

A folder is about a hundred articles of the dev parts of four corpora: six of each of six stories of `fnc`, ten notes of
each of five months of `timelines`, eight articles of `wikievents` and twelve of `polnear`; `--folder` is the seed. With
`--articles FOLDER` the files of a folder are read instead. `--readings` keeps what was read, so that a change of the
linking rules is looked at without reading anew. Saved are the propositions of most documents and then of most claims,
and the events of several propositions. `--mix` throws those of two files together, each group once, and shuffles them;
a group is sound when all of its claims tell one thing that happened, whichever figures they give. The output is for the
eyes of whoever reads: text of the corpora is not kept in the repository.
"""

import argparse
import gzip
import json
import pickle
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sayso.errors import SaysoError
from sayso.model import Claim, Document, Reading, Relations
from sayso.pipeline import read, relate
from sayso.settings import Settings
from sayso.stages.ingest import from_record, ingest
from sayso.stages.link.events.happenings import find_happenings, of_several
from sayso.tools import load_tools
from shared import shared

Group = dict[str, Any]
"""A proposition or event as it is saved: its kind, its title and the claims in it."""
SIZES = {"fnc": (6, 6), "timelines": (5, 10), "wikievents": (8, 1), "polnear": (12, 1)}
"""Stories of each corpus in a folder, and articles of each."""
LARGEST = 2 * 10**8
"""Bytes of a file that is read."""


def rows_of(corpus: str) -> list[dict[str, Any]]:
    """The rows of a corpus's dev part, packed or not."""
    folder = shared(f"corpora/{corpus}")
    plain = folder / "dev.jsonl"
    content = plain.read_bytes() if plain.exists() else gzip.decompress((folder / "dev.jsonl.gz").read_bytes())
    return [json.loads(line) for line in content.decode("utf-8").split("\n") if line.strip()]


def story_of(corpus: str, row: dict[str, Any]) -> str:
    """What articles of a corpus are drawn together by: the claim of `fnc`, the war and month of `timelines`."""
    if corpus == "fnc":
        return str(row["cluster"])
    return f"{row['event']} {row['date'][:7]}" if corpus == "timelines" else str(row["id"])


def mixed(seed: int) -> Iterator[Document]:
    """The articles of a mixed folder."""
    for corpus, (stories, each) in SIZES.items():
        told: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in rows_of(corpus):
            told[story_of(corpus, row)].append(row)
        draw = random.Random(f"{corpus} {seed}")
        large = sorted(story for story, rows in told.items() if len(rows) >= each)
        for story in draw.sample(large, min(stories, len(large))):
            for row in draw.sample(told[story], each):
                record = {key: row[key] for key in ("id", "text", "title") if row.get(key)}
                yield from_record({**record, "published": str(row.get("date") or "")[:10] or None})[0]


def files_of(folder: Path) -> Iterator[Document]:
    """The documents of the files of a folder."""
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        try:
            documents = ingest(path.read_bytes(), name=path.name, max_bytes=LARGEST).documents
        except SaysoError as error:
            print(f"{path.name}: {error}", file=sys.stderr)
            continue
        yield from (document for document, _ in documents)


def readings_of(documents: Iterable[Document], kept: Path | None) -> list[Reading]:
    """What was read of them; from the file where it is there, else read and written to it."""
    if kept is not None and kept.exists():
        return pickle.loads(kept.read_bytes())  # type: ignore[no-any-return]  # our own file, written below
    tools = load_tools(Settings())
    found = list({each.document.id: each for each in (read(document, tools) for document in documents)}.values())
    if kept is not None:
        kept.write_bytes(pickle.dumps(found))
    return found


def groups_of(readings: Sequence[Reading], related: Relations, most: int, events: int) -> list[Group]:
    """The propositions of most documents, and the events of several propositions, with their claims."""
    claims = {claim.id: (claim, reading.document) for reading in readings for claim in reading.claims}
    several = [p for p in related.propositions if len(p.documents) > 1]
    several.sort(key=lambda p: (-len(p.documents), -len(p.claims), p.id))
    made = [
        {"kind": "proposition", "title": p.title, "type": p.event_type, "claims": [shown(*claims[c]) for c in p.claims]}
        for p in several[:most]
    ]
    happened = list(of_several(find_happenings(readings, related.propositions)))
    happened = [each for each in happened if len(each.documents) > 1]
    happened.sort(key=lambda each: (-len(each.documents), -len(each.tellings), each.id))
    for each in happened[:events]:
        made.append(
            {"kind": "event", "title": "", "type": "", "claims": [shown(*claims[t.claim]) for t in each.tellings]}
        )
    print(f"{len(several)} propositions and {len(happened)} events of several documents", file=sys.stderr)
    return made


def shown(claim: Claim, document: Document) -> str:
    """A claim on one line: its document, day, type and sentence with the trigger in brackets."""
    start, text = claim.sentence.start, document.text[claim.sentence.start : claim.sentence.end]
    at = (claim.trigger.start - start, claim.trigger.end - start)
    marked = f"{text[: at[0]]}[{text[at[0] : at[1]]}]{text[at[1] :]}"
    day = document.published.start if document.published else None
    where = ", ".join(place.name for place in claim.places)
    when = f"{claim.period.start}..{claim.period.end}" if claim.period else ""
    name = document.given_id or document.title or document.id
    return f"{name} {day} {claim.event_type} ({where}; {when}): {' '.join(marked.split())}"


def thrown_together(paths: Sequence[Path]) -> list[tuple[Group, frozenset[int]]]:
    """The groups of several files in random order, each once, with the numbers of the files that it is in."""
    found: dict[tuple[str, ...], Group] = {}
    within: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, path in enumerate(paths):
        for group in json.loads(path.read_text(encoding="utf-8")):
            key = (group["kind"], *sorted(group["claims"]))
            found[key] = group
            within[key].add(number)
    keys = sorted(found)
    random.Random(len(keys)).shuffle(keys)
    return [(found[key], frozenset(within[key])) for key in keys]


def printed(number: int, group: Group) -> str:
    """A group to be judged."""
    lines = [f"{number}. {group['kind']} {group['type']}: {group['title']}"]
    return "\n".join([*lines, *(f"     - {claim}" for claim in group["claims"])])


def shares(groups: Sequence[tuple[Group, frozenset[int]]], wrong: set[int], paths: Sequence[Path]) -> Iterator[str]:
    """For each file how many of its propositions and events are sound."""
    for at, path in enumerate(paths):
        for kind in ("proposition", "event"):
            judged = [
                number in wrong for number, (group, own) in enumerate(groups, 1) if at in own and group["kind"] == kind
            ]
            yield f"{path.name}: {len(judged) - sum(judged)} of {len(judged)} {kind}s sound"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=int, default=1, help="seed of the draw")
    parser.add_argument("--articles", type=Path, help="a folder of files to read instead")
    parser.add_argument("--readings", type=Path, help="file to keep what was read in, or to take it from")
    parser.add_argument("--save", type=Path, help="file for the largest propositions and events")
    parser.add_argument("--most", type=int, default=40, help="how many propositions")
    parser.add_argument("--events", type=int, default=20, help="how many events")
    parser.add_argument("--changes", action="store_true", help="print what copies and retellings changed")
    parser.add_argument("--contradictions", action="store_true", help="print what claims disagree on")
    parser.add_argument("--mix", type=Path, nargs="+", help="files of `--save` to be judged together")
    parser.add_argument("--wrong", help="numbers of the groups that were found wrong: print the shares")
    options = parser.parse_args()
    if options.mix:
        groups = thrown_together(options.mix)
        if options.wrong is not None:
            wrong = {int(number) for number in options.wrong.split(",") if number}
            print("\n".join(shares(groups, wrong, options.mix)))
        else:
            print("\n".join(printed(number, group) for number, (group, _) in enumerate(groups, 1)))
        return
    documents = files_of(options.articles) if options.articles else mixed(options.folder)
    readings = readings_of(documents, options.readings)
    related = relate(readings)
    if options.save:
        made = groups_of(readings, related, options.most, options.events)
        options.save.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    if options.changes:
        print("\n".join(changes_of(readings, related)))
    if options.contradictions:
        print("\n".join(contradictions_of(readings, related)))


def changes_of(readings: Sequence[Reading], related: Relations) -> Iterator[str]:
    """What copies and retellings changed, with both surroundings."""
    texts = {reading.document.id: reading.document for reading in readings}
    for each in related.changes:
        was, now = (
            " ".join(texts[d].text[max(span.start - 90, 0) : span.end + 90].split())
            for d, span in ((each.parent, each.was), (each.child, each.now))
        )
        names = " > ".join(texts[d].given_id or texts[d].title or d for d in (each.parent, each.child))
        rule = each.reasons[0].rule
        yield f"{each.what} [{rule}] {names}: {each.was.text!r} became {each.now.text!r}\n   {was}\n   {now}"


def contradictions_of(readings: Sequence[Reading], related: Relations) -> Iterator[str]:
    """What claims of one proposition disagree on."""
    claims = {claim.id: (claim, reading.document) for reading in readings for claim in reading.claims}
    for proposition in related.propositions:
        for each in proposition.contradictions:
            detail = "; ".join(reason.detail or "" for reason in each.reasons)
            sides = "\n".join(f"   {shown(*claims[side])}" for side in (each.left, each.right))
            yield f"{each.about}/{each.difference}: {detail} [{proposition.title}]\n{sides}"


if __name__ == "__main__":
    main()
