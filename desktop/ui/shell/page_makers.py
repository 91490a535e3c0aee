"""The pages that need nothing of the window but its signals: made when they are first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.ui.theme.look import Look

if TYPE_CHECKING:
    from desktop.ui.shell.desk_pages import DeskPages


def make_find(pages: DeskPages, look: Look) -> QWidget:
    """Return the page that finds residents."""
    from desktop.ui.search.view import FindScreen

    page = FindScreen(pages.session, look)
    page.chosen.connect(pages.open_household)
    return page


def make_cases(pages: DeskPages, look: Look) -> QWidget:
    """Return the page of cases: what a person must decide."""
    from desktop.ui.cases.view import CasesScreen

    page = CasesScreen(pages.session, look)
    page.desk_changed.connect(pages.desk_changed)
    page.household_asked.connect(pages.open_household)
    return page


def make_closing(pages: DeskPages, look: Look) -> QWidget:
    """Return the page of the closing of days."""
    from desktop.ui.closing.view import ClosingScreen

    page = ClosingScreen(pages.session, look)
    page.desk_changed.connect(pages.desk_changed)
    return page


def make_sync(pages: DeskPages, look: Look) -> QWidget:
    """Return the page of the exchange."""
    from desktop.ui.sync_status.view import SyncScreen

    page = SyncScreen(pages.session.messages, look)
    page.sync_asked.connect(pages.sync_asked)
    page.register_asked.connect(pages.register_asked)
    pages.sync_made.emit(page)
    return page


def make_law(pages: DeskPages, look: Look) -> QWidget:
    """Return the page of the law and the local values."""
    from desktop.ui.law.view import LawScreen

    page = LawScreen(pages.session, look)
    page.desk_changed.connect(pages.desk_changed)
    page.desk_changed.connect(pages.enrol.presenter.price_anew)
    page.recount_asked.connect(lambda: pages.go("recount"))
    return page


def make_recount(pages: DeskPages, look: Look) -> QWidget:
    """Return the page of what changed law changes."""
    from desktop.ui.law.recount.view import RecountScreen

    page = RecountScreen(pages.session, look)
    page.desk_changed.connect(pages.desk_changed)
    page.closed.connect(lambda: pages.go("law"))
    return page


def make_divisions(pages: DeskPages, look: Look) -> QWidget:
    """Return the page of the county's divisions."""
    from desktop.ui.divisions.view import DivisionsScreen

    page = DivisionsScreen(pages.session, look)
    page.desk_changed.connect(pages.desk_changed)
    page.desk_changed.connect(pages.enrol.places_learnt)
    page.closed.connect(lambda: pages.go("settings"))
    return page


def make_lists(pages: DeskPages, look: Look) -> QWidget:
    """Return the page of lists that come in and go out."""
    from desktop.ui.lists.view import ListsScreen

    page = ListsScreen(pages.session, look)
    page.desk_changed.connect(pages.desk_changed)
    page.household_asked.connect(pages.open_household)
    return page
