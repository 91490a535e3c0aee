"""The county's stations by their keys, as the centre told of them: who signed a receipt's code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.database import Store
from desktop.wire.signing import key_id
from desktop.wire.station_messages import StationNote

_AFTER = "sync.stations_after"
_RESTORED = "sync.stations_restored"


@dataclass(frozen=True, slots=True)
class Signer:
    """A station as the one that signs."""

    station: str
    name: str
    code: str
    """The code in its receipt numbers; empty for one no centre knows yet."""
    public_key: bytes


def told_upto(store: Store) -> tuple[str, str]:
    """Return the code of the last station that was told of, and the centre's last restoration."""
    return store.setting(_AFTER) or "", store.setting(_RESTORED) or ""


def take_notes(store: Store, notes: Iterable[StationNote], restored: str) -> None:
    """Keep what the centre said, in the caller's transaction. A key stays known for ever."""
    after = ""
    for note in notes:
        after = note.code
        store.connection.execute(
            "INSERT INTO county_stations (key_id, public_key, station, code, name)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT (key_id) DO UPDATE SET"
            " public_key = excluded.public_key, station = excluded.station,"
            " code = excluded.code, name = excluded.name",
            (
                key_id(note.public_key),
                note.public_key.hex(),
                note.station,
                note.code,
                note.name,
            ),
        )
    if after:
        store.set_setting(_AFTER, after)
        store.set_setting(_RESTORED, restored)


def signer(store: Store, short: str) -> Signer | None:
    """Return the station whose key has this short name (`desktop.wire.signing.key_id`).

    Our own is known before any centre is. What other stations say of themselves counts for
    nothing: only the centre's word makes a key known.
    """
    own = store.station
    if key_id(own.key.public) == short:
        code = store.setting("centre.station_code") or ""
        return Signer(own.id, own.name, code, own.key.public)
    with database_errors():
        row = store.connection.execute(
            "SELECT public_key, station, code, name FROM county_stations WHERE key_id = ?", (short,)
        ).fetchone()
    if row is None:
        return None
    return Signer(row["station"], row["name"], row["code"], bytes.fromhex(row["public_key"]))


def station_name(connection: Connection, station: str) -> str:
    """Return what a station is called, empty where neither it, the centre nor a case told."""
    with database_errors():
        row = connection.execute(
            "SELECT name FROM stations WHERE id = ? AND name <> ''"
            " UNION ALL SELECT name FROM county_stations WHERE station = ? AND name <> ''"
            " UNION ALL SELECT station_name FROM cases WHERE station = ? AND station_name <> ''"
            " LIMIT 1",
            (station, station, station),
        ).fetchone()
    return row["name"] if row else ""
