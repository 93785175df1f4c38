"""`tinjau fleet`: many governments, their league table, and questions to it."""

import argparse
import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

from tinjau import study
from tinjau.fleet.asking import ask
from tinjau.fleet.national import match_hosts
from tinjau.fleet.publishing import publish
from tinjau.fleet.running import FleetOptions, run_fleet
from tinjau.fleet.sites import Site, read_sites
from tinjau.fleet.tables import write_tables
from tinjau.model import InputError
from tinjau.packs.governments import national_governments
from tinjau.scoring.league import Standing, league_document

EXIT_PARTIAL = 3


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its verbs."""
    parser = commands.add_parser("fleet", help="evaluate many governments, and set them side by side")
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    _add_run(verbs)
    league = verbs.add_parser("league", help="write the tables and print the league with rank intervals")
    league.add_argument("dir", type=Path)
    league.add_argument("--json", action="store_true")
    league.set_defaults(handler=_league)
    report = verbs.add_parser("report", help="write the ministry's booklet and a letter for each government")
    report.add_argument("dir", type=Path)
    report.add_argument("--lang", choices=("id", "en"), default="id")
    report.add_argument("--format", default="html,pdf", help="comma-separated: html, pdf (%(default)s)")
    report.set_defaults(handler=_report)
    query = verbs.add_parser("query", help="ask the tables fleet, criteria and indicators in SQL")
    query.add_argument("dir", type=Path)
    query.add_argument("sql")
    query.set_defaults(handler=_query)
    governments = verbs.add_parser("governments", help="write SITES.csv lines for Indonesia's regional governments")
    governments.add_argument("--hosts", type=Path, help="a file with one address a line, matched to the governments")
    governments.add_argument("--out", type=Path, help="SITES.csv (stdout where none is named)")
    governments.set_defaults(handler=_governments)


def _add_run(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    run = verbs.add_parser("run", help="evaluate every government of SITES.csv; called again, it goes on")
    run.add_argument("sites", type=Path, nargs="?", metavar="SITES.csv", help="columns id, name, site or archive, code")
    run.add_argument("--out", type=Path, required=True, metavar="DIR")
    run.add_argument("--archives", nargs="+", default=[], metavar="ARCHIVE", help="archives to split by host")
    run.add_argument("--hosts", action="append", default=[], metavar="SUFFIX", help="with --archives: only these hosts")
    where = run.add_mutually_exclusive_group()
    where.add_argument("--workers", type=int, default=2, help="processes on this machine (%(default)s)")
    where.add_argument("--cluster", default="", metavar="ADDRESS", help="the scheduler of a Dask cluster")
    run.add_argument("--instrument", action="append", help="an instrument's id; may be given more than once")
    run.add_argument("--format", default="json", help="comma-separated, beside json: html, pdf, … (%(default)s)")
    run.add_argument("--lang", choices=("id", "en"), default="id")
    run.add_argument("--max-pages", type=int, default=FleetOptions().max_pages, help="pages a site (%(default)s)")
    run.add_argument("--allow-private", action="store_true", help="allow private networks and loopback")
    run.add_argument("--delay", type=float, help="seconds between two requests to one host")
    run.add_argument("--contact", default="", help="an address that a site's owner can write to")
    run.add_argument("--retry", action="store_true", help="try the failures of an earlier run again")
    run.set_defaults(handler=_run)


def _run(arguments: argparse.Namespace) -> int:
    if arguments.workers < 1:
        raise InputError("--workers", str(arguments.workers), "at least one process is needed", "Write 1 or more")
    default = FleetOptions()
    options = FleetOptions(
        workers=arguments.workers,
        cluster=arguments.cluster,
        instruments=tuple(arguments.instrument) if arguments.instrument else default.instruments,
        formats=tuple(part.strip() for part in arguments.format.split(",") if part.strip()),
        lang=arguments.lang,
        max_pages=arguments.max_pages,
        allow_private=arguments.allow_private,
        delay=arguments.delay,
        contact=arguments.contact,
        retry=arguments.retry,
    )
    sites = _sites(arguments, options)
    result = run_fleet(sites, arguments.out, options, _say)
    _say(f"fleet: {result.done} of {result.total} done, {len(result.failed)} failed, {result.attempts} tasks this time")
    for name, reason in sorted(result.failed.items()):
        _say(f"  {name}: {reason}")
    if result.failed:
        _say("Call again with --retry to try the failed ones again.")
    if result.done:
        write_tables(arguments.out)
    return EXIT_PARTIAL if result.failed else 0


def _sites(arguments: argparse.Namespace, options: FleetOptions) -> tuple[Site, ...]:
    if arguments.archives:
        # Splitting needs the engine as well, so it stands beside run_fleet in a module of its own.
        from tinjau.fleet.sharding import shard_archives  # only this branch needs it: it loads the engine

        listed = read_sites(arguments.sites) if arguments.sites else ()
        return shard_archives(arguments.archives, listed, tuple(arguments.hosts), arguments.out, options, _say)
    if arguments.sites is None:
        raise InputError("fleet run", "", "no governments are named", "Give SITES.csv, or --archives")
    return read_sites(arguments.sites)


def _league(arguments: argparse.Namespace) -> int:
    league = write_tables(arguments.dir)
    if arguments.json:
        _print(json.dumps(league_document(league), ensure_ascii=False, indent=1))
        return 0
    for line in league_lines(league):
        _print(line)
    return 0


def league_lines(league: tuple[Standing, ...]) -> list[str]:
    """The league as lines of text: complete governments first, incomplete ones apart."""
    lines = [f"{'rank':>9}  {'phase':15} {'coverage':>8}  government"]
    apart = False
    for each in league:
        if not each.complete and not apart:
            apart = True
            lines.append("not fully assessed (their ranks are what they could still turn out to be):")
        low, high = each.rank
        rank = str(low) if low == high else f"{low}–{high}"
        coverage = "-" if each.coverage is None else f"{each.coverage:.0%}"
        lines.append(f"{rank:>9}  {each.phase or 'not shown':15} {coverage:>8}  {each.name}")
    return lines


def _report(arguments: argparse.Namespace) -> int:
    forms = [part.strip() for part in arguments.format.split(",") if part.strip()]
    files = publish(arguments.dir, arguments.lang, forms, _say)
    _say(f"wrote: {files[0].parent} ({len(files)} files)")
    return 0


def _query(arguments: argparse.Namespace) -> int:
    columns, rows = ask(arguments.dir, arguments.sql)
    writer = csv.writer(sys.stdout)
    writer.writerow(columns)
    writer.writerows([[_neutral(cell) for cell in row] for row in rows])
    return 0


def _governments(arguments: argparse.Namespace) -> int:
    governments = national_governments()
    addresses: dict[str, str] = {}
    if arguments.hosts:
        if not arguments.hosts.is_file():
            raise InputError(str(arguments.hosts), "", "there is no such file", "Give a file with one address a line")
        hosts = arguments.hosts.read_text(encoding="utf-8-sig", errors="replace").splitlines()
        matched = match_hosts([line.strip() for line in hosts if line.strip()], governments)
        addresses = {code: address for address, code in matched.items() if code}
        left = len(matched) - len(addresses)
        _say(f"fleet: {len(addresses)} of {len(governments)} governments matched, {left} addresses left over")
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(["id", "name", "site", "code"])
    writer.writerows(
        [each.id, each.name, addresses.get(each.code, each.usual_address), each.code]
        for each in governments
        if not arguments.hosts or each.code in addresses
    )
    if arguments.out:
        study.write_text(arguments.out, written.getvalue())
        _say(f"wrote: {arguments.out}")
    else:
        sys.stdout.write(written.getvalue())
    return 0


def _neutral(cell: Any) -> Any:
    """A text that a spreadsheet would take for a formula, made harmless."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
