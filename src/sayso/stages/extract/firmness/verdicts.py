"""What is said of a report as a whole: "it is untrue that", "the claim that ... is a lie", "called it baseless".

Whoever says so takes the opposite side of the report, or none. Read as support, such a sentence would count the one
who denies among the voices that confirm.
"""

from sayso.lexicon.firmness import Signature, Verdicts, load_firmness
from sayso.model._record import record
from sayso.stages.extract.parse.tree import Tree

COPULAS = frozenset({"be", "seem", "appear", "prove", "remain", "turn", "sound"})
MAX_REACH = 40
"""Tokens behind the report in which its verdict may stand; a sentence that runs on is another matter."""


@record
class Verdict:
    """A verdict on a report and where it stands."""

    above: int
    """Token from which the climb goes on."""
    word: int
    """The word that tells it."""
    signature: Signature
    """What it makes of the report."""
    ends: bool = False
    """Whether nothing above it counts any more."""


def verdict_on(tree: Tree, i: int) -> Verdict | None:
    """The verdict on the clause or the report that token `i` heads; None when nothing is said of its truth."""
    words = load_firmness().verdicts
    if tree.is_verb(i):
        return _on_clause(tree, i, words)
    if tree.lemmas[i] in words.reports:
        return _on_report(tree, i, words)
    return None


def called_false(tree: Tree, i: int) -> int | None:
    """The word by which a verb of naming calls its object false: "described it as groundless", "called it a lie"."""
    words = load_firmness().verdicts
    if tree.lemmas[i] not in words.naming:
        return None
    for told in tree.kids(i, "dobj", "nsubjpass"):
        found = _named(tree, told, i, words)
        if found is not None:
            return found.word
    return None


def is_report(tree: Tree, i: int) -> bool:
    """Whether it is a noun for what somebody tells: "report", "claim", "rumour"."""
    return tree.lemmas[i] in load_firmness().verdicts.reports


def tells_that(tree: Tree, i: int) -> bool:
    """Whether a clause under a report is its content, not one that tells which report: "the report that they left"."""
    first = tree.lefts[i]
    if _follows_bare(tree, i):
        return True
    if tree.words[first] != "that" or tree.tags[i] == "VBG":
        return False
    gap = {c for c in tree.children[i] if tree.words[c] == "that"}
    own = {"subject": tree.kids(i, "nsubj", "nsubjpass"), "object": tree.kids(i, "dobj", "nsubjpass")}
    return tree.kid(i, "mark") == first or all(set(found) - gap for found in own.values())


OF_PAPERS = frozenset(
    {"write", "publish", "file", "submit", "read", "give", "show", "present", "produce", "make", "get"}
)
"""Verbs for what is done with a report itself."""
WHICH = frozenset({"that", "which", "who", "whom", "whose", "what", "where", "when"})


def _follows_bare(tree: Tree, i: int) -> bool:
    """Whether a clause is a report's content without "that": "denies a report it hires Swedes"; not "the report he
    wrote", which has the report for its object."""
    subject = tree.kid(i, "nsubj", "nsubjpass")
    if subject is None or tree.lefts[i] != tree.heads[i] + 1 or tree.words[tree.lefts[subject]] in WHICH:
        return False
    whole = bool(tree.kids(i, "dobj", "nsubjpass", "ccomp", "xcomp")) and tree.lefts[subject] == tree.lefts[i]
    return whole and tree.tags[i] in ("VBD", "VBZ", "VBP", "VBN") and tree.lemmas[i] not in OF_PAPERS


def described(tree: Tree, i: int) -> tuple[int, Signature] | None:
    """The verdict in an adjective before a report: "false reports that", "unconfirmed reports of"."""
    words = load_firmness().verdicts
    for c in tree.kids(i, "amod"):
        signature = words.adjectives.get(tree.words[c])
        if signature is not None:
            return c, signature
    return None


def _on_clause(tree: Tree, i: int, words: Verdicts) -> Verdict | None:
    """ "It was untrue that ...", "it is a lie that ..."."""
    dep, head = tree.deps[i], tree.heads[i]
    if any(tree.deps[c] == "aux" and tree.words[c] == "to" for c in tree.children[i]):
        return None  # "it was wrong to recruit them": done, and blamed
    if dep in ("ccomp", "csubj", "advcl") and tree.lemmas[head] in COPULAS:
        if dep == "advcl" and not any(tree.words[c] == "that" for c in tree.kids(i, "mark")):
            return None
        return _predicate(tree, head, words, i)
    if dep in ("acl", "relcl") and tells_that(tree, i) and tree.deps[head] == "attr":
        be = tree.heads[head]
        signature = words.nouns.get(tree.lemmas[head])
        subject = tree.kid(be, "nsubj", "expl")
        if signature is not None and subject is not None and tree.words[subject] in ("it", "there"):
            return Verdict(above=be, word=head, signature=signature)
    return None


