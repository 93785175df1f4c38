"""What the study's text says, held against its data: counts, names, the order of phases and the phase reached."""

from collections.abc import Callable, Iterator, Mapping

from tinjau.lint.codes import finding
from tinjau.lint.reading import Case
from tinjau.model import Audience, Claim, Guide, LintFinding, Text, Verdict


def claims(case: Case) -> Iterator[LintFinding]:
    """One objection for each claim that the data contradict, or that cannot be checked; none for one that holds."""
    counts, names, ordinals = counted(case), _names(case), _ordinals(case)
    checks: dict[str, Callable[[Claim], LintFinding | None]] = {
        "count": lambda claim: _count(counts, claim),
        "name": lambda claim: _name(names, claim),
        "order": lambda claim: _order(case, ordinals, claim),
        "phase": lambda claim: _phase(case, claim),
    }
    for claim in case.study.claims:
        check = checks.get(claim.kind)
        if check is None:
            kind = repr(claim.kind[:40])
            yield _unchecked(claim, f"jenis {kind} tidak dikenal", f"the kind {kind} is not known")
            continue
        objection = check(claim)
        if objection is not None:
            yield objection


def counted(case: Case) -> Mapping[str, int]:
    """Every count that a claim may name, from the data."""
    services, criteria = case.assessment.services, case.assessment.criteria
    audiences = [each.audience for each in case.study.services]
    counts = dict(case.plan.counts)
    counts |= {
        "services": services.total,
        "public_services": services.public,
        "internal_services": audiences.count(Audience.INTERNAL),
        "public_good": services.good,
        "public_lacking": services.lacking,
        "guides_missing": sum(1 for each in case.study.services if each.guide is Guide.MISSING),
        "factors": len(case.plan.factors),
        "raters": len({each.assessor for each in case.study.judgements}),
        "assessors": len({each.assessor for each in case.study.answers if each.assessor}),
    }
    for verdict in Verdict:
        counts[f"criteria_{verdict.value}"] = sum(1 for each in criteria if each.verdict is verdict)
    return counts


def _count(counts: Mapping[str, int], claim: Claim) -> LintFinding | None:
    name = (claim.subject or claim.id).replace("-", "_").casefold()
    said = _whole(claim.value)
    if name not in counts or said is None:
        return _unchecked(
            claim,
            f"jumlah {name[:40]!r} tidak dikenal atau nilainya bukan bilangan bulat",
            f"the count {name[:40]!r} is not known, or its value is not a whole number",
        )
    if said == counts[name]:
        return None
    return _objection(
        "claim-count",
        claim,
        f"teks menyebut {said} untuk {name}, data menunjukkan {counts[name]}",
        f"the text says {said} for {name}, the data show {counts[name]}",
    )


def _names(case: Case) -> Mapping[str, Text]:
    """What a name may be claimed of: services, and criteria of the instruments that no service is called like."""
    criteria = {each.id: each.title for pack in case.instruments for each in pack.criteria}
    return criteria | {each.id: each.name for each in case.study.services}


def _name(named: Mapping[str, Text], claim: Claim) -> LintFinding | None:
    subject = claim.subject or claim.id
    if subject not in named:
        return _unchecked(claim, f"{subject[:60]!r} bukan id layanan", f"{subject[:60]!r} is not the id of a service")
    name = named[subject]
    said = str(claim.value)
    if _plain(said) in {_plain(name.id), _plain(name.en)} - {""}:
        return None
    return _objection(
        "claim-name",
        claim,
        f"teks menyebut “{said[:120]}” untuk {subject}, daftar menyebut “{name.get('id')}”",
        f"the text calls {subject} “{said[:120]}”, the list calls it “{name.get('en')}”",
    )


def _order(case: Case, ordinals: Mapping[str, int], claim: Claim) -> LintFinding | None:
    subject = claim.subject or claim.id
    said = _whole(claim.value)
    if subject not in ordinals or said is None:
        return _unchecked(
            claim,
            f"fase {subject[:40]!r} tidak ada pada tangga fase, atau urutannya bukan bilangan bulat",
            f"the phase {subject[:40]!r} is not on the ladder, or its place is not a whole number",
        )
    if said == ordinals[subject]:
        return None
    name = _phase_name(case, subject)
    right = next((_phase_name(case, phase) for phase, ordinal in ordinals.items() if ordinal == said), None)
    more = Text(f"; fase ke-{said} adalah {right.id}", f"; phase {said} is {right.en}") if right else Text("", "")
    return _objection(
        "claim-order",
        claim,
        f"teks menyebut {name.id} sebagai fase ke-{said}, pada tangga fase urutannya ke-{ordinals[subject]}{more.id}",
        f"the text calls {name.en} phase {said}, on the ladder it is phase {ordinals[subject]}{more.en}",
    )


def _phase(case: Case, claim: Claim) -> LintFinding | None:
    phase = case.assessment.phase
    if phase is None or phase.id is None:
        return _unchecked(claim, "data tidak menunjukkan fase", "the data give no phase")
    said = str(claim.value)
    name = _phase_name(case, phase.id)
    if _plain(said) in {_plain(each) for each in (phase.id, name.id, name.en)}:
        return None
    return _objection(
        "claim-phase",
        claim,
        f"teks menyebut fase “{said[:60]}”, data menunjukkan {name.id}",
        f"the text says that the phase is “{said[:60]}”, the data give {name.en}",
    )


def _phase_name(case: Case, phase: str) -> Text:
    """A phase's title on the instruments' ladders, in both languages; its id where no ladder names it."""
    gates = [gate for pack in case.instruments if pack.ladder for gate in pack.ladder.gates if gate.phase == phase]
    return Text(gates[0].title.get("id"), gates[0].title.get("en")) if gates else Text(phase, phase)


def _ordinals(case: Case) -> dict[str, int]:
    """Each phase's place, from the instruments' ladders, else from the order in which the phase result lists them."""
    gates = {gate.phase: gate.ordinal for pack in case.instruments if pack.ladder for gate in pack.ladder.gates}
    if gates or case.assessment.phase is None:
        return gates
    return {phase: number for number, phase in enumerate(case.assessment.phase.reached, start=1)}


def _objection(code: str, claim: Claim, indonesian: str, english: str) -> LintFinding:
    place = Text(f" ({claim.where})", f" ({claim.where})") if claim.where else Text("", "")
    message = Text(_capital(indonesian) + place.id, _capital(english) + place.en)
    return finding(code, claim.at or claim.where, message, [claim.subject or claim.id])


def _unchecked(claim: Claim, indonesian: str, english: str) -> LintFinding:
    return _objection("claim-unchecked", claim, f"pernyataan {claim.id}: {indonesian}", f"claim {claim.id}: {english}")


def _whole(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    digits = str(value).strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 9 else None


def _plain(value: str) -> str:
    return " ".join(value.casefold().split())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
