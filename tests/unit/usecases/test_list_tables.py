"""Lists of units and names: looked over row by row, taken in as a batch, taken back by events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop.base.errors import Refused
from desktop.base.ids import SeededIds
from desktop.domain.list_aliases import AliasBook
from desktop.exchange.list_columns import guess_kind
from desktop.store.verify import verify
from desktop.usecases.desk import Desk
from desktop.usecases.divisions import tree
from desktop.usecases.lists.aliases import alias_book
from desktop.usecases.lists.batches import batches
from desktop.usecases.lists.choices import ListChoices, RowDecision
from desktop.usecases.lists.deciding import reviewed_again
from desktop.usecases.lists.plan import Review
from desktop.usecases.lists.reading import read_list
from desktop.usecases.lists.review import review
from desktop.usecases.lists.undoing import undo_list
from desktop.usecases.lists.writing import write_list
from desktop.usecases.seeding import seed_residents
from tests.helpers import desks
from tests.helpers.workbooks import workbook

UNITS = ("区划代码", "名称", "类别", "失效日期", "替代代码")
NAMES = ("名单中的写法", "身份代码", "城乡", "优先号")
NOBODY = AliasBook()


@pytest.fixture
def desk() -> Iterator[Desk]:
    with desks.desk(role="supervisor") as made:
        seed_residents(made, 20, SeededIds(3))
        yield made


def looked(
    desk: Desk,
    folder: Path,
    head: Sequence[object],
    rows: Sequence[Sequence[object]],
    **chosen: Any,
) -> Review:
    path = folder / "table.xlsx"
    path.write_bytes(workbook({"表": [head, *rows]}))
    told: dict[str, Any] = {"source": "县里", "full": False} | chosen
    choices = ListChoices(path=str(path), **told)
    aliases = alias_book(desk, choices.source)
    return review(desk, choices, read_list(choices, today=desk.today, aliases=aliases), aliases)


def units(desk: Desk, folder: Path, rows: Sequence[Sequence[object]], **chosen: Any) -> Review:
    return looked(desk, folder, UNITS, rows, kind="divisions", **chosen)


def names(desk: Desk, folder: Path, rows: Sequence[Sequence[object]], **chosen: Any) -> Review:
    return looked(desk, folder, NAMES, rows, kind="aliases", **chosen)


def village(desk: Desk) -> Any:
    return next(unit for unit in tree(desk) if unit.kind == "village")


def test_units_say_row_by_row_what_they_change_and_what_is_wrong(
    desk: Desk, tmp_path: Path
) -> None:
    known = village(desk)
    new = known.code[:9] + "777"
    rows = [
        (known.code, "新名村", "村", "", ""),
        (new, "添加村", "村", "", ""),
        ("999999001001", "外县村", "村", "", ""),
        (new, "又一次", "村", "", ""),
    ]
    found = units(desk, tmp_path, rows)
    assert [row.change for row in found.rows] == ["changed", "new", "wrong", "wrong"]
    assert [one.code for one in found.rows[2].findings] == ["UNIT_OUTSIDE", "UNIT_PARENT_UNKNOWN"]
    assert "UNIT_DOUBLE" in [one.code for one in found.rows[3].findings]
    with pytest.raises(Refused, match="LIST_NOT_READY"):
        write_list(desk, found)
    decided = msgspec.structs.replace(
        found.choices,
        rows={4: RowDecision(left_out=True), 5: RowDecision(cells={"unit_code": new[:-1] + "8"})},
    )
    again = reviewed_again(desk, found, decided, NOBODY)
    assert again.counts == {"changed": 1, "new": 2, "left_out": 1}
    assert again.ready


def test_units_come_back_as_before_and_new_ones_end_instead_of_going(
    desk: Desk, tmp_path: Path
) -> None:
    known = village(desk)
    new = known.code[:9] + "777"
    rows = [(known.code, "新名村", "村", "", ""), (new, "添加村", "村", "", "")]
    done = write_list(desk, units(desk, tmp_path, rows))
    assert (done.counts.new, done.counts.changed) == (1, 1)
    renamed = tree(desk).unit(known.code)
    assert renamed is not None
    assert (renamed.name, renamed.former_name) == ("新名村", known.name)
    assert [one.kind for one in batches(desk)] == ["divisions"]
    undone = undo_list(desk, done.batch, "县里发错了")
    assert (undone.restored, undone.kept) == (1, 1)
    assert tree(desk).unit(known.code) == known
    ended = tree(desk).unit(new)
    assert ended is not None
    assert ended.valid_to < desk.today.isoformat()
    assert verify(desk.store, tmp_path / "scratch.db").ok


def test_a_unit_changed_since_stays_when_the_list_is_taken_back(desk: Desk, tmp_path: Path) -> None:
    known = village(desk)
    first = write_list(desk, units(desk, tmp_path, [(known.code, "新名村", "村", "", "")]))
    other = [(known.code, "更新的村", "村", "", "")]
    write_list(desk, units(desk, tmp_path, other, source="别处"))
    undone = undo_list(desk, first.batch, "错")
    assert (undone.restored, undone.kept) == (0, 1)
    left = tree(desk).unit(known.code)
    assert left is not None
    assert left.name == "更新的村"


def test_a_clerk_looks_units_over_and_a_supervisor_takes_them_in(
    desk: Desk, tmp_path: Path
) -> None:
    rows = [(village(desk).code, "新名村", "村", "", "")]
    desk.role = "clerk"
    found = units(desk, tmp_path, rows)
    assert found.ready
    with pytest.raises(Refused, match="ROLE"):
        write_list(desk, found)
    desk.role = "supervisor"
    write_list(desk, found)
    desk.role = "clerk"
    with pytest.raises(Refused, match="ROLE"):
        undo_list(desk, batches(desk)[0].id, "错")


def test_names_get_their_meaning_and_lose_it_again(desk: Desk, tmp_path: Path) -> None:
    rows = [("重点优抚", "veteran", "", "80"), ("某某补助", "-", "", "")]
    write_list(desk, names(desk, tmp_path, [("重点优抚", "orphan", "", "")], source="旧表"))
    found = names(desk, tmp_path, rows)
    assert [row.change for row in found.rows] == ["changed", "new"]
    done = write_list(desk, found)
    meaning = alias_book(desk, "谁").meaning("重点优抚")
    assert meaning is not None
    assert meaning.means is not None
    assert meaning.means.code == "veteran"
    assert names(desk, tmp_path, rows).counts == {"unchanged": 2}
    undone = undo_list(desk, done.batch, "错")
    assert (undone.restored, undone.kept) == (2, 0)
    before = alias_book(desk, "谁").meaning("重点优抚")
    assert before is not None
    assert before.means is not None
    assert before.means.code == "orphan"
    assert alias_book(desk, "谁").meaning("某某补助") is None
    assert verify(desk.store, tmp_path / "scratch.db").ok


def test_names_of_one_source_say_nothing_of_another(desk: Desk, tmp_path: Path) -> None:
    write_list(desk, names(desk, tmp_path, [("重点优抚", "veteran", "", "")], words="残联"))
    assert alias_book(desk, "残联").meaning("重点优抚") is not None
    assert alias_book(desk, "民政").meaning("重点优抚") is None


def test_rows_that_are_no_names_say_why(desk: Desk, tmp_path: Path) -> None:
    rows = [
        ("", "veteran", "", ""),
        ("甲", "no_such", "", ""),
        ("乙", "veteran", "", "很高"),
        ("丙", "veteran", "", ""),
        ("丙", "orphan", "", ""),
    ]
    found = names(desk, tmp_path, rows)
    assert [one.findings[0].code for one in found.rows if one.findings] == [
        "ALIAS_NAME_EMPTY", "ALIAS_CODE_UNKNOWN", "ALIAS_PRIORITY", "ALIAS_TWICE",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "row", "kind"),
    [
        (UNITS, ("539999001001", "甲村", "村", "", ""), "divisions"),
        (NAMES, ("重点优抚", "veteran", "", ""), "aliases"),
        (("区划代码", "姓名", "身份证号", "单位名称"), ("1", "王一", "x", "厂"), "employee"),
        (("名称", "代码"), ("重点优抚", "veteran"), "aliases"),
    ],
)
def test_the_kind_shows_by_the_headers(desk: Desk, head: Any, row: Any, kind: str) -> None:
    assert guess_kind([(1, head), (2, row)], (), NOBODY, desk.today) == kind
