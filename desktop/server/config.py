"""The centre's settings: a TOML file, the environment above it, the command line above both.

Strict: an unknown key, a wrong kind of value or a number out of bounds is refused with file and
line, since a setting that is silently ignored is one that somebody believes to be in force. The
sample in ``packaging/server/centre.toml`` documents every key and is tested to be these.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from desktop.base.errors import Refused, Unavailable
from desktop.policy.lines import line_of

CONFIG_FILE = "centre.toml"
"""Read from the centre's folder if no file is named."""

CONFIG_VARIABLE = "CANBAO_CENTRE_CONFIG"
PREFIX = "CANBAO_CENTRE_"
"""``CANBAO_CENTRE_LIMITS_WORKERS`` stands for ``workers`` in ``[limits]``."""

_PATH = re.compile(r" - at `(?:key in )?\$?([^`]*)`")
_UNKNOWN = re.compile(r"unknown field `([^`]*)`")
_TOML_LINE = re.compile(r"\(at line (\d+)")

Few = Annotated[int, Meta(ge=1, le=64)]
Some = Annotated[int, Meta(ge=1, le=100_000)]
Address = Annotated[str, Meta(max_length=255)]


class Tls(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The centre's own certificate; without one it speaks plain HTTP, for a proxy before it."""

    certificate: str = ""
    """PEM file: the certificate and whatever lies between it and the county's CA."""
    key: str = ""
    """PEM file of its private key, readable by the service alone."""


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How much at once, and how much of one station or address."""

    workers: Few = 4
    processes: Few = 1
    """Each with its own workers; more than one is for PostgreSQL."""
    connections: Some = 400
    requests_per_s: Some = 50
    """Of one station, in the long run."""
    requests_burst: Some = 500
    failures_per_min: Some = 60
    """Refusals one address may cause in the long run: wrong signatures, codes, forms."""
    failures_burst: Some = 120
    trusted_proxies: Annotated[tuple[Address, ...], Meta(max_length=16)] = ()
    """Proxies whose ``X-Forwarded-For`` is believed."""
    drain_s: Annotated[int, Meta(ge=1, le=600)] = 20
    """How long a stop lets what was asked be answered."""


class Metrics(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Figures for whoever watches the centre, at an address of their own."""

    listen: Address = ""
    """HOST:PORT, empty for none. Not the address stations use: keep it to the machine or the
    network of those who watch."""


class Log(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the centre writes to its log."""

    format: Literal["json", "text"] = "json"
    level: Literal["debug", "info", "warning", "error"] = "info"
    file: str = ""
    """Rotating file; empty for standard error, which systemd and containers collect."""


class Backup(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Copies of the centre's file that it makes by itself; PostgreSQL has its own way."""

    folder: str = ""
    """Empty for none. On another disk, better on another machine."""
    every_h: Annotated[int, Meta(ge=1, le=168)] = 24
    keep: Annotated[int, Meta(ge=1, le=1_000)] = 14


class SignIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How long a person may sign in at a station that has not exchanged."""

    offline_days: Annotated[int, Meta(ge=0, le=3_650)] = 180
    """0: without end."""
    warn_days: Annotated[int, Meta(ge=0, le=3_650)] = 14


class Ready(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """When the centre says that it can serve."""

    disk_free_mb: Annotated[int, Meta(ge=0, le=10_000_000)] = 500


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Every setting of a centre."""

    data: str = ""
    database: str = ""
    county: Annotated[str, Meta(pattern=r"^([0-9]{6})?\Z")] = ""
    listen: Address = "127.0.0.1:8443"
    tls: Tls = Tls()
    limits: Limits = Limits()
    metrics: Metrics = Metrics()
    log: Log = Log()
    backup: Backup = Backup()
    sign_in: SignIn = SignIn()
    ready: Ready = Ready()


SECTIONS: Mapping[str, type[msgspec.Struct]] = {
    "tls": Tls, "limits": Limits, "metrics": Metrics, "log": Log, "backup": Backup,
    "sign_in": SignIn, "ready": Ready,
}  # fmt: skip


def load_config(
    file: Path | None, folder: Path | None, environment: Mapping[str, str] = os.environ
) -> Config:
    """Return the settings of a file with those of the environment above them.

    The file is ``file``, or the one the environment names, or the one in ``folder`` if it is there.

    Raises:
        Refused: ``CONFIG_WRONG`` with ``file``, ``line`` and what is wrong there.
        Unavailable: ``CONFIG_UNREADABLE`` if a file that was named cannot be read.
    """
    path = file or (Path(environment[CONFIG_VARIABLE]) if CONFIG_VARIABLE in environment else None)
    if path is None and folder is not None and (folder / CONFIG_FILE).exists():
        path = folder / CONFIG_FILE
    config = parse_config(str(path), _read(path)) if path is not None else Config()
    return _with_environment(config, environment)


def parse_config(file: str, text: str) -> Config:
    """Return the settings in ``text``; ``file`` names it in errors. Raises as `load_config`."""
    try:
        config = msgspec.convert(tomllib.loads(text), Config)
    except tomllib.TOMLDecodeError as error:
        at = _TOML_LINE.search(str(error))
        raise _wrong(file, int(at[1]) if at else 0, str(error).split(" (at")[0]) from error
    except msgspec.ValidationError as error:
        raise _wrong(file, _line(text, str(error)), _what(str(error))) from error
    if bool(config.tls.certificate) != bool(config.tls.key):
        raise _wrong(file, line_of(text, ".tls"), "certificate and key go together")
    return config


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"the settings in {path} cannot be read"
        raise Unavailable("CONFIG_UNREADABLE", message, file=str(path)) from error


def _with_environment(config: Config, environment: Mapping[str, str]) -> Config:
    found = msgspec.to_builtins(config)
    for name, text in sorted(environment.items()):
        if not name.startswith(PREFIX) or name == CONFIG_VARIABLE:
            continue
        section, key = _place(name)
        if section is None:
            raise _wrong(name, 0, "there is no such setting")
        target: dict[str, Any] = found[section] if section else found
        target[key] = text.split(",") if isinstance(target[key], list | tuple) else text
    try:
        # Values of the environment are text: "4" is a number here, and only here.
        return msgspec.convert(found, Config, strict=False)
    except msgspec.ValidationError as error:
        path = _PATH.search(str(error))
        where = PREFIX + path[1].lstrip(".").replace(".", "_").upper() if path else PREFIX
        raise _wrong(where, 0, _what(str(error))) from error


def _place(name: str) -> tuple[str | None, str]:
    """Return section (empty: the top) and key a variable stands for; None if for none."""
    rest = name.removeprefix(PREFIX).lower()
    for section, kind in SECTIONS.items():
        key = rest.removeprefix(section + "_")
        if key != rest and key in kind.__struct_fields__:
            return section, key
    top = set(Config.__struct_fields__) - set(SECTIONS)
    return ("", rest) if rest in top else (None, rest)


def _line(text: str, message: str) -> int:
    path, unknown = _PATH.search(message), _UNKNOWN.search(message)
    return line_of(text, (path[1] if path else "") + (f".{unknown[1]}" if unknown else ""))


def _what(message: str) -> str:
    unknown = _UNKNOWN.search(message)
    if unknown:
        return f"there is no setting {unknown[1]!r}"
    return _PATH.sub("", message)


def _wrong(file: str, line: int, what: str) -> Refused:
    at = f"{file}, line {line}" if line else file
    return Refused("CONFIG_WRONG", f"{at}: {what}", file=file, line=line, what=what)
