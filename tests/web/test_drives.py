"""The page of recruitment drives on the sample ledger."""

from dataclasses import replace

from fastapi.testclient import TestClient

from sayso.run.drives import current_drives
from sayso.store import Ledger
from sayso.views.drives import drive_disagreements, drive_line


def test_a_drive_with_its_voices_leads_to_their_claims(client: TestClient, ledger: Ledger) -> None:
    assert 'href="/drives"' in client.get("/").text
    shown = client.get("/drives").text
    (one,) = [d for d in client.get("/drives.json").json()["drives"] if (d["people"], d["side"]) == ("AF", "RU")]
    assert one["title"] in shown
    assert f"{one['reports']} reports, {one['outlets']} outlets, " in shown
    assert "Abdul Raof Arghandiwal" in {v["name"] for v in one["voices"]}
    assert "Yevgeny Prigozhin" in {v["name"] for v in one["denied_by"]}
    assert "Denied by Yevgeny Prigozhin" in shown
    whole = {r.document.id: r for r in ledger.readings()}
    for voice in (*one["voices"], *one["denied_by"]):
        address = f"/claims/{voice['citations'][0]['claim']}"
        assert address in shown
        cited = voice["citations"][0]
        sentence = whole[cited["document"]].sentences[cited["sentence"] - 1]
        assert sentence.start <= cited["start"] < sentence.end
        assert client.get(address).status_code == 200


def test_a_drive_has_a_page_that_leads_to_sentences(client: TestClient, ledger: Ledger) -> None:
    listed = client.get("/drives.json").json()["drives"]
    (one,) = [d for d in listed if (d["people"], d["side"]) == ("AF", "RU")]
    assert f'href="/drives/{one["id"]}"' in client.get("/drives").text
    page = client.get(f"/drives/{one['id']}.json").json()
    sheet = page["sheet"]
    assert sheet["line"]["reports"] == page["reports"] == one["reports"]
    facets = {facet["facet"]: facet["rows"] for facet in sheet["facets"]}
    assert {"recruiters", "pools", "offers"} <= set(facets)
    assert "Wagner Group" in {row["name"] for row in facets["recruiters"]}
    (figures,) = [f for f in sheet["figures"] if f["title"] == "Recruited or sent"]
    cited = [c for rows in facets.values() for row in rows for c in row["citations"]]
    cited += [row["citation"] for row in figures["rows"]] + [c for s in sheet["summary"] for c in s["citations"]]
    shown = client.get(f"/drives/{one['id']}").text
    texts = {d.id: d.text for d in ledger.documents()}
    for c in cited:
        assert f'href="/documents/{c["document"]}#{c["claim"]}"' in shown
        assert texts[c["document"]][c["start"] : c["end"]] == c["quote"]
        assert f'id="{c["claim"]}"' in client.get(f"/documents/{c['document']}").text


def test_what_its_voices_disagree_on_stands_face_to_face(client: TestClient) -> None:
    (one,) = [d for d in client.get("/drives.json").json()["drives"] if (d["people"], d["side"]) == ("AF", "RU")]
    differ = client.get(f"/drives/{one['id']}.json").json()["sheet"]["disagreements"]
    assert "Yevgeny Prigozhin" in {line["right_by"] for line in differ}
    section = client.get(f"/drives/{one['id']}").text.partition('id="h-differ"')[2].partition("</section>")[0]
    for line in differ:
        for side in ("left", "right"):
            assert f'href="/documents/{line[side]["document"]}#{line[side]["claim"]}"' in section
            assert line[f"{side}_by"] in section


def test_a_voice_is_quoted_by_what_it_tells_of_taking_people_where_it_tells_that(ledger: Ledger) -> None:
    """Who was trained once, and by whom, says least of a drive."""
    types = {claim.id: claim.event_type for reading in ledger.readings() for claim in reading.claims}
    quoted = 0
    for drive in current_drives(ledger):
        claims = {voice.origin: voice.claims for voice in drive.voices}
        for voice in drive_line(ledger, drive).voices:
            told = {types[claim] for claim in claims[voice.origin]}
            if "RECRUIT" in told and len(told) > 1:
                assert types[voice.citations[0].claim or ""] == "RECRUIT"
                quoted += 1
    assert quoted


