"""Where a cue word could attribute something: every construction that the rules know, before any is believed.

A construction is a name (`clause`, `object`, `prep:for`, ...) that together with the cue's lemma is looked up in the counted
lexicon; how often that pair was a real attribution in labelled text decides whether it is believed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.stages.attribute.grammar import Grammar
from sayso.stages.attribute.phrases import (
    PASSIVE_SUBJECTS,
    SUBJECTS,
    Tokens,
    noun_phrase,
    subject_of,
    trim,
    verb_group,
    without,
)
from sayso.stages.attribute.quotes import Quotes, quote_beside, widen


@dataclass(slots=True)
class Draft:
    """An attribution in tokens."""

    lemma: str
    construction: str
    head: int
    """The cue's main word."""
    source: Tokens | None
    cue: Tokens
    content: list[Tokens] = field(default_factory=list)


def verb_draft(grammar: Grammar, verb: int, quotes: Quotes) -> Draft | None:
    """The attribution that a verb would make, by the first construction that fits; None where nothing could be its content."""
    if grammar.words[verb] in CITING or (grammar.words[verb] == "asked" and grammar.deps[verb] == "advcl"):
        return None
    passive = grammar.child(verb, *PASSIVE_SUBJECTS) is not None or (
        grammar.tags[verb] == "VBN"
        and grammar.deps[verb] in ("acl", "advcl")
        and grammar.child(verb, "aux", *SUBJECTS) is None
    )
    subject = subject_of(grammar, verb)
    turned = None if passive else _turned(grammar, verb)
    if turned is not None:
        subject = turned[0]
    source = _whole_subject(grammar, verb, subject) if subject is not None else None
    draft = Draft(grammar.lemmas[verb], "", verb, source, verb_group(grammar, verb))
    if source is None and not passive:
        source = draft.source = _near_subject(grammar, quotes, verb, draft.cue)
    beside = quote_beside(grammar, quotes, source, draft.cue, verb) if source and not passive else None
    if turned is not None and beside is None:
        draft.construction, draft.content = "inverted", [turned[1]]
    elif beside is not None:
        _quoted(grammar, draft, quotes.spans[beside])
    elif not (_passive(grammar, draft) if passive else _active(grammar, draft)):
        return None
    draft.content = widen(quotes, draft.content, draft.cue)
    if draft.source is not None and draft.source[0] == draft.source[1]:
        only = grammar.words[draft.source[0]]
        if only == "you":
            return None
        if only in ("it", "there") and draft.lemma in IMPERSONAL:
            draft.source = None
    if draft.lemma in ("respond", "reply", "comment") and grammar.child(verb, "neg") is not None:
        draft.construction = "silence"
    if draft.source is not None:
        draft.content = [piece for piece in draft.content if not _meet(piece, draft.source)] or draft.content
        if all(_meet(piece, draft.source) for piece in draft.content):
            return None
    return draft


IMPERSONAL = frozenset({"seem", "appear", "look", "sound", "happen", "turn"})
"""Verbs whose `it` is nobody."""
CITING = frozenset({"citing", "quoting"})
"""Participles whose object is a source: see secondhand.py."""


def _whole_subject(grammar: Grammar, verb: int, subject: int) -> Tokens:
    """The subject's phrase; of two subjects in a row (`news agency`, `RIA`) both."""
    first, last = noun_phrase(grammar, subject)
    for other in grammar.children[verb]:
        if other > last and grammar.deps[other] in SUBJECTS and grammar.lefts[other] == last + 1 and other < verb:
            last = noun_phrase(grammar, other)[1]
    return first, last


def _near_subject(grammar: Grammar, quotes: Quotes, verb: int, cue: Tokens) -> Tokens | None:
    """For `“...”, the chief, General Thein, told`, where the parser finds no subject: what stands between quotation and verb."""
    if quotes.holder[verb] != -1 or grammar.tags[verb] not in ("VBD", "VBZ", "VBP"):
        return None
    first = cue[0]
    while (
        first > 0 and cue[0] - first < 25 and quotes.holder[first - 1] == -1 and not grammar.words[first - 1].isspace()
    ):
        first -= 1
    nouns = any(grammar.tags[t].startswith(("NN", "PRP")) for t in range(first, cue[0]))
    verbs = any(grammar.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(first, cue[0]))
    if first == 0 or quotes.holder[first - 1] == -1 or not nouns or verbs or first == cue[0]:
        return None
    return trim(grammar, first, cue[0] - 1)


