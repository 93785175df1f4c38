"""`fleet report`: one booklet for the ministry and one letter for each government, from accepted results."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tinjau import packs, study
from tinjau.fleet.tables import write_tables
from tinjau.fleet.task import folder_of
from tinjau.model import InputError, Lang
from tinjau.pipeline import version
from tinjau.report.document import Document
from tinjau.report.league import LeagueNames, booklet, league_names, letter, row_of
from tinjau.report.league_files import league_page, league_pdf
from tinjau.scoring.league import Standing

FORMS = ("html", "pdf")
Say = Callable[[str], None]


def publish(out: Path, lang: Lang, forms: Sequence[str], say: Say) -> list[Path]:
    """Write `booklet.*` and `letters/<id>.*` into the fleet's folder; the files written.

    Raises InputError for a form that is not known, or a folder that holds no fleet.
    """
    for each in forms:
        if each not in FORMS:
            raise InputError("--format", each, "this form is not known here", f"Choose from {', '.join(FORMS)}")
    league = write_tables(out)
    rows = [row_of(each) for each in league]
    names = _names(out, league, lang)
    files = _write(booklet(rows, lang, version(), names.criteria, names.phases), out / "booklet", forms)
    for number, row in enumerate(rows, start=1):
        assessment: dict[str, Any] = json.loads(
            (folder_of(out, row.id) / "assessment.json").read_text(encoding="utf-8")
        )
        made = letter(row, assessment, len(rows), lang, names.criteria, names.phases, names.questions)
        files += _write(made, out / "letters" / row.id, forms)
        if number % 50 == 0:
            say(f"fleet: {number}/{len(rows)} letters")
    return files


def _write(document: Document, target: Path, forms: Sequence[str]) -> list[Path]:
    files = []
    for form in forms:
        path = target.with_name(f"{target.name}.{form}")
        study.write_bytes(path, league_page(document).encode() if form == "html" else league_pdf(document))
        files.append(path)
    return files


def _names(out: Path, league: Sequence[Standing], lang: Lang) -> LeagueNames:
    used: dict[str, None] = {}
    for each in league[:1]:
        document = json.loads((folder_of(out, each.id) / "assessment.json").read_text(encoding="utf-8"))
        used |= dict.fromkeys(str(instrument["id"]) for instrument in document["instruments"])
    return league_names([packs.load_instrument(each) for each in used if each in packs.instrument_ids()], lang)
