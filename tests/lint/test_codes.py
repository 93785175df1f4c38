"""The list of objections is complete, bilingual and documented."""

import re
from pathlib import Path

from tinjau.lint import CODES, catalogue

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src" / "tinjau" / "lint").glob("*.py"))


def test_the_documentation_is_what_the_code_says() -> None:
    assert (ROOT / "docs" / "lint.md").read_text("utf-8") == catalogue()


def test_every_code_is_raised_somewhere_and_no_other_is() -> None:
    text = "".join(path.read_text("utf-8") for path in SOURCES if path.name != "codes.py")
    written = re.findall(r'"([a-z]+(?:-[a-z]+)+)"', text)
    assert {each for each in written if each.split("-")[0] in KINDS} == set(CODES)


KINDS = {each.split("-")[0] for each in CODES}


def test_every_code_speaks_both_languages() -> None:
    for each in CODES.values():
        for text in (each.about, each.mend):
            assert text.id.endswith(".")
            assert text.en.endswith(".")
            assert text.id != text.en
