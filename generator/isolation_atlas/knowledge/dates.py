"""Dates as exact as they are known."""

from __future__ import annotations

import re
from datetime import date

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def is_partial_date(text: str) -> bool:
    """Return whether the text is a year, a month or a day that exists (ISO 8601)."""
    return first_day(text) is not None


def first_day(text: str) -> date | None:
    """Return the first day that a year, month or day covers, or None if the text is no date."""
    found = _PARTIAL.fullmatch(text)
    if not found:
        return None
    year, month, day = found.groups()
    try:
        return date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None


def whole_day(text: str) -> date | None:
    """Return the day that the text names in full (YYYY-MM-DD), or None."""
    return first_day(text) if len(text) == len("2020-02-18") else None


def months_between(earlier: date, later: date) -> int:
    """Return the number of whole months from one day to another."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (later.day < earlier.day)
