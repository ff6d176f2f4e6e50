"""Documents that hold a hyperlink to others, and those that share quotations."""

from sayso.model import Derivation, Document, Passage, Reason, Span
from sayso.stages.link.texts.citations import canonical, linked_documents
from sayso.stages.link.texts.held import Held
from sayso.stages.link.texts.lineage import root_of
from sayso.stages.link.texts.quotations import shared_quotations


def linked(held: Held) -> list[Derivation]:
    """One derivation for each hyperlink to a document that is held."""
    by_url = {canonical(d.url): d.id for d in held.documents if d.url}
    found = []
    for document in held.documents:
        for url, left in linked_documents(document, by_url):
            span = _anchor(document)
            found.append(
                Derivation(
                    left=left,
                    left_name=held.documents[held.number[left]].outlet,
                    right=document.id,
                    kind="link",
                    evidence=(Passage(left=None, right=span),) if span else (),
                    score=0.7,
                    reasons=(Reason(rule="derivation.link", detail=f"links to {url}"),),
                )
            )
    return found


def _anchor(document: Document) -> Span | None:
    """The first words of the text: where in it a hyperlink stands is not kept."""
    text = document.text[:80].strip()
    start = document.text.find(text) if text else -1
    return Span(start=start, end=start + len(text), text=text) if start >= 0 else None


def quoted(held: Held) -> list[Derivation]:
    """One derivation for each two documents that share a quotation and are not parent and copy."""
    found = []
    for left, right, passages, score in shared_quotations(held.documents, held.quotations):
        if _kin(held, left, right):
            continue
        reason = Reason(rule="derivation.quotation", detail=f"{len(passages)} shared quotations", score=round(score, 3))
        found.append(
            Derivation(
                left=held.documents[left].id,
                left_name=held.documents[left].outlet,
                right=held.documents[right].id,
                kind="quotation",
                evidence=passages,
                score=round(score, 3),
                reasons=(reason,),
            )
        )
    return found


def _kin(held: Held, left: int, right: int) -> bool:
    return root_of(left, held.parents) == root_of(right, held.parents)
