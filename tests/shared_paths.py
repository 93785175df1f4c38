"""Where the shared real data stands, if it does; tests that need it skip with this reason."""

import os
from pathlib import Path

_CANDIDATE = Path(os.environ.get("TINJAU_SHARED", Path(__file__).resolve().parents[2] / "shared"))
SHARED: Path | None = _CANDIDATE if (_CANDIDATE / "corpora").is_dir() else None
REASON = "the shared corpora are absent: set TINJAU_SHARED to their folder"
