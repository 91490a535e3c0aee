"""Calendar arithmetic the law needs, on whole days."""

from __future__ import annotations

import re
from datetime import date

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)


def day_from_text(text: str) -> date:
    """Parse ``2021-11-15``. Raises ValueError on anything else, also on other ISO forms."""
    if not _ISO_DAY.match(text):
        raise ValueError(f"not a day written YYYY-MM-DD: {text!r}")
    return date.fromisoformat(text)


def years_completed(birth: date, on: date) -> int:
    """Return the age in completed years on a day; 29 February counts as completed on 1 March."""
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later, or that month's last day if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for candidate in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, candidate)
        except ValueError:
            continue
    raise AssertionError("every month has a 28th day")


def chinese_day(day: date) -> str:
    """Return ``2022年1月1日``: how a day is written in a sentence."""
    return f"{day.year}年{day.month}月{day.day}日"
