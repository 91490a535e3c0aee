"""What the Windows programs and libraries of a bundle ask of Windows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pefile

X64 = 0x8664
_IMPORTS = ("DIRECTORY_ENTRY_IMPORT", "DIRECTORY_ENTRY_DELAY_IMPORT")
_SUFFIXES = {".exe", ".dll", ".pyd"}

OF_WINDOWS = frozenset(
    """
    advapi32 authz bcrypt bcryptprimitives comctl32 comdlg32 crypt32 d3d11 d3d12 d3d9 dbghelp
    dnsapi dwmapi dwrite dxgi gdi32 imm32 iphlpapi kernel32 mpr msvcrt ncrypt netapi32 ntdll ole32
    oleaut32 powrprof psapi rpcrt4 secur32 setupapi shcore shell32 shlwapi uiautomationcore user32
    userenv uxtheme version winmm winspool ws2_32 wtsapi32
    """.split()
)
"""Libraries of Windows 10 1809 itself, without their suffix."""

_OF_EVERY_WINDOWS_10 = ("api-ms-win-core-", "api-ms-win-crt-", "api-ms-win-shcore-", "ext-ms-win-")


def files_of(tree: Path) -> Iterator[Path]:
    """Yield every program and library below a folder."""
    for path in sorted(tree.rglob("*")):
        if path.is_file() and path.suffix.lower() in _SUFFIXES:
            yield path


def imports(path: Path) -> set[str]:
    """Return the libraries a file wants, in lower case; also those it loads when first used."""
    with pefile.PE(str(path), fast_load=True) as file:
        file.parse_data_directories(
            [
                pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"],
                pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT"],
            ]
        )
        entries = [entry for name in _IMPORTS for entry in getattr(file, name, [])]
        return {entry.dll.decode("ascii").lower() for entry in entries}


def machine(path: Path) -> int:
    """Return which processor a file is for; `X64` is the only one we ship."""
    with pefile.PE(str(path), fast_load=True) as file:
        kind: int = file.FILE_HEADER.Machine
        return kind


def missing(tree: Path) -> dict[str, list[str]]:
    """Return the libraries that are neither shipped nor Windows' own, and who wants them."""
    shipped = {path.name.lower() for path in files_of(tree)}
    lacking: dict[str, list[str]] = {}
    for path in files_of(tree):
        for name in imports(path) - shipped:
            if not _of_windows(name):
                lacking.setdefault(name, []).append(path.name)
    return lacking


def _of_windows(name: str) -> bool:
    return name.startswith(_OF_EVERY_WINDOWS_10) or name.rsplit(".", 1)[0] in OF_WINDOWS
