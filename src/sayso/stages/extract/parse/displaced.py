"""Subjects and objects that the parser hangs on the wrong word, put where they belong."""

from typing import TYPE_CHECKING

from sayso.lexicon.firmness import load_firmness
from sayso.lexicon.nouns import load_nouns

if TYPE_CHECKING:
    from sayso.stages.extract.parse.tree import Tree


def named_adverb(tree: "Tree", verb: int) -> None:
    """A name right before a finite verb without a subject, which the parser took for an adverb, is its subject."""
    name = verb - 1
    plain = name >= 0 and tree.deps[name] in ("advmod", "npadvmod") and tree.heads[name] == verb
    if not plain or tree.tags[name] not in ("NNP", "NNPS") or tree.ents[name] in ("DATE", "TIME"):
        return
    if tree.kid(verb, "nsubj", "nsubjpass") is None:
        tree.move(name, verb, "nsubj")


def lost_subject(tree: "Tree", i: int) -> None:
    """A noun that the parser hung on a verb as if that were a noun: "when 150 Norwegians attack a rally"."""
    left = [c for c in tree.kids(i, "amod", "nummod", "compound", "nmod", "det", "poss") if c < i]
    if not left or left[-1] != i - 1 or not tree.tags[i - 1].startswith("NN") or tree.kids(i, "nsubj", "nsubjpass"):
        return
    for c in left[:-1]:
        tree.move(c, i - 1, tree.deps[c])
    tree.move(i - 1, i, "nsubj")


def lost_object(tree: "Tree", i: int) -> None:
    """A noun that the parser took for the subject of the participle behind it: "gave it to men held there"."""
    nouns = (k for k in range(i + 1, min(i + 12, len(tree.words))) if tree.lefts[k] == i + 1)
    noun = next((k for k in nouns if tree.deps[k] in ("nsubj", "nsubjpass") and tree.tags[k][:2] in ("NN", "CD")), None)
    if noun is None:
        return
    verb = tree.heads[noun]
    if verb < noun or tree.tags[verb] not in ("VBD", "VBN") or tree.kids(verb, "aux", "auxpass", "mark", "dobj"):
        return
    if tree.deps[verb] not in ("advcl", "ccomp") or tree.heads[verb] == verb or tree.is_under(i, verb):
        return
    tree.move(noun, i, "pobj")
    tree.move(verb, noun, "acl")
    tree.tags[verb] = "VBN"


def second_subject(tree: "Tree", i: int) -> None:
    """Nothing has two subjects: one is whom it is done to ("Berg asks Dahl, a former minister, to form").

    Or it has a participle of its own: "with 52 killed by snipers, and 100 injured", "with Berg blaming Dahl and Dahl
    blaming Berg".
    """
    subjects = tree.kids(i, "nsubj")
    own = [tree.tags[c] for c in tree.kids(subjects[0], "acl")] if len(subjects) > 1 and subjects[1] < i else []
    if len(subjects) > 1 and tree.words[subjects[1]].removeprefix("south").removeprefix("north") in ("east", "west"):
        tree.deps[subjects[1]] = "npadvmod"  # "a bomber in the town of Voss, east of Bergen, drives a car"
        return
    if "VBN" in own or ("VBG" in own and tree.tags[i] == "VBG"):
        tree.deps[subjects[0]] = "meta"
    if len(subjects) > 1 and subjects[0] < i and tree.lefts[subjects[1]] == i + 1 and tree.kid(i, "dobj") is None:
        tree.deps[subjects[1]] = "dobj"


def picked_from_in_front(tree: "Tree", verb: int) -> None:
    """Of whom some are told of, put before the clause: "Of the 40 men, 12 returned". It is the twelve who returned."""
    subject = tree.kid(verb, "nsubj", "nsubjpass")
    if subject is None or not (tree.tags[subject] == "CD" or tree.kids(subject, "nummod")):
        return
    for prep in [c for c in tree.kids(verb, "prep") if tree.words[c] == "of" and c < subject]:
        if prep == 0 or tree.doc[prep].is_sent_start or tree.words[prep - 1] in (",", '"', "``"):
            tree.move(prep, subject, "prep")


