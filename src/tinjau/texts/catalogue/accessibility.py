"""The accessibility evaluation: its frame, the rules that are read, and the titles of WCAG 2.2's success criteria.

English titles are those of the Recommendation; the Indonesian ones are our translation (W3C publishes none).
"""

SENTENCES: dict[str, tuple[str, str]] = {
    "section.accessibility": ("Evaluasi aksesibilitas", "Accessibility evaluation"),
    "section.accessibility-steps": ("Yang perlu diperbaiki lebih dahulu", "What to mend first"),
    "section.accessibility-limits": ("Batas evaluasi aksesibilitas ini", "Limits of this accessibility evaluation"),
    "table.accessibility": (
        "Kriteria WCAG 2.2 yang diperiksa secara otomatis",
        "Success criteria of WCAG 2.2 that were checked automatically",
    ),
    "column.wcag": ("Kriteria keberhasilan", "Success criterion"),
    "column.wcag-found": ("Yang ditemukan", "What was found"),
    "wcag.summary": (
        "Ini pemeriksaan otomatis sebagian, bukan pernyataan kesesuaian. Dari {total} kriteria WCAG 2.2 tingkat A dan "
        "AA, {failed} tidak terpenuhi menurut mesin dan {untested} belum diperiksa sama sekali; tidak ada yang "
        "dinyatakan terpenuhi.",
        "This is a partial automatic check, not a statement of conformance. Of {total} success criteria of WCAG 2.2 at "
        "levels A and AA, {failed} {failed:is|are} not satisfied according to the machine and {untested} "
        "{untested:was|were} not checked at all; none is said to be satisfied.",
    ),
    "wcag.no-capture": (
        "Tidak ada situs yang direkam, sehingga tidak ada yang diperiksa.",
        "No site was captured, so nothing was checked.",
    ),
    "wcag.target": ("Acuan", "Conformance target"),
    "wcag.target-means": (
        "WCAG 2.2 tingkat A dan AA, menurut cara kerja WCAG-EM 1.0 dari W3C",
        "WCAG 2.2 at levels A and AA, after W3C's methodology WCAG-EM 1.0",
    ),
    "wcag.scope-name": ("Ruang lingkup", "Scope of the website"),
    "wcag.scope": (
        "{pages} halaman dari {hosts}, sebagaimana direkam dalam arsip dengan SHA-256 {digest}",
        "{pages} {pages:page|pages} of {hosts}, as captured in the archive with SHA-256 {digest}",
    ),
    "wcag.examined": ("Yang diperiksa", "What was examined"),
    "wcag.examined-means": (
        "{pages} halaman yang direkam pada {date}, dengan {rules} aturan",
        "{pages} {pages:page|pages} captured on {date}, by {rules} {rules:rule|rules}",
    ),
    "wcag.sample": ("Sampel", "Sample"),
    "wcag.sample-means": (
        "Semua halaman yang terekam; tidak ada pemilihan sampel. Alur lengkap suatu layanan tidak dicoba.",
        "Every captured page; no sample was drawn. No complete process of a service was tried.",
    ),
    "wcag.technology": ("Cara membaca", "How it was read"),
    "wcag.baseline": (
        "HTML sebagaimana dikirim server, tanpa peramban dan tanpa menjalankan skrip atau gaya; tidak ada teknologi "
        "bantu yang dicoba",
        "HTML as the server sent it, without a browser, with no script or style run; no assistive technology was tried",
    ),
    "wcag.not-checked": ("Belum diperiksa.", "Not checked."),
    "wcag.specifics": (
        "Penilai perlu memeriksa semua kriteria yang belum diperiksa dan memastikan yang ditemukan mesin.",
        "A person has to check every criterion that is not checked yet and to confirm what the machine found.",
    ),
    "wcag.counted": (
        "Tidak terpenuhi pada {failed} dari {pages} halaman.",
        "Failed on {failed} of {pages} {pages:page|pages}.",
    ),
    "wcag.counted-none": ("Terpenuhi pada semua {pages} halaman.", "Met on all {pages} {pages:page|pages}."),
    "wcag.outcome-note": (
        "Satu halaman yang gagal sudah membuat kriteria tidak terpenuhi. Bila aturan lolos di semua halaman, "
        "kriterianya tetap tidak dapat dipastikan, karena satu aturan tidak memeriksa seluruh kriteria.",
        "One page that fails is enough for a criterion not to be satisfied. Where a rule passes on every page its "
        "criterion still cannot be told, because one rule does not check the whole criterion.",
    ),
    "wcag.ask": (
        "Tanyakan kepada pengelola situs di dinas komunikasi dan informatika; bila situs dibuat penyedia jasa, "
        "mintakan perbaikannya kepada penyedia itu.",
        "Ask whoever runs the site in the communication and informatics office; where a vendor built it, ask the "
        "vendor to mend it.",
    ),
    "wcag.begin": (
        "Mulai dari {pages} halaman yang gagal; periksa apakah satu templat menyebabkan semuanya.",
        "Begin with the {pages} {pages:page|pages} that failed, and see whether one template causes them all.",
    ),
    "wcag.begin-one": ("Mulai dari satu halaman yang gagal.", "Begin with the one page that failed."),
    "wcag.untested": ("{n} kriteria belum diperiksa", "{n} {n:criterion|criteria} not checked"),
    "wcag.limit-static": (
        "Kontras warna, papan ketik, fokus, pembesaran, dan isi yang dibuat skrip hanya terlihat di peramban dan tidak "
        "diperiksa di sini.",
        "Colour contrast, keyboard, focus, zoom and what scripts make can be seen only in a browser and were not "
        "checked here.",
    ),
    "wcag.limit-passed": (
        "Aturan memeriksa adanya teks pengganti, label, atau judul, bukan apakah isinya tepat.",
        "A rule checks that an alternative, a label or a title is there, not whether it says the right thing.",
    ),
    "wcag.limit-people": (
        "Penyandang disabilitas belum dilibatkan; yang mereka alami tidak dapat digantikan pemeriksaan mesin.",
        "People with disabilities were not involved; no automatic check replaces what they meet.",
    ),
    "wcag.limit-documents": (
        "Dokumen PDF dan perkantoran yang ditautkan tidak diperiksa aksesibilitasnya.",
        "PDF and office documents that the site links to were not checked for accessibility.",
    ),
    # What each rule looks for, and what to do where it failed.
    "wcag-rule.image_alternatives": (
        "Setiap gambar mempunyai teks pengganti atau ditandai sebagai hiasan.",
        "Every image has a text alternative or is marked as decoration.",
    ),
    "wcag-mend.image_alternatives": (
        "Tulis teks pengganti (alt) pada setiap gambar yang bermakna, dan alt kosong pada gambar hiasan.",
        "Write an alternative (alt) for every image that means something, and an empty alt for decoration.",
    ),
    "wcag-rule.heading_texts": ("Setiap judul bagian berisi teks.", "Every heading has text."),
    "wcag-mend.heading_texts": (
        "Hapus judul bagian yang kosong, atau isi teksnya.",
        "Remove headings without text, or give them their text.",
    ),
    "wcag-rule.viewport_zoom": ("Halaman dapat diperbesar.", "The page can be enlarged."),
    "wcag-mend.viewport_zoom": (
        "Hapus user-scalable=no dan maximum-scale di bawah 2 dari meta viewport.",
        "Take user-scalable=no, and a maximum-scale under 2, out of the viewport meta element.",
    ),
    "wcag-rule.meta_refresh": (
        "Halaman tidak memuat ulang atau berpindah sendiri setelah beberapa saat.",
        "The page does not reload or move on by itself after a while.",
    ),
    "wcag-mend.meta_refresh": (
        "Ganti meta refresh dengan pengalihan di server, atau dengan tautan yang diklik pembaca.",
        "Replace meta refresh by a redirect of the server, or by a link that readers follow themselves.",
    ),
    "wcag-rule.page_titles": ("Setiap halaman mempunyai judul.", "Every page has a title."),
    "wcag-mend.page_titles": (
        "Beri setiap halaman judul (title) yang menyebut isinya.",
        "Give every page a title that says what it is about.",
    ),
    "wcag-rule.link_names": ("Setiap tautan mempunyai nama.", "Every link has a name."),
    "wcag-mend.link_names": (
        "Beri teks pada setiap tautan; pada tautan bergambar, tulis tujuannya dalam alt.",
        "Give every link a text; where it holds a picture alone, write its purpose into the alt.",
    ),
    "wcag-rule.page_language": (
        "Setiap halaman menyatakan bahasanya dengan kode yang sah.",
        "Every page states its language by a valid tag.",
    ),
    "wcag-mend.page_language": (
        'Tulis lang="id" pada elemen html semua templat.',
        'Write lang="id" (or the page\'s language) on the html element of every template.',
    ),
    "wcag-rule.form_labels": ("Setiap isian formulir mempunyai nama.", "Every form field has a name."),
    "wcag-mend.form_labels": (
        "Hubungkan setiap isian dengan label; teks contoh di dalam isian bukan label.",
        "Tie every field to a label; a placeholder inside the field is no label.",
    ),
    "wcag-rule.button_names": ("Setiap tombol mempunyai nama.", "Every button has a name."),
    "wcag-mend.button_names": (
        "Beri teks pada setiap tombol; pada tombol bergambar, tulis kegunaannya dengan aria-label.",
        "Give every button a text; where it shows a picture alone, write what it does into aria-label.",
    ),
    "wcag-rule.frame_titles": ("Setiap bingkai (iframe) mempunyai judul.", "Every frame (iframe) has a title."),
    "wcag-mend.frame_titles": (
        "Tulis title pada setiap iframe, misalnya Peta kantor.",
        "Write a title on every iframe, such as Map of the office.",
    ),
    # The success criteria.
    "wcag.1.1.1": ("Konten nonteks", "Non-text Content"),
    "wcag.1.2.1": ("Hanya audio dan hanya video (rekaman)", "Audio-only and Video-only (Prerecorded)"),
    "wcag.1.2.2": ("Takarir (rekaman)", "Captions (Prerecorded)"),
    "wcag.1.2.3": (
        "Deskripsi audio atau alternatif media (rekaman)",
        "Audio Description or Media Alternative (Prerecorded)",
    ),
    "wcag.1.2.4": ("Takarir (siaran langsung)", "Captions (Live)"),
    "wcag.1.2.5": ("Deskripsi audio (rekaman)", "Audio Description (Prerecorded)"),
    "wcag.1.3.1": ("Informasi dan hubungannya", "Info and Relationships"),
    "wcag.1.3.2": ("Urutan yang bermakna", "Meaningful Sequence"),
    "wcag.1.3.3": ("Ciri indrawi", "Sensory Characteristics"),
    "wcag.1.3.4": ("Orientasi layar", "Orientation"),
    "wcag.1.3.5": ("Tujuan isian dapat dikenali", "Identify Input Purpose"),
    "wcag.1.4.1": ("Penggunaan warna", "Use of Color"),
    "wcag.1.4.2": ("Kendali audio", "Audio Control"),
    "wcag.1.4.3": ("Kontras (minimum)", "Contrast (Minimum)"),
    "wcag.1.4.4": ("Pembesaran teks", "Resize Text"),
    "wcag.1.4.5": ("Gambar berisi teks", "Images of Text"),
    "wcag.1.4.10": ("Penataan ulang isi", "Reflow"),
    "wcag.1.4.11": ("Kontras unsur nonteks", "Non-text Contrast"),
    "wcag.1.4.12": ("Jarak antarteks", "Text Spacing"),
    "wcag.1.4.13": ("Konten saat disorot atau difokuskan", "Content on Hover or Focus"),
    "wcag.2.1.1": ("Papan ketik", "Keyboard"),
    "wcag.2.1.2": ("Tidak ada jebakan papan ketik", "No Keyboard Trap"),
    "wcag.2.1.4": ("Pintasan satu karakter", "Character Key Shortcuts"),
    "wcag.2.2.1": ("Batas waktu dapat diatur", "Timing Adjustable"),
    "wcag.2.2.2": ("Jeda, hentikan, sembunyikan", "Pause, Stop, Hide"),
    "wcag.2.3.1": ("Tiga kilatan atau di bawah ambang batas", "Three Flashes or Below Threshold"),
    "wcag.2.4.1": ("Melewati blok berulang", "Bypass Blocks"),
    "wcag.2.4.2": ("Judul halaman", "Page Titled"),
    "wcag.2.4.3": ("Urutan fokus", "Focus Order"),
    "wcag.2.4.4": ("Tujuan tautan (dalam konteks)", "Link Purpose (In Context)"),
    "wcag.2.4.5": ("Beragam cara menemukan halaman", "Multiple Ways"),
    "wcag.2.4.6": ("Judul bagian dan label", "Headings and Labels"),
    "wcag.2.4.7": ("Fokus terlihat", "Focus Visible"),
    "wcag.2.4.11": ("Fokus tidak terhalang (minimum)", "Focus Not Obscured (Minimum)"),
    "wcag.2.5.1": ("Gerakan penunjuk", "Pointer Gestures"),
    "wcag.2.5.2": ("Pembatalan penunjuk", "Pointer Cancellation"),
    "wcag.2.5.3": ("Label termuat dalam nama", "Label in Name"),
    "wcag.2.5.4": ("Pengaktifan dengan gerakan", "Motion Actuation"),
    "wcag.2.5.7": ("Gerakan menyeret", "Dragging Movements"),
    "wcag.2.5.8": ("Ukuran sasaran (minimum)", "Target Size (Minimum)"),
    "wcag.3.1.1": ("Bahasa halaman", "Language of Page"),
    "wcag.3.1.2": ("Bahasa bagian", "Language of Parts"),
    "wcag.3.2.1": ("Saat mendapat fokus", "On Focus"),
    "wcag.3.2.2": ("Saat diisi", "On Input"),
    "wcag.3.2.3": ("Navigasi konsisten", "Consistent Navigation"),
    "wcag.3.2.4": ("Penamaan konsisten", "Consistent Identification"),
    "wcag.3.2.6": ("Bantuan konsisten", "Consistent Help"),
    "wcag.3.3.1": ("Pengenalan kesalahan", "Error Identification"),
    "wcag.3.3.2": ("Label atau petunjuk", "Labels or Instructions"),
    "wcag.3.3.3": ("Saran perbaikan kesalahan", "Error Suggestion"),
    "wcag.3.3.4": (
        "Pencegahan kesalahan (hukum, keuangan, data)",
        "Error Prevention (Legal, Financial, Data)",
    ),
    "wcag.3.3.7": ("Pengisian berulang", "Redundant Entry"),
    "wcag.3.3.8": ("Autentikasi yang mudah diakses (minimum)", "Accessible Authentication (Minimum)"),
    "wcag.4.1.2": ("Nama, peran, nilai", "Name, Role, Value"),
    "wcag.4.1.3": ("Pesan status", "Status Messages"),
}
