"""The register's screen: connects form and keys to the presenter, shows what it is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from desktop.domain.codes import NOT_ENROLLED_REASONS
from desktop.domain.divisions import prefix_of
from desktop.ui.compiled.not_enrolled import Ui_NotEnrolledForm
from desktop.ui.enroll.choices import village_options
from desktop.ui.enroll.shown import Note
from desktop.ui.not_enrolled.model import MissingModel
from desktop.ui.not_enrolled.noting import Key
from desktop.ui.not_enrolled.presenter import FILTERS, RegisterPresenter
from desktop.ui.not_enrolled.promises import Ask, AttemptShown, PersonShown
from desktop.ui.registers.export import ask_numbers, ask_where
from desktop.ui.registers.papers import Export, RegisterPapers
from desktop.ui.session import Session
from desktop.ui.theme.look import Look, set_state
from desktop.ui.widgets.button_rows import ButtonRows
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.option_list import Option
from desktop.usecases.exports import Leaving

REGISTER = "not-enrolled-register"
_COLUMNS = ("name", "place", "document", "reason", "last", "next")
_LOADING_AFTER_MS = 200
_QUICK: tuple[Key, ...] = ("call", "visit", "message", "written_refusal", "reason", "next")


class NotEnrolledScreen(QWidget):
    """未参保台账."""

    household_asked = Signal(str)
    desk_changed = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_NotEnrolledForm()
        self.form.setupUi(self)
        self._session = session
        self._look = look
        self._say = session.messages.say
        self._papers = RegisterPapers(session, self)
        form = self.form
        headings = [self._say(f"missing.column.{name}") for name in _COLUMNS]
        self.model = MissingModel(headings, self._say("missing.no_reason"), look)
        self.model.setParent(self)
        form.people.setModel(self.model)
        form.people.dress_in(look)
        form.attempts.dress_in(look, self._say("missing.no_attempts"))
        policy = form.attempts.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        form.attempts.setSizePolicy(policy)
        form.sheet.serve(session)
        self._offer()
        self._tabs = dict(
            zip(
                FILTERS,
                (form.filterAll, form.filterWithout, form.filterDue, form.filterLast),
                strict=True,
            )
        )
        self.presenter = RegisterPresenter(session, self)
        self._loading = QTimer(self)
        self._loading.setSingleShot(True)
        self._loading.setInterval(_LOADING_AFTER_MS)
        self._loading.timeout.connect(lambda: self.show_note(Note(self._say("missing.loading"))))
        self._connect()
        self._lay_out()
        look.changed.connect(self._lay_out)
        enter_clicks(self)
        self.show_due(0)
        form.empty.hide()
        self.show_person(None)

    def begin(self) -> None:
        """Show the list as it is now, with the keyboard in it."""
        self.presenter.begin()
        self.focus_again()

    def focus_again(self) -> None:
        """Put the keyboard where it is needed."""
        form = self.form
        if form.stack.currentWidget() is form.sheet:
            form.sheet.act.setFocus()
        elif form.question.asking:
            form.question.field.setFocus()
        else:
            form.people.setFocus()

    def show_rows(self, rows: tuple[tuple[str, ...], ...], *, more: bool) -> None:
        """Show the list from its beginning."""
        form = self.form
        self._read()
        self.model.show(rows, more=more)
        # The table stays, empty too: its keys lead on to the next filter.
        form.empty.setVisible(not rows)
        form.people.lay_out()

    def add_rows(self, rows: tuple[tuple[str, ...], ...], *, more: bool) -> None:
        """Add the next page to the list."""
        self.model.add(rows, more=more)

    def show_row(self, place: int, row: tuple[str, ...]) -> None:
        """Show one row anew."""
        self.model.change(place, row)

    def choose(self, place: int) -> None:
        """Put the cursor on a row."""
        self.form.people.go_to(place)

    def show_empty(self, text: str) -> None:
        """Say why there is nobody in the list."""
        self.form.empty.setText(text)

    def show_person(self, person: PersonShown | None) -> None:
        """Show whom the cursor is on."""
        form = self.form
        shown = person or PersonShown("", "", "", "", "", "", "", open=False)
        form.name.setText(shown.name)
        form.who.setText(shown.who)
        form.place.setText(shown.place)
        form.document.setText(shown.document)
        form.document.setFont(self._look.digits())
        form.phone.setText(shown.phone)
        form.nowReason.setText(shown.reason)
        set_state(form.nowReason, "look", "unknown" if shown.open else "strong")
        form.nowReason.setVisible(person is not None)
        form.noted.setText(shown.noted)
        for button in self._buttons.values():
            button.setEnabled(person is not None and not self.presenter.read_only)
        form.open.setEnabled(person is not None)
        # "Nothing was tried yet" is said of somebody.
        form.attempts.setVisible(person is not None)

    def show_attempts(self, attempts: tuple[AttemptShown, ...]) -> None:
        """Show what was tried, newest first."""
        self.form.attempts.show_attempts(attempts)

    def show_filter(self, wanted: str, division: str, reason: str) -> None:
        """Show what the list is narrowed to."""
        for name, tab in self._tabs.items():
            tab.setChecked(name == wanted)
        self.form.division.show_code(division)
        self.form.reason.show_code(reason)

    def show_due(self, count: int) -> None:
        """Show how many are to be tried again today."""
        self.form.filterDue.setText(self._say("missing.filter.due", count=count))

    def show_loading_soon(self) -> None:
        """Say that the list is being read, if it takes longer than a blink."""
        self._loading.start()

    def show_note(self, note: Note) -> None:
        """Say in the reserved line what happened."""
        self.form.message.say(note.text, note.tone or "quiet")

    def ask(self, prompt: str, kind: Ask, hint: Note) -> None:
        """Ask in the reserved place."""
        if kind == "reason":
            self.show_note(Note(self.form.question.digits))
        self.form.question.ask(prompt, kind, hint)

    def end_ask(self) -> None:
        """Take the question away and give the keys back to the list."""
        if self.form.question.asking:
            self.form.people.setFocus()
            self.form.question.end()
            self.show_note(Note())

    def set_read_only(self) -> None:
        """Leave only what changes nothing."""
        for button in self._buttons.values():
            button.setEnabled(False)

    def open_household(self, household_id: str) -> None:
        """Show the household on its own screen."""
        self.household_asked.emit(household_id)

    def status_changed(self) -> None:
        """Tell the window that something was saved."""
        self.desk_changed.emit()

    def preview(self) -> None:
        """Show the register of the division as it will print."""
        self.presenter.noting.cancel()
        self.form.stack.setCurrentWidget(self.form.sheet)
        self.form.sheet.begin(REGISTER, self.presenter.listing.division)

    def ask_export(self) -> None:
        """Ask for a file and write the register of the division to it; masked unless told why."""
        name = f"{self._say('missing.file')}-{self._session.today.isoformat()}"
        messages = self._session.messages

        def where(reason: str) -> None:
            ask_where(self, messages, name, lambda path, how: self.export(path, how, reason))

        ask_numbers(self, messages, self._session.role, where)

    def export(self, path: Path, how: Leaving | None = None, reason: str = "") -> None:
        """Write the register of the division to a file, with whole numbers for a ``reason``."""
        self.show_note(Note(self._say("registers.making")))
        division = self.presenter.listing.division
        export = Export(REGISTER, division, path, how or Leaving(), reason)
        self._papers.export(export, self._exported, self._not_exported)

    def remember(self) -> Callable[[], None]:
        """Return what takes back the keys a scanner lets through before it is told from a hand."""
        person = self.presenter.person

        def put_back() -> None:
            if self.presenter.person is person:
                self.presenter.noting.cancel()

        return put_back

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.presenter.noting.cancel():
            return
        super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.form.retranslateUi(self)

    def _offer(self) -> None:
        form, session = self.form, self._session
        field = form.division
        field.set_options(village_options(session.villages), digits=False, may_be_empty=True)
        field.look_in(lambda: session.places, prefix_of(session.division))
        reasons = tuple(
            Option(code, one.name(session.messages.language), self._say(f"roster.short.{code}"))
            for code, one in NOT_ENROLLED_REASONS.items()
        )
        form.reason.set_options(reasons, may_be_empty=True)
        form.question.offer(reasons)

    def _connect(self) -> None:
        form, presenter = self.form, self.presenter
        form.people.key_asked.connect(self._on_key)
        form.people.chosen.connect(presenter.choose)
        self.model.wanted_more.connect(presenter.read_on)
        form.question.answered.connect(presenter.noting.answer)
        form.question.cancelled.connect(presenter.noting.cancel)
        form.division.picked.connect(presenter.choose_division)
        form.reason.picked.connect(presenter.choose_reason)
        for field in (form.division, form.reason):
            field.step_asked.connect(lambda _: self.focus_again())
        for name, tab in self._tabs.items():
            tab.clicked.connect(lambda _=False, name=name: presenter.choose_filter(name))
        self._buttons: dict[Key, QPushButton] = dict(
            zip(
                _QUICK,
                (form.call, form.visit, form.message_, form.refusal, form.setReason, form.next),
                strict=True,
            )
        )
        for key, button in self._buttons.items():
            button.clicked.connect(lambda _=False, key=key: presenter.act(key))
        form.open.clicked.connect(presenter.open_household)
        ButtonRows(form.actions, (*self._buttons.values(), form.open), self)
        form.print.clicked.connect(self.preview)
        form.export_.clicked.connect(self.ask_export)
        form.sheet.closed.connect(self._leave_sheet)
        for keys, words, act in (
            ("Ctrl+Z", "undo", presenter.undo),
            ("Ctrl+R", "refresh", presenter.reload),
            ("Ctrl+P", "print", self.preview),
            ("Ctrl+E", "export", self.ask_export),
        ):
            shortcut = QShortcut(QKeySequence(keys), form.listPage)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setWhatsThis(self._say(f"missing.keys.{words}"))
            shortcut.activated.connect(act)

    def _on_key(self, key: str) -> None:
        presenter = self.presenter
        notes: dict[str, Key] = {one: one for one in _QUICK}
        if key in notes:
            presenter.act(notes[key])
        elif key == "open":
            presenter.open_household()
        elif key == "filter":
            presenter.next_filter()

    def _lay_out(self) -> None:
        """Give the person more of the width, and its lines less of the height, in large letters."""
        form, normal = self.form, self._look.size == "normal"
        form.columns.setStretch(0, 13 if normal else 3)
        form.columns.setStretch(1, 7 if normal else 2)
        form.attemptsTitle.setVisible(normal)
        # Large letters wrap the buttons below: the list of attempts scrolls, the page does not.
        form.attempts.setMinimumHeight(self._look.px(96 if normal else 18))
        form.question.hold_place(held=normal)

    def _leave_sheet(self) -> None:
        self.form.stack.setCurrentWidget(self.form.listPage)
        self.focus_again()

    def _read(self) -> None:
        self._loading.stop()
        if self.form.message.words == self._say("missing.loading"):
            self.show_note(Note())

    def _exported(self, where: str) -> None:
        self.show_note(Note(self._say("registers.exported", where=where), "ok"))

    def _not_exported(self, error: Exception) -> None:
        self.show_note(Note(self._session.messages.error(error), "warning"))
