"""Where words go: progress to stderr, one document to stdout."""

import json
import sys
from pathlib import Path
from typing import Any

from tinjau import study


def say(line: str) -> None:
    """Print one line of progress to stderr."""
    print(line, file=sys.stderr, flush=True)


def print_json(document: Any) -> None:
    """Print one machine-readable document to stdout."""
    print(json.dumps(document, ensure_ascii=False, indent=1, sort_keys=False))


def deliver(document: dict[str, Any], out: str | None) -> None:
    """Write the document to `out`, whole or not at all; to stdout where no file was named."""
    if out:
        study.write_json(Path(out), document)
        say(f"wrote: {out}")
    else:
        print_json(document)
