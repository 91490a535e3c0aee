"""The dashboard's screen: connects form and keys to the presenter, shows what it is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.compiled.progress import Ui_ProgressForm
from desktop.ui.enroll.shown import Note
from desktop.ui.progress.figure_tiles import FigureTiles
from desktop.ui.progress.presenter import ProgressPresenter
from desktop.ui.progress.shown import BoardShown
from desktop.ui.registers.export import ask_where
from desktop.ui.registers.papers import Export, RegisterPapers
from desktop.ui.session import Session
from desktop.ui.theme.look import Look
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.told_keys import ToldKey
from desktop.usecases.exports import Leaving

REGISTER = "progress-register"
_REST_MS = 60_000
"""What happens all day is counted at most this often."""
_COUNTING_AFTER_MS = 200
_UNITS_PX = 140
_CHART_PX = 140
_LIST_PX = 110


class ProgressScreen(QWidget):
    """进度看板."""

    register_asked = Signal(str, str)
    """The register of the not enrolled of a division, for a reason."""

    KEYS = (ToldKey("Backspace / Esc", "progress.keys.back"),)

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_ProgressForm()
        self.form.setupUi(self)
        self._session = session
        self._look = look
        self._say = session.messages.say
        self._papers = RegisterPapers(session, self)
        self._tiles = FigureTiles(self.form.figures, look)
        self.presenter = ProgressPresenter(session, self)
        self._resting = self._timer(_REST_MS, self.presenter.rested)
        self._slow = self._timer(_COUNTING_AFTER_MS, lambda: self._show_bar(shown=True))
        self.form.sheet.serve(session)
        form = self.form
        form.units.dress_in(look, self._say("progress.empty"))
        form.identities.dress_in(look, self._say("progress.no_identities"))
        form.reasons.dress_in(look, self._say("progress.no_reasons"))
        form.days.dress_in(look)
        self._connect()
        self._lay_out()
        look.changed.connect(self._lay_out)
        enter_clicks(self)
        self._show_bar(shown=False)
        form.empty.hide()
        form.scroll.hide()
        form.up.hide()

    def begin(self) -> None:
        """Show what is counted, with the keyboard in the townships."""
        self.presenter.begin()
        self.focus_again()

    def focus_again(self) -> None:
        """Put the keyboard where it is needed."""
        if self.form.stack.currentWidget() is self.form.sheet:
            self.form.sheet.act.setFocus()
        elif self.form.scroll.isHidden():
            self.form.refresh.setFocus()
        else:
            self.form.units.setFocus()

    def changed(self) -> None:
        """Take note that something was paid or exchanged."""
        self.presenter.changed()

    def show_board(self, board: BoardShown) -> None:
        """Show the figures and bars."""
        form = self.form
        first = form.scroll.isHidden()
        form.place.setText(board.place)
        form.asOf.setText(board.as_of)
        self._tiles.show_figures(board.figures)
        self._look.dress(form.figures)
        form.unitsTitle.setText(board.units_title)
        form.target.setText(board.target)
        form.units.show_bars(board.units)
        form.daysTitle.setText(board.days.title)
        form.days.show_days(board.days)
        form.identitiesTitle.setText(board.identities_title)
        form.identities.show_bars(board.identities)
        form.reasons.show_bars(board.reasons)
        form.up.setVisible(self.presenter.below)
        form.empty.hide()
        form.scroll.show()
        for button in (form.print, form.export_):
            button.setEnabled(True)
        if first and form.refresh.hasFocus():
            form.units.setFocus()

    def show_empty(self, text: str) -> None:
        """Say what to do where there is nothing to count."""
        form = self.form
        form.scroll.hide()
        form.empty.setText(text)
        form.empty.show()
        for button in (form.print, form.export_):
            button.setEnabled(False)

    def show_counting(self, *, counting: bool) -> None:
        """Say that counting is under way once it takes longer than a blink; or that it ended."""
        if counting:
            self._slow.start()
        else:
            self._slow.stop()
            self._show_bar(shown=False)

    def show_note(self, note: Note) -> None:
        """Say in the reserved line what happened."""
        self.form.message.say(note.text, note.tone or "quiet")

    def rest(self) -> None:
        """Tell the presenter when a minute has passed."""
        self._resting.start()

    def choose_unit(self, code: str) -> None:
        """Put the cursor on a unit's line, if it is there."""
        self.form.units.choose(code)

    def ask_register(self, division: str, reason: str) -> None:
        """Show the register of the not enrolled."""
        self.register_asked.emit(division, reason)

    def preview(self) -> None:
        """Show the progress register as it will print."""
        if self.form.print.isEnabled():
            self.form.stack.setCurrentWidget(self.form.sheet)
            self.form.sheet.begin(REGISTER, self.presenter.division)

    def ask_export(self) -> None:
        """Ask for a file and write the progress register to it."""
        if self.form.export_.isEnabled():
            name = f"{self._say('progress.file')}-{self._session.today.isoformat()}"
            ask_where(self, self._session.messages, name, self.export)

    def export(self, path: Path, how: Leaving | None = None) -> None:
        """Write the progress register to a file."""
        self.show_note(Note(self._say("registers.making")))
        export = Export(REGISTER, self.presenter.division, path, how or Leaving())
        self._papers.export(export, self._exported, self._not_exported)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.presenter.stop():
            return
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace) and self._up():
            return
        super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.presenter.leave()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.form.retranslateUi(self)

    def _connect(self) -> None:
        form, presenter = self.form, self.presenter
        form.units.opened.connect(presenter.open_unit)
        form.reasons.opened.connect(presenter.open_reason)
        form.refresh.clicked.connect(presenter.refresh)
        form.stop.clicked.connect(presenter.stop)
        form.up.clicked.connect(self._up)
        form.print.clicked.connect(self.preview)
        form.export_.clicked.connect(self.ask_export)
        form.sheet.closed.connect(self._leave_sheet)
        for keys, words, act in (
            ("Ctrl+R", "refresh", presenter.refresh),
            ("Ctrl+P", "print", self.preview),
            ("Ctrl+E", "export", self.ask_export),
        ):
            shortcut = QShortcut(QKeySequence(keys), form.boardPage)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setWhatsThis(self._say(f"progress.keys.{words}"))
            shortcut.activated.connect(act)

    def _up(self) -> bool:
        went = self.presenter.up()
        if went:
            self.form.units.setFocus()
        return went

    def _leave_sheet(self) -> None:
        self.form.stack.setCurrentWidget(self.form.boardPage)
        self.focus_again()

    def _exported(self, where: str) -> None:
        self.show_note(Note(self._say("registers.exported", where=where), "ok"))

    def _not_exported(self, error: Exception) -> None:
        self.show_note(Note(self._session.messages.error(error), "warning"))

    def _show_bar(self, *, shown: bool) -> None:
        form = self.form
        if form.stop.hasFocus() and not shown:
            self.focus_again()
        form.bar.setVisible(shown)
        form.stop.setVisible(shown)
        if shown and form.scroll.isHidden():
            form.empty.setText(self._say("progress.counting"))
            form.empty.show()

    def _timer(self, after_ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(act)
        return timer

    def _lay_out(self) -> None:
        """Keep the lists tall enough to read: with large letters the page scrolls."""
        form, px = self.form, self._look.px
        form.units.setMinimumHeight(px(_UNITS_PX))
        form.days.setMinimumHeight(px(_CHART_PX))
        for part in (form.identities, form.reasons):
            part.setMinimumHeight(px(_LIST_PX))
        self._tiles.lay_out()
