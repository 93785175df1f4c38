"""A server that answers late on purpose: what does not wait for its page then fails always, and not now and then.

`serving.served` runs this in place of the plain command. TINJAU_TEST_SLOWNESS says the delay in milliseconds (0 where
it is not set). A POST is held back by it before it is worked on. Every answer begins at once, with its first byte, and
its rest is held back by the delay: the browser has left the old page then and has nothing of the new one. Files that
pages load (`/static/`) and `/health/` are not held back. Under the same variable `hasty` takes from Playwright's clicks
and keys what they wait for on a machine that is fast enough: that a page has begun. So a test that reads right after a
click reads the old page or an empty one, and one that goes elsewhere sees what was there before its own POST.

    TINJAU_TEST_SLOWNESS=700 python -m pytest tests/web -k in_chromium
"""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partialmethod
from typing import Any

import waitress

from tinjau.cli import main

VARIABLE = "TINJAU_TEST_SLOWNESS"
_AT_ONCE = ("/static/", "/health/")
_Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


def seconds() -> float:
    """What TINJAU_TEST_SLOWNESS asks for."""
    return int(os.environ.get(VARIABLE) or 0) / 1000


def late(application: _Application, delay: float) -> _Application:
    """The same application, later by `delay` seconds."""

    def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if environ["PATH_INFO"].startswith(_AT_ONCE):
            return application(environ, start_response)
        if environ["REQUEST_METHOD"] == "POST":
            time.sleep(delay)
        return _held_back(application(environ, start_response), delay)

    return answer


def _held_back(answered: Iterable[bytes], delay: float) -> Iterator[bytes]:
    """The first byte, and the rest when the delay is over."""
    try:
        pieces = iter(answered)
        first = next(pieces, b"")
        if first:
            yield first[:1]
            time.sleep(delay)
            yield first[1:]
        yield from pieces
    finally:
        getattr(answered, "close", lambda: None)()


def hasty(*kinds: Any) -> None:
    """From now on `click` and `press` of these classes of Playwright go on at once, where a delay is asked for."""
    for kind in kinds if seconds() else ():
        for name in ("click", "press"):
            setattr(kind, name, partialmethod(getattr(kind, name), no_wait_after=True))


def run() -> int:
    """`tinjau` with a web server that is late by TINJAU_TEST_SLOWNESS; the exit code."""
    if delay := seconds():
        serve = waitress.serve
        waitress.serve = lambda application, **options: serve(late(application, delay), **options)
    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(run())
