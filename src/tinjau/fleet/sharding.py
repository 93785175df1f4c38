"""`fleet run --archives`: huge archives cut by ranges on all workers, then one government a host."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from tinjau import study
from tinjau.fleet.engine import engine, need_engine
from tinjau.fleet.running import FleetOptions
from tinjau.fleet.sites import Site
from tinjau.fleet.splitting import Range, Shards, ranges_of, split_range
from tinjau.model import InputError, InterruptedRun

Say = Callable[[str], None]


def shard_archives(
    sources: Sequence[str],
    listed: Sequence[Site],
    suffixes: tuple[str, ...],
    out: Path,
    options: FleetOptions,
    say: Say,
) -> tuple[Site, ...]:
    """Cut the archives into one shard a host and range, and give each host's shards to its government.

    With `listed` governments, each takes the shards of its site's host and hosts that no one lists are left out; with
    none, every host is a government of its own. Ranges that were cut before are not cut again.
    """
    need_engine()
    parts = [part for source in sources for part in ranges_of(source)]
    folder = out / ".fleet" / "shards"
    by_host: dict[str, list[str]] = defaultdict(list)
    todo: list[Range] = []
    for part in parts:
        known = _read_done(folder, part)
        if known is None:
            todo.append(part)
        else:
            _collect(by_host, known)
    say(f"fleet: {len(sources)} archives in {len(parts)} ranges, {len(todo)} to cut")
    if todo:
        for shards in _cut(todo, suffixes, folder, options, say):
            _collect(by_host, shards)
    if not by_host:
        wanted = f" of {', '.join(suffixes)}" if suffixes else ""
        raise InputError(sources[0], "", f"the archives hold no record{wanted}", "Name other hosts or archives")
    return _governments(by_host, listed)


def _cut(
    todo: Sequence[Range], suffixes: tuple[str, ...], folder: Path, options: FleetOptions, say: Say
) -> list[Shards]:
    distributed = need_engine()
    found: list[Shards] = []
    with engine(options.workers, options.cluster) as client:
        futures = {client.submit(_cut_one, part, suffixes, str(folder), pure=False): part for part in todo}
        try:
            for future in distributed.as_completed(list(futures), loop=client.loop):
                part = futures[future]
                shards: Shards = future.result()
                found.append(shards)
                loss = f"; {shards.loss}" if shards.loss else ""
                say(f"fleet: cut {len(found)}/{len(todo)} ({shards.copied} records of {Path(part.source).name}{loss})")
        except (OSError, distributed.KilledWorker) as error:
            raise InterruptedRun(f"cutting stopped ({error}). Call the same command again to go on.") from error
    return found


def _cut_one(part: Range, suffixes: tuple[str, ...], folder: str) -> Shards:
    shards = split_range(part, suffixes, str(_place(Path(folder), part.source)))
    study.write_json(_done(Path(folder), part), asdict(shards))
    return shards


def _read_done(folder: Path, part: Range) -> Shards | None:
    try:
        data = json.loads(_done(folder, part).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    files = tuple((str(host), str(path)) for host, path in data["files"])
    if not all(Path(path).is_file() for _, path in files):
        return None
    return Shards(files, data["copied"], data["others"], data["loss"])


def _place(folder: Path, source: str) -> Path:
    return folder / hashlib.sha256(source.encode()).hexdigest()[:16]


def _done(folder: Path, part: Range) -> Path:
    return _place(folder, part.source) / f"{part.start}-{part.end}.json"


def _collect(by_host: dict[str, list[str]], shards: Shards) -> None:
    for host, path in shards.files:
        by_host[host].append(path)


def _governments(by_host: dict[str, list[str]], listed: Sequence[Site]) -> tuple[Site, ...]:
    def files(host: str) -> tuple[str, ...]:
        return tuple(sorted(by_host[host], key=lambda path: (Path(path).parent, int(Path(path).name.split(".")[0]))))

    if not listed:
        return tuple(Site(host, host, archives=files(host)) for host in sorted(by_host))
    found = []
    for each in listed:
        host = each.host.removeprefix("www.")
        if host in by_host:
            found.append(Site(each.id, each.name, archives=files(host), code=each.code))
    if not found:
        raise InputError("SITES.csv", "site", "none of these sites is in the archives", "Check the addresses")
    return tuple(found)
