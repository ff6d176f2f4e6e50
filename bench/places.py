"""How long a look-up of a place name takes: `python bench/places.py`.

Prints microseconds of processor time a look-up, the first time that a name is asked for and every later time.
"""

import time

from sayso.lexicon.countries import load_countries
from sayso.tools.gazetteer import load_gazetteer

ROUNDS = 200


def names() -> list[str]:
    """Some hundreds of names: countries, their capitals and seats of government."""
    found = [name for country in load_countries().values() for name in (country.name, *country.capitals)]
    return sorted(set(found))


def main() -> None:
    """Time both."""
    asked, gazetteer = names(), load_gazetteer()
    start = time.process_time()
    found = sum(bool(gazetteer.lookup(name)) for name in asked)
    first = (time.process_time() - start) / len(asked)
    start = time.process_time()
    for _ in range(ROUNDS):
        for name in asked:
            gazetteer.lookup(name)
    later = (time.process_time() - start) / (ROUNDS * len(asked))
    print(f"{len(asked)} names, {found} known: {first * 1e6:.1f} us the first time, {later * 1e6:.2f} us later")


if __name__ == "__main__":
    main()
