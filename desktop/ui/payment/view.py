"""The payment sheet: what is due on the left, the paper on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.domain.codes import PAYMENT_METHODS
from desktop.ui.compiled.payment import Ui_PaymentForm
from desktop.ui.enroll.choices import as_options
from desktop.ui.enroll.options import from_codes
from desktop.ui.enroll.price_card import PersonLineView
from desktop.ui.enroll.promises import Payable
from desktop.ui.enroll.shown import Note, PersonLine
from desktop.ui.payment.papers import Rendered
from desktop.ui.payment.presenter import PaymentPresenter
from desktop.ui.session import Session
from desktop.ui.theme.look import set_state
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.text_field import TextField
from desktop.ui.widgets.told_keys import ToldKey
from desktop.usecases.papers import ReceiptPaper

_FIELDS = ("method", "amount", "payer")


class PaymentSheet(QWidget):
    """Covers the household screen while money is taken."""

    closed = Signal(bool)
    """True if the money was taken: the next household may begin."""
    desk_changed = Signal()
    printed = Signal(object)
    """The `ReceiptPaper` whose page is shown."""

    KEYS = (ToldKey("Esc", "keys.back"),)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_PaymentForm()
        self.form.setupUi(self)
        self._say = session.messages.say
        self._lines: list[PersonLineView] = []
        self.form.people.addStretch(1)
        language = session.messages.language
        self.form.method.set_options(as_options(from_codes(PAYMENT_METHODS, language)))
        self.presenter = PaymentPresenter(session, self)
        self._connect()
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

    def show_people(self, people: tuple[PersonLine, ...]) -> None:
        """Show who pays what."""
        while self._lines:
            line = self._lines.pop()
            self.form.people.removeWidget(line)
            line.hide()
            line.deleteLater()
        for person in people:
            line = PersonLineView(self.form.peopleBody)
            line.show_person(person)
            self.form.people.insertWidget(len(self._lines), line)
            line.show()
            self._lines.append(line)

    def show_due(self, due: str) -> None:
        """Show the one big figure."""
        self.form.due.setText(due)

    def show_fields(self, *, method: str, amount: str, payer: str) -> None:
        """Show the three fields."""
        self.form.method.show_code(method)
        self.form.amount.show_text(amount)
        self.form.payer.show_text(payer)

    def show_statement(self, text: str) -> None:
        """State the numbers before they become a fact."""
        self.form.statement.setText(text)

    def show_notes(self, notes: dict[str, Note]) -> None:
        """Say what is wrong under the fields."""
        for name in _FIELDS:
            note = notes.get(name, Note())
            line: MessageLine = getattr(self.form, f"message_{name}")
            line.say(note.text, note.tone or "quiet")
            set_state(getattr(self.form, name), "state", note.tone if note.text else "")

    def show_message(self, note: Note) -> None:
        """Say what concerns the payment as a whole."""
        self.form.message.say(note.text, note.tone or "quiet")

    def show_taken(self, number: str) -> None:
        """Show that the money is taken: nothing of it changes any more."""
        self._show_phase(taken=True)
        self.form.paperNumber.setText(number)
        self.form.statement.setText(self._say("pay.taken", number=number))
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
        form.amount.edited.connect(lambda text: presenter.set_field("amount", text))
        form.payer.edited.connect(lambda text: presenter.set_field("payer", text))
        order = [form.method, form.amount, form.payer]
        for place, field in enumerate(order):
            field.step_asked.connect(lambda by, place=place: self._step(order, place + by))
        form.take.clicked.connect(presenter.take)
        form.back.clicked.connect(self.leave)
        form.next.clicked.connect(self.leave)
        form.reprint.clicked.connect(presenter.reprint)

    def _step(self, order: list[TextField], place: int) -> None:
        if place >= len(order):
            self.form.take.setFocus()
        elif place >= 0:
            order[place].setFocus()

    def _show_phase(self, *, taken: bool) -> None:
        form = self.form
        for field in (form.method, form.amount, form.payer):
            field.setReadOnly(taken)
        for button in (form.take, form.back):
            button.setVisible(not taken)
        for button in (form.next, form.reprint):
            button.setVisible(taken)
        form.keys.setVisible(not taken)
        form.paperNumber.setText("")
