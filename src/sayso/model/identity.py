"""Identity is content: ids are digests of canonical JSON."""

import hashlib
import json
from typing import Any


def digest(value: Any, *, length: int = 16) -> str:
    """First `length` hexadecimal digits of the SHA-256 of `value` as canonical JSON (sorted keys, no blanks, UTF-8).

    >>> digest({"b": 1, "a": [2, None]}) == digest({"a": [2, None], "b": 1})
    True
    """
    canonical = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:length]
