"""S14: documents that are pictures of pages."""

from collections.abc import Iterable

from tinjau.model import Scope, State
from tinjau.observe.engine.detector import Detector, Finding, absent
from tinjau.observe.engine.site import Paper, Site

_NONE = "The archive holds no budget, report, plan or other document of this kind as a PDF"


class ScannedDocuments(Detector):
    """PDFs whose first pages are pictures without text: nobody can search them, copy from them or have them read aloud.

    Read: the first three pages of at most 40 PDFs of the archive that links or file names call a budget, a report, a
    plan, procurement, a price or a regulation. The value is the share of those that could be read. Limits: text that a
    scanner's recognition put behind the picture counts as text, however bad; later pages are not looked at.
    No indicator is settled by it: it informs the technical annex alone, as no question of the seven criteria asks
    whether a document can be searched.
    """

    name = "scanned_documents"
    check = "S14"
    reads = ("documents",)
    concepts = ("budget", "performance", "financial_report", "planning", "procurement", "fee", "legal")
    technical = True

    def result(self, site: Site) -> Iterable[Finding]:
        """The site's share, then each such document."""
        read = [paper for paper in site.papers.values() if not paper.why]
        if not read:
            why = next((paper.why for paper in site.papers.values()), "")
            reason = f"The document was not read: {why}" if why else _NONE
            yield Finding(State.CANNOT_TELL, None, reason) if why else absent(site, doubts=[reason])
            return
        scanned = [paper for paper in read if paper.scanned]
        share, tagged = round(len(scanned) / len(read), 3), sum(paper.tagged for paper in read)
        reason = (
            f"{len(scanned)} of {len(read)} documents read are pictures of pages without text; "
            f"{tagged} declare their structure"
        )
        yield _finding(scanned[0] if scanned else read[0], State.SEEN if scanned else State.NOT_SEEN, share, reason)
        for paper in scanned:
            yield _finding(paper, State.SEEN, None, "", Scope.PAGE)


def _finding(paper: Paper, state: State, value: float | None, reason: str, scope: Scope = Scope.SITE) -> Finding:
    subject = paper.url if scope == Scope.PAGE else ""
    return Finding(state, value, reason, paper.url, paper.record_id, paper.digest, paper.line, subject, scope)
