"""Keep what people are found by in step with their rows, one person at a time or all at once.

``search_people`` says what is indexed of each person now, so that bringing a person in line
touches only what has changed; ``search_keys`` and ``search_places`` are the B-trees that are
searched, ``number_index`` the trigrams of the numbers. Long fragments are found in
``search_tails``, what that does not hold in ``other_index`` (`desktop.store.search_tails`). All are
keyed by the person's row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from desktop.sqlite.connection import Connection, transaction
from desktop.store.register import Row
from desktop.store.search_keys import FIELDS, Entry, entry_of
from desktop.store.search_tails import others, regions, tails

WHOLE, PART = 0, 1
"""Ranks of a key: from where the name begins, or from later on."""

GONE = 2
"""Added to the rank of people who died or left."""

STALE = "search.stale"
"""Setting that stands while people are not indexed as this schema wants it."""

TAILS_STALE = "search.tails_stale"
"""Setting that stands while nobody's numbers are in ``search_tails``."""

HEAD = "02"

_PERSON = (
    "SELECT p.rowid AS row, p.id, p.name, p.alias, p.document_number, p.phone, p.birth_date,"
    " p.survival, p.household_id, p.moved_to, p.relation, h.division, h.address,"
    " h.number AS household_number, h.phone AS household_phone"
    " FROM people p LEFT JOIN households h ON h.id = p.household_id"
)
_FORMER = "SELECT person_id, number FROM person_numbers"
_KNOWN = f"SELECT {', '.join(FIELDS)} FROM search_people WHERE person = ?"  # noqa: S608
_KEEP = (
    f"INSERT OR REPLACE INTO search_people (person, {', '.join(FIELDS)})"  # noqa: S608
    f" VALUES (?{', ?' * len(FIELDS)})"
)
_BATCH = 50_000


def index_people(connection: Connection, people: Iterable[str], households: Iterable[str]) -> None:
    """Bring these people, and all people of these households, in line with their rows."""
    wanted = dict.fromkeys(people)
    for household in households:
        rows = connection.execute("SELECT id FROM people WHERE household_id = ?", (household,))
        wanted |= dict.fromkeys(row["id"] for row in rows)
    new: list[tuple[int, Entry]] = []
    changed: list[tuple[int, Entry]] = []
    for person in wanted:
        row, entry = _entry_now(connection, person)
        known = connection.execute(_KNOWN, (row,)).fetchone()
        before = Entry(*known) if known else None
        if before is None:
            new.append((row, entry))
        elif before != entry:
            numbers = before.numbers != entry.numbers
            _forget(connection, row, before, numbers=numbers)
            (new if numbers else changed).append((row, entry))
    # All of a page at once: each page of the B-trees is then written to once.
    _write(connection, new, numbers=True)
    _write(connection, changed, numbers=False)


def _entry_now(connection: Connection, person: str) -> tuple[int, Entry]:
    row = connection.execute(f"{_PERSON} WHERE p.id = ?", (person,)).fetchone()
    former = connection.execute(f"{_FORMER} WHERE person_id = ?", (person,))
    return row["row"], entry_of(row, _numbers(row, [one["number"] for one in former]))


def index_if_stale(connection: Connection) -> None:
    """Index everybody again if a change of the schema left them without; cut off, it goes on."""
    if _stands(connection, TAILS_STALE):
        with transaction(connection):
            rows = connection.execute("SELECT person, numbers FROM search_people").fetchall()
            _write_numbers(connection, [(row["person"], row["numbers"]) for row in rows])
            connection.execute("DELETE FROM settings WHERE key = ?", (TAILS_STALE,))
    if _stands(connection, STALE):
        index_missing(connection)
        with transaction(connection):
            connection.execute("DELETE FROM settings WHERE key = ?", (STALE,))


def _stands(connection: Connection, setting: str) -> bool:
    found = connection.execute("SELECT 1 FROM settings WHERE key = ?", (setting,)).fetchone()
    return found is not None