TURNING = frozenset({"say", "add", "write", "report", "note", "explain", "announce", "claim", "warn", "recall"})


def _turned(grammar: Grammar, verb: int) -> tuple[int, Tokens] | None:
    """`The trio left, said a colleague ...`, whatever the parser made of it: the noun behind, and the clause before.

    None unless verb of saying and comma stand so, the noun is the verb's own and a finite main verb stands before.
    """
    words, tags = grammar.words, grammar.tags
    if grammar.lemmas[verb] not in TURNING or verb < 3 or words[verb - 1] != "," or verb + 1 >= len(words):
        return None
    if tags[verb] not in FINITE or tags[verb + 1] not in OPENS_NOUN:
        return None
    noun = next((c for c in grammar.children[verb] if c > verb and grammar.lefts[c] == verb + 1), None)
    if (
        noun is None
        or not tags[noun].startswith("N")
        or grammar.deps[noun] not in ("nsubj", "dobj", "attr", "npadvmod")
    ):
        return None
    first = grammar.bounds[grammar.sentences[verb]][0]
    relative = any(tags[t] in ("WP", "WDT") for t in range(first, verb - 1))
    main = any(
        (tags[t] in FINITE and (grammar.deps[t] in MAIN or not relative)) or tags[t] == "MD"
        for t in range(first, verb - 1)
    )
    return (noun, trim(grammar, first, verb - 1)) if main else None


FINITE = frozenset({"VBD", "VBZ", "VBP"})
MAIN = frozenset({"ROOT", "ccomp", "parataxis", "conj", "csubj", "aux", "auxpass"})
OPENS_NOUN = frozenset({"DT", "NNP", "JJ", "NN", "NNS", "PRP$", "CD"})


def _quoted(grammar: Grammar, draft: Draft, quote: Tokens) -> None:
    """`“...,” he said`: the quotation, with what its own sentence says outside it on the same side."""
    clause = grammar.child(draft.head, "ccomp")
    first, last = quote
    if clause is not None and (clause < draft.head) == (first < draft.head):
        own = trim(grammar, grammar.lefts[clause], grammar.rights[clause])
        if first > draft.head:
            last = max(last, own[1])
        if own[0] < first and _free(own[0], first, draft):
            first = own[0]
    draft.construction = "quoted"
    draft.content = [(first, last)]


def _free(first: int, last: int, draft: Draft) -> bool:
    """Whether neither source nor cue lies between two tokens."""
    held = [draft.cue, *([draft.source] if draft.source else [])]
    return not any(_meet((first, last), one) for one in held)


def _meet(one: Tokens, other: Tokens) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _active(grammar: Grammar, draft: Draft) -> bool:
    return any(rule(grammar, draft) for rule in (_clause, _around, _small_clause, _infinitive, _object, _preposition))


def _clause(grammar: Grammar, draft: Draft) -> bool:
    """`said that ...`, `..., he said`: a complement clause on either side."""
    verb = draft.head
    clause = grammar.child(verb, "ccomp")
    if clause is None:
        return False
    span = trim(grammar, grammar.lefts[clause], grammar.rights[clause])
    if clause < verb:
        draft.construction = "inverted"
        draft.content = _outside(grammar, draft, (span[0], max(span[1], verb)))
        return bool(draft.content)
    finite = grammar.tags[clause] not in ("VB", "VBG") or any(
        grammar.deps[c] in ("aux", "mark") and grammar.words[c] != "to" for c in grammar.children[clause]
    )
    draft.construction = "clause" if finite else "bare_clause"
    draft.content = [span]
    return True


