"""Freeze the program into one folder with PyInstaller, the same way on Linux and on Windows."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path

import bundle_rules
from lock import RUN_LOCK, pins
from places import BUILD, CHINESE_NAME, NAME, PACKAGING, PUBLISHER, Failed, fresh, run, tool

_LICENCE_FILE = re.compile(
    r"(^|/)(licen[cs]es?/.+|(licen[cs]e|copying|notice|authors)[^/]*)$", re.I
)
_TIMEOUT_S = 1500

_VERSION_RESOURCE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004,
                    fileType=1, subtype=0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable("080404B0", [
      StringStruct("CompanyName", "{publisher}"),
      StringStruct("FileDescription", "{chinese} Canbao Desk"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "{name}"),
      StringStruct("LegalCopyright", "Apache-2.0"),
      StringStruct("OriginalFilename", "{name}.exe"),
      StringStruct("ProductName", "{chinese}"),
      StringStruct("ProductVersion", "{version}")])]),
    VarFileInfo([VarStruct("Translation", [0x0804, 1200])])
  ]
)
"""


def freeze(
    target: Path,
    version: str,
    *,
    python: Sequence[str | Path] = (sys.executable,),
    site: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> None:
    """Make ``target`` the folder that holds the program and all it needs.

    ``python`` is how the Python that is frozen is started (under wine: wine and a Windows path),
    ``site`` where its packages lie, if it is not the one that runs this. Raises Failed.
    """
    work = fresh(BUILD / f"work-{target.name}")
    _make_beforehand(work, version)
    environment = {
        **(env or os.environ),
        "CANBAO_BUILD": _as_seen(work, env),
        # Modules are read faster, and a package compresses them better all together than each.
        "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0",
    }
    command = [*python, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN"]
    command += ["--distpath", _as_seen(work / "dist", env), "--workpath", _as_seen(work, env)]
    run(
        [*command, _as_seen(PACKAGING / "canbao.spec", env)],
        timeout_s=_TIMEOUT_S,
        env=environment,
    )
    made = work / "dist" / NAME
    if not any(made.glob("canbao*")):
        raise Failed(f"PyInstaller left no program in {made}")
    _copy_licences(made / "_internal" / "licenses", site)
    _shorten_records(made / "_internal")
    if sys.platform == "linux" and site is None:
        _strip(made / "_internal")
    fresh(target).rmdir()
    made.rename(target)


def version_resource(version: str) -> str:
    """Return what Windows shows of a program's file, in PyInstaller's form."""
    numbers = (*(int(part) for part in version.split(".")), 0)
    return _VERSION_RESOURCE.format(
        numbers=numbers, version=version, name=NAME, chinese=CHINESE_NAME, publisher=PUBLISHER
    )


def _make_beforehand(work: Path, version: str) -> None:
    import icon

    (work / f"{NAME}.ico").write_bytes(icon.ico())
    (work / "version.txt").write_text(version_resource(version), encoding="utf-8")


def _copy_licences(target: Path, site: Path | None) -> None:
    """Put the licence texts of every package of the lock beside the notices that name them."""
    own = site.parents[1] if site else Path(os.__file__).parent
    (target / "python").mkdir(parents=True, exist_ok=True)
    for path in (own / "LICENSE.txt", Path("/usr/share/doc/python3.11/copyright")):
        if path.exists():
            shutil.copyfile(path, target / "python" / "LICENSE.txt")
            break
    wanted = set(pins(RUN_LOCK.read_text(encoding="utf-8")))
    for package in metadata.distributions(path=[str(site)] if site else sys.path):
        name = package.metadata["Name"].lower().replace("_", "-").replace(".", "-")
        if name not in wanted:
            continue
        for file in package.files or ():
            path = Path(str(package.locate_file(file)))
            if ".dist-info" in str(file) and _LICENCE_FILE.search(file.as_posix()):
                (target / name).mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target / name / path.name)


def _shorten_records(folder: Path) -> None:
    """Leave of the packages' records what programs read: not the pages about themselves."""
    for path in folder.glob("*.dist-info/METADATA"):
        fields, empty, _ = path.read_bytes().replace(b"\r\n", b"\n").partition(b"\n\n")
        path.write_bytes(fields + empty)


def _strip(folder: Path) -> None:
    strip = tool("strip", "binutils")
    for path in folder.rglob("*"):
        inside = path.relative_to(folder).as_posix()
        if path.is_file() and not path.is_symlink() and bundle_rules.STRIPPED.match(inside):
            run([strip, "--strip-unneeded", path])


def _as_seen(path: Path, env: Mapping[str, str] | None) -> str:
    """Return a path as the Python that is frozen sees it: wine shows the root as drive Z."""
    return f"Z:{path}" if env and "WINEPREFIX" in env else str(path)
