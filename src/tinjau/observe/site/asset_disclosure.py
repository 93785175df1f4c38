"""T11: what belongs to the public and what officials earn."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


class AssetDisclosure(TopicDetector):
    """Lists of assets, salaries or declarations of wealth.

    Read: titles, headings and links that name it, and what stands behind them.
    """

    name = "asset_disclosure"
    check = "T11"
    concept = "assets"
    concepts = ("assets",)
    chars: ClassVar[int] = 60
    siblings: ClassVar[bool] = True
    portals: ClassVar[tuple[str, ...]] = ("elhkpn.kpk.go.id", "lhkpn")
