"""What a barcode or QR scanner typed: an identity number, a receipt of ours, or an opaque code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from desktop.domain import codes

ScanKind = Literal["document", "receipt_code", "receipt_number", "opaque"]

LENGTH_MIN = 12
LENGTH_MAX = 1200
_DIGITS_MIN = 6
_RECEIPT_NUMBER = re.compile(r"[0-9]{6}-[A-Z0-9]{4,8}-[0-9]{8}")
_IDENTITY = re.compile(
    r"[1-9][0-9]{5}(18|19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X]"
)
"""A wrong check digit is for the field to say, beside the number it stands in."""
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_PERMIT_REGIONS = ("810000", "820000", "830000")


@dataclass(frozen=True, slots=True)
class Scan:
    """One scan, whole."""

    kind: ScanKind
    text: str
    document_type: str = ""
    """For a ``document``: a code of `desktop.domain.codes.DOCUMENT_TYPES`."""


def plain(text: str) -> str:
    """Return text with the full-width forms narrowed that a Chinese input method makes."""
    return text.translate(_WIDE)


def looks_scanned(text: str) -> bool:
    """Tell whether text that came too fast for hands can be a code.

    Shorter or wordier text is what a program types for a person (a name, a date, a phone number)
    and goes where it was typed.
    """
    return (
        LENGTH_MIN <= len(text) <= LENGTH_MAX
        and text.isascii()
        and text.isprintable()
        and " " not in text
        and sum(char.isdecimal() for char in text) >= _DIGITS_MIN
    )


def read_scan(text: str) -> Scan:
    """Return what a scan is. Vouchers' codes are opaque: only the province's service reads them."""
    # It brings signatures with it, which the window's first paint does not need.
    from desktop.wire.receipt_code import PREFIX

    narrowed = plain(text).strip()
    packed = narrowed.upper()
    if packed.startswith(PREFIX):
        return Scan("receipt_code", packed)
    if _RECEIPT_NUMBER.fullmatch(packed):
        return Scan("receipt_number", packed)
    if _IDENTITY.fullmatch(packed):
        return Scan("document", packed, _document_type(packed))
    return Scan("opaque", narrowed)


def _document_type(number: str) -> str:
    if number.startswith(_PERMIT_REGIONS):
        return codes.RESIDENCE_PERMIT_HMT
    return codes.FOREIGN_PERMANENT if number.startswith("9") else codes.RESIDENT_CARD
