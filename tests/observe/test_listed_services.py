"""Only what stands in a list of services is named as one."""

from pathlib import Path

from tests.observe.sites import write_site

from tinjau.observe import observe

LIST = (
    "<html lang=id><head><title>Adminduk</title></head><body><h1>Adminduk</h1><h2>Semua layanan</h2>"
    "<h3>Akta kelahiran</h3><p>Untuk bayi</p><h3>Akta kematian</h3><p>a</p><h3>Kartu keluarga</h3><p>b</p>"
    "<h2>KANTOR</h2><p>Lantai dua</p><h2>Lowongan</h2><h3>Pengumuman rekrutmen</h3></body></html>"
)
STEP = (
    "<html lang=id><head><title>Layanan sosial</title></head><body><h1>Permohonan terkirim</h1><p>Surat keterangan</p>"
    "<h2>Langkah berikutnya</h2><p>Pembuatan kartu</p><h2>Unduh kartu.pdf</h2><p>Pelayanan kami</p></body></html>"
)


def test_headings_beside_the_list_and_steps_of_an_application_are_no_services(tmp_path: Path) -> None:
    pages = {"/": "<p>{long}</p>", "/layanan-duk": LIST, "/sosial/terkirim": STEP}
    found = observe([write_site(tmp_path / "s.warc.gz", pages)]).services
    assert sorted(each.name for each in found) == ["Akta kelahiran", "Akta kematian", "Kartu keluarga"]
