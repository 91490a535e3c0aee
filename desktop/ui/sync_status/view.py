"""The exchange screen: state, what waits, one button, the last exchanges."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.compiled.sync_status import Ui_SyncForm
from desktop.ui.messages import Messages
from desktop.ui.sync_status.presenter import SyncShown
from desktop.ui.theme.look import Look
from desktop.ui.widgets.enter_clicks import enter_clicks


class SyncScreen(QWidget):
    """数据同步."""

    sync_asked = Signal()
    register_asked = Signal()

    def __init__(self, messages: Messages, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_SyncForm()
        self.form.setupUi(self)
        self._look = look
        self.form.empty.setText(messages.say("sync.empty"))
        self.form.sync.clicked.connect(self.sync_asked)
        self.form.register_.clicked.connect(self.register_asked)
        self.form.register_.hide()
        look.changed.connect(self._lay_out)
        self._lay_out()
        enter_clicks(self)

    def begin(self) -> None:
        """Put the keyboard on the one button."""
        (self.form.sync if self.form.register_.isHidden() else self.form.register_).setFocus()

    def show_state(self, shown: SyncShown, history: tuple[str, ...], *, running: bool) -> None:
        """Show how the exchange stands."""
        form = self.form
        form.state.setText(shown.state)
        form.explain.setText(shown.explain)
        form.pending.setText(shown.pending)
        form.last.setText(shown.last)
        form.next.setText(shown.next)
        form.centre.setText(shown.centre)
        form.message.say(shown.problem, "warning" if shown.problem else "quiet")
        form.sync.setEnabled(not running)
        if form.register_.isHidden() == shown.unregistered:
            self._show_button(unregistered=shown.unregistered)
        if form.stateMark.property("iconName") != shown.icon:
            form.stateMark.setProperty("iconName", shown.icon)
            self._look.dress(form.stateMark)
        form.history.setVisible(bool(history))
        form.empty.setVisible(not history)
        if [form.history.item(row).text() for row in range(form.history.count())] != list(history):
            form.history.clear()
            form.history.addItems(list(history))

    def _show_button(self, *, unregistered: bool) -> None:
        """Show the one thing to do; the cursor stays on it when it becomes another."""
        shown, hidden = self.form.sync, self.form.register_
        if unregistered:
            shown, hidden = hidden, shown
        shown.show()
        if hidden.hasFocus():
            shown.setFocus()
        hidden.hide()

    def _lay_out(self) -> None:
        self.form.stateCard.setFixedWidth(self._look.px(380))
