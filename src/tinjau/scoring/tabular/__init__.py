"""An instrument on tabular answers, out of a closed list of aggregators.

A pack's `calculation:` names its nodes; no instrument has Python of its own, and there is no expression language.
"""

from tinjau.scoring.tabular.document import document
from tinjau.scoring.tabular.node_reading import children_of
from tinjau.scoring.tabular.plan import ONE_ANSWER, Node, Plan, Question
from tinjau.scoring.tabular.reading import read_plan
from tinjau.scoring.tabular.rows import DECIDED, Row, read_cell, read_number
from tinjau.scoring.tabular.sample_size import sample_size
from tinjau.scoring.tabular.tabulating import Score, TabularResult, score_tabular

__all__ = [
    "DECIDED", "ONE_ANSWER", "Node", "Plan", "Question", "Row", "Score", "TabularResult", "children_of",
    "document", "read_cell", "read_number", "read_plan", "sample_size", "score_tabular",
]  # fmt: skip
