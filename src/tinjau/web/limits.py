"""How often one may ask for what costs much: by account where one is signed in, by address where nobody is.

An account's count moves by requests of that account alone, so nobody can use up another's; colleagues behind one
address do not share a count. Counted in the database: several processes count together. The windows are fixed.
"""

import time
from dataclasses import dataclass
from typing import Final

from django.db import connection
from django.http import HttpRequest

from tinjau.web.models import Tally

_HOUR: Final = 3600
_MINUTE: Final = 60


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` requests in `seconds`; `methods` that count."""

    most: int
    seconds: int = _HOUR
    methods: frozenset[str] = frozenset({"GET", "POST", "HEAD"})


_POST: Final = frozenset({"POST"})
# All numbers: project choice. They are far above what a person does by hand, and far below what harms a small server.
LIMITS: Final[dict[str, Limit]] = {
    "web:run-start": Limit(30, methods=_POST),
    "web:export": Limit(60),
    "web:file": Limit(200),
    "web:history": Limit(300),
    "web:evidence": Limit(200, methods=_POST),
    "web:evidence-file": Limit(600),
    "web:cycle-import": Limit(30, methods=_POST),
    "web:cycle-new": Limit(60, methods=_POST),
    "web:services-preview": Limit(100, methods=_POST),
    "web:links": Limit(60, methods=_POST),
    "web:shared": Limit(300),
    "web:shared-report": Limit(120),
    "web:member-sessions": Limit(60, methods=_POST),
    "web:erase": Limit(60, methods=_POST),
    "web:comment": Limit(60, 10 * _MINUTE, methods=_POST),
    "web:note": Limit(300, methods=_POST),
    "web:due": Limit(120, methods=_POST),
    "web:own-dates": Limit(60, methods=_POST),
    "web:calendar": Limit(120),
    "web:notices": Limit(120, methods=_POST),
    "web:notices-stop": Limit(1200),  # mail programs come from few addresses
    "web:due-file": Limit(120),
    "api:schema": Limit(120, 10 * _MINUTE),
    "api:offices": Limit(600, 10 * _MINUTE),
    "api:cycles": Limit(600, 10 * _MINUTE),
    "api:entries": Limit(600, 10 * _MINUTE),
    "api:runs": Limit(600, 10 * _MINUTE),
    "api:result": Limit(300, 10 * _MINUTE),
}


MISSES: Final = Limit(60, _MINUTE)
"""Wrong secrets of a focus group from one address; a room behind one address makes none. Counted whatever
TINJAU_LIMITS says: this guards secrets, not the server."""

# Messages that ask somebody to confirm an address; counted whatever TINJAU_LIMITS says, since no proxy can.
CONFIRMATIONS: Final = Limit(3)


def spent(name: str, limit: Limit) -> bool:
    """Whether the limit of this name is used up; counts one more, whatever TINJAU_LIMITS says."""
    now = int(time.time())
    return _count(name[:120], now - now % limit.seconds) > limit.most


def is_spent(name: str, limit: Limit) -> bool:
    """Whether as many as the limit allows were counted under this name; counts nothing."""
    now = int(time.time())
    row = Tally.objects.filter(key=name[:120], window=now - now % limit.seconds).values_list("count", flat=True).first()
    return (row or 0) >= limit.most


def used_up(request: HttpRequest, name: str) -> int:
    """Seconds until this address may be asked for again; 0 where it may now. Counts the request."""
    limit = LIMITS.get(name)
    if limit is None or request.method not in limit.methods:
        return 0
    now = int(time.time())
    window = now - now % limit.seconds
    if _count(f"{name} {_who(request)}"[:120], window) <= limit.most:
        return 0
    return window + limit.seconds - now


def sweep() -> None:
    """Forget windows that are over."""
    Tally.objects.filter(window__lt=int(time.time()) - 2 * _HOUR).delete()


def _who(request: HttpRequest) -> str:
    """The account, else the address that the server saw (behind a proxy: the one that the proxy names)."""
    if request.user.is_authenticated:
        return f"u{request.user.pk}"
    return f"a{request.META.get('REMOTE_ADDR', '')}"


def _count(key: str, window: int) -> int:
    """One more in this window: how many that makes. One statement, so that two at once count two."""
    table = connection.ops.quote_name(Tally._meta.db_table)  # noqa: SLF001 - Django documents _meta
    statement = (
        f'INSERT INTO {table} ("key", "window", "count") VALUES (%s, %s, 1) '  # noqa: S608 - the table's own name
        f'ON CONFLICT ("key", "window") DO UPDATE SET "count" = {table}."count" + 1 RETURNING "count"'
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [key, window])
        return int(cursor.fetchone()[0])
