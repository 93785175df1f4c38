"""`python -m fuzz --pages N --seed S`: 0 when nothing broke, 1 when something did, 3 when interrupted.

A run keeps where it stands; called again with the same pages, it goes on after an interruption, with the same seed.
"""

import argparse
import hashlib
import json
import os
import shutil
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from fuzz.outcome import Outcome, keep, together
from fuzz.pages import made, real
from fuzz.run import BATCH, SLOW, run

_ROOT = Path(__file__).resolve().parents[1]
_STATE = _ROOT / ".fuzz"
_RUN = "run.json"
_CODE = ("src/tinjau/observe", "src/tinjau/archive", "fuzz")  # a run over other code is another run
_SHOWN = 8  # looks at memory that are printed
MEMORY = 20.0  # MB of growth between a warm process and the end of its run that count as flat; project choice


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, and say what was seen, with the seeds by which it can be seen again."""
    given = _parser().parse_args(arguments)
    shared = given.shared if given.shared and given.shared.is_dir() else None
    sources = made(), real(shared)
    workers = max(1, min(given.workers, given.pages // BATCH))
    seed, gone_on = _begun(given.state, given.pages, workers, given.seed, shared)
    _tell(
        f"seed {seed}, {given.pages} pages from {len(sources[0])} made and {len(sources[1])} real ones"
        + (", going on after an interruption" if gone_on else "")
    )
    parts = ((given.pages, seed, shared, part, workers, given.state) for part in range(workers))
    try:
        if workers == 1:
            outcome = _part(*next(parts))
        else:
            with ProcessPoolExecutor(workers) as pool:
                outcome = together(list(pool.map(_part, *zip(*parts, strict=True))))
    except KeyboardInterrupt:
        _tell("interrupted; the same command goes on")
        return 3
    shutil.rmtree(given.state, ignore_errors=True)
    _say(outcome)
    for number, trouble in enumerate(outcome.troubles):
        _tell(f"{trouble.kind} in batch {trouble.seed}: {trouble.detail}")
        if given.keep and trouble.page:
            given.keep.mkdir(parents=True, exist_ok=True)
            (given.keep / f"{trouble.kind}-{number}.html").write_bytes(trouble.page)
    return 1 if outcome.troubles or outcome.memory_late - outcome.memory_early > MEMORY else 0


def _begun(folder: Path, pages: int, parts: int, seed: int | None, shared: Path | None) -> tuple[int, bool]:
    """The seed of the run, and whether it goes on: the folder holds the same run over the same code, and no other."""
    path = folder / _RUN
    key = {"pages": pages, "parts": parts, "shared": str(shared), "code": _code()}
    if path.is_file():
        known = json.loads(path.read_text(encoding="utf-8"))
        found = int(known.pop("seed"))
        if known == key and seed in (None, found):
            return found, True
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    seed = int(time.time()) if seed is None else seed
    keep({**key, "seed": seed}, path)
    return seed, False


def _code() -> str:
    """What the code and the terms are, in short."""
    digest = hashlib.sha256()
    for folder in _CODE:
        for path in sorted((_ROOT / folder).rglob("*")):
            if path.suffix in (".py", ".yaml"):
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _part(pages: int, seed: int, shared: Path | None, part: int, parts: int, state: Path) -> Outcome:
    return run(pages, seed, made(), real(shared), part, parts, state=state / f"part-{part}.json", tell=_tell)


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _say(outcome: Outcome) -> None:
    each = 1000 * outcome.seconds / max(1, outcome.observed)
    _tell(
        f"{outcome.pages} pages, {outcome.observed - outcome.pages} of them twice: {outcome.seconds:.1f} CPU seconds, "
        f"{each:.2f} ms a page; memory {outcome.memory_early:.0f} MB early, {outcome.memory_late:.0f} MB at the end; "
        f"no crash, no page over {SLOW:.0f} s, no other answer the second time, except {len(outcome.troubles)}"
    )
    _tell(f"dearest page {outcome.slowest:.2f} CPU seconds, dearest batch {max(outcome.dearest)[0]:.2f}")
    step = max(1, len(outcome.memory) // _SHOWN)
    looks = [*outcome.memory[:-1:step], outcome.memory[-1]]
    _tell("memory over time: " + ", ".join(f"{size:.0f} MB after {pages:,}" for pages, size in looks))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--seed", type=int, help="printed, and new each time where it is not given")
    parser.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1), help="processes")
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("TINJAU_SHARED", _ROOT.parent / "shared")))
    parser.add_argument("--keep", type=Path, help="folder for pages that broke something")
    parser.add_argument("--state", type=Path, default=_STATE, help="folder of where the run stands (%(default)s)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
