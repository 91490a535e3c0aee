"""The county's operators: who they are, what they may do, where they may sign in.

Every change has a number that stations ask from; changes and locks reach a station with its next
exchange. Of a password only what Argon2id makes of it is kept. A person has one role: whoever sets
values, approves, audits or looks after machines is never somebody else at the same time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args

import msgspec
from argon2.low_level import Type, hash_secret_raw

from desktop.base.errors import Refused
from desktop.base.ids import IdSource
from desktop.domain.facts import TEXT_MAX, Role
from desktop.server.database import Centre
from desktop.server.registrations import Known
from desktop.server.restoring import changes_upto
from desktop.sqlite.connection import Connection
from desktop.wire.operator_messages import (
    OPERATORS_MAX,
    OperatorNote,
    OperatorsReply,
    OperatorsRequest,
    seal_verifier,
)
from desktop.wire.passwords import LANES, MEMORY_KIB, PASSWORD_MIN, SALT_BYTES, TIME_COST
from desktop.wire.scope import in_scope, is_division, scope_of

EPHEMERAL_BYTES = 32


@dataclass(frozen=True, slots=True)
class SignInRules:
    """How long one may sign in at a station that has not exchanged."""

    offline_days: int = 180
    """The longest window for paying, and a month; 0: without end."""
    warn_days: int = 14


@dataclass(frozen=True, slots=True)
class Person:
    """Who is to be entered, or how they are to stand from now on."""

    operator: str
    display_name: str
    role: str
    division: str


@dataclass(frozen=True, slots=True)
class By:
    """Who changes the directory, and when."""

    operator: str
    now: str


def add(
    connection: Connection, county: str, who: Person, password: str, by: By, ids: IdSource
) -> int:
    """Enter a person, in the caller's transaction; return the number of the change.

    Raises:
        Refused: ``OPERATOR_NAME``, ``ROLE_UNKNOWN``, ``DIVISION_FORM``, ``DIVISION_MISMATCH``,
            ``PASSWORD_SHORT``, ``OPERATOR_EXISTS``.
    """
    if not who.operator.strip() or max(len(who.operator), len(who.display_name)) > TEXT_MAX:
        raise Refused("OPERATOR_NAME", "an operator has a name of at most 200 characters")
    _check_role(who.role)
    if not is_division(who.division):
        raise Refused("DIVISION_FORM", "a division code has 6, 9 or 12 digits")
    if not in_scope(who.division, county):
        raise Refused("DIVISION_MISMATCH", "the division does not lie in this centre's county")
    if find(connection, county, who.operator) is not None:
        raise Refused("OPERATOR_EXISTS", "there is such an operator in the county")
    salt, verifier = _stretched(password, ids)
    number = _note(connection, county, who.operator, "added", who.role, by)
    connection.execute(
        "INSERT INTO directory (county, operator, display_name, role, division, state, salt,"
        " verifier, number, changed_at) VALUES (?, ?, ?, ?, ?, 'active', ?, ?, ?, ?)",
        (
            county,
            who.operator,
            who.display_name or who.operator,
            who.role,
            who.division,
            salt,
            verifier,
            number,
            by.now,
        ),
    )
    return number


def set_role(connection: Connection, county: str, operator: str, role: str, by: By) -> int:
    """Give a person another role. Raises Refused ``OPERATOR_UNKNOWN``, ``ROLE_UNKNOWN``."""
    _check_role(role)
    return _change(connection, county, operator, ("role", role), by)


def set_state(connection: Connection, county: str, operator: str, state: str, by: By) -> int:
    """Lock a person (``locked``) or let them in again (``active``). Raises as `set_role`."""
    return _change(connection, county, operator, ("state", state), by)


def set_password(
    connection: Connection, county: str, operator: str, password: str, by: By, ids: IdSource
) -> int:
    """Give a person a new password. Raises Refused ``OPERATOR_UNKNOWN``, ``PASSWORD_SHORT``."""
    salt, verifier = _stretched(password, ids)
    number = _change(connection, county, operator, ("salt", salt), by, what="password")
    connection.execute(
        "UPDATE directory SET verifier = ? WHERE county = ? AND operator = ?",
        (verifier, county, operator),
    )
    return number


def find(connection: Connection, county: str, operator: str) -> Any:
    """Return a person's row, None if there is none."""
    return connection.execute(
        "SELECT operator, display_name, role, division, state FROM directory"
        " WHERE county = ? AND operator = ?",
        (county, operator),
    ).fetchone()


