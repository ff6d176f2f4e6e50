"""A tree stays a tree, whatever the repairs do to it: a walk up that does not end would hold up a whole reading."""

from typing import Any

import pytest

from sayso.stages.extract.parse import tree as trees
from sayso.stages.extract.parse.tree import Tree

TEXT = "The army sent men to Bergen. A broker hired two welders."


def up_from(tree: Tree, i: int) -> int:
    """Steps from a token to its root; -1 where it comes to none."""
    for steps in range(len(tree.words)):
        if tree.heads[i] == i:
            return steps
        i = tree.heads[i]
    return -1


def test_nothing_is_hung_on_what_is_under_it(nlp: Any) -> None:
    tree = Tree(nlp(TEXT))
    verb, noun = tree.words.index("sent"), tree.words.index("men")
    before = (list(tree.heads), [list(each) for each in tree.children])
    tree.move(verb, noun, "acl")
    assert (tree.heads, tree.children) == before
    assert tree.is_under(noun, verb)
    assert not tree.is_under(verb, noun)


def test_a_sentence_tied_into_a_circle_is_read_as_it_was_parsed(nlp: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = Tree(nlp(TEXT))
    verb, noun = plain.words.index("sent"), plain.words.index("men")

    def tie(tree: Tree) -> None:
        tree.heads[verb], tree.deps[verb] = noun, "acl"
        tree.deps[plain.words.index("hired")] = "ROOT, and repaired"

    monkeypatch.setattr(trees, "repair", tie)
    tree = Tree(nlp(TEXT))
    assert all(up_from(tree, i) >= 0 for i in range(len(tree.words)))
    assert (tree.heads[verb], tree.deps[verb], tree.children[verb]) == (verb, "ROOT", plain.children[verb])
    assert "ROOT, and repaired" in tree.deps  # other sentences keep what was put right in them
