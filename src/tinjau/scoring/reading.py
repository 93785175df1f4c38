"""Whether a capture showed anything of a site at all, and if not, why."""

from collections.abc import Sequence

from tinjau.model import Capture, Observation, State


def why_nothing_was_read(capture: Capture | None, observations: Sequence[Observation]) -> str:
    """Why no question on the site can be answered from this capture; empty where it can, or nothing was captured.

    A site that refused or could not be reached, or whose front page is not in the archive, is not judged.
    """
    if capture is None:
        return ""
    if capture.unread:
        return capture.unread
    if capture.pages == 0:
        return capture.note or "no page was captured"
    if all(each.state is State.CANNOT_TELL for each in observations):
        reasons = list(dict.fromkeys(each.reason for each in observations if each.reason))
        return capture.note or "; ".join(sorted(reasons)[:2]) or "nothing could be observed"
    return ""