def people(connection: Connection, county: str) -> list[dict[str, object]]:
    """Return everybody, without what comes of passwords."""
    names = ("operator", "display_name", "role", "division", "state", "changed_at")
    rows = connection.execute(
        f"SELECT {', '.join(names)} FROM directory WHERE county = ? ORDER BY operator",  # noqa: S608
        (county,),
    )
    return [{name: row[name] for name in names} for row in rows]


def changes(connection: Connection, county: str) -> list[dict[str, object]]:
    """Return who changed what for whom, oldest first."""
    names = ("number", "operator", "what", "role", "at", "decided_by")
    rows = connection.execute(
        f"SELECT {', '.join(names)} FROM directory_changes"  # noqa: S608
        " WHERE county = ? ORDER BY number",
        (county,),
    )
    return [{name: row[name] for name in names} for row in rows]


def answer(
    connection: Connection,
    centre: Centre,
    station: Known,
    request: OperatorsRequest,
    rules: SignInRules,
    *,
    ids: IdSource,
    now: str,
) -> OperatorsReply:
    """Return what changed for ``station`` after the number it asks from."""
    rows = connection.execute(
        "SELECT * FROM directory WHERE county = ? AND number > ? ORDER BY number LIMIT ?",
        (centre.county, request.number, OPERATORS_MAX + 1),
    ).fetchall()
    page = rows[:OPERATORS_MAX]
    notes = [
        _note_for(row, centre, station, ids)
        for row in page
        if in_scope(station.division, scope_of(row["division"]))
    ]
    return OperatorsReply(
        operators=tuple(notes),
        number=page[-1]["number"] if page else request.number,
        more=len(rows) > len(page),
        offline_days=rules.offline_days,
        warn_days=rules.warn_days,
        server_time=now,
    )


def _note_for(row: Any, centre: Centre, station: Known, ids: IdSource) -> OperatorNote:
    note = OperatorNote(
        number=row["number"],
        operator=row["operator"],
        display_name=row["display_name"],
        role=row["role"],
        state=row["state"],
    )
    if row["state"] == "locked":
        return note
    return seal_verifier(
        msgspec.structs.replace(note, salt=row["salt"]),
        row["verifier"],
        ids.random_bytes(EPHEMERAL_BYTES),
        centre=centre.key.public,
        station=station.public_key,
    )


def _change(
    connection: Connection,
    county: str,
    operator: str,
    value: tuple[str, object],
    by: By,
    what: str = "",
) -> int:
    known = find(connection, county, operator)
    if known is None:
        raise Refused("OPERATOR_UNKNOWN", "no such operator in the county")
    column, new = value
    role = str(new) if column == "role" else known["role"]
    number = _note(connection, county, operator, what or f"{column}: {new}", role, by)
    connection.execute(
        f"UPDATE directory SET {column} = ?, number = ?, changed_at = ?"  # noqa: S608
        " WHERE county = ? AND operator = ?",
        (new, number, by.now, county, operator),
    )
    return number


def _note(connection: Connection, county: str, operator: str, what: str, role: str, by: By) -> int:
    number = changes_upto(connection, county) + 1
    connection.execute(
        "INSERT INTO directory_changes (county, number, operator, what, role, at, decided_by)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (county, number, operator, what, role, by.now, by.operator),
    )
    return number


def _check_role(role: str) -> None:
    if role not in get_args(Role):
        raise Refused("ROLE_UNKNOWN", f"a role is one of {', '.join(get_args(Role))}")


def _stretched(password: str, ids: IdSource) -> tuple[bytes, bytes]:
    if len(password) < PASSWORD_MIN:
        raise Refused("PASSWORD_SHORT", "the password is too short", least=PASSWORD_MIN)
    salt = ids.random_bytes(SALT_BYTES)
    verifier = hash_secret_raw(password.encode(), salt, TIME_COST, MEMORY_KIB, LANES, 32, Type.ID)
    return salt, verifier
