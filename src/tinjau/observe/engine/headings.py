"""Headings with what stands under them: the text, images and links until the next heading of the same or a higher
level.
"""

from tinjau.observe.engine.facts import Heading

_MOST = 500


class _Section:
    __slots__ = ("block", "chars", "images", "level", "links", "text", "zone")

    def __init__(self, level: int, text: str, zone: int, block: int) -> None:
        self.level, self.text, self.zone, self.block = level, text, zone, block
        self.chars = self.images = self.links = 0


class HeadingReader:
    """Collects the headings of one page in their order."""

    def __init__(self) -> None:
        self._all: list[_Section] = []
        self._open: list[_Section] = []

    def add(self, level: int, text: str, zone: int, block: int) -> None:
        """A heading with text begins a section and ends those of its level and below."""
        if len(self._all) >= _MOST:
            return
        while self._open and self._open[-1].level >= level:
            self._open.pop()
        section = _Section(level, text[:300], zone, block)
        self._all.append(section)
        self._open.append(section)

    def text(self, length: int, zone: int) -> None:
        """Text outside headings belongs to every open section of its zone."""
        for section in self._open:
            if section.zone == zone:
                section.chars += length

    def image(self) -> None:
        """An image stands in every open section."""
        for section in self._open:
            section.images += 1

    def link(self) -> None:
        """A link stands in every open section."""
        for section in self._open:
            section.links += 1

    def result(self) -> list[Heading]:
        """The headings in document order."""
        return [Heading(s.level, s.text, s.zone, s.block, s.chars, s.images, s.links) for s in self._all]
