"""The built-in checks: one at a time, its list, its cases. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.base.money import fen_display
from desktop.domain.audits import CHECKS, WITHOUT_CASES
from desktop.domain.desk_codes import DEPARTMENTS
from desktop.domain.handover_words import why_text
from desktop.domain.identity_number import masked
from desktop.ui.enroll import options
from desktop.ui.enroll.shown import Note
from desktop.ui.enroll.task_shown import Outcome, Task, TaskShown
from desktop.ui.handover.lanes import Lanes
from desktop.ui.handover.shown import Heading, Page, WorkView
from desktop.ui.handover.tasks import WholeTask
from desktop.ui.receipts.panel import PanelDesk
from desktop.ui.receipts.tasks import MoneyTask
from desktop.ui.session import Session
from desktop.usecases.audits import (
    Audit,
    AuditWanted,
    Found,
    Recorded,
    last_runs,
    record_audit,
    run_audit,
)
from desktop.usecases.exports import MAY_EXPORT_WHOLE, whole_register
from desktop.usecases.handover_papers import audit_register
from desktop.usecases.registers import Register, RegisterWanted, register

_COLUMNS = (
    ("name", 5, ""), ("document", 9, "#"), ("place", 7, "-"), ("household", 6, "-"),
    ("why", 13, ""), ("amount", 6, ">"), ("case", 6, ""),
)  # fmt: skip
"""Name, share of the width, and what it is: ``>`` a figure, ``#`` a number, ``-`` minor."""


class RecordTask(MoneyTask):
    """Put a check on record: cases for what is new, closed for what is mended."""

    code = "audit-record"

    def __init__(self, session: Session, audit: Audit) -> None:
        super().__init__(session)
        self._audit = audit

    def shown(self) -> TaskShown:
        """Return the panel: how many, how many of them new."""
        says = self._say(
            "money.audit-record.says",
            check=self._say(f"audit.check.{self._audit.wanted.check}"),
            count=len(self._audit.rows),
            new=self._audit.new,
        )
        return self._panel(says)

    def work(self) -> Callable[[], object]:
        """Return the recording."""
        desk, wanted = self._session.desk, self._audit.wanted
        return lambda: record_audit(desk, wanted)

    def done(self, result: object) -> Outcome:
        """Return how many were opened and closed."""
        assert isinstance(result, Recorded)
        words = self._say("money.audit-record.done", opened=result.opened, mended=result.mended)
        return Outcome(words)


class DepartmentTask(MoneyTask):
    """Make a department's return list: who of its people is enrolled, and why the others not."""

    code = "department-return"

    def shown(self) -> TaskShown:
        """Return the panel: whose list."""
        choices = options.from_codes(DEPARTMENTS, self._language)
        says = self._say("money.department-return.says")
        whole = (self._field("whole"),) if self._session.role in MAY_EXPORT_WHOLE else ()
        return self._panel(says, self._coded("department", choices), *whole)

    def work(self) -> Callable[[], object]:
        """Return the making of the list."""
        session = self._session
        wanted = RegisterWanted(
            kind=self.code,
            division=session.division,
            campaign_year=session.campaign_year,
            language=session.messages.language,
            department=self._answer("department"),
        )
        reason = self._answer("whole").strip()
        if reason:
            return lambda: whole_register(session.desk, wanted, reason)
        return lambda: register(session.desk, wanted)

    def done(self, result: object) -> Outcome:
        """Return how many stand on it."""
        assert isinstance(result, Register)
        return Outcome(self._say("money.register.done", count=len(result.data.rows)))


