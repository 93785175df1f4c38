"""An assessor's own sheet: nothing on it comes from anyone else's scoring."""

from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tinjau.model import InputError
from tinjau.web.assessors import rounds, scores
from tinjau.web.assessors.items import Question, questions_of
from tinjau.web.assessors.seen import evidence_before, seen_for
from tinjau.web.assessors.workbook import read_sheet, write_sheet
from tinjau.web.evidence_files import path_of
from tinjau.web.history import ClosedError
from tinjau.web.models import AssessmentRound, AssessmentSeat, Cycle
from tinjau.web.permissions import ASSESS, cycle_page
from tinjau.web.texts_in import number, sent
from tinjau.web.views.assessors.rounds import round_of
from tinjau.web.views.home import back_to
from tinjau.web.words import say

MAX_BYTES = 4 << 20  # a filled sheet is far smaller; project choice
_SALT = "tinjau.web.assessors"
_AGE = 3600  # seconds a preview may be applied
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@cycle_page(ASSESS)
@require_GET
def sheet(request: HttpRequest, cycle: Cycle, assessment: int) -> HttpResponse:
    """The criteria of the round with how many questions of each one answered oneself."""
    seat = _seat(request, cycle, assessment)
    return render(request, "web/assessors/sheet.html", _context(request, cycle, seat))


@cycle_page(ASSESS)
@require_http_methods(["GET", "POST"])
def criterion(request: HttpRequest, cycle: Cycle, assessment: int, instrument: str, criterion: str) -> HttpResponse:
    """One criterion's questions with one's own answers; an answer that is sent is kept (one question a form)."""
    seat = _seat(request, cycle, assessment)
    questions = questions_of(seat.round)
    mine = [each for each in questions if (each.instrument.id, each.criterion.id) == (instrument, criterion)]
    if not mine:
        raise Http404
    saved, conflict = 0, None
    if request.method == "POST":
        question = next((each for each in mine if str(each.number) == request.POST.get("question")), None)
        if question is None or request.POST.get("value", "") not in {*question.values, ""}:
            raise Http404
        given = scores.Given(
            question, request.POST.get("value", ""), sent(request, "evidence", scores.LONGEST),
            sent(request, "note", scores.LONGEST),
        )  # fmt: skip
        try:
            scores.keep(seat, given, number(request.POST.get("version", "")) or 0)
            saved = question.number
        except ClosedError:
            return render(request, "web/fault.html", {"key": "assess.too-late", "status": 403}, status=403)
        except scores.ScoreConflictError as error:
            conflict = {"number": question.number, "theirs": error.theirs, "given": given}
    if saved and not request.htmx:
        return back_to(cycle, "assess-criterion", assessment=assessment, instrument=instrument, criterion=criterion)
    rows = _rows(seat, mine, saved, conflict)
    status = 409 if conflict else 200
    context = {"cycle": cycle, "round": seat.round, "seat": seat, "abilities": request.abilities,
               "open": seat.round.state == AssessmentRound.State.OPEN}  # fmt: skip
    if request.htmx and request.method == "POST":
        row = next(each for each in rows if str(each["question"].number) == request.POST["question"])
        return render(request, "web/assessors/question.html", {**context, "row": row}, status=status)
    places = list(dict.fromkeys((each.instrument.id, each.criterion.id) for each in questions))
    titles = {(each.instrument.id, each.criterion.id): each.criterion.title for each in questions}
    here = places.index((instrument, criterion))
    around = [places[here - 1] if here else None, places[here + 1] if here + 1 < len(places) else None]
    previous, following = (
        each and {"instrument": each[0], "criterion": each[1], "title": titles[each]} for each in around
    )
    context |= {
        "rows": rows,
        "pack": mine[0].instrument,
        "criterion": mine[0].criterion,
        "previous": previous,
        "next": following,
    }
    return render(request, "web/assessors/criterion.html", context, status=status)


@cycle_page(ASSESS)
@require_GET
def workbook(request: HttpRequest, cycle: Cycle, assessment: int) -> HttpResponse:
    """One's own sheet as a workbook, with what was scored so far."""
    seat = _seat(request, cycle, assessment)
    data = write_sheet(seat, questions_of(seat.round), scores.standing(seat), request.lang)
    response = HttpResponse(data, content_type=_KIND)
    name = f"{cycle.slug}-{seat.round.number}-{seat.label}.xlsx".replace('"', "")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@cycle_page(ASSESS)
@require_POST
def preview(request: HttpRequest, cycle: Cycle, assessment: int) -> HttpResponse:
    """What a filled workbook would change of one's own answers; nothing is written."""
    seat = _seat(request, cycle, assessment)
    upload = request.FILES.get("table")
    questions = questions_of(seat.round)
    basis = scores.basis_of(seat)
    try:
        if upload is None or upload.size > MAX_BYTES:
            raise InputError("workbook.xlsx", "", say("import.size", request.lang, size=MAX_BYTES >> 20))
        given = read_sheet(seat, questions, upload.name, upload.read())
    except InputError as error:
        context = {**_context(request, cycle, seat), "fault": str(error)}
        return render(request, "web/assessors/sheet.html", context, status=422)
    own = scores.standing(seat)
    changes = [each for each in (_change(own.get(one.question.key), one) for one in given) if each]
    rows = [[each.question.number, each.value, each.evidence, each.note] for each in given]
    sealed = signing.dumps({"seat": seat.pk, "basis": basis, "rows": rows}, salt=_SALT, compress=True)
    context = {"cycle": cycle, "round": seat.round, "seat": seat, "changes": changes, "sealed": sealed}
    return render(request, "web/assessors/preview.html", context)


