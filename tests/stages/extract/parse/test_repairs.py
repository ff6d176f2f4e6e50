"""Parses that are put right, given by hand: what the parser makes of a sentence changes with its model."""

from collections.abc import Mapping
from types import MappingProxyType

import spacy
from spacy.tokens import Doc

from sayso.stages.extract.clause.noun_frame import noun_frame
from sayso.stages.extract.clause.verb_frame import verb_frame
from sayso.stages.extract.parse.tree import Tree

VOCAB = spacy.blank("en").vocab


def tree_of(parse: str, states: tuple[str, ...] = (), lemmas: Mapping[str, str] = MappingProxyType({})) -> Tree:
    """A tree from tokens written as `word/TAG/dep>head`, the head by position; lemmas are words unless given."""
    tokens = [token.rsplit("/", 2) for token in parse.split()]
    words, tags = [token[0] for token in tokens], [token[1] for token in tokens]
    deps, heads = zip(*(token[2].split(">") for token in tokens), strict=True)
    known = [lemmas.get(word, word) for word in words]
    ents = ["B-GPE" if word in states else "O" for word in words]
    return Tree(
        Doc(
            VOCAB, words=words, tags=tags, deps=list(deps), heads=[int(head) for head in heads], lemmas=known, ents=ents
        )
    )


def named(tree: Tree, verb: str, slot: str) -> list[str]:
    return [tree.words[head] for head in verb_frame(tree, tree.words.index(verb)).slots.get(slot, [])]


def test_nothing_has_two_subjects() -> None:
    tree = tree_of(
        "Berg/NNP/nsubj>1 asks/VBZ/ROOT>1 Dahl/NNP/nsubj>1 ,/,/punct>2 a/DT/det>5 friend/NN/appos>2 ,/,/punct>2"
        " to/TO/aux>8 leave/VB/xcomp>1"
    )
    assert (named(tree, "asks", "subject"), named(tree, "asks", "object")) == (["berg"], ["dahl"])


def test_of_two_who_accuse_each_has_a_verb() -> None:
    tree = tree_of(
        "with/IN/prep>0 Berg/NNP/nsubj>5 blaming/VBG/acl>1 Dahl/NNP/dobj>2 Dahl/NNP/nsubj>5 faulting/VBG/pcomp>0"
        " Berg/NNP/dobj>5"
    )
    assert named(tree, "faulting", "subject") == ["dahl"]


def test_who_is_said_to_have_done_it_did_it_and_not_who_says_so() -> None:
    tree = tree_of(
        "brokers/NNS/nsubj>6 whom/WP/nsubj>3 police/NNS/nsubj>3 say/VBP/relcl>0 hired/VBD/xcomp>3 divers/NNS/dobj>4"
        " fled/VBD/ROOT>6"
    )
    assert (named(tree, "hired", "subject"), named(tree, "say", "subject")) == (["brokers"], ["police"])


def test_who_is_said_to_have_suffered_it_suffered_it() -> None:
    tree = tree_of(
        "divers/NNS/nsubj>6 who/WP/nsubj>5 police/NNS/nsubj>3 say/VBP/relcl>0 were/VBD/auxpass>5 hired/VBN/ccomp>3"
        " fled/VBD/ROOT>6"
    )
    assert (named(tree, "hired", "subject"), named(tree, "hired", "object")) == ([], ["divers"])


def test_who_wants_to_do_it_is_the_subject_of_the_infinitive() -> None:
    tree = tree_of(
        "men/NNS/nsubj>7 who/WP/nsubj>3 now/RB/advmod>3 want/VBP/relcl>0 to/TO/aux>5 hire/VB/xcomp>3"
        " divers/NNS/dobj>5 fled/VBD/ROOT>7"
    )
    assert named(tree, "want", "subject") == ["men"]


def test_the_subject_on_a_conjunction_belongs_to_its_verb() -> None:
    tree = tree_of(
        "Guests/NNS/nsubj>1 waited/VBD/ROOT>1 as/IN/mark>5 the/DT/det>4 rebels/NNS/pobj>2 voted/VBD/advcl>1"
        " to/TO/aux>7 leave/VB/xcomp>5"
    )
    assert named(tree, "voted", "subject") == ["rebels"]
    assert named(tree, "leave", "subject") == ["rebels"]


