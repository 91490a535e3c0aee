"""Law from the centre reaches an open window: prices follow, nothing is lost, and it is said."""

from __future__ import annotations

import pytest

from desktop.app import law
from desktop.app.keyboard import Key, Modifier
from desktop.store.offers import keep_offers, waiting
from desktop.ui.shell.view import place_key
from desktop.wire.messages import PublishedPack
from tests.law.artefacts import KEYS, raised, signed
from tests.ui.conftest import AtWindow

PACK = PublishedPack(
    number=1,
    pack="chuxiong-2021-46",
    version=2,
    document=signed(raised()).decode("utf-8"),
)


def arrive(at: AtWindow) -> None:
    """Put the pack down as an exchange does, and let the window look."""
    session, program = at.program.session, at.program
    assert session is not None
    store = session.desk.store

    def put_down() -> None:
        with store.transaction():
            keep_offers(store, (PACK,), PACK.number)

    program.runner.wait_for("store", put_down)
    assert program.law_arrivals is not None
    program.law_arrivals.look()


@pytest.fixture
def household(at_window: AtWindow) -> AtWindow:
    """A half-entered household of one with 低保: 200 yuan."""
    at_window.sign_in()
    at_window.keys.type("王")
    enrol = at_window.pages.enrol
    enrol.presenter.choose_identity(0, "subsistence_allowance", {})
    at_window.keys.wait_until(lambda: "200.00" in enrol.form.priceTotal.text(), "the price")
    return at_window


def test_the_price_follows_and_what_was_typed_stays(
    household: AtWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(law, "trusted_keys", lambda: KEYS)
    at, enrol = household, household.pages.enrol
    arrive(at)
    at.keys.wait_until(lambda: "170.00" in enrol.form.priceTotal.text(), "the price by the new law")
    assert enrol.presenter.household.members[0].name == "王"
    assert "代替第 1 版" in enrol.form.memberMessage.words
    at.picture("law-arrived")
    at.keys.press(place_key("law"), Modifier.AltModifier)
    table = at.pages.law.form.law
    at.keys.wait_until(lambda: table.rowCount() > 0, "the page")
    first = [table.item(0, column).text() for column in range(2)]  # type: ignore[union-attr]
    assert first[0] == "政策更新"
    assert "楚医保〔2021〕46号 第 2 版" in first[1]
    at.picture("law-arrived-page")


def test_a_pack_that_does_not_hold_changes_nothing_and_is_told(household: AtWindow) -> None:
    """Signed with a key this program does not trust."""
    at, enrol = household, household.pages.enrol
    arrive(at)
    at.keys.press(place_key("law"), Modifier.AltModifier)
    table = at.pages.law.form.law

    def refused() -> bool:
        at.pages.law.presenter.load()
        item = table.item(0, 1)
        return item is not None and "不予采用" in item.text()

    at.keys.wait_until(refused, "the refusal in words")
    assert "200.00" in enrol.form.priceTotal.text()


def test_while_money_is_taken_the_law_stands_still(
    household: AtWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(law, "trusted_keys", lambda: KEYS)
    at, enrol = household, household.pages.enrol
    at.pages.here = "pay"
    arrive(at)
    session = at.program.session
    assert session is not None
    connection = session.desk.store.connection
    assert len(at.program.runner.wait_for("store", lambda: waiting(connection))) == 1
    assert "200.00" in enrol.form.priceTotal.text()
    at.pages.here = "enrol"
    at.keys.press(Key.Key_F8)
    at.pages.moved.emit("enrol")
    at.keys.wait_until(lambda: "170.00" in enrol.form.priceTotal.text(), "the price afterwards")
