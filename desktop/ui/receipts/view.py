"""The receipts screen: lists on the left, the paper or an action on the right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QTableWidget, QWidget
from typing_extensions import override

from desktop.domain.codes import PAYMENT_METHODS
from desktop.ui.compiled.receipts import Ui_ReceiptsForm
from desktop.ui.enroll.choices import as_options
from desktop.ui.enroll.member_menu import MemberMenu
from desktop.ui.enroll.options import from_codes
from desktop.ui.enroll.shown import Note
from desktop.ui.enroll.task_panel import TaskPanel
from desktop.ui.enroll.task_shown import Offer, TaskShown
from desktop.ui.payment.documents import Document
from desktop.ui.payment.papers import Rendered
from desktop.ui.receipts.presenter import Mode, ReceiptsPresenter
from desktop.ui.receipts.print_queue import PrintQueueCard
from desktop.ui.session import Session
from desktop.ui.theme.look import Look
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.option_list import Option
from desktop.ui.widgets.tables import Column, Table
from desktop.ui.widgets.told_keys import ToldKey
from desktop.usecases.receipt_list import ListedReceipt, ReceiptsWanted

_STATES = ("valid", "unprinted", "voided", "reversed", "reversal")
_LARGEST_FROM = 1.5
_NOTE_LINES = 3
"""What a code proves, who signed it and what became of the receipt do not fit into one."""
_NOTE_LINES_NARROW = 8
"""As much, beside the list in large letters: there the paper is too small to be read anyway."""
_ALL_FROM = 1000
"""Below this width the list shows less, and takes room from the paper."""
_DAY_WIDTH = 112
_PAYER_LEAST = 78
"""A name of three characters."""
_ON_THE_PAPER = (1, 3)
"""Columns that can be left out: when and how it was paid stand on the paper beside the list."""
_NUMBER_OF_REFUND = 1
"""The receipt's, which the application beside the list bears too."""
_MORE = ("receipts-file", "difference", "numbers", "contribution-register", "assistance-register")


