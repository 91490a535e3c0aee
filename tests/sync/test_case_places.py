"""A double between two townships is a case in both: told, talked about, decided and closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec
import pytest

from desktop.app.law import shipped_law
from desktop.base.errors import Refused
from desktop.domain import codes
from desktop.domain.household import HouseholdInput
from desktop.server.recheck import recheck_by
from desktop.server.verify import verify
from desktop.usecases.cases import CaseShown, comment_case, decide_case, list_cases, open_case
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.moves import Move, move_people
from desktop.usecases.payments import PaymentInput, take_payment
from tests.helpers.centre import (
    COUNTY,
    EAST,
    WEST,
    TestCentre,
    enlist,
    enrol,
    meet,
    new_centre,
    new_station,
)
from tests.helpers.desks import CAMPAIGN, SON, with_members
from tests.helpers.line_faults import amend
from tests.helpers.packets import carry

THIRD = COUNTY + "003"
ALONE = replace(SON, relation=codes.HEAD)
DOUBLE = "DUPLICATE_ENROLLMENT"


@dataclass(slots=True)
class Towns:
    """Two townships that share nothing, a third beside them, and the county over all."""

    centre: TestCentre
    west: Desk
    east: Desk
    third: Desk
    office: Desk

    @property
    def all(self) -> tuple[Desk, ...]:
        return self.west, self.east, self.third, self.office

    def meet(self) -> None:
        for one in (*self.all, *self.all):
            meet(one.store, self.centre)

    def double(self, *, paid: bool = False) -> None:
        """Enrol one person in the west, then in the east."""
        for desk, division, number in ((self.west, WEST, "9"), (self.east, EAST, "8")):
            household = save_household(desk, entry(division, number)).household_id
            if paid:
                take_payment(desk, PaymentInput(household, "cash", 32_000))
            self.meet()


def entry(division: str, number: str) -> HouseholdInput:
    return replace(with_members(ALONE, number=number), division=division + "001")


@pytest.fixture
def towns() -> Iterator[Towns]:
    centre = new_centre(recheck=recheck_by(shipped_law()))
    desks = []
    for seed, division in enumerate((WEST + "000", EAST + "000", THIRD + "000", COUNTY), 1):
        store = new_station(seed, division=division)
        enlist(store, centre)
        desks.append(Desk(store, shipped_law(), f"chief{seed}", "", "supervisor"))
    yield Towns(centre, *desks)
    for desk in desks:
        desk.store.close()
    centre.database.close()


def shown(desk: Desk, kind: str = DOUBLE) -> CaseShown:
    (line,) = [one for one in list_cases(desk) if one.kind == kind]
    return open_case(desk, line.id, CAMPAIGN)


def open_here(case: CaseShown) -> list[str]:
    return [one.code for one in case.choices if not one.why_not]


def test_both_townships_and_the_county_are_told_and_nobody_else(towns: Towns) -> None:
    towns.double()
    told = {desk.operator: len(list_cases(desk)) for desk in towns.all}
    assert told == {"chief1": 1, "chief2": 1, "chief3": 0, "chief4": 1}
    assert shown(towns.office).matter.whole
    for desk, own, other in ((towns.west, WEST, EAST), (towns.east, EAST, WEST)):
        matter = shown(desk).matter
        (mine,) = [side.says for side in matter.sides if not side.told]
        (theirs,) = [side.says for side in matter.sides if side.told]
        assert mine is not None
        assert theirs is not None
        assert mine["division"] == own + "001"
        assert mine["name"] == ALONE.name
        assert theirs["division"] == other + "001"
        assert theirs["same_name"] == "yes"
        assert theirs["registered_on"] == mine["registered_on"]
        assert matter.told
        assert not matter.whole


def test_no_name_and_no_number_of_the_other_township_is_told(towns: Towns) -> None:
    towns.double(paid=True)
    rows = towns.centre.database.connection.execute("SELECT kind, detail FROM cases").fetchall()
    assert {row[0] for row in rows} == {DOUBLE, "PAID_TWICE"}
    for row in rows:
        assert ALONE.name not in row[1]
        assert ALONE.document_number not in row[1]
        assert len(row[1]) < 2_000
        for side in msgspec.json.decode(row[1])["sides"]:
            assert not {"name", "payer", "document_number", "phone"} & set(side)
    # Nothing of the other township's record came along with the case.
    people = towns.west.store.connection.execute("SELECT count(*) FROM people").fetchone()[0]
    assert people == 1


def test_each_gives_up_its_own_side_and_what_one_decides_closes_it_for_both(towns: Towns) -> None:
    towns.double()
    for desk in (towns.west, towns.east):
        assert len(open_here(shown(desk))) == 1
        case = shown(desk)
        with pytest.raises(Refused, match="CASE_CHOICE_ELSEWHERE"):
            decide_case(desk, case.line.id, "different_people", "不是一个人", CAMPAIGN)
    assert len(open_here(shown(towns.office))) == 3
    comment_case(towns.east, shown(towns.east).line.id, "本人说在西乡参保")
    towns.meet()
    assert [one.comment for one in shown(towns.west).remarks] == ["本人说在西乡参保"]
    case = shown(towns.east)
    decide_case(towns.east, case.line.id, open_here(case)[0], "撤本乡的登记", CAMPAIGN)
    towns.meet()
    for desk in (towns.west, towns.east, towns.office):
        assert shown(desk).line.state == "decided"
        assert [one.comment for one in shown(desk).remarks][-1] == "撤本乡的登记"
    assert not list_cases(towns.third)
    left = towns.office.store.connection.execute(
        "SELECT h.division FROM enrollments e JOIN households h ON h.id = e.household_id"
        " WHERE e.status = 'registered'"
    ).fetchall()
    assert [row[0] for row in left] == [WEST + "001"]
    assert verify(towns.centre.database)["ok"]


def test_decided_in_both_townships_without_a_line_is_a_case_in_both(towns: Towns) -> None:
    towns.double()
    for desk in (towns.west, towns.east):
        case = shown(desk)
        decide_case(desk, case.line.id, open_here(case)[0], "撤本乡的登记", CAMPAIGN)
    towns.meet()
    for desk in (towns.west, towns.east, towns.office):
        assert shown(desk, "CASE_DECISIONS_DIFFER").line.state == "open"
    assert not list_cases(towns.third)


def test_money_taken_twice_is_told_in_both_townships(towns: Towns) -> None:
    towns.double(paid=True)
    for desk in (towns.west, towns.east):
        case = shown(desk, "PAID_TWICE")
        (theirs,) = [side.says for side in case.matter.sides if side.told]
        assert theirs is not None
        assert theirs["amount_fen"] == "32000"
        assert theirs["receipt"]
        assert len(open_here(case)) == 1


def test_a_new_station_and_one_that_comes_by_stick_hear_of_it_too(towns: Towns) -> None:
    towns.double()
    late = new_station(9, division=WEST + "000")
    enlist(late, towns.centre)
    carry(late, towns.centre)
    desk = Desk(late, shipped_law(), "late", "", "clerk")
    assert shown(desk).matter.told
    late.close()


def test_a_household_that_moves_takes_its_open_cases_and_what_was_said_along(
    towns: Towns,
) -> None:
    towns.double()
    comment_case(towns.east, shown(towns.east).line.id, "本人说在西乡参保")
    towns.meet()
    assert not list_cases(towns.third)
    moved = towns.centre.database.connection.execute(
        "SELECT id FROM households WHERE division = ?", (EAST + "001",)
    ).fetchone()[0]
    amend(towns.office.store, moved, division=THIRD + "001")
    towns.meet()
    case = shown(towns.third)
    assert [one.comment for one in case.remarks] == ["本人说在西乡参保"]
    (mine,) = [side.says for side in case.matter.sides if not side.told]
    assert mine is not None
    assert mine["division"] == THIRD + "001"
    # Where it had been told it stays told, and whoever has the household gives up its side.
    assert all(shown(desk).line.state == "open" for desk in (towns.east, towns.west))
    decide_case(towns.third, case.line.id, open_here(case)[0], "撤本乡的登记", CAMPAIGN)
    towns.meet()
    assert {shown(desk).line.state for desk in towns.all} == {"decided"}
    assert verify(towns.centre.database)["ok"]


def test_a_case_about_who_moves_alone_is_told_where_they_arrive_and_only_there(
    towns: Towns,
) -> None:
    towns.double()
    connection = towns.office.store.connection
    row = connection.execute(
        "SELECT p.id FROM people p JOIN households h ON h.id = p.household_id WHERE h.division = ?",
        (EAST + "001",),
    ).fetchone()
    arrived = enrol(towns.office.store, THIRD, place=20)
    towns.meet()
    assert DOUBLE not in {one.kind for one in list_cases(towns.third)}
    move_people(towns.office, Move((row["id"],), arrived.household.id))
    towns.meet()
    assert shown(towns.third).line.state == "open"
    # Another household's move is nothing to this case.
    other = enrol(towns.office.store, WEST, place=21)
    amend(towns.office.store, other.household.id, division=COUNTY + "004001")
    towns.meet()
    places = towns.centre.database.connection.execute(
        "SELECT p.division FROM case_places p JOIN cases c ON c.id = p.case_id WHERE c.kind = ?"
        " ORDER BY p.division",
        (DOUBLE,),
    ).fetchall()
    assert [one[0][:9] for one in places] == [WEST, THIRD]
