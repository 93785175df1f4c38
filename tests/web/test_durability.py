"""kill -9: of the server while people answer, and of a worker in the middle of a capture; on either database."""

import http.server
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils import timezone

from tinjau import packs
from tinjau.web import captures, running
from tinjau.web.history import Author, faults_in, write
from tinjau.web.models import Cycle, Role, Run

PAGES = 14  # of the captured site: enough to be stopped in the middle, at about a page a second
PATH = "/o/a/c/2026/criteria/sitokdana-7"


def process_of(home: Path, *words: str, **more: str) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, "TINJAU_HOME": str(home), "PYTHONPATH": os.pathsep.join(sys.path), **more}
    code = "import sys; from tinjau.cli import main; sys.exit(main())"
    return subprocess.Popen(
        [sys.executable, "-c", code, *words], env=environment, cwd=home, stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip


def waited(condition: Callable[[], Any], seconds: float = 300) -> Any:
    """What the condition gives as soon as it gives something."""
    for _ in range(int(seconds / 0.1)):
        found = condition()
        if found:
            return found
        time.sleep(0.1)
    pytest.fail("it did not come about")
    return None


class Office:
    """Someone who answers one question after the other over HTTP; what the server acknowledged is noted."""

    def __init__(self, address: str, session: str) -> None:
        self.address, self.session, self.acknowledged = address, session, dict[str, str]()

    def answer(self, criterion: str, indicator: str, note: str) -> None:
        """Post an answer; noted only where the server said that it is kept."""
        fields = {"indicator": indicator, "value": "yes", "version": "0", "note": note, "csrfmiddlewaretoken": "a" * 32}
        request = urllib.request.Request(
            f"{self.address}{PATH}/{criterion}/", urllib.parse.urlencode(fields).encode(),
            {"Cookie": f"tinjau={self.session}; tinjau_csrf={'a' * 32}", "HX-Request": "true"},
        )  # fmt: skip
        with urllib.request.urlopen(request, timeout=120) as response:
            if response.status == 200:
                self.acknowledged[indicator] = note

    def is_up(self) -> bool:
        """Whether the server answers."""
        try:
            return bool(urllib.request.urlopen(f"{self.address}/health/", timeout=5).read())
        except OSError:
            return False


def test_every_acknowledged_answer_survives_the_servers_death(
    committed_db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Any],
    home: Path,
) -> None:  # fmt: skip
    cycle = medan_cycle("a")
    client = browser(person("sari", Role.OPERATOR, cycle.office))
    pack = packs.load_instrument("sitokdana-7")
    questions = [each for each in pack.indicators if each.unit == "site" and "yes" in each.values]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    sari = Office(f"http://127.0.0.1:{port}", client.cookies[settings.SESSION_COOKIE_NAME].value)
    server = process_of(home, "serve", "--port", str(port))
    try:
        waited(sari.is_up)

        def fill() -> None:
            for number, each in enumerate(questions):
                try:
                    sari.answer(each.criterion, each.id, f"catatan {number}")
                except OSError:
                    return

        thread = threading.Thread(target=fill)
        thread.start()
        waited(lambda: len(sari.acknowledged) >= 12)
        server.send_signal(signal.SIGKILL)
        server.wait(10)
        thread.join(30)
        assert 12 <= len(sari.acknowledged) < len(questions)
        server = process_of(home, "serve", "--port", str(port))
        waited(sari.is_up)
        kept = {each.payload["indicator"]: each.payload["note"] for each in cycle.entries_of("answer").filter(
            author_name="sari")}  # fmt: skip
        assert sari.acknowledged.items() <= kept.items()
        assert len(kept) <= len(sari.acknowledged) + 1  # at most the one that was on its way
        assert faults_in(cycle) == []
        rest = next(each for each in questions if each.id not in kept)
        sari.answer(rest.criterion, rest.id, "sesudahnya")
        assert sari.acknowledged[rest.id] == "sesudahnya"
    finally:
        server.kill()
        server.wait(10)


