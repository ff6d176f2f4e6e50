"""One spelling for all spellings of a name: the key that names are looked up by."""

import re
import unicodedata
from functools import lru_cache

APART = str.maketrans(
    dict.fromkeys("'’‘`ʼʻʿʾ´.") | {"ı": "i", "ł": "l", "Ł": "l", "đ": "d", "ø": "o", "Ø": "o", "ß": "ss"}
)
GAP = re.compile(r"[\W_]+")


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """The name in lower case, without accents, apostrophes, full stops and hyphens; other marks become one blank.

    >>> fold("Deir ez-Zor"), fold("Kharkiv’s"), fold("São Paulo"), fold("U.S.")
    ('deir ez zor', 'kharkivs', 'sao paulo', 'us')
    """
    plain = name.translate(APART)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return GAP.sub(" ", plain).strip().casefold()