def said_of_relative(tree: "Tree", i: int) -> None:
    """A relative clause that somebody is said to tell: "a broker whom prosecutors say recruited them", "men who the
    army says were hired". The clause below is the one beside the noun, and the verb of saying is set into it."""
    below = tree.kid(i, "ccomp", "xcomp")
    if tree.deps[i] != "relcl" or below is None or below < i or tree.kid(i, "dobj") is not None:
        return
    subjects = [c for c in tree.kids(i, "nsubj") if c < i]
    pronoun = next((c for c in (*subjects, *tree.kids(below, "nsubj", "nsubjpass")) if _is_relative(tree, c, i)), None)
    teller = next((c for c in subjects if c != pronoun), None)
    bare = any(tree.words[c] == "to" for c in tree.kids(below, "aux"))
    finite = tree.tags[below] in ("VBD", "VBZ", "VBP") or tree.kids(below, "aux", "auxpass")
    if pronoun is None or teller is None or pronoun > teller or not finite or bare:
        return
    noun = tree.heads[i]
    tree.move(pronoun, below, "nsubjpass" if tree.kids(below, "auxpass") else "nsubj")
    tree.move(below, noun, "relcl")
    tree.move(i, below, "parataxis")


def _is_relative(tree: "Tree", token: int, verb: int) -> bool:
    return token < verb and tree.tags[token] in ("WP", "WDT")


OPENING = frozenset({"as", "while", "after", "before", "since", "until", "when"})
"""Words that open a clause and that the parser often takes for prepositions."""


def last_of_list(tree: "Tree", i: int) -> None:
    """The subjects of "as Norway, Sweden and Denmark vote to", of which the parser leaves the verb only the last."""
    name, last = tree.heads[i], tree.kid(i, "nsubj")
    if tree.deps[i] != "conj" or tree.tags[name] != "NNP" or last is None or tree.tags[last] not in ("NNP", "NNPS"):
        return
    first = name
    while tree.deps[first] == "conj" and tree.tags[tree.heads[first]] == "NNP":
        first = tree.heads[first]
    mark, cc = tree.heads[first], tree.lefts[last] - 1
    if (
        tree.deps[first] != "pobj"
        or tree.words[mark] not in OPENING
        or tree.words[cc] != "and"
        or tree.heads[cc] != name
    ):
        return
    tree.move(i, mark, "pcomp")
    tree.move(last, name, "conj")
    tree.move(first, i, "nsubj")


def marked_subject(tree: "Tree", i: int) -> None:
    """The subject that the parser hangs on the conjunction: "as the separatists in the hall voted"."""
    verb, noun = tree.heads[i], tree.kid(i, "pobj")
    if noun is not None and noun < verb and tree.is_verb(verb) and not tree.kids(verb, "nsubj", "nsubjpass"):
        tree.move(noun, verb, "nsubjpass" if tree.kids(verb, "auxpass") else "nsubj")


def garden_path(tree: "Tree", i: int) -> None:
    """The main verb of "leaders gathered in Oslo condemned it", whose subject the parser gives to a participle."""
    if tree.tags[i] not in ("VBD", "VBZ", "VBP") or tree.kids(i, "nsubj", "nsubjpass", "csubj", "expl", "auxpass"):
        return
    first = tree.kid(i, "ccomp")
    if first is None or first > i or tree.tags[first] not in ("VBD", "VBN"):
        return
    if tree.kids(first, "aux", "auxpass", "dobj"):
        return
    subject = tree.kid(first, "nsubj")
    if subject is None or subject > first or not tree.tags[subject].startswith("NN") or tree.rights[first] != i - 1:
        return
    if any(tree.tags[k] in (",", ":", "``", "''") for k in range(first, i)):
        return
    for c in [c for c in tree.children[first] if c < subject]:
        tree.move(c, i, tree.deps[c])
    tree.move(subject, i, "nsubj")
    tree.move(first, subject, "acl")
    tree.tags[first] = "VBN"


def stolen_subject(tree: "Tree", i: int) -> None:
    """The subject that the parser coordinates with whoever did what the clause before tells.

    "Five were killed by troops and President Berg says": Berg says it and killed nobody. Where a verb goes on without a
    subject of its own, its "and" stands right before it.
    """
    last = i - 1
    if tree.tags[i] not in ("VBZ", "VBD", "VBP") or tree.deps[i] != "conj" or tree.kids(i, "nsubj", "nsubjpass"):
        return
    name = next((c for c in range(last, tree.heads[i], -1) if tree.rights[c] == last and tree.deps[c] == "conj"), None)
    if name is None or not tree.tags[name].startswith("NN") or tree.lefts[name] < 1:
        return
    joined = tree.words[tree.lefts[name] - 1] in ("and", "but") and tree.heads[name] < name
    apart = tree.deps[tree.heads[name]] in ("pobj", "dobj") and tree.heads[name] > tree.heads[i]
    agrees = tree.tags[i] == "VBD" or (tree.tags[i] == "VBZ") == (tree.tags[name] in ("NN", "NNP"))
    if joined and apart and agrees:
        tree.move(name, i, "nsubj")


