"""Write the sample articles that are no text files: two PDFs and two Word documents.

    python build.py ../articles

Needs weasyprint (extra `pdf`) and python-docx. What it writes is committed; run it only after changing a source.
"""

import sys
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import docx

HERE = Path(__file__).parent
MADE = datetime(2022, 12, 1, tzinfo=UTC)


def main(folder: Path) -> None:
    """Write all four files into `folder`."""
    for source in sorted(HERE.glob("*.html")):
        write_pdf(source, folder / f"{source.stem}.pdf")
    for source in sorted(HERE.glob("*.txt")):
        write_docx(source, folder / f"{source.stem}.docx")


def write_pdf(source: Path, target: Path) -> None:
    """One HTML page as PDF."""
    weasyprint = import_module("weasyprint")  # an extra: not there in most set-ups
    weasyprint.HTML(filename=str(source)).write_pdf(str(target))


def write_docx(source: Path, target: Path) -> None:
    """A text as a Word document: `# ` before the title, `## ` before headings, `^1` for a raised footnote digit."""
    document = docx.Document()
    properties = document.core_properties
    properties.author, properties.created, properties.modified = "", MADE, MADE
    properties.comments = "Sample article written for Sayso. The outlet is invented."
    for line in filter(None, source.read_text(encoding="utf-8").split("\n")):
        if line.startswith("# "):
            document.add_heading(line[2:], level=0)
            properties.title = line[2:]
        elif line.startswith("## "):
            document.add_heading(line[3:], level=1)
        else:
            add_paragraph(document, line)
    document.save(str(target))


def add_paragraph(document: Any, line: str) -> None:
    """A paragraph in which `^1` is a raised digit."""
    paragraph = document.add_paragraph()
    for number, part in enumerate(line.split("^")):
        if number:
            paragraph.add_run(part[0]).font.superscript = True
            part = part[1:]
        paragraph.add_run(part)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
