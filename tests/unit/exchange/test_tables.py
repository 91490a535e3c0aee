"""Files as people bring them, and files nobody should bring."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.exchange import limits
from desktop.exchange.cells import read_code, read_day, read_list, read_whole
from desktop.exchange.columns import Field, recognise, records
from desktop.exchange.tables import Table, read_tables
from tests.helpers.workbooks import archive, packed, sheet_xml, workbook

HEAD = ("代码", "名称")
ROWS = (("539999001000", "青石镇"), ("539999001001", "𠮷水村"))
FIELDS = (Field("code", ("代码", "code"), needed=True), Field("name", ("名称", "name")))


def table_of(tmp_path: Path, content: bytes, name: str = "list.csv") -> Table:
    path = tmp_path / name
    path.write_bytes(content)
    (table,) = read_tables(path)
    return table


def lines(table: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_every_usual_encoding_and_separator_reads_the_same(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    text = "\r\n".join(delimiter.join(row) for row in (HEAD, *ROWS))
    assert lines(table_of(tmp_path, text.encode(encoding))) == [HEAD, *ROWS]


def test_a_workbook_reads_as_typed_and_remembers_where(tmp_path: Path) -> None:
    content = workbook({"区划": [(), HEAD, (539999001000, "青石镇"), (), (1.5, True)]})
    table = table_of(tmp_path, content, "list.xlsx")
    assert (table.file, table.sheet) == ("list.xlsx", "区划")
    assert [(row.number, row.cells) for row in table.rows] == [
        (2, HEAD),
        (3, ("539999001000", "青石镇")),
        (5, ("1.5", "1")),
    ]


def test_a_number_too_long_for_a_spreadsheet_shows_that_it_is_broken(tmp_path: Path) -> None:
    table = table_of(tmp_path, workbook({"a": [(539999199001011234,)]}), "a.xlsx")
    assert "e+17" in table.rows[0].cells[0]


def test_rows_in_quotes_keep_the_line_they_begin_in(tmp_path: Path) -> None:
    table = table_of(tmp_path, '代码,名称\n1,"两\n行"\n\n2,b\n'.encode())
    assert [row.number for row in table.rows] == [1, 2, 5]
    assert table.rows[1].cells == ("1", "两\n行")


def test_a_header_may_follow_a_title_and_be_decorated(tmp_path: Path) -> None:
    text = "培训县区划一览表\n*代 码（必填）,名称：,备注\n１,青石镇,x\n,,\n2,'白水乡\n"
    table = table_of(tmp_path, text.encode())
    columns = recognise(table, FIELDS)
    assert (columns.header, columns.unknown) == (2, ("备注",))
    found = [(one.row, one["code"], one["name"], one["gone"]) for one in records(table, columns)]
    assert found == [(3, "１", "青石镇", ""), (5, "2", "白水乡", "")]


def test_a_table_without_the_needed_header_is_refused(tmp_path: Path) -> None:
    table = table_of(tmp_path, b"name\nx\n")
    with pytest.raises(Refused) as refused:
        recognise(table, FIELDS)
    assert refused.value.code == "TABLE_COLUMNS"


def sparse(reference: str) -> bytes:
    return packed({"a": sheet_xml([("x",)]).replace('r="A1"', f'r="{reference}"')})


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "TABLE_EMPTY"),
        (b"\n \n,,\n", "TABLE_EMPTY"),
        (b"\xff\xff\x81", "TABLE_ENCODING"),
        (b"a,b\x00c\n", "TABLE_ENCODING"),
        (b"a," * 300, "TABLE_LARGE"),
        (b"x" * (limits.CELL_CHARS_MAX + 1), "TABLE_LARGE"),
        (b"x" * 200_000, "TABLE_UNREADABLE"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 100, "TABLE_UNREADABLE"),
        (b"%PDF-1.7 a paper", "TABLE_FORMAT"),
        (b"<html><table><tr><td>x", "TABLE_WEB"),
        (archive({"word/document.xml": "<a/>"}), "TABLE_FORMAT"),
        (archive({"xl/workbook.xml": "rubbish"}), "TABLE_UNREADABLE"),
        (b"PK\x03\x04 not an archive", "TABLE_UNREADABLE"),
        (workbook({"a": [HEAD]})[:-30], "TABLE_UNREADABLE"),
        (workbook({"a": []}), "TABLE_EMPTY"),
        (sparse("XFD1"), "TABLE_LARGE"),
        (sparse("A1048576"), "TABLE_LARGE"),
        (sparse("IV300001"), "TABLE_LARGE"),
        (workbook({f"s{place}": [("x",)] for place in range(51)}), "TABLE_LARGE"),
    ],
)
def test_what_is_no_list_is_refused_with_its_reason(
    tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "list"
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        read_tables(path)
    assert refused.value.code == code


def test_an_archive_that_lies_about_its_size_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.exchange.packed.UNPACKED_BYTES_MAX", 100_000)
    content = bytearray(packed({"a": sheet_xml([("x",)]) + " " * 200_000}))
    real = (200_000 + len(sheet_xml([("x",)]))).to_bytes(4, "little")
    assert content.count(real) == 2
    small = bytes(content).replace(real, (300).to_bytes(4, "little"))
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(small)
    assert zipfile.ZipFile(path).getinfo("xl/worksheets/sheet1.xml").file_size == 300
    with pytest.raises(Refused) as refused:
        read_tables(path)
    assert refused.value.code == "TABLE_LARGE"


def test_a_file_larger_than_any_list_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.exchange.tables.FILE_BYTES_MAX", 10)
    path = tmp_path / "list.csv"
    path.write_bytes(b"x" * 11)
    with pytest.raises(Refused) as refused:
        read_tables(path)
    assert refused.value.code == "TABLE_LARGE"


def test_a_missing_file_is_the_environments_fault(tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        read_tables(tmp_path / "none.csv")


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=150,
)
@given(st.binary(max_size=400), st.integers(0, 2**32))
def test_any_bytes_are_read_or_refused(tmp_path: Path, noise: bytes, place: int) -> None:
    """Also a workbook with a few bytes overwritten anywhere."""
    good = workbook({"a": [HEAD, *ROWS]})
    at = place % len(good)
    for content in (noise, good[:at] + noise[:4] + good[at + len(noise[:4]) :]):
        path = tmp_path / "noise"
        path.write_bytes(content)
        refused: CanbaoError | None = None
        try:
            assert all(table.rows for table in read_tables(path))
        except CanbaoError as error:
            refused = error
        assert refused is None or refused.code.startswith("TABLE_")


def test_cells_are_read_forgivingly() -> None:
    assert read_day("2022-02-30") is None
    assert read_day("2022-01-05 00:00:00") == "2022-01-05"
    assert read_day("") == ""
    assert read_code("５３ ２３") == "5323"
    assert read_whole("1,024") == 1024
    assert read_whole("-3") is None
    assert read_list("甲、 乙;甲") == ("甲", "乙")