def test_a_list_of_names_shares_the_verb_behind_its_last() -> None:
    tree = tree_of(
        "It/PRP/nsubj>1 grew/VBD/ROOT>1 as/IN/prep>1 Norway/NNP/pobj>2 ,/,/punct>3 Sweden/NNP/conj>3 and/CC/cc>5"
        " Denmark/NNP/nsubj>8 voted/VBD/conj>5"
    )
    assert named(tree, "voted", "subject") == ["norway", "sweden", "denmark"]


def test_a_participle_behind_a_subject_leaves_it_to_the_main_verb() -> None:
    tree = tree_of(
        "Leaders/NNS/nsubj>1 gathered/VBD/ccomp>4 in/IN/prep>1 Oslo/NNP/pobj>2 condemned/VBD/ROOT>4 the/DT/det>6"
        " raid/NN/dobj>4"
    )
    assert named(tree, "condemned", "subject") == ["leaders"]
    assert tree.deps[1] == "acl"


def test_a_clause_behind_a_comma_stays_what_is_said() -> None:
    tree = tree_of("Rebels/NNS/nsubj>1 left/VBD/ccomp>3 ,/,/punct>3 said/VBD/ROOT>3 Berg/NNP/nsubj>3")
    assert tree.deps[1] == "ccomp"


def test_an_object_behind_another_clause_is_nobodys() -> None:
    tree = tree_of(
        "Berg/NNP/nsubj>1 urged/VBD/ROOT>1 Dahl/NNP/dobj>1 ,/,/punct>1 but/CC/cc>1 war/NN/conj>1 the/DT/det>7"
        " anger/NN/dobj>1"
    )
    assert named(tree, "urged", "object") == ["dahl"]


def test_the_last_on_tells_who_is_blamed() -> None:
    tree = tree_of(
        "We/PRP/nsubj>1 blame/VBP/ROOT>1 raids/NNS/dobj>1 on/IN/prep>2 Oslo/NNP/pobj>3 on/IN/prep>4 Dahl/NNP/pobj>5"
    )
    assert named(tree, "blame", "on") == ["dahl"]


def test_a_sentence_with_one_verb_has_it_for_its_main_verb() -> None:
    tree = tree_of(
        "Doctors/NNS/ROOT>0 of/IN/prep>0 two/CD/nummod>3 groups/NNS/pobj>1 sent/VBN/acl>3 flour/NN/dobj>4 to/IN/prep>4"
        " Oslo/NNP/pobj>6"
    )
    assert named(tree, "sent", "subject") == ["doctors"]
    assert tree.rights[3] == 3


def test_a_participle_that_tells_what_was_done_stays_one() -> None:
    tree = tree_of("Men/NNS/ROOT>0 killed/VBN/acl>0 by/IN/agent>1 rebels/NNS/pobj>2")
    assert tree.deps[1] == "acl"


def test_a_verb_in_s_is_no_noun() -> None:
    tree = tree_of("We/PRP/nsubj>2 thus/RB/advmod>2 rejects/NNS/ROOT>2 and/CC/cc>2 condemns/VBZ/conj>2 it/PRP/dobj>4")
    assert tree.tags[2] == "VBZ"
    assert named(tree, "condemns", "subject") == ["we"]


def test_what_moves_takes_its_words_along() -> None:
    tree = tree_of("Men/NNS/nsubj>4 from/IN/prep>0 Oslo/NNP/pobj>1 here/RB/advmod>2 left/VBD/ROOT>4")
    tree.move(3, 4, "advmod")
    assert (tree.rights[2], tree.rights[0], tree.rights[4]) == (2, 2, 4)


def test_states_in_a_row_all_act() -> None:
    tree = tree_of(
        "Norway/NNP/nsubj>7 ,/,/punct>0 Sweden/NNP/appos>0 ,/,/punct>2 Denmark/NNP/conj>2 and/CC/cc>4"
        " others/NNS/conj>4 sent/VBD/ROOT>7 flour/NN/dobj>7",
        states=("Norway", "Sweden", "Denmark"),
    )
    assert named(tree, "sent", "subject") == ["norway", "sweden", "denmark", "others"]


def test_who_speaks_did_not_do_what_the_clause_before_tells() -> None:
    tree = tree_of(
        "Five/CD/nsubjpass>2 were/VBD/auxpass>2 killed/VBN/ROOT>2 by/IN/agent>2 troops/NNS/pobj>3 and/CC/cc>4"
        " Berg/NNP/conj>4 says/VBZ/conj>2 so/RB/advmod>7"
    )
    assert (named(tree, "killed", "subject"), named(tree, "says", "subject")) == (["troops"], ["berg"])


