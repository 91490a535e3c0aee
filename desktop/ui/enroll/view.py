"""The household screen: connects the form to its presenter and shows what it is told."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.domain.divisions import prefix_of
from desktop.domain.household import HouseholdInput
from desktop.ui.compiled.enrol import Ui_EnrolForm
from desktop.ui.enroll.card import CardKey
from desktop.ui.enroll.choices import detail_choices, row_choices, village_options
from desktop.ui.enroll.household_card import HouseholdCard
from desktop.ui.enroll.lower import LowerCard
from desktop.ui.enroll.member_table import MemberTable
from desktop.ui.enroll.presenter import EnrolPresenter
from desktop.ui.enroll.price_card import PriceCardView
from desktop.ui.enroll.promises import Payable, Place
from desktop.ui.enroll.screen_actions import ScreenActions
from desktop.ui.enroll.shown import BasisLine, DetailShown, Note, PriceCard, RowShown, Tone
from desktop.ui.enroll.task_shown import TaskShown
from desktop.ui.session import Session, Village
from desktop.ui.theme.look import Look
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.text_field import TextField
from desktop.ui.widgets.told_keys import ToldKey

_DRAFT_AFTER_MS = 700
_LOWER_HEIGHT = 172
_WHOLE_CARD = 580
"""With less room than this the price card's sums and people share one scroll."""
_PAGE_LEAST = 452
_LINE = 44
_WIDE = 640
"""Narrower than this the household's own fields stand in two lines."""


