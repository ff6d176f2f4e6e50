"""Events, participants, routes, scopes."""

from typing import Any

import pytest

from factory import make_parsed
from sayso.lexicon.packs import load_packs
from sayso.model import Event, Mentions
from sayso.stages.extract import extract
from sayso.stages.extract.parse.tree import Tree
from sayso.stages.normalise.values import read_values

PACKS = load_packs(["foreign_fighters"])


def events_of(text: str, nlp: Any) -> tuple[Event, ...]:
    return extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS, encoder=None)


def roles(event: Event) -> set[tuple[str, str]]:
    return {(argument.role, argument.span.text) for argument in event.arguments}


def the(kind: str, text: str, nlp: Any) -> Event:
    found = [event for event in events_of(text, nlp) if event.event_type == kind]
    assert len(found) == 1, [(e.event_type, e.trigger.text) for e in events_of(text, nlp)]
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Norway recruits former policemen.", "RECRUIT", "recruiter Norway; recruit_pool former policemen"),
        ("Former policemen were recruited by Norway.", "RECRUIT", "recruiter Norway; recruit_pool Former policemen"),
        ("The soldiers who were trained by Norway left.", "TRAIN", "trainer Norway; trainee The soldiers"),
        ("Norway abandoned 300 soldiers.", "ABANDON", "abandoner Norway; abandoned 300 soldiers"),
        ("The recruitment of students by Norway goes on.", "RECRUIT", "recruiter Norway; recruit_pool students"),
        ("Norway launched an attack on Sweden.", "ASSAULT", "source Norway; target Sweden"),
        ("Norway wants to ban the party.", "BAN", "authority Norway; forbidden_to the party"),
        ("Norway denied that it had hired students.", "DENY", "denier Norway"),
        (
            "Norway released the soldiers and policemen.",
            "CONCEDE",
            "source Norway; target the soldiers; target policemen",
        ),
        ("The rebels captured the mosque.", "ASSAULT", "source The rebels; target the mosque"),
        ("Rebels fired rockets at the town.", "ASSAULT", "source Rebels; target the town"),
        ("Norway freed the prisoners.", "CONCEDE", "source Norway; target the prisoners"),
        ("Norway is opposed to the plan.", "REJECT", "source Norway; theme the plan"),
        ("Rebels freed between 30 and 40 hostages.", "CONCEDE", "source Rebels; target between 30 and 40 hostages"),
        ("Norway launched a mediation effort with Sweden.", "CONSULT", "source Norway; target Sweden"),
    ],
)
def test_who_does_what_to_whom(text: str, kind: str, expected: str, nlp: Any) -> None:
    wanted = {tuple(pair.split(" ", 1)) for pair in expected.split("; ")}
    assert wanted <= roles(the(kind, text, nlp))


@pytest.mark.parametrize(
    ("text", "kind", "left_out"),
    [
        ("Protesters clashed with rocks and bottles.", "ASSAULT", "rocks"),
        ("Rebels fired rockets at the town.", "ASSAULT", "rockets"),
        ("Norway agreed to withdraw its troops from the town.", "AGREE", "its troops"),
        ("Norway established ties and a base with Sweden.", "SUPPORT", "a base"),
        ("The rebels planted mines in the building.", "ASSAULT", "mines"),
    ],
)
def test_doubtful_participants_are_left_out(text: str, kind: str, left_out: str, nlp: Any) -> None:
    for event in events_of(text, nlp):
        if event.event_type == kind:
            assert left_out not in {span for role, span in roles(event) if role in ("source", "target")}


@pytest.mark.parametrize(
    ("text", "kind", "victims"),
    [
        ("A car bomb kills dozens and injures over 200 in the capital.", "WOUND", "over 200"),
        ("The blast kills dozens and wounds scores.", "WOUND", "scores"),
        ("A suicide attack kills 30 people and wounds at least 60.", "WOUND", "at least 60"),
    ],
)
def test_a_second_verb_taken_for_a_noun_has_its_own_figure(text: str, kind: str, victims: str, nlp: Any) -> None:
    assert ("victim", victims) in roles(the(kind, text, nlp))
    assert ("victim", victims) not in roles(the("KILL", text, nlp))


def test_a_noun_in_a_row_stays_a_noun(nlp: Any) -> None:
    assert not any(e.trigger.text == "bombs" for e in events_of("The shop sells dresses and bombs.", nlp))


def test_compound_actors_are_arguments_of_one_role(nlp: Any) -> None:
    event = the("DETAIN", "Police in Oslo arrested teachers, nurses and soldiers.", nlp)
    assert [a.span.text for a in event.arguments if a.role == "detained"] == ["teachers", "nurses", "soldiers"]


