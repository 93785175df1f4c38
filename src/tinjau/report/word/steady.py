"""The same document as the same bytes: a DOCX is a zip, and its library stamps the time of saving on each member."""

import io
import zipfile

_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say


def steady(made: bytes) -> bytes:
    """The zip with the same members, in the same order, without the moment at which each was written."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            info = zipfile.ZipInfo(member.filename, _MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(member))
    return written.getvalue()
