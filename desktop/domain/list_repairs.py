"""What people and spreadsheets do to numbers, days and names, and what was probably meant.

Pure readers of one cell. What had to be mended is said by a code and offered; where digits are
gone nothing is guessed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from operator import mul

from desktop.base.dates import day_from_text
from desktop.domain import codes
from desktop.domain.facts import NAME_MAX
from desktop.domain.identity_number import check_document, normalise
from desktop.domain.private_use import has_private, suggestion

Cell = str


class NumberCell(str):
    """What a spreadsheet stored as a number, written out: 15 digits of it can be vouched for."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Read:
    """What a cell says. ``problem`` stops the row; ``repair`` must be accepted; ``doubt`` warns."""

    value: str
    problem: str = ""
    repair: str = ""
    doubt: str = ""
    kind: str = ""
    """Document type of an identity number."""


_EMPTY = Read("")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_LAST = "0123456789X"
"""Last characters of a number; each adds its place to the weighted sum."""
_SCIENTIFIC = re.compile(r"[+-]?\d+(?:\.\d*)?[eE]\+?\d{1,3}\Z")
_TRAILING = re.compile(r"(\d{15,18})\.0*\Z")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_QUOTES = "'’‘`´＇"
_HAN = "\u3007\u3400-\u9fff\U00020000-\U0003ffff\ue000-\uf8ff"
_DOTS = "·・•．.‧∙﹒●。⋅‥∘ㆍ"
_WRONG_DOT = re.compile(f"(?<=[{_HAN}])\\s*[{_DOTS}]\\s*(?=[{_HAN}])")
_BLANK_BETWEEN = re.compile(f"(?<=[{_HAN}])\\s+(?=[{_HAN}])")
_NOTE = re.compile(r"[(（\[【].*?[)）\]】]\s*\Z")
_PERMIT_PREFIXES = ("810000", "820000", "830000")


def read_number(cell: Cell, today: date) -> Read:
    """Return an identity number: 18 digits of a resident as they are, anything else looked at.

    >>> read_number("539999199001010015", date(2021, 1, 1)).value
    '539999199001010015'
    """
    if isinstance(cell, NumberCell):
        return _EMPTY if cell == "0" else Read(str(cell), problem="NUMBER_CELL")
    if len(cell) == 18 and is_resident(cell) and cell[6:10] <= str(today.year):
        return Read(cell, kind=_resident_kind(cell))
    text = cell.strip(" \t\r\n\u3000")
    if not text:
        return _EMPTY
    return _mended_number(text, today)


def is_resident(text: str) -> bool:
    """Tell whether 18 characters are a resident's number: digits, a real day, the check digit."""
    return resident_born(text) != ""


def resident_born(text: str) -> str:
    """Return the day of birth that a resident's number tells, empty if it is none.

    >>> resident_born("539999199001010015"), resident_born("539999199001010014")
    ('1990-01-01', '')
    """
    try:
        day, born = _DAYS[text[6:14]]
        return born if (_DIVISIONS[text[:6]] + day) % 11 == _ENDINGS[text[14:]] else ""
    except KeyError:
        return _born(text)


# In a list divisions and days of birth repeat, and of endings there are a few thousand. What each
# part of a number adds to its weighted sum is kept in a plain table: it is asked for every row.
_DIVISIONS: dict[str, int] = {}
_DAYS: dict[str, tuple[int, str]] = {}
_ENDINGS: dict[str, int] = {}
"""Remainder that the last four characters ask of what stands before them."""
_KEPT_MAX = 1 << 16


def _born(text: str) -> str:
    """Return the day of birth as `resident_born`, keeping what the parts of the number add."""
    digits, last, born = text[:17], text[17:], f"{text[6:10]}-{text[10:12]}-{text[12:14]}"
    if len(text) != 18 or not (digits.isascii() and digits.isdigit()) or last not in _LAST:
        return ""
    if born < "1890" or not _iso(born):
        return ""
    if len(_DAYS) >= _KEPT_MAX or len(_DIVISIONS) >= _KEPT_MAX:
        _DAYS.clear()
        _DIVISIONS.clear()
    division = _DIVISIONS[text[:6]] = _weighed(0, text[:6])
    day = _weighed(6, text[6:10]) + _weighed(10, text[10:14])
    _DAYS[text[6:14]] = (day, born)
    asked = _ENDINGS[text[14:]] = (1 - _LAST.index(last) - _weighed(14, text[14:17])) % 11
    return born if (division + day) % 11 == asked else ""


@lru_cache(1 << 13)
def _weighed(start: int, digits: str) -> int:
    """Return what the digits of a number from place ``start`` on add to its weighted sum."""
    return sum(map(mul, map(int, digits), _WEIGHTS[start:]))


