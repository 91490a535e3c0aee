"""The settings of the way to the centre: no proxy, the system's, or one entered; and its test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.base.errors import CanbaoError
from desktop.jobs.lanes import LaneClosed
from desktop.ui.compiled.proxy import Ui_ProxyForm
from desktop.ui.session import Session
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.option_list import Option
from desktop.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop.usecases.proxy import ProxyHere

_WAYS = ("none", "system", "address")


@dataclass(frozen=True, slots=True)
class ProxyTyped:
    """What the card holds now."""

    way: str
    """``none``, ``system`` or an address."""
    user: str = ""
    password: str | None = field(default=None, repr=False)
    """None: whatever is kept."""


@dataclass(frozen=True, slots=True)
class ProxyDoing:
    """What the program does for the card."""

    look: Callable[[], ProxyHere]
    """On the store's lane."""
    keep: Callable[[ProxyTyped], ProxyHere]
    """On the store's lane."""
    try_: Callable[[ProxyTyped | None], None]
    """Asks the centre, on the exchange's lane; None: by the way that holds."""
    changed: Callable[[], None]
    """The background exchange has to take another way."""


class ProxySettings(QFrame):
    """The card 连接县中心的代理."""

    entered = Signal(QWidget)
    """The field the cursor came into: a page that scrolls keeps it in sight."""

    def __init__(self, session: Session, doing: ProxyDoing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form = Ui_ProxyForm()
        form.setupUi(self)
        self._session, self._doing = session, doing
        self._say = session.messages.say
        self._by_it = False
        form.way.set_options(tuple(Option(way, self._say(f"proxy.{way}")) for way in _WAYS))
        form.way.picked.connect(lambda _way: self._show_fields())
        order: list[TextField] = [form.way, form.address, form.user, form.password]
        for place, one in enumerate(order):
            one.entered.connect(lambda one=one: self._entered(one))
            one.step_asked.connect(lambda by, place=place: self._step(order, place, by))
        form.try_.clicked.connect(self.try_line)
        form.keep.clicked.connect(self.keep)
        enter_clicks(self)
        self.refresh()

    def refresh(self) -> None:
        """Show the way that holds now."""
        self._session.runner.submit(
            "store", self._doing.look, owner=self, done=self._show, failed=self._failed
        )

    def try_line(self) -> None:
        """Ask the centre by what the card holds, kept or not."""
        typed = None if self._by_it else self._typed()
        self._ask(lambda: self._doing.try_(typed), "proxy.works")

    def keep(self) -> None:
        """Keep what the card holds, then find out whether the centre answers that way."""
        typed = self._typed()
        self._session.runner.submit(
            "store",
            lambda: self._doing.keep(typed),
            owner=self,
            done=self._kept,
            failed=self._failed,
        )

    def _kept(self, here: ProxyHere) -> None:
        self._show(here)
        self._doing.changed()
        self._ask(lambda: self._doing.try_(None), "proxy.works_saved", "proxy.saved_not_reached")

    def _ask(self, work: Callable[[], None], good: str, bad: str = "") -> None:
        self._hold(held=True)
        self.form.message.say(self._say("proxy.trying"))

        def done(_: object) -> None:
            self._hold(held=False)
            self.form.message.say(self._say(good), "ok")

        def failed(error: Exception) -> None:
            self._hold(held=False)
            self._failed(error, bad)

        self._session.runner.submit("sync", work, owner=self, done=done, failed=failed)

    def _failed(self, error: Exception, kept: str = "") -> None:
        if isinstance(error, LaneClosed):
            return
        words = self._session.messages.error(error)
        unregistered = isinstance(error, CanbaoError) and error.code == "NOT_REGISTERED"
        if kept and unregistered:
            self.form.message.say(self._say("proxy.saved_unregistered"), "ok")
            return
        if kept:
            words = self._say(kept, why=words)
        self.form.message.say(words, "warning" if kept else "mistake")

    def _typed(self) -> ProxyTyped:
        form, way = self.form, self.form.way.code
        if way != "address":
            return ProxyTyped(way)
        # What is not there is no address: ``none`` is chosen by its own word alone.
        address = form.address.text().strip() or "http://"
        return ProxyTyped(address, form.user.text().strip(), form.password.text() or None)

    def _show(self, here: ProxyHere) -> None:
        form, self._by_it = self.form, here.by_it
        form.way.show_code(here.text if here.text in _WAYS else "address")
        form.address.show_text("" if here.text in _WAYS else here.text)
        form.user.show_text(here.user)
        form.password.show_text("")
        kept = self._say("proxy.password_kept") if here.has_password else ""
        form.password.setPlaceholderText(kept)
        form.way.setReadOnly(here.by_it)
        if here.by_it:
            form.message.say(self._say("proxy.by_it"))
        self._show_fields()

    def _show_fields(self) -> None:
        form = self.form
        own = form.way.code == "address" and not self._by_it
        for part in (form.address, form.user, form.password):
            part.setEnabled(own)
        for label in (form.label_address, form.label_user, form.label_password):
            label.setEnabled(own)
        form.keep.setEnabled(not self._by_it)

    def _hold(self, *, held: bool) -> None:
        self.form.try_.setEnabled(not held)
        self.form.keep.setEnabled(not held and not self._by_it)

    def _entered(self, one: TextField) -> None:
        if one is self.form.way and not self._by_it:
            self.form.message.say(self.form.way.hint)
        self.entered.emit(one)

    def _step(self, order: list[TextField], place: int, by: int) -> None:
        for one in order[place + 1 :] if by > 0 else reversed(order[:place]):
            if one.isEnabled():
                one.setFocus()
                return
        if by > 0:
            self.form.try_.setFocus()
