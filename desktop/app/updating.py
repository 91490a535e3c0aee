"""Put a new version in place between two sessions, or go back: what is run, and with which rights.

The installer is copied out of the station's folder, where every user may write, into a fresh one
of whoever runs this, and proven there: what is run is what was proven.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath, PureWindowsPath

from desktop.base.errors import Refused, Unavailable
from desktop.base.files import read_whole
from desktop.base.station_settings import INSTALLER_KEY, Places, read_settings
from desktop.base.upgrade_mark import FOLDER
from desktop.sync.updates import Program, file_holds, look
from desktop.wire.pack_signature import TrustedKeys
from desktop.wire.release import CHARS_MAX, SUFFIX, Release, read_release

KEPT = "installed"
"""Below the update folder: the installers that were put in place, to go back to."""

_OPTIONS = {
    "CentreUrl": "CENTRE_URL",
    "Division": "DIVISION",
    "StationCode": "STATION_CODE",
    "CaFile": "CA_FILE",
    "UpdateMode": "UPDATE_MODE",
}
"""What the installers call the settings they write."""

_PROPERTY = re.compile(r"(/?[A-Z_]+=)(.*)")

Command = tuple[str, ...]
Run = Callable[[Sequence[str]], int]


@dataclass(frozen=True, slots=True)
class Installer:
    """A proven installer, ready to be run."""

    release: Release
    path: Path
    lines: str


def prove(file: Path, keys: TrustedKeys, system: str) -> Installer:
    """Return an installer whose signed lines lie beside it.

    Raises:
        Refused: as `desktop.wire.release.read_release`; ``RELEASE_SYSTEM``: for other machines;
            ``RELEASE_FILE``: not the file that was signed.
        Unavailable: ``FILE_UNREADABLE``.
    """
    raw = read_whole(file.with_name(file.name + SUFFIX), 4 * CHARS_MAX)
    return _proven(file, raw.decode("utf-8", errors="replace"), keys, system)


def prove_offered(folder: Path, keys: TrustedKeys, program: Program) -> Installer:
    """Return the installer that was fetched into a station's ``folder``.

    Raises:
        Refused: ``UPDATE_NONE`` if none lies there whole; else as `prove`.
        Unavailable: ``FILE_UNREADABLE``.
    """
    offer = look(folder, keys, program)
    if offer.state != "ready" or offer.release is None:
        raise Refused("UPDATE_NONE", "no newer version has been fetched")
    at = folder / FOLDER
    lines = read_whole(at / f"offered{SUFFIX}", 4 * CHARS_MAX).decode("utf-8", errors="replace")
    return _proven(at / offer.release.file, lines, keys, program.system)


def prove_kept(folder: Path, keys: TrustedKeys, program: Program) -> Installer:
    """Return the newest installer kept in ``folder`` that is older than what runs here.

    Raises:
        Refused: ``UPDATE_NOTHING_KEPT``: name the installer to go back to.
    """
    found: list[Installer] = []
    for lines in (folder / FOLDER / KEPT).glob(f"*{SUFFIX}"):
        with suppress(Refused, Unavailable):
            one = prove(lines.with_name(lines.name.removesuffix(SUFFIX)), keys, program.system)
            if not one.release.is_newer_than(program.version):
                found.append(one)
    older = [one for one in found if one.release.version != program.version]
    if not older:
        raise Refused("UPDATE_NOTHING_KEPT", "no earlier installer is kept here")
    newest = older[0]
    for one in older[1:]:
        if one.release.is_newer_than(newest.release.version):
            newest = one
    return newest


def commands(file: Path, log: Path) -> tuple[Command, ...]:
    """Return what puts ``file`` in place, silently."""
    match file.suffix:
        case ".msi":
            return (("msiexec", "/i", str(file), "/qn", "/norestart", "/l*v", str(log)),)
        case ".exe":
            return ((str(file), "/S"),)
        case _:
            return (("dpkg", "--install", str(file)),)


def commands_back(file: Path, log: Path, newer: Path | None, places: Places) -> tuple[Command, ...]:
    """Return what takes the newer version away and puts ``file`` in place; data stay.

    No installer goes back by itself. What IT gave the newer one is given to the older again.

    Raises:
        Refused: ``UPDATE_NOTHING_KEPT``: an MSI is removed by its own file, which is not here.
    """
    (put,) = commands(file, log)
    given = read_settings(places).given
    again = [
        f"{option}={found.value}"
        for name, option in _OPTIONS.items()
        if (found := given.get(name)) is not None and found.source == "installer"
    ]
    if file.suffix == ".msi":
        if newer is None:
            raise Refused("UPDATE_NOTHING_KEPT", "the newer MSI is not kept here")
        away: Command = ("msiexec", "/x", str(newer), "/qn", "/norestart", "UNSENT=ignore")
        return (away, (*put, *again))
    if file.suffix == ".exe":
        folder = _install_folder(places)
        remover = str(PureWindowsPath(folder) / "uninstall.exe")
        away = (remover, "/S", "/UNSENT=ignore", f"_?={folder}")
        return (away, (*put, *(f"/{option}" for option in again)))
    return (("env", "CANBAO_UNSENT=ignore", "dpkg", "--remove", "canbao-desk"), put)


def put_in_place(
    installer: Installer,
    folder: Path,
    plan: Callable[[Path, Path], tuple[Command, ...]] = commands,
    *,
    run: Run | None = None,
) -> tuple[Command, ...]:
    """Run ``plan`` for ``installer`` and keep it to go back to; return what was run.

    Whoever calls holds the station's folder, so that no window is open meanwhile. An installed
    program is in use as long as this runs: its installer then begins once it has ended.

    Raises:
        Refused: ``RIGHTS_MISSING``; ``RELEASE_FILE``: it was altered since it was proven.
        Unavailable: ``INSTALL_FAILED`` with the exit code; the disk failed.
    """
    if run is None and not is_elevated():
        raise Refused("RIGHTS_MISSING", "only an administrator may install")
    copy, todo = _ready(installer, folder, plan)
    if run is None and getattr(sys, "frozen", False):
        begin_when_ended(todo, copy)
        return todo
    try:
        _run_each(todo, run or _run, copy.parent)
    except Unavailable:
        # The log beside it says why; the copy is of no more use.
        copy.unlink(missing_ok=True)
        raise
    shutil.rmtree(copy.parent, ignore_errors=True)
    return todo


def is_elevated() -> bool:
    """Tell whether this process may install programs."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.shell32.IsUserAnAdmin())
    return os.geteuid() == 0


