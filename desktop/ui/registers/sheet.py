"""The preview of a register: page by page as it will print, then to the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.registers.papers import Made, RegisterPapers
from desktop.ui.session import Session
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.paper_view import PaperView
from desktop.ui.widgets.told_keys import ToldKey

if TYPE_CHECKING:
    from desktop.printing.preview import PageImage

_STEPS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class RegisterSheet(QWidget):
    """Covers the screen that asked for it; Esc gives it back."""

    closed = Signal()

    KEYS = (
        ToldKey("PageUp / PageDown", "registers.keys.page"),
        ToldKey("Esc", "registers.keys.close"),
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._papers: RegisterPapers | None = None
        self._made: Made | None = None
        self._at = 0
        self._title = ElidedLabel(self)
        self._title.setProperty("look", "title")
        self._count = QLabel(self)
        self._count.setProperty("look", "hint")
        self.back, self.earlier, self.later, self.act = (QPushButton(self) for _ in range(4))
        self.paper = PaperView(self)
        self.message = MessageLine(self)
        self._lay_out()
        self.back.clicked.connect(self.closed)
        self.earlier.clicked.connect(lambda: self._turn(-1))
        self.later.clicked.connect(lambda: self._turn(1))
        self.act.clicked.connect(self._print)
        enter_clicks(self)

    def serve(self, session: Session) -> None:
        """Take the session whose registers are shown, and its words."""
        self._session = session
        self._papers = RegisterPapers(session, self)
        say = session.messages.say
        for button, key in (
            (self.back, "back"),
            (self.earlier, "earlier"),
            (self.later, "later"),
            (self.act, "print"),
        ):
            button.setText(say(f"registers.{key}"))
        self.paper.setAccessibleName(say("registers.preview"))

    def begin(self, kind: str, division: str) -> None:
        """Make the register and show its first page."""
        assert self._session is not None
        assert self._papers is not None
        self._made = None
        self._title.clear()
        self._count.clear()
        self.paper.show_page(QImage())
        self._allow()
        self.message.say(self._session.messages.say("registers.making"))
        self.back.setFocus()
        self._papers.make(kind, division, self._ready, self._failed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in _STEPS:
            self._turn(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def _ready(self, made: Made) -> None:
        assert self._session is not None
        self._made, self._at = made, 0
        self._title.setText(made.register.template.title.of(made.register.language))
        self.message.silence()
        self._show(made.first)
        self.act.setFocus()

    def _turn(self, by: int) -> None:
        if self._made is None or self._papers is None:
            return
        wanted = self._at + by
        if 0 <= wanted < self._made.pages:
            self._at = wanted
            self._papers.page(self._made, wanted, self._show, self._failed)

    def _show(self, page: PageImage) -> None:
        assert self._session is not None
        assert self._made is not None
        words = {"page": self._at + 1, "pages": self._made.pages}
        self._count.setText(self._session.messages.say("registers.page", **words))
        self.paper.show_page(page.to_qimage())
        self._allow()

    def _print(self) -> None:
        if self._made is not None and self._papers is not None and self._session is not None:
            self.message.say(self._session.messages.say("registers.printing"))
            self._papers.print_now(self._made, self._printed, self._failed)

    def _printed(self, where: str) -> None:
        assert self._session is not None
        self.message.say(self._session.messages.say("registers.printed", where=where), "ok")

    def _failed(self, error: Exception) -> None:
        assert self._session is not None
        self.message.say(self._session.messages.error(error), "warning")

    def _allow(self) -> None:
        pages = self._made.pages if self._made is not None else 0
        self.act.setEnabled(pages > 0)
        # What is disabled loses the cursor: it goes to what still answers.
        for button, possible in (
            (self.earlier, self._at > 0),
            (self.later, self._at + 1 < pages),
        ):
            if button.hasFocus() and not possible:
                self.act.setFocus()
            button.setEnabled(possible)

    def _lay_out(self) -> None:
        self.act.setProperty("look", "primary")
        self.act.setProperty("iconName", "printer")
        self.paper.setProperty("look", "paper")
        card = QFrame(self)
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.addWidget(self.paper, 1)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        for button in (self.back, self.earlier, self.later, self.act):
            button.setAutoDefault(False)
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(card, 1)
        column.addWidget(self.message)
