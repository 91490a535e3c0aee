"""The division tree: names, ways down, days, successors, and units found by typing."""

from __future__ import annotations

import pytest

from desktop.domain.division_checks import (
    ALIASES_MAX,
    UnitRow,
    changes,
    check_units,
    count_changes,
    plain_unit,
)
from desktop.domain.division_index import DivisionIndex
from desktop.domain.divisions import DivisionTree, normal_code, prefix_of
from desktop.domain.invented_tree import invented_units
from desktop.domain.roster_facts import Unit
from desktop.store.search_keys import name_keys
from desktop.ui.wording.division_words import DIVISION_FINDINGS
from desktop.usecases.divisions import shipped_divisions

COUNTY = "539999"
TOWN, EAST, WILLOW = f"{COUNTY}001000", f"{COUNTY}001001", f"{COUNTY}001002"
GROUP = EAST + "01"
DAY = "2021-11-15"
TREE = DivisionTree(shipped_divisions(), invented_units(COUNTY))


def unit(code: str, name: str, kind: str = "village", **fields: object) -> Unit:
    return plain_unit(
        Unit(code=code, name=name, kind=kind, **{"parent": "", **fields})  # type: ignore[arg-type]
    )


def tree(*units: Unit) -> DivisionTree:
    known = {one.code: one for one in (*invented_units(COUNTY), *units)}
    return DivisionTree(shipped_divisions(), known.values())


def index(known: DivisionTree, day: str = DAY) -> DivisionIndex:
    return DivisionIndex(known, day, name_keys)


def test_a_code_is_called_by_its_way_down() -> None:
    assert TREE.name(GROUP) == "一组"
    assert TREE.short_name(GROUP) == "青石镇 东山村委会 一组"
    assert TREE.full_name(GROUP) == "云南省楚雄彝族自治州培训县青石镇东山村委会一组"
    assert TREE.address(GROUP) == "培训县青石镇东山村委会一组"
    assert TREE.short_name(COUNTY) == TREE.address(COUNTY) == "培训县"
    assert TREE.full_name("532301") == "云南省楚雄彝族自治州楚雄市"


def test_a_code_nobody_named_still_reads() -> None:
    assert TREE.short_name("539999077003") == "培训县 077-003"
    assert TREE.short_name(f"{COUNTY}001099") == "青石镇 099"
    assert TREE.short_name(EAST + "77") == "青石镇 东山村委会 77"
    assert TREE.name("990000") == "990000"


def test_codes_of_nine_and_twelve_digits_are_the_same_township() -> None:
    assert normal_code("539999001") == TOWN
    assert TREE.name("539999001") == TREE.name(TOWN) == "青石镇"
    assert prefix_of("539999000000") == COUNTY


def test_children_are_what_exists_on_the_day() -> None:
    later = unit(f"{COUNTY}001009", "新村", valid_from="2022-01-01")
    known = tree(later)
    assert later in known.children(TOWN)
    assert later not in known.children(TOWN, DAY)
    assert later in known.children(TOWN, "2022-01-01")
    assert [one.name for one in known.children(COUNTY)] == ["青石镇", "白水乡"]
    assert {one.code for one in known.under(COUNTY)} == {one.code for one in known}


def test_a_unit_without_its_parent_hangs_under_the_county() -> None:
    known = DivisionTree(shipped_divisions(), [unit(EAST, "东山村")])
    assert [one.code for one in known.children(COUNTY)] == [EAST]


def test_what_ended_leads_to_what_took_its_place() -> None:
    known = tree(
        unit(EAST, "东山村委会", valid_to="2021-12-31", replaced_by=WILLOW, former_name="东山大队"),
        unit(f"{EAST}02", "二组", "group", valid_to="2021-12-31", replaced_by=f"{WILLOW}05"),
        unit(f"{COUNTY}001003", "龙潭社区", valid_to="2020-12-31"),
    )
    assert known.successor(EAST, "2021-12-31") == EAST
    assert known.successor(EAST, "2022-01-01") == WILLOW
    assert known.successor(EAST + "01", "2022-01-01") == WILLOW
    assert known.successor(EAST + "02", "2022-01-01") == WILLOW + "05"
    assert known.successor(EAST + "88", "2022-01-01") == WILLOW
    assert known.successor(f"{COUNTY}00100301", DAY) == ""
    assert [one.code for one in known.former(WILLOW)] == [EAST]
    (found,) = index(known, "2022-01-01").search("东山大队")
    assert (found.code, found.known_as) == (WILLOW, "青石镇 东山村委会")
    assert not index(known).search("龙潭")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("东山", EAST),
        ("ds", EAST),
        ("dongshan", EAST),
        ("dscwh", EAST),
        ("001001", EAST),
        (EAST, EAST),
        (GROUP, GROUP),
        ("东山 一组", GROUP),
        ("东山村委会一组", GROUP),
        ("ds yz", GROUP),
        ("dsyz", GROUP),
        ("QS", TOWN),
        ("青石中学", f"{COUNTY}001801"),
    ],
)
def test_typing_finds(typed: str, first: str) -> None:
    assert index(TREE).search(typed)[0].code == first


def test_the_stations_own_scope_comes_first_and_nothing_typed_lists_it() -> None:
    own = prefix_of(f"{COUNTY}002000")
    assert index(TREE).search("一组", scope=own)[0].code.startswith(own)
    assert all(one.code.startswith(own) for one in index(TREE).search("", scope=own, limit=20))
    assert index(TREE).search("没有这个地方") == ()


