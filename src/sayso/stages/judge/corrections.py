"""Corrections that can be taken, and those that cannot."""

import re

from sayso.model import Claim
from sayso.model.adapters import adapter
from sayso.model.standing import corrected_claim, value_at

NUMBER = re.compile(r"^(?:quantities|money)\.\d+\.(?:low|high)$")
CURRENCY = re.compile(r"[A-Z]{3}")


def check_correction(claim: Claim, path: str, value: str) -> str | None:
    """Why a correction cannot be taken, in words; None when it can."""
    if path.split(".")[0] in ("id", "gist_id", "reasons", "confidence"):
        return "this field is derived from others and cannot be corrected by hand"
    before = adapter(Claim).dump_python(claim, mode="json")
    after = adapter(Claim).dump_python(corrected_claim(claim, path, value), mode="json")
    if before == after and value_at(claim, path) != value:
        return "the value does not fit the field" + (", which takes a number" if NUMBER.search(path) else "")
    if any(not CURRENCY.fullmatch(money["currency"]) for money in after["money"]):
        return "a currency is three capitals of ISO 4217 (USD, RUB), XXX where the text does not tell which"
    for quantity in (*after["quantities"], *after["money"]):
        if quantity["low"] is not None and quantity["high"] is not None and quantity["low"] > quantity["high"]:
            return "the lower bound is above the upper one"
        if min(bound for bound in (quantity["low"], quantity["high"], 0) if bound is not None) < 0:
            return "a bound is below zero"
    return None
