"""Goal: a person is found by whatever a clerk knows of them, and only masked lists come out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.domain.fact import Fact
from desktop.domain.facts import HouseholdFields, HouseholdSaved, PeopleMoved, PersonFields
from desktop.domain.invented import invented_number
from desktop.domain.roster_facts import DivisionsImported, Unit
from desktop.sqlite.connection import Connection
from desktop.store import search_index
from desktop.store.search_keys import name_keys, name_parts, name_text
from desktop.store.searching import Searching
from desktop.usecases.desk import Desk
from desktop.usecases.find import Found, find
from desktop.usecases.households import save_household
from tests.helpers.desks import FAMILY, HEAD, MOTHER, NEWBORN, SON, WIFE, desk, with_members
from tests.helpers.stations import KEY, VILLAGE, fixed_clock, new_store
from tests.helpers.stations import save_household as record_household

OTHER_VILLAGE = VILLAGE[:-1] + "2"
LONG_NAMED = replace(
    SON,
    name="阿卜杜拉·买买提",
    document_number=invented_number(date(1988, 3, 12), 5, "1"),
    alias="阿卜",
)
ELSEWHERE = replace(
    HEAD,
    name="尉迟王氏",
    document_number=invented_number(date(1950, 2, 2), 7, "2"),
)
FULL_WIDTH = str.maketrans({str(n): chr(ord("０") + n) for n in range(10)})


@pytest.fixture
def at() -> Iterator[Desk]:
    with desk() as opened:
        members = (HEAD, replace(WIFE, name="单桂仙", phone="13812345678"), MOTHER)
        save_household(opened, with_members(*members))
        other = replace(SON, name="欧阳娜娜", relation="02")
        save_household(opened, with_members(other, number="001001-0002", address="二组9号"))
        moved = {"number": "001002-0001", "division": OTHER_VILLAGE, "phone": "08783380001"}
        save_household(opened, with_members(ELSEWHERE, LONG_NAMED, **moved))
        _state(opened, _tree())
        yield opened


def _tree() -> DivisionsImported:
    town = VILLAGE[:9] + "000"
    return DivisionsImported(
        units=(
            Unit(code=town, name="东瓜镇", kind="township", parent=VILLAGE[:6]),
            Unit(code=VILLAGE, name="东瓜村", kind="village", parent=town, aliases=("老街",)),
            Unit(code=OTHER_VILLAGE, name="王家村", kind="village", parent=town),
            Unit(code=VILLAGE + "01", name="一组", kind="group", parent=VILLAGE),
        )
    )


def _state(at: Desk, fact: Fact) -> None:
    with at.store.transaction():
        at.store.record(fact, operator="tester")


def found(at: Desk, typed: str, limit: int = 50) -> tuple[Found, ...]:
    people = find(at, typed, limit)
    assert people is not None
    return people


def names(at: Desk, typed: str) -> list[str]:
    return [one.name for one in found(at, typed)]


def _person_of(at: Desk, name: str) -> str:
    return next(one.person_id for one in found(at, name) if one.name == name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("王𠮷", "王𠮷祥"),
        ("欧阳", "欧阳娜娜"),
        ("sgx", "单桂仙"),
        ("dgx", "单桂仙"),
        ("shangui", "单桂仙"),
        ("ouyang nana", "欧阳娜娜"),
        ("LFY", "李凤英"),
        (HEAD.document_number, "王𠮷祥"),
        (HEAD.document_number[-6:], "王𠮷祥"),
        (HEAD.document_number[5:10], "王𠮷祥"),
        (HEAD.document_number[-4:].lower(), "王𠮷祥"),
        ("19500202", "李凤英"),
        ("13812345678", "单桂仙"),
        ("2345678", "单桂仙"),
        ("001001-0002", "欧阳娜娜"),
        ("二组9", "欧阳娜娜"),
        ("王", "王𠮷祥"),
        ("𠮷祥", "王𠮷祥"),
        ("桂仙", "单桂仙"),
        ("阿卜杜拉·买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉・买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉．买", "阿卜杜拉·买买提"),
        ("阿卜杜拉•买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉‧买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉 买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉买买提", "阿卜杜拉·买买提"),
        ("买买提", "阿卜杜拉·买买提"),
        ("yuchi", "尉迟王氏"),
        ("ycw", "尉迟王氏"),
        (LONG_NAMED.document_number.translate(FULL_WIDTH), "阿卜杜拉·买买提"),
        ("138 1234 5678", "单桂仙"),
        ("0878338", "尉迟王氏"),
        ("东瓜", "王𠮷祥"),
        ("dgc", "欧阳娜娜"),
        ("老街", "欧阳娜娜"),
        (OTHER_VILLAGE, "尉迟王氏"),
        ("东瓜 王", "王𠮷祥"),
        ("王 东瓜村", "王𠮷祥"),
        ("东瓜 wx", "王𠮷祥"),
        ("dg sgx", "单桂仙"),
        ("wjc 尉迟", "尉迟王氏"),
        ("王𠮷 1975", "王𠮷祥"),
        ("1988 abdl", "阿卜杜拉·买买提"),
        ("东瓜 王 1975", "王𠮷祥"),
        ("王 0301", "王𠮷祥"),
    ],
)
def test_what_a_clerk_types_finds_the_person(at: Desk, typed: str, name: str) -> None:
    assert name in names(at, typed)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "  ", "赵", "zzz", "99999999", '"', "%", "'; DROP", "*", "王 1976", "王家村 欧阳"),
        *("·", "东瓜 " * 40, "\x00", "一" * 5000, "0" * 5000, 'a" OR "b'),
    ],
)
def test_what_is_not_there_finds_nobody_and_breaks_nothing(at: Desk, typed: str) -> None:
    assert names(at, typed) == []


def test_a_list_shows_no_whole_number(at: Desk) -> None:
    for one in found(at, "539999"):
        assert "********" in one.document
        assert HEAD.document_number not in one.document


def test_a_changed_name_is_found_and_the_old_one_is_not(at: Desk) -> None:
    renamed = replace(MOTHER, name="李凤云", person_id=_person_of(at, "李凤英"))
    save_household(at, with_members(renamed, number=FAMILY.number))
    assert names(at, "李凤英") == []
    assert names(at, "lfy") == ["李凤云"]


def test_no_more_than_asked_for_comes_back(at: Desk) -> None:
    assert len(found(at, "539999", limit=2)) == 2


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("单雄", {"sx", "shanxiong", "dx", "danxiong"}),
        ("曾乐", {"zl", "zengle", "cl", "cengle"}),
        ("尉迟恭", {"ycg", "yuchigong"}),
        ("阿卜杜拉·买买提", {"abdlmmt"}),
        ("O'Neil 王", {"oneilwang"}),
    ],
)
def test_every_reading_of_a_surname_is_a_key(name: str, keys: set[str]) -> None:
    assert keys <= name_keys(name)


def test_a_name_without_a_reading_has_no_keys_and_a_long_one_few() -> None:
    assert name_keys("？？") == set()
    assert len(name_keys("行" * 50)) <= 32


def test_compound_surnames_are_read_as_surnames() -> None:
    assert "moqiyong" in name_keys("万俟咏")
    assert "zsw" in name_keys("长孙无")
    assert "chanyufei" in name_keys("单于飞")
    assert "ouyangnana" in name_keys("欧阳娜娜")


def test_every_way_to_write_the_dot_is_the_same_name() -> None:
    assert {name_text(f"买买提{dot}阿") for dot in "·・．•‧･ 　'-."} == {"买买提阿"}
    assert name_parts("艾力·阿不都热依木") == {"阿不都热依木"}
    assert name_text("\ufa19") == "神"


def test_what_is_found_names_its_village_and_stays_with_it(at: Desk) -> None:
    one = found(at, "欧阳")[0]
    assert (one.village, one.state) == ("东瓜村", "")
    household = HouseholdFields(id=one.household_id, division=OTHER_VILLAGE)
    _state(at, HouseholdSaved(household=household))
    assert names(at, "王家村 欧阳") == ["欧阳娜娜"]
    assert names(at, "东瓜村 欧阳") == []


def test_whom_the_village_lost_is_found_below_the_living_with_a_mark(at: Desk) -> None:
    before = names(at, "5399991")
    head, wife = _person_of(at, "王𠮷祥"), _person_of(at, "单桂仙")
    household = HouseholdFields(id=found(at, "王𠮷祥")[0].household_id)
    gone = (
        PersonFields(id=head, survival="2", died_on="2021-11-01"),
        PersonFields(id=wife, household=""),
    )
    _state(at, HouseholdSaved(household=household, people=gone))
    after = found(at, "5399991")
    assert sorted(one.name for one in after) == sorted(before)
    assert {one.name: one.state for one in after[-2:]} == {"王𠮷祥": "died", "单桂仙": "left"}
    assert all(not one.state for one in after[:-2])
    assert [one.state for one in found(at, "wx")] == ["died"]
    assert [one.state for one in found(at, "东瓜 王")] == ["died"]


def test_a_newborn_is_found_by_the_certificate_after_the_number_came(at: Desk) -> None:
    save_household(at, with_members(NEWBORN, number="001001-0009"))
    child = _person_of(at, "王新")
    number = invented_number(date(2021, 11, 1), 2, "2")
    fact = HouseholdSaved(
        household=HouseholdFields(id=found(at, "王新")[0].household_id),
        people=(PersonFields(id=child, document_type="01", document_number=number),),
    )
    _state(at, fact)
    for typed in (number, number[3:9], "P530000001", "p5300", "30000001"):
        assert "王新" in names(at, typed), typed


def test_people_moved_are_found_where_they_are(at: Desk) -> None:
    one = found(at, "欧阳")[0]
    to = found(at, "尉迟")[0]
    moved = PeopleMoved(
        household=HouseholdFields(id=to.household_id),
        left=one.household_id,
        people=(PersonFields(id=one.person_id, household=to.household_id),),
        on="2021-11-15",
    )
    _state(at, moved)
    assert names(at, "王家村 欧阳") == ["欧阳娜娜"]


def test_what_nobody_waits_for_stops_in_the_middle(
    at: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert find(at, "王", wanted=lambda: False) is None
    monkeypatch.setattr(at.searching._reader, "_steps", 1)
    looks = 0

    def wanted() -> bool:
        nonlocal looks
        looks += 1
        return looks < 20

    assert find(at, "539999", wanted=wanted) is None
    assert looks == 20, "the search went on after nobody wanted it"
    assert names(at, "王")


def test_a_search_in_a_file_reads_beside_the_writer_and_sees_what_is_durable(
    tmp_path: Path,
) -> None:
    store = new_store(tmp_path / "a.db", key=KEY)
    searching = Searching(store)
    assert searching.find("培训", 10) == []
    with store.transaction():
        store.connection.execute("INSERT INTO settings VALUES ('under way', '1')")
        assert searching.find("培训", 10) == []
    record_household(store)
    rows = searching.find("培训", 10)
    assert rows is not None
    assert [row["name"] for row in rows] == ["培训0"]
    searching.close()
    rows = searching.find("px", 10)
    assert rows is not None
    assert len(rows) == 1
    searching.close()
    store.close()


def test_people_an_older_schema_indexed_otherwise_are_indexed_when_the_file_opens(
    tmp_path: Path,
) -> None:
    store = new_store(tmp_path / "a.db", key=KEY)
    for start in range(5):
        record_household(store, people=2, start=start * 2)
    whole = _indexed(store.connection)
    for table in (*_TABLES, "number_index", "other_index"):
        store.connection.execute(f"DELETE FROM {table}")
    store.connection.execute("INSERT INTO settings VALUES (?, '1')", (search_index.STALE,))
    search_index.index_missing(store.connection, batch=3)
    store.connection.execute("DELETE FROM search_people WHERE person > 7")
    store.close()
    again = type(store).open(tmp_path / "a.db", KEY, clock=fixed_clock(), ids=store.ids)
    assert _indexed(again.connection) == whole
    assert again.setting(search_index.STALE) is None
    again.close()


_TABLES = ("search_people", "search_keys", "search_places", "search_tails", "search_regions")


def _indexed(connection: Connection) -> list[list[tuple[object, ...]]]:
    return [_rows(connection, table) for table in _TABLES]


def _rows(connection: Connection, table: str) -> list[tuple[object, ...]]:
    return sorted(tuple(row) for row in connection.execute(f"SELECT * FROM {table}"))