def test_a_route_is_in_order(nlp: Any) -> None:
    event = the("TRANSFER", "The soldiers were flown to Oslo and then to Russia.", nlp)
    route = [(a.role, a.span.text, a.order) for a in event.arguments if a.order is not None]
    assert route == [("transit", "Oslo", 0), ("destination", "Russia", 1)]


@pytest.mark.parametrize(
    ("text", "transit"),
    [
        ("The agents flew them to Moscow by way of Oslo.", "Oslo"),
        ("The recruits flew to Moscow with a stopover in Oslo.", "Oslo"),
        ("The recruits were taken to Moscow after a stop in Oslo.", "Oslo"),
        ("The recruits went from Bergen to Oslo and from there to Moscow.", "Oslo"),
        ("The recruits were flown to Oslo and from there on to Moscow.", "Oslo"),
    ],
)
def test_a_route_has_its_stops(text: str, transit: str, nlp: Any) -> None:
    found = roles(the("TRANSFER", text, nlp))
    assert {v for role, v in found if role == "transit"} == {transit}
    assert {v for role, v in found if role == "destination"} == {"Moscow"}


def test_coordinated_verbs_share_their_subject(nlp: Any) -> None:
    found = events_of("The judges went into hiding or fled to Norway.", nlp)
    assert [e.event_type for e in found] == ["FLEE", "FLEE"]
    assert all(("fleeing", "The judges") in roles(e) for e in found)


def test_a_state_is_a_claim(nlp: Any) -> None:
    event = the("AFFILIATE", "The company has close links to President Putin.", nlp)
    assert event.sort == "state"


def test_no_event_without_participants(nlp: Any) -> None:
    assert events_of("It rained. Recruitment. Attack!", nlp) == ()


def test_generic_verbs_give_nothing(nlp: Any) -> None:
    assert events_of("The minister went home and took a book to the table.", nlp) == ()


def test_a_word_of_will_is_a_layer_not_an_event(nlp: Any) -> None:
    found = events_of("Norway plans to recruit students.", nlp)
    assert [(e.event_type, e.sort, e.factuality) for e in found] == [("RECRUIT", "plan", "planned")]


def test_scopes_of_two_events_do_not_share_words(nlp: Any) -> None:
    found = events_of("Norway arrested 12 students in May before Sweden killed 30 soldiers in June.", nlp)
    assert [e.event_type for e in found] == ["DETAIN", "KILL"]
    first, second = (" ".join(s.text for s in e.scope) for e in found)
    assert "May" in first
    assert "June" not in first
    assert "June" in second


@pytest.mark.parametrize("text", ["", " ", "😀 😀", "\x00\x00", "שלום עולם", "a" * 5000, "“ ‘ ( [", "killed " * 300])
def test_any_text_is_read(text: str, nlp: Any) -> None:
    for event in events_of(text, nlp):
        assert event.trigger.text


def test_spans_are_cut_from_the_text(nlp: Any) -> None:
    text = "The ministry’s agents recruited 40 men from Oslo via Signal.\nThey were sent to Kyiv."
    for event in events_of(text, nlp):
        for span in (event.trigger, event.sentence, *event.scope, *(a.span for a in event.arguments)):
            assert text[span.start : span.end] == span.text


@pytest.mark.parametrize("kind", [t.name for pack in PACKS for t in pack.types])
def test_examples_of_the_packs_are_found(kind: str, nlp: Any) -> None:
    from sayso.lexicon.packs import event_type

    examples = event_type(PACKS, kind)
    assert examples is not None
    found = {e.event_type for text in examples.examples for e in events_of(text, nlp)}
    parents = {t.parent for t in (event_type(PACKS, name) for name in found) if t is not None}
    assert kind in found | parents, f"{examples.examples} gave {found}"


def scope_of(event: Event) -> str:
    return " ".join(span.text for span in event.scope)


@pytest.mark.parametrize(
    ("text", "kind", "foreign"),
    [
        ("At least 26 students fell as soldiers opened fire on the crowd.", "ASSAULT", "26"),
        ("Although the unions have called for a strike, they face new rules in Norway.", "REQUEST", "Norway"),
        ("The council is accused of neglect after three days of floods left 150 people dead.", "ACCUSE", "150"),
        ("Norway signs the treaty and calls the day the best since independence in 1905.", "SUPPORT", "1905"),
        ("He met the ambassador to Egypt in Oslo.", "CONSULT", "Egypt"),
    ],
)
def test_what_another_clause_tells_is_not_in_the_scope(text: str, kind: str, foreign: str, nlp: Any) -> None:
    assert foreign not in scope_of(the(kind, text, nlp))


