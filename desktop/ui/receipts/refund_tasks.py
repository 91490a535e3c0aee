"""Ask for a refund, and enter what the authority answered. Nothing is computed here. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from typing_extensions import override

from desktop.base.dates import day_from_text
from desktop.base.errors import Refused
from desktop.base.money import fen_display
from desktop.domain.codes import RELATIONS_SHORT
from desktop.domain.money_codes import REFUND_DECISIONS
from desktop.domain.receipt import Receipt
from desktop.ui.enroll import options
from desktop.ui.enroll.options import Choice
from desktop.ui.enroll.task_shown import Outcome, TaskField, TaskShown
from desktop.ui.payment.amount import typed_fen
from desktop.ui.receipts.tasks import MoneyTask
from desktop.ui.session import Session
from desktop.usecases.forms import CAUSES
from desktop.usecases.refunds import (
    DIFFERENCE,
    Refund,
    RefundAnswer,
    RefundEntry,
    decide_refund,
    request_refund,
)


class RefundTask(MoneyTask):
    """Ask for money back for people of one receipt."""

    code = "refund"

    def __init__(self, session: Session, receipt: Receipt, ref: str) -> None:
        super().__init__(session)
        self._receipt = receipt
        self._ref = ref
        self._persons = [line.person for line in receipt.lines if line.paid_fen]
        self._answers["applicant"] = receipt.payer

    def shown(self) -> TaskShown:
        """Return the panel: for whom, why, who asks, where it is paid to, which papers."""
        at = 0 if self._language == "zh" else 1
        causes = tuple(
            Choice(code, words[at]) for code, words in CAUSES.items() if code != DIFFERENCE
        )
        names = tuple(Choice(line.person, line.name) for line in self._receipt.lines)
        chosen = tuple((one.code, one.words) for one in names if one.code in self._persons)
        label = self._say("money.field.persons")
        return self._panel(
            self._say("money.refund.says", number=self._receipt.number),
            TaskField("persons", label, "tags", tags=chosen, options=names),
            self._coded("cause", causes),
            self._field("detail"),
            self._field("applicant"),
            self._coded("relation", options.from_codes(RELATIONS_SHORT, self._language)),
            self._field("account_name"),
            self._field("bank"),
            self._field("account"),
            self._field("evidence"),
        )

    @override
    def choose(self, name: str, code: str, *, on: bool) -> None:
        """Take a person in; the same one again goes out."""
        del name, on
        if code in self._persons:
            self._persons.remove(code)
        else:
            self._persons.append(code)

    def work(self) -> Callable[[], object]:
        """Return the request."""
        entry = RefundEntry(
            self._receipt.number,
            self._answer("cause"),
            self._answer("applicant"),
            persons=tuple(self._persons),
            detail=self._answer("detail"),
            applicant_relation=self._answer("relation"),
            account_name=self._answer("account_name"),
            bank=self._answer("bank"),
            account=self._answer("account"),
            evidence=self._answer("evidence"),
            ref=self._ref,
        )
        persons = bool(self._persons)

        def ask() -> Refund:
            if not persons:
                raise Refused("PERSON_NOT_ON_RECEIPT", "nobody was named")
            return request_refund(self._session.desk, entry)

        return ask

    def done(self, result: object) -> Outcome:
        """Return that it waits for its answer."""
        assert isinstance(result, Refund)
        return Outcome(self._say("money.refund.done", number=result.receipt))


class DecideTask(MoneyTask):
    """Enter the authority's answer to a request."""

    code = "decide"

    def __init__(self, session: Session, refund: Refund) -> None:
        super().__init__(session)
        self._refund = refund
        self._answers["on"] = session.today.isoformat()

    def shown(self) -> TaskShown:
        """Return the panel: the answer, who gave it on which paper, the amount it grants."""
        granted = self._answer("decision") == "approved"
        amount = (self._field("amount"),) if granted else ()
        return self._panel(
            self._say(
                "money.decide.says", number=self._refund.receipt, applicant=self._refund.applicant
            ),
            self._coded("decision", options.from_codes(REFUND_DECISIONS, self._language)),
            *amount,
            self._field("authority"),
            self._field("document"),
            self._field("on", "date"),
            self._field("note"),
        )

    def work(self) -> Callable[[], object]:
        """Return the entering of the answer."""
        answers, identity = dict(self._answers), self._refund.id

        def decide() -> Refund:
            try:
                on = day_from_text(answers.get("on", ""))
            except ValueError as error:
                raise Refused("DAY_FORM", "not a day", field="on") from error
            answer = RefundAnswer(
                decision=answers.get("decision", ""),
                on=on,
                amount_fen=typed_fen(answers.get("amount", "")),
                authority=answers.get("authority", ""),
                document=answers.get("document", ""),
                note=answers.get("note", ""),
            )
            return decide_refund(self._session.desk, identity, answer)

        return decide

    def done(self, result: object) -> Outcome:
        """Return what was entered."""
        assert isinstance(result, Refund)
        words = REFUND_DECISIONS[result.decision].name(self._language)
        amount = f" {fen_display(result.amount_fen)}" if result.amount_fen is not None else ""
        return Outcome(self._say("money.decide.done", decision=f"{words}{amount}"))
