"""A list taken in at the county: the centre agrees, each township hears of its own people only."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec

from desktop.app.law import shipped_law
from desktop.base.ids import SeededIds
from desktop.domain.events import BODY_BYTES_MAX
from desktop.domain.facts import HouseholdFields, HouseholdSaved, PersonFields, Recognition
from desktop.domain.household import HouseholdInput, MemberInput
from desktop.domain.invented import invented_number
from desktop.domain.roster_facts import DivisionsImported
from desktop.server.verify import verify as verify_centre
from desktop.store.database import Store
from desktop.store.verify import verify
from desktop.usecases.desk import Desk
from desktop.usecases.divisions import move_households
from desktop.usecases.households import save_household
from desktop.usecases.lists.aliases import alias_book
from desktop.usecases.lists.batches import batches, waiting
from desktop.usecases.lists.choices import ListChoices
from desktop.usecases.lists.reading import read_list
from desktop.usecases.lists.review import review
from desktop.usecases.lists.undoing import undo_list
from desktop.usecases.lists.writing import Written, write_list
from desktop.usecases.seeding import seed_residents
from tests.helpers.centre import COUNTY, EAST, WEST, enlist, enrol, meet, new_centre, new_station
from tests.helpers.workbooks import workbook

SOURCE = "县民政局低保"


def supervisor(store: Store) -> Desk:
    return Desk(store, shipped_law(), "tester", "复核", "supervisor")


def people(store: Store) -> list[Any]:
    return list(
        store.connection.execute(
            "SELECT p.*, h.division FROM people p JOIN households h ON h.id = p.household_id"
            " ORDER BY p.id"
        )
    )


def take(desk: Desk, folder: Path, rows: list[tuple[object, ...]]) -> Written:
    path = folder / "list.xlsx"
    path.write_bytes(workbook({"a": [("姓名", "身份证号", "救助类别"), *rows]}))
    choices = ListChoices(
        path=str(path), kind="identity", source=SOURCE, department="civil_affairs",
        confirmed=("ELSEWHERE", "SHRUNK", "SAME_FILE"),
    )  # fmt: skip
    aliases = alias_book(desk, SOURCE)
    data = read_list(choices, today=desk.today, aliases=aliases)
    return write_list(desk, review(desk, choices, data, aliases))


def identities(store: Store) -> dict[str, str]:
    return {one["id"]: one["identities"] or "[]" for one in people(store)}


def test_each_township_is_told_of_its_own_people(tmp_path: Path) -> None:
    centre = new_centre()
    county = new_station(1)
    east, west = new_station(2, division=EAST), new_station(3, division=WEST)
    for store in (county, east, west):
        enlist(store, centre)
    for place in range(12):
        enrol(county, EAST if place % 2 else WEST, place=2 * place, people=2)
    desk = supervisor(county)
    rows: list[tuple[object, ...]] = [
        (one["name"], one["document_number"], "农村低保") for one in people(county)
    ]
    done = take(desk, tmp_path, [*rows, ("张新人", "53999919900101007X", "孤儿")])
    for store in (county, east, west):
        meet(store, centre)
    whole = identities(county)
    assert all("subsistence_allowance" in told for told in whole.values())
    for store, township in ((east, EAST), (west, WEST)):
        assert {one["division"][:9] for one in people(store)} == {township}
        assert identities(store) == {one: whole[one] for one in identities(store)}
        assert [one.id for one in batches(supervisor(store))] == [done.batch]
        known = store.connection.execute("SELECT count(*) FROM list_people").fetchone()[0]
        assert known == 12
        assert verify(store, tmp_path / "scratch.db").ok
    assert centre.count("list_people") == 25
    assert verify_centre(centre.database)["findings"] == []
    undo_list(desk, done.batch, "错了")
    for store in (county, east, west):
        meet(store, centre)
    assert set(identities(east).values()) == {"[]"}
    assert batches(supervisor(west))[0].undone_by == "tester"
    assert verify_centre(centre.database)["findings"] == []
    assert centre.kinds() == []
    for store in (county, east, west):
        store.close()


def test_a_household_that_changes_townships_keeps_what_lists_said(tmp_path: Path) -> None:
    centre = new_centre()
    county = new_station(1)
    west = new_station(3, division=WEST)
    for store in (county, west):
        enlist(store, centre)
    desk = supervisor(county)
    seed_residents(desk, 30, SeededIds(2))
    rows: list[tuple[object, ...]] = [
        (one["name"], one["document_number"], "农村低保") for one in people(county)
    ]
    take(desk, tmp_path, rows)
    moving = next(one for one in people(county) if one["division"].startswith(EAST))
    tree = desk.tree_cache.refresh(county.connection)
    ended = tree.unit(moving["division"])
    assert ended is not None
    closed = msgspec.structs.replace(ended, valid_to="2021-10-31", replaced_by=WEST + "001")
    with county.transaction():
        county.record(DivisionsImported(units=(closed,)), operator="x")
    assert move_households(desk, ended.code) > 0
    for store in (county, west):
        meet(store, centre)
    moved = {one["id"]: one["identities"] for one in people(west)}
    assert moving["id"] in moved
    assert moved[moving["id"]] == identities(county)[moving["id"]]
    assert "subsistence_allowance" in moved[moving["id"]]
    assert verify(west, tmp_path / "scratch.db").ok
    for store in (county, west):
        store.close()


def test_a_township_registers_whom_the_countys_list_named(tmp_path: Path) -> None:
    centre = new_centre()
    county, east = new_station(1), new_station(2, division=EAST)
    for store in (county, east):
        enlist(store, centre)
    desk = supervisor(county)
    seed_residents(desk, 30, SeededIds(2))
    village = next(one["division"] for one in people(county) if one["division"].startswith(EAST))
    number = invented_number(date(1971, 3, 4), 77, "1")
    path = tmp_path / "list.xlsx"
    row = ("张新人", number, "农村低保", village)
    path.write_bytes(workbook({"a": [("姓名", "身份证号", "救助类别", "区划代码"), row]}))
    choices = ListChoices(path=str(path), kind="identity", source=SOURCE)
    aliases = alias_book(desk, SOURCE)
    data = read_list(choices, today=desk.today, aliases=aliases)
    done = write_list(desk, review(desk, choices, data, aliases))
    for store in (county, east, county):
        meet(store, centre)
    clerk = Desk(east, shipped_law(), "clerk", "经办", "clerk")
    member = MemberInput(name="张新人", document_number=number, relation="02")
    entry = HouseholdInput(village, 2021, (member,))
    (saved,) = save_household(clerk, entry).enrollments
    assert saved.assessment.assistance_identity == "subsistence_allowance"
    for store in (east, county):
        meet(store, centre)
        assert "subsistence_allowance" in identities(store)[saved.person_id]
    assert waiting(desk) == ()
    assert centre.kinds() == []
    undo_list(desk, done.batch, "错了")
    for store in (county, east):
        meet(store, centre)
        assert identities(store)[saved.person_id] == "[]"
        assert verify(store, tmp_path / "scratch.db").ok
    assert verify_centre(centre.database)["findings"] == []
    assert centre.kinds() == []
    for store in (county, east):
        store.close()


def test_two_desks_that_change_the_same_persons_identities_make_a_case(tmp_path: Path) -> None:
    centre = new_centre()
    county, east = new_station(1), new_station(2, division=EAST)
    for store in (county, east):
        enlist(store, centre)
    enrol(county, EAST, place=1)
    meet(county, centre)
    meet(east, centre)
    (one,) = people(east)
    veteran = (Recognition(code="veteran"),)
    with east.transaction():
        changed = PersonFields(id=one["id"], identities=veteran)
        household = HouseholdFields(id=one["household_id"])
        east.record(HouseholdSaved(household=household, people=(changed,)), operator="y")
    meet(east, centre)
    take(supervisor(county), tmp_path, [(one["name"], one["document_number"], "农村低保")])
    meet(county, centre)
    assert centre.kinds() == ["FIELD_CONFLICT"]
    for store in (county, east):
        store.close()


def test_a_long_list_is_many_events_and_none_of_them_is_large(tmp_path: Path) -> None:
    county = new_station(1)
    desk = supervisor(county)
    rows: list[tuple[object, ...]] = [
        (f"某{place}" + "长" * 40, "", f"{'说法' * 20}{place % 7}") for place in range(1_500)
    ]
    first = date(1930, 1, 1)
    numbered = [
        (name, invented_number(first + timedelta(days=place), place % 500, "1"), words)
        for place, (name, _, words) in enumerate(rows)
    ]
    take(desk, tmp_path, list(numbered))
    sizes = [
        row[0]
        for row in county.connection.execute(
            "SELECT length(body) FROM events WHERE type = 'list.part'"
        )
    ]
    assert len(sizes) < 1_500 / 20
    assert max(sizes) < BODY_BYTES_MAX / 2
    assert county.station.county == COUNTY
    county.close()
