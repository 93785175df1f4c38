"""Random consistency indices: the mean CI of random reciprocal matrices, by who computed them.

Two tables are both called Saaty's and differ for n = 3, 4, 5…: a CR means nothing without the name of its table.
Each tuple starts at n = 1.
"""

from collections.abc import Mapping

RANDOM_INDEX: Mapping[str, tuple[float, ...]] = {
    # T. L. Saaty, The Analytic Hierarchy Process (1980), p. 21: 500 matrices of each order (100 above 11).
    "saaty-1980": (0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59),
    # T. L. Saaty & L. G. Vargas, Models, Methods, Concepts & Applications of the AHP; Saaty, EJOR 145 (2003) 85-91.
    "saaty-2003": (0, 0, 0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59),
    # J. A. Alonso & M. T. Lamata, Int. J. Uncertainty, Fuzziness and Knowledge-Based Systems 14 (2006) 445-459.
    "alonso-lamata-2006": (
        0, 0, 0.5245, 0.8815, 1.1086, 1.2479, 1.3417, 1.4056, 1.4499, 1.4854, 1.5141, 1.5365, 1.5551, 1.5713, 1.5838,
    ),
    # B. L. Golden & Q. Wang, in The Analytic Hierarchy Process (Springer 1989/1990) 68-81, as Alonso & Lamata quote it.
    "golden-wang-1990": (
        0, 0, 0.5799, 0.8921, 1.1159, 1.2358, 1.3322, 1.3952, 1.4537, 1.4882, 1.5117, 1.5356, 1.5571, 1.5714, 1.5831,
    ),
    # J. Aguarón & J. M. Moreno-Jiménez, EJOR 147 (2003) 137-145.
    "aguaron-moreno-2003": (
        0, 0, 0.525, 0.882, 1.115, 1.252, 1.341, 1.404, 1.452, 1.484, 1.513, 1.535, 1.555, 1.570, 1.583,
    ),
}  # fmt: skip

DEFAULT_TABLE = "saaty-1980"
"""The table of the first book, which published studies use most; named in every result (project choice)."""


def random_index(table: str, size: int) -> float | None:
    """The index for matrices of `size`; None where the table does not reach so far."""
    values = RANDOM_INDEX[table]
    return float(values[size - 1]) if 1 <= size <= len(values) else None
