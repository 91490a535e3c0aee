"""The signed code on a receipt: what anyone with the program can check without a network.

The code says which station signed which number, amount, year and day for how many persons. It
holds no name and no identity number: a person is a short keyed hash, which only somebody who
already knows the person's id can match. The text is upper-case letters and digits, so that a QR
code packs it as alphanumeric, and a keyboard scanner or a paste cannot spoil it.

Layout, version 1: ``CB1:`` + base32 without padding of ``body + signature``; the body is key id
(8 bytes), flags (1), day as days since 2000-01-01 (2), campaign year as years since 2000 (1),
amount in fen (LEB128, without its sign), length and UTF-8 bytes of the number, four bytes per
person.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.base.clock import CHINA, instant_from_text
from desktop.base.errors import Refused
from desktop.base.money import FEN_MAX
from desktop.domain.receipt import Receipt
from desktop.wire.signing import SIGNATURE_BYTES, SigningKey, key_id, signature_holds

PREFIX = "CB1:"

PERSONS_MAX = 60
"""More persons than any household has; beyond it the code would not fit on the paper."""

NUMBER_BYTES_MAX = 40

TEXT_LENGTH_MAX = 1000
"""Longer text is no code of ours and is not even decoded."""

_SIGNED_AS = b"canbao receipt code 1\0"
_EPOCH = date(2000, 1, 1)
_TRAINING = 1
_REVERSAL = 2
_MARK_BYTES = 4
_KEY_ID_BYTES = 8


@dataclass(frozen=True, slots=True)
class ReceiptCode:
    """What a receipt's code says."""

    station_key: str
    """Short name of the public key that signed it (`desktop.wire.signing.key_id`)."""
    number: str
    paid_fen: int
    campaign_year: int
    day: date
    """Legal day of the payment."""
    marks: tuple[bytes, ...]
    """One keyed hash per person, in the order of the paper."""
    training: bool = False
    reversal: bool = False
    """It undoes another receipt (红冲); the amount is negative."""

    def covers(self, person: str, paid_fen: int) -> bool:
        """Tell whether the receipt is over ``paid_fen`` for the person with this id.

        A mark has 32 bits: enough against a changed paper, since the signature fixes the marks
        and nobody chooses person ids; not a proof that two ids differ.
        """
        return _mark(self.number, person, paid_fen) in self.marks

    def is_of(self, receipt: Receipt) -> bool:
        """Tell whether it says what stands on ``receipt``, whoever signed it."""
        return (
            self.number == receipt.number
            and self.paid_fen == receipt.paid_fen
            and self.campaign_year == receipt.campaign_year
            and self.day == _day_of(receipt)
            and self.training == receipt.training
            and self.reversal == bool(receipt.reverses)
            and self.marks == _marks_of(receipt)
        )


def make_code(receipt: Receipt, key: SigningKey) -> str:
    """Return the text of the receipt's QR code, signed by the station; about 180 characters.

    The same receipt and key give the same text. Raises ValueError for more than `PERSONS_MAX`
    persons or a number beyond `NUMBER_BYTES_MAX` bytes.
    """
    number = receipt.number.encode()
    if not 0 < len(number) <= NUMBER_BYTES_MAX or not 0 < len(receipt.lines) <= PERSONS_MAX:
        raise ValueError("number or persons beyond what a receipt's code holds")
    body = b"".join(
        (
            bytes.fromhex(key_id(key.public)),
            bytes([_flags(receipt)]),
            (_day_of(receipt) - _EPOCH).days.to_bytes(2, "big"),
            (receipt.campaign_year - _EPOCH.year).to_bytes(1, "big"),
            _leb128(abs(receipt.paid_fen)),
            len(number).to_bytes(1, "big"),
            number,
            *_marks_of(receipt),
        )
    )
    signed = body + key.sign(_SIGNED_AS + body)
    return PREFIX + base64.b32encode(signed).decode("ascii").rstrip("=")


def read_code(text: str) -> ReceiptCode:
    """Return what a code says, without checking who signed it.

    Lower case, surrounding blanks and line breaks from a paste are forgiven. Raises `Refused`
    with ``RECEIPT_CODE_UNREADABLE`` if it is not a receipt's code or was cut short.
    """
    return _parse(_decode(text)[:-SIGNATURE_BYTES])


