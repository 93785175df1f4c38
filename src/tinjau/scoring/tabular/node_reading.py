"""One entry of a pack's `nodes:`, read into the nodes it stands for."""

from collections.abc import Mapping, Sequence

from tinjau.model import Criterion, Instrument, Text
from tinjau.scoring.tabular.fields import Fields
from tinjau.scoring.tabular.finish import Band, Finish
from tinjau.scoring.tabular.gates import Gate
from tinjau.scoring.tabular.plan import (
    GIVEN,
    LADDERS,
    NO_TEXT,
    ROLL_UPS,
    SCORES,
    Node,
    NodeKey,
    Plan,
    Repeats,
    Select,
    Term,
)
from tinjau.scoring.tabular.repeats import POLICIES
from tinjau.scoring.tabular.scores import MISSING_RULES, Step

_NODE_KEYS = (
    "about", "alternative_to", "as_of", "bands", "by", "each", "finish", "gates", "given", "id", "ladder", "least",
    "level", "minimum_coverage", "missing", "of", "publish", "reach", "repeats", "roll_up", "rungs", "score", "select",
    "source", "steps", "strata", "title", "verified", "within",
)  # fmt: skip
_NEEDS = {
    "count_at_least": "least",
    "newest_within": "within",
    "share_reaching": "reach",
    "cumulative_level": "reach",
}


def children_of(instrument: Instrument, criterion: Criterion) -> list[tuple[str, float | None]]:
    """The ids and weights of a criterion's sub-criteria, or of its indicators where it has none."""
    inner = [(each.id, each.weight) for each in instrument.criteria if each.parent == criterion.id]
    return inner or [(each.id, each.weight) for each in instrument.indicators if each.criterion == criterion.id]


