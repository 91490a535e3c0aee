"""The tab 导入批次: what was taken in, who is not registered, what has no name, whose price."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.ui.enroll.shown import Note
from desktop.ui.lists.batches.presenter import MODES, BatchesPresenter, Mode, Shown
from desktop.ui.lists.tab_page import TabPage
from desktop.ui.lists.work import Work
from desktop.ui.session import Session
from desktop.ui.theme.look import Look
from desktop.ui.widgets.button_rows import ButtonRows
from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.option_list import Option
from desktop.ui.widgets.tab_button import TabButton
from desktop.ui.widgets.tables import Column, Table
from desktop.ui.widgets.text_field import ENTER_KEYS, TextField
from desktop.ui.widgets.told_keys import ToldKey
from desktop.usecases.lists.plan import Candidate

_LOOK_MS = 100
_COLUMNS: dict[Mode, tuple[tuple[str, int], ...]] = {
    "batches": (("day", 3), ("source", 4), ("as_of", 3), ("title", 3), ("counts", 8),
                ("operator", 2), ("remark", 3)),
    "waiting": (("source", 4), ("row", 1), ("name", 2), ("number", 4), ("place", 3), ("says", 4),
                ("remark", 3)),
    "unnamed": (("source", 4), ("words", 6), ("people", 2)),
    "prices": (("effect", 3), ("name", 3), ("number", 5), ("amount", 3), ("why", 6)),
}  # fmt: skip

_LARGEST: dict[Mode, tuple[str, ...]] = {"batches": ("title", "operator"), "waiting": ("place",)}
"""What goes where letters are largest, so that the rest can be read."""
_WHOLE = ("day", "as_of", "row", "number", "people", "amount", "remark")
"""What is never cut off: a day or a number that is cut is another one; what a key does here."""


class BatchesTab(TabPage):
    """导入批次."""

    KEYS = (ToldKey("Esc", "keys.lists_stop"),)

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = session.messages.say
        self._mode: Mode = "batches"
        self._work: Work | None = None
        self.setProperty("helpTopic", "lists#batches")
        self.modes = {mode: self._mode_button(mode) for mode in MODES}
        self.summary = ElidedLabel(self)
        self.summary.setProperty("look", "strong")
        self.tables = {mode: self._table(mode) for mode in MODES}
        self._fillers = {
            mode: Table(
                widget,
                look,
                [
                    Column(self._say(f"lists.column.{name}"), share, whole=name in _WHOLE)
                    for name, share in _COLUMNS[mode]
                ],
            )
            for mode, widget in self.tables.items()
        }
        self._look = look
        look.changed.connect(self._make_room)
        self._make_room()
        self.empty = QLabel(self)
        self.empty.setProperty("look", "hint")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.reason = self._reason_field()
        self.who = self._who_field()
        self.apply = QPushButton(self)
        self.apply.setObjectName("apply")
        self.message = MessageLine(self)
        self.bar = QProgressBar(self)
        self.stop = QPushButton(self._say("lists.stop"), self)
        self.undo = QPushButton(self._say("lists.undo"), self)
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_MS)
        self._looking.timeout.connect(self._look_at_work)
        self.presenter = BatchesPresenter(session, self)
        self._lay_out()
        self._connect()
        enter_clicks(self)
        self.show_work(None)
        self.show_mode("batches", Shown())

    @override
    def begin(self) -> None:
        """Show what is there now."""
        self.presenter.begin()
        self.focus_again()

    @override
    def focus_again(self) -> None:
        """Put the keyboard into the table, or onto its tab where it is empty."""
        table = self.tables[self._mode]
        (table if table.isVisibleTo(self) else self.modes[self._mode]).setFocus()

    def show_mode(self, mode: Mode, shown: Shown) -> None:
        """Show a table."""
        self._mode = mode
        self.modes[mode].setChecked(True)
        for name, widget in self.tables.items():
            widget.setVisible(name == mode and bool(shown.rows))
        self._fillers[mode].show([row[: len(_COLUMNS[mode])] for row in shown.rows])
        self.summary.setText(shown.summary)
        self.empty.setText(shown.empty)
        self.empty.setVisible(not shown.rows)

    def show_undo(self, *, possible: bool) -> None:
        """Offer to take the chosen batch back, or do not."""
        self.reason.setVisible(possible)
        self.undo.setVisible(possible)

    def show_waiting(self, known: int, who: tuple[Candidate, ...]) -> None:
        """Offer to give ``known`` people what a list says; ``who`` the chosen row may mean."""
        self.apply.setVisible(known > 0)
        self.apply.setText(self._say("lists.apply", count=known))
        self.who.setVisible(bool(who))
        self.who.set_options(
            [Option(one.person, f"{one.name} {one.birth_date} {one.number}") for one in who]
        )
        self.who.show_code("")

    def show_note(self, note: Note) -> None:
        """Say in the reserved line what happened."""
        self.message.say(note.text, note.tone or "quiet")

    def show_work(self, work: Work | None) -> None:
        """Show work that is under way; None: it is over."""
        self._work = work
        working = work is not None
        self.bar.setVisible(working)
        self.stop.setVisible(working)
        for widget in (self.undo, self.reason, self.apply, self.who, *self.modes.values()):
            widget.setEnabled(not working)
        if working:
            self.bar.setRange(0, 0)
            self._looking.start()
        else:
            self._looking.stop()

    def desk_changed_now(self) -> None:
        """Tell the window that something was recorded."""
        self.reason.clear()
        self.desk_changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if not self.presenter.stop():
                self.focus_again()
        elif event.key() in ENTER_KEYS and self.who.isVisibleTo(self):
            self.who.setFocus()
        else:
            super().keyPressEvent(event)

    def _act(self) -> None:
        """Do what F9 does here: take a batch back, or give people what lists say of them."""
        if self.undo.isVisibleTo(self):
            self.presenter.undo(self.reason.text())
        elif self.apply.isVisibleTo(self):
            self.presenter.apply_known()

    def _make_room(self) -> None:
        """Show fewer columns where letters are largest."""
        for mode, names in _LARGEST.items():
            for place, (name, _) in enumerate(_COLUMNS[mode]):
                gone = name in names and self._look.size == "largest"
                self.tables[mode].setColumnHidden(place, gone)
            self._fillers[mode].lay_out()

    def _next_mode(self) -> None:
        if self._work is None:
            self.presenter.choose(MODES[(MODES.index(self._mode) + 1) % len(MODES)])
            self.focus_again()

    def _connect(self) -> None:
        for mode, button in self.modes.items():
            button.clicked.connect(lambda _=False, mode=mode: self.presenter.choose(mode))
        self.tables["batches"].currentCellChanged.connect(
            lambda row, *_: self.presenter.point_at(row)
        )
        self.tables["waiting"].currentCellChanged.connect(
            lambda row, *_: self.presenter.point_at(row)
        )
        self.undo.clicked.connect(self._act)
        self.apply.clicked.connect(self.presenter.apply_known)
        self.who.picked.connect(self.presenter.say_who)
        self.stop.clicked.connect(self.presenter.stop)
        for key, words, act in (("F6", "mode", self._next_mode), ("F9", "undo", self._act)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setWhatsThis(self._say(f"keys.lists_{words}"))
            shortcut.activated.connect(act)

    def _look_at_work(self) -> None:
        if self._work is not None and self._work.total:
            self.bar.setRange(0, self._work.total)
            self.bar.setValue(self._work.done)

    def _mode_button(self, mode: Mode) -> QPushButton:
        button = TabButton(self, self._say(f"lists.mode.{mode}"))
        button.setObjectName(f"mode_{mode}")
        return button

    def _reason_field(self) -> TextField:
        field = TextField(self)
        field.setObjectName("reason")
        field.setAccessibleName(self._say("lists.undo_reason"))
        field.setPlaceholderText(self._say("lists.undo_reason"))
        field.setProperty("helpTopic", "lists#undo")
        return field

    def _who_field(self) -> CodeField:
        field = CodeField(self)
        field.setObjectName("who")
        field.setAccessibleName(self._say("lists.mend.who"))
        field.setPlaceholderText(self._say("lists.mend.who"))
        field.setProperty("helpTopic", "lists#waiting")
        return field

    def _table(self, mode: Mode) -> QTableWidget:
        table = QTableWidget(self)
        table.setObjectName(mode)
        table.setAccessibleName(self._say(f"lists.mode.{mode}"))
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        return table

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        modes = QGridLayout()
        modes.setSpacing(8)
        modes.setContentsMargins(0, 0, 0, 0)
        modes.setColumnStretch(len(self.modes), 1)
        holder = QWidget(self)
        holder.setLayout(modes)
        ButtonRows(modes, tuple(self.modes.values()), self)
        box.addWidget(holder)
        box.addWidget(self.summary)
        for table in self.tables.values():
            box.addWidget(table, 1)
        box.addWidget(self.empty, 1)
        box.addWidget(self.message)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addWidget(self.reason, 2)
        actions.addWidget(self.bar, 1)
        actions.addStretch(1)
        actions.insertWidget(0, self.who, 2)
        for button in (self.stop, self.apply, self.undo):
            button.setAutoDefault(False)
            actions.addWidget(button)
        box.addLayout(actions)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self._say("lists.progress"))
