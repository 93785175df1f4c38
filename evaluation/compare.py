"""Set what detectors said beside what was read: one case for each fact of each site and page."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from evaluation.annotations import Annotation, Extent, Fact
from evaluation.figures import Figures, Tally, figures
from tinjau.model import Observation, Scope, State

# A fact that holds page by page is read as a share of right pages; from this share on the site has it. It is the
# detectors' own threshold (tinjau.observe.engine.shares), since what is measured is their reading, not their threshold.
SEEN_FROM = 0.9
NAMED = 20  # pages that a detector names at most (tinjau.observe.engine.shares)
CITY_HOST = "arunika.example"  # of the sample city; .example never resolves (RFC 2606)
EXTENTS = ("form_labels", "image_alternatives", "mobile_viewport", "page_language", "page_titles")


@dataclass(frozen=True, slots=True)
class Case:
    """One question put to both. `found` is None where the detector says nothing of it."""

    site: str
    language: str
    detector: str
    subject: str
    expected: State
    found: State | None
    why: str = ""
    at: str = ""
    expected_value: str = ""
    found_value: str = ""
    found_at: str = ""
    reason: str = ""

    @property
    def agrees(self) -> bool:
        """Whether both say the same, the value included where both give one."""
        return self.expected == self.found and self.same_value

    @property
    def same_value(self) -> bool:
        """Whether the values are the same, or one of them is missing."""
        return not self.expected_value or not self.found_value or self.expected_value in self.found_value

    @property
    def tally(self) -> Tally:
        """The case as a count of one."""
        return tally(self.expected, self.found)


def tally(expected: State, found: State | None) -> Tally:
    """Where one answer belongs among the counts (PROTOCOL.md, how they are compared)."""
    if found is None:
        return Tally(missing=1)
    if found is State.CANNOT_TELL:
        return {
            State.SEEN: Tally(abstained_seen=1),
            State.NOT_SEEN: Tally(abstained_not_seen=1),
            State.CANNOT_TELL: Tally(both_unsure=1),
        }[expected]
    if found is State.SEEN:
        return Tally(tp=1) if expected is State.SEEN else Tally(fp=1)
    if expected is State.CANNOT_TELL:
        return Tally(overclaimed=1)
    return Tally(fn=1) if expected is State.SEEN else Tally(tn=1)


def site_cases(annotation: Annotation, observations: Iterable[Observation]) -> list[Case]:
    """Every site fact of an annotation beside the observation of its name."""
    said: dict[tuple[str, str], Observation] = {}
    for each in observations:
        if each.scope is Scope.SITE and (each.subject in ("site", "") or each.subject.startswith("kind:")):
            said.setdefault((each.detector, each.subject or "site"), each)
    cases = [_case(annotation, fact, said.get(fact.asked)) for fact in (*annotation.facts, *annotation.later)]
    for name, extent in annotation.extents.items():
        state = _of_extent(extent)
        why = f"right on {extent.right} of {extent.pages} pages"
        cases.append(_case(annotation, Fact(name, (state, state), state, why=why), said.get((name, "site"))))
    return cases


def page_cases(annotation: Annotation, observations: Sequence[Observation]) -> list[Case]:
    """The sampled pages: what was read of each beside what was said of it, for facts that hold page by page.

    Detectors name the pages that lack a thing, up to a bound; a page that is not named has it where all were named.
    """
    cases = []
    for name in EXTENTS:
        lacking = {urlsplit(each.url)._replace(fragment="").geturl() for each in observations
                   if each.detector == name and each.scope is Scope.PAGE and each.state is State.NOT_SEEN}  # fmt: skip
        for page in annotation.pages:
            answer = page.answers.get(name)
            if answer is None or answer == "none":
                continue
            url = f"http://{annotation.host or CITY_HOST}{page.at}"
            if url not in lacking and len(lacking) >= NAMED:
                continue  # the detector names no more pages: nothing can be said of this one
            expected = State.SEEN if answer == "yes" else State.NOT_SEEN
            found = State.NOT_SEEN if url in lacking else State.SEEN
            cases.append(Case(annotation.site, annotation.language, name, page.at, expected, found, at=page.at))
    return cases


def _of_extent(extent: Extent) -> State:
    if not extent.pages:
        return State.CANNOT_TELL
    return State.SEEN if extent.right / extent.pages >= SEEN_FROM else State.NOT_SEEN


def _case(annotation: Annotation, fact: Fact, said: Observation | None) -> Case:
    found = (said.state, _text(said.value), said.url, said.reason) if said else (None, "", "", "")
    return Case(
        annotation.site, annotation.language, *fact.asked, fact.state, found[0],
        fact.why, fact.at, fact.value, *found[1:],
    )  # fmt: skip


def _text(value: object) -> str:
    return "" if value is None else str(value)


def by_detector(cases: Sequence[Case]) -> list[Figures]:
    """Figures for each detector, by name."""
    return [figures(name, _by_site(found)) for name, found in sorted(_groups(cases, "detector").items())]


def by_language(cases: Sequence[Case]) -> list[Figures]:
    """Figures for each language, over all detectors."""
    return [figures(name, _by_site(found)) for name, found in sorted(_groups(cases, "language").items())]


def overall(cases: Sequence[Case]) -> Figures:
    """Figures over everything."""
    return figures("all", _by_site(cases))


def _groups(cases: Sequence[Case], key: str) -> dict[str, list[Case]]:
    found: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        found[getattr(case, key)].append(case)
    return found


def _by_site(cases: Sequence[Case]) -> list[Tally]:
    return [sum((case.tally for case in group), start=Tally()) for group in _groups(cases, "site").values()]
