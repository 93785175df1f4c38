"""The invented city's calendar: every date is counted from one fixed day, so that the site is the same each time."""

from datetime import date, timedelta

REFERENCE_DATE = date(2026, 11, 2)  # project choice: the day the site was written for; no run changes it

_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def days_before(days: int) -> date:
    """The date `days` before the reference date."""
    return REFERENCE_DATE - timedelta(days=days)


def spoken(day: date) -> str:
    """The date as Indonesian sites write it: `Senin, 14 Juli 2025`."""
    return f"{_DAYS[day.weekday()]}, {day.day} {_MONTHS[day.month - 1]} {day.year}"
