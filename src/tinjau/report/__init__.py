"""Documents out of results: HTML and its pictures. Decides nothing and computes no score.

`html_report` is the published page; formats with heavy libraries stand in modules of their own, imported when asked.
"""

from collections.abc import Sequence

from tinjau.model import Assessment, Instrument, Lang, Plan, Study
from tinjau.report.content import Edition, document
from tinjau.report.pages import page


def html_report(
    assessment: Assessment,
    plan: Plan,
    study: Study,
    lang: Lang,
    instruments: Sequence[Instrument],
    *,
    draft: bool = True,
    public: bool = True,
) -> str:
    """One self-contained HTML page in `lang`: no script, no request, all foreign text escaped.

    `draft` marks it until people approved it; `public` leaves out what only the site's owner may read.
    """
    return page(document(Edition(assessment, plan, study, lang, tuple(instruments), public), draft=draft))


__all__ = ["html_report"]
