"""`tinjau run`: the whole way for one government."""

import argparse
from pathlib import Path

from tinjau import pipeline
from tinjau.cli.capturing import add_capture_options, settings_from
from tinjau.cli.output import print_json
from tinjau.cli.telling import tell_result, teller
from tinjau.model import InputError, Lang
from tinjau.study import assessment_to_json

EXIT_PARTIAL = 3
_BOTH = "both"
_LARGEST_LETTERHEAD = 20 << 20  # bytes; project choice


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser("run", help="evaluate one government: a URL, a study folder, or an archive")
    parser.add_argument("target", help="https://…, a study folder, or an archive (.warc.gz, .warc, .wacz)")
    parser.add_argument("--out", type=Path, help="folder for the results (a study's own results/ by default)")
    parser.add_argument("--instrument", action="append", help="an instrument's id; may be given more than once")
    forms = f"comma-separated, of {', '.join(pipeline.FORMATS)} (%(default)s)"
    parser.add_argument("--format", default=",".join(pipeline.DEFAULT_FORMATS), help=forms)
    languages = "language of the report and of what is said meanwhile; both: one PDF, two pages, two text documents"
    parser.add_argument("--lang", choices=("id", "en", "both"), help=languages)
    parser.add_argument("--capture", action="store_true", help="capture the sites that a study folder names")
    parser.add_argument("--approved", action="store_true", help="people approved the report: no draft mark")
    parser.add_argument(
        "--owner", action="store_true", help="for the site's owner: with what a public report leaves out"
    )
    parser.add_argument("--letterhead", type=Path, metavar="FILE.docx", help="the office's own document, for docx")
    parser.add_argument("--json", action="store_true", help="print assessment.json to stdout as well")
    add_capture_options(parser)
    parser.set_defaults(handler=_run)


def _run(arguments: argparse.Namespace) -> int:
    options = pipeline.RunOptions(
        instruments=tuple(arguments.instrument) if arguments.instrument else None,
        formats=tuple(part.strip() for part in arguments.format.split(",") if part.strip()),
        lang=arguments.lang if arguments.lang != _BOTH else None,
        both=arguments.lang == _BOTH,
        capture_sites=arguments.capture,
        capture=settings_from(arguments),
        approved=arguments.approved,
        owner=arguments.owner,
        letterhead=_letterhead(arguments.letterhead),
    )
    spoken: Lang = "id" if arguments.lang == "id" else "en"
    tell = teller(spoken)
    result = pipeline.run(arguments.target, arguments.out, options, tell)
    tell_result(result.assessment, tell, spoken)
    if arguments.json:
        print_json(assessment_to_json(result.assessment))
    if result.partial:
        tell(f"partly done: {result.partial}")
        return EXIT_PARTIAL
    return 0


def _letterhead(path: Path | None) -> bytes | None:
    if path is None:
        return None
    if not path.is_file() or path.stat().st_size > _LARGEST_LETTERHEAD:
        raise InputError(
            str(path), "", "there is no such document, or it is too large", "Give a .docx of at most 20 MB"
        )
    return path.read_bytes()
