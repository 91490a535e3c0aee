"""A row of the chain as it is in the file: whether it is still the event it says, and removing it.

Rows of ``pos, id, station, seq, hash, body, signature`` (and more).
"""

from __future__ import annotations

from typing import Any

import msgspec

from desktop.domain.events import hash_of
from desktop.sqlite.connection import Connection


class _Named(msgspec.Struct):
    id: str
    station: str
    seq: int


_NAMED = msgspec.json.Decoder(_Named)


def is_whole(row: Any) -> bool:
    """Tell whether the bytes are those of the hash, and the columns those of the bytes.

    Whether its station signed it is not looked at: stations have not each other's keys.
    """
    body, signature = row["body"], row["signature"]
    if not (isinstance(body, bytes) and isinstance(signature, bytes)):
        return False
    if hash_of(body) != row["hash"]:
        return False
    try:
        named = _NAMED.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return (named.id, named.station, named.seq) == (row["id"], row["station"], row["seq"])


def remove(connection: Connection, pos: int) -> None:
    """Take an event out of the chain, and whom it names out of the index, in a transaction."""
    connection.execute("DELETE FROM event_subjects WHERE pos = ?", (pos,))
    connection.execute("DELETE FROM events WHERE pos = ?", (pos,))
