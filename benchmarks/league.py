"""The league of a country: 514 governments × 95 indicators, by the table of facts and by the page that shows it.

`python -m benchmarks.league [--governments 514] [--indicators 95] [--times 60] [--processes 5]` fills a database of its
own (SQLite; PostgreSQL where TINJAU_DATABASE names an empty one) with invented results, and prints JSON: of the league
query (from the database to ranked rows), of the public page and of the ministry's page, whole and filtered, inside the
process, the median, 95th percentile and worst of many calls in milliseconds, on the clock and of the processor (on a
machine with other work the clock says how busy it is), the sizes of pages plain and packed, and for comparison the time
to make the same league from the assessments themselves. `cold` are the first calls of new processes, made ready as
`tinjau serve` makes its own before it answers anything.
"""

import argparse
import gzip
import json
import math
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

_VERDICTS = ("negative", "mixed", "positive")
_PAGES = {
    "public page": "/p/{}/", "public page, one province": "/p/{}/?province=32",
    "public page, by name": "/p/{}/?q=kota&lang=en", "ministry's page": "/m/r/{}/league/",
    "ministry's page, public results": "/m/r/{}/league/?public=1",
}  # fmt: skip
_QUERY = "league query"


def main(arguments: list[str] | None = None) -> int:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(prog="benchmarks.league", description=__doc__.splitlines()[0])
    parser.add_argument("--governments", type=int, default=514)
    parser.add_argument("--indicators", type=int, default=95)
    parser.add_argument("--times", type=int, default=60)
    parser.add_argument("--processes", type=int, default=5)
    parser.add_argument("--cold", action="store_true", help="measure first calls in the database that stands")
    chosen = parser.parse_args(arguments)
    os.environ["DJANGO_SETTINGS_MODULE"] = "tinjau.web.settings"
    if chosen.cold:
        print(json.dumps(_first_calls()))
        return 0
    with tempfile.TemporaryDirectory(prefix="tinjau-league-") as home:
        os.environ["TINJAU_HOME"] = home
        found = _measured(chosen.governments, chosen.indicators, chosen.times)
        found["cold"] = _cold(chosen.processes)
        print(json.dumps(found, indent=1))
    return 0


def _measured(governments: int, indicators: int, times: int) -> dict[str, Any]:
    import django

    django.setup()
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.db import connection

    from tinjau.scoring.league import official_indices, standings
    from tinjau.web.ministry.facts import instruments_of
    from tinjau.web.ministry.league import publish_league
    from tinjau.web.models import Finding, Membership

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    started = time.perf_counter()
    the_round = _filled(governments, indicators)
    filled = time.perf_counter() - started
    from tinjau.web.history import Author

    publish_league(the_round, Author(None, "benchmark"), "")
    user = get_user_model().objects.create_user("pusat")
    Membership.objects.create(user=user, office=None, role="national-admin")

    def recomputed() -> Any:
        rows = Finding.objects.filter(participation__round=the_round).select_related("participation__office", "result")
        pairs = [(each.participation.office.slug, each.result.assessment) for each in rows]
        return standings(pairs, official_indices(instruments_of(the_round)))

    acts = _acts()
    found: dict[str, Any] = {
        "database": connection.vendor, "governments": governments, "indicators": indicators, "calls": times,
        "seconds to fill": round(filled, 1), "from the assessments": _timed(recomputed, 3),
    }  # fmt: skip
    for name, act in acts.items():
        body = getattr(act(), "content", b"")
        sizes = {"bytes": len(body), "bytes packed": len(gzip.compress(body, mtime=0))} if body else {}
        found[name] = _timed(act, times) | sizes
    return found


