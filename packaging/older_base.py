#!/usr/bin/env python3
"""Make the .deb on an older Debian, so that it runs where glibc is 2.31 (as root, on Debian).

    python packaging/older_base.py [FOLDER]

A bundle needs at least the glibc of the machine it was made on. This makes a Debian 11 in FOLDER
(default build/debian11; 3 GB, kept and used again), builds Python 3.11 there from Debian's own
source package, and runs `build.py deb` in it on the last commit. The package lands in dist/.
Debian packages come from where this machine's apt takes them; pip's configuration goes along.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from places import BUILD, CHECKOUT, DIST, Failed, Missing, run, tell, tool

RELEASE, PYTHON_FROM = "bullseye", "bookworm"
BASE_READY, PYTHON_READY = "canbao-base-ready", "canbao-python-ready"
PYTHON = "/opt/python3.11/bin/python3.11"
FOR_PYTHON = (
    "gcc make libc6-dev libssl-dev zlib1g-dev libffi-dev libsqlite3-dev libbz2-dev liblzma-dev"
    " libexpat1-dev uuid-dev dpkg-dev xz-utils ca-certificates binutils"
)
FOR_QT = (
    "libegl1 libgl1 libglib2.0-0 libdbus-1-3 fontconfig libx11-xcb1 libxkbcommon-x11-0"
    " libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0"
    " libxcb-render-util0 libxcb-shape0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1"
)
_ALONG = ("/etc/resolv.conf", "/etc/pip.conf", "/etc/ssl/certs/ca-certificates.crt")
_BUILD_PYTHON = """
cd /opt && rm -rf source python3.11 && mkdir source && cd source
apt-get source -qq python3.11
cd python3.11-*
# Debian links this module into the interpreter, and its patch asks for headers only that may see.
sed -i '1i #ifndef Py_BUILD_CORE_BUILTIN\\n#define Py_BUILD_CORE_MODULE 1\\n#endif' \
    Modules/pyexpat.c
./configure --quiet --prefix=/opt/python3.11 --enable-shared \
    LDFLAGS=-Wl,-rpath,/opt/python3.11/lib
make -s -j2 && make -s install ENSUREPIP=no >/opt/source/install.log
/opt/python3.11/bin/python3.11 -c "import bz2, ctypes, lzma, pyexpat, sqlite3, ssl, uuid, zlib"
"""
_HOUR_S = 3600


def main(arguments: list[str]) -> int:
    """Make the package; 1 with the reason if it cannot be made."""
    root = Path(arguments[0]).resolve() if arguments else BUILD / "debian11"
    try:
        made = make_deb(root)
    except (Failed, Missing) as problem:
        tell(str(problem))
        return 1
    tell(f"{made}")
    return 0


def make_deb(root: Path) -> Path:
    """Return the .deb of the last commit, made in the Debian 11 at ``root``."""
    if os.geteuid() != 0:
        raise Missing("only root may make a Debian of its own")
    for ready, make in ((BASE_READY, _make_base), (PYTHON_READY, _make_python)):
        if not (root / ready).exists():
            make(root)
            (root / ready).touch()
    source = root / "build" / "canbao-desk"
    shutil.rmtree(source, ignore_errors=True)
    run(["git", "clone", "--quiet", "--no-hardlinks", CHECKOUT, source])
    _inside(root, f"cd /build/canbao-desk && nice {PYTHON} packaging/build.py deb")
    [made] = (source / "dist").glob("*.deb")
    DIST.mkdir(exist_ok=True)
    return Path(shutil.copy(made, DIST))


def _make_base(root: Path) -> None:
    mirror = _mirror()
    tell(f"Debian 11 in {root} ...")
    debootstrap = tool("debootstrap", "debootstrap")
    shutil.rmtree(root, ignore_errors=True)
    run([debootstrap, "--variant=minbase", RELEASE, root, mirror], timeout_s=_HOUR_S)
    sources = root / "etc" / "apt" / "sources.list.d" / "python.list"
    sources.write_text(f"deb-src {mirror} {PYTHON_FROM} main\n", encoding="ascii")
    wanted = f"{FOR_PYTHON} {FOR_QT}"
    _inside(root, f"apt-get update -qq && apt-get install -qq --no-install-recommends {wanted}")


def _make_python(root: Path) -> None:
    tell("Python 3.11 from Debian's source ...")
    _inside(root, _BUILD_PYTHON)


def _mirror() -> str:
    """Return where this machine takes Debian's packages from."""
    files = [Path("/etc/apt/sources.list"), *Path("/etc/apt/sources.list.d").glob("debian*")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files if path.exists())
    found = re.search(
        r"^(?:URIs:|deb)\s+(?:\[[^]]*\]\s+)?(\S+/debian)/?(?:\s|$)", text, re.MULTILINE
    )
    if not found:
        raise Missing("apt's configuration names no Debian archive")
    return found[1]


def _inside(root: Path, command: str) -> None:
    """Run a command in the other system; what is mounted for it ends with it."""
    for name in _ALONG:
        source, target = Path(name), root / name.lstrip("/")
        if source.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
            shutil.copy(source.resolve(), target)
    script = f"set -e; export DEBIAN_FRONTEND=noninteractive HOME=/root LC_ALL=C.UTF-8\n{command}"
    mounted = 'mount -t proc proc "$0/proc" && exec chroot "$0" sh -c "$1"'
    code = subprocess.call(
        ["unshare", "--mount", "sh", "-c", mounted, str(root), script], timeout=_HOUR_S
    )
    if code:
        raise Failed(f"exit code {code} in {root}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
