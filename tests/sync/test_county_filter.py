"""Goal: a desk learns who is enrolled elsewhere in the county, and nothing about anybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.base.errors import Refused, Unavailable
from desktop.domain.facts import (
    HouseholdFields,
    HouseholdSaved,
    OtherCover,
    PersonFields,
)
from desktop.domain.roster_facts import EnrollmentsVoided
from desktop.server.filter_layers import REBUILT_AFTER, WAIT_MAX
from desktop.server.filter_lists import ListKind, take_list
from desktop.store.database import Store
from desktop.sync.engine import direct
from desktop.sync.published import bring_filter
from desktop.usecases.county_check import county_check
from tests.helpers.centre import (
    DoorTransport,
    TestCentre,
    enrol,
    meet,
    registered_client,
)
from tests.helpers.filters import (
    HERE,
    NUMBER,
    STRANGER,
    THERE,
    YEAR,
    bring,
    centre,
    codes,
    desk_of,
    here,
    listed,
    many,
    publish,
    there,
)
from tests.helpers.stations import fixed_clock, take_payment

__all__ = ["centre", "here", "there"]


class TestDesk:
    def test_who_is_enrolled_elsewhere_is_a_question_there_and_none_at_home(
        self, centre: TestCentre, here: Store, there: Store
    ) -> None:
        enrol(there, THERE, document=NUMBER)
        meet(there, centre)
        assert publish(centre)
        bring(here, centre)
        bring(there, centre)
        assert codes(here) == ["COUNTY_ENROLLED"]
        assert codes(here, STRANGER) == []
        assert codes(there) == []
        found = county_check(desk_of(here), NUMBER.lower(), YEAR, place=2)[0]
        assert (found.member, found.field, found.severity) == (2, "document_number", "warning")
        assert county_check(desk_of(here), NUMBER, YEAR + 1) == ()

    def test_paid_elsewhere_is_told_apart_even_if_registered_here(
        self, centre: TestCentre, here: Store, there: Store
    ) -> None:
        fact = enrol(there, THERE, document=NUMBER)
        meet(there, centre)
        publish(centre)
        take_payment(there, fact)
        meet(there, centre)
        publish(centre)
        bring(here, centre)
        assert codes(here) == ["COUNTY_PAID"]
        enrol(here, HERE, document=NUMBER)
        assert codes(here) == ["COUNTY_PAID"]
        assert codes(there) == []

    def test_a_newborn_is_known_by_certificate_and_by_number(
        self, centre: TestCentre, here: Store, there: Store
    ) -> None:
        fact = enrol(there, THERE, document="P530000001")
        person = PersonFields(id=fact.people[0].id, document_type="01", document_number=NUMBER)
        with there.transaction():
            household = HouseholdFields(id=fact.household.id)
            there.record(HouseholdSaved(household=household, people=(person,)), operator="tester")
        meet(there, centre)
        publish(centre)
        bring(here, centre)
        assert codes(here) == codes(here, "P530000001") == ["COUNTY_ENROLLED"]
        bring(there, centre)
        assert codes(there) == codes(there, "P530000001") == []

    def test_dead_and_employee_insured_come_from_the_record(
        self, centre: TestCentre, here: Store, there: Store
    ) -> None:
        fact = enrol(there, THERE, document=NUMBER)
        changed = PersonFields(
            id=fact.people[0].id,
            survival="2",
            other_cover=(OtherCover(scheme="employee", status="active"),),
        )
        with there.transaction():
            household = HouseholdFields(id=fact.household.id)
            there.record(HouseholdSaved(household=household, people=(changed,)), operator="tester")
        meet(there, centre)
        publish(centre)
        bring(here, centre)
        bring(there, centre)
        assert codes(here) == ["COUNTY_ENROLLED", "EMPLOYEE_LISTED", "DEATH_LISTED"]
        assert codes(there) == []

    def test_one_taken_back_here_is_no_question_and_is_gone_once_the_list_is_new(
        self, centre: TestCentre, here: Store, there: Store
    ) -> None:
        fact = enrol(there, THERE, document=NUMBER)
        meet(there, centre)
        publish(centre)
        with there.transaction():
            voided = EnrollmentsVoided(
                household=fact.household.id, enrollments=(fact.enrollments[0].id,), reason="x"
            )
            there.record(voided, operator="tester")
        bring(there, centre)
        assert codes(there) == []
        meet(there, centre)
        assert publish(centre)
        bring(here, centre)
        assert codes(here) == []

    def test_before_anything_is_published_nothing_is_asked(
        self, centre: TestCentre, here: Store
    ) -> None:
        assert bring(here, centre) == 1
        assert codes(here) == []
        assert not publish(centre)


class TestLists:
    @pytest.mark.parametrize(("kind", "code"), [("employee", "EMPLOYEE"), ("death", "DEATH")])
    def test_a_list_reaches_the_desks_and_its_next_edition_replaces_it(
        self, centre: TestCentre, here: Store, tmp_path: Path, kind: ListKind, code: str
    ) -> None:
        taken = take_list(centre.database, kind, listed(tmp_path, NUMBER), centre.ids)
        assert (taken.rows, taken.marks, taken.unreadable) == (1, 1, 0)
        publish(centre)
        bring(here, centre)
        assert codes(here) == [f"{code}_LISTED"]
        take_list(centre.database, kind, listed(tmp_path, STRANGER), centre.ids)
        publish(centre)
        bring(here, centre)
        assert codes(here) == []
        assert codes(here, STRANGER) == [f"{code}_LISTED"]

    @pytest.mark.parametrize(
        ("text", "encoding"),
        [
            (f"序号,身份证号,姓名\n1,{NUMBER},王𠮷祥\n2,无,李某\n", "gb18030"),
            (f"{NUMBER}\n???\n", "utf-8"),
            (f"\ufeffID number;x\r\n {NUMBER[:6]} {NUMBER[6:]}\r\n-\r\n\r\n", "utf-8"),
        ],
    )
    def test_lists_are_read_as_they_come(
        self, centre: TestCentre, tmp_path: Path, text: str, encoding: str
    ) -> None:
        file = tmp_path / "list.csv"
        file.write_bytes(text.encode(encoding))
        taken = take_list(centre.database, "death", file, centre.ids)
        assert (taken.rows, taken.marks, taken.unreadable) == (2, 1, 1)
        assert taken.first_unreadable in (2, 3)

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            (b"", "LIST_NUMBERS_NONE"),
            ("姓名,证件号码\n".encode(), "LIST_NUMBERS_NONE"),
            (b"\xff\xfe\x00\x81", "LIST_UNREADABLE"),
        ],
    )
    def test_what_is_no_list_changes_nothing(
        self, centre: TestCentre, tmp_path: Path, content: bytes, code: str
    ) -> None:
        take_list(centre.database, "death", listed(tmp_path, NUMBER), centre.ids)
        file = tmp_path / "bad.csv"
        file.write_bytes(content)
        with pytest.raises(Refused, match=code):
            take_list(centre.database, "death", file, centre.ids)
        assert centre.count("filter_marks") == 1
        with pytest.raises(Unavailable, match="FILE_UNREADABLE"):
            take_list(centre.database, "death", tmp_path / "none.csv", centre.ids)

    def test_nothing_personal_is_kept_of_a_list_or_goes_out(
        self, centre: TestCentre, here: Store, there: Store, tmp_path: Path
    ) -> None:
        enrol(there, THERE, document=NUMBER)
        meet(there, centre)
        take_list(centre.database, "death", listed(tmp_path, STRANGER), centre.ids)
        publish(centre)
        bring(here, centre)
        rows = here.connection.execute("SELECT content FROM published").fetchall()
        assert len(rows) == 3
        outgoing = b"".join(row[0] for row in rows)
        marks = centre.database.connection.execute("SELECT * FROM filter_marks").fetchall()
        kept = repr([tuple(row) for row in marks if row["subject"].startswith("list:")]).encode()
        for personal in (NUMBER, STRANGER, NUMBER[6:14], "培训", "某人", there.station.id):
            assert personal.encode() not in outgoing
        assert STRANGER.encode() not in kept
        assert "某人".encode() not in kept


class TestPublishing:
    def test_a_few_changes_wait_and_many_do_not(
        self, centre: TestCentre, there: Store, tmp_path: Path
    ) -> None:
        take_list(centre.database, "death", listed(tmp_path, *many(300)), centre.ids)
        assert publish(centre, at_once=False)
        enrol(there, THERE, document=NUMBER)
        meet(there, centre)
        assert not publish(centre, at_once=False)
        centre.clock.advance(WAIT_MAX)
        assert publish(centre, at_once=False)
        assert not publish(centre, at_once=False)

    def test_growth_is_a_small_layer_and_only_that_travels(
        self, centre: TestCentre, here: Store, tmp_path: Path
    ) -> None:
        numbers = many(3_000)
        take_list(centre.database, "death", listed(tmp_path, *numbers[:2_900]), centre.ids)
        publish(centre)
        bring(here, centre)
        client = registered_client(here, DoorTransport(centre))
        take_list(centre.database, "death", listed(tmp_path, *numbers), centre.ids)
        publish(centre)
        while bring_filter(direct(here), client, fixed_clock()).more:
            pass
        assert client.traffic().bytes_in < 1_500
        assert centre.count("filter_layers") == 2
        desk = desk_of(here)
        assert all(county_check(desk, one, YEAR) for one in numbers[::50])
        assert not any(county_check(desk, one, YEAR) for one in many(3_200)[3_000:])

    def test_layers_become_one_again_and_who_was_removed_is_gone_in_a_week(
        self, centre: TestCentre, here: Store, tmp_path: Path
    ) -> None:
        numbers = many(1_200)
        take_list(centre.database, "death", listed(tmp_path, *numbers[:1_000]), centre.ids)
        publish(centre)
        for upto in range(1_020, 1_200, 20):
            take_list(centre.database, "death", listed(tmp_path, *numbers[:upto]), centre.ids)
            publish(centre)
            assert centre.count("filter_layers") <= 8
        take_list(centre.database, "death", listed(tmp_path, *numbers[1:1_180]), centre.ids)
        assert not publish(centre, at_once=False)
        centre.clock.advance(REBUILT_AFTER)
        assert publish(centre, at_once=False)
        assert centre.count("filter_layers") == 1
        bring(here, centre)
        assert codes(here, numbers[0]) == []
        assert codes(here, numbers[1]) == ["DEATH_LISTED"]

    def test_followed_in_small_steps_or_again_it_is_the_same(
        self, centre: TestCentre, there: Store
    ) -> None:
        for place in range(4):
            enrol(there, THERE, place=place * 3, people=3)
        meet(there, centre)
        publish(centre)
        rows = _marks(centre)
        centre.database.connection.execute("UPDATE filters SET position = 0")
        assert not publish(centre)
        assert _marks(centre) == rows
        assert len(rows) == 12


def _marks(centre: TestCentre) -> list[tuple[object, ...]]:
    return [tuple(row) for row in centre.database.connection.execute("SELECT * FROM filter_marks")]
