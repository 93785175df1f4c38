"""The order of the parts: the report's table of contents."""

from tinjau.report.content.accessibility import accessibility_section
from tinjau.report.content.beside import actions_section, proposals_section
from tinjau.report.content.criteria import criteria_section
from tinjau.report.content.edition import Edition
from tinjau.report.content.method import glossary_section, method_section
from tinjau.report.content.next_steps import next_section
from tinjau.report.content.objections import objections_section
from tinjau.report.content.phase import phase_section
from tinjau.report.content.priorities import priorities_section
from tinjau.report.content.services import services_section
from tinjau.report.content.summary import first_screen
from tinjau.report.content.swot import conclusions_section, swot_section, tows_section
from tinjau.report.content.trace import trace_section
from tinjau.report.document import Code, Document, Line, Link, Words
from tinjau.report.hostile import one_line
from tinjau.texts import date

_DIGEST = 12


def document(edition: Edition, *, draft: bool = True) -> Document:
    """The whole report of this edition; `draft` until people approved it."""
    sections = (
        next_section(edition),
        criteria_section(edition),
        services_section(edition),
        phase_section(edition),
        swot_section(edition),
        tows_section(edition),
        conclusions_section(edition),
        priorities_section(edition),
        actions_section(edition),
        proposals_section(edition),
        trace_section(edition),
        accessibility_section(edition),
        objections_section(edition),
        method_section(edition),
        glossary_section(edition),
    )
    government = edition.assessment.government
    return Document(
        lang=edition.lang,
        kicker=edition.say("frame.kicker"),
        title=one_line(government.name, 200) or edition.say("word.unnamed"),
        title_lang=edition.page_lang or None,
        subtitle=_subtitle(edition),
        meta=_meta(edition, draft=draft),
        first=first_screen(edition),
        sections=tuple(each for each in sections if each is not None),
        footer=footer(edition),
        draft=draft,
        first_title=edition.say("frame.result"),
    )


def _subtitle(edition: Edition) -> Line:
    title = edition.study.title
    return (edition.passage(title),) if title.get(edition.lang) else (edition.say("frame.subtitle"),)


def _meta(edition: Edition, *, draft: bool) -> tuple[tuple[str, Line], ...]:
    study, government = edition.study, edition.assessment.government
    pairs: list[tuple[str, Line]] = [(edition.say("frame.for"), (edition.say("frame.readers"),))]
    if study.period:
        pairs.append((edition.say("frame.period"), (Words(one_line(study.period, 60), ""),)))
    sites = tuple(dict.fromkeys((*government.sites, *study.sites)))
    if sites:
        pairs.append((edition.say("frame.site"), (Link(sites[0]),)))
    if government.online_since is not None:
        pairs.append((edition.say("frame.since"), (str(government.online_since),)))
    if not draft:
        pairs.append((edition.say("frame.status"), (edition.say("frame.approved"),)))
    return tuple(pairs)


def footer(edition: Edition) -> Line:
    """Who made this with what: version and, where there is one, the archive's digest and date."""
    capture = edition.assessment.capture
    version = one_line(edition.assessment.tinjau_version)
    if capture is None:
        return (edition.say("frame.footer-answers", version=version),)
    when = date(capture.started[:10], edition.lang) if capture.started else edition.say("word.unknown-date")
    return (
        edition.say("frame.footer", version=version, date=when),
        " ",
        Code(one_line(capture.sha256)[:_DIGEST] + "…"),
    )
