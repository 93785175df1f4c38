"""Open-loop load on the web application, beside a bare Django view in the same run.

`python -m benchmarks.web [--users 40] [--seconds 20] [--threads 16]` starts a server of its own on loopback with a
database of its own (SQLite; PostgreSQL where TINJAU_DATABASE names an empty one), lets N users come at fixed moments
whatever the server does (open loop: a slow answer delays nobody's next request, and waiting counts as response time),
and prints JSON: p50 and p95 of the bare view, of a list page and of saving an answer, their ratios, errors, and lost
updates (answers that were acknowledged and do not stand afterwards). Bounded: at most 60 seconds, loopback only.
"""

import argparse
import json
import os
import queue
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_MOST_SECONDS = 60
_THINK = 4.0  # seconds between two requests of one user; project choice
_CSRF = "a" * 32
_QUESTIONS = "o/beban/c/medan/criteria/sitokdana-7/transparency/"
KINDS = ("bare", "list", "save")  # a third each: the comparison sees the same moments of the machine


@dataclass
class Seen:
    """What came back: seconds by kind, errors, acknowledged saves, and each user's last acknowledged note."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    errors: list[str] = field(default_factory=list)
    kept: dict[int, str] = field(default_factory=dict)
    saves: int = 0


def main(arguments: list[str] | None = None) -> int:
    """Prepare, load, look again, print."""
    parser = argparse.ArgumentParser(prog="benchmarks.web", description=__doc__.splitlines()[0])
    parser.add_argument("--users", type=int, default=40)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--threads", type=int, default=32, help="of the side that asks")
    chosen = parser.parse_args(arguments)
    seconds = min(chosen.seconds, _MOST_SECONDS)
    with tempfile.TemporaryDirectory(prefix="tinjau-load-") as home:
        os.environ |= {"TINJAU_HOME": home, "DJANGO_SETTINGS_MODULE": "tinjau.web.settings"}
        prepared = _prepare(chosen.users)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        code = "import sys; from tinjau.cli import main; sys.exit(main())"
        server = subprocess.Popen([sys.executable, "-c", code, "serve", "--port", str(port)], stderr=subprocess.DEVNULL)
        try:
            address = f"http://127.0.0.1:{port}/"
            _wait_for(f"{address}health/")
            seen = _load(address, prepared, chosen.users, seconds, chosen.threads)
        finally:
            server.terminate()
            server.wait(20)
        lost = _lost(seen)
    sys.stdout.write(json.dumps(_summary(seen, chosen.users, seconds, lost), indent=1) + "\n")
    return 1 if seen.errors or lost else 0


def _prepare(users: int) -> dict[str, Any]:
    """Tables, one office, the Medan study, N operators with a session each; the question that they answer."""
    import django  # heavy optional dependency: the extra `web`

    django.setup()
    from django.contrib.auth import get_user_model  # needs the settings
    from django.core.management import call_command  # needs the settings
    from django.test import Client  # needs the settings

    import tinjau
    from tinjau import packs
    from tinjau.web import mapping  # needs the settings
    from tinjau.web.history import Author  # needs the settings
    from tinjau.web.models import Cycle, Membership, Office, Role  # needs the settings

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    office = Office.objects.create(slug="beban", name="Kota Beban")
    cycle = Cycle.objects.create(office=office, slug="medan", title="Beban", period="2026")
    mapping.read_folder(Path(tinjau.__file__).parent / "demo" / "studies" / "medan", cycle, Author(None, "load"))
    sessions = []
    for number in range(users):
        user = get_user_model().objects.create(username=f"u{number}")
        Membership.objects.create(user=user, office=office, role=Role.OPERATOR)
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        sessions.append(client.cookies["tinjau"].value)
    pack = packs.load_instrument("sitokdana-7")
    asked = next(each.id for each in pack.indicators if (each.criterion, each.unit) == ("transparency", "site"))
    return {"sessions": sessions, "indicator": asked}


def _wait_for(address: str) -> None:
    for _ in range(240):
        try:
            urllib.request.urlopen(address, timeout=1).read()
        except OSError:
            time.sleep(0.25)
        else:
            return
    raise SystemExit("the server did not start")


def _load(address: str, prepared: dict[str, Any], users: int, seconds: int, threads: int) -> Seen:
    """Every user at moments that are fixed beforehand; workers take the moments as they come due."""
    draw = random.Random(8)
    moments: list[tuple[float, int, int]] = []
    for user in range(users):
        at, turn = draw.uniform(0, _THINK), user
        while at < seconds:
            moments.append((at, user, turn))
            at, turn = at + draw.expovariate(1 / _THINK), turn + 1
    seen, lock, work = Seen(), threading.Lock(), queue.Queue[tuple[float, int, int]]()
    versions = dict.fromkeys(range(users), 0)
    own = [threading.Lock() for _ in range(users)]
    for moment in sorted(moments):
        work.put(moment)
    began = time.monotonic()

    def ask() -> None:
        while True:
            try:
                at, user, turn = work.get_nowait()
            except queue.Empty:
                return
            time.sleep(max(0.0, began + at - time.monotonic()))
            kind = KINDS[turn % len(KINDS)]
            with own[user]:  # one person does one thing at a time; the wait counts, since `at` is when it was due
                fault = _one(address, prepared, user, turn, kind, versions, seen)
            with lock:
                seen.seconds[kind].append(time.monotonic() - began - at)
                seen.saves += kind == "save" and not fault
                if fault:
                    seen.errors.append(f"{kind}: {fault}")

    pool = [threading.Thread(target=ask) for _ in range(threads)]
    for thread in pool:
        thread.start()
    for thread in pool:
        thread.join()
    return seen


def _one(
    address: str, prepared: dict[str, Any], user: int, turn: int, kind: str, versions: dict[int, int], seen: Seen
) -> str:
    headers = {"Cookie": f"tinjau={prepared['sessions'][user]}; tinjau_csrf={_CSRF}", "HX-Request": "true"}
    path = {"bare": "health/", "list": "o/beban/c/medan/services/", "save": _QUESTIONS}[kind]
    body, note = None, f"catatan {turn}"
    if kind == "save":
        fields = {"indicator": prepared["indicator"], "value": "yes", "version": str(versions[user]), "note": note,
                  "csrfmiddlewaretoken": _CSRF}  # fmt: skip
        body = urllib.parse.urlencode(fields).encode()
    try:
        with urllib.request.urlopen(urllib.request.Request(address + path, body, headers), timeout=60) as response:
            response.read()
    except (urllib.error.URLError, OSError) as error:
        return str(error)
    if kind == "save":
        versions[user] += 1
        seen.kept[user] = note
    return ""


def _lost(seen: Seen) -> int:
    from tinjau.web.models import Entry  # needs the settings

    standing = {
        entry.payload["assessor"]: entry.payload.get("note", "")
        for entry in Entry.objects.filter(
            kind="answer", current=True, author_name__startswith="u", payload__isnull=False
        )
    }
    return sum(standing.get(f"u{user}") != note for user, note in seen.kept.items())


def _summary(seen: Seen, users: int, seconds: int, lost: int) -> dict[str, Any]:
    p95 = {kind: _quantile(times, 95) for kind, times in seen.seconds.items()}
    return {
        "users": users, "seconds": seconds, "database": "postgresql" if os.environ.get("TINJAU_DATABASE") else "sqlite",
        "requests": {kind: len(times) for kind, times in seen.seconds.items()},
        "p50_seconds": {kind: _quantile(times, 50) for kind, times in seen.seconds.items()},
        "p95_seconds": p95,
        "p95_ratio_to_bare": {kind: round(p95[kind] / p95["bare"], 2) for kind in KINDS if p95["bare"]},
        "saves_acknowledged": seen.saves, "errors": len(seen.errors), "first_errors": seen.errors[:3],
        "lost_updates": lost,
    }  # fmt: skip


def _quantile(times: list[float], percent: int) -> float:
    return round(statistics.quantiles(times, n=100)[percent - 1], 4) if len(times) > 1 else 0.0


if __name__ == "__main__":
    sys.exit(main())