def index_missing(connection: Connection, batch: int = _BATCH) -> None:
    """Index everybody of whom nothing is indexed yet, ``batch`` people to a transaction."""
    numbers: dict[str, list[str]] = {}
    statement = (
        f"{_FORMER} n WHERE NOT EXISTS (SELECT 1 FROM people p WHERE p.id = n.person_id"  # noqa: S608
        " AND p.document_number = n.number)"
    )
    for one in connection.execute(statement):
        numbers.setdefault(one["person_id"], []).append(one["number"])
    last = 0
    statement = (
        f"{_PERSON} WHERE p.rowid > ? AND NOT EXISTS"  # noqa: S608
        " (SELECT 1 FROM search_people s WHERE s.person = p.rowid) ORDER BY p.rowid LIMIT ?"
    )
    while rows := connection.execute(statement, (last, batch)).fetchall():
        last = rows[-1]["row"]
        with transaction(connection):
            _write(connection, list(_entries(rows, numbers)), numbers=True)
    if last:
        # One segment instead of one for every batch: half the time of a search in it.
        with transaction(connection):
            for table in ("number_index", "other_index"):
                connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608


def _entries(rows: Iterable[Row], numbers: dict[str, list[str]]) -> Iterator[tuple[int, Entry]]:
    for row in rows:
        yield row["row"], entry_of(row, _numbers(row, numbers.get(row["id"], ())))


def _numbers(row: Row, former: Iterable[str]) -> tuple[str, ...]:
    household = row["household_phone"] if row["relation"] == HEAD else ""
    return (*former, household or "")


def _write(connection: Connection, people: list[tuple[int, Entry]], *, numbers: bool) -> None:
    if not people:
        return
    connection.executemany(_KEEP, [(person, *_values(one)) for person, one in people])
    # In the order of the B-trees: many people at once then touch each page once.
    connection.executemany(
        "INSERT OR IGNORE INTO search_keys (rank, key, born, person) VALUES (?, ?, ?, ?)",
        sorted(key for person, one in people for key in _keys(person, one)),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO search_places (place, rank, key, person) VALUES (?, ?, ?, ?)",
        sorted(key for person, one in people for key in _places(person, one)),
    )
    if numbers:
        connection.executemany(
            "INSERT INTO number_index (rowid, numbers) VALUES (?, ?)",
            [(person, one.numbers) for person, one in people],
        )
        _write_numbers(connection, [(person, one.numbers) for person, one in people])


def _write_numbers(connection: Connection, people: list[tuple[int, str]]) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO search_tails (tail, person) VALUES (?, ?)",
        sorted((tail, person) for person, numbers in people for tail in tails(numbers)),
    )
    seen = {region for _, numbers in people for region in regions(numbers)}
    connection.executemany(
        "INSERT OR IGNORE INTO search_regions (region) VALUES (?)", [(one,) for one in sorted(seen)]
    )
    rest = [(person, others(numbers)) for person, numbers in people]
    connection.executemany(
        "INSERT INTO other_index (rowid, numbers) VALUES (?, ?)", [one for one in rest if one[1]]
    )


def _forget(connection: Connection, person: int, entry: Entry, *, numbers: bool) -> None:
    connection.executemany(
        "DELETE FROM search_keys WHERE rank = ? AND key = ? AND born = ? AND person = ?",
        _keys(person, entry),
    )
    connection.executemany(
        "DELETE FROM search_places WHERE place = ? AND rank = ? AND key = ? AND person = ?",
        _places(person, entry),
    )
    if numbers:
        connection.execute("DELETE FROM number_index WHERE rowid = ?", (person,))
        connection.executemany(
            "DELETE FROM search_tails WHERE tail = ? AND person = ?",
            [(tail, person) for tail in tails(entry.numbers)],
        )
        if others(entry.numbers):
            connection.execute("DELETE FROM other_index WHERE rowid = ?", (person,))


def _keys(person: int, entry: Entry) -> list[tuple[int, str, int, int]]:
    base = GONE if entry.gone else 0
    whole = [(base + WHOLE, key, entry.born, person) for key in entry.whole.split()]
    return whole + [(base + PART, key, entry.born, person) for key in entry.parts.split()]


def _places(person: int, entry: Entry) -> list[tuple[int, int, str, int]]:
    base = GONE if entry.gone else 0
    return [(entry.place, base, key, person) for key in entry.whole.split()]


_values = attrgetter(*FIELDS)
