"""What one assessor (with what was decided) answered about one unit."""

from collections.abc import Mapping, Sequence
from copy import copy

from tinjau.scoring.tabular.cells import all_of, any_of, mapped
from tinjau.scoring.tabular.plan import DerivedCell
from tinjau.scoring.tabular.repeats import merge
from tinjau.scoring.tabular.values import Blank, Cell


class UnitAnswers:
    """The cells of one unit, by question and repeat; a decided cell stands before the assessor's own."""

    def __init__(
        self,
        own: Mapping[str, Mapping[str, Cell]],
        decided: Mapping[str, Mapping[str, Cell]],
        derived: Mapping[str, DerivedCell],
    ) -> None:
        self._own, self._decided, self._derived = own, decided, derived
        self.repeats: tuple[str, ...]
        names: dict[str, None] = {}
        for source in (own, decided):
            for cells in source.values():
                names.update(dict.fromkeys(cells))
        self.repeats = tuple(sorted(names))

    def passing(self, names: Sequence[str]) -> "UnitAnswers":
        """Only the repeats in which every one of these cells is above 0."""
        kept = copy(self)
        kept.repeats = tuple(each for each in self.repeats if all(_above_zero(self.cell(n, each)) for n in names))
        return kept

    def cell(self, name: str, repeat: str) -> Cell:
        """The cell of a question or derived cell for one repeat."""
        made = self._derived.get(name)
        if made is None:
            decided = self._decided.get(name, {}).get(repeat)
            return decided if decided is not None else self._own.get(name, {}).get(repeat, Blank.MISSING)
        cells = [self.cell(each, repeat) for each in made.of]
        if made.how == "map":
            return mapped(cells[0], made.table)
        return any_of(cells) if made.how == "any_of" else all_of(cells)

    def gate(self, name: str, policy: str) -> Cell:
        """The cell of a gate over all repeats: a repeat that nobody answered could still open it."""
        cell = self.merged(name, policy)
        if _above_zero(cell) or not any(self.cell(name, each) is Blank.MISSING for each in self.repeats):
            return cell
        return Blank.MISSING

    def merged(self, name: str, policy: str) -> Cell:
        """The cell of a question over all repeats. Raises ValueError where the policy `single` meets several."""
        return merge(policy, [self.cell(name, each) for each in self.repeats])


def _above_zero(cell: Cell) -> bool:
    return not isinstance(cell, Blank) and cell > 0
