"""Grades by written rules, each with its reasons. Reliability and credibility are two axes and are never averaged."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.lexicon.profiles import GradeProfile, GradeRule, load_grade_profile
from sayso.model import Claim, Grade, Judgement, Origin, Proposition, Reason, Relations
from sayso.model._record import record
from sayso.model.standing import taken_back

PROFILES = ("admiralty", "airwars", "ibc")
RELIABILITY = frozenset("ABCDEF")
SOFT = frozenset({"possible", "planned", "asked", "unknown", "counterfactual"})


@record
class Standing:
    """What the rules look at."""

    at_least: int
    at_most: int
    contradicted: bool
    outweighed: bool
    firm: bool
    named: bool
    against: tuple[Reason, ...]


def assess(
    relations: Relations,
    claims: Iterable[Claim],
    *,
    profiles: Sequence[str] = PROFILES,
    judgements: Iterable[Judgement] = (),
) -> tuple[Grade, ...]:
    """Grade every origin's reliability and every proposition by each profile.

    Reliability is a person's latest grade, else F, "cannot be judged". Credibility and the other scales follow the
    profile's rules; nothing is taken from reliability.
    """
    by_id = {claim.id: claim for claim in claims}
    return tuple(graded(relations, by_id, profiles=profiles, judgements=judgements))


def graded(
    relations: Relations,
    claims: Mapping[str, Claim],
    *,
    profiles: Sequence[str] = PROFILES,
    judgements: Iterable[Judgement] = (),
) -> Iterator[Grade]:
    """The same one by one, from claims by their ids: a large ledger has millions of grades."""
    origins = {origin.id: origin for origin in relations.origins}
    voices = {claim: origin.id for origin in relations.origins for claim in origin.claims}
    loaded = [load_grade_profile(name) for name in profiles]
    yield from reliabilities(relations.origins, judgements)
    for proposition in relations.propositions:
        standing = standing_of(proposition, claims, origins, voices)
        yield from (grade(proposition, standing, profile) for profile in loaded)


def reliabilities(origins: Iterable[Origin], judgements: Iterable[Judgement]) -> list[Grade]:
    """One grade for each origin: the last that a person gave and nobody undid, else F."""
    held = sorted(judgements, key=lambda j: (j.at, j.id))
    undone = taken_back(held)
    given = {j.subject: j for j in held if j.action == "grade" and j.value in RELIABILITY and j.id not in undone}
    return [_reliability(origin, given.get(origin.id)) for origin in origins]


def _reliability(origin: Origin, judgement: Judgement | None) -> Grade:
    if judgement is not None and judgement.value is not None:
        detail = f"{judgement.by}, {judgement.at:%Y-%m-%d}: {judgement.reason or 'no reason given'}"
        reason = Reason(rule="assess.person", detail=detail)
        return Grade(subject=origin.id, scale="reliability", value=judgement.value, profile="person", reasons=(reason,))
    reason = Reason(rule="assess.ungraded", detail="reliability cannot be judged until a person grades this source")
    return Grade(subject=origin.id, scale="reliability", value="F", profile="admiralty", reasons=(reason,))


DISPUTING = frozenset({"polarity", "actor"})
"""Contradictions that speak against a proposition; another figure, day or town leaves it standing."""


def standing_of(
    proposition: Proposition, claims: Mapping[str, Claim], origins: Mapping[str, Origin], voice: Mapping[str, str]
) -> Standing:
    """What stands for a proposition and what against it; `voice` leads from a claim to its origin."""
    own = [claims[c] for c in proposition.claims if c in claims]
    against = [c for c in proposition.contradictions if c.difference == "fact" and c.about in DISPUTING]
    opposing = {voice.get(c.right, c.right) for c in against}
    supporting = {voice.get(c.id, c.id) for c in own if c.polarity == "positive"} - opposing
    named = any(origins[o].kind not in ("unnamed", "unknown") for o in proposition.origin_ids if o in origins)
    return Standing(
        at_least=proposition.origins.at_least,
        at_most=proposition.origins.at_most,
        contradicted=bool(against),
        outweighed=bool(against) and len(opposing) >= len(supporting),
        firm=any(c.factuality not in SOFT for c in own),
        named=named,
        against=tuple(r for c in against for r in c.reasons),
    )


def grade(proposition: Proposition, standing: Standing, profile: GradeProfile) -> Grade:
    """The grade of the profile's first rule that holds."""
    rule = next((rule for rule in profile.rules if holds(rule, standing)), profile.rules[-1])
    detail = f"{rule.words} ({standing.at_least} to {standing.at_most} independent origins)"
    reasons = (Reason(rule=f"assess.{profile.name}.{rule.value}", detail=detail), *proposition.origins.reasons[:2])
    if rule.contradicted:
        reasons = (*reasons, *standing.against[:4])
    return Grade(
        subject=proposition.id,
        scale=profile.scale,
        value=rule.value,
        profile=f"{profile.name} {profile.version}",
        reasons=reasons,
    )


def holds(rule: GradeRule, standing: Standing) -> bool:
    """Whether everything that a rule asks for is so."""
    asked = (
        rule.at_least_origins is None or standing.at_least >= rule.at_least_origins,
        rule.at_most_origins is None or standing.at_most <= rule.at_most_origins,
        rule.at_most_origins_from is None or standing.at_most >= rule.at_most_origins_from,
        rule.contradicted is None or standing.contradicted == rule.contradicted,
        rule.outweighed is None or standing.outweighed == rule.outweighed,
        rule.firm is None or standing.firm == rule.firm,
        rule.named is None or standing.named == rule.named,
    )
    return all(asked)
