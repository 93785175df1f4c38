"""The order of the stages: the program's table of contents.

`run` goes the whole way for one government; the other functions are single stages with files on both sides. Each stage
can be run again from the file before it. Nothing here knows how a stage works.
"""

import importlib.metadata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tinjau import capture as capturing
from tinjau import lint, observe, packs, report, scoring, services, strategy, study
from tinjau.archive import Manifest, read_manifest
from tinjau.capture.browser import BrowserResult, BrowserSettings, look
from tinjau.model import (
    Assessment,
    InputError,
    Instrument,
    Lang,
    Plan,
    Study,
)
from tinjau.report.formats import FORMS, Results, render
from tinjau.scoring.comparing import Comparison
from tinjau.scoring.comparing import compare as compare_assessments

FORMATS = (*FORMS, "json")
DEFAULT_FORMATS = ("html", "json")
COMPARED_AS = (".html", ".pdf", ".docx")
DEFAULT_INSTRUMENTS = ("sitokdana-7", "wb-4")
_LONGEST_NOTE = 500  # characters of what a capture says of its hosts; project choice
_ARCHIVE_SUFFIXES = (".warc", ".warc.gz", ".wacz", ".arc", ".arc.gz")

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What a caller may choose for one run; None means what the study says, or the default."""

    instruments: tuple[str, ...] | None = None
    formats: tuple[str, ...] = DEFAULT_FORMATS
    lang: Lang | None = None
    both: bool = False  # the other language beside it, in formats that are written in one
    capture_sites: bool = False
    capture: capturing.CaptureSettings = field(default_factory=capturing.CaptureSettings)
    approved: bool = False  # people approved the report: no draft mark
    owner: bool = False  # an edition for the site's owner, with findings that a public report leaves out
    letterhead: bytes | None = None  # the office's own DOCX, for format docx


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a run concluded and wrote. `partial` says what was lost where something was; empty when nothing was."""

    assessment: Assessment
    plan: Plan
    files: tuple[Path, ...]
    partial: str = ""


def run(
    target: str, out: Path | None = None, options: RunOptions | None = None, say: Say = lambda _: None
) -> RunResult:
    """The whole way for one government: capture, observe, score, strategies, objections, documents.

    `target` is a URL, a study folder or an archive. Results are in `out` (for a study `results/` inside it by default).
    Raises InputError where the target cannot be used and InterruptedRun where a capture was stopped half-way.
    """
    options = options or RunOptions()
    _check_formats(options.formats)
    found = _locate(target, out, options)
    the_study = replace(found.study, instruments=options.instruments) if options.instruments else found.study
    for each in the_study.instruments:
        packs.load_instrument(each)  # a name that no pack has is refused before anything is fetched or written
    archives = found.archives
    if found.sites and not archives:
        say(f"capture: {', '.join(found.sites)}")
        archive = found.folder / "archive.warc.gz"
        found.folder.mkdir(parents=True, exist_ok=True)
        capturing.capture(found.sites, archive, options.capture, _capture_progress(say))
        archives = (archive,)
    return evaluate(the_study, archives, found.folder, options, say)


def evaluate(
    the_study: Study, archives: Sequence[Path], folder: Path, options: RunOptions, say: Say = lambda _: None
) -> RunResult:
    """Everything after the capture: observe the archives, judge, plan, and write the results into `folder`."""
    instruments = [packs.load_instrument(each) for each in the_study.instruments]
    lang = options.lang or the_study.language
    observed = observe.nothing_observed()
    if archives:
        say(f"observe: {', '.join(path.name for path in archives)}")
        observed = _with_reason(observe.observe(archives), archives)
    assessment = assess(the_study, instruments, observed)
    plan = plan_for(the_study, assessment, observed)
    folder.mkdir(parents=True, exist_ok=True)
    if archives:
        observe.write_observations(observed.observations, folder / "observations.parquet")
    results = Results(
        assessment,
        plan,
        the_study,
        lang,
        tuple(instruments),
        observed.observations,
        observed.services,
        draft=not options.approved,
        public=not options.owner,
        letterhead=options.letterhead,
        langs=(lang, "en" if lang == "id" else "id") if options.both else (),
    )
    files = _write(folder, options.formats, results, say)
    say(f"wrote: {folder}")
    return RunResult(assessment, plan, files, partial=observed.capture.loss if observed.capture else "")


