"""The sentences of accounts, sessions, limits, anchors and erasure."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "session.ended": (
        "Anda sudah lama tidak membuka apa pun, atau sudah terlalu lama masuk. Silakan masuk lagi.",
        "You opened nothing for a long time, or signed in too long ago. Please sign in again.",
    ),
    "session.ended-title": ("Sesi berakhir", "The session ended"),
    "session.typed": (
        "Yang baru Anda ketik belum tersimpan. Salin dari sini, masuk lagi, lalu tempelkan di tempatnya.",
        "What you just typed was not saved. Copy it from here, sign in again and paste it in its place.",
    ),
    "session.typed-label": ("Yang Anda ketik", "What you typed"),
    "session.title": ("Sesi masuk", "Sessions"),
    "session.lead": (
        "Di sini akun Anda sedang masuk. Akhiri yang tidak Anda kenal, lalu ganti kata sandi.",
        "Your account is signed in at these places. End what you do not know, then change your password.",
    ),
    "session.this": ("sesi ini", "this session"),
    "session.since": ("masuk", "signed in"),
    "session.seen": ("terakhir dipakai", "last used"),
    "session.unknown": ("Peramban tidak dikenal", "Unknown browser"),
    "session.end": ("Akhiri", "End"),
    "session.end-others": ("Akhiri semua sesi lain", "End all other sessions"),
    "session.end-all": ("Keluar di mana-mana", "Sign out everywhere"),
    "session.done": ("{n} sesi diakhiri.", "{n} sessions were ended."),
    "session.end-member": ("Akhiri sesinya", "End the sessions"),
    "factor.title": ("Faktor kedua diperlukan", "A second factor is needed"),
    "factor.needed": (
        "Peran Anda mensyaratkan faktor kedua saat masuk. Pasang dahulu, lalu lanjutkan pekerjaan Anda.",
        "Your role requires a second factor at sign-in. Set one up first, then go on with your work.",
    ),
    "factor.app": ("Pasang aplikasi autentikator", "Set up an authenticator app"),
    "factor.key": ("Pasang kunci keamanan", "Set up a security key"),
    "limit.title": ("Terlalu banyak permintaan", "Too many requests"),
    "limit.lead": (
        "Halaman ini terlalu sering diminta dalam waktu singkat. Tidak ada yang hilang.",
        "This page was asked for too often in a short time. Nothing is lost.",
    ),
    "limit.wait": ("Coba lagi paling lama {n} menit lagi.", "Try again in {n} minutes at most."),
    "password.words": (
        "Kata sandi tidak boleh hanya terdiri atas nama pengguna, nama instansi, atau kata yang mudah ditebak di sini.",
        "A password must not be made only of the user name, the office's name or words that are easy to guess here.",
    ),
    "password.stolen": (
        "Kata sandi tidak boleh yang pernah bocor dari layanan lain.",
        "A password must not be one that leaked from another service.",
    ),
    "scan.refused": (
        "Pemindai menolak berkas ini. Berkas tidak disimpan.",
        "The scanner refused this file. It was not kept.",
    ),
    "scan.failed": (
        "Pemindai virus sedang tidak berfungsi, sehingga berkas tidak diterima. Hubungi pengelola server.",
        "The virus scanner does not work at the moment, so no file is taken. Ask whoever runs the server.",
    ),
    "anchor.head": ("Pangkal riwayat: {n} entri, {hash}", "Head of the history: {n} entries, {hash}"),
    "anchor.why": (
        "Simpan baris ini di tempat lain. Dengannya, entri yang kelak dihapus dari riwayat akan ketahuan.",
        "Keep this line elsewhere. With it, entries that are later taken out of the history are found out.",
    ),
    "erase.title": ("Hapus data pribadi", "Erase personal data"),
    "erase.lead": (
        "Cari semua yang ditulis oleh suatu akun atau yang memuat suatu nama, nomor, atau teks lain. Isinya dihapus "
        "dari semua versi; jejak bahwa ada yang dihapus, kapan, dan mengapa, tetap ada di riwayat.",
        "Find all that an account wrote or that holds a name, a number or another text. The contents go in every "
        "version; the trace that something was erased, when and why, stays in the history.",
    ),
    "erase.text": ("Teks yang dicari (paling sedikit 3 huruf)", "Text to look for (at least 3 characters)"),
    "erase.author": ("Ditulis oleh akun", "Written by the account"),
    "erase.anyone": ("siapa saja", "anyone"),
    "erase.where": ("Evaluasi", "Evaluation"),
    "erase.everywhere": ("semua evaluasi instansi ini", "all evaluations of this office"),
    "erase.find": ("Cari", "Find"),
    "erase.needs": (
        "Pilih akun, atau tulis paling sedikit 3 huruf.",
        "Choose an account, or write 3 characters or more.",
    ),
    "erase.none": ("Tidak ada yang ditemukan.", "Nothing was found."),
    "erase.found": ("Yang ditemukan", "What was found"),
    "erase.more": (
        "Ada lebih banyak dari yang ditampilkan. Hapus yang ini dahulu, lalu cari lagi.",
        "There is more than is shown. Erase these first, then look again.",
    ),
    "erase.entries": ("Isian", "Entries"),
    "erase.files": ("Berkas bukti", "Evidence files"),
    "erase.results": ("Hasil penilaian yang dibuat darinya", "Results that were made from it"),
    "erase.results-lead": (
        "Hasil dan laporan lama masih memuatnya. Hapus juga, lalu nilai kembali, atau biarkan dan nilai kembali saja.",
        "Old results and reports still hold it. Erase them and evaluate anew, or leave them and only evaluate anew.",
    ),
    "erase.rows": ("Dalam putaran penilai dan diskusi kelompok", "In rounds of assessors and focus groups"),
    "erase.rows-lead": (
        "Teks dan nama diganti; nilai dan suara tetap dihitung tanpa nama. Isi putaran yang masih terbuka tidak "
        "ditampilkan di sini.",
        "Texts and names are replaced; scores and votes still count, without a name. What stands in a round that is "
        "still open is not shown here.",
    ),
    "spot.round": ("Putaran penilai", "Round of assessors"),
    "spot.seat": ("Nama penilai", "Name of an assessor"),
    "spot.score": ("Catatan penilai", "Note of an assessor"),
    "spot.meeting": ("Diskusi kelompok", "Focus group"),
    "spot.step": ("Acara diskusi", "Item of the agenda"),
    "spot.guest": ("Nama peserta", "Name of a participant"),
    "spot.idea": ("Usulan peserta", "Proposal"),
    "spot.ballot": ("Alasan pada surat suara", "Reason on a ballot"),
    "spot.log": ("Catatan jalannya diskusi", "Log of the discussion"),
    "erase.mentions": ("memuat teks itu", "holds the text"),
    "erase.made-from": ("dibuat ketika isian itu masih ada", "made while the entry stood"),
    "erase.result": ("Hasil", "Result"),
    "erase.reason": (
        "Alasan (tersimpan di riwayat; jangan sebut datanya)",
        "Reason (kept in the history; do not name the data)",
    ),
    "erase.needs-reason": ("Tulis alasannya.", "Write the reason."),
    "erase.do": ("Hapus yang dipilih", "Erase what is chosen"),
    "erase.done": (
        "Dihapus: {entries} versi isian, {files} berkas, {results} hasil, {rows} baris dari putaran dan diskusi. "
        "Cadangan lama masih memuatnya.",
        "Erased: {entries} versions of entries, {files} files, {results} results, {rows} rows of rounds and groups. "
        "Old backups still hold it.",
    ),
    "erase.sure": ("Penghapusan tidak dapat dibatalkan.", "Erasing cannot be undone."),
}
