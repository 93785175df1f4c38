"""Places inside a report: the same id always gives the same anchor, in every format and in both languages."""

import hashlib
import re

_NOT_SAFE = re.compile(r"[^A-Za-z0-9]+")
_MAX = 48


def anchor(kind: str, *ids: str) -> str:
    """An anchor of letters, digits and hyphens for the thing of that kind; two ids never share one.

    An id that does not survive the cleaning gets eight digits of its SHA-256, so that hostile ids stay apart.
    """
    return "--".join([kind, *map(_part, ids)])


def _part(written: str) -> str:
    shown = _NOT_SAFE.sub("-", written).strip("-")
    if shown == written and 0 < len(shown) <= _MAX:
        return shown
    digest = hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{shown[:_MAX].strip('-')}-{digest}".lstrip("-")
