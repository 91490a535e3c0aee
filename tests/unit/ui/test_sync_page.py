"""What the exchange's page says: what needs somebody, what waits, and how it went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop.base.errors import Unavailable
from desktop.store import exchange
from desktop.store.relinking import LOST, UNSURE
from desktop.sync.engine import ExchangeReport
from desktop.ui.messages import Messages
from desktop.ui.sync_status.presenter import SyncWords
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.status import desk_status
from tests.helpers import desks
from tests.helpers.desks import SON, with_members

REPORT = ExchangeReport(
    pushed=3,
    accepted=3,
    already=0,
    cases=0,
    pulled=5,
    pending=0,
    cursor=40,
    bytes_out=1,
    bytes_in=1,
)
WORDS = SyncWords(Messages("zh"))


@pytest.fixture
def desk() -> Iterator[Desk]:
    with desks.desk(numbers=30) as opened:
        yield opened


def test_what_waits_is_told_by_kind_with_the_oldest(desk: Desk) -> None:
    saved = save_household(desk, with_members(SON, number="001001-0002"))
    take_payment(desk, PaymentInput(saved.household_id, "cash", 32_000))
    page = WORDS.page(desk_status(desk), [], "offline")
    assert "参保登记 1 条" in page.waiting
    assert "收费与收据 1 条" in page.waiting
    assert page.needs == ()


def test_exchanges_are_listed_newest_first_and_failures_with_their_reason(desk: Desk) -> None:
    with desk.store.transaction():
        exchange.log_exchange(
            desk.store, "2021-11-15T01:00:00.000Z", "done", '{"answered":3,"cases":0,"feed":5}'
        )
        exchange.log_exchange(desk.store, "2021-11-15T02:00:00.000Z", "CENTRE_SLOW", "{}")
        exchange.log_exchange(
            desk.store, "2021-11-15T03:00:00.000Z", "done", '{"answered":9,"cases":2,"feed":0}'
        )
    rows = WORDS.page(desk_status(desk), [], "waiting").rows
    assert [row[0] for row in rows] == ["11-15 11:00", "11-15 10:00", "11-15 09:00"]
    assert rows[0][1:] == ("9", "0", "其中 2 条有待处理事项")
    assert rows[1][1:3] == ("", "")
    assert "县中心" in rows[1][3]
    assert rows[2][1:] == ("3", "5", "正常")


def test_a_failure_since_the_file_was_read_stands_first_and_once(desk: Desk) -> None:
    with desk.store.transaction():
        exchange.log_exchange(desk.store, "2021-11-15T02:00:00.000Z", "CENTRE_SLOW", "{}")
    told = [
        ("10:05:00", None, Unavailable("CENTRE_UNREACHABLE", "")),
        ("10:00:00", None, Unavailable("CENTRE_SLOW", "")),
        ("09:00:00", REPORT, None),
    ]
    rows = WORDS.page(desk_status(desk), told, "offline").rows
    assert [row[0] for row in rows] == ["10:05", "11-15 10:00"]


class TestNeeds:
    def test_a_clock_that_is_a_year_off(self, desk: Desk) -> None:
        for off_s, words in (
            (-400 * 86_400, "慢 400 天"),
            (7_300, "快 2 小时"),
            (400, "快 6 分钟"),
        ):
            told = [("10:00:00", replace(REPORT, clock_off_s=off_s), None)]
            (need,) = WORDS.page(desk_status(desk), told, "waiting").needs
            assert words in need
            assert "校准" in need

    def test_another_copy_of_the_station(self, desk: Desk) -> None:
        told = [("10:00:00", replace(REPORT, forked=True), None)]
        (need,) = WORDS.page(desk_status(desk), told, "waiting").needs
        assert "副本" in need
        assert "停用其中一份" in need

    def test_an_event_the_centre_does_not_take(self, desk: Desk) -> None:
        told = [("10:00:00", replace(REPORT, stopped="EVENT_SIGNATURE"), None)]
        (need,) = WORDS.page(desk_status(desk), told, "waiting").needs
        assert "仍保存在本机" in need
        assert "EVENT_SIGNATURE" not in need

    def test_a_repaired_file(self, desk: Desk) -> None:
        with desk.store.transaction():
            desk.store.set_setting(UNSURE, "1")
            desk.store.set_setting(LOST, "2")
        (need,) = WORDS.page(desk_status(desk), [], "offline").needs
        assert "不要补录" in need
        with desk.store.transaction():
            desk.store.set_setting(UNSURE, "0")
        (need,) = WORDS.page(desk_status(desk), [], "waiting").needs
        assert "核对完就在这里列出" in need


def test_how_far_a_fill_has_come_until_it_is_stopped(desk: Desk) -> None:
    told = [("10:00:00", replace(REPORT, cursor=30, head=40, more=True), None)]
    filling = WORDS.page(desk_status(desk), told, "running").filling
    assert filling is not None
    assert (filling.done, filling.total) == (30, 40)
    assert "75%" in filling.words
    assert WORDS.page(desk_status(desk), told, "paused").filling is None
