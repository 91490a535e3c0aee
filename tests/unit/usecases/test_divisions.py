"""Take the county's lists in, look at them first, and move whom a merger moves."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.base.errors import Refused
from desktop.base.ids import SeededIds
from desktop.domain.invented import DIVISION
from desktop.domain.invented_tree import invented_units
from desktop.domain.roster_facts import UNITS_MAX, Target
from desktop.store.rebuild import differing_tables, rebuild
from desktop.usecases import divisions
from desktop.usecases.desk import Desk
from desktop.usecases.division_lists import UnitList, read_targets, read_units
from desktop.usecases.divisions import (
    DivisionsRefused,
    households_to_move,
    import_divisions,
    import_targets,
    move_households,
    preview_divisions,
    tree,
)
from desktop.usecases.seeding import seed_residents
from desktop.usecases.villages import known_places
from tests.helpers.desks import desk
from tests.helpers.workbooks import workbook

TOWN, EAST, WILLOW = "539999001000", "539999001001", "539999001002"
HEAD = "代码,名称,类别,上级,起,止,替代为,曾用名,别名"
LIST = f"""{HEAD}
539999001,青石镇,镇,,2020-01-01,,,,
{EAST},东山村委会,村,,2020/1/1,2021-06-30,{WILLOW},东山大队,老街子
{WILLOW},柳林社区,社区,{TOWN},2020年1月1日,,,,
{EAST}01,一组,组,,,,,,
539999001801,青石中学,学校,539999,,,,,
"""


def written(tmp_path: Path, text: str = LIST) -> UnitList:
    path = tmp_path / "区划.csv"
    path.write_text(text, encoding="gb18030")
    return read_units(path)


def events(at: Desk) -> int:
    return int(at.store.connection.execute("SELECT count(*) FROM events").fetchone()[0])


def test_a_list_is_looked_over_then_taken_in_then_nothing_is_new(tmp_path: Path) -> None:
    read = written(tmp_path)
    assert [row.row for row in read.rows] == [2, 3, 4, 5, 6]
    with desk(role="supervisor") as at:
        before = events(at)
        preview = preview_divisions(at, read.rows)
        assert preview.errors == ()
        assert preview.counts == {"new": 5}
        assert (events(at), len(tree(at))) == (before, 0)
        done = import_divisions(at, read.rows, read.source)
        assert (done.written, done.events, events(at)) == (5, 1, before + 1)
        assert tree(at).short_name(EAST + "01") == "青石镇 东山村委会 一组"
        assert tree(at).successor(EAST, "2021-11-15") == WILLOW
        again = import_divisions(at, read.rows)
        assert (again.written, again.events) == (0, 0)
        assert again.preview.counts == {"unchanged": 5}


def test_what_a_list_leaves_out_stays_and_is_reported(tmp_path: Path) -> None:
    with desk(role="it") as at:
        import_divisions(at, written(tmp_path).rows)
        shorter = written(tmp_path, f"代码,名称\n{TOWN},青石街道\n")
        done = import_divisions(at, shorter.rows)
        assert done.preview.counts == {"renamed": 1, "missing": 4}
        assert len(tree(at)) == 5
        kept = tree(at).unit(TOWN)
        assert kept is not None
        assert (kept.name, kept.former_name) == ("青石街道", "青石镇")
        assert divisions.index(at).search("青石镇")[0].code == TOWN


@pytest.mark.parametrize("role", ["clerk", "collector", "auditor", "policy"])
def test_only_a_supervisor_or_it_may(tmp_path: Path, role: str) -> None:
    with desk(role=role) as at:
        for attempt in (
            lambda: import_divisions(at, written(tmp_path).rows),
            lambda: import_targets(at, (), 2022),
            lambda: move_households(at, EAST),
        ):
            with pytest.raises(Refused) as refused:
                attempt()
            assert refused.value.code == "ROLE"


def test_one_wrong_row_and_nothing_is_written(tmp_path: Path) -> None:
    read = written(tmp_path, LIST + "532301001000,外县,镇,,昨天,,,,\n")
    with desk(role="supervisor") as at:
        before = events(at)
        with pytest.raises(DivisionsRefused) as refused:
            import_divisions(at, read.rows)
        codes = {one.code for one in refused.value.findings if one.severity == "error"}
        assert codes == {"UNIT_OUTSIDE", "UNIT_UNREADABLE", "UNIT_PARENT_UNKNOWN"}
        assert {one.row for one in refused.value.findings} == {7}
        assert events(at) == before


def test_a_large_county_is_several_events_and_rebuilds(tmp_path: Path) -> None:
    lines = [f"{TOWN},青石镇"]
    lines += [f"539999001{place:03d},村{place}" for place in range(1, 100)]
    lines += [
        f"539999001{one:03d}{two:02d},{two}组" for one in range(1, 100) for two in range(1, 21)
    ]
    read = written(tmp_path, "\n".join(["代码,名称", *lines]))
    with desk(role="supervisor") as at:
        done = import_divisions(at, read.rows)
        assert (done.written, done.events) == (2_080, -(-2_080 // UNITS_MAX))
        copy = at.store.scratch(tmp_path / "again.db")
        rebuild(at.store.connection, copy)
        assert differing_tables(at.store.connection, copy) == []
        copy.close()


def test_a_merger_moves_its_households_group_by_group(tmp_path: Path) -> None:
    with desk(role="supervisor") as at:
        seed_residents(at, 120, SeededIds(5))
        there = {code: count for code, count in counted(at).items() if code.startswith(EAST)}
        assert len(there) > 2
        read = written(tmp_path)
        preview = preview_divisions(at, read.rows)
        assert {one.code: one.households for one in preview.to_move} == there
        assert {one.successor for one in preview.to_move} == {WILLOW}
        assert preview.to_move[0].last_day == "2021-06-30"
        import_divisions(at, read.rows)
        told: list[tuple[int, int]] = []
        for one in households_to_move(at):
            moved = move_households(at, one.code, lambda done, total: told.append((done, total)))
            assert moved == one.households
        assert households_to_move(at) == ()
        assert counted(at)[WILLOW] == sum(there.values())
        assert all(done == total for done, total in told)


def test_a_cancelled_move_stops_and_can_be_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(divisions, "_MOVE_BATCH", 2)
    with desk(role="supervisor") as at:
        seed_residents(at, 900, SeededIds(5))
        import_divisions(at, written(tmp_path).rows)
        busiest = max(households_to_move(at), key=lambda one: one.households)
        assert busiest.households > 4
        done: list[int] = []
        moved = move_households(
            at, busiest.code, lambda now, total: done.append(now), lambda: len(done) == 2
        )
        assert moved == 4
        assert move_households(at, busiest.code) == busiest.households - 4


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (f"{EAST},东山村委会,2020-01-01,", "DIVISION_NOT_ENDED"),
        (f"{EAST},东山村委会,2020-01-01,2021-01-01", "DIVISION_NO_SUCCESSOR"),
    ],
)
def test_nobody_moves_without_an_end_and_a_successor(tmp_path: Path, line: str, code: str) -> None:
    read = written(tmp_path, f"代码,名称,起,止\n{TOWN},青石镇,,\n{line}\n")
    with desk(role="supervisor") as at:
        import_divisions(at, read.rows)
        with pytest.raises(Refused) as refused:
            move_households(at, EAST)
        assert refused.value.code == code


def test_seeded_residents_live_in_named_groups() -> None:
    with desk() as at:
        assert [one.code for one in known_places(at)] == [DIVISION]
        seed_residents(at, 60, SeededIds(1))
        assert len(tree(at)) == len(invented_units(DIVISION))
        assert all(len(code) == 14 for code in counted(at))
        assert all(
            "村委会 " in name or "社区 " in name for name in map(tree(at).short_name, counted(at))
        )
        places = {one.code: one.short for one in known_places(at)}
        assert counted(at).keys() < places.keys()
        assert places["539999001801"] == "青石镇 青石中学"


def test_targets_come_in_by_year_and_only_what_differs_is_written(tmp_path: Path) -> None:
    path = tmp_path / "任务.xlsx"
    rows = [
        ("代码", "常住人口", "职工参保人数", "任务数"),
        (TOWN, 12345, "2,000", None),
        (EAST, 900, 10, 850),
    ]
    path.write_bytes(workbook({"任务": rows}))
    read = read_targets(path)
    with desk(role="supervisor") as at:
        done = import_targets(at, read.rows, 2022, read.source)
        assert [one.code for one in done.findings] == ["TARGET_UNIT_UNKNOWN"] * 2
        assert (done.written, done.unchanged) == (2, 0)
        known = divisions.known_targets(at, 2022)
        assert known[0] == Target(division=TOWN, residents=12345, employees=2000)
        assert divisions.known_targets(at, 2021) == ()
        assert import_targets(at, read.rows, 2022).unchanged == 2


def test_wrong_targets_are_refused_with_their_rows(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        f"代码,常住人口,职工,任务\n{EAST},三百,,\n{EAST},100,200,\n5323,1,,\n{TOWN},,,\n"
        f"532301,1,,\n{WILLOW},99999999999,,\n",
        encoding="utf-8",
    )
    read = read_targets(path)
    with desk(role="supervisor") as at:
        with pytest.raises(DivisionsRefused) as refused:
            import_targets(at, read.rows, 2022)
        found = {(one.row, one.code) for one in refused.value.findings}
        assert found >= {
            (2, "TARGET_NUMBER"),
            (3, "UNIT_DOUBLE"),
            (3, "TARGET_EMPLOYEES"),
            (4, "UNIT_CODE_FORM"),
            (5, "TARGET_EMPTY"),
            (6, "UNIT_OUTSIDE"),
            (7, "TARGET_NUMBER"),
        }
        with pytest.raises(Refused) as year:
            import_targets(at, read.rows, 22)
        assert year.value.code == "CAMPAIGN_YEAR"


@pytest.mark.parametrize(
    ("text", "code"),
    [("名称\na\n", "TABLE_COLUMNS"), ("代码,名称\n", "LIST_EMPTY"), ("", "TABLE_EMPTY")],
)
def test_what_is_no_list_of_units_is_refused(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        written(tmp_path, text)
    assert refused.value.code == code


def test_the_sheet_with_the_columns_is_the_one_that_is_read(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(
        workbook({"说明": [("看下一页",)], "区划": [("区划代码", "名称"), (TOWN, "青石镇")]})
    )
    read = read_units(path)
    assert (read.source, len(read.rows)) == ("book.xlsx · 区划", 1)


def counted(at: Desk) -> dict[str, int]:
    rows = at.store.connection.execute(
        "SELECT division, count(*) FROM households GROUP BY division"
    )
    return {row[0]: row[1] for row in rows}
