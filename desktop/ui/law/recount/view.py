"""The page 多退少补与财政补助: a table per task, the sums above it, what can be done below."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QTableWidget, QWidget
from typing_extensions import override

from desktop.ui.compiled.recount import Ui_RecountForm
from desktop.ui.enroll.shown import Note
from desktop.ui.law.recount.presenter import Progress, RecountPresenter, Shown, Task
from desktop.ui.session import Session
from desktop.ui.theme.look import Look, set_state
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.option_list import Option
from desktop.ui.widgets.tables import Column, Table
from desktop.ui.widgets.text_field import TextField
from desktop.ui.widgets.told_keys import ToldKey
from desktop.usecases.decide_difference import OUTCOMES

_LOOK_MS = 100
_YEAR_WIDTH = 64
_TEXTS = ("amount", "document", "reason")
_WIDGETS = {"subsidy": "subsidyYear", "campaign": "campaignYear"}
"""The claim's years, by the names the presenter has for them."""
_FIELDS = ("outcome", "amount", "document", "reason", "subsidyYear", "campaignYear")


class RecountScreen(QWidget):
    """多退少补与财政补助."""

    desk_changed = Signal()
    closed = Signal()

    KEYS = (ToldKey("Esc", "keys.recount_back"),)

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_RecountForm()
        self.form.setupUi(self)
        self._look = look
        self._say = session.messages.say
        self._progress: Progress | None = None
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_MS)
        self._looking.timeout.connect(self._look_at_work)
        form = self.form
        self._widgets: dict[Task, QTableWidget] = {
            "reprice": form.reprice,
            "decide": form.decide,
            "fiscal": form.fiscal,
        }
        self._tables: dict[Task, Table] = {
            "reprice": Table(form.reprice, look, self._columns()),
            "decide": Table(form.decide, look, self._waiting_columns()),
            "fiscal": Table(form.fiscal, look, self._level_columns()),
        }
        self._tabs: dict[Task, QPushButton] = {
            "reprice": form.taskReprice,
            "decide": form.taskDecide,
            "fiscal": form.taskFiscal,
        }
        self._task: Task = "reprice"
        self.presenter = RecountPresenter(session, self)
        self._connect()
        look.changed.connect(self._lay_out)
        self._lay_out()
        enter_clicks(self)
        self.show_work(None)

    def begin(self) -> None:
        """Show the page with the keyboard on what is done first."""
        self.presenter.begin()
        self.form.run.setFocus()

    def show_task(self, task: Task, shown: Shown) -> None:
        """Show a task's table, or what to do first."""
        form = self.form
        self._task = task
        self._tabs[task].setChecked(True)
        form.years.setVisible(task == "fiscal")
        form.decision.hide()
        for name, widget in self._widgets.items():
            widget.setVisible(name == task and bool(shown.rows))
        self._tables[task].show(shown.rows)
        form.summary.setText(shown.summary)
        form.empty.setText(shown.empty)
        form.empty.setVisible(not shown.rows)
        form.run.setVisible(task != "decide")
        form.run.setEnabled(shown.may_run)
        self.show_confirming(confirming=False)
        form.approve.setVisible(shown.may_approve)
        beside = form.taskDecide if task == "decide" else form.run
        (self._widgets[task] if shown.rows else beside).setFocus()
        # The next thing to do is the one bright button.
        set_state(form.run, "look", "" if shown.may_approve else "primary")
        self._look.dress(form.run)

    def show_waiting(self, rows: tuple[tuple[str, ...], ...], *, may_decide: bool) -> None:
        """Show what waits for a decision; the first is chosen."""
        form, table = self.form, self.form.decide
        table.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._tables["decide"].show(rows)
        if rows:
            table.selectRow(0)
        table.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        table.setVisible(bool(rows))
        count = len(rows)
        form.summary.setText(self._say("recount.waiting", count=count) if count else "")
        form.empty.setVisible(not rows)
        form.decision.setVisible(may_decide)
        form.approve.setVisible(may_decide)
        (form.outcome if may_decide else table if rows else form.taskDecide).setFocus()

    def show_decision(self, fields: dict[str, str]) -> None:
        """Show the fields of the chosen difference's decision."""
        self.form.outcome.show_code(fields["outcome"])
        for name in _TEXTS:
            getattr(self.form, name).show_text(fields[name])

    def show_note(self, note: Note, field: str = "") -> None:
        """Say in the reserved line what happened; a mistake marks its field."""
        self.form.message.say(note.text, note.tone or "quiet")
        wrong = _WIDGETS.get(field, field)
        for name in _FIELDS:
            one: TextField = getattr(self.form, name)
            set_state(one, "state", "mistake" if name == wrong else "")
            if name == wrong:
                one.setFocus()

    def show_work(self, progress: Progress | None) -> None:
        """Show how far the work has come; None: it is over."""
        self._progress = progress
        working = progress is not None
        form = self.form
        form.stop.setVisible(working)
        form.bar.setVisible(working)
        for button in (form.run, form.approve, *self._tabs.values()):
            button.setEnabled(not working)
        if working:
            form.bar.setRange(0, 0)
            self._looking.start()
        else:
            self._looking.stop()

    def show_confirming(self, *, confirming: bool) -> None:
        """Let the button ask once more."""
        key = "recount.approve_sure" if confirming else "recount.approve"
        if self._task == "decide":
            key = "recount.record"
        self.form.approve.setText(self._say(key))

    def desk_changed_now(self) -> None:
        """Tell the window that something was recorded."""
        self.desk_changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self._progress is not None:
                self.presenter.stop()
            else:
                self.closed.emit()
            return
        super().keyPressEvent(event)

    def _columns(self) -> tuple[Column, ...]:
        say = self._say
        return (
            Column(say("recount.number"), 3),
            Column(say("recount.name"), 2),
            Column(say("recount.kind"), 3),
            Column(say("recount.before"), 2, right=True),
            Column(say("recount.now"), 2, right=True),
            Column(say("recount.amount"), 2, right=True),
            Column(say("recount.why"), 6),
        )

    def _waiting_columns(self) -> tuple[Column, ...]:
        say = self._say
        return (
            Column(say("recount.number"), 3),
            Column(say("recount.name"), 2),
            Column(say("recount.paid"), 2, right=True),
            Column(say("recount.standard"), 2, right=True),
            Column(say("recount.assistance"), 2, right=True),
            Column(say("recount.now"), 2, right=True),
            Column(say("recount.why"), 6),
        )

    def _level_columns(self) -> tuple[Column, ...]:
        say = self._say
        levels = ("central", "provincial", "prefecture", "county", "total")
        return (
            Column(say("recount.place"), 4),
            Column(say("recount.persons"), 3, right=True),
            *(Column(say(f"recount.{level}"), 3, right=True) for level in levels),
        )

    def _connect(self) -> None:
        form, presenter = self.form, self.presenter
        form.taskReprice.clicked.connect(lambda: presenter.choose("reprice"))
        form.taskDecide.clicked.connect(lambda: presenter.choose("decide"))
        form.taskFiscal.clicked.connect(lambda: presenter.choose("fiscal"))
        self._connect_fields()
        form.run.clicked.connect(presenter.run)
        form.stop.clicked.connect(presenter.stop)
        form.approve.clicked.connect(presenter.approve)
        form.back.clicked.connect(self.closed)
        keys = (
            ("F9", "run", presenter.run),
            ("F12", "approve", self._approve),
            ("F6", "task", self._next_task),
        )
        for key, words, act in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setWhatsThis(self._say(f"keys.recount_{words}"))
            shortcut.activated.connect(act)

    def _connect_fields(self) -> None:
        form, deciding = self.form, self.presenter.deciding
        form.decide.currentCellChanged.connect(lambda row, *_: deciding.choose(row))
        form.outcome.set_options(
            [Option(code, self._say(f"recount.outcome.{code}")) for code in OUTCOMES]
        )
        form.outcome.picked.connect(lambda code: deciding.set("outcome", code))
        for name in _TEXTS:
            text: TextField = getattr(form, name)
            text.edited.connect(lambda typed, name=name: deciding.set(name, typed))
        for name, widget in _WIDGETS.items():
            year: TextField = getattr(form, widget)
            year.show_text(self.presenter.years[name])
            year.edited.connect(lambda typed, name=name: self.presenter.set_year(name, typed))
        for place, name in enumerate(_FIELDS):
            field: TextField = getattr(form, name)
            field.step_asked.connect(lambda by, place=place: self._step(place, by))

    def _step(self, place: int, by: int) -> None:
        at = place + by
        if 0 <= at < len(_FIELDS):
            field: TextField = getattr(self.form, _FIELDS[at])
            if field.isVisible():
                field.setFocus()
                return
        last = self.form.approve if self._task == "decide" else self.form.run
        (last if by > 0 else self._widgets[self._task]).setFocus()

    def _approve(self) -> None:
        if self.form.approve.isVisible():
            self.presenter.approve()

    def _lay_out(self) -> None:
        for name in _WIDGETS.values():
            getattr(self.form, name).setFixedWidth(self._look.px(_YEAR_WIDTH))

    def _next_task(self) -> None:
        if self._progress is None:
            tasks: tuple[Task, ...] = ("reprice", "decide", "fiscal")
            self.presenter.choose(tasks[(tasks.index(self._task) + 1) % len(tasks)])

    def _look_at_work(self) -> None:
        if self._progress is not None and self._progress.total:
            self.form.bar.setRange(0, self._progress.total)
            self.form.bar.setValue(self._progress.done)
