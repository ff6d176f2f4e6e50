"""Every page before an accessibility checker (axe-core), in both colour schemes, on a desk and on a phone."""

from pathlib import Path
from typing import Any

import pytest

from sayso.run.drives import current_drives
from sayso.store import Ledger, desk

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
GRAVE = ("serious", "critical")


def addresses(ledger: Ledger) -> list[str]:
    """One of every page."""
    pdf = next(d.id for d in ledger.documents() if d.evidence and d.evidence.media_type == "application/pdf")
    most = max(ledger.relations().propositions, key=lambda p: (len(p.contradictions), len(p.figures), p.reports))
    origin = ledger.ask(desk.origin_rows, limit=1)[0].id
    entity = ledger.ask(desk.entities, limit=1).rows[0].entity
    return [
        "/", "/documents", f"/documents/{most.documents[0]}", f"/documents/{pdf}/pages/1", "/claims",
        "/claims?text=commandos", "/propositions", f"/propositions/{most.id}", "/picture", "/map",
        "/map?since=2022-08-01&until=2022-09-01", "/sources", f"/sources/{origin}", "/entities", f"/entities/{entity}",
        "/drives", *(f"/drives/{d.id}" for d in current_drives(ledger)[:1]), "/events",
        *(f"/events/{e.id}" for e in ledger.happenings()[:1]), "/briefing", "/add",
    ]  # fmt: skip


@pytest.mark.parametrize(("scheme", "width"), [("light", 1300), ("dark", 360)])
def test_nothing_serious_is_found(page: Any, ledger: Ledger, scheme: str, width: int) -> None:
    if not AXE.exists():
        pytest.skip("node_modules/axe-core is missing: install npm, then make setup")
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    found = []
    for path in addresses(ledger):
        page.goto(path)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        report = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", RULES)
        assert report["passes"], "axe looked at nothing"
        found += [
            f"{path}: {one['id']} ({one['impact']}): {one['nodes'][0]['html'][:160]}"
            for one in report["violations"]
            if one["impact"] in GRAVE
        ]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} is wider than {width}"
    assert not found, "\n".join(found)
