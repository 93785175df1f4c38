"""Which found services are which of the inventory: a table of cases, and what never changes the answer."""

import random

import pytest

from tinjau.model import Decision, FoundService, Service, Text
from tinjau.services import match_services
from tinjau.services.naming import aliases_of, same_words

OWN = ("kota-contoh.go.id",)

SAME = [
    ("Pelayanan perizinan", "Perizinan"),
    ("Pelayanan perizinan", "Layanan Perijinan Online"),
    ("Pendaftaran akta kelahiran", "Akte Kelahiran"),
    ("Pendaftaran akta kelahiran", "Penerbitan Akta Kelahiran"),
    ("Kartu Tanda Penduduk Elektronik", "KTP-el"),
    ("Perekaman dan Penerbitan KTP Elektronik", "e-KTP"),
    ("Penerbitan Kartu Keluarga", "KK"),
    ("Persetujuan Bangunan Gedung (PBG)", "PBG"),
    ("Pembayaran Pajak Bumi dan Bangunan", "Pembayaran PBB"),
    ("Jaringan dokumentasi dan informasi hukum", "JDIH"),
    ("Jaringan dokumentasi dan informasi hukum", "JDIH Kota Contoh"),
    ("Pejabat Pengelola Informasi dan Dokumentasi", "PPID"),
    ("Layanan pengadaan secara elektronik", "LPSE"),
    ("Sistem informasi geografis", "SIG"),
    ("Area Traffic Control System", "ATCS"),
    ("Kartu Pencari Kerja (AK-1)", "Kartu Kuning"),
    ("Penerimaan Murid Baru", "SPMB"),
    ("Lapor", "SP4N-LAPOR!"),
    ("Perpustakaan", "Aplikasi Perpustakaan Digital"),
    ("Sistem informasi kepegawaian", "SIMPEG"),
    ("Pendaftaran akta kelahiran", "Akta Kelahirann"),
]

OTHER = [
    ("Pendaftaran akta kelahiran", "Akta Kematian"),
    ("Pendaftaran akta kelahiran", "Akta Perkawinan"),
    ("Izin Praktik Dokter", "Izin Praktik Bidan"),
    ("Kartu Keluarga", "Keluarga Berencana"),
    ("Kartu Keluarga", "Kartu Identitas Anak"),
    ("Pajak Bumi dan Bangunan", "Pajak Hotel"),
    ("Perpustakaan", "Kearsipan"),
    ("e-Planning", "e-Budgeting"),
    ("Pelayanan pengaduan", "Pelayanan perizinan"),
    ("SIMPAD", "SIMPEG"),
    ("Sistem informasi", "Layanan"),
    ("Perpustakaan", ""),
    ("Izin Usaha", "Izin Usaha Perikanan Tangkap"),
    ("Metrologi", "Meteorologi"),
    ("Uji Berkala Kendaraan Bermotor", "Pajak Kendaraan Bermotor"),
]


def service(name_of: str, name: str, url: str = "") -> Service:
    return Service(name_of, Text(name, ""), url=url)


@pytest.mark.parametrize("inventory,site", SAME)
def test_one_service_under_two_names(inventory: str, site: str) -> None:
    matches = match_services([service("s", inventory)], [FoundService(site, "https://a.go.id/x")], OWN)
    assert "s" in matches, (aliases_of(inventory), aliases_of(site))
    assert matches["s"].confidence is not None
    assert 0.75 <= matches["s"].confidence < 1
    assert "name" in matches["s"].clue


@pytest.mark.parametrize("inventory,site", OTHER)
def test_two_services_stay_two(inventory: str, site: str) -> None:
    assert match_services([service("s", inventory)], [FoundService(site, "https://a.go.id/x")], OWN) == {}


ADDRESSES = [
    ("https://a.go.id/layanan/x", "http://www.a.go.id/layanan/x/", 1.0),
    ("https://a.go.id/layanan/x", "https://a.go.id/layanan/x?dari=menu", 0.95),
    ("https://a.go.id/layanan/x", "https://a.go.id/layanan/x/ajukan", 0.9),
    ("https://a.go.id/layanan/x", "https://a.go.id/layanan/xy", None),
    ("https://lpse.kota-contoh.go.id", "https://lpse.kota-contoh.go.id/eproc4/lelang", 0.85),
    ("https://kota-contoh.go.id/", "https://kota-contoh.go.id/berita", None),
    ("https://a.go.id/?p=3", "https://a.go.id/?p=4", None),
    ("https://a.go.id/?p=3", "https://a.go.id/?p=3", 1.0),
    ("https://a.go.id:8080/x", "https://a.go.id/x", None),
    ("", "https://a.go.id/x", None),
    ("https://a.go.id/x", "mailto:a@a.go.id", None),
    ("https://[broken/x", "https://a.go.id/x", None),
]


@pytest.mark.parametrize("wanted,found,confidence", ADDRESSES)
def test_addresses(wanted: str, found: str, confidence: float | None) -> None:
    matches = match_services([service("s", "Alfa", wanted)], [FoundService("Beta", found)], OWN)
    assert (matches["s"].confidence if matches else None) == confidence


def test_one_found_service_goes_to_the_better_of_two() -> None:
    inventory = [service("a", "Perizinan"), service("b", "Perizinan Khusus", "https://izin.go.id/")]
    matches = match_services(inventory, [FoundService("Perizinan", "https://izin.go.id/")], OWN)
    assert set(matches) == {"b"}


def test_where_two_fit_equally_nobody_is_matched() -> None:
    inventory = [service("a", "Perizinan"), service("b", "Layanan Perizinan")]
    assert match_services(inventory, [FoundService("Perizinan", "https://x.go.id/")], OWN) == {}


def test_the_furthest_stage_and_all_observations_are_kept() -> None:
    found = [
        FoundService("PBB", "https://x.go.id/1", stage="interaction", observations=("o2",)),
        FoundService("Pajak Bumi dan Bangunan", "https://x.go.id/2", stage="transaction", observations=("o1", "o2")),
        FoundService("PBB", "https://x.go.id/3"),
    ]
    match = match_services([service("pbb", "PBB")], found, OWN)["pbb"]
    assert match.stage == "transaction"
    assert match.observations == ("o1", "o2")
    assert len(match.urls) == 3


def test_people_override() -> None:
    inventory = [service("a", "Perizinan"), service("b", "Kearsipan")]
    found = [FoundService("Perizinan", "https://x.go.id/")]
    rejected = match_services(inventory, found, OWN, [Decision("match:a", "reject")])
    assert rejected == {}
    moved = match_services(inventory, found, OWN, [Decision("match:b:https://x.go.id/", "accept", by="Sari")])
    assert set(moved) == {"b"}
    assert moved["b"].confidence == 1.0
    assert "Sari" in moved["b"].clue


def test_order_has_no_effect() -> None:
    inventory = [service(str(n), name) for n, (name, _) in enumerate(SAME)]
    found = [FoundService(name, f"https://x.go.id/{n}") for n, (_, name) in enumerate(SAME + OTHER)]
    first = match_services(inventory, found, OWN)
    shuffler = random.Random(5)
    for _ in range(10):
        shuffler.shuffle(inventory)
        shuffler.shuffle(found)
        assert match_services(inventory, found, OWN) == first
    assert first


def test_a_place_in_the_host_name_tells_nothing_apart() -> None:
    assert not same_words(frozenset({"sig", "medan"}), frozenset({"sig"}))
    assert same_words(frozenset({"sig", "medan"}), frozenset({"sig"}), ["medan"])