def test_words_of_the_own_clause_stay_in_the_scope(nlp: Any) -> None:
    assert "Oslo" in scope_of(the("CONSULT", "He met the ambassador to Egypt in Oslo.", nlp))


def test_who_is_to_blame_is_accused(nlp: Any) -> None:
    found = roles(the("ACCUSE", "The inspectors said that the rebels were to blame.", nlp))
    assert ("target", "the rebels") in found
    assert not [role for role, _ in found if role == "source"]


def test_a_blast_does_not_aim_at_its_own_bomb(nlp: Any) -> None:
    assert roles(the("ASSAULT", "A bomber detonated a car bomb near the port.", nlp)) == {("source", "A bomber")}


@pytest.mark.parametrize(
    "text",
    [
        "The nurse was awarded a medal in Oslo.",
        "Police condemned the embassy attack.",
        "The index closed down 76 points.",
        "Norway worries about recruitment caused by the rising number of refugees.",
    ],
)
def test_medals_attacked_buildings_and_causes_make_no_event(text: str, nlp: Any) -> None:
    assert not {e.event_type for e in events_of(text, nlp)} & {"AID", "ASSAULT", "RECRUIT", "COERCE"}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Belgium vetoes a resolution condemning Norway.", {"ACCUSE"}),
        ("A resolution condemning Norway was blocked by Belgium.", {"ACCUSE"}),
        ("Shares rallied in Oslo on Monday.", {"PROTEST"}),
        ("The Dow closes 80 down.", {"COERCE"}),
        ("The rebels gave up their weapons to Norway.", {"AID", "FINANCE"}),
    ],
)
def test_blocked_texts_markets_and_weapons_given_up_make_no_such_event(text: str, kinds: set[str], nlp: Any) -> None:
    assert not {e.event_type for e in events_of(text, nlp)} & kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Norway is recruiting Swedes to fight in Finland.", {"RECRUIT"}),
        ("Up to 300 Swedes have been recruited by Norway to fight in Finland.", {"RECRUIT"}),
        ("The rebels fought the army in Finland.", {"ASSAULT"}),
    ],
)
def test_the_fighting_that_men_are_taken_for_is_no_assault(text: str, kinds: set[str], nlp: Any) -> None:
    assert {event.event_type for event in events_of(text, nlp)} == kinds


def test_a_resolution_that_passes_still_condemns(nlp: Any) -> None:
    assert ("source", "Belgium") in roles(the("ACCUSE", "Belgium adopts a resolution condemning Norway.", nlp))


def test_who_is_said_to_have_travelled_is_not_who_arrests(nlp: Any) -> None:
    found = the("TRANSFER", "Police arrested a man said to have travelled to Norway.", nlp)
    assert ("traveller", "Police") not in roles(found)
    assert ("traveller", "a man") in roles(found)
    assert found.factuality == "probable"


def test_who_is_opposed_is_the_one_who_rejects(nlp: Any) -> None:
    found = roles(the("REJECT", "Soldiers attacked activists opposed to the president.", nlp))
    assert ("source", "activists") in found
    assert ("target", "activists") not in found


def test_whose_family_alleges_is_not_accused(nlp: Any) -> None:
    text = "An officer met a farmer whose family has alleged in court that he was beaten."
    assert ("target", "a farmer") not in roles(the("ACCUSE", text, nlp))


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Norway flew the teachers out of Oslo.", "EVACUATE", "evacuator Norway; evacuee the teachers"),
        ("A broker promised the students 900 euros a month.", "OFFER", "offerer A broker; recipient the students"),
        ("Norway left its interpreters to their fate.", "ABANDON", "abandoner Norway; abandoned its interpreters"),
        ("Norway moved two battalions to the border.", "DEPLOY", "deployer Norway; deployed two battalions"),
        ("Islamists staged a rally against Norway.", "PROTEST", "source Islamists; target Norway"),
    ],
)
def test_words_of_our_own_sentences_name_events(text: str, kind: str, expected: str, nlp: Any) -> None:
    wanted = {tuple(pair.split(" ", 1)) for pair in expected.split("; ")}
    assert wanted <= roles(the(kind, text, nlp))


def test_a_preposition_with_its_own_noun_is_no_particle(nlp: Any) -> None:
    """ "Fight in" an army is joining it; whom one fights in a town is no army that somebody joins."""
    assert "RECRUIT" not in {event.event_type for event in events_of("The miners fought the police in Oslo.", nlp)}


