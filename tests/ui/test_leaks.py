"""Opening and closing every screen again and again leaves no widget, timer, thread or object."""

from __future__ import annotations

import gc
import threading
from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app.keyboard import Key, Modifier
from desktop.ui.shell.desk_pages import DeskPages
from tests.ui.conftest import AtWindow
from tests.ui.walk import enter_family

TIMES = 50
_KINDS = (QWidget, QTimer, QThread, QAction, QShortcut)


def census(at: AtWindow) -> Counter[str]:
    """Return how many widgets, timers, threads and Python objects of ours there are."""
    # What asked to be deleted later goes now, as it would in a turn of the event loop.
    at.keys.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    at.keys.settle()
    gc.collect()
    counts: Counter[str] = Counter()
    for root in (at.program, *QApplication.topLevelWidgets()):
        for kind in _KINDS:
            counts[kind.__name__] += len(root.findChildren(kind))
    counts["top level"] = len(QApplication.topLevelWidgets())
    counts["Python thread"] = threading.active_count()
    for one in gc.get_objects():
        if isinstance(one, QObject) and type(one).__module__.startswith("desktop."):
            counts[type(one).__qualname__] += 1
    return counts


def grown(at: AtWindow, act: Callable[[], None], times: int = TIMES) -> dict[str, int]:
    """Return what there is more of after doing something ``times`` times; twice is warming up."""
    act()
    act()
    before = census(at)
    for _ in range(times):
        act()
    return dict(census(at) - before)


def test_going_through_every_screen_leaves_nothing(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    places = [name for name in at.pages.every() if name != "pay"]

    def through() -> None:
        for place in places:
            at.pages.go(place)
        QCoreApplication.processEvents()

    assert grown(at, through) == {}


def test_opening_and_shutting_what_covers_a_screen_leaves_nothing(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    enter_family(at)
    window = at.program.window

    def over_and_away() -> None:
        window.open_search()
        at.keys.press(Key.Key_Escape)
        at.keys.press(Key.Key_F1)
        at.keys.press(Key.Key_Escape)
        at.keys.press(Key.Key_F1, Modifier.ControlModifier)
        at.keys.press(Key.Key_Escape)
        window.lock()
        window.unlock()
        at.program.ask_centre()
        centre = at.program.first_run.centre
        assert centre is not None
        centre.done(registered=False)
        QCoreApplication.processEvents()

    assert grown(at, over_and_away) == {}


def test_entering_and_clearing_a_household_leaves_nothing(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    enter_family(at)
    presenter = at.pages.enrol.presenter

    def away_and_back() -> None:
        presenter.new_household()
        presenter.bring_back()
        at.pages.enrol.table.focus(0, "identities")
        at.pages.enrol.table.focus(1, "identities")
        QCoreApplication.processEvents()

    assert grown(at, away_and_back) == {}


def test_making_every_screen_anew_in_another_language_leaves_nothing(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    languages = iter(["en", "zh"] * 10)

    def speak() -> None:
        old: DeskPages = at.pages
        old.every()
        at.pages.go("settings")
        field = at.pages.settings.form.language
        field.picked.emit(next(languages))
        at.keys.wait_until(lambda: at.pages is not old, "the other language")
        QCoreApplication.processEvents()

    assert grown(at, speak, times=6) == {}