def _proven(path: Path, lines: str, keys: TrustedKeys, system: str) -> Installer:
    release = read_release(lines, keys)
    if release.system != system:
        raise Refused("RELEASE_SYSTEM", f"for {release.system}", system=release.system)
    if not file_holds(path, release):
        raise Refused("RELEASE_FILE", "not the file that was signed", file=release.file)
    return Installer(release, path, lines)


def _ready(
    installer: Installer, folder: Path, plan: Callable[[Path, Path], tuple[Command, ...]]
) -> tuple[Path, tuple[Command, ...]]:
    """Return a proven copy of the installer in a fresh folder, and what to run; keep it besides."""
    own = Path(tempfile.mkdtemp(prefix="canbao-update-"))
    copy = own / installer.path.name
    try:
        _copy_proven(installer, copy)
        _keep(installer, folder)
        return copy, plan(copy, own / "install.log")
    except (OSError, Refused) as problem:
        shutil.rmtree(own, ignore_errors=True)
        if isinstance(problem, Refused):
            raise
        raise Unavailable("DISK_FAILED", "the installer cannot be copied") from problem


def _copy_proven(installer: Installer, copy: Path) -> None:
    shutil.copyfile(installer.path, copy)
    if not file_holds(copy, installer.release):
        raise Refused("RELEASE_FILE", "altered meanwhile", file=installer.release.file)


