"""Identity document numbers: what is certainly wrong, what follows from a right one.

Only structure is an error. A wrong check digit in an otherwise right number can be accepted by a
supervisor with a reason, since household registers hold such numbers; a region prefix that is in
no table is nothing at all, since it names the division of a birth decades ago (GB 11643).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from desktop.domain import codes

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_FULL_WIDTH = {
    ord(first) + n: ord(narrow) + n
    for first, narrow, count in (("０", "0", 10), ("Ａ", "A", 26), ("ａ", "a", 26))
    for n in range(count)
} | {ord("（"): "(", ord("）"): ")"}
_LOOKALIKES = str.maketrans({"L": "1", "I": "1", "O": "0"})
_OLDEST_YEARS = 130
_KEPT_MAX = 64
"""Checks kept: a screen asks the same of each member of a household at every key."""


@dataclass(frozen=True, slots=True)
class DocumentCheck:
    """What is known of a number as typed."""

    number: str
    """As it will be stored: no blanks, full-width digits narrowed, X in upper case."""
    problem: str = ""
    """Code of what is wrong, empty if nothing is; ``CHECK_DIGIT`` alone can be overridden."""
    birth_date: date | None = None
    sex: str = ""
    """GB/T 2261.1 code if the number tells it, else empty."""
    disability: tuple[str, int] | None = None
    """Kind digit and grade that a disability card's number carries."""
    repaired: bool = False
    """The typed text differed from ``number`` by more than blanks and case."""
    complete: bool = True
    """False while a number of this type could still be being typed."""
    upgraded: bool = False
    """``number`` is the 18-digit form of the 15 digits that were typed."""


