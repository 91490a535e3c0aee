"""Sign-in: who, with which password; and the same question on a locked screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget
from typing_extensions import override

from desktop.ui.compiled.lock import Ui_LockForm
from desktop.ui.compiled.sign_in import Ui_SignInForm
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.text_field import ENTER_KEYS

_OPERATOR = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class OperatorShown:
    """One operator in the list."""

    operator: str
    words: str


class SignInScreen(QWidget):
    """Asks for operator and password; what happens with them is not its business."""

    sign_in_asked = Signal(str, str)
    repair_asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_SignInForm()
        self.form.setupUi(self)
        self.form.signIn.clicked.connect(self._ask)
        self.form.repair.clicked.connect(self._ask_repair)
        self.form.repaired.hide()
        self.offer_repair(offered=False)
        self.form.password.answers_enter = True
        self.form.password.step_asked.connect(self._on_step)
        self.form.operators.itemActivated.connect(lambda _: self.form.password.setFocus())
        enter_clicks(self)

    def show_station(self, text: str) -> None:
        """Show which station this is."""
        self.form.station.setText(text)

    def show_operators(self, operators: Sequence[OperatorShown], last: str) -> None:
        """Show who may sign in, the last one chosen; the cursor stands where it is needed."""
        self.form.operators.clear()
        for one in operators:
            item = QListWidgetItem(one.words)
            item.setData(_OPERATOR, one.operator)
            self.form.operators.addItem(item)
        names = [one.operator for one in operators]
        self.form.operators.setCurrentRow(names.index(last) if last in names else 0)
        known = len(operators) == 1 or last in names
        (self.form.password if known else self.form.operators).setFocus()

    def forget(self) -> None:
        """Show nothing of who signed in before."""
        self.form.operators.clear()
        self.form.password.clear()
        self.form.message.silence()
        self.form.repaired.hide()

    def show_password(self, password: str) -> None:
        """Fill a training desk's password in."""
        self.form.password.setText(password)

    def show_mistake(self, text: str) -> None:
        """Say why it did not work, and ask again."""
        self.form.message.say(text, "mistake")
        self.form.password.selectAll()
        self.form.password.setFocus()

    def show_busy(self, *, busy: bool, text: str = "") -> None:
        """Hold the button while the password is checked, which takes a moment on purpose."""
        self.form.signIn.setEnabled(not busy)
        self.form.repair.setEnabled(not busy)
        if busy:
            self.form.message.say(text, "quiet")

    def offer_repair(self, *, offered: bool) -> None:
        """Show the button that repairs the data file, or not."""
        self.form.repair.setVisible(offered)
        if offered:
            self.form.repair.setFocus()

    def show_repaired(self, words: str) -> None:
        """Say what the repair came to; signing in is the next thing to do."""
        self.form.message.silence()
        self.form.repaired.setText(words)
        self.form.repaired.setAccessibleName(words)
        self.form.repaired.show()
        QAccessible.updateAccessibility(
            QAccessibleEvent(self.form.repaired, QAccessible.Event.Alert)
        )
        self.offer_repair(offered=False)
        self.form.password.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS and self.form.operators.hasFocus():
            self.form.password.setFocus()
            return
        super().keyPressEvent(event)

    def _on_step(self, by: int) -> None:
        if by > 0:
            self._ask()
        else:
            self.form.operators.setFocus()

    def _ask(self) -> None:
        self._emit(self.sign_in_asked)

    def _ask_repair(self) -> None:
        self._emit(self.repair_asked)

    def _emit(self, asked: SignalInstance) -> None:
        item: QListWidgetItem | None = self.form.operators.currentItem()
        if item is not None and self.form.signIn.isEnabled():
            asked.emit(item.data(_OPERATOR), self.form.password.text())


class LockScreen(QWidget):
    """Covers everything until the same operator gives the password again."""

    unlock_asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.form = Ui_LockForm()
        self.form.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.form.unlock.clicked.connect(self._ask)
        self.form.password.answers_enter = True
        self.form.password.step_asked.connect(lambda _: self._ask())
        enter_clicks(self)
        self.hide()

    def cover(self, who: str) -> None:
        """Cover the window; whatever is on it stays as it is."""
        self.form.who.setText(who)
        self.form.password.clear()
        self.form.message.silence()
        self.form.unlock.setEnabled(True)
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()
        self.form.password.setFocus()

    def show_mistake(self, text: str) -> None:
        """Say why it did not open."""
        self.form.unlock.setEnabled(True)
        self.form.message.say(text, "mistake")
        self.form.password.selectAll()
        self.form.password.setFocus()

    def _ask(self) -> None:
        if self.form.unlock.isEnabled():
            self.form.unlock.setEnabled(False)
            self.unlock_asked.emit(self.form.password.text())
