"""`tinjau capture`: a site into a web archive."""

import argparse
from dataclasses import replace
from pathlib import Path

from tinjau import pipeline
from tinjau.capture import CaptureSettings
from tinjau.cli.output import say


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser("capture", help="capture sites into a web archive; called again, it goes on")
    parser.add_argument("urls", nargs="+", metavar="URL")
    parser.add_argument("--out", type=Path, required=True, help="the archive to write, FILE.warc.gz")
    add_capture_options(parser)
    parser.set_defaults(handler=_capture)


def add_capture_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that bound a capture."""
    default = CaptureSettings()
    parser.add_argument("--max-pages", type=int, default=default.max_pages, help="pages at the most (%(default)s)")
    parser.add_argument("--allow-private", action="store_true", help="allow addresses of private networks and loopback")
    parser.add_argument("--delay", type=float, help="seconds between two requests to one host")
    parser.add_argument("--contact", default="", help="an address that a site's owner can write to")


def settings_from(arguments: argparse.Namespace) -> CaptureSettings:
    """The capture settings that the arguments ask for."""
    settings = replace(CaptureSettings(), max_pages=arguments.max_pages, allow_private=arguments.allow_private)
    if arguments.delay is not None:
        settings = replace(settings, delay=arguments.delay)
    return replace(settings, contact=arguments.contact) if arguments.contact else settings


def _capture(arguments: argparse.Namespace) -> int:
    manifest = pipeline.capture(arguments.urls, arguments.out, settings_from(arguments), say)
    share = "unknown" if manifest.completeness is None else f"{manifest.completeness:.0%}"
    say(f"wrote: {arguments.out} ({manifest.pages} pages, completeness {share})")
    if manifest.pages == 0:
        for host in manifest.host_reports:
            say(f"  {host.host}: {host.problem or 'nothing was captured'}")
    return 0
