"""The sentences of findings, replies, the league, what is public, and fleets."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "finding.title": ("Hasil", "Findings"),
    "finding.none": ("Belum ada rancangan hasil.", "No draft yet."),
    "finding.version": ("Versi {n}", "Version {n}"),
    "finding.write": ("Susun rancangan hasil", "Draft the result"),
    "finding.new-version": ("Susun versi baru", "Draft a new version"),
    "finding.rests": ("Hasil disusun dari penilaian yang diserahkan:", "It rests on the evaluation handed in:"),
    "finding.rests-nothing": (
        "Pemerintah ini belum menyerahkan apa pun. Hasilnya akan menyebutkan hal itu, tanpa penilaian.",
        "This government handed in nothing. The result will say so, without a verdict.",
    ),
    "finding.reason": ("Pertimbangan", "Reasons"),
    "finding.change": ("Apa yang berubah dan mengapa", "What changed and why"),
    "finding.changed": ("Yang berubah:", "What changed:"),
    "finding.keep": ("Simpan sebagai versi baru", "Keep as a new version"),
    "finding.share": (
        "Sampaikan kepada pemerintah, masa hak jawab {days} hari",
        "Share with the government, {days} days of reply",
    ),
    "finding.shared-until": ("hak jawab sampai", "open to reply until"),
    "finding.why": ("Dasar keputusan", "Why, and on what basis"),
    "finding.publish": ("Umumkan versi {n}", "Publish version {n}"),
    "finding.published": ("diumumkan", "published"),
    "finding.letter": ("Unduh surat hasil", "Download the letter"),
    "finding.needs-reason": ("Tulis pertimbangannya.", "Write the reasons."),
    "finding.needs-why": ("Tulis dasar keputusannya.", "Write why and on what basis."),
    "finding.needs-change": (
        "Versi sebelumnya sudah disampaikan. Tulis apa yang berubah dan mengapa.",
        "The version before was shared. Write what changed and why.",
    ),
    "finding.conflict": (
        "Orang lain sudah memutuskan lebih dahulu. Tulisan Anda belum disimpan; muat ulang halamannya.",
        "Someone else decided first. Nothing of yours was kept; load the page again.",
    ),
    "finding.share-first": (
        "Sampaikan dahulu kepada pemerintah yang dinilai; hasil baru dapat diumumkan setelah hak jawab.",
        "Share it with the government first; nothing is published before the right of reply.",
    ),
    "finding.answer-first": (
        "Tanggapi dahulu jawaban pemerintah.",
        "Answer the government's reply first.",
    ),
    "finding.accepted-needs-version": (
        "Jawaban pemerintah diterima. Susun versi baru; versi ini tidak dapat diumumkan.",
        "A reply was accepted. Draft a new version; this one cannot be published.",
    ),
    "finding.still-open": (
        "Masa hak jawab belum berakhir dan pemerintah belum menyatakan setuju.",
        "The days of reply are not over, and the government has not agreed yet.",
    ),
    "found.draft": ("rancangan, hanya untuk kementerian", "draft, for the ministry alone"),
    "found.shared": ("rancangan, dalam masa hak jawab", "draft, open to reply"),
    "found.over": ("rancangan, masa hak jawab berakhir", "draft, the days of reply are over"),
    "found.published": ("berlaku dan diumumkan", "stands and is public"),
    "found.superseded": ("digantikan versi yang lebih baru", "superseded by a newer version"),
    "reply.title": ("Hak jawab pemerintah", "The government's reply"),
    "reply.agrees": ("Pemerintah menyetujui hasil", "The government agrees"),
    "reply.lead": (
        "Jawaban disimpan di samping hasil dan ikut diumumkan bersamanya. Kirim sebelum",
        "A reply is kept beside the result and published with it. Send it before",
    ),
    "reply.text": ("Klarifikasi atau keberatan", "Clarification or objection"),
    "reply.send": ("Kirim jawaban", "Send the reply"),
    "reply.agree": ("Setujui hasil", "Agree with the result"),
    "reply.accept": ("Terima, susun versi baru", "Accept, a new version follows"),
    "reply.reject": ("Tolak", "Reject"),
    "reply.accepted": ("Jawaban diterima", "Reply accepted"),
    "reply.rejected": ("Jawaban ditolak", "Reply rejected"),
    "reply.over": (
        "Masa hak jawab untuk versi ini sudah berakhir.",
        "The days of reply to this version are over.",
    ),
    "reply.needs-text": ("Tulis jawabannya.", "Write the reply."),
    "reply.enough": ("Tidak dapat menambah lagi di sini.", "No more can be added here."),
    "league.title": ("Tabel hasil", "League"),
    "league.private": (
        "Tabel ini hanya untuk kementerian. Isinya baru terlihat umum setelah diumumkan.",
        "This table is for the ministry alone. Nothing of it is public before it is published.",
    ),
    "league.of-all": ("Menurut hasil terbaru, termasuk rancangan.", "By the newest findings, drafts among them."),
    "league.of-public": ("Menurut hasil yang sudah diumumkan.", "By the findings that are public."),
    "league.see-public": ("Lihat yang akan diumumkan", "See what would be published"),
    "league.see-all": ("Lihat semuanya", "See all"),
    "league.size": ("Ukuran situs", "Size of the site"),
    "league.rank": ("Peringkat", "Rank"),
    "league.coverage": ("Cakupan", "Coverage"),
    "league.official": (
        "Peringkat mengikuti indeks resmi instrumen.",
        "Ranks follow the instrument's own official index.",
    ),
    "league.no-sum": (
        "Tidak ada nilai gabungan: kriterianya tidak mempunyai skala resmi. Peringkat ditulis sebagai rentang yang "
        "berlaku untuk setiap bobot dan apa pun isi bagian yang belum diketahui. Seri berbagi peringkat.",
        "There is no composite: the criteria have no official scale. A rank is an interval that holds for every "
        "weighting and whatever the unknown parts turn out to be. Ties share a rank.",
    ),
    "league.sure": (
        "Dari {everyone} pemerintah, hasil {total} pemerintah diperhitungkan; {complete} di antaranya dinilai lengkap.",
        "Of {everyone} governments, {total} count with a result; {complete} of these were assessed in full.",
    ),
    "league.spread": ("Sebaran fase", "Spread of phases"),
    "league.whole": ("Dinilai lengkap", "Assessed in full"),
    "league.none": ("Tidak ada pemerintah yang cocok.", "No government fits."),
    "league.apart": ("Belum dinilai lengkap", "Not assessed in full"),
    "league.apart-lead": (
        "Bagian yang belum diketahui tidak menurunkan penilaian, tetapi peringkatnya belum pasti.",
        "What is not known lowers no verdict, but leaves the rank open.",
    ),
    "league.between": ("peringkat {low}–{high}", "rank {low}–{high}"),
    "league.at": ("peringkat {rank}", "rank {rank}"),
    "league.no-phase": ("fase belum dapat ditunjukkan", "no phase could be shown"),
    "league.outside": ("Hasil belum diumumkan", "Result not published"),
    "league.outside-lead": (
        "Pemerintah ini ikut dievaluasi, tetapi hasilnya belum ditetapkan dan diumumkan.",
        "These governments take part, but their results are not settled and published.",
    ),
    "league.nothing-in": ("Tidak ada yang dapat dinilai.", "There is nothing to assess."),
    "league.not-handed-in": (
        "tidak menyerahkan evaluasi mandiri",
        "no self-assessment was handed in",
    ),
    "league.files": ("Unduhan", "Downloads"),
    "league.publish": ("Umumkan tabel", "Publish the league"),
    "league.publish-lead": (
        "Yang diumumkan adalah tabel dari hasil yang sudah diumumkan, apa adanya hari ini. Versi lama tetap "
        "dapat dibaca.",
        "What is published is the league of published findings as it is today. Old versions stay readable.",
    ),
    "league.nothing": (
        "Belum ada hasil yang diumumkan, sehingga belum ada tabel yang dapat diumumkan.",
        "No finding is public yet, so there is no league to publish.",
    ),
    "league.versions": ("Versi yang diumumkan", "Published versions"),
    "league.withdraw": ("Tarik versi ini", "Withdraw this version"),
    "league.withdrawn": ("ditarik", "withdrawn"),
    "booklet.csv": ("Tabel (CSV)", "Table (CSV)"),
    "booklet.xlsx": ("Tabel (Excel)", "Table (Excel)"),
    "booklet.html": ("Buku hasil (HTML)", "Booklet (HTML)"),
    "booklet.pdf": ("Buku hasil (PDF)", "Booklet (PDF)"),
    "public.title": ("Hasil evaluasi yang diumumkan", "Published results"),
    "public.none": ("Belum ada hasil yang diumumkan.", "Nothing is published yet."),
    "public.old": (
        "Ini versi lama dan sudah digantikan oleh",
        "This is an old version. It was superseded by",
    ),
    "public.decided": ("Diumumkan dengan keputusan {name}:", "Published by decision of {name}:"),
    "public.how": ("Seberapa pasti tabel ini", "How sure this table is"),
    "public.how-text": (
        "Peringkat 3–7 berarti: paling baik ketiga dan paling buruk ketujuh di antara pemerintah yang hasilnya "
        "diperhitungkan. Cakupan adalah bagian pertanyaan yang dapat dipastikan jawabannya. Pemerintah yang belum "
        "dinilai lengkap ditulis terpisah. Setiap hasil telah melewati hak jawab sebelum diumumkan.",
        "A rank of 3–7 means third at best and seventh at worst among the governments that count. Coverage is the "
        "share of questions whose answer could be settled. Governments that were not assessed in full stand apart. "
        "Every result passed the right of reply before it was published.",
    ),
    "public.digest": ("Sidik jari isi tabel (SHA-256):", "Digest of the table (SHA-256):"),
    "fleets.title": ("Evaluasi massal", "Fleets"),
    "fleets.lead": (
        "Folder hasil dari perintah tinjau fleet run yang berada di dalam TINJAU_HOME/fleet. Hanya dapat dibaca.",
        "Result folders of the command tinjau fleet run that lie in TINJAU_HOME/fleet. They are only read.",
    ),
    "fleets.none": ("Tidak ada folder di sana.", "There is no folder there."),
    "fleets.done": ("{done} selesai, {failed} gagal", "{done} done, {failed} failed"),
    "fleets.left": ("{n} tersisa", "{n} left"),
    "fleets.estimate": (
        "Perkiraan sisa waktu dari yang sudah selesai: {rest}.",
        "Estimate of the time left, from those finished: {rest}.",
    ),
    "fleets.no-estimate": (
        "Sisa waktu belum dapat diperkirakan.",
        "Nobody can say yet how long the rest takes.",
    ),
    "fleets.seconds": ("{n} detik", "{n} seconds"),
    "fleets.minutes": ("{n} menit", "{n} minutes"),
    "fleets.touched": ("Tanda kerja terakhir:", "Last sign of work:"),
    "fleets.read-only": (
        "Halaman ini membaca folder apa adanya dan tidak mengubah apa pun.",
        "This page reads the folder as it is and changes nothing.",
    ),
    "fleets.unusable": (
        "{n} berkas hasil tidak dapat dibaca dan tidak diperhitungkan.",
        "{n} result files could not be read and do not count.",
    ),
    "fleets.failures": ("Yang gagal, dengan alasannya", "Failures and their reasons"),
    "fleets.no-failures": ("Tidak ada yang gagal.", "None failed."),
    "fleets.more": ("dan {n} lainnya", "and {n} more"),
    "fleets.pages": ("{n} halaman dibaca", "{n} pages were read"),
    "fleetstate.running": ("sedang berjalan", "running"),
    "fleetstate.ended": ("selesai", "ended"),
    "fleetstate.interrupted": ("terhenti", "interrupted"),
    "fleetstate.silent": ("tidak ada tanda kerja", "no sign of work"),
    "fleetstate.unknown": ("keadaan tidak tercatat", "state not recorded"),
    "fleetfile.html": ("Laporan (HTML)", "Report (HTML)"),
    "fleetfile.pdf": ("Laporan (PDF)", "Report (PDF)"),
    "fleetfile.json": ("Penilaian (JSON)", "Assessment (JSON)"),
}
