"""Who may work at the centre. Passwords are kept as Argon2id only."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from desktop.base.errors import Refused
from desktop.base.ids import IdSource
from desktop.sqlite.connection import Connection

ADMINISTRATOR = "admin"
PASSWORD_LENGTH = 16
_LETTERS = "abcdefghjkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY34679"

_HASHER = PasswordHasher()


def new_password(ids: IdSource) -> str:
    """Return a password of sixteen letters and digits without look-alikes."""
    # Bytes past the last whole round of letters would make some letters likelier than others.
    fair = 256 - 256 % len(_LETTERS)
    letters = ""
    while len(letters) < PASSWORD_LENGTH:
        chosen = (byte for byte in ids.random_bytes(PASSWORD_LENGTH) if byte < fair)
        letters += "".join(_LETTERS[byte % len(_LETTERS)] for byte in chosen)
    return letters[:PASSWORD_LENGTH]


def add_account(
    connection: Connection, county: str, name: str, *, password: str, role: str, now: str
) -> None:
    """Add an account, inside a transaction. Raises Refused ``ACCOUNT_EXISTS``."""
    known = connection.execute(
        "SELECT 1 FROM accounts WHERE county = ? AND name = ?", (county, name)
    ).fetchone()
    if known:
        raise Refused("ACCOUNT_EXISTS", "an account of this name exists")
    connection.execute(
        "INSERT INTO accounts (county, name, role, password_hash, made_at) VALUES (?, ?, ?, ?, ?)",
        (county, name, role, _HASHER.hash(password), now),
    )


def check_password(connection: Connection, county: str, name: str, password: str) -> str:
    """Return the account's role.

    Raises:
        Refused: ``SIGN_IN`` if name and password do not belong together.
    """
    row = connection.execute(
        "SELECT role, password_hash FROM accounts WHERE county = ? AND name = ?", (county, name)
    ).fetchone()
    try:
        # An unknown name costs the same time as a wrong password.
        _HASHER.verify(row["password_hash"] if row else _NOBODY, password)
    except (VerificationError, InvalidHashError) as error:
        raise Refused("SIGN_IN", "name and password do not belong together") from error
    role: str = row["role"]
    return role


_NOBODY = (
    "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21lc2FsdA"
    "$GpZ3sK/oH9p7VIiV56G/64Zo/8GaUw434IimaPqxwCo"
)
