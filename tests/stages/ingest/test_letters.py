"""Letters around articles: forwarded, pasted, quoted, as text or HTML, with the article attached."""

import io
from datetime import date
from email.message import EmailMessage

import docx
import pytest

from sayso.model import Document, Ingested
from sayso.stages.ingest import ingest
from sayso.stages.ingest.letters import parts_of, unquoted

BODY = """The men were hired in Herat, an officer said, and nobody has heard from them since the spring.

Their families have written to the ministry twice, and no office has answered any of their letters.
"""
ARTICLE = f"Men for hire in Herat\n\nBy Jane Roe\nThe Varn Gazette\n9 September 2014\n\n{BODY}"
FIELDS = {
    "gmail": "---------- Forwarded message ---------\nFrom: The Varn Gazette <news@varngazette.example>\n"
    "Date: Tue, Sep 9, 2014 at 9:15 AM\nSubject: Men for hire in Herat\nTo: <ann@gmail.com>\n\n\n",
    "outlook": "________________________________\nFrom: The Varn Gazette <news@varngazette.example>\n"
    "Sent: Tuesday, September 9, 2014 9:15 AM\nTo: Ann Holt <ann@gmail.com>\nSubject: Men for hire in Herat\n\n",
    "outlook, no rule": "*From:* The Varn Gazette [mailto:news@varngazette.example]\n*Sent:* September 9, 2014\n"
    "*To:* Ann Holt\n*Subject:* Men for hire in Herat\n\n",
    "german": "-----Ursprüngliche Nachricht-----\nVon: The Varn Gazette <news@varngazette.example>\n"
    "Gesendet: 9 September 2014\nAn: Ann Holt\nBetreff: Men for hire in Herat\n\n",
}


def letter(
    text: str | None = None, *, html: str | None = None, sender: str = "Ann Holt <ann@gmail.com>"
) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, "desk@ngo.example", "Fwd: for our file"
    made["Date"], made["Message-ID"] = "Mon, 10 Jun 2024 18:00:00 +0200", "<1@x.example>"
    if text is not None:
        made.set_content(text)
    if html is not None:
        made.set_content(html, subtype="html", cte="quoted-printable")
    return made


def made_of(message: EmailMessage) -> Ingested:
    return ingest(message.as_bytes(), name="a.eml", max_bytes=1 << 20)


def one(message: EmailMessage) -> Document:
    ((document, _),) = made_of(message).documents
    return document


def read_words(document: Document) -> str:
    return "\n".join(document.text[b.start : b.end] for b in document.blocks if b.kind not in ("boilerplate", "title"))


def assert_is_the_article(document: Document, *, byline: str | None = "Jane Roe") -> None:
    assert document.published is not None
    assert (document.outlet, document.published.start) == ("The Varn Gazette", date(2014, 9, 9))
    assert (document.title, document.byline) == ("Men for hire in Herat", byline)
    assert read_words(document) == BODY.replace("\n\n", "\n").rstrip()
    assert not any(word in document.text for word in ("Ann", "Subject:", "Sent:", "Date:", "Have you", "our file"))


@pytest.mark.parametrize("form", FIELDS)
def test_a_forwarded_letter_is_its_senders(form: str) -> None:
    assert_is_the_article(one(letter(f"See below.\n\n{FIELDS[form]}{BODY}")), byline=None)


def test_a_forwarded_letter_in_marks_of_quoting_is_its_senders() -> None:
    fields = (
        "From: The Varn Gazette <news@varngazette.example>\nSubject: Men for hire in Herat\nDate: 9 September 2014\n"
    )
    quoted = "".join(f"> {line}\n" for line in f"{fields}\n{BODY}".split("\n"))
    document = one(letter(f"FYI\n\nBegin forwarded message:\n\n{quoted}"))
    assert_is_the_article(document, byline=None)
    assert "\n>" not in document.text


def test_of_letters_in_letters_the_longest_is_the_article() -> None:
    reply = "From: Bo Lind <bo@ngo.example>\nSent: 11 June 2024\nTo: Ann\nSubject: Re: the story?\n\nDo you have it?\n"
    document = one(letter(f"Here.\n\n{FIELDS['gmail']}{BODY}\n{reply}"))
    assert_is_the_article(document, byline=None)


