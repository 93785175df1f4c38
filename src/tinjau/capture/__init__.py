"""The only stage with sockets: a site into an archive, politely, within bounds, losing nothing."""

from collections.abc import Callable, Sequence
from pathlib import Path

from tinjau.archive import Manifest
from tinjau.capture.crawl import run_capture
from tinjau.capture.progress import Progress
from tinjau.capture.settings import CaptureSettings


def _silent(progress: Progress) -> None:
    """Tell nobody."""


def capture(
    urls: Sequence[str],
    out: Path,
    settings: CaptureSettings | None = None,
    progress: Callable[[Progress], None] = _silent,
) -> Manifest:
    """Capture the sites of `urls` into the WARC 1.1 archive `out`; its manifest, which stands beside it afterwards.

    Called again after an interruption it goes on where it was; after a complete capture it returns the manifest, or
    goes on where the settings now allow more. A site that cannot be reached or refuses the crawler is no error: the
    manifest says so. Raises InputError for addresses or a file that cannot be used and InterruptedRun where the
    capture was stopped or the disk failed: then calling again goes on, and nothing that was committed is lost.
    """
    return run_capture(tuple(urls), out, settings or CaptureSettings(), progress)


__all__ = ["CaptureSettings", "Progress", "capture"]
