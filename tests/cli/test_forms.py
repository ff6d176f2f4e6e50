"""What `sayso read` makes of the forms that conflict reporting has, from the command line, with nothing stood in.

One section an item: actors, figures, dates, places, firmness, furniture. The finer rules are tested in tests/stages.
"""

import json
from pathlib import Path
from typing import Any

import pytest

SENTENCES = {
    "kremlin": "The Kremlin rejected the proposal on Friday.",
    "moscow-acts": "Moscow has sent 500 instructors to Bangui.",
    "moscow-city": "Gunmen killed a general in Moscow.",
    "wagner": "PMC Wagner recruited men. The Wagner Group trained them. The mercenary group sent them to Bakhmut.",
    "us": "The US trained the commandos. Washington warned Tehran on Monday.",
    "washington-city": "Recruits travelled to Washington.",
    "up-to": "Russia recruited up to 30,000 men, an Afghan officer said.",
    "as-many-as": "Wagner trained as many as 450 recruits at a camp.",
    "at-least": "At least 40 soldiers were killed in the shelling.",
    "no-fewer": "No fewer than 12 villagers were detained by the militia.",
    "more-than": "More than 2,000 former commandos were recruited by Iran.",
    "some": "Some 300 fighters were killed near the border.",
    "dozens": "Dozens of soldiers were wounded near Herat.",
    "hundreds-of": "The group recruited hundreds of young men in Osh.",
    "between": "Between 200 and 350 mercenaries arrived in Benghazi.",
    "a-few-hundred": "A few hundred instructors trained the brigade.",
    "half-a-million": "Half a million people fled to Chad.",
    "of": "The army said 26 of 34 hostages were killed.",
    "range": "Moscow sent 3,000 to 4,000 soldiers to the front.",
    "or": "Four or five officers were killed in the ambush.",
    "wage": "Wagner offered fighters a £1,300-a-month wage.",
    "pay": "Recruits are paid about $600 to $700 per month.",
    "two-claims": "At least 7 people were killed and more than 20 wounded when a rocket hit the market.",
    "last-month": "Recruiters visited the camp last month.",
    "tuesday": "Wagner fighters attacked the town on Tuesday.",
    "a-year-ago": "The commandos fled to Iran a year ago.",
    "since": "The militia has recruited teenagers since February.",
    "past-months": "In the past six months, at least 300 Nepalis were recruited.",
    "route": "Recruits travelled from Kathmandu through Dubai to Moscow.",
    "hit": "Rebels attacked Goma on Monday.",
    "asserted": "The militia recruited 40 teenagers in Goma.",
    "probable": "Officials believe that Russia recruited former commandos in Iran.",
    "possible": "Iran may have recruited the pilots.",
    "planned": "Belarus plans to deploy 9,000 troops at the border.",
    "counterfactual": "If the pay were higher, the men would join Wagner.",
    "negated": "The company never trained the guards.",
    "asked": "Did Iran recruit Afghan refugees?",
    "unknown": "It is unclear whether the commandos fled to Iran.",
    "layers": "Officials are fearful that as many as 10,000 men may be eager to join the Russian army.",
    "hedge": "The group reportedly recruited prisoners in Perm.",
    "furniture": (
        "Russia recruited 40 men in Osh.\n\nLong wait: Soldiers guard a bridge that rebels attacked last year.\n\n"
        "Read more: Wagner recruits prisoners in Perm\n\nCommandos train at a base in Kabul. Photograph: J. Doe/AFP\n\n"
        "Sign up for our newsletter: how Iran arms its allies, in your inbox every Friday.\n\n"
        "We use cookies. By clicking accept you agree that our partners collect data.\n\n"
        "Have you been approached by a recruiter? Tell us your story.\n\nThe men were sent to Mali.\n\n"
        "Mary Gray is a reporter who covered how the Taliban attacked Kabul in 2021."
    ),
}
PAGE = """<!doctype html><html lang="en"><head><title>Recruiters return to the valley</title></head><body>
<nav><a href="/">Home</a></nav><article><h1>Recruiters return to the valley</h1>
<p>Russia recruited 40 men in Osh, an elder said on Tuesday, and nobody has heard from them since the spring.</p>
<figure><img src="a.jpg"><figcaption>Rebels attack a village near Mopti in 2019. Jane Roe/AFP</figcaption></figure>
<p>The families of the men have written many letters, and no office has answered any of them since the winter.</p>
<p>Long wait: Soldiers guard a bridge that rebels attacked in Goma.</p>
<div class="related"><h3>Read more</h3><ul><li><a href="/x">Wagner recruits prisoners in Perm</a></li></ul></div>
<p>The valley is quiet, and two brothers of the men, who stayed behind, now look after the sheep and the houses.</p>
<aside class="newsletter"><p>Sign up for our newsletter: how Iran arms its allies, every Friday.</p></aside>
<p>Have you been approached by men who recruit for Wagner? Tell us your story at desk@example.org.</p>
<p>Mary Gray is a reporter who covered how the Taliban attacked Kabul in 2021.</p></article>
<div id="cookie"><p>We use cookies. By clicking accept you agree that our partners collect data.</p></div>
<footer>© The Courier</footer></body></html>"""
UNDATED = (
    "The commandos were left behind when the Taliban retook Kabul last year. The Taliban seized Kabul in August 2021."
)


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """The claims of each sentence, as `sayso read --details` prints them, published on 26 October 2022."""
    from typer.testing import CliRunner

    from sayso.cli.app import app

    folder: Path = tmp_path_factory.mktemp("forms")
    rows = [{"id": k, "text": text, "published": "2022-10-26"} for k, text in SENTENCES.items()]
    rows.append({"id": "undated", "text": UNDATED})
    (folder / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    ended = CliRunner().invoke(app, ["read", "--details", str(folder / "in.jsonl"), str(folder / "page.html")])
    assert ended.exit_code == 0, ended.output
    read = [json.loads(line) for line in ended.stdout.splitlines() if line.startswith("{")]
    return {row["document"].get("given_id") or "page": row["claims"] for row in read}


def parts(claims: list[dict[str, Any]], role: str) -> list[str | None]:
    return [a["entity"] or a["value"] for claim in claims for a in claim["arguments"] if a["role"] == role]


def figures(claims: list[dict[str, Any]]) -> list[tuple[float | None, float | None, str]]:
    return [(q["low"], q["high"], q["unit"]) for claim in claims for q in claim["quantities"]]


Said = dict[str, list[dict[str, Any]]]


def test_actors_lead_to_entities_by_use(said: Said) -> None:
    assert parts(said["kremlin"], "source") == ["ru-government"]
    assert parts(said["moscow-acts"], "deployer") == ["ru-government"]
    assert parts(said["moscow-city"], "location") == ["Moscow"]
    names = [
        a for claim in said["wagner"] for a in claim["arguments"] if a["role"] in ("recruiter", "trainer", "deployer")
    ]
    assert {a["entity"] for a in names} == {"wagner-group"}
    assert {a["span"]["text"] for a in names} >= {"PMC Wagner", "The Wagner Group"}
    assert {*parts(said["us"], "trainer"), *parts(said["us"], "source")} == {"us-government"}
    assert parts(said["us"], "target") == ["ir-government"]
    assert parts(said["washington-city"], "destination") == ["Washington"]


@pytest.mark.parametrize(
    ("key", "figure"),
    [
        ("up-to", (None, 30000, "man")),
        ("as-many-as", (None, 450, "recruit")),
        ("at-least", (40, None, "soldier")),
        ("no-fewer", (12, None, "villager")),
        ("more-than", (2000, None, "commando")),
        ("some", (300, 300, "fighter")),
        ("dozens", (12, 120, "soldier")),
        ("hundreds-of", (100, 1000, "man")),
        ("between", (200, 350, "mercenary")),
        ("a-few-hundred", (300, 900, "instructor")),
        ("half-a-million", (500_000, 500_000, "person")),
        ("of", (26, 26, "hostage")),
        ("range", (3000, 4000, "soldier")),
        ("or", (4, 5, "officer")),
    ],
)
def test_figures_are_intervals_with_what_they_count(
    key: str, figure: tuple[float | None, float | None, str], said: Said
) -> None:
    assert figures(said[key]) == [figure]


def test_money_has_currency_and_what_it_is_per(said: Said) -> None:
    sums = [
        (m["low"], m["high"], m["currency"], m["per"])
        for key in ("wage", "pay")
        for claim in said[key]
        for m in claim["money"]
    ]
    assert sums == [(1300, 1300, "GBP", "month"), (600, 700, "USD", "month")]


def test_each_figure_goes_to_its_own_claim(said: Said) -> None:
    found = {claim["event_type"]: figures([claim]) for claim in said["two-claims"]}
    assert (found["KILL"], found["WOUND"]) == ([(7, None, "person")], [(20, None, "person")])


@pytest.mark.parametrize(
    ("key", "start", "end"),
    [
        ("last-month", "2022-09-01", "2022-10-01"),
        ("tuesday", "2022-10-25", "2022-10-26"),
        ("a-year-ago", "2021-01-01", "2022-01-01"),
        ("since", "2022-02-01", None),
        ("past-months", "2022-04-26", "2022-10-27"),
    ],
)
def test_dates_count_from_the_publication(key: str, start: str, end: str | None, said: Said) -> None:
    (period,) = (claim["period"] for claim in said[key])
    assert (period["start"], period["end"], period["basis"]) == (start, end, "publication date 2022-10-26")


def test_an_article_dates_itself_and_says_why(said: Said) -> None:
    periods = [claim["period"] for claim in said["undated"] if claim["period"]]
    assert {period["start"][:4] for period in periods} == {"2021"}
    assert any("August 2021" in period["basis"] for period in periods)


def test_places_have_an_id_and_a_role(said: Said) -> None:
    (claim,) = said["route"]
    route = [(p["role"], p["name"], p["country"]) for p in claim["places"]]
    assert route == [("origin", "Kathmandu", "NP"), ("transit", "Dubai", "AE"), ("destination", "Moscow", "RU")]
    assert all(p["geonames_id"] and p["lat"] and p["precision"] == "town" for p in claim["places"])
    assert [(p["name"], p["role"]) for claim in said["hit"] for p in claim["places"]] == [("Goma", "location")]
    assert [p["name"] for claim in said["moscow-acts"] for p in claim["places"]] == ["Bangui"]


@pytest.mark.parametrize(
    "value", ["asserted", "probable", "possible", "planned", "counterfactual", "negated", "asked", "unknown"]
)
def test_firmness_is_what_the_source_commits_to(value: str, said: Said) -> None:
    assert [claim["factuality"] for claim in said[value]] == [value]


def test_layers_are_kept_apart_and_hedges_belong_to_the_chain(said: Said) -> None:
    (claim,) = said["layers"]
    layers = [(layer["span"]["text"], layer["factuality"]) for layer in claim["layers"]]
    assert layers == [("fearful", "possible"), ("may", "possible"), ("eager", "planned")]
    (hedged,) = said["hedge"]
    assert hedged["factuality"] == "asserted"
    assert hedged["chain"]


@pytest.mark.parametrize("key", ["furniture", "page"])
def test_furniture_gives_no_claims(key: str, said: Said) -> None:
    kinds = sorted(claim["event_type"] for claim in said[key])
    assert kinds == (["DEPLOY", "RECRUIT"] if key == "furniture" else ["MISSING", "RECRUIT"])
