"""Signed versions of the program for tests, and a centre that gives them out."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

from desktop.server import releases
from desktop.server.packs import PublishedBy
from desktop.sync.updates import Program
from desktop.wire.pack_signature import TrustedKeys
from desktop.wire.release import SUFFIX, Release, sign_release
from desktop.wire.signing import SigningKey
from tests.helpers.centre import COUNTY, TestCentre

PUBLISHER = SigningKey(bytes(range(1, 33)))
STRANGER = SigningKey(bytes(range(2, 34)))
KEYS = TrustedKeys.parse("keys", TrustedKeys.line(PUBLISHER.public, "tests"))
SYSTEM = "linux-x64-deb"
OLD = Program("0.1.0", SYSTEM)
PIECES = 5


def installer(seed: int = 1, size: int = 150_001) -> bytes:
    """Return bytes that look like an installer: nothing in them can be packed."""
    return random.Random(seed).randbytes(size)


def release_of(data: bytes, *, version: str = "0.2.0", system: str = SYSTEM) -> Release:
    """Return what is to be signed of ``data``."""
    digest = hashlib.sha256(data).hexdigest()
    return Release(version, system, f"canbao-{version}.deb", len(data), digest, "修正", "Mended")


def signed_in(folder: Path, package: Path, *, version: str, system: str = SYSTEM) -> Path:
    """Return a package as IT finds it in ``folder``, its signed lines beside it."""
    data = package.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    release = Release(version, system, package.name, len(data), digest, "", "")
    found = folder / package.name
    found.symlink_to(package)
    lines = sign_release(release, PUBLISHER)
    found.with_name(package.name + SUFFIX).write_text(lines, encoding="utf-8")
    return found


def trust_the_tests(program: Path) -> None:
    """Let the program in a folder take what the tests sign."""
    keys = program / "_internal" / "resources" / "release" / "trusted-keys.txt"
    with keys.open("a", encoding="utf-8") as file:
        file.write(TrustedKeys.line(PUBLISHER.public, "tests") + "\n")


def publish(
    centre: TestCentre, data: bytes, *, version: str = "0.2.0", key: SigningKey = PUBLISHER
) -> Release:
    """Give a version out at ``centre``."""
    release = release_of(data, version=version)
    with centre.database.transaction():
        by = PublishedBy(COUNTY, "admin", "2021-11-15T04:00:00Z")
        releases.publish(centre.database.connection, release, sign_release(release, key), data, by)
    return release


def fetched(folder: Path, release: Release) -> Path:
    """Return where a whole installer lies."""
    return folder / "updates" / release.file
