"""The first screen: what this is, for whom, and the result in five sentences."""

from collections import Counter

from tinjau.model import CriterionResult, Outcome, Verdict
from tinjau.observe import UNSEEN
from tinjau.report.content.edition import WHOLE, Edition
from tinjau.report.content.phase import ahead_counted, ladder_figure
from tinjau.report.content.tables import strip_table
from tinjau.report.document import Block, Bullets, Facts, Figure, Line, Mark, Para, Ref, Words
from tinjau.report.hostile import one_line
from tinjau.report.pictures.strip import StripRow, verdict_strip
from tinjau.texts import date, joined, number, percent

DETERMINED = (Outcome.PASSED, Outcome.FAILED)


def first_screen(edition: Edition) -> tuple[Block, ...]:
    """Key facts, the five sentences, the verdict strip of every instrument that judges criteria, and the ladder."""
    sentences = (_what(edition), _phase(edition), _verdicts(edition), _known(edition), _next(edition))
    blocks: list[Block] = [
        Bullets(sentences, ordered=True, role="summary"),
        *_proposals(edition),
        Facts(_key_facts(edition), role="key"),
    ]
    blocks += [strip_figure(edition, each) for each in edition.judging]
    ladder = ladder_figure(edition)
    if ladder is not None:
        blocks.append(ladder)
    return tuple(blocks)


def _proposals(edition: Edition) -> tuple[Block, ...]:
    """That what the machine found is a proposal, and how often it was right on sites that were new to it."""
    if not any(each.proposal for each in edition.indicators):
        return ()
    return (Para((edition.say("summary.proposals", precision=UNSEEN.precision, recall=UNSEEN.recall),)),)


def _what(edition: Edition) -> Line:
    capture = edition.assessment.capture
    answers = len(edition.study.answers)
    name = one_line(edition.assessment.government.name)
    if capture is None:
        key = "summary.what-answers" if answers else "summary.what-nothing"
        return (edition.say(key, government=name, answers=answers),)
    when = date(capture.started[:10], edition.lang) if capture.started else edition.say("word.unknown-date")
    key = "summary.what-both" if answers else "summary.what-capture"
    return (edition.say(key, government=name, pages=capture.pages, date=when, answers=answers),)


def _phase(edition: Edition) -> Line:
    phase = edition.assessment.phase
    if phase is None:
        return (edition.say("summary.phase-none"),)
    reference = (" ", Ref(edition.say("summary.see-phase"), "phase"))
    if phase.id is None:
        return (edition.say("summary.phase-not-shown"), *reference)
    before, after = edition.say("summary.phase", ordinal=phase.ordinal or 0, all=max(len(edition.gates), 1)).split("|")
    title = edition.phase_title(phase.id)
    return (before, Words(title.text.lower(), title.lang, strong=True), after, *reference)


def _verdicts(edition: Edition) -> Line:
    counts = Counter(each.verdict for each in edition.judged)
    total = sum(counts.values())
    if not total:
        return (edition.say("summary.verdicts-nothing"),)
    if counts[None] == total:
        scored = sum(each.score is not None for each in edition.judged)
        key = "summary.scored" if scored else "summary.verdicts-none"
        return (edition.say(key, all=total, scored=scored),)
    parts = [edition.say(f"summary.{verdict.value}", n=counts[verdict]) for verdict in Verdict if counts[verdict]]
    if counts[None]:
        parts.append(edition.say("summary.none", n=counts[None]))
    return (edition.say("summary.verdicts", all=total, parts=joined(parts, edition.lang)),)


def counted(edition: Edition) -> tuple[int, int]:
    """How many questions are determined (passed or failed), and how many apply at all; a service question once."""
    outcomes = Counter(each.outcome for each in edition.indicators if each.unit in WHOLE)
    apply = sum(outcomes.values()) - outcomes[Outcome.INAPPLICABLE]
    return sum(outcomes[each] for each in DETERMINED), apply


