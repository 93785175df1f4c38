"""Plain sentences on criteria and phases, in Indonesian and English, for people who never saw an instrument."""

from dataclasses import dataclass

from tinjau.model import Text, Verdict
from tinjau.scoring.reading import SEEN
from tinjau.texts import joined

_VERDICTS = {
    Verdict.POSITIVE: Text("positif", "positive"),
    Verdict.MIXED: Text("campuran", "mixed"),
    Verdict.NEGATIVE: Text("negatif", "negative"),
}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many questions of a criterion ended how; those that do not apply are left out."""

    passed: int
    partly: int
    failed: int
    unsettled: int
    untested: int
    core_met: tuple[Text, ...] = ()
    core_unmet: tuple[Text, ...] = ()

    @property
    def determined(self) -> int:
        """Questions with a known answer."""
        return self.passed + self.partly + self.failed

    @property
    def applicable(self) -> int:
        """Questions that apply."""
        return self.determined + self.unsettled + self.untested


def join(*texts: Text) -> Text:
    """Sentences one after the other, in each language."""
    return Text(" ".join(t.id for t in texts if t.id), " ".join(t.en for t in texts if t.en))


def verdict_statement(
    verdict: Verdict | None,
    by: str,
    proposed: Verdict | None,
    tally: Tally,
    minimum_coverage: float,
    nothing_read: Text,
    *,
    differ: bool = False,
) -> Text:
    """What a criterion's verdict is, who gave it, and how many questions it rests on."""
    counted = _counted(tally)
    if verdict is not None and by != "rule":
        words = _VERDICTS[verdict]
        said = Text(f"Dinilai {words.id} oleh {by}.", f"Judged {words.en} by {by}.")
        if by == "paper":
            said = Text(f"Dinilai {words.id} oleh makalah yang dikaji.", f"Judged {words.en} by the paper under study.")
        return join(said, counted, _beside(proposed, verdict))
    if verdict is not None:
        words = _VERDICTS[verdict]
        said = Text(f"Usulan dari pengamatan: {words.id}.", f"Proposed from what was observed: {words.en}.")
        return join(said, counted, _core(tally) if verdict is Verdict.MIXED else Text("", ""))
    if differ:
        return join(
            Text(
                "Belum dinilai: para penilai berbeda pendapat dan belum ada keputusan bersama.",
                "Not assessed: the assessors differ and have not decided together.",
            ),
            counted,
        )
    if nothing_read != SEEN and not tally.determined:
        return _not_read(nothing_read)
    if not tally.applicable:
        return Text("Belum dinilai: tidak ada pertanyaan yang berlaku.", "Not assessed: no question applies.")
    if not tally.determined:
        return Text(
            f"Belum dinilai: belum satu pun dari {tally.applicable} pertanyaan terjawab.",
            f"Not assessed: none of the {tally.applicable} questions has been answered.",
        )
    if proposed is not None:
        words = _VERDICTS[proposed]
        return join(
            Text(
                f"Belum dinilai: usulan {words.id} dari pengamatan ditolak.",
                f"Not assessed: the proposal from observation ({words.en}) was rejected.",
            ),
            counted,
        )
    least = round(100 * minimum_coverage)
    return join(
        Text(
            f"Belum dinilai: kesimpulan baru diberikan bila sedikitnya {least} persen pertanyaan terjawab.",
            f"Not assessed: a verdict is given once at least {least} percent of the questions are answered.",
        ),
        counted,
    )


def capability_statement(title: Text, tally: Tally, nothing_read: Text) -> Text:
    """What a site shows of one phase or heading that knows no verdict."""
    del title
    if nothing_read != SEEN and not tally.determined:
        return _not_read(nothing_read)
    if not tally.determined:
        return Text(
            f"Belum ada jawaban atas {tally.applicable} pertanyaan di bagian ini.",
            f"None of the {tally.applicable} questions of this part has been answered.",
        )
    return _counted(tally)


def _not_read(nothing_read: Text) -> Text:
    return Text(f"Belum dinilai: {nothing_read.id}.", f"Not assessed: {nothing_read.en}.")


def _counted(tally: Tally) -> Text:
    """From 7 questions, 5 are met, 1 partly, 1 not; 2 more are open."""
    if not tally.applicable:
        return Text("", "")
    if not tally.determined:
        return Text(
            f"Pertanyaan rincinya ({tally.applicable}) belum dijawab.",
            f"The {tally.applicable} detailed questions have not been answered.",
        )
    parts_id = [f"{tally.passed} terpenuhi"]
    parts_en = [f"{tally.passed} {'is' if tally.passed == 1 else 'are'} met"]
    if tally.partly:
        parts_id.append(f"{tally.partly} terpenuhi sebagian")
        parts_en.append(f"{tally.partly} partly")
    if tally.failed:
        parts_id.append(f"{tally.failed} belum terpenuhi")
        parts_en.append(f"{tally.failed} not")
    unknown = tally.unsettled + tally.untested
    if unknown:
        parts_id.append(f"{unknown} belum diketahui")
        parts_en.append(f"{unknown} not known yet")
    questions = "question" if tally.applicable == 1 else "questions"
    return Text(
        f"Dari {tally.applicable} pertanyaan: {joined(parts_id, 'id')}.",
        f"Of {tally.applicable} {questions}, {joined(parts_en, 'en')}.",
    )


def _core(tally: Tally) -> Text:
    """Which core question is not met, so that a reader sees why many answers do not make a positive verdict."""
    if not tally.core_unmet:
        return Text("", "")
    asked = [(each.id.rstrip("?"), each.en.rstrip("?")) for each in tally.core_unmet]
    return Text(
        f"Pertanyaan pokok yang belum terpenuhi: {'; '.join(each for each, _ in asked)}.",
        f"Core question not met: {'; '.join(each for _, each in asked)}.",
    )


def _beside(proposed: Verdict | None, verdict: Verdict) -> Text:
    if proposed is None or proposed is verdict:
        return Text("", "")
    words = _VERDICTS[proposed]
    return Text(
        f"Pengamatan saja mengarah ke {words.id}; yang berlaku tetap penilaian orang.",
        f"Observation alone points to {words.en}; the person's judgement stands.",
    )