def test_a_verb_behind_its_own_and_goes_on_with_the_subject_before() -> None:
    tree = tree_of(
        "Berg/NNP/nsubj>1 met/VBD/ROOT>1 men/NNS/dobj>1 and/CC/cc>2 women/NNS/conj>2 and/CC/cc>1 left/VBD/conj>1"
    )
    assert named(tree, "left", "subject") == ["berg"]


def test_a_figure_belongs_to_the_subject_right_behind_it() -> None:
    tree = tree_of("It/PRP/nsubj>1 said/VBD/ROOT>1 131/CD/meta>4 men/NNS/nsubj>4 died/VBD/ccomp>1")
    assert tree.noun_bounds(3) == (2, 3)


def test_bystanders_wait_and_not_those_who_hit_them() -> None:
    tree = tree_of(
        "Rebels/NNS/nsubj>1 hit/VBD/ROOT>1 a/DT/det>3 queue/NN/dobj>1 of/IN/prep>3 police/NNS/pobj>4"
        " waiting/VBG/advcl>1 to/TO/aux>8 join/VB/xcomp>6",
        lemmas={"waiting": "wait"},
    )
    assert named(tree, "join", "subject") == ["police"]


def test_who_stands_for_people_and_not_for_what_befell_them() -> None:
    tree = tree_of(
        "The/DT/det>1 death/NN/nsubj>9 of/IN/prep>1 their/PRP$/poss>4 boss/NN/pobj>2 ,/,/punct>1 who/WP/nsubjpass>8"
        " was/VBD/auxpass>8 shot/VBN/relcl>1 shook/VBD/ROOT>9 them/PRP/dobj>9"
    )
    assert tree.heads[8] == 4
    tree = tree_of(
        "They/PRP/nsubj>1 put/VBD/ROOT>1 voters/NNS/dobj>1 on/IN/prep>1 rolls/NNS/pobj>3 who/WP/nsubj>7 have/VBP/aux>7"
        " moved/VBN/relcl>4",
        lemmas={"voters": "voter", "rolls": "roll"},
    )
    assert tree.heads[7] == 2


def test_the_second_side_behind_between_is_no_second_subject() -> None:
    tree = tree_of(
        "A/DT/det>1 truce/NN/nsubj>7 between/IN/prep>1 clans/NNS/pobj>2 and/CC/cc>3 the/DT/det>6 army/NN/nsubj>7"
        " held/VBD/ROOT>7"
    )
    assert tree.conjuncts(3) == [3, 6]
    assert named(tree, "held", "subject") == ["truce"]


def test_a_name_taken_for_an_adverb_is_the_subject() -> None:
    tree = tree_of("Norway/NNP/advmod>1 tore/VBD/ROOT>1 up/RP/prt>1 its/PRP$/poss>4 treaty/NN/dobj>1")
    assert named(tree, "tore", "subject") == ["norway"]
    assert named(tree_of("Later/RB/advmod>1 tore/VBD/ROOT>1 it/PRP/dobj>1"), "tore", "subject") == []


def test_sides_behind_a_verb_of_happening_belong_to_the_noun() -> None:
    tree = tree_of(
        "Fighting/NN/nsubj>1 raged/VBD/ROOT>1 between/IN/prep>1 clans/NNS/pobj>2 and/CC/cc>3 troops/NNS/conj>3",
        lemmas={"raged": "rage"},
    )
    assert [tree.words[h] for h in noun_frame(tree, 0).slots["between"]] == ["clans", "troops"]


def test_who_criticises_may_hang_on_who_is_criticised() -> None:
    tree = tree_of("Criticism/NN/ROOT>0 of/IN/prep>0 judges/NNS/pobj>1 by/IN/prep>2 Norway/NNP/pobj>3")
    assert [tree.words[h] for h in noun_frame(tree, 0).weak["by"]] == ["norway"]


LEMMAS = {"hired": "hire", "moved": "move", "were": "be", "been": "be"}


