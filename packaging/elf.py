"""What the Linux libraries of a bundle ask of the system: other libraries, and which glibc."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from places import Failed, run, tool
from system_packages import PACKAGE_OF

_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)\b")
_ELF = b"\x7fELF"

IN_LIBC = re.compile(r"^(ld-linux-x86-64|lib(c|m|dl|pthread|rt|util|resolv))\.so\.\d+$")
ALSO = {
    "libgcc_s.so.1": "libgcc-s1",
    "libstdc++.so.6": "libstdc++6",
    "libcups.so.2": "libcups2",
    "libOpenGL.so.0": "libopengl0",
    "libGLX.so.0": "libglx0",
}
"""Debian's packages beyond those that set-up knows."""
WANTED_ONLY = {"libcups.so.2"}
"""Loaded if they are there: printing to a file goes without."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a folder of libraries wants from the machine it runs on."""

    glibc: tuple[int, int]
    depends: tuple[str, ...]
    """Debian packages without which the program does not start."""
    recommends: tuple[str, ...]


def asked_of_the_system(folder: Path) -> Asked:
    """Return what the bundle in ``folder`` needs beyond itself.

    Raises Failed if a library is neither in the bundle nor in a package known here: it would be
    missing on somebody's desk.
    """
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    files = [path for path in files if _is_elf(path)]
    told = run([tool("objdump", "binutils"), "-p", *files])
    shipped = {path.name for path in folder.rglob("*.so*")}
    needed = {name for name in _NEEDED.findall(told) if name not in shipped}
    needed = {name for name in needed if not IN_LIBC.match(name)}
    known = PACKAGE_OF | ALSO
    unknown = sorted(needed - set(known))
    if unknown:
        raise Failed(f"neither in the bundle nor in a known package: {', '.join(unknown)}")
    return Asked(
        glibc=max((int(major), int(minor)) for major, minor in _GLIBC.findall(told)),
        depends=tuple(sorted({_package(known[name]) for name in needed - WANTED_ONLY})),
        recommends=tuple(sorted({known[name] for name in needed & WANTED_ONLY})),
    )


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_ELF)) == _ELF


def _package(name: str) -> str:
    """Return the dependency for a package that was renamed when times became 64-bit (Debian 13)."""
    return f"{name} | {name}t64" if name == "libglib2.0-0" else name
