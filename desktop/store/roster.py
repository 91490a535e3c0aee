"""The households of a roster, with both years' enrolments and reasons: rows out, no rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row
from desktop.store.search_index import WHOLE

_LAST = chr(0x10FFFF)


@dataclass(frozen=True, slots=True)
class Within:
    """Which households: those under a division's leading digits, or those named by id."""

    division: str = ""
    households: tuple[str, ...] = ()

    @property
    def condition(self) -> str:
        """The condition on ``h``, a row of households."""
        if self.division:
            return "h.division >= :low AND h.division < :high"
        return "h.id IN (SELECT value FROM json_each(:ids))"

    @property
    def values(self) -> dict[str, str]:
        """What the condition needs."""
        if self.division:
            # ":" follows "9": the range is every code that begins with the division's.
            return {"low": self.division, "high": self.division + ":"}
        return {"ids": _json(self.households)}


_ENROLLED = (
    "EXISTS (SELECT 1 FROM enrollments e WHERE e.person_id = p.id"
    " AND e.campaign_year = {year} AND e.status != 'voided')"
)
_REASONED = (
    "EXISTS (SELECT 1 FROM not_enrolled n WHERE n.person_id = p.id"
    " AND n.campaign_year = :year AND n.reason > '')"
)


def headings(connection: Connection, within: Within, year: int) -> list[Row]:
    """Return one row per household with somebody in it: names, and how many are decided."""
    enrolled = _ENROLLED.format(year=":year")
    last = _ENROLLED.format(year=":year - 1")
    statement = (
        "SELECT h.id, h.division, h.number, count(*) AS people,"  # noqa: S608
        " group_concat(p.name, char(10)) AS names,"
        " min(CASE WHEN p.relation IN ('02', '01') THEN p.name END) AS head,"
        f" sum({enrolled}) AS enrolled, sum({last}) AS last,"
        f" sum(NOT (coalesce(p.survival, '1') = '2' OR {enrolled} OR {_REASONED})) AS undecided"
        " FROM households h JOIN people p ON p.household_id = h.id"
        f" WHERE {within.condition} GROUP BY h.id"
    )
    return _rows(connection, statement, within.values | {"year": year})


def money(connection: Connection, within: Within, year: int) -> list[Row]:
    """Return the sum of what living enrolments of a year pay, by their status."""
    statement = (
        "SELECT e.status, coalesce(sum(e.net_fen), 0) AS fen FROM households h"  # noqa: S608
        " JOIN enrollments e ON e.household_id = h.id"
        f" WHERE {within.condition} AND e.campaign_year = :year AND e.status != 'voided'"
        " GROUP BY e.status"
    )
    return _rows(connection, statement, within.values | {"year": year})


def households(connection: Connection, ids: Sequence[str]) -> list[Row]:
    """Return households by id."""
    statement = "SELECT * FROM households WHERE id IN (SELECT value FROM json_each(:ids))"
    return _rows(connection, statement, {"ids": _json(ids)})


def people(connection: Connection, ids: Sequence[str]) -> list[Row]:
    """Return the people now in these households, in the order they were entered."""
    statement = (
        "SELECT * FROM people WHERE household_id IN (SELECT value FROM json_each(:ids))"
        " ORDER BY rowid"
    )
    return _rows(connection, statement, {"ids": _json(ids)})


def enrollments(connection: Connection, persons: Sequence[str], year: int) -> list[Row]:
    """Return people's living enrolments of ``year`` and the year before."""
    statement = (
        "SELECT * FROM enrollments WHERE person_id IN (SELECT value FROM json_each(:ids))"
        " AND campaign_year BETWEEN :year - 1 AND :year AND status != 'voided'"
    )
    return _rows(connection, statement, {"ids": _json(persons), "year": year})


def reasons(connection: Connection, persons: Sequence[str], year: int) -> list[Row]:
    """Return why people are not enrolled in ``year`` and were not the year before."""
    statement = (
        "SELECT * FROM not_enrolled WHERE person_id IN (SELECT value FROM json_each(:ids))"
        " AND campaign_year BETWEEN :year - 1 AND :year AND reason > ''"
    )
    return _rows(connection, statement, {"ids": _json(persons), "year": year})


def shared_numbers(connection: Connection, numbers: Sequence[str]) -> set[str]:
    """Return those of ``numbers`` under which more than one person lives in some household."""
    statement = (
        "SELECT document_number AS number FROM people"
        " WHERE document_number IN (SELECT value FROM json_each(:ids)) AND household_id > ''"
        " GROUP BY document_number HAVING count(*) > 1"
    )
    return {row["number"] for row in _rows(connection, statement, {"ids": _json(numbers)})}


def by_pinyin(connection: Connection, within: Within, keys: str) -> set[str]:
    """Return the households with somebody whose pinyin begins with ``keys``."""
    statement = (
        "SELECT DISTINCT h.id FROM search_keys k JOIN people p ON p.rowid = k.person"  # noqa: S608
        " JOIN households h ON h.id = p.household_id"
        f" WHERE k.rank = :whole AND k.key >= :key AND k.key < :last AND {within.condition}"
    )
    values = within.values | {"whole": WHOLE, "key": keys, "last": keys + _LAST}
    return {row["id"] for row in _rows(connection, statement, values)}


def by_number(connection: Connection, number: str) -> list[Row]:
    """Return the households with this number (户号), wherever they are."""
    return _rows(connection, "SELECT * FROM households WHERE number = :number", {"number": number})


def _json(values: Sequence[str]) -> str:
    return msgspec.json.encode(list(values)).decode()


def _rows(connection: Connection, statement: str, values: Mapping[str, object]) -> list[Row]:
    with database_errors():
        return list(connection.execute(statement, values))
