"""A fact and where it was read."""

from dataclasses import dataclass

from tinjau.model.vocabulary import Scope, State, Unread

Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Observation:
    """One fact that one detector read in one capture.

    `id` is stable for the same archive and detector version. `check` is the code of ../facts' list (T01…U12) where
    one fits. `subject` is what the fact is about ("site", a URL, a service). `reason` is required when `state` is
    cannot_tell. `record_id` and `digest` name the WARC record; `excerpt` is at most 300 characters of it.
    """

    id: str
    check: str
    detector: str
    version: int
    scope: Scope
    subject: str
    state: State
    value: Value = None
    reason: str = ""
    url: str = ""
    record_id: str = ""
    digest: str = ""
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Capture:
    """What is known of the archive an assessment rests on. `completeness` is 0 to 1, null where unknown.

    `unread` says why the site itself was not seen at all; None where it was. `note` tells of it in words.
    """

    archive: str
    sha256: str
    pages: int
    completeness: float | None
    started: str = ""
    ended: str = ""
    complete: bool = False
    note: str = ""
    hosts: tuple[str, ...] = ()
    loss: str = ""  # what could not be read of a torn archive
    unread: Unread | None = None
