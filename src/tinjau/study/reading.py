"""Read a whole study folder."""

from pathlib import Path
from typing import Any

from tinjau.model import InputError, Source, Study
from tinjau.packs import load_yaml_file
from tinjau.study.claims import read_claims
from tinjau.study.folder import StudyFolder
from tinjau.study.inventory import read_services
from tinjau.study.people import (
    read_actions,
    read_answers,
    read_decisions,
    read_judgements,
    refuse_unknown_instruments,
)
from tinjau.study.settings import read_settings
from tinjau.study.swot import read_factors, read_tows


def read_study(folder: Path | str) -> Study:
    """All inputs of a study folder; nothing is written.

    Raises InputError (file, place, problem, mend) at the first structural fault: a file that is missing, too large,
    a link, not UTF-8; an unknown key or column; an id used twice; a value outside its closed list. Contradictions
    inside a well-formed study are not errors: lint reports them.
    """
    files = StudyFolder(Path(folder))
    path = files.require("study.yaml", "Write it with government:, period: and language:")
    settings = read_settings(_yaml(files, path), files.label(path))
    language = settings.language

    def optional(name: str) -> Any:
        found = files.find(name)
        return _yaml(files, found) if found else None

    def label(name: str) -> str:
        return files.label(files.path / name)

    factors, more_sources = read_factors(optional("factors.yaml"), label("factors.yaml"), language)
    tows = read_tows(optional("strategies.yaml"), label("strategies.yaml"), language)
    services, decisions, actions = files.find("services.csv"), files.find("decisions.csv"), files.find("actions.csv")
    answers = read_answers([(each, files.label(each)) for each in files.tables("answers")])
    refuse_unknown_instruments(answers, settings.instruments)
    options = optional("options.yaml")
    if options is not None and not isinstance(options, dict):
        raise InputError(label("options.yaml"), "", "a mapping is expected here", "Write costs:, budget: and so on")
    return Study(
        folder=str(files.path),
        government=settings.government,
        period=settings.period,
        language=language,
        instruments=settings.instruments,
        sites=settings.sites,
        archives=files.archives(settings.archives),
        previous=settings.previous,
        title=settings.title,
        services=read_services(services, files.label(services), language) if services else (),
        answers=answers,
        claims=read_claims(optional("claims.yaml"), label("claims.yaml"), language),
        factors=factors,
        strategies=tows.strategies,
        conclusions=tows.conclusions,
        judgements=read_judgements([(each, files.label(each)) for each in files.tables("judgements")]),
        decisions=read_decisions(decisions, files.label(decisions)) if decisions else (),
        actions=read_actions(actions, files.label(actions)) if actions else (),
        sources=_joined(settings.sources, more_sources, label("factors.yaml")),
        options=options or {},
        ladder_share=settings.ladder_share,
    )


def _yaml(files: StudyFolder, path: Path) -> Any:
    try:
        return load_yaml_file(path)
    except InputError as error:  # the loader knows the file by its full path; people know it by its name in the study
        raise InputError(files.label(path), error.place, error.problem, error.mend) from None


def _joined(first: tuple[Source, ...], second: tuple[Source, ...], file: str) -> tuple[Source, ...]:
    known = {each.id for each in first}
    for each in second:
        if each.id in known:
            raise InputError(
                file, f"sources {each.id}", "study.yaml has a source of this id too", "Give each source its own id"
            )
    return first + second
