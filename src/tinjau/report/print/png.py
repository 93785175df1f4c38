"""A picture as PNG, for formats that show no SVG; drawn by the same compiler with the same fonts as the PDF."""

import json

import typst

from tinjau.report.document import Picture
from tinjau.report.print.glyphs import drawable

_TEMPLATE = b"""#let picture = json(bytes(sys.inputs.at("picture")))
#set page(width: picture.width * 1pt, height: auto, margin: 2pt)
#image(bytes(picture.svg), format: "svg", width: 100%)
"""
_PPI = 190.0  # dots an inch at the picture's own size: sharp on paper at 12 cm, some 60 kB (project choice)


def png(picture: Picture, ppi: float = _PPI) -> bytes:
    """The picture on white."""
    data = json.dumps({"svg": drawable(picture.svg), "width": picture.width}, ensure_ascii=False)
    made = typst.compile(_TEMPLATE, format="png", ppi=ppi, ignore_system_fonts=True, sys_inputs={"picture": data})
    if not isinstance(made, bytes):
        raise TypeError("the compiler returned no single picture")
    return made
