"""What stands beside a label: the texts after it, and on through the cells of a table while they are short."""

from collections.abc import Sequence

from tinjau.observe.engine.facts import Block

_NEAR = 3  # texts that belong to a label whatever their length; project choice
_CELL, _CELLS = 60, 24  # characters of a cell; cells of a wide head and two rows; project choices
_READ = 300  # characters of one text; project choice


def beside(blocks: Sequence[Block], at: int) -> str:
    """The label at `at` and what stands beside it, one text; a heading ends it after the first three."""
    texts = [blocks[at].text[:_READ]]
    for block in blocks[at + 1 : at + 1 + _CELLS]:
        if len(texts) > _NEAR and (block.level or len(block.text) > _CELL):
            break
        texts.append(block.text[:_READ])
    return " | ".join(texts)