@cycle_page(ASSESS)
@require_POST
def apply(request: HttpRequest, cycle: Cycle, assessment: int) -> HttpResponse:
    """Keep what the preview showed: all of it, or nothing where one's answers changed since."""
    seat = _seat(request, cycle, assessment)
    fault = ""
    try:
        sealed = signing.loads(request.POST.get("sealed", ""), salt=_SALT, max_age=_AGE)
        known = {each.number: each for each in questions_of(seat.round)}
        if sealed["seat"] != seat.pk:
            fault = "services.expired"
        else:
            given = [scores.Given(known[row[0]], *row[1:]) for row in sealed["rows"] if row[0] in known]
            scores.keep_all(seat, given, sealed["basis"])
    except signing.BadSignature:
        fault = "services.expired"
    except scores.ScoreConflictError:
        fault = "assess.sheet-moved"
    except ClosedError:
        fault = "assess.too-late"
    if fault:
        messages.error(request, say(fault, request.lang))
    return back_to(cycle, "assess-sheet", assessment=assessment)


@cycle_page(ASSESS)
@require_POST
def finish(request: HttpRequest, cycle: Cycle, assessment: int) -> HttpResponse:
    """Say to be done, or not yet."""
    seat = _seat(request, cycle, assessment)
    try:
        scores.say_finished(seat, finished=request.POST.get("finished") == "1")
    except ClosedError:
        messages.error(request, say("assess.too-late", request.lang))
    return back_to(cycle, "assess-sheet", assessment=assessment)


@cycle_page(ASSESS)
@require_GET
def file(request: HttpRequest, cycle: Cycle, assessment: int, digest: str) -> HttpResponse:
    """An evidence file of the evaluation that was there before the round began, as a download."""
    seat = _seat(request, cycle, assessment)
    found = evidence_before(seat.round).filter(digest=digest).first()
    if found is None or not path_of(found.digest).is_file():
        raise Http404
    response = FileResponse(
        path_of(found.digest).open("rb"), as_attachment=True, filename=found.name,
        content_type="application/octet-stream",
    )  # fmt: skip
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _seat(request: HttpRequest, cycle: Cycle, assessment: int) -> AssessmentSeat:
    """One's own seat in a round that was opened; 404 for everything else, alike."""
    found = round_of(cycle, assessment)
    seat = rounds.seat_of(found, request.user)
    if seat is None or found.state == AssessmentRound.State.DRAFT:
        raise Http404
    seat.round = found
    return seat


def _context(request: HttpRequest, cycle: Cycle, seat: AssessmentSeat) -> dict[str, Any]:
    own = scores.standing(seat)
    criteria: dict[tuple[str, str], dict[str, Any]] = {}
    for each in questions_of(seat.round):
        start = {"instrument": each.instrument, "criterion": each.criterion, "total": 0, "done": 0}
        row = criteria.setdefault((each.instrument.id, each.criterion.id), start)
        score = own.get(each.key)
        row["total"] += 1
        row["done"] += bool(score and score.value)
    rows = list(criteria.values())
    return {
        "cycle": cycle, "round": seat.round, "seat": seat, "criteria": rows, "abilities": request.abilities,
        "done": sum(each["done"] for each in rows), "total": sum(each["total"] for each in rows),
        "open": seat.round.state == AssessmentRound.State.OPEN, "files": evidence_before(seat.round),
    }  # fmt: skip


def _rows(
    seat: AssessmentSeat, questions: list[Question], saved: int, conflict: dict[str, Any] | None
) -> list[dict[str, Any]]:
    own = scores.standing(seat)
    seen = seen_for(seat.round, questions)
    rows = []
    for each in questions:
        score = own.get(each.key)
        row: dict[str, Any] = {
            "question": each, "version": score.version if score else 0, "saved": saved == each.number,
            "own": {"value": score.value, "evidence": score.evidence, "note": score.note} if score else {},
            "seen": seen.get(each.key, []), "conflict": None,
            "choices": [{"value": value, "level": each.levels.get(value)} for value in each.values],
        }  # fmt: skip
        if conflict and conflict["number"] == each.number:
            given = conflict["given"]  # the form keeps what was not kept yet
            row |= {"own": {"value": given.value, "evidence": given.evidence, "note": given.note}, "conflict": conflict}
        rows.append(row)
    return rows


def _change(old: Any, new: scores.Given) -> dict[str, Any] | None:
    before = (old.value, old.evidence, old.note) if old else ("", "", "")
    after = (new.value, new.evidence if new.value else "", new.note if new.value else "")
    if before == after:
        return None
    return {
        "question": new.question, "old": before[0], "new": after[0],
        "texts": [pair for pair in zip(before[1:], after[1:], strict=True) if pair[0] != pair[1]],
    }  # fmt: skip
