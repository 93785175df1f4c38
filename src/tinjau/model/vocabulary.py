"""The closed vocabularies: words that every room uses with one meaning."""

from enum import StrEnum


class Outcome(StrEnum):
    """EARL 1.0's five outcome values (W3C, Evaluation and Report Language 1.0 Schema)."""

    PASSED = "passed"
    FAILED = "failed"
    CANT_TELL = "cantTell"
    INAPPLICABLE = "inapplicable"
    UNTESTED = "untested"


class State(StrEnum):
    """What a detector can say of a thing: it stands there, it does not, or this capture cannot tell."""

    SEEN = "seen"
    NOT_SEEN = "not_seen"
    CANNOT_TELL = "cannot_tell"


class Scope(StrEnum):
    """What an observation is about."""

    RESPONSE = "response"
    PAGE = "page"
    SITE = "site"


class Mode(StrEnum):
    """EARL test modes: how an indicator is settled."""

    AUTOMATIC = "automatic"
    SEMI_AUTO = "semiAuto"
    MANUAL = "manual"


class Verdict(StrEnum):
    """The seed paper's qualitative judgement of a criterion; it has no numeric scale."""

    POSITIVE = "positive"
    MIXED = "mixed"
    NEGATIVE = "negative"


class Audience(StrEnum):
    """Whom a service is meant for, as the inventory says."""

    PUBLIC = "public"
    INTERNAL = "internal"
    UNSTATED = "unstated"


class Access(StrEnum):
    """How well people can use a service: a person's verdict, never a detector's."""

    GOOD = "good"
    LACKING = "lacking"
    UNKNOWN = "unknown"


class Guide(StrEnum):
    """Whether a service has a user guide."""

    YES = "yes"
    MISSING = "missing"
    UNKNOWN = "unknown"


class Severity(StrEnum):
    """How much an objection matters: an error contradicts the data, a warning weakens the study, a notice asks."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class FactorKind(StrEnum):
    """SWOT: inside (S, W) and outside (O, T)."""

    S = "S"
    W = "W"
    O = "O"  # noqa: E741 - the field's own letter
    T = "T"


class Cell(StrEnum):
    """The four cells of Weihrich's TOWS matrix (Long Range Planning 15(2), 1982)."""

    SO = "SO"
    WO = "WO"
    ST = "ST"
    WT = "WT"


class FactorStatus(StrEnum):
    """What a factor rests on."""

    EVIDENCED = "evidenced"
    LITERATURE = "literature"
    STATED = "stated"
    CONTESTED = "contested"


class Unread(StrEnum):
    """Why a capture shows nothing of a site, so that nothing can be judged from it."""

    REFUSED = "refused"  # the site answered the crawler with a refusal
    UNREACHABLE = "unreachable"  # no answer came
    NO_FRONT_PAGE = "no-front-page"  # pages were captured, the front page was not
    NO_PAGE = "no-page"  # the archive holds no page that could be read


class DecisionVerdict(StrEnum):
    """What people decided about a proposal or an answer."""

    ACCEPT = "accept"
    EDIT = "edit"
    REJECT = "reject"
    MERGE = "merge"
