"""What can be done with a receipt: void it, reverse it; and with numbers nobody used. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from typing_extensions import override

from desktop.base.clock import SystemClock
from desktop.base.errors import Refused
from desktop.base.money import fen_display
from desktop.domain.codes import PAYMENT_METHODS, Code
from desktop.domain.money_codes import (
    NUMBER_VOID_REASONS,
    RECEIPT_VOID_REASONS,
    REVERSAL_REASONS,
)
from desktop.ui.enroll import options
from desktop.ui.enroll.options import Choice
from desktop.ui.enroll.task_shown import FieldKind, Outcome, TaskField, TaskShown
from desktop.ui.session import Session
from desktop.usecases.receipt_list import ListedReceipt
from desktop.usecases.second_person import confirm
from desktop.usecases.undoing import Undone, reverse_payment, void_numbers, void_receipt


class MoneyTask:
    """What the actions have in common: answers by name, words by code."""

    code = ""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._say = session.messages.say
        self._language = session.messages.language
        self._answers: dict[str, str] = {}

    def set(self, name: str, value: str) -> None:
        """Take an answer."""
        self._answers[name] = value

    def choose(self, name: str, code: str, *, on: bool) -> None:
        """Take one of several choices, or take it back."""
        del name, code, on

    def failed(self, error: Exception) -> str:
        """Return no words but the error's own."""
        del error
        return ""

    def _answer(self, name: str) -> str:
        return self._answers.get(name, "")

    def _field(self, name: str, kind: FieldKind = "text") -> TaskField:
        return TaskField(name, self._say(f"money.field.{name}"), kind, self._answer(name))

    def _coded(self, name: str, choices: tuple[Choice, ...]) -> TaskField:
        label = self._say(f"money.field.{name}")
        return TaskField(name, label, "code", self._answer(name), options=choices)

    def _reasons(self, table: Mapping[str, Code]) -> tuple[TaskField, ...]:
        choices = options.from_codes(table, self._language)
        return (self._coded("reason", choices), self._field("detail"))

    def _reason(self, table: Mapping[str, Code]) -> str:
        """Return the reason as it is kept: the office's words, whatever the screen speaks."""
        code, detail = self._answer("reason"), self._answer("detail").strip()
        name = table[code].zh if code in table else ""
        return "：".join(part for part in (name, detail) if part)

    def _panel(self, says: str, *fields: TaskField) -> TaskShown:
        return TaskShown(
            self.code,
            self._say(f"money.{self.code}"),
            says,
            fields,
            self._say(f"money.{self.code}.act"),
        )


class Countersigned:
    """A second person's consent: who and their password, or the operator's own if they may."""

    def __init__(self, session: Session, supervisors: tuple[Choice, ...], *, own: bool) -> None:
        """``own``: the operator may consent themselves, being a supervisor."""
        self._session = session
        self._supervisors = supervisors
        self.own = own

    def fields(self, answers: Mapping[str, str]) -> tuple[TaskField, ...]:
        """Return what must be asked: nothing of an operator who may consent."""
        if self.own:
            return ()
        say = self._session.messages.say
        who, word = answers.get("operator", ""), answers.get("password", "")
        return (
            TaskField("operator", say("money.field.operator"), "code", who,
                      options=self._supervisors),
            TaskField("password", say("money.field.password"), "password", word),
        )  # fmt: skip

    def consent(self, answers: Mapping[str, str]) -> str:
        """Return who consents. Runs on the store lane; raises as `second_person.confirm`."""
        if self.own:
            return self._session.operator
        if not answers.get("operator"):
            raise Refused("APPROVAL_NEEDED", "nobody was named")
        password = answers.get("password", "")
        desk = self._session.desk
        return confirm(desk, answers["operator"], password, SystemClock(), "supervisor").operator


class VoidTask(MoneyTask):
    """Void a receipt of an open day."""

    code = "void"

    def __init__(self, session: Session, receipt: ListedReceipt) -> None:
        super().__init__(session)
        self._receipt = receipt

    def shown(self) -> TaskShown:
        """Return the panel: what goes back, and why."""
        return self._panel(_what(self, self._receipt), *self._reasons(RECEIPT_VOID_REASONS))

    def work(self) -> Callable[[], object]:
        """Return the voiding."""
        number, reason = self._receipt.number, self._reason(RECEIPT_VOID_REASONS)
        return lambda: void_receipt(self._session.desk, number, reason)

    def done(self, result: object) -> Outcome:
        """Return what was done."""
        assert isinstance(result, Undone)
        return Outcome(
            self._say(
                "money.void.done", number=result.receipt, amount=fen_display(result.amount_fen)
            )
        )


class ReverseTask(MoneyTask):
    """Reverse a receipt of a closed day, with a supervisor's consent."""

    code = "reverse"

    def __init__(
        self, session: Session, receipt: ListedReceipt, consent: Countersigned, ref: str
    ) -> None:
        super().__init__(session)
        self._receipt = receipt
        self._consent = consent
        self._ref = ref

    def shown(self) -> TaskShown:
        """Return the panel: what goes back, why, and who consents."""
        says = _what(self, self._receipt)
        asked = self._consent.fields(self._answers)
        return self._panel(says, *self._reasons(REVERSAL_REASONS), *asked)

    def work(self) -> Callable[[], object]:
        """Return the reversal."""
        number, reason, answers = (
            self._receipt.number,
            self._reason(REVERSAL_REASONS),
            dict(self._answers),
        )

        def reverse() -> Undone:
            if not reason:
                raise Refused("REASON_EMPTY", "say why")
            approver = self._consent.consent(answers)
            desk = self._session.desk
            return reverse_payment(desk, number, reason, approved_by=approver, ref=self._ref)

        return reverse

    def done(self, result: object) -> Outcome:
        """Return what was done."""
        assert isinstance(result, Undone)
        amount = fen_display(result.amount_fen)
        words = self._say("money.reverse.done", number=result.reversal, amount=amount)
        return Outcome(words)


class NumbersTask(MoneyTask):
    """Void numbers nobody used: spoiled paper, or a paper book that used them."""

    code = "numbers"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._answers["count"] = "1"

    def shown(self) -> TaskShown:
        """Return the panel: how many and why."""
        says = self._say("money.numbers.says", count=self._answer("count") or "—")
        return self._panel(says, self._field("count"), *self._reasons(NUMBER_VOID_REASONS))

    def work(self) -> Callable[[], object]:
        """Return the voiding of the next numbers."""
        typed, reason = self._answer("count").strip(), self._reason(NUMBER_VOID_REASONS)
        count = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 6 else 0
        return lambda: void_numbers(self._session.desk, count, reason)

    @override
    def failed(self, error: Exception) -> str:
        if isinstance(error, Refused) and error.code == "NO_RECEIPT_NUMBERS":
            return self._say("pay.numbers_none")
        return ""

    def done(self, result: object) -> Outcome:
        """Return which numbers they were."""
        assert isinstance(result, tuple)
        return Outcome(
            self._say("money.numbers.done", count=len(result), first=result[0], last=result[-1])
        )


def _what(task: MoneyTask, receipt: ListedReceipt) -> str:
    """State the numbers: which receipt, how much goes back and how."""
    session = task._session  # noqa: SLF001 - the same module's own
    method = PAYMENT_METHODS[receipt.method].name(session.messages.language)
    return session.messages.say(
        f"money.{task.code}.says",
        number=receipt.number,
        method=method,
        amount=fen_display(receipt.amount_fen),
        payer=receipt.payer,
    )
