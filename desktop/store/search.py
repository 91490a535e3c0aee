"""Find people by whatever the clerk types: a name, pinyin, part of a number, a phone.

Every query is a range on an index or a trigram match, so it costs the same in a village and in a
county. Results come in the index's own order, best kind first, and never more than asked for.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row

_COLUMNS = (
    "p.id, p.household_id, p.name, p.relation, p.document_type, p.document_number, p.birth_date,"
    " p.sex, p.phone, h.number AS household_number, h.address, h.division"
)
_FROM = " FROM people p LEFT JOIN households h ON h.id = p.household_id "
_LAST = chr(0x10FFFF)


def search(connection: Connection, typed: str, limit: int) -> list[Row]:
    """Return up to ``limit`` people that ``typed`` finds, with their household, best first."""
    text = typed.strip()
    found: dict[str, Row] = {}
    if not text:
        return []
    with database_errors():
        for row in _candidates(connection, text, limit):
            found.setdefault(row["id"], row)
            if len(found) == limit:
                break
    return list(found.values())


def _candidates(connection: Connection, text: str, limit: int) -> Iterator[Row]:
    upper = text.upper()
    if text.isascii() and any(char.isdigit() for char in text):
        yield from _number(connection, upper, limit)
        yield from _range(connection, "h.number", text, limit)
    elif text.isascii():
        yield from _pinyin(connection, text.lower().replace(" ", ""), limit)
        yield from _number(connection, upper, limit)
    else:
        yield from _range(connection, "p.name", text, limit)
        yield from _range(connection, "h.address", text, limit)


def _range(connection: Connection, column: str, text: str, limit: int) -> Iterator[Row]:
    statement = (
        f"SELECT {_COLUMNS}{_FROM} WHERE {column} >= ? AND {column} < ?"
        f" AND p.household_id != '' ORDER BY {column} LIMIT ?"
    )
    yield from connection.execute(statement, (text, text + _LAST, limit))


def _pinyin(connection: Connection, keys: str, limit: int) -> Iterator[Row]:
    statement = (
        f"SELECT {_COLUMNS} FROM name_keys k JOIN people p ON p.id = k.person_id"  # noqa: S608
        " LEFT JOIN households h ON h.id = p.household_id"
        " WHERE k.key >= ? AND k.key < ? AND p.household_id != '' ORDER BY k.key LIMIT ?"
    )
    yield from connection.execute(statement, (keys, keys + _LAST, limit))


def _number(connection: Connection, text: str, limit: int) -> Iterator[Row]:
    for column in ("p.document_number", "p.phone"):
        yield from _range(connection, column, text, limit)
    if len(text) < 3:
        return
    trigrams = " AND ".join(
        '"' + text[at : at + 3].replace('"', '""') + '"' for at in range(len(text) - 2)
    )
    # The index keeps no positions, so the match is confirmed on the row itself.
    statement = (
        f"SELECT {_COLUMNS} FROM number_index JOIN people p ON p.rowid = number_index.rowid"  # noqa: S608
        " LEFT JOIN households h ON h.id = p.household_id"
        " WHERE number_index MATCH ? AND p.household_id != ''"
        " AND (instr(p.document_number, ?) OR instr(p.phone, ?)) LIMIT ?"
    )
    yield from connection.execute(statement, (trigrams, text, text, limit))
