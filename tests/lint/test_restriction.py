"""Which notes restrict a service to staff."""

import pytest

from tinjau.lint.restriction import staff_only

RESTRICTING = [
    "hanya untuk pegawai pemerintah kota",
    "Dihitung sebagai layanan publik, padahal hanya untuk pegawai (for city staff only)",
    "Khusus ASN",
    "khusus bagi aparatur sipil negara",
    "Terbatas bagi internal dinas",
    "Hanya pegawai yang dapat membuka",
    "Hanya dapat diakses oleh petugas",
    "diperuntukkan bukan untuk masyarakat umum",
    "Tidak untuk umum",
    "open to city staff only",
    "Staff only",
    "only for employees",
    "Only staff may sign in",
    "restricted to officials",
    "for internal use only",
    "not open to the public",
    "Not available to citizens",
    "Dulu terbuka bagi warga. Kini hanya untuk pegawai.",
    "hanya untuk pegawai, bukan untuk warga",
    "hanya bisa diakses ASN",
    "only municipal staff can log in",
    "akses terbatas untuk OPD",
    "Hanya pegawai",
    "Untuk pegawai pemerintah kota",
    "For city employees",
    "Memerlukan akun pegawai",
    "requires a staff account",
    "hanya untuk keperluan internal",
]
OPEN = [
    "",
    "Tidak hanya untuk pegawai, juga untuk warga",
    "Bukan hanya untuk pegawai",
    "not only for staff",
    "no longer only for staff",
    "Hanya ada satu petugas",
    "only one officer answers",
    "Hanya petugas loket yang menjawab",
    "only staff answer the telephone",
    "Untuk warga dan pegawai",
    "Panduan untuk pegawai belum ada",
    "Memerlukan akun warga",
    "Layanan khusus Dinas Pendidikan bagi siswa",
    "Untuk perizinan, petugas membantu warga",
    "hanya untuk pegawai dan warga",
    "only for staff and citizens",
    "Dapat diakses pegawai dan warga",
    "Dinilai kurang dapat digunakan masyarakat",
    "Jarang dimanfaatkan karena dianggap lambat",
    "Hanya diterangkan; syarat dan waktu tidak disebut",
    "Permohonan dilakukan di laman OSS nasional",
    "Khusus warga kota",
    "only available in Indonesian",
    "Pegawai ramah",
    "Warga tidak puas",
    "citizens do not use it",
    "limited to residents",
    "Tidak ada petugas untuk warga lansia",
]


@pytest.mark.parametrize("note", RESTRICTING)
def test_a_note_that_shuts_the_public_out(note: str) -> None:
    assert staff_only(note)


@pytest.mark.parametrize("note", OPEN)
def test_a_note_that_does_not(note: str) -> None:
    assert not staff_only(note)
