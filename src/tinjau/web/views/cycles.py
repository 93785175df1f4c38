"""A cycle: begin one, see where it stands, hand it on, take it out."""

import io
import lzma
import tempfile
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tinjau import packs
from tinjau.model import InputError
from tinjau.web import mapping
from tinjau.web.history import Author, write
from tinjau.web.models import Cycle, Office
from tinjau.web.permissions import COORDINATE, FILL, VERIFY, VIEW, cycle_page, office_page
from tinjau.web.running import archive_of
from tinjau.web.texts_in import sent
from tinjau.web.views.home import back_to
from tinjau.web.words import say

MAX_ZIP = 20 << 20  # bytes of an uploaded study, packed; project choice
MAX_UNPACKED = 50 << 20
MAX_MEMBERS = 500
_ALLOWED = frozenset({".yaml", ".csv"})
_LONGEST = 200


@office_page(COORDINATE)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, office: Office) -> HttpResponse:
    """Begin a cycle: a title, a period, the sites."""
    fault = ""
    if request.method == "POST":
        title, period = sent(request, "title", _LONGEST), sent(request, "period", 40)
        sites = sent(request, "sites", 20_000).split()[:50]
        wrong = [each for each in sites if not each.startswith(("http://", "https://"))]
        if not title or not period:
            fault = say("cycle.needs-title", request.lang)
        elif wrong:
            fault = say("cycle.bad-site", request.lang, site=wrong[0][:80])
        else:
            cycle = create(office, title, period)
            payload = {
                "government": {"name": office.name, "country": "ID", **({"code": office.code} if office.code else {})},
                "period": period, "language": "id", "instruments": ["sitokdana-7", "wb-4"], "sites": sites,
            }  # fmt: skip
            write(cycle, "settings", "study", payload, Author(request.user))
            return back_to(cycle)
    return render(request, "web/cycle_new.html", {"office": office, "fault": fault, "values": request.POST})


@office_page(COORDINATE)
@require_POST
def import_folder(request: HttpRequest, office: Office) -> HttpResponse:
    """A study folder comes in as a zip: all of it or nothing."""
    upload = request.FILES.get("study")
    try:
        if upload is None or upload.size > MAX_ZIP:
            raise InputError("study.zip", "", say("import.size", request.lang, size=MAX_ZIP >> 20))
        with tempfile.TemporaryDirectory(prefix="tinjau-import-") as scratch:
            folder = unpack(upload, Path(scratch) / "study")
            with transaction.atomic():
                cycle = create(office, Path(upload.name).stem[:_LONGEST] or "study", "")
                mapping.read_folder(folder, cycle, Author(request.user, say("import.reason", request.lang)))
                payload = cycle.entries_of("settings").first().payload
                cycle.title = title_of(payload, request.lang) or cycle.title
                cycle.period = str(payload.get("period", ""))[:40]
                cycle.save(update_fields=["title", "period"])
    except InputError as error:
        return render(
            request, "web/cycle_new.html", {"office": office, "import_fault": str(error), "values": {}}, status=422
        )
    return back_to(cycle)


def create(office: Office, title: str, period: str) -> Cycle:
    """A new cycle with an address of its own."""
    slug = (slugify(title) or "cycle")[:60]
    with transaction.atomic():
        Office.objects.select_for_update().get(pk=office.pk)  # two at once do not take the same address
        taken = set(office.cycles.values_list("slug", flat=True))
        number = 1
        while (name := slug if number == 1 else f"{slug}-{number}") in taken:
            number += 1
        return Cycle.objects.create(office=office, slug=name, title=title, period=period)


def title_of(payload: dict[str, Any], lang: str) -> str:
    """The study's title in the reader's language."""
    title = payload.get("title") or ""
    if isinstance(title, dict):
        title = title.get(lang) or next(iter(title.values()), "")
    return str(title)[:_LONGEST]


