"""Everyday uses of words that packs list: a warning that threatens nobody, a press conference, power that is "given".

A pack's entry says which words name a type. These rules say of which of their uses that is not so. They look at what a
word governs and hold for claims only; a coder's record (`extract.plover`) is made without them.
"""

from collections.abc import Callable, Mapping, Sequence

from sayso.stages.extract.clause.arguments import Filler
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.gate.contests import contends, rallies_voters
from sayso.stages.extract.gate.harm import (
    bursts_by_itself,
    dies_otherwise,
    fights_with_words,
    hits_by_law,
    holds_nobody,
    hurts_nobody,
)
from sayso.stages.extract.gate.idioms import (
    brings_a_count,
    calls_to_tell,
    elects,
    holds_an_idea,
    keeps_something_from,
    leaves_a_sitting,
    promises_an_answer,
    rolls_in,
    shows_somebody,
)
from sayso.stages.extract.gate.lookalikes import (
    approaches_nobody,
    asks_nothing,
    comes_under_fire,
    denies_no_deed,
    earns_elsewhere,
    flees_nothing,
    gathers_nobody,
    gives_no_word,
    is_a_label,
    is_a_name_for,
    is_of_a_mind,
    links_nobody,
    moves_nobody,
    pulls_no_troops,
    recruits_nobody,
    sends_no_force,
    shuts_its_own,
    takes_no_place,
    trains_for_no_fight,
    votes_against,
    yields_nothing,
)
from sayso.stages.extract.gate.manners import (
    asks_a_question,
    is_heard_by_the_press,
    is_paid,
    is_recognised_at_large,
    keeps_a_name,
    swears_of_what_will_be,
    thanks_a_reader,
)
from sayso.stages.extract.gate.ordinary import (
    comes_near,
    draws_a_crowd,
    fills_ranks,
    flies_home,
    frees_by_force,
    has_its_seat,
    is_but_for,
    is_caught_at_it,
    is_defeated,
    is_natural,
    is_no_member,
    is_no_soldier,
    is_only_found_dead,
    is_paid_to_protest,
    leads_out_of_no_danger,
    looks_at_a_place,
    looks_into_it,
    stands_there,
    takes_a_town,
    talks_to_the_press,
)
from sayso.stages.extract.gate.private import (
    goes_over,
    hurts_by_words,
    is_kitted_out,
    is_taken_off_a_list,
    sees_a_picture,
    takes_on_carers,
    tells_of_birth,
)
from sayso.stages.extract.gate.serving import is_no_recruiting
from sayso.stages.extract.gate.stances import (
    backs_a_ban,
    can_do_so,
    gives_up_looking,
    has_an_accident,
    holds_by_hand,
    leaves_dead,
    leaves_hospital,
    lets_be,
    moves_house,
    opens_a_branch,
    secedes,
    ships_goods,
    stays_committed,
    takes_own_life,
    will_not_serve,
)
from sayso.stages.extract.gate.surroundings import heads_of
from sayso.stages.extract.gate.turns import (
    applies_to,
    brings_out,
    comes_back_to,
    comes_to_office,
    crashes,
    frees_a_place,
    infiltrates,
    is_an_animals,
    is_run_over,
    is_survived,
    is_the_other,
    leaves_the_news,
    only_doubts,
    pays_respects,
    pledges_force,
    pours_out,
    reshuffles,
    sees_a_fact,
    takes_out_money,
    will_not,
)
from sayso.stages.extract.parse.tree import Tree

HARM = frozenset(
    {"attack", "strike", "war", "retaliation", "reprisal", "action", "consequence", "response", "escalation", "revenge"}
    | {"invasion", "sanction", "force", "punishment", "crackdown", "intervention", "bloodshed", "offensive"}
)
"""What a threat announces."""
SELF = frozenset({"it", "they", "he", "she", "we", "i"})
GIVING = frozenset({"provide", "give", "grant", "offer", "lend", "allocate", "supply"})
IMMATERIAL = frozenset(
    {"power", "authority", "right", "opportunity", "chance", "ability", "reason", "excuse", "cover", "example", "proof"}
    | {"evidence", "answer", "detail", "platform", "insight", "list", "name", "picture", "glimpse", "account", "option"}
    | {"statement", "testimony", "information", "boost", "impetus", "pretext", "incentive", "explanation", "guarantee"}
)
"""What is given without being aid."""
AUDIENCES = frozenset(
    {"medium", "media", "reporter", "journalist", "press", "newspaper", "television", "nation", "crowd", "supporter"}
    | {"rally", "audience", "radio", "newsman", "broadcaster", "magazine", "agency", "channel", "camera"}
)
"""Those who are spoken to, and not with."""
UNDERTAKINGS = frozenset(
    {
        "bid",
        "race",
        "deal",
        "offer",
        "election",
        "candidacy",
        "contest",
        "tournament",
        "sale",
        "merger",
        "talk",
        "talks",
    }
    | {"agreement", "contract", "project", "vote", "competition", "event", "coalition", "plan"}
)
"""What one pulls out of without being an army."""

