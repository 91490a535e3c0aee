"""须由人决定: one difference after the other: outcome, amount, reason, document. No Qt."""

from __future__ import annotations

from typing import Protocol

import msgspec

from desktop.base.errors import CanbaoError, Refused
from desktop.base.money import fen_display, fen_from_text
from desktop.domain.law_facts import Decided
from desktop.ui.enroll.shown import Note
from desktop.ui.law.recount.words import reason_of
from desktop.ui.session import Session
from desktop.usecases.decide_difference import MAY_DECIDE, Decision, ToDecide, decide, to_decide

FIELDS = ("outcome", "amount", "document", "reason")

_WHERE = {
    "DECISION_OUTCOME": "outcome",
    "DECISION_AMOUNT": "amount",
    "DECISION_AMOUNT_FORM": "amount",
    "DECISION_TOO_MUCH": "amount",
    "DECISION_DOCUMENT": "document",
    "REASON_EMPTY": "reason",
}
"""The field a refusal stands at."""


class DecidingView(Protocol):
    """What deciding asks of the page."""

    def show_waiting(self, rows: tuple[tuple[str, ...], ...], *, may_decide: bool) -> None:
        """Show what waits; the first is chosen."""
        ...

    def show_decision(self, fields: dict[str, str]) -> None:
        """Show the fields of the chosen difference's decision."""
        ...

    def show_note(self, note: Note, field: str = "") -> None:
        """Say in the reserved line what happened; ``field`` is where a mistake stands."""
        ...

    def desk_changed_now(self) -> None:
        """Tell the window that something was recorded."""
        ...


class Deciding:
    """The list of what waits, and the one decision being written."""

    def __init__(self, session: Session, view: DecidingView) -> None:
        self._session = session
        self._view = view
        self._say = session.messages.say
        self._waiting: tuple[ToDecide, ...] = ()
        self._chosen = 0
        self._typed = dict.fromkeys(FIELDS, "")
        self._mistaken = False

    def load(self) -> None:
        """Read what waits for a decision, and show it."""
        desk, year = self._session.desk, self._session.campaign_year
        self._session.runner.submit(
            "store",
            lambda: to_decide(desk, year),
            owner=self._view,
            done=self._loaded,
            failed=self._fail,
        )

    def choose(self, at: int) -> None:
        """Turn to another difference; what was typed for the last one is dropped."""
        if 0 <= at < len(self._waiting) and at != self._chosen:
            self._chosen = at
            self._blank()
            self._tell(Note())

    def set(self, name: str, text: str) -> None:
        """Take what was typed; what was said of a mistake is over."""
        self._typed[name] = text
        if self._mistaken:
            self._tell(Note())

    def record(self) -> None:
        """Put the decision on record; what is wrong is said at its field."""
        if not self._waiting or self._session.role not in MAY_DECIDE:
            return
        try:
            decision = self._decision(self._waiting[self._chosen])
        except Refused as error:
            self._fail(error)
            return
        desk = self._session.desk
        self._session.runner.submit(
            "store",
            lambda: decide(desk, decision),
            owner=self._view,
            done=self._recorded,
            failed=self._fail,
        )

    def _decision(self, one: ToDecide) -> Decision:
        typed = self._typed
        if not typed["outcome"]:
            raise Refused("DECISION_OUTCOME", "say what becomes of it")
        return Decision(
            id=one.id,
            outcome=msgspec.convert(typed["outcome"], Decided),
            amount_fen=_fen(typed["amount"].strip()),
            reason=typed["reason"],
            document=typed["document"],
        )

    def _loaded(self, waiting: tuple[ToDecide, ...]) -> None:
        self._waiting, self._chosen = waiting, 0
        may = self._session.role in MAY_DECIDE and bool(waiting)
        self._view.show_waiting(tuple(self._row(one) for one in waiting), may_decide=may)
        self._blank()

    def _blank(self) -> None:
        self._typed = dict.fromkeys(FIELDS, "")
        self._view.show_decision(dict(self._typed))

    def _recorded(self, one: ToDecide) -> None:
        self._tell(Note(self._say("recount.decided", name=one.name), "ok"))
        self._view.desk_changed_now()
        self.load()

    def _fail(self, error: Exception) -> None:
        words = self._session.messages.error(error)
        code = error.code if isinstance(error, CanbaoError) else ""
        named = str(error.values.get("field", "")) if isinstance(error, CanbaoError) else ""
        self._tell(Note(words, "mistake"), named or _WHERE.get(code, ""))

    def _tell(self, note: Note, field: str = "") -> None:
        self._mistaken = note.tone == "mistake"
        self._view.show_note(note, field)

    def _row(self, one: ToDecide) -> tuple[str, ...]:
        open_ = self._say("open")
        now = (one.standard_fen, one.assistance_fen, one.net_fen)
        return (
            one.number,
            one.name,
            fen_display(one.paid_fen),
            *(open_ if fen is None else fen_display(fen) for fen in now),
            "；".join(reason_of(code, self._session.messages) for code in one.reasons),
        )


def _fen(text: str) -> int:
    if not text:
        return 0
    try:
        return fen_from_text(text if "." in text else f"{text}.00")
    except ValueError as error:
        raise Refused("DECISION_AMOUNT_FORM", f"not an amount: {text!r}") from error
