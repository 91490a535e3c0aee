"""Lists as departments send them are read as they are meant; files that are none say why."""

from __future__ import annotations

import io
import random
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from desktop.base.errors import CanbaoError, Refused
from desktop.domain.invented import invented_number
from desktop.domain.list_aliases import AliasBook
from desktop.domain.list_facts import ListKind
from desktop.domain.list_reader import RowReader
from desktop.domain.list_rows import ListRow
from desktop.exchange.encodings import decoded_as, detected
from desktop.exchange.list_columns import find_layout, guess_kind
from desktop.exchange.list_file import OpenList
from desktop.usecases.lists.aliases import shipped_aliases
from tests.helpers.department_lists import LAYOUTS, Layout, Listed
from tests.helpers.old_workbooks import compound, old_workbook
from tests.helpers.workbooks import archive, packed, sheet_xml, workbook

TODAY = date(2021, 11, 15)
ALIASES = AliasBook(shipped_aliases())
PEOPLE = tuple(
    Listed(name, invented_number(date(1960 + place, 3, 1 + place), place, "1"))
    for place, name in enumerate(("王小明", "李凤英", "买买提·阿不都", "张伟", "欧阳建国"))
)
TRADITIONAL = "序號,姓名,身分證號,救助類別\r\n1,陳國華,{},農村低保\r\n2,張麗華,{},農村低保"


def read(path: Path, kind: ListKind = "identity", **chosen: str) -> list[ListRow]:
    opened = OpenList(path, **chosen)
    head = opened.head()
    layout = find_layout(head, kind, merged=opened.merged, aliases=ALIASES, today=TODAY)
    fields = tuple(layout.places)
    reader = RowReader(kind, fields, today=TODAY, aliases=ALIASES)
    rows = opened.rows(tuple(layout.places.values()), layout.header)
    return [reader.read(number, cells) for number, cells in rows]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda one: f"{one.department}-{one.name}")
def test_every_departments_layouts_are_recognised(tmp_path: Path, layout: Layout) -> None:
    path = layout.write(tmp_path, PEOPLE)
    rows = read(path)
    assert [(row.name, row.number) for row in rows] == [(one.name, one.number) for one in PEOPLE]
    assert {one.code for row in rows for one in row.says} == {layout.code}
    assert not any(one.level == "error" for row in rows for one in row.findings)
    opened = OpenList(path)
    assert guess_kind(opened.head(), opened.merged, ALIASES, TODAY) == "identity"


def test_a_disability_in_columns_and_in_words_is_the_same(tmp_path: Path) -> None:
    told = [one for one in LAYOUTS if one.department == "disabled_federation"]
    found = {
        (one.kind, one.grade)
        for layout in told
        for row in read(layout.write(tmp_path, PEOPLE))
        for one in row.says
    }
    assert found == {("physical", 2)}


@pytest.mark.parametrize("encoding", ["big5", "gbk", "gb18030", "utf-8", "utf-8-sig", "utf-16"])
def test_the_encoding_is_found_and_can_be_chosen(tmp_path: Path, encoding: str) -> None:
    text = TRADITIONAL.format(PEOPLE[0].number, PEOPLE[1].number)
    content = text.encode(encoding)
    assert decoded_as(content, detected(content)).lstrip("\ufeff") == text
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    chosen = detected(content)
    assert [row.name for row in read(path, encoding=chosen)] == ["陳國華", "張麗華"]
    if encoding == "big5":
        with pytest.raises(Refused) as refused:
            OpenList(path, encoding="utf-8")
        assert refused.value.code == "TABLE_ENCODING"


