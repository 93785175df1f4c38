"""The accessibility evaluation as WCAG-EM orders it: scope, what was examined, sample, results, limits, what to do."""

from tinjau.model import Capture, Lang, Outcome
from tinjau.report.accessibility import Checked, CriterionOutcome, Evaluation, evaluation
from tinjau.report.anchors import anchor
from tinjau.report.content.edition import Edition
from tinjau.report.content.tables import columns
from tinjau.report.document import (
    Block,
    Bullets,
    Code,
    Disclosure,
    Facts,
    Inline,
    Line,
    Link,
    Row,
    Section,
    Table,
    Words,
)
from tinjau.report.hostile import one_line
from tinjau.texts import date, joined, say

PAGES_SHOWN = 3  # project choice: failing pages named in a row; wcag-em.jsonld has them all
ACT = "https://www.w3.org/WAI/standards-guidelines/act/rules/"


def accessibility_section(edition: Edition) -> Section | None:
    """The section; None where no observation of an accessibility rule is at hand."""
    found = evaluation(edition.observations)
    capture = edition.assessment.capture
    if capture is None or not found.rules:
        return None
    blocks: list[Block] = [_frame(edition, capture, found), _results(edition, found)]
    failed = [each for each in found.rules if each.failed]
    if failed:
        items = tuple(_step(edition, each) for each in failed)
        title, lead = edition.say("section.accessibility-steps"), (edition.say("wcag.ask"),)
        blocks.append(Section("accessibility-steps", title, (Bullets(items, ordered=True),), lead, 3))
    untested = found.having(Outcome.UNTESTED)
    names = tuple((_title(edition, each),) for each in untested)
    blocks.append(Disclosure((edition.say("wcag.untested", n=len(untested)),), (Bullets(names),)))
    limits = tuple((edition.say(f"wcag.limit-{name}"),) for name in ("static", "passed", "people", "documents"))
    blocks.append(
        Section("accessibility-limits", edition.say("section.accessibility-limits"), (Bullets(limits),), (), 3)
    )
    counted = {"failed": len(found.having(Outcome.FAILED)), "untested": len(untested), "total": len(found.criteria)}
    lead = (edition.say("wcag.summary", **counted),)
    return Section("accessibility", edition.say("section.accessibility"), tuple(blocks), lead)


def _title(edition: Edition, found: CriterionOutcome) -> str:
    number = found.criterion.number
    return f"{number} {edition.say(f'wcag.{number}')} ({found.criterion.level})"


def _frame(edition: Edition, capture: Capture, found: Evaluation) -> Facts:
    hosts = one_line(joined(list(capture.hosts[:8]), edition.lang), 400) or "–"
    when = date(capture.started[:10], edition.lang) if capture.started else edition.say("word.unknown-date")
    pages = edition.say("wcag.examined-means", pages=capture.pages, date=when, rules=len(found.rules))
    return Facts(
        (
            (edition.say("wcag.target"), (edition.say("wcag.target-means"),)),
            (edition.say("wcag.scope-name"), (Words(hosts, ""),)),
            (edition.say("wcag.examined"), (pages,)),
            (edition.say("wcag.sample"), (edition.say("wcag.sample-means"),)),
            (edition.say("wcag.technology"), (edition.say("wcag.baseline"),)),
        )
    )


def _results(edition: Edition, found: Evaluation) -> Table:
    rows = tuple(_row(edition, each) for each in found.criteria if each.checked)
    heads = columns(edition, "wcag", "outcome", "wcag-found", parts=(35, 20, 45))
    return Table(edition.say("table.accessibility"), heads, rows, note=(edition.say("wcag.outcome-note"),))


def _row(edition: Edition, found: CriterionOutcome) -> Row:
    said: list[Inline] = []
    for each in found.checked:
        said += [*(["\n\n"] if said else []), *_said(edition, each)]
    title = Words(_title(edition, found), strong=True)
    return Row(((title,), (edition.outcome(found.outcome),), tuple(said)), anchor("wcag", found.criterion.number))


def _said(edition: Edition, checked: Checked) -> list[Inline]:
    """What the rule looks for, on how many pages it failed, and some of them."""
    counted = counted_words(edition.lang, checked)
    parts: list[Inline] = [f"{edition.say(f'wcag-rule.{checked.rule.detector}')} {counted} "]
    for place, name in enumerate(checked.rule.act):
        parts += [*([", "] if place else ["ACT "]), Link(f"{ACT}{name}/", name)]
    for each in checked.failing[:PAGES_SHOWN]:
        parts += ["\n", Link(each.url)]
        if each.excerpt and each.excerpt != each.url:
            parts += [" ", Code(one_line(each.excerpt, 90))]
    if checked.failed > PAGES_SHOWN and checked.failing:
        parts += ["\n", edition.say("evidence.more", n=checked.failed - min(PAGES_SHOWN, len(checked.failing)))]
    return parts


def counted_words(lang: Lang, checked: Checked) -> str:
    """On how many pages a rule failed, or that it passed on all."""
    if not checked.failed:
        return say("wcag.counted-none", lang, pages=checked.pages)
    return say("wcag.counted", lang, failed=checked.failed, pages=checked.pages)


def _step(edition: Edition, checked: Checked) -> Line:
    mend = Words(edition.say(f"wcag-mend.{checked.rule.detector}"), strong=True)
    return (
        mend,
        "\n",
        edition.say("wcag.begin-one") if checked.failed == 1 else edition.say("wcag.begin", pages=checked.failed),
    )
