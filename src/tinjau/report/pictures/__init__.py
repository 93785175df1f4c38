"""Pictures as SVG: drawn here, without script or style sheet, each with a title, a description and its data as a table.

A shape or a sign carries every meaning besides its colour, so that a grey copy and a colour-blind reader lose nothing.
"""

from tinjau.report.pictures.ladder import Step, phase_ladder
from tinjau.report.pictures.matrix import MatrixPicture, service_matrix
from tinjau.report.pictures.radar import radar
from tinjau.report.pictures.signs import SIGNS, sign, symbols
from tinjau.report.pictures.strip import StripRow, verdict_strip
from tinjau.report.pictures.trace import TraceLayer, TraceNode, layered_trace

__all__ = [
    "SIGNS",
    "MatrixPicture",
    "Step",
    "StripRow",
    "TraceLayer",
    "TraceNode",
    "layered_trace",
    "phase_ladder",
    "radar",
    "service_matrix",
    "sign",
    "symbols",
    "verdict_strip",
]