def counted_subject(tree: "Tree", i: int) -> None:
    """The figure right before a plural subject belongs to it: "said 131 villagers died"."""
    figure = i - 1
    if tree.deps[i] not in ("nsubj", "nsubjpass") or tree.tags[i] not in ("NNS", "NNPS") or tree.tags[figure] != "CD":
        return
    if tree.heads[figure] == tree.heads[i] and not tree.kids(i, "nummod", "det", "poss"):
        tree.move(figure, i, "nummod")


def ranged_subject(tree: "Tree", i: int) -> None:
    """A subject that begins with a range, and that the parser hung on the verb above as if "between" told where: "it
    believes between 600 and 800 men have been recruited"."""
    above = tree.heads[i]
    noun = next((c for c in tree.kids(i, "pobj")), None)
    if tree.words[i] != "between" or noun is None or not tree.is_verb(above) or i < above:
        return
    figure = next((c for c in tree.kids(noun, "nummod") if c == i + 1), None)
    verb = next((v for v in tree.kids(above, "ccomp") if tree.lefts[v] == tree.rights[noun] + 1), None)
    if figure is None or verb is None or tree.kids(verb, "nsubj", "nsubjpass", "mark"):
        return
    tree.move(noun, verb, "nsubjpass" if tree.kids(verb, "auxpass") else "nsubj")
    tree.move(i, figure, "quantmod")


def all_but(tree: "Tree", i: int) -> None:
    """Of whom "all but one of the men" are all: the parser gives the men to the one, and him to the verb."""
    words, one, of = tree.words[i : i + 4], i + 2, i + 3
    if len(words) < 4 or words[0] not in ("all", "none") or words[1] not in ("but", "except"):
        return
    if tree.tags[one] != "CD" or words[3] != "of" or tree.heads[i] == i or not tree.children[of]:
        return
    tree.move(of, i, "prep")
    tree.move(one, i + 1, "pobj")
    tree.move(i + 1, tree.heads[i], "meta")


def done_by(tree: "Tree", i: int) -> None:
    """What somebody did to the noun before: "were hurt by bombs planted by rebels", which the parser gives to the hurt.

    No "and", and no comma, joins the two.
    """
    noun, above = i - 1, tree.heads[i]
    if tree.deps[i] != "conj" or tree.tags[i] not in ("VBN", "VBD") or above >= noun or not tree.is_verb(above):
        return
    by = [c for c in tree.kids(i, "agent", "prep") if tree.words[c] == "by" and c == i + 1]
    if not by or not tree.tags[noun].startswith("NN") or tree.deps[noun] not in ("pobj", "dobj"):
        return
    if not tree.kids(i, "aux", "auxpass", "nsubj", "nsubjpass", "dobj", "advmod"):
        tree.move(i, noun, "acl")
        tree.tags[i] = "VBN"


def part_of_subject(tree: "Tree", i: int) -> None:
    """The subject of "ten died, most of them women, and 14 wounded", to which the parser adds who the ten were."""
    subject, last = tree.kid(i, "nsubj", "nsubjpass"), i - 1
    if (
        tree.tags[i] not in ("VBN", "VBD")
        or subject is None
        or tree.deps[last] != "conj"
        or tree.heads[last] != subject
    ):
        return
    part = next((c for c in tree.kids(subject, "nsubj", "nsubjpass") if c < subject), None)
    if part is None or tree.tags[last] != "CD" or tree.words[tree.lefts[last] - 1] not in ("and", "but"):
        return
    if not any(tree.words[p] in ("them", "whom") for c in tree.kids(part, "prep") for p in tree.kids(c, "pobj")):
        return
    tree.move(last, i, tree.deps[subject])
    tree.deps[subject] = "meta"


def passive_subject(tree: "Tree", i: int) -> None:
    """The subject of "each backed by the army", which the parser takes for who backs."""
    subject = tree.kid(i, "nsubj")
    if tree.tags[i] != "VBN" or subject is None or not tree.kids(i, "agent") or tree.kids(i, "aux", "dobj"):
        return
    tree.deps[subject] = "nsubjpass"


