"""Amounts of money and words for "nothing to pay", as offices write them in the countries of these sites."""

import re

import re2

AMOUNT = re2.compile(
    r"(?i)(?:\brp\.?\s?\d|\bidr\s?\d|€\s?\d|\d\s?€|\beur\s?\d|\$\s?\d|\d\s?euros?\b|\bphp\s?\d|₱\s?\d|£\s?\d|"
    r"₹\s?\d|₦\s?\d|₵\s?\d|"
    r"\b(?:rs|inr|ksh?s?|kes|ugx|tshs?|ngn|gh[s₵¢]|rm|zar|bwp|zmw|n\$|s\$|sgd|myr|lkr|tk)\.?\s?\d|"
    r"\br\s?\d{1,3}[ ,]\d{3}\b|\br\s?\d{2,5}(?:[.,]\d\d)?\b|\br\s?\d{1,3}[.,]\d\d\b|\b\d{1,2}\s?cents\b|"
    r"\b\d{1,2}p\s(?:per|a)\b|"
    r"\d+\s?(?:pesos|soles|colones|quetzales|lempiras|rupees|rupiah|shillings|naira|cedis|rand|pounds|dollars)\b|"
    r"s/\.?\s?\d|[₡₲]\s?\d|\d\s?\$|\b(?:chf|frs?\.|fcfa|bs\.?|gs\.?|rd\$|us\$|mxn|cop|clp|ars|uyu)\s?\d|"
    r"\d[\d.,]*\s?(?:dh|mad|f?\s?cfa|xof|xaf|dt|chf|frs?\b|bs|bolivianos|guaraníes|dólares|ut[ma]|uit|uvt|umas?|"
    r"s\.?m\.?m?\.?l\.?[dm]?\.?v|salarios? mínimos?)\b)"
)
FREE = re2.compile(
    r"(?i)(?:\bgratis\b|\bgratui\w*|\bfree of charge\b|\bno charge\b|\bno fee\b|\bno cost\b|"
    r"\bwithout charge\b|"
    r"\bat no cost\b|\bnot charged\b|"
    r"\btidak (?:ada )?(?:dipungut|dikenakan|dikenai)\b|\btidak (?:ada|dipungut|dikenakan)\s(?:biaya|pungutan|tarif)|"
    r"\btanpa (?:biaya|dipungut)|\bbebas biaya\b|\bcuma-cuma\b|\bnol rupiah\b|\bnihil\b|"
    r"\bsin (?:costo|coste|cargo)\b|\bno (?:tiene|genera|posee) (?:ningún )?cost[eo]\b|\bno se (?:cobra|paga)\b|"
    r"\bnon costa nulla\b|\bnessun costo\b|\bsenza (?:spese|costi|oneri)\b|\bsans frais\b|\baucuns? frais\b|"
    r"\bne coûte rien\b|\bcost[oi]\s?:?\s?(?:nessuno|ninguno|zero|cero))"
)
NOTHING = re2.compile(r"(?i)\| (?:free|none|nil|no fee|n/a|nihil|tidak ada|gratis|-?0)\s?(?:\||$)")
LARGE = re2.compile(
    r"(?i)\b(?:juta|miliar|triliun|million|millions|milioni|miliardi|millones|milliards?|mil euros|k€|billion|"
    r"crore|lakh)\b"
)
_DIGIT = re.compile("[0-9]")


def holds_amount(text: str) -> bool:
    """Whether an amount stands in the text; most texts hold no digit, and are told by that."""
    return _DIGIT.search(text) is not None and AMOUNT.search(text) is not None