def _around(grammar: Grammar, draft: Draft) -> bool:
    """`The road, he said, was cut`: the verb is set into the clause that it reports."""
    verb = draft.head
    head, dep = grammar.heads[verb], grammar.deps[verb]
    if dep not in ("parataxis", "ccomp", "advcl") or head == verb or draft.source is None:
        return False
    if dep == "ccomp" and not _set_off(grammar, draft):
        return False
    if dep == "advcl" and not (_set_off(grammar, draft) and _mark(grammar, verb) in ("", "as")):
        return False
    if grammar.child(verb, "dobj", "xcomp") is not None and dep != "parataxis":
        return False
    first, last = grammar.lefts[head], grammar.rights[head]
    draft.construction = "around"
    draft.content = _outside(grammar, draft, (first, last))
    return bool(draft.content)


def _mark(grammar: Grammar, verb: int) -> str:
    mark = grammar.child(verb, "mark")
    return grammar.words[mark] if mark is not None else ""


def _set_off(grammar: Grammar, draft: Draft) -> bool:
    first = min(draft.cue[0], draft.source[0]) if draft.source else draft.cue[0]
    last = max(draft.cue[1], draft.source[1]) if draft.source else draft.cue[1]
    before = grammar.words[first - 1] if first else ","
    after = grammar.words[last + 1] if last + 1 < len(grammar.words) else "."
    return before in _BORDERS and after in _BORDERS


_BORDERS = frozenset({",", ".", "”", '"', "''", "’", "—", "–", "--", ";", "?", "!", ":", "\n", "\n\n", "“"})


def _outside(grammar: Grammar, draft: Draft, span: Tokens) -> list[Tokens]:
    """What a span holds besides source, cue and the cue's own adjuncts."""
    verb = draft.head
    holes = [draft.cue]
    if draft.source is not None and abs(draft.source[0] - verb) < 60:
        holes.append(draft.source)
    for child in grammar.children[verb]:
        if grammar.deps[child] in ("prep", "advmod", "npadvmod", "dobj", "dative", "mark", "advcl") and child != verb:
            edges = (grammar.lefts[child], grammar.rights[child])
            if edges[1] - edges[0] < 25:
                holes.append(edges)
    pieces = [trim(grammar, *piece) for piece in without(span, holes)]
    return [p for p in pieces if any(grammar.words[i][:1].isalnum() for i in range(p[0], p[1] + 1))]


def _small_clause(grammar: Grammar, draft: Draft) -> bool:
    """`called it a disgrace`, `described him as a hero`, `accused them of theft`."""
    verb = draft.head
    target = grammar.child(verb, "dobj")
    oprd = grammar.child(verb, "oprd")
    if oprd is not None and oprd > verb:
        draft.construction = "naming"
        spans = [(grammar.lefts[oprd], grammar.rights[oprd])]
        if target is not None:
            spans.append(noun_phrase(grammar, target))
        draft.content = spans
        return True
    if target is None or target < verb:
        return False
    for prep in grammar.children[verb]:
        if grammar.deps[prep] == "prep" and prep > target and grammar.words[prep] in ("as", "of", "for"):
            first, _ = noun_phrase(grammar, target)
            draft.construction = f"object_{grammar.words[prep]}"
            draft.content = [trim(grammar, first, grammar.rights[prep])]
            return True
    return False


def _infinitive(grammar: Grammar, draft: Draft) -> bool:
    """`promised to leave`, `urged them to leave`."""
    verb = draft.head
    clause = next((c for c in grammar.children[verb] if grammar.deps[c] == "xcomp" and c > verb), None)
    if clause is None:
        return False
    draft.construction = "infinitive" if grammar.tags[clause] == "VB" else "participle"
    draft.content = [trim(grammar, grammar.lefts[clause], grammar.rights[clause])]
    return True


def _object(grammar: Grammar, draft: Draft) -> bool:
    """`denied the charges`."""
    verb = draft.head
    target = next((c for c in grammar.children[verb] if grammar.deps[c] == "dobj" and c > verb), None)
    if target is None:
        return False
    draft.construction = "object"
    draft.content = [trim(grammar, grammar.lefts[target], grammar.rights[target])]
    return True


def _preposition(grammar: Grammar, draft: Draft) -> bool:
    """`called for talks`, `warned of attacks`."""
    verb = draft.head
    for prep in grammar.children[verb]:
        if grammar.deps[prep] not in ("prep", "agent") or prep < verb:
            continue
        target = grammar.child(prep, "pobj", "pcomp")
        if target is None:
            continue
        draft.construction = f"prep:{grammar.words[prep]}"
        if prep == draft.cue[1] + 1:
            draft.cue = (draft.cue[0], prep)
        draft.content = [trim(grammar, grammar.lefts[target], grammar.rights[target])]
        return True
    return False