def list_before_infinitive(tree: "Tree", i: int) -> None:
    """The last town of "a curfew in Oslo, Voss and Moss to end the riots", which the parser takes for who ends them."""
    subject, head = tree.kid(i, "nsubj"), tree.heads[i]
    if tree.tags[i] != "VB" or tree.deps[i] != "conj" or subject is None or not tree.is_verb(head):
        return
    if not any(tree.words[c] == "to" for c in tree.kids(i, "aux")) or tree.words[tree.lefts[subject] - 1] != "and":
        return
    tree.move(subject, head, "npadvmod")
    tree.deps[i] = "advcl"


STANDING = frozenset({"wait", "stand", "sit", "sleep", "queue", "live", "work", "walk", "shop", "pray", "play"})
"""What bystanders do: behind a noun for people their participle tells of them, and not of the verb's subject."""


def bystanders(tree: "Tree", i: int) -> None:
    """Who waits in "a bombing at a queue of men waiting to join": the men, and not the bombers."""
    noun = i - 1
    if tree.deps[i] != "advcl" or tree.tags[i] != "VBG" or tree.lemmas[i] not in STANDING or noun <= tree.heads[i]:
        return
    if tree.deps[noun] in ("pobj", "dobj") and tree.lemmas[noun] in load_nouns().actors:
        tree.move(i, noun, "acl")


def inverted_verb(tree: "Tree", i: int) -> None:
    """The verb behind "never did Norway", "nor did the army", that the parser takes for a part of its object's name."""
    noun = tree.heads[i]
    if tree.deps[i] != "compound" or noun <= i:
        return
    above = tree.heads[noun]
    if tree.deps[noun] == "ROOT" and any(tree.lemmas[c] == "do" for c in tree.kids(i, "aux")) and tree.kids(i, "nsubj"):
        tree.children[noun].remove(i)
        tree.heads[i], tree.deps[i] = i, "ROOT"
        tree.children[i] = sorted([*tree.children[i], noun])
        tree.heads[noun], tree.deps[noun] = i, "dobj"
        for c in tree.kids(noun, "punct"):
            tree.move(c, i, "punct")
        tree.move(noun, i, "dobj")
    elif tree.lemmas[above] == "do" and tree.deps[noun] == "nsubj" and above < i - 1:
        names = [c for c in tree.kids(noun, "compound", "nmod", "det") if above < c < i]
        if not names or tree.words[names[-1]] in ("the", "a", "an"):
            return
        tree.move(i, above, "ccomp")
        tree.move(names[-1], i, "nsubj")
        for c in names[:-1]:
            tree.move(c, names[-1], tree.deps[c])
        tree.move(noun, i, "dobj")


def swallowed_predicate(tree: "Tree", be: int) -> None:
    """The verdict of "claims that Norway trains Swedes are baseless", which the parser gives to the Swedes.

    The report that opens the sentence is its subject, and who stands before it is the object of the clause.
    """
    clause, taken = tree.heads[be], tree.kid(be, "nsubj")
    report = tree.heads[clause]
    if tree.lemmas[be] != "be" or tree.deps[be] != "ccomp" or taken is None or be < clause or tree.kid(be, "mark"):
        return
    if tree.tags[report] not in ("NN", "NNS") or report > clause or tree.words[tree.lefts[clause]] != "that":
        return
    told = tree.kid(be, "acomp", "attr")
    adjacent = tree.lefts[taken] == clause + 1 and tree.kid(clause, "dobj") is None
    if told is None or not adjacent or tree.lemmas[report] not in load_firmness().verdicts.reports:
        return
    above = tree.heads[report]
    tree.move(taken, clause, "dobj")
    if above == report:
        return
    tree.move(be, above, "ccomp" if above > be else "conj")
    tree.move(report, be, "nsubj")


def called_object(tree: "Tree", verb: int) -> None:
    """The object of "called reports of a raid fabricated", which the parser takes for what they are called too."""
    named = tree.kids(verb, "oprd")
    words = load_firmness().verdicts
    if len(named) < 2 or tree.lemmas[verb] not in words.naming or tree.kid(verb, "dobj", "nsubjpass") is not None:
        return
    if tree.lemmas[named[0]] in words.reports and named[0] > verb:
        tree.deps[named[0]] = "dobj"
