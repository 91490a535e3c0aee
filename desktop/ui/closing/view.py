"""The closing's screen: the days, the cash counted, the figures; what is to be done next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from typing_extensions import override

from desktop.domain.closing import FACES_FEN
from desktop.ui.closing.presenter import CashShown, ClosingPresenter, DayShown
from desktop.ui.compiled.closing import Ui_ClosingForm
from desktop.ui.enroll.shown import Note
from desktop.ui.enroll.task_panel import TaskPanel
from desktop.ui.enroll.task_shown import TaskShown
from desktop.ui.payment.documents import Document
from desktop.ui.session import Session
from desktop.ui.theme.look import Look, set_state
from desktop.ui.widgets.count_field import CountField
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.tables import Column, Table
from desktop.ui.widgets.told_keys import ToldKey

_COUNT_WIDTH = 206
_ALL_FROM = 1160
"""Below this width there is room for the days or for the day, not for both."""


class ClosingScreen(QWidget):
    """日结."""

    desk_changed = Signal()

    KEYS = (ToldKey("Esc", "keys.back"),)

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_ClosingForm()
        self.form.setupUi(self)
        self._say = session.messages.say
        self._look = look
        self._arriving = False
        form, say = self.form, self._say
        self._days = Table(
            form.days,
            look,
            (
                Column(say("closing.column.day"), 7, whole=True),
                Column(say("closing.column.collector"), 5),
                Column(say("closing.column.state"), 6, whole=True),
                Column(say("closing.column.amount"), 6, right=True),
            ),
        )
        self._figures = Table(
            form.figures,
            look,
            (
                Column(say("closing.column.what"), 12),
                Column(say("closing.column.count"), 4, right=True),
                Column(say("closing.column.amount"), 4, right=True),
                Column(say("closing.column.assistance"), 4, right=True),
            ),
        )
        self.task = TaskPanel(form.taskBody, form.taskBox, look, say)
        self.presenter = ClosingPresenter(session, self)
        self._days_aside = False
        """Whether the day is looked at, where there is no room for both."""
        self._connect()
        enter_clicks(self)
        look.changed.connect(self._lay_out)
        self._lay_out()
        self.show_day(None)
        # Until the days are read there is nothing to choose from.
        form.days.hide()

    def begin(self) -> None:
        """Read the days; the cursor goes where the next thing is done."""
        self._arriving = True
        self.presenter.load()

    def focus_again(self) -> None:
        """Put the keyboard into the panel, the first face of an open day, or the days."""
        if self.presenter.panel.is_open:
            self.task.focus()
        elif self.count(FACES_FEN[0]).isEnabled():
            self.count(FACES_FEN[0]).setFocus()
        elif self.form.days.rowCount():
            self._show_days(aside=False)
            self.form.days.setFocus()
        else:
            # Nothing to count and nothing to choose: the words that say so are read out.
            self.form.empty.setFocus()

    def count(self, face_fen: int) -> CountField:
        """Return the field of a face value."""
        field: CountField = getattr(self.form, f"count_{face_fen}")
        return field

    def show_days(self, rows: tuple[tuple[str, ...], ...], summary: str) -> None:
        """Show the days, or what a closing is for."""
        form = self.form
        quiet = QSignalBlocker(form.days)
        self._days.show(rows)
        quiet.unblock()
        form.meta.setText(summary)
        form.days.setVisible(bool(rows))
        form.empty.setText(self._say("closing.empty"))
        form.empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        form.empty.setVisible(not rows)

    def choose_row(self, row: int) -> None:
        """Make a day the chosen one."""
        self.form.days.selectRow(row)

    def show_day(self, shown: DayShown | None) -> None:
        """Show a day, open to be counted or closed to be read."""
        form = self.form
        form.dayTitle.setText(shown.title if shown else "")
        self._figures.show(shown.figures if shown else ())
        for face in FACES_FEN:
            pieces = shown.pieces.get(face, 0) if shown else 0
            self.count(face).show_text(str(pieces) if pieces else "")
            self.count(face).setEnabled(bool(shown and shown.open))
        form.close_.setVisible(shown is None or shown.step == "close")
        form.close_.setEnabled(shown is not None)
        form.sign.setVisible(shown is not None and shown.step == "sign")
        form.deposit.setVisible(shown is not None and shown.may_deposit)
        for button in (form.print, form.keep, form.tabSheet):
            button.setEnabled(shown is not None)
        if shown is None:
            self.show_note(Note())
        elif shown.open:
            self.show_note(Note(self._say("closing.count_now")))
        if self._arriving:
            self._arriving = False
            self.focus_again()

    def show_cash(self, cash: CashShown, amounts: dict[int, str]) -> None:
        """Show the sums as they are typed, and the difference as one figure."""
        form = self.form
        for face, amount in amounts.items():
            label: QLabel = getattr(form, f"amount_{face}")
            label.setText(amount)
        form.counted.setText(cash.counted)
        form.booked.setText(cash.booked)
        mark = "✔" if cash.agrees else "▲"
        form.difference.setText(f"{mark} {cash.difference}")
        form.difference.setAccessibleName(cash.difference)
        set_state(form.difference, "tone", "ok" if cash.agrees else "warning")

    def show_task(self, task: TaskShown | None) -> None:
        """Show the panel of an act in the figures' place, or shut it."""
        form = self.form
        if task is None:
            focus: QWidget | None = QApplication.focusWidget()
            inside = focus is not None and form.taskScroll.isAncestorOf(focus)
            self.task.clear()
            form.side.setCurrentWidget(form.figuresPage)
            if inside:
                self.focus_again()
            return
        self._show_days(aside=True)
        form.side.setCurrentWidget(form.taskScroll)
        self.task.lay_out(form.side.width())
        self.task.show_task(task)

    def show_document(self, document: Document | None) -> None:
        """Show the day's sheet, or the figures again."""
        form = self.form
        form.tabFigures.setChecked(document is None)
        form.tabSheet.setChecked(document is not None)
        if document is None:
            form.side.setCurrentWidget(form.figuresPage)
            form.paper.show_page(QImage())
            return
        self._show_days(aside=True)
        form.paper.show_page(document.page.to_qimage())
        form.side.setCurrentWidget(form.paperPage)

    def show_note(self, note: Note) -> None:
        """Say what was done, or why not."""
        self.form.message.say(note.text, note.tone or "quiet")

    def ask_path(self, name: str, endings: tuple[str, ...], chosen: Callable[[Path], None]) -> None:
        """Ask where a file goes. Opened, not executed: the desk goes on meanwhile."""
        dialog = QFileDialog(self, self._say("receipts.file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{one[1:].upper()} (*{one})" for one in endings])
        dialog.setDefaultSuffix(endings[0][1:])
        dialog.selectFile(f"{name}{endings[0]}")
        dialog.fileSelected.connect(lambda path: chosen(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def status_changed(self) -> None:
        """Tell the window that something was saved."""
        self.desk_changed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.presenter.panel.is_open:
            self.presenter.panel.cancel()
        else:
            self.presenter.show_figures()
            self.focus_again()

    def _connect(self) -> None:
        form, presenter = self.form, self.presenter
        form.days.currentCellChanged.connect(lambda row, *_: presenter.choose(row))
        for place, face in enumerate(FACES_FEN):
            field = self.count(face)
            field.edited.connect(lambda text, face=face: presenter.set_count(face, text))
            field.step_asked.connect(lambda by, place=place: self._step(place + by))
        panel = presenter.panel
        self.task.answered.connect(panel.set)
        self.task.act_asked.connect(panel.act)
        self.task.cancelled.connect(panel.cancel)
        form.close_.clicked.connect(lambda: presenter.begin("close"))
        form.sign.clicked.connect(lambda: presenter.begin("sign"))
        form.deposit.clicked.connect(lambda: presenter.begin("deposit"))
        form.print.clicked.connect(presenter.print)
        form.keep.clicked.connect(presenter.keep)
        form.tabSheet.clicked.connect(presenter.show_sheet)
        form.tabFigures.clicked.connect(presenter.show_figures)
        for keys, act, words in (
            ("F12", self._next_step, "keys.closing_step"),
            ("F9", self._deposit, "keys.closing_deposit"),
            ("F6", self._next_pane, "keys.closing_pane"),
            ("Ctrl+P", form.print.click, "keys.closing_print"),
            ("Ctrl+S", form.keep.click, "keys.closing_keep"),
            ("Ctrl+T", self._next_tab, "keys.closing_tab"),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setWhatsThis(self._say(words))
            shortcut.activated.connect(act)

    def _next_step(self) -> None:
        """Do what is next with the day; a panel that is open is gone on with."""
        if self.presenter.panel.is_open:
            self.task.act.setFocus()
            return
        for button in (self.form.close_, self.form.sign, self.form.deposit):
            if not button.isHidden() and button.isEnabled():
                button.click()
                return

    def _deposit(self) -> None:
        if not self.form.deposit.isHidden():
            self.form.deposit.click()

    def _next_pane(self) -> None:
        if self.form.days.hasFocus():
            self._show_days(aside=True)
            first = self.count(FACES_FEN[0])
            (first if first.isEnabled() else self.form.figures).setFocus()
        else:
            self._show_days(aside=False)
            self.form.days.setFocus()

    def _lay_out(self) -> None:
        # Of the faces, not of the card: a long figure below them makes the card wider.
        self.form.countScroll.setMinimumWidth(self._look.px(_COUNT_WIDTH))
        self._show_days(aside=self._days_aside)

    def _show_days(self, *, aside: bool) -> None:
        """Show the days beside the day; where there is little room, in its place."""
        self._days_aside = aside
        narrow = self.width() < self._look.px(_ALL_FROM)
        self.form.daysCard.setHidden(narrow and aside)
        self.form.dayCard.setHidden(narrow and not aside)

    def _next_tab(self) -> None:
        if self.form.tabFigures.isChecked():
            self.presenter.show_sheet()
        else:
            self.presenter.show_figures()

    def _step(self, place: int) -> None:
        """Go down from face to face, and from the last one to the closing itself."""
        if place >= len(FACES_FEN):
            self.form.close_.setFocus()
        elif place >= 0:
            field = self.count(FACES_FEN[place])
            field.setFocus()
            field.selectAll()
            self.form.countScroll.ensureWidgetVisible(field, 0, self._look.px(24))