def test_short_verbs_get_back_the_letter_that_the_lemmatizer_took(nlp: Any) -> None:
    tree = Tree(make_parsed("Soldiers raped prisoners, and students staged a strike that they had planned.", nlp).doc)
    assert [tree.lemmas[tree.words.index(word)] for word in ("raped", "staged", "planned")] == ["rape", "stage", "plan"]


@pytest.mark.parametrize(
    ("text", "event_type", "role", "values"),
    [
        (
            "Cases of recruitment of students into the Norwegian army and PMC Redut have become frequent.",
            "RECRUIT",
            "force",
            ["the Norwegian army", "PMC Redut"],
        ),
        ("The students were trained by the SAS and Delta Force.", "TRAIN", "trainer", ["SAS", "Delta Force"]),
        ("The report may expose the students to recruiting by rivals.", "RECRUIT", "recruit_pool", ["the students"]),
        (
            "Students are linked with recruiters in Oslo before being flown to Malmo and then to Norway.",
            "TRANSFER",
            "destination",
            ["Norway"],
        ),
        (
            "Students are linked with recruiters in Oslo before being flown to Malmo and then to Norway.",
            "CONTACT",
            "approacher",
            ["recruiters"],
        ),
    ],
)
def test_attachments_put_right(text: str, event_type: str, role: str, values: list[str], nlp: Any) -> None:
    found = extract(make_parsed(text, nlp), (), Mentions(), packs=load_packs(["foreign_fighters"]))
    held = [a.span.text for e in found if e.event_type == event_type for a in e.arguments if a.role == role]
    assert [value.removeprefix("the ").removeprefix("The ") for value in held] == [
        value.removeprefix("the ") for value in values
    ]


def test_a_force_is_no_person_and_no_place_it_happens_in(nlp: Any) -> None:
    one = the("RECRUIT", "Thousands of students will fight for Olaf Berg in Norway.", nlp)
    other = the("RECRUIT", "The company recruited students in Norway.", nlp)
    third = the("RECRUIT", "The students fought for Norway.", nlp)
    assert not {role for role, _ in roles(one)} & {"force"}
    assert not {role for role, _ in roles(other)} & {"force"}
    assert ("force", "Norway") in roles(third)


def test_what_is_forbidden_stays_so_behind_or(nlp: Any) -> None:
    found = events_of("The ministry warned students not to join the army or to sign up for Norway.", nlp)
    assert [(e.factuality, e.polarity) for e in found if e.event_type == "RECRUIT"] == [("planned", "negative")] * 2


def test_what_names_the_act_is_nobody_in_it(nlp: Any) -> None:
    held = {
        value
        for event in events_of("Norway killed ten guards it was holding hostage.", nlp)
        for _, value in roles(event)
    }
    assert "ten guards" in held
    assert "hostage" not in held


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sweden insists that it was right about Norway.", "REQUEST"),
        ("The senator held a test vote in Sweden.", "MOBILIZE"),
        ("The rebels struck back at Norway.", "PROTEST"),
        ("The deal eased concerns in Sweden.", "CONCEDE"),
        ("The tank blasted through the walls of Oslo.", "ACCUSE"),
        ("Norway contacted the Swedish embassy.", "CONTACT"),
        ("Norway pledged to overthrow the president.", "AGREE"),
    ],
)
def test_words_that_readings_found_to_mean_something_else(text: str, kind: str, nlp: Any) -> None:
    assert kind not in {event.event_type for event in events_of(text, nlp)}


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Norway closed its embassy in Sweden.", "SANCTION", "source Norway"),
        ("Norway accepted the plan of Sweden.", "AGREE", "source Norway"),
        ("Norway began talks with Sweden.", "CONSULT", "source Norway; target Sweden"),
        ("Protesters ignored the curfew.", "REJECT", "source Protesters"),
        ("Norway opened the border crossing.", "CONCEDE", "source Norway"),
    ],
)
def test_common_words_claim_what_their_conditions_say(text: str, kind: str, expected: str, nlp: Any) -> None:
    wanted = {tuple(pair.split(" ", 1)) for pair in expected.split("; ")}
    assert wanted <= roles(the(kind, text, nlp))


@pytest.mark.parametrize(
    "text", ["Protesters overturned vehicles in Oslo.", "Police raided the suspected bomber's home.", "Norway let him."]
)
def test_the_same_words_without_them_do_not(text: str, nlp: Any) -> None:
    assert {event.event_type for event in events_of(text, nlp)} <= {"COERCE", "ASSAULT", "SEARCH"}


