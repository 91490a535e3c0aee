"""What the payment sheet shows and asks, as values."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.ui.enroll.shown import Tone

HERE = ("cash", "assisted")
"""Ways of paying that happen at this desk and today; the others bring a number and may be older."""


@dataclass(frozen=True, slots=True)
class PayerLine:
    """One person who may pay now."""

    person_id: str
    name: str
    amount: str
    why: str
    chosen: bool
    may: bool = True
    """False while the price is open: such a person cannot be ticked."""
    tone: Tone = ""


@dataclass(slots=True)
class Fields:
    """What stands in the sheet's fields."""

    method: str = "cash"
    amount: str = ""
    payer: str = ""
    external_number: str = ""
    paid_on: str = ""
    given: str = ""
    """Cash handed over: only to work out the change, nothing of it is kept."""

    @property
    def day_of_payment(self) -> str:
        """The day another channel took the money; empty for money taken here."""
        return "" if self.method in HERE else self.paid_on
