"""What the tax authority's return codes mean: shipped, and as the county explained them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from desktop.base.errors import Refused
from desktop.base.resources import form_text
from desktop.domain.facts import TEXT_MAX
from desktop.domain.handover_facts import ReturnCode, ReturnCodesSet
from desktop.domain.handover_layout import ShippedCode, return_codes_from_text
from desktop.exchange.columns import Field, Record, recognise, records
from desktop.exchange.tables import read_tables
from desktop.sqlite.connection import Connection
from desktop.store import handover as rows_of
from desktop.usecases.desk import Desk

Origin = Literal["county", "public", "assumed"]
"""``county``: its own table; ``public``: public files of a platform; ``assumed``: nobody's."""
CODES_MAX = 1_000
_SHIPPED = "return-codes.toml"
_FIELDS = (
    Field("code", ("返回码", "代码", "结果代码", "code"), needed=True),
    Field("accepted", ("是否成功", "成功", "是否接收", "accepted"), needed=True),
    Field("zh", ("含义", "说明", "原因", "名称", "meaning"), needed=True),
    Field("en", ("英文", "en", "english")),
)
_YES = {"是", "1", "y", "yes", "true", "成功"}
_NO = {"否", "0", "n", "no", "false", "失败"}


def return_codes(desk: Desk, connection: Connection | None = None) -> Mapping[str, ReturnCode]:
    """Return every code that is explained; the county's own words stand before the shipped ones.

    ``connection``: a reading one of the same file, on whatever thread has it.
    """
    shipped = {one.code: one.meaning for one in _shipped()}
    return shipped | _of_county(connection or desk.store.connection)


def origins(desk: Desk) -> Mapping[str, Origin]:
    """Return by code who says what it means. Raises Unavailable."""
    found: dict[str, Origin] = {
        one.code: "assumed" if one.assumed else "public" for one in _shipped()
    }
    return found | dict.fromkeys(_of_county(desk.store.connection), "county")


def _shipped() -> tuple[ShippedCode, ...]:
    return return_codes_from_text(_SHIPPED, form_text("handover", _SHIPPED))


def _of_county(connection: Connection) -> dict[str, ReturnCode]:
    return {
        row["code"]: ReturnCode(
            code=row["code"], accepted=bool(row["accepted"]), zh=row["zh"], en=row["en"] or ""
        )
        for row in rows_of.return_codes(connection)
    }


def accepted_codes(desk: Desk, connection: Connection | None = None) -> Mapping[str, bool]:
    """Return by code whether it means that the row was accepted."""
    return {code: one.accepted for code, one in return_codes(desk, connection).items()}


def read_return_codes(path: Path) -> tuple[ReturnCode, ...]:
    """Read a county's table of return codes out of a file.

    Raises:
        Refused: ``RETURN_CODES_INVALID`` with the row; codes of
            `desktop.exchange.tables.read_tables`, ``TABLE_COLUMNS``.
        Unavailable: ``FILE_UNREADABLE``.
    """
    table = read_tables(path)[0]
    found = [_code(record) for record in records(table, recognise(table, _FIELDS))]
    codes = [one.code for one in found]
    if len(set(codes)) != len(codes) or not 0 < len(codes) <= CODES_MAX:
        raise Refused("RETURN_CODES_INVALID", "a code stands twice", why=path.name)
    return tuple(found)


def set_return_codes(desk: Desk, codes: tuple[ReturnCode, ...], source: str) -> int:
    """Put the county's table on record; return how many codes are new or changed.

    Raises:
        Refused: ``ROLE``.
        Unavailable: the disk failed.
    """
    desk.may("supervisor", "policy")
    with desk.store.transaction():
        # What ships is no word of the county's: a table that says the same confirms it.
        known = _of_county(desk.store.connection)
        changed = tuple(one for one in codes if known.get(one.code) != one)
        if changed:
            fact = ReturnCodesSet(codes=changed, source=source[:TEXT_MAX])
            desk.store.record(fact, operator=desk.operator)
    return len(changed)


def _code(record: Record) -> ReturnCode:
    said = record["accepted"].casefold()
    fits = len(record["code"]) <= TEXT_MAX and len(record["zh"]) <= TEXT_MAX
    if not record["code"] or said not in _YES | _NO or not fits:
        why = f"row {record.row}"
        raise Refused("RETURN_CODES_INVALID", why, why=why, row=record.row)
    return ReturnCode(
        code=record["code"], accepted=said in _YES, zh=record["zh"], en=record["en"][:TEXT_MAX]
    )
