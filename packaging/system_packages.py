"""What the operating system must bring: Python's venv module and Qt's libraries on Linux.

As root on Debian and its kin the missing packages are installed; otherwise they are named with
the command that installs them. Nothing is guessed: Qt is really loaded, and the loader says what
it did not find.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

_ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "fontconfig",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
PACKAGE_OF = {**_ALWAYS, **_X11, **_WAYLAND}
"""Debian's package for each library Qt loads from the system."""

_TRIAL = """
from PySide6 import QtPrintSupport, QtWidgets
QtWidgets.QApplication(["trial"])
"""
_NOT_FOUND = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)


class Problem(Exception):
    """Set-up cannot go on; the words say what a person should do."""


def ensure_venv_module() -> None:
    """See that this Python can make virtual environments. Raises Problem if it cannot."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    # Such a machine lacks Qt's libraries too; asking once is kinder than asking twice.
    wanted = _ALWAYS | (_X11 if os.environ.get("DISPLAY") else {})
    absent = {wanted[library] for library in wanted if not _loads(library)}
    _require([package, *sorted(absent)], "This Python cannot make virtual environments")


def ensure_qt(python: Path) -> None:
    """See that Qt starts in the environment of ``python``. Raises Problem if it does not."""
    missing = missing_libraries(python)
    if missing:
        names = sorted({PACKAGE_OF.get(library, library) for library in missing})
        _require(names, f"Qt lacks system libraries ({', '.join(missing)})")
    words = _trial_words(python)
    if words:
        raise Problem(f"Qt does not start:\n{words}")


def missing_libraries(python: Path) -> list[str]:
    """Return the shared libraries Qt needs here (with a display: its window too) and lacks."""
    if not sys.platform.startswith("linux") or not shutil.which("ldd"):
        return []
    qt = next(python.parents[1].glob("lib/python3.*/site-packages/PySide6/Qt"), None)
    if qt is None:
        return []
    platforms = qt / "plugins" / "platforms"
    loaded = [qt / "lib" / "libQt6PrintSupport.so.6", platforms / "libqoffscreen.so"]
    if os.environ.get("DISPLAY"):
        loaded.append(platforms / "libqxcb.so")
    elif os.environ.get("WAYLAND_DISPLAY"):
        loaded.append(platforms / "libqwayland-generic.so")
    told = subprocess.run(["ldd", *loaded], capture_output=True, text=True, check=False)
    return sorted(set(_NOT_FOUND.findall(told.stdout)))


def offer_pdf_tools() -> None:
    """See that ``pdftotext`` is there for the tests of the papers; only a hint if not."""
    if not sys.platform.startswith("linux") or shutil.which("pdftotext"):
        return
    try:
        _require(
            ["poppler-utils"], "Tests that read our papers with another program want pdftotext"
        )
    except Problem as problem:
        print(f"Note: {problem}\nThe other tests run without.", file=sys.stderr)


def offer_postgres() -> None:
    """See that PostgreSQL's server is there for the tests of the centre on it; only a hint if not.

    The tests run a private one of their own and leave Debian's alone.
    """
    known = shutil.which("initdb") or any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not sys.platform.startswith("linux") or known:
        return
    try:
        _require(["postgresql"], "Tests of the centre on PostgreSQL want its server")
    except Problem as problem:
        print(f"Note: {problem}\nThe other tests run without.", file=sys.stderr)


def ensure_freezing(python: Path) -> None:
    """See that PyInstaller finds what it wants on Linux: Python as a library, objdump, X11.

    The libraries of the X11 window go into the bundle, whether this machine has a display or not.
    """
    if not sys.platform.startswith("linux"):
        return
    asked = "import sysconfig; print(sysconfig.get_config_var('INSTSONAME'))"
    library = subprocess.check_output([python, "-c", asked], text=True).strip()
    missing = sorted({_X11[name] for name in _X11 if not _loads(name)})
    if library.endswith(".a"):
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        if not _loads(f"libpython{version}.so.1.0"):
            missing.append(f"libpython{version}")
    if not shutil.which("objdump"):
        missing.append("binutils")
    if missing:
        _require(missing, "PyInstaller lacks what it freezes with")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _trial_words(python: Path) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    trial = subprocess.run(
        [python, "-c", _TRIAL], capture_output=True, text=True, env=environment, check=False
    )
    return "" if trial.returncode == 0 else trial.stderr.strip() or f"exit {trial.returncode}"


def _require(packages: list[str], reason: str) -> None:
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        raise Problem(
            f"{reason}. Install what your system calls these Debian packages: {' '.join(packages)}"
        )
    if os.geteuid() != 0:
        raise Problem(f"{reason}. As root:\n    apt-get update && {' '.join(install)}")
    print(f"{reason}; installing {' '.join(packages)} ...", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = ["-qq", "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=300"]
    for command in (["apt-get", "update"], install):
        if subprocess.call([*command, *quiet], env=environment):
            raise Problem(f"{' '.join(command)} failed; its words stand above.")