class NodeReader:
    """Reads one entry of `nodes:`, which may stand for many nodes (`each:`)."""

    def __init__(self, instrument: Instrument, plan: Plan, calculation: Fields, place: Fields, above: Sequence[Node]):
        self.instrument, self.plan, self.calculation, self.place = instrument, plan, calculation, place
        self.above = {node.key: node for node in above}
        place.only(_NODE_KEYS)
        self.kind, self.how = self._kind()
        self.level = place.text("level") or next(iter(plan.units))
        if self.level not in plan.units:
            raise place.wrong("level", f"{self.level!r} is not a level of this instrument")

    def nodes(self) -> list[Node]:
        """The nodes of this entry, parts before the whole."""
        each = self.place.data.get("each")
        if each is None:
            name = self.place.text("id")
            if not name:
                raise self.place.wrong("id", "a node needs an id, or `each:`")
            return [self._node(name, self._terms(self.place.data.get("of")))]
        if each == "indicators":
            names = [each.id for each in self.instrument.indicators]
            return [self._node(name, (self._term(name, 1.0),), self._title_of(name)) for name in names]
        if each == "criteria":
            found = []
            for criterion in sorted(self.instrument.criteria, key=self._depth, reverse=True):
                terms = tuple(self._term(*pair) for pair in _weighed(children_of(self.instrument, criterion)))
                if terms:
                    found.append(self._node(criterion.id, terms, criterion.title))
            return found
        return [
            self._node(name, () if self.kind == "given" else (self._term(name, 1.0),), self._title_of(name))
            for name in self.place.words("each")
        ]

    def _kind(self) -> tuple[str, str]:
        kinds = {"score": SCORES, "roll_up": ROLL_UPS, "ladder": LADDERS, "given": GIVEN}
        named = [kind for kind in kinds if kind in self.place.data]
        if len(named) != 1:
            raise self.place.wrong("", "a node needs one of score, roll_up, ladder, given")
        how = self.place.text(named[0])
        if how not in kinds[named[0]]:
            raise self.place.wrong(named[0], f"{how!r} is not known", f"Choose from {', '.join(kinds[named[0]])}")
        return named[0], how

    def _depth(self, criterion: Criterion) -> int:
        parents = {each.id: each.parent for each in self.instrument.criteria}
        depth, at = 0, criterion.id
        while parents.get(at) and depth <= len(parents):
            depth, at = depth + 1, parents[at]
        if depth > len(parents):
            raise self.place.wrong("each", f"the criterion {criterion.id} is its own parent")
        return depth

    def _title_of(self, name: str) -> Text:
        for criterion in self.instrument.criteria:
            if criterion.id == name:
                return criterion.title
        return next((each.question for each in self.instrument.indicators if each.id == name), NO_TEXT)

    def _terms(self, of: object) -> tuple[Term, ...]:
        if of == "indicators":
            return tuple(self._term(i.id, 1.0 if i.weight is None else i.weight) for i in self.instrument.indicators)
        if of == "top":
            top = [(each.id, each.weight) for each in self.instrument.criteria if not each.parent]
            return tuple(self._term(*pair) for pair in _weighed(top))
        if isinstance(of, Mapping):
            return tuple(self._term(name, weight) for name, weight in self.place.numbers("of").items())
        if of is None:
            return ()
        return tuple(self._term(name, 1.0) for name in self.place.words("of"))

    def _term(self, name: str, weight: float) -> Term:
        if self.kind == "score":
            if name in self.plan.derived:
                return Term(name, weight)
            question = self.plan.questions.get(name)
            if question is None or question.unit != self.level:
                raise self.place.wrong("of", f"{name!r} is no question of the level {self.level}")
            return Term(name, weight)
        wanted, _, level = name.partition("@")
        key = NodeKey(wanted, level or self.level)
        if key not in self.above and not level:
            narrower = [k for k in self.above if k.id == wanted]
            key = narrower[-1] if narrower else key
        if key not in self.above and self.place.data.get("each") != "criteria":
            raise self.place.wrong("of", f"{name!r} is no node above this one")
        return Term(wanted, weight, key)

    def _node(self, name: str, terms: tuple[Term, ...], title: Text = NO_TEXT) -> Node:
        place, rule = self.place, self.place.text("missing", "drop_rescale")
        if rule not in MISSING_RULES:
            raise place.wrong("missing", f"{rule!r} is not known", f"Choose from {', '.join(MISSING_RULES)}")
        rungs = self._rungs()
        if not terms and not rungs and self.kind != "given":
            raise place.wrong("of", "nothing goes into this node")
        if NodeKey(name, self.level) in self.above:
            raise place.wrong("id", f"{name!r} stands twice at the level {self.level}")
        steps, steps_by = self._steps()
        strata = place.inner("strata")
        minimum = self.calculation.number("minimum_coverage", 0.0)
        settings = {key: place.number(key) for key in ("least", "within", "reach") if key in place.data}
        self._check_settings(settings, steps, strata)
        return Node(
            key=NodeKey(name, self.level),
            kind=self.kind,
            how=self.how,
            terms=terms,
            missing=rule,
            title=place.bilingual("title") if "title" in place.data else title,
            publish=bool(place.data.get("publish", True)),
            select=self._select(),
            gates=tuple(self._gate(each) for each in place.each("gates")),
            repeats=self._repeats(),
            finish=self._finish(),
            minimum_coverage=place.number("minimum_coverage", minimum if self.kind != "score" else 0.0),
            settings=settings,
            steps=steps,
            steps_by=steps_by,
            strata_by=self._attribute(strata, "by") if strata.data else "",
            strata=strata.numbers("weights"),
            rungs=rungs,
            alternative_to=place.text("alternative_to"),
        )

    def _check_settings(self, settings: Mapping[str, float], steps: Mapping[str, object], strata: Fields) -> None:
        wanted = _NEEDS.get(self.how)
        if wanted and wanted not in settings:
            raise self.place.wrong(wanted, f"{self.how} needs {wanted}")
        if self.how == "lookup" and not steps:
            raise self.place.wrong("steps", "lookup needs steps")
        if self.how == "strata_mean" and not strata.data:
            raise self.place.wrong("strata", "strata_mean needs strata: {by, weights}")

    def _attribute(self, place: Fields, key: str) -> str:
        name = place.text(key)
        if name not in self.plan.attributes:
            raise place.wrong(key, f"{name!r} is no attribute of this calculation")
        return name

    def _select(self) -> Select | None:
        place = self.place.inner("select")
        if not place.data:
            return None
        place.only(("attribute", "is"))
        return Select(self._attribute(place, "attribute"), tuple(each.casefold() for each in place.words("is")))

    def _gate(self, place: Fields) -> Gate:
        place.only(("require", "override", "is", "else", "score"))
        kind = "require" if "require" in place.data else "override"
        name, otherwise = place.text(kind), place.text("else", "drop")
        values = tuple(each.casefold() for each in place.words("is"))
        if otherwise not in {"drop", "zero"}:
            raise place.wrong("else", f"{otherwise!r} is not known", "Choose from drop, zero")
        if name in self.plan.attributes and values:
            return Gate(kind, attribute=name, values=values, otherwise=otherwise, score=place.number("score"))
        if kind == "require" and (name in self.plan.questions or name in self.plan.derived):
            return Gate(kind, question=name, otherwise=otherwise)
        raise place.wrong(kind, f"{name!r} is no question, and no attribute with `is:`")

    def _repeats(self) -> Repeats:
        value = self.place.data.get("repeats", "single")
        if isinstance(value, str):
            return Repeats(self._policy(self.place, value))
        place = self.place.inner("repeats")
        words = {str(k): self._policy(place, str(v)) for k, v in place.data.items() if k not in {"by", "otherwise"}}
        return Repeats(self._policy(place, place.text("otherwise", "single")), self._attribute(place, "by"), words)

    def _policy(self, place: Fields, name: str) -> str:
        if name not in POLICIES:
            raise place.wrong("", f"{name!r} is not known", f"Choose from {', '.join(POLICIES)}")
        return name

    def _finish(self) -> Finish:
        place = self.place.inner("finish")
        place.only(("times", "plus", "settle", "round", "band"))
        decimals = int(place.number("round")) if "round" in place.data else None
        settle = int(place.number("settle")) if "settle" in place.data else None
        name = place.text("band")
        bands: list[Band] = []
        if name:
            for each in self.calculation.inner("bands").each(name):
                each.only(("id", "from", "title", "about", "level", "grade", "source", "verified"))
                bands.append(Band(each.text("id"), each.number("from"), each.bilingual("title")))
            if not bands or bands != sorted(bands, key=lambda band: band.start):
                raise place.wrong("band", f"the bands {name!r} are missing or not in rising order")
        return Finish(place.number("times", 1.0), place.number("plus", 0.0), settle, decimals, tuple(bands))

    def _steps(self) -> tuple[dict[str, tuple[Step, ...]], str]:
        if "steps" not in self.place.data:
            return {}, ""
        if isinstance(self.place.data["steps"], Mapping):
            inner, by = self.place.inner("steps"), self._attribute(self.place, "by")
            return {str(word): self._table(inner.each(str(word))) for word in inner.data}, by
        return {"": self._table(self.place.each("steps"))}, ""

    def _table(self, places: Sequence[Fields]) -> tuple[Step, ...]:
        steps = [_step(each) for each in places]
        limits = [step.to for step in steps if step.to is not None]
        if limits != sorted(limits) or any(step.to is None for step in steps[:-1]):
            raise self.place.wrong("steps", "the steps are not in rising order")
        return tuple(steps)

    def _rungs(self) -> tuple[tuple[Term, ...], ...]:
        value = self.place.data.get("rungs") or []
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise self.place.wrong("rungs", "a list of lists is needed here")
        return tuple(
            tuple(self._term(str(name), 1.0) for name in ([rung] if isinstance(rung, str) else rung)) for rung in value
        )


def _step(place: Fields) -> Step:
    place.only(("to", "below", "score"))
    score = None if place.data.get("score", "") is None else place.number("score")
    for key in ("to", "below"):
        if key in place.data:
            return Step(place.number(key), score, open=key == "below")
    return Step(None, score)


def _weighed(pairs: Sequence[tuple[str, float | None]]) -> list[tuple[str, float]]:
    return [(name, 1.0 if weight is None else weight) for name, weight in pairs]