def test_without_a_voice_a_drive_rests_on_less(client: TestClient) -> None:
    (one,) = [d for d in client.get("/drives.json").json()["drives"] if (d["people"], d["side"]) == ("AF", "RU")]
    address = f"/drives/{one['id']}.json"
    whole = client.get(address).json()
    gone = [voice["origin"] for voice in one["voices"]]
    without = {voice: client.get(address, params={"without": voice}).json() for voice in gone}
    none = client.get(address, params={"without": gone}).json()
    # a voice that another one may have been taken for lowers nothing while that one still says it
    left = {voice: page["counted"]["at_most"] for voice, page in without.items()}
    assert all(number <= whole["counted"]["at_most"] for number in left.values())
    lowest = min(left, key=lambda voice: left[voice])
    assert whole["counted"]["at_most"] > left[lowest] > none["counted"]["at_most"]
    assert whole["reports"] >= without[lowest]["reports"] >= none["reports"]
    assert whole["why"]
    assert not none["why"]  # its reasons are of all voices
    shown = client.get(f"/drives/{one['id']}", params={"without": lowest}).text
    assert f'<input type="hidden" name="without" value="{lowest}">' in shown


def test_what_is_told_without_a_voice_is_told_by_the_others(client: TestClient) -> None:
    (one,) = [d for d in client.get("/drives.json").json()["drives"] if (d["people"], d["side"]) == ("AF", "RU")]
    address = f"/drives/{one['id']}"
    whole = client.get(f"{address}.json").json()
    for voice in whole["sheet"]["line"]["voices"]:
        page = client.get(f"{address}.json", params={"without": voice["origin"]}).json()
        assert page["withdrawn"] == [voice]
        sheet = page["sheet"]
        rows = [row for facet in sheet["facets"] for row in facet["rows"]]
        assert not any(voice["name"] in row["voices"] for row in rows)
        assert not any(row["origin"] == voice["name"] for told in sheet["figures"] for row in told["rows"])
        assert not any(voice["name"] in (x["left_by"], x["right_by"]) for x in sheet["disagreements"])
        outlets = f"from {sheet['line']['outlets']} outlet"
        assert sheet["summary"][0]["text"].startswith(f"{page['reports']} report")
        assert outlets in sheet["summary"][0]["text"]


def test_without_the_voices_that_count_nobody_can_tell_whether_an_origin_is_left(client: TestClient) -> None:
    (one,) = [d for d in client.get("/drives.json").json()["drives"] if (d["people"], d["side"]) == ("AF", "RU")]
    gone = [voice["origin"] for voice in one["voices"]]
    page = client.get(f"/drives/{one['id']}.json", params={"without": gone}).json()
    assert page["reports"]  # others still pass it on
    assert page["counted"]["at_least"] == 0
    assert "nobody is left whose word counts by itself" in page["sheet"]["summary"][0]["text"]


def test_a_drive_of_which_every_voice_is_withdrawn_says_so(client: TestClient) -> None:
    (one,) = [d for d in client.get("/drives.json").json()["drives"] if (d["people"], d["side"]) == ("AF", "RU")]
    sheet = client.get(f"/drives/{one['id']}.json").json()["sheet"]
    gone = [voice["origin"] for voice in (*sheet["line"]["voices"], *sheet["uncounted"])]
    shown = client.get(f"/drives/{one['id']}", params={"without": gone}).text
    assert "Nobody is left who tells of it." in shown
    for voice in gone:
        assert f'<input type="hidden" name="without" value="{voice}">' in shown


