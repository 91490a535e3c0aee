"""Closing days: which are open, what was counted against what is booked, who signs. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol, TypeVar

from desktop.base.dates import day_from_text
from desktop.base.money import fen_display
from desktop.domain.closing import FACES_FEN, Counted
from desktop.ui.closing.tasks import CloseTask, DepositTask, SignTask
from desktop.ui.closing.words import day_row, figure_rows, state_note, who
from desktop.ui.enroll.options import Choice
from desktop.ui.enroll.shown import Note
from desktop.ui.enroll.task_shown import Outcome, Task, TaskShown
from desktop.ui.payment.documents import Document, Documents
from desktop.ui.receipts.actions import SUPERVISOR, who_may_consent
from desktop.ui.receipts.panel import PanelDesk
from desktop.ui.receipts.tasks import Countersigned
from desktop.ui.session import Session
from desktop.usecases.closing import PIECES_MAX, Closing
from desktop.usecases.day_overview import DayLine, DayOverview, days, overview
from desktop.usecases.forms import day_sheet

T = TypeVar("T")

Step = Literal["close", "sign", "deposit", ""]
"""What is to be done with a day next; empty: nothing."""


@dataclass(frozen=True, slots=True)
class CashShown:
    """Counted against booked: one figure says whether they agree."""

    counted: str
    booked: str
    difference: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class DayShown:
    """A day as the screen shows it."""

    title: str
    figures: tuple[tuple[str, str, str, str], ...]
    pieces: dict[int, int]
    open: bool
    """It can still be counted; a closed day is read only."""
    step: Step
    may_deposit: bool


class ClosingView(Protocol):
    """What the presenter asks of the screen."""

    def show_days(self, rows: tuple[tuple[str, ...], ...], summary: str) -> None:
        """Show the days, the open ones first."""
        ...

    def choose_row(self, row: int) -> None:
        """Make a day the chosen one."""
        ...

    def show_day(self, shown: DayShown | None) -> None:
        """Show a day; None: there is none."""
        ...

    def show_cash(self, cash: CashShown, amounts: dict[int, str]) -> None:
        """Show the sums, and what each face value adds up to."""
        ...

    def show_task(self, task: TaskShown | None) -> None:
        """Show the panel of an act, or shut it."""
        ...

    def show_document(self, document: Document | None) -> None:
        """Show the day's sheet; None: the figures."""
        ...

    def show_note(self, note: Note) -> None:
        """Say what was done, or why not."""
        ...

    def ask_path(self, name: str, endings: tuple[str, ...], chosen: Callable[[Path], None]) -> None:
        """Ask where a file goes."""
        ...

    def status_changed(self) -> None:
        """Tell the window that something was saved."""
        ...


