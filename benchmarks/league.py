"""The league of a country: 514 governments × 95 indicators, by the table of facts and by the page that shows it.

`python -m benchmarks.league [--governments 514] [--indicators 95] [--times 15]` fills a database of its own (SQLite;
PostgreSQL where TINJAU_DATABASE names an empty one) with invented results, and prints JSON: median and worst of the
league query (from the database to ranked rows), of the public page and of the ministry's page inside the process, their
sizes plain and packed, and for comparison the time to make the same league from the assessments themselves.
"""

import argparse
import gzip
import json
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from typing import Any

_VERDICTS = ("negative", "mixed", "positive")


def main(arguments: list[str] | None = None) -> int:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(prog="benchmarks.league", description=__doc__.splitlines()[0])
    parser.add_argument("--governments", type=int, default=514)
    parser.add_argument("--indicators", type=int, default=95)
    parser.add_argument("--times", type=int, default=15)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="tinjau-league-") as home:
        os.environ |= {"TINJAU_HOME": home, "DJANGO_SETTINGS_MODULE": "tinjau.web.settings"}
        print(json.dumps(_measured(chosen.governments, chosen.indicators, chosen.times), indent=1))
    return 0


def _measured(governments: int, indicators: int, times: int) -> dict[str, Any]:
    import django

    django.setup()
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client

    from tinjau.scoring.league import official_indices, standings
    from tinjau.web.ministry.facts import instruments_of
    from tinjau.web.ministry.league import league, publish_league
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
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")

    def recomputed() -> Any:
        rows = Finding.objects.filter(participation__round=the_round).select_related("participation__office", "result")
        pairs = [(each.participation.office.slug, each.result.assessment) for each in rows]
        return standings(pairs, official_indices(instruments_of(the_round)))

    pages = {"public page": f"/p/{the_round.slug}/", "ministry's page": f"/m/r/{the_round.slug}/league/"}
    found: dict[str, Any] = {
        "database": connection.vendor, "governments": governments, "indicators": indicators,
        "seconds to fill": round(filled, 1),
        "league query": _timed(lambda: league(the_round, public=False), times),
        "from the assessments": _timed(recomputed, max(1, times // 5)),
    }  # fmt: skip
    for name, address in pages.items():
        body = client.get(address).content
        found[name] = _timed(partial(client.get, address), times) | {
            "bytes": len(body), "bytes packed": len(gzip.compress(body)),
        }  # fmt: skip
    return found


def _timed(act: Callable[[], Any], times: int) -> dict[str, float]:
    act()
    seconds = []
    for _ in range(times):
        started = time.perf_counter()
        act()
        seconds.append(time.perf_counter() - started)
    return {"median ms": round(1000 * statistics.median(seconds), 1), "worst ms": round(1000 * max(seconds), 1)}


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
