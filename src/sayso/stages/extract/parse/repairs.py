"""Attachments that the parser gets wrong again and again, put right before any rule looks at the tree."""

from typing import TYPE_CHECKING

from sayso.lexicon.nouns import load_nouns
from sayso.stages.extract.parse.displaced import (
    all_but,
    bystanders,
    called_object,
    counted_subject,
    done_by,
    garden_path,
    inverted_verb,
    last_of_list,
    list_before_infinitive,
    lost_object,
    lost_subject,
    marked_subject,
    named_adverb,
    part_of_subject,
    passive_subject,
    picked_from_in_front,
    ranged_subject,
    said_of_relative,
    second_subject,
    stolen_subject,
    swallowed_predicate,
)
from sayso.stages.extract.parse.lawful import bill_before, made_a_crime, no_auxiliary
from sayso.stages.extract.parse.misread import (
    adjective_with_subject,
    bare_second_verb,
    clause_before_and,
    denied_report,
    headline,
    headline_verb,
    main_verb,
    recipient,
    second_clause,
    second_verbs,
    verb_in_s,
    verb_with_object,
)
from sayso.stages.extract.parse.pasts import bare_participles, nouns_with_subjects, past_tenses
from sayso.stages.extract.parse.recovered import (
    by_land,
    figure_before_verb,
    found_guilty,
    made_it_home,
    number_as_subject,
    put_in_touch,
    recipient_of_term,
    sent_out,
)
from sayso.stages.extract.parse.reduced import believed_to_be, reduced_relative
from sayso.stages.extract.parse.undergone import (
    accused,
    accused_of,
    described_person,
    fronted_place,
    most_shot,
    offered,
    recruited,
    second_passive,
    tells_of_harm,
    those_who,
)

if TYPE_CHECKING:
    from sayso.stages.extract.parse.tree import Tree

THEN = frozenset({"and", "then", ",", "onward", "onwards", "finally", "later", "from", "there"})


def repair(tree: "Tree") -> None:
    """Put right what the rules below know of."""
    past_tenses(tree)
    bare_participles(tree)
    nouns_with_subjects(tree)
    second_verbs(tree)
    _second_parties(tree)
    for i in range(1, len(tree.words)):
        clause_before_and(tree, i)
        adjective_with_subject(tree, i)
        verb_in_s(tree, i)
        verb_with_object(tree, i)
        second_clause(tree, i)
        all_but(tree, i - 1)
        bare_second_verb(tree, i)
        counted_subject(tree, i)
        denied_report(tree, i)
        bystanders(tree, i)
        fronted_place(tree, i - 1)
        if tree.is_verb(i):
            accused(tree, i)
            offered(tree, i)
            recruited(tree, i)
            second_passive(tree, i)
            most_shot(tree, i)
            those_who(tree, i)
            reduced_relative(tree, i)
            believed_to_be(tree, i)
            said_of_relative(tree, i)
            picked_from_in_front(tree, i)
            second_subject(tree, i)
            passive_subject(tree, i)
            part_of_subject(tree, i)
            done_by(tree, i)
            list_before_infinitive(tree, i)
            called_object(tree, i)
        if tree.tags[i] in ("VB", "VBP", "VBZ", "VBD"):
            named_adverb(tree, i)
            lost_subject(tree, i)
            last_of_list(tree, i)
            stolen_subject(tree, i)
            inverted_verb(tree, i)
            swallowed_predicate(tree, i)
        if tree.deps[i] in ("prep", "dative", "agent") and not tree.children[i]:
            lost_object(tree, i)
        recipient_of_term(tree, i)
        found_guilty(tree, i)
        made_it_home(tree, i)
        made_a_crime(tree, i)
        no_auxiliary(tree, i)
        number_as_subject(tree, i)
        figure_before_verb(tree, i)
        if tree.words[i] == ":":
            _speaker_in_front(tree, i)
        if tree.deps[i] in ("prep", "agent"):
            _namer(tree, i)
            by_land(tree, i)
        if tree.deps[i] == "prep":
            ranged_subject(tree, i)
            put_in_touch(tree, i)
            sent_out(tree, i)
            _counted_object(tree, i)
            _from_doer(tree, i)
            _next_stop(tree, i)
            _blamed_on(tree, i)
            accused_of(tree, i)
        elif tree.deps[i] == "conj":
            _second_name(tree, i)
            _other_places(tree, i)
        elif tree.deps[i] == "nmod":
            _first_name(tree, i)
        elif tree.deps[i] == "relcl":
            _whose_clause(tree, i)
        elif tree.deps[i] == "acl":
            main_verb(tree, i)
        elif tree.deps[i] == "appos":
            _next_state(tree, i)
            described_person(tree, i)
        elif tree.deps[i] == "mark":
            bill_before(tree, i)
            marked_subject(tree, i)
        elif tree.deps[i] == "dobj" and tree.words[i] == "style" and tree.words[i - 1] == "-":
            tree.deps[i] = "npadvmod"  # "were shot execution-style"
        elif tree.tags[i] == "VBZ" and tree.deps[i] in ("ccomp", "dobj"):
            recipient(tree, i)
        elif tree.deps[i] == "amod":
            _people_of(tree, i)
        elif tree.deps[i] == "ROOT":
            headline(tree, i)
            headline_verb(tree, i)
            garden_path(tree, i)


