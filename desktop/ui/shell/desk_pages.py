"""The screens of a signed-in desk, made when they are first needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.ui.enroll.promises import Payable
from desktop.ui.enroll.view import EnrolScreen
from desktop.ui.law_news import law_offer_words
from desktop.ui.not_enrolled.due import DueWatch
from desktop.ui.session import Session
from desktop.ui.settings.preferences import Preferences
from desktop.ui.shell import page_makers as makers
from desktop.ui.theme.look import Look

if TYPE_CHECKING:
    from desktop.ui.closing.view import ClosingScreen
    from desktop.ui.law.view import LawScreen
    from desktop.ui.not_enrolled.view import NotEnrolledScreen
    from desktop.ui.payment.view import PaymentSheet
    from desktop.ui.receipts.view import ReceiptsScreen
    from desktop.ui.roster.view import RosterScreen
    from desktop.ui.settings.view import SettingsScreen
    from desktop.ui.sync_status.view import SyncScreen
    from desktop.usecases.offered_packs import Offer

P = TypeVar("P", bound=QWidget)


class DeskPages(QObject):
    """Holds the pages and moves between them; says what the window must know."""

    desk_changed = Signal()
    sync_asked = Signal()
    register_asked = Signal()
    move_asked = Signal()
    settings_made = Signal(object)
    """The settings' page, once, when it is first shown."""
    sync_made = Signal(object)
    """The exchange's page, once, when it is first shown."""
    preferences_changed = Signal(object)
    moved = Signal(str)
    """A place, or ``pay`` while money is taken."""
    receipt_shown = Signal(object)
    reminders = Signal(int)
    """How many of the not enrolled are to be tried again today."""

    def __init__(
        self,
        session: Session,
        look: Look,
        preferences: Preferences,
        stack: QStackedWidget,
        new_ref: Callable[[], str],
    ) -> None:
        super().__init__(stack)
        self.session = session
        self._look = look
        self._preferences = preferences
        self._stack = stack
        self._new_ref = new_ref
        self._made: dict[str, QWidget] = {}
        self._from_roster = ""
        """The household that the roster sent to another screen and waits for."""
        self.enrol = EnrolScreen(session, look)
        self.enrol.payment_asked.connect(self._pay)
        self.enrol.desk_changed.connect(self.desk_changed)
        self.enrol.desk_changed.connect(lambda: QTimer.singleShot(0, self, self._return))
        self.enrol.cleared.connect(self._return)
        self._add("enrol", self.enrol)
        self.here = "enrol"
        self._due = DueWatch(session, self, self._show_due)
        self.desk_changed.connect(self.count_anew)

    def go(self, place: str) -> None:
        """Show a place; while money is being taken, that comes first."""
        back = "roster" if self._from_roster else "enrol"
        if self.here == "pay" and not self._payment.presenter.taken and place != back:
            return
        self._from_roster = ""
        page = self._page(place)
        self.here = place
        self._stack.setCurrentWidget(page)
        if isinstance(page, EnrolScreen):
            page.focus_again()
        else:
            page.begin()  # type: ignore[attr-defined]
        self.moved.emit(place)

    def open_household(self, household_id: str) -> None:
        """Show a household of the register on the household screen."""
        self.enrol.presenter.keep_draft()
        self.go("enrol")
        self.enrol.presenter.open(household_id)

    def count_anew(self) -> None:
        """Count what the navigation and the dashboard tell, as far as anybody looks at it."""
        self._due.count()
        page = self._made.get("progress")
        if page is not None:
            page.changed()  # type: ignore[attr-defined]

    def focus_again(self) -> None:
        """Put the keyboard back where it was on the page that is shown."""
        again = getattr(self._page(self.here), "focus_again", None)
        if again is not None:
            again()

    def law_taken(self, offers: tuple[Offer, ...]) -> None:
        """Price what is on the screens by the law as it is now, and say what changed."""
        say = self.session.messages.say
        told = [
            law_offer_words(one, self.session.messages) for one in offers if one.state == "kept"
        ]
        if told:
            self.enrol.presenter.law_changed(say("law.news.now", news="；".join(told)))
        page = self._made.get(self.here)
        if self.here == "law" and page is not None:
            page.begin()  # type: ignore[attr-defined]

    def desk_news(self) -> None:
        """Let what is shown know of what an exchange may have brought."""
        if self.here == "pay":
            self._payment.desk_news()
        page = self._made.get("cases")
        if self.here == "cases" and page is not None:
            page.desk_news()  # type: ignore[attr-defined]

    @property
    def payment(self) -> PaymentSheet | None:
        """The payment sheet while it covers the household screen."""
        return self._payment if self.here == "pay" else None

    @property
    def sync(self) -> SyncScreen:
        """The exchange's screen."""
        from desktop.ui.sync_status.view import SyncScreen

        return self._as(SyncScreen, "sync")

    @property
    def settings(self) -> SettingsScreen:
        """The settings screen."""
        from desktop.ui.settings.view import SettingsScreen

        return self._as(SettingsScreen, "settings")

    @property
    def law(self) -> LawScreen:
        """The page of the law and the local values."""
        from desktop.ui.law.view import LawScreen

        return self._as(LawScreen, "law")

    @property
    def roster(self) -> RosterScreen:
        """The roster's screen."""
        from desktop.ui.roster.view import RosterScreen

        return self._as(RosterScreen, "roster")

    @property
    def receipts(self) -> ReceiptsScreen:
        """The receipts screen."""
        from desktop.ui.receipts.view import ReceiptsScreen

        return self._as(ReceiptsScreen, "receipts")

    @property
    def missing(self) -> NotEnrolledScreen:
        """The register of the not enrolled."""
        from desktop.ui.not_enrolled.view import NotEnrolledScreen

        return self._as(NotEnrolledScreen, "missing")

    @property
    def closing(self) -> ClosingScreen:
        """The screen that closes days."""
        from desktop.ui.closing.view import ClosingScreen

        return self._as(ClosingScreen, "closing")

    def every(self) -> dict[str, QWidget]:
        """Every screen by its name, made now if nobody has opened it yet."""
        return {name: self._page(name) for name in ("enrol", *self._makers)}

    def close(self) -> None:
        """Take the pages off the window."""
        for page in self._made.values():
            self._stack.removeWidget(page)
            page.hide()
        gone = tuple(self._made.values())
        QTimer.singleShot(0, lambda: _let_go(gone))
        self.deleteLater()

    @property
    def _payment(self) -> PaymentSheet:
        from desktop.ui.payment.view import PaymentSheet

        return self._as(PaymentSheet, "pay")

    def _pay(self, payable: Payable) -> None:
        sheet = self._payment
        self.here = "pay"
        self._stack.setCurrentWidget(sheet)
        sheet.begin(payable, self._new_ref())
        self.moved.emit("pay")

    def _pay_from_roster(self, payable: Payable) -> None:
        self._from_roster = payable.entry.household_id
        self._pay(payable)

    def _visit(self, household_id: str, add: bool) -> None:  # noqa: FBT001 - a signal's slot
        """Open a household for the roster; saving it or clearing the screen comes back."""
        self.open_household(household_id)
        self._from_roster = household_id
        if add:
            # Behind the household on the same lane: the new row is there when it is.
            self.session.runner.submit(
                "store", lambda: None, owner=self, done=lambda _: self.enrol.table.focus_last()
            )

    def _return(self) -> None:
        """Go back to the band a household was opened from."""
        if not self._from_roster or self.here != "enrol":
            return
        household, self._from_roster = self._from_roster, ""
        self._show_roster()
        self.roster.presenter.refresh(household)

    def _show_roster(self) -> None:
        self.here = "roster"
        self._stack.setCurrentWidget(self.roster)
        self.roster.focus_again()
        self.moved.emit("roster")

    def _payment_closed(self, taken: bool) -> None:  # noqa: FBT001 - a signal's slot
        if self._from_roster:
            household, self._from_roster = self._from_roster, ""
            self._show_roster()
            self.roster.presenter.paid(household, taken=taken)
            return
        self.here = "enrol"
        self._stack.setCurrentWidget(self.enrol)
        if taken:
            self.enrol.presenter.new_household()
        else:
            self.enrol.focus_again()
        self.moved.emit("enrol")

    def _as(self, kind: type[P], name: str) -> P:
        page = self._page(name)
        assert isinstance(page, kind)
        return page

    def _page(self, name: str) -> QWidget:
        if name not in self._made:
            self._add(name, self._make(name))
        return self._made[name]

    def _add(self, name: str, page: QWidget) -> None:
        self._made[name] = page
        self._stack.addWidget(page)
        self._look.dress(page)

    def _make(self, name: str) -> QWidget:
        return self._makers[name]()

    @property
    def _makers(self) -> dict[str, Callable[[], QWidget]]:
        look = self._look
        return {
            "roster": self._make_roster,
            "find": lambda: makers.make_find(self, look),
            "receipts": self._make_receipts,
            "closing": lambda: makers.make_closing(self, look),
            "missing": self._make_missing,
            "progress": self._make_progress,
            "lists": lambda: makers.make_lists(self, look),
            "cases": lambda: makers.make_cases(self, look),
            "sync": lambda: makers.make_sync(self, look),
            "law": lambda: makers.make_law(self, look),
            "recount": lambda: makers.make_recount(self, look),
            "settings": self._make_settings,
            "divisions": lambda: makers.make_divisions(self, look),
            "pay": self._make_payment,
        }

    def _make_roster(self) -> QWidget:
        from desktop.ui.roster.view import RosterScreen

        page = RosterScreen(self.session, self._look)
        page.payment_asked.connect(self._pay_from_roster)
        page.household_asked.connect(self._visit)
        page.desk_changed.connect(self.desk_changed)
        return page

    def _make_receipts(self) -> QWidget:
        from desktop.ui.receipts.view import ReceiptsScreen

        page = ReceiptsScreen(self.session, self._look, self._new_ref)
        page.desk_changed.connect(self.desk_changed)
        return page

    def _make_missing(self) -> QWidget:
        from desktop.ui.not_enrolled.view import NotEnrolledScreen

        page = NotEnrolledScreen(self.session, self._look)
        page.household_asked.connect(self.open_household)
        page.desk_changed.connect(self.desk_changed)
        page.show_due(self._due.known)
        return page

    def _make_progress(self) -> QWidget:
        from desktop.ui.progress.view import ProgressScreen

        page = ProgressScreen(self.session, self._look)
        page.register_asked.connect(self._show_missing)
        return page

    def _show_missing(self, division: str, reason: str) -> None:
        self.missing.presenter.narrow(division, reason)
        self.go("missing")

    def _show_due(self, count: int) -> None:
        page = self._made.get("missing")
        if page is not None:
            page.show_due(count)  # type: ignore[attr-defined]
        self.reminders.emit(count)

    def _make_settings(self) -> QWidget:
        from desktop.ui.settings.view import SettingsScreen
        from desktop.usecases.relocating import MAY_MOVE

        page = SettingsScreen(self.session.messages, self._preferences)
        page.offer_move(offered=self.session.training or self.session.role in MAY_MOVE)
        page.offer_reader(self.session)
        page.offer_printing(self.session)
        folder = self.session.desk.folder
        if folder is not None:
            page.offer_operators(self.session, folder)
        page.changed.connect(self.preferences_changed)
        page.divisions_asked.connect(lambda: self.go("divisions"))
        page.move_asked.connect(self.move_asked)
        self.settings_made.emit(page)
        return page

    def _make_payment(self) -> QWidget:
        from desktop.ui.payment.view import PaymentSheet

        sheet = PaymentSheet(self.session, self._look)
        sheet.closed.connect(self._payment_closed)
        sheet.desk_changed.connect(self.desk_changed)
        sheet.printed.connect(self.receipt_shown)
        return sheet


def _let_go(pages: tuple[QWidget, ...]) -> None:
    """Delete the pages, in a later turn of the loop than the signal that may have asked for it.

    A parent keeps the Python side of its children: without ``setParent`` it would outlive them.
    """
    for page in pages:
        if shiboken6.isValid(page):
            page.setParent(None)
            page.deleteLater()
