"""Sign law packs: with the publisher's key, or with a new one that takes its place.

A private key is 32 bytes in hexadecimal, in a file of the publisher's outside the program.
"""

from __future__ import annotations

from pathlib import Path

from desktop.app.law import SEAL_SUFFIX, TRUSTED_KEYS, LawSource
from desktop.base.errors import Refused, Unavailable
from desktop.base.ids import IdSource
from desktop.base.resources import resource_path
from desktop.policy.pack import Pack
from desktop.wire.pack_file import SUFFIX, join_pack
from desktop.wire.pack_signature import TrustedKeys, make_seal
from desktop.wire.signing import SigningKey

KEY_BYTES = 32

_HEAD = """\
# The public keys whose law packs this program takes: short name, key, holder.
# `python -m desktop law sign --new-key FILE` replaces them; see packaging/README.md.
"""


def load_key(path: Path) -> SigningKey:
    """Return the private key in ``path``.

    Raises:
        Refused: ``LAW_KEY_FORM``.
        Unavailable: ``FILE_UNREADABLE``.
    """
    try:
        secret = bytes.fromhex(path.read_text(encoding="ascii"))
    except OSError as error:
        raise Unavailable("FILE_UNREADABLE", f"{path} cannot be read", file=str(path)) from error
    except ValueError as error:
        raise Refused("LAW_KEY_FORM", f"{path} holds no key", file=str(path)) from error
    if len(secret) != KEY_BYTES:
        raise Refused("LAW_KEY_FORM", f"{path} holds no key of {KEY_BYTES} bytes", file=str(path))
    return SigningKey(secret)


def new_key(path: Path, ids: IdSource) -> SigningKey:
    """Make a key, write its private half to ``path`` and return it.

    Raises:
        Refused: ``LAW_KEY_PLACE``: the file is there already, or would lie inside the program,
            where it would be copied and published with it.
        Unavailable: ``FILE_UNWRITABLE``.
    """
    if path.exists():
        raise Refused("LAW_KEY_PLACE", f"{path} is there already", file=str(path))
    if path.resolve().is_relative_to(resource_path().parent):
        message = "a private key never lies inside the program's own folder"
        raise Refused("LAW_KEY_PLACE", message, file=str(path))
    secret = ids.random_bytes(KEY_BYTES)
    try:
        path.touch(mode=0o600, exist_ok=False)
    except OSError as error:
        raise _unwritable(path) from error
    _write(path, secret.hex() + "\n")
    return SigningKey(secret)


def write_seal(source: LawSource, key: SigningKey) -> Path:
    """Write the seal beside a law file and return where. Raises Unavailable."""
    path = source.path.with_suffix(SEAL_SUFFIX)
    _write(path, make_seal(source.text, source.cases or "", key))
    return path


def write_pack_file(source: LawSource, pack: Pack, key: SigningKey, folder: Path) -> Path:
    """Write a pack as one signed file to hand on and return where. Raises Unavailable."""
    cases = source.cases or ""
    path = folder / f"{pack.pack.id}-v{pack.pack.version}{SUFFIX}"
    _write(path, join_pack(source.text, cases, make_seal(source.text, cases, key)))
    return path


def trust(folder: Path, key: SigningKey, holder: str) -> TrustedKeys:
    """Make ``key`` the one trusted key of the packs in ``folder``. Raises Unavailable."""
    text = _HEAD + TrustedKeys.line(key.public, holder)
    _write(folder / TRUSTED_KEYS, text)
    return TrustedKeys.parse(TRUSTED_KEYS, text)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise _unwritable(path) from error


def _unwritable(path: Path) -> Unavailable:
    return Unavailable("FILE_UNWRITABLE", f"{path} cannot be written", file=str(path))
