"""Every screen of the window as a person with a keyboard or a screen reader meets it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from desktop.app.drive import enter_member, family
from desktop.app.keyboard import Key
from tests.ui.conftest import AtWindow


def take_the_cursor(screen: QWidget, *, hidden: bool = False) -> Iterator[QWidget]:
    """Yield what the Tab key reaches in ``screen``; with ``hidden`` also what may be shown yet."""
    for part in screen.findChildren(QWidget):
        policy = part.focusPolicy()
        if not policy & Qt.FocusPolicy.TabFocus or isinstance(part, QScrollArea):
            continue
        inner = isinstance(part.parentWidget(), QAbstractSpinBox | QAbstractScrollArea)
        if inner and not isinstance(part, QLineEdit | QAbstractItemView):
            continue
        if hidden or (part.isVisible() and part.isEnabled()):
            yield part


def path(part: QWidget) -> str:
    """Return where a widget stands, to be found by whoever reads a failure."""
    names = []
    step: QWidget | None = part
    while step is not None:
        names.append(step.objectName() or type(step).__name__)
        step = step.parentWidget()
    return "/".join(reversed(names[-8:] if len(names) > 8 else names))


def enter_family(at: AtWindow) -> None:
    """Type the demo's household, so that rows, details and identities are there."""
    for row in family(at.pages.session.today):
        enter_member(at.keys, row)
    at.keys.settle()


def screens(at: AtWindow) -> Iterator[tuple[str, QWidget]]:
    """Show one screen after the other, with somebody in the household, and yield it."""
    enter_family(at)
    at.pages.enrol.table.focus(0, "identities")
    at.keys.settle()
    yield "enrol", at.pages.enrol
    for name in at.pages.every():
        if name in ("enrol", "pay"):
            continue
        at.pages.go(name)
        at.keys.settle()
        yield name, at.pages.every()[name]
    at.pages.go("enrol")
    at.keys.press(Key.Key_F12)
    at.keys.wait_until(lambda: at.pages.payment is not None, "the payment sheet")
    at.keys.settle()
    sheet = at.pages.payment
    assert sheet is not None
    yield "pay", sheet
    at.keys.press(Key.Key_Escape)
    at.keys.settle()


def tab_round(at: AtWindow, screen: QWidget) -> list[QWidget]:
    """Press Tab until the cursor is back where it began; return where it was in ``screen``."""
    reachable = list(take_the_cursor(screen))
    if not reachable:
        return []
    reachable[0].setFocus(Qt.FocusReason.TabFocusReason)
    visited: list[QWidget] = []
    for _ in range(4 * len(at.program.window.findChildren(QWidget))):
        focus: QWidget | None = QApplication.focusWidget()
        if focus is None or (visited and focus is visited[0] and len(visited) > 1):
            break
        visited.append(focus)
        if len(visited) > 500:
            break
        at.keys.press(Key.Key_Tab)
    return visited