def _passive(grammar: Grammar, draft: Draft) -> bool:
    """`it is believed that`, `were expected to leave`, `was criticised by`: the source is the agent or nobody."""
    verb = draft.head
    subject = grammar.child(verb, *PASSIVE_SUBJECTS)
    about = noun_phrase(grammar, subject) if subject is not None else None
    if subject is None and grammar.deps[verb] == "acl":
        about = None
    clause = next(
        (c for c in grammar.children[verb] if grammar.deps[c] in ("ccomp", "xcomp", "oprd", "advcl") and c > verb), None
    )
    by = "by_" if draft.source is not None else ""
    if clause is not None and grammar.deps[clause] != "advcl":
        span = trim(grammar, grammar.lefts[clause], grammar.rights[clause])
        sort = (
            "infinitive"
            if grammar.deps[clause] == "xcomp"
            else "clause"
            if grammar.deps[clause] == "ccomp"
            else "naming"
        )
        draft.construction = f"passive_{by}{sort}"
        dummy = subject is not None and grammar.words[subject] in ("it", "there")
        draft.content = [span] if about is None or dummy or sort == "clause" else [about, span]
        return True
    if about is not None:
        draft.construction = f"passive_{by}object"
        extra = [
            trim(grammar, grammar.lefts[c], grammar.rights[c])
            for c in grammar.children[verb]
            if grammar.deps[c] == "prep" and c > verb and grammar.words[c] in ("as", "of", "for")
        ]
        if extra:
            draft.construction += "_" + grammar.words[extra[0][0]]
        draft.content = [about, *(_without_with(grammar, piece) for piece in extra[:1])]
        return True
    return False


def _without_with(grammar: Grammar, piece: Tokens) -> Tokens:
    """A phrase up to `, with ... claiming`, which is somebody else's."""
    for token in range(piece[0] + 1, piece[1]):
        if grammar.words[token] == "," and grammar.words[token + 1] == "with":
            return trim(grammar, piece[0], token - 1)
    return piece


def noun_draft(grammar: Grammar, noun: int) -> Draft | None:
    """`his claim that ...`, `the belief of many that ...`: a noun with a clause or infinitive of its own."""
    clause = next(
        (c for c in grammar.children[noun] if c > noun and grammar.deps[c] in ("acl", "ccomp", "relcl")), None
    )
    if clause is None:
        return None
    opening = grammar.words[grammar.lefts[clause]]
    if grammar.deps[clause] == "relcl" and opening != "that":
        return None
    if opening not in ("that", "to", "whether"):
        return None
    if opening == "that" and grammar.deps[clause] == "relcl" and grammar.deps[grammar.lefts[clause]] != "mark":
        return None
    poss = grammar.child(noun, "poss")
    source = (grammar.lefts[poss], grammar.rights[poss]) if poss is not None else _by_or_of(grammar, noun)
    if source is None:
        up = grammar.heads[noun]
        light = grammar.deps[noun] == "dobj" and grammar.lemmas[up] in LIGHT
        subject = subject_of(grammar, up) if light else None
        source = noun_phrase(grammar, subject) if subject is not None else None
    if source is not None and grammar.tags[source[1]] == "POS" and source[1] > source[0]:
        source = (source[0], source[1] - 1)
    span = trim(grammar, grammar.lefts[clause], grammar.rights[clause])
    kind = "noun_that" if opening != "to" else "noun_to"
    return Draft(grammar.lemmas[noun], kind if source else kind + "_nobody", noun, source, (noun, noun), [span])


LIGHT = frozenset({"make", "have", "give", "express", "issue", "offer", "hold", "voice", "repeat", "raise", "release"})
"""Verbs that lend their subject to the noun after them: "made the claim that"."""


def _by_or_of(grammar: Grammar, noun: int) -> Tokens | None:
    for prep in grammar.children[noun]:
        if prep > noun and grammar.words[prep] in ("by", "of", "from"):
            target = grammar.child(prep, "pobj")
            if target is not None:
                return noun_phrase(grammar, target)
    return None


