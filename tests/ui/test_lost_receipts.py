"""What a repair lost for good: settled by the background exchange, read on the page, no console."""

from __future__ import annotations

import msgspec
import pytest

from desktop.app.keyboard import Key
from desktop.domain.receipt import receipt_number
from desktop.store import segments
from desktop.store.database import Store
from desktop.store.relinking import LOST, UNSURE
from desktop.store.segments import LOST_RECEIPTS, LostReceipt
from desktop.ui.messages import Messages
from desktop.ui.sync_status.presenter import SyncWords
from desktop.ui.theme.tokens import TextSize
from desktop.usecases.mending import lost_for_good, lost_was_read, settle_lost_receipts
from desktop.usecases.status import desk_status
from tests.helpers import desks
from tests.ui.conftest import AtWindow
from tests.ui.test_looks import cut_off


def lose(store: Store, *serials: int, events: int = 0) -> list[str]:
    """Note, as a repair does, that receipts were made of which no copy holds anything."""
    held = segments.segments(store.connection, store.station.id)[0]
    lost = [
        LostReceipt(receipt_number(held.prefix, serial), held.id, held.prefix, serial, 32_000)
        for serial in serials
    ]
    with store.transaction():
        store.set_setting(LOST_RECEIPTS, msgspec.json.encode(lost).decode())
        store.set_setting(LOST, str(events))
    return [one.number for one in lost]


@pytest.mark.parametrize("text", ["normal", "largest"])
def test_it_is_settled_after_an_exchange_and_stays_until_somebody_has_read_it(
    at_window: AtWindow, text: TextSize
) -> None:
    at = at_window
    at.program.look.apply("dark" if text == "largest" else "light", text)
    at.sign_in()
    store = at.pages.session.desk.store
    numbers = at.program.runner.wait_for("store", lambda: lose(store, 1, 2, events=3))
    at.pages.go("sync")
    page = at.pages.sync.form
    assert at.program.watch is not None
    # An exchange came to its end.
    at.program.watch.exchanged.emit()
    at.keys.wait_until(page.lostRead.isVisible, "what is lost")
    for number in numbers:
        assert f"收据 {number}（320.00 元）确认丢失" in page.needs.text()
    assert "3 条业务记录已确认丢失" in page.needs.text()
    assert "见“数据同步”" not in page.needs.text()
    assert "有业务确认丢失" in at.program.window.status.words
    at.picture(f"lost-{text}")
    assert cut_off(at.pages.sync) == []
    assert page.needs.height() >= page.needs.heightForWidth(page.needs.width())
    page.lostRead.setFocus()
    at.keys.press(Key.Key_Space)
    at.keys.wait_until(page.lostRead.isHidden, "that it was read")
    assert "确认丢失" not in page.needs.text()
    assert at.pages.sync.isAncestorOf(at.keys.target)


class TestSettling:
    def test_numbers_are_voided_once_and_told_until_read(self) -> None:
        with desks.desk(numbers=10) as desk:
            numbers = lose(desk.store, 4)
            settled = settle_lost_receipts(desk)
            assert settled is not None
            assert [one.number for one in settled.receipts] == numbers
            assert settle_lost_receipts(desk) is None
            voided = desk.store.connection.execute(
                "SELECT count(*) FROM events WHERE type = 'numbers.voided'"
            ).fetchone()[0]
            assert voided == 1
            # What a later exchange finds missing comes beside it.
            lose(desk.store, events=2)
            settle_lost_receipts(desk)
            kept = lost_for_good(desk.store)
            assert (kept.events, [one.number for one in kept.receipts]) == (2, numbers)
            lost_was_read(desk)
            assert not lost_for_good(desk.store).anything

    def test_nothing_is_voided_before_the_centre_was_heard(self) -> None:
        with desks.desk(numbers=10) as desk:
            lose(desk.store, 4)
            with desk.store.transaction():
                desk.store.set_setting(UNSURE, "1")
            assert settle_lost_receipts(desk) is None
            status = desk_status(desk)
            page = SyncWords(Messages("zh")).page(status, (), "waiting")
            assert not page.lost
            assert any("刚修复过" in line for line in page.needs)

    def test_a_page_without_losses_has_no_button(self) -> None:
        with desks.desk() as desk:
            words = SyncWords(Messages("en"))
            assert not words.page(desk_status(desk), (), "waiting").lost
            assert words.urgent(desk_status(desk)) == ()
