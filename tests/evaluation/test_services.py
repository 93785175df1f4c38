"""Found services are matched to those that were read, and what is left over is invented."""

from evaluation.annotations import Annotation, SiteService
from evaluation.services import PHASE_OF, compared

from tinjau.model import FoundService


def _site(*services: SiteService) -> Annotation:
    return Annotation("a", "id", "", "0", "", (), {}, 0, (), services)


def test_names_meet_whatever_their_accents_case_and_surroundings() -> None:
    read = _site(
        SiteService("Assegno di maternità", "/a", "online-submission"), SiteService("KTP", "/b", "information")
    )
    found = [FoundService("ASSEGNO DI MATERNITA", ""), FoundService("Permohonan KTP", "", stage="presence")]
    said = compared(read, found)
    assert said["named"] == 2
    assert said["stage_right"] == 1
    assert said["stage_wrong"] == [{"name": "Assegno di maternità", "read": "transaction", "said": None}]


def test_a_heading_taken_for_a_service_is_invented_and_a_found_service_serves_once() -> None:
    read = _site(
        SiteService("Kartu Keluarga", "/a", "information"), SiteService("Kartu Keluarga Baru", "/b", "information")
    )
    said = compared(read, [FoundService("Kartu Keluarga", "", stage="presence"), FoundService("Come fare", "")])
    assert (said["named"], said["missed"], said["invented"]) == (1, ["Kartu Keluarga Baru"], ["Come fare"])


def test_every_stage_that_a_reader_gives_has_a_phase_or_none() -> None:
    assert set(PHASE_OF.values()) == {"presence", "interaction", "transaction", None}
