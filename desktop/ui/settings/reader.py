"""The settings of the identity-card reader: which one, its library, and whether it answers."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from desktop.devices.reader import ReaderState
from desktop.ui.compiled.card_reader import Ui_CardReaderForm
from desktop.ui.session import Session
from desktop.ui.settings.preferences import Preferences
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.option_list import Option


class ReaderSettings(QFrame):
    """The card 身份证读卡器 on the settings screen; what is chosen takes effect at once."""

    changed = Signal(str, str)
    """A name of `Preferences` and its new value."""
    entered = Signal(QWidget)
    """The field the cursor came into: a page that scrolls keeps it in sight."""

    def __init__(
        self, session: Session, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.form = Ui_CardReaderForm()
        self.form.setupUi(self)
        self._session = session
        self._say = session.messages.say
        self._shown = preferences
        self.form.reader.set_options(tuple(self._options()))
        self.form.reader.picked.connect(lambda kind: self._set("card_reader", kind))
        self.form.library.edited.connect(lambda text: self._set("card_library", text.strip()))
        self.form.reader.entered.connect(self._on_reader)
        self.form.library.entered.connect(lambda: self.entered.emit(self))
        self.form.reader.step_asked.connect(lambda _: self._after_reader())
        self.form.library.step_asked.connect(lambda _: self.form.test.setFocus())
        self.form.browse.clicked.connect(self._browse)
        self.form.test.clicked.connect(self.test)
        self._show()
        enter_clicks(self)

    def test(self) -> None:
        """Find out whether the chosen reader answers, and say so."""
        self.form.test.setEnabled(False)
        self.form.message.say(self._say("reader.checking"))
        session = self._session
        session.cards.choose(self._shown.reader, session.runner)
        session.cards.check(session.runner, owner=self, done=self._ready, failed=self._failed)

    def _options(self) -> list[Option]:
        training = self._session.training
        kinds = {
            "auto": "reader.auto_training" if training else "reader.auto",
            "library": "reader.library",
            "simulated": "reader.simulated",
            "none": "reader.none",
        }
        if not training:
            # Invented residents have no place at a real station.
            del kinds["simulated"]
        return [Option(kind, self._say(words)) for kind, words in kinds.items()]

    def _set(self, name: str, value: str) -> None:
        self._shown = msgspec.structs.replace(self._shown, **{name: value})
        self.form.message.silence()
        self._show()
        self.changed.emit(name, value)

    def _show(self) -> None:
        form, shown = self.form, self._shown
        form.reader.show_code(shown.card_reader)
        form.library.show_text(shown.card_library)
        own = shown.card_reader == "library"
        for part in (form.library, form.browse, form.label_library):
            part.setEnabled(own)
        form.test.setEnabled(shown.card_reader != "none")

    def _on_reader(self) -> None:
        self.form.message.say(self.form.reader.hint)
        self.entered.emit(self)

    def _after_reader(self) -> None:
        field = self.form.library if self.form.library.isEnabled() else self.form.test
        field.setFocus()

    def _browse(self) -> None:
        # Opened, not executed: no second event loop, and the desk goes on meanwhile.
        dialog = QFileDialog(self, self._say("reader.pick"))
        dialog.setNameFilters(["SDT (*.dll *.so)", "* (*)"])
        dialog.fileSelected.connect(lambda path: self._set("card_library", path))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ready(self, state: ReaderState) -> None:
        words = self._say("reader.simulated_ready")
        if state.name or state.port:
            words = self._say("reader.ready", name=state.name, port=state.port)
        self.form.message.say(words, "ok")
        self.form.test.setEnabled(True)

    def _failed(self, error: Exception) -> None:
        self.form.test.setEnabled(True)
        self.form.message.say(self._session.messages.error(error), "mistake")
