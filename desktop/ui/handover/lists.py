"""The four lists of the tax handover as pages: batches, paid rows, differences, statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from desktop.base.money import fen_display
from desktop.domain.handover_words import (
    CAUSES,
    SETTLEMENTS,
    TAX_STATES,
    TAX_WAYS_OUT,
    word,
)
from desktop.domain.identity_number import masked
from desktop.domain.reconciliation import Compared, Difference
from desktop.domain.tax_matching import TO_ACT, TaxRow
from desktop.ui.handover.shown import Heading, Page
from desktop.ui.messages import Messages
from desktop.usecases.handover import Batch
from desktop.usecases.reconciliation import Statement, side
from desktop.usecases.tax_returns import AnswerCount

ACTS = {
    "batches": ("hand", "save", "answers", "codes"),
    "paid": ("read", "book", "settle"),
    "differences": ("day", "state", "list", "print", "whole"),
    "statements": ("sign", "paper", "print"),
}
"""What each list offers, by its name."""


class Pages:
    """Makes the pages, in the language of the session."""

    def __init__(self, messages: Messages) -> None:
        self._say = messages.say
        self._language = messages.language

    def batches(self, batches: Sequence[Batch]) -> Page:
        """Return the batches that were handed over."""
        rows = tuple(
            (
                one.number,
                one.handed_on,
                str(one.rows),
                fen_display(one.amount_fen),
                f"{one.answered} / {one.here}",
            )
            for one in batches
        )
        total = fen_display(sum(one.amount_fen for one in batches))
        summary = self._say("handover.batches.meta", count=len(batches), amount=total)
        headings = self._headings("number:10,on:5,rows:4>,amount:6>,answered:5>")
        return self._page("batches", headings, rows, summary)

    def paid(self, shown: Sequence[TaxRow], every: Sequence[TaxRow]) -> Page:
        """Return the paid rows; those somebody must act on come first."""
        rows = tuple(
            (
                word(TAX_STATES, one.state, self._language),
                one.person_name or one.name,
                masked(one.document),
                one.voucher,
                one.paid_on,
                fen_display(one.amount_fen),
                "" if one.due_fen is None else fen_display(one.due_fen),
            )
            for one in shown
        )
        counts = Counter(one.state for one in every)
        told = " · ".join(
            f"{word(TAX_STATES, state, self._language)} {count}"
            for state, count in counts.most_common()
        )
        amount = fen_display(sum(one.amount_fen for one in every))
        summary = self._say("handover.paid.meta", count=len(every), amount=amount, states=told)
        headings = self._headings("state:5,name:5,document:8#,voucher:8-,on:5,amount:5>,due:5>")
        return self._page("paid", headings, rows, summary)

    def differences(self, compared: Compared, through: str) -> Page:
        """Return what the three sides differ by."""
        rows = tuple(self._difference(one) for one in compared.differences)
        sums = {one.side: fen_display(one.amount_fen) for one in compared.sides}
        causes = " · ".join(
            f"{word(CAUSES, one.cause, self._language)} {one.rows}" for one in compared.causes
        )
        summary = self._say("handover.differences.meta", day=through, causes=causes or "0", **sums)
        headings = self._headings(
            "cause:9,name:5,document:8#,voucher:7-,tax:5>,receipt:5>,enrollment:6>"
        )
        return self._page("differences", headings, rows, summary)

    def statements(self, statements: Sequence[Statement]) -> Page:
        """Return the statements, signed or to be signed."""
        rows = tuple(
            (
                one.through,
                fen_display(side(one.sides, "receipts").amount_fen),
                fen_display(side(one.sides, "tax").amount_fen),
                str(sum(cause.rows for cause in one.causes)),
                one.stated_name,
                self._signed(one),
            )
            for one in statements
        )
        summary = self._say("handover.statements.meta", count=len(statements))
        headings = self._headings("through:5,receipts:6>,tax:6>,count:4>,by:5,signed:8")
        return self._page("statements", headings, rows, summary)

    def paid_detail(self, row: TaxRow) -> str:
        """Return a paid row's state with the way out, and why it was settled."""
        out = word(TAX_WAYS_OUT, row.state, self._language)
        state = word(TAX_STATES, row.state, self._language)
        said = "：".join(
            part for part in (word(SETTLEMENTS, row.settled, self._language), row.settled_reason)
            if part
        )  # fmt: skip
        return " ".join(part for part in (f"{state}：{out}", said, row.receipt) if part)

    def statement_detail(self, one: Statement) -> str:
        """Return a statement's causes and its explanation."""
        causes = " · ".join(
            f"{word(CAUSES, cause.cause, self._language)} {cause.rows} / "
            f"{fen_display(cause.amount_fen)}"
            for cause in one.causes
        )
        return "　".join(part for part in (causes, one.explanation) if part)

    def answers_detail(self, found: Sequence[AnswerCount]) -> str:
        """Return how many rows of a batch came back with which code, in words."""
        return " · ".join(self._answer(one) for one in found)

    def _answer(self, one: AnswerCount) -> str:
        if not one.code:
            return self._say("handover.unanswered", count=one.rows)
        meaning = one.meaning
        if meaning is None:
            return self._say("handover.unexplained", code=one.code, count=one.rows)
        text = meaning.zh if self._language == "zh" or not meaning.en else meaning.en
        mark = "✔" if meaning.accepted else "✖"
        told = f"{mark} {one.code} {text} {one.rows}"
        return told if one.origin == "county" else told + self._say(f"handover.code_{one.origin}")

    def _difference(self, one: Difference) -> tuple[str, ...]:
        amounts = (one.tax_fen, one.receipt_fen, one.enrollment_fen)
        return (
            word(CAUSES, one.cause, self._language),
            one.name,
            masked(one.document),
            one.voucher,
            *("" if fen is None else fen_display(fen) for fen in amounts),
        )

    def _signed(self, one: Statement) -> str:
        if not one.approved_by:
            return self._say("handover.to_sign")
        if not one.signature_holds:
            return self._say("handover.sign_broken")
        return self._say("handover.signed", who=one.approved_name)

    def _headings(self, columns: str) -> tuple[Heading, ...]:
        """Return headings from ``name:share``: ``>`` figures, ``#`` numbers, ``-`` minor."""
        found = []
        for column in columns.split(","):
            name, share = column.split(":")
            text = self._say(f"handover.column.{name}")
            wide = int(share.rstrip(">#-"))
            found.append(Heading(text, wide, ">" in share, "#" in share, "-" in share))
        return tuple(found)

    def _page(
        self, mode: str, headings: tuple[Heading, ...], rows: tuple[tuple[str, ...], ...],
        summary: str,
    ) -> Page:  # fmt: skip
        return Page(
            headings=headings,
            rows=rows,
            says=self._say(f"handover.{mode}.says"),
            summary=summary if rows else "",
            empty=self._say(f"handover.{mode}.empty"),
            acts=ACTS[mode],
        )


def to_act_first(rows: Sequence[TaxRow]) -> tuple[TaxRow, ...]:
    """Return the rows with those first that wait for somebody, the unready before the ready."""
    return tuple(
        sorted(rows, key=lambda row: (row.state not in TO_ACT, row.state == "ready", row.paid_on))
    )
