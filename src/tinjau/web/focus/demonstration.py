"""The demonstration's focus group: prepared and empty, so that a visitor can hold one. It brings no result with it."""

from tinjau.web.focus import sessions
from tinjau.web.models import Cycle, FocusStep
from tinjau.web.words import say


def prepare(cycle: Cycle) -> None:
    """A session in the cycle that was not begun, marked as invented; nothing where one stands already."""
    if cycle.focus_sessions.exists():
        return
    fields = {
        "title": "Diskusi peragaan (rekaan)",
        "purpose": "Mencoba cara kerja: undang beberapa ponsel, kumpulkan faktor, lalu beri bobot.",
        "place": "Di mana saja", "most": 40, "from_study": True, "scale": "importance", "meaning": "magnitude",
        "titles": {kind: say(f"fstep.{kind}", "id") for kind in FocusStep.Kind.values}, "demo": True,
    }  # fmt: skip
    sessions.create(cycle, None, fields)
