"""An invented city, whole: every verdict, outcome, severity and link that a report can show, and hostile text in it."""

from tinjau.model import (
    Access,
    Action,
    Answer,
    Assessment,
    Audience,
    Capture,
    Conclusion,
    Criterion,
    CriterionResult,
    Decision,
    Derivation,
    Evidence,
    Factor,
    FactorKind,
    FactorProposal,
    FactorStatus,
    Gate,
    Government,
    Guide,
    Indicator,
    IndicatorResult,
    Instrument,
    InstrumentUsed,
    Ladder,
    LintFinding,
    MatrixCell,
    Mode,
    NextPhase,
    Outcome,
    PhaseResult,
    Plan,
    Service,
    ServiceMatch,
    ServicesResult,
    Settled,
    Severity,
    Source,
    Strategy,
    StrategyProposal,
    Study,
    Text,
    Use,
    Verdict,
    VerdictRule,
)

SITE = "https://arunika.example"

_CRITERIA = (
    ("transparency", "Transparansi", "Transparency", Verdict.POSITIVE, 0.8),
    ("services", "Layanan", "Services", Verdict.MIXED, 0.6),
    ("efficiency", "Efisiensi", "Efficiency", Verdict.NEGATIVE, 0.5),
    ("economy", "Ekonomi", "Economy", None, 0.1),
)


def criteria_pack() -> Instrument:
    """Four criteria with three indicators each."""
    criteria = tuple(Criterion(id_, Text(name, english), themes=("data",)) for id_, name, english, _, _ in _CRITERIA)
    indicators = tuple(
        Indicator(
            f"{criterion.id}-{number}",
            criterion.id,
            Text(
                f"Apakah hal {number} dari {criterion.title.id.lower()} tersedia?",
                f"Is thing {number} of {criterion.title.en.lower()} available?",
            ),
            mend=Text(f"Terbitkan hal {number}.", f"Publish thing {number}."),
            mode=Mode.SEMI_AUTO,
            settled=(Settled(("search_form",)),),
            unit="service" if number == 3 and criterion.id == "services" else "site",
        )
        for criterion in criteria
        for number in (1, 2, 3)
    )
    hidden = Indicator(
        "injected",
        "economy",
        Text("Apakah ada sisipan judi?", "Is there injected gambling?"),
        settled=(Settled(("injected_spam",)),),
    )
    return Instrument(
        "four",
        "1.0.0",
        Text("Empat kriteria", "Four criteria"),
        Text("Instrumen rekaan.", "An invented instrument."),
        "tinjau",
        "false",
        True,
        criteria,
        (*indicators, hidden),
        VerdictRule(0.7, 0.3, 0.5, "project choice"),
    )


def ladder_pack() -> Instrument:
    """Three rungs over site indicators."""
    ids = ("published", "contact", "search", "payment", "tracking")
    indicators = tuple(
        Indicator(
            each,
            "site",
            Text(f"Apakah situs memuat {each}?", f"Does the site have {each}?"),
            mend=Text(f"Sediakan {each}.", f"Provide {each}."),
            ask=Text("Siapa pengelolanya?", "Who runs it?"),
        )
        for each in ids
    )
    gates = (
        Gate("presence", 1, Text("Kehadiran", "Presence"), Text("", ""), ("published",)),
        Gate("interaction", 2, Text("Interaksi", "Interaction"), Text("", ""), ("contact",), (("search", "contact"),)),
        Gate("transaction", 3, Text("Transaksi", "Transaction"), Text("", ""), ("payment", "tracking")),
    )
    return Instrument(
        "ladder",
        "2.1.0",
        Text("Tangga tiga", "Ladder of three"),
        Text("", ""),
        "tinjau",
        "partly",
        True,
        (Criterion("site", Text("Situs", "Site")),),
        indicators,
        ladder=Ladder(gates, 0.5, "project choice", "", (0.3, 0.5)),
    )


def evidence(name: str, excerpt: str = "Laporan Realisasi Anggaran 2025", url: str = f"{SITE}/anggaran") -> Evidence:
    """One observation as evidence."""
    return Evidence(name, url, "<urn:uuid:7c1a52aa-7d1e-4b6e-9f10-8d1fbd0b7a01>", "sha256:" + "ab" * 32, excerpt)