def test_columns_without_a_header_show_by_what_stands_in_them(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    rows = [(place, one.number, one.name, "13800000000") for place, one in enumerate(PEOPLE)]
    path.write_bytes(workbook({"a": rows}))
    assert [(row.name, row.number) for row in read(path, "roster")] == [
        (one.name, one.number) for one in PEOPLE
    ]


def test_what_is_hidden_is_read_and_told(tmp_path: Path) -> None:
    sheet = sheet_xml([("姓名", "身份证号"), *((one.name, one.number) for one in PEOPLE)])
    hidden = sheet.replace('<row r="3">', '<row r="3" hidden="1">').replace(
        '<row r="4">', "<row hidden='true' r='4'>"
    )
    path = tmp_path / "list.xlsx"
    path.write_bytes(packed({"名单": hidden}))
    opened = OpenList(path)
    assert opened.hidden_rows == (3, 4)
    assert len(list(opened.rows((0, 1), 1))) == len(PEOPLE)


def test_a_sheet_is_chosen_by_name_and_an_unknown_one_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(
        workbook(
            {"说明": [("先看这里",)], "名单": [("姓名", "身份证号"), ("王小明", PEOPLE[0].number)]}
        )
    )
    assert OpenList(path).sheet == "名单"
    assert OpenList(path, sheet="说明").sheet == "说明"
    with pytest.raises(Refused) as refused:
        OpenList(path, sheet="别的")
    assert refused.value.code == "SHEET_UNKNOWN"


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_a_list_of_one_person_before_sheets_without_any_is_found(tmp_path: Path, rows: int) -> None:
    path = tmp_path / "list.xlsx"
    people = [("姓名", "身份证号"), *((one.name, one.number) for one in PEOPLE)]
    path.write_bytes(workbook({"Sheet1": people[:rows], "Sheet2": [], "Sheet3": [("备查",)]}))
    opened = OpenList(path)
    assert (opened.sheet, opened.height, len(opened.head())) == ("Sheet1", rows, rows)


def test_cells_that_only_carry_a_format_may_lie_anywhere(tmp_path: Path) -> None:
    far = '<c r="A1048576" s="3"/><c r="XFD7" s="1" />'
    sheet = sheet_xml([("姓名", "身份证号"), ("王小明", PEOPLE[0].number)])
    path = tmp_path / "list.xlsx"
    path.write_bytes(
        packed({"a": sheet.replace("</sheetData>", f'<row r="1048576">{far}</row></sheetData>')})
    )
    assert len(list(OpenList(path).rows((0, 1), 1))) == 1


def bomb() -> bytes:
    return archive(
        {"xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": " " * (600 << 20)}
    )


def locked_archive() -> bytes:
    content = bytearray(workbook({"a": [("x",)]}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + at] |= 1
            place = content.find(mark, place + 4)
    return bytes(content)


def far(cell: str, rest: str = "") -> bytes:
    row = f'<row><c r="{cell}"{rest}><v>1</v></c></row>'
    return packed({"a": f"<worksheet><sheetData>{row}</sheetData></worksheet>"})


def elsewhere(content: bytes) -> bytes:
    """Return a workbook whose sheets lie in files of another ending, as its relations say."""
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        parts = {name: source.read(name).decode() for name in source.namelist()}
    found: dict[str, str | bytes] = {
        re.sub(r"(sheet\d+)\.xml$", r"\1.dat", name): re.sub(r"(sheet\d+)\.xml", r"\1.dat", text)
        for name, text in parts.items()
    }
    return archive(found)


WIDE = [tuple("x" for _ in range(200))] + [("x",)] * 3


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (old_workbook([("a",)], locked=True), "TABLE_LOCKED"),
        (compound({"EncryptedPackage": b"x"}), "TABLE_LOCKED"),
        (compound({"WordDocument": b"x"}), "TABLE_FORMAT"),
        (locked_archive(), "TABLE_LOCKED"),
        (b"<html><body><table>", "TABLE_WEB"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><Workbook>', "TABLE_WEB"),
        (b"\x89PNG\r\n\x1a\n", "TABLE_FORMAT"),
        (archive({"content.xml": "<office/>"}), "TABLE_FORMAT"),
        (far("XFD1"), "TABLE_LARGE"),
        (far("A1048576"), "TABLE_LARGE"),
        (far("A00000000001048576"), "TABLE_LARGE"),
        (far("XFD1048576", ' x="/>"'), "TABLE_LARGE"),
        (old_workbook([()] * 65_000 + [tuple("x" for _ in range(200))]), "TABLE_LARGE"),
        (workbook({"a": []}), "TABLE_EMPTY"),
        (b"", "TABLE_EMPTY"),
    ],
)
def test_what_is_no_list_says_what_it_is(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "renamed.xlsx"
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        OpenList(path).head()
    assert refused.value.code == code


def test_a_sheet_is_looked_over_wherever_it_lies(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(elsewhere(far("XFD300")))
    with pytest.raises(Refused) as refused:
        OpenList(path)
    # Before the reader lays out everything between it and the first cell.
    assert refused.value.values == {"cell": "XFD300"}


def test_a_bomb_is_found_before_it_goes_off(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(bomb())
    with pytest.raises(Refused) as refused:
        OpenList(path)
    assert refused.value.code == "TABLE_LARGE"


@pytest.mark.parametrize("seed", [*range(6), 1006, 1603])
def test_damage_of_any_kind_is_told_and_never_a_crash(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    rows = [("姓名", "身份证号", "救助类别"), *((one.name, one.number, "低保") for one in PEOPLE)]
    sources = [
        workbook({"名单": rows}),
        old_workbook(rows),
        "\r\n".join(",".join(row) for row in rows).encode("gbk"),
        unzipped_again(workbook({"名单": rows}), chance),
    ]
    path = tmp_path / "damaged"
    for _ in range(60):
        content = bytearray(chance.choice(sources))
        for _ in range(chance.randrange(1, 12)):
            place = chance.randrange(len(content))
            match chance.randrange(3):
                case 0:
                    content[place] = chance.randrange(256)
                case 1:
                    del content[place : place + chance.randrange(1, 40)]
                case _:
                    content[place:place] = chance.randbytes(chance.randrange(1, 20))
            if len(content) < 2:
                break
        path.write_bytes(bytes(content))
        assert told(path) in ("", "TABLE")


def test_a_list_in_which_no_column_is_recognised_has_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "noise.csv"
    path.write_bytes(b"030,%%\n9600,##\n")
    opened = OpenList(path)
    assert opened.head()
    assert list(opened.rows(())) == []
    assert read(path) == []


def told(path: Path) -> str:
    """Return the first word of what a file is refused for; empty if it is not."""
    try:
        read(path)
    except CanbaoError as error:
        return error.code.partition("_")[0]
    return ""


def unzipped_again(content: bytes, chance: random.Random) -> bytes:
    """Return the workbook with one of its files damaged inside, and its archive whole."""
    parts = {}
    with zipfile.ZipFile(io.BytesIO(content)) as whole:
        for name in whole.namelist():
            parts[name] = whole.read(name)
    name = chance.choice(sorted(parts))
    raw = bytearray(parts[name])
    raw[chance.randrange(len(raw))] = chance.randrange(256)
    parts[name] = bytes(raw)
    return archive(parts)