def adjective_draft(grammar: Grammar, adjective: int) -> Draft | None:
    """`officials are fearful that ...`: an adjective of mind with a clause."""
    clause = grammar.child(adjective, "ccomp", "xcomp")
    verb = grammar.heads[adjective]
    if clause is None or clause < adjective or grammar.deps[adjective] not in ("acomp", "conj", "oprd"):
        return None
    subject = subject_of(grammar, verb)
    if subject is None or grammar.words[subject] in ("it", "there"):
        return None
    sort = "adjective_that" if grammar.deps[clause] == "ccomp" else "adjective_to"
    first = verb_group(grammar, verb)[0]
    cue = (first, adjective) if adjective - first < 8 else (adjective, adjective)
    span = trim(grammar, grammar.lefts[clause], grammar.rights[clause])
    return Draft(grammar.lemmas[adjective], sort, adjective, noun_phrase(grammar, subject), cue, [span])


def according_draft(grammar: Grammar, token: int) -> Draft | None:
    """`according to officials, ...`: the content is the clause that it hangs on."""
    to = grammar.child(token, "prep")
    source_noun = None
    if to is not None:
        source_noun = grammar.child(to, "pobj", "pcomp")
    if source_noun is None and token + 2 < len(grammar.words) and grammar.words[token + 1] == "to":
        to = token + 1
        source_noun = grammar.child(to, "pobj")
    if to is None or source_noun is None:
        return None
    source = noun_phrase(grammar, source_noun)
    head = grammar.heads[token]
    if head == token:
        return None
    top = _clause_head(grammar, head)
    if top == -1:
        return None
    span = (grammar.lefts[top], grammar.rights[top])
    pieces = [trim(grammar, *p) for p in without(span, [(token, max(source[1], to))])]
    pieces = [p for p in pieces if any(grammar.words[i][:1].isalnum() for i in range(p[0], p[1] + 1))]
    if not pieces:
        return None
    return Draft("according", "according", token, source, (token, to), pieces)


def _clause_head(grammar: Grammar, token: int) -> int:
    """The verb of the clause a token stands in; -1 when it stands in none."""
    steps = 0
    while steps < 40:
        if grammar.tags[token].startswith("V") and grammar.deps[token] not in ("amod", "compound", "aux", "auxpass"):
            return token
        up = grammar.heads[token]
        if up == token:
            return token
        token, steps = up, steps + 1
    return -1


HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})


def hearsay_draft(grammar: Grammar, token: int) -> Draft | None:
    """`reportedly`, `allegedly`: somebody who is not named says the clause."""
    head = _clause_head(grammar, token)
    if head == -1 or not any(grammar.deps[c] in (*SUBJECTS, *PASSIVE_SUBJECTS) for c in grammar.children[head]):
        return None
    pieces = [trim(grammar, *p) for p in without((grammar.lefts[head], grammar.rights[head]), [(token, token)])]
    pieces = [p for p in pieces if any(grammar.words[i][:1].isalnum() for i in range(p[0], p[1] + 1))]
    return Draft(grammar.words[token], "adverb", token, None, (token, token), pieces) if pieces else None


def drafts(grammar: Grammar, quotes: Quotes, wanted: frozenset[str] | None = None) -> Iterator[Draft]:
    """Every construction of the document in text order; of `wanted` lemmas only, where given."""
    for token, tag in enumerate(grammar.tags):
        draft = _draft_of(grammar, quotes, token, tag, wanted)
        if draft is not None:
            yield draft


def _draft_of(grammar: Grammar, quotes: Quotes, token: int, tag: str, wanted: frozenset[str] | None) -> Draft | None:
    word = grammar.words[token]
    if word == "according":
        return according_draft(grammar, token)
    if word in HEARSAY:
        return hearsay_draft(grammar, token)
    if wanted is not None and grammar.lemmas[token] not in wanted:
        return None
    if tag.startswith("VB") and grammar.deps[token] not in ("aux", "auxpass", "amod", "compound"):
        return verb_draft(grammar, token, quotes)
    if tag in ("NN", "NNS"):
        return noun_draft(grammar, token)
    if tag.startswith("JJ"):
        return adjective_draft(grammar, token)
    return None
