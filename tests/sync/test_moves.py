"""Goal: who moves between townships is known where they arrive and gone where they left."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.facts import HouseholdFields, HouseholdSaved, PeopleMoved, PersonFields
from desktop.domain.roster_facts import (
    DivisionsImported,
    EnrollmentsVoided,
    FollowUpNoted,
    MaskLifted,
    NotEnrolled,
    Target,
    TargetsSet,
    Unit,
)
from desktop.store import register
from desktop.store.database import Store
from desktop.store.rebuild import differing_tables, rebuild
from tests.helpers.centre import COUNTY, EAST, WEST, TestCentre, enlist, enrol, meet, new_centre
from tests.helpers.centre import new_station as station_of
from tests.helpers.line_faults import proven
from tests.helpers.stations import take_payment


@pytest.fixture
def centre() -> TestCentre:
    return new_centre()


def _stations(centre: TestCentre) -> tuple[Store, Store]:
    stores = tuple(
        station_of(seed, division=township + "000") for seed, township in ((1, EAST), (2, WEST))
    )
    for store in stores:
        enlist(store, centre)
    return stores[0], stores[1]


def _record(store: Store, fact: object) -> None:
    with store.transaction():
        store.record(fact, operator="tester")  # type: ignore[arg-type]


def _same_when_rebuilt(store: Store, path: Path) -> None:
    scratch = store.scratch(path)
    rebuild(store.connection, scratch)
    assert differing_tables(store.connection, scratch) == []
    scratch.close()


def test_people_who_move_are_known_where_they_arrive_and_gone_where_they_left(
    centre: TestCentre, tmp_path: Path
) -> None:
    east, west = _stations(centre)
    old = enrol(west, WEST, people=2)
    new = enrol(east, EAST, place=10)
    for store in (west, east):
        meet(store, centre)
    mover, enrollment = old.people[1], old.enrollments[1]
    moved = PeopleMoved(
        household=HouseholdFields(id=new.household.id),
        left=old.household.id,
        people=(replace(mover, household=new.household.id, relation="80"),),
        enrollments=(replace(enrollment, household=new.household.id),),
        on="2021-11-20",
    )
    # The desk that knows both households is the county's; here the west states the move.
    _record(west, moved)
    for store in (west, east, west):
        meet(store, centre)
    proven(centre, east, west)
    assert [row["id"] for row in register.members(east.connection, str(new.household.id))] == [
        new.people[0].id,
        mover.id,
    ]
    assert [row["id"] for row in register.members(west.connection, str(old.household.id))] == [
        old.people[0].id
    ]
    for store in (east, west):
        _same_when_rebuilt(store, tmp_path / f"{store.station.name}.db")


def test_what_was_paid_follows_somebody_whom_two_desks_moved(centre: TestCentre) -> None:
    east, west = _stations(centre)
    county = station_of(3)
    enlist(county, centre)
    first, second = enrol(county, EAST), enrol(county, EAST, place=10)
    away = enrol(county, WEST, place=20)
    for store in (county, east, west):
        meet(store, centre)
    (mover,), (enrollment,) = first.people, first.enrollments

    def moved_to(fact: HouseholdSaved) -> PeopleMoved:
        home = fact.household.id
        return PeopleMoved(
            household=HouseholdFields(id=home),
            left=first.household.id,
            people=(replace(mover, household=home, relation="80"),),
            enrollments=(replace(enrollment, household=home),),
            on="2021-11-20",
        )

    _record(east, moved_to(second))
    paid = replace(second, people=(mover,), enrollments=(enrollment,))
    take_payment(east, paid)
    meet(east, centre)
    # The county has not heard of that and knows the mover in the first household still.
    _record(county, moved_to(away))
    for store in (county, west, east, county):
        meet(store, centre)
    for store in (county, east, west):
        statement = "SELECT payment_id FROM enrollments WHERE id = ?"
        assert store.connection.execute(statement, (enrollment.id,)).fetchone()[0]
    proven(centre, east, west)


def test_a_newcomer_saved_into_a_household_leaves_the_other_in_its_township(
    centre: TestCentre,
) -> None:
    east, west = _stations(centre)
    old = enrol(west, WEST, people=2)
    for store in (west, east):
        meet(store, centre)
    mover = old.people[1]
    _record(
        west,
        HouseholdSaved(
            household=HouseholdFields(id="a" * 32, division=EAST + "001", number="H77"),
            people=(replace(mover, household="a" * 32),),
            enrollments=(replace(old.enrollments[1], household="a" * 32),),
            left=(str(old.household.id),),
        ),
    )
    for store in (west, east, west):
        meet(store, centre)
    proven(centre, east, west)
    assert [row["id"] for row in register.members(east.connection, "a" * 32)] == [mover.id]
    assert len(register.members(west.connection, str(old.household.id))) == 1


def test_a_voided_enrolment_leaves_the_figures_of_both_ends(centre: TestCentre) -> None:
    east, _ = _stations(centre)
    saved = enrol(east, EAST, people=3)
    meet(east, centre)
    gone = tuple(one.id for one in saved.enrollments[:2])
    _record(east, EnrollmentsVoided(household=saved.household.id, enrollments=gone, reason="误登"))
    meet(east, centre)
    proven(centre, east)
    left = register.enrollments(east.connection, saved.household.id, 2021)
    assert [row["id"] for row in left] == [saved.enrollments[2].id]


def test_the_county_s_tree_and_targets_reach_every_station(centre: TestCentre) -> None:
    east, west = _stations(centre)
    unit = Unit(
        code=EAST + "001", name="东村", kind="village", parent=EAST + "000", aliases=("东",)
    )
    _record(west, DivisionsImported(units=(unit,), source="培训区划.csv"))
    _record(
        west,
        TargetsSet(campaign_year=2021, targets=(Target(division=EAST + "001", residents=900),)),
    )
    for store in (west, east):
        meet(store, centre)
    row = east.connection.execute("SELECT * FROM units WHERE code = ?", (unit.code,)).fetchone()
    assert (row["name"], row["kind"], row["aliases"]) == ("东村", "village", '["东"]')
    target = east.connection.execute("SELECT * FROM targets").fetchone()
    assert (target["division"], target["residents"], target["target"]) == (unit.code, 900, None)
    proven(centre, east, west)


def test_why_somebody_is_not_enrolled_is_told_in_the_township_and_nowhere_else(
    centre: TestCentre,
) -> None:
    east, west = _stations(centre)
    county = station_of(3, division=COUNTY)
    enlist(county, centre)
    saved = enrol(east, EAST)
    person = saved.people[0].id
    note = NotEnrolled(
        person=person, household=saved.household.id, campaign_year=2021, reason="refused"
    )
    _record(
        east,
        HouseholdSaved(
            household=HouseholdFields(id=saved.household.id),
            people=(PersonFields(id=person, phone="13900000000"),),
            not_enrolled=(note,),
        ),
    )
    _record(
        east,
        FollowUpNoted(
            id="f" * 32,
            person=person,
            household=saved.household.id,
            campaign_year=2021,
            kind="visit",
            on="2021-11-22",
            next_on="2021-12-01",
        ),
    )
    _record(east, MaskLifted(person=person, field="document_number", reason="核对户口簿"))
    for store in (east, west, county):
        meet(store, centre)
    for store, rows in ((east, 1), (county, 1), (west, 0)):
        assert store.connection.execute("SELECT count(*) FROM not_enrolled").fetchone()[0] == rows
        assert store.connection.execute("SELECT count(*) FROM follow_ups").fetchone()[0] == rows
    looks = centre.database.connection.execute("SELECT operator, reason FROM looks").fetchall()
    assert [tuple(row) for row in looks] == [("tester", "核对户口簿")]
    assert county.connection.execute("SELECT count(*) FROM looks").fetchone()[0] == 0
    proven(centre, east, west, county)
