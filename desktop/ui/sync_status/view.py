"""The exchange screen: state, what waits, one button, a button for sticks, the last exchanges."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from desktop.ui.compiled.sync_status import Ui_SyncForm
from desktop.ui.messages import Messages
from desktop.ui.sync_status.page import Filling, Row, SyncPage
from desktop.ui.sync_status.presenter import SyncShown
from desktop.ui.sync_status.stick import StickPresenter, StickProgress
from desktop.ui.theme.look import Look
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.tables import Column, Table
from desktop.ui.widgets.told_keys import ToldKey

_HINT_FROM_PX = 480
"""A page lower than that, at normal text size, has no room for the hint on sticks."""

_NARROW_PX = 900
"""A page narrower than that, at normal text size, has no room for columns of figures."""

_LOOK_MS = 100
"""How often the page looks how far an exchange by stick has come."""


class SyncScreen(QWidget):
    """数据同步."""

    sync_asked = Signal()
    register_asked = Signal()
    pause_asked = Signal()
    lost_read = Signal()
    """Somebody has read what a repair lost for good."""

    KEYS = (ToldKey("Esc", "keys.stick_stop"),)

    def __init__(self, messages: Messages, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_SyncForm()
        self.form.setupUi(self)
        self._look = look
        self._say = messages.say
        self.stick: StickPresenter | None = None
        """Exchanges by stick; given by whoever has a centre to exchange with."""
        self._progress: StickProgress | None = None
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_MS)
        self._looking.timeout.connect(self._look_at_work)
        self.form.empty.setText(messages.say("sync.empty"))
        say = messages.say
        self._rows: tuple[Row, ...] = ()
        self._history = Table(
            self.form.history,
            look,
            (
                Column(say("sync.column.at"), 3, digits=True, whole=True),
                Column(say("sync.column.sent"), 2, digits=True, right=True),
                Column(say("sync.column.received"), 2, digits=True, right=True),
                Column(say("sync.column.came"), 9),
            ),
        )
        # Why something failed is read to its end.
        self.form.history.setTextElideMode(Qt.TextElideMode.ElideNone)
        columns = self.form.history.horizontalHeader()
        columns.sectionResized.connect(self.form.history.resizeRowsToContents)
        self.form.fillStop.clicked.connect(self.pause_asked)
        self.form.lostRead.clicked.connect(self.lost_read)
        self.form.lostRead.hide()
        self._show_filling(None)
        self.form.sync.clicked.connect(self.sync_asked)
        self.form.register_.clicked.connect(self.register_asked)
        self.form.register_.hide()
        self._make_stick()
        look.changed.connect(self._lay_out)
        self._lay_out()
        enter_clicks(self)

    def begin(self) -> None:
        """Put the keyboard on the one button; while an exchange runs, on the one for sticks."""
        form = self.form
        buttons = (form.register_, form.sync, form.stickStop, form.stick)
        next(one for one in buttons if not one.isHidden() and one.isEnabled()).setFocus()

    def show_state(self, shown: SyncShown, page: SyncPage, *, running: bool) -> None:
        """Show how the exchange stands, what needs somebody, and how the last ones went."""
        form = self.form
        form.state.setText(shown.state)
        form.explain.setText(shown.explain)
        form.pending.setText(shown.pending)
        form.last.setText(shown.last)
        form.next.setText(shown.next)
        form.centre.setText(shown.centre)
        form.message.say(shown.problem, "warning" if shown.problem else "quiet")
        self._enable_sync(enabled=not running)
        if form.register_.isHidden() == shown.unregistered:
            self._show_button(unregistered=shown.unregistered)
        if form.stateMark.property("iconName") != shown.icon:
            form.stateMark.setProperty("iconName", shown.icon)
            self._look.dress(form.stateMark)
        form.proxy.setText(shown.proxy)
        for part in (form.proxyLabel, form.proxy):
            part.setVisible(bool(shown.proxy))
        self._show_page(page)

    def _show_page(self, page: SyncPage) -> None:
        form = self.form
        needs = "\n".join(f"▲ {words}" for words in page.needs)
        if form.needs.text() != needs:
            form.needs.setText(needs)
            form.needs.setAccessibleName(needs)
        for part in (form.needsTitle, form.needs, form.needsLine):
            part.setVisible(bool(page.needs))
        if form.lostRead.hasFocus() and not page.lost:
            self.begin()
        form.lostRead.setVisible(page.lost)
        form.waiting.setText(page.waiting)
        form.pending.setToolTip(page.waiting)
        self._show_hint()
        self._show_filling(page.filling)
        form.history.setVisible(bool(page.rows))
        form.empty.setVisible(not page.rows)
        if self._rows != page.rows:
            self._rows = page.rows
            self._show_rows()

    def _show_rows(self) -> None:
        """Show how exchanges went; where text is large, the figures stand in the last column."""
        table, narrow = self.form.history, self._narrow
        for place in (1, 2):
            table.setColumnHidden(place, narrow)
        self._history.show([_folded(row) if narrow else row for row in self._rows])

    @property
    def _narrow(self) -> bool:
        return self.width() < self._look.px(_NARROW_PX)

    def _show_filling(self, filling: Filling | None) -> None:
        form = self.form
        held = form.fillStop.hasFocus()
        for part in (form.fillNews, form.fillBar, form.fillStop):
            part.setVisible(filling is not None)
        if filling is not None:
            form.fillNews.setText(filling.words)
            form.fillBar.setRange(0, filling.total)
            form.fillBar.setValue(filling.done)
        elif held:
            self.begin()

    def show_stick_work(self, progress: StickProgress | None) -> None:
        """Show how far an exchange by stick has come; None: it is over."""
        form, working = self.form, progress is not None
        begun = working and self._progress is None
        over = not working and self._progress is not None
        self._progress = progress
        for part in (form.stickBar, form.stickStop):
            part.setVisible(working)
        form.stickTitle.setVisible(working or bool(form.stickNews.text()))
        form.stick.setEnabled(not working)
        if begun:
            form.stickBar.setRange(0, 0)
            self._looking.start()
            self._look_at_work()
            form.stickStop.setFocus()
        elif over:
            self._looking.stop()
            form.stick.setFocus()

    def show_stick_news(self, words: str) -> None:
        """Show what was written, what came, and what to do with the stick."""
        form = self.form
        form.stickNews.setText(words)
        form.stickNews.setAccessibleName(words)
        for part in (form.stickTitle, form.stickNews, form.stickLine):
            part.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(
                QAccessibleEvent(form.stickNews, QAccessible.Event.Alert)
            )

    def pick_stick(self) -> None:
        """Ask for the stick, and exchange by it."""
        if self.stick is None or self._progress is not None:
            return
        # Opened, not executed: no second event loop, and the desk goes on meanwhile.
        dialog = QFileDialog(self, self._say("stick.pick"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._picked)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.stick is not None and self.stick.stop():
            return
        super().keyPressEvent(event)

    def _picked(self, folder: str) -> None:
        if self.stick is not None:
            self.stick.start(Path(folder))

    def _make_stick(self) -> None:
        form = self.form
        form.stick.clicked.connect(self.pick_stick)
        form.stickStop.clicked.connect(self._stop_stick)
        shortcut = QShortcut(QKeySequence("F9"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setWhatsThis(self._say("keys.stick"))
        shortcut.activated.connect(self._press_stick)
        self.show_stick_news("")
        self.show_stick_work(None)

    def _press_stick(self) -> None:
        if self.form.stick.isVisible():
            self.pick_stick()

    def _stop_stick(self) -> None:
        if self.stick is not None:
            self.stick.stop()

    def _look_at_work(self) -> None:
        progress, form = self._progress, self.form
        if progress is None:
            return
        if progress.total:
            form.stickBar.setRange(0, progress.total)
            form.stickBar.setValue(progress.done)
        form.stickNews.setText(self._say(f"stick.{progress.phase}"))
        form.stickNews.show()

    def _enable_sync(self, *, enabled: bool) -> None:
        """Let the one button be pressed or not; the keyboard stays on this page."""
        held = self.form.sync.hasFocus()
        self.form.sync.setEnabled(enabled)
        if held and not enabled and not self.form.stick.isHidden():
            self.form.stick.setFocus()

    def _show_button(self, *, unregistered: bool) -> None:
        """Show the one thing to do; the cursor stays on it when it becomes another."""
        self.form.stick.setVisible(not unregistered)
        self._show_hint()
        shown, hidden = self.form.sync, self.form.register_
        if unregistered:
            shown, hidden = hidden, shown
        shown.show()
        if hidden.hasFocus():
            shown.setFocus()
        hidden.hide()

    def _lay_out(self) -> None:
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave the list the greater half; where text is large, the hint is left to the help."""
        wanted = self._look.px(380)
        self.form.stateCard.setFixedWidth(min(wanted, max(320, self.width() * 2 // 5)))
        self._show_hint()
        if self.form.history.isColumnHidden(1) != self._narrow:
            self._show_rows()

    def _show_hint(self) -> None:
        room = self.height() > self._look.px(_HINT_FROM_PX)
        self.form.waiting.setVisible(room and bool(self.form.waiting.text()))
        self.form.stickHint.setVisible(room and not self.form.stick.isHidden())


def _folded(row: Row) -> Row:
    """Return a row whose figures stand before its words."""
    at, sent, received, came = row
    return (at, "", "", f"↑{sent} ↓{received}  {came}") if sent else row
