"""The page 区划管理: a field that searches, one table for three lists, what to do below."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from desktop.ui.compiled.divisions import Ui_DivisionsForm
from desktop.ui.divisions.presenter import MODES, DivisionsPresenter, Mode, Progress, Shown
from desktop.ui.enroll.shown import Note
from desktop.ui.session import Session
from desktop.ui.theme.look import Look
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.tables import Column, Table
from desktop.ui.widgets.told_keys import ToldKey

_LOOK_MS = 100
_SEARCH_MS = 120


class DivisionsScreen(QWidget):
    """区划管理."""

    desk_changed = Signal()
    closed = Signal()

    KEYS = (
        ToldKey("Enter", "keys.divisions_open"),
        ToldKey("Esc", "keys.divisions_back"),
    )

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_DivisionsForm()
        self.form.setupUi(self)
        self._say = session.messages.say
        self._mode: Mode = "tree"
        self._progress: Progress | None = None
        self._looking = _timer(self, _LOOK_MS, self._look_at_work)
        self._typing = _timer(self, _SEARCH_MS, self._search)
        self._typing.setSingleShot(True)
        form = self.form
        self._widgets = {"tree": form.tree, "list": form.findings, "moving": form.moving}
        self._tables = {
            "tree": Table(form.tree, look, self._columns("name code kind days", 5, 3, 2, 4)),
            "list": Table(form.findings, look, self._columns("where what field words", 4, 2, 3, 6)),
            "moving": Table(form.moving, look, self._columns("ended last people next", 4, 2, 2, 4)),
        }
        for widget in self._widgets.values():
            widget.doubleClicked.connect(self._open)
        self.presenter = DivisionsPresenter(session, self)
        self._connect()
        enter_clicks(self)
        # Until the tree is read, there is nothing to do.
        form.act.hide()
        self.show_work(None)

    def begin(self) -> None:
        """Show the tree with the keyboard in the search field."""
        self.presenter.begin()
        self.form.search.setFocus()

    def show_mode(self, mode: Mode, shown: Shown) -> None:
        """Show a table, or what to do first."""
        form = self.form
        changed, self._mode = mode != self._mode, mode
        buttons = {"tree": form.modeTree, "list": form.modeList, "moving": form.modeMoving}
        buttons[mode].setChecked(True)
        for name, widget in self._widgets.items():
            widget.setVisible(name == mode and bool(shown.rows))
        self._tables[mode].show(shown.rows)
        form.search.setVisible(mode == "tree")
        form.summary.setText(shown.summary)
        form.empty.setText(shown.empty)
        form.empty.setVisible(not shown.rows)
        form.act.setText(shown.primary)
        form.act.setVisible(bool(shown.primary))
        may = self.presenter.may_import
        form.importUnits.setVisible(may)
        form.importTargets.setVisible(may)
        if mode == "tree" and not form.search.hasFocus() and changed:
            form.search.setFocus()
        elif mode != "tree":
            (self._widgets[mode] if shown.rows else form.importUnits).setFocus()

    def show_note(self, note: Note) -> None:
        """Say in the reserved line what happened."""
        self.form.message.say(note.text, note.tone or "quiet")

    def show_work(self, progress: Progress | None) -> None:
        """Show how far a move has come; None: it is over."""
        self._progress = progress
        form, working = self.form, progress is not None
        form.stop.setVisible(working)
        form.bar.setVisible(working)
        buttons = (form.act, form.importUnits, form.importTargets)
        for button in (*buttons, form.modeTree, form.modeList, form.modeMoving):
            button.setEnabled(not working)
        if working:
            form.bar.setRange(0, 0)
            self._looking.start()
        else:
            self._looking.stop()

    def desk_changed_now(self) -> None:
        """Tell the window that something was recorded."""
        self.desk_changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            if not self.presenter.stop() and not self._go_up():
                self.closed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._mode == "tree":
            self._open()
        else:
            super().keyPressEvent(event)

    def _columns(self, names: str, *shares: int) -> tuple[Column, ...]:
        return tuple(
            Column(self._say(f"divisions.column.{name}"), share)
            for name, share in zip(names.split(), shares, strict=True)
        )

    def _connect(self) -> None:
        form, presenter = self.form, self.presenter
        form.search.textEdited.connect(self._typing.start)
        self._tables["tree"].keys_from(form.search)
        form.modeTree.clicked.connect(lambda: presenter.choose("tree"))
        form.modeList.clicked.connect(lambda: presenter.choose("list"))
        form.modeMoving.clicked.connect(lambda: presenter.choose("moving"))
        form.act.clicked.connect(self._act)
        form.stop.clicked.connect(presenter.stop)
        form.back.clicked.connect(self.closed)
        form.importUnits.clicked.connect(lambda: self._pick(presenter.read_units))
        form.importTargets.clicked.connect(lambda: self._pick(presenter.read_targets))
        for key, words, act in (
            ("F9", "act", self._act),
            ("F6", "mode", self._next_mode),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setWhatsThis(self._say(f"keys.divisions_{words}"))
            shortcut.activated.connect(act)

    def _act(self) -> None:
        if self.form.act.isVisible():
            self.presenter.act(self._widgets[self._mode].currentRow())

    def _open(self, *_at: object) -> None:
        if self._typing.isActive():
            self._search()
        self.presenter.open_row(self.form.tree.currentRow())
        self.form.search.clear()
        self.form.search.setFocus()

    def _go_up(self) -> bool:
        if self._mode != "tree":
            self.presenter.choose("tree")
            return True
        self.form.search.clear()
        return self.presenter.up()

    def _search(self) -> None:
        self._typing.stop()
        self.presenter.type(self.form.search.text())

    def _next_mode(self) -> None:
        if self._progress is None:
            self.presenter.choose(MODES[(MODES.index(self._mode) + 1) % len(MODES)])

    def _pick(self, read: Callable[[Path], None]) -> None:
        # Opened, not executed: no second event loop, and the desk goes on meanwhile.
        dialog = QFileDialog(self, self._say("divisions.pick"))
        dialog.setNameFilters([self._say("divisions.tables"), "* (*)"])
        dialog.fileSelected.connect(lambda path: read(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _look_at_work(self) -> None:
        if self._progress is not None and self._progress.total:
            self.form.bar.setRange(0, self._progress.total)
            self.form.bar.setValue(self._progress.done)


def _timer(owner: QWidget, interval_ms: int, act: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setInterval(interval_ms)
    timer.timeout.connect(act)
    return timer
