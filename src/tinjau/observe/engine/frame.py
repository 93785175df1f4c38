"""What comes again on page after page: the site's frame, told from what pages say themselves."""

from tinjau.observe.engine.facts import Block, PageFacts
from tinjau.observe.engine.ledger import Ledger, Table
from tinjau.observe.engine.tally import Tally

_MOST_BLOCKS = 100_000  # different blocks that are counted before rare ones are forgotten; project choice


class FrameBlocks:
    """Counts in how many different pages a block stands; what stands in many is the site's frame. Bounded."""

    def __init__(self, ledger: Ledger) -> None:
        self._counts = Tally()
        self._seen = Table(ledger, int)
        self._frame: frozenset[int] | None = None
        self.pages = 0

    def add(self, page: PageFacts) -> None:
        """Count the page's blocks, unless an equal page was counted."""
        keys = {block.key for block in page.blocks}
        keys.update(hash(image.src) for image in page.images)
        whole = hash(tuple(sorted(keys)))
        if whole in self._seen:
            return
        self._seen.put(whole, self.pages)
        self._frame = None
        self.pages += 1
        self._counts.add(keys)
        rare = 1
        while len(self._counts) > (_MOST_BLOCKS if rare == 1 else _MOST_BLOCKS // 2) and rare <= 1 + self.pages // 20:
            self._counts.drop(rare)
            rare *= 2

    @property
    def frame(self) -> frozenset[int]:
        """Keys of the blocks, and of images' addresses, that stand in a third of the pages, and in three at least."""
        if self._frame is None:
            least = max(3, self.pages * (0.34 if self.pages > 8 else 0.5)) if self.pages >= 4 else len(self._counts) + 9
            self._frame = frozenset(self._counts.at_least(least))
        return self._frame

    def is_frame(self, block: Block) -> bool:
        """Whether the block stands in a third of the pages, and in three at least."""
        return block.key in self.frame

    def is_frame_image(self, source: str) -> bool:
        """The same of an image."""
        return hash(source) in self.frame
