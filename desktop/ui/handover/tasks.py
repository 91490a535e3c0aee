"""The acts of the tax handover, in the panel: what will happen stands before the key. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from typing_extensions import override

from desktop.base.dates import day_from_text
from desktop.base.errors import Refused
from desktop.base.money import fen_display
from desktop.domain.handover_words import SETTLEMENTS, TAX_STATES, word
from desktop.domain.tax_matching import TaxRow
from desktop.ui.enroll.options import Choice
from desktop.ui.enroll.task_shown import Outcome, TaskShown
from desktop.ui.receipts.tasks import Countersigned, MoneyTask
from desktop.ui.session import Session
from desktop.usecases.handover import (
    LAYOUTS,
    Batch,
    HandoverPlan,
    HandoverWanted,
    hand_over,
    layout_of,
)
from desktop.usecases.reconciliation import (
    Statement,
    approve_reconciliation,
    side,
    state_reconciliation,
)
from desktop.usecases.registers import Register
from desktop.usecases.tax_paid import PaidFile, settle_row, take_paid
from desktop.usecases.tax_returns import Answers, take_returns

_YES, _NO = "yes", "no"


class HandTask(MoneyTask):
    """Hand the payables over: a batch on record, then its file."""

    code = "hand-over"

    def __init__(self, session: Session, plan: HandoverPlan) -> None:
        super().__init__(session)
        self._plan = plan
        self._answers |= {"layout": LAYOUTS[0], "again": _NO}

    def shown(self) -> TaskShown:
        """Return the panel: what goes out, in which layout."""
        plan = self._plan
        says = self._say(
            "money.hand-over.says",
            rows=len(plan.rows),
            new=plan.count("new"),
            corrections=plan.count("correction"),
            cancels=plan.count("cancel"),
            amount=fen_display(plan.amount_fen),
            held=len(plan.held_back),
        )
        titles = tuple(Choice(one, layout_of(one).title.of(self._language)) for one in LAYOUTS)
        fields = [self._coded("layout", titles)]
        if any(one.code == "REFUSED_UNCHANGED" for one in plan.held_back):
            both = tuple(Choice(one, self._say(one)) for one in (_NO, _YES))
            fields.append(self._coded("again", both))
        return self._panel(says, *fields)

    def work(self) -> Callable[[], object]:
        """Return the handing over."""
        session = self._session
        wanted = HandoverWanted(
            session.division,
            session.campaign_year,
            self._answer("layout") or LAYOUTS[0],
            again=self._answer("again") == _YES,
        )
        return lambda: hand_over(session.desk, wanted)

    def done(self, result: object) -> Outcome:
        """Return the batch's number."""
        assert isinstance(result, Batch)
        words = self._say("money.hand-over.done", number=result.number, rows=result.rows)
        return Outcome(words)


class AnswersTask(MoneyTask):
    """Take the return codes in that a file holds."""

    code = "tax-answers"

    def __init__(self, session: Session, found: Answers, path: Path) -> None:
        super().__init__(session)
        self._found = found
        self._path = path

    def shown(self) -> TaskShown:
        """Return the panel: what the file says, and how much of it is new."""
        found = self._found
        says = self._say(
            "money.tax-answers.says",
            number=found.batch.number,
            rows=found.rows,
            accepted=found.accepted,
            refused=found.refused,
            unexplained=found.unexplained,
            changed=len(found.changed),
        )
        return self._panel(says)

    def work(self) -> Callable[[], object]:
        """Return the taking in."""
        desk, path = self._session.desk, self._path
        return lambda: take_returns(desk, path)

    def done(self, result: object) -> Outcome:
        """Return how many rows were answered."""
        assert isinstance(result, Answers)
        return Outcome(self._say("money.tax-answers.done", count=len(result.changed)))


class PaidTask(MoneyTask):
    """Take the paid detail in that a file holds; nothing is booked by it."""

    code = "tax-paid"

    def __init__(self, session: Session, found: PaidFile, path: Path) -> None:
        super().__init__(session)
        self._found = found
        self._path = path

    def shown(self) -> TaskShown:
        """Return the panel: rows, money, strangers."""
        found = self._found
        says = self._say(
            "money.tax-paid.says",
            rows=found.rows,
            amount=fen_display(found.amount_fen),
            new=len(found.new),
            strangers=found.strangers,
            doubled=len(found.findings),
        )
        return self._panel(says)

    def work(self) -> Callable[[], object]:
        """Return the taking in."""
        session, path = self._session, self._path
        return lambda: take_paid(session.desk, path, session.campaign_year)

    def done(self, result: object) -> Outcome:
        """Return how many rows are new."""
        assert isinstance(result, PaidFile)
        return Outcome(self._say("money.tax-paid.done", count=len(result.new)))


@dataclass(frozen=True, slots=True)
class ToBook:
    """Rows somebody confirmed."""

    rows: tuple[TaxRow, ...]


class BookTask(MoneyTask):
    """Confirm what is booked; the booking itself goes on step by step."""

    code = "tax-book"

    def __init__(self, session: Session, rows: tuple[TaxRow, ...]) -> None:
        super().__init__(session)
        self._rows = rows

    def shown(self) -> TaskShown:
        """Return the panel: how many, how much."""
        amount = fen_display(sum(row.amount_fen for row in self._rows))
        says = self._say("money.tax-book.says", rows=len(self._rows), amount=amount)
        return self._panel(says)

    def work(self) -> Callable[[], object]:
        """Return what was confirmed."""
        rows = self._rows
        return lambda: ToBook(rows)

    def done(self, result: object) -> Outcome:
        """Return that it begins."""
        assert isinstance(result, ToBook)
        return Outcome(self._say("handover.booking", done=0, count=len(result.rows)))


