"""Stations become known by a one-time code, and are known by their key from then on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from desktop.base.clock import instant_text
from desktop.base.errors import Refused
from desktop.base.ids import IdSource
from desktop.domain.events import GENESIS
from desktop.server.allocation import grants_for
from desktop.server.database import Centre
from desktop.server.restoring import codes_skipped
from desktop.sqlite.connection import Connection
from desktop.wire.messages import Registered, Registration
from desktop.wire.numbering import REFILL_BELOW, station_code
from desktop.wire.scope import in_scope, is_division, scope_of
from desktop.wire.versions import PROTOCOLS_UNDERSTOOD

CODE_LIFE = timedelta(days=14)
_CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_CODE_LENGTH = 12
_GROUP = 4


@dataclass(frozen=True, slots=True)
class Known:
    """A registered station as the centre knows it."""

    station: str
    code: str
    division: str
    public_key: bytes
    counter: int
    last_seq: int
    last_hash: str


def make_code(
    connection: Connection, county: str, division: str, *, now: datetime, ids: IdSource
) -> str:
    """Return a new one-time registration code for a station under ``division``.

    Sixty random bits, kept as a hash only: whoever reads the file learns no code.

    Raises:
        Refused: ``DIVISION_FORM``, ``DIVISION_MISMATCH`` (not in this county).
    """
    if not is_division(division):
        raise Refused("DIVISION_FORM", "a division code has 6, 9 or 12 digits")
    if not in_scope(division, county):
        raise Refused("DIVISION_MISMATCH", "the division does not lie in this centre's county")
    chance = ids.random_bytes(_CODE_LENGTH)
    letters = "".join(_CODE_LETTERS[byte % len(_CODE_LETTERS)] for byte in chance)
    connection.execute(
        "INSERT INTO codes (county, code_hash, division, made_at, expires_at)"
        " VALUES (?, ?, ?, ?, ?)",
        (county, _hash(letters), division, instant_text(now), instant_text(now + CODE_LIFE)),
    )
    return "-".join(letters[at : at + _GROUP] for at in range(0, _CODE_LENGTH, _GROUP))


def register(
    connection: Connection, centre: Centre, asked: Registration, *, now: datetime, ids: IdSource
) -> Registered:
    """Make the station known, or answer again as the first time, in the caller's transaction.

    Raises:
        Refused: ``PROTOCOL_UNKNOWN``, ``TRAINING_MISMATCH``, ``COUNTY_MISMATCH``,
            ``CODE_UNKNOWN`` (also: used by another station, or too old), ``DIVISION_MISMATCH``,
            ``STATION_TAKEN`` (known with another key), ``STATIONS_FULL``.
    """
    _check(centre, asked)
    known = find(connection, centre.county, asked.station)
    if known is not None and known.public_key != asked.public_key:
        raise Refused("STATION_TAKEN", "a station of this id is registered with another key")
    _use_code(connection, centre.county, asked, instant_text(now))
    # Asked again because the answer was lost: what was allocated then is on its way still.
    unspent = 0 if known is None else REFILL_BELOW
    if known is None:
        known = _add(connection, centre.county, asked, instant_text(now))
    grants = grants_for(connection, centre.county, asked.station, unspent=unspent, ids=ids)
    return Registered(
        centre_name=centre.name,
        centre_key=centre.key.public,
        county=centre.county,
        station_code=known.code,
        grants=grants,
        server_time=instant_text(now),
        training_day=centre.training_day,
    )


def find(connection: Connection, county: str, station: str) -> Known | None:
    """Return a registered station, None if it is not known."""
    row = connection.execute(
        "SELECT * FROM registrations WHERE county = ? AND station = ?", (county, station)
    ).fetchone()
    return _known(row) if row else None


def get(connection: Connection, county: str, station: str) -> Known:
    """Return a registered station. Raises Refused ``STATION_UNKNOWN``."""
    known = find(connection, county, station)
    if known is None:
        raise Refused("STATION_UNKNOWN", "this centre does not know the station")
    return known


def use_counter(connection: Connection, county: str, station: str, counter: int) -> None:
    """Raise Refused ``REQUEST_REPLAYED`` (with ``last_counter``) unless the counter rose."""
    risen = connection.execute(
        "UPDATE registrations SET counter = ? WHERE county = ? AND station = ? AND counter < ?",
        (counter, county, station, counter),
    ).rowcount
    if not risen:
        raise _replayed(get(connection, county, station))


def admit(
    connection: Connection, county: str, station: str, counter: int | None, now: str
) -> Known:
    """Note that a station asked, and return it. ``counter`` must have risen; None: nobody counts.

    Raises:
        Refused: ``STATION_UNKNOWN``, ``REQUEST_REPLAYED`` (with ``last_counter``).
    """
    named = (county, station)
    if counter is None:
        statement = "UPDATE registrations SET seen_at = ? WHERE county = ? AND station = ?"
        values: tuple[object, ...] = (now, *named)
    else:
        statement = (
            "UPDATE registrations SET seen_at = ?, counter = ?"
            " WHERE county = ? AND station = ? AND counter < ?"
        )
        values = (now, counter, *named, counter)
    row = connection.execute(f"{statement} RETURNING *", values).fetchone()
    if row is None:
        raise _replayed(get(connection, county, station))
    return _known(row)


def note_chain(
    connection: Connection, county: str, station: str, last_seq: int, last_hash: str
) -> None:
    """Note how far the chain of a station is known."""
    connection.execute(
        "UPDATE registrations SET last_seq = ?, last_hash = ? WHERE county = ? AND station = ?",
        (last_seq, last_hash, county, station),
    )


def _replayed(known: Known) -> Refused:
    return Refused("REQUEST_REPLAYED", "this request was made before", last_counter=known.counter)


def _check(centre: Centre, asked: Registration) -> None:
    if asked.protocol not in PROTOCOLS_UNDERSTOOD:
        raise Refused("PROTOCOL_UNKNOWN", f"protocol {asked.protocol} is not spoken here")
    if (asked.training_day is None) != (centre.training_day is None):
        raise Refused("TRAINING_MISMATCH", "a training station and a real centre never mix")
    if asked.county != centre.county:
        raise Refused("COUNTY_MISMATCH", f"this is the centre of {centre.county}")


def _use_code(connection: Connection, county: str, asked: Registration, now: str) -> None:
    digest = _hash(asked.code.replace("-", "").replace(" ", "").upper())
    row = connection.execute(
        "SELECT division, expires_at, station FROM codes WHERE county = ? AND code_hash = ?",
        (county, digest),
    ).fetchone()
    # One answer for all three, so that nobody learns which codes exist.
    if row is None or row["station"] not in (None, asked.station):
        raise Refused("CODE_UNKNOWN", "the code is wrong, used or too old")
    if row["station"] is None and row["expires_at"] < now:
        raise Refused("CODE_UNKNOWN", "the code is wrong, used or too old")
    if not in_scope(asked.division, scope_of(row["division"])):
        raise Refused("DIVISION_MISMATCH", "the code is for another division")
    connection.execute(
        "UPDATE codes SET station = ? WHERE county = ? AND code_hash = ?",
        (asked.station, county, digest),
    )


def _add(connection: Connection, county: str, asked: Registration, now: str) -> Known:
    ordinal = connection.execute(
        "SELECT count(*) + 1 FROM registrations WHERE county = ?", (county,)
    ).fetchone()[0]
    try:
        code = station_code(ordinal + codes_skipped(connection, county))
    except ValueError as error:
        raise Refused("STATIONS_FULL", "the county has no station code left") from error
    connection.execute(
        "INSERT INTO registrations (county, station, code, division, name, public_key, counter,"
        " last_seq, last_hash, registered_at, seen_at) VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?)",
        (
            county,
            asked.station,
            code,
            asked.division,
            asked.name,
            asked.public_key,
            GENESIS,
            now,
            now,
        ),
    )
    return get(connection, county, asked.station)


def _known(row: Any) -> Known:
    return Known(
        station=row["station"],
        code=row["code"],
        division=row["division"],
        public_key=row["public_key"],
        counter=row["counter"],
        last_seq=row["last_seq"],
        last_hash=row["last_hash"],
    )


def _hash(code: str) -> str:
    return hashlib.sha256(f"canbao-code-1\n{code}".encode()).hexdigest()
