"""The voices that an article gives by name."""

import re
from collections.abc import Collection
from dataclasses import replace

from sayso.model import Link, Reading, Voice
from sayso.stages.link.voices.bodies import is_common, is_country, is_told
from sayso.stages.link.voices.channels import is_outlet
from sayso.stages.link.voices.describing import NO_NAME
from sayso.stages.link.voices.making import as_told, document_teller, named_teller
from sayso.stages.link.voices.ministries import domain
from sayso.stages.link.voices.papers import is_named
from sayso.stages.link.voices.teller import Teller


def named_in(reading: Reading, cited: Collection[str], channel: str | None) -> list[Teller]:
    """The persons and bodies that an article gives by name as voices, in the order of the text; no cited outlets."""
    found: dict[str, Teller] = {}
    outlet = (reading.document.outlet or "").split()
    for attribution in (a for a in reading.attributions if a.chain):
        link = as_told(attribution.chain[-1], reading.document.text)
        body = link.kind == "named_organisation" or (link.kind == "outlet" and not is_outlet(link, cited))
        if link.kind == "named_person" and " " not in link.name and link.name in outlet:
            continue  # "The Gazette has seen the letter"
        if link.kind == "named_person" and NO_NAME.fullmatch(link.name):
            continue
        named = link.kind == "named_person" or (body and is_told(link.name))
        if link.kind == "document" and is_named(link.name):
            teller = document_teller(link, attribution.voice, reading.document, channel)
            found.setdefault(teller.id, teller)
        elif named and not is_outlet(link, cited):
            called = replace(link, kind="named_organisation") if body else link
            teller = named_teller(called, attribution.voice, reading.document, channel)
            found.setdefault(teller.id, teller)
        elif link.kind == "unnamed_official" and (led := _led_by(link, attribution.voice)) is not None:
            teller = named_teller(led, None, reading.document, channel)
            found.setdefault(teller.id, teller)
    for mention in reading.mentions.actors:
        ministry = mention.kind == "government" and domain(mention.span.text) is not None
        if (
            (mention.kind == "organisation" or ministry)
            and mention.form in ("name", "nominal")
            and not is_common(mention.span.text)
        ):
            link = Link(name=mention.span.text, kind="named_organisation", span=mention.span)
            if not is_outlet(link, cited) and (ministry or not is_country(link.name)):
                teller = replace(named_teller(link, None, reading.document, channel), mentioned=True)
                found.setdefault(teller.id, teller)
    return sorted(found.values(), key=lambda t: t.span.start if t.span else 0)


LEADER = re.compile(
    r"^(?:president|head|chair\w*|director|leader|spokes\w+|founder|coordinator) (?:of|for) (?:the )?([A-Z].*)"
)


def _led_by(link: Link, voice: Voice) -> Link | None:
    """The body whose head or spokesman is quoted by his office: "president of the Union of Divers, Ann Lee"."""
    found = LEADER.match(link.name)
    if found is None or voice.organisation is None or is_country(found.group(1)):
        return None
    return replace(link, name=found.group(1), kind="named_organisation")
