"""How it was made: archive and digest, completeness, versions, how far instruments were verified, agreement, words."""

from tinjau.model import Capture, Instrument, InstrumentUsed
from tinjau.observe import READ, UNSEEN
from tinjau.report.content.agreement import agreement_block
from tinjau.report.content.edition import Edition
from tinjau.report.content.reasons import reason_words
from tinjau.report.content.spreads import answer_spreads
from tinjau.report.content.tables import columns
from tinjau.report.document import Block, Bullets, Callout, Code, Facts, Inline, Line, Para, Row, Section, Table, Words
from tinjau.report.hostile import one_line
from tinjau.texts import date, joined, number, percent

GLOSSARY = (
    "capture", "record", "detector", "observation", "indicator", "criterion", "outcome", "completeness", "coverage",
    "support", "phase", "factor", "tows", "proposal", "median", "interval", "wcag",
)  # fmt: skip


def method_section(edition: Edition) -> Section:
    """Everything that another evaluator needs to get the same report."""
    blocks: list[Block] = [Para((edition.say("method.steps"),)), _trust(edition), _capture_facts(edition)]
    capture = edition.assessment.capture
    if capture is not None and (capture.loss or capture.note or not capture.complete):
        blocks.append(_caution(edition, capture))
    blocks += [
        _instruments(edition),
        Para((edition.say("method.absence"),)),
        agreement_block(edition),
        *answer_spreads(edition),
    ]
    return Section("method", edition.say("section.method"), tuple(blocks), (edition.say("method.lead"),))


def _trust(edition: Edition) -> Para:
    """How often the machine was right, where that was measured."""
    figures: dict[str, float] = {"precision": READ.precision, "recall": READ.recall}
    figures |= {"new_precision": UNSEEN.precision, "new_recall": UNSEEN.recall}
    return Para((edition.say("method.trust", sites=READ.sites, new_sites=UNSEEN.sites, **figures),))


def _capture_facts(edition: Edition) -> Facts:
    capture = edition.assessment.capture
    pairs: list[tuple[str, Line]] = []
    if capture is None:
        pairs.append((edition.say("method.archive"), (edition.say("method.no-archive"),)))
    else:
        span = " – ".join(dict.fromkeys(date(each, edition.lang) for each in (capture.started, capture.ended) if each))
        complete = (
            percent(capture.completeness, edition.lang)
            if capture.completeness is not None
            else edition.say("word.unknown")
        )
        pairs += [
            (edition.say("method.archive"), (Words(one_line(capture.archive, 200), ""),)),
            (edition.say("method.digest"), (Code(one_line(capture.sha256)),)),
            (edition.say("method.pages"), (number(capture.pages, edition.lang),)),
            (edition.say("method.dates"), (span or edition.say("word.unknown"),)),
            (edition.say("method.completeness"), (complete,)),
            (
                edition.say("method.hosts"),
                (Words(one_line(joined(list(capture.hosts[:8]), edition.lang), 400) or "–", ""),),
            ),
        ]
    study = edition.study
    people = dict.fromkeys(one_line(each.assessor) or edition.say("word.unnamed") for each in study.answers)
    answers = edition.say("method.answers-count", n=len(study.answers), people=len(people))
    pairs += [
        (edition.say("method.answers"), (answers if study.answers else edition.say("word.none"),)),
        *_history(edition),
        (edition.say("method.version"), (Code(f"tinjau {one_line(edition.assessment.tinjau_version)}"),)),
    ]
    return Facts(tuple(pairs))


def _history(edition: Edition) -> list[tuple[str, Line]]:
    """How the inputs came together, in one line; nothing where no history was kept."""
    kept = edition.study.history
    if kept is None:
        return []
    days = " – ".join(dict.fromkeys(date(each, edition.lang) for each in (kept.first, kept.last)))
    if kept.people and kept.roles:
        line = edition.say("method.history-line", n=kept.entries, people=kept.people, roles=kept.roles, days=days)
    elif kept.people:
        line = edition.say("method.history-people", n=kept.entries, people=kept.people, days=days)
    else:
        line = edition.say("method.history-program", n=kept.entries, days=days)
    head = (edition.say("method.history-head"), " ", Code(one_line(kept.head)))
    return [(edition.say("method.history"), (line, "\n", *head))]


def _caution(edition: Edition, capture: Capture) -> Callout:
    lines: list[Line] = []
    if not capture.complete:
        lines.append((edition.say("method.incomplete"),))
    if capture.loss:
        lines.append((edition.say("method.loss"), " ", *reason_words(edition.lang, capture.loss, 400)))
    if capture.note:
        lines.append(tuple(reason_words(edition.lang, capture.note, 400)))
    return Callout("caution", edition.say("method.caution"), (Bullets(tuple(lines)),))


def _instruments(edition: Edition) -> Table:
    packs = {each.id: each for each in edition.instruments}
    rows = tuple(_instrument(edition, each, packs.get(each.id)) for each in edition.assessment.instruments)
    return Table(
        edition.say("table.instruments"),
        columns(edition, "instrument", "version", "verified", "source", parts=(30, 10, 25, 35)),
        rows,
    )


def _instrument(edition: Edition, used: InstrumentUsed, pack: Instrument | None) -> Row:
    verified = edition.word("verified", str(used.verified).lower())
    first: list[Inline] = [edition.passage(used.title, strong=True), "\n", Code(one_line(used.id))]
    if pack is not None and pack.in_force is False:
        first += ["\n", edition.say("method.not-in-force")]
    source = Words(one_line(pack.source, 300), "") if pack else Words(edition.say("word.unknown"))
    return Row((tuple(first), (one_line(used.version),), (verified,), (source,)))


def glossary_section(edition: Edition) -> Section:
    """The words of this report, each in one sentence."""
    pairs = tuple((edition.say(f"glossary.{each}"), (edition.say(f"glossary.{each}-means"),)) for each in GLOSSARY)
    return Section("glossary", edition.say("section.glossary"), (Facts(pairs),))
