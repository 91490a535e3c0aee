"""The 256-byte text an identity card gives, as values.

Four kinds of card share one length and a type flag; everything is UTF-16LE in fixed fields padded
with blanks. A text that cannot be a card's is refused; what is readable and merely odd (a name
cut off by its field, a character only old cards know) is noted, because the person is there and
the clerk can complete it by hand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from desktop.base.errors import Refused
from desktop.domain import codes

TEXT_BYTES = 256
LONG_TERM = "长期"

CardKind = Literal["resident", "residence_permit", "foreign_2017", "foreign_2023"]

_FLAG = slice(248, 250)
_RESIDENT: dict[str, int] = {
    "name": 30, "sex": 2, "ethnic_group": 4, "birth_date": 16, "address": 70, "number": 36,
    "issuer": 30, "valid_from": 16, "valid_to": 16, "reserved": 36,
}  # fmt: skip
_PERMIT: dict[str, int] = {
    "name": 30, "sex": 2, "reserved_1": 4, "birth_date": 16, "address": 70, "number": 36,
    "issuer": 30, "valid_from": 16, "valid_to": 16, "pass_number": 18, "times_issued": 4,
    "reserved_2": 6, "flag": 2, "reserved_3": 6,
}  # fmt: skip
_FOREIGN_2017: dict[str, int] = {
    "english": 120, "sex": 2, "number": 30, "nationality": 6, "name": 30, "valid_from": 16,
    "valid_to": 16, "birth_date": 16, "version": 4, "issuer": 8, "flag": 2, "reserved": 6,
}  # fmt: skip
_FOREIGN_2023: dict[str, int] = {
    "name": 30, "sex": 2, "times_issued": 4, "birth_date": 16, "english": 70, "number": 36,
    "reserved": 30, "valid_from": 16, "valid_to": 16, "english_rest": 22, "nationality": 6,
    "flag": 2, "earlier_version": 6,
}  # fmt: skip
LAYOUTS: Mapping[CardKind, Mapping[str, int]] = {
    "resident": _RESIDENT,
    "residence_permit": _PERMIT,
    "foreign_2017": _FOREIGN_2017,
    "foreign_2023": _FOREIGN_2023,
}
"""Field and length in bytes, in order, for each kind of card."""

FLAGS: Mapping[str, CardKind] = {
    "": "resident",
    "J": "residence_permit",
    "I": "foreign_2017",
    "Y": "foreign_2023",
}
_DOCUMENT_TYPES: Mapping[CardKind, str] = {
    "resident": codes.RESIDENT_CARD,
    "residence_permit": codes.RESIDENCE_PERMIT_HMT,
    "foreign_2017": codes.FOREIGN_PERMANENT,
    "foreign_2023": codes.FOREIGN_PERMANENT,
}
_NUMBERS: Mapping[CardKind, str] = {
    "resident": r"[0-9]{17}[0-9X]",
    "residence_permit": r"8[123]0000[0-9]{11}[0-9X]",
    "foreign_2017": r"[A-Z]{3}[0-9]{12}",
    "foreign_2023": r"9[0-9]{16}[0-9X]",
}


@dataclass(frozen=True, slots=True)
class CardContent:
    """What a card says. Nothing that names the person is in its representation: logs hold none."""

    kind: CardKind
    document_type: str
    """A code of `desktop.domain.codes.DOCUMENT_TYPES`."""
    name: str = field(repr=False)
    """As the chip holds it: the Chinese name, else the English one."""
    number: str = field(repr=False)
    sex: str
    """GB/T 2261.1; empty if the card does not say."""
    birth_date: str = field(repr=False)
    """ISO day."""
    valid_from: str = ""
    valid_to: str = ""
    """ISO day, the last one it is good for; empty for 长期."""
    alias: str = field(default="", repr=False)
    """The English name where there is a Chinese one too."""
    ethnic_group: str = ""
    """GB/T 3304; empty if the card has none or an unknown one."""
    address: str = field(default="", repr=False)
    issuer: str = ""
    nationality: str = ""
    pass_number: str = field(default="", repr=False)
    times_issued: str = ""
    name_truncated: bool = False
    """The name fills its field of 15 units: more may stand on the card than in the chip."""
    address_truncated: bool = False
    private_use: tuple[str, ...] = ()
    """Fields (``name``, ``address``) with characters that only old cards' fonts know."""

    def expired(self, today: date) -> bool:
        """Tell whether the card's last day is past."""
        return bool(self.valid_to) and self.valid_to < today.isoformat()


