"""Whether a capture showed anything of a site at all, and if not, why."""

from collections.abc import Sequence

from tinjau.model import Capture, Observation, State, Text, Unread

SEEN = Text("", "")
"""The site was seen, or no capture was used."""

_WHY = {
    Unread.REFUSED: Text("situs menolak perekaman", "the site refused the capture"),
    Unread.UNREACHABLE: Text("situs tidak dapat dihubungi", "the site could not be reached"),
    Unread.NO_FRONT_PAGE: Text("halaman utama situs tidak terekam", "the site's front page was not captured"),
    Unread.NO_PAGE: Text("tidak ada halaman yang dapat dibaca", "no page could be read"),
}
_NOTHING = Text("tidak ada yang dapat diamati", "nothing could be observed")


def why_nothing_was_read(capture: Capture | None, observations: Sequence[Observation]) -> Text:
    """Why no question on the site can be answered from this capture; SEEN where it can, or nothing was captured.

    A site that refused or could not be reached, or whose front page is not in the archive, is not judged.
    """
    if capture is None:
        return SEEN
    if capture.unread is not None:
        return _WHY[capture.unread]
    if capture.pages == 0:
        return _WHY[Unread.NO_PAGE]
    if all(each.state is State.CANNOT_TELL for each in observations):
        return _NOTHING
    return SEEN
