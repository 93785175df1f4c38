"""Why a government of a fleet has no result is said in the reader's language, also of an older run's folder."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser
from tests.web.ministry_making import document

from tinjau.web.models import Role

ROWS: list[tuple[dict[str, Any], str, str]] = [
    (
        {"reason": "/srv/a.warc.gz: the file is empty. Give a WARC.", "code": "input",
         "detail": {"file": "a.warc.gz", "why": "the file is empty"}},
        "Masukan tidak dapat dipakai: a.warc.gz: berkasnya kosong",
        "The input cannot be used: a.warc.gz: the file is empty",
    ),
    (
        {"reason": "KilledWorker: …", "code": "killed", "detail": {"n": "10"}},
        "Proses pekerja berhenti setiap kali mengerjakan pemerintah ini (dicoba 10 kali)",
        "The process died each time it worked on this government (tried 10 times)",
    ),
    ({"reason": "/srv/b.warc.gz: the file is empty. Give a WARC."}, "berkasnya kosong", "the file is empty"),
    ({"reason": "the moon was full"}, "the moon was full", "the moon was full"),
    ({"reason": "r", "code": "unheard-of", "detail": {"a": "b"}}, "r", "r"),
    ({"reason": "r", "code": "input", "detail": {"why": "no file is named"}}, "r", "r"),
    ({"reason": "r", "code": "input", "detail": ["x"]}, "r", "r"),
    (
        {"reason": "r", "code": "input", "detail": {"file": "{0.__class__}<b>", "why": "<i>x</i>"}},
        "Masukan tidak dapat dipakai: {0.__class__}<b>: <i>x</i>",
        "The input cannot be used: {0.__class__}<b>: <i>x</i>",
    ),
]  # fmt: skip


@pytest.fixture
def pusat(db: None, home: Path, person: Callable[..., Any], browser: Callable[[Any], Client]) -> Iterator[Client]:
    """A national administrator, and the folder of a fleet that ended with these failures."""
    folder = home / "fleet" / "alasan"
    each = folder / "governments" / "satu"
    each.mkdir(parents=True, exist_ok=True)
    (each / "assessment.json").write_text(json.dumps(document("Kota Satu", ["positive"] * 7)), encoding="utf-8")
    (each / "receipt.json").write_text("{}", encoding="utf-8")
    rows = [{"id": f"k{number}", **row} for number, (row, _, _) in enumerate(ROWS)]
    (folder / "failures.json").write_text(json.dumps({"failures": rows}), encoding="utf-8")
    yield browser(person("pusat", Role.NATIONAL_ADMIN))
    shutil.rmtree(folder)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_failure_is_said_in_the_readers_language(pusat: Client, lang: str) -> None:
    pusat.cookies["tinjau_lang"] = lang
    tree = LexborHTMLParser(pusat.get("/m/fleets/alasan/").content.decode())
    said = [" ".join(each.text(deep=True).split()) for each in tree.css("main ul.plain li")]
    assert said == [f"k{number} {row[1 if lang == 'id' else 2]}" for number, row in enumerate(ROWS)]
    foreign = [each.text() for each in tree.css("main ul.plain span[lang=en]")]
    assert ("the moon was full" in foreign) is (lang == "id")


def test_each_cell_of_a_league_names_its_column(pusat: Client) -> None:
    tree = LexborHTMLParser(pusat.get("/m/fleets/alasan/").content.decode())
    heads = [each.text().strip() for each in tree.css("table.league thead th")]
    cells = [each.attributes.get("data-label") for each in tree.css("table.league tbody tr td")]
    assert cells == heads[:1] + heads[2:]  # the government's own cell is the heading of its row
