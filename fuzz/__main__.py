"""`python -m fuzz --pages N --seed S [--shared DIR] [--keep DIR]`: 0 when nothing broke, 1 when something did."""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from fuzz.pages import made, real
from fuzz.run import BATCH, SLOW, Outcome, run, together

_ROOT = Path(__file__).resolve().parents[1]
MEMORY = 40.0  # MB of growth between a quarter of the run and its end that count as flat; project choice


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, and say what was seen, with the seeds by which it can be seen again."""
    given = _parser().parse_args(arguments)
    shared = given.shared if given.shared and given.shared.is_dir() else None
    seed = given.seed if given.seed is not None else int(time.time())
    sources = made(), real(shared)
    sys.stdout.write(f"seed {seed}, {given.pages} pages from {len(sources[0])} made and {len(sources[1])} real ones\n")
    sys.stdout.flush()
    workers = max(1, min(given.workers, given.pages // BATCH))
    if workers == 1:
        outcome = run(given.pages, seed, *sources)
    else:
        parts = ((given.pages, seed, shared, part, workers) for part in range(workers))
        with ProcessPoolExecutor(workers) as pool:
            outcome = together(list(pool.map(_part, *zip(*parts, strict=True))))
    _say(outcome)
    for number, trouble in enumerate(outcome.troubles):
        sys.stdout.write(f"{trouble.kind} in batch {trouble.seed}: {trouble.detail}\n")
        if given.keep and trouble.page:
            given.keep.mkdir(parents=True, exist_ok=True)
            (given.keep / f"{trouble.kind}-{number}.html").write_bytes(trouble.page)
    return 1 if outcome.troubles or outcome.memory_late - outcome.memory_early > MEMORY else 0


def _part(pages: int, seed: int, shared: Path | None, part: int, parts: int) -> Outcome:
    return run(pages, seed, made(), real(shared), part, parts)


def _say(outcome: Outcome) -> None:
    each = 1000 * outcome.seconds / max(1, outcome.observed)
    sys.stdout.write(
        f"{outcome.pages} pages, {outcome.observed - outcome.pages} of them twice: {outcome.seconds:.1f} CPU seconds, "
        f"{each:.2f} ms a page; memory {outcome.memory_early:.0f} MB early, {outcome.memory_late:.0f} MB at the end; "
        f"no crash, no page over {SLOW:.0f} s, no other answer the second time, but {len(outcome.troubles)}\n"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--seed", type=int, help="printed, and new each time where it is not given")
    parser.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1), help="processes")
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("TINJAU_SHARED", _ROOT.parent / "shared")))
    parser.add_argument("--keep", type=Path, help="folder for pages that broke something")
    return parser


if __name__ == "__main__":
    sys.exit(main())
