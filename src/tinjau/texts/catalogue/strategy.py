"""Stage 3: factors, strategies, conclusions, what rules propose, actions, and the trace."""

SENTENCES: dict[str, tuple[str, str]] = {
    "swot.lead": (
        "Faktor ditulis oleh penyusun kajian. Pada tiap faktor tercantum dasarnya dan strategi yang memakainya.",
        "People wrote the factors. Each shows what it rests on and which strategies use it.",
    ),
    "swot.none": ("Kajian ini belum memuat faktor.", "This study names no factors yet."),
    "swot.count": ("{n} faktor", "{n} {n:factor|factors}"),
    "swot.rests": ("didukung {n} bukti atau temuan", "supported by {n} {n:finding|findings}"),
    "swot.see-evidence": ("lihat dasarnya", "see what it rests on"),
    "swot.actor": ("pelaku: {actor}", "actor: {actor}"),
    "swot.used-in": ("Dipakai dalam", "Used in"),
    "swot.unused": ("Belum dipakai dalam strategi.", "No strategy uses it."),
    "swot.support": ("Faktor yang didukung bukti: {share}.", "Factors with evidence: {share}."),
    "swot.used": ("Temuan yang dipakai sebagai dasar: {share}.", "Findings used as a basis: {share}."),
    "tows.lead": (
        "Tiap strategi menyebut faktor yang dijawabnya dan siapa yang menghubungkannya.",
        "Each strategy names the factors it answers and who made the link.",
    ),
    "tows.none": ("Kajian ini belum memuat strategi.", "This study has no strategies yet."),
    "tows.count": ("{n} strategi", "{n} {n:strategy|strategies}"),
    "tows.uses": ("Faktor:", "Factors:"),
    "tows.by-nobody": ("penghubung tidak disebut", "link by nobody named"),
    "tows.no-factors": ("Tidak menjawab faktor mana pun yang tercatat.", "Answers no listed factor."),
    "tows.into": ("Menjadi kesimpulan", "Concluded in"),
    "tows.not-concluded": ("Tidak masuk kesimpulan.", "Not concluded."),
    "conclusions.lead": (
        "Dari {strategies} strategi disimpulkan {conclusions}; asal-usul tiap kesimpulan tercantum.",
        "{strategies} {strategies:strategy|strategies} became {conclusions} {conclusions:conclusion|conclusions}; "
        "each shows where it comes from.",
    ),
    "conclusions.none": ("Kajian ini belum menarik kesimpulan.", "This study has not concluded yet."),
    "conclusions.from": ("Berasal dari", "From"),
    "conclusions.rests-on": ("Menjawab faktor", "Answers factors"),
    "conclusions.no-factors": ("Tidak bersandar pada faktor mana pun.", "Rests on no factor."),
    "conclusions.merged": ("Gabungan {ids}.", "{ids} merged."),
    "proposals.lead": (
        "Bagian ini diturunkan oleh aturan dari temuan tahap 1 dan 2. Isinya bukan keputusan; penyusun kajian yang "
        "menerima, menyunting, atau menolaknya.",
        "Rules derived this part from the findings of stages 1 and 2. It decides nothing: people accept, edit or "
        "reject it.",
    ),
    "proposals.title": ("Usulan, bukan bagian dari rencana", "Proposals, not part of the plan"),
    "proposals.none": (
        "Aturan tidak menurunkan usulan dari temuan ini.",
        "The rules derive nothing from these findings.",
    ),
    "proposals.count": ("({n} butir)", "({n} {n:item|items})"),
    "proposals.undecided": ("belum diputuskan", "not decided yet"),
    "proposals.no-match": ("tidak ada padanan", "no match"),
    "derivation.lead": (
        "Hasil: {parts}. Butir yang tidak dapat diturunkan belum tentu salah; temuan kajian ini saja yang tidak "
        "menunjukkannya.",
        "Result: {parts}. An item that is not derivable need not be wrong; this study's findings alone do not show it.",
    ),
    "actions.lead": (
        "Nilai anggaran dicantumkan sebagaimana tertulis dalam berkas kajian; yang kosong tidak diketahui.",
        "Amounts stand as people handed them in; an empty one is not known.",
    ),
    "actions.moved-note": (
        "Perubahan yang datang setelah suatu strategi belum tentu disebabkan olehnya.",
        "A change that came after a strategy did not necessarily come from it.",
    ),
    "section.movements": ("Yang berubah sejak rencana tahun lalu", "What moved since last year's plan"),
    "table.movements": ("Indikator yang dituju rencana tahun lalu", "Indicators that last year's plan was to move"),
    "column.before": ("Sebelumnya", "Before"),
    "column.after": ("Sekarang", "Now"),
    "moved.better": ("membaik", "better"),
    "moved.worse": ("memburuk", "worse"),
    "moved.same": ("tetap", "same"),
    "moved.unknown": ("tidak diketahui", "not known"),
    "moved.not-an-indicator": ("ukurannya bukan indikator instrumen", "the measure is no indicator of an instrument"),
    "moved.not-determined": ("salah satu hasilnya tidak diketahui", "one of the two outcomes is not known"),
    "moved.instrument-changed": ("instrumennya berubah", "the instrument changed"),
    "actions.none": (
        "Belum ada aksi. Tentukan penanggung jawab, waktu, dan anggaran tiap strategi dalam actions.csv.",
        "No actions yet. Name an owner, a time and a budget for each strategy in actions.csv.",
    ),
    "actions.absorption": (
        "Penyerapan anggaran: {share}, dari {counted} dari {all} aksi yang kedua nilainya diketahui.",
        "Budget absorbed: {share}, from the {counted} of {all} actions with both amounts.",
    ),
    "trace.lead": (
        "Tabel pertama menelusuri setiap faktor ke buktinya; tabel kedua menelusuri setiap bukti ke faktor yang "
        "bersandar "
        "padanya.",
        "The first table goes from every factor to its evidence, the second from every piece of evidence to the "
        "factors "
        "that rest on it.",
    ),
    "trace.none": (
        "Belum ada faktor atau strategi yang dapat ditelusuri.",
        "There are no factors or strategies to trace yet.",
    ),
    "trace.evidence": ("Bukti", "Evidence"),
    "trace.factors": ("Faktor", "Factor"),
    "trace.strategies": ("Strategi", "Strategy"),
    "trace.conclusions": ("Kesimpulan", "Result"),
    "trace.nothing": ("tidak bersandar pada apa pun yang ditunjukkan", "rests on nothing that was shown"),
    "trace.no-strategy": ("tidak dipakai", "not used"),
    "support.phase": ("fase: {phase}", "phase: {phase}"),
    "support.services": ("daftar layanan", "the service inventory"),
    "support.inventory": ("daftar layanan", "the service inventory"),
    "support.services-lacking": ("layanan dengan akses kurang", "services with lacking access"),
    "support.services-good": ("layanan dengan akses baik", "services with good access"),
    "support.guides-missing": ("layanan tanpa panduan", "services without a guide"),
    # Rules that derive factors and strategies.
    "rule.inventory": ("daftar layanan", "the inventory"),
    "rule.services-good": ("layanan publik dengan akses baik", "public services with good access"),
    "rule.services-lacking": ("layanan publik dengan akses kurang", "public services with lacking access"),
    "rule.guides-missing": ("layanan tanpa panduan", "services without a guide"),
    "rule.criterion-good": ("kriteria yang dinilai positif", "a criterion judged positive"),
    "rule.criterion-bad": ("kriteria yang dinilai negatif", "a criterion judged negative"),
    "rule.criterion-mixed": ("kriteria yang dinilai campuran", "a criterion judged mixed"),
    "rule.phase": ("fase yang dicapai", "the phase reached"),
    "rule.indicators-failed": ("pertanyaan yang tidak terpenuhi", "questions that failed"),
    "rule.next-phase-missing": (
        "syarat fase berikutnya yang kurang",
        "requirements of the next phase that are missing",
    ),
    "rule.context": ("konteks negara", "context of the country"),
    "proposals.first-step": ("Langkah pertama:", "First step:"),
    "rule.template": ("pustaka strategi", "strategy library"),
}
