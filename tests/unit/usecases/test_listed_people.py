"""Whom a list named first: registering them does what the list would have done afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop.base.errors import Refused
from desktop.base.ids import SeededIds
from desktop.domain import codes
from desktop.domain.facts import Recognition
from desktop.store import lists as stored
from desktop.store.verify import verify
from desktop.usecases.approve_repricing import approve
from desktop.usecases.desk import Desk
from desktop.usecases.documents import DocumentChange, change_document
from desktop.usecases.households import save_household, undo_save
from desktop.usecases.lists.aliases import alias_book
from desktop.usecases.lists.batches import waiting
from desktop.usecases.lists.choices import ListChoices
from desktop.usecases.lists.reading import read_list
from desktop.usecases.lists.registered import apply_known, confirm_listed
from desktop.usecases.lists.review import review
from desktop.usecases.lists.undoing import undo_list
from desktop.usecases.lists.writing import Written, write_list
from desktop.usecases.register_checks import look_up
from desktop.usecases.repricing import reprice
from desktop.usecases.seeding import seed_residents
from tests.helpers import desks
from tests.helpers.desks import HEAD, NEWBORN, SON, WIFE, with_members
from tests.helpers.workbooks import workbook

HEADS = ("姓名", "身份证号", "救助类别", "认定时间")
SOURCE = "县民政局低保"
PLAIN = with_members(HEAD, SON)
"""Two members whom no desk has given an identity: 320 and 320 yuan."""


@pytest.fixture
def desk() -> Iterator[Desk]:
    with desks.desk(role="supervisor") as made:
        yield made


def take(desk: Desk, folder: Path, rows: Sequence[Sequence[object]], **chosen: Any) -> Written:
    told: dict[str, Any] = {
        "kind": "identity", "source": SOURCE, "department": "civil_affairs", "head": HEADS,
        "as_of": "2021-11-01", "confirmed": ("SHRUNK", "SAME_FILE", "OLDER"),
    } | chosen  # fmt: skip
    path = folder / "list.xlsx"
    path.write_bytes(workbook({"名单": [told.pop("head"), *rows]}))
    choices = ListChoices(path=str(path), **told)
    aliases = alias_book(desk, choices.source)
    data = read_list(choices, today=desk.today, aliases=aliases)
    return write_list(desk, review(desk, choices, data, aliases))


def low(*members: Any) -> list[tuple[object, ...]]:
    return [(one.name, one.document_number, "农村低保", "2021-03-01") for one in members]


def person(desk: Desk, number: str) -> Any:
    statement = "SELECT * FROM people WHERE document_number = ?"
    return desk.store.connection.execute(statement, (number,)).fetchone()


def held(desk: Desk, number: str) -> list[str]:
    row = person(desk, number)
    identities = msgspec.json.decode(row["identities"] or "[]", type=list[Recognition])
    return [one.code for one in identities]


def state(desk: Desk) -> dict[str, object]:
    """Return what lists and register say, by number: ids are made anew each time."""
    connection = desk.store.connection
    said = connection.execute(
        "SELECT p.document_number, l.source, l.row, l.state, l.held, l.unnamed, l.evidence,"
        " l.division FROM list_people l JOIN people p ON p.id = l.person_id ORDER BY 1, 2"
    )
    people = connection.execute(
        "SELECT document_number, identities, other_cover, survival, died_on FROM people ORDER BY 1"
    )
    enrolled = connection.execute(
        "SELECT p.document_number, e.status, e.standard_fen, e.assistance_fen, e.net_fen,"
        " e.assistance_identity FROM enrollments e JOIN people p ON p.id = e.person_id ORDER BY 1"
    )
    found: dict[str, object] = {
        name: [tuple(row) for row in rows]
        for name, rows in (("said", said), ("people", people), ("enrolled", enrolled))
    }
    return found | {"waiting": [one.number for one in waiting(desk)]}


def test_whom_a_list_named_has_its_identity_and_price_with_the_very_save(
    desk: Desk, tmp_path: Path
) -> None:
    take(desk, tmp_path, low(WIFE, HEAD))
    (told,) = [one for one in look_up(desk, PLAIN) if one.code == "LISTED"]
    assert told.values == {"year": "2021", "month": "11", "source": SOURCE, "row": 3}
    saved = save_household(desk, PLAIN)
    assert [one.assessment.net_payable for one in saved.enrollments] == [20000, 32000]
    assert held(desk, HEAD.document_number) == ["subsistence_allowance"]
    assert [one.name for one in waiting(desk)] == [WIFE.name]
    (said,) = stored.listed_of(desk.store.connection, saved.enrollments[0].person_id)
    assert (said["source"], said["row"], said["state"]) == (SOURCE, 3, "held")
    assert not [one for one in look_up(desk, PLAIN) if one.code == "LISTED"]
    assert verify(desk.store, tmp_path / "scratch.db").ok


LISTS: tuple[dict[str, Any], ...] = (
    {"rows": low(HEAD, SON)},
    {"rows": [(*low(HEAD)[0][:2], "没有对照的身份", "")]},
    {
        "kind": "death", "source": "死亡", "department": "",
        "head": ("姓名", "身份证号", "死亡时间"),
        "rows": [(HEAD.name, HEAD.document_number, "2021-10-05")],
    },
    {
        "kind": "employee", "source": "职工", "department": "",
        "head": ("姓名", "身份证号", "单位"),
        "rows": [(SON.name, SON.document_number, "某厂")],
    },
    {
        "kind": "roster", "source": "村", "department": "", "head": ("姓名", "身份证号", "村"),
        "rows": [(SON.name, SON.document_number, "东山村")],
    },
)  # fmt: skip


@pytest.mark.parametrize("listed", LISTS, ids=["identity", "unnamed", "death", "job", "roster"])
def test_list_then_person_and_person_then_list_end_alike(
    tmp_path: Path, listed: dict[str, Any]
) -> None:
    ends = []
    for list_first in (True, False):
        with desks.desk(role="supervisor") as desk:
            chosen = dict(listed)
            rows = chosen.pop("rows")
            if list_first:
                take(desk, tmp_path, rows, **chosen)
            save_household(desk, PLAIN)
            if not list_first:
                take(desk, tmp_path, rows, **chosen)
            approve(desk, reprice(desk, desks.CAMPAIGN))
            ends.append(state(desk))
            assert verify(desk.store, tmp_path / "scratch.db").ok
    assert ends[0] == ends[1]


def test_taking_the_list_back_takes_it_from_who_was_registered_since(
    desk: Desk, tmp_path: Path
) -> None:
    batch = take(desk, tmp_path, low(HEAD)).batch
    save_household(desk, with_members(replace(HEAD, identities=(_VETERAN,)), SON))
    assert held(desk, HEAD.document_number) == ["veteran", "subsistence_allowance"]
    undone = undo_list(desk, batch, "发错了")
    assert undone.kept == 0
    assert held(desk, HEAD.document_number) == ["veteran"]
    assert not waiting(desk)
    assert verify(desk.store, tmp_path / "scratch.db").ok


_VETERAN = Recognition(code="veteran")


def test_a_later_list_taken_back_leaves_what_the_one_before_said(
    desk: Desk, tmp_path: Path
) -> None:
    take(desk, tmp_path, low(HEAD))
    rows = [(HEAD.name, HEAD.document_number, "特困人员", "2021-03-01")]
    second = take(desk, tmp_path, rows, as_of="2021-11-10").batch
    save_household(desk, PLAIN)
    assert held(desk, HEAD.document_number) == ["extremely_poor"]
    undo_list(desk, second, "错")
    assert held(desk, HEAD.document_number) == ["subsistence_allowance"]
    assert not waiting(desk)
    assert verify(desk.store, tmp_path / "scratch.db").ok


def test_a_save_taken_back_lets_the_list_wait_again(desk: Desk, tmp_path: Path) -> None:
    take(desk, tmp_path, low(HEAD))
    before = [(one.name, one.identities, one.row) for one in waiting(desk)]
    saved = save_household(desk, PLAIN)
    assert not waiting(desk)
    assert saved.undoing is not None
    undo_save(desk, saved.undoing)
    assert [(one.name, one.identities, one.row) for one in waiting(desk)] == before
    again = save_household(desk, PLAIN)
    assert again.enrollments[0].assessment.net_payable == 20000
    assert verify(desk.store, tmp_path / "scratch.db").ok


def test_a_person_who_gets_the_listed_number_later_is_priced_anew(
    desk: Desk, tmp_path: Path
) -> None:
    number = HEAD.document_number
    take(desk, tmp_path, low(HEAD))
    born = replace(
        NEWBORN, name=HEAD.name, relation=codes.HEAD, sex=codes.MALE, birth_date="1975-03-01",
        circumstances=(),
    )  # fmt: skip
    saved = save_household(desk, with_members(born))
    assert saved.enrollments[0].assessment.net_payable == 32000
    one = saved.enrollments[0]
    change_document(desk, DocumentChange(one.person_id, codes.RESIDENT_CARD, number))
    row = desk.store.connection.execute(
        "SELECT net_fen FROM enrollments WHERE id = ?", (one.enrollment_id,)
    ).fetchone()
    assert row["net_fen"] == 20000
    assert held(desk, number) == ["subsistence_allowance"]
    assert not waiting(desk)
    assert verify(desk.store, tmp_path / "scratch.db").ok


def test_a_residents_list_brings_people_to_what_departments_said(
    desk: Desk, tmp_path: Path
) -> None:
    seed_residents(desk, 5, SeededIds(3))
    take(desk, tmp_path, low(HEAD))
    head = ("户号", "姓名", "身份证号", "与户主关系", "村")
    rows = [("X1", HEAD.name, HEAD.document_number, "户主", "东山村委会")]
    residents = {"head": head, "kind": "residents", "source": "村", "full": False}
    batch = take(desk, tmp_path, rows, department="", **residents).batch
    assert held(desk, HEAD.document_number) == ["subsistence_allowance"]
    assert not waiting(desk)
    undo_list(desk, batch, "错")
    assert [one.name for one in waiting(desk)] == [HEAD.name]
    assert verify(desk.store, tmp_path / "scratch.db").ok


def test_who_waits_without_a_number_is_confirmed_by_a_person(desk: Desk, tmp_path: Path) -> None:
    rows = [(HEAD.name, "1975-03-01", "农村低保")]
    batch = take(desk, tmp_path, rows, head=("姓名", "出生日期", "救助类别")).batch
    (told,) = [one for one in look_up(desk, PLAIN) if one.code == "LISTED_ALIKE"]
    assert told.severity == "warning"
    saved = save_household(desk, PLAIN)
    assert saved.enrollments[0].assessment.net_payable == 32000
    (one,) = waiting(desk)
    assert [candidate.person for candidate in one.candidates] == [saved.enrollments[0].person_id]
    assert confirm_listed(desk, SOURCE, one.who, saved.enrollments[0].person_id) == 1
    assert held(desk, HEAD.document_number) == ["subsistence_allowance"]
    assert not waiting(desk)
    with pytest.raises(Refused, match="LISTED_GONE"):
        confirm_listed(desk, SOURCE, one.who, saved.enrollments[0].person_id)
    undo_list(desk, batch, "错")
    assert held(desk, HEAD.document_number) == []
    assert verify(desk.store, tmp_path / "scratch.db").ok


def test_registering_finds_lists_by_an_index(desk: Desk) -> None:
    asked: dict[str, tuple[Any, tuple[str, ...]]] = {
        "list_people_alike": (stored.waiting_alike, ("王一", "1970-01-01")),
        "number": (stored.waiting_number, ("539999197001010012",)),
    }
    for index, (ask, values) in asked.items():
        said: list[str] = []
        desk.store.connection.set_trace_callback(said.append)
        ask(desk.store.connection, *values)
        desk.store.connection.set_trace_callback(None)
        plan = desk.store.connection.execute(f"EXPLAIN QUERY PLAN {said[0]}").fetchall()
        assert any("USING INDEX" in row["detail"] and index in row["detail"] for row in plan)


def test_who_was_registered_where_the_list_had_not_arrived_is_given_it_at_once(
    desk: Desk, tmp_path: Path
) -> None:
    take(desk, tmp_path, low(HEAD))
    saved = save_household(desk, PLAIN)
    assert saved.undoing is not None
    for part in saved.undoing.lists:
        # As the file stands where the household came from another station, without its lists.
        with desk.store.transaction():
            desk.store.record(part, operator="x")
    assert [bool(one.known) for one in waiting(desk)] == [True]
    assert apply_known(desk) == 1
    assert not waiting(desk)
    assert apply_known(desk) == 0
