"""Whose versions of the program are taken, which one runs here, and how a new one is signed."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from desktop.app.law_signing import load_key
from desktop.app.version import VERSION
from desktop.base.files import read_whole, write_whole
from desktop.base.machine import installer_kind
from desktop.base.resources import resource_text
from desktop.sync.updates import Program
from desktop.wire.pack_signature import TrustedKeys
from desktop.wire.release import FILE_BYTES_MAX, SUFFIX, Release, sign_release

KEYS = "trusted-keys.txt"
KEY_VARIABLE = "CANBAO_RELEASE_KEY"


@cache
def release_keys() -> TrustedKeys:
    """Return the keys whose releases this program takes. Raises LawRefused if spoilt."""
    return TrustedKeys.parse(KEYS, resource_text("release", KEYS))


def this_program() -> Program:
    """Return what runs here."""
    return Program(VERSION, installer_kind())


def sign_file(
    file: Path, key: Path, *, version: str, system: str, note: str = "", note_en: str = ""
) -> Release:
    """Write the signed lines of an installer beside it and return what they say.

    Raises:
        Refused: ``RELEASE_FORM``; ``LAW_KEY_FORM``: ``key`` holds no key.
        Unavailable: ``FILE_UNREADABLE``, ``FILE_UNWRITABLE``.
    """
    data = read_whole(file, FILE_BYTES_MAX)
    digest = hashlib.sha256(data).hexdigest()
    release = Release(version, system, file.name, len(data), digest, note, note_en)
    lines = sign_release(release, load_key(key))
    write_whole(file.with_name(file.name + SUFFIX), lines.encode("utf-8"))
    return release
