"""The .deb of a Linux bundle: its files under /opt, a menu entry, icons, and scripts for dpkg."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import elf
from places import BUILD, NAME, PACKAGING, fresh, run, tell, tool

ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)
SCRIPTS = ("preinst", "postinst", "prerm", "postrm")

_CONTROL = """\
Package: {name}
Version: {version}
Architecture: amd64
Maintainer: Canbao Desk <canbao-desk@localhost>
Installed-Size: {installed_kb}
Depends: {depends}
Recommends: {recommends}
Section: misc
Priority: optional
Description: 参保台: enrolment desk for urban-rural resident basic medical insurance
 Enrols residents, prices them by the law's own figures, takes the money and prints the receipt,
 with the network cable out; exchanges with the county's centre when there is a line.
 The data of a station is kept when the package is removed, and also when it is purged.
"""


def make_deb(bundle: Path, target: Path, version: str, *, fast: bool) -> None:
    """Write the package of ``bundle`` to ``target``; ``fast`` compresses it less.

    Raises Failed, or Missing without dpkg-deb.
    """
    deb = tool("dpkg-deb", "dpkg")
    asked = elf.asked_of_the_system(bundle)
    root = fresh(BUILD / f"deb-{target.stem}")
    shutil.copytree(bundle, root / "opt" / NAME, symlinks=True)
    _menu(root)
    _documents(root / "usr" / "share" / "doc" / NAME)
    _control(root, asked, version)
    target.parent.mkdir(parents=True, exist_ok=True)
    compression = ["-Zgzip", "-z1"] if fast else ["-Zxz"]
    run([deb, "--root-owner-group", *compression, "--build", root, target])
    shutil.rmtree(root)
    tell(f"{target.name} needs glibc {asked.glibc[0]}.{asked.glibc[1]}")


def _menu(root: Path) -> None:
    import icon

    entry = root / "usr" / "share" / "applications" / f"{NAME}.desktop"
    entry.parent.mkdir(parents=True)
    shutil.copyfile(PACKAGING / "linux" / f"{NAME}.desktop", entry)
    icons = root / "usr" / "share" / "icons" / "hicolor"
    for size in ICON_SIZES:
        path = icons / f"{size}x{size}" / "apps" / f"{NAME}.png"
        path.parent.mkdir(parents=True)
        path.write_bytes(icon.png(size))
    scalable = icons / "scalable" / "apps" / f"{NAME}.svg"
    scalable.parent.mkdir(parents=True)
    shutil.copyfile(icon.DRAWING, scalable)
    link = root / "usr" / "bin" / "canbao"
    link.parent.mkdir(parents=True)
    link.symlink_to(f"/opt/{NAME}/canbao")


def _documents(folder: Path) -> None:
    folder.mkdir(parents=True)
    licence = (PACKAGING / "LICENSE").read_text(encoding="utf-8")
    notices = (PACKAGING / "THIRD-PARTY-NOTICES.md").read_text(encoding="utf-8")
    (folder / "copyright").write_text(f"{licence}\n{notices}", encoding="utf-8")
    changes = gzip.compress((PACKAGING / "CHANGELOG.md").read_bytes(), mtime=0)
    (folder / "changelog.gz").write_bytes(changes)


def _control(root: Path, asked: elf.Asked, version: str) -> None:
    folder = root / "DEBIAN"
    folder.mkdir()
    files = (path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    glibc = f"libc6 (>= {asked.glibc[0]}.{asked.glibc[1]})"
    text = _CONTROL.format(
        name=NAME,
        version=version,
        installed_kb=sum(path.stat().st_size for path in files) // 1024,
        depends=", ".join((glibc, *asked.depends)),
        recommends=", ".join((*asked.recommends, "fonts-noto-cjk")),
    )
    (folder / "control").write_text(text, encoding="utf-8")
    for name in SCRIPTS:
        script = (PACKAGING / "linux" / name).read_text(encoding="utf-8")
        (folder / name).write_text(script.replace("@VERSION@", version), encoding="utf-8")
        (folder / name).chmod(0o755)
    for path in root.rglob("*"):
        if not path.is_symlink() and path.is_dir():
            path.chmod(0o755)