def _second_parties(tree: "Tree") -> None:
    """Hang the second party of "between forces loyal to the king and tribesmen" on the first, not on the king."""
    for i, word in enumerate(tree.words):
        party = tree.kid(i, "pobj") if word == "between" else None
        if party is None or tree.kids(party, "conj"):
            continue
        taken = _taken_by_verb(tree, party)
        if taken is not None:
            tree.move(taken, party, "conj")
            continue
        seconds = [
            k
            for k in range(party + 1, tree.rights[party] + 1)
            if tree.deps[k] == "conj" and tree.deps[tree.heads[k]] == "pobj" and tree.tags[k].startswith("NN")
        ]
        if seconds:
            tree.move(seconds[-1], party, "conj")


def _taken_by_verb(tree: "Tree", party: int) -> int | None:
    """The second party that the parser made a second subject: "a truce between the clans and the army took hold"."""
    ands = [c for c in tree.kids(party, "cc") if c > party and tree.words[c] == "and"]
    for k in range(ands[-1] + 1, len(tree.words)) if ands else ():
        if tree.lefts[k] == ands[-1] + 1 and tree.deps[k] == "nsubj":
            before = [s for s in tree.kids(tree.heads[k], "nsubj", "nsubjpass") if s < party]
            return k if before else None
    return None


NAMING = frozenset(
    {"describe", "dub", "call", "label", "brand", "characterise", "characterize", "denounce", "condemn", "term"}
    | {
        "regard",
        "treat",
        "see",
        "view",
        "hail",
        "depict",
        "portray",
        "classify",
        "deem",
        "consider",
        "declare",
        "decry",
        "slam",
    }
)
"""Verbs that say what something is: behind their passive, "by" tells who says so."""


def _namer(tree: "Tree", i: int) -> None:
    """Who calls it so in "was described as a terrorist attack by the authorities": no attackers."""
    noun = tree.heads[i]
    if tree.words[i] != "by" or not tree.tags[noun].startswith("NN"):
        return
    verb = tree.heads[tree.heads[noun]] if tree.deps[noun] == "pobj" else tree.heads[noun]
    told = tree.deps[noun] == "oprd" or tree.words[tree.heads[noun]] == "as"
    if told and verb < noun and tree.tags[verb] == "VBN" and tree.lemmas[verb] in NAMING and tree.is_passive(verb):
        tree.move(i, verb, "agent")


def _blamed_on(tree: "Tree", i: int) -> None:
    """Who is blamed in "blames the shooting of three people on the rebels": the last "on" belongs to the verb."""
    if tree.words[i] != "on" or not tree.kids(i, "pobj"):
        return
    above = tree.heads[i]
    for _ in range(4):
        if tree.is_verb(above):
            break
        above = tree.heads[above]
    blamed = tree.kid(above, "dobj") if tree.lemmas[above] == "blame" else None
    if blamed is None or not blamed < i <= tree.rights[blamed] or tree.kids(above, "prep"):
        return
    if "on" not in tree.words[i + 1 : tree.rights[blamed] + 1]:
        tree.move(i, above, "prep")


