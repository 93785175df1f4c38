"""The end states: every discovered URL ends in exactly one of them, or is pending."""

PENDING = "pending"
OK = "ok"

TRUNCATIONS = ("length", "time", "disconnect", "decode", "depth", "links")
NET_ERRORS = ("dns", "refused", "reset", "tls", "protocol", "timeout", "headers", "redirect_loop", "unreachable")
BLOCKS = ("ssrf", "scheme", "robots", "scope")
RULES = (
    "budget", "documents", "time", "shape", "near-duplicate", "path-repeat", "facets", "length", "malformed", "media",
    "depth", "frontier", "host-down", "refresh",
)  # fmt: skip


def ok_truncated(reason: str) -> str:
    """Answered, but not whole."""
    return _one_of("ok_truncated", reason, TRUNCATIONS)


def http_error(status: int) -> str:
    """Answered with an error or with nothing to show."""
    return f"http_error({status})"


def net_error(reason: str) -> str:
    """Not answered in HTTP."""
    return _one_of("net_error", reason, NET_ERRORS)


def blocked(reason: str) -> str:
    """Not asked for: it must not be."""
    return _one_of("blocked", reason, BLOCKS)


def suppressed(rule: str) -> str:
    """Not asked for: a budget or a rule against traps left it out."""
    return _one_of("suppressed", rule, RULES)


def has_record(state: str) -> bool:
    """Whether a URL in this state has a record of its own in the archive: a response, or metadata of a failure."""
    return not state.startswith(("blocked", "suppressed", PENDING))


def _one_of(kind: str, reason: str, known: tuple[str, ...]) -> str:
    if reason not in known:
        raise AssertionError(f"{kind}({reason}) is no end state")
    return f"{kind}({reason})"
