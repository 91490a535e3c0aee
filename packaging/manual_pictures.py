#!/usr/bin/env python3
"""Make the manual's pictures from the real screens, on invented residents.

``python packaging/manual_pictures.py`` does a morning's work in the real window, offscreen, and
keeps a picture of each screen in resources/help/pictures/<language>, small and without colours
nobody sees. Beside them it notes what each was made from: the widgets and words of its forms, or of
its modules where a screen has no form.
``--check`` writes nothing and fails if a picture is missing, is shown on no page, or was made from
forms that say something else by now.

The clock stands still and chance is seeded, so that making them again changes only what changed.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import json
import os
import re
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(CHECKOUT))
HELP = CHECKOUT / "resources" / "help"
PICTURES = HELP / "pictures"
SOURCES = PICTURES / "made-from.json"
LANGUAGES = ("zh", "en")
COLOURS = 96

FORMS: dict[str, tuple[str, ...]] = {
    "first-kind": ("first_run",),
    "first-place": ("first_run",),
    "first-person": ("first_run",),
    "sign-in": ("sign_in",),
    "household": ("enrol", "member_row"),
    "newborn": ("enrol", "member_row", "member_detail"),
    "why": ("enrol", "member_row"),
    "mistake": ("enrol", "member_row"),
    "help": ("shell", "enrol", "help"),
    "payment": ("payment",),
    "receipt": ("payment",),
    "roster": ("roster",),
    "lists": (
        "lists/view.py", "lists/wizard/view.py", "lists/wizard/choosing.py",
        "lists.tab_*", "lists.choice.*", "lists.filter.*", "lists.column.*",
    ),
    "audit": ("lists/view.py", "handover/work_tab.py", "lists.tab_*", "audit.mode.*",
              "audit.column.*", "audit.act.*"),
    "find": ("find",),
    "receipts": ("receipts",),
    "closing": ("closing",),
    "progress": ("progress",),
    "sync": ("sync_status",),
    "cases": ("cases",),
    "law": ("law",),
    "settings": ("settings", "print_setup", "card_reader", "operators"),
}  # fmt: skip
"""Every picture, and the forms it shows. A screen without a form is named by the modules below
desktop/ui that make its widgets, and by how the codes of its words begin."""

_SHOWN = re.compile(r"!\[[^\]]+\]\(([a-z0-9-]+)\.png\)")


def structure(form: Path) -> Iterator[str]:
    """Yield a form's widgets by class and name, and what is written on them, in their order."""
    for node in ET.parse(form).iter():  # noqa: S314 - our own forms
        if node.tag == "widget":
            yield f"{node.get('class')} {node.get('name')}"
        elif node.tag == "string" and node.get("notr") != "true":
            yield f"  {node.text or ''}"


def widgets(module: Path) -> Iterator[str]:
    """Yield what a module makes: the classes it calls, in their order."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            made = node.func.id
            if made[:1].isupper():
                yield made


def words(beginning: str) -> Iterator[str]:
    """Yield the sentences whose codes begin so, in both languages."""
    from desktop.ui.wording.screens import SCREENS

    for code in sorted(code for code in SCREENS if code.startswith(beginning)):
        yield f"{code} {SCREENS[code].zh} {SCREENS[code].en}"


def seen_in(part: str) -> Iterator[str]:
    """Yield what a part of a picture shows: a form, a module or the words of some codes."""
    if part.endswith("*"):
        return words(part[:-1])
    if part.endswith(".py"):
        return widgets(CHECKOUT / "desktop" / "ui" / part)
    return structure(CHECKOUT / "forms" / f"{part}.ui")


def made_from(name: str) -> str:
    """Return what a picture shows, as a hash of its parts' widgets and words."""
    digest = hashlib.sha256()
    for part in FORMS[name]:
        for line in seen_in(part):
            digest.update(line.encode("utf-8") + b"\n")
    return digest.hexdigest()[:16]


def complaints() -> list[str]:
    """Return what is wrong with the pictures that are kept."""
    noted = json.loads(SOURCES.read_text(encoding="utf-8")) if SOURCES.exists() else {}
    found = []
    for language in LANGUAGES:
        shown = {
            name
            for page in (HELP / language).glob("*.md")
            for name in _SHOWN.findall(page.read_text(encoding="utf-8"))
        }
        kept = {path.stem for path in (PICTURES / language).glob("*.png")}
        found += [f"{language}: no picture {name}" for name in sorted((shown | set(FORMS)) - kept)]
        found += [f"{language}: on no page: {name}" for name in sorted(kept - shown)]
        found += [f"{language}: nobody makes {name}" for name in sorted(kept - set(FORMS))]
    found += [
        f"its screen has changed: {name}" for name in FORMS if noted.get(name) != made_from(name)
    ]
    return found


def main(arguments: list[str] | None = None) -> int:
    """Make the pictures, or with ``--check`` compare; return 1 if something is not fresh."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only")
    parser.add_argument("--language", choices=LANGUAGES, help=argparse.SUPPRESS)
    parser.add_argument("--into", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.check:
        found = complaints()
        for line in found:
            print(line)
        if found:
            print("Run: python packaging/manual_pictures.py")
        return 1 if found else 0
    if options.language:
        from manual_scenes import play

        play(options.language, options.into)
        return 0
    return _make()


def _make() -> int:
    import subprocess

    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": "1",
        "TZ": "Asia/Shanghai",
    }
    with tempfile.TemporaryDirectory(prefix="canbao-pictures-") as folder:
        for language in LANGUAGES:
            into = Path(folder) / language
            into.mkdir()
            # A process each: the program is made to speak one language and stand still.
            subprocess.run(
                [sys.executable, __file__, "--language", language, "--into", str(into)],
                check=True,
                env=environment,
            )
            _keep(into, PICTURES / language)
    noted = {name: made_from(name) for name in FORMS}
    SOURCES.write_text(json.dumps(noted, indent=1) + "\n", encoding="utf-8", newline="\n")
    size = sum(path.stat().st_size for path in PICTURES.rglob("*.png"))
    print(f"{len(FORMS)} pictures in {len(LANGUAGES)} languages, {size // 1024} KiB.")
    return 0


def _keep(made: Path, kept: Path) -> None:
    """Keep the pictures in few colours, which is all a screen has."""
    from PIL import Image

    kept.mkdir(parents=True, exist_ok=True)
    for old in kept.glob("*.png"):
        if old.stem not in FORMS:
            old.unlink()
    for path in sorted(made.glob("*.png")):
        with Image.open(path) as picture:
            few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
            few.save(kept / path.name, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