def _people_of(tree: "Tree", i: int) -> None:
    """A people's name that belongs to the people behind it: "a Russian troop pullout" is one of Russian troops."""
    noun, near = tree.heads[i], i + 1
    above = tree.heads[noun]
    if tree.tags[i] == "VBN" and tree.deps[noun] == "compound" and tree.lemmas[noun] not in load_nouns().actors:
        if tree.lemmas[above] in load_nouns().actors and above > noun:
            tree.move(i, above, "amod")  # "two kidnapped aid workers": the workers were
        return
    beside = near < noun and tree.deps[near] == "compound" and tree.heads[near] == noun
    if tree.ents[i] == "NORP" and beside and tree.lemmas[near] in load_nouns().actors:
        tree.move(i, near, "amod")


def _next_state(tree: "Tree", i: int) -> None:
    """The second of several states in a row that act: "Norway, Sweden and other governments sent"."""
    first = tree.heads[i]
    if tree.ents[first] != "GPE" or tree.ents[i] != "GPE" or tree.deps[first] not in ("nsubj", "nsubjpass"):
        return
    listed = tree.conjuncts(i)
    if len(listed) > 1 and any(tree.words[c] == "and" for one in listed for c in tree.kids(one, "cc")):
        tree.deps[i] = "conj"


def _other_places(tree: "Tree", i: int) -> None:
    """The "other cities" of "activists in Oslo and other cities" stand beside Oslo, not beside the activists."""
    whole, cc = tree.heads[i], tree.lefts[i] - 1
    near = cc - 1
    if (tree.lemmas[i] not in load_nouns().places and tree.words[i] != "world") or cc < 1 or tree.words[cc] != "and":
        return
    others = tree.words[i] == "world" or any(tree.words[c] == "other" for c in tree.kids(i, "amod"))
    if others and near > whole and tree.deps[near] == "pobj" and tree.ents[near] in ("GPE", "LOC"):
        tree.move(i, near, "conj")
        tree.move(cc, near, "cc")


def _speaker_in_front(tree: "Tree", colon: int) -> None:
    """What a headline names before a colon takes no part in the clause behind it: "Minister: Rebels took the town"."""
    verb = tree.heads[colon]
    first = next((c for c in tree.kids(verb, "nsubj", "dep", "npadvmod") if tree.rights[c] == colon - 1), None)
    behind = [c for c in tree.kids(verb, "nsubj", "nsubjpass") if c > colon]
    if first is not None and behind and colon < verb and tree.tags[first].startswith("NN"):
        tree.deps[first] = "meta"


def _from_doer(tree: "Tree", i: int) -> None:
    """The start of a route that the parser hangs on the doer: "flown by Wagner from Oslo to Bergen"."""
    doer = tree.heads[i]
    by = tree.heads[doer]
    if tree.words[i] != "from" or tree.deps[by] != "agent" or not tree.is_verb(tree.heads[by]):
        return
    end = tree.rights[i] + 1
    if (
        end < len(tree.words)
        and tree.words[end] in ("to", "into", "via", "through")
        and tree.heads[end] == tree.heads[by]
    ):
        tree.move(i, tree.heads[by], "prep")


def _counted_object(tree: "Tree", i: int) -> None:
    """An object that the parser takes for where: "freed between 30 and 40 hostages"."""
    verb, counted = tree.heads[i], tree.kid(i, "pobj")
    if tree.words[i] != "between" or counted is None or verb != i - 1 or not tree.is_verb(verb):
        return
    number = tree.kid(counted, "nummod")
    if number is None or not tree.kids(number, "cc") or tree.kids(verb, "dobj", "auxpass"):
        return
    if tree.tags[counted] == "NNS" and tree.lemmas[counted] in load_nouns().actors:
        tree.move(counted, verb, "dobj")
        tree.move(i, counted, "quantmod")