def _mended_number(text: str, today: date) -> Read:
    plain = unicodedata.normalize("NFKC", text)
    if _SCIENTIFIC.match(plain):
        return _scientific(plain, today)
    if (cut := _TRAILING.match(plain)) is not None:
        return Read(cut.group(1), problem="NUMBER_CELL")
    bare = normalise(_INVISIBLE.sub("", plain))
    kind = _kind_of(bare)
    found = check_document(kind, bare, today)
    if found.problem:
        return Read(found.number, problem=_why(found.number, found.problem), kind=kind)
    repair = "FIFTEEN" if found.upgraded else _repair_of(text, found.number)
    return Read(found.number, repair=repair, kind=kind)


def _why(number: str, problem: str) -> str:
    if problem == "CHECK_DIGIT" and number.endswith("000"):
        # Fifteen digits are all a spreadsheet keeps; the rest it fills with zeros.
        return "DIGITS_LOST"
    return f"NUMBER_{problem}"


def _scientific(plain: str, today: date) -> Read:
    """Read 5.39999199001010015E+17: whole if every digit is written out, else lost."""
    try:
        whole = Decimal(plain)
    except InvalidOperation:
        return Read(plain, problem="SCIENTIFIC")
    digits = plain.lower().partition("e")[0].replace(".", "").lstrip("+-0")
    told = str(whole.to_integral_value()) if whole.adjusted() < 30 and whole == int(whole) else ""
    if len(digits) < 18 or len(told) != 18 or check_document("01", told, today).problem:
        return Read(plain, problem="SCIENTIFIC")
    return Read(told, repair="SCIENTIFIC_WHOLE", kind=codes.RESIDENT_CARD)


def _repair_of(text: str, number: str) -> str:
    """Return what made ``text`` differ from the number it means, the weightiest first."""
    if text.upper() == number:
        return ""
    narrow = unicodedata.normalize("NFKC", text)
    bare = normalise(_INVISIBLE.sub("", narrow))
    if bare != number:
        return "LOOKALIKE"
    if narrow != text and not any(quote in text for quote in _QUOTES):
        return "FULL_WIDTH"
    return "APOSTROPHE" if any(quote in text for quote in _QUOTES) else "BLANKS"


def _resident_kind(number: str) -> str:
    permit = number.startswith(_PERMIT_PREFIXES)
    return codes.RESIDENCE_PERMIT_HMT if permit else codes.RESIDENT_CARD


def _kind_of(bare: str) -> str:
    """Return which document a number's form belongs to; a resident's card where nothing tells."""
    if len(bare) == 20 and bare[:17].isdigit():
        return codes.DISABILITY_CARD
    if re.fullmatch(r"[A-Z][0-9]{9}", bare) and bare[0] not in "OIL":
        return codes.BIRTH_CERTIFICATE
    if re.fullmatch(r"[HM][0-9]{8}([0-9]{2})?", bare):
        return "04" if bare[0] == "H" else "05"
    if re.fullmatch(r"[A-Z]{3}[0-9]{12}", bare):
        return codes.FOREIGN_PERMANENT
    return _resident_kind(bare)


_DAY = re.compile(
    r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})日?(?:\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?)\Z"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:000000)?\Z")
_MONTH = re.compile(r"(\d{4})\D{1,2}(\d{1,2})月?\Z")
_COMPACT_MONTH = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])\Z")
_OTHER_WAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\Z")
_SERIAL = re.compile(r"[1-9]\d{4}(?:\.\d+)?\Z")
_FIRST_SERIAL = date(1899, 12, 30)
_CHINESE = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_ENDLESS = frozenset(("长期", "长期有效", "永久", "终身", "无", "—", "-", "/", "不限"))


def read_day(cell: Cell) -> Read:
    """Return a day in any usual form as ISO text.

    >>> read_day("2021年3月1日").value, read_day("2021.3").repair, read_day("44256").value
    ('2021-03-01', 'DAY_MONTH', '2021-03-01')
    """
    if len(cell) == 10 and cell[4] == cell[7] == "-" and _iso(cell):
        return Read(cell)
    return _read_day(str(cell))


