"""A study of nothing but an address or an archive: no answers, no factors, everything still to be said."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from tinjau.model import Capture, Government, Lang, Study
from tinjau.study.settings import DEFAULT_INSTRUMENTS


def bare_study(
    name: str, sites: Sequence[str] = (), language: Lang = "id", instruments: Sequence[str] = DEFAULT_INSTRUMENTS
) -> Study:
    """A study that only names a government and its sites."""
    return Study(
        folder="",
        government=Government(name=name, sites=tuple(sites)),
        language=language,
        instruments=tuple(instruments),
        sites=tuple(sites),
    )


def new_study_from_capture(capture: Capture, language: Lang = "id") -> Study:
    """A study of an archive alone: the first host that was captured stands for the government's name."""
    hosts = tuple(capture.hosts)
    name = hosts[0] if hosts else capture.archive.rsplit("/", 1)[-1].split(".")[0]
    sites = tuple(f"https://{urlsplit('//' + host).netloc}" for host in hosts[:1])
    return bare_study(name, sites, language)
