"""F7 at the window of a training desk, by keys only, with the simulated reader."""

from __future__ import annotations

from dataclasses import replace

from desktop.app.keyboard import Key, Modifier
from desktop.base.ids import SeededIds
from desktop.devices.simulated import SimulatedReader
from desktop.ui.search.overlay import SearchOverlay
from desktop.ui.settings.preferences import Preferences
from tests.helpers.stations import DAY
from tests.ui.conftest import AtWindow


def dealt(count: int) -> list[tuple[str, str]]:
    """Return name and number of the first cards a training desk's reader deals."""
    reader = SimulatedReader(SeededIds(539), "539999001", DAY)
    return [(card.name, card.number) for card in (reader.read() for _ in range(count))]


def read(at: AtWindow, members: int) -> None:
    """Press F7 and wait for the member it makes."""
    at.keys.press(Key.Key_F7)
    household = at.pages.enrol.presenter
    at.keys.wait_until(lambda: len(household.household.members) == members, "the card's row")


def test_a_household_is_dealt_card_by_card_and_saved(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    for count in (1, 2, 3):
        read(at, count)
        if count > 1:
            # The cursor stands where only the clerk knows the answer: the relation.
            at.keys.type("9")
    members = at.pages.enrol.presenter.household.members
    assert [(one.name, one.document_number) for one in members] == dealt(3)
    assert at.pages.enrol.presenter.household.address
    at.picture("card-read")
    at.keys.press(Key.Key_F9)
    at.keys.wait_until(lambda: not at.pages.enrol.presenter.changed, "the saved household")


def test_the_search_finds_the_person_of_a_card(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    read(at, 1)
    name, number = dealt(1)[0]
    at.keys.press(Key.Key_F9)
    at.keys.wait_until(lambda: not at.pages.enrol.presenter.changed, "the saved household")
    at.keys.press(Key.Key_F2)
    # The same cards again, as if the person came back.
    assert at.program.session is not None
    cards = at.program.session.cards
    cards.choose(replace(Preferences().reader, kind="none"), at.program.runner)
    cards.choose(Preferences().reader, at.program.runner)
    at.keys.press(Key.Key_K, Modifier.ControlModifier)
    overlay = at.program.window.findChild(SearchOverlay)
    assert overlay is not None
    at.keys.press(Key.Key_F7)
    at.keys.wait_until(lambda: overlay.form.results.count() == 1, "the card's person")
    assert overlay.form.query.text() == name
    said = overlay.form.results.item(0).text() + overlay.form.message.words
    assert number not in said
    at.picture("card-found")
    at.keys.enter()
    at.keys.wait_until(
        lambda: at.pages.enrol.presenter.household.household_id != "", "the person's household"
    )
    assert at.pages.enrol.presenter.household.members[0].name == name


def test_the_key_opens_the_search_from_the_register(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    at.pages.go("find")
    at.keys.press(Key.Key_F7)
    overlay = at.program.window.findChild(SearchOverlay)
    assert overlay is not None
    at.keys.wait_until(lambda: "没有找到" in overlay.form.message.words, "the answer")
    name, number = dealt(1)[0]
    assert name in overlay.form.message.words
    assert number not in overlay.form.message.words


def test_the_reader_ends_with_the_program(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    read(at, 1)
    assert at.program.session is not None
    cards = at.program.session.cards
    at.program.close()
    assert cards._held is None
    assert [path for path in at.program.folder.iterdir() if "card" in path.name] == []
