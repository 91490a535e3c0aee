"""换到另一个乡镇 in both themes, the largest text and both languages: nothing is cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from desktop.app.keyboard import Key, Keyboard
from desktop.app.relocating import look as look_at
from desktop.base.errors import Unavailable
from desktop.base.ids import SeededIds
from desktop.domain.codes import Language
from desktop.ui.messages import Messages
from desktop.ui.relocating.presenter import Doing, Progress
from desktop.ui.relocating.view import RelocatingScreen
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize, ThemeName
from desktop.usecases.relocating import Moved, Wanted
from desktop.usecases.seeding import seed_residents
from tests.helpers import desks
from tests.helpers.inline_runner import InlineRunner
from tests.helpers.stage import stage
from tests.ui.test_access import nameless
from tests.ui.test_looks import cut_off


class Line:
    """A line that is down, or does what is asked; remembers what that was."""

    def __init__(self) -> None:
        self.up = False
        self.wanted: list[Wanted] = []

    def move(self, wanted: Wanted, progress: Progress) -> Moved:
        """Move, or say that there is no line."""
        progress.tell(3)
        self.wanted.append(wanted)
        if not self.up:
            raise Unavailable("CENTRE_UNREACHABLE", "no line")
        return Moved("new", "A002", "old")


Open = Callable[[Language], tuple[RelocatingScreen, Line]]


@pytest.fixture
def open_page(look: Look) -> Iterator[Open]:
    with desks.desk(role="it") as desk, stage(look) as shown:
        seed_residents(desk, 30, SeededIds(1))
        desk.store.set_setting("centre.url", "http://127.0.0.1:9")

        def open_(language: Language) -> tuple[RelocatingScreen, Line]:
            shown.speak(language)
            messages, line, window = Messages(language), Line(), QWidget()
            doing = Doing(lambda: look_at(desk, messages), line.move)
            division = desk.store.station.division
            screen = RelocatingScreen(InlineRunner(), messages, doing, division, window)
            screen.setGeometry(0, 0, 1366, 728)
            shown.show(window, 1366, 728)
            screen.begin()
            return screen, line

        yield open_


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("theme", "size"), [("light", "normal"), ("dark", "largest")])
def test_nothing_is_cut_off(
    theme: ThemeName,
    size: TextSize,
    language: Language,
    open_page: Open,
    look: Look,
    pictures: Path | None,
) -> None:
    look.apply(theme, size)
    screen, _line = open_page(language)
    keys = Keyboard(screen)

    def seen(name: str) -> None:
        keys.settle()
        if pictures is not None:
            screen.grab().save(str(pictures / f"move-{theme}-{size}-{language}-{name}.png"))
        assert cut_off(screen) == []
        assert nameless(screen) == []
        for told in (screen.form.before, screen.form.happens, screen.form.note):
            assert told.height() >= told.heightForWidth(told.width()), told.text()

    seen("asking")
    keys.press(Key.Key_F9)
    seen("mistakes")
    fill(screen, keys)
    seen("confirming")
    keys.press(Key.Key_F9)
    seen("no-line")


def phase_of(screen: RelocatingScreen) -> str:
    return screen.presenter.phase


def fill(screen: RelocatingScreen, keys: Keyboard) -> None:
    screen.form.township.setFocus()
    keys.type("1")
    screen.form.code.setFocus()
    keys.type("ABCD-EFGH-JKLM")
    keys.press(Key.Key_F9)


def test_the_county_s_other_townships_are_picked_by_a_digit(open_page: Open) -> None:
    screen, line = open_page("zh")
    keys = Keyboard(screen)
    over: list[tuple[Moved, str]] = []
    screen.clearing.connect(lambda moved, place: over.append((moved, place)))
    fill(screen, keys)
    assert "白水乡" in screen.form.note.text() or "青石镇" in screen.form.note.text()
    keys.press(Key.Key_F9)
    assert "本站没有改变" in screen.form.note.text()
    assert phase_of(screen) == "asking"
    line.up = True
    keys.press(Key.Key_F9)
    keys.press(Key.Key_F9)
    assert [moved.code for moved, _place in over] == ["A002"]
    first, second = line.wanted
    assert first == second == replace(first, code="ABCD-EFGH-JKLM")
    # The last step is not stopped any more.
    keys.press(Key.Key_Escape)
    assert phase_of(screen) == "moving"
