"""Lengths of time as pages state them, in figures or words: "3 hari kerja", "within ten days", "entro venti giorni"."""

import re2

_WORDS = (
    # Indonesian; "dua puluh" and "lima belas" end in a unit of counting
    "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belas|puluh|"
    "one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|twenty-one|twenty-eight|thirty|"
    "forty-five|sixty|ninety|"
    "un|uno|una|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|quindici|venti|trenta|quarantacinque|sessanta|novanta|"
    "une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|vingt|trente|quarante|soixante|"
    "dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|quince|veinte|treinta|cuarenta|sesenta|noventa"
)
_UNITS = (
    r"[x×]\s*24|hari|menit|mnt\b|jam\b|minggu|bulan|"
    r"(?:full |clear )?(?:working|business|calendar|court)[ -]days?\b|days?\b|hours?\b|hrs?\b|weeks?\b|months?\b|"
    r"minutes?\b|mins?\b|"
    r"giorn[io]\b|or[ae]\b|settiman[ae]\b|mes[ei]\b|minut[oi]\b|"
    r"jours?\b|semaines?\b|heures?\b|mois\b|minutes?\b|"
    r"d[ií]as?\b|horas?\b|semanas?\b|mes(?:es)?\b|minutos?\b"
)
_TO = r"(?:[-–]|s\.?/?d\.?|to|or|sampai|hingga|atau)"
SPAN = re2.compile(
    rf"(?i)\b(?:\d{{1,3}}|{_WORDS})\s*(?:\([^)]{{1,30}}\)\s*)?(?:{_TO}\s*(?:\d{{1,3}}|{_WORDS})\s*(?:\([^)]{{1,30}}\)\s*)?)?-?"
    rf"(?:{_UNITS})"
)
