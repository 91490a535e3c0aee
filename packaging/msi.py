"""The MSI of a Windows bundle: for IT, per machine, silent, upgraded in place."""

from __future__ import annotations

import os
import uuid
from pathlib import Path

import msi_source
from places import BUILD, CHINESE_NAME, PUBLISHER, Failed, fresh, run, tool

_CODEPAGE = "\r\n\r\n65001\t_ForceCodepage\r\n"
_AT_ONCE = 40


def make_msi(tree: Path, target: Path, version: str) -> None:
    """Write the package of the bundle in ``tree`` to ``target``.

    Raises Failed, or Missing without wixl or msibuild.
    """
    wixl, msibuild = tool("wixl", "wixl"), tool("msibuild", "msitools")
    if (tree / "canbao.pkg").read_bytes() != (tree / "canbao-desk.pkg").read_bytes():
        raise Failed("the two programs do not carry the same archive")
    import icon

    work = fresh(BUILD / f"msi-{target.stem}")
    (work / "tree").symlink_to(os.path.relpath(tree, work))
    (work / "canbao-desk.ico").write_bytes(icon.ico())
    (work / "product.wxs").write_text(msi_source.source(tree, version), encoding="utf-8")
    made = work / "product.msi"
    run([wixl, "-a", "x64", "-o", made, "product.wxs"], cwd=work)
    codepage = work / "codepage.idt"
    codepage.write_bytes(_CODEPAGE.encode("ascii"))
    run([msibuild, made, "-i", codepage])
    asked = list(msi_source.statements())
    for start in range(0, len(asked), _AT_ONCE):
        queries = [part for one in asked[start : start + _AT_ONCE] for part in ("-q", one)]
        run([msibuild, made, *queries])
    number = "{" + str(uuid.uuid4()).upper() + "}"  # noqa: TID251 - each package has its own
    run([msibuild, made, "-s", CHINESE_NAME, PUBLISHER, "x64;2052", number])
    target.parent.mkdir(parents=True, exist_ok=True)
    made.replace(target)
