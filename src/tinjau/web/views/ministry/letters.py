"""A finding as a letter to its government."""

from django.http import Http404, HttpResponse

from tinjau.model import Lang
from tinjau.report.league import league_names, letter, row_of
from tinjau.report.league_files import league_page
from tinjau.scoring.league import Standing
from tinjau.web.ministry.facts import instruments_of
from tinjau.web.ministry.league import is_official, published_rows, report_rows
from tinjau.web.models import Finding
from tinjau.web.views.ministry.asking import attached


def letter_response(finding: Finding, lang: Lang) -> HttpResponse:
    """The letter as a download; 404 where the finding rests on no result.

    A rank stands in it only where the last public league holds this very version: nobody learns a rank before that.
    """
    if finding.result is None:
        raise Http404
    part = finding.participation
    names = league_names(instruments_of(part.round), lang)
    publication = part.round.publications.filter(withdrawn=None).first()
    row, total = None, 0
    if publication is not None and finding.published is not None:
        rows = published_rows(publication)
        kept = [each for each in rows if each.slug == part.office.slug and each.version == finding.version]
        row, total = next(iter(report_rows(kept)), None), sum(1 for each in rows if each.rank)
    ranked = row is not None
    if row is None:
        facts = finding.facts
        row = row_of(
            Standing(part.office.slug, facts.name, facts.code, facts.phase, facts.ordinal, facts.coverage,
                     facts.criteria, facts.complete, (1, 1), facts.pages, facts.reason)
        )  # fmt: skip
    document = letter(
        row, finding.result.assessment, total, lang, names.criteria, names.phases, names.questions,
        draft=finding.published is None, ranked=ranked, official=is_official(part.round),
    )  # fmt: skip
    response = HttpResponse(league_page(document), content_type="text/html; charset=utf-8")
    return attached(response, f"{part.office.slug}-{part.round.slug}-v{finding.version}.html")
