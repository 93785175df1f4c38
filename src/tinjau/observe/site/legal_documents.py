"""T08: the rules that the institution makes or works under."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


class LegalDocuments(TopicDetector):
    """Regulations: a page that lists or holds them, documents, or a link to the legal database (JDIH, albo pretorio …).

    Read: titles, headings and links that name legal products, and host names of legal databases. An empty table under
    the menu entry does not count, and neither does a law cited in passing.
    """

    name = "legal_documents"
    check = "T08"
    concept = "legal"
    concepts = ("legal",)
    chars: ClassVar[int] = 80
    portals: ClassVar[tuple[str, ...]] = (
        "jdih",
        "jdihn",
        "legifrance.gouv.fr",
        "normattiva.it",
        "albo",
        "albopretorio",
        "ecode360.com",
        "municode.com",
        "codepublishing.com",
        "amlegal.com",
        "encodeplus.com",
        "qcode.us",
        "egazette.gov.in",
    )
    siblings: ClassVar[bool] = True
