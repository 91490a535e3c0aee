"""What lists said of whom, who is meant by a number, and the draft of an import: rows, no rules."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from desktop.domain.events import SignedEvent
from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row

_AT_ONCE = 1_000
_ASKED_AT_ONCE = 400
_SCANNED_FROM = 5
"""Going through everybody costs a fifth of looking each up."""

_PERSON = (
    "p.id, p.name, p.birth_date, p.identities, p.other_cover, p.survival, p.died_on,"
    " p.document_number, h.division"
)
_TOLD = "p.id, p.name, p.identities, p.other_cover, p.survival, p.died_on, h.division"
"""Of somebody whose number is asked for: the day of birth stands in that."""
_NUMBERED = (
    # The register is read in the order it stands in: not by the index of the numbers.
    f"SELECT p.document_number, {_TOLD} FROM people p"  # noqa: S608
    " LEFT JOIN households h ON h.id = p.household_id WHERE +p.document_number <> ''"
)
_ONCE_NUMBERED = (
    f"SELECT n.number, {_TOLD} FROM person_numbers n JOIN people p ON p.id = n.person_id"  # noqa: S608
    " LEFT JOIN households h ON h.id = p.household_id"
    " WHERE p.document_number <> '' AND p.document_number <> n.number"
)


def persons_by_numbers(
    connection: Connection, numbers: Mapping[str, object]
) -> Iterator[tuple[Any, ...]]:
    """Yield, for each number somebody has or had: the number, then the columns of `_TOLD`.

    Who has a number now comes after who had it once. A list of half a county is found quicker by
    going through the register once than by asking for everybody; fewer are asked for in the order
    of the index.
    """
    with database_errors():
        cursor = connection.cursor()
        cursor.row_factory = None
        registered = cursor.execute("SELECT coalesce(max(rowid), 0) FROM people").fetchone()[0]
        if len(numbers) * _SCANNED_FROM > registered:
            for everybody in (_ONCE_NUMBERED, _NUMBERED):
                cursor.execute(everybody)
                while rows := cursor.fetchmany(_AT_ONCE):
                    yield from [row for row in rows if row[0] in numbers]
            return
        wanted = sorted(numbers)
        for start in range(0, len(wanted), _ASKED_AT_ONCE):
            asked = wanted[start : start + _ASKED_AT_ONCE]
            marks = ", ".join("?" * len(asked))
            for statement in (_ONCE_NUMBERED, _NUMBERED):
                place = "n.number" if statement is _ONCE_NUMBERED else "p.document_number"
                yield from cursor.execute(f"{statement} AND {place} IN ({marks})", asked).fetchall()


def persons_by_ids(connection: Connection, ids: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    """Yield, for each person: the id, then the person's columns."""
    statement = (
        f"SELECT p.id, {_PERSON} FROM json_each(?) j JOIN people p ON p.id = j.value"  # noqa: S608
        " LEFT JOIN households h ON h.id = p.household_id"
    )
    wanted = sorted(set(ids))
    with database_errors():
        cursor = connection.cursor()
        cursor.row_factory = None
        for start in range(0, len(wanted), _AT_ONCE):
            asked = msgspec.json.encode(wanted[start : start + _AT_ONCE]).decode()
            yield from cursor.execute(statement, (asked,)).fetchall()


def persons_by_name(connection: Connection, name: str, birth_date: str) -> list[tuple[Any, ...]]:
    """Return who of this name was born on this day."""
    statement = (
        f"SELECT p.id, {_PERSON} FROM people p"  # noqa: S608
        " LEFT JOIN households h ON h.id = p.household_id"
        " WHERE p.name = ? AND p.birth_date = ? LIMIT 6"
    )
    with database_errors():
        cursor = connection.cursor()
        cursor.row_factory = None
        return list(cursor.execute(statement, (name, birth_date)))


def has_people(connection: Connection) -> bool:
    """Tell whether anybody is registered here."""
    return bool(_all(connection, "SELECT 1 FROM people LIMIT 1"))


def listed(connection: Connection, source: str, of: Collection[str] | None = None) -> list[Row]:
    """Return what a source says of everybody it still holds or waits for; ``of``: of these."""
    statement = "SELECT * FROM list_people WHERE source = ? AND state IN ('held', 'waiting')"
    if of is None:
        return _all(connection, statement, source)
    asked = msgspec.json.encode(sorted(of)).decode()
    statement += " AND who IN (SELECT value FROM json_each(?))"
    return _all(connection, statement, source, asked)