class ClosingPresenter:
    """One day at a time; what was counted of each stays while one looks at another."""

    def __init__(self, session: Session, view: ClosingView) -> None:
        self._session = session
        self._view = view
        self._say = session.messages.say
        self._documents = Documents(session, view)
        self._document: Document | None = None
        self._lines: tuple[DayLine, ...] = ()
        self._shown: DayOverview | None = None
        self._counts: dict[tuple[str, str], dict[int, int]] = {}
        self._goal: tuple[str, Note | None] = ("", None)
        self.panel = PanelDesk(session, view, self._told)

    def load(self) -> None:
        """Read the days anew."""
        self._submit(lambda: days(self._session.desk), self._listed)

    def choose(self, row: int) -> None:
        """Show a day."""
        self.panel.cancel()
        self.show_figures()
        if not 0 <= row < len(self._lines):
            self._shown = None
            self._view.show_day(None)
            return
        line, desk = self._lines[row], self._session.desk
        self._submit(lambda: overview(desk, line), self._day)

    def set_count(self, face_fen: int, typed: str) -> None:
        """Take how many notes or coins of a face value were counted."""
        if self._shown is None or self._shown.closing is not None:
            return
        count = int(typed) if typed.isascii() and typed.isdecimal() else 0
        self._pieces[face_fen] = min(count, PIECES_MAX)
        self._show_cash()

    def begin(self, step: Step) -> None:
        """Open the panel of an act."""
        shown = self._shown
        if shown is None:
            return
        closing = shown.closing
        if step == "close" and closing is None:
            self.panel.open(CloseTask(self._session, shown, self._pieces))
        elif step == "sign" and closing is not None and not closing.approved_by:
            self._sign(closing, shown.line.name)
        elif step == "deposit" and closing is not None:
            self.panel.open(DepositTask(self._session, closing))

    def show_sheet(self) -> None:
        """Show the day's sheet as it would come out."""
        self._sheet(self._show_document)

    def show_figures(self) -> None:
        """Show the figures again."""
        self._document = None
        self._view.show_document(None)

    def print(self) -> None:
        """Print the day's sheet."""

        def ready(document: Document) -> None:
            self._show_document(document)
            self._view.show_note(Note(self._say("pay.printing")))
            self._documents.print(document, self._printed, self._failed)

        self._sheet(ready)

    def keep(self) -> None:
        """Keep the day's sheet as a PDF file."""

        def ready(document: Document) -> None:
            self._show_document(document)
            self._view.ask_path(
                document.title,
                (".pdf",),
                lambda path: self._documents.save(document, path, self._kept, self._failed),
            )

        self._sheet(ready)

    @property
    def _pieces(self) -> dict[int, int]:
        assert self._shown is not None
        line = self._shown.line
        return self._counts.setdefault((line.collector, line.day), {})

    def _sheet(self, ready: Callable[[Document], None]) -> None:
        shown, session = self._shown, self._session
        if shown is None:
            return
        line = shown.line
        station = shown.closing.station if line.station and shown.closing else ""
        day, language = day_from_text(line.day), session.messages.language
        self._documents.make(
            lambda: day_sheet(session.desk, line.collector, day, language, station),
            ready,
            self._failed,
        )

    def _sign(self, closing: Closing, collector: str) -> None:
        session = self._session
        own = session.role == SUPERVISOR and session.operator not in (
            closing.collector,
            closing.closed_by,
        )

        def opened(found: tuple[Choice, ...]) -> None:
            consent = Countersigned(session, found, own=own)
            self.panel.open(SignTask(session, closing, collector, consent))

        self._submit(lambda: who_may_consent(session), opened)

    def _submit(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._session.runner.submit("store", work, owner=self._view, done=done, failed=self._failed)

    def _listed(self, lines: tuple[DayLine, ...]) -> None:
        self._lines = lines
        waiting = sum(line.closing is None for line in lines)
        unsigned = sum(line.closing is not None and not line.closing.approved_by for line in lines)
        summary = self._say("closing.summary", open=waiting, unsigned=unsigned)
        messages = self._session.messages
        (goal, note), self._goal = self._goal, ("", None)
        self._view.show_days(tuple(day_row(line, messages) for line in lines), summary)
        rows = [at for at, one in enumerate(lines) if one.closing and one.closing.id == goal]
        row = rows[0] if rows else 0
        if row:
            self._view.choose_row(row)
        else:
            self.choose(row)
        if note is not None:
            self._view.show_note(note)

    def _day(self, shown: DayOverview) -> None:
        self._shown = shown
        closing, line = shown.closing, shown.line
        messages = self._session.messages
        pieces = {one.face_fen: one.count for one in closing.counted} if closing else self._pieces
        step: Step = "close" if closing is None else "" if closing.approved_by else "sign"
        may_deposit = closing is not None and not closing.deposit_slip and not line.station
        self._view.show_day(
            DayShown(
                title=f"{line.day} · {who(line)}",
                figures=figure_rows(shown, messages),
                pieces=pieces,
                open=closing is None,
                step=step or ("deposit" if may_deposit else ""),
                may_deposit=may_deposit,
            )
        )
        if closing is not None:
            self._view.show_note(state_note(shown, messages))
        self._show_cash()

    def _show_cash(self) -> None:
        assert self._shown is not None
        closing = self._shown.closing
        pieces = {one.face_fen: one.count for one in closing.counted} if closing else self._pieces
        counted, booked = Counted(pieces).amount_fen, self._shown.figures.cash_fen
        if closing is not None:
            booked = closing.cash_booked_fen
        # More given back than taken: the box is empty, and nobody owes it anything.
        box = max(0, booked)
        amounts = {face: fen_display(face * pieces.get(face, 0)) for face in FACES_FEN}
        self._view.show_cash(
            CashShown(
                fen_display(counted),
                fen_display(booked),
                f"{'+' if counted > box else ''}{fen_display(counted - box)}",
                counted == box,
            ),
            amounts,
        )

    def _show_document(self, document: Document) -> None:
        self._document = document
        self._view.show_document(document)

    def _told(self, task: Task, result: object, outcome: Outcome) -> None:
        del task
        assert isinstance(result, Closing)
        self._goal = (result.id, Note(outcome.words, "ok"))
        self.load()
        self._view.status_changed()

    def _printed(self, where: str) -> None:
        self._view.show_note(Note(self._say("pay.printed", where=where), "ok"))

    def _kept(self, path: str) -> None:
        self._view.show_note(Note(self._say("receipts.kept", path=path), "ok"))

    def _failed(self, error: Exception) -> None:
        self._view.show_note(Note(self._session.messages.error(error), "warning"))
