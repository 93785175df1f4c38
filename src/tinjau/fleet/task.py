"""One government as one task: idempotent, fenced, its result outside the engine.

A finished government is a folder that appears by one rename. The rename fails where the folder already stands, so of
two attempts that finish, the first one counts and the second finds its receipt. A capture goes on in a folder that both
attempts share and that only one process may hold (the capture room's lock).
"""

import errno
import json
import os
import shutil
import socket
import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from tinjau import pipeline, study
from tinjau.capture import CaptureSettings
from tinjau.fleet.failing import Failure, failure_of, overtaken
from tinjau.fleet.sites import Site
from tinjau.model import Government, InputError, InterruptedRun, Study

RECEIPT = "receipt.json"


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker needs to know: plain values that travel as one message. `token` grows with each submission."""

    site: Site
    out: str
    token: int
    instruments: tuple[str, ...]
    formats: tuple[str, ...]
    lang: str
    max_pages: int
    allow_private: bool
    delay: float | None
    contact: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a worker gives back: that the result stands (or why not), never the result itself.

    `code` and `detail` say why not in a form that other languages can be made of (`tinjau.fleet.failing`).
    """

    id: str
    state: str  # done | partial | failed
    reason: str = ""
    token: int = 0
    seconds: float = 0.0
    worker: str = ""
    pages: int = 0
    code: str = ""
    detail: Mapping[str, str] = field(default_factory=dict)

    @property
    def failure(self) -> Failure:
        """Why there is no result."""
        return Failure(self.reason, self.code, self.detail)


def folder_of(out: Path, name: str) -> Path:
    """Where a government's accepted result stands."""
    return out / "governments" / name


def read_receipt(out: Path, name: str) -> Receipt | None:
    """The receipt of an accepted result; None where there is none."""
    path = folder_of(out, name) / RECEIPT
    try:
        return Receipt(**json.loads(path.read_text(encoding="utf-8")))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (ValueError, TypeError):
        mend = "Delete this government's folder and run again"
        raise InputError(str(path), "", "the receipt cannot be read", mend) from None


def current_token(out: Path, name: str) -> int:
    """The token of the newest submission of this government; 0 before the first."""
    try:
        return int((out / ".fleet" / f"{name}.token").read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return 0


def starts_of(out: Path) -> int:
    """How often work on a government was begun, over all of them."""
    return sum(len(each.read_text(encoding="ascii").splitlines()) for each in (out / ".fleet").glob("*.starts"))


def set_token(out: Path, name: str, token: int) -> None:
    """Fence: from now on only the attempt with this token may be accepted."""
    path = out / ".fleet" / f"{name}.token"
    path.parent.mkdir(parents=True, exist_ok=True)
    study.write_text(path, f"{token}\n")


def evaluate_government(order: Order) -> Receipt:
    """Evaluate one government, put its folder in place, and return the receipt.

    Calling it again, at once or beside another worker, returns the receipt of the accepted result. Faults of the
    input and of the network are a receipt with state `failed`; only what the engine must handle is raised.
    """
    out = Path(order.out)
    known = read_receipt(out, order.site.id)
    if known is not None:
        return known
    started = time.monotonic()
    work = out / ".fleet" / "work" / order.site.id
    work.mkdir(parents=True, exist_ok=True)
    with (out / ".fleet" / f"{order.site.id}.starts").open("a", encoding="ascii") as starts:
        starts.write(f"{order.token}\n")  # one line a start: what the engine ran again can be counted
    attempt = Path(tempfile.mkdtemp(prefix="attempt-", dir=work))
    try:
        result = _evaluate(order, work, attempt)
    except (InterruptedRun, InputError, OSError) as error:
        if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise  # a full disk is not this government's fault: the whole fleet stops
        return _failed(order, failure_of(error, work), started)
    finally:
        if not (attempt / "assessment.json").exists():
            shutil.rmtree(attempt, ignore_errors=True)
    receipt = Receipt(
        id=order.site.id,
        state="partial" if result.partial else "done",
        reason=result.partial or _why_nothing(result),
        token=order.token,
        seconds=round(time.monotonic() - started, 3),
        worker=f"{socket.gethostname()}:{os.getpid()}",
        pages=result.assessment.capture.pages if result.assessment.capture else 0,
    )
    _keep_archive(work, attempt)
    kept = asdict(receipt)
    study.write_json(attempt / RECEIPT, {name: kept[name] for name in kept if name not in {"code", "detail"}})
    return _accept(out, order, work, attempt, receipt)


def _evaluate(order: Order, work: Path, attempt: Path) -> pipeline.RunResult:
    site = order.site
    options = pipeline.RunOptions(formats=order.formats, lang="en" if order.lang == "en" else "id")
    archives = tuple(Path(each) for each in site.archives)
    if site.site:
        archive = work / "archive.warc.gz"
        pipeline.capture([site.site], archive, _settings(order), _silent)
        archives = (archive,)
    sites = (site.site,) if site.site else ()
    the_study = Study(
        folder="",
        government=Government(name=site.name, sites=sites, code=site.code),
        language=options.lang or "id",
        instruments=order.instruments,
        sites=sites,
    )
    return pipeline.evaluate(the_study, archives, attempt, options, _silent)


def _settings(order: Order) -> CaptureSettings:
    settings = replace(CaptureSettings(), max_pages=order.max_pages, allow_private=order.allow_private)
    if order.delay is not None:
        settings = replace(settings, delay=order.delay)
    return replace(settings, contact=order.contact) if order.contact else settings


def _accept(out: Path, order: Order, work: Path, attempt: Path, receipt: Receipt) -> Receipt:
    """Put the folder in place. A worker that woke up late finds a newer token or a standing folder, and yields."""
    final = folder_of(out, order.site.id)
    final.parent.mkdir(parents=True, exist_ok=True)
    if current_token(out, order.site.id) <= order.token:
        try:
            attempt.rename(final)
        except OSError as error:
            if error.errno not in {errno.ENOTEMPTY, errno.EEXIST}:
                raise
        else:
            _sync(final.parent)
            shutil.rmtree(work, ignore_errors=True)
            return receipt
    shutil.rmtree(attempt, ignore_errors=True)
    standing = read_receipt(out, order.site.id)
    return standing or _failed(order, overtaken(), time.monotonic())


def _keep_archive(work: Path, attempt: Path) -> None:
    """Link the capture into the attempt, so that it moves with the rename and stays for another attempt until then."""
    for path in sorted(work.glob("archive.*")):
        if path.is_file() and path.suffix in {".gz", ".json"}:
            os.link(path, attempt / path.name)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _failed(order: Order, failure: Failure, started: float) -> Receipt:
    seconds = round(time.monotonic() - started, 3)
    why, code, detail = failure.reason, failure.code, dict(failure.detail)
    return Receipt(order.site.id, "failed", why, order.token, seconds, code=code, detail=detail)


def _why_nothing(result: pipeline.RunResult) -> str:
    captured = result.assessment.capture
    return captured.note if captured is not None and captured.pages == 0 else ""


def _silent(_line: str) -> None:
    """Workers say nothing: the coordinator tells how far the fleet is."""
