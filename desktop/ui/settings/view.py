"""The settings screen: every choice takes effect at once."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.base.clock import SystemClock
from desktop.ui.compiled.settings import Ui_SettingsForm
from desktop.ui.messages import Messages
from desktop.ui.session import Session
from desktop.ui.settings.operators import OperatorSettings
from desktop.ui.settings.preferences import Preferences
from desktop.ui.settings.printing import PrintSettings
from desktop.ui.settings.proxy import ProxyDoing, ProxySettings
from desktop.ui.settings.reader import ReaderSettings
from desktop.ui.theme.look import set_state
from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.option_list import Option

_VALUES: dict[str, tuple[str, ...]] = {
    "language": ("zh", "en"),
    "theme": ("light", "dark"),
    "text_size": ("normal", "large", "largest"),
    "enter": ("steps", "tab_only"),
    "idle_lock": ("0", "5", "10", "30"),
}


class SettingsScreen(QWidget):
    """系统设置."""

    changed = Signal(object)
    """The new `Preferences`."""
    divisions_asked = Signal()
    move_asked = Signal()

    def __init__(
        self, messages: Messages, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.form = Ui_SettingsForm()
        self.form.setupUi(self)
        self._preferences = preferences
        self.form.update_.hide()
        self.form.divisions.clicked.connect(self.divisions_asked)
        self.form.relocate.clicked.connect(self.move_asked)
        fields = [getattr(self.form, name) for name in _VALUES]
        for place, (name, values) in enumerate(_VALUES.items()):
            field = fields[place]
            field.set_options(
                tuple(Option(value, messages.say(f"settings.{name}.{value}")) for value in values)
            )
            field.show_code(getattr(preferences, name))
            field.picked.connect(lambda value, name=name: self._set(name, value))
            field.entered.connect(lambda field=field: self._entered(field))
            field.step_asked.connect(
                lambda by, place=place: fields[(place + by) % len(fields)].setFocus()
            )
        enter_clicks(self)

    def begin(self) -> None:
        """Put the cursor on the first setting."""
        self.form.language.setFocus()

    def offer_move(self, *, offered: bool) -> None:
        """Show the button that moves the station to another township, or not."""
        self.form.relocate.setVisible(offered)

    def offer_reader(self, session: Session) -> ReaderSettings:
        """Let the identity-card reader be chosen and tested, below the other choices."""
        reader = ReaderSettings(session, self._preferences, self)
        reader.changed.connect(self._set)
        cards = self.form.cards
        cards.insertWidget(cards.indexOf(self.form.card) + 1, reader)
        reader.entered.connect(self.form.pageScroll.ensureWidgetVisible)
        return reader

    def offer_printing(self, session: Session) -> PrintSettings:
        """Let each paper's printer and offset be set, below the reader."""
        printing = PrintSettings(session, self._preferences, self)
        printing.changed.connect(self._set)
        cards = self.form.cards
        below = self.findChild(ReaderSettings) or self.form.card
        cards.insertWidget(cards.indexOf(below) + 1, printing)
        scroll = self.form.pageScroll

        def keep_in_sight(field: QWidget) -> None:
            # What the card answers stands at its end; the field itself comes first all the same.
            scroll.ensureWidgetVisible(printing.form.message)
            scroll.ensureWidgetVisible(field)

        printing.entered.connect(keep_in_sight)
        return printing

    def offer_proxy(self, session: Session, doing: ProxyDoing) -> ProxySettings:
        """Let the way to the centre be chosen and tried, below the printing."""
        proxy = ProxySettings(session, doing, self)
        cards = self.form.cards
        below = self.findChild(PrintSettings) or self.form.card
        cards.insertWidget(cards.indexOf(below) + 1, proxy)
        proxy.entered.connect(self.form.pageScroll.ensureWidgetVisible)
        return proxy

    def offer_operators(self, session: Session, folder: Path) -> OperatorSettings:
        """Let people be added and one's own password be changed, after everything else."""
        operators = OperatorSettings(session, folder, SystemClock(), self)
        cards = self.form.cards
        below = self.findChild(PrintSettings) or self.form.card
        cards.insertWidget(cards.indexOf(below) + 1, operators)
        operators.entered.connect(self.form.pageScroll.ensureWidgetVisible)
        return operators

    def show_about(self, text: str) -> None:
        """Show versions and where the data lies."""
        self.form.about.setText(text)

    def show_update(self, text: str) -> None:
        """Show how a newer version of the program stands; nothing if there is none."""
        self.form.update_.setText(text)
        self.form.update_.setVisible(bool(text))

    def show_managed(self, text: str, wrong: bool) -> None:  # noqa: FBT001 - one of a pair
        """Show what IT set for this station, or that it cannot be read."""
        self.form.managed.setText(text)
        set_state(self.form.managed, "tone", "mistake" if wrong else "")

    def _entered(self, field: CodeField) -> None:
        self.form.message.say(field.hint)
        self.form.pageScroll.ensureWidgetVisible(field)

    def _set(self, name: str, value: object) -> None:
        self._preferences = msgspec.structs.replace(self._preferences, **{name: value})
        self.changed.emit(self._preferences)
