"""Find passages in quotation marks."""

from collections.abc import Sequence

from sayso.model import Block, Quotation


def find_quotations(text: str, blocks: Sequence[Block]) -> tuple[Quotation, ...]:
    """Quotations of the text, outer ones before the ones inside them."""
    return ()