@pytest.fixture
def site() -> Iterator[tuple[str, "Counter[str]"]]:
    """A site of PAGES pages and how often each was asked for."""
    asked: Counter[str] = Counter()

    class Pages(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked[self.path] += 1
            links = "".join(f'<a href="/h/{n}">halaman {n}</a>' for n in range(PAGES))
            body = f"<html><title>{self.path}</title><main>{links}</main></html>".encode()
            known = self.path == "/" or self.path.startswith("/h/")
            self.send_response(200 if known else 404)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            del args

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/", asked
    server.shutdown()


def capturing(cycle: Cycle, address: str) -> Run:
    payload = {**cycle.entries_of("settings").get().payload, "sites": [address]}
    write(cycle, "settings", "study", payload, Author(None, "test"))
    return running.ask_for(cycle, Run.Kind.CAPTURE, None)


def pages_in(asked: "Counter[str]") -> "Counter[str]":
    return Counter({path: number for path, number in asked.items() if path.startswith("/h/")})


def test_a_capture_whose_worker_was_killed_goes_on_in_another_process(
    committed_db: None, medan_cycle: Callable[[str], Cycle], site: tuple[str, "Counter[str]"], home: Path
) -> None:
    address, asked = site
    cycle = medan_cycle("a")
    run = capturing(cycle, address)
    code = f"from tinjau.web import running; running.work({run.pk})"
    worker = process_of(home, "manage", "shell", "--no-imports", "-c", code, TINJAU_DEMO="1")
    try:
        waited(lambda: sum(pages_in(asked).values()) >= 4)
    finally:
        worker.kill()
        worker.wait(10)
    before = pages_in(asked)
    assert len(before) < PAGES
    run.refresh_from_db()
    assert run.state == Run.State.RUNNING
    Run.objects.filter(pk=run.pk).update(heartbeat=timezone.now() - 2 * running.STALE)
    assert running.take_over_stale() == [run.pk]
    with override_settings(DEMO=True):
        running.work(run.pk)
    run.refresh_from_db()
    assert run.state in {Run.State.DONE, Run.State.PARTIAL}, run.message
    after = pages_in(asked)
    assert len(after) == PAGES
    again = {path for path, number in after.items() if number > 1}
    assert len(again) <= 2  # what was on its way; the rest came from the archive of the dead
    assert cycle.results.get().assessment["capture"]["pages"] >= PAGES


def test_a_capture_that_was_called_off_goes_on_when_it_is_asked_for_again(
    committed_db: None, medan_cycle: Callable[[str], Cycle], site: tuple[str, "Counter[str]"],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    address, asked = site
    cycle = medan_cycle("a")
    run = capturing(cycle, address)
    tell = running._tell

    def call_off(each: Run, line: str) -> None:
        Run.objects.filter(pk=each.pk).update(cancel_requested=True)
        tell(each, line)

    monkeypatch.setattr(running, "_tell", call_off)
    with override_settings(DEMO=True):
        running.work(run.pk)
        run.refresh_from_db()
        assert run.state == Run.State.CANCELLED
        assert captures.newest(cycle) is not None
        before = pages_in(asked)
        assert 0 < len(before) < PAGES
        monkeypatch.setattr(running, "_tell", tell)
        second = running.ask_for(cycle, Run.Kind.CAPTURE, None)
        assert second.pk != run.pk
        running.work(second.pk)
    second.refresh_from_db()
    assert second.state in {Run.State.DONE, Run.State.PARTIAL}, second.message
    assert len(pages_in(asked)) == PAGES
    assert sum(number > 1 for number in pages_in(asked).values()) <= 2


def test_a_run_that_ends_its_process_each_time_is_given_up(
    committed_db: None, medan_cycle: Callable[[str], Cycle]
) -> None:
    run = running.ask_for(medan_cycle("a"), Run.Kind.EVALUATE, None)
    for _ in range(running.MOST_TRIES):
        assert running._claim(run.pk) is not None
        Run.objects.filter(pk=run.pk).update(heartbeat=timezone.now() - timedelta(minutes=5))
        assert running.take_over_stale() == [run.pk]
    assert running._claim(run.pk) is None
    run.refresh_from_db()
    assert (run.state, run.is_open) == ("failed", False)


def test_a_fault_of_our_own_ends_the_run(
    committed_db: None, medan_cycle: Callable[[str], Cycle], monkeypatch: pytest.MonkeyPatch
) -> None:
    run = running.ask_for(medan_cycle("a"), Run.Kind.EVALUATE, None)

    def broken(*arguments: Any) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr("tinjau.pipeline.evaluate", broken)
    running.work(run.pk)
    run.refresh_from_db()
    assert run.state == "failed"
    assert "ZeroDivision" not in run.message
