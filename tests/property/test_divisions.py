"""Any tree a county can state hangs together, and its units are found by what they are called."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.division_checks import UnitRow, changes, check_units
from desktop.domain.division_index import DivisionIndex
from desktop.domain.divisions import DivisionTree, normal_code, parent_of, prefix_of
from desktop.domain.roster_facts import Unit, UnitKind
from desktop.store.search_keys import name_keys
from desktop.usecases.divisions import shipped_divisions
from desktop.wire.scope import in_scope, scope_of

COUNTY = "539999"
DAY = "2021-11-15"
NAMES = st.text("东西南北山水河石松竹龙凤云一二三大小上下新老", min_size=1, max_size=4)
DAYS = st.sampled_from(["", "2019-01-01", "2021-11-15", "2021-11-16", "2030-01-01"])


def unit(code: str, name: str, kind: UnitKind) -> Unit:
    return Unit(code=code, name=name, kind=kind, parent=parent_of(code))


@st.composite
def trees(draw: st.DrawFn) -> list[Unit]:
    units: list[Unit] = []
    for township in range(1, draw(st.integers(1, 4)) + 1):
        top = f"{COUNTY}{township:03d}"
        units.append(unit(top + "000", draw(NAMES) + "镇", "township"))
        for village in range(1, draw(st.integers(0, 4)) + 1):
            code = f"{top}{village:03d}"
            units.append(unit(code, draw(NAMES) + "村", "village"))
            units += [
                unit(f"{code}{group:02d}", draw(NAMES) + "组", "group")
                for group in range(1, draw(st.integers(0, 3)) + 1)
            ]
    return draw(st.permutations(units))


@st.composite
def rubbish(draw: st.DrawFn) -> list[UnitRow]:
    codes = st.sampled_from(
        ["", "5399", "539999", "539999001000", "539999001001", "53999900100101", "532301001000"]
    )
    kinds = st.sampled_from(["county", "township", "village", "group", "school", "unit"])
    return [
        UnitRow(
            row,
            Unit(
                code=draw(codes),
                name=draw(st.text(max_size=60)),
                kind=draw(kinds),  # type: ignore[arg-type]
                parent=draw(codes),
                valid_from=draw(DAYS),
                valid_to=draw(DAYS),
                replaced_by=draw(codes),
            ),
        )
        for row in range(draw(st.integers(1, 8)))
    ]


def tree_of(units: list[Unit]) -> DivisionTree:
    return DivisionTree(shipped_divisions(), units)


@settings(max_examples=60)
@given(trees())
def test_parents_and_children_agree(units: list[Unit]) -> None:
    tree = tree_of(units)
    assert {one.code for one in tree.under(COUNTY)} == {one.code for one in units}
    for one in units:
        assert one in tree.children(one.parent)
        assert tree.path(one.code)[-1] == one
        assert tree.full_name(one.code).endswith(one.name)
        assert all(low.code.startswith(prefix_of(one.code)) for low in tree.under(one.code))
        assert tree.successor(one.code, DAY) == one.code
        assert normal_code(one.code) == one.code


@settings(max_examples=60)
@given(trees())
def test_a_tree_as_a_list_has_no_mistake_and_changes_nothing_twice(units: list[Unit]) -> None:
    rows = [UnitRow(row, one) for row, one in enumerate(units)]
    found = check_units(rows, tree_of([]), COUNTY)
    assert [one for one in found if one.severity == "error"] == []
    assert {one.kind for one in changes(rows, tree_of([]))} == {"new"}
    assert {one.kind for one in changes(rows, tree_of(units))} == {"unchanged"}


@settings(max_examples=25, deadline=None)
@given(trees())
def test_every_unit_is_found_by_its_name_initials_and_code(units: list[Unit]) -> None:
    index = DivisionIndex(tree_of(units), DAY, name_keys)
    for one in units:
        for typed in (one.name, one.code, *name_keys(one.name)):
            found = index.search(typed, scope=one.code, limit=len(units))
            assert one.code in {match.code for match in found}
        assert index.search(one.code, scope=one.code)[0].code == one.code


@given(rubbish())
def test_any_list_is_looked_over_and_any_tree_of_it_can_be_asked(rows: list[UnitRow]) -> None:
    """Also a tree with circles, which no import lets through: asking it always ends."""
    tree = tree_of([one.unit for one in rows])
    assert all(one.code.isupper() for one in check_units(rows, tree, COUNTY))
    assert len(changes(rows, tree)) >= len(rows)
    index = DivisionIndex(tree, DAY, name_keys)
    for one in rows:
        assert tree.successor(one.unit.code, DAY) in {"", normal_code(one.unit.code)} | {
            two.unit.replaced_by for two in rows
        }
        assert isinstance(tree.full_name(one.unit.code), str)
        assert sum(1 for _ in tree.under(one.unit.code)) <= len(rows)
        index.search(one.unit.name)


@given(trees())
def test_whatever_lies_in_a_township_is_in_its_stations_scope(units: list[Unit]) -> None:
    for one in units:
        township = one.code[:9] + "000"
        assert in_scope(one.code, scope_of(township))
        assert in_scope(one.code, scope_of(one.code))
        assert in_scope(one.code, scope_of(COUNTY + "000000"))
        assert not in_scope(one.code, "532301")