def _known(edition: Edition) -> Line:
    known, apply = counted(edition)
    if not apply:
        return (edition.say("summary.known-none"),)
    if known == apply:
        return (edition.say("summary.known-all", all=apply),)
    return (edition.say("summary.known", known=known, all=apply),)


def _next(edition: Edition) -> Line:
    phase = edition.assessment.phase
    ahead = phase.next if phase else None
    if ahead is not None and (ahead.missing or ahead.untested):
        first = (ahead.missing or ahead.untested)[0]
        key = "summary.next-missing" if ahead.missing else "summary.next-untested"
        title = edition.phase_title(ahead.id)
        sentence = edition.say(key, counts=ahead_counted(edition, ahead), phase=title.text.lower())
        described = edition.indicator(edition.ladder_instrument, first)
        wish = described.mend if described and ahead.missing and described.mend.get(edition.lang) else None
        first_step = edition.passage(wish) if wish else edition.question(edition.ladder_instrument, first)
        return (sentence, " ", first_step)
    if edition.plan.conclusions:
        reference = Ref(edition.say("summary.see-conclusions"), "conclusions")
        return (edition.say("summary.next-plan", n=len(edition.plan.conclusions)), " ", reference)
    if edition.assessment.capture is None and not edition.study.answers:
        return (edition.say("summary.next-begin"),)
    return (edition.say("summary.next-answers"),)


def _key_facts(edition: Edition) -> tuple[tuple[str, Line], ...]:
    phase = edition.assessment.phase
    known, apply = counted(edition)
    capture = edition.assessment.capture
    services = edition.assessment.services
    strategies = len(edition.plan.conclusions) or len(edition.plan.strategies)
    pairs: list[tuple[str, Line]] = [
        (edition.say("key.phase"), (edition.phase_title(phase.id) if phase else Words(edition.say("verdict.none")),)),
        (
            edition.say("key.coverage"),
            (percent(known / apply, edition.lang) if apply else edition.say("verdict.none"),),
        ),
    ]
    if capture is not None:
        complete = capture.completeness
        shown = percent(complete, edition.lang) if complete is not None else edition.say("word.unknown")
        pairs.append((edition.say("key.completeness"), (shown,)))
    if services.total:
        pairs.append(
            (edition.say("key.services"), (edition.say("word.of", part=services.public, whole=services.total),))
        )
    if strategies:
        pairs.append((edition.say("key.strategies"), (str(strategies),)))
    return tuple(pairs)


def _strip_mark(edition: Edition, result: CriterionResult) -> Mark:
    """The verdict; where an instrument gives scores and no verdicts, the score in its place."""
    mark = edition.verdict(result.verdict)
    if result.verdict is not None or result.score is None:
        return mark
    return Mark("score", "given", edition.say("strip.score", score=number(result.score, edition.lang)))


def strip_figure(edition: Edition, instrument: str) -> Block:
    """The verdict strip of one instrument, or a line where it judged nothing."""
    results = edition.of_instrument(instrument)
    if not results:
        return Para((edition.say("criteria.nothing"),))
    rows = [
        StripRow(
            edition.criterion_title(instrument, each.id).text,
            _strip_mark(edition, each),
            each.coverage,
            percent(each.coverage, edition.lang),
        )
        for each in results
    ]
    title = edition.say("picture.strip", instrument=edition.instrument_title(instrument).text)
    description = "; ".join(f"{row.name}: {row.mark.text} ({row.written})" for row in rows)
    headings = (edition.say("column.criterion"), edition.say("column.verdict"), edition.say("column.coverage"))
    table = strip_table(edition, instrument)
    name = f"strip-{edition.judging.index(instrument) + 1}"
    picture = verdict_strip(rows, headings, title, description, table, name)
    return Figure(picture, (edition.instrument_title(instrument), ". ", edition.say("picture.strip-note")))
