"""`tinjau services`: an inventory that others keep as linked data, as the services.csv of a study."""

import argparse
from pathlib import Path

from tinjau import study
from tinjau.cli.output import say


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser("services", help="a CPSV-AP or schema.org catalogue as a study's services.csv")
    parser.add_argument("file", type=Path, metavar="FILE", help="JSON-LD; nothing that it names is fetched")
    parser.add_argument("--out", type=Path, required=True, help="the services.csv to write; never over another file")
    parser.add_argument("--lang", choices=("id", "en"), default="id", help="language of texts that state none")
    parser.set_defaults(handler=_services)


def _services(arguments: argparse.Namespace) -> int:
    services = study.read_linked_services(arguments.file, arguments.lang)
    study.write_new(arguments.out, study.services_csv(services, arguments.file.name))
    say(f"wrote: {arguments.out} ({len(services)} services)")
    return 0
