"""Agreement, consensus, quantiles and intervals: pure functions that know nothing of what is measured.

Ratings are tables with one row a unit and one column a rater, None where a rater gave nothing; ranks have one row a
rater. A coefficient that the data cannot define is None, never 0.
"""

from tinjau.stats.alpha import LEVELS, Level, alpha_interval, krippendorff_alpha
from tinjau.stats.concordance import Concordance, kendall_w, mid_ranks
from tinjau.stats.intervals import Interval, bootstrap_interval, percentile_interval, wilson_interval
from tinjau.stats.kappa import (
    WEIGHTINGS,
    Weighting,
    agreement_weights,
    cohen_kappa,
    cohen_kappa_table,
    fleiss_kappa,
    fleiss_kappa_counts,
    gwet_ac1,
    gwet_ac2,
    gwet_counts,
    percent_agreement,
    unanimous_share,
)
from tinjau.stats.quantiles import DEFAULT_RULE, RULES, Quartiles, Rule, quantile, quartiles
from tinjau.stats.table import Counts, Rating, Ratings, count, is_missing

__all__ = [
    "DEFAULT_RULE", "LEVELS", "RULES", "WEIGHTINGS", "Concordance", "Counts", "Interval", "Level", "Quartiles",
    "Rating", "Ratings", "Rule", "Weighting", "agreement_weights", "alpha_interval", "bootstrap_interval",
    "cohen_kappa", "cohen_kappa_table", "count", "fleiss_kappa", "fleiss_kappa_counts", "gwet_ac1", "gwet_ac2",
    "gwet_counts", "is_missing", "kendall_w", "krippendorff_alpha", "mid_ranks", "percent_agreement",
    "percentile_interval", "quantile", "quartiles", "unanimous_share", "wilson_interval",
]