def check_digit(first17: str) -> str:
    """Return the 18th character of GB 11643 for 17 digits (ISO 7064 MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(first17, _WEIGHTS, strict=True))
    return _CHECK[total % 11]


@lru_cache(_KEPT_MAX)
def check_document(kind: str, typed: str, today: date) -> DocumentCheck:
    """Check a number of document type ``kind`` (a code of `codes.DOCUMENT_TYPES`).

    Never raises: ``problem`` is one of ``EMPTY``, ``LENGTH``, ``CHARACTERS``, ``BIRTH_DATE``,
    ``OLD_15`` (15 digits whose date is none), ``CHECK_DIGIT``, ``DISABILITY_SUFFIX``.
    """
    number = normalise(typed)
    if not number:
        return DocumentCheck("", "EMPTY", complete=False)
    checker = _CHECKERS.get(kind, _free)
    if checker in (_resident, _residence_permit, _disability_card):
        number = number.translate(_LOOKALIKES)
    elif kind in _LETTER_FIRST:
        number = number[:1] + number[1:].translate(_LOOKALIKES)
    found = checker(number, today)
    repaired = number != "".join(typed.split()).upper()
    return _with_repair(found, repaired=repaired or found.upgraded)


def normalise(typed: str) -> str:
    """Return a number without blanks, quotes and full-width forms, in upper case."""
    narrowed = typed.translate(_FULL_WIDTH)
    return re.sub(r"[\s'’‘\u200b-\u200f\ufeff-]", "", narrowed).upper()


def masked(number: str) -> str:
    """Return a number as screens and papers show it: six, stars, four (fewer if it is short)."""
    if len(number) >= 15:
        return number[:6] + "*" * (len(number) - 10) + number[-4:]
    keep = max(1, len(number) // 4)
    return number[:keep] + "*" * (len(number) - 2 * keep) + number[len(number) - keep :]


def upgraded(number15: str) -> str:
    """Return the 18-digit form of a 15-digit number issued before 1999."""
    first17 = number15[:6] + "19" + number15[6:]
    return first17 + check_digit(first17)


def _with_repair(found: DocumentCheck, *, repaired: bool) -> DocumentCheck:
    if not repaired:
        return found
    return replace(found, repaired=True)


def _resident(number: str, today: date) -> DocumentCheck:
    if len(number) == 15 and number.isdecimal():
        return _old_resident(number, today)
    if len(number) != 18:
        return DocumentCheck(number, "LENGTH", complete=len(number) > 18)
    if not re.fullmatch(r"[0-9]{17}[0-9X]", number):
        return DocumentCheck(number, "CHARACTERS")
    birth = _birth(number[6:14], today)
    if birth is None:
        return DocumentCheck(number, "BIRTH_DATE")
    sex = codes.MALE if int(number[16]) % 2 else codes.FEMALE
    problem = "" if check_digit(number[:17]) == number[17] else "CHECK_DIGIT"
    return DocumentCheck(number, problem, birth, sex)


def _old_resident(number: str, today: date) -> DocumentCheck:
    """Take a number of before 1999, out of use since 2013, in as the 18 digits it became."""
    full = upgraded(number)
    birth = _birth(full[6:14], today)
    if birth is None:
        return DocumentCheck(number, "OLD_15", complete=False)
    sex = codes.MALE if int(full[16]) % 2 else codes.FEMALE
    # Fifteen digits may also be the beginning of eighteen.
    return DocumentCheck(full, "", birth, sex, complete=False, upgraded=True)


def _residence_permit(number: str, today: date) -> DocumentCheck:
    found = _resident(number, today)
    if not found.problem and number[:6] not in ("810000", "820000", "830000"):
        return DocumentCheck(number, "CHARACTERS")
    return found


def _foreign_permanent(number: str, today: date) -> DocumentCheck:
    if re.fullmatch(r"[A-Z]{3}[0-9]{12}", number):
        return DocumentCheck(number)
    if len(number) not in (15, 18):
        return DocumentCheck(number, "LENGTH", complete=len(number) > 18)
    if not re.fullmatch(r"9[0-9]{16}[0-9X]", number):
        return DocumentCheck(number, "CHARACTERS")
    return _resident(number, today)


def _disability_card(number: str, today: date) -> DocumentCheck:
    if len(number) != 20:
        return DocumentCheck(number, "LENGTH", complete=len(number) > 20)
    found = _resident(number[:18], today)
    if found.problem and found.problem != "CHECK_DIGIT":
        return DocumentCheck(number, found.problem)
    if not re.fullmatch(r"[1-7][1-4]", number[18:]):
        return DocumentCheck(number, "DISABILITY_SUFFIX")
    suffix = (number[18], int(number[19]))
    return DocumentCheck(number, found.problem, found.birth_date, found.sex, suffix)


def _pattern(pattern: str, length_max: int) -> Callable[[str, date], DocumentCheck]:
    compiled = re.compile(pattern)

    def check(number: str, today: date) -> DocumentCheck:
        del today
        if compiled.fullmatch(number):
            return DocumentCheck(number)
        too_long = len(number) > length_max
        code = "LENGTH" if too_long or len(number) < length_max else "CHARACTERS"
        return DocumentCheck(number, code, complete=len(number) >= length_max)

    return check


def _free(number: str, today: date) -> DocumentCheck:
    """Officers' and other cards: Chinese words and digits (南字第0012345号), no fixed length."""
    del today
    if len(number) > 30:
        return DocumentCheck(number, "LENGTH")
    if not re.fullmatch(r"[0-9A-Z()/.\u4e00-\u9fff]+", number):
        return DocumentCheck(number, "CHARACTERS")
    return DocumentCheck(number)


def _foreign_passport(number: str, today: date) -> DocumentCheck:
    """Every state has its own form: only what ICAO 9303 allows, at a plausible length."""
    del today
    if not re.fullmatch(r"[0-9A-Z]+", number):
        return DocumentCheck(number, "CHARACTERS")
    if not 5 <= len(number) <= 20:
        return DocumentCheck(number, "LENGTH", complete=len(number) > 20)
    return DocumentCheck(number)


def _birth(digits: str, today: date) -> date | None:
    try:
        birth = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
    return birth if birth <= today and today.year - birth.year <= _OLDEST_YEARS else None


_LETTER_FIRST = frozenset({codes.BIRTH_CERTIFICATE, "04", "05"})
"""One letter, then only digits: there an O can only be a zero."""

_CHECKERS: dict[str, Callable[[str, date], DocumentCheck]] = {
    codes.RESIDENT_CARD: _resident,
    codes.BIRTH_CERTIFICATE: _pattern(r"[A-Z][0-9]{9}", 10),
    "04": _pattern(r"[HM][0-9]{8}([0-9]{2})?", 11),
    "05": _pattern(r"[HM][0-9]{8}([0-9]{2})?", 11),
    "06": _pattern(r"[0-9]{8}([0-9]{2}[A-Z]?)?", 11),
    codes.FOREIGN_PERMANENT: _foreign_permanent,
    "08": _foreign_passport,
    codes.DISABILITY_CARD: _disability_card,
    "16": _pattern(r"[A-Z]{1,2}[0-9]{7,8}", 10),
    codes.RESIDENCE_PERMIT_HMT: _residence_permit,
}
