r"""What IT set for this station, and where: by the installer, in a file, or by group policy.

Each setting is looked for by itself, in this order: what the installer was given (an MSI property,
kept under ``HKLM\Software\CanbaoDesk``; on Linux ``/etc/canbao-desk/station.toml``), the file
``station.toml`` beside the program, the group policy key. The first that has it holds. A setting
given nowhere is free: whoever sits at the desk enters it.

Reading is strict: a name or a value that is wrong is refused with its place, and nothing is taken
over in part. The installer's key alone may hold other names, since the installer keeps its own
marks there.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Literal, Protocol, get_args
from urllib.parse import urlsplit

from desktop.base.errors import Refused
from desktop.base.proxy import NO_PROXY, SYSTEM_PROXY, Proxy, read_proxy

Source = Literal["installer", "file", "policy"]
SOURCES: tuple[Source, ...] = get_args(Source)
"""In their order of precedence."""

UpdateMode = Literal["off", "notify", "download"]

INSTALLER_KEY = r"Software\CanbaoDesk"
POLICY_KEY = r"Software\Policies\CanbaoDesk"
FILE = "station.toml"
MACHINE_FILE = Path("/etc/canbao-desk") / FILE

FILE_BYTES_MAX = 64 * 1024
_TEXT_MAX = 500


class Registry(Protocol):
    """The machine's half of the Windows registry, as far as it is read here."""

    def values(self, key: str) -> Mapping[str, object]:
        """Return the values under a key of HKEY_LOCAL_MACHINE; none if the key is not there.

        Raises:
            OSError: the key may not be read.
        """
        ...


class WindowsRegistry:
    """The registry of this machine, in its 64-bit view."""

    def values(self, key: str) -> Mapping[str, object]:
        """Return the values under a key; see `Registry.values`."""
        if sys.platform == "win32":
            import winreg

            access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
            try:
                opened = winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key, 0, access)
            except FileNotFoundError:
                return {}
            with opened:
                count = winreg.QueryInfoKey(opened)[1]
                rows = [winreg.EnumValue(opened, place) for place in range(count)]
            return {name: value for name, value, _ in rows}
        raise AssertionError("only Windows has a registry")


@dataclass(frozen=True, slots=True)
class Places:
    """Where this machine's settings may lie."""

    registry: Registry | None = None
    """None on a system that has none."""
    machine_file: Path | None = None
    """What stands for the installer's key where there is no registry."""
    program_file: Path | None = None
    """The file beside the program."""


@dataclass(frozen=True, slots=True)
class Given:
    """A setting that was found."""

    value: str
    source: Source
    place: str
    """The file or key, for people."""


@dataclass(frozen=True, slots=True)
class StationSettings:
    """What IT set; whatever is not in ``given`` is left to the desk."""

    given: Mapping[str, Given] = field(default_factory=dict)

    def value(self, name: str) -> str:
        """Return what was set for ``name``, empty if nothing was."""
        found = self.given.get(name)
        return found.value if found else ""

    @property
    def centre_url(self) -> str:
        """The centre's address, empty if it is left to the desk."""
        return self.value("CentreUrl")

    @property
    def division(self) -> str:
        """The division the station works for, 6, 9 or 12 digits, or empty."""
        return self.value("Division")

    @property
    def station_code(self) -> str:
        """The one-time code to register with, or empty."""
        return self.value("StationCode")

    @property
    def ca_file(self) -> Path | None:
        """The certificates that alone are trusted for the centre; None: the system's."""
        found = self.value("CaFile")
        return Path(found) if found else None

    @property
    def update_mode(self) -> UpdateMode:
        """What the station does about new versions of the program; ``notify`` if nobody said."""
        found = self.value("UpdateMode")
        return "off" if found == "off" else "download" if found == "download" else "notify"

    @property
    def proxy(self) -> Proxy | None:
        """The way to the centre; None if it is left to the desk. ``Proxy`` before the older yes."""
        found = self.value("Proxy")
        if found:
            return read_proxy(found)
        older = self.value("SystemProxy")
        return {"yes": SYSTEM_PROXY, "no": NO_PROXY}.get(older)


NOTHING_SET = StationSettings()


def machine_places() -> Places:
    """Return where this machine's settings may lie."""
    beside = Path(sys.executable).parent / FILE if getattr(sys, "frozen", False) else None
    if sys.platform == "win32":
        return Places(registry=WindowsRegistry(), program_file=beside)
    return Places(machine_file=MACHINE_FILE, program_file=beside)


