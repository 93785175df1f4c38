"""SITES.csv: which governments a fleet evaluates, one line each."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tinjau.model import InputError
from tinjau.study.tables import Row, read_table

ARCHIVE_SUFFIXES = (".warc", ".warc.gz", ".wacz", ".arc", ".arc.gz")


@dataclass(frozen=True, slots=True)
class Site:
    """One government of the fleet: its site to capture, or the archives that hold it.

    `code` is the official area code where one is known; `host` is what must not be asked by two workers at once.
    """

    id: str
    name: str
    site: str = ""
    archives: tuple[str, ...] = ()
    code: str = ""

    @property
    def host(self) -> str:
        """The host name of the site, in lower case; empty for an archive."""
        return (urlsplit(self.site).hostname or "").lower()


class SiteFaults(InputError):
    """Every line of SITES.csv that cannot be used, so that all are mended at once."""

    def __init__(self, faults: list[InputError]) -> None:
        self.faults = faults
        first = faults[0]
        super().__init__(first.file, first.place, first.problem, first.mend)
        if len(faults) > 1:
            rest = "\n".join(f"  {each}" for each in faults[1:])
            self.args = (f"{first}\n{rest}\n{len(faults)} lines cannot be used; nothing was started.",)


def read_sites(path: Path) -> tuple[Site, ...]:
    """The governments in the order of the file. Raises InputError (SiteFaults) that names every bad line."""
    if not path.is_file():
        raise InputError(str(path), "", "there is no such file", "Give a CSV file with the columns id, name and site")
    rows = read_table(path, path.name, required=("id", "name"), optional=("site", "archive", "code"))
    if not rows:
        raise InputError(path.name, "line 2", "no government is listed", "Write one line for each government")
    faults: list[InputError] = []
    sites: list[Site] = []
    seen: dict[str, int] = {}
    for row in rows:
        try:
            sites.append(_site(row, path.parent, seen))
        except InputError as error:
            faults.append(error)
    if faults:
        raise SiteFaults(faults)
    return tuple(sites)


def _site(row: Row, folder: Path, seen: dict[str, int]) -> Site:
    name = row.need_id("id")
    if name.lower() in seen:
        raise row.fault("id", f"'{name}' stands in line {seen[name.lower()]} too", "Give each government its own id")
    seen[name.lower()] = row.line
    site, archive = row.get("site"), row.get("archive")
    if bool(site) == bool(archive):
        raise row.fault("site", "exactly one of site and archive is needed", "Write an address or an archive's path")
    if site:
        return Site(name, row.need("name"), site=_address(row, site), code=row.get("code"))
    archives = tuple(str(each) for each in _archives(row, folder, archive))
    return Site(name, row.need("name"), archives=archives, code=row.get("code"))


def _address(row: Row, site: str) -> str:
    written = site if "://" in site else f"https://{site}"
    try:
        parts = urlsplit(written)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname)
        _ = parts.port
    except ValueError:
        usable = False
    if not usable:
        raise row.fault("site", f"'{site[:60]}' is not an address", "Write it as https://name.go.id")
    return written


def _archives(row: Row, folder: Path, written: str) -> Iterator[Path]:
    for each in written.split("|"):
        path = folder / each.strip()
        if not path.is_file():
            problem = f"there is no file '{each.strip()[:80]}'"
            raise row.fault("archive", problem, "Paths count from the folder of SITES.csv")
        if not path.name.lower().endswith(ARCHIVE_SUFFIXES):
            endings = ", ".join(ARCHIVE_SUFFIXES)
            raise row.fault("archive", f"'{path.name[:60]}' is no web archive", f"Archives end in {endings}")
        yield path