class ReceiptsScreen(QWidget):
    """收费与收据."""

    desk_changed = Signal()

    KEYS = (ToldKey("Esc", "keys.back"),)

    def __init__(
        self,
        session: Session,
        look: Look,
        new_ref: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.form = Ui_ReceiptsForm()
        self.form.setupUi(self)
        self._say = session.messages.say
        self._look = look
        self._arriving = False
        """The list is read for somebody who has just come: the cursor goes where it leads."""
        self._tables = self._make_tables(look)
        self.task = TaskPanel(self.form.taskBody, self.form.taskBox, look, self._say)
        self.menu = MemberMenu(self.form.more)
        self._offer(session)
        self.presenter = ReceiptsPresenter(session, self, new_ref)
        self.queue = self._place_queue(session, look)
        self._connect()
        enter_clicks(self)
        look.changed.connect(self._lay_out)
        self._lay_out()
        self.show_mode("receipts")
        self.show_page(None)
        self.show_waiting(0)

    def begin(self) -> None:
        """Read the list and put the keyboard into it."""
        self._arriving = True
        self.presenter.arrive()
        self.queue.refresh()
        self.focus_again()

    def focus_again(self) -> None:
        """Put the keyboard into the panel, else into the list, else into the search."""
        if self.presenter.actions.panel.is_open:
            self.task.focus()
        elif self._table.isVisibleTo(self):
            self._table.setFocus()
        elif self.presenter.mode == "receipts":
            self.form.words.setFocus()
        else:
            self.form.modeRefunds.setFocus()

    def show_mode(self, mode: Mode) -> None:
        """Show the list of receipts, or that of refund requests."""
        form = self.form
        self._arriving = True
        receipts = mode == "receipts"
        form.modeReceipts.setChecked(receipts)
        form.modeRefunds.setChecked(not receipts)
        form.filters.setVisible(receipts)
        for button in (form.void_, form.reverse, form.refund):
            button.setVisible(receipts)
        form.decide.setVisible(not receipts)
        form.receipts.setVisible(receipts)
        form.refunds.setVisible(not receipts)

    def show_receipts(self, rows: tuple[tuple[str, ...], ...], summary: str, empty: str) -> None:
        """Show the list, or what to do if nothing fits."""
        self._show_rows("receipts", rows, summary, empty)

    def show_refunds(self, rows: tuple[tuple[str, ...], ...], summary: str) -> None:
        """Show the refund requests, or how one is made."""
        self._show_rows("refunds", rows, summary, self._say("refunds.empty"))
        self.form.decide.setEnabled(bool(rows))

    def show_filters(self, wanted: ReceiptsWanted, collectors: tuple[str, ...]) -> None:
        """Show what narrows the list."""
        form = self.form
        form.words.show_text(wanted.words)
        form.day.show_day(wanted.day)
        form.collector.set_options([Option(one, one) for one in collectors], may_be_empty=True)
        form.collector.show_code(wanted.collector)
        form.method.show_code(wanted.method)
        form.state.show_code(wanted.state)

    def show_waiting(self, count: int) -> None:
        """Offer to print the whole queue, one paper after the other."""
        self.form.printAll.setVisible(bool(count))
        self.form.printAll.setText(self._say("receipts.print_queue", count=count))

    def show_choice(self, receipt: ListedReceipt | None) -> None:
        """Offer what can be done with the chosen receipt."""
        form = self.form
        valid = receipt is not None and receipt.state == "valid"
        for button in (form.void_, form.reverse, form.refund):
            button.setEnabled(valid)
        form.reprint.setEnabled(receipt is not None)

    def choose_row(self, row: int) -> None:
        """Make a row of the list the chosen one, without telling anybody."""
        quiet = QSignalBlocker(self._table)
        self._table.selectRow(row)
        quiet.unblock()

    def show_page(self, rendered: Rendered | None) -> None:
        """Show a receipt's page."""
        form = self.form
        form.paper.show_page(rendered.page.to_qimage() if rendered else QImage())
        form.paper.setText(self._say("receipts.paper_empty"))
        form.paperNumber.setText(rendered.paper.receipt.number if rendered else "")
        form.keep.setEnabled(False)

    def show_document(self, document: Document) -> None:
        """Show a page of another paper, to be printed or kept."""
        form = self.form
        form.paper.show_page(document.page.to_qimage())
        pages = self._say("receipts.pages", at=document.at + 1, count=document.pages)
        form.paperNumber.setText(pages if document.pages > 1 else "")
        form.paperTitle.setText(document.title)
        form.keep.setEnabled(True)
        form.reprint.setEnabled(True)

    def show_task(self, task: TaskShown | None) -> None:
        """Show the panel of an action in the paper's place, or shut it."""
        form = self.form
        # Where the text is largest, a panel's fields need the list's room as well.
        form.listCard.setVisible(task is None or self._look.scale <= _LARGEST_FROM)
        self.queue.stand_aside(aside=task is not None)
        if task is None:
            focus: QWidget | None = QApplication.focusWidget()
            inside = focus is not None and form.taskScroll.isAncestorOf(focus)
            self.task.clear()
            form.side.setCurrentWidget(form.paperPage)
            form.paperTitle.setText(self._say("receipts.paper"))
            self._lay_out()
            if inside:
                self.focus_again()
            return
        form.paperTitle.setText(task.title)
        form.side.setCurrentWidget(form.taskScroll)
        self._lay_out()
        self.task.lay_out(form.side.width())
        self.task.show_task(task)

    def show_note(self, note: Note) -> None:
        """Say where a paper went, what was done, or why not."""
        self.form.message.say(note.text, note.tone or "quiet")

    def ask_path(self, name: str, endings: tuple[str, ...], chosen: Callable[[Path], None]) -> None:
        """Ask where a file goes. Opened, not executed: the desk goes on meanwhile."""
        dialog = QFileDialog(self, self._say("receipts.file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{one[1:].upper()} (*{one})" for one in endings])
        dialog.setDefaultSuffix(endings[0][1:])
        dialog.filterSelected.connect(
            lambda text: dialog.setDefaultSuffix(text.rpartition("*.")[2].rstrip(")"))
        )
        dialog.selectFile(f"{name}{endings[0]}")
        dialog.fileSelected.connect(lambda path: chosen(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def status_changed(self) -> None:
        """Tell the window that something was saved."""
        self.desk_changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.presenter.bulk.running:
            self.presenter.bulk.stop()
        elif self.presenter.actions.panel.is_open:
            self.presenter.actions.panel.cancel()
        elif self.presenter.mode == "refunds":
            self.presenter.choose_mode("receipts")
        else:
            self.focus_again()

    @property
    def _table(self) -> QTableWidget:
        receipts = self.presenter.mode == "receipts"
        return self.form.receipts if receipts else self.form.refunds

    def _lay_out(self) -> None:
        """Give the list the room it needs where there is little: the paper says the rest."""
        narrow = self.width() < self._look.px(_ALL_FROM)
        list_share, paper_share = (3, 1) if narrow else (8, 5)
        self.form.columns.setStretch(0, list_share)
        self.form.columns.setStretch(1, paper_share)
        # An action's panel needs the room itself, and nobody reads a code's check beside it.
        roomy = narrow and self.form.side.currentWidget() is self.form.paperPage
        self.form.message.reserve(_NOTE_LINES_NARROW if roomy else _NOTE_LINES)
        self.form.day.setMinimumWidth(self._look.px(_DAY_WIDTH))
        for place in _ON_THE_PAPER:
            self.form.receipts.setColumnHidden(place, narrow)
        self.form.refunds.setColumnHidden(_NUMBER_OF_REFUND, narrow)
        for table in self._tables.values():
            table.lay_out()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _show_rows(
        self, name: Mode, rows: tuple[tuple[str, ...], ...], summary: str, empty: str
    ) -> None:
        widget = self.form.receipts if name == "receipts" else self.form.refunds
        had = widget.hasFocus()
        quiet = QSignalBlocker(widget)
        self._tables[name].show(rows)
        quiet.unblock()
        self.form.meta.setText(summary)
        widget.setVisible(bool(rows))
        self.form.empty.setText(empty)
        self.form.empty.setVisible(not rows)
        self.form.reprint.setEnabled(bool(rows))
        if self._arriving or (had and not rows):
            self._arriving = False
            self.focus_again()

    def _make_tables(self, look: Look) -> dict[Mode, Table]:
        say, form = self._say, self.form
        return {
            "receipts": Table(
                form.receipts,
                look,
                (
                    Column(say("receipts.number"), 11, whole=True),
                    Column(say("receipts.at"), 5, whole=True),
                    Column(say("receipts.payer"), 8, least=_PAYER_LEAST),
                    Column(say("receipts.method"), 5, whole=True),
                    Column(say("receipts.amount"), 7, right=True),
                    Column(say("receipts.status"), 6, whole=True),
                ),
            ),
            "refunds": Table(
                form.refunds,
                look,
                (
                    Column(say("refunds.on"), 8, whole=True),
                    Column(say("receipts.number"), 11, whole=True),
                    Column(say("refunds.applicant"), 6, least=_PAYER_LEAST),
                    Column(say("refunds.cause"), 9, least=_PAYER_LEAST),
                    Column(say("refunds.answer"), 6, whole=True),
                    Column(say("refunds.amount"), 7, right=True),
                ),
            ),
        }

    def _place_queue(self, session: Session, look: Look) -> PrintQueueCard:
        """Put the printer's queue below the paper."""
        queue = PrintQueueCard(session, look, self)
        box = self.form.paperBox
        box.insertWidget(box.indexOf(self.form.side) + 1, queue)
        box.setStretchFactor(self.form.side, 1)
        queue.print_asked.connect(self.presenter.print_receipt)
        queue.printable.connect(self.show_waiting)
        queue.changed.connect(self.presenter.load)
        queue.changed.connect(self.desk_changed)
        queue.emptied.connect(self.focus_again)
        queue.told.connect(self.form.message.say)
        self.presenter.on_papers(queue.refresh)
        return queue

    def _offer(self, session: Session) -> None:
        form, say = self.form, self._say
        methods = as_options(from_codes(PAYMENT_METHODS, session.messages.language))
        form.method.set_options(methods, may_be_empty=True)
        states = [Option(one, say(f"receipts.filter.{one}")) for one in _STATES]
        form.state.set_options(states, may_be_empty=True)
        self.menu.offers = lambda: tuple(Offer(code, say(f"more.{code}")) for code in _MORE)

    def _connect(self) -> None:
        form, presenter = self.form, self.presenter
        for name in ("receipts", "refunds"):
            table: QTableWidget = getattr(form, name)
            table.currentCellChanged.connect(lambda row, *_: presenter.choose(row))
        form.modeReceipts.clicked.connect(lambda: presenter.choose_mode("receipts"))
        form.modeRefunds.clicked.connect(lambda: presenter.choose_mode("refunds"))
        form.day.edited.connect(self._on_day)
        form.words.step_asked.connect(lambda _by: self._search())
        form.words.answers_enter = True
        for name in ("collector", "method", "state"):
            getattr(form, name).picked.connect(
                lambda code, name=name: presenter.set_filter(name, code)
            )
        self._tables["receipts"].keys_from(form.words)
        self.menu.chosen.connect(presenter.actions.begin)
        panel = presenter.actions.panel
        self.task.answered.connect(panel.set)
        self.task.chosen.connect(lambda name, code: panel.choose(name, code, on=True))
        self.task.act_asked.connect(panel.act)
        self.task.cancelled.connect(panel.cancel)
        self.task.entered.connect(
            lambda part: form.taskScroll.ensureWidgetVisible(part, 0, self._look.px(24))
        )
        acts: tuple[tuple[str, QPushButton, Callable[[], object], str], ...] = (
            ("P", form.reprint, presenter.print, "print"),
            ("V", form.void_, lambda: presenter.actions.begin("void"), "void"),
            ("H", form.reverse, lambda: presenter.actions.begin("reverse"), "reverse"),
            ("T", form.refund, lambda: presenter.actions.begin("refund"), "refund"),
            ("D", form.decide, lambda: presenter.actions.begin("decide"), "decide"),
            ("M", form.more, self.menu.open, "more"),
            ("S", form.keep, presenter.keep, "keep"),
            ("U", form.printAll, presenter.print_all, "all"),
        )
        for key, button, act, words in acts:
            button.clicked.connect(lambda _=False, act=act: act())
            self._key(key, button.click, f"keys.receipts_{words}")
        self._key("/", form.words.setFocus, "keys.receipts_search")
        self._key("Q", self.queue.take_focus, "keys.queue")
        self._key("F6", self._next_pane, "keys.receipts_pane")
        self._key("Ctrl+T", self._next_mode, "keys.receipts_mode")
        self._key("Ctrl+PgDown", lambda: presenter.turn(1), "keys.page_next")
        self._key("Ctrl+PgUp", lambda: presenter.turn(-1), "keys.page_before")

    def _key(self, keys: str, act: Callable[[], object], words: str) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setWhatsThis(self._say(words))
        shortcut.activated.connect(act)

    def _on_day(self, iso: str) -> None:
        """Take a whole day, or none; what is half typed waits."""
        if not iso or (len(iso) == len("2021-11-15") and iso[4] == "-"):
            self.presenter.set_filter("day", iso)

    def _search(self) -> None:
        self.presenter.set_filter("words", self.form.words.text().strip().lstrip("/"))
        if self.form.receipts.rowCount():
            self.form.receipts.setFocus()

    def _next_pane(self) -> None:
        inside = self.form.filters.isAncestorOf(QApplication.focusWidget() or self)
        if inside or self.presenter.mode == "refunds":
            self.focus_again()
        else:
            self.form.words.setFocus()

    def _next_mode(self) -> None:
        other: Mode = "refunds" if self.presenter.mode == "receipts" else "receipts"
        self.presenter.choose_mode(other)