def _indicator_results() -> tuple[IndicatorResult, ...]:
    site = [
        IndicatorResult(
            "four",
            "transparency-1",
            "transparency",
            "",
            Outcome.PASSED,
            Mode.AUTOMATIC,
            3,
            tuple(evidence(f"obs-{n}") for n in range(6)),
            "rule",
        ),
        IndicatorResult(
            "four",
            "transparency-2",
            "transparency",
            "",
            Outcome.FAILED,
            Mode.SEMI_AUTO,
            None,
            (evidence("obs-9"),),
            "Ibu Sri",
            Outcome.PASSED,
        ),
        IndicatorResult("four", "transparency-3", "transparency", "", Outcome.UNTESTED, Mode.MANUAL),
        IndicatorResult(
            "four",
            "services-1",
            "services",
            "",
            Outcome.CANT_TELL,
            Mode.AUTOMATIC,
            None,
            (),
            "rule",
            None,
            "the pages were not all captured",
        ),
        IndicatorResult("four", "services-2", "services", "", Outcome.INAPPLICABLE, Mode.MANUAL),
        *(
            IndicatorResult("four", "services-3", "services", each, Outcome.PASSED, Mode.MANUAL, "yes", (), "Pak Budi")
            for each in ("ktp", "izin")
        ),
        IndicatorResult(
            "four",
            "injected",
            "economy",
            "",
            Outcome.FAILED,
            Mode.AUTOMATIC,
            None,
            (evidence("obs-spam", "slot gacor"),),
            "rule",
        ),
    ]
    ladder = [
        IndicatorResult(
            "ladder",
            each,
            "site",
            "",
            outcome,
            Mode.AUTOMATIC,
            None,
            (evidence(f"obs-{each}"),) if outcome is Outcome.PASSED else (),
            "rule",
        )
        for each, outcome in (
            ("published", Outcome.PASSED),
            ("contact", Outcome.PASSED),
            ("search", Outcome.PASSED),
            ("payment", Outcome.FAILED),
            ("tracking", Outcome.UNTESTED),
        )
    ]
    return (*site, *ladder)


SERVICES = (
    Service(
        "ktp", Text("Pencetakan KTP", "Identity card"), Audience.PUBLIC, Access.GOOD, Guide.YES, owner="Dinas Dukcapil"
    ),
    Service("izin", Text("Izin usaha", "Business permit"), Audience.PUBLIC, Access.LACKING, Guide.MISSING),
    Service("simpeg", Text("Kepegawaian", "Staff records"), Audience.INTERNAL),
)


def assessment(excerpt: str = "Laporan Realisasi Anggaran 2025") -> Assessment:
    """What stages 1 and 2 would say of the invented city."""
    outcomes = {
        Outcome.PASSED: 1,
        Outcome.FAILED: 1,
        Outcome.CANT_TELL: 1,
        Outcome.INAPPLICABLE: 0,
        Outcome.UNTESTED: 1,
    }
    criteria = tuple(
        CriterionResult(
            "four",
            id_,
            verdict,
            "Ibu Sri" if id_ == "services" else ("rule" if verdict else ""),
            None,
            coverage,
            outcomes,
            Text(f"{name}: {excerpt}", f"{english}: {excerpt}"),
            Verdict.NEGATIVE if id_ == "services" else verdict,
        )
        for id_, name, english, verdict, coverage in _CRITERIA
    )
    return Assessment(
        "0.1.0",
        Government("Kota Arunika (rekaan)", "ID", "city", (SITE,), "", 2017),
        Capture(
            "arunika.warc.gz",
            "c0ffee" * 10 + "abcd",
            2032,
            0.964,
            "2026-11-20T08:15:00Z",
            "2026-11-20T09:40:00Z",
            False,
            "",
            ("arunika.example",),
            "the last 12 bytes",
        ),
        (
            InstrumentUsed("four", "1.0.0", "false", Text("Empat kriteria", "Four criteria")),
            InstrumentUsed("ladder", "2.1.0", "partly", Text("Tangga tiga", "Ladder of three")),
        ),
        (*criteria, CriterionResult("ladder", "site", None, "", None, 0.8, outcomes, Text("", ""))),
        _indicator_results(),
        ServicesResult(
            3,
            2,
            1,
            1,
            SERVICES,
            {"ktp": "interaction"},
            {"ktp": ServiceMatch("ktp", (f"{SITE}/ktp",), 0.92, "title", "interaction")},
        ),
        tuple(
            MatrixCell(service.id, id_, outcome)
            for service, outcome in zip(SERVICES, (Outcome.PASSED, Outcome.FAILED, Outcome.UNTESTED), strict=True)
            for id_, *_ in _CRITERIA
        ),
        PhaseResult(
            "interaction",
            2,
            Text("Semua syarat situs terpenuhi.", "All requirements of the site are met."),
            "site",
            {"presence": None, "interaction": None, "transaction": None},
            NextPhase("transaction", ("payment",), ("tracking",)),
            {"0.3": "interaction", "0.5": "interaction", "0.9": None},
            0.5,
        ),
        None,
        (),
    )


