"""参保查询: the register as a table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.compiled.find import Ui_FindForm
from desktop.ui.enroll.shown import Note
from desktop.ui.search.presenter import SearchPresenter
from desktop.ui.search.typing_pause import TypingPause
from desktop.ui.session import Session
from desktop.ui.theme.look import Look
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.number_field import grouped_whole
from desktop.ui.widgets.tables import Column, Table
from desktop.usecases.find import Found

_LIMIT = 200


class FindScreen(QWidget):
    """Finds residents and opens their household."""

    chosen = Signal(str)

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_FindForm()
        self.form.setupUi(self)
        say = session.messages.say
        self.presenter = SearchPresenter(session, self, _LIMIT)
        self._empty = say("search.first_use")
        self._table = Table(
            self.form.results,
            look,
            (
                Column(say("field.name"), 3, width=72),
                Column(say("field.document_number"), 0, width=196, digits=True),
                Column(say("field.birth_date"), 0, width=104),
                Column(say("field.relation"), 0, width=110),
                Column(say("field.number"), 0, width=150),
                Column(say("search.place"), 5, width=120),
            ),
        )
        self._households: list[str] = []
        self._pause = TypingPause(self.form.query, self.presenter)
        self.form.results.itemActivated.connect(lambda _: self.open_chosen())
        self.form.open.clicked.connect(self.open_chosen)
        self._table.keys_from(self.form.query)
        self.presenter.search("")
        enter_clicks(self)

    def begin(self) -> None:
        """Put the cursor into the search field."""
        self.form.query.setFocus()
        self.form.query.selectAll()

    def show_found(self, found: tuple[Found, ...]) -> None:
        """Show who was found, masked."""
        self._households = [one.household_id for one in found]
        self._table.show(
            [
                (
                    " ".join(part for part in (one.name, self.presenter.state(one)) if part),
                    grouped_whole(one.document),
                    one.birth_date,
                    self.presenter.relation(one),
                    one.household_number,
                    self.presenter.place(one),
                )
                for one in found
            ]
        )
        self.form.results.setVisible(bool(found))
        self.form.empty.setVisible(not found)
        self.form.open.setEnabled(bool(found))

    def show_note(self, note: Note) -> None:
        """Say how many there are, or that there is nobody."""
        typed = bool(self.form.query.text().strip())
        self.form.empty.setText(note.text if typed else self._empty)
        shown = note.text if self.form.results.isVisibleTo(self) else ""
        self.form.message.say(shown, note.tone or "quiet")

    def open_chosen(self) -> None:
        """Open the chosen row's household."""
        row = self.form.results.currentRow()
        if not 0 <= row < len(self._households):
            return
        if self._households[row]:
            self.chosen.emit(self._households[row])
        else:
            self.presenter.explain_closed()
