"""What identifies private persons goes; what an office publishes to be reached stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinjau.archive.redaction import redact

HOSTS = ("www.kotacontoh.go.id", "dinkes.kotacontoh.example")

GONE = [
    ("NIK 3327085203910004 atas nama Siti", "NIK [NIK] atas nama Siti"),  # a woman: day 12 + 40
    ("nik: 3327081203910004", "nik: [NIK]"),
    ("3327 0812 0391 0004", "[NIK]"),
    ("33.27.08.120391.0004", "[NIK]"),
    ("surel siti.aminah@gmail.com", "surel [surel]"),
    ("siti [at] yahoo.co.id", "[surel]"),
    ("HP 0812-3456-7890", "HP [telepon]"),
    ("Hubungi Bapak Budi +62 812 3456 7890", "Hubungi Bapak Budi [telepon]"),
    ("Kantor Dinas, pelapor: Ibu Ani 081234567890", "Kantor Dinas, pelapor: Ibu Ani [telepon]"),
    ("WA 6281234567890", "WA [telepon]"),
    ("(0281) 891234 rumah", "[telepon] rumah"),
    ("Telepon: 0812-3456-7890", "Telepon: [telepon]"),  # a mobile, and nobody says whose
    ("Ibu Ani, telepon (0281) 891234", "Ibu Ani, telepon [telepon]"),
]
STAYS = [
    "Kantor Dinas Kesehatan, Telp. (0281) 891234",
    "Call Center 0800-1234-5678",
    "Jl. Merdeka No. 1. Telepon: (0281) 891234",
    "Telp. +62 281 891234",
    "Layanan pengaduan 081234567890",
    "surel dinkes@kotacontoh.go.id",
    "surel info@kemkes.go.id",
    "halo@kotacontoh.example",
    "Perda Nomor 12 Tahun 2021",
    "Rp 1.250.000.000,00",
    "3327089903910004",  # no day 99
    "9999999999999999",
    "12345678901234567890",
    "2021-2026",
    "tanggal 01/02/2026 pukul 08.00-16.00",
    "ISBN 978-602-8519-93-9",
    "NIP 19850312 201001 1 005",
    "kode pos 53311",
    "",
]


@pytest.mark.parametrize("text,expected", GONE)
def test_gone(text: str, expected: str) -> None:
    assert redact(text, HOSTS) == expected


@pytest.mark.parametrize("text", STAYS)
def test_stays(text: str) -> None:
    assert redact(text, HOSTS) == text


@given(st.text(max_size=400))
def test_any_text_comes_through_and_twice_is_once(text: str) -> None:
    once = redact(text, HOSTS)
    assert redact(once, HOSTS) == once


@given(day=st.integers(1, 31), month=st.integers(1, 12), female=st.booleans(), serial=st.integers(1, 9999))
def test_every_plausible_number_goes(day: int, month: int, female: bool, serial: int) -> None:
    number = f"332708{day + 40 * female:02d}{month:02d}91{serial:04d}"
    assert number not in redact(f"nomor {number}.", HOSTS)


@pytest.mark.parametrize("piece", ["0", "0812 ", "a.", "a@", "(0", "- ", "a@b.", "33 "])
def test_long_texts_are_no_trap(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    assert len(redact(text, HOSTS)) <= 3 * len(text), "and it came to an end: a backtracking pattern needs hours here"
