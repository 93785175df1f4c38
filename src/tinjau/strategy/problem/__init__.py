"""A problem file: read key by key, computed, compared with what is printed, and objected to.

The keys are those of `tinjau strategy`; docs/howto/check-a-published-table.md shows how to write them.
"""

from tinjau.strategy.problem.solving import solve_problem

__all__ = ["solve_problem"]
