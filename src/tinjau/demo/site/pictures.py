"""Pictures of the invented city: plain SVG landscapes, a colour for each name."""

from zlib import crc32

_SKY = ("#f4c95d", "#9ad1d4", "#cfe8cf", "#f2b5a7")


def picture(name: str) -> bytes:
    """A small SVG; the same name gives the same picture."""
    seed = crc32(name.encode())
    sky, height = _SKY[seed % len(_SKY)], 120 + seed % 80
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 320">'
        f'<rect width="640" height="320" fill="{sky}"/>'
        f'<circle cx="{100 + seed % 400}" cy="90" r="44" fill="#e4572e"/>'
        f'<path d="M0 320V{height}L200 {height + 60}L420 {height - 40}L640 {height + 30}V320Z" fill="#2f6f4f"/></svg>'
    ).encode()
