"""Every objection that lint knows: its code, how much it matters, when it is raised and how to answer it."""

from collections.abc import Iterable
from dataclasses import dataclass

from tinjau.model import LintFinding, Severity, Text


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of objection. `about` says when it is raised, `mend` what people can do about it."""

    code: str
    severity: Severity
    about: Text
    mend: Text


def _code(code: str, severity: Severity, about: tuple[str, str], mend: tuple[str, str]) -> Code:
    return Code(code, severity, Text(*about), Text(*mend))


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTICE

CODES: dict[str, Code] = {
    each.code: each
    for each in (
        _code(
            "factor-unsupported", _W,
            ("Faktor tidak bersandar pada temuan tahap 1 dan 2 atau sumber lain yang menunjukkan sesuatu.",
             "A factor rests on no finding of stages 1 and 2 and on no source that shows anything."),
            ("Sebutkan jawaban, pengamatan, layanan, atau sumbernya pada support, atau akui sebagai pendapat.",
             "Name the answer, observation, service or source under support, or own it as an opinion."),
        ),
        _code(
            "factor-status", _E,
            ("Faktor berstatus evidenced, tetapi buktinya tidak ada.",
             "A factor calls itself evidenced, but there is no evidence."),
            ("Lengkapi support atau ubah status menjadi stated.", "Complete support, or change the status to stated."),
        ),
        _code(
            "factor-against-finding", _W,
            ("Faktor hanya bersandar pada temuan yang menunjukkan sebaliknya.",
             "A factor rests only on findings that point the other way."),
            ("Periksa apakah kotaknya benar, atau jelaskan.",
             "Check whether it stands in the right box, or explain it."),
        ),
        _code(
            "theme-unknown", _N,
            ("Tema tidak ada dalam daftar tema, sehingga pustaka strategi tidak dapat menanggapinya.",
             "A theme is not one of the list, so that the strategy library cannot answer it."),
            ("Pakai tema dari daftar: people, process, platform, security, regulation, budget, outreach, design, data, "
             "leadership, participation, measurement.",
             "Use a theme of the list: people, process, platform, security, regulation, budget, outreach, design, "
             "data, leadership, participation, measurement."),
        ),
        _code(
            "factor-tension", _W,
            ("Kekuatan dan kelemahan berbicara tentang tema dan pelaku yang sama tanpa penjelasan.",
             "A strength and a weakness speak of the same theme and actor, unexplained."),
            ("Jelaskan bagaimana keduanya dapat benar, atau hapus salah satunya.",
             "Explain how both can be true, or drop one of them."),
        ),
        _code(
            "factor-duplicate", _W,
            ("Dua faktor dalam satu kotak berbunyi hampir sama.", "Two factors of one box are worded almost alike."),
            ("Gabungkan keduanya.", "Merge them."),
        ),
        _code(
            "factor-in-two-boxes", _W,
            ("Dua faktor di kotak yang berbeda berbunyi hampir sama.",
             "Two factors in different boxes are worded almost alike."),
            ("Tentukan kotaknya, atau pertegas perbedaannya.", "Decide on the box, or say what sets them apart."),
        ),
        _code(
            "factor-unused", _N,
            ("Kekuatan atau peluang tidak dipakai oleh satu strategi pun.",
             "No strategy uses a strength or opportunity."),
            ("Manfaatkan dalam strategi, atau keluarkan dari daftar.", "Use it in a strategy, or leave it out."),
        ),
        _code(
            "weakness-unanswered", _W,
            ("Kelemahan tidak dijawab oleh satu strategi pun.", "No strategy answers a weakness."),
            ("Tambahkan strategi yang memakainya, atau jelaskan mengapa dibiarkan.",
             "Add a strategy that uses it, or explain why it is left."),
        ),
        _code(
            "threat-unanswered", _W,
            ("Ancaman tidak dijawab oleh satu strategi pun.", "No strategy answers a threat."),
            ("Tambahkan strategi yang memakainya, atau jelaskan mengapa dibiarkan.",
             "Add a strategy that uses it, or explain why it is left."),
        ),
        _code(
            "finding-unused", _N,
            ("Temuan tahap 1 atau 2 tidak dipakai oleh satu faktor pun.", "No factor uses a finding of stage 1 or 2."),
            ("Jadikan temuan itu dasar suatu faktor, atau jelaskan mengapa tidak penting.",
             "Let a factor rest on it, or explain why it does not matter."),
        ),
        _code(
            "strategy-without-factor", _W,
            ("Strategi tidak memakai satu faktor pun, sehingga tidak menjawab apa pun yang terdaftar.",
             "A strategy uses no factor, so that it serves nothing that is listed."),
            ("Sebutkan faktornya pada uses, atau cabut strateginya.", "Name its factors under uses, or drop it."),
        ),
        _code(
            "strategy-breaks-cell", _E,
            ("Strategi memakai faktor yang tidak sesuai dengan selnya dalam matriks TOWS.",
             "A strategy uses factors that do not belong to its cell of the TOWS matrix."),
            ("Pindahkan strategi ke sel yang sesuai, atau perbaiki uses.",
             "Move it to the cell that fits, or mend uses."),
        ),
        _code(
            "strategy-against-finding", _W,
            ("Strategi memperbaiki sesuatu yang menurut temuan sudah baik.",
             "A strategy repairs what the findings call good."),
            ("Tunjukkan apa yang masih kurang, atau cabut strateginya.", "Show what is still lacking, or drop it."),
        ),
        _code(
            "strategy-duplicate", _W,
            ("Dua strategi berbunyi hampir sama.", "Two strategies are worded almost alike."),
            ("Gabungkan, atau pertegas perbedaannya.", "Merge them, or say what sets them apart."),
        ),
        _code(
            "strategy-not-concluded", _W,
            ("Strategi hilang di antara matriks dan kesimpulan.",
             "A strategy is lost between the matrix and the conclusions."),
            ("Masukkan ke sebuah kesimpulan, atau catat mengapa dilepas.",
             "Take it into a conclusion, or record why it was let go."),
        ),
        _code(
            "conclusion-without-lineage", _W,
            ("Kesimpulan tidak menyebut strategi asalnya.", "A conclusion names no strategy that it comes from."),
            ("Isi from dengan id strategi.", "Fill in from with the ids of strategies."),
        ),
        _code(
            "service-not-public", _E,
            ("Layanan dihitung publik, tetapi catatannya menyatakan terbatas bagi pegawai.",
             "A service is counted as public although its notes say that only staff may use it."),
            ("Ubah audience menjadi internal, atau perbaiki catatannya.",
             "Change its audience to internal, or mend the note."),
        ),
        _code(
            "service-duplicate", _W,
            ("Dua layanan mempunyai nama yang sama.", "Two services have the same name."),
            ("Hapus salah satunya, atau bedakan namanya.", "Drop one, or tell their names apart."),
        ),
        _code(
            "claim-count", _E,
            ("Jumlah dalam teks tidak sama dengan jumlah menurut data.", "A number in the text is not the data's."),
            ("Perbaiki teks atau datanya.", "Mend the text or the data."),
        ),
        _code(
            "claim-name", _W,
            ("Nama dalam teks berbeda dengan nama dalam data.", "A name in the text is not the data's."),
            ("Pakai satu nama untuk satu hal.", "Use one name for one thing."),
        ),
        _code(
            "claim-order", _E,
            ("Urutan fase dalam teks tidak sama dengan urutan pada tangga fase.",
             "The place of a phase in the text is not its place on the ladder."),
            ("Perbaiki urutannya dalam teks.", "Mend the order in the text."),
        ),
        _code(
            "claim-phase", _E,
            ("Fase menurut teks bukan fase menurut data.", "The phase in the text is not the one that the data give."),
            ("Perbaiki teks, atau lengkapi jawaban yang menentukan fase.",
             "Mend the text, or complete the answers that decide the phase."),
        ),
        _code(
            "claim-unchecked", _N,
            ("Pernyataan tidak dapat dibandingkan dengan data.", "A claim cannot be held against the data."),
            ("Periksa kind, id, dan value; pakai nama yang tercantum dalam dokumentasi.",
             "Check kind, id and value; use a name that the documentation lists."),
        ),
        _code(
            "unknown-id", _E,
            ("Id menunjuk sesuatu yang tidak ada.", "An id points to something that does not exist."),
            ("Perbaiki id-nya, atau tambahkan yang ditunjuk.", "Mend the id, or add what it points to."),
        ),
        _code(
            "decision-without-proposal", _N,
            ("Keputusan menyangkut usulan yang kini tidak diajukan lagi.",
             "A decision is about something that is no longer proposed."),
            ("Biarkan sebagai catatan; tidak ada yang hilang.", "Leave it on record; nothing is lost."),
        ),
        _code(
            "decision-without-cell", _N,
            ("Usulan strategi diterima, tetapi tidak mempunyai pasangan faktor internal dan eksternal.",
             "A proposed strategy was taken, but it has no pair of an inside and an outside factor."),
            ("Tulis strateginya di strategies.yaml beserta faktor yang dipakai.",
             "Write it into strategies.yaml with the factors that it uses."),
        ),
        _code(
            "amount-unreadable", _W,
            ("Anggaran, realisasi, biaya, atau penilaian bukan angka.",
             "A budget, an amount spent, a cost or a judgement is not a number."),
            ("Tulis angka tanpa mata uang.", "Write a number without a currency."),
        ),
        _code(
            "option-unknown", _W,
            ("Kunci di options.yaml tidak dikenal, sehingga isinya tidak dipakai.",
             "A key of options.yaml is not known, so that what it holds is not used."),
            ("Periksa ejaannya; kunci yang dikenal tercantum dalam docs/howto/write-a-study.md.",
             "Check its spelling; docs/howto/write-a-study.md lists the keys."),
        ),
        _code(
            "action-overspent", _W,
            ("Realisasi melebihi anggaran.", "More was spent than planned."),
            ("Periksa kedua angka, atau jelaskan.", "Check both amounts, or explain."),
        ),
        _code(
            "action-dates", _W,
            ("Aksi berakhir sebelum dimulai.", "An action ends before it starts."),
            ("Perbaiki tanggalnya.", "Mend the dates."),
        ),
    )
}  # fmt: skip


def finding(
    code: str, where: str, message: Text, ids: Iterable[str] = (), severity: Severity | None = None
) -> LintFinding:
    """An objection of a known code; `severity` only where this case matters less or more than its kind."""
    return LintFinding(code, severity or CODES[code].severity, where, message, tuple(ids))


def catalogue() -> str:
    """docs/lint.md: all codes by severity, as Markdown."""
    lines = [
        "# What lint objects to",
        "",
        "Generated from `src/tinjau/lint/codes.py`; `make docs` writes it again and a test keeps it true.",
        "",
        "An **error** contradicts the study's own data, a **warning** weakens the study, a **notice** asks.",
        "Lint never changes anything: people mend, explain or leave it.",
    ]
    for severity in Severity:
        lines += ["", f"## {severity.value.capitalize()}s"]
        for each in CODES.values():
            if each.severity is severity:
                lines += [
                    "",
                    f"### `{each.code}`",
                    "",
                    f"{each.about.en} {each.mend.en}",
                    "",
                    f"*{each.about.id} {each.mend.id}*",
                ]
    return "\n".join(lines) + "\n"