def _acts() -> dict[str, Callable[[], Any]]:
    """What is measured, by name, in a process that was made ready as a server's is."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    from tinjau.web import wsgi  # readies the process
    from tinjau.web.ministry.league import league
    from tinjau.web.models import Round

    client = Client()
    client.force_login(
        get_user_model().objects.get(username="pusat"), backend="django.contrib.auth.backends.ModelBackend"
    )
    the_round = Round.objects.get()
    assert wsgi.application is not None
    pages = {name: partial(client.get, address.format(the_round.slug)) for name, address in _PAGES.items()}
    return {_QUERY: lambda: league(the_round, public=False), **pages}


def _first_calls() -> dict[str, tuple[float, float]]:
    """Milliseconds of the first league query and the first page of this process, on the clock and of the processor."""
    import django

    django.setup()
    acts = _acts()
    return {name: _once(acts[name]) for name in (_QUERY, "public page", "ministry's page")}


def _cold(processes: int) -> dict[str, dict[str, float]]:
    runs: list[dict[str, tuple[float, float]]] = []
    for _ in range(processes):
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.league", "--cold"], stdout=subprocess.PIPE, text=True, check=True
        )
        runs.append(json.loads(done.stdout.splitlines()[-1]))
    return {name: _told([each[name] for each in runs]) for name in runs[0]} if runs else {}


def _timed(act: Callable[[], Any], times: int) -> dict[str, float]:
    return _told([_once(act) for _ in range(times)])


def _once(act: Callable[[], Any]) -> tuple[float, float]:
    started, used = time.perf_counter(), time.process_time()
    act()
    return 1000 * (time.perf_counter() - started), 1000 * (time.process_time() - used)


def _told(taken: Sequence[tuple[float, float]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for place, name in enumerate(("ms", "cpu ms")):
        values = sorted(each[place] for each in taken)
        late = values[min(len(values) - 1, math.ceil(0.95 * len(values)) - 1)]
        figures = (("median", statistics.median(values)), ("95th", late), ("worst", values[-1]))
        found |= {f"{what} {name}": round(value, 1) for what, value in figures}
    return found


def _filled(governments: int, indicators: int) -> Any:
    """A round of invented governments, each with a published finding on an invented result."""
    from datetime import timedelta

    from django.db import transaction
    from django.utils import timezone

    from tinjau.packs.governments import national_governments
    from tinjau.web.history import Author
    from tinjau.web.ministry.facts import keep_facts
    from tinjau.web.ministry.intake import listed_of
    from tinjau.web.ministry.opening import Window, add_governments, open_round
    from tinjau.web.models import Finding, Result, Run, Stage

    author, now = Author(None, "benchmark"), timezone.now()
    windows = [Window(kind, now, now + timedelta(days=30)) for kind in Stage.Kind.values]
    fields = {"title": "Benchmark", "period": "2026", "instruments": ["sitokdana-7", "wb-4"], "apart": False,
              "reply_days": 14}  # fmt: skip
    the_round = open_round(fields, windows, author)
    listed = [listed_of(each) for each in national_governments() if each.kind != "prov"][:governments]
    add_governments(the_round, listed, author)
    dice = random.Random(7)
    with transaction.atomic():
        for part in the_round.participations.select_related("office", "cycle", "round"):
            run = Run.objects.create(cycle=part.cycle, kind=Run.Kind.EVALUATE, state=Run.State.DONE)
            result = Result.objects.create(
                run=run, cycle=part.cycle, assessment=_assessment(part.office.name, indicators, dice), plan={},
                folder="", entries_sequence=1,
            )  # fmt: skip
            finding = Finding.objects.create(
                participation=part, version=1, result=result, reason="invented", by_name="benchmark", shared=now,
                published=now,
            )  # fmt: skip
            keep_facts(finding)
    return the_round


def _assessment(name: str, indicators: int, dice: random.Random) -> dict[str, Any]:
    from tinjau.packs import load_instrument

    seven, phases = load_instrument("sitokdana-7"), load_instrument("wb-4")
    steps = [gate.phase for gate in phases.ladder.gates] if phases.ladder else []
    strength = dice.random()
    nothing = {"value": None, "by": "", "proposed": None, "proposal": False}

    def verdict() -> str | None:
        if dice.random() < 0.01:
            return None
        return _VERDICTS[min(2, int(3 * (0.7 * strength + 0.3 * dice.random())))]

    criteria = [
        {"instrument": seven.id, "id": each.id, "verdict": {**nothing, "value": verdict(), "by": "rule"}, "score": None,
         "coverage": 0.9, "outcomes": {}, "statement": {"id": "rekaan", "en": "invented"}}
        for each in seven.criteria
    ] + [
        {"instrument": phases.id, "id": each, "verdict": nothing, "score": None, "coverage": 0.9, "outcomes": {},
         "statement": {"id": "rekaan", "en": "invented"}}
        for each in steps
    ]  # fmt: skip
    evidence = {"observation": "o", "url": "https://rekaan.go.id/", "record": "r", "digest": "d", "excerpt": "x" * 200}
    rows = [
        {"instrument": seven.id, "id": f"i{n}", "criterion": seven.criteria[n % 7].id, "unit": "site",
         "outcome": "passed", "value": "yes", "evidence": [evidence] * 3, "reason": ""}
        for n in range(indicators)
    ]  # fmt: skip
    ordinal = 1 + min(3, int(4 * strength))
    return {
        "government": {"name": name, "code": ""}, "criteria": criteria, "indicators": rows,
        "instruments": [{"id": seven.id}, {"id": phases.id}], "capture": {"pages": dice.randrange(5, 400), "note": ""},
        "phase": {"id": steps[ordinal - 1], "ordinal": ordinal, "reached": dict.fromkeys(steps),
                  "next": {"id": steps[-1], "missing": ["x"], "untested": []}},
    }  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main())
