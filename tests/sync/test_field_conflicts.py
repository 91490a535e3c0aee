"""Two desks and one field: other fields merge, the same field is a case, whatever the line does."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import msgspec
import pytest

from desktop.domain.case_facts import CaseCommented, CaseDecided
from desktop.domain.facts import HouseholdFields, HouseholdSaved, OperatorAdded, PersonFields
from desktop.domain.household import HouseholdInput, MemberInput
from desktop.store.database import Store
from desktop.usecases.households import save_household
from desktop.usecases.open_household import load_household
from desktop.usecases.rebasing import rebased
from tests.helpers.centre import COUNTY, EAST, TestCentre, enlist, enrol, meet, new_centre
from tests.helpers.centre import new_station as station
from tests.helpers.desks import FAMILY
from tests.helpers.desks import desk as signed_in


class County:
    """Two desks of one county that know one household."""

    def __init__(self) -> None:
        self.centre: TestCentre = new_centre()
        self.one, self.other = station(1, division=COUNTY), station(2, division=COUNTY)
        for store in (self.one, self.other):
            enlist(store, self.centre)
        self.saved = enrol(self.one, EAST, people=2)
        self.everybody_meets()

    @property
    def household(self) -> str:
        return self.saved.household.id

    @property
    def person(self) -> str:
        return self.saved.people[0].id

    def edit(self, store: Store, **fields: str) -> None:
        """Change fields of the first person at one desk."""
        people = (PersonFields(id=self.person, **fields),)  # type: ignore[arg-type]
        self.say(store, HouseholdSaved(household=HouseholdFields(id=self.household), people=people))

    def edit_household(self, store: Store, **fields: str) -> None:
        self.say(store, HouseholdSaved(household=HouseholdFields(id=self.household, **fields)))

    def say(self, store: Store, fact: Any) -> str:
        with store.transaction():
            return store.record(fact, operator="tester").id

    def everybody_meets(self, *stores: Store) -> None:
        for store in stores or (self.one, self.other, self.one):
            meet(store, self.centre)

    def phones(self) -> set[str]:
        found = {
            store.connection.execute(
                "SELECT phone FROM people WHERE id = ?", (self.person,)
            ).fetchone()[0]
            for store in (self.one, self.other)
        }
        at_centre = self.centre.database.connection.execute(
            "SELECT phone FROM people WHERE id = ?", (self.person,)
        ).fetchone()[0]
        return found | {at_centre}

    def details(self) -> list[dict[str, Any]]:
        rows = self.centre.database.connection.execute(
            "SELECT detail FROM cases WHERE kind = 'FIELD_CONFLICT' ORDER BY position"
        )
        return [msgspec.json.decode(row[0]) for row in rows]


@pytest.fixture
def county() -> County:
    return County()


class TestTheCentre:
    def test_different_fields_of_one_person_merge_without_a_word(self, county: County) -> None:
        county.edit(county.one, phone="1")
        county.edit(county.other, alias="小名")
        county.everybody_meets()
        assert county.centre.kinds() == []
        row = county.one.connection.execute(
            "SELECT phone, alias FROM people WHERE id = ?", (county.person,)
        ).fetchone()
        assert tuple(row) == ("1", "小名")

    def test_the_same_field_is_a_case_and_the_centre_order_stands(self, county: County) -> None:
        county.edit(county.one, phone="1")
        county.edit(county.other, phone="2")
        county.everybody_meets(county.one, county.other, county.one)
        assert county.phones() == {"2"}
        (detail,) = county.details()
        assert (detail["table"], detail["row"], detail["fields"]) == (
            "people",
            county.person,
            ["phone"],
        )
        events = county.centre.database.connection.execute(
            "SELECT id FROM events WHERE seq > 1 AND type = 'household.saved' AND id IN (?, ?)",
            detail["events"],
        ).fetchall()
        assert len(events) == 2

    def test_a_case_holds_neither_names_nor_values(self, county: County) -> None:
        county.edit(county.one, phone="13900000001", name="甲")
        county.edit(county.other, phone="13900000002", name="乙")
        county.everybody_meets()
        text = str(county.details())
        assert not any(part in text for part in ("139", "甲", "乙", "培训"))

    def test_both_desks_are_told(self, county: County) -> None:
        county.edit(county.one, phone="1")
        county.edit(county.other, phone="2")
        county.everybody_meets()
        for store in (county.one, county.other):
            (row,) = store.connection.execute("SELECT * FROM cases").fetchall()
            assert (row["kind"], row["state"]) == ("FIELD_CONFLICT", "open")
            assert row["station"] == county.other.station.id
            assert row["station_name"] == "培训站2"
            assert row["opened_at"]

    def test_the_same_value_from_both_is_no_conflict(self, county: County) -> None:
        county.edit(county.one, phone="1")
        county.edit(county.other, phone="1")
        county.everybody_meets()
        assert county.centre.kinds() == []

    def test_who_had_seen_the_earlier_value_replaces_it(self, county: County) -> None:
        county.edit(county.one, phone="1")
        county.everybody_meets()
        county.edit(county.other, phone="2")
        county.everybody_meets()
        county.edit(county.one, phone="3")
        county.everybody_meets()
        assert county.centre.kinds() == []
        assert county.phones() == {"3"}

    def test_a_desk_that_went_on_before_it_heard_is_still_behind(self, county: County) -> None:
        """An event waits while earlier ones are sent: what it knew is what it said it knew."""
        county.edit(county.one, phone="1")
        county.everybody_meets(county.one)
        for _ in range(3):
            county.edit_household(county.other, address="x")
        county.edit(county.other, phone="2")
        county.everybody_meets()
        assert county.centre.kinds() == ["FIELD_CONFLICT"]

    def test_an_empty_field_filled_by_both_is_a_conflict(self, county: County) -> None:
        county.edit_household(county.one, phone="1")
        county.edit_household(county.other, phone="2")
        county.everybody_meets()
        (detail,) = county.details()
        assert (detail["table"], detail["row"]) == ("households", county.household)

    def test_emptying_what_the_other_changed_is_a_conflict(self, county: County) -> None:
        county.edit_household(county.one, address="二组2号")
        county.edit_household(county.other, address="")
        county.everybody_meets()
        assert county.centre.kinds() == ["FIELD_CONFLICT"]

    def test_repeated_requests_open_no_second_case(self, county: County) -> None:
        county.edit(county.one, phone="1")
        county.edit(county.other, phone="2")
        for _ in range(3):
            county.everybody_meets()
        assert county.centre.kinds() == ["FIELD_CONFLICT"]

    @pytest.mark.parametrize("order", list(itertools.permutations((0, 1, 2))))
    def test_in_whatever_order_three_desks_come_each_loss_is_told(
        self, county: County, order: tuple[int, ...]
    ) -> None:
        third = station(3, division=COUNTY)
        enlist(third, county.centre)
        meet(third, county.centre)
        stores = (county.one, county.other, third)
        for number, store in enumerate(stores):
            county.edit(store, phone=str(number))
        for place in order:
            meet(stores[place], county.centre)
        county.everybody_meets(*stores, *stores)
        assert county.centre.kinds() == ["FIELD_CONFLICT"] * 2
        assert county.phones() == {str(order[-1])}

    def test_a_desk_outside_the_scope_is_behind_though_its_cursor_is_not(
        self, county: County
    ) -> None:
        """The household left the township; what happens there since is not told here any more."""
        west = station(4, division=EAST)
        enlist(west, county.centre)
        meet(west, county.centre)
        county.edit_household(county.one, division=COUNTY + "002001")
        county.everybody_meets(county.one, west)
        county.edit(county.one, phone="1")
        county.everybody_meets(county.one, west)
        county.edit(west, phone="2")
        county.everybody_meets(west, county.one)
        assert county.centre.kinds() == ["FIELD_CONFLICT"]


class TestDecisions:
    @pytest.fixture
    def case(self, county: County) -> str:
        county.edit(county.one, phone="1")
        county.edit(county.other, phone="2")
        county.everybody_meets()
        for store in (county.one, county.other):
            county.say(store, OperatorAdded(operator="tester", display_name="", role="supervisor"))
        (row,) = county.one.connection.execute("SELECT id FROM cases").fetchall()
        return str(row[0])

    def decide(self, county: County, store: Store, case: str, decision: str) -> None:
        county.say(store, CaseDecided(case=case, kind="FIELD_CONFLICT", decision=decision))

    def states(self, store: Store) -> list[tuple[str, str]]:
        rows = store.connection.execute("SELECT kind, state FROM cases ORDER BY kind DESC")
        return [(row[0], row[1]) for row in rows]

    def test_a_decision_closes_the_case_everywhere(self, county: County, case: str) -> None:
        self.decide(county, county.one, case, "first")
        county.everybody_meets()
        for store in (county.one, county.other, county.centre.database):
            assert self.states(store) == [("FIELD_CONFLICT", "decided")]  # type: ignore[arg-type]
            (row,) = store.connection.execute("SELECT * FROM case_remarks").fetchall()
            assert (row["case_id"], row["decision"]) == (case, "first")

    def test_the_same_decision_twice_is_one(self, county: County, case: str) -> None:
        for store in (county.one, county.other):
            self.decide(county, store, case, "first")
        county.everybody_meets()
        assert self.states(county.one) == [("FIELD_CONFLICT", "decided")]

    def test_another_decision_is_a_case_of_its_own(self, county: County, case: str) -> None:
        self.decide(county, county.one, case, "first")
        self.decide(county, county.other, case, "second")
        county.everybody_meets()
        assert self.states(county.other) == [
            ("FIELD_CONFLICT", "decided"),
            ("CASE_DECISIONS_DIFFER", "open"),
        ]

    def test_who_may_not_decide_leaves_it_open(self, county: County, case: str) -> None:
        fact = OperatorAdded(operator="tester", display_name="", role="clerk")
        county.say(county.one, fact)
        self.decide(county, county.one, case, "first")
        county.everybody_meets()
        assert sorted(self.states(county.one)) == [
            ("DECISION_ROLE", "open"),
            ("FIELD_CONFLICT", "open"),
        ]

    def test_comments_reach_everybody_who_sees_the_case(self, county: County, case: str) -> None:
        county.say(county.other, CaseCommented(case=case, comment="已电话核实"))
        county.everybody_meets()
        (row,) = county.one.connection.execute("SELECT * FROM case_remarks").fetchall()
        assert (row["comment"], row["decision"]) == ("已电话核实", "")
        assert self.states(county.one) == [("FIELD_CONFLICT", "open")]


class TestTheDesk:
    def test_a_save_states_only_what_changed(self) -> None:
        with signed_in() as desk:
            saved = save_household(desk, FAMILY)
            entry = load_household(desk, saved.household_id, FAMILY.campaign_year).entry
            save_household(desk, changed(entry, 0, phone="13900000000"))
            body = desk.store.connection.execute(
                "SELECT body FROM events ORDER BY seq DESC LIMIT 1"
            ).fetchone()[0]
            fact = msgspec.json.decode(body)["fact"]
            assert set(fact["household"]) == {"id"}
            assert set(fact["people"][0]) == {"id", "phone"}
            assert all(set(one) == {"id"} for one in fact["people"][1:])

    def test_what_arrived_while_the_household_was_open_is_kept(self) -> None:
        with signed_in() as desk:
            saved = save_household(desk, FAMILY)
            entry = load_household(desk, saved.household_id, FAMILY.campaign_year).entry
            head = entry.members[0].person_id
            with desk.store.transaction():
                people = (PersonFields(id=head, phone="13900000001"),)
                household = HouseholdFields(id=saved.household_id, address="新址")
                desk.store.record(HouseholdSaved(household=household, people=people), operator="x")
            save_household(desk, changed(entry, 0, alias="阿甲"))
            now = load_household(desk, saved.household_id, FAMILY.campaign_year).entry
            assert (now.members[0].phone, now.members[0].alias) == ("13900000001", "阿甲")
            assert now.address == "新址"

    def test_who_joined_while_the_household_was_open_stays(self) -> None:
        with signed_in() as desk:
            saved = save_household(desk, FAMILY)
            entry = load_household(desk, saved.household_id, FAMILY.campaign_year).entry
            with desk.store.transaction():
                people = (
                    PersonFields(
                        id="f" * 32, household=saved.household_id, name="新人", relation="20"
                    ),
                )
                household = HouseholdFields(id=saved.household_id)
                desk.store.record(HouseholdSaved(household=household, people=people), operator="x")
            assert "新人" in [one.name for one in rebased(desk, entry).members]


def changed(entry: HouseholdInput, place: int, **fields: str) -> HouseholdInput:
    """Return the entry with one member's fields changed."""
    members: list[MemberInput] = list(entry.members)
    members[place] = replace(members[place], **fields)  # type: ignore[arg-type]
    return replace(entry, members=tuple(members))
