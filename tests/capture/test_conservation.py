"""The law is checked by the program itself: what is not accounted for stops it."""

from pathlib import Path

import pytest

from tinjau.capture import states
from tinjau.capture.frontier import End, Found, Frontier
from tinjau.capture.reporting import assert_conservation, completeness_of

URL = "http://kota.go.id/"


@pytest.fixture
def frontier(tmp_path: Path) -> Frontier:
    made = Frontier(tmp_path / "f.sqlite")
    made.commit([Found(URL, "kota.go.id", "page", "seed", 0)], [End(URL, "ok", offset=0, length=10)], {})
    return made


def test_an_account_that_is_right_passes(frontier: Frontier) -> None:
    assert assert_conservation(frontier) == {"ok": 1}


@pytest.mark.parametrize(
    "tampering",
    [
        "DELETE FROM url",
        "UPDATE meta SET value = '2' WHERE key = 'discovered'",
        "UPDATE url SET offset = NULL",
        "UPDATE url SET state = 'blocked(robots)'",
        "UPDATE url SET state = 'pending'",
    ],
)
def test_an_account_that_is_wrong_stops_the_program(frontier: Frontier, tampering: str) -> None:
    frontier._base.execute(tampering)
    with pytest.raises(AssertionError):
        assert_conservation(frontier)


@pytest.mark.parametrize("url", [URL, "http://kota.go.id/unknown"])
def test_a_url_ends_once(frontier: Frontier, url: str) -> None:
    with pytest.raises(AssertionError, match="not waiting"):
        frontier.commit([], [End(url, "ok", offset=20, length=1)], {"x": 1})
    assert frontier.meta().get("x") is None, "and nothing of such a commit stays"
    assert_conservation(frontier)


@pytest.mark.parametrize(
    "make,reason",
    [(states.ok_truncated, "whim"), (states.net_error, "404"), (states.blocked, "me"), (states.suppressed, "")],
)
def test_there_are_no_other_states(make, reason: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(AssertionError):
        make(reason)


COMPLETENESS = [
    ({"ok": 3, "http_error(404)": 1}, 1.0),
    ({"ok": 1, "http_error(500)": 1}, 0.5),
    ({"ok": 1, "suppressed(budget)": 3}, 0.25),
    ({"ok": 1, "blocked(robots)": 1}, 0.5),
    ({"ok": 1, "ok_truncated(length)": 1}, 0.5),
    (
        {"ok": 1, "suppressed(near-duplicate)": 9, "suppressed(media)": 9, "blocked(scope)": 9, "blocked(scheme)": 9},
        1.0,
    ),
    ({"blocked(ssrf)": 1}, 0.0),
    ({}, None),
]


@pytest.mark.parametrize("counts,share", COMPLETENESS)
def test_completeness(tmp_path: Path, counts: dict[str, int], share: float | None) -> None:
    frontier = Frontier(tmp_path / "f.sqlite")
    found = [
        Found(f"{URL}{state}/{number}", "kota.go.id", "page", "link", 1, state=state)
        for state, count in counts.items()
        for number in range(count)
    ]
    frontier.commit(found, [], {})
    assert completeness_of(frontier) == share
