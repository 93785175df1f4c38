"""SMAA-2: how often each option comes first, second… over all weights that the raters would accept.

R. Lahdelma & P. Salminen, "SMAA-2: Stochastic Multicriteria Acceptability Analysis for Group Decision Making",
Operations Research 49 (2001) 444-454.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


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
    certain = len(values) == 1
    scores = weights @ values[0].T if certain else np.einsum("dc,doc->do", weights, values)
    shares = _place_shares(scores)
    firsts = shares[:, :, 0]
    taken = firsts.sum(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        central = np.where(taken[:, None] > 0, firsts.T @ weights / taken[:, None], np.nan)
    confidence = np.full(options, np.nan)
    for option in np.flatnonzero(taken > 0):
        at_centre = np.einsum("c,doc->do", central[option], values)
        confidence[option] = _place_shares(at_centre)[:, option, 0].mean()
    first = shares[:, :, 0].mean(axis=0)
    return Acceptability(shares.mean(axis=0), central, confidence, 1.96 * np.sqrt(first * (1 - first) / draws))


def _place_shares(scores: Floats) -> Floats:
    """For each draw, option and place: 1 where the option takes the place, parts of it where it ties."""
    rounded = np.round(scores, 12)
    better = (rounded[:, None, :] > rounded[:, :, None]).sum(axis=2)
    level = (rounded[:, None, :] == rounded[:, :, None]).sum(axis=2)
    places = np.arange(scores.shape[1])[None, None, :]
    inside = (places >= better[:, :, None]) & (places < (better + level)[:, :, None])
    return np.asarray(inside / level[:, :, None])