def test_people_hired_as_something_are_the_subject_of_what_was_done_to_them() -> None:
    marked = (
        "they/PRP/nsubj>1 say/VBP/ROOT>1 that/IN/mark>4 Swedes/NNS/nsubj>4 hired/VBD/ccomp>1 as/IN/mark>8"
        " guards/NNS/nsubjpass>8 were/VBD/auxpass>8 moved/VBN/advcl>4"
    )
    tree = tree_of(marked, lemmas=LEMMAS)
    assert named(tree, "moved", "object") == named(tree, "hired", "object") == ["swedes"]
    assert (tree.heads[8], tree.deps[8]) == (1, "ccomp")
    as_subject = (
        "they/PRP/nsubj>1 say/VBP/ROOT>1 that/IN/mark>4 Swedes/NNS/nsubj>4 hired/VBD/nsubjpass>9 by/IN/agent>4"
        " firms/NNS/pobj>5 had/VBD/aux>9 been/VBN/auxpass>9 moved/VBN/ccomp>1"
    )
    tree = tree_of(as_subject, lemmas=LEMMAS)
    assert named(tree, "moved", "object") == named(tree, "hired", "object") == ["swedes"]


def test_a_clause_of_time_keeps_its_subject() -> None:
    tree = tree_of(
        "Norway/NNP/nsubj>1 hired/VBD/ROOT>1 cooks/NNS/dobj>1 as/IN/mark>6 men/NNS/nsubjpass>6 were/VBD/auxpass>6"
        " moved/VBN/advcl>1",
        lemmas=LEMMAS,
    )
    assert named(tree, "moved", "object") == ["men"]


def test_all_but_one_of_the_men_are_men_and_not_one() -> None:
    tree = tree_of(
        "all/DT/nsubjpass>7 but/CC/cc>0 two/CD/conj>0 of/IN/prep>2 the/DT/det>5 men/NNS/pobj>3 were/VBD/auxpass>7"
        " hired/VBN/ROOT>7",
        lemmas=LEMMAS,
    )
    assert named(tree, "hired", "object") == ["all"]
    assert tree.noun_bounds(0) == (0, 5)
    two = tree_of(
        "two/CD/nsubjpass>5 of/IN/prep>0 the/DT/det>3 men/NNS/pobj>1 were/VBD/auxpass>5 hired/VBN/ROOT>5", lemmas=LEMMAS
    )
    assert two.noun_bounds(0) == (0, 3)


def test_what_was_planted_by_rebels_is_the_bomb_and_not_who_was_hurt() -> None:
    words = "men/NNS/nsubjpass>2 were/VBD/auxpass>2 hurt/VBN/ROOT>2 by/IN/agent>2 bombs/NNS/pobj>3{and}"
    planted = " planted/VBD/conj>2 by/IN/agent>{at} rebels/NNS/pobj>{by}"
    tree = tree_of((words + planted).format(at=5, by=6, **{"and": ""}))
    assert (tree.heads[5], tree.deps[5]) == (4, "acl")
    joined = tree_of((words + planted).format(at=6, by=7, **{"and": " and/CC/cc>2"}))
    assert tree_deps(joined, "planted") == (2, "conj")


def tree_deps(tree: Tree, word: str) -> tuple[int, str]:
    i = tree.words.index(word)
    return tree.heads[i], tree.deps[i]


def test_a_second_verb_that_is_spelt_as_a_noun() -> None:
    words = (
        "forces/NNS/nsubj>1 storm/VBP/ROOT>1 its/PRP$/poss>3 hall/NN/dobj>1 and/CC/cc>3 {word}/NN/compound>6"
        " reporters/NNS/conj>3"
    )
    tree = tree_of(words.format(word="arrest"))
    assert (tree_deps(tree, "arrest"), named(tree, "arrest", "object")) == ((1, "conj"), ["reporters"])
    assert tree_deps(tree_of(words.format(word="news")), "news") == (6, "compound")
    tree = tree_of(
        "forces/NNS/nsubj>1 storm/VBP/ROOT>1 its/PRP$/poss>6 hall/NN/nmod>6 and/CC/cc>3 arrest/VB/conj>3"
        " reporters/NNS/dobj>1"
    )
    assert (named(tree, "storm", "object"), named(tree, "arrest", "object")) == (["hall"], ["reporters"])
    assert tree_deps(tree, "its") == (3, "poss")


def test_who_the_dead_were_is_not_wounded_with_the_others() -> None:
    tree = tree_of(
        "ten/CD/nsubj>1 died/VBD/ROOT>1 ,/,/punct>1 most/JJS/nsubj>6 of/IN/prep>3 them/PRP/pobj>4 women/NNS/nsubj>10"
        " ,/,/punct>6 and/CC/cc>6 14/CD/conj>6 wounded/VBN/advcl>1"
    )
    assert [tree.words[c] for c in tree.kids(10, "nsubj", "nsubjpass")] == ["14"]
