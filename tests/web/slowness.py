"""A server that answers late on purpose: what does not wait for its page then fails always, and not now and then.

`serving.served` runs this in place of the plain command. TINJAU_TEST_SLOWNESS says the delay in milliseconds (0 where
it is not set). A POST is held back by it before it is worked on and as long again before its answer goes out; any other
request before its answer goes out. So a test that reads right after a click reads the old page or none, and one that
goes elsewhere right after it sees what was there before its own POST. Files that pages load (`/static/`) and `/health/`
are not held back.

    TINJAU_TEST_SLOWNESS=700 python -m pytest tests/web -k in_chromium
"""

import os
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any

import waitress

from tinjau.cli import main

VARIABLE = "TINJAU_TEST_SLOWNESS"
_AT_ONCE = ("/static/", "/health/")
_Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


def late(application: _Application, seconds: float) -> _Application:
    """The same application, slower."""

    def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if environ["PATH_INFO"].startswith(_AT_ONCE):
            return application(environ, start_response)
        if environ["REQUEST_METHOD"] == "POST":
            time.sleep(seconds)
        answered = application(environ, start_response)  # nothing of it has left: the header goes with the first bytes
        time.sleep(seconds)
        return answered

    return answer


def run() -> int:
    """`tinjau` with a web server that is late by TINJAU_TEST_SLOWNESS; the exit code."""
    seconds = int(os.environ.get(VARIABLE) or 0) / 1000
    if seconds:
        serve = waitress.serve
        waitress.serve = lambda application, **options: serve(late(application, seconds), **options)
    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(run())
