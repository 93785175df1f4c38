"""Which detectors read an accessibility rule of W3C (ACT), and which success criteria its failure does not satisfy."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Rule:
    """A detector, the ids of the ACT rules that it reads, and the criteria (A and AA) that they are required for."""

    detector: str
    act: tuple[str, ...]
    criteria: tuple[str, ...]


# Source: "Accessibility Requirements Mapping" of each rule (W3C, ACT Rules); criteria of level AAA are left out.
RULES: Final = (
    Rule("image_alternatives", ("23a2a8",), ("1.1.1",)),
    Rule("heading_texts", ("ffd0e9",), ("1.3.1", "2.4.6")),
    Rule("viewport_zoom", ("b4f0c3",), ("1.4.4",)),
    Rule("meta_refresh", ("bc659a",), ("2.2.1",)),
    Rule("page_titles", ("2779a5",), ("2.4.2",)),
    Rule("link_names", ("c487ae",), ("2.4.4", "4.1.2")),
    Rule("page_language", ("b5c3f8", "bf051a"), ("3.1.1",)),
    Rule("form_labels", ("e086e5",), ("4.1.2",)),
    Rule("button_names", ("97a4e1",), ("4.1.2",)),
    Rule("frame_titles", ("cae760",), ("4.1.2",)),
)