@pytest.mark.parametrize(
    "opening", ["", "Hi all,\n\nfor our file:\n\n", "Have you seen this?\n\n", "Ann here. Worth a look\n\n"]
)
@pytest.mark.parametrize(
    "close", ["", "\nBest,\nAnn\n", "\n-- \nAnn Holt\nResearcher\n", "\nKind regards\n\nAnn Holt\n"]
)
def test_an_article_pasted_into_a_letter_has_its_own_head(opening: str, close: str) -> None:
    document = one(letter(opening + ARTICLE + close))
    assert_is_the_article(document)
    assert "Ann" not in read_words(document)


def test_an_article_pasted_as_html_has_its_own_head() -> None:
    lines = "".join(f"<div>{line}</div>" if line else "<div><br></div>" for line in ARTICLE.split("\n"))
    document = one(
        letter(html=f"<html><body><div dir=ltr>Hi all, for our file:</div><br>{lines}<p>Best,<br>Ann</p></body>")
    )
    assert_is_the_article(document)


def test_an_outlets_name_above_the_headline_is_taken_in_a_letter_too() -> None:
    document = one(letter(f"Hi,\n\nThe Varn Gazette\n9 September 2014\n\nMen for hire in Herat\n\n{BODY}"))
    assert_is_the_article(document, byline=None)


def test_the_day_of_sending_is_not_that_of_a_forwarded_article_without_one() -> None:
    made = made_of(letter(f"Look:\n\nfor our file\n\n{BODY}"))
    ((document, _),) = made.documents
    assert document.published is None
    assert [p.code for p in made.problems] == ["date.unclear"]


def test_a_letter_without_an_article_is_its_writers() -> None:
    document = one(
        letter("Dear desk,\n\nI saw recruiters in Herat on Monday. They offered the men money.\n\nBest,\nAnn\n")
    )
    assert (document.byline, document.outlet) == ("Ann Holt", None)
    assert document.published is not None
    assert document.published.start == date(2024, 6, 10)


def test_a_newsletter_is_its_outlets_with_its_day_and_without_menus() -> None:
    page = (
        f"<nav><a href=/>Home</a></nav><article><h1>Men for hire</h1><p>{BODY}</p></article><footer>© Gazette</footer>"
    )
    document = one(
        letter(html=f"<html><body>{page}</body></html>", sender="The Varn Gazette <news@varngazette.example>")
    )
    assert document.outlet == "The Varn Gazette"
    assert document.published is not None
    assert document.published.start == date(2024, 6, 10)
    assert "Home" not in document.text


def test_the_subject_of_a_newsletter_stands_as_headline_above_a_text_without_one() -> None:
    document = one(letter(BODY, sender="The Varn Gazette <news@varngazette.example>"))
    title = document.blocks[0]
    assert (title.kind, document.text[: title.end]) == ("title", "for our file")
    assert read_words(document) == BODY.replace("\n\n", "\n").rstrip()
    held = one(letter(f"For our file\n\n{BODY}", sender="The Varn Gazette <news@varngazette.example>"))
    assert [block.kind for block in held.blocks].count("title") == 1


def test_a_letter_whose_first_field_is_folded_is_a_letter() -> None:
    data = letter(BODY).as_bytes().replace(b"From: Ann", b"From:\n Ann")
    assert data.startswith(b"From:\n Ann")
    ((document, _),) = ingest(data, name="a", max_bytes=1 << 20).documents
    assert document.byline == "Ann Holt"


def test_a_colon_in_running_text_is_no_letters_head() -> None:
    text = "Subject: of the talks\nThey spoke of men from Herat.\n\nTo: nobody\n"
    assert len(list(parts_of(text))) == 1
    assert (
        unquoted("> one line is quoted\nAnd this\nis not\nat all") == "> one line is quoted\nAnd this\nis not\nat all"
    )


def word() -> bytes:
    held = docx.Document()
    held.add_heading("Men for hire in Herat", 0)
    for line in ("The Varn Gazette, 9 September 2014", *BODY.strip().split("\n\n")):
        held.add_paragraph(line)
    out = io.BytesIO()
    held.save(out)
    return out.getvalue()


