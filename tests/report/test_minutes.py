"""The minutes of a focus group: what they say, in both languages, the same bytes each time, whatever people wrote."""

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest

from tinjau.report.minutes import (
    AgendaItem,
    Decided,
    Meeting,
    Part,
    Proposal,
    Removed,
    Vote,
    VoteItem,
    VoteRound,
    minutes_docx,
)

ITEMS = (
    VoteItem("SO1", "Latih petugas", 5, 1.0, 1.0, 2.0, 1.4, (1.0, 1.8), 1, 0.2),
    VoteItem("WT1", "Kurangi risiko", 5, 2.0, 1.0, 2.0, 1.6, (1.2, 2.0), 1, 0.0),
)
ROUND = VoteRound(2, 5, 1, 0, 0.0374, 0.6547, ITEMS, ("SO1", "WT1"), False, "again", ("Belum ada anggaran",))
MEETING = Meeting(
    government="Pemerintah Kota Arunika",
    cycle="Evaluasi 2026",
    title="Diskusi kelompok terarah",
    purpose="Menentukan prioritas",
    place="Balai Kota",
    date="2026-11-25",
    started="2026-11-25T09:05",
    ended="2026-11-25T12:10",
    facilitator="koordinator",
    codes=("P03", "P11", "P17", "P20"),
    paper=("K01",),
    names=("Adi", "Wulan"),
    agenda=(
        AgendaItem("Pembukaan", "talk", "2026-11-25T09:05", "2026-11-25T09:15"),
        AgendaItem("Cadangan", "talk"),
    ),
    parts=(
        Part("Pembukaan", "talk", note="Dibuka oleh sekretaris daerah."),
        Part(
            "Mengumpulkan faktor", "collect",
            proposals=(Proposal("W7", "W", "Pelatihan kurang", ("Kurang pelatihan", "Pelatihan jarang")),),
            removed=(Removed("W", "Menyebut nama orang"),),
        ),
        Part("Menggabungkan", "merge", mergers=1),
        Part("Mengurutkan strategi", "rank", vote=Vote("rank", "", 1, 2, "hyndman-fan-7", (ROUND,), "Waktu habis")),
        Part("Keputusan", "decide", decisions=(Decided("Mulai dari pelatihan", "Murah", ("SO1",)),)),
    ),
    corrections=("K01: Salah ketik",),
)  # fmt: skip


def said(meeting: Meeting, lang: Any = "id") -> str:
    """Every word of the document, tables too."""
    file = docx.Document(io.BytesIO(minutes_docx(meeting, lang)))
    parts = [each.text for each in file.paragraphs]
    parts += [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return "\n".join(parts)


@pytest.mark.parametrize(
    "words",
    [
        "Notulen diskusi kelompok terarah", "25 November 2026, 09.05 sampai 12.10", "Balai Kota",
        "Sebanyak 4 peserta memakai ponsel dan 1 peserta memakai surat suara kertas", "P03, P11, P17, P20, K01",
        "Adi\nWulan", "sengaja dipisahkan dari kode", "tidak dilaksanakan", "Dibuka oleh sekretaris daerah.",
        "Gabungan dari: “Kurang pelatihan”; “Pelatihan jarang”", "W: Menyebut nama orang",
        "Kendall W = 0,04 (p = 0,655)", "1 (1–2)", "1,4 (1–1,8)", "20%", "hyndman-fan-7",
        "Tidak ada pemenang yang jelas: SO1 dan WT1", "satu putaran lagi", "berhenti: Waktu habis",
        "Belum ada anggaran", "Mulai dari pelatihan", "Berdasarkan SO1", "Alasan: Murah", "K01: Salah ketik",
        "Tanda tangan", "Wakil peserta", "Sebanyak 1 rumusan bersama",
    ],
)  # fmt: skip
def test_the_minutes_say(words: str) -> None:
    assert words in said(MEETING)


def test_the_minutes_in_english() -> None:
    text = said(MEETING, "en")
    assert "No clear winner: SO1 and WT1 share the first place" in text
    assert "Kendall's W = 0.04 (p = 0.655)" in text
    assert "25 November 2026, 09:05 to 12:10" in text


def test_the_same_meeting_gives_the_same_bytes() -> None:
    made = minutes_docx(MEETING, "id")
    assert made == minutes_docx(MEETING, "id")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {each.date_time[0] for each in archive.infolist()} == {1980}  # no moment of writing
    assert minutes_docx(MEETING, "id") != minutes_docx(replace(MEETING, place="Lain"), "id")


def test_an_invented_meeting_and_one_that_goes_on_say_so() -> None:
    assert "rekaan" in said(replace(MEETING, invented=True))
    assert "masih sementara" in said(replace(MEETING, closed=False))


def test_an_empty_meeting_has_minutes_too() -> None:
    bare = Meeting("Kota", "", "Diskusi", "", "", "2026-01-02", "", "", "", (), (), (), (), ())
    assert "tidak disebut" in said(bare)
    nothing = replace(bare, parts=(Part("Keputusan", "decide"), Part("Faktor", "collect")))
    assert said(nothing).count("Tidak ada.") == 2


@pytest.mark.parametrize(
    "lead", [(None, (), "tidak dapat ditentukan"), (True, ("SO1",), "SO1 menempati tempat pertama")]
)
def test_who_leads_is_said_as_it_is(lead: Any) -> None:
    clear, leaders, words = lead
    found = replace(ROUND, clear=clear, leaders=leaders, w=None, p=None)
    text = said(replace(MEETING, parts=(Part("x", "rank", vote=Vote("rank", "", 1, 2, "r", (found,))),)))
    assert words in text
    assert "Kendall W tidak dapat dihitung" in text


@pytest.mark.parametrize(
    "text", ["a\x00b\x1b[31m", "\u202eterbalik", "<w:t>x</w:t>", "{{ report }}", "x" * 5_000, "🏳️‍🌈 كتابة"]
)
def test_whatever_people_wrote_stays_text(text: str) -> None:
    bad = replace(
        MEETING, title=text, place=text, names=(text,), corrections=(text,),
        parts=(
            Part(text, "collect", proposals=(Proposal("S1", "S", text, (text,)),), removed=(Removed("S", text),)),
            Part(text, "rank", vote=Vote("rank", "", 1, 2, "r", (replace(ROUND, reasons=(text,)),), text)),
            Part(text, "decide", decisions=(Decided(text, text),)),
        ),
    )  # fmt: skip
    made = said(bad)
    assert not re.search("[\x00-\x08\x1b\u202e]", made)
    assert len(made) < 40_000
