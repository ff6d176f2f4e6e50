"""Every Problem that ingest can report: its severity and what to do about it, in one table."""

from sayso.errors import IngestError
from sayso.model import Problem, Severity

CODES: dict[str, tuple[Severity, str]] = {
    "ingest.empty": ("error", "Check that the file was saved whole; there is nothing to keep."),
    "ingest.too_large": ("error", "Split it, or raise the setting `max_bytes` if you trust it."),
    "ingest.unsupported": (
        "error",
        "Give HTML or MHTML, plain text, Markdown, PDF, DOCX, EML, JSON Lines or a ZIP of them; convert it first.",
    ),
    "ingest.nested": ("error", "Take the files out of each other and give those that hold articles."),
    "ingest.unreadable": ("error", "Open the file in its own program and save it again, then give the new copy."),
    "ingest.no_text": (
        "error",
        "Look at the file: it may hold only pictures or scripts. Save the page as text instead.",
    ),
    "charset.guessed": ("note", "Look at the text; if letters are wrong, save the file as UTF-8 and give it again."),
    "charset.damaged": ("warning", "Some bytes are no text in this encoding and show as �; save the file as UTF-8."),
    "charset.nul": ("warning", "The NUL bytes were left out; check the text, the file may be damaged."),
    "charset.twice": ("note", "It was mended in the text; the bytes are kept as they came."),
    "charset.twice_kept": (
        "note",
        "The text of a record is kept to the letter, as offsets are its writer's; mend it there and give it again.",
    ),
    "date.unclear": ("note", "The document is kept without a date; give one with a JSON Lines record if you know it."),
    "html.no_article": ("note", "No article was recognised: all text of the page was taken, menus may be in it."),
    "html.too_deep": ("warning", "The mark-up is nested too deep to be an article; save the page as text instead."),
    "pdf.no_text": (
        "error",
        "The pages are pictures (a scan). Run text recognition on it first, then give the result.",
    ),
    "pdf.some_pages": ("warning", "Some pages are pictures; their text is missing. Run text recognition on the file."),
    "pdf.encrypted": ("error", "Save a copy without a password, then give that."),
    "docx.bomb": (
        "error",
        "The archive unpacks to far more than an article; do not open it unless you know its sender.",
    ),
    "docx.entities": ("error", "The file declares XML entities, which no word processor writes; treat it as hostile."),
    "eml.attachment": (
        "note",
        "Attached articles are read (HTML, MHTML, PDF, DOCX, EML, text); convert others to one of these.",
    ),
    "jsonl.bad_line": ("error", "Each line must be one JSON object with the fields `id` and `text`."),
    "jsonl.bad_field": ("error", "Correct the field in the record; the other records are not touched."),
    "jsonl.misnamed_field": (
        "warning",
        "Name the field as Sayso does and read the records into a new ledger; a record named anew is another document.",
    ),
    "jsonl.same_id": (
        "warning",
        "Both are kept, each under an id that Sayso gives; give every record one of its own to tell them apart.",
    ),
    "jsonl.unknown_field": ("note", "Only id, text, title, byline, published, outlet, url and language are taken."),
    "url.refused": ("note", "Only http and https addresses are kept as a document's address."),
}


def problem(code: str, *, where: str, found: str) -> Problem:
    """The Problem of this code, with its severity and advice from the table."""
    severity, advice = CODES[code]
    return Problem(severity=severity, code=code, where=where, found=found, advice=advice)


def refusal(code: str, *, where: str, found: str) -> IngestError:
    """The error of this code, to be raised."""
    return IngestError(found, where=where, advice=CODES[code][1], code=code)
