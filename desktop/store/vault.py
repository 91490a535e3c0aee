"""Who can open the station's file: its random key, wrapped once for every operator.

The database key is made once and never derived from a password. The vault beside the database
holds it encrypted (AES-256-GCM) under a key that Argon2id makes of each operator's password, so
that a password can change, or an operator go, without touching the database. Nothing in the vault
names a resident.

The ciphers are imported where a password is used: the list of operators is shown before that.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from desktop.base.clock import Clock, instant_from_text, instant_text
from desktop.base.errors import Refused, Unavailable
from desktop.base.ids import IdSource
from desktop.wire.passwords import LANES, MEMORY_KIB, PASSWORD_MIN, SALT_BYTES, TIME_COST

FILE = "vault.json"
DATABASE = "station.db"
"""The station's file, beside the vault."""

FAILURES_MAX = 5
LOCKED_FOR = timedelta(minutes=15)


class _Wrapped(msgspec.Struct, forbid_unknown_fields=True):
    display_name: str
    role: str
    salt: str
    sealed: str
    """Nonce and ciphertext of the database key, hex."""
    failures: int = 0
    locked_until: str = ""


class _Vault(msgspec.Struct, forbid_unknown_fields=True):
    version: int = 1
    operators: dict[str, _Wrapped] = {}


@dataclass(frozen=True, slots=True)
class OperatorEntry:
    """Who may sign in here, as the sign-in screen lists them."""

    operator: str
    display_name: str
    role: str


class Vault:
    """The vault file in a station's folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE

    def operators(self) -> list[OperatorEntry]:
        """Return who may sign in, in the order they were added; empty if there is no vault."""
        return [
            OperatorEntry(name, entry.display_name, entry.role)
            for name, entry in self._read().operators.items()
        ]

    def set_aside(self, ids: IdSource) -> None:
        """Keep a vault that is there beside a new, empty one.

        Raises:
            Unavailable: ``DISK_FAILED``; the old vault is untouched.
        """
        if not self._path.exists():
            return
        kept = self._path.with_name(f"vault-{ids.random_bytes(4).hex()}.json")
        try:
            self._path.rename(kept)
        except OSError as error:
            raise Unavailable("DISK_FAILED", "the key file cannot be kept") from error

    def add(self, who: OperatorEntry, password: str, key: bytes, ids: IdSource) -> None:
        """Let ``who`` open the database whose ``key`` this is; a new password if already there.

        Raises:
            Refused: ``PASSWORD_SHORT``.
            Unavailable: ``DISK_FAILED``; the old vault is untouched.
        """
        if len(password) < PASSWORD_MIN:
            raise Refused("PASSWORD_SHORT", "the password is too short", least=PASSWORD_MIN)
        salt = ids.random_bytes(SALT_BYTES)
        self.wrap(who, salt, _stretch(password, salt), key, ids)

    def wrap(
        self, who: OperatorEntry, salt: bytes, stretched: bytes, key: bytes, ids: IdSource
    ) -> None:
        """Let ``who`` open the database with the password that ``stretched`` was made of.

        Raises:
            Unavailable: ``DISK_FAILED``; the old vault is untouched.
        """
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        vault = self._read()
        nonce = ids.random_bytes(12)
        sealed = AESGCM(stretched).encrypt(nonce, key, who.operator.encode())
        vault.operators[who.operator] = _Wrapped(
            who.display_name, who.role, salt.hex(), (nonce + sealed).hex()
        )
        self._write(vault)

    def drop(self, operator: str) -> bool:
        """Let ``operator`` open the database no more; tell whether that was done.

        The last one who can open it stays, since nobody could ever open it again: whether they may
        sign in is another question (`desktop.store.access`).

        Raises:
            Unavailable: ``DISK_FAILED``; the old vault is untouched.
        """
        vault = self._read()
        if operator not in vault.operators or len(vault.operators) == 1:
            return False
        del vault.operators[operator]
        self._write(vault)
        return True

    def unlock(self, operator: str, password: str, clock: Clock) -> tuple[OperatorEntry, bytes]:
        """Return the operator and the database key.

        Raises:
            Refused: ``OPERATOR_UNKNOWN``, ``PASSWORD_WRONG`` (with how many tries are left), or
                ``OPERATOR_LOCKED`` (until when) after five wrong passwords.
        """
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        vault = self._read()
        entry = vault.operators.get(operator)
        if entry is None:
            raise Refused("OPERATOR_UNKNOWN", "no such operator at this station")
        now = clock.now()
        _refuse_locked(entry, now)
        sealed = bytes.fromhex(entry.sealed)
        stretched = _stretch(password, bytes.fromhex(entry.salt))
        try:
            key = AESGCM(stretched).decrypt(sealed[:12], sealed[12:], operator.encode())
        except InvalidTag:
            self._count_failure(vault, entry, now)
            left = FAILURES_MAX - entry.failures
            raise Refused("PASSWORD_WRONG", "wrong password", left=left) from None
        if entry.failures:
            entry.failures, entry.locked_until = 0, ""
            self._write(vault)
        return OperatorEntry(operator, entry.display_name, entry.role), key

    def _count_failure(self, vault: _Vault, entry: _Wrapped, now: datetime) -> None:
        entry.failures += 1
        if entry.failures >= FAILURES_MAX:
            entry.failures = 0
            entry.locked_until = instant_text(now + LOCKED_FOR)
            self._write(vault)
            raise _locked(entry.locked_until)
        self._write(vault)

    def _read(self) -> _Vault:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=_Vault)
        except FileNotFoundError:
            return _Vault()
        except (OSError, msgspec.MsgspecError) as error:
            raise Unavailable("VAULT_DAMAGED", "the key file cannot be read") from error

    def _write(self, vault: _Vault) -> None:
        partial = self._path.with_name(FILE + ".partial")
        try:
            partial.parent.mkdir(parents=True, exist_ok=True)
            with partial.open("wb") as file:
                file.write(msgspec.json.format(msgspec.json.encode(vault)))
                file.flush()
                os.fsync(file.fileno())
            partial.replace(self._path)
        except OSError as error:
            raise Unavailable("DISK_FAILED", "the key file cannot be written") from error


def _refuse_locked(entry: _Wrapped, now: datetime) -> None:
    if entry.locked_until and instant_from_text(entry.locked_until) > now:
        raise _locked(entry.locked_until)


def _locked(until: str) -> Refused:
    return Refused("OPERATOR_LOCKED", "locked after too many wrong passwords", until=until)


def _stretch(password: str, salt: bytes) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(password.encode(), salt, TIME_COST, MEMORY_KIB, LANES, 32, Type.ID)
