"""A scanner for viruses, where the installation names one: a command that is called with the path of an upload."""

import logging
import subprocess
import tempfile
from collections.abc import Iterable

from django.conf import settings

SECONDS = 60  # that a scan may take; project choice
_LOG = logging.getLogger("tinjau.security")


def refuses(chunks: Iterable[bytes]) -> str:
    """The id of a sentence where the upload is not to be kept; empty where it may be, or where no scanner is named.

    Status 0 of the command lets the file in. Everything else refuses it: a find, but also a scanner that is missing,
    fails or takes too long (nothing comes in unseen). The command sees neither a shell nor this process' input.
    """
    if not settings.SCANNER:
        return ""
    try:
        with tempfile.NamedTemporaryFile(prefix="tinjau-scan-") as handle:
            handle.writelines(chunks)
            handle.flush()
            done = subprocess.run(  # noqa: S603 - the command is the installation's own, the path is a name of ours
                [*settings.SCANNER, handle.name], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL, timeout=SECONDS, check=False,
            )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        _LOG.error("the scanner failed: %s", type(error).__name__)
        return "scan.failed"
    if done.returncode == 0:
        return ""
    _LOG.warning("the scanner refused an upload with status %s", done.returncode)
    return "scan.refused"
