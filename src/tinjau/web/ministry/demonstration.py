"""The demonstration's round: three invented governments, one published, one with an extension, one late."""

from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone

from tinjau import packs
from tinjau.web import running
from tinjau.web.history import Author, write_new
from tinjau.web.ministry import findings, moving
from tinjau.web.ministry.intake import Listed
from tinjau.web.ministry.league import publish_league
from tinjau.web.ministry.opening import Window, add_governments, open_round
from tinjau.web.models import Assignment, Cycle, Membership, Participation, Role, Round, Run, Stage

LOGINS = (("pusat", Role.NATIONAL_ADMIN), ("asesor", Role.NATIONAL_EVALUATOR))
GOVERNMENTS = (
    Listed("kabupaten-tirtamaya", "Kabupaten Tirtamaya (rekaan)"),
    Listed("kota-sagarajaya", "Kota Sagarajaya (rekaan)"),
    Listed("kabupaten-wanasari", "Kabupaten Wanasari (rekaan)"),
)
_REACHED = frozenset({"presence", "interaction"})  # the phases that the invented answers show
_WORKERS = (("operator", Role.OPERATOR), ("koordinator", Role.COORDINATOR), ("verifikator", Role.VERIFIER))


def demonstrate(password: str) -> None:
    """Make the round and its logins where they are missing; what stands is left alone."""
    users = get_user_model()
    for name, role in LOGINS:
        user = users.objects.filter(username=name).first() or users.objects.create_user(name, password=password)
        Membership.objects.get_or_create(user=user, office=None, role=role)
    if Round.objects.exists():
        return
    now = timezone.now()
    start, closed = now - timedelta(days=30), now + timedelta(days=1)
    windows = [
        Window("self", start, closed),
        Window("documents", start, now + timedelta(days=20)),
        Window("interview", start, now + timedelta(days=30)),
        Window("visit", start, now + timedelta(days=30), optional=True),
        Window("decision", start, now + timedelta(days=40)),
    ]
    fields: dict[str, Any] = {
        "title": "Evaluasi layanan daring provinsi rekaan", "period": "2026",
        "instruments": ["sitokdana-7", "wb-4"], "apart": False, "reply_days": 14,
    }  # fmt: skip
    author = Author(users.objects.get(username="pusat"), "peragaan")
    made = open_round(fields, windows, author)
    add_governments(made, GOVERNMENTS, author)
    parts = {each.office.slug: each for each in made.participations.select_related("office", "cycle", "round")}
    for part in parts.values():
        for name, role in _WORKERS:
            worker = users.objects.filter(username=name).first()
            if worker is not None:
                Membership.objects.get_or_create(user=worker, office=part.office, defaults={"role": role})
        Assignment.objects.create(participation=part, user=users.objects.get(username="asesor"), by_name=author.name)
    public = _published(parts["kabupaten-tirtamaya"], author)
    why = Author(author.user, "gangguan jaringan listrik (rekaan)")
    moving.move(parts["kota-sagarajaya"], "self", moving.EXTEND, why, until=now + timedelta(days=14))
    Stage.objects.filter(round=made, kind="self").update(closes=now - timedelta(days=1))
    if public:
        publish_league(made, Author(author.user, "Keputusan rekaan untuk peragaan"), "")


def _published(part: Participation, author: Author) -> bool:
    """Invented answers, evaluated, handed in, found, agreed to and published; False where the evaluation failed."""
    seven, phases = packs.load_instrument("sitokdana-7"), packs.load_instrument("wb-4")
    said = [(seven.id, each, "no" if number % 3 else "yes") for number, each in enumerate(seven.indicators)]
    said += [(phases.id, each, "yes" if each.criterion in _REACHED else "no") for each in phases.indicators]
    answers = [
        ("answer", f"{pack}/{each.id}//operator",
         {"instrument": pack, "indicator": each.id, "assessor": "operator", "value": value, "note": "jawaban rekaan",
          "file": "web.csv"})
        for pack, each, value in said
        if each.unit == "site" and value in each.values
    ]  # fmt: skip
    write_new(part.cycle, answers, Author(None, "jawaban rekaan"))
    Cycle.objects.filter(pk=part.cycle_id).update(state=Cycle.State.VERIFIED)
    running.work(running.ask_for(part.cycle, Run.Kind.EVALUATE, None).pk)
    if not part.cycle.results.exists():
        return False
    nobody = Author(None, "peragaan")
    moving.move(part, "self", moving.HAND_IN, nobody)
    moving.move(part, "self", moving.SETTLE, author)
    draft = findings.draft(part, Author(author.user, "Hasil rekaan: disusun dari jawaban yang diserahkan."), 0)
    findings.share(draft, author)
    findings.reply(draft, "", nobody, agrees=True)
    findings.publish(draft, Author(author.user, "Keputusan rekaan untuk peragaan"))
    return True
