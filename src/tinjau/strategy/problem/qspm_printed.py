"""Printed TAS and STAS, wherever people put them: under `printed`, by option or kind, or beside an option's scores."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tinjau.strategy.problem.node import Node
from tinjau.strategy.problem.numbers import Number

_STAS = frozenset({"stas", "total", "sum", "jumlah"})
_TAS = frozenset({"tas"})
BESIDE = _STAS | _TAS
"""Keys of printed numbers that may stand among an option's scores."""


@dataclass(slots=True)
class _Found:
    options: frozenset[str]
    factors: frozenset[str]
    tas: dict[str, dict[str, Number]] = field(default_factory=dict)
    stas: dict[str, Number] = field(default_factory=dict)

    def take(self, printed: Node) -> None:
        """What stands under `printed`."""
        for name, cell in printed.items():
            if cell.blank:
                continue
            if name.casefold() in _STAS and cell.is_mapping:
                for option, number in cell.items():
                    self.take_option(option, number)
            elif name.casefold() in _TAS and cell.is_mapping:
                self.take_cells(cell)
            elif name in self.options:
                self.take_option(name, cell)

    def take_option(self, option: str, cell: Node) -> None:
        """One option's printed numbers: its STAS alone, or a mapping of both."""
        if option not in self.options:
            raise cell.fault(f"there is no option '{option}'", "Use the names of 'options'")
        if not cell.is_mapping:
            if not cell.blank:
                self.stas[option] = cell.number()
            return
        for name, inner in cell.items():
            if name.casefold() in _STAS and not inner.blank:
                self.stas[option] = inner.number()
            elif name.casefold() in _TAS:
                for factor, number in inner.items():
                    self._put(option, factor, number)
            elif name in self.factors:
                self._put(option, name, inner)

    def take_cells(self, cell: Node) -> None:
        """TAS by option and factor, or by factor and option."""
        for outer, inner in cell.items():
            for name, number in inner.items():
                if outer in self.options:
                    self._put(outer, name, number)
                else:
                    self._put(name, outer, number)

    def _put(self, option: str, factor: str, cell: Node) -> None:
        if option not in self.options or factor not in self.factors:
            raise cell.fault(
                "this is neither an option's nor a factor's cell", "Use the names of 'options' and 'factors'"
            )
        if not cell.blank:
            self.tas.setdefault(option, {})[factor] = cell.number()


def read_printed(
    node: Node, options: Sequence[str], factors: Sequence[str]
) -> tuple[dict[str, dict[str, Number]], dict[str, Number]]:
    """TAS by option and factor, and STAS by option. Raises InputError for a cell of something unknown."""
    found = _Found(frozenset(options), frozenset(factors))
    printed = node.printed("stas", "STAS", "tas", "TAS")
    if printed is not None:
        found.take(printed)
    holder = node.get("options", "strategies", "alternatives", "strategi")
    for name, entry in holder.named("name", "id", "option", "nama") if holder else []:
        if not entry.is_mapping:
            continue
        for key, cell in entry.items():
            if key in ("printed", "tercetak"):
                found.take_option(name, cell)
            elif key.casefold() in BESIDE and key not in factors:
                found.take_option(name, Node({key: cell.value}, cell.file, cell.place))
            elif key in factors and cell.is_mapping and (inner := cell.get("tas", "TAS", "printed")) is not None:
                found.tas.setdefault(name, {})[key] = inner.number()
    return found.tas, found.stas