class AuditPresenter:
    """Runs the check that is chosen; what it found stays until another is."""

    def __init__(self, session: Session, view: WorkView) -> None:
        self.modes: tuple[str, ...] = CHECKS
        self._session = session
        self._view = view
        self._say = session.messages.say
        self._lanes = Lanes(session, view)
        self._mode: str = self.modes[0]
        self._row = 0
        self._audit: Audit | None = None
        self._days: Mapping[str, str] = {}
        self._goal: Note | None = None
        self._places = {one.code: one.name for one in session.villages}
        self.panel = PanelDesk(session, view, self._told)

    def load(self, mode: str = "") -> None:
        """Run a check."""
        if mode and mode != self._mode:
            self.panel.cancel()
        self._mode = mode or self._mode
        self._view.show_busy(self._say("work.reading"))
        session, desk = self._session, self._session.desk
        wanted = AuditWanted(self._mode, session.division, session.campaign_year)

        def ran(days: Mapping[str, str]) -> None:
            self._days = days
            self._lanes.read(lambda reading: run_audit(desk, wanted, reading), self._show)

        self._lanes.store(lambda: last_runs(desk, session.division, session.campaign_year), ran)

    def choose(self, row: int) -> None:
        """Make a row the chosen one, and say all of what was found of it."""
        self._row = row
        if self._audit is not None and row < len(self._audit.rows):
            found = self._audit.rows[row]
            why = why_text(found.why, self._session.messages.language)
            self._view.show_detail(f"{found.name}　{why}")

    def act(self, name: str) -> None:
        """Do what a key says."""
        acts: dict[str, Callable[[], None]] = {
            "run": self.load, "record": self._record, "whole": self._whole,
            "returns": lambda: self.panel.open(DepartmentTask(self._session)),
            "list": lambda: self._lanes.store(self._register, self._lanes.keep),
            "print": lambda: self._lanes.store(self._register, self._lanes.print_out),
        }  # fmt: skip
        acts[name]()

    def enter(self) -> None:
        """Open the household of the chosen row."""
        if self._audit is not None and self._row < len(self._audit.rows):
            self._view.open_household(self._audit.rows[self._row].household)

    def escape(self) -> bool:
        """Shut the panel."""
        was_open = self.panel.is_open
        self.panel.cancel()
        return was_open

    def _show(self, audit: Audit) -> None:
        # Somebody may have turned to another check while this one ran.
        if audit.wanted.check != self._mode:
            return
        self._audit, self._row = audit, 0
        headings = tuple(
            Heading(self._say(f"audit.column.{name}"), share, ">" in kind, "#" in kind, "-" in kind)
            for name, share, kind in _COLUMNS
        )
        summary = self._say("audit.meta", count=len(audit.rows), new=audit.new,
                            day=self._days.get(self._mode, "—"))  # fmt: skip
        if audit.unchecked:
            summary += self._say("audit.unchecked", count=audit.unchecked)
        acts = ("run", "record", "list", "print", "whole", "returns")
        page = Page(
            headings=headings,
            rows=tuple(self._line(row) for row in audit.rows),
            says=self._say(f"audit.what.{self._mode}"),
            summary=summary,
            empty=self._say(
                "audit.empty_unchecked" if audit.unchecked else "audit.empty",
                count=audit.unchecked,
            ),
            acts=tuple(one for one in acts if one != "record" or self._mode not in WITHOUT_CASES),
        )
        self._view.show_page(self._mode, page)
        if self._goal is not None:
            self._view.show_note(self._goal)
            self._goal = None

    def _line(self, row: Found) -> tuple[str, ...]:
        return (
            row.name,
            masked(row.document),
            self._places.get(row.division, row.division),
            row.household_number,
            why_text(row.why, self._session.messages.language),
            "" if row.amount_fen is None else fen_display(row.amount_fen),
            row.found_on,
        )

    def _record(self) -> None:
        if self._audit is not None:
            self.panel.open(RecordTask(self._session, self._audit))

    def _register(self, reason: str | None = None) -> Register:
        session = self._session
        assert self._audit is not None, "a check is shown"
        return audit_register(session.desk, self._audit, session.messages.language, reason=reason)

    def _whole(self) -> None:
        self.panel.open(WholeTask(self._session, self._register))

    def _told(self, task: Task, result: object, outcome: Outcome) -> None:
        self._goal = Note(outcome.words, "ok")
        if isinstance(result, Register):
            self._lanes.keep(result)
        if not isinstance(task, DepartmentTask):
            self._view.status_changed()
            self.load()
