"""`python -m tinjau.packs.catalogue FOLDER`: one page for each pack that ships, and an index.

Nothing imports this module: `packs.catalogue` is the function that makes one page.
"""

import sys
from pathlib import Path

from tinjau.packs.describing import catalogue
from tinjau.packs.library import list_instruments


def pages() -> dict[str, str]:
    """The pages by file name."""
    instruments = list_instruments()
    found = {f"{each.id}.md": catalogue(each) for each in instruments}
    rows = [
        f"| [{each.id}]({each.id}.md) | {each.title.en} | {each.version} | {each.verified} | "
        f"{len(each.criteria)} | {len(each.indicators)} |"
        for each in instruments
    ]
    found["README.md"] = "\n".join(
        [
            "# Instruments",
            "",
            "Generated from the packs by `make docs`. *Verified* says how far a pack's facts were checked against",
            "their source: `true`, `partly` (some are recalled or second-hand), `false`. Questions marked",
            "`source: tinjau` are our own proposals and no framework's.",
            "",
            "| id | title | version | verified | criteria | indicators |",
            "| --- | --- | --- | --- | --- | --- |",
            *rows,
            "",
        ]
    )
    return found


def main(folder: Path) -> None:
    """Write the pages to `folder` and take away pages of packs that no longer ship."""
    folder.mkdir(parents=True, exist_ok=True)
    written = pages()
    for old in folder.glob("*.md"):
        if old.name not in written:
            old.unlink()
    for name, text in written.items():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tinjau.packs.catalogue FOLDER")
    main(Path(sys.argv[1]))
