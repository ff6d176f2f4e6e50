"""The witness of a feature whom it does not name: under a name that is not his, or called by what he is.

Who may be punished for talking is in most articles a false name ("whom we call Ned"), or none at all ("the sergeant").
"""

import re
from collections import Counter

from sayso.model import Link, Reading
from sayso.stages.link.nations import named_nations
from sayso.stages.link.voices.apart import PRIVATE
from sayso.stages.link.voices.describing import COMMENTING, sort_of
from sayso.stages.link.voices.fitting import is_of_one

PROPER = r"([A-Z][\w’'-]+)\b(?! [A-Z])"
NAMED_SO = re.compile(
    rf"\b(?:calls?|called|calling) (?:him|her|himself|herself) {PROPER}"
    rf"|\b(?:whom|who) (?:we|this \w+|The \w+|the \w+) (?:will |shall |is )?(?:call|calls|calling) {PROPER}"
    rf"|\b(?:identified (?:only )?(?:as|by the (?:first )?name)|goes by(?: the name)?(?: of)?|asked to be (?:called"
    rf"|identified as|known as)|(?:gave|gives) (?:only )?(?:his|her) (?:first )?name(?: only)? as"
    rf"|named only as) {PROPER}"
    r"|\b([A-Z][\w’'-]+), as (?:we|I) (?:shall |will |’ll |'ll )?call (?:him|her|them)\b"
)
"""How a text says that it calls somebody by a name that is not his, or not all of it."""
CHANGED = re.compile(
    r"\b(?:name|names) (?:of [\w ]{3,40} )?(?:ha(?:s|ve) been|was|were|is|are) (?:changed|altered)\b"
    r"|\bnot (?:his|her) real name\b|\(name changed\)",
    re.IGNORECASE,
)
"""How it says that a name in it is false, without saying which."""
TWICE = 2
"""Times that a false name stands in a text, from which on it is that of its witness."""
OFTEN = 3
"""Times that a feature puts something down to a witness without a name, at least."""
MORE = 2
"""As often as to anybody else, at least."""
SHARE = 0.5
"""Of all that it puts down to somebody, at least."""


def false_name(text: str) -> str | None:
    """The one name by which a text says that it calls somebody; None where it says so of none or several.

    >>> false_name("Ned, as we shall call him, is 24."), false_name("Ned is 24.")
    ('Ned', None)
    """
    found = {name for match in NAMED_SO.finditer(text) for name in match.groups() if name}
    return found.pop() if len(found) == 1 else None


def pseudonym(reading: Reading) -> str | None:
    """The one false or half name under which an article has a witness; None where it has none or several."""
    text = reading.document.text
    called = false_name(text)
    found = {called} if called else set()
    if not found and NAMED_SO.search(text) is None and CHANGED.search(text):
        told = Counter(
            m.span.text
            for m in reading.mentions.actors
            if m.kind == "person" and m.form == "name" and " " not in m.span.text and not named_nations(m.span.text)
        )
        most = [name for name, times in told.items() if times == max(told.values())]
        found = set(most) if len(most) == 1 else set()
    found = {name for name in found if len(re.findall(rf"\b{re.escape(name)}\b", text)) >= TWICE}
    return found.pop() if len(found) == 1 else None


def nameless_witness(reading: Reading) -> Link | None:
    """The soldier, recruit, villager or relative without a name to whom a feature puts down more than to anybody else;
    None where nobody is."""
    times: Counter[str] = Counter()
    links: dict[str, Link] = {}
    for attribution in reading.attributions:
        if not attribution.chain or attribution.claims_nothing or attribution.attitude:
            continue
        link = attribution.chain[0]
        if link.kind in ("passive", "unknown"):
            continue
        times[link.name] += 1
        links.setdefault(link.name, link)
    if not times:
        return None
    most = max(times, key=lambda name: (times[name], name))
    others = max((often for name, often in times.items() if name != most), default=0)
    link = links[most]
    if (
        times[most] < max(OFTEN, MORE * others, SHARE * times.total())
        or COMMENTING.search(link.name)
        or not is_of_one(link.name)
    ):
        return None
    return link if sort_of(link) in PRIVATE | {"soldier"} else None
