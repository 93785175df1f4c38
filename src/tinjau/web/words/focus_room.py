"""The sentences that people in the room of a focus group read."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "room.join": ("Bergabung", "Join"),
    "room.join-lead": (
        "Anda bergabung tanpa akun, dengan sebuah kode. Suara Anda tidak terlihat oleh siapa pun sebelum putaran "
        "ditutup; sesudahnya hanya tercatat dengan kode.",
        "You join without an account, under a code. Nobody sees your vote before the round is closed; after that it "
        "is kept under the code alone.",
    ),
    "room.name": ("Nama untuk daftar hadir, boleh kosong", "Name for the list of attendance; may stay empty"),
    "room.name-hint": (
        "Nama tidak pernah ditampilkan bersama kode Anda dan dapat dihapus setelah pertemuan.",
        "It is never shown beside your code, and can be deleted after the meeting.",
    ),
    "room.code": ("Kode Anda", "Your code"),
    "room.reload": ("Muat ulang", "Reload"),
    "room.news": ("Ada langkah baru.", "Something new began."),
    "room.news-go": ("Buka sekarang", "Open it now"),
    "room.wait": (
        "Tunggu sebentar. Fasilitator akan memulai langkah berikutnya.",
        "One moment. The facilitator will begin the next step.",
    ),
    "room.wait-merge": (
        "Fasilitator sedang menggabungkan usulan yang serupa.",
        "The facilitator is merging what is alike.",
    ),
    "room.wait-talk": ("Ikuti percakapan di ruangan.", "Follow the talk in the room."),
    "room.wait-decide": (
        "Keputusan sedang dirumuskan bersama di ruangan.",
        "The decisions are being worded in the room.",
    ),
    "room.closed": ("Pertemuan sudah ditutup. Terima kasih.", "The meeting is closed. Thank you."),
    "room.collect-lead": (
        "Tulis satu faktor dalam satu kalimat. Anda boleh mengirim beberapa.",
        "Write one factor in one sentence. You may send several.",
    ),
    "room.tows-lead": (
        "Pilih satu faktor dari dalam dan satu dari luar, lalu tulis strategi yang menjawab keduanya.",
        "Choose one factor from inside and one from outside, then write a strategy that answers both.",
    ),
    "room.choose-box": ("Kelompok", "Box"),
    "room.inside": ("Faktor dari dalam (S atau W)", "Factor from inside (S or W)"),
    "room.outside": ("Faktor dari luar (O atau T)", "Factor from outside (O or T)"),
    "room.strategy": ("Strategi, paling panjang {n} huruf", "Strategy, at most {n} characters"),
    "room.factor": ("Faktor, paling panjang {n} huruf", "Factor, at most {n} characters"),
    "room.send": ("Kirim", "Send"),
    "room.mine": ("Yang sudah Anda kirim", "What you have sent"),
    "room.withdraw": ("Tarik kembali", "Take back"),
    "room.is-hidden": ("disembunyikan fasilitator", "hidden by the facilitator"),
    "room.is-merged": ("digabungkan", "merged"),
    "room.vote-points": (
        "Bagilah {total} poin di antara faktor-faktor ini. Jumlahnya harus tepat {total}; nol boleh.",
        "Divide {total} points among these factors. They must add up to exactly {total}; zero is allowed.",
    ),
    "room.vote-importance": (
        "Seberapa penting setiap faktor? 1 kurang penting, 5 sangat penting.",
        "How important is each factor? 1 is less important, 5 very important.",
    ),
    "room.vote-magnitude": (
        "Seberapa besar setiap faktor? Angka kecil berarti kecil, angka besar berarti besar.",
        "How great is each factor? A low number is small, a high number great.",
    ),
    "room.vote-rangkuti": (
        "Kekuatan dan peluang yang besar mendapat angka besar; kelemahan dan ancaman yang berat mendapat angka kecil.",
        "A great strength or opportunity gets a high number; a grave weakness or threat a low one.",
    ),
    "room.vote-david": (
        "Kekuatan 3 atau 4, kelemahan 1 atau 2; peluang dan ancaman 1 sampai 4 menurut tanggapan kota.",
        "Strengths 3 or 4, weaknesses 1 or 2; opportunities and threats 1 to 4 by how well the city responds.",
    ),
    "room.vote-rank": (
        "Beri 1 untuk strategi yang paling didahulukan. Nomor yang sama berarti setara.",
        "Give 1 to the strategy that should come first. The same number means equal.",
    ),
    "room.choose-number": ("pilih", "choose"),
    "room.before": (
        "Putaran lalu: median {median}, separuh suara di antara {lower} dan {upper}.",
        "Last round: median {median}, half of the ballots between {lower} and {upper}.",
    ),
    "room.own-before": ("Anda: {own}", "You: {own}"),
    "room.reason": (
        "Alasan, boleh kosong. Ditampilkan tanpa kode setelah putaran ditutup.",
        "Reason, may stay empty. Shown without a code after the round is closed.",
    ),
    "room.reason-again": (
        "Bila jawaban Anda berada di luar separuh suara tadi, tulis alasannya; boleh kosong. Ditampilkan tanpa kode "
        "setelah putaran ditutup.",
        "If your answer lies outside that half, say why; may stay empty. Shown without a code after the round is "
        "closed.",
    ),
    "room.hand-in": ("Serahkan suara", "Hand the ballot in"),
    "room.hand-in-again": ("Ganti suara saya", "Replace my ballot"),
    "room.received": (
        "Suara Anda sudah diterima. Isinya tersimpan tertutup dan tidak ditampilkan kepada siapa pun, juga di sini, "
        "sampai putaran ditutup.",
        "Your ballot was received. It is kept sealed and shown to nobody, not even here, until the round is closed.",
    ),
    "room.replace": ("Ingin mengganti?", "Do you want to replace it?"),
    "room.late": (
        "Putaran sudah ditutup. Suara yang baru saja Anda kirim tidak dihitung; suara Anda sebelumnya, bila ada, tetap "
        "berlaku.",
        "The round is closed. The ballot that you just sent was not counted; an earlier one of yours stands.",
    ),
    "room.sum": ("Jumlah poin", "Points in all"),
    "room.result": ("Hasil", "Result"),
    "room.result-lead": ("{n} suara dihitung.", "{n} ballots counted."),
    "room.item": ("Butir", "Item"),
    "room.median": ("Median", "Median"),
    "room.spread": ("Kuartil (IQR)", "Quartiles (IQR)"),
    "room.own": ("Anda", "You"),
    "room.rank": ("Peringkat", "Rank"),
    "room.moved": ("Bergeser", "Moved"),
    "room.mean": ("Rata-rata", "Mean"),
    "room.no-invitation": (
        "Undangan ini tidak berlaku. Minta kode QR yang terbaru kepada fasilitator.",
        "This invitation does not hold. Ask the facilitator for the newest QR code.",
    ),
    "room.not-inside": (
        "Peramban ini tidak berada di pertemuan ini, atau waktunya sudah habis. Pindai kode QR yang ditampilkan "
        "fasilitator.",
        "This browser is not in this meeting, or its time is over. Scan the QR code that the facilitator shows.",
    ),
    "room.rule": (
        "IQR ialah jarak antara kuartil bawah dan atas, menurut aturan {rule}. Peringkat dibagi selama rentang 95%-nya "
        "bertumpang tindih.",
        "The IQR is the distance between the lower and the upper quartile, by rule {rule}. A rank is shared while 95% "
        "intervals overlap.",
    ),
    "room.w": (
        "Keselarasan (Kendall W): {w}. Nol berarti tidak ada urutan bersama; satu berarti semua sama.",
        "Agreement (Kendall's W): {w}. Zero means no common order, one that all agree.",
    ),
    "room.no-w": (
        "Keselarasan belum dapat dihitung dari suara sebanyak ini.",
        "Agreement cannot be computed from these ballots.",
    ),
    "room.no-winner": ("Tidak ada pemenang yang jelas:", "No clear winner:"),
    "room.winner": ("Tempat pertama:", "First place:"),
    "room.unsure": (
        "Tempat pertama belum dapat ditentukan dari suara sebanyak ini.",
        "The first place cannot be told from so few ballots.",
    ),
    "room.stop": (
        "Usul: berhenti. Pada setiap butir tidak lebih dari 15% suara bergeser. Yang memutuskan ialah peserta dan "
        "fasilitator.",
        "Proposal: stop. No more than 15% of the ballots moved on any item. People decide.",
    ),
    "room.again": (
        "Usul: satu putaran lagi. Pada sebagian butir lebih dari 15% suara bergeser. Yang memutuskan ialah peserta dan "
        "fasilitator.",
        "Proposal: one more round. More than 15% of the ballots moved on some item. People decide.",
    ),
    "room.first-round": (
        "Baru satu putaran: apakah pendapat masih bergeser belum dapat diketahui.",
        "One round only: whether opinions still move is not known yet.",
    ),
    "room.reasons": ("Alasan yang ditulis (tanpa kode)", "Reasons that were written (without codes)"),
    "room.unread": (
        "{n} suara tidak dapat dibuka oleh server ini dan tidak dihitung.",
        "{n} ballots could not be opened by this server and were not counted.",
    ),
    "room.standing": ("Usulan sejauh ini", "Proposals so far"),
    "room.screen-join": ("Pindai untuk bergabung", "Scan to join"),
    "room.agenda": ("Agenda", "Agenda"),
    "focus.fault-values": (
        "Isi setiap butir dengan angka yang diminta. Yang belum benar ditandai. Suara ini belum tersimpan.",
        "Give every item a number of those asked for. What is not right is marked. This ballot is not kept yet.",
    ),
    "focus.fault-total": (
        "Jumlah poin Anda {sum}, seharusnya {total}. Suara ini belum tersimpan.",
        "Your points add up to {sum}; they should be {total}. This ballot is not kept yet.",
    ),
    "focus.late": ("Putaran sudah ditutup; suara ini tidak dihitung.", "The round is closed; this was not counted."),
    "focus.removed": (
        "Kode ini sudah dikeluarkan dari pertemuan. Hubungi fasilitator.",
        "This code was taken out of the meeting. Ask the facilitator.",
    ),
    "focus.full": (
        "Pertemuan ini sudah penuh. Hubungi fasilitator; surat suara kertas masih mungkin.",
        "The meeting is full. Ask the facilitator; a paper ballot is still possible.",
    ),
    "focus.needs-cookie": (
        "Peramban Anda menolak kuki, sehingga kode tidak dapat disimpan. Izinkan kuki untuk halaman ini, atau minta "
        "surat suara kertas.",
        "Your browser refuses cookies, so that it cannot keep a code. Allow them for this page, or ask for a paper "
        "ballot.",
    ),
    "focus.too-many-tries": (
        "Terlalu banyak alamat yang salah dari jaringan ini. Coba lagi satu menit lagi.",
        "Too many wrong addresses from this network. Try again in a minute.",
    ),
    "focus.step-not-open": (
        "Langkah ini sudah ditutup; kiriman itu tidak disimpan.",
        "This step is closed; that was not kept.",
    ),
    "focus.needs-text": ("Tulis rumusannya.", "Write the wording."),
    "focus.most-ideas": (
        "Jumlah kiriman sudah yang terbanyak untuk langkah ini.",
        "There are as many as this step takes.",
    ),
    "focus.choose-box": ("Pilih kelompoknya.", "Choose the box."),
    "focus.choose-pair": (
        "Pilih satu faktor dari dalam dan satu dari luar.",
        "Choose one factor from inside and one from outside.",
    ),
}