def parse_card(data: bytes) -> CardContent:
    """Return what a card's text says.

    Raises:
        Refused: ``CARD_LENGTH`` it has not 256 bytes; ``CARD_TYPE`` no kind of card has this
            flag; ``CARD_CHARACTERS`` control characters or half characters; ``CARD_NAME``,
            ``CARD_NUMBER``, ``CARD_SEX``, ``CARD_BIRTH_DATE``, ``CARD_VALIDITY`` that field
            cannot be a card's. ``values`` say the field and never what stood in it.
    """
    if len(data) != TEXT_BYTES:
        raise Refused("CARD_LENGTH", "a card's text has 256 bytes", length=len(data))
    flag = _plain(data[_FLAG], "flag")
    kind = FLAGS.get(flag)
    if kind is None:
        raise Refused("CARD_TYPE", "no kind of card has this flag")
    raw = _split(data, LAYOUTS[kind])
    number = _number(kind, _plain(raw["number"], "number"))
    name, alias, truncated = _names(raw)
    address, address_truncated = _cut(raw.get("address", b""), "address")
    valid_from, valid_to = _validity(raw)
    return CardContent(
        kind=kind,
        document_type=_DOCUMENT_TYPES[kind],
        name=name,
        number=number,
        sex=_sex(_plain(raw["sex"], "sex")),
        birth_date=_day(_plain(raw["birth_date"], "birth_date"), "CARD_BIRTH_DATE"),
        valid_from=valid_from,
        valid_to=valid_to,
        alias=alias,
        ethnic_group=_ethnic_group(_plain(raw.get("ethnic_group", b""), "ethnic_group")),
        address=address,
        issuer=_plain(raw.get("issuer", b""), "issuer"),
        nationality=_plain(raw.get("nationality", b""), "nationality"),
        pass_number=_plain(raw.get("pass_number", b""), "pass_number"),
        times_issued=_plain(raw.get("times_issued", b""), "times_issued"),
        name_truncated=truncated,
        address_truncated=address_truncated,
        private_use=tuple(
            where for where, text in (("name", name), ("address", address)) if _has_private(text)
        ),
    )


def _split(data: bytes, layout: Mapping[str, int]) -> dict[str, bytes]:
    raw, at = {}, 0
    for name, length in layout.items():
        raw[name] = data[at : at + length]
        at += length
    return raw


def _names(raw: Mapping[str, bytes]) -> tuple[str, str, bool]:
    """Return name, English name if it is another one, and whether the name was cut off."""
    chinese, truncated = _cut(raw["name"], "name")
    english, english_truncated = _cut(raw.get("english", b"") + raw.get("english_rest", b""), "en")
    # The continuation begins where the first part ends; names use one blank between words.
    english = re.sub(" {2,}", " ", english)
    if chinese:
        return chinese, english, truncated
    if not english:
        raise Refused("CARD_NAME", "the card holds no name", field="name")
    return english, "", english_truncated


def _cut(data: bytes, name: str) -> tuple[str, bool]:
    """Return a text and whether it fills its field to the last unit, so that more may follow."""
    text = data.decode("utf-16-le", "surrogatepass")
    full = bool(text) and text[-1] not in " \0"
    if full and "\ud800" <= text[-1] <= "\udbff":
        text = text[:-1]  # half of a character that did not fit any more
    return _clean(text, name), full


def _plain(data: bytes, name: str) -> str:
    return _clean(data.decode("utf-16-le", "surrogatepass"), name)


def _clean(text: str, name: str) -> str:
    text = text.rstrip(" \0").lstrip(" ")
    for char in text:
        # Unassigned code points pass: cards carry characters younger than Python's tables.
        unusable = unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")
        if unusable or ord(char) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF:
            raise Refused("CARD_CHARACTERS", "characters no card holds", field=name)
    return text


def _number(kind: CardKind, number: str) -> str:
    if not re.fullmatch(_NUMBERS[kind], number):
        raise Refused("CARD_NUMBER", "the number has not the form of this card's", field="number")
    return number


def _sex(code: str) -> str:
    if code not in ("0", "1", "2", "9", ""):
        raise Refused("CARD_SEX", "a sex code no card has", field="sex")
    return "" if code == "0" else code


def _ethnic_group(code: str) -> str:
    return code if code in codes.ETHNIC_GROUPS else ""


def _validity(raw: Mapping[str, bytes]) -> tuple[str, str]:
    first = _day(_plain(raw["valid_from"], "valid_from"), "CARD_VALIDITY")
    last_text = _plain(raw["valid_to"], "valid_to")
    if last_text == LONG_TERM:
        return first, ""
    last = _day(last_text, "CARD_VALIDITY")
    if last < first:
        raise Refused("CARD_VALIDITY", "it ends before it begins", field="valid_to")
    return first, last


def _day(digits: str, code: str) -> str:
    parts = re.fullmatch(r"([0-9]{4})([0-9]{2})([0-9]{2})", digits)
    try:
        day = date(*(int(part) for part in parts.groups())) if parts else None
    except ValueError:
        day = None
    if day is None:
        raise Refused(code, "no day of the calendar")
    return day.isoformat()


def _has_private(text: str) -> bool:
    return any(unicodedata.category(char) == "Co" for char in text)
