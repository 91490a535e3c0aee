"""The tax handover: four lists, and what can be done with each. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from desktop.domain.reconciliation import Compared
from desktop.domain.tax_matching import TaxRow
from desktop.ui.enroll.options import Choice
from desktop.ui.enroll.shown import Note
from desktop.ui.enroll.task_shown import Outcome, Task
from desktop.ui.handover.booking import BookingRun
from desktop.ui.handover.lanes import Lanes
from desktop.ui.handover.lists import Pages, to_act_first
from desktop.ui.handover.shown import WorkView
from desktop.ui.handover.tasks import (
    AnswersTask,
    BookTask,
    DayTask,
    HandTask,
    PaidTask,
    SettleTask,
    SignStatementTask,
    StateTask,
    ToBook,
    WholeTask,
)
from desktop.ui.receipts.actions import SUPERVISOR, who_may_consent
from desktop.ui.receipts.panel import PanelDesk
from desktop.ui.receipts.tasks import Countersigned
from desktop.ui.session import Session
from desktop.ui.wording.handover_rows import row_words
from desktop.usecases.handover import (
    Batch,
    HandoverWanted,
    layout_of,
    list_batches,
    plan_handover,
    write_batch,
)
from desktop.usecases.handover_papers import difference_register, statement_register
from desktop.usecases.reconciliation import Statement, list_statements, reconcile
from desktop.usecases.registers import Register
from desktop.usecases.return_codes import read_return_codes, set_return_codes
from desktop.usecases.tax_paid import list_tax_rows, preview_paid
from desktop.usecases.tax_returns import (
    AnswerCount,
    TaxFileRefused,
    answers_of,
    preview_returns,
)

T = TypeVar("T")


class HandoverPresenter:
    """One list at a time; an act asks in the panel and says there what it will do."""

    def __init__(self, session: Session, view: WorkView) -> None:
        self.modes: tuple[str, ...] = ("batches", "paid", "differences", "statements")
        self._session = session
        self._view = view
        self._lanes = Lanes(session, view)
        self._pages = Pages(session.messages)
        self._mode: str = self.modes[0]
        self._row = 0
        self._batches: tuple[Batch, ...] = ()
        self._paid: tuple[TaxRow, ...] = ()
        self._compared: Compared | None = None
        self._statements: tuple[Statement, ...] = ()
        self._through = session.today
        self._goal: Note | None = None
        self.panel = PanelDesk(session, view, self._told)
        self.booking = BookingRun(self._lanes, self._booked)

    def load(self, mode: str = "") -> None:
        """Read a list anew."""
        if mode and mode != self._mode:
            self.panel.cancel()
        self._mode = mode or self._mode
        self._view.show_busy(self._session.messages.say("work.reading"))
        session, desk = self._session, self._session.desk
        where = (session.division, session.campaign_year)
        through = self._through
        match self._mode:
            case "batches":
                self._lanes.store(lambda: list_batches(desk, *where), self._show_batches)
            case "paid":
                self._lanes.read(lambda reading: list_tax_rows(desk, *where, reading),
                                 self._show_paid)  # fmt: skip
            case "differences":
                self._lanes.read(lambda reading: reconcile(desk, *where, through, reading),
                                 self._show_differences)  # fmt: skip
            case _:
                self._lanes.store(lambda: list_statements(desk, *where), self._show_statements)

    def choose(self, row: int) -> None:
        """Make a row the chosen one, and say more of it."""
        self._row = row
        match self._mode:
            case "batches" if row < len(self._batches):
                batch = self._batches[row].id
                self._lanes.store(lambda: answers_of(self._session.desk, batch), self._answered)
            case "paid" if row < len(self._paid):
                self._view.show_detail(self._pages.paid_detail(self._paid[row]))
            case "statements" if row < len(self._statements):
                self._view.show_detail(self._pages.statement_detail(self._statements[row]))
            case _:
                self._view.show_detail("")

    def act(self, name: str) -> None:
        """Do what a key says."""
        if self.booking.running:
            return
        acts: dict[str, Callable[[], None]] = {
            "hand": self._hand, "save": self._save, "answers": self._answers,
            "codes": self._codes, "read": self._read, "book": self._book,
            "settle": self._settle, "day": self._day, "state": self._state, "list": self._list,
            "print": self._print, "whole": self._whole, "sign": self._sign, "paper": self._paper,
        }  # fmt: skip
        acts[name]()

    def enter(self) -> None:
        """Open the household the chosen row is about; of a batch, write its file."""
        if self._mode == "batches":
            self._save()
        elif self._mode == "statements":
            self._paper()
        elif household := self._household():
            self._view.open_household(household)
        else:
            self._lanes.say("handover.no_household", tone="warning")

    def escape(self) -> bool:
        """Stop the booking, or shut the panel."""
        if self.booking.running:
            self.booking.stop()
            return True
        was_open = self.panel.is_open
        self.panel.cancel()
        return was_open

    def _answered(self, found: tuple[AnswerCount, ...]) -> None:
        if self._mode == "batches":
            self._view.show_detail(self._pages.answers_detail(found))

    def _household(self) -> str:
        if self._mode == "paid" and self._row < len(self._paid):
            return self._paid[self._row].household
        if self._compared is not None and self._row < len(self._compared.differences):
            return self._compared.differences[self._row].household
        return ""

    def _show_batches(self, found: tuple[Batch, ...]) -> None:
        self._batches = found
        self._show("batches", lambda: self._view.show_page("batches", self._pages.batches(found)))

    def _show_paid(self, found: tuple[TaxRow, ...]) -> None:
        self._paid = to_act_first(found)
        page = self._pages.paid(self._paid, found)
        self._show("paid", lambda: self._view.show_page("paid", page))

    def _show_differences(self, found: Compared) -> None:
        self._compared = found
        page = self._pages.differences(found, self._through.isoformat())
        self._show("differences", lambda: self._view.show_page("differences", page))

    def _show_statements(self, found: tuple[Statement, ...]) -> None:
        self._statements = found
        page = self._pages.statements(found)
        self._show("statements", lambda: self._view.show_page("statements", page))

    def _show(self, mode: str, show: Callable[[], None]) -> None:
        # Somebody may have turned to another list while this one was read.
        if mode == self._mode:
            self._row = 0
            show()
        if self._goal is not None:
            self._view.show_note(self._goal)
            self._goal = None

    def _hand(self) -> None:
        session = self._session
        wanted = HandoverWanted(session.division, session.campaign_year)
        self._lanes.store(
            lambda: plan_handover(session.desk, wanted),
            lambda plan: self.panel.open(HandTask(session, plan)),
        )

    def _save(self) -> None:
        if self._row < len(self._batches):
            self._write(self._batches[self._row])

    def _write(self, batch: Batch) -> None:
        desk = self._session.desk

        def chosen(path: Path) -> None:
            self._lanes.say("work.writing", name=path.name)
            self._lanes.store(
                lambda: write_batch(desk, batch.number, path),
                lambda count: self._lanes.say("work.written", tone="ok", path=path, count=count),
            )

        def ask(ending: str) -> None:
            other = ".csv" if ending == ".xlsx" else ".xlsx"
            self._view.ask_path(batch.number, (ending, other), chosen)

        self._lanes.store(lambda: str(layout_of(batch.layout).ending), ask)

    def _answers(self) -> None:
        def chosen(path: Path) -> None:
            self._preview(
                lambda: preview_returns(self._session.desk, path),
                lambda found: self.panel.open(AnswersTask(self._session, found, path)),
            )

        self._view.ask_open(self._session.messages.say("handover.pick_answers"), chosen)

    def _codes(self) -> None:
        desk = self._session.desk

        def chosen(path: Path) -> None:
            self._lanes.store(
                lambda: set_return_codes(desk, read_return_codes(path), path.name),
                lambda count: self._lanes.say("handover.codes_set", tone="ok", count=count),
            )

        self._view.ask_open(self._session.messages.say("handover.pick_codes"), chosen)

    def _read(self) -> None:
        def chosen(path: Path) -> None:
            self._preview(
                lambda: preview_paid(self._session.desk, path),
                lambda found: self.panel.open(PaidTask(self._session, found, path)),
            )

        self._view.ask_open(self._session.messages.say("handover.pick_paid"), chosen)

    def _preview(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Read a file; what is wrong in it is told by file, row and column."""
        self._session.runner.submit(
            "store", work, owner=self._view, done=done, failed=self._not_read
        )

    def _not_read(self, error: Exception) -> None:
        wrong = getattr(error, "findings", ())
        if not isinstance(error, TaxFileRefused) or not wrong:
            self._lanes.failed(error)
            return
        first = next(one for one in wrong if one.severity == "error")
        self._lanes.say(
            "handover.row_wrong",
            tone="mistake",
            count=sum(one.severity == "error" for one in wrong),
            file=first.file,
            row=first.row,
            column=first.column,
            why=row_words(first.code, first.value, self._session.messages.language),
        )

    def _book(self) -> None:
        ready = tuple(row for row in self._paid if row.state == "ready")
        if ready:
            self.panel.open(BookTask(self._session, ready))
        else:
            self._lanes.say("handover.nothing_ready", tone="warning")

    def _booked(self) -> None:
        self._view.status_changed()
        self.load()

    def _settle(self) -> None:
        if self._row < len(self._paid):
            self.panel.open(SettleTask(self._session, self._paid[self._row]))

    def _day(self) -> None:
        self.panel.open(DayTask(self._session, self._through))

    def _state(self) -> None:
        if self._compared is not None:
            count = len(self._compared.differences)
            self.panel.open(StateTask(self._session, self._through, count))

    def _register(self, reason: str | None = None) -> Register:
        session = self._session
        assert self._compared is not None, "the differences are shown"
        where = (session.division, session.campaign_year)
        language = session.messages.language
        return difference_register(session.desk, self._compared, where, language, reason=reason)

    def _list(self) -> None:
        self._lanes.store(self._register, self._lanes.keep)

    def _whole(self) -> None:
        self.panel.open(WholeTask(self._session, self._register))

    def _print(self) -> None:
        if self._mode == "statements":
            self._lanes.store(self._statement_paper, self._lanes.print_out)
        else:
            self._lanes.store(self._register, self._lanes.print_out)

    def _paper(self) -> None:
        if self._row < len(self._statements):
            self._lanes.store(self._statement_paper, self._lanes.keep)

    def _statement_paper(self) -> Register:
        session = self._session
        statement = self._statements[self._row]
        return statement_register(session.desk, statement, session.messages.language)

    def _sign(self) -> None:
        if not self._row < len(self._statements):
            return
        session, statement = self._session, self._statements[self._row]
        own = session.role == SUPERVISOR and session.operator != statement.stated_by

        def opened(found: tuple[Choice, ...]) -> None:
            consent = Countersigned(session, found, own=own)
            self.panel.open(SignStatementTask(session, statement, consent))

        self._lanes.store(lambda: who_may_consent(session), opened)

    def _told(self, task: Task, result: object, outcome: Outcome) -> None:
        self._goal = Note(outcome.words, "ok")
        match result:
            case ToBook():
                self._view.show_note(replace(self._goal, tone="quiet"))
                self._goal = None
                self.booking.start(result.rows)
                return
            case Register():
                self._lanes.keep(result)
                return
            case date():
                self._through = result
            case _:
                self._view.status_changed()
        if isinstance(task, StateTask):
            self._mode = "statements"
        self.load()
        if isinstance(result, Batch):
            self._write(result)
