"""A person at the desk, in a real browser."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from sayso.run.drives import current_drives
from sayso.store import Ledger, desk

pytestmark = pytest.mark.browser


def document_with_figure(ledger: Ledger) -> tuple[str, str, str]:
    """A document, a claim in it that has a figure, and the figure's words."""
    for row in ledger.claims():
        if row.claim.quantities and any(c.isdigit() for c in row.claim.quantities[0].span.text):
            return row.document, row.claim.id, row.claim.quantities[0].span.text
    raise AssertionError("the sample has no claim with a figure")


def test_reading_with_the_keyboard_alone(page: Any, ledger: Ledger) -> None:
    document, _, _ = document_with_figure(ledger)
    page.goto(f"/documents/{document}")
    page.keyboard.press("j")
    assert page.locator(".claim-card.current").count() == 1
    assert page.locator(".seg.lit").count() > 0
    current = page.locator(".claim-card.current").get_attribute("id")
    page.keyboard.press("a")
    page.wait_for_selector(f"#{current}.accepted.current")
    assert [j.action for j in ledger.judgements(current)] == ["accept"]
    page.keyboard.press("u")
    page.wait_for_selector(f"#{current}.unreviewed")
    assert [j.action for j in ledger.judgements(current)] == ["accept", "undo"]


def test_correcting_a_figure_by_selecting_words(page: Any, ledger: Ledger) -> None:
    document, claim, words = document_with_figure(ledger)
    page.goto(f"/documents/{document}#{claim}")
    card = page.locator(f"#{claim}")
    card.locator("details.correct summary").click()
    card.locator("select[name=field]").select_option("quantities.0.span")
    page.evaluate(
        """words => {
          const root = document.getElementById('text');
          const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words.slice(0, 3));
            if (at >= 0) {
              const range = document.createRange();
              range.setStart(walker.currentNode, at); range.setEnd(walker.currentNode, at + 3);
              const selection = document.getSelection(); selection.removeAllRanges(); selection.addRange(range);
              return;
            }
          }
        }""",
        words,
    )
    expect(card.locator("form.correction input[name=value]")).to_have_value(re.compile("start"))
    held = page.evaluate(f"JSON.parse(document.querySelector('#{claim} form.correction input[name=value]').value)")
    text = ledger.document(document).text  # type: ignore[union-attr]
    assert text[held["start"] : held["end"]] == held["text"]
    card.locator("form.correction button").click()
    page.wait_for_selector(f"#{claim} >> text=corrected")
    assert ledger.judgements(claim)[0].field == "quantities.0"  # with the bounds and what is counted


def test_unticking_sources_lowers_the_count_in_the_end(page: Any, ledger: Ledger) -> None:
    """A channel or a denier lowers nothing, so the sources are unticked one after the other."""
    found = max(ledger.relations().propositions, key=lambda p: p.origins.at_most)
    page.goto(f"/propositions/{found.id}")
    before = page.locator("#origin-count").inner_text()
    boxes = page.locator("#withdraw input[type=checkbox]")
    for source in [boxes.nth(n).get_attribute("value") for n in range(boxes.count())]:
        page.locator(f"#withdraw input[value='{source}']").first.uncheck()
        page.wait_for_url(f"**{source}**")
        if page.locator("#origin-count").inner_text() != before:
            return
    pytest.fail("all sources are unticked, and as many origins stand")


def test_uploading_a_file(page: Any, ledger: Ledger, tmp_path: Path) -> None:
    article = tmp_path / "new.txt"
    article.write_text(
        "Rebels recruit 40 miners\n\nThe Example Brigade recruited 40 miners in Kabul on Monday, a general said.\n"
    )
    page.goto("/add")
    page.locator("input[type=file]").set_input_files(str(article))
    page.locator("text=Add files").click()
    page.wait_for_selector("text=1 new document")
    assert any("40 miners" in d.text for d in ledger.documents())


def test_an_address_that_cannot_be_had_says_why(page: Any) -> None:
    page.goto("/add")
    page.locator("#addresses").fill("http://127.0.0.1/a\n\nhttp://127.0.0.1/b")
    page.locator("text=Fetch and add").click()
    page.wait_for_selector("text=which is no public address")


