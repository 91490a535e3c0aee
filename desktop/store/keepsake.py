"""Who the station is, kept beside its file: without these few bytes nothing could be mended.

The station's own settings stand in one page of the file, and the salt of every page's proof in its
first sixteen bytes. Should just these be destroyed, every other page would still hold events that
nobody could read or send. So both lie once more in a small file, encrypted with the key of the
station's file (AES-256-GCM). It names no resident.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop.sqlite.errors import database_errors
from desktop.sqlite.salvage import SALT_BYTES
from desktop.store.database import Store

SUFFIX = ".keep"

_NONCE_BYTES = 12
_PURPOSE = b"canbao-keepsake-1"


class Keepsake(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is kept."""

    salt: bytes
    settings: dict[str, str]


def keep(store: Store, path: Path, key: bytes) -> None:
    """Keep what identifies ``store``, whose file is at ``path``, unless that is kept already.

    A disk that does not take it is no reason not to work; the next start tries again.
    """
    with database_errors():
        rows = store.connection.execute(
            "SELECT key, value FROM settings WHERE key LIKE 'station.%' OR key LIKE 'centre.%'"
            " ORDER BY key"
        ).fetchall()
    with suppress(OSError):
        with path.open("rb") as file:
            salt = file.read(SALT_BYTES)
        made = Keepsake(salt=salt, settings={row["key"]: row["value"] for row in rows})
        if kept(path, key) != made:
            nonce = store.ids.random_bytes(_NONCE_BYTES)
            _write(path, nonce + AESGCM(key).encrypt(nonce, msgspec.msgpack.encode(made), _PURPOSE))


def kept(path: Path, key: bytes) -> Keepsake | None:
    """Return what was kept of the file at ``path``; None if there is nothing that holds."""
    try:
        sealed = _beside(path).read_bytes()
        plain = AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], _PURPOSE)
        return msgspec.msgpack.decode(plain, type=Keepsake)
    except (OSError, ValueError, InvalidTag, msgspec.MsgspecError):
        return None


def _write(path: Path, sealed: bytes) -> None:
    partial = _beside(path).with_name(_beside(path).name + ".partial")
    with partial.open("wb") as file:
        file.write(sealed)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(_beside(path))


def _beside(path: Path) -> Path:
    return path.with_name(path.name + SUFFIX)
