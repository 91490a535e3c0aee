"""Registering with the county's centre: an address and a one-time code, now or later."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.jobs.lanes import Runner
from desktop.ui.compiled.centre import Ui_CentreForm
from desktop.ui.first_run.centre_presenter import CentrePresenter, Register
from desktop.ui.messages import Messages
from desktop.ui.theme.look import Look, set_state
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.text_field import TextField
from desktop.ui.widgets.told_keys import ToldKey

_WIDTH = 560
_NAMES = ("address", "code")


class CentreScreen(QWidget):
    """注册到县中心."""

    finished = Signal(bool)
    """Whether the station is registered now."""

    KEYS = (ToldKey("Esc", "keys.centre_later"),)

    def __init__(
        self,
        runner: Runner,
        messages: Messages,
        look: Look,
        register: Register,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.form = Ui_CentreForm()
        self.form.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self.presenter = CentrePresenter(runner, messages, self, register)
        form = self.form
        for name in _NAMES:
            field: TextField = getattr(form, name)
            field.answers_enter = True
            field.edited.connect(lambda text, name=name: self.presenter.set(name, text))
        form.address.step_asked.connect(lambda _by: form.code.setFocus())
        form.code.step_asked.connect(self._after_code)
        form.register_.clicked.connect(self.presenter.register)
        form.later.clicked.connect(lambda: self.done(registered=False))
        look.changed.connect(self._lay_out)
        self._lay_out()
        enter_clicks(self)

    def begin(self) -> None:
        """Put the cursor into the first field that is to be filled in."""
        given = self.form.address.isReadOnly()
        (self.form.code if given else self.form.address).setFocus()

    def show_given(self, address: str, code: str, note: str) -> None:
        """Show what IT set; an address of theirs is read only."""
        self.form.address.show_text(address)
        self.form.address.setReadOnly(bool(address))
        self.form.code.show_text(code)
        self.form.message_address.say(note)

    def show_mistakes(self, mistakes: dict[str, str]) -> None:
        """Say under each field what is wrong with it, and put the cursor into the first."""
        for name in _NAMES:
            wrong = name in mistakes
            line = self.form.message_address if name == "address" else self.form.message_code
            line.say(mistakes.get(name, ""), "mistake" if wrong else "quiet")
            set_state(getattr(self.form, name), "state", "mistake" if wrong else "")
        if mistakes:
            getattr(self.form, next(iter(mistakes))).setFocus()

    def show_note(self, text: str, *, mistake: bool) -> None:
        """Say something in the reserved line."""
        self.form.message.say(text, "mistake" if mistake else "quiet")

    def show_busy(self, *, busy: bool) -> None:
        """Hold the button while the centre is asked; later is always possible."""
        self.form.register_.setEnabled(not busy)

    def done(self, *, registered: bool) -> None:
        """Tell the window that this is over."""
        self.finished.emit(registered)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done(registered=False)
            return
        super().keyPressEvent(event)

    def _after_code(self, by: int) -> None:
        if by > 0:
            self.presenter.register()
        else:
            self.form.address.setFocus()

    def _lay_out(self) -> None:
        self.form.card.setFixedWidth(self._look.px(_WIDTH))
