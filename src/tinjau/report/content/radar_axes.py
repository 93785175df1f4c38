"""The radar of an instrument that gives scores, with the scale that its pack states."""

from tinjau.report.content.edition import Edition
from tinjau.report.content.tables import strip_table
from tinjau.report.document import Block, Figure
from tinjau.report.pictures.radar import radar
from tinjau.texts import number


def radar_figure(edition: Edition, instrument: str) -> tuple[Block, ...]:
    """One figure, or none: without scores, without a stated scale, or with fewer than three scored criteria."""
    scale = _scale(edition, instrument)
    if scale is None:
        return ()
    axes = [
        (
            edition.criterion_title(instrument, each.id).text,
            each.score,
            number(each.score, edition.lang) if each.score is not None else edition.say("verdict.none"),
        )
        for each in edition.of_instrument(instrument)
    ]
    title = edition.say("picture.radar", instrument=edition.instrument_title(instrument).text)
    description = "; ".join(f"{name}: {written}" for name, _, written in axes)
    name = f"radar-{edition.judging.index(instrument) + 1}"
    drawn = radar(axes, *scale, title, description, strip_table(edition, instrument), name)
    if drawn is None:
        return ()
    low, high = (number(each, edition.lang) for each in scale)
    return (Figure(drawn, (edition.say("picture.radar-note", low=low, high=high),)),)


def _scale(edition: Edition, instrument: str) -> tuple[float, float] | None:
    pack = next((each for each in edition.instruments if each.id == instrument), None)
    scale = pack.data.get("scale") if pack else None
    if (
        isinstance(scale, list | tuple)
        and len(scale) == len(("from", "to"))
        and all(isinstance(each, int | float) for each in scale)
    ):
        return float(scale[0]), float(scale[1])
    return None
