"""The receipts screen: the list on the left, the paper on the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop.ui.compiled.receipts import Ui_ReceiptsForm
from desktop.ui.enroll.shown import Note
from desktop.ui.payment.papers import Rendered
from desktop.ui.receipts.presenter import ReceiptsPresenter
from desktop.ui.session import Session
from desktop.ui.theme.look import Look
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.tables import Column, Table


class ReceiptsScreen(QWidget):
    """收费与收据."""

    desk_changed = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_ReceiptsForm()
        self.form.setupUi(self)
        say = session.messages.say
        self._say = say
        self.presenter = ReceiptsPresenter(session, self)
        self._table = Table(
            self.form.receipts,
            look,
            (
                Column(say("receipts.number"), 5),
                Column(say("receipts.at"), 0, width=102),
                Column(say("receipts.payer"), 2),
                Column(say("receipts.method"), 0, width=78),
                Column(say("receipts.amount"), 0, width=90, right=True),
                Column(say("receipts.printed"), 0, width=66),
            ),
        )
        self.form.empty.setText(say("receipts.empty"))
        self.form.receipts.currentCellChanged.connect(lambda row, *_: self.presenter.choose(row))
        self.form.reprint.clicked.connect(self.presenter.reprint)
        enter_clicks(self)

    def begin(self) -> None:
        """Read the list and put the keyboard into it."""
        self.presenter.load()
        self.form.receipts.setFocus()

    def show_receipts(self, rows: tuple[tuple[str, ...], ...], summary: str) -> None:
        """Show the list, or what to do if there is none."""
        self._table.show(rows)
        self.form.meta.setText(summary)
        self.form.receipts.setVisible(bool(rows))
        self.form.empty.setVisible(not rows)
        self.form.reprint.setEnabled(bool(rows))
        if not rows:
            self.form.paper.setText(self._say("receipts.paper_empty"))
            self.show_page(None)

    def choose_row(self, row: int) -> None:
        """Make a row of the list the chosen one."""
        self.form.receipts.selectRow(row)

    def show_page(self, rendered: Rendered | None) -> None:
        """Show a receipt's page."""
        self.form.paper.show_page(rendered.page.to_qimage() if rendered else QImage())
        self.form.paperNumber.setText(rendered.paper.receipt.number if rendered else "")

    def show_note(self, note: Note) -> None:
        """Say where a paper went, or why it did not."""
        self.form.message.say(note.text, note.tone or "quiet")

    def status_changed(self) -> None:
        """Tell the window that something was saved."""
        self.desk_changed.emit()
