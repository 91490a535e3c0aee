"""People of the register who are not enrolled in a campaign year: rows out, no rules."""

from __future__ import annotations

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row

_COLUMNS = (
    "p.id, p.name, p.document_number, p.birth_date, p.phone, p.relation, p.household_id,"
    " h.division, h.number AS household_number, h.address, h.phone AS household_phone,"
    " coalesce(n.reason, '') AS reason, coalesce(n.detail, '') AS detail,"
    " coalesce(n.evidence, '') AS evidence, coalesce(n.noted_on, '') AS noted_on,"
    ' f.kind AS last_kind, f."on" AS last_on, f.result AS last_result,'
    " coalesce(f.next_on, '') AS next_on,"
    " EXISTS (SELECT 1 FROM enrollments b WHERE b.person_id = p.id"
    "  AND b.campaign_year = :year - 1 AND b.status = 'paid') AS paid_last_year"
)
_FROM = (
    " FROM households h JOIN people p ON p.household_id = h.id"
    " LEFT JOIN not_enrolled n ON n.person_id = p.id AND n.campaign_year = :year"
    " LEFT JOIN follow_ups f ON f.id = (SELECT g.id FROM follow_ups g"
    "  WHERE g.person_id = p.id AND g.campaign_year = :year"
    '  ORDER BY g."on" DESC, g.rowid DESC LIMIT 1)'
    " WHERE h.division >= :scope AND h.division < :scope || ':'"
    " AND (coalesce(p.survival, '1') <> '2' OR n.reason > '')"
    " AND NOT EXISTS (SELECT 1 FROM enrollments e WHERE e.person_id = p.id"
    "  AND e.campaign_year = :year AND e.status IN ('registered', 'paid'))"
)
# Few are due or have one reason: their own index leads, not the register of everybody.
_FILTERS = {
    "all": "",
    "without_reason": " AND coalesce(n.reason, '') = ''",
    "due": " AND f.next_on > '' AND f.next_on <= :today"
    " AND p.id IN (SELECT d.person_id FROM follow_ups d"
    " WHERE d.campaign_year = :year AND d.next_on > '' AND d.next_on <= :today)",
    "paid_last_year": " AND paid_last_year",
}
_REASON = (
    " AND n.reason = :reason AND p.id IN (SELECT m.person_id FROM not_enrolled m"
    " WHERE m.campaign_year = :year AND m.reason = :reason)"
)


def not_enrolled_page(  # noqa: PLR0913 - one query, all of it named
    connection: Connection,
    scope: str,
    campaign_year: int,
    *,
    today: str,
    wanted: str = "all",
    reason: str = "",
    after: tuple[str, int] = ("", 0),
    limit: int = 200,
) -> list[Row]:
    """Return the next page of people not enrolled, in the order of divisions, then of entry.

    ``wanted`` is a key of the filters, ``reason`` narrows to one noted reason, ``after`` is the
    ``division`` and ``place`` of the last row already had.
    """
    statement = (
        f"SELECT {_COLUMNS}, p.rowid AS place{_FROM}{_FILTERS[wanted]}"
        f"{_REASON if reason else ''}"
        " AND (h.division, p.rowid) > (:division, :place)"
        " ORDER BY h.division, p.rowid LIMIT :limit"
    )
    values = {
        "year": campaign_year,
        "scope": scope,
        "today": today,
        "reason": reason,
        "division": after[0],
        "place": after[1],
        "limit": limit,
    }
    with database_errors():
        return list(connection.execute(statement, values))


def not_enrolled_person(connection: Connection, person: str, campaign_year: int) -> Row | None:
    """Return one person's row of the register; None once enrolled, dead or gone."""
    statement = f"SELECT {_COLUMNS}, p.rowid AS place{_FROM} AND p.id = :person"
    with database_errors():
        row: Row | None = connection.execute(
            statement, {"year": campaign_year, "scope": "", "person": person}
        ).fetchone()
    return row


def count_due(connection: Connection, scope: str, campaign_year: int, today: str) -> int:
    """Return how many of the not enrolled were to be tried again by ``today``."""
    statement = f"SELECT count(*){_FROM}{_FILTERS['due']}"
    values = {"year": campaign_year, "scope": scope, "today": today}
    with database_errors():
        return int(connection.execute(statement, values).fetchone()[0])


def follow_ups_of(connection: Connection, person: str, campaign_year: int) -> list[Row]:
    """Return what was tried with one person in a campaign year, newest first."""
    statement = (
        'SELECT id, kind, "on", result, next_on, operator FROM follow_ups'
        ' WHERE person_id = ? AND campaign_year = ? ORDER BY "on" DESC, rowid DESC'
    )
    with database_errors():
        return list(connection.execute(statement, (person, campaign_year)))


def notes_of(connection: Connection, person_id: str) -> list[Row]:
    """Return what was noted of a person who is not enrolled, one row for each campaign year."""
    statement = "SELECT * FROM not_enrolled WHERE person_id = ? ORDER BY campaign_year"
    with database_errors():
        return list(connection.execute(statement, (person_id,)))