def _keep(installer: Installer, folder: Path) -> None:
    """Keep the installer and its lines; of older ones the newest two stay."""
    kept = folder / FOLDER / KEPT
    if installer.path.parent == kept:
        return
    kept.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(installer.path, kept / installer.path.name)
    (kept / (installer.path.name + SUFFIX)).write_text(
        installer.lines, encoding="utf-8", newline="\n"
    )
    lines = sorted(kept.glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime)
    for old in lines[:-2]:
        old.with_name(old.name.removesuffix(SUFFIX)).unlink(missing_ok=True)
        old.unlink()


def _run_each(todo: Sequence[Command], run: Run, folder: Path) -> None:
    for command in todo:
        code = run(command)
        if code != 0:
            log = str(folder)
            raise Unavailable("INSTALL_FAILED", "the installer failed", exit=code, log=log)


def _run(command: Sequence[str]) -> int:
    try:
        # Its words are for whoever watches; ours alone go to standard output.
        written = command_line(tuple(command)) if sys.platform == "win32" else command
        return subprocess.run(written, check=False, stdout=sys.stderr).returncode  # noqa: S603
    except OSError as error:
        raise Unavailable("INSTALL_FAILED", "the installer cannot be run", exit=-1) from error


def begin_when_ended(todo: Sequence[Command], copy: Path) -> None:
    """Let ``todo`` begin a few seconds from now, in a process of its own.

    Afterwards it removes the folder of the installer's ``copy``; if the installer fails, only the
    copy: the log stays.
    """
    if sys.platform == "win32":
        own = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
        line = f"cmd /d /c {windows_line(todo, copy)}"
        # Nobody removes the folder that a program stands in.
        subprocess.Popen(line, creationflags=own, cwd=tempfile.gettempdir())  # noqa: S603
        return
    subprocess.Popen(  # noqa: S603
        ["/bin/sh", "-c", posix_line(todo, copy)],
        env=_plain_environment(os.environ),
        start_new_session=True,
        stdout=sys.stderr,
    )


def posix_line(todo: Sequence[Command], copy: Path, wait_s: int = 3) -> str:
    """Return what a shell does after a while, one after the other, until one fails."""
    tidied = ("rm", "-rf", str(copy.parent))
    each = (shlex.join(command) for command in (*todo, tidied))
    return f"sleep {wait_s}; {' && '.join(each)} || {shlex.join(('rm', '-f', str(copy)))}"


def windows_line(todo: Sequence[Command], copy: PurePath) -> str:
    """Return what Windows' command processor does one after the other, until one fails."""
    # It waits for a program with a window only if it is told to, and without a console pinging
    # oneself is how it waits a while.
    each = [f'start "" /wait {command_line(command)}' for command in todo]
    each.append(f'rmdir /s /q "{copy.parent}"')
    return f'ping -n 4 127.0.0.1 >nul & {" && ".join(each)} || del /q "{copy}"'


def command_line(command: Command) -> str:
    """Return a command as Windows' installers want it written.

    The uninstaller takes the place it lies in without quotes only, as the last of all; in quotes it
    would go on from a copy of itself, beside what comes after it. Of a property only the value
    stands in quotes.
    """
    return " ".join(_written(part) for part in command)


def _written(part: str) -> str:
    if part.startswith("_?="):
        return part
    found = _PROPERTY.fullmatch(part)
    if found and " " in found[2]:
        return f'{found[1]}"{found[2]}"'
    return subprocess.list2cmdline([part])


def _plain_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment without the bundle's own libraries, which are not dpkg's."""
    plain = dict(environment)
    before = plain.pop("LD_LIBRARY_PATH_ORIG", None)
    plain.pop("LD_LIBRARY_PATH", None)
    if before is not None:
        plain["LD_LIBRARY_PATH"] = before
    return plain


def _install_folder(places: Places) -> str:
    values = places.registry.values(INSTALLER_KEY) if places.registry else {}
    return str(values.get("InstallDir", r"C:\Program Files\Canbao Desk"))
