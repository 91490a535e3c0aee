"""Which computer this is: enough to notice that a data folder came from another one."""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from pathlib import Path

from desktop.base.station_settings import Registry, WindowsRegistry

_LINUX_FILES = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
_WINDOWS_KEY = r"SOFTWARE\Microsoft\Cryptography"
_WINDOWS_NAME = "MachineGuid"
_SETUP_KEY = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\CanbaoDesk"


def machine_id() -> str:
    """Return what the system calls this computer; empty if it does not say."""
    if sys.platform == "win32":
        return windows_id(WindowsRegistry())
    return linux_id(*_LINUX_FILES)


def windows_id(registry: Registry) -> str:
    """Return the number Windows gave itself when it was installed; empty if it is not there."""
    try:
        found = registry.values(_WINDOWS_KEY).get(_WINDOWS_NAME, "")
    except OSError:
        return ""
    return found.strip() if isinstance(found, str) else ""


def linux_id(*files: Path) -> str:
    """Return the text of the first file that is there; empty if none is."""
    for path in files:
        try:
            return path.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            continue
    return ""


def machine_mark(station: str, machine: str) -> str:
    """Return the mark of ``machine`` in the file of ``station``; it tells nothing of either."""
    return hashlib.sha256(f"canbao-machine-1\n{station}\n{machine}".encode()).hexdigest()


def installer_kind(registry: Registry | None = None) -> str:
    """Return which installer this program came by, like ``windows-x64-msi`` or ``linux-x64-deb``.

    On Windows only the ``setup`` program lists itself for removal under its own name.
    """
    names = {"amd64": "x64", "x86_64": "x64", "aarch64": "arm64"}
    machine = platform.machine().lower()
    processor = names.get(machine, machine)
    if registry is None and sys.platform != "win32":
        return f"linux-{processor}-deb"
    try:
        by_setup = bool((registry or WindowsRegistry()).values(_SETUP_KEY))
    except OSError:
        by_setup = False
    return f"windows-{processor}-{'setup' if by_setup else 'msi'}"


def user_name() -> str:
    """Return who is signed in to the system; empty if it does not say."""
    return os.environ.get("USERNAME") or os.environ.get("USER") or ""
