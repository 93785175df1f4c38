"""Priorities: weights, position, order, cost and portfolio, as people's judgements give them."""

SENTENCES: dict[str, tuple[str, str]] = {
    "section.priorities": ("Prioritas", "Priorities"),
    "section.position": ("Posisi menurut penilai", "Position by the raters"),
    "section.order": ("Urutan strategi dan kepastiannya", "Order of the strategies, and how sure it is"),
    "section.weights": ("Bobot faktor", "Weights of the factors"),
    "section.effort": ("Dampak dan biaya", "Impact and cost"),
    "section.portfolio": ("Pilihan strategi menurut biaya", "Strategies to choose by cost"),
    "priorities.none": (
        "Belum ada prioritas karena belum ada penilai yang memberi bobot, nilai, atau biaya. Tanpa penilai tidak ada "
        "angka.",
        "No priorities yet: nobody has given weights, ratings or costs. Without a rater there is no number.",
    ),
    "priorities.lead": (
        "Angka di bagian ini berasal dari {n} penilai; rentang menunjukkan seberapa jauh mereka berbeda.",
        "The numbers here come from {n} {n:rater|raters}; intervals show how far they differ.",
    ),
    "priorities.illustrative-title": ("Angka rekaan", "Invented numbers"),
    "priorities.illustrative": (
        "Bobot, nilai, dan biaya di bagian ini dibuat sebagai contoh dan tidak berasal dari penilai mana pun.",
        "Weights, ratings and costs in this part are invented as an example and come from no rater.",
    ),
    "priorities.determined": (
        "Posisinya {quadrant}, dengan kepastian {share} bila penilai diambil ulang secara acak.",
        "The position is {quadrant}, sure to {share} when raters are drawn again at random.",
    ),
    "priorities.undetermined": (
        "Posisinya belum pasti: {quadrant} hanya muncul pada {share} pengambilan ulang penilai.",
        "The position is not determined: {quadrant} comes up in only {share} of draws of the raters.",
    ),
    "priorities.point": ("titik {x}; {y}", "point {x}, {y}"),
    "priorities.order": (
        "Strategi yang rentangnya bertumpang tindih berbagi peringkat. Kolom pertama sampai ketiga menunjukkan "
        "seberapa sering "
        "strategi menempati peringkat itu di antara semua bobot yang diterima para penilai.",
        "Strategies whose intervals reach into each other share a rank. First to third show how often a strategy "
        "takes that "
        "rank over all weights that the raters accept.",
    ),
    "priorities.agreement": (
        "Kesepakatan {n} penilai tentang urutan faktor: W Kendall {w} (0 tidak sepakat, 1 sepakat penuh).",
        "Agreement of {n} raters on the order of factors: Kendall's W {w} (0 none, 1 complete).",
    ),
    "quadrant.aggressive": ("Agresif (S-O)", "Aggressive (S-O)"),
    "quadrant.turn-around": ("Berbenah (W-O)", "Turn-around (W-O)"),
    "quadrant.defensive": ("Bertahan (W-T)", "Defensive (W-T)"),
    "quadrant.diversification": ("Diversifikasi (S-T)", "Diversification (S-T)"),
    "portfolio.lead": (
        "Kombinasi termurah yang menjawab semua kelemahan dan ancaman yang dinilai berat, dalam batas yang "
        "ditetapkan dalam kajian.",
        "The cheapest combination that answers every weakness and threat rated serious, within the limits that "
        "people set.",
    ),
    "portfolio.infeasible": ("Tidak ada kombinasi yang memenuhi semua batas:", "No combination keeps every limit:"),
    "portfolio.core": ("Selalu terpilih", "Always chosen"),
    "portfolio.interchangeable": ("Dapat saling menggantikan", "Interchangeable"),
    "portfolio.serious": ("Kelemahan dan ancaman yang harus dijawab", "Weaknesses and threats to answer"),
    "portfolio.without_cost": ("Belum ada data biaya", "Without a cost"),
    "portfolio.cost": ("Biaya", "Cost"),
    "portfolio.budget": ("Anggaran", "Budget"),
    "portfolio.optimal": ("Jumlah kombinasi terbaik yang setara", "Number of equally good combinations"),
    "table.quadrant": ("Kepastian posisi", "How sure the position is"),
    "table.order": ("Urutan strategi", "Order of the strategies"),
    "table.weights": ("Bobot dan nilai faktor", "Weights and ratings of the factors"),
    "table.effort": ("Dampak dan biaya strategi", "Impact and cost of the strategies"),
    "table.merges": ("Butir yang serupa", "Items that are alike"),
    "picture.quadrant": ("Posisi pada kuadran SWOT", "Position in the SWOT quadrants"),
    "picture.quadrant-note": (
        "Angka besar dan balok menunjukkan seberapa sering posisi jatuh di kuadran itu.",
        "The large number and the bar show how often the position falls into that quadrant.",
    ),
    "picture.acceptability": (
        "Seberapa sering tiap strategi menempati peringkat",
        "How often each strategy takes a rank",
    ),
    "picture.acceptability-note": (
        "Makin gelap makin tinggi peringkatnya.",
        "The darker, the higher the rank.",
    ),
    "picture.weights": ("Bobot faktor dengan rentangnya", "Weights of the factors with their intervals"),
    "picture.weights-note": (
        "Titik adalah rata-rata penilai, garis adalah rentang 95%.",
        "The dot is the raters' mean, the line the 95% interval.",
    ),
    "picture.effort": ("Dampak dan biaya tiap strategi", "Impact and cost of every strategy"),
    "picture.effort-note": (
        "Kiri atas: dampak besar dengan biaya kecil. Biaya seperti ditulis dalam options.yaml.",
        "Upper left: large impact at small cost. Costs as written in options.yaml.",
    ),
    "column.rank": ("Peringkat", "Rank"),
    "column.interval": ("Rentang 95%", "95% interval"),
    "column.first": ("pertama", "first"),
    "column.second": ("kedua", "second"),
    "column.third": ("ketiga", "third"),
    "column.later": ("sesudahnya", "later"),
    "column.weight": ("Bobot", "Weight"),
    "column.rating": ("Nilai rata-rata", "Mean rating"),
    "column.cost": ("Biaya", "Cost"),
    "column.quadrant": ("Kuadran", "Quadrant"),
    "column.probability": ("Kemungkinan", "Probability"),
    "column.joined": ("Butir", "Items"),
    "column.similarity": ("Kemiripan", "Likeness"),
}
