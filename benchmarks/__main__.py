"""`python -m benchmarks`: every benchmark, one after the other."""

import sys

from benchmarks import observe_floor

sys.exit(observe_floor.main(sys.argv[1:]))
