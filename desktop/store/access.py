"""Whether an operator may sign in here, asked once their password has opened the file.

The vault beside the file only says who can open it, in plain text that anybody at the machine can
write to. What counts is in the encrypted file: the role, whether the county's centre has locked the
person, and how long ago the station last exchanged. Without the rules of a centre (before a station
is registered, or with an older centre) nothing expires.

A clock that was set back is not believed behind what was recorded since the last exchange. Whoever
keeps setting it back and records nothing can look longer than allowed; what is here already is all
they see.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.base.clock import Clock, instant_from_text
from desktop.base.errors import Refused
from desktop.domain.facts import OperatorAdded
from desktop.sqlite.errors import database_errors
from desktop.store.database import Store
from desktop.store.vault import OperatorEntry
from desktop.wire.operator_messages import OperatorNote

_NUMBER = "access.number"
_OFFLINE_DAYS = "access.offline_days"
_WARN_DAYS = "access.warn_days"


@dataclass(frozen=True, slots=True)
class Expiry:
    """How long one may go on signing in without an exchange."""

    days_left: int
    """Whole days; negative once it is over."""
    days: int
    last: str
    """Instant of the last exchange, or of the registration if there was none."""
    warn: bool

    @property
    def over(self) -> bool:
        """Whether nobody may sign in before an exchange."""
        return self.days_left < 0


def check_access(store: Store, who: OperatorEntry, clock: Clock) -> OperatorEntry:
    """Return ``who`` with the role the file knows; ``clock`` is the machine's.

    Raises:
        Refused: ``OPERATOR_BARRED`` if the centre has locked them, ``SIGN_IN_EXPIRED`` (``days``,
            ``last``) if the station must exchange first.
    """
    row = _told(store, who.operator)
    if row is not None and row[1] == "locked":
        raise Refused("OPERATOR_BARRED", "the county's centre has locked this operator")
    ends = expiry(store, clock)
    if ends is not None and ends.over:
        raise Refused("SIGN_IN_EXPIRED", "no exchange for too long", days=ends.days, last=ends.last)
    role = row[0] if row is not None else _recorded_role(store, who.operator)
    return OperatorEntry(who.operator, who.display_name, role or who.role)


def expiry(store: Store, clock: Clock) -> Expiry | None:
    """Return how long people may sign in without an exchange; None: without end."""
    days = int(store.setting(_OFFLINE_DAYS) or 0)
    last = store.setting("exchange.last")
    if not days or last is None or store.station.training_day is not None:
        return None
    gone = _now(store, clock) - instant_from_text(last)
    left = days - max(0, gone // timedelta(days=1))
    warn = left <= int(store.setting(_WARN_DAYS) or 0)
    return Expiry(left, days, last, warn)


def told_number(store: Store) -> int:
    """Return the number of the last change that arrived."""
    return int(store.setting(_NUMBER) or 0)


def told_of(store: Store, operator: str) -> int:
    """Return the number of the last change of a person that arrived; 0 if none did."""
    with database_errors():
        row = store.connection.execute(
            "SELECT number FROM directory WHERE operator = ?", (operator,)
        ).fetchone()
    return row["number"] if row else 0


def take_notes(
    store: Store, notes: Iterable[OperatorNote], number: int, rules: tuple[int, int]
) -> None:
    """Keep what the centre said, in the caller's transaction.

    ``rules``: days one may sign in without an exchange, and days before that people are told. A
    role that is new here is an event, so that what is signed from now on rests on it.
    """
    for note in notes:
        store.connection.execute(
            "INSERT INTO directory (operator, display_name, role, state, number)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT (operator) DO UPDATE SET"
            " display_name = excluded.display_name, role = excluded.role,"
            " state = excluded.state, number = excluded.number",
            (note.operator, note.display_name, note.role, note.state, note.number),
        )
        if note.state == "active" and _recorded_role(store, note.operator) != note.role:
            fact = OperatorAdded(
                operator=note.operator, display_name=note.display_name, role=note.role
            )
            store.record(fact, operator="")
    store.set_setting(_NUMBER, str(number))
    store.set_setting(_OFFLINE_DAYS, str(rules[0]))
    store.set_setting(_WARN_DAYS, str(rules[1]))


@dataclass(frozen=True, slots=True)
class KnownOperator:
    """Somebody who may, or might, sign in here."""

    operator: str
    display_name: str
    role: str
    state: str
    """``active`` or ``locked``."""
    by_centre: bool
    """Handed out by the county's centre, which alone changes it."""


def known_operators(store: Store, at_hand: Iterable[OperatorEntry]) -> list[KnownOperator]:
    """Return who may sign in, with who was locked; ``at_hand``: whom the vault lists."""
    with database_errors():
        rows = store.connection.execute(
            "SELECT operator, display_name, role, state FROM directory ORDER BY operator"
        ).fetchall()
    told = [
        KnownOperator(one["operator"], one["display_name"], one["role"], one["state"], True)  # noqa: FBT003
        for one in rows
    ]
    names = {one.operator for one in told}
    here = [
        KnownOperator(
            one.operator,
            one.display_name,
            _recorded_role(store, one.operator) or one.role,
            "active",
            by_centre=False,
        )
        for one in at_hand
        if one.operator not in names
    ]
    return here + told


def _told(store: Store, operator: str) -> tuple[str, str] | None:
    with database_errors():
        row = store.connection.execute(
            "SELECT role, state FROM directory WHERE operator = ?", (operator,)
        ).fetchone()
    return (row["role"], row["state"]) if row else None


def _recorded_role(store: Store, operator: str) -> str | None:
    with database_errors():
        row = store.connection.execute(
            "SELECT role FROM operators WHERE station = ? AND operator = ?",
            (store.station.id, operator),
        ).fetchone()
    return row["role"] if row else None


def _now(store: Store, clock: Clock) -> datetime:
    """Return the time, not before what was recorded since the last exchange."""
    with database_errors():
        row = store.connection.execute(
            "SELECT max(e.at) FROM outbox o JOIN events e ON e.id = o.event_id"
        ).fetchone()
    now = clock.now()
    return max(now, instant_from_text(row[0])) if row[0] else now