def test_other_names_find_and_are_said() -> None:
    known = tree(unit(EAST, "东山社区", former_name="东山村", aliases=("老街子",)))
    (found,) = index(known).search("老街子")
    assert (found.code, found.known_as) == (EAST, "老街子")
    assert index(known).search("ljz")[0].code == EAST


def codes_of(*units: Unit, known: DivisionTree = TREE) -> list[tuple[int, str]]:
    rows = [UnitRow(number, one) for number, one in enumerate(units, 2)]
    return [(one.row, one.code) for one in check_units(rows, known, COUNTY)]


EMPTY = DivisionTree(shipped_divisions())
CYCLE = (
    unit(EAST, "a", valid_to="2021-01-01", replaced_by=WILLOW),
    unit(WILLOW, "b", valid_to="2020-01-01", replaced_by=EAST),
)


@pytest.mark.parametrize(
    ("units", "codes"),
    [
        ((unit(EAST, "a"), unit(EAST, "b")), {"UNIT_DOUBLE"}),
        ((unit(EAST, ""),), {"UNIT_NAME_EMPTY"}),
        ((unit(EAST, "长" * 51),), {"UNIT_NAME_LONG"}),
        (
            (unit(EAST, "a", aliases=tuple(str(one) for one in range(ALIASES_MAX + 1))),),
            {"UNIT_ALIASES_MANY"},
        ),
        ((unit("53999900100", "a"),), {"UNIT_CODE_FORM"}),
        ((unit("53999900100X", "a"),), {"UNIT_CODE_FORM"}),
        ((unit(EAST, "a", "group"),), {"UNIT_CODE_FORM"}),
        ((unit(TOWN, "a", "village"),), {"UNIT_CODE_FORM"}),
        ((unit("532301001000", "a", "township"),), {"UNIT_OUTSIDE", "UNIT_PARENT_UNKNOWN"}),
        ((unit(EAST, "a", valid_from="2022-01-01", valid_to="2021-01-01"),), {"UNIT_DAYS"}),
        ((unit(EAST, "a", parent="539999009000"),), {"UNIT_PARENT_UNKNOWN"}),
        ((unit(EAST, "a", parent="539999002000"),), {"UNIT_PARENT_PREFIX"}),
        (
            (unit(f"{COUNTY}001802", "a", "school", parent=f"{COUNTY}002000"),),
            {"UNIT_PARENT_ELSEWHERE"},
        ),
        ((unit(f"{COUNTY}900001", "a", "school", parent=COUNTY),), set()),
        ((unit(EAST, "a", replaced_by=WILLOW),), {"UNIT_REPLACED_OPEN"}),
        (
            (unit(EAST, "a", valid_to="2021-01-01", replaced_by="539999001077"),),
            {"UNIT_SUCCESSOR_UNKNOWN"},
        ),
        ((unit(EAST, "a", valid_to="2021-01-01", replaced_by=WILLOW),), set()),
        (
            (unit(EAST, "柳林村委会", valid_to="2021-01-01", replaced_by=WILLOW),),
            {"UNIT_DAYS_OVERLAP"},
        ),
        (CYCLE, {"UNIT_CYCLE"}),
        ((unit(f"{COUNTY}001088", "b"), unit(f"{COUNTY}001089", "b")), {"UNIT_NAME_TWICE"}),
        (
            (
                unit(f"{COUNTY}001088", "b", valid_to="2020-01-01"),
                unit(f"{COUNTY}001089", "b", valid_from="2020-01-02"),
            ),
            set(),
        ),
        (
            (unit(TOWN, "a", "township", valid_to="2021-12-31"), unit(EAST, "b")),
            {"UNIT_OUTLIVES_PARENT"},
        ),
        (
            (unit(f"{COUNTY}001802", "a", "school", parent=f"{COUNTY}001802"),),
            {"UNIT_CYCLE"},
        ),
    ],
)
def test_what_is_wrong_with_a_list_is_found(units: tuple[Unit, ...], codes: set[str]) -> None:
    found = {code for _, code in codes_of(*units)}
    assert found == codes
    assert found <= DIVISION_FINDINGS.keys()


def test_a_whole_list_needs_nothing_that_is_not_in_it() -> None:
    assert codes_of(*reversed(invented_units(COUNTY)), known=EMPTY) == []
    assert codes_of(unit(EAST, "a"), known=EMPTY) == [(2, "UNIT_PARENT_UNKNOWN")]


def test_what_a_list_changes_is_told_apart() -> None:
    willow = TREE.unit(WILLOW)
    assert willow is not None
    rows = (
        unit(EAST, "东山社区", valid_from="2020-01-01"),
        willow,
        unit(f"{COUNTY}001003", "龙潭社区", valid_from="2020-01-01", valid_to="2021-12-31"),
        unit(f"{COUNTY}001004", "新村", valid_from="2022-01-01"),
        unit(f"{COUNTY}002001", "下坝村委会", valid_from="2020-01-01", aliases=("下坝",)),
    )
    found = changes([UnitRow(number, one) for number, one in enumerate(rows)], TREE)
    kinds = [one.kind for one in found if one.kind != "missing"]
    assert kinds == ["renamed", "unchanged", "ended", "new", "changed"]
    assert count_changes(found)["missing"] == len(TREE) - 4
    assert found[0].unit.former_name == "东山村委会"


def test_a_second_new_name_keeps_the_first_as_another() -> None:
    known = tree(unit(EAST, "东山社区", former_name="东山村委会"))
    (found,) = changes([UnitRow(1, unit(EAST, "东山街社区"))], known)[:1]
    assert (found.unit.former_name, found.unit.aliases) == ("东山社区", ("东山村委会",))
