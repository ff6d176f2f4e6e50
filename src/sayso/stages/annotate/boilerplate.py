"""Blocks that are not reporting: newsletter boxes, cookie notes, photo credits, share buttons, author lines."""

import re

from sayso.model import Block, BlockKind, Document

UNREAD: frozenset[BlockKind] = frozenset({"boilerplate", "caption", "table"})
"""Kinds of blocks that give no claims, as ingest tells them."""
SHORT = 240
"""Longest block, in code points, that a phrase makes boilerplate; a cookie or newsletter box may be longer."""

WHOLE = re.compile(
    r"(?:advertisement|advertising|sponsored(?: content)?|share(?: this)?(?: (?:article|story|page|post))?|tweet|print|e-?mail|comments?|copy link|whatsapp|facebook|twitter|x|linkedin|telegram"
    r"|read (?:more|next|also)|see also|more on this(?: story)?|related(?: (?:articles?|stories|topics|content))?|most (?:read|popular|viewed)|trending(?: now)?|recommended|top stories|latest news|editors?['’] picks?"
    r"|sign up|subscribe(?: now)?|log ?in|register|menu|search|home|skip to (?:main )?content|back to top|load more|show more|continue reading|loading\W*|play video|listen(?: \d+ min)?|save|follow us(?: on.*)?|about us|contact us|privacy policy|terms (?:of (?:use|service)|and conditions)|all rights reserved\.?|tags?:.*|topics?:.*|filed under:.*|\d+ min(?:ute)?s? read|\d+ comments?)",
    re.IGNORECASE,
)
"""A block that is nothing but this."""
OPENS = re.compile(
    r"(?:read (?:more|next|also)\b|also read\b|see also\b|related:|more:|watch:|listen:|in pictures:|don['’]t miss|recommended\b|photo(?:graph)?(?:s)? (?:by|credit|courtesy|:)|photo(?:graph)?:|image(?:s)?(?: credit)?:|credit:|picture:|file photo|illustration:|graphic:"
    r"|©|\(c\) ?\d{4}|copyright\b|this (?:article|story|post|piece) (?:was|is|has been|first|originally|appeared)\b|this content\b|follow (?:us|him|her|me|the)\b|sign up (?:for|to)\b|subscribe\b|click here\b|download (?:the|our)\b|join (?:us|our|the conversation|more than)\b|support (?:our|independent)\b|donate\b|get (?:the|our) (?:latest|newsletter|app)|listen to (?:this|the) (?:article|podcast)|have (?:a|you got a) (?:tip|story)\b"
    r"|by clicking\b|we use cookies|this (?:web)?site uses cookies|we and our partners|your privacy|accept (?:all )?cookies|manage (?:your )?(?:cookies|preferences|consent)|enable javascript|please enable|you are (?:using|currently)|already a subscriber|to continue reading"
    r"|about the authors?\b|the (?:author|writer) is\b|editor['’]?s note\b|reporting by\b|\(?(?:additional )?(?:reporting|writing|editing) by\b|our standards:)",
    re.IGNORECASE,
)
"""How boilerplate begins."""
CREDIT = re.compile(
    r"(?:[(\[]?(?:[\w .,’'&/-]{2,60}[/|] ?)(?:getty(?: images)?|reuters|afp|ap(?: photo)?|epa(?:-efe)?|shutterstock|tass|ria novosti|anadolu|bloomberg|alamy|istock|via \w+)[)\]]?\.?|[(\[](?:photo|image|picture|credit|source)[^)\]]{2,80}[)\]])",
    re.IGNORECASE,
)
"""A whole block that credits a picture: `Jane Doe/Reuters`."""
AUTHOR = re.compile(
    r"(?:[A-Z][\w.’'-]+ ){1,3}(?:is|was) (?:a|an|the) (?:[\w’'-]+ ){0,6}?(?:reporter|correspondent|journalist|editor|writer|columnist|contributor|fellow|author|producer|freelancer?)\b"
    r"[^.]{0,160}?\b(?:at|for|with|of|based|covering|who covers|follow)\b"
)
"""`Jane Doe is a reporter for ...`: a line about the author, at the end of a document."""
COOKIES = re.compile(
    r"\b(?:cookies?|consent|newsletter|inbox|unsubscribe|privacy policy|terms of (?:use|service))\b", re.IGNORECASE
)
ASKS = re.compile(
    r"\b(?:sign up|subscribe|click|accept|agree|your (?:email|inbox|device|browser|preferences)|delivered|unsubscribe)\b",
    re.IGNORECASE,
)


def unread_blocks(document: Document) -> list[bool]:
    """For each block whether it is left unread: by its kind, or by its words where ingest could not tell.

    Precise rather than complete: a block of reporting must not be lost. Only paragraphs, items and headings are judged by
    their words; author lines only in the last third of the document.
    """
    blocks = document.blocks
    return [
        block.kind in UNREAD or is_boilerplate(document.text[block.start : block.end].strip(), late=late(blocks, i))
        if block.kind in ("paragraph", "item", "heading") or block.kind in UNREAD
        else False
        for i, block in enumerate(blocks)
    ]


def late(blocks: tuple[Block, ...], number: int) -> bool:
    """Whether a block is among the last three, or in the last third."""
    return number >= len(blocks) - 3 or 3 * number >= 2 * len(blocks)


def is_boilerplate(text: str, *, late: bool = False) -> bool:
    """Whether a block's words are those of a page's furniture.

    >>> is_boilerplate("Read more: What we know about the strike")
    True
    >>> is_boilerplate("“Read more,” he said, and closed the door.")
    False
    """
    if len(text) > 1500:
        return False
    if WHOLE.fullmatch(text) or (len(text) < 120 and CREDIT.fullmatch(text)):
        return True
    if len(text) <= SHORT and OPENS.match(text):
        return True
    if COOKIES.search(text) and ASKS.search(text) and not any(mark in text for mark in '“”"'):
        return True
    return late and AUTHOR.match(text) is not None
