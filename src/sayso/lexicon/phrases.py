"""How a claim of a type reads in a line: phrases with parts that are left out when their role is not filled."""

import re
from collections.abc import Mapping

ROLE = re.compile(r"\{(\w+)\}")
PART = re.compile(r"\[([^\[\]]*)\]")


def roles_of(phrase: str) -> set[str]:
    """The roles that a phrase names.

    >>> sorted(roles_of("Recruitment[ by {recruiter}][ of {recruit_pool}]"))
    ['recruit_pool', 'recruiter']
    """
    return set(ROLE.findall(phrase))


def fill(phrase: str, fillers: Mapping[str, str]) -> str:
    """The phrase with its roles filled; a part in square brackets is left out when a role of it is not filled.

    >>> fill("Recruitment[ by {recruiter}][ of {recruit_pool}]", {"recruit_pool": "miners"})
    'Recruitment of miners'
    """

    def part(match: re.Match[str]) -> str:
        return match.group(1) if roles_of(match.group(1)) <= fillers.keys() else ""

    return ROLE.sub(lambda match: fillers.get(match.group(1), ""), PART.sub(part, phrase))
