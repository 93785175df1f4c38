"""Invented sites whose every answer is known, on systems and in words that the detectors were not written for.

They are kept apart from the sites that were read: a made page proves less than a real one. What they add is languages
and wordings that the archives lack, and a first result that nobody had mended anything for (docs/evaluation.md).
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from evaluation.annotations import Annotation, Extent, Fact
from evaluation.archiving import write_archive
from tinjau.model import State

FOLDER = Path(__file__).with_name("challenge")
_FIRST = Path(__file__).with_name("first_sight.yaml")
_KINDS = {"pdf": "application/pdf", "csv": "text/csv", "png": "image/png", "svg": "image/svg+xml"}


def first_results() -> tuple[Mapping[str, Any], ...]:
    """What was measured at first sight, round by round: never measured again, so they are kept in a file."""
    return tuple(yaml.safe_load(_FIRST.read_text(encoding="utf-8")))


def load_challenges(questions: Sequence[str]) -> tuple[Annotation, ...]:
    """The invented sites as annotations: `seen` as listed, `unsure` left out, all else of `questions` not seen.

    `more` answers questions that the read sites do not ask, both ways; a page with `html` stands without the frame.
    """
    return tuple(_annotation(_read(path), questions) for path in sorted(FOLDER.glob("*.yaml")))


@contextmanager
def challenge_archive(annotation: Annotation) -> Iterator[Path]:
    """The invented site as a complete archive."""
    data = _read(FOLDER / f"{annotation.site}.yaml")
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{annotation.site}.warc.gz"
        write_archive(path, f"http://{annotation.host}", _replies(data))
        yield path


def _read(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


def _annotation(data: Mapping[str, Any], questions: Sequence[str]) -> Annotation:
    seen, unsure = set(data["seen"]), set(data["unsure"])
    if unknown := (seen | unsure) - set(questions):
        raise ValueError(f"{data['site']}: no such question: {sorted(unknown)}")
    facts = tuple(
        Fact(name, (state, state), state, why="as it was written")
        for name in questions
        if name not in unsure
        for state in [State.SEEN if name in seen else State.NOT_SEEN]
    )
    more = data.get("more") or {}
    facts += tuple(
        Fact(name, (state, state), state, why="as it was written")
        for key, state in (("seen", State.SEEN), ("not_seen", State.NOT_SEEN))
        for name in more.get(key, ())
    )
    host, nothing = f"{data['site']}.example", dict[str, Extent]()
    return Annotation(data["site"], data["language"], "", "", host, facts, nothing, len(data["pages"]), (), ())


def _replies(data: Mapping[str, Any]) -> dict[str, tuple[int, str, bytes]]:
    found: dict[str, tuple[int, str, bytes]] = {}
    for page in data["pages"]:
        text = page.get("html") or data["frame"].replace("{title}", page["title"]).replace("{body}", page["body"])
        found[page["path"]] = (200, "text/html; charset=utf-8", text.encode())
    for path in _linked(found):
        if path not in found and path not in data.get("lost", ()):
            kind = _KINDS.get(path.rpartition(".")[2], "application/pdf")
            found[path] = (200, kind, b"%PDF-1.4\n" if kind == "application/pdf" else b"x")
    return found | dict.fromkeys(data.get("lost", ()), (404, "text/html", b"<h1>404</h1>"))


def _linked(pages: Mapping[str, tuple[int, str, bytes]]) -> list[str]:
    parts = [
        part for _, _, body in pages.values() for mark in ("href=", "src=") for part in body.decode().split(mark)[1:]
    ]
    values = [part[1:].partition(part[0])[0] for part in parts if part[0] in "'\""]
    return sorted({each for each in values if each.startswith("/") and not each.endswith(".rss")})
