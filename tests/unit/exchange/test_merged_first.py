"""A long sheet tells first what it merges, and is read as if it had told it last."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from desktop.exchange.merged_first import LongSheet, crc_of_both, merges_first
from desktop.exchange.packed import look_into
from desktop.exchange.workbooks import open_sheet, open_workbook
from tests.helpers.workbooks import archive, packed, sheet_xml

FILE = "xl/worksheets/sheet1.xml"
ROWS = 5_000
SHORT = sheet_xml([["说明"], ["第二张表"]])
MERGED = (
    '<mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref=\'B2:B9\' />'
    '<mergeCell ref="AA3:AB5000"/></mergeCells>'
)


def long_sheet(merged: str) -> str:
    rows = [[f"{place}组", f"姓名{place}", "低保户，" * 5] for place in range(ROWS)]
    return sheet_xml(rows).replace("</sheetData>", f"</sheetData>{merged}")


def book_of(sheet: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(packed({"名单": sheet, "说明": SHORT}))) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    return archive(parts | {"docProps/说明.txt": "不是表"})


@pytest.mark.parametrize("merged", [MERGED, ""], ids=["some", "none"])
def test_a_long_sheet_is_read_as_it_was_brought(merged: str) -> None:
    content = book_of(long_sheet(merged))
    bare = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("名单")
    opened = open_sheet(open_workbook(content), "名单")
    assert [values for _, values in opened.rows()] == bare.to_python(skip_empty_area=False)
    assert list(opened.merged) == bare.merged_cell_ranges
    assert len(opened.merged) == (3 if merged else 0)


def test_the_archive_stays_whole_and_nothing_else_in_it_changes() -> None:
    content = book_of(long_sheet(MERGED))
    sheets = look_into(content).long_sheets
    assert sheets == {FILE: LongSheet(len(long_sheet(MERGED).encode()), sheets[FILE].merged)}
    assert sheets[FILE].merged == (b"A1:C1", b"B2:B9", b"AA3:AB5000")
    before = zipfile.ZipFile(io.BytesIO(content))
    after = zipfile.ZipFile(io.BytesIO(merges_first(content, sheets)))
    assert after.testzip() is None
    assert after.namelist() == before.namelist()
    for name in before.namelist():
        told = after.read(name)
        assert told.endswith(before.read(name))
        assert (len(told) > len(before.read(name))) is (name == FILE)


def test_short_sheets_and_strange_ones_stay_as_they_are() -> None:
    assert look_into(packed({"一": SHORT})).long_sheets == {}
    assert look_into(packed({"一": "\ufeff" + long_sheet("")})).long_sheets == {}
    stored = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book_of(long_sheet(MERGED)))) as made,
        zipfile.ZipFile(stored, "w") as unpacked,
    ):
        for name in made.namelist():
            unpacked.writestr(name, made.read(name))
    content = stored.getvalue()
    with zipfile.ZipFile(io.BytesIO(merges_first(content, look_into(content).long_sheets))) as out:
        assert out.read(FILE) == long_sheet(MERGED).encode()
    assert len(open_sheet(open_workbook(content), "名单").merged) == 3


@given(st.binary(max_size=40), st.binary(max_size=300))
def test_the_check_of_two_texts_is_that_of_both(first: bytes, second: bytes) -> None:
    told = crc_of_both(zlib.crc32(first), zlib.crc32(second), len(second))
    assert told == zlib.crc32(first + second)