def test_a_claim_on_a_printed_page_leads_to_its_card(page: Any, ledger: Ledger) -> None:
    pdfs = [d.id for d in ledger.documents() if d.evidence and d.evidence.media_type == "application/pdf"]
    for document in pdfs:
        page.goto(f"/documents/{document}")
        page.locator("text=as it was printed").click()
        page.wait_for_function("document.querySelector('image').getBBox().width > 100")
        marks = page.locator(".printed a")
        if marks.count():
            marks.first.focus()
            page.keyboard.press("Enter")
            page.wait_for_url("**#c-*")
            return
    raise AssertionError("no page of the sample's PDFs has a mark")


def test_a_period_narrows_the_map_and_a_place_leads_to_its_claims(page: Any) -> None:
    page.goto("/map")
    before = page.locator(".map .spot").count()
    assert before > 3
    land = page.evaluate("document.querySelector('.land')?.getBBox().width ?? 0")
    assert land > 300, "the outline of the land did not load"
    page.locator(".time a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/map?since=**")
    assert page.locator("text=without a date are left out").count() == 1
    assert page.locator(".map .spot").count() < before
    page.goto("/map")
    page.locator(".map a:has(.spot)").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims?place=**")
    assert page.locator(".claim-card").count() > 0


def test_search(page: Any) -> None:
    page.goto("/claims")
    page.locator("#q").fill("commandos")
    page.keyboard.press("Enter")
    page.wait_for_url("**text=commandos**")
    assert page.locator(".claim-card").count() > 0


def test_a_filter_is_kept_used_and_forgotten(page: Any) -> None:
    page.goto("/claims?text=commandos&reviewed=unreviewed")
    assert page.locator("#reviewed").input_value() == "unreviewed"
    page.locator("#saved summary").click()
    page.locator("#saved-name").fill("<b>Commandos</b>")
    page.locator("#saved form button").click()
    page.goto("/claims")
    page.locator("#saved summary").click()
    page.locator("#saved a", has_text="<b>Commandos</b>").click()
    page.wait_for_url("**text=commandos**")
    page.locator("#saved summary").click()
    page.locator("text=Forget").click()
    assert page.locator("#saved li").count() == 0


def test_grading_a_source_and_narrowing_to_its_grade(page: Any, ledger: Ledger) -> None:
    origin = ledger.ask(desk.origin_rows, limit=1)[0]
    page.goto(f"/sources/{origin.id}")
    page.locator("#g").select_option("B")
    page.locator("button", has_text="Grade").click()
    page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text("Reliability B, usually reliable")
    page.goto("/claims")
    page.locator(".facet", has_text="Reliability of the source").get_by_role("link", name="B, usually reliable").click()
    page.wait_for_url("**reliability=B**")
    expect(page.locator("main")).to_contain_text(f"{origin.claims} claim")
    expect(page.locator(".claim-card").first).to_contain_text("source B, usually reliable")


@pytest.mark.parametrize(("scheme", "across"), [("light", 360), ("dark", 360), ("light", 640)])
def test_phone_width_twofold_zoom_and_colour_scheme(page: Any, ledger: Ledger, scheme: str, across: int) -> None:
    page.set_viewport_size({"width": across, "height": 740})  # 640: a screen of 1280 at 200 %
    page.emulate_media(color_scheme=scheme)
    document = ledger.document_ids()[0]
    found = ledger.ask(desk.proposition_rows, limit=1)[0].id
    for path in (
        "/",
        f"/documents/{document}",
        "/claims",
        f"/propositions/{found}",
        "/picture",
        "/map",
        "/sources",
        "/add",
    ):
        page.goto(path)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= across, f"{path} is {width} wide"
    background = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert (background == "rgb(19, 22, 27)") == (scheme == "dark")


def test_the_map_on_a_telephone_is_seen_whole(page: Any) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/map")
    expect(page.locator("svg.map.wide")).to_be_hidden()
    expect(page.locator("svg.time.wide")).to_be_hidden()
    for shown in ("svg.map.narrow", "svg.time.narrow"):
        box = page.locator(shown).bounding_box()
        assert 0 <= box["x"] < box["x"] + box["width"] <= 360
        parts = page.locator(f"{shown} text, {shown} .spot, {shown} .bar")
        assert parts.count() > 3
        for part in parts.all():
            inner = part.bounding_box()
            assert box["x"] - 1 <= inner["x"], part.text_content()
            assert inner["x"] + inner["width"] <= box["x"] + box["width"] + 1, part.text_content()
    assert page.locator("svg.map.narrow .spot").count() == page.locator("svg.map.wide .spot").count()
    letters = page.locator("svg.time.narrow .lane").first.bounding_box()
    assert letters["height"] >= 10
    page.locator("svg.time.narrow a").last.click()
    page.wait_for_url("**/map?**")