def _whose_clause(tree: "Tree", i: int) -> None:
    """Hang a clause with "who" on people.

    On those right before it ("clashes between police and men who threw stones"); where the parser hung it on a thing or
    a body, on people in its words ("the death of their boss, who was shot") or on those that it belongs to ("put voters
    on rolls who have moved", "the rebels tied to the front, who were in Oslo").
    """
    who = next((c for c in tree.kids(i, "nsubj", "nsubjpass") if tree.words[c] == "who"), None)
    if who is None or who != tree.lefts[i] or who == 0:
        return
    noun, near = tree.heads[i], who - 1
    if tree.words[noun] == "those" and tells_of_harm(tree, i):
        return
    if near != noun and tree.tags[near].startswith("NN") and tree.deps[near] in ("conj", "pobj"):
        people = tree.lemmas[near] in load_nouns().actors
        if people and (tree.deps[near] == "conj" or tree.lemmas[noun] not in load_nouns().actors):
            tree.move(i, near, "relcl")
            return
    several = any(tree.words[c] in ("were", "are", "have") for c in (i, *tree.children[i]))
    if _are_people(tree, noun) and not (several and tree.ents[noun] == "ORG"):
        return
    inside = [k for k in range(noun + 1, who) if _are_people(tree, k) and tree.deps[k] in ("pobj", "conj")]
    above = [tree.heads[noun]]
    for _ in range(3):
        above.append(tree.heads[above[-1]])
    owners = [k for k in above if _are_people(tree, k) and (tree.tags[k] == "NNS" or not several)]
    owners += [k for one in above if tree.is_verb(one) for k in tree.kids(one, "dobj") if _are_people(tree, k)]
    found = inside[-1:] if tree.ents[noun] != "ORG" and inside else [k for k in owners if k < who][:1]
    if found and found[0] != noun:
        tree.move(i, found[0], "relcl")


def _are_people(tree: "Tree", i: int) -> bool:
    """Whether a noun is said of people: a list's word for them, a person or a people by name."""
    if not tree.tags[i].startswith("NN"):
        return False
    return tree.lemmas[i] in load_nouns().actors or tree.ents[i] in ("PERSON", "NORP")


def _next_stop(tree: "Tree", i: int) -> None:
    """The second step of "flown to Tehran and then to Russia" belongs to the verb of the first."""
    before = i - 1
    while before > 0 and tree.words[before] in THEN:
        before -= 1
    between = tree.words[before + 1 : i]
    stop = tree.heads[before]
    if not ({"and", "then"} & set(between)) or tree.deps[before] != "pobj" or tree.words[stop] != tree.words[i]:
        return
    verb = tree.heads[stop]
    if tree.is_verb(verb) and verb != tree.heads[i] and tree.deps[stop] == "prep":
        tree.move(i, verb, "prep")


def _second_name(tree: "Tree", i: int) -> None:
    """A name that the parser coordinates with an amount far in front: "cases of service in the army and PMC Wagner"."""
    amount = tree.heads[i]
    if tree.tags[i] not in ("NNP", "NNPS") or tree.lemmas[amount] not in load_nouns().amounts:
        return
    cc = tree.lefts[i] - 1
    near = cc - 1
    if cc < 0 or tree.words[cc] not in ("and", "or") or tree.deps[near] != "pobj":
        return
    if tree.lefts[amount] <= near <= tree.rights[amount] and tree.tags[near].startswith("NN"):
        tree.move(i, near, "conj")
        tree.move(cc, near, "cc")


def _first_name(tree: "Tree", i: int) -> None:
    """Two names of which the first hangs on the second as if it described it: "the SAS and Navy Seals"."""
    head = tree.heads[i]
    ands = [c for c in tree.kids(i, "cc", "conj") if tree.words[c] == "and"]
    if not ands or tree.tags[i] != "NNP" or tree.tags[head] not in ("NNP", "NNPS") or head < i or tree.kids(i, "conj"):
        return
    if tree.in_one_entity(i, head):
        return
    above, dep = tree.heads[head], tree.deps[head]
    if above == head:
        return
    for c in [c for c in tree.children[head] if c < i]:
        tree.move(c, i, tree.deps[c])
    tree.move(i, above, dep)
    tree.move(head, i, "conj")
