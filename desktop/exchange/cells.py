"""What people write into cells, read forgivingly: days in any usual form, codes, whole numbers."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

_DAY = re.compile(r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?(?:[ T]00:00(?::00)?)?")
_COMPACT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_WHOLE = re.compile(r"\d{1,12}")


def read_day(text: str) -> str | None:
    """Return a day as ISO text, empty for an empty cell, None for what is no day.

    >>> read_day("2022年1月1日"), read_day("2022/1/1"), read_day("20220101"), read_day("1 月")
    ('2022-01-01', '2022-01-01', '2022-01-01', None)
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return ""
    match = _COMPACT_DAY.fullmatch(plain) or _DAY.fullmatch(plain)
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def read_code(text: str) -> str:
    """Return a code with full-width digits made plain and blanks dropped.

    >>> read_code(" ５３２３０１ 100 ")
    '532301100'
    """
    return "".join(unicodedata.normalize("NFKC", text).split())


def read_whole(text: str) -> int | None:
    """Return a whole number written with or without separators; None for what is none.

    >>> read_whole("12,345"), read_whole("１２"), read_whole("3.5"), read_whole("")
    (12345, 12, None, None)
    """
    plain = unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", "")
    return int(plain) if _WHOLE.fullmatch(plain) and plain.isascii() else None


def read_list(text: str) -> tuple[str, ...]:
    """Return the names in a cell, separated by any usual mark.

    >>> read_list("大东瓜、东瓜街；dg")
    ('大东瓜', '东瓜街', 'dg')
    """
    parts = re.split(r"[、,，;；|/\n]+", text)
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))
