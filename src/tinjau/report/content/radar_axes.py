"""The radar of an instrument that gives scores, on the scale that its pack states for all its questions."""

from tinjau.model import CriterionResult
from tinjau.report.content.edition import Edition
from tinjau.report.content.spreads import stated_scale
from tinjau.report.content.tables import strip_table
from tinjau.report.document import Block, Figure, Para
from tinjau.report.pictures.radar import LEAST, radar
from tinjau.texts import number


def radar_figure(edition: Edition, instrument: str) -> tuple[Block, ...]:
    """One figure; a sentence why not where scores have no scale in common; nothing with fewer than three scores.

    The axes are criteria with questions of their own: a total is no axis beside its parts.
    """
    results = [each for each in edition.of_instrument(instrument) if edition.results_under(instrument, each.id)]
    scores = [each.score for each in results if each.score is not None]
    if len(scores) < LEAST:
        return ()
    scale = _scale(edition, instrument, results)
    title = edition.instrument_title(instrument).text
    if scale is None or not all(scale[0] <= each <= scale[1] for each in scores):
        return (Para((edition.say("picture.radar-none", instrument=title),), "note"),)
    axes = [
        (
            edition.criterion_title(instrument, each.id).text,
            each.score,
            number(each.score, edition.lang) if each.score is not None else edition.say("verdict.none"),
        )
        for each in results
    ]
    description = "; ".join(f"{name}: {written}" for name, _, written in axes)
    name = f"radar-{edition.judging.index(instrument) + 1}"
    heading = edition.say("picture.radar", instrument=title)
    drawn = radar(axes, *scale, heading, description, strip_table(edition, instrument), name)
    if drawn is None:
        return ()
    low, high = (number(each, edition.lang) for each in scale)
    return (Figure(drawn, (edition.say("picture.radar-note", low=low, high=high),)),)


def _scale(edition: Edition, instrument: str, results: list[CriterionResult]) -> tuple[float, float] | None:
    """The scale that every question under these criteria states; None where one states none, or another."""
    axes = {each.id for each in results}
    pack = next((each for each in edition.instruments if each.id == instrument), None)
    asked = [each for each in pack.indicators if each.criterion in axes] if pack else []
    found = {stated_scale(each.extra.get("scale")) for each in asked}
    return found.pop() if len(found) == 1 else None