def _with_reason(observed: observe.ObservationResult, archives: Sequence[Path]) -> observe.ObservationResult:
    """Where nothing could be read, what the capture's manifest says of each host stands beside it."""
    if observed.capture is None or observed.capture.pages:
        return observed
    manifests = [each for each in map(read_manifest, archives) if each is not None]
    problems = [host.problem for each in manifests for host in each.host_reports if host.problem]
    if not problems:
        return observed
    note = f"{observed.capture.note}: {'; '.join(dict.fromkeys(problems))}"[:_LONGEST_NOTE]
    return replace(observed, capture=replace(observed.capture, note=note))


def assess(the_study: Study, instruments: Sequence[Instrument], observed: observe.ObservationResult) -> Assessment:
    """Stages 1 and 2: what was seen and what people answered, judged by the instruments."""
    hosts = tuple(urlsplit(each).hostname or "" for each in the_study.sites)
    matches = services.match_services(the_study.services, observed.services, hosts, the_study.decisions)
    return scoring.score(
        instruments=instruments,
        observations=observed.observations,
        answers=the_study.answers,
        services=the_study.services,
        matches=matches,
        capture=observed.capture,
        government=the_study.government,
        decisions=the_study.decisions,
        share=the_study.ladder_share,
        proven=observe.PROVEN,
    )


def plan_for(the_study: Study, assessment: Assessment, observed: observe.ObservationResult) -> Plan:
    """Stage 3: factors and strategies of people, what rules derive beside them, and what a reader would object."""
    known = frozenset(each.id for each in observed.observations)
    instruments = [packs.load_instrument(each) for each in the_study.instruments]
    plan = strategy.make_plan(
        the_study,
        assessment,
        packs.load_strategy_templates(),
        context=packs.load_context(the_study.government.country),
        instruments=instruments,
        known_observations=known,
    )
    previous = study.read_previous(the_study)
    moved = strategy.movements(previous.actions, previous.assessment, assessment) if previous else ()
    return replace(plan, movements=moved, lint=lint.lint_study(the_study, assessment, plan, known, instruments))


def capture(urls: Sequence[str], out: Path, settings: capturing.CaptureSettings, say: Say) -> Manifest:
    """Capture only: the archive and its manifest. Called again after an interruption it goes on where it was."""
    return capturing.capture(urls, out, settings, _capture_progress(say))


def observe_archives(archives: Sequence[Path], out: Path) -> observe.ObservationResult:
    """Facts only: one row an observation, as Parquet or JSON lines by the suffix of `out`."""
    if out.suffix not in {".parquet", ".jsonl"}:
        raise InputError(str(out), "", "observations are written as .parquet or .jsonl", "Give --out such a name")
    result = observe.observe(archives)
    observe.write_observations(result.observations, out)
    return result


def browse(archives: Sequence[Path], out: Path, settings: BrowserSettings, say: Say) -> BrowserResult:
    """What only a browser sees on a sample of archived pages: observations of their own, apart from the static ones."""
    if out.suffix not in {".parquet", ".jsonl"}:
        raise InputError(str(out), "", "observations are written as .parquet or .jsonl", "Give --out such a name")
    result = look(archives, settings, say)
    observe.write_observations(result.observations, out)
    return result


def solve(problem: Path) -> dict[str, Any]:
    """Stage 3 alone: a problem file's tables, computed and compared with what is printed."""
    data = packs.load_yaml_file(problem)
    if not isinstance(data, Mapping):
        mend = "See docs/howto/check-a-published-table.md"
        raise InputError(str(problem), "", "the file holds no mapping of keys", mend)
    return strategy.solve_problem(data, str(problem))


def check(path: Path) -> list[dict[str, Any]]:
    """Objections to a study folder or to a published table, as the rows that `tinjau check --json` prints."""
    if path.is_dir():
        the_study = study.read_study(path)
        instruments = [packs.load_instrument(each) for each in the_study.instruments]
        archives = [Path(each) for each in the_study.archives]
        observed = observe.observe(archives) if archives else observe.nothing_observed()
        assessment = assess(the_study, instruments, observed)
        plan = plan_for(the_study, assessment, observed)
        return [study.finding_to_json(each) for each in (*assessment.lint, *plan.lint)]
    return list(solve(path)["lint"])


