"""What a person must decide: opened once, told to every station it concerns."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from desktop.sqlite.connection import Connection
from desktop.wire.messages import CASES_MAX, VERDICT_CASES_MAX, CaseNote
from desktop.wire.scope import TOWNSHIP_DIGITS

CASE_ID_HEX = 32

_NOTES = (
    "SELECT c.*, r.name AS station_name FROM cases c"
    " LEFT JOIN registrations r ON r.county = c.county AND r.station = c.station"
)
"""Cases with the name of the station whose event they rest on."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A reason for a case. ``subjects`` decide whether it is the same case as an earlier one."""

    kind: str
    subjects: tuple[str, ...]
    detail: Mapping[str, object]
    """Ids, codes and figures; never a name or an identity number."""
    divisions: tuple[str, ...] = ()
    """Where it concerns somebody, beside the division of the event it rests on."""


@dataclass(frozen=True, slots=True)
class About:
    """The event a case rests on."""

    county: str
    event_id: str
    station: str
    division: str


def open_case(connection: Connection, finding: Finding, about: About, now: str) -> CaseNote | None:
    """Open the case and return it; None if it had been opened before."""
    case_id = case_id_of(about.county, finding.kind, finding.subjects)
    known = connection.execute(
        "SELECT 1 FROM cases WHERE county = ? AND id = ?", (about.county, case_id)
    ).fetchone()
    if known:
        return None
    position = _next_position(connection, about.county)
    detail = msgspec.json.encode(dict(finding.detail), order="deterministic").decode()
    connection.execute(
        "INSERT INTO cases (county, id, position, event_id, station, division, kind, detail,"
        " state, opened_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?)",
        (
            about.county,
            case_id,
            position,
            about.event_id,
            about.station,
            about.division,
            finding.kind,
            detail,
            now,
        ),
    )
    _note_places(connection, about, case_id, finding.divisions)
    return case_of(connection, about.county, case_id)


def _note_places(
    connection: Connection, about: About, case_id: str, divisions: Iterable[str]
) -> None:
    """Remember one division of each further township a case concerns."""
    townships = {about.division[:TOWNSHIP_DIGITS]: ""}
    for division in divisions:
        townships.setdefault(division[:TOWNSHIP_DIGITS], division)
    for division in filter(None, townships.values()):
        connection.execute(
            "INSERT INTO case_places (county, case_id, division) VALUES (?, ?, ?)"
            " ON CONFLICT (county, case_id, division) DO NOTHING",
            (about.county, case_id, division),
        )


def tell_also(connection: Connection, county: str, case_id: str, division: str) -> None:
    """Let the township of ``division`` hear of a case, too, unless it does; in a transaction."""
    case = case_row(connection, county, case_id)
    known = (case["division"], *places_of(connection, county, case_id))
    if any(one[:TOWNSHIP_DIGITS] == division[:TOWNSHIP_DIGITS] for one in known):
        return
    connection.execute(
        "INSERT INTO case_places (county, case_id, division) VALUES (?, ?, ?)"
        " ON CONFLICT (county, case_id, division) DO NOTHING",
        (county, case_id, division),
    )
    connection.execute(
        "UPDATE cases SET position = ? WHERE county = ? AND id = ?",
        (_next_position(connection, county), county, case_id),
    )


def places_of(connection: Connection, county: str, case_id: str) -> tuple[str, ...]:
    """Return the divisions a case concerns beside its own, one of each township."""
    rows = connection.execute(
        "SELECT division FROM case_places WHERE county = ? AND case_id = ? ORDER BY division",
        (county, case_id),
    )
    return tuple(row[0] for row in rows)


def case_id_of(county: str, kind: str, subjects: tuple[str, ...]) -> str:
    """Return the id of the case about ``subjects``, opened or not."""
    text = "\n".join((county, kind, *sorted(subjects)))
    return hashlib.sha256(text.encode()).hexdigest()[:CASE_ID_HEX]


def case_row(connection: Connection, county: str, case_id: str) -> Any:
    """Return a case's row, None if the centre never opened it."""
    return connection.execute(
        "SELECT * FROM cases WHERE county = ? AND id = ?", (county, case_id)
    ).fetchone()


def close_case(
    connection: Connection, county: str, case_id: str, decision: str, event_id: str
) -> None:
    """Mark an open case decided by ``event_id``, and tell it again to whom it concerns."""
    connection.execute(
        "UPDATE cases SET state = 'decided', decision = ?, decided_by = ?, position = ?"
        " WHERE county = ? AND id = ?",
        (decision, event_id, _next_position(connection, county), county, case_id),
    )


def cases_of(connection: Connection, county: str, event_id: str) -> tuple[CaseNote, ...]:
    """Return the cases that rest on one event."""
    rows = connection.execute(
        f"{_NOTES} WHERE c.county = ? AND c.event_id = ? ORDER BY c.position LIMIT ?",
        (county, event_id, VERDICT_CASES_MAX),
    )
    return tuple(_note(row) for row in rows)


def case_of(connection: Connection, county: str, case_id: str) -> CaseNote:
    """Return one case that is known to exist."""
    row = connection.execute(
        f"{_NOTES} WHERE c.county = ? AND c.id = ?", (county, case_id)
    ).fetchone()
    return _note(row)


def changed_cases(
    connection: Connection, about: tuple[str, str, str], cursor: int
) -> tuple[tuple[CaseNote, ...], int]:
    """Return cases changed after ``cursor`` for (county, station, scope), and the new cursor."""
    county, station, scope = about
    rows = connection.execute(
        f"{_NOTES} WHERE c.county = ? AND c.position > ?"  # noqa: S608 - our own text
        " AND (c.station = ? OR substr(c.division, 1, ?) = ? OR EXISTS (SELECT 1 FROM case_places p"
        "  WHERE p.county = c.county AND p.case_id = c.id AND substr(p.division, 1, ?) = ?))"
        " ORDER BY c.position LIMIT ?",
        (county, cursor, station, len(scope), scope, len(scope), scope, CASES_MAX),
    ).fetchall()
    return tuple(_note(row) for row in rows), rows[-1]["position"] if rows else cursor


def open_cases(connection: Connection, county: str) -> list[dict[str, object]]:
    """Return the county's open cases, oldest first, for people."""
    rows = connection.execute(
        "SELECT id, kind, event_id, station, division, detail, opened_at FROM cases"
        " WHERE county = ? AND state = 'open' ORDER BY position",
        (county,),
    )
    return [
        {name: row[name] for name in ("id", "kind", "event_id", "station", "division", "opened_at")}
        | {"detail": msgspec.json.decode(row["detail"])}
        for row in rows
    ]


def _next_position(connection: Connection, county: str) -> int:
    position: int = connection.execute(
        "UPDATE centres SET case_head = case_head + 1 WHERE county = ? RETURNING case_head",
        (county,),
    ).fetchone()[0]
    return position


def _note(row: Any) -> CaseNote:
    return CaseNote(
        id=row["id"],
        event_id=row["event_id"],
        kind=row["kind"],
        detail=row["detail"],
        state=row["state"],
        station=row["station"],
        station_name=row["station_name"] or "",
        division=row["division"],
        opened_at=row["opened_at"],
    )