def test_attached_articles_are_documents_of_their_own_before_their_letter() -> None:
    message = letter("Please find the article attached.\n")
    message.add_attachment(word(), maintype="application", subtype="octet-stream", filename="a.docx")
    message.add_attachment(b"\x89PNG\r\n\x1a\n\0\0", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(letter(ARTICLE))
    made = made_of(message)
    article, inner, own = (document for document, _ in made.documents)
    assert_is_the_article(article, byline=None)
    assert_is_the_article(inner)
    assert own.text.startswith("Please find")
    assert article.evidence is not None
    assert article.evidence.name == "a.eml/a.docx"
    assert [(p.code, "logo.png" in p.found) for p in made.problems] == [("eml.attachment", True)]


def test_a_letter_without_words_is_no_error_where_an_article_is_attached() -> None:
    message = letter("")
    message.add_attachment(word(), maintype="application", subtype="octet-stream", filename="a.docx")
    made = made_of(message)
    assert len(made.documents) == 1
    assert not made.problems


def test_letters_nested_without_end_are_refused() -> None:
    message = letter(BODY)
    for _ in range(9):
        outer = letter("See the attached letter.\n")
        outer.add_attachment(message)
        message = outer
    made = made_of(message)
    assert [p.code for p in made.problems] == ["ingest.nested"]
    assert made.documents


def test_a_mailbox_gives_its_letters_each_for_itself() -> None:
    more = letter(f"{ARTICLE}\n>From the coast came no answer.\n").as_bytes()
    data = b"".join(
        b"From ann@gmail.com Mon Jun 10 18:00:00 2024\n" + each + b"\n"
        for each in (more, letter(word_of("Kabul")).as_bytes())
    )
    first, second = (document for document, _ in ingest(data, name="in.mbox", max_bytes=1 << 20).documents)
    assert (first.outlet, second.outlet) == ("The Varn Gazette", "The Varn Gazette")
    assert first.evidence is not None
    assert first.evidence.name == "in.mbox/1.eml"
    assert "\nFrom the coast came no answer." in first.text
    assert "Kabul" in second.text
    assert "Kabul" not in first.text


def word_of(town: str) -> str:
    return ARTICLE.replace("Herat", town)


def test_a_letter_that_quotes_the_line_above_letters_is_one() -> None:
    data = (
        b"From ann@gmail.com Mon Jun 10 18:00:00 2024\n" + letter("He left.\nFrom here: nothing is known.\n").as_bytes()
    )
    assert len(ingest(data, name="a", max_bytes=1 << 20).documents) == 1


def test_a_letter_of_outlook_is_named_so() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "__substg1.0_0037001F".encode("utf-16-le")
    (problem,) = ingest(data, name="a.msg", max_bytes=1 << 20).problems
    assert "MSG" in problem.found
    assert "EML" in problem.found


SHOWN = "".join(f"<p>{paragraph}</p>" for paragraph in BODY.strip().split("\n\n"))
FORWARDED = {
    "gmail": '<div dir="ltr">See below.<br><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- '
    'Forwarded message ---------<br>From: <strong dir="auto">The Varn Gazette</strong> <span dir="auto">&lt;<a href='
    '"mailto:news@varngazette.example">news@varngazette.example</a>&gt;</span><br>Date: Tue, Sep 9, 2014 at 9:15 AM<br>'
    f"Subject: Men for hire in Herat<br>To: &lt;ann@gmail.com&gt;<br></div><br><br>{SHOWN}</div></div>",
    "outlook": "<div><p>FYI</p><p>Ann</p><div><div style='border-top:solid 1pt'><p><b>From:</b> The Varn Gazette "
    "&lt;news@varngazette.example&gt;<br><b>Sent:</b> Tuesday, September 9, 2014 9:15 AM<br><b>To:</b> Ann Holt<br>"
    f"<b>Subject:</b> Men for hire in Herat</p></div></div><p>&nbsp;</p>{SHOWN}</div>",
    "a table": "<table><tr><td>See below.</td></tr></table><div>---------- Forwarded message ---------</div><div>From: "
    "The Varn Gazette &lt;news@varngazette.example&gt;</div><div>Date: 9 September 2014</div><div>Subject: "
    f"Men for hire in Herat</div><table><tr><td><style>p {{ color: red }}</style>{SHOWN}</td></tr></table>",
}


@pytest.mark.parametrize("form", FORWARDED)
def test_a_letter_forwarded_as_html_is_its_senders(form: str) -> None:
    assert_is_the_article(
        one(letter(html=f"<html><head><title>x</title></head><body>{FORWARDED[form]}</body></html>")), byline=None
    )
