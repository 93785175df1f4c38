"""What a pack calculates beside its criteria, such as an index: the names of these totals."""

from collections.abc import Mapping

from tinjau.model import Instrument, Text


def total_titles(pack: Instrument) -> dict[str, Text]:
    """The title of each total that the pack calculates, by id."""
    calculation = pack.data.get("calculation")
    nodes = calculation.get("nodes") if isinstance(calculation, Mapping) else None
    return {
        str(node["id"]): Text(str(node["title"].get("id", "")), str(node["title"].get("en", "")))
        for node in nodes or ()
        if "id" in node and isinstance(node.get("title"), Mapping)
    }
