"""Nothing of one site outlives its observation, and no long text is remembered while it lasts."""

from pathlib import Path

import pytest
from tests.observe.sites import LONG, write_site

from tinjau.observe import observe
from tinjau.observe.dates import grammar
from tinjau.observe.engine import addresses, frame, texts, walk
from tinjau.observe.engine.ledger import Ledger
from tinjau.observe.engine.reading import read_page

_PAGES = {
    f"/p{number}": f'<nav><a href="/p1">Profil</a></nav><div class="x"><p>{LONG}</p><p>3 Maret 2025 {number}</p></div>'
    for number in range(5)
}


def test_an_observation_leaves_nothing_remembered(tmp_path: Path) -> None:
    observe([write_site(tmp_path / "site.warc.gz", _PAGES)])
    sizes = [
        *(getattr(addresses, name).cache_info().currsize for name in ("normal", "key", "words", "suffix", "_joined")),
        len(texts._known), len(walk._keys), len(walk._places), grammar._dates_in.cache_info().currsize,
    ]  # fmt: skip
    # An id of the site's host may be asked for once more when findings are told; pages and texts are gone.
    assert max(sizes) <= 3


def test_what_is_remembered_of_a_page_is_short() -> None:
    for name in ("class", "id", "role", "aria-label"):
        read_page(
            f"<div {name}='{'x' * 5_000}'><p>{'kata ' * 2_000}</p></div><p>Beranda</p>".encode(), "http://a.go.id/"
        )
    assert walk._keys
    assert max(len(key[0]) for key in walk._keys) <= walk._REPEATED
    assert all(sum(len(part) for part in key[:5] if part) <= 2 * walk._REPEATED for key in walk._places)
    walk.forget()


def test_rare_blocks_are_forgotten_and_the_frame_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame, "_MOST_BLOCKS", 400)
    blocks = frame.FrameBlocks(Ledger())
    for number in range(300):
        own = "".join(f"<p>kata {_letters(number * 7 + at)}</p><p>dua {_letters(number // 2)}</p>" for at in range(7))
        page = read_page(f"<nav><p>Beranda</p></nav>{own}".encode(), f"http://a.go.id/{number}")
        blocks.add(page)
        assert len(blocks._counts) <= 420
    menu = next(block for block in page.blocks if block.text == "Beranda")
    assert blocks.is_frame(menu)
    assert menu.key in set(blocks._counts.at_least(300))
    assert not any(blocks.is_frame(block) for block in page.blocks if block.text != "Beranda")
    walk.forget()


def _letters(number: int) -> str:
    """Digits are left out where blocks are compared."""
    return "".join(chr(97 + int(each)) for each in str(number))
