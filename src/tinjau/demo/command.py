"""`tinjau demo`: the main job on the two built-in studies."""

import argparse
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from tinjau import pipeline
from tinjau.capture import CaptureSettings
from tinjau.demo.server import serve_sample_city

STUDIES = Path(__file__).with_name("studies")
PLACEHOLDER = "http://sample-city.invalid"  # stands in the study for the address that the server gets

_USUAL_PORT = 17_945  # project choice: the same addresses in every report, as long as the port is free
_EXIT_PARTIAL = 3


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser("demo", help="the whole way on two built-in studies: Medan, and a sample city's site")
    parser.add_argument("--out", type=Path, default=Path("demo-out"), help="folder for the results (%(default)s)")
    parser.set_defaults(handler=_demo)


def run_sample_city(out: Path) -> pipeline.RunResult:
    """Serve the invented city, capture it, and evaluate its study; results are in `out`.

    An archive that an earlier demo left in `out` is replaced.
    """
    for stale in out.glob("archive.warc.gz*"):
        stale.unlink()
    settings = replace(CaptureSettings(), allow_private=True, delay=0.0)
    options = pipeline.RunOptions(capture_sites=True, capture=settings)
    with serve_sample_city(_USUAL_PORT) as city, tempfile.TemporaryDirectory(prefix="tinjau-demo-") as folder:
        study = Path(folder) / "sample-city"
        copy_study(STUDIES / "sample-city", study, city.url)
        return pipeline.run(str(study), out, options, _say)


def copy_study(source: Path, target: Path, url: str) -> None:
    """Copy a study folder of text files, with `url` written wherever the placeholder address stands."""
    shutil.copytree(source, target)
    for path in sorted(target.rglob("*")):
        if path.is_file():
            path.write_text(path.read_text(encoding="utf-8").replace(PLACEHOLDER, url), encoding="utf-8")


def _demo(arguments: argparse.Namespace) -> int:
    _say("demo 1 of 2: Medan, from the published paper")
    medan = pipeline.run(str(STUDIES / "medan"), arguments.out / "medan", pipeline.RunOptions(), _say)
    _say("demo 2 of 2: an invented city, served on loopback and captured")
    sample = run_sample_city(arguments.out / "sample-city")
    _say("reports:")
    for result in (medan, sample):
        for path in result.files:
            if path.suffix == ".html":
                _say(f"  {path}")
    _say("to fill in and decide in a browser: tinjau serve --demo (in this environment: .venv/bin/tinjau)")
    lost = [result.partial for result in (medan, sample) if result.partial]
    for each in lost:
        _say(f"partly done: {each}")
    return _EXIT_PARTIAL if lost else 0


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