def count_listed(connection: Connection, source: str) -> int:
    """Return how many people a source still holds or waits for."""
    statement = (
        "SELECT count(*) AS people FROM list_people"
        " WHERE source = ? AND state IN ('held', 'waiting')"
    )
    return int(_all(connection, statement, source)[0]["people"])


def listed_of(connection: Connection, person_id: str) -> list[Row]:
    """Return what every source says of a person."""
    return _all(
        connection,
        "SELECT l.*, b.department, b.title, b.as_of FROM list_people l"
        " LEFT JOIN list_batches b ON b.id = l.batch_id WHERE l.person_id = ? ORDER BY l.source",
        person_id,
    )


def waiting(connection: Connection, source: str = "", limit: int = -1) -> list[Row]:
    """Return who is on lists and in nobody's register; ``known`` names who has come since."""
    statement = (
        "SELECT l.*, (SELECT n.person_id FROM person_numbers n JOIN people p ON p.id = n.person_id"
        "  AND p.document_number <> '' WHERE l.number <> '' AND n.number = l.number LIMIT 1)"
        " AS known FROM list_people l WHERE l.state = 'waiting' AND (? = '' OR l.source = ?)"
        " ORDER BY l.division, l.source, l.row LIMIT ?"
    )
    return _all(connection, statement, source, source, limit)


_STANDING = (
    "b.kind IS NOT NULL AND b.undone_at IS NULL AND b.id = CASE"
    " WHEN EXISTS (SELECT 1 FROM list_batches u WHERE u.undo_id = l.batch_id) THEN"
    "  (SELECT s.id FROM list_batches s WHERE s.source = l.source AND s.kind IS NOT NULL"
    "   AND s.undone_at IS NULL ORDER BY s.at DESC, s.id DESC LIMIT 1)"
    " ELSE l.batch_id END"
)
"""The batch that somebody waits on. Parts arrive before the batch they belong to: nobody waits on
it until all of it is here. Whom an undone list lets wait again waits on the one before it."""
_WAITING = (
    "SELECT l.*, b.id AS batch, b.kind, b.title, b.as_of FROM list_people l"  # noqa: S608
    f" JOIN list_batches b ON {_STANDING}"
)


def waiting_number(connection: Connection, number: str) -> list[Row]:
    """Return what sources say of a number that nobody was registered under."""
    statement = f"{_WAITING} WHERE l.number = ? AND l.state = 'waiting' ORDER BY l.source"
    return _all(connection, statement, number) if number else []


def waiting_alike(connection: Connection, name: str, birth_date: str) -> list[Row]:
    """Return whom sources name so without a number, born on that day."""
    statement = (
        f"{_WAITING} WHERE l.name = ? AND l.birth_date = ? AND l.number = ''"
        " AND l.state = 'waiting' ORDER BY l.source LIMIT 6"
    )
    return _all(connection, statement, name, birth_date) if name and birth_date else []


def waiting_one(connection: Connection, source: str, who: str) -> Row | None:
    """Return somebody who waits on a source's list."""
    statement = f"{_WAITING} WHERE l.source = ? AND l.who = ? AND l.state = 'waiting'"
    found = _all(connection, statement, source, who)
    return found[0] if found else None


def waiting_known(connection: Connection, source: str = "") -> list[Row]:
    """Return who waits under a number that somebody is registered with by now, ``known``."""
    statement = (
        "SELECT l.*, b.id AS batch, b.kind, b.title, b.as_of, p.id AS known"  # noqa: S608
        " FROM list_people l"
        f" JOIN list_batches b ON {_STANDING}"
        " JOIN person_numbers n ON n.number = l.number"
        " JOIN people p ON p.id = n.person_id AND p.document_number <> ''"
        " WHERE l.state = 'waiting' AND l.number <> '' AND (? = '' OR l.source = ?)"
        " GROUP BY l.source, l.who ORDER BY l.source, l.row"
    )
    return _all(connection, statement, source, source)


def unnamed(connection: Connection, source: str = "") -> list[Row]:
    """Return the identity names nobody has said the meaning of, with how many people have each."""
    statement = (
        "SELECT l.source, j.value AS words, count(*) AS people FROM list_people l,"
        " json_each(l.unnamed) j WHERE l.state IN ('held', 'waiting') AND l.unnamed <> '[]'"
        " AND (? = '' OR l.source = ?) GROUP BY l.source, j.value ORDER BY count(*) DESC"
    )
    return _all(connection, statement, source, source)


