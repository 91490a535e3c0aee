"""The payment sheet: what is due on the left, the paper on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from desktop.domain.codes import PAYMENT_METHODS
from desktop.ui.compiled.payment import Ui_PaymentForm
from desktop.ui.enroll.choices import as_options
from desktop.ui.enroll.options import from_codes
from desktop.ui.enroll.promises import Payable
from desktop.ui.enroll.shown import Note
from desktop.ui.payment.papers import Rendered
from desktop.ui.payment.people_view import PayerLineView
from desktop.ui.payment.presenter import PaymentPresenter
from desktop.ui.payment.shown import HERE, Fields, PayerLine
from desktop.ui.session import Session
from desktop.ui.theme.look import Look, set_state
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.text_field import TextField
from desktop.ui.widgets.told_keys import ToldKey
from desktop.usecases.papers import ReceiptPaper

_FIELDS = ("method", "amount", "payer", "given", "external_number", "paid_on")
_PERSON_HEIGHT = 36
_NUMBERED = ("tax", "bank")
"""Ways of paying whose number and day Enter asks for; with the others they may stay empty."""


class PaymentSheet(QWidget):
    """Covers the household screen while money is taken."""

    closed = Signal(bool)
    """True if the money was taken: the next household may begin."""
    desk_changed = Signal()
    printed = Signal(object)
    """The `ReceiptPaper` whose page is shown."""

    KEYS = (ToldKey("Esc", "keys.back"),)

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_PaymentForm()
        self.form.setupUi(self)
        self._say = session.messages.say
        self._lines: list[PayerLineView] = []
        self._method = "cash"
        self._taken = False
        self.form.people.addStretch(1)
        language = session.messages.language
        self.form.method.set_options(as_options(from_codes(PAYMENT_METHODS, language)))
        self.presenter = PaymentPresenter(session, self)
        for box in (self.form.box_given, self.form.box_external_number, self.form.box_paid_on):
            room = box.sizePolicy()
            room.setRetainSizeWhenHidden(True)
            box.setSizePolicy(room)
        self._connect()
        self._look = look
        look.changed.connect(self._lay_out)
        self._lay_out()
        enter_clicks(self)

    def begin(self, payable: Payable, ref: str) -> None:
        """Show what this household owes."""
        self._show_phase(taken=False)
        self.form.paper.show_page(QImage())
        self.form.paper.setText(self._say("pay.paper_later"))
        self.presenter.begin(payable, ref)

    def show_household(self, text: str) -> None:
        """Show whose money it is."""
        self.form.household.setText(text)

    def show_people(self, people: tuple[PayerLine, ...]) -> None:
        """Show who pays what; the ticks keep the cursor."""
        while len(self._lines) > len(people):
            line = self._lines.pop()
            self.form.people.removeWidget(line)
            line.hide()
            line.deleteLater()
        while len(self._lines) < len(people):
            line = PayerLineView(self.form.peopleBody)
            line.ticked.connect(lambda person, on: self.presenter.tick(person, on=on))
            self.form.people.insertWidget(len(self._lines), line)
            self._lines.append(line)
            line.show()
        for line, person in zip(self._lines, people, strict=True):
            line.show_person(person, locked=self._taken)

    def show_due(self, due: str) -> None:
        """Show the one big figure."""
        self.form.due.setText(due)

    def show_fields(self, fields: Fields) -> None:
        """Show the fields, those of the way of paying only; their room stays."""
        form = self.form
        self._method = fields.method
        form.method.show_code(fields.method)
        for name in ("amount", "payer", "given", "external_number"):
            getattr(form, name).show_text(getattr(fields, name))
        form.paid_on.show_day(fields.paid_on)
        form.box_given.setVisible(fields.method == "cash")
        form.change.setVisible(fields.method == "cash")
        elsewhere = fields.method not in HERE
        form.box_external_number.setVisible(elsewhere)
        form.box_paid_on.setVisible(elsewhere)

    def show_change(self, note: Note) -> None:
        """Show what goes back of the cash handed over."""
        self.form.change.say(note.text, note.tone or "quiet")

    def show_statement(self, text: str) -> None:
        """State the numbers before they become a fact."""
        self.form.statement.setText(text)

    def show_notes(self, notes: dict[str, Note]) -> None:
        """Say what is wrong under the fields."""
        for name in _FIELDS:
            note = notes.get(name, Note())
            set_state(getattr(self.form, name), "state", note.tone if note.text else "")
            line: MessageLine = getattr(self.form, f"message_{name}", self.form.message)
            if line is not self.form.message or note.text:
                line.say(note.text, note.tone or "quiet")
        self._show_said()

    def show_notice(self, note: Note) -> None:
        """Say what stands fixed before money is taken."""
        self.form.notice.say(note.text, note.tone or "quiet")

    def show_message(self, note: Note) -> None:
        """Say what concerns the payment as a whole, in the statement's place."""
        self.form.message.say(note.text, note.tone or "quiet")
        self._show_said()

    def show_taken(self, number: str) -> None:
        """Show that the money is taken: nothing of it changes any more."""
        self._show_phase(taken=True)
        self.form.paperNumber.setText(number)
        self.form.statement.setText(self._say("pay.taken", number=number))
        self.form.message.silence()
        self._show_said()
        self.form.next.setFocus()

    def show_page(self, rendered: Rendered) -> None:
        """Show the receipt as it comes out."""
        self.form.paper.show_page(rendered.page.to_qimage())

    def show_paper_note(self, note: Note) -> None:
        """Say where the paper went."""
        self.form.paperMessage.say(note.text, note.tone or "quiet")

    def show_busy(self, *, busy: bool) -> None:
        """Hold the one action that takes money while it is under way."""
        self.form.take.setEnabled(not busy)

    def desk_news(self) -> None:
        """Ask again what is fixed: an exchange may have brought receipt numbers."""
        self.presenter.refresh()

    def focus(self, name: str) -> None:
        """Put the cursor into a field."""
        field: TextField = getattr(self.form, name)
        field.setFocus()
        field.selectAll()

    def finished(self, paper: ReceiptPaper) -> None:
        """Tell the window that the paper is on the screen."""
        self.printed.emit(paper)

    def status_changed(self) -> None:
        """Tell the window that something was saved."""
        self.desk_changed.emit()

    def act(self) -> None:
        """Do the sheet's main action: take the money, then go on to the next household."""
        if self.presenter.taken:
            self.leave()
        else:
            self.form.take.click()

    def leave(self) -> None:
        """Go back to the household, or on to the next one."""
        self.closed.emit(self.presenter.taken)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def _connect(self) -> None:
        form, presenter = self.form, self.presenter
        form.method.picked.connect(lambda code: presenter.set_field("method", code))
        for name in _FIELDS[1:]:
            field: TextField = getattr(form, name)
            field.edited.connect(lambda text, name=name: presenter.set_field(name, text))
        for name in _FIELDS:
            getattr(form, name).step_asked.connect(lambda by, name=name: self._step(name, by))
        form.take.clicked.connect(presenter.take)
        form.back.clicked.connect(self.leave)
        form.next.clicked.connect(self.leave)
        form.reprint.clicked.connect(presenter.reprint)
        people = QShortcut(QKeySequence("F6"), self)
        people.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        people.setWhatsThis(self._say("keys.pay_people"))
        people.activated.connect(self._to_people)

    def _lay_out(self) -> None:
        # One person at least; where there is no room for more, the list scrolls.
        self.form.peopleScroll.setMinimumHeight(self._look.px(_PERSON_HEIGHT))

    def _to_people(self) -> None:
        """Go to the first person who may be ticked, or back to the fields."""
        ticks = [line.tick for line in self._lines if line.tick.isEnabled()]
        if ticks and QApplication.focusWidget() not in ticks:
            ticks[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.form.method.setFocus()

    def _show_said(self) -> None:
        """Show the statement; what is wrong stands in its place until it is mended."""
        form = self.form
        form.said.setCurrentWidget(form.message if form.message.words else form.statement)

    def _step(self, name: str, by: int) -> None:
        """Go on to the next field Enter asks for; cash and number may stay empty."""
        order = ["method", "amount", "payer"]
        if self._method in _NUMBERED:
            order += ["external_number", "paid_on"]
        place = order.index(name) + by if name in order else (len(order) if by > 0 else 2)
        if place >= len(order):
            self.form.take.setFocus()
        elif place >= 0:
            getattr(self.form, order[place]).setFocus()

    def _show_phase(self, *, taken: bool) -> None:
        form = self.form
        self._taken = taken
        for name in _FIELDS:
            getattr(form, name).setReadOnly(taken)
        for line in self._lines:
            line.tick.setEnabled(line.tick.isEnabled() and not taken)
        for button in (form.take, form.back):
            button.setVisible(not taken)
        for button in (form.next, form.reprint):
            button.setVisible(taken)
        form.keys.setVisible(not taken)
        form.paperNumber.setText("")
