"""The roster's screen: connects the form and its keys to the presenter, shows what it is told."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QUndoStack
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.domain.divisions import prefix_of
from desktop.ui.compiled.roster import Ui_RosterForm
from desktop.ui.enroll.choices import village_options
from desktop.ui.enroll.promises import Payable
from desktop.ui.enroll.shown import Note
from desktop.ui.roster.ask_bar import AskBar
from desktop.ui.roster.model import Filter
from desktop.ui.roster.presenter import RosterPresenter
from desktop.ui.roster.promises import Ask, Done, Page
from desktop.ui.roster.shown import BatchShown, TotalsShown
from desktop.ui.roster.sums import Sums
from desktop.ui.roster.undo import LIMIT, StepCommand
from desktop.ui.roster.why import WhyPane
from desktop.ui.session import Session, Village
from desktop.ui.theme.look import Look
from desktop.ui.widgets.button_rows import ButtonRows
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.option_list import Option

_SAVED_AFTER_MS = 400
"""Many steps in a row are one piece of news to the status bar and the exchange."""
_LOADING_AFTER_MS = 200
_LIST = "list"
"""What stands for a pasted list where units are chosen by their code."""
_MOVES = {"down": 1, "up": -1}
_DECIDES = ("renew", "died", "moved", "employee", "refuses", "reason", "take_back")


class RosterScreen(QWidget):
    """续保名册."""

    payment_asked = Signal(object)
    """A `Payable` whose money is to be taken; `paid` is told how it ended."""
    household_asked = Signal(str, bool)
    """A household to open, and whether a member is to be added."""
    desk_changed = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_RosterForm()
        self.form.setupUi(self)
        self._session = session
        self._look = look
        self._say = session.messages.say
        self.presenter = RosterPresenter(session, self)
        self.steps = QUndoStack(self)
        self.steps.setUndoLimit(LIMIT)
        self.ask_bar = AskBar(look, self.form.bands.viewport())
        self.why = WhyPane(
            session, lambda: self.presenter.model.household_id, self.form.bands.viewport()
        )
        self._saved = self._timer(_SAVED_AFTER_MS)
        self._saved.timeout.connect(self.desk_changed)
        self._loading = self._timer(_LOADING_AFTER_MS)
        self._loading_text = ""
        self._listed: Option | None = None
        """The list that was pasted last, offered beside the units."""
        self.form.bands.show_from(self.presenter, look)
        self.offer_villages(session.villages)
        self.sums = Sums(self.form, session.messages, self)
        self._connect()
        look.changed.connect(self.form.bands.refresh)
        enter_clicks(self)
        self.show_page("message", "")

    def begin(self) -> None:
        """Show the roster as it is now, with the keyboard in it."""
        self.presenter.begin()
        self.focus_again()

    def focus_again(self) -> None:
        """Put the keyboard where it is needed: into the bands, else where a unit is chosen."""
        if self.form.stack.currentWidget() is self.form.bandsPage:
            self.form.bands.setFocus()
        elif not self.presenter.opened:
            self.form.division.setFocus()

    def offer_villages(self, villages: tuple[Village, ...]) -> None:
        """Offer these units to choose from."""
        field, session = self.form.division, self._session
        listed = (self._listed,) if self._listed else ()
        field.set_options((*village_options(villages), *listed), digits=False)
        field.look_in(lambda: session.places, prefix_of(session.division))

    def show_page(self, page: Page, text: str = "") -> None:
        """Show the bands, or a page that says something."""
        form = self.form
        self._loading.stop()
        pages = {
            "bands": form.bandsPage,
            "message": form.messagePage,
            "list": form.listPage,
            "batch": form.batchPage,
        }
        left = form.stack.currentWidget()
        form.stack.setCurrentWidget(pages[page])
        form.pageText.setText(text)
        self._allow(deciding=page == "bands")
        if page == "bands" and (left is not form.bandsPage or form.division.hasFocus()):
            form.bands.setFocus()
        elif page == "list":
            form.listText.setFocus()

    def show_loading_soon(self, text: str) -> None:
        """Say that the roster is being read, if it takes longer than a blink."""
        self._loading_text = text
        self._loading.start()

    def show_bands(self) -> None:
        """Show the visible bands anew."""
        self.show_cursor()

    def show_band(self, household_id: str) -> None:
        """Show one band anew, if it is visible."""
        place = self.presenter.model.place_of(household_id)
        if place is not None:
            self.form.bands.refresh_band(place)
        if household_id == self.presenter.model.household_id:
            self.why.follow()

    def show_cursor(self) -> None:
        """Show the cursor where it is, and say it to a screen reader."""
        self.form.bands.refresh()
        self.form.bands.say_cursor(self.presenter.spoken())
        self.why.follow()

    def show_totals(self, totals: TotalsShown) -> None:
        """Show the strip along the top."""
        self.sums.show_open(opened=self.presenter.opened)
        self.sums.show_totals(totals)

    def show_filter(self, chosen: Filter, counts: dict[Filter, int]) -> None:
        """Show the filters and how many bands each holds."""
        self.sums.show_filter(chosen, counts)

    def show_scope(self, division: str, name: str) -> None:
        """Show which unit or list this is."""
        if not division:
            self._listed = Option(_LIST, name)
            self.offer_villages(self._session.villages)
        self.form.division.show_code(division or _LIST)

    def show_message(self, note: Note) -> None:
        """Say what concerns the roster as a whole."""
        self.form.message.say(note.text, note.tone or "quiet")

    def show_batch(self, batch: BatchShown) -> None:
        """State the batch's numbers and ask."""
        form = self.form
        form.batchPlan.setText(batch.plan)
        form.batchLeft.setText(batch.left_title)
        form.batchList.clear()
        form.batchList.addItems(batch.left)
        form.batchProgress.setValue(0)
        form.batchRun.setEnabled(batch.possible)
        (form.batchRun if batch.possible else form.batchCancel).setFocus()

    def show_batch_progress(self, text: str, percent: int) -> None:
        """Show how far the batch is."""
        form = self.form
        form.batchPlan.setText(text)
        form.batchProgress.setValue(percent)
        form.batchRun.setEnabled(False)
        if not form.batchCancel.hasFocus():
            form.batchCancel.setFocus()

    def ask(self, prompt: str, kind: Ask, hint: Note) -> None:
        """Ask for a day or a line of text inside the band."""
        self.ask_bar.place(self.form.bands.note_rect)
        self.ask_bar.ask(prompt, kind, hint)

    def end_ask(self) -> None:
        """Take the question away."""
        self.form.bands.setFocus()
        self.ask_bar.hide()

    def keep_step(self, done: Done) -> None:
        """Put an undoable step on the stack."""
        self.steps.push(StepCommand(done, self.presenter.undo, self.presenter.redo))

    def forget_steps(self) -> None:
        """Empty the stack."""
        self.steps.clear()

    def set_read_only(self) -> None:
        """Leave only what changes nothing."""
        self._allow(deciding=False)

    def ask_payment(self, payable: Payable) -> None:
        """Go on to the money."""
        self.payment_asked.emit(payable)

    def open_household(self, household_id: str, *, add: bool) -> None:
        """Show the household on its own screen."""
        self.household_asked.emit(household_id, add)

    def status_changed(self) -> None:
        """Tell the window that something was saved, once the keys pause."""
        self._saved.start()

    def undo(self) -> None:
        """Take the last step back."""
        if self.steps.canUndo():
            self.steps.undo()
        else:
            self.show_message(Note(self._say("roster.undo_nothing")))

    def redo(self) -> None:
        """Do the step taken back last again."""
        if self.steps.canRedo():
            self.steps.redo()
        else:
            self.show_message(Note(self._say("roster.redo_nothing")))

    def remember(self) -> Callable[[], None]:
        """Return what takes back the keys a scanner lets through before it is told from a hand."""
        index, find = self.steps.index(), self.form.find.text()
        household = self.presenter.model.household_id

        def put_back() -> None:
            self.presenter.cancel()
            while self.steps.index() > index:
                self.steps.undo()
            self.form.find.show_text(find)
            if self.presenter.model.go_to(household):
                self.show_cursor()

        return put_back

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.form.retranslateUi(self)

    def _connect(self) -> None:
        form, presenter = self.form, self.presenter
        form.division.picked.connect(self._on_picked)
        form.division.step_asked.connect(lambda _: self.focus_again())
        form.find.answers_enter = True
        form.find.edited.connect(presenter.finder.find)
        form.find.step_asked.connect(lambda _: self._found())
        form.find.left.connect(form.find.clear)
        form.bands.key_asked.connect(self._on_key)
        form.bands.typed.connect(self._on_typed)
        form.bands.place_clicked.connect(presenter.go_to)
        form.bands.place_opened.connect(self._on_opened)
        form.bands.laid_out.connect(self._place_ask)
        self.ask_bar.answered.connect(presenter.decisions.answer)
        self.ask_bar.cancelled.connect(presenter.decisions.cancel)
        self._loading.timeout.connect(lambda: self.show_page("message", self._loading_text))
        form.list.clicked.connect(lambda: self.show_page("list"))
        form.listOpen.clicked.connect(lambda: presenter.open_list(form.listText.toPlainText()))
        form.listCancel.clicked.connect(self._leave_list)
        form.batchRun.clicked.connect(presenter.batches.run)
        form.batchCancel.clicked.connect(presenter.batches.leave)
        for name, tab in self.sums.tabs.items():
            tab.clicked.connect(lambda _=False, name=name: self._on_tab(name))
        self._connect_actions()

    def _connect_actions(self) -> None:
        form = self.form
        named = {
            "renew": form.renew, "add": form.add, "died": form.died, "moved": form.moved,
            "employee": form.employee, "refuses": form.refuses, "reason": form.reason,
            "take_back": form.takeBack, "undo": form.undo, "batch": form.batch,
            "collect": form.collect,
        }  # fmt: skip
        self._buttons = named
        ButtonRows(form.actions, tuple(named.values()), self)
        for name, button in named.items():
            button.clicked.connect(lambda _=False, name=name: self._on_button(name))
        for keys, key in (
            ("Ctrl+Z", "undo"),
            ("Ctrl+Y", "redo"),
            ("Ctrl+A", "batch"),
            ("F8", "why"),
        ):
            shortcut = QShortcut(QKeySequence(keys), form.bands)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda key=key: self._on_key(key))

    def _on_button(self, name: str) -> None:
        self.form.bands.setFocus()
        self._on_key(name)

    def _on_key(self, key: str) -> None:
        presenter, bands = self.presenter, self.form.bands
        if key in _DECIDES:
            presenter.act(key)
        elif key in _MOVES:
            presenter.move_by(_MOVES[key])
        elif key in ("page_down", "page_up"):
            by = 1 if key == "page_down" else -1
            if not self.why.turn(by):
                presenter.move_by(by * bands.page)
        elif key in ("home", "end"):
            presenter.go_to(0 if key == "home" else presenter.count - 1)
        elif key in ("person_next", "person_back"):
            presenter.choose_person(1 if key == "person_next" else -1)
        else:
            acts: dict[str, Callable[[], object]] = {
                "open": presenter.open_household,
                "add": lambda: presenter.open_household(add=True),
                "undo": self.undo,
                "redo": self.redo,
                "batch": presenter.plan_batch,
                "collect": presenter.collect,
                "cancel": self._step_back,
                "why": self._ask_why,
                "filter": presenter.next_filter,
                "find": self.form.find.setFocus,
            }
            acts[key]()

    def _ask_why(self) -> None:
        self.why.toggle()
        self.why.place(self.form.bands.cursor_rect)

    def _step_back(self) -> None:
        if not self.why.put_away():
            self.presenter.cancel()

    def _on_picked(self, code: str) -> None:
        if code == _LIST:
            self.presenter.open_list(self.form.listText.toPlainText())
        else:
            self.presenter.open_division(code)

    def _on_typed(self, text: str) -> None:
        if text.isdecimal() and self.presenter.decisions.digit(int(text)):
            return
        find = self.form.find
        find.setFocus()
        find.setText(find.text() + text)
        self.presenter.finder.find(find.text())

    def _found(self) -> None:
        self.form.find.clear()
        self.focus_again()

    def _on_opened(self, place: int) -> None:
        self.presenter.go_to(place)
        self.presenter.open_household()

    def _on_tab(self, name: Filter) -> None:
        self.presenter.show_filter(name)
        self.form.bands.setFocus()

    def _leave_list(self) -> None:
        if self.presenter.opened:
            self.show_page("bands")
        else:
            self.presenter.begin()

    def _place_ask(self) -> None:
        self.why.place(self.form.bands.cursor_rect)
        if self.ask_bar.isVisible():
            self.ask_bar.place(self.form.bands.note_rect)

    def _allow(self, *, deciding: bool) -> None:
        """Enable what can be done now; an auditor can look and move, nothing else."""
        for button in self._buttons.values():
            button.setEnabled(deciding and not self.presenter.read_only)

    def _timer(self, after_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        return timer
