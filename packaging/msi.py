"""The MSI of a Windows bundle: for IT, per machine, silent, upgraded in place."""

from __future__ import annotations

import filecmp
import os
import shutil
import uuid
from pathlib import Path

import cabinet
import msi_source
from places import BUILD, CHINESE_NAME, PUBLISHER, Failed, Missing, fresh, run, tell, tool

_CODEPAGE = "\r\n\r\n65001\t_ForceCodepage\r\n"
_AT_ONCE = 40
_HEADS = 3
"""Lines before the rows of a table that was exported: columns, types, keys."""


def make_msi(
    tree: Path, target: Path, version: str, *, effort: cabinet.Effort | None = cabinet.BEST
) -> None:
    """Write the package of the bundle in ``tree`` to ``target``.

    Without ``effort``, and where there is no C compiler, the files stay compressed as wixl does it:
    larger, and at once. Raises Failed, or Missing without wixl or msibuild.
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
    if effort:
        try:
            _pack_tighter(made, tree, work, effort)
        except Missing as lacking:
            tell(f"msi: larger than it could be: {lacking}")
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


def _alike(path: Path) -> tuple[str, str, str]:
    """Return by what files are sorted: libraries, those that are there twice, licences."""
    kind = ".dll" if path.suffix in (".exe", ".pyd") else path.suffix
    return kind, path.name.lower(), path.as_posix()


def _pack_tighter(made: Path, tree: Path, work: Path, effort: cabinet.Effort) -> None:
    """Replace wixl's cabinet by one compressed with LZX, and hold what comes out of it to the tree.

    What is alike stands side by side in it; the table of files tells the order.
    """
    paths = msi_source.files(tree)
    # Of eight columns the first is the file's key, the last its place.
    table = run([tool("msiinfo", "msitools"), "export", made, "File"]).splitlines()
    heads, rows = table[:_HEADS], {row[0]: row for row in (line.split("\t") for line in table)}
    order = sorted(paths, key=lambda key: _alike(paths[key]))
    if len(table) != _HEADS + len(paths) or not rows.keys() >= paths.keys():
        raise Failed(f"{len(table) - _HEADS} files instead of {len(paths)} are in the MSI")
    lines = ["\t".join((*rows[key][:-1], str(place))) for place, key in enumerate(order, 1)]
    placed = work / "File.idt"
    placed.write_bytes("\r\n".join((*heads, *lines, "")).encode("utf-8"))
    cab = work / msi_source.CABINET
    cabinet.write([(key, paths[key]) for key in order], cab, effort)
    run([tool("msibuild", "msitools"), made, "-i", placed, "-a", cab.name, cab])
    unpacked = fresh(work / "unpacked")
    run([tool("msiextract", "msitools"), "-C", unpacked, made])
    for path in paths.values():
        inside = path.relative_to(tree)
        if not filecmp.cmp(path, unpacked / msi_source.ASCII_NAME / inside, shallow=False):
            raise Failed(f"{inside} comes out of the cabinet as another file")
    shutil.rmtree(unpacked)
