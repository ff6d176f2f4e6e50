"""How many independent origins are left when some voices are withdrawn: one rule for the desk and for `impact`."""

from collections import Counter
from collections.abc import Collection

from sayso.model import OriginCount


def remaining(before: OriginCount, gone: Collection[str], left: Collection[str]) -> OriginCount:
    """The interval without the voices named in `gone`, while those named in `left` still say so.

    Only a voice that was counted by itself lowers it: not an outlet through which another voice is known, nor one whose
    own words added none, nor a denier. While such an outlet still says what a withdrawn voice told it, *at most* stays,
    for nobody can tell whether it has it from him alone; *at least* keeps those left of the voices that cannot be the
    same. Where only words that added no voice are left, there may be one origin or none.
    """
    taken = _taken(before)
    fallen = _counted_among(before, gone, taken)
    kept = sum(any(taken.get(channel) == name for channel in left) for name in fallen)
    surest = Counter(_named(before, "origins.at_least", "cannot be the same: "))
    at_most = max(0, before.at_most - len(fallen) + kept)
    lost_of_surest = sum(min(surest[name], number) for name, number in Counter(fallen).items())
    at_least = before.at_least - (lost_of_surest if surest else len(fallen))
    if not left:
        return OriginCount(at_least=0, at_most=0)
    sure = at_most > kept  # of those kept nobody can tell whether they have it from a withdrawn voice alone
    at_most = max(1, at_most) if before.at_most else 0
    at_least = min(max(1 if sure else 0, at_least), at_most)
    return OriginCount(at_least=at_least, at_most=at_most, reasons=before.reasons)


def _taken(before: OriginCount) -> dict[str, str]:
    """Name of a voice -> the other one's that it was counted as one with."""
    pairs = [r.detail.split(" is taken for ", 1) for r in before.reasons if r.rule == "origins.taken_for_one"]
    found = {pair[0]: pair[1].split(": ", 1)[0] for pair in pairs if len(pair) == 2}
    return {name: other for name, other in found.items() if name != other}


def _counted_among(before: OriginCount, gone: Collection[str], taken: dict[str, str]) -> list[str]:
    """The withdrawn voices that were counted by themselves."""
    counted = Counter(_named(before, "origins.at_most", "might all differ: "))
    if not counted:
        return [name for name in set(gone) if name not in taken]
    return [name for name, number in Counter(gone).items() for _ in range(min(number, counted[name]))]


def _named(before: OriginCount, rule: str, opening: str) -> list[str]:
    """The voices that the reason for one end of the interval names."""
    details = [r.detail for r in before.reasons if r.rule == rule and r.detail.startswith(opening)]
    return details[0].removeprefix(opening).split("; ") if details else []
