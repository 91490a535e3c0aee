"""The page 多退少补与财政补助: two tables, the sums above them, progress and approval below."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QTableWidget, QWidget
from typing_extensions import override

from desktop.ui.compiled.recount import Ui_RecountForm
from desktop.ui.enroll.shown import Note
from desktop.ui.law.recount.presenter import Progress, RecountPresenter, Shown, Task
from desktop.ui.session import Session
from desktop.ui.theme.look import Look, set_state
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.tables import Column, Table
from desktop.ui.widgets.told_keys import ToldKey

_LOOK_MS = 100


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
        self._widgets: dict[Task, QTableWidget] = {"reprice": form.reprice, "fiscal": form.fiscal}
        self._tables: dict[Task, Table] = {
            "reprice": Table(form.reprice, look, self._columns()),
            "fiscal": Table(form.fiscal, look, self._level_columns()),
        }
        self.presenter = RecountPresenter(session, self)
        self._connect()
        enter_clicks(self)
        self.show_work(None)

    def begin(self) -> None:
        """Show the page with the keyboard on what is done first."""
        self.presenter.begin()
        self.form.run.setFocus()

    def show_task(self, task: Task, shown: Shown) -> None:
        """Show a task's table, or what to do first."""
        form = self.form
        chosen = form.taskReprice if task == "reprice" else form.taskFiscal
        chosen.setChecked(True)
        for name, widget in self._widgets.items():
            widget.setVisible(name == task and bool(shown.rows))
        self._tables[task].show(shown.rows)
        form.summary.setText(shown.summary)
        form.empty.setText(shown.empty)
        form.empty.setVisible(not shown.rows)
        form.run.setEnabled(shown.may_run)
        form.approve.setVisible(shown.may_approve)
        (self._widgets[task] if shown.rows else form.run).setFocus()
        # The next thing to do is the one bright button.
        set_state(form.run, "look", "" if shown.may_approve else "primary")
        self._look.dress(form.run)

    def show_note(self, note: Note) -> None:
        """Say in the reserved line what happened."""
        self.form.message.say(note.text, note.tone or "quiet")

    def show_work(self, progress: Progress | None) -> None:
        """Show how far the work has come; None: it is over."""
        self._progress = progress
        working = progress is not None
        form = self.form
        form.stop.setVisible(working)
        form.bar.setVisible(working)
        for button in (form.run, form.approve, form.taskReprice, form.taskFiscal):
            button.setEnabled(not working)
        if working:
            form.bar.setRange(0, 0)
            self._looking.start()
        else:
            self._looking.stop()

    def show_confirming(self, *, confirming: bool) -> None:
        """Let the button ask once more."""
        key = "recount.approve_sure" if confirming else "recount.approve"
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

    def _level_columns(self) -> tuple[Column, ...]:
        say = self._say
        levels = ("central", "provincial", "prefecture", "county", "total")
        return (
            Column(say("recount.place"), 4),
            Column(say("recount.persons"), 2, right=True),
            *(Column(say(f"recount.{level}"), 3, right=True) for level in levels),
        )

    def _connect(self) -> None:
        form, presenter = self.form, self.presenter
        form.taskReprice.clicked.connect(lambda: presenter.choose("reprice"))
        form.taskFiscal.clicked.connect(lambda: presenter.choose("fiscal"))
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

    def _approve(self) -> None:
        if self.form.approve.isVisible():
            self.presenter.approve()

    def _next_task(self) -> None:
        if self._progress is None:
            self.presenter.choose("fiscal" if self.form.taskReprice.isChecked() else "reprice")

    def _look_at_work(self) -> None:
        if self._progress is not None and self._progress.total:
            self.form.bar.setRange(0, self._progress.total)
            self.form.bar.setValue(self._progress.done)
