"""Two passes: read everything once, then show each page to every detector that asked for it."""

import contextlib
import gc
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tinjau.archive.redaction import redact
from tinjau.model import Capture, Observation, Scope, State
from tinjau.observe.dates import grammar
from tinjau.observe.engine import addresses, texts, walk
from tinjau.observe.engine.detector import EXCERPT, Detector, Finding
from tinjau.observe.engine.knowing import Pages, know_site
from tinjau.observe.engine.ledger import Ledger
from tinjau.observe.engine.papers import Shelf, read_papers
from tinjau.observe.engine.reading import Archives, read_archives
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.spool import Spool


def observe_with(
    paths: Sequence[Path], kinds: Iterable[type[Detector]]
) -> tuple[list[Observation], Capture, Site, list[Detector]]:
    """Run fresh detectors over the archives: their observations, the capture, the site and the detectors themselves.

    The site no longer knows of every page of a large archive: ask inside `observing`.
    """
    with observing(paths, kinds) as seen:
        return seen


@contextlib.contextmanager
def observing(
    paths: Sequence[Path], kinds: Iterable[type[Detector]]
) -> Iterator[tuple[list[Observation], Capture, Site, list[Detector]]]:
    """The same, for a block in which the site can be asked for what stands at any address."""
    detectors = [kind() for kind in kinds]
    broken: dict[str, str] = {}
    with _rare_collection(), _forgetting(), Ledger() as ledger, Spool() as spool:
        found = read_archives(paths, spool, ledger)
        shelf = Shelf(found.responses)
        site = know_site(found, shelf.watching(spool))
        site.papers = read_papers(paths, shelf)
        site.failures = {addresses.key(each.url): each.state for told in found.manifests for each in told.failures}
        pages = Pages(site)
        for facts in spool:
            page = pages.of(facts)
            if page is None:
                continue
            for detector in detectors:
                try:
                    detector.add(page)
                except Exception as error:
                    broken.setdefault(detector.name, f"{type(error).__name__} on {facts.url}: {error}")
        observations: list[Observation] = []
        for detector in detectors:
            observations += _observations(detector, site, broken.get(detector.name, ""))
        yield observations, _capture(found, site), site, detectors


@contextlib.contextmanager
def _rare_collection() -> Iterator[None]:
    """Look for cycles rarely: pages make many small values and no cycles, and looking costs a tenth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextlib.contextmanager
def _forgetting() -> Iterator[None]:
    """Drop afterwards what was remembered of this site's texts and addresses: no observation is dearer for an earlier
    one.
    """
    try:
        yield
    finally:
        for each in (addresses, grammar, texts, walk):
            each.forget()


def _observations(detector: Detector, site: Site, fault: str) -> list[Observation]:
    """A detector's findings with ids; a fault of the detector is a finding that it cannot tell."""
    try:
        findings = (
            [Finding(State.CANNOT_TELL, reason=f"The detector failed ({fault})")]
            if fault
            else list(detector.result(site))
        )
    except Exception as error:
        findings = [Finding(State.CANNOT_TELL, reason=f"The detector failed ({type(error).__name__}: {error})")]
    hosts = tuple(sorted(site.hosts))
    return [_observation(detector, finding, hosts) for finding in findings]


def _observation(detector: Detector, finding: Finding, hosts: tuple[str, ...]) -> Observation:
    scope = finding.scope or detector.scope
    subject = finding.subject or ("site" if scope == Scope.SITE else finding.url)
    source = f"{detector.name}/{detector.version}/{subject}/{finding.url}/{finding.digest}"
    reason = finding.reason
    if finding.state == State.CANNOT_TELL and not reason:
        reason = "The capture does not show it"
    value = redact(finding.value, hosts) if isinstance(finding.value, str) else finding.value
    excerpt = redact(" ".join(finding.excerpt.split())[:EXCERPT], hosts)[:EXCERPT]
    return Observation(
        id=f"{detector.name}:{hashlib.sha256(source.encode()).hexdigest()[:12]}", check=detector.check,
        detector=detector.name, version=detector.version, scope=scope, subject=subject, state=finding.state,
        value=value, reason=reason, url=finding.url, record_id=finding.record_id, digest=finding.digest,
        excerpt=excerpt,
    )  # fmt: skip


def _capture(found: Archives, site: Site) -> Capture:
    complete = bool(found.manifests) and all(each.complete for each in found.manifests) and not found.losses
    return Capture(
        archive=", ".join(path.name for path in found.paths), sha256=_joined(found.digests), pages=found.pages,
        completeness=site.completeness, started=found.first, ended=found.last, complete=complete, note=site.gap,
        hosts=tuple(sorted(site.hosts)), loss="; ".join(found.losses), unread=site.unread,
    )  # fmt: skip


def _joined(digests: Sequence[str]) -> str:
    """One archive's digest, or the digest of several digests in their order."""
    return digests[0] if len(digests) == 1 else hashlib.sha256("\n".join(digests).encode()).hexdigest()
