"""The tab 导入名单: a file, every row of it with what was noticed, and what taking it in does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.ui.enroll.shown import Note
from desktop.ui.lists.tab_page import TabPage
from desktop.ui.lists.wizard.choosing import ChoosingCard
from desktop.ui.lists.wizard.lines import (
    COLUMNS,
    FIELD_HEADS,
    FILTERS,
    Filter,
    Line,
    column_lines,
    line_of,
)
from desktop.ui.lists.wizard.mending import MendingBar
from desktop.ui.lists.wizard.presenter import Shown, WizardPresenter
from desktop.ui.lists.wizard.table import ListModel, ListTable
from desktop.ui.lists.wizard.table_lines import HEADS
from desktop.ui.lists.work import Work
from desktop.ui.session import Session
from desktop.ui.theme.look import Look
from desktop.ui.widgets.button_rows import ButtonRows
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.tab_button import TabButton
from desktop.ui.widgets.told_keys import ToldKey
from desktop.usecases.lists.choices import ListChoices
from desktop.usecases.lists.reading import ListData

_LOOK_MS = 100
_TONES = {"wrong": "mistake", "candidates": "mistake", "waiting": "warning", "new": "ok",
          "changed": "primary"}  # fmt: skip


class WizardTab(TabPage):
    """导入名单."""

    KEYS = (ToldKey("Esc", "keys.lists_stop"),)

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._say = session.messages.say
        self._shown = Shown()
        self._work: Work | None = None
        self.setProperty("helpTopic", "lists#import")
        self.card = ChoosingCard(session, look, self)
        self.filters = {name: self._filter_button(name) for name in FILTERS}
        self.table = ListTable(look, self)
        self.table.setObjectName("rows")
        self.table.setAccessibleName(self._say("lists.rows"))
        self.model = ListModel(len(COLUMNS), look, self)
        self.table.setModel(self.model)
        self.empty = QLabel(self._say("lists.first"), self)
        self.empty.setProperty("look", "hint")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.mending = MendingBar(session, self)
        self.questions = [QCheckBox(self) for _ in range(3)]
        self.leave = QCheckBox(self._say("lists.leave_wrong"), self)
        self.message = MessageLine(self)
        self.bar = QProgressBar(self)
        self.stop = self._button("lists.stop")
        self.give_up = self._button("lists.give_up")
        self.act = self._button("lists.write", primary=True)
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_MS)
        self._looking.timeout.connect(self._look_at_work)
        self.presenter = WizardPresenter(session, self)
        self._lay_out()
        self._connect()
        enter_clicks(self)
        self.show_choices(None, None)
        self.show_list(Shown())
        self.show_work(None)

    @override
    def begin(self) -> None:
        """Go on where the import was left, with the keyboard where work goes on."""
        self.presenter.begin()
        self.focus_again()

    @override
    def focus_again(self) -> None:
        """Put the keyboard into the rows, or onto the button that asks for a file."""
        (self.table if self.model.rowCount() else self.card.pick).setFocus()

    def show_choices(self, choices: ListChoices | None, data: ListData | None) -> None:
        """Show what was chosen, and the file."""
        self.card.show_choices(choices, data)
        self.leave.setChecked(choices is not None and choices.leave_wrong)

    def show_list(self, shown: Shown) -> None:
        """Show the rows of a filter, and what is asked."""
        row = self.table.currentIndex().row()
        same = shown.filter == self._shown.filter
        first = (self._shown.found is None) != (shown.found is None)
        self._shown = shown
        for name, button in self.filters.items():
            words = self._say(f"lists.filter.{name}", count=shown.counts.get(name, 0))
            button.setText(words)
            button.setVisible(shown.found is not None)
        self.filters[shown.filter].setChecked(True)
        self._show_rows()
        for box, question in zip(
            self.questions, (*shown.questions, None, None, None), strict=False
        ):
            box.setVisible(question is not None)
            if question is not None:
                words = self._say(f"lists.question.{question.code}", **question.values)
                box.setText(self._say("lists.confirm", question=words))
                box.setChecked(question.confirmed)
        found = shown.found is not None
        for widget in (self.leave, self.give_up, self.act):
            widget.setVisible(found)
        self.act.setEnabled(shown.ready and self.presenter.may_import if found else False)
        rows = self.model.rowCount()
        self.empty.setVisible(not rows)
        self.empty.setText(self._say("lists.none" if found else "lists.first"))
        self.table.setVisible(bool(rows))
        self.mending.show_nothing()
        if rows:
            at = min(max(row, 0), rows - 1) if same else 0
            self.table.setCurrentIndex(self.model.index(at, 0))
            self._chosen(at)
        if first:
            self._keep_keyboard(anyway=True)

    def show_note(self, note: Note) -> None:
        """Say in the reserved line what happened."""
        self.message.say(note.text, note.tone or "quiet")

    def show_work(self, work: Work | None) -> None:
        """Show work that is under way; None: it is over."""
        self._work = work
        working = work is not None
        self.bar.setVisible(working)
        self.stop.setVisible(working)
        for widget in (self.card.pick, self.give_up, self.leave, *self.questions):
            widget.setEnabled(not working)
        if working:
            self.act.setEnabled(False)
            self.bar.setRange(0, 0)
            self._looking.start()
        else:
            self._looking.stop()
            self.act.setEnabled(self._shown.ready)
            self._keep_keyboard()

    def desk_changed_now(self) -> None:
        """Tell the window that something was recorded."""
        self.desk_changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if not self.presenter.stop():
                self.focus_again()
        else:
            super().keyPressEvent(event)

    def _keep_keyboard(self, *, anyway: bool = False) -> None:
        """Bring the keyboard back where work goes on, if what it was in is gone."""
        now = QApplication.focusWidget()
        inside = now is not None and self.isAncestorOf(now) and now.isVisible()
        if self.isVisible() and (anyway or not inside):
            self.focus_again()

    def _show_rows(self) -> None:
        shown = self._shown
        if shown.found is not None and shown.filter == "columns":
            lines = column_lines(shown.found, self._session.messages)
            self.model.show(
                len(lines), lines.__getitem__, lambda _: "", self._headings(FIELD_HEADS)
            )
            return

        kind = shown.found.choices.kind if shown.found is not None else ""
        heads = HEADS.get(kind, COLUMNS)

        def make(row: int) -> Line:
            return line_of(shown.places[row], self._session.messages, table=kind in HEADS)

        def tone(row: int) -> str:
            planned = shown.places[row].row
            if planned is None:
                return "warning"
            return "warning" if not planned.accepted else _TONES.get(planned.change, "")

        self.model.show(len(shown.places), make, tone, self._headings(heads))

    def _headings(self, names: Sequence[str]) -> list[str]:
        return [self._say(f"lists.column.{name}") if name else "" for name in names]

    def _chosen(self, at: int) -> None:
        """Offer what can be done about the line the cursor is on."""
        shown = self._shown
        if shown.found is None:
            return
        if shown.filter == "columns":
            self.mending.show_columns(shown.found.data, shown.found.choices.kind)
            self.mending.choose_field(shown.found.data.fields[at])
            return
        row = shown.places[at].row
        if row is None:
            self.mending.show_nothing()
        else:
            self.mending.show_row(row, shown.found.data)

    def _key(self, key: str) -> None:
        row = self._row
        if key == "mend":
            bar = self.mending
            target = next(
                (one for one in (bar.who, bar.column, bar.value) if one.isVisibleTo(self)), None
            )
            if target is not None:
                target.setFocus()
        elif row:
            acts: dict[str, Callable[[int], None]] = {
                "accept": self.presenter.accept,
                "accept_kind": self.presenter.accept_kind,
                "leave_out": self.presenter.leave_out,
            }
            acts[key](row)

    @property
    def _row(self) -> int:
        """Number of the list's row that the cursor is on; 0 if it is on none."""
        at = self.table.currentIndex().row()
        places = self._shown.places
        row = places[at].row if 0 <= at < len(places) else None
        return row.read.row if row is not None else 0

    def _mended(self, field: str, text: str) -> None:
        if self._row:
            self.presenter.mend(self._row, field, text)
            self.table.setFocus()

    def _said_who(self, person: str) -> None:
        if self._row and person:
            self.presenter.say_who(self._row, person)
            self.table.setFocus()

    def _connect(self) -> None:
        presenter = self.presenter
        self.card.serve(presenter)
        self.card.pick.clicked.connect(self._pick)
        for name, button in self.filters.items():
            button.clicked.connect(lambda _=False, name=name: self._only(name))
        self.table.key_asked.connect(self._key)
        self.table.chosen.connect(self._chosen)
        self.mending.mended.connect(self._mended)
        self.mending.said_who.connect(self._said_who)
        self.mending.column_chosen.connect(presenter.set_column)
        for place, box in enumerate(self.questions):
            box.clicked.connect(lambda yes, place=place: self._answer(place, yes=yes))
        self.leave.clicked.connect(lambda leave: presenter.leave_wrong(leave=leave))
        self.stop.clicked.connect(presenter.stop)
        self.give_up.clicked.connect(presenter.give_up)
        self.act.clicked.connect(presenter.write)
        for key, words, act in (
            ("F4", "pick", self._pick),
            ("F9", "write", presenter.write),
            ("F6", "filter", self._next_filter),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setWhatsThis(self._say(f"keys.lists_{words}"))
            shortcut.activated.connect(act)

    def _only(self, name: Filter) -> None:
        self.presenter.show_only(name)
        self.focus_again()

    def _next_filter(self) -> None:
        counts = self._shown.counts
        names = [name for name in FILTERS if counts.get(name) or name == "all"]
        here = names.index(self._shown.filter) if self._shown.filter in names else -1
        self._only(names[(here + 1) % len(names)])

    def _answer(self, place: int, *, yes: bool) -> None:
        if place < len(self._shown.questions):
            self.presenter.confirm(self._shown.questions[place].code, yes=yes)

    def _pick(self) -> None:
        if self._work is not None or not self.presenter.may_look:
            return
        # Opened, not executed: no second event loop, and the desk goes on meanwhile.
        dialog = QFileDialog(self, self._say("lists.pick_title"))
        dialog.setNameFilters([self._say("lists.files"), "* (*)"])
        dialog.fileSelected.connect(lambda path: self.presenter.pick(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _look_at_work(self) -> None:
        if self._work is not None and self._work.total:
            self.bar.setRange(0, self._work.total)
            self.bar.setValue(self._work.done)

    def _filter_button(self, name: Filter) -> QPushButton:
        button = TabButton(parent=self)
        button.setObjectName(f"filter_{name}")
        return button

    def _button(self, words: str, *, primary: bool = False) -> QPushButton:
        button = QPushButton(self._say(words), self)
        button.setObjectName(words.removeprefix("lists."))
        button.setAutoDefault(False)
        if primary:
            button.setProperty("look", "primary")
        return button

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.card)
        filters = QGridLayout()
        filters.setSpacing(8)
        # A group of their own, or the tabs of the page would lose their mark.
        holder = QWidget(self)
        filters.setContentsMargins(0, 0, 0, 0)
        filters.setColumnStretch(len(self.filters), 1)
        holder.setLayout(filters)
        ButtonRows(filters, tuple(self.filters.values()), self)
        box.addWidget(holder)
        box.addWidget(self.table, 1)
        box.addWidget(self.empty, 1)
        box.addWidget(self.mending)
        for question in self.questions:
            box.addWidget(question)
        box.addWidget(self.message)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addWidget(self.leave)
        actions.addWidget(self.bar, 1)
        actions.addWidget(self.stop)
        actions.addStretch(1)
        actions.addWidget(self.give_up)
        actions.addWidget(self.act)
        box.addLayout(actions)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self._say("lists.progress"))
