"""What people propose, and what the facilitator makes of it: hidden with a reason, merged with the originals kept."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from tinjau.model import Text
from tinjau.strategy import like_pairs
from tinjau.web.models import FocusIdea, FocusParticipant, FocusSession, FocusStep

FAMILIES: Final = {"factor": ("S", "W", "O", "T"), "strategy": ("SO", "WO", "ST", "WT")}
LONGEST: Final = 200  # characters of a proposal: a sentence on a phone; project choice
MOST_OF_ONE: Final = 20  # proposals of one person in one step; project choice
MOST: Final = 500  # proposals of a session, as many as a study holds; project choice
_ID = re.compile(r"([SWOT]{1,2})([0-9]{1,3})[a-z]?")


def standing(session: FocusSession, boxes: Sequence[str]) -> "QuerySet[FocusIdea]":
    """What is neither hidden, withdrawn nor merged into another."""
    return session.ideas.filter(box__in=boxes, hidden__isnull=True, withdrawn__isnull=True, merged_into__isnull=True)


def in_order(session: FocusSession, boxes: Sequence[str]) -> list[FocusIdea]:
    """What stands, box by box, by label where it has one and as it came where it has none."""
    return sorted(standing(session, boxes), key=lambda each: (boxes.index(each.box), _number(each.label), each.pk))


def _number(label: str) -> int:
    found = _ID.fullmatch(label)
    return int(found[2]) if found else 10_000


def frozen(session: FocusSession, family: str) -> bool:
    """Whether something was built on this family: then it may not change any more."""
    kinds = ("rank",) if family == "strategy" else ("weight", "rating", "tows")
    return session.steps.filter(kind__in=kinds).exclude(state="waiting").exists()


def propose(
    step: FocusStep, person: FocusParticipant | None, user: Any, box: str, text: str, uses: Sequence[int], once: str
) -> FocusIdea:
    """Keep a proposal; the same form sent twice is one proposal. The caller holds the session's lock."""
    found, _ = FocusIdea.objects.get_or_create(
        session=step.session,
        once=once,
        defaults={"step": step, "box": box, "text": text, "uses": list(uses), "participant": person, "user": user},
    )
    return found


def room_for(step: FocusStep, person: FocusParticipant | None) -> bool:
    """Whether one more proposal is taken from this person, and in this session."""
    mine = step.ideas.filter(participant=person).count() if person else 0
    return mine < MOST_OF_ONE and step.session.ideas.count() < MOST


def cell_of(inside: FocusIdea, outside: FocusIdea) -> str:
    """SO, WO, ST or WT."""
    return f"{inside.box}{outside.box}"


def merge(session: FocusSession, user: Any, chosen: Sequence[FocusIdea], text: str) -> FocusIdea:
    """One wording for several proposals of one box; they stay beneath it. The caller holds the session's lock."""
    first = chosen[0]
    uses = list(dict.fromkeys(pk for each in chosen for pk in each.uses))
    study_id = next((each.study_id for each in chosen if each.study_id), "")
    label = next((each.label for each in chosen if each.label), "")
    number = session.ideas.count()
    made = FocusIdea.objects.create(
        session=session, step=first.step, box=first.box, text=text or first.text, uses=uses, user=user,
        once=f"merge:{number}:{first.pk}", study_id=study_id, label=label,
    )  # fmt: skip
    FocusIdea.objects.filter(pk__in=[each.pk for each in chosen]).update(merged_into=made)
    return made


def unmerge(made: FocusIdea) -> None:
    """Take a merger back: the proposals stand by themselves again, the common wording is kept as withdrawn."""
    with transaction.atomic():
        made.originals.update(merged_into=None)
        made.withdrawn = timezone.now()
        made.save(update_fields=["withdrawn"])


def alike(session: FocusSession, boxes: Iterable[str]) -> list[tuple[FocusIdea, FocusIdea]]:
    """Pairs worded so alike that somebody should look; the strategy room's measure, at most 30 of them."""
    found: list[tuple[FocusIdea, FocusIdea]] = []
    for box in boxes:
        mine = {str(each.pk): each for each in standing(session, (box,))[:100]}
        texts = {name: _text(each, session) for name, each in mine.items()}
        found += [(mine[one], mine[two]) for one, two, _ in like_pairs(texts)]
    return found[:30]


def _text(idea: FocusIdea, session: FocusSession) -> Text:
    return Text("", idea.text) if session.language == "en" else Text(idea.text, "")


def bring_from_study(session: FocusSession) -> None:
    """The cycle's factors and strategies as they stand now, under their own ids."""
    by_id: dict[str, FocusIdea] = {}
    for kind in ("factor", "strategy"):
        for entry in session.cycle.entries_of(kind).exclude(payload=None):
            name = str(entry.payload.get("id", entry.key))
            box = _ID.fullmatch(name)
            if box is None or box[1] not in FAMILIES[kind]:
                continue
            uses = [by_id[each].pk for each in _used(entry.payload) if each in by_id]
            by_id[name] = FocusIdea.objects.create(
                session=session, box=box[1], text=_written(entry.payload, session.language)[:300], uses=uses,
                once=f"study:{name}", label=name[:8], study_id=name[:8],
            )  # fmt: skip


def _used(payload: Any) -> list[str]:
    uses = payload.get("uses") or []
    return [
        str(each.get("factor", "") if isinstance(each, dict) else each)
        for each in (uses if isinstance(uses, list) else [uses])
    ]


def _written(payload: Any, language: str) -> str:
    text = payload.get("text") or ""
    if isinstance(text, dict):
        text = text.get(language) or text.get("id") or text.get("en") or ""
    return str(text)


def give_labels(session: FocusSession, family: str) -> None:
    """S1, S2… for what has none yet, after the highest of the session and of the study."""
    boxes = FAMILIES[family]
    last = dict.fromkeys(boxes, 0)
    names = [*session.ideas.exclude(label="").values_list("label", flat=True), *ids_in(session, family)]
    for name in names:
        found = _ID.fullmatch(name)
        if found and found[1] in last:
            last[found[1]] = max(last[found[1]], int(found[2]))
    for each in in_order(session, boxes):
        if not each.label:
            last[each.box] += 1
            each.label = f"{each.box}{last[each.box]}"
            each.save(update_fields=["label"])


def ids_in(session: FocusSession, family: str) -> set[str]:
    """Every id of the family that the cycle ever had; a withdrawn one is not given again."""
    return set(session.cycle.entries.filter(kind=family).values_list("key", flat=True))
