"""The search that opens over any screen (Ctrl+K, F3) and returns to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidgetItem, QWidget
from typing_extensions import override

from desktop.ui.compiled.search import Ui_SearchForm
from desktop.ui.enroll.card import CardKey
from desktop.ui.enroll.shown import Note
from desktop.ui.search.presenter import SearchPresenter
from desktop.ui.search.row_painter import TEXTS_ROLE, RowPainter, Texts
from desktop.ui.search.typing_pause import TypingPause
from desktop.ui.session import Session
from desktop.ui.theme.look import Look
from desktop.ui.widgets.number_field import grouped_whole
from desktop.usecases.find import Found

if TYPE_CHECKING:
    from desktop.devices.card_text import CardContent

_LIMIT = 12
_WIDTH = 680
_HEIGHT = 560
_ROLE = Qt.ItemDataRole.UserRole


class SearchOverlay(QFrame):
    """A card over the window; typing finds, Enter opens, Esc returns."""

    chosen = Signal(str)
    """The household to open."""
    closed = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.form = Ui_SearchForm()
        self.form.setupUi(self)
        self._look = look
        self.presenter = SearchPresenter(session, self, _LIMIT)
        self._pause = TypingPause(self.form.query, self.presenter)
        self.card_key = CardKey(session, self, self.show_card)
        self.form.results.setItemDelegate(RowPainter(look, self.form.results))
        self.form.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.form.results.itemClicked.connect(lambda _: self.open_chosen())
        self.hide()

    def open(self) -> None:
        """Show the overlay with an empty field."""
        px = self._look.px
        window = self.window()
        width = min(px(_WIDTH), window.width() - 32)
        height = min(px(_HEIGHT), window.height() - 64)
        self.setGeometry((window.width() - width) // 2, 40, width, height)
        self.form.query.clear()
        self.presenter.search("")
        self.show()
        self.raise_()
        self.form.query.setFocus()

    def shut(self) -> None:
        """Hide the overlay and give the keyboard back."""
        if self.isVisible():
            self._pause.stop()
            self.hide()
            self.closed.emit()

    def show_card(self, card: CardContent) -> None:
        """Find the person of a card."""
        self.find_number(card.number, card.name)

    def find_number(self, number: str, shown: str) -> None:
        """Find a number nobody typed; the field shows ``shown``, the number stays masked."""
        if self.isVisible():
            self._pause.stop()
            self.form.query.show_text(shown)
            self.presenter.search(number, shown)

    def show_found(self, found: tuple[Found, ...]) -> None:
        """Show who was found, masked."""
        results = self.form.results
        results.clear()
        for one in found:
            texts = self._texts(one)
            item = QListWidgetItem("   ".join(text for text in texts if text))
            item.setData(_ROLE, one.household_id)
            item.setData(TEXTS_ROLE, texts)
            results.addItem(item)
        results.setCurrentRow(0)

    def show_note(self, note: Note) -> None:
        """Say how many there are, or that there is nobody."""
        self.form.message.say(note.text, note.tone or "quiet")

    def open_chosen(self) -> None:
        """Open the chosen row's household."""
        item: QListWidgetItem | None = self.form.results.currentItem()
        if item is None:
            return
        household: str = item.data(_ROLE)
        if household:
            self.shut()
            self.chosen.emit(household)
        else:
            self.presenter.explain_closed()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.shut()
        elif key == Qt.Key.Key_F7:
            self.card_key.press()
        elif key in rows:
            results = self.form.results
            row = results.currentRow() + rows[key]
            results.setCurrentRow(max(0, min(row, results.count() - 1)))
        else:
            super().keyPressEvent(event)

    def _texts(self, one: Found) -> Texts:
        about = " · ".join(part for part in (self.presenter.relation(one), one.birth_date) if part)
        return (
            one.name,
            self.presenter.state(one),
            about,
            grouped_whole(one.document),
            self.presenter.place(one),
        )
