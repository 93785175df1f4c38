"""A small round for tests: governments, windows around now, results as an evaluation would leave them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from tinjau.web.history import Author, write
from tinjau.web.ministry import findings, moving
from tinjau.web.ministry.intake import Listed
from tinjau.web.ministry.opening import Window, add_governments, open_round
from tinjau.web.models import Cycle, Finding, Participation, Result, Round, Run, StageState

ADMIN = Author(None, "uji")
CRITERIA = ("transparency", "services", "efficiency", "economy", "aspirations", "appearance", "update")
PLAN: dict[str, Any] = {
    "factors": {kind: [] for kind in "SWOT"}, "strategies": [], "conclusions": [], "proposals": {}, "actions": [],
    "absorption": [], "decisions": [], "movements": [], "lint": [],
}  # fmt: skip
PHASES = ("presence", "interaction", "transaction", "transformation")


def document(name: str, verdicts: Sequence[str | None], ordinal: int | None = 1, secret: str = "") -> dict[str, Any]:
    """An assessment.json as far as the ministry's pages read it; `secret` stands in every statement."""
    nothing = {"value": None, "by": "", "proposed": None, "proposal": False}
    said = {"id": f"Dinilai. {secret}", "en": f"Judged. {secret}"}
    outcomes = dict.fromkeys(("passed", "failed", "cantTell", "inapplicable", "untested"), 0)
    criteria = [
        {"instrument": "sitokdana-7", "id": CRITERIA[n], "verdict": {**nothing, "value": value, "by": "rule"},
         "score": None, "coverage": 1.0 if value else 0.2, "outcomes": outcomes, "statement": said}
        for n, value in enumerate(verdicts)
    ] + [
        {"instrument": "wb-4", "id": each, "verdict": nothing, "score": None, "coverage": 0.5, "outcomes": outcomes,
         "statement": said}
        for each in PHASES
    ]  # fmt: skip
    return {
        "tinjau_version": "0.1.0", "government": {"name": name, "code": ""}, "indicators": [],
        "instruments": [{"id": "sitokdana-7"}, {"id": "wb-4"}], "criteria": criteria,
        "services": {"total": 0, "public": 0, "good": 0, "lacking": 0, "items": []}, "matrix": [], "lint": [],
        "agreement": None, "capture": {"pages": 30, "note": "", "completeness": 1.0, "sha256": "ab" * 32},
        "phase": {"id": PHASES[ordinal - 1] if ordinal else None, "ordinal": ordinal, "reached": dict.fromkeys(PHASES),
                  "rule": said, "level": "site", "sensitivity": {}, "share": 0.5,
                  "next": {"id": "transaction", "missing": ["x"], "untested": []}},
    }  # fmt: skip


def windows(now: datetime | None = None, *, open_days: float = 10, since: float = 1) -> list[Window]:
    """All stages open now: from `since` days ago for `open_days` days."""
    start = (now or timezone.now()) - timedelta(days=since)
    return [
        Window(kind, start, start + timedelta(days=open_days + since), optional=kind == "visit")
        for kind in ("self", "documents", "interview", "visit", "decision")
    ]


def a_round(names: Sequence[str] = ("Kota Satu", "Kabupaten Dua"), title: str = "Evaluasi 2026", **more: Any) -> Round:
    """A round whose stages are open now, with governments of these names."""
    fields = {"title": title, "period": "2026", "instruments": ["sitokdana-7", "wb-4"], "apart": False,
              "reply_days": 7, **more}  # fmt: skip
    made = open_round(fields, windows(), ADMIN)
    listed = [Listed(name.lower().replace(" ", "-"), name, f"1{n}.01") for n, name in enumerate(names, start=1)]
    add_governments(made, listed, ADMIN)
    return made


def part_of(the_round: Round, slug: str) -> Participation:
    """The part of one government, read anew."""
    found: Participation = Participation.objects.select_related("office", "cycle", "round").get(
        round=the_round, office__slug=slug
    )
    return found


def state(part: Participation, kind: str) -> StageState:
    """Where a stage stands, read anew."""
    found: StageState = StageState.objects.select_related("stage").get(participation=part, stage__kind=kind)
    return found


def evaluated(cycle: Cycle, found: dict[str, Any]) -> Result:
    """A result of the cycle as it is now."""
    run = Run.objects.create(cycle=cycle, kind=Run.Kind.EVALUATE, state=Run.State.DONE)
    last = cycle.entries.order_by("-sequence").values_list("sequence", flat=True).first() or 0
    made: Result = Result.objects.create(
        run=run, cycle=cycle, assessment=found, plan=PLAN, folder="", entries_sequence=last
    )
    return made


def handed_in(part: Participation, verdicts: Sequence[str | None], ordinal: int = 1, secret: str = "") -> None:
    """The government answers, its verifier accepts, and the coordinator hands the self-assessment in."""
    answer = {"instrument": "sitokdana-7", "indicator": "x", "value": "yes", "assessor": "sari"}
    write(part.cycle, "answer", "sitokdana-7/x//sari", answer, ADMIN, open_only=True)
    evaluated(part.cycle, document(part.office.name, verdicts, ordinal, secret))
    Cycle.objects.filter(pk=part.cycle_id).update(state=Cycle.State.VERIFIED)
    moving.move(part, "self", moving.HAND_IN, ADMIN)


def found(part: Participation, reason: str = "Pertimbangan") -> Finding:
    """A first draft."""
    return findings.draft(part, Author(None, reason), 0)


def published(part: Participation, secret: str = "") -> Finding:
    """A finding that went the whole way: drafted, shared, agreed, published."""
    newest = findings.latest(part)
    made = findings.draft(part, Author(None, f"Pertimbangan {secret}"), newest.version if newest else 0, "koreksi")
    findings.share(made, ADMIN)
    findings.reply(made, f"Setuju {secret}", ADMIN, agrees=True)
    findings.publish(made, Author(None, "Keputusan 7/2026"))
    made.refresh_from_db()
    return made
