"""Read a county's list of units, or of targets, out of the file it keeps them in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.base.errors import Refused
from desktop.domain.division_checks import UnitRow, plain_unit
from desktop.domain.divisions import kind_of, normal_code
from desktop.domain.roster_facts import Target, Unit, UnitKind
from desktop.domain.target_checks import TargetRow
from desktop.exchange.cells import read_code, read_day, read_list, read_whole
from desktop.exchange.columns import Field, Record, recognise, records
from desktop.exchange.tables import Table, read_tables

UNIT_FIELDS = (
    Field(
        "code", ("代码", "区划代码", "编码", "行政区划代码", "统计用区划代码", "code"), needed=True
    ),
    Field("name", ("名称", "区划名称", "单位名称", "name"), needed=True),
    Field("kind", ("类别", "类型", "级别", "层级", "kind", "type", "level")),
    Field("parent", ("上级", "上级代码", "上级区划", "上级区划代码", "父级代码", "parent")),
    Field(
        "valid_from", ("起", "生效日期", "启用日期", "有效期起", "开始日期", "valid_from", "from")
    ),
    Field("valid_to", ("止", "失效日期", "停用日期", "有效期止", "截止日期", "valid_to", "to")),
    Field("replaced_by", ("替代为", "替代代码", "变更为", "并入", "新代码", "replaced_by")),
    Field("former_name", ("曾用名", "原名", "原名称", "former_name")),
    Field("aliases", ("别名", "俗称", "简称", "aliases", "alias")),
)
TARGET_FIELDS = (
    Field("code", ("代码", "区划代码", "编码", "行政区划代码", "code"), needed=True),
    Field("residents", ("常住人口", "常住人口数", "residents")),
    Field("employees", ("职工参保人数", "职工医保参保人数", "职工医保", "职工", "employees")),
    Field("target", ("任务数", "目标任务", "目标任务数", "任务", "target")),
)
_KIND_WORDS: tuple[tuple[UnitKind, str], ...] = (
    ("county", "县 区 市 县区 县级 县市区"),
    ("township", "乡 镇 街道 乡镇 镇街 乡镇街道 乡级 街道办事处"),
    ("village", "村 社区 居委会 村委会 村社区 村级 居 行政村"),
    ("group", "组 小组 村民小组 居民小组 村组 自然村"),
    ("school", "学校 大学 学院 中学 小学 幼儿园 班级"),
    ("unit", "单位 其他 虚拟 虚拟单位 其他单位"),
)
_KINDS = {word: kind for kind, words in _KIND_WORDS for word in (kind, *words.split())}


@dataclass(frozen=True, slots=True)
class UnitList:
    """A list of units as read, with where it was found."""

    source: str
    """File and sheet."""
    rows: tuple[UnitRow, ...]
    ignored: tuple[str, ...]
    """Headers of columns that were not read."""


@dataclass(frozen=True, slots=True)
class TargetList:
    """A list of targets as read, with where it was found."""

    source: str
    rows: tuple[TargetRow, ...]
    ignored: tuple[str, ...]


def read_units(path: Path) -> UnitList:
    """Read a list of units from a CSV, TSV or XLSX file.

    Raises:
        Refused: the file is no such list; codes of `desktop.exchange.tables.read_tables` and
            ``TABLE_COLUMNS``, ``LIST_EMPTY``.
        Unavailable: ``FILE_UNREADABLE``.
    """
    source, found, ignored = _records(path, UNIT_FIELDS)
    return UnitList(source, tuple(unit_row(record) for record in found), ignored)


def read_targets(path: Path) -> TargetList:
    """Read a list of population figures and targets. Raises as `read_units`."""
    source, found, ignored = _records(path, TARGET_FIELDS)
    return TargetList(source, tuple(_target_row(record) for record in found), ignored)


def _records(
    path: Path, fields: Sequence[Field]
) -> tuple[str, tuple[Record, ...], tuple[str, ...]]:
    tables = read_tables(path)
    refused: Refused | None = None
    for table in tables:
        try:
            columns = recognise(table, fields)
        except Refused as error:
            refused = refused or error
            continue
        found = tuple(records(table, columns))
        if not found:
            raise Refused("LIST_EMPTY", f"no rows below the header in {_source(table)}")
        return _source(table), found, columns.unknown
    assert refused is not None, "a file without tables is refused where it is read"
    raise refused


def _source(table: Table) -> str:
    return f"{table.file} · {table.sheet}" if table.sheet else table.file


def unit_row(record: Record) -> UnitRow:
    """Return the unit a row states, with the fields that could not be read."""
    code = normal_code(read_code(record["code"]))
    unreadable: list[str] = []
    kind = _kind(record["kind"], code)
    if kind is None:
        unreadable.append("kind")
    days = {name: read_day(record[name]) for name in ("valid_from", "valid_to")}
    unreadable += [name for name, day in days.items() if day is None]
    unit = Unit(
        code=code,
        name=record["name"],
        kind=kind or kind_of(code) or "unit",
        parent=read_code(record["parent"]),
        valid_from=days["valid_from"] or "",
        valid_to=days["valid_to"] or "",
        replaced_by=read_code(record["replaced_by"]),
        former_name=record["former_name"],
        aliases=read_list(record["aliases"]),
    )
    return UnitRow(record.row, plain_unit(unit), tuple(unreadable))


def _kind(text: str, code: str) -> UnitKind | None:
    """Return the kind a cell names, or that the code's digits say; None if it names no kind."""
    word = text.strip().lower()
    return _KINDS.get(word) if word else kind_of(code) or "unit"


def _target_row(record: Record) -> TargetRow:
    names = ("residents", "employees", "target")
    figures = {name: read_whole(record[name]) for name in names}
    unreadable = tuple(name for name in names if record[name] and figures[name] is None)
    code = normal_code(read_code(record["code"]))
    return TargetRow(record.row, Target(division=code, **figures), unreadable)
