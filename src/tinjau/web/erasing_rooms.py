"""Personal data in rounds of assessors and in focus groups: found, and put out of their rows.

These rows stand in no chain of hashes, so nothing breaks where a text is replaced; an event of the cycle says how many
rows of which kind were emptied, when, by whom and why. Values (scores, votes, what was counted) stay: they name nobody.
"""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Q

from tinjau.web.history import Author, write
from tinjau.web.models import (
    AssessmentRound,
    AssessmentScore,
    AssessmentSeat,
    Cycle,
    FocusBallot,
    FocusEvent,
    FocusIdea,
    FocusParticipant,
    FocusSession,
    FocusStep,
)

ERASED = "[dihapus]"
EVENT = "rooms-erased-"


@dataclass(frozen=True, slots=True)
class Spot:
    """A kind of row: how it hangs on a cycle, its texts and its names; `owner` leads to the account that wrote it."""

    kind: str
    model: Any
    cycle: str
    texts: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    owner: str = ""
    sealed: str = ""  # the round whose state must be `closed` before anybody sees more than that there is a row


SPOTS = (
    Spot("round", AssessmentRound, "cycle", ("title", "note"), names=("closed_by_name",)),
    Spot("seat", AssessmentSeat, "round__cycle", names=("user_name",), sealed="round"),
    Spot("score", AssessmentScore, "seat__round__cycle", ("evidence", "note"), owner="seat__user_name",
         sealed="seat__round"),
    Spot("meeting", FocusSession, "cycle", ("title", "purpose", "place")),
    Spot("step", FocusStep, "session__cycle", ("title",), ("options",)),
    Spot("guest", FocusParticipant, "session__cycle", ("name",)),
    Spot("idea", FocusIdea, "session__cycle", ("text",), owner="user__username"),
    Spot("ballot", FocusBallot, "round__step__session__cycle", ("reason",)),
    Spot("log", FocusEvent, "session__cycle", ("text",), ("data",), ("user_name",)),
)  # fmt: skip
_BY_KIND = {each.kind: each for each in SPOTS}


@dataclass(frozen=True, slots=True)
class Row:
    """A row that was found: `id` names it in a form, `shown` is what a preview may show of it."""

    spot: Spot
    row: Any
    cycle: Cycle
    shown: str = field(default="")

    @property
    def id(self) -> str:
        """Kind and number."""
        return f"{self.spot.kind}:{self.row.pk}"


def find_rows(cycles: Iterable[Cycle], *, text: str = "", author: str = "", most: int = 500) -> list[Row]:
    """Rows in which the text stands (capitals do not count) or that belong to the account; with both, both.

    Ballots of a round that is still open are sealed, and are not found.
    """
    wanted, names = text.casefold(), _names(author)
    found: list[Row] = []
    for cycle in cycles:
        for spot in SPOTS:
            for row in _rows(spot, cycle).iterator():
                if (wanted and not _mentions(spot, row, wanted)) or (names and not _belongs(spot, row, names)):
                    continue
                found.append(Row(spot, row, cycle, _shown(spot, row)))
                if len(found) >= most:
                    return found
    return found


def take_rows(ids: Sequence[str], cycles: Iterable[Cycle], author: Author, *, text: str = "") -> int:
    """Empty the rows of these ids that stand in these cycles; how many. All of them or none.

    Of structured data, the parts in which `text` stands are taken out; of everything else the whole text goes.
    """
    wanted = text.casefold()
    done = 0
    with transaction.atomic():
        for cycle in cycles:
            counts: dict[str, int] = {}
            for spot, numbers in _chosen(ids):
                for row in _rows(spot, cycle).filter(pk__in=numbers).select_for_update(of=("self",)):
                    _empty(spot, row, wanted)
                    counts[spot.kind] = counts.get(spot.kind, 0) + 1
            if counts:
                key = f"{EVENT}{secrets.token_hex(8)}"
                write(cycle, "event", key, {"event": "rooms-erased", "rows": counts}, author)
                done += sum(counts.values())
    return done


