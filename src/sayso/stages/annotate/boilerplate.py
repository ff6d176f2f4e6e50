"""Blocks that are not reporting: newsletter boxes, cookie notes, photo credits, share buttons, author lines."""

import re

from sayso.model import Block, BlockKind, Document

UNREAD: frozenset[BlockKind] = frozenset({"boilerplate", "caption", "table"})
"""Kinds of blocks that give no claims, as ingest tells them."""
SHORT = 240
"""Longest block, in code points, that a phrase makes boilerplate; a cookie or newsletter box may be longer."""

WHOLE = re.compile(
    r"(?:advertisement|advertising|sponsored(?: content)?|share(?: this)?(?: (?:article|story|page|post))?|tweet|print"
    r"|e-?mail|comments?|copy link|whatsapp|facebook|twitter|x|linkedin|telegram|read (?:more|next|also)|see also"
    r"|more on this(?: story)?|related(?: (?:articles?|stories|topics|content))?|most (?:read|popular|viewed)"
    r"|trending(?: now)?|recommended|top stories|latest news|editors?['’] picks?|sign up|subscribe(?: now)?|log ?in"
    r"|register|menu|search|home|skip to (?:main )?content|back to top|load more|show more|continue reading|loading\W*"
    r"|play video|listen(?: \d+ min)?|save|follow us(?: on.*)?|about us|contact us|privacy policy"
    r"|terms (?:of (?:use|service)|and conditions)|all rights reserved\.?|tags?:.*|topics?:.*|filed under:.*"
    r"|\d+ min(?:ute)?s? read|\d+ comments?)",
    re.IGNORECASE,
)
"""A block that is nothing but this."""
OPENS = re.compile(
    r"(?:read (?:more|next|also)\b|also read\b|see also\b|related:|more:|watch:|listen:|in pictures:|don['’]t miss"
    r"|recommended\b|photo(?:graph)?s? (?:by|credit|courtesy|:)|photo(?:graph)?:|image(?:s)?(?: credit)?:|credit:"
    r"|picture:|file photo|illustration:|graphic:|©|\(c\) ?\d{4}|copyright\b"
    r"|this (?:article|story|post|piece) (?:was|has been|is (?:part|published)|first|originally|appeared)\b"
    r"|follow (?:us|(?:him|her|me|the author) on)\b|sign up (?:for|to) (?:our|the|receive|get)\b|subscribe\b"
    r"|click here\b|download (?:the|our) \w+ app\b|join (?:our|the conversation|more than)\b"
    r"|support (?:our (?:work|journalism)|independent)\b|donate\b|get (?:the|our) (?:latest|newsletter|app)\b"
    r"|listen to (?:this|the) (?:article|podcast)|have (?:a|you got a) (?:tip|story)\b|by clicking\b|we use cookies"
    r"|this (?:web)?site uses cookies|we and our partners|your privacy|accept (?:all )?cookies"
    r"|manage (?:your )?(?:cookies|preferences|consent)|enable javascript|please enable|already a subscriber"
    r"|to continue reading|about the authors?\b|the (?:author|writer) is\b|editor['’]?s note\b|reporting by\b"
    r"|\(?(?:additional )?(?:reporting|writing|editing) by\b|our standards:)",
    re.IGNORECASE,
)
"""How boilerplate begins."""
AGENCIES = (
    r"getty(?: images)?|reuters|afp|ap(?: photo)?|epa(?:-efe)?|shutterstock|tass|ria novosti|anadolu"
    r"|bloomberg|alamy|istock"
)
CREDIT = re.compile(
    rf"(?:[(\[]?[\w .,’'&/-]{{2,60}}[/|] ?(?:[\w ]{{2,30}} )?(?:{AGENCIES}|via \w+)[)\]]?\.?"
    r"|[(\[](?:photo|image|picture|credit|source)[^)\]]{2,80}[)\]])",
    re.IGNORECASE,
)
"""A whole block that credits a picture: `Jane Doe/Reuters`."""
AUTHOR = re.compile(
    r"(?:[A-Z][\w.’'-]+ ){1,3}(?:is|was) (?:a|an|the) (?:[\w’'-]+ ){0,6}?"
    r"(?:reporter|correspondent|journalist|editor|writer|columnist|contributor|fellow|author|producer|freelancer?)\b"
    r"[^.]{0,160}?\b(?:at|for|with|of|based|covering|who covers|follow)\b"
)
"""`Jane Doe is a reporter for ...`: a line about the author, at the end of a document."""
CONSENT = re.compile(
    r"\b(?:cookies?|consent|newsletter|inbox|privacy policy|terms of (?:use|service))\b", re.IGNORECASE
)
ASKS = re.compile(
    r"\b(?:sign up|subscribe|click|accept|agree|delivered|unsubscribe)\b[^.]*\b(?:you|your|our|all cookies)\b"
    r"|\b(?:you|your|our)\b.*\b(?:sign up|subscribe|click|accept|agree|unsubscribe|inbox|preferences)\b",
    re.IGNORECASE | re.DOTALL,
)


def unread_blocks(document: Document) -> list[bool]:
    """For each block whether it is left unread: by its kind, or by its words where ingest could not tell.

    Precise rather than complete: a block of reporting must not be lost. Only paragraphs, items and headings are judged
    by their words; author lines only in the last third of the document.
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
    if CONSENT.search(text) and ASKS.search(text) and " said" not in text:
        return True
    return late and AUTHOR.match(text) is not None
