"""What to do next, for readers with two pages: what to mend or check first and whom to ask, then what was concluded."""

from tinjau.model import Audience, Outcome
from tinjau.report.anchors import anchor
from tinjau.report.content.edition import WHOLE, Edition
from tinjau.report.document import Block, Bullets, Inline, Line, Ref, Section, Words
from tinjau.report.hostile import one_line
from tinjau.texts import joined

STEPS = 5  # project choice: what an office can begin at once
SERVICES = 3  # project choice: services named beside one step
CONCLUSIONS = 15  # project choice: a page's worth


def next_section(edition: Edition) -> Section:
    """First steps with whom to ask, the concluded strategies in one line each, and what stands in the way of trust."""
    blocks: list[Block] = []
    steps = _steps(edition)
    if steps:
        lead: Line = (edition.say("next.steps-lead"),)
        blocks.append(
            Section("first-steps", edition.say("section.first-steps"), (Bullets(steps, ordered=True),), lead, 3)
        )
    conclusions = edition.plan.conclusions
    if conclusions:
        items = tuple(
            (Ref(one_line(each.id, 12), anchor("conclusion", each.id)), ". ", edition.passage(each.text))
            for each in conclusions[:CONCLUSIONS]
        )
        title = edition.say("section.in-short", n=len(conclusions))
        blocks.append(Section("in-short", title, (Bullets(items, role="plain"),), level=3))
    blocks.append(Section("limits", edition.say("section.limits"), (Bullets(_limits(edition)),), level=3))
    return Section("next", edition.say("section.next"), tuple(blocks))


def _steps(edition: Edition) -> tuple[Line, ...]:
    results = {(each.instrument, each.id): each for each in edition.indicators if each.unit in WHOLE}
    phase = edition.assessment.phase
    ahead = phase.next if phase else None
    ladder = edition.ladder_instrument
    wanted = [(ladder, each) for each in (ahead.missing if ahead else ())]
    judged = {(each.instrument, each.id) for each in edition.judged}
    wanted += [
        key
        for key, each in results.items()
        if each.outcome is Outcome.FAILED and (each.instrument, each.criterion) in judged
    ]
    wanted += [(ladder, each) for each in (ahead.untested if ahead else ())]
    missing = {(ladder, each) for each in (ahead.missing if ahead else ())}
    failed = missing | {key for key, each in results.items() if each.outcome is Outcome.FAILED}
    lines = (_step(edition, *key, failed=key in failed) for key in dict.fromkeys(wanted))
    return tuple(line for line in lines if line)[:STEPS]


def _step(edition: Edition, instrument: str, indicator: str, *, failed: bool) -> Line:
    described = edition.indicator(instrument, indicator)
    if described is None:
        return ()
    parts: list[Inline] = []
    question = edition.passage(described.question)
    if failed and described.mend.get(edition.lang):
        mend = edition.passage(described.mend)
        parts += [Words(mend.text, mend.lang, strong=True), "\n", edition.say("next.because"), " ", question]
    else:
        parts += [Words(f"{edition.say('next.check')} ", strong=True), Words(question.text, question.lang, strong=True)]
    services = _lacking(edition, instrument, indicator) if failed else []
    if services:
        shown = joined(services[:SERVICES], edition.lang)
        parts += ["\n", edition.say("next.begin", services=shown)]
        if len(services) > SERVICES:
            parts += [" ", edition.say("next.begin-more", n=len(services) - SERVICES)]
    if described.ask.get(edition.lang):
        parts += ["\n", edition.say("phase.ask"), " ", edition.passage(described.ask)]
    return tuple(parts)


def _lacking(edition: Edition, instrument: str, indicator: str) -> list[str]:
    """The services of the public that fail this question, by name: "this service" is one of them."""
    named = (
        edition.services.get(each.unit)
        for each in edition.indicators
        if (each.instrument, each.id) == (instrument, indicator) and each.outcome is Outcome.FAILED
    )
    public = (each for each in named if each is not None and each.audience is not Audience.INTERNAL)
    return [one_line(edition.passage(each.name).text or each.id, 80) for each in public]


def _limits(edition: Edition) -> tuple[Line, ...]:
    lines: list[Line] = []
    capture = edition.assessment.capture
    if capture is None:
        lines.append((edition.say("next.no-capture"),))
    elif not capture.complete or capture.loss:
        lines.append((edition.say("next.partial-capture"), " ", Ref(edition.say("next.see-method"), "method")))
    if edition.plan.support is not None:
        lines.append((edition.say("next.support", share=edition.plan.support),))
    found = edition.objections
    if found:
        severities = [each.severity for each in found]
        parts = [
            edition.say(f"objections.{each.value}", n=severities.count(each)) for each in dict.fromkeys(severities)
        ]
        sentence = edition.say("next.objections", parts=joined(parts, edition.lang))
        lines.append((sentence, " ", Ref(edition.say("next.see-objections"), "objections")))
    unverified = [each for each in edition.assessment.instruments if str(each.verified).lower() != "true"]
    if unverified:
        lines.append(
            (edition.say("next.unverified", n=len(unverified)), " ", Ref(edition.say("next.see-method"), "method"))
        )
    return tuple(lines) or ((edition.say("next.no-limits"),),)
