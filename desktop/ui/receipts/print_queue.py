"""The print queue below the receipt: what has not come out, why, and the way out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QWidget

from desktop.ui.compiled.print_queue import Ui_PrintQueueForm
from desktop.ui.session import Session
from desktop.ui.theme.look import Look
from desktop.ui.widgets.tables import Column, Table
from desktop.ui.wording.print_words import PRINT_SCREEN
from desktop.usecases.print_queue import (
    INTERRUPTED,
    PrintQueue,
    QueuedPaper,
    give_up,
    print_queue,
    say_it_came_out,
)

_ROWS_SHOWN = 3
_ROW_PX = 34
_LARGEST_FROM = 1.5


class PrintQueueCard(QFrame):
    """Stands where a screen puts it, and only while something has not come out.

    Printing is the screen's work: ``print_asked`` names the receipt.
    """

    print_asked = Signal(str)
    changed = Signal()
    """A paper was counted or given up by hand: lists show another state now."""
    emptied = Signal()
    """The keyboard was in the queue, which is gone: the screen says where it goes."""
    printable = Signal(int)
    """How many papers can be printed one after the other."""
    told = Signal(str, str)
    """Words for the screen's message line, and their tone."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_PrintQueueForm()
        self.form.setupUi(self)
        self._session = session
        self._say = session.messages.say
        self._look = look
        self._papers: tuple[QueuedPaper, ...] = ()
        self._aside = False
        say = self._say
        self._table = Table(
            self.form.papers,
            look,
            (Column(say("queue.number"), 5, whole=True), Column(say("queue.state"), 6)),
        )
        self.form.papers.currentCellChanged.connect(lambda *_: self._show_chosen())
        self._act("R", self.form.again, self._again, "keys.queue_again")
        self._act("O", self.form.out, self._out, "keys.queue_out")
        self._act("X", self.form.drop, self._drop, "keys.queue_drop")
        look.changed.connect(self._lay_out)
        self._lay_out()
        self.hide()

    def refresh(self) -> None:
        """Read the queue anew."""
        desk = self._session.desk
        self._session.runner.submit(
            "store", lambda: print_queue(desk), owner=self, done=self._show, failed=self._failed
        )

    def stand_aside(self, *, aside: bool) -> None:
        """Leave the room to a panel's fields, or take it again."""
        self._aside = aside
        self._stand()

    def take_focus(self) -> None:
        """Put the keyboard into the queue, if there is one."""
        if self.isVisible():
            self.form.papers.setFocus()

    @property
    def chosen(self) -> QueuedPaper | None:
        """The paper of the chosen row."""
        row = self.form.papers.currentRow()
        return self._papers[row] if 0 <= row < len(self._papers) else None

    def _act(self, key: str, button: QPushButton, act: Callable[[], None], words: str) -> None:
        button.clicked.connect(act)
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setWhatsThis(self._say(words))
        shortcut.activated.connect(button.click)

    def _lay_out(self) -> None:
        # Where the text is largest, the reason needs the room.
        most = 1 if self._look.scale > _LARGEST_FROM else _ROWS_SHOWN
        rows = max(1, min(len(self._papers), most))
        header = self.form.papers.horizontalHeader()
        header.setVisible(most > 1)
        head = header.sizeHint().height() if most > 1 else 0
        self.form.papers.setFixedHeight(self._look.px(_ROW_PX) * rows + head + 4)

    def _show(self, queue: PrintQueue) -> None:
        known = {paper.number for paper in self._papers if paper.state == "failed"}
        stuck = [one.number for one in queue.papers if one.state == "failed"]
        # What has just got stuck is what somebody comes here for.
        news = [number for number in stuck if number not in known]
        before = self.chosen.number if self.chosen is not None else ""
        wanted = news[0] if news else before
        focus: QWidget | None = QApplication.focusWidget()
        had = focus is not None and self.isAncestorOf(focus)
        self._papers = queue.papers
        self.form.heading.setText(self._say("queue.heading", count=queue.count))
        self._table.show([self._row(paper) for paper in queue.papers])
        rows = [row for row, paper in enumerate(queue.papers) if paper.number == wanted]
        if rows:
            self.form.papers.selectRow(rows[0])
        self._lay_out()
        self._show_chosen()
        self._stand()
        self.printable.emit(sum(paper.printable for paper in queue.papers))
        if had and not queue.papers:
            self.emptied.emit()

    def _stand(self) -> None:
        self.setVisible(bool(self._papers) and not self._aside)

    def _row(self, paper: QueuedPaper) -> tuple[str, str]:
        copy = self._say("queue.copy", copy=paper.copy) if paper.copy > 1 else ""
        state = "interrupted" if paper.reason == INTERRUPTED else paper.state
        return paper.number, copy + self._say(f"queue.{state}", tries=paper.tries)

    def _show_chosen(self) -> None:
        form, paper = self.form, self.chosen
        words = ""
        if paper is not None and paper.reason:
            words = self._why(paper)
        form.reason.setText(words)
        form.reason.setVisible(bool(words))
        form.again.setEnabled(paper is not None and paper.state != "printing")
        form.out.setVisible(paper is not None and paper.may_be_out)
        form.drop.setVisible(paper is not None and paper.may_be_dropped)

    def _why(self, paper: QueuedPaper) -> str:
        """Return why a paper stays, as short as there is room beside the way out."""
        key = f"queue.why.{paper.reason}"
        if key in PRINT_SCREEN:
            return self._say(key, **paper.details)
        return self._session.messages.kept_error(paper.reason, paper.details)

    def _again(self) -> None:
        if self.chosen is not None:
            self.print_asked.emit(self.chosen.number)

    def _out(self) -> None:
        if (paper := self.chosen) is not None:
            words = self._say("queue.counted", number=paper.number)
            self._do(lambda: say_it_came_out(self._session.desk, paper.job), words)

    def _drop(self) -> None:
        if (paper := self.chosen) is not None:
            words = self._say("queue.dropped", number=paper.number)
            self._do(lambda: give_up(self._session.desk, paper.job), words)

    def _do(self, work: Callable[[], None], words: str) -> None:
        def done(_: object) -> None:
            self.changed.emit()
            self.told.emit(words, "ok")
            self.refresh()

        self._session.runner.submit("store", work, owner=self, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self.told.emit(self._session.messages.error(error), "warning")
