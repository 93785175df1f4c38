"""Lines of progress in the language of the run. A stage tells in English what it does; here it is said in Indonesian.

A line that is not known is passed on as it is, so that nothing a stage says is ever lost.
"""

from collections.abc import Callable

from tinjau.cli.output import say
from tinjau.model import Assessment, CriterionResult, Lang
from tinjau.texts import known, reason
from tinjau.texts import say as sentence

Tell = Callable[[str], None]

_HEADS = {
    "capture": "progress.capture",
    "observe": "progress.observe",
    "report": "progress.report",
    "wrote": "progress.wrote",
    "partly done": "progress.partly",
}
_UNITS = {"documents": "progress.documents", "waiting": "progress.waiting", "failed": "progress.failed"}
_ABOUT = {"s": "progress.seconds", "min": "progress.minutes"}
_ROUGHLY = "about "


def teller(lang: Lang) -> Tell:
    """Prints lines of progress in `lang` to stderr."""
    return say if lang == "en" else lambda line: say(in_indonesian(line))


def in_indonesian(line: str) -> str:
    """The line in Indonesian, as far as it is one that a stage says."""
    head, colon, rest = line.partition(": ")
    if not colon or head not in _HEADS:
        return line
    if head == "partly done":
        rest = reason(rest, "id")
    if head == "capture":
        rest = "; ".join(_counted(part) for part in rest.split("; "))
    return sentence(_HEADS[head], "id", rest=rest)


def _counted(part: str) -> str:
    """Counts such as `3 pages of at most 9, 0.2 MB`, or how long it will take; anything else as it is."""
    if part.startswith(_ROUGHLY):
        number, _, unit = part.removeprefix(_ROUGHLY).partition(" ")
        key = _ABOUT.get(unit.split(" ")[0])
        return sentence(key, "id", n=number) if key and number.isdecimal() else part
    return ", ".join(_count(each) for each in part.split(", "))


def _count(written: str) -> str:
    number, _, unit = written.partition(" ")
    pages, of, most = unit.partition(" of at most ")
    if of and pages == "pages" and (number + most).isdecimal():
        return sentence("progress.pages", "id", n=number, most=most)
    if unit in _UNITS and number.isdecimal():
        return sentence(_UNITS[unit], "id", n=number)
    return written.replace(".", ",") if unit == "MB" else written


def tell_result(assessment: Assessment, tell: Tell, lang: Lang = "en") -> None:
    """Say the verdicts, their coverage and the phase in a few lines; a phase model's rungs get no verdict."""
    rungs = set(assessment.phase.reached) if assessment.phase else set()
    for each in assessment.criteria:
        if each.id in rungs and each.verdict is None and each.score is None:
            continue
        words = {
            "instrument": f"{each.instrument:12}",
            "criterion": f"{each.id:13}",
            "verdict": f"{_verdict(each, lang):13}",
            "share": f"{each.coverage:.0%}",
        }
        tell(f"  {sentence('progress.verdict', lang, **words)}")
    phase = assessment.phase
    if phase is not None:
        shown = phase.id or sentence("progress.not-shown", lang)
        level = sentence(f"level.{phase.level}", lang) if known(f"level.{phase.level}") else phase.level
        tell(f"  {sentence('progress.phase', lang, phase=shown, level=level)}")


def _verdict(result: CriterionResult, lang: Lang) -> str:
    if result.verdict is None and result.score is not None:
        return sentence("strip.score", lang, score=result.score)
    return sentence(f"verdict.{result.verdict.value if result.verdict else 'none'}", lang)