class EnrolScreen(QWidget):
    """家庭参保登记."""

    payment_asked = Signal(object)
    """A `Payable` whose money is to be taken."""
    desk_changed = Signal()
    """Something was saved: the status bar counts anew."""
    cleared = Signal()
    """The clerk left the household: whoever opened it here may take over again."""

    KEYS = (
        ToldKey("Esc", "keys.enrol_back"),
        ToldKey("Ctrl+Z", "keys.enrol_undo"),
        ToldKey("Ctrl+Y", "keys.enrol_redo"),
    )

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_EnrolForm()
        self.form.setupUi(self)
        self._session = session
        self._look = look
        self.enter_steps = True
        say = session.messages.say
        form = self.form
        self.table = MemberTable(
            form.membersScroll,
            form.membersRows,
            form.membersHeadRow,
            look,
            lambda name: say(f"field.{name}"),
        )
        self.table.offer(row_choices(session.messages))
        self.lower_card = LowerCard(form, look, say, detail_choices(session.messages))
        self.detail = self.lower_card.detail
        self._household = HouseholdCard(form)
        self._price = PriceCardView(form, look)
        self.offer_villages(session.villages)
        self._draft_timer = QTimer(self)
        self._draft_timer.setSingleShot(True)
        self._draft_timer.setInterval(_DRAFT_AFTER_MS)
        self.presenter = EnrolPresenter(session, self)
        self.menu_actions = ScreenActions(self.presenter, self.table, session, self)
        self.card_key = CardKey(session, self, self.presenter.cards.card_read)
        self._connect()
        self._lay_out()
        look.changed.connect(self._lay_out)
        enter_clicks(self)

    def begin(self) -> None:
        """Show the empty household or the kept draft, with the cursor in the first field."""
        self.presenter.begin()
        self.focus(0, "name")

    def offer_villages(self, villages: tuple[Village, ...]) -> None:
        """Offer these villages to choose from."""
        session = self._session
        self.form.division.set_options(village_options(villages), digits=False)
        self.detail.form.hukou_division.set_options(
            village_options(villages), digits=False, may_be_empty=True
        )
        for field in (self.form.division, self.detail.form.hukou_division):
            field.look_in(lambda: session.places, prefix_of(session.division))

    def places_learnt(self) -> None:
        """Say where the household lives by the names known since."""
        self.form.division.show_code(self.form.division.code)

    def show_household(self, household: HouseholdInput) -> None:
        """Show the household's own fields."""
        self._household.show_household(household)
        self.lower_card.stand_below(household.household_id)

    def show_rows(self, rows: tuple[RowShown, ...]) -> None:
        """Show the members."""
        self.table.show_rows(rows)

    def show_detail(self, detail: DetailShown | None) -> None:
        """Show the focused member's further facts."""
        self.lower_card.show_detail(detail)

    def show_price(self, card: PriceCard | None) -> None:
        """Show the price card."""
        missing = "price.no_member" if self.form.division.code else "price.no_division"
        self._price.show_card(card, self._session.messages.say(missing))

    def show_basis(self, lines: tuple[BasisLine, ...]) -> None:
        """Show the sentences of the 计算依据 panel."""
        self.lower_card.show_basis(lines)

    def show_history(self, lines: tuple[BasisLine, ...]) -> None:
        """Show what changed in the household, when and by whom."""
        self.lower_card.show_history(lines)

    def show_task(self, task: TaskShown | None) -> None:
        """Show the panel of an action, or shut it and go back to the member."""
        self.lower_card.show_task(task)

    def reopen(self, household_id: str, cursor: tuple[int, str], words: str) -> None:
        """Show a household anew after an action."""
        self.presenter.open(household_id, cursor=cursor, words=words)

    def show_marks(self, marks: dict[tuple[int, str], Tone]) -> None:
        """Mark the fields with something wrong."""
        self.table.show_marks(marks)
        here = {name: tone for (place, name), tone in marks.items() if place == self._place}
        self.detail.show_marks({name: str(tone) for name, tone in here.items()})

    def show_note(self, note: Note) -> None:
        """Say something in the line under the table."""
        self.form.memberMessage.say(note.text, note.tone or "quiet")

    def show_household_notes(self, notes: dict[str, Note]) -> None:
        """Say what is wrong under the household's own fields."""
        self._household.show_notes(notes)

    def show_meta(self, text: str) -> None:
        """Show where the household stands."""
        self.form.meta.setText(text)

    def show_busy(self, *, busy: bool) -> None:
        """Hold the two actions that write while one is under way."""
        self.form.save.setEnabled(not busy)
        self.form.pay.setEnabled(not busy)

    def focus(self, place: Place, name: str) -> None:
        """Put the cursor into a field."""
        if place is None:
            field = getattr(self.form, name, None)
            if isinstance(field, TextField):
                field.setFocus()
            else:
                self.table.focus_last()
        elif self.detail.holds(name):
            self.table.focus(place, "identities")
            self.form.tabDetail.click()
            self.detail.focus("other_scheme" if name == "other_cover" else name)
        else:
            self.table.focus(place, name)

    def keep_draft_soon(self) -> None:
        """Keep the draft once the typing pauses."""
        self._draft_timer.start()

    def ask_payment(self, payable: Payable) -> None:
        """Go on to the money."""
        self.payment_asked.emit(payable)

    def status_changed(self) -> None:
        """Tell the window that something was saved."""
        self.desk_changed.emit()

    def show_why(self) -> None:
        """Show the 计算依据 panel, or go back from it."""
        if self.form.tabBasis.isChecked():
            self._show_details()
        else:
            self.form.tabBasis.click()

    def ask_history(self) -> None:
        """Show what changed in the household, or go back from it."""
        if self.form.tabHistory.isChecked():
            self._show_details()
        else:
            self.presenter.show_history()

    def _show_details(self) -> None:
        self.form.tabDetail.click()
        self.focus(*self._last)

    def next_pane(self) -> None:
        """Move the cursor: table, details, household, table."""
        focus: QWidget | None = self.focusWidget()
        if self.lower_card.action_open and not self._is_in(self.form.taskScroll):
            self.lower_card.task.focus()
        elif focus is not None and self.form.lowerCard.isAncestorOf(focus):
            self.form.number.setFocus()
        elif focus is not None and self.form.membersCard.isAncestorOf(focus):
            self.form.tabDetail.click()
            self.detail.focus_first()
        else:
            self.focus(*self._last)

    def remember(self) -> Callable[[], None]:
        """Return what puts the household back as it is now; see `ScannerFilter`."""
        place, name = self._last
        entry_back = self.presenter.cards.remember()

        def put_back() -> None:
            entry_back()
            self.presenter.price_anew()
            self.focus(place, name)

        return put_back

    def focus_again(self) -> None:
        """Put the cursor back where it was."""
        self.focus(*self._last)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.presenter.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.presenter.redo()
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if self.lower_card.action_open:
            self.presenter.tasks.cancel()
            self.focus(*self._last)
        elif not self.lower_card.at_details:
            self._show_details()
        elif self._is_in(self.form.lowerCard):
            self.table.focus(self._place, "identities")
        else:
            self._clear()

    def _is_in(self, part: QWidget) -> bool:
        focus: QWidget | None = self.focusWidget()
        return focus is not None and part.isAncestorOf(focus)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.form.retranslateUi(self)
            self.lower_card.renamed()
            self._lay_out()

    def _clear(self) -> None:
        self.presenter.new_household()
        self.cleared.emit()

    def _connect(self) -> None:
        form, presenter, table = self.form, self.presenter, self.table
        self._last: tuple[Place, str] = (0, "name")
        self._place = 0
        table.changed.connect(presenter.set_member)
        table.identity_chosen.connect(presenter.choose_identity)
        table.identity_dropped.connect(presenter.drop_identity)
        table.entered.connect(self._on_entered)
        table.left.connect(presenter.left)
        table.stepped_out.connect(self._on_stepped_out)
        table.lines_changed.connect(lambda _lines: self._fit())
        self.detail.changed.connect(
            lambda name, value: presenter.set_detail(self._place, name, value)
        )
        self.detail.identity_changed.connect(
            lambda code, name, value: presenter.change_identity(self._place, code, name, value)
        )
        self.detail.entered.connect(self._on_detail_entered)
        self.detail.left.connect(lambda name: presenter.left(self._place, name))
        self.detail.stepped_out.connect(self._on_detail_left)
        household = self._household
        household.changed.connect(presenter.set_household)
        household.entered.connect(self._on_household_entered)
        household.left.connect(lambda name: presenter.left(None, name))
        household.stepped_out.connect(lambda: table.focus(0, "name"))
        self.detail.circumstance_chosen.connect(
            lambda code, on: presenter.set_circumstance(self._place, code, on)
        )
        self.detail.circumstance_dropped.connect(
            lambda code: presenter.drop_circumstance(self._place, code)
        )
        self._connect_lower()
        form.why.clicked.connect(self.show_why)
        form.save.clicked.connect(lambda _=False: presenter.save(then_pay=False))
        form.pay.clicked.connect(lambda: presenter.save(then_pay=True))
        form.cancel.clicked.connect(self._clear)
        form.newHousehold.clicked.connect(presenter.new_household)
        form.addMember.clicked.connect(table.focus_last)
        form.removeMember.clicked.connect(presenter.remove_member)
        self._draft_timer.timeout.connect(presenter.keep_draft)

    def _connect_lower(self) -> None:
        lower, tasks = self.lower_card, self.presenter.tasks
        self.form.tabHistory.clicked.connect(self.presenter.show_history)
        lower.back_asked.connect(self.focus_again)
        lower.menu.chosen.connect(self.menu_actions.act)
        lower.menu.offers = self.menu_actions.offers
        lower.task.answered.connect(tasks.set)
        lower.task.chosen.connect(lambda name, code: tasks.choose(name, code, on=True))
        lower.task.act_asked.connect(tasks.act)
        lower.task.cancelled.connect(tasks.cancel)
        for keys, act, words in (
            ("Ctrl+M", lower.menu.open, "keys.enrol_actions"),
            ("Ctrl+H", self.ask_history, "keys.enrol_history"),
            ("Ctrl+P", self.menu_actions.form_paper.print, "keys.enrol_form"),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setWhatsThis(self._session.messages.say(words))
            shortcut.activated.connect(act)

    def _on_entered(self, place: int, name: str, hint: str) -> None:
        say = self._session.messages.say
        if hint:
            key = "enrol.hint.identities" if name == "identities" else "enrol.hint.code"
            hint = say(key, digits=hint)
        self._last = (place, name)
        self._place = place
        self._follow(name)
        self.presenter.focused(place, name, hint or self._plain_hint(name))

    def _on_household_entered(self, name: str) -> None:
        self._follow(name)
        self.presenter.focused(None, name, "")

    def _on_detail_entered(self, name: str, hint: str) -> None:
        self._follow(name)
        self.presenter.focused(self._place, name, hint)

    def _follow(self, name: str) -> None:
        """Keep the field with the cursor on the screen where the page scrolls."""
        field: QWidget | None = self.focusWidget()
        if field is None:
            return
        if self.form.detailPage.isAncestorOf(field):
            self.form.detailScroll.ensureWidgetVisible(field, 0, self._look.px(24))
        # The first column brings its row's number along.
        aside = self._look.px(48 if name == "name" else 8)
        self.form.pageScroll.ensureWidgetVisible(field, aside, self._look.px(24))

    def _plain_hint(self, name: str) -> str:
        return self._session.messages.say("enrol.hint.birth_date") if name == "birth_date" else ""

    def _on_stepped_out(self, by: int) -> None:
        (self.form.pay if by > 0 else self.form.phone).setFocus()

    def _on_detail_left(self, by: int) -> None:
        place = min(self._place + 1, len(self.table.rows) - 1) if by > 0 else self._place
        self.table.focus(place, "name" if by > 0 else "identities")

    def _lay_out(self) -> None:
        self.table.lay_out()
        px = self._look.px
        self.form.lowerCard.setFixedHeight(px(_LOWER_HEIGHT))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Use the width there is: nothing ever scrolls sideways, the page grows downwards."""
        px, form = self._look.px, self.form
        self._price.lay_out(low=(self.parentWidget() or self).height() < px(_WHOLE_CARD))
        width = form.pageScroll.viewport().width()
        narrow = width < px(_WIDE)
        self._household.lay_out(narrow=narrow)
        self.lower_card.lay_out(width)
        # Below this the page scrolls; the price card and the buttons stay.
        more = (self.table.lines - 1) * 2 * _LINE + (_LINE if narrow else 0)
        form.pageBody.setMinimumHeight(px(_PAGE_LEAST + more))