FACTORS = (
    Factor(
        "S1",
        Text("Laporan anggaran terbit", "Budget reports are published"),
        ("data",),
        "government",
        ("obs-0", "answer:four/transparency"),
        FactorStatus.EVIDENCED,
    ),
    Factor(
        "W1",
        Text("Akses sebagian layanan kurang", "Access to some services is lacking"),
        ("design",),
        "citizens",
        ("services-lacking", "izin"),
        FactorStatus.EVIDENCED,
    ),
    Factor("O1", Text("Dukungan pusat", "Central support"), (), "outside", ("kata",), FactorStatus.LITERATURE),
    Factor("T1", Text("Pencurian data", "Theft of data"), ("security",), "outside"),
)


def study() -> Study:
    """What people handed in."""
    return Study(
        "arunika",
        Government("Kota Arunika (rekaan)", "ID", "city", (SITE,)),
        "2026",
        title=Text("Evaluasi layanan daring Kota Arunika", "Online services of Arunika"),
        services=SERVICES,
        answers=(
            Answer(
                "four", "transparency", "positive", "", "Ibu Sri", "Tabel 1", "Laporan terbit sejak 2014", "2026-11-01"
            ),
        ),
        factors=FACTORS,
        decisions=(Decision("P-S1", "accept", "Ibu Sri", "2026-11-02", "sesuai"),),
        sources=(Source("kata", Text("Rencana pusat", "A central plan")),),
        actions=(),
    )


def plan() -> Plan:
    """What stage 3 would say."""
    return Plan(
        FACTORS,
        (
            Strategy(
                "SO1", Text("Buka data", "Open the data"), (Use("S1", "paper"), Use("O1", "author")), ("data",), "paper"
            ),
            Strategy("WT1", Text("Beri penghargaan", "Reward users"), (), (), "person"),
        ),
        (Conclusion("1", ("SO1", "WT1"), Text("Buka data dan beri penghargaan", "Open data and reward"), "digabung"),),
        (
            FactorProposal(
                "P-S1",
                FactorKind.S,
                "positive-criterion",
                Text("Transparansi baik", "Transparency is good"),
                ("criterion:four/transparency",),
                ("data",),
                "government",
                "S1",
                "accept",
            ),
        ),
        (StrategyProposal("P-WO1", "WO", "theme", Text("Perbaiki akses", "Mend the access"), ("W1", "O1")),),
        (Derivation("S1", "reproduced", ("P-S1",)), Derivation("T1", "not-derivable"), Derivation("P-WO1", "new")),
        0.75,
        0.4,
        actions=(
            Action("SO1", "Dinas Kominfo", "2026-12-01", "2027-06-30", "180000000", "0", "Lima set data", "planned"),
        ),
        lint=(
            LintFinding(
                "factor-unsupported",
                Severity.WARNING,
                "factors.yaml",
                Text("T1 tanpa dasar", "T1 rests on nothing"),
                ("T1",),
            ),
            LintFinding("claim-count", Severity.ERROR, "claims.yaml", Text("Jumlah berbeda", "The count differs"), ()),
            LintFinding(
                "strategy-empty",
                Severity.NOTICE,
                "strategies.yaml",
                Text("WT1 tidak menjawab faktor", "WT1 answers no factor"),
                ("WT1",),
            ),
        ),
        supported=("S1", "W1", "O1"),
    )


def instruments() -> tuple[Instrument, ...]:
    """Both packs."""
    return (criteria_pack(), ladder_pack())
