"""A run from the queue to its result: heartbeat, cancel, fence, and what it leaves."""

import logging
import shutil
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.utils import timezone

from tinjau import pipeline, study
from tinjau.capture import CaptureSettings
from tinjau.model import InterruptedRun, TinjauError
from tinjau.web import captures, mapping
from tinjau.web.auditing import audit_of
from tinjau.web.history import Author
from tinjau.web.models import Cycle, Result, Run
from tinjau.web.years.placing import with_previous

if TYPE_CHECKING:
    from collections.abc import Iterator

BEAT = 2.0  # seconds between heartbeats; project choice
STALE = timedelta(seconds=20)  # ten beats missed: the worker is gone
MOST_TRIES = 5  # of one run: one that ends its process each time must not do so for ever; project choice
FORMATS = ("html", "json", "pdf", "docx", "xlsx")
INSIDE = "replication"  # made besides: what the package without names is put together from


_LOG = logging.getLogger(__name__)


class CancelledError(Exception):
    """The person who asked for the run called it off."""


class FencedError(Exception):
    """Another worker took the run over; this one must write nothing more."""


def ask_for(cycle: Cycle, kind: str, user: Any, *, anew: bool = False, reason: str = "") -> Run:
    """A queued run; the one that is already open where there is one. `anew`: a capture beside the one that stands."""
    with transaction.atomic():
        Cycle.objects.select_for_update().get(pk=cycle.pk)
        standing = cycle.runs.filter(state__in=Run.OPEN).first()
        if standing is not None:
            return standing
        if kind == Run.Kind.CAPTURE:
            captures.begin(cycle, sites_of(cycle), Author(user, reason), anew=anew)
        return Run.objects.create(cycle=cycle, kind=kind, asked_by=user)


def sites_of(cycle: Cycle) -> list[str]:
    """The addresses that the settings name, where a study's reader would look for them."""
    entry = cycle.entries_of("settings").first()
    settings_of = (entry.payload or {}) if entry else {}
    government = settings_of.get("government")
    own = government if isinstance(government, dict) else {}
    named = settings_of.get("sites") or own.get("sites") or own.get("site") or []
    return [str(each) for each in (named if isinstance(named, list) else [named])]


def take_over_stale() -> list[int]:
    """Queue again every run whose worker is gone; their ids."""
    limit = timezone.now() - STALE
    stale = Run.objects.filter(state=Run.State.RUNNING, heartbeat__lt=limit)
    found = list(stale.values_list("pk", flat=True))
    # The token goes up at once: a worker that only slept writes nothing more, even before another takes the run.
    stale.update(state=Run.State.QUEUED, token=F("token") + 1)
    return found


def left_queued() -> list[int]:
    """Runs that wait although no queue may know them any more (a queue file that was lost): their ids."""
    limit = timezone.now() - STALE
    return list(Run.objects.filter(state=Run.State.QUEUED, created__lt=limit).values_list("pk", flat=True))


def work(run_id: int) -> None:
    """Do one run. Doing it twice at once is safe: the second finds the row taken."""
    run = _claim(run_id)
    if run is None:
        return
    try:
        with _heart(run):
            result = _do(run)
    except CancelledError:
        _finish(run, Run.State.CANCELLED, "")
    except FencedError:
        return
    except InterruptedRun as error:
        _finish(run, Run.State.FAILED, str(error))
    except TinjauError as error:
        _finish(run, Run.State.FAILED, str(error))
    except OSError as error:
        _finish(run, Run.State.FAILED, error.strerror or str(error))
    except Exception:  # a fault of ours: said once, instead of a run that is taken over and fails for ever
        _LOG.exception("run %s failed", run_id)
        _finish(run, Run.State.FAILED, "a fault of tinjau's own; nothing was half-written")
    else:
        _finish(run, Run.State.PARTIAL if result.partial else Run.State.DONE, result.partial)