def check_code(text: str, public_key: bytes) -> ReceiptCode:
    """Return what a code says, after checking that the station's key signed exactly that.

    Raises:
        Refused: ``RECEIPT_CODE_UNREADABLE`` if it is no code of ours, ``RECEIPT_CODE_FOREIGN``
            if another key made it, ``RECEIPT_CODE_ALTERED`` if the signature does not hold.
    """
    signed = _decode(text)
    body, signature = signed[:-SIGNATURE_BYTES], signed[-SIGNATURE_BYTES:]
    code = _parse(body)
    if code.station_key != key_id(public_key):
        raise Refused(
            "RECEIPT_CODE_FOREIGN",
            "another station's key signed this code",
            station_key=code.station_key,
        )
    if not signature_holds(public_key, _SIGNED_AS + body, signature):
        raise Refused("RECEIPT_CODE_ALTERED", "the signature is not over what the code says")
    return code


def _day_of(receipt: Receipt) -> date:
    return instant_from_text(receipt.taken_at).astimezone(CHINA).date()


def _marks_of(receipt: Receipt) -> tuple[bytes, ...]:
    return tuple(_mark(receipt.number, line.person, line.paid_fen) for line in receipt.lines)


def _mark(number: str, person: str, paid_fen: int) -> bytes:
    # Keyed with the receipt's number, so that one person's marks on two receipts do not match.
    return hashlib.blake2b(
        f"{person}\n{paid_fen}".encode(),
        key=number.encode(),
        digest_size=_MARK_BYTES,
        person=b"canbao-receipt",
    ).digest()


def _unreadable(why: str) -> Refused:
    return Refused("RECEIPT_CODE_UNREADABLE", f"not a receipt's code: {why}")


def _decode(text: str) -> bytes:
    if len(text) > TEXT_LENGTH_MAX:
        raise _unreadable("too long")
    packed = "".join(text.split()).upper()
    if not packed.startswith(PREFIX):
        raise _unreadable("it does not begin with CB1:")
    packed = packed.removeprefix(PREFIX)
    try:
        signed = base64.b32decode(packed + "=" * (-len(packed) % 8))
    except (binascii.Error, ValueError) as error:
        raise _unreadable("not base32") from error
    if base64.b32encode(signed).decode("ascii").rstrip("=") != packed:
        raise _unreadable("bits left over at the end")
    if len(signed) <= SIGNATURE_BYTES:
        raise _unreadable("cut short")
    return signed


def _parse(body: bytes) -> ReceiptCode:
    try:
        fixed = _KEY_ID_BYTES + 4
        flags = body[_KEY_ID_BYTES]
        day = _EPOCH + timedelta(int.from_bytes(body[_KEY_ID_BYTES + 1 : fixed - 1], "big"))
        year = _EPOCH.year + body[fixed - 1]
        paid_fen, at = _read_leb128(body, fixed)
        length = body[at]
        number = body[at + 1 : at + 1 + length].decode()
        marks = body[at + 1 + length :]
    except (IndexError, UnicodeDecodeError) as error:
        raise _unreadable("cut short") from error
    persons, rest = divmod(len(marks), _MARK_BYTES)
    if rest or not 0 < persons <= PERSONS_MAX or not 0 < length <= NUMBER_BYTES_MAX:
        raise _unreadable("cut short")
    if flags & ~(_TRAINING | _REVERSAL) or paid_fen > FEN_MAX:
        raise _unreadable("values no receipt has")
    return ReceiptCode(
        station_key=body[:_KEY_ID_BYTES].hex(),
        number=number,
        paid_fen=-paid_fen if flags & _REVERSAL else paid_fen,
        campaign_year=year,
        day=day,
        marks=tuple(marks[i : i + _MARK_BYTES] for i in range(0, len(marks), _MARK_BYTES)),
        training=bool(flags & _TRAINING),
        reversal=bool(flags & _REVERSAL),
    )


def _flags(receipt: Receipt) -> int:
    return (_TRAINING if receipt.training else 0) | (_REVERSAL if receipt.reverses else 0)


def _leb128(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def _read_leb128(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(8):
        byte = data[at + place]
        value |= (byte & 0x7F) << 7 * place
        if byte < 0x80:
            return value, at + place + 1
    raise _unreadable("an amount without end")
