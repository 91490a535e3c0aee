"""Goal: an archived paper is the same bytes on any machine, on any day, or the program says so."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.app.law import shipped_law
from desktop.base.errors import Refused
from desktop.printing import archive as archiving
from desktop.printing import receipt as receipt_form
from desktop.printing.preview import page_count
from desktop.store import paper_hashes
from desktop.usecases.archive import archive, verify_papers
from desktop.usecases.desk import Desk
from desktop.usecases.papers import mark_printed
from tests.helpers import desks
from tests.helpers.stations import KEY, new_store, save_household, take_payment

ELSEWHERE = """
import hashlib, sys
from pathlib import Path
from desktop.app.law import shipped_law
from desktop.base.clock import SystemClock
from desktop.base.ids import SystemIds
from desktop.store.database import Store
from desktop.usecases.archive import archive
from desktop.usecases.desk import Desk
from tests.helpers.stations import KEY

store = Store.open(Path(sys.argv[1]), KEY, clock=SystemClock(), ids=SystemIds())
desk = Desk(store, shipped_law(), "auditor", "auditor", "auditor")
for number in sys.argv[2:]:
    paper = archive(desk, number)
    print(paper.known_by.form, hashlib.sha256(paper.pdf).hexdigest(), paper.same, paper.first)
"""


@pytest.fixture
def desk() -> Iterator[Desk]:
    with desks.desk() as made:
        yield made


def paid(desk: Desk, start: int = 0, people: int = 1) -> str:
    fact = save_household(desk.store, start=start, people=people)
    return take_payment(desk.store, fact).receipt.number


@pytest.mark.parametrize("zone", ["America/St_Johns", "Pacific/Kiritimati"])
def test_a_restored_copy_gives_the_same_bytes_in_another_zone_and_year(
    tmp_path: Path, zone: str
) -> None:
    store = new_store(tmp_path / "station.db", key=KEY)
    desk = Desk(store, shipped_law(), "tester", "tester", "clerk")
    numbers = [paid(desk, 0, 1), paid(desk, 20, 12)]
    store.back_up(tmp_path / "copy.db")
    here = [archive(desk, number) for number in numbers]
    mark_printed(desk, numbers[0], 3)
    assert archive(desk, numbers[0]).pdf == here[0].pdf, "a reprint changed the archive"
    store.close()
    environment = os.environ | {"TZ": zone, "SOURCE_DATE_EPOCH": "1", "LANG": "C"}
    said = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, str(tmp_path / "copy.db"), *numbers],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\n")
    known = [f"{one.known_by.form} {one.known_by.sha256} True True" for one in here]
    assert said[:-1] == known


def test_the_hash_is_kept_once_and_every_later_paper_is_held_to_it(desk: Desk) -> None:
    numbers = [paid(desk, start) for start in range(5)]
    first = archive(desk, numbers[0])
    assert (first.first, first.same, page_count(first.pdf)) == (True, True, 1)
    again = archive(desk, numbers[0])
    assert (again.first, again.same, again.pdf) == (False, True, first.pdf)
    found = verify_papers(desk)
    assert (found.receipts, found.checked, found.same, found.recorded) == (5, 5, 1, 4)
    told: list[tuple[int, int]] = []
    few = verify_papers(desk, 2, lambda *done: told.append(done))
    assert (few.checked, few.same, few.recorded, few.ok) == (2, 2, 0, True)
    assert told == [(2, 2)]


def test_a_paper_that_is_another_one_is_found(desk: Desk) -> None:
    number = paid(desk)
    other = archiving.PaperHash(archiving.form_version(), "0" * 64)
    with desk.store.transaction():
        paper_hashes.note(desk.store.connection, number, other.form, other.sha256, "")
    found = verify_papers(desk)
    assert not archive(desk, number).same
    assert [fault.code for fault in found.faults] == ["PAPER"]
    assert number in found.faults[0].message
    assert not found.ok


def test_a_paper_of_another_program_version_is_told_apart_not_accused(desk: Desk) -> None:
    number = paid(desk)
    with desk.store.transaction():
        paper_hashes.note(desk.store.connection, number, "another", "0" * 64, "")
    found = verify_papers(desk)
    assert (found.ok, found.recorded, found.other_form) == (True, 1, 1)
    assert archive(desk, number).other_forms == ("another",)


def test_whatever_changes_the_form_changes_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    before = archiving.form_version()
    monkeypatch.setattr(receipt_form, "_MARK_MM", 4.4)
    archiving.form_version.cache_clear()
    try:
        assert archiving.form_version() != before
    finally:
        monkeypatch.undo()
        archiving.form_version.cache_clear()
    assert archiving.form_version() == before


def test_another_stations_receipt_without_its_code_is_archived_where_it_was_made(
    desk: Desk,
) -> None:
    """The town hall's file, opened by a station that holds another key."""
    number = paid(desk)
    own = desk.store.station
    stranger = Desk(desk.store, desk.law, "other", "other", "clerk")
    stranger.store.__dict__["_station"] = replace(own, id="0" * 32)
    with pytest.raises(Refused) as refused:
        archive(stranger, number)
    assert refused.value.code == "CODE_ELSEWHERE"
    stranger.store.__dict__["_station"] = own
    with pytest.raises(Refused) as unknown:
        archive(desk, "no such number")
    assert unknown.value.code == "RECEIPT_UNKNOWN"
