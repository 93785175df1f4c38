"""The minutes of a focus group."""

SENTENCES: dict[str, tuple[str, str]] = {
    "minutes.kicker": ("Notulen diskusi kelompok terarah", "Minutes of a focus group discussion"),
    "minutes.first": ("Ringkasan", "In short"),
    "minutes.invented": (
        "Peragaan: pertemuan ini rekaan. Tidak ada hasil di sini yang berasal dari pemerintah mana pun.",
        "Demonstration: this meeting is invented. No result in it comes from any government.",
    ),
    "minutes.running": (
        "Pertemuan belum ditutup; notulen ini masih sementara.",
        "The meeting is not closed yet; these minutes are provisional.",
    ),
    "minutes.when": ("Hari dan waktu", "Date and time"),
    "minutes.until": ("{date} sampai {ended}", "{date} to {ended}"),
    "minutes.place": ("Tempat", "Place"),
    "minutes.unsaid": ("tidak disebut", "not stated"),
    "minutes.purpose": ("Tujuan", "Purpose"),
    "minutes.facilitator": ("Fasilitator", "Facilitator"),
    "minutes.study": ("Kajian", "Study"),
    "minutes.people": ("Peserta", "Participants"),
    "minutes.present": (
        "Sebanyak {n} peserta memakai ponsel dan {paper} peserta memakai surat suara kertas.",
        "{n} {n:participant|participants} took part by telephone and {paper} on paper.",
    ),
    "minutes.codes": ("Kode peserta", "Codes of participants"),
    "minutes.names": ("Daftar hadir", "List of attendance"),
    "minutes.apart": (
        "Nama diurutkan menurut abjad dan sengaja dipisahkan dari kode, agar suara tidak dapat ditelusuri ke orangnya.",
        "Names stand by alphabet and apart from the codes on purpose, so that no vote can be followed to a person.",
    ),
    "minutes.agenda": ("Agenda", "Agenda"),
    "minutes.step": ("Langkah", "Step"),
    "minutes.opened": ("Dibuka", "Opened"),
    "minutes.closed": ("Ditutup", "Closed"),
    "minutes.not-held": ("tidak dilaksanakan", "not held"),
    "minutes.box": ("Kelompok", "Box"),
    "minutes.text": ("Rumusan", "Wording"),
    "minutes.factors": ("Faktor", "Factors"),
    "minutes.strategies": ("Strategi", "Strategies"),
    "minutes.merged": ("Gabungan dari: {texts}", "Merged from: {texts}"),
    "minutes.mergers": (
        "Sebanyak {n} rumusan bersama dibuat; tulisan aslinya tercantum di bawahnya pada daftar usulan.",
        "{n} common {n:wording was|wordings were} made; the originals stand beneath them in the list of proposals.",
    ),
    "minutes.uses": ("Memakai: {factors}", "Uses: {factors}"),
    "minutes.from-study": ("sudah ada di kajian", "from the study"),
    "minutes.removed": ("Disembunyikan oleh fasilitator", "Hidden by the facilitator"),
    "minutes.removed-why": ("{box}: {reason}", "{box}: {reason}"),
    "minutes.nothing": ("Tidak ada.", "Nothing."),
    "minutes.points": ("Setiap peserta membagi {high} poin.", "Each person divided {high} points."),
    "minutes.importance": (
        "Setiap peserta memberi {low} (kurang penting) sampai {high} (sangat penting).",
        "Each person gave {low} (less important) to {high} (very important).",
    ),
    "minutes.magnitude": (
        "Setiap peserta menilai besarnya, {low} (kecil) sampai {high} (besar).",
        "Each person rated the magnitude, {low} (small) to {high} (great).",
    ),
    "minutes.rangkuti": (
        "Setiap peserta memberi rating {low} sampai {high} menurut Rangkuti: kelemahan dan ancaman yang berat mendapat "
        "rating rendah.",
        "Each person gave a rating of {low} to {high} after Rangkuti: a grave weakness or threat gets a low rating.",
    ),
    "minutes.david": (
        "Setiap peserta memberi rating {low} sampai {high} menurut David.",
        "Each person gave a rating of {low} to {high} after David.",
    ),
    "minutes.rank": (
        "Setiap peserta mengurutkan: 1 untuk yang paling didahulukan; tempat yang sama berarti setara.",
        "Each person put them in order: 1 for what should come first; the same place means equal.",
    ),
    "minutes.round": ("Putaran {n}", "Round {n}"),
    "minutes.round-table": ("Hasil putaran {n}", "Results of round {n}"),
    "minutes.ballots": (
        "{n} suara dihitung, di antaranya {paper} pada kertas.",
        "{n} {n:ballot|ballots} counted, {paper} of them on paper.",
    ),
    "minutes.unread": (
        "{n} suara tidak dapat dibuka dan tidak dihitung.",
        "{n} {n:ballot|ballots} could not be opened and {n:was|were} not counted.",
    ),
    "minutes.w": (
        "Keselarasan antarpeserta: Kendall W = {w} (p = {p}).",
        "Agreement among participants: Kendall's W = {w} (p = {p}).",
    ),
    "minutes.no-w": (
        "Kendall W tidak dapat dihitung: perlu dua suara atau lebih yang tidak seluruhnya seri.",
        "Kendall's W cannot be computed: it needs two ballots or more that are not all ties.",
    ),
    "minutes.rule": (
        "Kuartil menurut aturan {rule}; rentang rata-rata ialah 95% dari bootstrap atas peserta; peringkat dibagi "
        "selama rentangnya bertumpang tindih.",
        "Quartiles by rule {rule}; the interval of the mean is 95% of a bootstrap over people; a rank is shared while "
        "intervals overlap.",
    ),
    "minutes.item": ("Butir", "Item"),
    "minutes.n": ("n", "n"),
    "minutes.median": ("Median", "Median"),
    "minutes.iqr": ("IQR", "IQR"),
    "minutes.mean-weight": ("Bobot rata-rata (rentang 95%)", "Mean weight (95% interval)"),
    "minutes.mean-rating": ("Rata-rata (rentang 95%)", "Mean (95% interval)"),
    "minutes.mean-rank": ("Peringkat rata-rata (rentang 95%)", "Mean rank (95% interval)"),
    "minutes.place-shared": ("Peringkat", "Rank"),
    "minutes.change": ("Bergeser", "Moved"),
    "minutes.no-winner": (
        "Tidak ada pemenang yang jelas: {items} berbagi tempat pertama karena rentangnya bertumpang tindih.",
        "No clear winner: {items} share the first place, since their intervals overlap.",
    ),
    "minutes.winner": (
        "{item} menempati tempat pertama; rentangnya tidak bertumpang tindih dengan yang lain.",
        "{item} comes first; its interval does not overlap with any other.",
    ),
    "minutes.unsure": (
        "Tempat pertama tidak dapat ditentukan dari suara sebanyak ini.",
        "The first place cannot be told from so few ballots.",
    ),
    "minutes.stop": (
        "Usul tinjau: berhenti, karena pada setiap butir tidak lebih dari 15% suara bergeser.",
        "tinjau's proposal: stop, since no more than 15% of the ballots moved on any item.",
    ),
    "minutes.again": (
        "Usul tinjau: satu putaran lagi, karena pada sebagian butir lebih dari 15% suara bergeser.",
        "tinjau's proposal: one more round, since more than 15% of the ballots moved on some item.",
    ),
    "minutes.ended": ("Keputusan fasilitator bersama peserta untuk berhenti: {reason}", "Decision to stop: {reason}"),
    "minutes.reasons": ("Alasan yang ditulis peserta (tanpa kode)", "Reasons that people wrote (without codes)"),
    "minutes.decisions": ("Keputusan", "Decisions"),
    "minutes.because": ("Alasan: {why}", "Reason: {why}"),
    "minutes.on": ("Berdasarkan {strategies}", "Based on {strategies}"),
    "minutes.corrections": ("Koreksi surat suara kertas", "Corrections of paper ballots"),
    "minutes.signatures": ("Pengesahan", "Signatures"),
    "minutes.role": ("Sebagai", "As"),
    "minutes.name": ("Nama", "Name"),
    "minutes.sign": ("Tanda tangan", "Signature"),
    "minutes.secretary": ("Notulis", "Secretary"),
    "minutes.witness": ("Wakil peserta", "For the participants"),
    "minutes.footer": (
        "Disusun tinjau dari catatan pertemuan; suara setiap orang tidak pernah terlihat sebelum putaran ditutup.",
        "Made by tinjau from the records of the meeting; nobody's vote was visible before its round was closed.",
    ),
}
