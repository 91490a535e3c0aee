"""The county's division tree, its targets, and who lives where: rows out, no rules."""

from __future__ import annotations

import msgspec

from desktop.domain.roster_facts import Target, Unit
from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors

_COLUMNS = (
    "code",
    "name",
    "kind",
    "parent",
    "valid_from",
    "valid_to",
    "replaced_by",
    "former_name",
    "aliases",
)


def unit_of(row: tuple[object, ...]) -> Unit:
    """Return the unit of one of `unit_rows`."""
    values = dict(zip(_COLUMNS, row, strict=True))
    aliases = values.pop("aliases")
    told = {name: value for name, value in values.items() if value}
    known = msgspec.json.decode(str(aliases)) if aliases else ()
    return msgspec.convert({"parent": "", **told, "aliases": known}, Unit)


def targets(connection: Connection, campaign_year: int) -> list[Target]:
    """Return the population figures and targets of a campaign year, by code."""
    statement = (
        "SELECT division, residents, employees, target FROM targets"
        " WHERE campaign_year = ? ORDER BY division"
    )
    with database_errors():
        rows = connection.execute(statement, (campaign_year,))
        return [
            Target(
                division=row["division"],
                residents=row["residents"],
                employees=row["employees"],
                target=row["target"],
            )
            for row in rows
        ]


def households_by_division(connection: Connection, prefix: str) -> dict[str, int]:
    """Return how many households live in each division whose code begins with ``prefix``."""
    statement = (
        "SELECT division, COUNT(*) AS households FROM households"
        " WHERE division >= ? AND division < ? GROUP BY division"
    )
    # ":" follows "9": the range is every code that begins with the prefix.
    with database_errors():
        rows = connection.execute(statement, (prefix, prefix + ":"))
        return {row["division"]: row["households"] for row in rows}


def households_in(connection: Connection, division: str, limit: int) -> list[str]:
    """Return the ids of the first households that live in exactly this division."""
    statement = "SELECT id FROM households WHERE division = ? ORDER BY id LIMIT ?"
    with database_errors():
        return [row["id"] for row in connection.execute(statement, (division, limit))]


def unit_rows(connection: Connection) -> list[tuple[object, ...]]:
    """Return every unit's row as it is stored, for telling whether any changed."""
    statement = f"SELECT {', '.join(_COLUMNS)} FROM units WHERE name IS NOT NULL ORDER BY code"  # noqa: S608
    with database_errors():
        return [tuple(row) for row in connection.execute(statement)]
