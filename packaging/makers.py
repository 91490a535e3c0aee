"""What `build.py` can make, and in which order."""

from __future__ import annotations

import hashlib
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from places import BUILD, DIST, NAME, Failed, Missing, fresh, size_mb, tell, version
from signing import sign


@dataclass(frozen=True, slots=True)
class Way:
    """How things are made."""

    fast: bool = False
    """Compress little: a package to try, not to hand on."""
    fresh: bool = False
    """Freeze again what was frozen before."""


def make(what: Sequence[str], way: Way) -> int:
    """Make each thing named, or all; return 1 if one that was named could not be made."""
    everything = "all" in what
    failed = False
    if way.fresh:
        for folder in (bundle_of("linux"), bundle_of("windows")):
            shutil.rmtree(folder, ignore_errors=True)
    for name in MAKERS if everything else dict.fromkeys(what):
        started = time.monotonic()
        try:
            made = MAKERS[name](way)
        except Missing as lacking:
            tell(f"{name}: skipped: {lacking}")
            failed = failed or not everything
        except Failed as problem:
            tell(f"{name}: FAILED: {problem}")
            return 1
        else:
            seconds = time.monotonic() - started
            tell(f"{name}: {made} ({size_mb(made):.1f} MB, {seconds:.0f} s)")
    return 1 if failed else 0


def bundle_of(system: str) -> Path:
    """Return where the folder of "linux" or "windows" is made."""
    return DIST / f"{NAME}-{version()}-{system}-x64"


def linux(way: Way) -> Path:
    """Freeze the program on this Linux."""
    del way
    if not sys.platform.startswith("linux"):
        raise Missing("a bundle for Linux is made on Linux")
    import bundle

    target = bundle_of("linux")
    if not target.exists():
        bundle.freeze(target, version())
    return target


def deb(way: Way) -> Path:
    """Make the Debian package."""
    import debian

    target = DIST / f"{NAME}_{version()}_amd64.deb"
    debian.make_deb(linux(way), target, version(), fast=way.fast)
    return target


def windows(way: Way) -> Path:
    """Freeze the program for Windows: on Windows itself, else under wine."""
    del way
    import bundle

    target = bundle_of("windows")
    if target.exists():
        return target
    if sys.platform == "win32":
        bundle.freeze(target, version())
        return _frozen_for_windows(target)
    import windows_python
    import wine_stub
    from wine import Wine

    with Wine(fresh(BUILD / "wine-build")) as wine:
        # PyInstaller imports what it looks into; nothing of this is shipped.
        wine_stub.add_missing(wine.drive / "windows" / "system32")
        site = windows_python.make(BUILD / "windows-python")
        python = ("wine", f"Z:{BUILD / 'windows-python' / 'python.exe'}")
        bundle.freeze(target, version(), python=python, site=site, env=wine.env)
    return _frozen_for_windows(target)


def _frozen_for_windows(target: Path) -> Path:
    for name in ("canbao.exe", "canbao-desk.exe"):
        sign(target / name)
    return target


def msi(way: Way) -> Path:
    """Make the MSI."""
    import cabinet
    from msi import make_msi

    target = DIST / f"{NAME}-{version()}-x64.msi"
    effort = cabinet.QUICK if way.fast else cabinet.BEST
    make_msi(windows(way), target, version(), effort=effort)
    sign(target)
    return target


def nsis(way: Way) -> Path:
    """Make the setup program."""
    from setup_exe import make_setup

    target = DIST / f"{NAME}-{version()}-x64-setup.exe"
    make_setup(windows(way), target, version(), fast=way.fast)
    sign(target)
    return target


def bill(way: Way) -> Path:
    """Write the list of what is inside."""
    del way
    import sbom

    target = DIST / f"{NAME}-{version()}.cdx.json"
    DIST.mkdir(exist_ok=True)
    target.write_bytes(sbom.bill_of_materials())
    return target


def sums(way: Way) -> Path:
    """Write the SHA-256 of every file in dist, as ``sha256sum --check`` reads it."""
    del way
    target = DIST / "SHA256SUMS"
    files = sorted(path for path in DIST.iterdir() if path.is_file() and path != target)
    if not files:
        raise Failed("nothing in dist yet")
    lines = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)
    target.write_text("".join(lines), encoding="ascii", newline="\n")
    return target


Maker = Callable[[Way], Path]

MAKERS: dict[str, Maker] = {
    "linux": linux,
    "deb": deb,
    "windows": windows,
    "msi": msi,
    "nsis": nsis,
    "sbom": bill,
    "sums": sums,
}
"""In the order in which ``all`` makes them."""
