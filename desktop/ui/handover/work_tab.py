"""A tab of lists: which list above, the list, the panel of an act, what can be done below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.ui.enroll.shown import Note
from desktop.ui.enroll.task_panel import TaskPanel
from desktop.ui.enroll.task_shown import TaskShown
from desktop.ui.handover.rows import RowsTable
from desktop.ui.handover.shown import Page, Presenter
from desktop.ui.lists.tab_page import TabPage
from desktop.ui.registers.export import ask_where
from desktop.ui.session import Session
from desktop.ui.theme.look import Look
from desktop.ui.widgets.button_rows import ButtonRows
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.tab_button import TabButton
from desktop.usecases.exports import Leaving

if TYPE_CHECKING:
    from desktop.ui.receipts.panel import PanelDesk


class WorkTab(TabPage):
    """Lists that are worked off by keyboard; what they hold, the presenter says."""

    def __init__(
        self, session: Session, look: Look, name: str, keys: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """``name`` leads to the words, ``keys`` to each act's letter."""
        super().__init__(parent)
        self._say = session.messages.say
        self._messages = session.messages
        self._name = name
        self._look = look
        self._keys = dict(keys)
        self.setProperty("helpTopic", name)
        self.says = QLabel(self)
        self.says.setWordWrap(True)
        self.says.setProperty("look", "hint")
        self.table = RowsTable(look, self)
        self.table.setObjectName(f"{name}_rows")
        self.table.setMinimumHeight(0)
        self.table.setAccessibleName(self._say(f"{name}.rows"))
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty("look", "hint")
        self.detail = QLabel(self)
        self.detail.setWordWrap(True)
        self.detail.setObjectName(f"{name}_detail")
        self.detail.hide()
        self.summary = ElidedLabel(self)
        self.summary.setProperty("look", "hint")
        self.message = MessageLine(self)
        self.card = QFrame(self)
        self.card.setProperty("look", "card")
        self.card.setProperty("helpTopic", f"{name}#acts")
        self.task_title = QLabel(self.card)
        self.task_title.setProperty("look", "strong")
        self.acts: dict[str, QPushButton] = {}
        """What the list that is shown offers, by name."""
        self._bars: dict[tuple[str, ...], tuple[QWidget, dict[str, QPushButton]]] = {}
        self.modes: dict[str, QPushButton] = {}
        self._box = QVBoxLayout(self)
        self._lay_out(look)

    def serve(self, presenter: Presenter, panel: PanelDesk) -> None:
        """Take the presenter whose lists these are, and the panel its acts are asked in."""
        self.presenter = presenter
        self.panel = panel
        for mode in presenter.modes:
            button = TabButton(self, self._say(f"{self._name}.mode.{mode}"))
            button.setObjectName(f"{self._name}_{mode}")
            button.clicked.connect(lambda _=False, mode=mode: presenter.load(mode))
            self.modes[mode] = button
        self._mode_rows = ButtonRows(self._mode_grid, tuple(self.modes.values()), self)
        self.table.chosen.connect(presenter.choose)
        self.table.key_asked.connect(lambda _: presenter.enter())
        for key in dict.fromkeys(self._keys.values()):
            self._letter(key)
        self.task.answered.connect(panel.set)
        self.task.act_asked.connect(panel.act)
        self.task.cancelled.connect(panel.cancel)
        self._shortcut("Ctrl+Down", lambda: self._step(1), self._say("keys.work.next"))
        self._shortcut("Ctrl+Up", lambda: self._step(-1), self._say("keys.work.before"))
        enter_clicks(self)

    @override
    def begin(self) -> None:
        self.presenter.load()
        self.focus_again()

    @override
    def focus_again(self) -> None:
        if self.panel.is_open:
            self.task.focus()
        elif self.table.isVisibleTo(self):
            self.table.setFocus()
        else:
            chosen = [button for button in self.modes.values() if button.isChecked()]
            (chosen or list(self.modes.values()))[0].setFocus()

    def show_page(self, mode: str, page: Page) -> None:
        """Show a list, with the cursor in it."""
        self.modes[mode].setChecked(True)
        had = self.table.hasFocus() or self.empty.hasFocus()
        self.says.setText(page.says)
        if not page.rows:
            self.show_detail("")
        self.table.setVisible(bool(page.rows))
        self.empty.setVisible(not page.rows)
        self.empty.setText(page.empty)
        self.table.show_rows(page.headings, page.rows)
        self.summary.setText(page.summary)
        self._offer(page.acts)
        if had or self.table.isVisibleTo(self):
            self.focus_again()

    def show_busy(self, words: str) -> None:
        """Say what is being read."""
        self.summary.setText(words)

    def show_detail(self, words: str) -> None:
        """Say more of the chosen row."""
        self.detail.setText(words)
        self.detail.setVisible(bool(words) and not self._act_box.isHidden())

    def show_task(self, task: TaskShown | None) -> None:
        """Show the panel of an act between the list and its keys, or shut it."""
        self.card.setVisible(task is not None)
        # Where the text is largest, the panel needs the room of what can wait.
        room = task is None or self._look.size != "largest"
        for part in (self.says, self._act_box, self.summary):
            part.setVisible(room)
        self.detail.setVisible(room and bool(self.detail.text()))
        if task is None:
            self.task.clear()
            self.focus_again()
            return
        self.task_title.setText(task.title)
        self.task.lay_out(self.width() - self._look.px(48))
        self.task.show_task(task)

    def show_note(self, note: Note) -> None:
        """Say what was done, or why not."""
        self.message.say(note.text, note.tone or "quiet")

    def ask_open(self, title: str, chosen: Callable[[Path], None]) -> None:
        """Ask for a file to read. Opened, not executed: the desk goes on meanwhile."""
        dialog = QFileDialog(self, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(["XLSX, XLS, CSV (*.xlsx *.xls *.csv *.tsv *.txt)", "* (*)"])
        self._open(dialog, chosen)

    def ask_path(self, name: str, endings: tuple[str, ...], chosen: Callable[[Path], None]) -> None:
        """Ask where a file goes."""
        dialog = QFileDialog(self, self._say("work.where"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{one[1:].upper()} (*{one})" for one in endings])
        dialog.setDefaultSuffix(endings[0][1:])
        dialog.filterSelected.connect(
            lambda text: dialog.setDefaultSuffix(text.rpartition("*.")[2].rstrip(")"))
        )
        dialog.selectFile(f"{name}{endings[0]}")
        self._open(dialog, chosen)

    def ask_list(self, name: str, chosen: Callable[[Path, Leaving], None]) -> None:
        """Ask where a list goes, and in which encoding."""
        ask_where(self, self._messages, name, chosen)

    def open_household(self, household: str) -> None:
        """Show a household of the register."""
        self.household_asked.emit(household)

    def status_changed(self) -> None:
        """Tell the window that something was saved."""
        self.desk_changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.presenter.escape():
            self.focus_again()
            return
        super().keyPressEvent(event)

    def _open(self, dialog: QFileDialog, chosen: Callable[[Path], None]) -> None:
        dialog.fileSelected.connect(lambda path: chosen(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _step(self, step: int) -> None:
        names = list(self.modes)
        here = next(place for place, name in enumerate(names) if self.modes[name].isChecked())
        self.presenter.load(names[(here + step) % len(names)])

    def _act(self, act: str, key: str) -> QPushButton:
        button = QPushButton(f"{self._say(f'{self._name}.act.{act}')} {key}", self)
        button.setObjectName(f"{self._name}_{act}")
        button.setAccessibleName(self._say(f"{self._name}.act.{act}"))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.presenter.act(act))
        return button

    def _offer(self, acts: tuple[str, ...]) -> None:
        """Show the bar of a list's acts, made when such a list is first shown."""
        if acts not in self._bars:
            bar = QWidget(self)
            grid = QGridLayout(bar)
            grid.setContentsMargins(0, 0, 0, 0)
            buttons = {act: self._act(act, self._keys[act]) for act in acts}
            self._bars[acts] = (bar, buttons)
            self._act_row.insertWidget(0, bar)
            self._act_rows.append(ButtonRows(grid, tuple(buttons.values()), self))
            enter_clicks(bar)
        for known, (bar, _) in self._bars.items():
            bar.setVisible(known == acts)
        self.acts = self._bars[acts][1]

    def _letter(self, key: str) -> None:
        """Let a letter press whichever of its buttons the list offers."""
        own = [act for act, letter in self._keys.items() if letter == key]

        def press() -> None:
            for act in own:
                if act in self.acts:
                    self.acts[act].click()
                    return

        words = " / ".join(self._say(f"keys.{self._name}.{act}") for act in own)
        self._shortcut(key, press, words)

    def _shortcut(self, keys: str, act: Callable[[], object], words: str) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setWhatsThis(words)
        shortcut.activated.connect(act)

    def _lay_out(self, look: Look) -> None:
        self._mode_grid = QGridLayout()
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.addWidget(self.task_title)
        self.task = TaskPanel(self.card, inside, look, self._say)
        self.card.hide()
        self._act_box = QWidget(self)
        self._act_row = QHBoxLayout(self._act_box)
        self._act_row.setContentsMargins(0, 0, 0, 0)
        self._act_row.addStretch(1)
        self._act_rows: list[ButtonRows] = []
        top = QHBoxLayout()
        top.addLayout(self._mode_grid)
        top.addStretch(1)
        box = self._box
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(top)
        box.addWidget(self.says)
        box.addWidget(self.table, 1)
        box.addWidget(self.empty, 1)
        box.addWidget(self.detail)
        box.addWidget(self.card)
        box.addWidget(self._act_box)
        box.addWidget(self.summary)
        box.addWidget(self.message)
