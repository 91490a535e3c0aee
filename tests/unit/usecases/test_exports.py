"""Goal: registers leave masked, whole or not at all, and nothing is lost unseen.

Method: export them in every form from a real store and read the files again.
"""

from __future__ import annotations

import csv
import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from desktop.base.errors import Refused, Unavailable
from desktop.domain.facts import Recognition
from desktop.exchange.tables import read_tables
from desktop.store.rebuild import differing_tables, rebuild
from desktop.usecases.desk import Desk
from desktop.usecases.exports import Leaving, lost_in, whole_register, write_file
from desktop.usecases.households import save_household
from desktop.usecases.not_enrolled import note_reason
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.registers import Register, RegisterWanted, register
from tests.helpers.desks import CAMPAIGN, FAMILY, FAMILY_FEN, HEAD, SON, WIFE, desk, with_members
from tests.helpers.stations import VILLAGE

CONTRIBUTIONS = RegisterWanted("contribution-register", VILLAGE[:6], CAMPAIGN)


def _paid(at: Desk) -> Register:
    saved = save_household(at, replace(FAMILY, number="=1+1"))
    take_payment(at, PaymentInput(saved.household_id, "cash", FAMILY_FEN))
    return register(at, CONTRIBUTIONS)


def _refused(register_: Register, path: Path, how: Leaving) -> Refused:
    with pytest.raises(Refused) as refused:
        write_file(register_, path, how)
    assert list(path.parent.iterdir()) == []
    return refused.value


def test_a_workbook_has_real_column_types_and_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with desk(role="supervisor") as at:
        _paid(at)
        write_file(whole_register(at, CONTRIBUTIONS, "与税务核对"), path)
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    first = dict(zip(rows[2], rows[3], strict=True))
    assert first["户号"] == "=1+1"
    assert first["证件号码"] == HEAD.document_number
    assert (first["个人实缴"], first["缴费日期"]) == (320.0, date(2021, 11, 15))
    assert rows[-1][0] == "合计"
    with zipfile.ZipFile(path) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        styles = book.read("xl/styles.xml").decode()
    assert "<f>" not in sheet
    assert re.search(r't="inlineStr"><is><t>' + HEAD.document_number, sheet)
    assert {"@", "#,##0.00", "yyyy-mm-dd"} <= set(re.findall(r'formatCode="([^"]+)"', styles))
    assert 'topLeftCell="A4"' in sheet


def test_whole_numbers_need_the_right_a_reason_and_leave_an_event() -> None:
    with desk() as at:
        _paid(at)
        with pytest.raises(Refused, match="may not"):
            whole_register(at, CONTRIBUTIONS, "想看")
    with desk(role="supervisor") as at:
        masked = _paid(at)
        with pytest.raises(Refused) as refused:
            whole_register(at, CONTRIBUTIONS, "  ")
        assert refused.value.code == "REASON_EMPTY"
        before = at.store.connection.execute("SELECT count(*) FROM list_exports").fetchone()[0]
        whole = whole_register(at, CONTRIBUTIONS, "与税务核对")
        (row,) = at.store.connection.execute("SELECT * FROM list_exports").fetchall()
        copy = at.store.scratch(Path(":memory:"))
        rebuild(at.store.connection, copy)
        assert differing_tables(at.store.connection, copy) == []
        copy.close()
    assert before == 0
    assert (row["list"], row["rows"], row["reason"]) == ("contribution-register", 4, "与税务核对")
    assert next(one["document"] for one in whole.data.rows) == HEAD.document_number
    assert HEAD.document_number not in str(masked.data.rows)


def test_a_text_file_has_its_mark_and_harmless_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with desk(role="supervisor") as at:
        _paid(at)
        write_file(whole_register(at, CONTRIBUTIONS, "核对"), path)
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))
    assert rows[0]["户号"] == "'=1+1"
    assert rows[0]["证件号码"] == "\t" + HEAD.document_number
    assert (rows[0]["个人实缴"], rows[0]["缴费日期"]) == ("320.00", "2021-11-15")
    (table,) = read_tables(path)
    assert HEAD.document_number in {cell.strip() for cell in table.rows[1].cells}


def test_what_an_old_encoding_cannot_hold_is_told_before_anything_is_written(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.csv"
    with desk() as at:
        found = _paid(at)
    (lost,) = lost_in(found, path, Leaving("gbk"))
    assert (lost.character, lost.code_point, lost.first_row) == ("𠮷", "U+20BB7", 1)
    error = _refused(found, path, Leaving("gbk"))
    assert (error.code, error.values["characters"]) == ("TEXT_NOT_HELD", "𠮷")
    write_file(found, path, Leaving("gbk", lossy=True))
    assert "王〓祥" in path.read_text(encoding="gbk")
    assert lost_in(found, path, Leaving("gb18030")) == ()
    write_file(found, path, Leaving("gb18030"))
    assert "王𠮷祥" in path.read_text(encoding="gb18030")


def test_private_characters_are_named_for_gb18030_too(tmp_path: Path) -> None:
    with desk() as at:
        save_household(at, with_members(replace(HEAD, name="王\ue815祥", enrol=False)))
        found = register(at, replace(CONTRIBUTIONS, kind="not-enrolled-register"))
    (lost,) = lost_in(found, tmp_path / "a.csv", Leaving("gb18030"))
    assert lost.code_point == "U+E815"


def test_cancelling_leaves_what_was_there(tmp_path: Path) -> None:
    with desk() as at:
        found = _paid(at)
    for name in ("a.xlsx", "a.csv", "a.pdf"):
        path = tmp_path / name
        path.write_text("before")
        with pytest.raises(Refused) as refused:
            write_file(found, path, cancelled=lambda: True)
        assert refused.value.code == "CANCELLED"
        assert path.read_text() == "before"
    assert len(list(tmp_path.iterdir())) == 3


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no full device")
    with desk() as at:
        found = _paid(at)
    for name in ("a.xlsx", "a.csv"):
        (tmp_path / f"{name}.partial").symlink_to(full)
        with pytest.raises(Unavailable) as unavailable:
            write_file(found, tmp_path / name)
        assert unavailable.value.code == "DISK_FULL"


def test_an_unknown_encoding_is_refused(tmp_path: Path) -> None:
    with desk() as at:
        found = _paid(at)
    how = Leaving("latin-1")  # type: ignore[arg-type]
    assert _refused(found, tmp_path / "a.csv", how).code == "ENCODING_UNKNOWN"


def test_a_department_hears_of_its_own_people_only_and_no_more_than_it_needs() -> None:
    with desk() as at:
        left_out = replace(SON, enrol=False, identities=(Recognition(code="de_facto_orphan"),))
        save_household(at, with_members(HEAD, WIFE, left_out))
        query = "SELECT id FROM people WHERE name = ?"
        person = at.store.connection.execute(query, (SON.name,)).fetchone()[0]
        note_reason(at, person, CAMPAIGN, "employee")
        wanted = replace(CONTRIBUTIONS, kind="department-return", department="civil_affairs")
        found = register(at, wanted)
        others = register(at, replace(wanted, department="veterans"))
    assert others.data.rows == ()
    assert [(row["name"], row["enrolled"], row["assistance_fen"], row["reason"])
            for row in found.data.rows] == [
        (WIFE.name, "待缴费", 12_000, ""),
        (SON.name, "未参保", 0, "已参加职工医保"),
    ]  # fmt: skip
    told = {column.field for column in found.template.columns}
    assert told == {
        "place", "name", "document", "village", "identity", "enrolled", "assistance_fen", "reason",
    }  # fmt: skip
    assert WIFE.document_number not in str(found.data.rows)