def test_who_bans_a_raid_does_not_carry_it_out(nlp: Any) -> None:
    packs = load_packs(["foreign_fighters", "plover"])
    text = "Norway wants to reintroduce raids barred by Sweden, and strikes on villages banned by the president."
    raids = [
        e
        for e in extract(make_parsed(text, nlp), (), Mentions(), packs=packs)
        if e.trigger.text in ("raids", "strikes")
    ]
    assert all(value not in ("Sweden", "the president") for event in raids for _, value in roles(event))


def test_who_stands_before_a_colon_takes_no_part_in_what_follows(nlp: Any) -> None:
    event = the("KILL", "Prigozhin: Norwegian fighters killed 40 soldiers in Oslo.", nlp)
    assert [words for role, words in roles(event) if role == "killer"] == ["Norwegian fighters"]


def test_a_route_behind_the_doer_begins_where_it_says(nlp: Any) -> None:
    event = the("TRANSFER", "The recruits were flown by Norway from Tehran to Moscow.", nlp)
    assert {("origin", "Tehran"), ("destination", "Moscow")} <= roles(event)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("More than 2,000 former soldiers fled to Norway.", "FLEE", "fleeing More than 2,000 former soldiers"),
        ("The ministry offered recruits a salary of $2,000 a month.", "OFFER", "recipient recruits"),
        ("Recruits were offered salaries of $2,000.", "OFFER", "offer salaries of $2,000"),
        ("Police accused the company of recruiting minors.", "RECRUIT", "recruiter the company; recruit_pool minors"),
    ],
)
def test_more_attachments_put_right(text: str, kind: str, expected: str, nlp: Any) -> None:
    wanted = {tuple(pair.split(" ", 1)) for pair in expected.split("; ")}
    assert wanted <= roles(the(kind, text, nlp))


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("A broker sent young Swedes to the Norwegian army.", "RECRUIT", {("recruit_pool", "young Swedes")}),
        ("More than 100 Swedes have ended up in the army.", "RECRUIT", {("recruit_pool", "More than 100 Swedes")}),
        ("He signed on as a helper with the army.", "RECRUIT", {("recruit_pool", "He")}),
        ("An agent signed him up as an army helper.", "RECRUIT", {("recruiter", "An agent"), ("recruit_pool", "him")}),
        ("Ninety Swedes recruited into the army", "RECRUIT", {("recruit_pool", "Ninety Swedes")}),
        ("The men put their names to contracts with the ministry.", "RECRUIT", {("recruit_pool", "The men")}),
        ("The youth was to be paid 9,000 roubles a month.", "OFFER", {("recipient", "The youth")}),
        ("His son was to get 9,000 rupees a month.", "OFFER", {("recipient", "His son"), ("offer", "9,000 rupees")}),
        ("Commanders sent the men to the front.", "DEPLOY", {("deployed", "the men"), ("destination", "the front")}),
        ("For two weeks he was drilled by officers.", "TRAIN", {("trainee", "he")}),
    ],
)
def test_ways_into_an_army(text: str, kind: str, expected: set[tuple[str, str]], nlp: Any) -> None:
    parsed = make_parsed(text, nlp)
    _, money, _ = read_values(parsed)
    found = extract(parsed, (), Mentions(money=money), packs=PACKS, encoder=None)
    event = next(e for e in found if e.event_type == kind)
    assert expected <= roles(event)


def test_in_front_of_is_no_front(nlp: Any) -> None:
    event = the("DEPLOY", "Commanders sent the men to a place in front of the embassy.", nlp)
    assert all("front" not in words for role, words in roles(event) if role == "destination")


@pytest.mark.parametrize(
    ("text", "kind", "role", "expected"),
    [
        ("The group believes between 600 and 800 men have been recruited.", "RECRUIT", "recruit_pool",
         {"between 600 and 800 men"}),
        ("Eighteen men were recruited with him.", "RECRUIT", "force", set()),
        ("The men were recruited in at least four districts.", "RECRUIT", "force", set()),
        ("Former soldiers lured with jobs", "OFFER", "offerer", set()),
        ("A general was arrested over the dispatch of soldiers to fight for Norway.", "DETAIN", "detained",
         {"A general"}),
    ],
)  # fmt: skip
def test_who_is_taken_and_by_whom_is_not_guessed(text: str, kind: str, role: str, expected: set[str], nlp: Any) -> None:
    found = events_of(text, nlp)
    assert {v for e in found if e.event_type == kind for r, v in roles(e) if r == role} == expected
    assert not any(v == "A general" for e in found if e.event_type == "RECRUIT" for _, v in roles(e))


def test_a_shirt_that_is_lifted_is_no_concession(nlp: Any) -> None:
    assert not events_of("The sergeant lifts his shirt.", nlp)
