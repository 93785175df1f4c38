"""The catalogue in docs/ is what the detectors say of themselves."""

from pathlib import Path

from tinjau.observe import DETECTORS, OWNER_ONLY
from tinjau.observe.catalogue import catalogue, main
from tinjau.observe.engine.terms import concepts

DOCS = Path(__file__).resolve().parents[2] / "docs/detectors"


def _own(text: str) -> str:
    """The part that comes from the detector; figures change with each evaluation, and are checked by --check."""
    return text.partition("## Measured")[0]


def test_the_pages_are_what_the_detectors_say() -> None:
    pages = catalogue()
    assert {path.name for path in DOCS.glob("*.md")} == set(pages)
    for name, text in pages.items():
        written = (DOCS / name).read_text(encoding="utf-8")
        assert _own(written) == _own(text), f"{name} is stale: make docs"


def test_writing_makes_the_check_pass(tmp_path: Path) -> None:
    (tmp_path / "gone.md").write_text("a detector that is no more", encoding="utf-8")
    assert main([str(tmp_path), "--check"]) == 1
    assert main([str(tmp_path)]) == 0
    assert main([str(tmp_path), "--check"]) == 0
    assert not (tmp_path / "gone.md").exists()


def test_detectors_declare_themselves() -> None:
    names = [kind.name for kind in DETECTORS]
    assert len(set(names)) == len(names)
    for kind in DETECTORS:
        assert kind.__doc__, kind.name
        assert "Read:" in kind.__doc__, f"{kind.name} says what it reads"
        assert set(kind.concepts) <= concepts(), kind.name
        assert kind.reads, kind.name
        assert kind.version >= 1


def test_what_maps_a_site_for_attackers_is_for_its_owner() -> None:
    assert {"injected_spam", "hidden_links", "end_of_life_software"} == OWNER_ONLY
