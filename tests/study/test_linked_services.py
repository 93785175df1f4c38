"""An inventory that comes as linked data: ours as it was written, others as far as they speak, hostile ones never."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.report import city

from tinjau.cli import main
from tinjau.model import Access, Audience, Guide, InputError, Lang, Service, Text
from tinjau.report import inventory_report
from tinjau.study import read_linked_services, services_csv
from tinjau.study.inventory import read_services

CONTEXT = {
    "cpsv": "http://purl.org/vocab/cpsv#",
    "dct": "http://purl.org/dc/terms/",
    "title": {"@id": "dct:title", "@container": "@language"},
}


def written(folder: Path, document: Any, name: str = "catalogue.jsonld") -> Path:
    path = folder / name
    path.write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
    return path


def exported(services: tuple[Service, ...], lang: Lang) -> dict[str, dict[str, Any]]:
    whole = city.assessment()
    assessment = replace(whole, services=replace(whole.services, items=services))
    return inventory_report(assessment, city.plan(), city.study(), lang, city.instruments())


FULL = (
    Service(
        "ktp", Text("Pencetakan KTP", "Identity card"), Audience.PUBLIC, Access.GOOD, Guide.YES,
        "https://layanan.arunika.example/ktp", "Dinas Dukcapil", "dukcapil@arunika.example", "Setiap hari kerja.",
    ),
    Service("izin", Text("Izin usaha", ""), Audience.PUBLIC, Access.LACKING, Guide.MISSING, "", "DPMPTSP", "+6221555"),
    Service("simpeg", Text("", "Staff records"), Audience.INTERNAL),
    Service("pajak", Text("Pajak daerah", "Local tax"), notes="Daring sejak 2024; luring di kecamatan."),
)  # fmt: skip


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("name", ["services-cpsv.jsonld", "services-schema.jsonld"])
def test_what_was_exported_is_read_back_the_same(lang: Lang, name: str, tmp_path: Path) -> None:
    path = written(tmp_path, exported(FULL, lang)[name])
    assert read_linked_services(path, lang) == FULL


@pytest.mark.parametrize("name", ["services-cpsv.jsonld", "services-schema.jsonld"])
def test_an_inventory_goes_out_and_comes_in_as_the_same_table(name: str, tmp_path: Path) -> None:
    source = written(tmp_path, exported(FULL, "id")[name])
    out = tmp_path / "study" / "services.csv"
    assert main(["services", str(source), "--out", str(out)]) == 0
    assert read_services(out, "services.csv", "id") == FULL


_words = st.text(
    st.characters(codec="ascii", exclude_characters="\x00", min_codepoint=32, max_codepoint=126),
    min_size=1,
    max_size=40,
)
_line = _words.map(lambda text: " ".join(text.split())).filter(bool)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.builds(
        Service,
        id=st.from_regex(r"[a-z][a-z0-9-]{0,20}[a-z]", fullmatch=True),
        name=st.builds(Text, _line, st.just("") | _line),
        audience=st.sampled_from(Audience),
        access=st.sampled_from(Access),
        guide=st.sampled_from(Guide),
        owner=st.just("") | _line,
        contact=st.just("") | _line,
        notes=st.just("") | _line,
    ),
    st.sampled_from(("services-cpsv.jsonld", "services-schema.jsonld")),
)
def test_any_service_survives_the_round(tmp_path: Path, service: Service, name: str) -> None:
    path = written(tmp_path, exported((service,), "id")[name])
    again = service if service.notes not in {service.name.id, service.name.en} else replace(service, notes="")
    assert read_linked_services(path) == (again,)


FOREIGN = {
    "@context": [
        "https://semiceu.github.io/uri.semic.eu-generated/CPSV-AP/releases/3.2.0/context/cpsv-ap.jsonld",
        {"ex": "http://example.com/", "cv": "http://data.europa.eu/m8g/", "dct": "http://purl.org/dc/terms/"},
    ],
    "@graph": [
        {
            "@id": "ex:service1",
            "@type": "PublicService",
            "dct:identifier": "Tax on web",
            "dct:title": [{"@language": "fr", "@value": "Impôt"}, {"@language": "en-GB", "@value": "Tax on web"}],
            "dct:description": {"@language": "en", "@value": "Declare income tax."},
            "cv:hasCompetentAuthority": {"@id": "ex:org"},
            "cv:contactPoint": {"@type": "ContactPoint", "cv:telephone": "+32 257 25757", "cv:email": "a@b.example"},
            "cv:hasChannel": [
                {"@id": "ex:channel1", "@type": "Channel", "schema:serviceUrl": {"@id": "https://x.example/a"}}
            ],
        },
        {
            "@id": "ex:org",
            "@type": "PublicOrganization",
            "PublicOrganization.preferredLabel": {"@language": "en", "@value": "Finance"},
        },
        {
            "@id": "ex:event",
            "@type": "cv:Event",
            "cv:hasRelatedService": {"@id": "ex:service1", "@type": "PublicService"},
        },
    ],
}


def test_a_catalogue_of_others_is_read_as_far_as_it_speaks(tmp_path: Path) -> None:
    (read,) = read_linked_services(written(tmp_path, FOREIGN), "en")
    assert read == Service(
        "Tax-on-web", Text("", "Tax on web"), Audience.UNSTATED, Access.UNKNOWN, Guide.UNKNOWN, "https://x.example/a",
        "Finance", "a@b.example, +32 257 25757", "Declare income tax.",
    )  # fmt: skip


def test_a_page_s_own_markup_is_read(tmp_path: Path) -> None:
    page = {
        "@context": "http://schema.org/",
        "@type": "GovernmentService",
        "@id": "https://kota.example/layanan#akta-lahir",
        "name": "Akta lahir",
        "provider": {"@type": "GovernmentOrganization", "name": "Dukcapil"},
        "audience": {"@type": "Audience", "audienceType": "warga"},
        "availableChannel": {"@type": "ServiceChannel", "serviceUrl": "https://kota.example/akta"},
    }
    (read,) = read_linked_services(written(tmp_path, page))
    expected = Service("akta-lahir", Text("Akta lahir", ""), url="https://kota.example/akta", owner="Dukcapil")
    assert read == expected


def service(**more: Any) -> dict[str, Any]:
    return {
        "@context": CONTEXT,
        "@graph": [{"@type": "cpsv:PublicService", "dct:identifier": "a", "title": {"id": "A"}, **more}],
    }


def deep(levels: int) -> str:
    return "[" * levels + "]" * levels


BROKEN: list[tuple[Any, str, str]] = [
    ("{", "line 1", "not JSON"),
    (deep(100_000), "", "nested deeper"),
    ('{"@graph": ' + deep(60) + "}", "", "nested deeper"),
    ('{"a": 1, "a": 2}', "", "stands twice"),
    ('{"a": NaN}', "", "NaN is no JSON"),
    ('{"a": ' + "9" * 5000 + "}", "", "digits"),
    ("7", "", "object is expected"),
    ({"@context": "https://evil.example/context.jsonld", "@graph": []}, "@context", "none is ever fetched"),
    ({"@context": 3, "@graph": []}, "@context", "cannot be a number"),
    ({"@graph": {}}, "@graph", "a list is expected"),
    ({"@context": CONTEXT, "@graph": []}, "", "no public service"),
    ({"@context": {"a": "b:x", "b": "a:x"}, "@graph": [{"@type": "a:y"}]}, "", "no public service"),
    (service(title={"fr": "Impôt"}), "@graph 1, title", "only in fr"),
    (service(title={}), "@graph 1, title", "no name"),
    (service(title={"id": "x" * 3000}), "@graph 1", "3000 characters"),
    (service(**{"cv:hasChannel": {"schema:serviceUrl": "javascript:alert(1)"}}), "@graph 1, address", "not an address"),
    (service(**{"dct:identifier": "///"}), "@graph 1, identifier", "cannot be an id"),
    ({"@context": CONTEXT, "@graph": service()["@graph"] * 2}, "@graph 2", "used twice"),
]


@pytest.mark.parametrize(("document", "place", "problem"), BROKEN)
def test_what_cannot_be_used_is_refused_with_its_place(document: Any, place: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_linked_services(written(tmp_path, document))
    assert caught.value.file == "catalogue.jsonld"
    assert caught.value.place.startswith(place)
    assert problem in caught.value.problem


def test_a_formula_never_reaches_a_spreadsheet(tmp_path: Path) -> None:
    for text in ("=HYPERLINK(1)", "@SUM(1)", "+cmd|' /C calc'!A0", "-1+1|x"):
        with pytest.raises(InputError, match="formula"):
            services_csv([Service("a", Text(text, ""))], "catalogue.jsonld")
    assert "+6221555" in services_csv(FULL, "catalogue.jsonld")


def test_an_inventory_that_stands_is_never_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "study.yaml").write_text("government: {name: A}\n", encoding="utf-8")
    out = tmp_path / "services.csv"
    source = str(written(tmp_path, service()))
    assert main(["services", source, "--out", str(out)]) == 0
    before = out.read_bytes()
    assert main(["services", source, "--out", str(out)]) == 2
    assert "there is a file of this name already" in capsys.readouterr().err
    assert out.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["catalogue.jsonld", "services.csv", "study.yaml"]


_KEYS = (
    "@id", "@type", "@graph", "@context", "@value", "@language", "dct:title", "dct:identifier", "title",
    "cv:hasChannel", "schema:serviceUrl", "cpsv:PublicService",
)  # fmt: skip
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=5),
    max_leaves=30,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(inside=_json)
def test_any_json_is_read_or_refused(tmp_path: Path, inside: Any) -> None:
    for document in (inside, {"@context": CONTEXT, "@graph": [{"@type": "cpsv:PublicService", "dct:title": inside}]}):
        try:
            services = read_linked_services(written(tmp_path, document))
        except InputError:  # any other exception fails the test
            continue
        assert services