def _on_report(tree: Tree, i: int, words: Verdicts) -> Verdict | None:
    dep, head = tree.deps[i], tree.heads[i]
    swallowed = _swallowed(tree, i, words)
    if swallowed is not None:
        return swallowed
    if dep in ("nsubj", "nsubjpass"):
        if tree.lemmas[head] in COPULAS:
            return _predicate(tree, head, words, i)
        if dep == "nsubjpass" and tree.lemmas[head] in words.verbs:
            return Verdict(above=head, word=head, signature=words.verbs[tree.lemmas[head]])
        word = _telling(tree, head, words)
        if word is not None and not tree.is_verb(head):  # "called the report false": false heads a clause of its own
            return Verdict(above=tree.heads[head], word=head, signature=word)
        if dep == "nsubjpass" and tree.lemmas[head] in words.naming:
            return _named(tree, i, head, words)
        return None
    if dep == "dobj":
        return _named(tree, i, head, words) or _by_verb(tree, head, words)
    if dep == "pobj":
        above = tree.heads[head]
        scorned = words.verbs.get(f"{tree.lemmas[above]}_{tree.words[head]}")
        if scorned is not None:
            return Verdict(above=above, word=above, signature=scorned)
        if tree.words[head] == "to" and tree.words[above] == "contrary":
            return Verdict(above=above, word=above, signature=words.adjectives["false"])
        if tree.lemmas[above] in words.nouns and tree.words[head] in ("in", "to", "behind", "for", "of"):
            return Verdict(above=above, word=above, signature=words.nouns[tree.lemmas[above]])
    return None


def _swallowed(tree: Tree, i: int, words: Verdicts) -> Verdict | None:
    """The predicate that the parser hung under the report's clause: "claims that they hired [students are a lie]"."""
    if tree.deps[i] in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return None
    for clause in tree.kids(i, "acl"):
        for k in tree.kids(clause, "ccomp"):
            if k < clause or tree.kid(k, "mark") is not None or not tree.is_verb(k):
                continue
            if tree.lemmas[k] in COPULAS:
                found = _predicate(tree, k, words, i)
            else:
                found = _by_verb(tree, k, words) if tree.kid(k, "nsubjpass") is not None else None
            if found is not None:
                return Verdict(above=k, word=found.word, signature=found.signature, ends=True)
    return None


def _predicate(tree: Tree, be: int, words: Verdicts, subject: int) -> Verdict | None:
    """What is said of the subject: "is false", "is a lie", "was without foundation"."""
    for c in tree.kids(be, "acomp", "attr", "oprd"):
        signature = _telling(tree, c, words)
        if c != subject and signature is not None:
            return Verdict(above=be, word=c, signature=signature)
    for c in tree.kids(be, "prep"):
        noun = tree.kid(c, "pobj")
        if tree.words[c] == "without" and noun is not None and tree.lemmas[noun] in words.nouns:
            return Verdict(above=be, word=c, signature=words.adjectives["false"])
    return None


def _by_verb(tree: Tree, head: int, words: Verdicts) -> Verdict | None:
    particle = tree.kid(head, "prt")
    whole = tree.lemmas[head] if particle is None else f"{tree.lemmas[head]}_{tree.words[particle]}"
    signature = words.verbs.get(whole) or words.verbs.get(tree.lemmas[head])
    return None if signature is None else Verdict(above=head, word=head, signature=signature)


def _named(tree: Tree, i: int, head: int, words: Verdicts) -> Verdict | None:
    """ "Called the reports baseless", "dismissed reports ... as fake news".

    The word that names them is looked for behind the report and between verb and report, wherever the parser hung it.
    """
    if tree.lemmas[head] not in words.naming:
        return None
    for c in range(head + 1, min(tree.rights[head], head + MAX_REACH) + 1):
        signature = _telling(tree, c, words)
        if signature is None or signature.name != "falsity" or c == i:
            continue
        before = c - 1
        while (
            before > head and tree.words[before] != "as" and tree.deps[before] in ("det", "amod", "advmod", "compound")
        ):
            before -= 1
        stands_alone = tree.deps[c] in ("oprd", "acomp", "pcomp", "advmod", "ccomp", "xcomp") or c == tree.rights[head]
        if tree.words[before] == "as" or stands_alone:
            return Verdict(above=head, word=c, signature=signature)
    return None


def _telling(tree: Tree, i: int, words: Verdicts) -> Signature | None:
    """What a predicate tells; "fake news" by its adjective."""
    found = words.adjectives.get(tree.words[i]) or (
        words.nouns.get(tree.lemmas[i]) if tree.tags[i].startswith("NN") or tree.deps[i] == "acomp" else None
    )
    if found is None and tree.lemmas[i] == "news" and any(tree.words[c] == "fake" for c in tree.kids(i, "amod")):
        return words.adjectives["fake"]
    return found