def result_folder(run: Run) -> Path:
    """Where the files of a run stand."""
    return Path(settings.HOME) / "results" / f"run-{run.pk}-{run.token}"


def _claim(run_id: int) -> Run | None:
    with transaction.atomic():
        run = Run.objects.select_for_update().filter(pk=run_id, state=Run.State.QUEUED).first()
        if run is None:
            return None
        if run.token >= MOST_TRIES * 2:  # two a try: taking over raises it, and so does taking up
            run.state, run.finished = Run.State.FAILED, timezone.now()
            run.message = f"stopped after {MOST_TRIES} tries that ended without a word"
            run.save(update_fields=["state", "finished", "message"])
            return None
        run.state, run.token = Run.State.RUNNING, run.token + 1
        run.started = run.started or timezone.now()
        run.heartbeat = timezone.now()
        run.save(update_fields=["state", "token", "started", "heartbeat"])
        return run


def _do(run: Run) -> "pipeline.RunResult":
    cycle = run.cycle
    last = cycle.entries.order_by("-sequence").values_list("sequence", flat=True).first() or 0
    with tempfile.TemporaryDirectory(prefix="tinjau-web-") as scratch:
        folder = Path(scratch) / "study"
        mapping.write_folder(cycle, folder)
        the_study = with_previous(cycle, study.read_study(folder), folder)
        the_study = replace(the_study, history=audit_of(cycle, last))
        if run.kind == Run.Kind.CAPTURE:
            _capture(run, list(the_study.sites), captures.place_for(run))
        standing = captures.used(cycle)
        archives = standing.archives if standing else ()
        out = result_folder(run)
        shutil.rmtree(out, ignore_errors=True)
        options = pipeline.RunOptions(formats=(*FORMATS, INSIDE))
        result = pipeline.evaluate(the_study, archives, out, options, lambda line: _tell(run, line))
    with transaction.atomic():
        _hold(run)
        Result.objects.create(
            run=run,
            cycle=cycle,
            assessment=study.assessment_to_json(result.assessment),
            plan=study.plan_to_json(result.plan),
            folder=str(out),
            entries_sequence=last,
        )
    return result


def _capture(run: Run, sites: list[str], archive: Path) -> None:
    capture = CaptureSettings(allow_private=settings.DEMO)
    # The capture speaks from inside its event loop, where Django refuses every query: a thread beside it asks instead.
    with ThreadPoolExecutor(1) as beside:
        try:
            pipeline.capture(sites, archive, capture, lambda line: beside.submit(_tell, run, line).result())
        finally:
            beside.submit(_leave).result()


def _leave() -> None:
    """Give the connection of this thread back (asked for here, since each thread has its own)."""
    connection.close()


def _tell(run: Run, line: str) -> None:
    """Note how far it is; stop where it was called off or taken over."""
    row = Run.objects.filter(pk=run.pk).values("token", "cancel_requested").first()
    if row is None or row["token"] != run.token:
        raise FencedError
    if row["cancel_requested"]:
        raise CancelledError
    Run.objects.filter(pk=run.pk, token=run.token).update(cursor=line[:400], heartbeat=timezone.now())


def _hold(run: Run) -> None:
    if not Run.objects.select_for_update().filter(pk=run.pk, token=run.token, state=Run.State.RUNNING).exists():
        raise FencedError


def _finish(run: Run, state: str, message: str) -> None:
    Run.objects.filter(pk=run.pk, token=run.token).update(
        state=state, message=message[:2000], finished=timezone.now(), cursor=""
    )


@contextmanager
def _heart(run: Run) -> "Iterator[None]":
    """Beat while the block works, on a connection of the thread's own."""
    stop = threading.Event()

    def beat() -> None:
        try:
            while not stop.wait(BEAT):
                try:
                    Run.objects.filter(pk=run.pk, token=run.token).update(heartbeat=timezone.now())
                except DatabaseError:  # busy, or away for a moment: the next beat tries again
                    connection.close()
        finally:
            connection.close()

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(BEAT * 2)
