"""`tinjau browse`: what only a browser sees on a sample of archived pages."""

import argparse
from pathlib import Path

from tinjau import pipeline
from tinjau.capture.browser import BrowserSettings
from tinjau.cli.output import say


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser("browse", help="look at a sample of archived pages in Chromium (extra: browser)")
    parser.add_argument("archives", nargs="+", type=Path, metavar="ARCHIVE")
    parser.add_argument("--out", type=Path, required=True, help="FILE.parquet or FILE.jsonl")
    parser.add_argument("--pages", type=int, default=BrowserSettings().pages, help="pages to look at (%(default)s)")
    parser.set_defaults(handler=_browse)


def _browse(arguments: argparse.Namespace) -> int:
    result = pipeline.browse(arguments.archives, arguments.out, BrowserSettings(pages=arguments.pages), say)
    rules = {(rule.rule, rule.review) for page in result.pages for rule in page.rules}
    sure = sorted(name for name, review in rules if not review)
    say(f"axe-core {result.axe}: {len(sure)} rules violated on {len(result.pages)} pages: {', '.join(sure) or 'none'}")
    say(f"{sum(review for _, review in rules)} rules need a person's review (not violations)")
    for url, reason in result.failed:
        say(f"not seen: {url} ({reason})")
    say(f"wrote: {arguments.out} ({len(result.observations)} observations)")
    return 0
