"""An archive's responses by address, on disk: what the browser is answered with, and nothing else."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from urllib.parse import urldefrag

from tinjau.archive import Reader

_LARGEST = 8 << 20  # bytes of one body that is kept; project choice: pages and what they show are smaller
_SPILL = 16 << 20  # bytes kept in memory before the bodies go to disk
# Never replayed: they would unsettle the browser (lengths and encodings of bodies that are decoded by now) or set
# rules that the archive cannot keep.
_DROPPED = frozenset(
    {"content-length", "content-encoding", "transfer-encoding", "connection", "strict-transport-security", "alt-svc"}
)


@dataclass(frozen=True, slots=True)
class Replayed:
    """One archived response as the browser gets it."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    media_type: str
    record_id: str
    digest: str
    date: str
    is_html: bool
    place: int
    length: int


class Replay:
    """The first whole response of each address in the archives; bodies stand in a temporary file."""

    def __init__(self, archives: Sequence[Path]) -> None:
        self.responses: dict[str, Replayed] = {}
        self._file = tempfile.SpooledTemporaryFile(max_size=_SPILL)  # noqa: SIM115 - closed by __exit__
        for path in archives:
            for record in Reader(path):
                url = urldefrag(record.url).url
                if url in self.responses or record.type not in {"response", "resource"} or len(record.body) > _LARGEST:
                    continue
                place = self._file.seek(0, 2)
                self._file.write(record.body)
                self.responses[url] = Replayed(
                    url=url,
                    status=record.status or 200,
                    headers=tuple((name, value) for name, value in record.headers if name not in _DROPPED),
                    media_type=record.media_type,
                    record_id=record.id,
                    digest=record.payload_digest,
                    date=record.date,
                    is_html=record.is_html,
                    place=place,
                    length=len(record.body),
                )

    def find(self, url: str) -> Replayed | None:
        """The response of this address, fragment and scheme apart; None where the archive has none."""
        plain = urldefrag(url).url
        twin = "http" + plain.removeprefix("https") if plain.startswith("https:") else "https" + plain[4:]
        return self.responses.get(plain) or self.responses.get(twin)

    def body(self, response: Replayed) -> bytes:
        """The bytes of a response."""
        self._file.seek(response.place)
        return self._file.read(response.length)

    def __enter__(self) -> "Replay":
        return self

    def __exit__(self, kind: type[BaseException] | None, value: object, trace: TracebackType | None) -> None:
        self._file.close()
