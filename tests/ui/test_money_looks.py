"""How receipts, payment and closing look: in every theme, size and language nothing is cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableWidget, QWidget

from desktop.domain.codes import Language
from desktop.ui.closing.view import ClosingScreen
from desktop.ui.enroll.promises import Payable
from desktop.ui.payment.view import PaymentSheet
from desktop.ui.receipts.view import ReceiptsScreen
from desktop.ui.session import Session
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize, ThemeName
from desktop.usecases.households import save_household
from desktop.usecases.open_household import load_household
from desktop.usecases.payments import PaymentInput, take_payment
from tests.helpers import desks
from tests.helpers.desks import CAMPAIGN, FAMILY, SON, with_members
from tests.helpers.screens import session_of
from tests.helpers.stage import spoken
from tests.ui.test_looks import cut_off

SIZES: tuple[TextSize, ...] = ("normal", "largest")
ROOM = {"normal": (1210, 660), "largest": (1099, 645)}
"""What a 1366×768 screen leaves to a page beside the navigation."""


@pytest.fixture(params=["zh", "en"])
def session(request: pytest.FixtureRequest) -> Iterator[Session]:
    language: Language = request.param
    with spoken(language), desks.desk(numbers=30) as desk:
        saved = save_household(desk, with_members(SON, number="001001-0002"))
        take_payment(desk, PaymentInput(saved.household_id, "cash", 32_000))
        yield session_of(desk, language=language)


def receipts(session: Session, look: Look) -> QWidget:
    screen = ReceiptsScreen(session, look, lambda: "ref")
    screen.begin()
    screen.presenter.actions.begin("void")
    return screen


def payment(session: Session, look: Look) -> QWidget:
    saved = save_household(session.desk, FAMILY)
    entry = load_household(session.desk, saved.household_id, CAMPAIGN).entry
    screen = PaymentSheet(session, look)
    screen.begin(Payable(entry, saved), "ref")
    screen.presenter.set_field("given", "1000")
    return screen


def closing(session: Session, look: Look) -> QWidget:
    screen = ClosingScreen(session, look)
    screen.begin()
    screen.presenter.set_count(10_000, "3")
    screen.presenter.begin("close")
    return screen


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("make", [receipts, payment, closing])
def test_nothing_is_cut_off_and_the_screen_fits(
    make: Callable[[Session, Look], QWidget],
    theme: ThemeName,
    size: TextSize,
    session: Session,
    look: Look,
    qapp: QApplication,
    pictures: Path | None,
) -> None:
    look.apply(theme, size)
    screen = make(session, look)
    screen.resize(*ROOM[size])
    look.dress(screen)
    screen.show()
    qapp.processEvents()
    if pictures is not None:
        name = f"{make.__name__}-{theme}-{size}-{session.messages.language}"
        screen.grab().save(str(pictures / f"{name}.png"))
    found = cut_off(screen)
    least = screen.minimumSizeHint()
    shiboken6.delete(screen)
    assert found == []
    assert (least.width() <= ROOM[size][0], least.height() <= ROOM[size][1]) == (True, True)


SCALED = {"normal": (1124, 612), "large": (1140, 652)}
"""What 1280×720 points leave, a full-HD screen at 150 %; and a middling text at 1366×768."""


@pytest.mark.parametrize("size", SCALED)
@pytest.mark.parametrize("make", [ReceiptsScreen, ClosingScreen])
def test_at_150_per_cent_headings_amounts_and_the_day_are_whole(
    make: type[ReceiptsScreen] | type[ClosingScreen],
    size: TextSize,
    session: Session,
    look: Look,
    qapp: QApplication,
) -> None:
    look.apply("light", size)
    screen = make(session, look, lambda: "ref") if make is ReceiptsScreen else make(session, look)  # type: ignore[call-arg]
    screen.begin()
    screen.resize(*SCALED[size])
    look.dress(screen)
    screen.show()
    for _ in range(3):
        qapp.processEvents()
    cut = [
        (table.objectName(), header.model().headerData(place, Qt.Orientation.Horizontal))
        for table in screen.findChildren(QTableWidget)
        for header in (table.horizontalHeader(),)
        for place in range(table.columnCount())
        if table.isVisible() and header.isVisible() and not table.isColumnHidden(place)
        if header.sectionSize(place) < header.sectionSizeHint(place) - look.px(4)
    ]
    if isinstance(screen, ReceiptsScreen):
        day = screen.form.day
        room, text = day.contentsRect().width(), day.fontMetrics().horizontalAdvance(day.text())
        cut += [("day", day.text())] if room < text else []
    shiboken6.delete(screen)
    assert cut == []


def test_a_closing_with_nothing_to_close_has_the_keyboard_where_it_says_so(
    look: Look, qapp: QApplication
) -> None:
    with desks.desk() as desk:
        screen = ClosingScreen(session_of(desk), look)
        screen.show()
        screen.begin()
        qapp.processEvents()
        assert screen.form.empty.hasFocus()
        assert screen.form.empty.text()
        shiboken6.delete(screen)


@pytest.mark.parametrize("size", SIZES)
def test_the_difference_of_a_day_is_never_cut_off(
    size: TextSize, session: Session, look: Look, qapp: QApplication
) -> None:
    look.apply("dark", size)
    screen = ClosingScreen(session, look)
    screen.begin()
    screen.presenter.set_count(10_000, "99999")
    screen.resize(*ROOM[size])
    look.dress(screen)
    screen.show()
    for _ in range(3):
        qapp.processEvents()
    figure = screen.form.difference
    room, needed, words = figure.width(), figure.sizeHint().width(), figure.text()
    shiboken6.delete(screen)
    assert "9,999,580.00" in words
    assert room >= needed