def test_a_voice_that_a_page_does_not_have_cannot_be_withdrawn(client: TestClient) -> None:
    (one,) = [d for d in client.get("/drives.json").json()["drives"] if (d["people"], d["side"]) == ("AF", "RU")]
    voice = client.get(f"/drives/{one['id']}.json").json()["sheet"]["line"]["voices"][0]["origin"]
    told = client.get("/propositions.json").json()["rows"][0]["id"]
    for address in (f"/drives/{one['id']}", f"/propositions/{told}"):
        refused = client.get(f"{address}.json", params={"without": ["o-of-nobody"]})
        assert refused.status_code == 422
        assert "No such source is here: `o-of-nobody`" in refused.text
        shown = client.get(address, params={"without": "o-of-nobody"}, headers={"accept": "text/html"})
        assert "This did not work" in shown.text
        assert f'href="{address}"' in shown.text
        assert client.get(f"{address}.json", params={"without": ""}).status_code == 200
    mixed = client.get(f"/drives/{one['id']}.json", params={"without": [voice, "o-of-nobody"]})
    assert mixed.status_code == 422
    assert voice not in mixed.text


def test_a_source_s_page_tells_what_becomes_of_drives_without_it(client: TestClient, ledger: Ledger) -> None:
    known = {o.id for o in ledger.relations().origins}
    (drive,) = [d for d in client.get("/drives.json").json()["drives"] if (d["people"], d["side"]) == ("AF", "RU")]
    origins = [voice["origin"] for voice in drive["voices"] if voice["origin"] in known]
    told = {o: d for o in origins for d in client.get(f"/sources/{o}.json").json()["drives"] if d["id"] == drive["id"]}
    assert list(told) == origins
    origin, one = min(told.items(), key=lambda item: item[1]["after"]["at_most"])
    assert one["after"]["at_most"] < one["before"]["at_most"]
    assert not any(each["alone"] for each in told.values())
    shown = client.get(f"/sources/{origin}").text
    assert f'href="/drives/{one["id"]}"' in shown
    assert "Recruitment drives without it" in shown


def test_an_unknown_drive_is_said_so(client: TestClient) -> None:
    answer = client.get("/drives/d-0000000000000000")
    assert answer.status_code == 404
    assert "no recruitment drive" in answer.text


def test_each_drive_has_its_own_picture(client: TestClient) -> None:
    drives = client.get("/drives.json").json()["drives"]
    of = {one["id"]: client.get("/picture.json", params={"drive": one["id"]}).json() for one in drives}
    rest = client.get("/picture.json", params={"drive": "rest"}).json()
    shown = client.get("/picture").text
    first = client.get("/picture.json").json()
    assert [key for key, _ in first["drives"]] == list(of)
    assert first == of[drives[0]["id"]] | {"paging": first["paging"]}
    assert f"<h1>Picture: {first['title']}</h1>" in shown
    assert all(f'<option value="{key}"' in shown for key in of)
    (afghans,) = [one for one in drives if (one["people"], one["side"]) == ("AF", "RU")]
    assert "Wagner Group" in {row["name"] for row in of[afghans["id"]]["rows"] if row["facet"] == "recruiters"}
    assert of[afghans["id"]]["flows"]
    cited = [{c["claim"] for row in page["rows"] for c in row["cited"]} for page in (*of.values(), rest)]
    assert all(cited[:-1])
    assert not any(cited[-1] & each for each in cited[:-1])
    assert f'href="/picture?drive={afghans["id"]}"' in client.get(f"/drives/{afghans['id']}").text


def test_the_picture_of_a_drive_that_there_is_not_is_said_so(client: TestClient) -> None:
    assert client.get("/picture", params={"drive": "d-0000000000000000"}).status_code == 404


def test_a_side_of_a_disagreement_without_a_known_voice_is_told_by_its_own_words(ledger: Ledger) -> None:
    drive = next(d for d in current_drives(ledger) if d.contradictions)
    one = replace(drive, contradictions=drive.contradictions[:1])
    (each,) = one.contradictions
    (with_voices,) = drive_disagreements(ledger, one, {each.left: "the one", each.right: "the other"})
    assert (with_voices.left_by, with_voices.right_by) == ("the one", "Yevgeny Prigozhin")  # whom his article names
    (without,) = drive_disagreements(ledger, one, {})
    assert "nobody named" not in (without.left_by, without.right_by)
