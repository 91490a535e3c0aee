"""Goal: batches, answers, paid rows, statements and checks mean the same at every end.

Method: a township's and the county's desk meet at a real centre; files are written and read.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.app.law import shipped_law
from desktop.domain.facts import HouseholdFields, HouseholdSaved, PersonFields
from desktop.domain.handover_facts import ReturnCode
from desktop.store.database import Store
from desktop.usecases.audits import AuditWanted, record_audit, run_audit
from desktop.usecases.cases import decide_case, list_cases, open_case
from desktop.usecases.desk import Desk
from desktop.usecases.handover import HandoverWanted, hand_over, list_batches, plan_handover
from desktop.usecases.reconciliation import (
    approve_reconciliation,
    list_statements,
    state_reconciliation,
)
from desktop.usecases.return_codes import return_codes, set_return_codes
from desktop.usecases.tax_paid import book_rows, list_tax_rows, settle_row, take_paid
from desktop.usecases.tax_returns import take_returns
from tests.helpers.centre import COUNTY, EAST, TestCentre, enlist, enrol, meet, new_centre
from tests.helpers.centre import new_station as station_of
from tests.helpers.line_faults import proven
from tests.helpers.tax_files import answer_file, paid_file

CAMPAIGN = 2021
WEST = EAST[:-1] + str(int(EAST[-1]) + 1)
TABLES = (
    "handovers", "handover_rows", "tax_files", "tax_rows", "return_codes", "reconciliations",
    "audit_findings", "audit_runs",
)  # fmt: skip


@pytest.fixture
def centre() -> TestCentre:
    return new_centre()


def _desk(store: Store) -> Desk:
    return Desk(store, shipped_law(), "tester", "tester", "supervisor")


def _stations(centre: TestCentre) -> tuple[Store, Store, Store]:
    found = [
        station_of(seed, division=division)
        for seed, division in ((1, EAST + "000"), (2, WEST + "000"), (3, COUNTY))
    ]
    for store in found:
        enlist(store, centre)
    return found[0], found[1], found[2]


def _all_meet(centre: TestCentre, *stores: Store) -> None:
    for store in (*stores, *stores):
        meet(store, centre)


def _rows(store: Store | TestCentre, table: str) -> list[tuple[object, ...]]:
    connection = store.database.connection if isinstance(store, TestCentre) else store.connection
    rows = [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]
    return sorted((tuple(sorted(row.items())) for row in rows), key=repr)


def _number(saved: HouseholdSaved) -> str:
    number = saved.people[0].document_number
    assert isinstance(number, str)
    return number


def test_the_county_and_the_centre_agree_and_townships_hear_of_their_own(
    centre: TestCentre, tmp_path: Path
) -> None:
    east, west, county = _stations(centre)
    one, two = enrol(east, EAST, place=1), enrol(west, WEST, place=2)
    _all_meet(centre, east, west, county)
    desk = _desk(county)
    batch = hand_over(desk, HandoverWanted(COUNTY, CAMPAIGN))
    assert batch.rows == 2
    take_returns(
        desk, answer_file(tmp_path / "r.csv", batch.number, [(1, "000", ""), (2, "101", "x")])
    )
    set_return_codes(desk, (ReturnCode(code="101", accepted=False, zh="户籍不符"),), "a.csv")
    rows = [("9", _number(saved), "320", "2021-11-10") for saved in (one, two)]
    rows.append(("9", "539999190001010014", "320", "2021-11-10"))
    take_paid(desk, paid_file(tmp_path / "p.csv", rows), CAMPAIGN)
    stranger = next(row for row in list_tax_rows(desk, COUNTY, CAMPAIGN) if row.state == "unknown")
    settle_row(desk, stranger.id, "not_ours", "邻县")
    stated = state_reconciliation(desk, COUNTY, CAMPAIGN, desk.today, "待入账")
    approve_reconciliation(desk, stated.id, "boss")
    _all_meet(centre, county, east, west)
    proven(centre, east, west, county)
    for table in TABLES:
        assert _rows(county, table) == _rows(centre, table), table
    for store, own in ((east, EAST), (west, WEST)):
        assert [row.division for row in list_tax_rows(_desk(store), own, CAMPAIGN)] == [own + "001"]
        assert {
            row[0] for row in store.connection.execute("SELECT division FROM handover_rows")
        } == {own}
        assert list_statements(_desk(store), own, CAMPAIGN) == ()
        assert return_codes(_desk(store))["101"].zh == "户籍不符"
        assert list_batches(_desk(store), own, CAMPAIGN)[0].rows == 2


def test_a_township_books_what_the_county_read(centre: TestCentre, tmp_path: Path) -> None:
    east, _west, county = _stations(centre)
    saved = enrol(east, EAST, place=1)
    _all_meet(centre, east, county)
    rows = [("9", _number(saved), "320", "2021-11-10")]
    take_paid(_desk(county), paid_file(tmp_path / "p.csv", rows), CAMPAIGN)
    _all_meet(centre, county, east)
    (booked,) = book_rows(_desk(east), list_tax_rows(_desk(east), EAST, CAMPAIGN))
    assert booked.error is None
    _all_meet(centre, east, county)
    proven(centre, east, county)
    assert [row.state for row in list_tax_rows(_desk(county), COUNTY, CAMPAIGN)] == ["booked"]
    assert plan_handover(_desk(county), HandoverWanted(COUNTY, CAMPAIGN)).rows == ()
    assert centre.kinds() == []


def test_one_voucher_booked_at_two_desks_is_a_case(centre: TestCentre, tmp_path: Path) -> None:
    east, _west, county = _stations(centre)
    saved = enrol(east, EAST, place=1)
    _all_meet(centre, east, county)
    rows = [("9", _number(saved), "320", "2021-11-10")]
    take_paid(_desk(county), paid_file(tmp_path / "p.csv", rows), CAMPAIGN)
    _all_meet(centre, county, east)
    for store in (east, county):
        list(book_rows(_desk(store), list_tax_rows(_desk(store), EAST, CAMPAIGN)))
    _all_meet(centre, east, county)
    assert centre.kinds() == ["PAID_TWICE"]


def test_two_desks_that_hand_over_the_same_are_a_case(centre: TestCentre) -> None:
    east, _west, county = _stations(centre)
    enrol(east, EAST, place=1)
    _all_meet(centre, east, county)
    for store, place in ((east, EAST), (county, COUNTY)):
        hand_over(_desk(store), HandoverWanted(place, CAMPAIGN))
    _all_meet(centre, east, county)
    assert centre.kinds() == ["HANDED_TWICE"]
    for store in (east, county):
        assert plan_handover(_desk(store), HandoverWanted(EAST, CAMPAIGN)).rows == ()
    proven(centre, east, county)


def test_a_case_opens_for_each_finding_once_and_closes_when_it_is_mended(
    centre: TestCentre,
) -> None:
    east, _west, county = _stations(centre)
    saved = enrol(east, EAST, place=1)
    _dies(east, saved)
    _all_meet(centre, east, county)
    wanted = AuditWanted("dead-enrolled", COUNTY, CAMPAIGN)
    for _time in range(2):
        record_audit(_desk(county), wanted)
        _all_meet(centre, county, east)
    assert centre.kinds() == ["AUDIT_DEAD_ENROLLED"]
    (case,) = list_cases(_desk(east))
    assert (case.kind, case.state) == ("AUDIT_DEAD_ENROLLED", "open")
    # The township finds the same thing by itself: it is the same case.
    assert run_audit(_desk(east), AuditWanted("dead-enrolled", EAST, CAMPAIGN)).new == 0
    _lives(east, saved)
    record_audit(_desk(east), AuditWanted("dead-enrolled", EAST, CAMPAIGN))
    _all_meet(centre, east, county)
    assert [one.state for one in list_cases(_desk(county))] == ["decided"]
    _dies(east, saved)
    record_audit(_desk(east), AuditWanted("dead-enrolled", EAST, CAMPAIGN))
    _all_meet(centre, east, county)
    assert centre.kinds() == ["AUDIT_DEAD_ENROLLED"] * 2
    proven(centre, east, county)


def test_what_a_person_verified_stays_decided(centre: TestCentre) -> None:
    east, _west, county = _stations(centre)
    saved = enrol(east, EAST, place=1)
    _dies(east, saved)
    wanted = AuditWanted("dead-enrolled", COUNTY, CAMPAIGN)
    _all_meet(centre, east, county)
    record_audit(_desk(county), wanted)
    _all_meet(centre, county, east)
    (case,) = list_cases(_desk(county))
    shown = open_case(_desk(county), case.id, CAMPAIGN)
    (says,) = (side.says for side in shown.matter.sides)
    assert says is not None
    assert (says["name"], says["status"]) == (saved.people[0].name, "registered")
    assert shown.matter.household == saved.household.id
    assert [one.code for one in shown.choices] == ["corrected", "no_fault"]
    decide_case(_desk(county), case.id, "no_fault", "信息有误，本人健在", CAMPAIGN)
    _all_meet(centre, county, east)
    record_audit(_desk(county), wanted)
    _all_meet(centre, county, east)
    assert [one.state for one in list_cases(_desk(east))] == ["decided"]
    assert centre.kinds() == ["AUDIT_DEAD_ENROLLED"]


def test_two_desks_that_find_the_same_open_one_case(centre: TestCentre) -> None:
    east, _west, county = _stations(centre)
    saved = enrol(east, EAST, place=1)
    _dies(east, saved)
    _all_meet(centre, east, county)
    for store in (east, county):
        record_audit(_desk(store), AuditWanted("dead-enrolled", EAST, CAMPAIGN))
    _all_meet(centre, east, county)
    assert centre.kinds() == ["AUDIT_DEAD_ENROLLED"]
    proven(centre, east, county)


def _dies(store: Store, saved: HouseholdSaved) -> None:
    _survival(store, saved, "2")


def _lives(store: Store, saved: HouseholdSaved) -> None:
    _survival(store, saved, "1")


def _survival(store: Store, saved: HouseholdSaved, survival: str) -> None:
    person = PersonFields(id=saved.people[0].id, survival=survival)
    fact = HouseholdSaved(household=HouseholdFields(id=saved.household.id), people=(person,))
    with store.transaction():
        store.record(fact, operator="tester")
