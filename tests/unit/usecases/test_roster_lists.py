"""Which households a roster holds, in which order, what they add up to; collecting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.base.errors import Refused
from desktop.base.ids import SeededIds
from desktop.domain import codes
from desktop.domain.facts import (
    Recognition,
)
from desktop.domain.roster import Band, share
from desktop.store.verify import verify
from desktop.usecases.desk import Desk
from desktop.usecases.last_year import seed_last_year
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.roster import (
    by_pinyin,
    load_bands,
    open_division,
    open_households,
    resolve_list,
)
from desktop.usecases.roster_collect import ready_to_pay
from desktop.usecases.roster_steps import (
    SetAside,
    renew,
    set_aside,
)
from desktop.usecases.seeding import seed_residents
from tests.helpers import desks
from tests.helpers.rosters import FULL_FEN, YEAR, family, person, settle, settle_village
from tests.helpers.stations import VILLAGE

LOW_INCOME = Recognition(code="subsistence_allowance", area="rural")


@pytest.fixture
def desk() -> Iterator[Desk]:
    with desks.desk() as opened:
        yield opened


def band_of(desk: Desk, household: str) -> Band:
    (band,) = load_bands(desk, (household,), YEAR)
    return band


class TestTheRoster:
    def test_it_lists_by_group_and_number_as_people_count(self, desk: Desk) -> None:
        for number in ("10", "9", "2"):
            settle(desk, (person(int(number)),), number)
        settle(desk, (person(50),), "1", division=VILLAGE + "02")
        settle(desk, (person(51),), "1", division=VILLAGE[:-1] + "9")
        roster = open_division(desk, VILLAGE, YEAR)
        assert [heading.number for heading in roster.headings] == ["2", "9", "10", "1"]
        assert roster.last_year == 4

    def test_the_totals_are_the_sum_of_the_bands(self, desk: Desk) -> None:
        households = settle_village(desk, 5)
        renew(desk, households[0], YEAR)
        paid = renew(desk, households[1], YEAR)
        take_payment(desk, PaymentInput(households[1], "cash", paid.band.due_fen, YEAR))
        everybody = [one.person_id for one in band_of(desk, households[2]).members]
        set_aside(desk, households[2], YEAR, everybody, SetAside(codes.MOVED_AWAY))
        one = band_of(desk, households[3]).members[0].person_id
        set_aside(desk, households[3], YEAR, (one,), SetAside(codes.DEATH))
        roster = open_division(desk, VILLAGE, YEAR)
        total = roster.totals
        for band in load_bands(desk, households, YEAR):
            total = total.plus(share(band), -1)
        assert roster.totals.done == 3
        assert not any((total.households, total.done, total.people, total.renewed))
        assert not any((total.due_fen, total.collected_fen))
        by_list = open_households(desk, households, YEAR)
        assert by_list.totals == roster.totals

    def test_a_pasted_list_is_found_by_number_name_and_told_what_is_missing(
        self, desk: Desk
    ) -> None:
        first, second, third = settle_village(desk, 3, start=501)
        settle(desk, (person(80),), "777")
        settle(desk, (person(81),), "777")
        found = resolve_list(desk, "501\n\n502\t张三\n 培训503之1 \n没有的\n777\n")
        assert found.households[:3] == (first, second, third)
        assert (found.missing, found.several) == (("没有的",), ("777",))
        assert len(found.households) == 5

    def test_pinyin_leads_to_a_household(self, desk: Desk) -> None:
        wanted = settle(desk, (person(1, name="起建国"),), "1")
        other = settle(desk, (person(2, name="王芳"),), "2")
        assert by_pinyin(desk, (wanted, other), "QJG") == {wanted}

    def test_a_household_that_is_gone_or_empty_is_left_out(self, desk: Desk) -> None:
        household = settle(desk, family(1))
        assert load_bands(desk, ("0" * 32, household), YEAR) == (band_of(desk, household),)
        with pytest.raises(Refused) as refused:
            renew(desk, "0" * 32, YEAR)
        assert refused.value.code == "HOUSEHOLD_UNKNOWN"


class TestCollecting:
    def test_a_renewed_household_is_ready_to_pay_what_its_band_said(self, desk: Desk) -> None:
        household = settle(desk, (person(1), person(2, relation="20", identities=(LOW_INCOME,))))
        band = renew(desk, household, YEAR).band
        ready = ready_to_pay(desk, household, YEAR)
        assert ready.saved.payable_fen == band.due_fen == FULL_FEN + 20_000
        taken = take_payment(desk, PaymentInput(household, "cash", band.due_fen, YEAR))
        assert taken.receipt.paid_fen == band.due_fen
        assert [one.state for one in band_of(desk, household).members] == ["paid", "paid"]

    def test_without_a_renewal_there_is_nothing_to_pay(self, desk: Desk) -> None:
        household = settle(desk, family(1))
        with pytest.raises(Refused) as refused:
            ready_to_pay(desk, household, YEAR)
        assert refused.value.code == "NOTHING_PAYABLE"


def test_a_training_station_gets_a_last_year_to_roll_over(desk: Desk, tmp_path: Path) -> None:
    seed_residents(desk, 300, SeededIds(3))
    told: list[int] = []
    made = seed_last_year(desk, SeededIds(4), told.append)
    assert told[-1] == made.enrolled + made.not_enrolled
    assert 240 < made.enrolled < 300
    assert made.not_enrolled > 0
    roster = open_division(desk, desk.store.station.division, YEAR)
    assert (roster.last_year, roster.totals.renewed) == (made.enrolled, 0)
    assert verify(desk.store, tmp_path / "rebuilt.db").ok
