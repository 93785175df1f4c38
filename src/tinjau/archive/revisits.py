"""Where the payload stands that a revisit record only names."""

from collections.abc import Callable
from typing import BinaryIO

from tinjau.archive.framing import Frame, Framer

_MOST = 500_000  # originals that are kept in mind; some 100 bytes each; project choice

Place = tuple[int, int, int]  # file of the package, offset, inner


class Originals:
    """Places of payloads by digest, record id and address; filled in one pass when the first revisit asks."""

    def __init__(self, openers: list[Callable[[], BinaryIO]]) -> None:
        self._openers = openers
        self._places: dict[int, Place] | None = None

    def find(self, frame: Frame) -> Place | None:
        """Where the original of this revisit stands; None where it is in none of the files."""
        if self._places is None:
            self._places = self._filled()
        for key in _wanted(frame):
            place = self._places.get(key)
            if place is not None:
                return place
        return None

    def _filled(self) -> dict[int, Place]:
        places: dict[int, Place] = {}
        for number, opener in enumerate(self._openers):
            with opener() as raw:
                framer = Framer(raw)
                while (frame := framer.next()) is not None and len(places) < _MOST:
                    if frame.get("warc-type").lower() in {"response", "resource"}:
                        for key in _offered(frame):
                            places.setdefault(key, (number, frame.offset, frame.inner))
        return places


def _offered(frame: Frame) -> list[int]:
    uri = frame.get("warc-target-uri").strip("<>")
    keys = [("digest", frame.get("warc-payload-digest").lower()), ("id", frame.get("warc-record-id"))]
    return [hash(key) for key in keys if key[1]] + ([hash(("uri", uri, frame.get("warc-date")))] if uri else [])


def _wanted(frame: Frame) -> list[int]:
    keys = [("id", frame.get("warc-refers-to")), ("digest", frame.get("warc-payload-digest").lower())]
    uri = frame.get("warc-refers-to-target-uri").strip("<>")
    found = [hash(key) for key in keys if key[1]]
    return found + ([hash(("uri", uri, frame.get("warc-refers-to-date")))] if uri else [])
