"""The receipt as a value: what stands on the paper, before any paper or language is chosen.

A receipt is our numbered paper for money taken (收据, not a tax voucher). Everything it shows is
fixed when the payment is recorded and travels in the payment's event, so that the same paper can
be made again, byte for byte, years later.
"""

from __future__ import annotations

from typing import Literal

import msgspec

SERIAL_DIGITS = 8


def receipt_number(prefix: str, serial: int) -> str:
    """Return the printed number, e.g. ``539999-A001-00000001``."""
    return f"{prefix}{serial:0{SERIAL_DIGITS}d}"


class Basis(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One legal ground of a figure on the receipt."""

    field: str
    """The result field it settles, by its name in the calculator's result."""
    document: str
    """文号 of the notice, e.g. ``楚医保〔2021〕46号``; of a local value, its own document."""
    article: str
    """Article as the notice numbers it, e.g. ``三``; empty if the document has none."""


class ReceiptLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One insured person on a receipt."""

    person: str
    enrollment: str
    name: str
    """As on the identity document."""
    document: str
    """Masked identity number, e.g. ``539999********0012``."""
    relation: str
    """GB/T 4761 code of the relation to the head of household."""
    standard_fen: int
    assistance_fen: int
    paid_fen: int
    identity: str = ""
    """Identity the assistance rests on (our code), empty if none."""
    basis: tuple[Basis, ...] = ()
    cover_from: str = ""
    """First day of cover, ISO; empty if the law leaves it open."""
    cover_to: str = ""
    cover_open: str = ""
    """Reason code why the cover dates are open (待定); empty when they are known."""
    adjustment: str = ""
    """Difference of a paid enrolment that this line settles (多退少补); the amounts are only it."""
    corrects: str = ""
    """Number of the receipt whose figure that difference puts right."""


Method = Literal["cash", "pos", "wechat", "alipay", "bank", "tax", "assisted"]
"""How the money came: cash, card terminal, WeChat or Alipay code, bank deduction, the tax
channel, or nothing because assistance covers all of it."""


class Receipt(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What one receipt says. Amounts in fen; instants and days as ISO text."""

    number: str
    """Printed number: the segment's prefix and an eight-digit serial."""
    county: str
    county_name: str
    station: str
    """Station id; ``station_name`` is what the paper shows."""
    station_name: str
    campaign_year: int
    household: str
    household_number: str
    head_name: str
    address: str
    lines: tuple[ReceiptLine, ...]
    method: Method
    payer: str
    collector: str
    taken_at: str
    """Instant of payment, ``2021-11-15T02:03:04.567Z``."""
    benefit_year: int | None = None
    external_number: str = ""
    """The channel's own number: 电子税票号, bank reference, terminal slip."""
    paid_on: str = ""
    """Legal day the money was paid, where another channel took it earlier than we entered it."""
    booked_on: str = ""
    """Legal day whose closing it counts in."""
    late: bool = False
    """Taken after that day's predecessor was closed, and therefore booked a day later."""
    reverses: str = ""
    """Number of the receipt this one undoes (红冲); its amounts are negative."""
    reason: str = ""
    """Why it reverses."""
    training: bool = False
    """A training station's paper says 培训样张 across the page."""

    @property
    def settles(self) -> tuple[str, ...]:
        """The differences it settles; empty for a receipt of contributions."""
        return tuple(line.adjustment for line in self.lines if line.adjustment)

    @property
    def standard_fen(self) -> int:
        """Sum of the personal standards, in fen."""
        return sum(line.standard_fen for line in self.lines)

    @property
    def assistance_fen(self) -> int:
        """Sum of the assistance, in fen."""
        return sum(line.assistance_fen for line in self.lines)

    @property
    def paid_fen(self) -> int:
        """What was paid, in fen: the amount of the receipt."""
        return sum(line.paid_fen for line in self.lines)
