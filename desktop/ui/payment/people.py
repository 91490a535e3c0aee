"""Who pays now: the registered people of a household, their price of the day, who is ticked."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.base.money import fen_display
from desktop.policy import Assessment
from desktop.ui import law_words as law
from desktop.ui.enroll.promises import Payable
from desktop.ui.messages import Messages
from desktop.ui.payment.shown import PayerLine
from desktop.usecases.payment_terms import PaymentTerms


@dataclass(frozen=True, slots=True)
class _Person:
    person_id: str
    name: str
    assessment: Assessment

    @property
    def payable_fen(self) -> int | None:
        return None if self.assessment.allowed is False else self.assessment.net_payable


class Payers:
    """Keeps who is ticked while the prices change under them."""

    def __init__(self, payable: Payable, messages: Messages) -> None:
        self._messages = messages
        names = {member.person_id: member.name for member in payable.entry.members}
        self._people = tuple(
            _Person(one.person_id, names[one.person_id], one.assessment)
            for one in payable.saved.enrollments
            if one.status == "registered"
        )
        self._left_out: set[str] = set()

    def take_terms(self, terms: PaymentTerms) -> None:
        """Take the prices of the day of payment, and who is still to pay."""
        self._people = tuple(
            _Person(one.person_id, one.name, one.assessment) for one in terms.people
        )

    def tick(self, person_id: str, *, on: bool) -> None:
        """Let a person pay now, or later."""
        if on:
            self._left_out.discard(person_id)
        else:
            self._left_out.add(person_id)

    @property
    def waiting(self) -> bool:
        """Whether anybody is registered and unpaid, settled or not."""
        return bool(self._people)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Who pays now."""
        return tuple(
            one.person_id
            for one in self._people
            if one.payable_fen is not None and one.person_id not in self._left_out
        )

    @property
    def payable(self) -> int:
        """How many could pay now."""
        return sum(one.payable_fen is not None for one in self._people)

    @property
    def due_fen(self) -> int:
        """What those ticked pay together."""
        chosen = set(self.chosen)
        return sum(one.payable_fen or 0 for one in self._people if one.person_id in chosen)

    @property
    def lines(self) -> tuple[PayerLine, ...]:
        """Everybody, as the sheet shows them."""
        chosen = set(self.chosen)
        return tuple(self._line(one, chosen=one.person_id in chosen) for one in self._people)

    def _line(self, one: _Person, *, chosen: bool) -> PayerLine:
        say, fen = self._messages.say, one.payable_fen
        if fen is None:
            reasons = (
                *one.assessment.reasons,
                *(gap.reason for gap in one.assessment.undetermined),
            )
            why = law.reason_words(reasons[0], self._messages.language) if reasons else ""
            refused = one.assessment.allowed is False
            amount = say("amount.refused" if refused else "open")
            return PayerLine(one.person_id, one.name, amount, why, False, False, "unknown")  # noqa: FBT003 - neither ticked nor to be ticked
        return PayerLine(
            one.person_id, one.name, fen_display(fen), self._why(one.assessment), chosen
        )

    def _why(self, found: Assessment) -> str:
        if not (found.assistance and found.assistance_identity):
            return self._messages.say("price.no_assistance")
        return self._messages.say(
            "pay.why",
            standard=fen_display(found.personal_standard or 0),
            identity=law.identity_name(found.assistance_identity, self._messages.language),
            assistance=fen_display(found.assistance),
        )
