"""`python -m benchmarks`: every benchmark, one after the other."""

import sys

from benchmarks import browsers, capture, fleet, league, observe_floor, strategy, strategy_lint

ALL = (observe_floor, browsers, capture, strategy, strategy_lint, fleet, league)


def main() -> int:
    """Run all; each prints its tables as it ends. The arguments of one are given by calling it alone."""
    for module in ALL:
        print(f"# {module.__name__.rsplit('.', 1)[-1]}", flush=True)
        module.main([])
    return 0


if __name__ == "__main__":
    sys.exit(main())