DANGERS = frozenset(
    {"wave", "bombing", "attack", "threat", "violence", "odds", "rain", "cold", "heat", "danger", "fear", "expectation"}
    | {"gravity", "bullet", "risk", "snow", "storm", "tear", "terror"}
)

ENVOYS = frozenset(
    {"envoy", "diplomat", "minister", "official", "delegation", "delegate", "emissary", "ambassador", "secretary"}
    | {"secretary-general", "representative", "mediator", "negotiator", "expert", "inspector", "commissioner", "chief"}
)

MOURNING = frozenset(
    {"mourn", "bury", "pray", "celebrate", "commemorate", "honour", "honor", "remember", "watch", "vote"}
)
"""What people gather for without protesting."""


def is_everyday(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """Whether a word of a match is used in a sense that is not its type's."""
    return any(rule(tree, match, fillers) for rule in RULES.get(match.trigger.event_type, ()))


def _warns(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """Whether a warning threatens nothing: "warned the treasury that cash is low", "warns of damage".

    It threatens who says what he himself will do ("warned that it would strike") or names a blow ("warned of war").
    """
    if tree.lemmas[match.token] not in ("warn", "warning"):
        return False
    frame = match.frame
    over = (match.token, *frame.slots.get("object", ()))  # "warned the town [of damage]", as parsers have it
    about = [
        p for i in over for p in tree.kids(i, "prep") if tree.words[p] in ("of", "about", "against", "over", "from")
    ]
    if not about and not frame.clausal and not frame.infinitives and not tree.kids(match.token, "ccomp", "acl"):
        return False  # "warned the capital": of what is left open
    if any(tree.lemmas[noun] in HARM for p in about for noun in tree.kids(p, "pobj")):
        return False
    for clause in (*frame.clausal, *tree.kids(match.token, "ccomp", "acl")):
        subject = tree.kid(clause, "nsubj")
        will = any(tree.words[c] in ("will", "would", "'ll", "'d", "could") for c in tree.kids(clause, "aux"))
        if will and subject is not None and tree.words[subject] in SELF:
            return False
        passive = tree.kid(clause, "nsubjpass")
        if will and passive is not None:
            return False  # "warned that looters would be shot"
    return True


def _gives_no_aid(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Provided the president with the power to rule": nobody is helped with goods."""
    if tree.lemmas[match.token] not in GIVING:
        return False
    return bool(
        heads_of(tree, match.frame.slots, "object", "with", "dative", "subject" if match.frame.passive else "object")
        & IMMATERIAL
    )


def _tells_many(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """Whether somebody tells the public a thing and consults nobody: a press conference, words to reporters."""
    nouns = {match.token, *match.consumed}
    for i in nouns:
        if tree.lemmas[i] == "conference" and any(tree.words[c] in ("press", "news") for c in tree.children[i]):
            return True
    targets = [filler.head for filler in fillers if filler.role == "target"]
    named = {tree.lemmas[i] for i in targets} | {tree.words[i] for i in targets}
    for i in targets:
        for prep in tree.kids(i, "prep"):
            named |= {tree.lemmas[c] for c in tree.kids(prep, "pobj")} if tree.words[prep] == "of" else set()
    return bool(named & AUDIENCES)


def _leaves_no_field(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Pulled out of the bid", "withdrew from the race": no army retreats."""
    below = [match.token]
    for i in below:
        below += (
            tree.kids(i, "prep", "pobj") if tree.words[i] in ("out", "of", "from", "away") or i == match.token else []
        )
    return bool(
        ({tree.lemmas[i] for i in below} | heads_of(tree, match.frame.slots, "of", "from", "object")) & UNDERTAKINGS
    )


def _takes_up(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Take up posts", "take up positions": nothing is taken from anybody."""
    return tree.lemmas[match.token] == "take" and any(tree.words[c] == "up" for c in tree.kids(match.token, "prt"))


def _carries(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Protesters armed with bats": what they carry, not what somebody gave them."""
    armed = tree.lemmas[match.token] in ("arm", "armed") and tree.deps[match.token] in ("acl", "amod", "advcl")
    return armed and not any(filler.role == "payer" for filler in fillers)


def _braves(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Defied a wave of bombings to vote": nothing that somebody asked for is turned down."""
    objects = heads_of(tree, match.frame.slots, "object")
    return tree.lemmas[match.token] == "defy" and bool(objects & DANGERS)


def _dissolves_cabinet(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Dissolved his cabinet": a concession as often as a use of power."""
    return tree.lemmas[match.token] == "dissolve" and bool(
        heads_of(tree, match.frame.slots, "object", "subject") & {"cabinet", "government"}
    )


def _sends_envoys(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Sent its envoy to the capital": no force is deployed."""
    deployed = [f.head for f in fillers if f.role == "deployed"]
    sent = tree.lemmas[match.token] in ("send", "dispatch", "sending")
    return sent and bool(deployed) and all(tree.ents[h] == "PERSON" or tree.lemmas[h] in ENVOYS for h in deployed)


def _mourns(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Gathered to mourn", "gather to pray": nobody protests."""
    below = (*match.frame.infinitives, *tree.kids(match.token, "advcl", "xcomp"))
    return any(tree.lemmas[i] in MOURNING for i in below)


Rule = Callable[[Tree, Match, Sequence[Filler]], bool]
RULES: Mapping[str, tuple[Rule, ...]] = {
    "THREATEN": (_warns, promises_an_answer),
    "AID": (_gives_no_aid,),
    "CONSULT": (_tells_many, talks_to_the_press, is_heard_by_the_press, looks_at_a_place),
    "RETREAT": (_leaves_no_field, pulls_no_troops, takes_out_money, flies_home, moves_house),
    "SEIZE": (_takes_up, takes_no_place, rolls_in, comes_to_office),
    "DEPLOY": (_sends_envoys, sends_no_force, can_do_so, stands_there, has_its_seat),
    "PROTEST": (_mourns, pays_respects, gathers_nobody, rallies_voters),
    "COERCE": (_dissolves_cabinet, shuts_its_own),
    "REJECT": (_braves, leaves_a_sitting),
    "FINANCE": (_carries, comes_under_fire, is_kitted_out),
    "DENY": (denies_no_deed, keeps_something_from, will_not, swears_of_what_will_be),
    "PROSECUTE": (is_a_label, tells_of_birth),
    "ASSAULT": (hits_by_law, fights_with_words, bursts_by_itself, contends, infiltrates, is_an_animals, fills_ranks),
    "KILL": (
        dies_otherwise,
        is_run_over,
        is_an_animals,
        is_survived,
        crashes,
        has_an_accident,
        takes_own_life,
        is_only_found_dead,
        is_natural,
        goes_over,
    ),
    "WOUND": (hurts_nobody, hurts_by_words, contends, is_run_over, is_an_animals, crashes, is_natural, is_defeated),
    "DETAIN": (holds_nobody, holds_an_idea, holds_by_hand, takes_a_town, is_caught_at_it),
    "TRANSFER": (moves_nobody, brings_a_count, comes_back_to, ships_goods, secedes),
    "TRAIN": (trains_for_no_fight,),
    "AFFILIATE": (links_nobody, is_no_member),
    "FLEE": (flees_nothing, pours_out),
    "CONTACT": (approaches_nobody, comes_near, sees_a_picture, is_heard_by_the_press),
    "REQUEST": (asks_nothing, asks_a_question, keeps_a_name, is_a_name_for, calls_to_tell, applies_to),
    "AGREE": (is_of_a_mind, is_a_name_for, pledges_force, stays_committed),
    "ACCUSE": (is_a_name_for, only_doubts, looks_into_it),
    "CONCEDE": (yields_nothing, frees_a_place, reshuffles, gives_up_looking, frees_by_force),
    "RECRUIT": (
        recruits_nobody,
        is_no_recruiting,
        brings_out,
        is_the_other,
        will_not_serve,
        draws_a_crowd,
        is_no_soldier,
        takes_on_carers,
    ),
    "SUPPORT": (votes_against, is_a_name_for, elects, sees_a_fact, backs_a_ban, thanks_a_reader),
    "OFFER": (earns_elsewhere, is_paid_to_protest, is_paid),
    "MOBILIZE": (shows_somebody,),
    "MISSING": (leaves_the_news,),
    "ABANDON": (lets_be, leaves_dead),
    "DISCHARGE": (leaves_hospital,),
    "RECOGNISE": (opens_a_branch, is_recognised_at_large),
    "BAN": (gives_no_word, is_but_for),
    "COOPERATE": (gives_no_word,),
    "EVACUATE": (leads_out_of_no_danger, is_taken_off_a_list),
}
