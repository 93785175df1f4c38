"""What a careful reader would object to in a table: both values, and the cell."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tinjau.model import Severity, Text

_SMALL = 0.001
"""Under this a number is shown by its first two digits (project choice)."""
_EXAMPLES = 12
"""Cells that a finding about rounding lists one by one (project choice)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One objection. `printed` and `computed` are what the table says and what follows from its inputs."""

    code: str
    severity: Severity
    where: str
    message: Text
    printed: Any = None
    computed: Any = None
    ids: tuple[str, ...] = ()
    more: tuple[tuple[str, Any], ...] = ()

    def row(self) -> dict[str, Any]:
        """As it is written into JSON."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "where": self.where,
            "message": {"id": self.message.id, "en": self.message.en},
            "printed": self.printed,
            "computed": self.computed,
            "ids": list(self.ids),
            **dict(self.more),
        }


@dataclass(slots=True)
class Notes:
    """Findings as they are gathered for one table; cells that differ by rounding alone are told in one finding."""

    place: str
    found: list[Finding] = field(default_factory=list)
    rounded: list[tuple[str, float, float]] = field(default_factory=list)

    def error(self, code: str, where: str, message: Text, **more: Any) -> None:
        """The table contradicts itself or its rule."""
        self._add(code, Severity.ERROR, where, message, more)

    def warning(self, code: str, where: str, message: Text, **more: Any) -> None:
        """The table can be read, but what is made of it is weak."""
        self._add(code, Severity.WARNING, where, message, more)

    def notice(self, code: str, where: str, message: Text, **more: Any) -> None:
        """Worth knowing."""
        self._add(code, Severity.NOTICE, where, message, more)

    def rounding(self, where: str, printed: float, computed: float) -> None:
        """A cell whose difference rounding can explain."""
        self.rounded.append((where, printed, computed))

    def all(self) -> list[Finding]:
        """Every finding, the gravest first, in the order in which they were made."""
        found = list(self.found)
        if self.rounded:
            found.append(self._rounding_told())
        order = [Severity.ERROR, Severity.WARNING, Severity.NOTICE]
        return sorted(found, key=lambda each: order.index(each.severity))

    def _rounding_told(self) -> Finding:
        where, printed, computed = max(self.rounded, key=lambda each: abs(each[1] - each[2]))
        count = len(self.rounded)
        cells = [{"where": w, "printed": p, "computed": c} for w, p, c in self.rounded[:_EXAMPLES]]
        return Finding(
            "rounding", Severity.NOTICE, self.place if count > 1 else where,
            Text(
                f"{count} nilai tercetak berbeda dari hitungan, tetapi selisihnya dapat dijelaskan oleh pembulatan"
                f" (terbesar pada {where}: tercetak {show_id(printed)}, hitungan {show_id(computed)}).",
                f"{count} printed value{'s differ' if count > 1 else ' differs'} from what is computed, but rounding"
                " can explain it"
                f" (the largest at {where}: printed {show(printed)}, computed {show(computed)}).",
            ),
            printed, computed, more=(("cells", cells),),
        )  # fmt: skip

    def _add(self, code: str, severity: Severity, where: str, message: Text, more: dict[str, Any]) -> None:
        printed, computed, ids = more.pop("printed", None), more.pop("computed", None), more.pop("ids", ())
        place = f"{self.place}.{where}" if where else self.place
        self.found.append(Finding(code, severity, place, message, printed, computed, tuple(ids), tuple(more.items())))


def show(value: float) -> str:
    """A number for a sentence: up to four decimals, without closing zeros; very small ones with two digits."""
    if 0 < abs(value) < _SMALL:
        return f"{value:.2g}"
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def show_id(value: float) -> str:
    """The same for an Indonesian sentence, with a decimal comma."""
    return show(value).replace(".", ",")


def listed(names: Iterable[str], most: int = 8) -> str:
    """Names for a sentence."""
    each = list(names)
    return ", ".join(each[:most]) + (f", … ({len(each)})" if len(each) > most else "")