class SettleTask(MoneyTask):
    """Say why a paid row is not booked here."""

    code = "tax-settle"

    def __init__(self, session: Session, row: TaxRow) -> None:
        super().__init__(session)
        self._row = row

    def shown(self) -> TaskShown:
        """Return the panel: the row, the decision, why."""
        row = self._row
        says = self._say(
            "money.tax-settle.says",
            voucher=row.voucher,
            name=row.person_name or row.name,
            amount=fen_display(row.amount_fen),
            state=word(TAX_STATES, row.state, self._language),
        )
        choices = tuple(Choice(one, word(SETTLEMENTS, one, self._language)) for one in SETTLEMENTS)
        return self._panel(says, self._coded("settle", choices), self._field("detail"))

    def work(self) -> Callable[[], object]:
        """Return the settling."""
        desk, row = self._session.desk, self._row.id
        decision, reason = self._answer("settle"), self._answer("detail")
        return lambda: settle_row(desk, row, decision, reason)

    def done(self, result: object) -> Outcome:
        """Return that it is settled."""
        del result
        return Outcome(self._say("money.tax-settle.done"))


class DayTask(MoneyTask):
    """Ask up to which day the sides are held against each other."""

    code = "reconcile-day"

    def __init__(self, session: Session, through: date) -> None:
        super().__init__(session)
        self._answers["through"] = through.isoformat()

    def shown(self) -> TaskShown:
        """Return the panel: the day."""
        return self._panel(self._say("money.reconcile-day.says"), self._field("through", "date"))

    def work(self) -> Callable[[], object]:
        """Return the day."""
        typed, today = self._answer("through"), self._session.today

        def read() -> date:
            try:
                day = day_from_text(typed)
            except ValueError as error:
                raise Refused("DAY_FORM", "not a day", field="through") from error
            if day > today:
                raise Refused("DAY_AHEAD", "this day has not come yet", field="through")
            return day

        return read

    def done(self, result: object) -> Outcome:
        """Return the day."""
        return Outcome(self._say("money.reconcile-day.done", day=result))


class StateTask(MoneyTask):
    """Put the reconciliation on record for a second person to sign."""

    code = "reconcile-state"

    def __init__(self, session: Session, through: date, differences: int) -> None:
        super().__init__(session)
        self._through = through
        self._differences = differences

    def shown(self) -> TaskShown:
        """Return the panel: how many differences stand, and why."""
        says = self._say("money.reconcile-state.says", day=self._through, count=self._differences)
        return self._panel(says, *((self._field("explanation"),) if self._differences else ()))

    def work(self) -> Callable[[], object]:
        """Return the stating."""
        session, why, through = self._session, self._answer("explanation"), self._through
        where = (session.division, session.campaign_year, through)
        return lambda: state_reconciliation(session.desk, *where, why)

    def done(self, result: object) -> Outcome:
        """Return up to which day."""
        assert isinstance(result, Statement)
        return Outcome(self._say("money.reconcile-state.done", day=result.through))


class SignStatementTask(MoneyTask):
    """Sign a statement as its second person."""

    code = "reconcile-sign"

    def __init__(self, session: Session, statement: Statement, consent: Countersigned) -> None:
        super().__init__(session)
        self._statement = statement
        self._consent = consent

    def shown(self) -> TaskShown:
        """Return the panel: what is signed, and by whom."""
        statement = self._statement
        says = self._say(
            "money.reconcile-sign.says",
            day=statement.through,
            receipts=fen_display(side(statement.sides, "receipts").amount_fen),
            tax=fen_display(side(statement.sides, "tax").amount_fen),
            count=sum(one.rows for one in statement.causes),
        )
        return self._panel(says, *self._consent.fields(self._answers))

    def work(self) -> Callable[[], object]:
        """Return the signing."""
        answers, desk, statement = dict(self._answers), self._session.desk, self._statement
        return lambda: approve_reconciliation(desk, statement.id, self._consent.consent(answers))

    @override
    def failed(self, error: Exception) -> str:
        if isinstance(error, Refused) and error.code == "APPROVAL_NEEDED":
            return self._say("closing.who_signs")
        return ""

    def done(self, result: object) -> Outcome:
        """Return who signed."""
        assert isinstance(result, Statement)
        return Outcome(self._say("money.reconcile-sign.done", who=result.approved_name))


class WholeTask(MoneyTask):
    """Say why a list leaves with whole identity numbers."""

    code = "whole-list"

    def __init__(self, session: Session, make: Callable[[str], Register]) -> None:
        super().__init__(session)
        self._make = make

    def shown(self) -> TaskShown:
        """Return the panel: why."""
        return self._panel(self._say("money.whole-list.says"), self._field("detail"))

    def work(self) -> Callable[[], object]:
        """Return the making, on record before a number is told."""
        reason = self._answer("detail")
        return lambda: self._make(reason)

    def done(self, result: object) -> Outcome:
        """Return how many rows there are."""
        assert isinstance(result, Register)
        return Outcome(self._say("money.whole-list.done", count=len(result.data.rows)))
