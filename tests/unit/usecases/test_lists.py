"""A list from file to batch and back: matched, compared with the last month's, undone whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest

from desktop.base.errors import Refused
from desktop.base.ids import SeededIds
from desktop.domain.facts import HouseholdFields, HouseholdSaved, PersonFields, Recognition
from desktop.store.lists import part_events
from desktop.store.verify import verify
from desktop.usecases.desk import Desk
from desktop.usecases.lists.aliases import alias_book
from desktop.usecases.lists.batches import batches, unnamed, waiting
from desktop.usecases.lists.choices import ALL_REPAIRS, NOBODY, ListChoices, RowDecision
from desktop.usecases.lists.deciding import reviewed_again
from desktop.usecases.lists.drafts import ListDraft, drop_draft, keep_draft, load_draft
from desktop.usecases.lists.plan import Review
from desktop.usecases.lists.reading import read_list, remembered_columns
from desktop.usecases.lists.review import review
from desktop.usecases.lists.undoing import undo_list
from desktop.usecases.lists.writing import Written, write_list
from desktop.usecases.seeding import seed_residents
from tests.helpers import desks
from tests.helpers.workbooks import workbook

HEAD = ("姓名", "身份证号", "救助类别", "认定时间", "乡镇")
SOURCE = "县民政局低保"
TOWN = "青石街道"
STRANGER = ("张新人", "53999919900101007X")


@pytest.fixture
def desk() -> Iterator[Desk]:
    with desks.desk(role="supervisor") as made:
        seed_residents(made, 80, SeededIds(3))
        yield made


def people(desk: Desk) -> list[Any]:
    return list(desk.store.connection.execute("SELECT * FROM people ORDER BY id"))


def identities(desk: Desk) -> dict[str, str]:
    return {row["id"]: row["identities"] or "[]" for row in people(desk)}


def listed(desk: Desk, count: int, words: str = "农村低保") -> list[tuple[object, ...]]:
    rows = people(desk)[:count]
    return [(one["name"], one["document_number"], words, "2021-03-01", TOWN) for one in rows]


def looked(
    desk: Desk,
    folder: Path,
    rows: Sequence[Sequence[object]],
    name: str = "list.xlsx",
    head: Sequence[object] = HEAD,
    **chosen: Any,
) -> Review:
    path = folder / name
    path.write_bytes(workbook({"名单": [head, *rows]}))
    choices = ListChoices(
        path=str(path),
        **({"kind": "identity", "source": SOURCE, "department": "civil_affairs"} | chosen),
    )
    aliases = alias_book(desk, choices.source)
    data = read_list(choices, today=desk.today, aliases=aliases)
    return review(desk, choices, data, aliases)


def again(desk: Desk, found: Review, **chosen: Any) -> Review:
    choices = msgspec.structs.replace(found.choices, **chosen)
    return reviewed_again(desk, found, choices, alias_book(desk, choices.source))


def take(desk: Desk, folder: Path, rows: Sequence[Sequence[object]], **chosen: Any) -> Written:
    return write_list(desk, looked(desk, folder, rows, **chosen))


def test_a_list_gives_people_their_identities_and_keeps_who_is_not_registered(
    desk: Desk, tmp_path: Path
) -> None:
    before = identities(desk)
    done = take(desk, tmp_path, [*listed(desk, 30), (*STRANGER, "特困人员", "2021-10-01", TOWN)])
    assert (done.counts.matched, done.counts.waiting) == (30, 1)
    now = msgspec.json.decode(next(iter(identities(desk).values())), type=list[Recognition])
    said = Recognition(
        code="subsistence_allowance",
        area="rural",
        recognised_on="2021-03-01",
        recognised_by="civil_affairs",
    )
    assert said in now
    (stranger,) = waiting(desk)
    assert (stranger.name, stranger.number) == ("张新人", "539999********007X")
    assert stranger.identities[0].code == "extremely_poor"
    (batch,) = batches(desk)
    assert (batch.source, batch.title, batch.counts.rows) == (SOURCE, "list.xlsx", 31)
    assert sum(before[one] != told for one, told in identities(desk).items()) == 30
    assert verify(desk.store, tmp_path / "scratch.db").ok


def test_parts_hold_ids_of_registered_people_and_no_names(desk: Desk, tmp_path: Path) -> None:
    take(desk, tmp_path, listed(desk, 40))
    bodies = b"".join(row["body"] for row in part_events(desk.store.connection))
    assert bodies
    for one in people(desk)[:40]:
        assert one["id"].encode() in bodies
        assert one["name"].encode() not in bodies
        assert one["document_number"].encode() not in bodies


def test_several_rows_and_departments_give_several_identities(desk: Desk, tmp_path: Path) -> None:
    rows = listed(desk, 3)
    found = looked(desk, tmp_path, [*rows, *listed(desk, 3, "孤儿"), rows[0]])
    assert found.counts == {"new": 3, "double": 4}
    assert [one.code for one in found.rows[6].findings] == ["ROW_TWICE"]
    write_list(desk, found)
    other = {"source": "残联", "department": "disabled_federation", "name": "b.xlsx"}
    take(desk, tmp_path, listed(desk, 3, "肢体残疾二级"), **other)
    for text in list(identities(desk).values())[:3]:
        codes = {one.code for one in msgspec.json.decode(text, type=list[Recognition])}
        assert {"subsistence_allowance", "orphan", "disability"} <= codes


def test_next_months_list_says_what_is_new_changed_and_ended(desk: Desk, tmp_path: Path) -> None:
    take(desk, tmp_path, listed(desk, 30), as_of="2021-10-01")
    rows = listed(desk, 40)
    rows[0] = (*rows[0][:2], "特困人员", *rows[0][3:])
    found = looked(desk, tmp_path, rows[:20] + rows[30:], as_of="2021-11-01", name="b.xlsx")
    assert found.counts == {"new": 10, "changed": 1, "unchanged": 19}
    assert len(found.ended) == 10
    assert not found.questions
    done = write_list(desk, found)
    assert (done.counts.new, done.counts.changed, done.counts.ended) == (10, 1, 10)
    gone = people(desk)[25]
    held = msgspec.json.decode(gone["identities"], type=list[Recognition])
    assert [one.valid_to for one in held if one.recognised_by] == ["2021-10-31"]
    again_ = looked(desk, tmp_path, rows[:20] + rows[30:], as_of="2021-12-01", name="c.xlsx")
    assert again_.counts == {"unchanged": 30}
    assert verify(desk.store, tmp_path / "scratch.db").ok


def test_a_short_list_the_same_file_and_another_countys_are_asked_about(
    desk: Desk, tmp_path: Path
) -> None:
    take(desk, tmp_path, listed(desk, 40))
    same = looked(desk, tmp_path, listed(desk, 40))
    assert [one.code for one in same.questions] == ["SAME_FILE"]
    short = looked(desk, tmp_path, listed(desk, 10), name="short.xlsx")
    assert [one.code for one in short.questions] == ["SHRUNK"]
    assert short.questions[0].values == {"ended": 30, "before": 40, "rows": 10}
    with pytest.raises(Refused, match="LIST_NOT_READY"):
        write_list(desk, short)
    write_list(desk, again(desk, short, confirmed=("SHRUNK",)))
    assert batches(desk)[0].confirmed == ("SHRUNK",)
    rows = [(f"某人{n}", "", "农村低保", "2021-01-01", "外县镇") for n in range(25)]
    strange = [(*row[:1], f"5322011970010{n:02d}", *row[2:]) for n, row in enumerate(rows)]
    foreign = looked(desk, tmp_path, strange, name="f.xlsx", source="别县", leave_wrong=True)
    assert [one.code for one in foreign.questions] == ["ELSEWHERE"]
    older = looked(desk, tmp_path, listed(desk, 10), name="o.xlsx", as_of="2021-01-01")
    assert "OLDER" in [one.code for one in older.questions]


def test_repairs_are_offered_and_nothing_is_written_before_they_are_accepted(
    desk: Desk, tmp_path: Path
) -> None:
    rows = [[*row] for row in listed(desk, 6)]
    rows[0][1] = f"'{rows[0][1]}"
    rows[1][3] = "2021年3月"
    rows[2][1] = float(str(rows[2][1])[:17] + "0")
    found = looked(desk, tmp_path, rows)
    assert [found.rows[place].read.findings[0].code for place in range(3)] == [
        "APOSTROPHE", "DAY_MONTH", "NUMBER_CELL",
    ]  # fmt: skip
    assert (found.stopping, found.unaccepted) == (3, 2)
    found = again(desk, found, accepted=("APOSTROPHE",))
    assert (found.stopping, found.unaccepted) == (2, 1)
    row = found.rows[1].read.row
    found = again(desk, found, rows={row: RowDecision(accepted=True)})
    assert found.stopping == 1
    wrong = found.rows[2].read.row
    number = people(desk)[2]["document_number"]
    mended = {**found.choices.rows, wrong: RowDecision(cells={"number": number})}
    assert again(desk, found, rows=mended).ready
    left = again(desk, found, rows={**found.choices.rows, wrong: RowDecision(left_out=True)})
    assert left.ready
    assert write_list(desk, left).counts.left_out == 1


def test_who_has_no_number_is_named_by_a_person(desk: Desk, tmp_path: Path) -> None:
    one, other = people(desk)[:2]
    rows = [
        (one["name"], one["birth_date"], "农村低保"),
        ("无此人", "1960-01-01", "农村低保"),
        (other["name"], other["birth_date"], "农村低保"),
    ]
    found = looked(desk, tmp_path, rows, head=("姓名", "出生日期", "救助类别"))
    assert found.counts == {"candidates": 2, "waiting": 1}
    assert one["id"] in [candidate.person for candidate in found.rows[0].candidates]
    assert not found.ready
    said = {2: RowDecision(person=one["id"]), 4: RowDecision(person=NOBODY)}
    found = again(desk, found, rows=said)
    assert found.counts == {"new": 1, "waiting": 2}
    write_list(desk, found)
    assert "subsistence_allowance" in identities(desk)[one["id"]]
    assert len(waiting(desk)) == 2


def test_a_batch_is_taken_back_whole_and_later_changes_stay(desk: Desk, tmp_path: Path) -> None:
    before = identities(desk)
    first = take(desk, tmp_path, [*listed(desk, 20), (*STRANGER, "孤儿", "", TOWN)])
    middle = identities(desk)
    second = take(desk, tmp_path, listed(desk, 15, "特困人员"), name="b.xlsx", as_of="2021-12-01")
    with pytest.raises(Refused, match="BATCH_NOT_LAST"):
        undo_list(desk, first.batch, "错了")
    with pytest.raises(Refused, match="REASON_EMPTY"):
        undo_list(desk, second.batch, " ")
    undo_list(desk, second.batch, "错了")
    assert identities(desk) == middle
    assert len(waiting(desk)) == 1
    one = people(desk)[0]
    household = HouseholdFields(id=one["household_id"])
    own = Recognition(code="veteran")
    held = msgspec.json.decode(one["identities"], type=tuple[Recognition, ...])
    with desk.store.transaction():
        changed = PersonFields(id=one["id"], identities=(*held, own))
        desk.store.record(HouseholdSaved(household=household, people=(changed,)), operator="x")
    done = undo_list(desk, first.batch, "也错了")
    assert (done.restored, done.kept) == (21, 1)
    assert not waiting(desk)
    after = identities(desk)
    kept = msgspec.json.decode(after.pop(one["id"]), type=list[Recognition])
    assert kept == [*msgspec.json.decode(before.pop(one["id"]), type=list[Recognition]), own]
    assert after == before
    with pytest.raises(Refused, match="BATCH_UNDONE"):
        undo_list(desk, first.batch, "又错了")
    assert verify(desk.store, tmp_path / "scratch.db").ok


def test_stopping_and_a_register_that_moved_leave_nothing_behind(
    desk: Desk, tmp_path: Path
) -> None:
    found = looked(desk, tmp_path, listed(desk, 30))
    before = identities(desk)
    with pytest.raises(Refused, match="CANCELLED"):
        write_list(desk, found, cancelled=lambda: True)
    assert (identities(desk), batches(desk)) == (before, ())
    with pytest.raises(Refused, match="CANCELLED"):
        review(desk, found.choices, found.data, alias_book(desk, SOURCE), cancelled=lambda: True)
    take(desk, tmp_path, listed(desk, 30), name="other.xlsx")
    with pytest.raises(Refused, match="LIST_MOVED"):
        write_list(desk, found)
    assert len(batches(desk)) == 1


def test_an_import_under_way_survives_with_every_row_and_decision(
    desk: Desk, tmp_path: Path
) -> None:
    found = looked(desk, tmp_path, listed(desk, 30))
    decided = again(desk, found, rows={3: RowDecision(left_out=True)})
    keep_draft(desk, ListDraft("d1", found.choices, found.data), rows=True)
    keep_draft(desk, ListDraft("d1", decided.choices, found.data), rows=False)
    kept = load_draft(desk)
    assert kept is not None
    assert (kept.choices, kept.data) == (decided.choices, found.data)
    assert review(desk, kept.choices, kept.data, alias_book(desk, SOURCE)).counts == decided.counts
    drop_draft(desk, "d1")
    assert load_draft(desk) is None


def test_names_without_a_meaning_are_kept_until_somebody_says_it(
    desk: Desk, tmp_path: Path
) -> None:
    take(desk, tmp_path, listed(desk, 5, "重点优抚"))
    (kept,) = unnamed(desk)
    assert (kept.words, kept.people) == ("重点优抚", 5)
    table = {"head": ("名称", "代码", "优先号"), "kind": "aliases", "source": "对照", "full": False}
    meant = [("重点优抚", "veteran", "80"), ("其他照顾", "-", "")]
    take(desk, tmp_path, meant, name="a.xlsx", words=SOURCE, **table)
    done = take(desk, tmp_path, listed(desk, 5, "重点优抚"), confirmed=("SAME_FILE",))
    assert (done.counts.changed, done.counts.unnamed) == (5, 0)
    assert unnamed(desk) == ()
    assert "veteran" in next(iter(identities(desk).values()))


def test_deaths_and_employees_change_their_own_fields_and_come_back(
    desk: Desk, tmp_path: Path
) -> None:
    rows = [(one["name"], one["document_number"], "2021-10-05") for one in people(desk)[:3]]
    head = ("死者姓名", "身份证号", "死亡时间")
    dead = {"head": head, "kind": "death", "source": "死亡", "name": "d.xlsx"}
    batch = take(desk, tmp_path, rows, **dead).batch
    assert [(one["survival"], one["died_on"]) for one in people(desk)[:3]] == [
        ("2", "2021-10-05")
    ] * 3
    undo_list(desk, batch, "错")
    assert {one["survival"] for one in people(desk)} <= {None, "", "1"}
    head = ("姓名", "身份证号", "单位名称")
    employed = {"head": head, "kind": "employee", "source": "职工", "name": "e.xlsx"}
    take(desk, tmp_path, rows, **employed)
    assert '"employee","status":"active"' in people(desk)[0]["other_cover"]
    employed |= {"name": "e2.xlsx", "confirmed": ("SHRUNK",), "as_of": "2021-12-01"}
    take(desk, tmp_path, rows[:1], **employed)
    assert '"employee","status":"ended"' in people(desk)[2]["other_cover"]
    assert verify(desk.store, tmp_path / "scratch.db").ok


def test_residents_enter_with_their_households_and_leave_again(desk: Desk, tmp_path: Path) -> None:
    head = ("户号", "姓名", "身份证号", "与户主关系", "村")
    village = "东山村委会"
    rows = [
        ("X001", "张大", "539999198001010013", "户主", village),
        ("X001", "李二", STRANGER[1], "配偶", village),
        ("X002", "赵三", "539999197001010012", "户主", "没有的村"),
        ("X003", people(desk)[0]["name"], people(desk)[0]["document_number"], "户主", village),
    ]
    chosen: dict[str, Any] = {"head": head, "kind": "residents", "source": "村", "full": False}
    found = looked(desk, tmp_path, rows, **chosen)
    valid = [row for row in found.rows if not row.read.wrong]
    assert found.rows[2].change == "wrong"
    assert found.rows[3].change == "unchanged"
    done = write_list(desk, again(desk, found, leave_wrong=True))
    assert done.counts.households >= 1
    entered = [one for one in people(desk) if one["name"] in ("张大", "李二")]
    assert len(entered) == sum(row.change == "new" for row in valid)
    undo_list(desk, done.batch, "错")
    assert not [
        one for one in people(desk) if one["name"] in ("张大", "李二") and one["household_id"]
    ]
    assert verify(desk.store, tmp_path / "scratch.db").ok


def test_columns_are_remembered_for_the_source(desk: Desk, tmp_path: Path) -> None:
    head = ("称呼", "号", "救助类别")
    rows = [(one["name"], one["document_number"], "孤儿") for one in people(desk)[:5]]
    chosen = {"name": 0, "number": 1, "identity": 2}
    take(desk, tmp_path, rows, head=head, places=chosen)
    assert remembered_columns(desk, SOURCE) == {
        "称呼": "name",
        "号": "number",
        "救助类别": "identity",
    }


def test_what_is_decided_of_some_rows_leaves_the_review_a_whole_one_would_be(
    desk: Desk, tmp_path: Path
) -> None:
    take(desk, tmp_path, listed(desk, 30), as_of="2021-10-01")
    rows = [*listed(desk, 40)[8:], *listed(desk, 12, "孤儿")[4:], (*STRANGER, "孤儿", "", TOWN)]
    rows[3] = (rows[3][0], f"'{rows[3][1]}", *rows[3][2:])
    rows[5] = (rows[5][0], "123", *rows[5][2:])
    found = looked(desk, tmp_path, rows, name="b.xlsx", as_of="2021-11-01")
    chance = Random(11)
    numbers = [str(one["document_number"]) for one in people(desk)[:45]]
    decided: dict[int, RowDecision] = {}
    for _ in range(60):
        row = chance.randrange(2, len(rows) + 2)
        decided[row] = chance.choice(
            (
                RowDecision(left_out=True),
                RowDecision(accepted=True),
                RowDecision(cells={"number": chance.choice(numbers)}),
                RowDecision(cells={"identity": chance.choice(("特困人员", "没听过"))}),
                RowDecision(person=people(desk)[chance.randrange(45)]["id"]),
                RowDecision(),
            )
        )
        found = again(desk, found, rows=dict(decided))
        whole = review(desk, found.choices, found.data, alias_book(desk, SOURCE))
        assert found.rows == whole.rows
        assert sorted(found.ended, key=str) == sorted(whole.ended, key=str)
        assert (found.counts, found.questions) == (whole.counts, whole.questions)
        assert (found.repaired, found.unaccepted, found.warnings) == (
            whole.repaired, whole.unaccepted, whole.warnings,
        )  # fmt: skip
    assert {row.change for row in found.rows} >= {"new", "double", "left_out", "unchanged"}


def test_every_repair_there_is_can_be_accepted() -> None:
    code = Path(__file__).parents[3] / "desktop/domain/list_repairs.py"
    text = code.read_text(encoding="utf-8")
    assert all(f'"{one}"' in text for one in ALL_REPAIRS)


def test_an_auditor_takes_nothing_in(desk: Desk, tmp_path: Path) -> None:
    desk.role = "auditor"
    with pytest.raises(Refused, match="ROLE"):
        looked(desk, tmp_path, listed(desk, 2))