def read_settings(places: Places) -> StationSettings:
    """Return what IT set.

    Raises:
        Refused: ``SETTINGS_UNREADABLE``, ``SETTING_UNKNOWN`` or ``SETTING_FORM``, with the place,
            the name and, of an unknown name, the one that was most likely meant.
    """
    given: dict[str, Given] = {}
    # The weakest first: what has precedence takes its place.
    for source in reversed(SOURCES):
        for place, values in _READERS[source](places):
            for name, value in values.items():
                text = _checked(name, value, place)
                if text:
                    given[name] = Given(text, source, place)
    return StationSettings(given)


Found = list[tuple[str, Mapping[str, object]]]


def _installer(places: Places) -> Found:
    found = _file(places.machine_file)
    values = _key(places.registry, INSTALLER_KEY)
    own = {name: value for name, value in values.items() if name in _FORMS}
    return [*found, (f"HKLM\\{INSTALLER_KEY}", own)]


def _beside(places: Places) -> Found:
    return _file(places.program_file)


def _policy(places: Places) -> Found:
    return [(f"HKLM\\{POLICY_KEY}", _key(places.registry, POLICY_KEY))]


_READERS: Mapping[Source, Callable[[Places], Found]] = {
    "installer": _installer,
    "file": _beside,
    "policy": _policy,
}


def _key(registry: Registry | None, key: str) -> Mapping[str, object]:
    if registry is None:
        return {}
    try:
        return registry.values(key)
    except OSError as error:
        raise _unreadable(f"HKLM\\{key}", type(error).__name__) from error


def _file(path: Path | None) -> Found:
    if path is None:
        return []
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return []
    except OSError as error:
        raise _unreadable(str(path), type(error).__name__) from error
    if len(data) > FILE_BYTES_MAX:
        raise _unreadable(str(path), f"more than {FILE_BYTES_MAX} bytes")
    try:
        # Windows' own editor puts a mark before the text.
        return [(str(path), tomllib.loads(data.decode("utf-8-sig")))]
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _unreadable(str(path), str(error)) from error


def _unreadable(place: str, why: str) -> Refused:
    return Refused("SETTINGS_UNREADABLE", f"{place}: {why}", place=place, why=why)


def _checked(name: str, value: object, place: str) -> str:
    """Return the setting's text, empty for one left empty."""
    form = _FORMS.get(name)
    if form is None:
        near = get_close_matches(name, _FORMS, n=1, cutoff=0.4)
        names = ", ".join(near or _FORMS)
        message = f"{place}: there is no setting {name}"
        raise Refused("SETTING_UNKNOWN", message, place=place, name=name, names=names)
    text = _text(value)
    if text == "":
        return ""
    if text is None or len(text) > _TEXT_MAX or not form.holds(text):
        raise Refused(
            "SETTING_FORM", f"{place}: {name} is not {form.words}",
            place=place, name=name, form=form.words,
        )  # fmt: skip
    return text


def _text(value: object) -> str | None:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, (bool, int)) and value in (0, 1):
        # What a tick in a group policy, or true in the file, is.
        return "yes" if value else "no"
    return None


def _is_url(text: str) -> bool:
    try:
        parts = urlsplit(text)
        port_right = parts.port is None or parts.port > 0
    except ValueError:
        return False
    plain = text.isascii() and text.isprintable() and " " not in text
    whole = parts.scheme in ("https", "http") and bool(parts.hostname) and not parts.username
    return plain and whole and port_right


def _is_proxy(text: str) -> bool:
    try:
        read_proxy(text)
    except Refused:
        return False
    return True


def _is_absolute(text: str) -> bool:
    return PureWindowsPath(text).is_absolute() or PurePosixPath(text).is_absolute()


@dataclass(frozen=True, slots=True)
class _Form:
    holds: Callable[[str], object]
    words: str


def _matching(pattern: str, words: str) -> _Form:
    return _Form(re.compile(pattern, re.ASCII).fullmatch, words)


_FORMS: Mapping[str, _Form] = {
    "CentreUrl": _Form(_is_url, "https://…"),
    "Division": _matching(r"[0-9]{6}([0-9]{3}([0-9]{3})?)?", "6 / 9 / 12 × 0-9"),
    "StationCode": _matching(r"[0-9A-Za-z-]{4,64}", "A-Z 0-9 -"),
    "CaFile": _Form(_is_absolute, r"C:\…\ca.pem, /…/ca.pem"),
    "UpdateMode": _matching("off|notify|download", "off, notify, download"),
    "Proxy": _Form(_is_proxy, "none, system, http://host:port"),
    "SystemProxy": _matching("yes|no", "yes, no"),
}
NAMES: tuple[str, ...] = tuple(_FORMS)
"""Every setting, in the order it is shown."""