def batches(connection: Connection, source: str = "") -> list[Row]:
    """Return the lists taken in, newest first."""
    return _all(
        connection,
        "SELECT * FROM list_batches WHERE (? = '' OR source = ?) AND kind IS NOT NULL"
        " ORDER BY at DESC, id DESC",
        source,
        source,
    )


def batch(connection: Connection, batch_id: str) -> Row | None:
    """Return one list taken in."""
    found = _all(connection, "SELECT * FROM list_batches WHERE id = ?", batch_id)
    return found[0] if found else None


def people_of_batch(connection: Connection, batch_id: str) -> dict[str, tuple[str, str]]:
    """Return, by id, name and number of the registered people a batch spoke of last."""
    rows = _all(
        connection,
        "SELECT p.id, p.name, p.document_number FROM list_people l JOIN people p"
        " ON p.id = l.person_id WHERE l.batch_id = ?",
        batch_id,
    )
    return {row["id"]: (row["name"] or "", row["document_number"] or "") for row in rows}


def part_events(connection: Connection) -> Iterator[Row]:
    """Yield the events that are parts of lists, in the order of the fold."""
    return events_of_type(connection, "list.part")


def events_of_type(connection: Connection, kind: str) -> Iterator[Row]:
    """Yield the events of one type, in the order of the fold."""
    statement = (
        "SELECT body, hash, signature FROM events WHERE type = ?"
        " ORDER BY feed IS NULL, feed, CASE WHEN feed IS NULL THEN seq END"
    )
    with database_errors():
        yield from connection.execute(statement, (kind,))


def event_of(connection: Connection, event_id: str) -> SignedEvent:
    """Return an event that is here."""
    row = _all(connection, "SELECT body, hash, signature FROM events WHERE id = ?", event_id)[0]
    return SignedEvent(row["body"], row["hash"], row["signature"])


def aliases(connection: Connection, source: str) -> list[Row]:
    """Return what a source's names mean, as somebody said."""
    statement = (
        "SELECT * FROM list_aliases WHERE source = ? AND priority IS NOT NULL ORDER BY words"
    )
    return _all(connection, statement, source)


def households_of_refs(connection: Connection, station: str, prefix: str) -> list[Row]:
    """Return the households entered under references that begin with ``prefix``."""
    statement = (
        "SELECT * FROM refs WHERE station = ? AND kind = 'enroll' AND ref >= ? AND ref < ?"
        " ORDER BY ref"
    )
    return _all(connection, statement, station, prefix, prefix + "\U0010ffff")


def drafts(connection: Connection, operator: str) -> list[Row]:
    """Return an operator's imports under way, newest first."""
    statement = "SELECT * FROM list_drafts WHERE operator = ? ORDER BY saved_at DESC, id DESC"
    return _all(connection, statement, operator)


def draft_rows(connection: Connection, draft: str) -> Iterator[str]:
    """Yield the kept rows of an import under way, many at a time."""
    statement = "SELECT content FROM list_draft_rows WHERE draft = ? ORDER BY place"
    with database_errors():
        for row in connection.execute(statement, (draft,)):
            yield row["content"]


def keep_draft(connection: Connection, key: Sequence[str], content: str) -> None:
    """Write an import under way, inside a transaction; ``key``: id, operator, instant."""
    connection.execute(
        "INSERT INTO list_drafts (id, operator, saved_at, content) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET saved_at = excluded.saved_at, content = excluded.content",
        (*key, content),
    )


def keep_draft_rows(connection: Connection, draft: str, pieces: Iterable[str]) -> None:
    """Write the rows of an import under way in place of those before, inside a transaction."""
    connection.execute("DELETE FROM list_draft_rows WHERE draft = ?", (draft,))
    connection.executemany(
        "INSERT INTO list_draft_rows (draft, place, content) VALUES (?, ?, ?)",
        ((draft, place, piece) for place, piece in enumerate(pieces)),
    )


def drop_draft(connection: Connection, draft: str) -> None:
    """Forget an import under way, inside a transaction."""
    for table, column in (("list_drafts", "id"), ("list_draft_rows", "draft")):
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (draft,))  # noqa: S608


def _all(connection: Connection, statement: str, *values: object) -> list[Row]:
    with database_errors():
        return list(connection.execute(statement, values))