def unpack(upload: Any, folder: Path) -> Path:
    """The YAML and CSV files of a zip in `folder`, by exact names. Raises InputError where it is no study."""
    try:
        archive = zipfile.ZipFile(upload)
        members = [each for each in archive.infolist() if not each.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise InputError("study.zip", "", "the file is no zip archive", "Zip the study folder and send that") from None
    if len(members) > MAX_MEMBERS or sum(each.file_size for each in members) > MAX_UNPACKED:
        raise InputError("study.zip", "", "the archive holds too much", "Send the study's YAML and CSV files only")
    roots = {
        PurePosixPath(each.filename).parent for each in members if PurePosixPath(each.filename).name == "study.yaml"
    }
    if len(roots) != 1:
        raise InputError("study.zip", "", "one study.yaml is expected in it", "Zip one study folder")
    (root,) = roots
    folder.mkdir(parents=True)
    for member in members:
        path = PurePosixPath(member.filename)
        if not path.is_relative_to(root):
            continue
        inner = path.relative_to(root)
        if inner.suffix not in _ALLOWED or len(inner.parts) > 2 or ".." in inner.parts or member.flag_bits & 1:
            continue
        target = folder.joinpath(*inner.parts)
        try:
            with archive.open(member) as source:
                data = source.read(MAX_UNPACKED + 1)
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(data)
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError, ValueError):
            raise InputError(
                "study.zip", inner.name[:80], "this member cannot be unpacked", "Zip the study folder again"
            ) from None
        if len(data) > MAX_UNPACKED:
            raise InputError("study.zip", inner.name[:80], "the file is too large", "Send a smaller file")
    return folder


@cycle_page(VIEW)
@require_GET
def show(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """Where the cycle stands: the steps, what is done in each, the next one."""
    result = cycle.results.first()
    last = cycle.entries.order_by("-sequence").values_list("sequence", flat=True).first() or 0
    return render(
        request,
        "web/cycle.html",
        {
            "cycle": cycle,
            "abilities": request.abilities,
            "services": cycle.entries_of("service").count(),
            "criteria": criteria_of(cycle),
            "run": cycle.runs.first(),
            "result": result,
            "stale": result is not None and result.entries_sequence < last,
            "captured": archive_of(cycle).is_file(),
            "forms": ("html", "pdf", "docx", "xlsx", "assessment", "plan"),
        },
    )


def criteria_of(cycle: Cycle) -> list[dict[str, Any]]:
    """Each criterion of the cycle's instruments with how many of its questions were answered."""
    answered = {entry.key.split("/")[1] for entry in cycle.entries_of("answer").exclude(payload=None)}
    rows = []
    for instrument in instruments_of(cycle):
        for criterion in instrument.criteria:
            mine = [each.id for each in instrument.indicators if each.criterion == criterion.id]
            if mine:
                done = sum(each in answered for each in mine)
                rows.append({"instrument": instrument, "criterion": criterion, "total": len(mine), "done": done})
    return rows


def instruments_of(cycle: Cycle) -> list[Any]:
    """The instruments that the cycle's settings name."""
    entry = cycle.entries_of("settings").first()
    names = (entry.payload or {}).get("instruments") if entry else None
    known = set(packs.instrument_ids())
    return [packs.load_instrument(each) for each in names or ("sitokdana-7", "wb-4") if each in known]


@cycle_page(FILL)
@require_POST
def submit(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """Hand the cycle to the verifier."""
    return _move(request, cycle, Cycle.State.OPEN, Cycle.State.SUBMITTED, "submitted")


@cycle_page(VERIFY)
@require_POST
def accept(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """The verifier accepts."""
    return _move(request, cycle, Cycle.State.SUBMITTED, Cycle.State.VERIFIED, "verified")


@cycle_page(VERIFY)
@require_POST
def send_back(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """The verifier returns the cycle with a reason."""
    if not sent(request, "reason", 2000):
        messages.error(request, say("verify.needs-reason", request.lang))
        return back_to(cycle, "check")
    return _move(request, cycle, Cycle.State.SUBMITTED, Cycle.State.OPEN, "returned")


def _move(request: HttpRequest, cycle: Cycle, old: str, new: str, what: str) -> HttpResponse:
    reason = sent(request, "reason", 2000)
    with transaction.atomic():
        moved = Cycle.objects.filter(pk=cycle.pk, state=old).update(state=new)
        if moved:
            number = cycle.entries.count() + 1
            write(cycle, "event", f"{what}-{number}", {"event": what}, Author(request.user, reason))
    if not moved:
        messages.error(request, say("cycle.moved-before", request.lang))
    return back_to(cycle)


@cycle_page(VIEW)
@require_GET
def export(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """The cycle as a study folder, zipped."""
    del request
    with tempfile.TemporaryDirectory(prefix="tinjau-export-") as scratch:
        folder = Path(scratch) / cycle.slug
        mapping.write_folder(cycle, folder)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(folder.rglob("*")):
                if path.is_file():
                    archive.write(path, f"{cycle.slug}/{path.relative_to(folder)}")
    response = HttpResponse(packed.getvalue(), content_type="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="{cycle.slug}.zip"'
    return response
