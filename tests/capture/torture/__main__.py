"""The whole torture, with its figures: `python -m tests.capture.torture [--kills N] [--pages N] [--seed N]`."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.capture.torture.child import VARIANTS
from tests.capture.torture.killing import kill_at_random
from tests.capture.torture.sweeping import sweep, why_not


def main(argv: list[str]) -> int:
    """Kill, sweep, and prove by broken variants that harm would have been seen; 1 where something was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.capture.torture", description=__doc__)
    parser.add_argument("--kills", type=int, default=500, help="random kills that land (%(default)s)")
    parser.add_argument("--pages", type=int, default=1_500, help="pages of the site that is captured (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of the moments of the kills (%(default)s)")
    parser.add_argument("--step", type=int, default=1, help="of the crash points of a sweep (%(default)s: every one)")
    parser.add_argument("--only", choices=("kills", "sweep", "variants"), help="one part of it")
    arguments = parser.parse_args(argv)
    bad = False
    with tempfile.TemporaryDirectory(prefix="tinjau-torture-") as name:
        folder = Path(name)
        if arguments.only in {None, "kills"}:
            tally = kill_at_random(arguments.kills, arguments.pages, folder, arguments.seed)
            say(f"random kills (seed {arguments.seed}): {tally}")
            bad |= report(tally.faults)
        reason = why_not()
        if arguments.only in {None, "sweep"}:
            if reason:
                say(f"crash points: skipped, {reason}")
            else:
                swept = sweep(folder, 12, step=arguments.step)
                say(f"crash points: {swept}")
                bad |= report(swept.faults)
        if arguments.only in {None, "variants"}:
            for variant in VARIANTS:
                kills = min(60, arguments.kills)
                caught = kill_at_random(kills, arguments.pages, folder, arguments.seed, variant, most_faults=1)
                verdict = "caught" if caught.faults else "NOT caught"
                say(f"broken variant {variant!r}: {verdict} after {caught.kills} kills")
                bad |= not caught.faults
    return int(bad)


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def report(faults: list[str]) -> bool:
    """Print the faults; whether there are any."""
    for each in faults[:20]:
        say(f"  {each}")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
