"""What a new version of the program is: a few signed lines beside the installer's file.

Whoever publishes the program signs them with the release key, whose public half is installed with
the program. Nobody in between, the county's centre included, can give out another file::

    canbao-release 1
    version 0.2.0
    system windows-x64-msi
    file CanbaoDesk-0.2.0-x64.msi
    size 38800000
    sha256 6c1f…
    note 修正收据补打
    note-en Reprints mended
    key 3f2a9c…            short name of the key that signed
    signature d41e…        Ed25519 over the lines above
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.base.errors import Refused
from desktop.wire.pack_signature import TrustedKeys
from desktop.wire.signing import SigningKey, key_id, signature_holds

SUFFIX = ".release"
CHARS_MAX = 2_000
FILE_BYTES_MAX = 300 * 1024 * 1024

_LINES = re.compile(
    r"(canbao-release 1\n"
    r"version ([0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4})\n"
    r"system ([a-z0-9]+(?:-[a-z0-9]+){1,3})\n"
    r"file ([A-Za-z0-9][A-Za-z0-9._-]{0,99}\.(?:msi|exe|deb))\n"
    r"size ([1-9][0-9]{0,8})\n"
    r"sha256 ([0-9a-f]{64})\n"
    r"note ([^\x00-\x1f\x7f]{0,200})\n"
    r"note-en ([^\x00-\x1f\x7f]{0,200})\n"
    r"key ([0-9a-f]{16})\n)"
    r"signature ([0-9a-f]{128})\n?\Z"
)


@dataclass(frozen=True, slots=True)
class Release:
    """One installer of one version for one kind of machine."""

    version: str
    """Three numbers, like 0.2.0."""
    system: str
    """Whose it is: ``windows-x64-msi``, ``windows-x64-setup``, ``linux-x64-deb``, …"""
    file: str
    size: int
    """Bytes."""
    sha256: str
    note: str = ""
    """What is new, in a line, in Chinese."""
    note_en: str = ""

    def is_newer_than(self, version: str) -> bool:
        """Tell whether it comes after ``version``."""
        return version_key(self.version) > version_key(version)


def version_key(version: str) -> tuple[int, ...]:
    """Return what versions are ordered by. Raises Refused ``RELEASE_FORM``."""
    parts = version.split(".")
    if len(parts) != 3 or not all(part.isascii() and part.isdecimal() for part in parts):
        raise Refused("RELEASE_FORM", f"{version} is no version: three numbers with dots")
    return tuple(int(part) for part in parts)


def sign_release(release: Release, key: SigningKey) -> str:
    """Return the signed lines of ``release``. Raises Refused ``RELEASE_FORM``."""
    signed = (
        "canbao-release 1\n"
        f"version {release.version}\n"
        f"system {release.system}\n"
        f"file {release.file}\n"
        f"size {release.size}\n"
        f"sha256 {release.sha256}\n"
        f"note {release.note}\n"
        f"note-en {release.note_en}\n"
        f"key {key_id(key.public)}\n"
    )
    text = f"{signed}signature {key.sign(signed.encode('utf-8')).hex()}\n"
    _read(text)
    return text


def read_release(text: str, keys: TrustedKeys) -> Release:
    """Return the release in ``text``, signed by one of ``keys``.

    Raises:
        Refused: ``RELEASE_FORM``: these are not such lines; ``RELEASE_KEY``: signed with a key
            this program does not trust; ``RELEASE_SIGNATURE``: altered after it was signed.
    """
    found = _read(text)
    public = keys.public.get(found[9])
    if public is None:
        message = f"signed with the key {found[9]}, which this program does not trust"
        raise Refused("RELEASE_KEY", message, key=found[9])
    if not signature_holds(public, found[1].encode("utf-8"), bytes.fromhex(found[10])):
        raise Refused("RELEASE_SIGNATURE", "the lines were altered after they were signed")
    return Release(
        version=found[2],
        system=found[3],
        file=found[4],
        size=int(found[5]),
        sha256=found[6],
        note=found[7],
        note_en=found[8],
    )


def _read(text: str) -> re.Match[str]:
    unified = text.replace("\r\n", "\n")
    found = _LINES.match(unified) if len(unified) <= CHARS_MAX else None
    if found is None or int(found[5]) > FILE_BYTES_MAX:
        raise Refused("RELEASE_FORM", "these are not the lines of a release")
    return found