def _rows(spot: Spot, cycle: Cycle) -> Any:
    rows = spot.model.objects.filter(**{spot.cycle: cycle}).order_by("pk")
    if spot.kind == "seat":  # in an open round the name is what the seat is found by; close the round first
        rows = rows.filter(~Q(round__state="open"))
    return rows


def _chosen(ids: Sequence[str]) -> list[tuple[Spot, list[int]]]:
    wanted: dict[str, list[int]] = {}
    for each in ids:
        kind, _, number = each.partition(":")
        if kind in _BY_KIND and number.isascii() and number.isdigit() and len(number) < 16:
            wanted.setdefault(kind, []).append(int(number))
    return [(_BY_KIND[kind], numbers) for kind, numbers in wanted.items()]


def _names(author: str) -> frozenset[str]:
    """The account's name, also as it stands before a history gave it a sign (`model.people`)."""
    return frozenset({author, author.removeprefix("~")} if author else ())


def _belongs(spot: Spot, row: Any, names: frozenset[str]) -> bool:
    if any(getattr(row, each) in names for each in spot.names):
        return True
    found: Any = row
    for step in spot.owner.split("__") if spot.owner else ():
        found = getattr(found, step, None)
    return found is not row and found in names and _says_something(spot, row)


def _says_something(spot: Spot, row: Any) -> bool:
    return any(getattr(row, each) not in {"", ERASED} for each in spot.texts)


def _mentions(spot: Spot, row: Any, wanted: str) -> bool:
    parts = [getattr(row, each) for each in (*spot.texts, *spot.names)]
    parts += [each for name in spot.data for each in _strings(getattr(row, name))]
    return any(wanted in each.casefold() for each in parts)


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = [*value.keys(), *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else []
    return [each for one in inner for each in _strings(one)]


def _shown(spot: Spot, row: Any) -> str:
    """What a preview shows: nothing of a round that is scored blind, never a code beside a name."""
    holder: Any = row
    for step in spot.sealed.split("__") if spot.sealed else ():
        holder = getattr(holder, step)
    if spot.sealed and holder.state == AssessmentRound.State.OPEN:
        return ""
    return " · ".join(str(part) for each in (*spot.names, *spot.texts) if (part := getattr(row, each)))[:200]


def _empty(spot: Spot, row: Any, wanted: str) -> None:
    if spot.kind == "seat":
        _empty_seat(row)
        return
    for name in (*spot.texts, *spot.names):
        if getattr(row, name):
            setattr(row, name, ERASED)
    if spot.kind == "idea":
        row.once = f"erased-{secrets.token_hex(8)}"  # what a browser made up, perhaps of the text
    for name in spot.data:
        setattr(row, name, _without(getattr(row, name), wanted))
    row.save()


def _empty_seat(seat: AssessmentSeat) -> None:
    """The name becomes a code of its own; where the name was also the assessor of the answers, there too."""
    name, code = seat.user_name, f"X{secrets.token_hex(4)}"
    found = AssessmentRound.objects.select_for_update().get(pk=seat.round_id)
    if seat.label and name.casefold() in seat.label.casefold():
        found.agreement = _renamed(found.agreement, seat.label, code)
        found.save(update_fields=["agreement"])
        seat.label = code
    seat.user_name = code
    seat.user = None if found.state == AssessmentRound.State.CLOSED else seat.user
    seat.save()


def _renamed(value: Any, old: str, new: str) -> Any:
    if isinstance(value, dict):
        return {new if key == old else key: _renamed(each, old, new) for key, each in value.items()}
    if isinstance(value, list):
        return [_renamed(each, old, new) for each in value]
    return new if value == old else value


def _without(value: Any, wanted: str) -> Any:
    if isinstance(value, str):
        return ERASED if wanted and wanted in value.casefold() else value
    if isinstance(value, dict):
        return {_without(key, wanted): _without(each, wanted) for key, each in value.items()}
    return [_without(each, wanted) for each in value] if isinstance(value, list) else value
