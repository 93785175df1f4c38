"""The two scanners say the same, and dates are read as people write them."""

import datetime

import pytest

from tinjau.observe.dates.grammar import dates_in
from tinjau.observe.engine.scan import fold, scanner
from tinjau.observe.engine.terms import LANGUAGES, concepts, terms

TEXTS = [
    "Layanan Publik", "Prendre rendez-vous en ligne", "dichiarazione di accessibilità", "Qué hacemos: Misión y visión",
    "televisi", "Komisi informasi publik", "LAPOR!", "Kabupaten", "", "SP4N-LAPOR!", "émission", "rendez vous",
]  # fmt: skip


def test_the_portable_scanner_finds_the_same_terms() -> None:
    fast, portable = scanner(), scanner(portable=True)
    assert set(fast.scan(TEXTS)) == set(portable.scan(TEXTS))


def test_terms_are_whole_words_without_accents() -> None:
    known = terms()
    found = {(TEXTS[text], known[term].concept) for text, term in scanner().scan(TEXTS) if not known[term].counter}
    assert ("Prendre rendez-vous en ligne", "appointment") in found
    assert ("rendez vous", "appointment") in found
    assert ("dichiarazione di accessibilità", "accessibility") in found
    assert not [concept for text, concept in found if text in ("televisi", "Kabupaten")]


def test_every_language_has_words_for_every_concept() -> None:
    for bit, language in enumerate(LANGUAGES):
        mine = {term.concept for term in terms() if term.languages & 1 << bit}
        assert mine == concepts(), f"{language} lacks {sorted(concepts() - mine)}"


def test_folding_keeps_the_length() -> None:
    for text in ("città – é ’ 中文", "plain"):
        assert len(fold(text)) == len(text)
        assert fold(text).isascii()


@pytest.mark.parametrize(
    "text, day",
    [
        ("Senin, 3 Maret 2025", "2025-03-03"), ("3 Mar 2025", "2025-03-03"), ("Jum'at, 01 Agust 2025", "2025-08-01"),
        ("17 Ags 2025", "2025-08-17"), ("03/04/2025", "2025-04-03"), ("03-04-2025", "2025-04-03"),
        ("2025-04-03T08:00:00Z", "2025-04-03"), ("March 3, 2025", "2025-03-03"), ("3 de marzo de 2025", "2025-03-03"),
        ("1er mars 2025", "2025-03-01"), ("12 août 2024", "2024-08-12"), ("5 dicembre 2023", "2023-12-05"),
        ("05 Nopember 2024", "2024-11-05"), ("25/12/2024", "2024-12-25"), ("December 10, 2018", "2018-12-10"),
        ("18/11/26", "2026-11-18"), ("Diterbitkan 18/11/26 oleh admin", "2026-11-18"),
    ],
)  # fmt: skip
def test_a_date_is_read(text: str, day: str) -> None:
    assert [found.day for found in dates_in(text)] == [datetime.date.fromisoformat(day)]


NO_DATES = ["Renstra 2021-2026", "31 Februari 2025", "Rp 2.025.000", "Pasal 3 ayat 2", "© 2025", ""]
NO_DATES += ["RT 03/04/05", "1/2/99", "Tel 021/55/66", "SK 12/11/26-A"]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_not_read(text: str) -> None:
    assert not dates_in(text)
