"""Web pages saved as one file (MHTML, "Web page, single file"): a letter's form around a page."""

from dataclasses import replace

from sayso.stages.ingest.draft import Draft, plain
from sayso.stages.ingest.mail import content_of, parsed
from sayso.stages.ingest.problems import refusal


def read_mhtml(data: bytes, *, where: str) -> Draft:
    """The draft of the page. The day and the subject of the letter around it are those of saving, and not taken."""
    from sayso.stages.ingest.html import from_html

    message = parsed(data, where)
    page = next(
        (part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")), None
    )
    if page is None:
        raise refusal("ingest.no_text", where=where, found="no page is in the saved file")
    places = (message.get("snapshot-content-location"), page.get("content-location"))
    address = next((plain(str(place)) for place in places if place and str(place).startswith("http")), None)
    decoded = content_of(page, where)
    draft = from_html(decoded.text, where=where, address=address)
    return replace(draft, url=draft.url or address, problems=decoded.problems + draft.problems)