FOCUSED = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const box = here.getBoundingClientRect(), style = getComputedStyle(here);
  return {
    what: here.outerHTML.slice(0, 160), area: Math.max(box.width, 1) * Math.max(box.height, 1),
    drawn: here instanceof SVGElement,
    outline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2, colour: style.outlineColor,
    left: box.left, right: box.right,
  };
}"""


@pytest.mark.parametrize(("scheme", "width"), [("dark", 360), ("light", 1300)])
def test_map_drives_and_propositions_are_walked_by_keyboard(page: Any, ledger: Ledger, scheme: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.emulate_media(color_scheme=scheme)
    drive = current_drives(ledger)[0].id
    most = ledger.ask(desk.proposition_rows, limit=1)[0].id
    for path in ("/map", f"/drives/{drive}", f"/propositions/{most}", f"/picture?drive={drive}"):
        page.goto(path)
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED)["what"].startswith('<a class="skip"')
        page.keyboard.press("Enter")
        seen = []
        for _ in range(25):
            page.keyboard.press("Tab")
            found = page.evaluate(FOCUSED)
            if found is None:
                break
            seen.append(found["what"])
            assert found["area"] > 1, f"{path}: nothing is seen of {found['what']}"
            assert found["outline"], f"{path}: no outline on {found['what']}"
            assert 0 <= found["left"] < found["right"] <= width + 1 or found["drawn"], f"{path}: {found}"
        assert len(set(seen)) > 5, f"{path}: {seen}"


def test_offsets_with_emoji_and_right_to_left_text(page: Any) -> None:
    result = page.evaluate(
        """async () => {
          const { toPoints, toUnits } = await import('/static/offsets.js');
          const text = '😀 سلام 👨‍👩‍👧 end';
          return [...Array([...text].length + 1).keys()].every(n => toPoints(text, toUnits(text, n)) === n)
            && toUnits('😀a', 1) === 2;
        }"""
    )
    assert result


SELECT = """words => {
  const walker = document.createTreeWalker(document.getElementById('text'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, at); range.setEnd(walker.currentNode, at + words.length);
    const selection = document.getSelection(); selection.removeAllRanges(); selection.addRange(range);
    return;
  }
}"""


def test_adding_a_missed_claim_by_selecting(page: Any, ledger: Ledger) -> None:
    document = ledger.claims()[0].document
    text = ledger.document(document).text  # type: ignore[union-attr]
    page.goto(f"/documents/{document}")
    page.evaluate(SELECT, "Russia")
    page.locator("#add-words").click()
    page.locator("#add-type").fill("RECRUIT")
    page.evaluate(SELECT, "Russia")
    page.locator("#add-part").click()
    page.locator("#add-save").click()
    page.wait_for_selector("text=added by me")
    held = ledger.judgements()[0]
    assert held.anchor is not None
    assert text[held.anchor.start : held.anchor.end] == "Russia"


def test_merging_an_entity_and_taking_it_back(page: Any, ledger: Ledger) -> None:
    first, second = ledger.ask(desk.entities, limit=2).rows
    page.goto(f"/entities/{first.entity}")
    page.locator("#m").fill(second.entity)
    page.locator("button:text-is('Merge')").click()
    expect(page.locator("#members")).to_contain_text(second.entity)
    page.locator("button:has-text('Undo merge')").click()
    expect(page.locator("#members")).to_have_count(0)
    page.locator("#names button").first.click()
    expect(page.get_by_text("Split off")).to_be_visible()


def test_a_bound_from_selected_words_is_sent_with_them_until_it_is_typed_over(page: Any, ledger: Ledger) -> None:
    document, claim, words = document_with_figure(ledger)
    page.goto(f"/documents/{document}#{claim}")
    card = page.locator(f"#{claim}")
    card.locator("details.correct summary").click()
    card.locator("select[name=field]").select_option("quantities.0.high")
    digits = re.search(r"\d[\d,]*", words)
    assert digits is not None
    page.evaluate(
        """words => {
          const root = document.getElementById('text');
          const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0) continue;
            const node = walker.currentNode;
            document.getSelection().setBaseAndExtent(node, at, node, at + words.length);
            return;
          }
        }""",
        digits.group(),
    )
    expect(card.locator("form.correction input[name=value]")).to_have_value(re.compile(r"\d"))
    chosen = "form.correction input[name=words]"
    expect(card.locator(chosen)).to_have_value(re.compile("start"))
    card.locator("form.correction input[name=value]").fill("5")
    expect(card.locator(chosen)).to_have_value("")
