"""Stage 3's numbers beside the libraries that can make some of them, and the whole problem of a large workshop.

`python -m benchmarks.strategy [--draws N] [--runs N]` prints two markdown tables: each part against pymcdm, ahpy and
pyrepo-mcda with the greatest difference of the results, and 12 strategies × 19 factors × 30 raters with all best
portfolios, in CPU seconds.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import Any

import ahpy
import numpy as np
from numpy.typing import NDArray
from pymcdm.methods import WSM
from pymcdm.weights.subjective import AHP
from pyrepo_mcda import mcda_methods as repo_methods

from tinjau.strategy.methods.ahp import priorities
from tinjau.strategy.methods.smaa import smaa2
from tinjau.strategy.methods.weight_space import draw_weights
from tinjau.strategy.problem import solve_problem

STRATEGIES, FACTORS, RATERS = 12, 19, 30  # the size that the project set
Floats = NDArray[np.float64]


def main(argv: Sequence[str]) -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(prog="benchmarks.strategy", description=__doc__)
    parser.add_argument("--draws", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args(argv)
    print("| part | tinjau, ms | witness | its ms | ratio | greatest difference |\n|---|---|---|---|---|---|")
    for row in [*_ahp_rows(arguments.runs), *_sum_rows(arguments.runs, arguments.draws)]:
        print(row)
    print("\n| workshop | CPU s |\n|---|---|")
    for name, problem in workshop(arguments.draws).items():
        print(f"| {name} | {_cpu(lambda problem=problem: solve_problem(problem, 'benchmark'), arguments.runs):.3f} |")  # type: ignore[misc]
    return 0


def _cpu(work: Callable[[], Any], runs: int) -> float:
    """The median CPU seconds of several runs, after one that warms up."""
    work()
    spent = []
    for _ in range(runs):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return median(spent)


def _row(part: str, ours: float, witness: str, theirs: float, apart: float) -> str:
    return f"| {part} | {1000 * ours:.3f} | {witness} | {1000 * theirs:.3f} | {theirs / ours:.1f} × | {apart:.1e} |"


def _ahp_rows(runs: int) -> list[str]:
    """Weights of one matrix of twelve items."""
    matrix = _matrix(STRATEGIES, 3)
    names = [str(at) for at in range(STRATEGIES)]
    pairs = {(names[i], names[j]): float(matrix[i, j]) for i in range(STRATEGIES) for j in range(i + 1, STRATEGIES)}
    exact = np.asarray(priorities(matrix).weights)
    ours = _cpu(lambda: priorities(matrix), runs)
    repo = repo_methods.AHP()
    witnesses: dict[str, Callable[[], Any]] = {
        "pymcdm": lambda: AHP(matrix=matrix)(),
        "ahpy": lambda: list(ahpy.Compare("c", pairs, precision=8).target_weights.values()),
        "pyrepo-mcda": lambda: repo._calculate_eigenvector(matrix),  # noqa: SLF001 - it has no public way
    }
    rows = []
    for name, work in witnesses.items():
        found = np.asarray(work(), dtype=float)
        found = np.sort(found) if name == "ahpy" else found  # ahpy sorts its answer
        apart = float(np.abs(found - (np.sort(exact) if name == "ahpy" else exact)).max())
        rows.append(_row("AHP, 12 items", ours, name, _cpu(work, runs), apart))
    return rows


def _sum_rows(runs: int, draws: int) -> list[str]:
    """Rank acceptability: ours at once; with a library a weighted sum for every draw."""
    generator = np.random.default_rng(1)
    values = generator.uniform(size=(STRATEGIES, FACTORS))
    weights = draw_weights([str(at) for at in range(FACTORS)], draws=draws, seed=1)
    if weights is None:
        raise RuntimeError("an unconstrained simplex has weights")
    method, types = WSM(_as_given), np.ones(FACTORS)

    def library() -> Floats:
        counts = np.zeros((STRATEGIES, STRATEGIES))
        for row in weights:
            order = np.argsort(-np.asarray(method(values, row, types)))
            counts[order, np.arange(STRATEGIES)] += 1
        return counts / len(weights)

    apart = float(np.abs(library() - smaa2(values[None], weights).ranks).max())
    ours, theirs = _cpu(lambda: smaa2(values[None], weights), runs), _cpu(library, 1)
    return [_row(f"SMAA, {draws} draws", ours, "pymcdm (loop)", theirs, apart)]


def _as_given(column: Floats, cost: bool) -> Floats:
    """The normalisation that pymcdm asks for, which these values do not need."""
    return -column if cost else column


def _matrix(size: int, seed: int) -> Floats:
    """A matrix of judgements near a set of true weights."""
    generator = np.random.default_rng(seed)
    true = generator.uniform(1, 5, size=size)
    table = np.eye(size)
    for i in range(size):
        for j in range(i + 1, size):
            step = float(np.clip(round(float(true[i] / true[j])) or 1, 1, 9))
            table[i, j], table[j, i] = (step, 1 / step) if true[i] >= true[j] else (1 / step, step)
    return table


def workshop(draws: int) -> dict[str, Any]:
    """The parts of a large workshop's problem file, each alone and all together."""
    generator = np.random.default_rng(5)
    factors = [f"{kind}{at}" for kind, many in (("S", 4), ("W", 6), ("O", 4), ("T", 5)) for at in range(1, many + 1)]
    names = [f"strategy {at}" for at in range(1, STRATEGIES + 1)]
    serious = [factor for factor in factors if factor[0] in "WT"]
    orders = {f"rater {at}": list(generator.permutation(factors)) for at in range(RATERS)}
    ratings = generator.integers(1, 5, size=(len(factors), RATERS)).tolist()
    scores = {name: {factor: float(generator.integers(1, 5)) for factor in factors} for name in names}
    weights = generator.dirichlet(np.ones(len(factors)))
    options = [
        {
            "id": name,
            "cost": int(generator.integers(2, 6)),
            "covers": [factor for factor in serious if generator.uniform() < 0.35] + [serious[at % len(serious)]],
        }
        for at, name in enumerate(names)
    ]
    parts: dict[str, Any] = {
        "weights of 30 raters": {"weights": {"ranks": orders}},
        "agreement of 30 raters": {"agreement": {"level": "ordinal", "ratings": ratings}},
        "QSPM with the smallest flip": {
            "qspm": {"factors": dict(zip(factors, map(float, weights), strict=True)), "options": scores}
        },
        f"SMAA, {draws} draws": {
            "smaa": {
                "criteria": factors, "options": {k: {f: v / 4 for f, v in row.items()} for k, row in scores.items()},
                "weights": {"order": [["S1", "W1"], ["O1", "T1"]]}, "draws": draws,
            }
        },
        "all best portfolios": {"portfolio": {"strategies": options, "serious": serious, "budget": 40}},
    }  # fmt: skip
    together = {key: value for part in parts.values() for key, value in part.items()}
    return {**parts, "everything": together}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
