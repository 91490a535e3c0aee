"""The three acts of a closing: close the day, sign it, note that its cash was paid in. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from typing_extensions import override

from desktop.base.dates import day_from_text
from desktop.base.errors import Refused
from desktop.base.money import fen_display, fen_text
from desktop.ui.enroll.task_shown import Outcome, TaskShown
from desktop.ui.payment.amount import typed_fen
from desktop.ui.receipts.tasks import Countersigned, MoneyTask
from desktop.ui.session import Session
from desktop.usecases.closing import Closing, approve_day, close_day, note_deposit
from desktop.usecases.day_overview import DayOverview


class CloseTask(MoneyTask):
    """Close the day with what was counted; the explanation is asked where the two differ."""

    code = "close"

    def __init__(self, session: Session, shown: DayOverview, pieces: Mapping[int, int]) -> None:
        super().__init__(session)
        self._shown = shown
        self._pieces = dict(pieces)

    @property
    def _difference_fen(self) -> int:
        counted = sum(face * count for face, count in self._pieces.items())
        return counted - self._shown.figures.box_fen

    def shown(self) -> TaskShown:
        """Return the panel: the numbers, and what cannot be taken back."""
        line, figures = self._shown.line, self._shown.figures
        says = self._say(
            "money.close.says",
            collector=line.name,
            day=line.day,
            receipts=figures.receipts,
            amount=fen_display(figures.amount_fen),
            booked=fen_display(figures.cash_fen),
            counted=fen_display(figures.box_fen + self._difference_fen),
            difference=fen_display(self._difference_fen),
        )
        return self._panel(says, *((self._field("explanation"),) if self._difference_fen else ()))

    def work(self) -> Callable[[], object]:
        """Return the closing."""
        line, why = self._shown.line, self._answer("explanation")
        day: date = day_from_text(line.day)
        desk, pieces = self._session.desk, self._pieces
        return lambda: close_day(desk, line.collector, day, pieces, explanation=why)

    def done(self, result: object) -> Outcome:
        """Return that the day is closed."""
        assert isinstance(result, Closing)
        return Outcome(self._say("money.close.done", day=result.day))


class SignTask(MoneyTask):
    """Sign a closed day as its second person."""

    code = "sign"

    def __init__(
        self, session: Session, closing: Closing, collector: str, consent: Countersigned
    ) -> None:
        super().__init__(session)
        self._closing = closing
        self._collector = collector
        self._consent = consent

    def shown(self) -> TaskShown:
        """Return the panel: what is signed, and by whom."""
        closing = self._closing
        says = self._say(
            "money.sign.says",
            collector=self._collector,
            day=closing.day,
            receipts=closing.receipts,
            amount=fen_display(closing.amount_fen),
            counted=fen_display(closing.cash_counted_fen),
            difference=fen_display(closing.difference_fen),
        )
        return self._panel(says, *self._consent.fields(self._answers))

    def work(self) -> Callable[[], object]:
        """Return the signing."""
        answers, session, closing = dict(self._answers), self._session, self._closing

        def sign() -> Closing:
            return approve_day(session.desk, closing.id, self._consent.consent(answers))

        return sign

    @override
    def failed(self, error: Exception) -> str:
        if isinstance(error, Refused) and error.code == "APPROVAL_NEEDED":
            return self._say("closing.who_signs")
        return ""

    def done(self, result: object) -> Outcome:
        """Return who signed."""
        assert isinstance(result, Closing)
        return Outcome(self._say("money.sign.done", who=result.approved_by))


class DepositTask(MoneyTask):
    """Note the bank's slip for a closed day's cash."""

    code = "deposit"

    def __init__(self, session: Session, closing: Closing) -> None:
        super().__init__(session)
        self._closing = closing
        self._answers["slip_amount"] = fen_text(closing.cash_counted_fen)
        self._answers["slip_on"] = session.today.isoformat()

    def shown(self) -> TaskShown:
        """Return the panel: slip, bank, amount, day."""
        says = self._say("money.deposit.says", counted=fen_display(self._closing.cash_counted_fen))
        return self._panel(
            says,
            self._field("slip"),
            self._field("bank"),
            self._field("slip_amount"),
            self._field("slip_on", "date"),
        )

    def work(self) -> Callable[[], object]:
        """Return the noting."""
        answers, session, closing = dict(self._answers), self._session, self._closing

        def note() -> Closing:
            try:
                on = day_from_text(answers.get("slip_on", ""))
            except ValueError as error:
                raise Refused("DAY_FORM", "not a day", field="slip_on") from error
            amount = typed_fen(answers.get("slip_amount", ""))
            return note_deposit(
                session.desk,
                closing.id,
                answers.get("slip", ""),
                -1 if amount is None else amount,
                bank=answers.get("bank", ""),
                on=on,
            )

        return note

    def done(self, result: object) -> Outcome:
        """Return which slip it was."""
        assert isinstance(result, Closing)
        return Outcome(self._say("money.deposit.done", slip=result.deposit_slip))
