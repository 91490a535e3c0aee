"""The setup program of a Windows bundle: for installing by hand, and where no MSI may be used."""

from __future__ import annotations

from pathlib import Path

from places import BUILD, PACKAGING, fresh, run, tool


def make_setup(tree: Path, target: Path, version: str, *, fast: bool) -> None:
    """Write the setup program of the bundle in ``tree`` to ``target``.

    ``fast`` compresses little. Raises Failed, or Missing without makensis.
    """
    makensis = tool("makensis", "nsis")
    import icon

    work = fresh(BUILD / f"setup-{target.stem}")
    (work / "canbao-desk.ico").write_bytes(icon.ico())
    defined = {
        "VERSION": version,
        "TREE": tree,
        "OUT": target,
        "ICON": work / "canbao-desk.ico",
    }
    options = [f"-D{name}={value}" for name, value in defined.items()]
    target.parent.mkdir(parents=True, exist_ok=True)
    run(
        [makensis, "-V2", "-INPUTCHARSET", "UTF8", *options, *(["-DFAST"] if fast else []),
         PACKAGING / "windows" / "setup.nsi"],
        timeout_s=1800,
    )  # fmt: skip