@lru_cache(1 << 12)
def _read_day(text: str) -> Read:
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).strip(" '’‘\u3000\t")
    if not plain or plain in _ENDLESS:
        return _EMPTY
    if (match := _DAY.match(plain) or _COMPACT.match(plain)) is not None:
        return _day(match.groups(), plain)
    if (match := _COMPACT_MONTH.match(plain) or _MONTH.match(plain)) is not None:
        return _day((*match.groups(), "1"), plain, repair="DAY_MONTH")
    if _SERIAL.match(plain):
        found = _FIRST_SERIAL + timedelta(days=int(plain.partition(".")[0]))
        return Read(found.isoformat(), repair="DAY_SERIAL")
    if (match := _OTHER_WAY.match(plain)) is not None:
        return _other_way(match.groups(), plain)
    if re.search("[一二三四五六七八九〇零○十]", plain):
        return _chinese_day(plain)
    return Read(plain, problem="DAY_FORM")


def _iso(text: str) -> bool:
    try:
        day_from_text(text)
    except ValueError:
        return False
    return True


def _day(parts: tuple[str, ...], plain: str, *, repair: str = "") -> Read:
    year, month, day = (int(part) for part in parts)
    try:
        return Read(date(year, month, day).isoformat(), repair=repair)
    except ValueError:
        return Read(plain, problem="DAY_FORM")


def _other_way(parts: tuple[str, ...], plain: str) -> Read:
    """Read 3/15/2021 or 15/3/2021; 3/4/2021 may be either."""
    first, second, year = (int(part) for part in parts)
    if first <= 12 and second <= 12 and first != second:
        return Read(plain, problem="DAY_AMBIGUOUS")
    month, day = (first, second) if first <= 12 else (second, first)
    return _day((str(year), str(month), str(day)), plain, repair="DAY_ORDER")


def _chinese_day(plain: str) -> Read:
    match = re.match(r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?\Z", plain)  # fmt: skip # noqa: E501
    if match is None:
        return Read(plain, problem="DAY_FORM")
    year, month, day = match.groups()
    parts = (year.translate(_CHINESE), str(_ten(month)), str(_ten(day)) if day else "1")
    return _day(parts, plain, repair="DAY_CHINESE" if day else "DAY_MONTH")


def _ten(text: str) -> int:
    if "十" not in text:
        return int(text.translate(_CHINESE))
    tens, _, ones = text.partition("十")
    return int(tens.translate(_CHINESE) or "1") * 10 + int(ones.translate(_CHINESE) or "0")


def read_name(cell: Cell) -> Read:
    """Return a name as on the card: blanks used as padding and wrong dots are offered mended.

    >>> read_name("买买提.阿不都").value, read_name("王 明").repair
    ('买买提·阿不都', 'NAME_BLANKS')
    """
    if isinstance(cell, NumberCell):
        return Read(str(cell), problem="NAME_ODD")
    text = cell.strip(" \t\r\n\u3000")
    # Han without anything between is how nearly every name stands in a list.
    if text.isalpha() and len(text) <= NAME_MAX and not has_private(text):
        return Read(text, doubt="NAME_ODD" if text.isascii() else "")
    return _read_name(text)


def _read_name(text: str) -> Read:
    if not text:
        return _EMPTY
    name, repair = _INVISIBLE.sub("", text), ""
    if name != text:
        repair = "NAME_BLANKS"
    if _NOTE.search(name) and len(_NOTE.sub("", name).strip()) > 1:
        name, repair = _NOTE.sub("", name).strip(), "NAME_NOTE"
    if (dotted := _WRONG_DOT.sub("·", name)) != name:
        name, repair = dotted, "MIDDLE_DOT"
    if (closed := _BLANK_BETWEEN.sub("", name)) != name:
        name, repair = closed, repair or "NAME_BLANKS"
    doubt = "NAME_ODD" if any(char.isdigit() for char in name) else ""
    if has_private(name):
        standard = suggestion(name)
        repair = "PRIVATE_CHARACTER" if standard != name else repair
        name = standard
        doubt = "PRIVATE_UNKNOWN" if has_private(name) else doubt
    if len(name) > NAME_MAX:
        return Read(name, problem="NAME_LONG")
    return Read(name, repair=repair, doubt=doubt)


_MOBILE = re.compile(r"1[3-9]\d{9}\Z")
_LANDLINE = re.compile(r"(?:0\d{2,3}-?)?\d{7,8}\Z")


def read_phone(cell: Cell) -> Read:
    """Return a phone number; an odd one is only doubted, since it may be all there is."""
    plain = re.sub(r"[\s'’‘-]", "", unicodedata.normalize("NFKC", cell))
    if not plain:
        return _EMPTY
    fits = _MOBILE.match(plain) or _LANDLINE.match(plain)
    return Read(plain, doubt="" if fits else "PHONE_ODD")


def read_text(cell: Cell) -> Read:
    """Return any other cell's text."""
    return Read(cell.strip(" \t\r\n\u3000'’‘"))
