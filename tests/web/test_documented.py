"""Each address of the desk stands in its reference page, with the fields of its JSON."""

from dataclasses import fields
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.views.desk.claims import Card, ClaimsPage
from sayso.views.desk.documents import DocumentsPage, ReaderPage
from sayso.views.desk.drives import DrivePage, DrivesPage
from sayso.views.desk.entities import EntitiesPage, EntityPage
from sayso.views.desk.events import Event, EventPage, EventRow, EventsPage, Join, Quoted
from sayso.views.desk.export import HEADINGS
from sayso.views.desk.map import MapPage
from sayso.views.desk.overview import Overview
from sayso.views.desk.picture import PicturePage
from sayso.views.desk.printed import PrintedPage
from sayso.views.desk.propositions import PropositionPage, PropositionsPage
from sayso.views.desk.sources import OriginPage, SourcesPage
from sayso.views.records import DriveEntry, DriveFacet, DriveFigures, DriveLine, DriveSheet, ToldFigure, VoiceLine

PAGE = (Path(__file__).resolve().parents[2] / "docs/reference/desk.md").read_text(encoding="utf-8")
RECORDS = (
    Card, ClaimsPage, DocumentsPage, DriveEntry, DriveFacet, DriveFigures, DriveLine, DrivePage, DriveSheet, DrivesPage,
    EntitiesPage, EntityPage, Event, EventPage, EventRow, EventsPage, Join, MapPage, OriginPage, Overview, PicturePage,
    PrintedPage, PropositionPage, PropositionsPage, Quoted, ReaderPage, SourcesPage, ToldFigure, VoiceLine,
)  # fmt: skip


def test_every_address_is_documented(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert len(paths) > 20
    assert [path for path in paths if f"`{path}`" not in PAGE] == []


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r.__name__)
def test_every_field_is_documented(record: type) -> None:
    assert [f.name for f in fields(record) if f"`{f.name}`" not in PAGE] == []


def test_every_column_is_documented() -> None:
    assert [name for name in HEADINGS if f"`{name}`" not in PAGE] == []
