"""What is asked or left open: questions, "whether", "how" and "why"."""

from sayso.stages.extract.firmness.notes import Note
from sayso.stages.extract.parse.tree import Tree

LEFT_OPEN = frozenset(
    {"know", "sure", "clear", "unclear", "certain", "determine", "explain", "understand", "establish", "investigate"}
    | {"unknown", "unsure", "learn", "tell", "say"}
)
"""Words over a clause of which only how or why it was is left open."""


def open_how(tree: Tree, clause: int) -> int | None:
    """The "how" or "why" of "are not sure how he died": that he did is taken for granted; None elsewhere."""
    if tree.lemmas[tree.heads[clause]] not in LEFT_OPEN or tree.deps[clause] not in ("ccomp", "csubj", "advcl"):
        return None
    if has_to(tree, clause) or not tree.is_verb(clause) or any(tree.tags[c] == "MD" for c in tree.children[clause]):
        return None
    for c in tree.children[clause]:
        last = c == tree.lefts[clause] and tree.words[c] in ("how", "why")
        if last and not any(tree.words[k] in ("many", "much", "few") for k in (c + 1, c + 2)):
            return c
    return None


ASKING = frozenset({"ask", "wonder", "inquire", "enquire", "query", "question"})


OPEN_MARKS = frozenset({"ccomp", "csubj", "csubjpass", "xcomp", "pcomp", "acl", "nsubj", "attr", "parataxis"})
"""Relations under which "whether" asks; under others it sets a condition."""


def note_whether(tree: Tree, i: int, head: int, notes: list[Note]) -> None:
    """Note an indirect question: "asked whether they left" asks, "it is unclear whether they left" leaves it open."""
    if tree.deps[i] not in OPEN_MARKS:
        return
    words = ("whether", "if") if tree.deps[i] == "ccomp" else ("whether",)
    mark = next((c for c in tree.children[i] if tree.deps[c] in ("mark", "advmod") and tree.words[c] in words), None)
    if mark is None:
        return
    governor = tree.heads[head] if tree.deps[i] == "pcomp" else head
    asks = tree.lemmas[governor] in ASKING
    notes.append(Note(effect="asked" if asks else "unknown", sort="question", tokens=(mark,), name="whether"))


def note_question(tree: Tree, i: int, notes: list[Note]) -> None:
    """Note the question mark at the end of what a word governs."""
    end = tree.rights[i]
    for at in range(end, max(i, end - 3), -1):
        if tree.words[at] == "?":
            notes.append(Note(effect="asked", sort="question", tokens=(at,), name="question"))
            return


def has_to(tree: Tree, i: int) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(tree.deps[c] == "aux" and tree.words[c] == "to" for c in tree.children[i])
