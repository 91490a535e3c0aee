"""Printing on the settings screen: each paper set by keys, and what is set holds at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import shiboken6

from desktop.app.keyboard import Keyboard
from desktop.base.errors import Unavailable
from desktop.domain.codes import Language
from desktop.printing.papers import ALL_PAPERS
from desktop.printing.preview import page_count, page_image
from desktop.printing.print_setup import FOLDER, PrintSetup
from desktop.ui.settings.preferences import Preferences
from desktop.ui.settings.printing import PrintSettings
from desktop.ui.settings.view import SettingsScreen
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize, ThemeName
from tests.helpers import desks
from tests.helpers.screens import TrayOut, session_of
from tests.helpers.stage import spoken
from tests.ui.conftest import AtWindow
from tests.ui.test_looks import cut_off


@dataclass
class AtSettings:
    """The settings screen with its printing card, and what it said was changed."""

    screen: SettingsScreen
    card: PrintSettings
    tray: TrayOut
    changes: list[Preferences] = field(default_factory=list)

    @property
    def keys(self) -> Keyboard:
        """Hands on the keyboard."""
        return Keyboard(self.screen)

    def setup(self, paper: str) -> PrintSetup:
        """How a paper is set up by now."""
        return self.changes[-1].printing.of(paper)


@pytest.fixture(autouse=True)
def _spoken(request: pytest.FixtureRequest) -> Iterator[None]:
    """Load the forms' English where a test speaks it."""
    call = getattr(request.node, "callspec", None)
    with spoken(call.params.get("language", "zh") if call else "zh"):
        yield


def opened(look: Look, language: Language = "zh") -> Iterator[AtSettings]:
    with desks.desk() as desk:
        tray = TrayOut()
        session = session_of(desk, tray=tray, language=language)
        screen = SettingsScreen(session.messages, Preferences())
        screen.offer_reader(session)
        at = AtSettings(screen, screen.offer_printing(session), tray)
        screen.changed.connect(at.changes.append)
        look.dress(screen)
        screen.resize(1180, 900)
        screen.show()
        screen.activateWindow()
        yield at
        shiboken6.delete(screen)


@pytest.fixture
def at(look: Look) -> Iterator[AtSettings]:
    yield from opened(look)


def test_a_paper_is_set_up_by_keys_alone(at: AtSettings) -> None:
    keys = at.keys
    at.card.form.receipt_paper.setFocus()
    keys.type("5")
    assert at.changes[-1].printing.receipt_paper == "preprinted-241x93.1"
    keys.enter()
    assert at.card.form.paper.code == "preprinted-241x93.1"
    keys.enter()
    keys.type("2")
    keys.enter()
    for typed in ("-1.5", "０．７", "1004", "2"):
        keys.type(typed)
        keys.enter()
    assert at.setup("preprinted-241x93.1") == PrintSetup(FOLDER, -15, 7, 1004, 2)
    assert at.setup("A5") == PrintSetup()
    assert at.card.form.ruler.hasFocus()


def test_what_no_printer_needs_is_refused_in_words_and_not_kept(at: AtSettings) -> None:
    keys = at.keys
    at.card.form.dx.setFocus()
    at.card.form.dx.selectAll()
    keys.type("25")
    assert at.card.form.message.words == "写整数或一位小数：-20 到 20"
    assert at.setup("A5").dx_tenths_mm == 20, "the 2 that was typed first was a number"
    keys.enter()
    assert at.card.form.dx.text() == "2.0"
    at.card.form.copies.setFocus()
    at.card.form.copies.selectAll()
    keys.type("0")
    assert at.card.form.message.words == "写整数或一位小数：1 到 5"
    assert at.setup("A5").copies == 1


@pytest.mark.parametrize("paper", ALL_PAPERS)
def test_every_paper_gets_its_calibration_page(at: AtSettings, paper: str) -> None:
    at.card.form.paper.setFocus()
    at.keys.type(str(list(ALL_PAPERS).index(paper) + 1))
    at.card.print_ruler()
    ((name, pdf),) = at.tray.papers
    assert (name, at.tray.kinds) == (f"ruler-{paper}", [paper])
    assert page_count(pdf) == 1
    assert "校准页已送出" in at.card.form.message.words


def test_a_printer_in_trouble_is_told(at: AtSettings) -> None:
    at.tray.refuse = Unavailable("PRINTER_STOPPED", "stopped", printer="impact", path="x.pdf")
    at.card.print_ruler()
    assert "打印机“impact”已暂停或脱机" in at.card.form.message.words
    assert at.card.form.ruler.isEnabled()


def test_a_printer_that_is_gone_stays_chosen_and_says_so(look: Look) -> None:
    with desks.desk() as desk:
        session = session_of(desk)
        preferences = Preferences()
        setups = preferences.printing.with_setup("A5", PrintSetup("impact"))
        card = PrintSettings(session, Preferences(printing=setups))
        look.dress(card)
        assert card.form.printer.text() == "impact"
        card.show()
        card.form.printer.setFocus()
        card.form.printer.entered.emit()
        assert card.form.printer.text() == "impact（现在找不到）"
        assert card.form.printer.code == "impact"
        shiboken6.delete(card)


def test_a_change_holds_for_the_next_paper_and_the_next_start(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    at.pages.go("settings")
    card = at.pages.settings.findChild(PrintSettings)
    assert card is not None
    assert at.program.session is not None
    card.form.receipt_paper.setFocus()
    at.keys.type("6")
    assert at.program.session.printing().receipt_paper == "80"
    at.keys.settle()
    at.picture("settings-printing")
    card.print_ruler()
    at.keys.wait_until(lambda: "校准页已送出" in card.form.message.words, "the calibration page")
    (ruler,) = at.papers.glob("ruler-80*.pdf")
    assert page_image(ruler.read_bytes(), 0, 30).width_mm == pytest.approx(80, abs=0.1)
    at.keys.wait_until(
        lambda: '"receipt_paper":"80"' in (at.program.folder / "preferences.json").read_text(),
        "the settings' file",
    )


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", ["normal", "largest"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_of_the_card_is_cut_off(
    theme: ThemeName, size: TextSize, language: Language, look: Look, pictures: Path | None
) -> None:
    look.apply(theme, size)
    for at in opened(look, language):
        at.card.form.dx.setFocus()
        at.keys.settle()
        if pictures is not None:
            at.card.grab().save(str(pictures / f"print-settings-{theme}-{size}-{language}.png"))
        assert cut_off(at.card) == []