def compare(results: Sequence[Path], lang: Lang = "id", out: Path | None = None) -> Comparison:
    """Assessments side by side, in the order given; as one file too where `out` names it (HTML, PDF or DOCX)."""
    if len(results) < 2:
        raise InputError("compare", "", "two or more results are needed", "Give folders that `tinjau run` wrote")
    suffix = out.suffix.lower() if out is not None else ""
    if out is not None and suffix not in COMPARED_AS:
        raise InputError(str(out), "", "a comparison is not written in this form", f"End in {', '.join(COMPARED_AS)}")
    documents = [study.read_assessment(each) for each in results]
    comparison = compare_assessments(_labels(results), documents)
    if out is not None:
        names = dict.fromkeys(each["id"] for document in documents for each in document["instruments"])
        known = [packs.load_instrument(each) for each in names if each in packs.instrument_ids()]
        study.write_bytes(out, report.comparison_file(suffix, comparison, documents, lang, known))
    return comparison


def _labels(results: Sequence[Path]) -> list[str]:
    """Short names that tell the results apart."""
    whole = [each.resolve().parent if each.is_file() else each.resolve() for each in results]
    for depth in range(1, 1 + max(len(each.parts) for each in whole)):
        names = ["/".join(each.parts[-depth:]) for each in whole]
        if len(set(names)) == len(names):
            return names
    return [f"{number}: {each.name}" for number, each in enumerate(whole, start=1)]


@dataclass(frozen=True, slots=True)
class _Target:
    """What a run works on: the study, its archives, the sites to capture, and the folder for results."""

    study: Study
    archives: tuple[Path, ...]
    sites: tuple[str, ...]
    folder: Path


def _locate(target: str, out: Path | None, options: RunOptions) -> _Target:
    if urlsplit(target).scheme in {"http", "https"}:
        host = urlsplit(target).hostname or ""
        if not host:
            raise InputError(target, "", "the address has no host name", "Write it as https://name.go.id")
        the_study = study.bare_study(name=host, sites=(target,), language=options.lang or "id")
        return _Target(the_study, (), (target,), out or Path(host))
    path = Path(target)
    if path.is_dir():
        the_study = study.read_study(path)
        archives = tuple(Path(each) for each in the_study.archives)
        sites = the_study.sites if options.capture_sites else ()
        return _Target(the_study, archives, sites, out or path / "results")
    if not path.exists():
        problem = "there is no such file or folder, and it is not an address"
        raise InputError(target, "", problem, "Give a URL that starts with https://, a study folder, or an archive")
    if not path.name.lower().endswith(_ARCHIVE_SUFFIXES):
        mend = f"Archives end in {', '.join(_ARCHIVE_SUFFIXES)}"
        raise InputError(target, "", "this is neither a study folder nor a web archive", mend)
    name = path.name.split(".")[0]
    the_study = study.bare_study(name=name, sites=(), language=options.lang or "id")
    return _Target(the_study, (path,), (), out or Path(name))


def _check_formats(formats: Iterable[str]) -> None:
    for each in formats:
        if each not in FORMATS:
            raise InputError("--format", each, "this format is not known", f"Choose from {', '.join(FORMATS)}")


def _capture_progress(say: Say) -> Callable[[capturing.Progress], None]:
    def tell(progress: capturing.Progress) -> None:
        say(f"capture: {progress}")

    return tell


def _write(folder: Path, formats: Sequence[str], results: Results, say: Say) -> tuple[Path, ...]:
    files: list[Path] = []
    if "json" in formats:
        study.write_json(folder / "assessment.json", study.assessment_to_json(results.assessment))
        study.write_json(folder / "plan.json", study.plan_to_json(results.plan))
        files += [folder / "assessment.json", folder / "plan.json"]
    for form in formats:
        if form == "json":
            continue
        if form not in {"html", "csv", "earl"}:
            say(f"report: {form}")
        for name, content in render(form, results).items():
            study.write_bytes(folder / name, content)
            files.append(folder / name)
    return tuple(files)


def version() -> str:
    """The installed version of tinjau."""
    return importlib.metadata.version("tinjau")


__all__ = [
    "DEFAULT_FORMATS",
    "DEFAULT_INSTRUMENTS",
    "FORMATS",
    "RunOptions",
    "RunResult",
    "assess",
    "browse",
    "capture",
    "check",
    "compare",
    "evaluate",
    "observe_archives",
    "plan_for",
    "run",
    "solve",
    "version",
]
