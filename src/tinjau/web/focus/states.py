"""What may happen when in a focus group: one table, asked before anything changes. Pure."""

from dataclasses import dataclass
from typing import Final, Literal

Event = Literal[
    "session-open", "session-close", "step-open", "step-close", "step-reopen", "round-open", "round-close",
    "propose", "hide", "merge", "vote", "decide", "agenda", "join", "take",
]  # fmt: skip
EVENTS: Final[tuple[Event, ...]] = (
    "session-open", "session-close", "step-open", "step-close", "step-reopen", "round-open", "round-close",
    "propose", "hide", "merge", "vote", "decide", "agenda", "join", "take",
)  # fmt: skip
VOTES: Final = ("weight", "rating", "rank")
PROPOSALS: Final = ("collect", "tows")
MOST_ROUNDS: Final = 5  # project choice: panels seldom move after the third round, and people tire
MOST_ITEMS: Final = 60  # of one vote; more is a list that nobody can weigh on a phone (project choice)


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a session stands, as far as an event asks. `step` and `kind` are of the step that the event is about.

    `others_open`: another step is open. `frozen`: what is voted on may not change any more. `items`: how many things
    stand to be voted on (or, for strategies, whether there is an inside and an outside factor to pair).
    """

    session: str = "draft"
    step: str = "waiting"
    kind: str = "talk"
    steps: int = 1
    others_open: bool = False
    round_open: bool = False
    rounds: int = 0
    items: int = 0
    frozen: bool = False
    taken: bool = False


def refusal(event: Event, now: Situation) -> str:
    """The id of the sentence that says why this cannot be done now; empty where it can."""
    return _SESSION[event](now) if event in _SESSION else _in_session(event, now)


def _in_session(event: Event, now: Situation) -> str:
    if now.session != "open":
        return "focus.not-open"
    return _STEP[event](now)


def _session_open(now: Situation) -> str:
    if now.session != "draft":
        return "focus.begun-already"
    return "" if now.steps else "focus.no-steps"


def _session_close(now: Situation) -> str:
    if now.session != "open":
        return "focus.not-open"
    return "focus.close-step-first" if now.others_open or now.step == "open" else ""


def _agenda(now: Situation) -> str:
    if now.session == "closed":
        return "focus.not-open"
    return "" if now.step == "waiting" else "focus.step-begun"


def _join(now: Situation) -> str:
    return "" if now.session == "open" else "focus.not-open"


def _take(now: Situation) -> str:
    if now.session != "closed":
        return "focus.close-first"
    return "focus.taken-already" if now.taken else ""


def _step_open(now: Situation) -> str:
    if now.step != "waiting":
        return "focus.step-begun"
    if now.others_open:
        return "focus.close-step-first"
    return _enough(now)


def _step_close(now: Situation) -> str:
    if now.step != "open":
        return "focus.step-not-open"
    return "focus.close-round-first" if now.round_open else ""


def _step_reopen(now: Situation) -> str:
    if now.step != "closed" or now.kind in VOTES:
        return "focus.no-reopening"
    if now.others_open:
        return "focus.close-step-first"
    return "focus.frozen" if now.frozen and now.kind not in {"talk", "decide"} else ""


def _round_open(now: Situation) -> str:
    if now.step != "open" or now.kind not in VOTES:
        return "focus.step-not-open"
    if now.round_open:
        return "focus.close-round-first"
    return "focus.most-rounds" if now.rounds >= MOST_ROUNDS else _enough(now)


def _round_close(now: Situation) -> str:
    return "" if now.step == "open" and now.round_open else "focus.round-not-open"


def _propose(now: Situation) -> str:
    return "" if now.step == "open" and now.kind in PROPOSALS and not now.frozen else "focus.step-not-open"


def _moderate(now: Situation) -> str:
    return "focus.frozen" if now.frozen else ""


def _merge(now: Situation) -> str:
    return _moderate(now)


def _vote(now: Situation) -> str:
    return "" if now.step == "open" and now.round_open else "focus.round-not-open"


def _decide(now: Situation) -> str:
    return "" if now.step == "open" and now.kind == "decide" else "focus.step-not-open"


def _enough(now: Situation) -> str:
    if now.kind in VOTES:
        if now.items > MOST_ITEMS:
            return "focus.too-many-items"
        return "" if now.items >= 2 else "focus.too-few-items"
    return "focus.no-pairs" if now.kind == "tows" and not now.items else ""


_SESSION = {
    "session-open": _session_open, "session-close": _session_close, "agenda": _agenda, "join": _join, "take": _take,
}  # fmt: skip
_STEP = {
    "step-open": _step_open, "step-close": _step_close, "step-reopen": _step_reopen, "round-open": _round_open,
    "round-close": _round_close, "propose": _propose, "hide": _moderate, "merge": _merge, "vote": _vote,
    "decide": _decide,
}  # fmt: skip
