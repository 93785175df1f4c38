"""SMAA-2: how often each option comes first, second… over all weights that the raters would accept.

R. Lahdelma & P. Salminen, "SMAA-2: Stochastic Multicriteria Acceptability Analysis for Group Decision Making",
Operations Research 49 (2001) 444-454.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_BATCH = 2000
"""Draws that are ranked at a time, to bound memory (project choice)."""


@dataclass(frozen=True, slots=True)
class Acceptability:
    """`ranks[option, place]` is the share of draws; `central` the mean weights of draws in which an option is first.

    `central` rows of options that are never first are NaN. Options that tie share the places they take up.
    `confidence` is the share of draws in which an option is first with its central weights (NaN likewise).
    """

    ranks: Floats
    central: Floats
    confidence: Floats
    first_margin: Floats
    """Half the width of the 95 % interval of each option's first-rank share."""


def smaa2(values: Floats, weights: Floats) -> Acceptability:
    """Additive value model. `values` is draws (or 1 where certain) × options × criteria, in [0, 1], more is better."""
    draws, options = len(weights), values.shape[1]
    sums, pull = np.zeros((options, options)), np.zeros((options, weights.shape[1]))
    for at in range(0, draws, _BATCH):
        some = weights[at : at + _BATCH]
        mine = values[0] if len(values) == 1 else values[at : at + _BATCH]
        shares = _place_shares(some @ mine.T if mine.ndim == 2 else np.einsum("dc,doc->do", some, mine))
        sums += shares.sum(axis=0)
        pull += shares[:, :, 0].T @ some
    taken = sums[:, 0]
    with np.errstate(invalid="ignore", divide="ignore"):
        central = np.where(taken[:, None] > 0, pull / taken[:, None], np.nan)
    confidence = np.full(options, np.nan)
    for option in np.flatnonzero(taken > 0):
        confidence[option] = _first_share(np.einsum("c,doc->do", central[option], values), int(option))
    first = taken / draws
    return Acceptability(sums / draws, central, confidence, 1.96 * np.sqrt(first * (1 - first) / draws))


def _first_share(scores: Floats, option: int) -> float:
    """How often an option is first, ties shared."""
    rounded = np.round(scores, 12)
    top = rounded.max(axis=1, keepdims=True)
    level = (rounded == top).sum(axis=1)
    return float(((rounded[:, option] == top[:, 0]) / level).mean())


def _place_shares(scores: Floats) -> Floats:
    """For each draw, option and place: 1 where the option takes the place, parts of it where it ties."""
    rounded = np.round(scores, 12)
    better = (rounded[:, None, :] > rounded[:, :, None]).sum(axis=2)
    level = (rounded[:, None, :] == rounded[:, :, None]).sum(axis=2)
    places = np.arange(scores.shape[1])[None, None, :]
    inside = (places >= better[:, :, None]) & (places < (better + level)[:, :, None])
    return np.asarray(inside / level[:, :, None])
