"""The lower card of the household screen: details, reasons, history, and an action over them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.ui.compiled.enrol import Ui_EnrolForm
from desktop.ui.enroll.detail import DetailPane
from desktop.ui.enroll.detail_lines import DetailChoices
from desktop.ui.enroll.lines_pane import LinesPane
from desktop.ui.enroll.member_menu import MemberMenu
from desktop.ui.enroll.shown import BasisLine, DetailShown
from desktop.ui.enroll.task_panel import TaskPanel
from desktop.ui.enroll.task_shown import TaskShown
from desktop.ui.theme.look import Look

_MARGIN = 48


class LowerCard(QObject):
    """Shows the page of the chosen tab; an action under way covers it until it is done."""

    back_asked = Signal()
    """The cursor has no place in the card any more: it goes back to the member."""

    def __init__(
        self,
        form: Ui_EnrolForm,
        look: Look,
        say: Callable[..., str],
        choices: DetailChoices,
    ) -> None:
        """Fill the card of ``form``."""
        super().__init__(form.lowerCard)
        self._form = form
        self._look = look
        self._say = say
        self.detail = DetailPane(form.detailPage, form.detailBox, choices, look, say)
        self.task = TaskPanel(form.taskBody, form.taskBox, look, say)
        self.menu = MemberMenu(form.memberActions)
        self._basis = LinesPane(form.basisBody, form.basisLines)
        self._history = LinesPane(form.historyBody, form.historyLines)
        self._household_id = ""
        self._tabs: dict[QAbstractButton, QWidget] = {
            form.tabDetail: form.detailScroll,
            form.tabBasis: form.basisPage,
            form.tabHistory: form.historyScroll,
        }
        self._title = ""
        self.action_open = False
        """Whether an action covers the card."""
        for tab in (form.tabDetail, form.tabBasis):
            tab.clicked.connect(self.show_page)
        form.memberActions.clicked.connect(self.menu.open)
        self.task.entered.connect(self._keep_in_sight)

    @property
    def at_details(self) -> bool:
        """Whether the member's details are the page that is chosen."""
        return self._form.tabDetail.isChecked()

    def show_detail(self, detail: DetailShown | None) -> None:
        """Show the focused member's further facts."""
        self.detail.show_detail(detail)
        self._title = detail.title if detail else self._say("enrol.detail_none")
        if not self.action_open:
            self._form.lowerTitle.setText(self._title)

    def show_basis(self, lines: tuple[BasisLine, ...]) -> None:
        """Show the sentences of the 计算依据 page."""
        self._basis.show_lines(lines or (BasisLine(self._say("basis.empty"), "quiet"),))

    def show_history(self, lines: tuple[BasisLine, ...]) -> None:
        """Show what changed, and put the cursor where it can be read with the keys."""
        self._history.show_lines(lines)
        self._form.tabHistory.setChecked(True)
        self.show_page()
        self._form.historyScroll.setFocus()
        self._form.pageScroll.ensureWidgetVisible(self._form.lowerCard)

    def stand_below(self, household_id: str) -> None:
        """Take away what was told of another household than this one."""
        if household_id == self._household_id:
            return
        self._household_id = household_id
        self._history.show_lines(())
        if self._form.tabHistory.isChecked():
            self._form.tabDetail.setChecked(True)
            self.show_page()

    def show_task(self, task: TaskShown | None) -> None:
        """Show the panel of an action, or shut it."""
        if task is None:
            focus: QWidget | None = self._form.lowerCard.window().focusWidget()
            inside = focus is not None and self._form.taskScroll.isAncestorOf(focus)
            self.task.clear()
            self.action_open = False
            self._form.lowerTitle.setText(self._title)
            self.show_page()
            if inside:
                self.back_asked.emit()
            return
        self.action_open = True
        self._form.lowerTitle.setText(task.title)
        self.show_page()
        self.task.show_task(task)

    def _keep_in_sight(self, part: QWidget) -> None:
        """Bring the part with the cursor into sight, in the card and on the page."""
        margin = self._look.px(24)
        self._form.taskScroll.ensureWidgetVisible(part, 0, margin)
        self._form.pageScroll.ensureWidgetVisible(self._form.lowerCard, 0, margin)

    def show_page(self) -> None:
        """Show the page of the chosen tab, or the action over it."""
        page = next(page for tab, page in self._tabs.items() if tab.isChecked())
        shown = self._form.taskScroll if self.action_open else page
        self._form.lowerStack.setCurrentWidget(shown)

    def lay_out(self, width: int) -> None:
        """Take the card's width."""
        inside = width - self._look.px(_MARGIN)
        self.detail.lay_out(inside)
        self.task.lay_out(inside)
        # The page's bar may yet come, and takes its room without asking for a new layout.
        bar = self._form.pageScroll.verticalScrollBar()
        self._name_tabs(inside if bar.isVisible() else inside - bar.sizeHint().width())

    def _name_tabs(self, width: int) -> None:
        """Leave the keys out of the tabs' names where there is no room for them."""
        form = self._form
        buttons = (*self._tabs, form.memberActions)
        full = [str(one.property("fullText") or one.text()) for one in buttons]
        for one, text in zip(buttons, full, strict=True):
            if one.property("fullText") is None:
                one.setProperty("fullText", text)
            one.setText(text)
        needed = form.lowerTitle.minimumSizeHint().width()
        needed += sum(one.sizeHint().width() + form.lowerTabs.spacing() for one in buttons)
        if needed > width:
            for one, text in zip(buttons, full, strict=True):
                one.setText(text.rpartition(" ")[0] or text)

    def renamed(self) -> None:
        """Forget the names of before: the form speaks another language."""
        for one in (*self._tabs, self._form.memberActions):
            one.setProperty("fullText", None)
