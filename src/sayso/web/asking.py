"""What an address asks for is understood whole, or refused in words: nothing in it is silently left out."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from fastapi import HTTPException, Request

CALLED = {
    "type": "event_type", "firmness": "factuality", "kind": "source", "country": "place", "words": "text", "q": "text",
    "from": "since", "before": "until", "judged": "reviewed", "sort": "order",
}  # fmt: skip
"""What pages call things in words, and the parameter that asks for it."""


class NotUnderstood(HTTPException):
    """422: parts of the address's query that the page cannot follow."""

    def __init__(self, words: str, names: Iterable[str]) -> None:
        super().__init__(422, words)
        self.names = frozenset(names)
        """Parameters to be left out for an address that works."""


def understood(request: Request) -> None:
    """A dependency of every page: raises NotUnderstood where the query names something that the page does not know."""
    known = [field.alias for field in request.scope["route"].dependant.query_params]
    strange = [name for name in dict.fromkeys(request.query_params) if name not in known]
    if strange:
        meant = [f"`{name}` is called `{CALLED[name]}` here." for name in strange if CALLED.get(name) in known]
        can = f"This page can be asked by {listed(known)}." if known else "This page takes no question."
        words = f"The address asks by {listed(strange)}, which this page does not know."
        raise NotUnderstood(" ".join((words, *meant, can)), strange)


def check_known(name: str, value: str | None, known: Sequence[str]) -> None:
    """Raise NotUnderstood where a value is given that is none of those there are."""
    if value and value not in known:
        raise NotUnderstood(unknown_value(name, value, known), [name])


def check_sources(asked: Iterable[str], known: Collection[str]) -> None:
    """Raise NotUnderstood where a source is to be withdrawn that the page does not rest on: its numbers would look as
    if it made no difference."""
    if strange := [name for name in dict.fromkeys(asked) if name and name not in known]:
        no = "No such source is" if len(strange) == 1 else "No such sources are"
        can = "`without` takes the ids of the voices that this page lists, as the links beside them have it."
        raise NotUnderstood(f"{no} here: {listed(strange)}. {can}", ["without"])


def unknown_value(name: str, value: str, known: Sequence[str]) -> str:
    """The complaint about a value.

    >>> unknown_value("order", "best", ["date", "type"])
    '`best` is no value of `order`; there are `date`, `type`.'
    """
    return f"`{value[:80]}` is no value of `{name}`; there are {listed(known)}."


def unreadable(errors: Iterable[Mapping[str, Any]]) -> NotUnderstood:
    """What the framework found wrong with an address or a form, in words."""
    found = list(errors)
    return NotUnderstood(" ".join(complaint(one) for one in found), (str(one["loc"][-1]) for one in found))


def complaint(error: Mapping[str, Any]) -> str:
    """One of its errors as a sentence."""
    name, given = str(error["loc"][-1]), str(error.get("input"))
    if error["type"] == "literal_error":
        expected = str(error["ctx"]["expected"]).replace(" or ", ", ").replace("'", "").split(", ")
        return unknown_value(name, given, expected)
    if error["type"] == "missing":
        return f"`{name}` is missing."
    if error["type"].startswith("date"):
        return f"`{given[:80]}` is no day for `{name}`: write 2022-10-25."
    return f"`{name}` cannot be `{given[:80]}`: {error['msg'][:1].lower()}{error['msg'][1:]}."


def without(request: Request, names: Iterable[str]) -> str:
    """The address of the same page without some parts of its query."""
    kept = [(key, value) for key, value in request.query_params.multi_items() if key not in set(names)]
    return request.url.path + (f"?{urlencode(kept)}" if kept else "")


def listed(names: Iterable[str]) -> str:
    """Names as code in a sentence."""
    return ", ".join(f"`{name[:80]}`" for name in names)
