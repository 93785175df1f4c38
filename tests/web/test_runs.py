"""Runs: done once, called off, taken over, and never half a result."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from tinjau import pipeline
from tinjau.web import running
from tinjau.web.models import Cycle, Result, Role, Run


def test_an_evaluation_stores_what_the_pipeline_concluded(
    committed_db: None, medan_cycle: Callable[[str], Cycle]
) -> None:
    cycle = medan_cycle("a")
    run = running.ask_for(cycle, Run.Kind.EVALUATE, None)
    assert running.ask_for(cycle, Run.Kind.CAPTURE, None) == run  # one open run a cycle
    running.work(run.pk)
    run.refresh_from_db()
    assert (run.state, run.message) == ("done", "")
    result = cycle.results.get()
    assert result.assessment["phase"]["id"] == "interaction"
    assert result.assessment["services"]["public"] == 9
    assert len(result.plan["conclusions"]) == 11
    assert (running.result_folder(run) / "report.html").is_file()
    running.work(run.pk)  # a second delivery of the same message does nothing
    assert Result.objects.filter(cycle=cycle).count() == 1


def test_the_database_itself_allows_one_open_run(db: None, medan_cycle: Callable[[str], Cycle]) -> None:
    cycle = medan_cycle("a")
    Run.objects.create(cycle=cycle, kind="evaluate")
    with pytest.raises(IntegrityError), transaction.atomic():
        Run.objects.create(cycle=cycle, kind="capture")


def test_a_run_whose_worker_is_gone_is_taken_over_and_the_late_one_writes_nothing(
    committed_db: None, medan_cycle: Callable[[str], Cycle], monkeypatch: pytest.MonkeyPatch
) -> None:
    cycle = medan_cycle("a")
    run = running.ask_for(cycle, Run.Kind.EVALUATE, None)
    evaluate = pipeline.evaluate
    turns: list[int] = []

    def stolen(*arguments: Any) -> Any:
        """The first worker falls asleep before it writes; another takes the run over and finishes it."""
        turns.append(1)
        if len(turns) == 1:
            Run.objects.filter(pk=run.pk).update(heartbeat=timezone.now() - timedelta(minutes=5))
            assert running.take_over_stale() == [run.pk]
            running.work(run.pk)
        return evaluate(*arguments)

    monkeypatch.setattr(pipeline, "evaluate", stolen)
    running.work(run.pk)
    run.refresh_from_db()
    assert (run.state, run.token) == ("done", 3)  # up by one where it was taken away, by one where it was taken up
    assert Result.objects.filter(cycle=cycle).count() == 1


def test_called_off_while_it_works(
    committed_db: None, medan_cycle: Callable[[str], Cycle], monkeypatch: pytest.MonkeyPatch
) -> None:
    cycle = medan_cycle("a")
    run = running.ask_for(cycle, Run.Kind.EVALUATE, None)
    evaluate = pipeline.evaluate

    def asked_to_stop(*arguments: Any) -> Any:
        Run.objects.filter(pk=run.pk).update(cancel_requested=True)
        return evaluate(*arguments)

    monkeypatch.setattr(pipeline, "evaluate", asked_to_stop)
    running.work(run.pk)
    run.refresh_from_db()
    assert run.state == "cancelled"
    assert not Result.objects.filter(cycle=cycle).exists()


def test_a_study_that_cannot_be_read_fails_with_its_message(
    committed_db: None, medan_cycle: Callable[[str], Cycle]
) -> None:
    cycle = medan_cycle("a")
    entry = cycle.entries_of("settings").get()
    entry.payload["instruments"] = ["no-such-pack"]
    entry.save()
    run = running.ask_for(cycle, Run.Kind.EVALUATE, None)
    running.work(run.pk)
    run.refresh_from_db()
    assert run.state == "failed"
    assert "no-such-pack" in run.message


def test_the_page_starts_one_and_shows_it(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client]
) -> None:
    cycle = medan_cycle("a")
    client = browser(person("kori", Role.COORDINATOR, cycle.office))
    response = client.post("/o/a/c/2026/runs/", {"kind": "evaluate"})
    run = Run.objects.get()
    assert response.headers["Location"] == f"/o/a/c/2026/runs/{run.pk}/"
    page = client.get(response.headers["Location"]).content.decode()
    assert "menunggu giliran" in page
    assert 'hx-trigger="every 2s"' in page
    client.post(f"/o/a/c/2026/runs/{run.pk}/cancel/")
    page = client.get(response.headers["Location"], headers={"HX-Request": "true"}).content.decode()
    assert "dihentikan" in page
    assert "hx-trigger" not in page  # it asks no more
    assert json.loads(client.get("/api/offices/a/cycles/2026/runs/").content)["results"][0]["state"] == "cancelled"
