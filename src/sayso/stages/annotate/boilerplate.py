"""Blocks that are not reporting: newsletter boxes, cookie notes, photo credits, share buttons, author lines."""

import re
from collections.abc import Sequence

from sayso.lexicon.labels import load_labels
from sayso.lexicon.sources import load_source_words
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
    r"|recommended\b|photo(?:graph)?s? (?:by|credit|courtesy|:)|file (?:photo|picture|image)\b|credit:"
    r"|(?:(?:photo|photograph|image|picture|video|map|graphic|chart|illustration)s?|caption)"
    r"(?: (?:caption|credit|source|copyright|shows))? ?:|pictured(?: (?:above|below|here|left|right|centre|center))?:"
    r"|also (?:on|in|from|by)\b[^.:]{0,50}:|more (?:on|from|stories|coverage)\b[^.:]{0,50}:"
    r"|from (?:our|the) archives?\b"
    r"|what to (?:read|watch) next\b|you (?:may|might) also (?:like|be interested)\b|©|\(c\) ?\d{4}|copyright\b"
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
NAMED = r"(?:[A-Z][\w.’'-]+,? ){1,4}"
AUTHOR = re.compile(
    rf"{NAMED}(?:is|was) (?:a|an|the|our|[A-Z][\w’'. -]{{2,40}}[’']s) (?:[\w’'-]+ ){{0,6}}?"
    r"(?:reporter|correspondent|journalist|editor|writer|columnist|contributor|fellow|author|producer|freelancer?)\b"
    r"[^.]{0,160}?\b(?:at|for|with|of|based|covering|who|whose|follow)\b"
    rf"|{NAMED}(?:covers|writes (?:about|on)|(?:has )?(?:reported|written) (?:on|about|for)|reports (?:on|from)"
    r"|is based in)\b[^.]{0,200}?\b(?:for|at) (?:the |our )?[A-Z]"
)
"""`Jane Doe is a reporter for ...`, `Jane Doe covers the army for ...`: lines about the author, at the end."""
CALL = re.compile(
    r"(?:(?:do|have|did|are|were|can) you\b[^?]{5,200}\?|if you (?:have|know|were|are|served|live)\b).{0,120}?"
    r"\b(?:contact|e-?mail|get in touch|write to|reach|message|tell|share|send)\b.{0,60}?"
    r"(?:\b(?:us|our|reporters?|journalists?|editors?|newsroom|tips?|your (?:story|experience))\b|@)",
    re.IGNORECASE,
)
"""A call to readers for tips and stories."""
CREDITED = re.compile(
    r"[.!?”’)\w] (?:(?:photo(?:graph)?s?|picture|image|credit|video)(?: by| credit| courtesy(?: of)?)?: ?\S.{1,80}"
    rf"|[(\[]?(?:[A-Z][\w.’'-]* ){{0,3}}[A-Z][\w.’'-]* ?/ ?(?:{AGENCIES})(?: via (?:{AGENCIES}))?[)\]]?)\.?$",
    re.IGNORECASE,
)
"""The credit that ends a caption: `... at a base in 2020. Photograph: J. Doe/AFP`."""
AGENCY = re.compile(
    rf"[.\w] [(\[](?:file (?:photo|picture|image)?:? ?)?(?:{AGENCIES})(?: photo)?[)\]]\.?$", re.IGNORECASE
)
"""An agency in brackets ends a caption, but at a document's end it is who wrote the report."""
TOLD = re.compile(r"\b(?:said|says|told|according to|added|announced|reported)\b|[“\"]")
LABEL = re.compile(r"(?P<label>[A-Z][a-z’'-]+(?: [a-z][a-z’'-]*){0,4}): (?P<told>[A-Z][^\n]{15,260}[.!?][”\"’)]?)")
"""`Long wait: Two men rest at the gate.`: a caption with a catchword in front, which names nobody."""
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
    words = [document.text[block.start : block.end].strip() for block in blocks]
    captions = labelled(words)
    return [
        block.kind in UNREAD or i in captions or is_boilerplate(words[i], late=late(blocks, i))
        if block.kind in ("paragraph", "item", "heading") or block.kind in UNREAD
        else False
        for i, block in enumerate(blocks)
    ]


def labelled(words: Sequence[str]) -> frozenset[int]:
    """Which of a document's blocks are captions with a catchword in front; none where such labels order the text.

    A document of which half or more is labelled is a situation report or a list, and all of it is read.
    """
    text = "\n".join(words)
    found = frozenset(i for i, block in enumerate(words) if is_label_caption(block, text))
    shaped = sum(LABEL.fullmatch(block) is not None for block in words)
    return found if 2 * shaped < len(words) else frozenset()


def is_label_caption(block: str, text: str = "") -> bool:
    """Whether a block is one sentence behind a catchword that names no speaker and no topic.

    A label of one word counts where it is a known catchword or an adjective or participle by its form, since else it
    may be somebody's name. `text` is the whole document: a label that it names elsewhere with a capital is a name.

    >>> is_label_caption("Long wait: Two men rest at the gate."), is_label_caption("Key losses: Two guns were lost.")
    (True, False)
    """
    match = LABEL.fullmatch(block)
    if match is None or len(block) > SHORT + 60 or TOLD.search(match["told"]):
        return False
    label, words = match["label"].lower().split(), load_labels()
    if label[0] in words.opening or words.topics.intersection(label) or words.verbs.intersection(label):
        return False
    if speaks(label[-1]):
        return False
    if len(label) > 1:
        return True
    shaped = label[0].endswith(SHAPES) and len(label[0]) > 5
    return (label[0] in words.catchwords or shaped) and not re.search(rf"[\w,;] {match['label']}\b(?!:)", text)


SHAPES = ("ed", "ing", "ous", "ful", "less", "ive")
"""How adjectives and participles end, which are no names."""


def is_credited(text: str, *, late: bool) -> bool:
    """Whether a block ends in the credit of a picture and tells nothing on anybody's word."""
    credit = CREDITED.search(text) or (None if late else AGENCY.search(text))
    return credit is not None and not TOLD.search(text)


def speaks(word: str) -> bool:
    """Whether a word can be a source before a colon: `Army spokesman: Two men were held.`"""
    told = load_source_words()
    lists = (told.document, told.outlet, told.official, told.military, told.recruit, told.witness, told.local)
    return any(word in one or word.removesuffix("s") in one for one in (*lists, told.public, told.organisation))


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
    if len(text) <= 2 * SHORT and (CALL.match(text) or is_credited(text, late=late)):
        return True
    if CONSENT.search(text) and ASKS.search(text) and " said" not in text:
        return True
    return late and AUTHOR.match(text) is not None
