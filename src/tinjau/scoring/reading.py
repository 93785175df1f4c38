"""Whether a capture showed anything of a site at all, and if not, why."""

from collections.abc import Sequence

from tinjau.model import Capture, Observation, State


def why_nothing_was_read(capture: Capture | None, observations: Sequence[Observation]) -> str:
    """Why no question on the site can be answered from this capture; empty where it can, or nothing was captured.

    A site that blocked the crawler, could not be reached or was captured without a single page is not judged.
    """
    if capture is None:
        return ""
    if capture.pages == 0:
        return capture.note or "no page was captured"
    if not observations:
        return capture.note or "nothing could be observed"
    if all(each.state is State.CANNOT_TELL for each in observations):
        reasons = list(dict.fromkeys(each.reason for each in observations if each.reason))
        return capture.note or "; ".join(reasons[:2]) or "nothing could be observed"
    return ""
