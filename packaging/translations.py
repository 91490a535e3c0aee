#!/usr/bin/env python3
"""Keep the translations: collect the Chinese source texts, compile what translators wrote.

``python packaging/translations.py`` brings resources/i18n/*.ts up to date with the forms and the
code, then compiles each into its .qm; ``--check`` writes nothing and fails if a text is missing,
left over or untranslated, or a .qm is not fresh. A new language starts with
``python packaging/translations.py --new en``.

Context and text must be literals for Qt to find them: ``QCoreApplication.translate("Enroll",
"姓名")``. Calls of ``self.tr`` are collected too, but not below another call's dotted name.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from qt_tools import CHECKOUT, run_tool

I18N = CHECKOUT / "resources" / "i18n"
_CODE = ("desktop/ui", "desktop/app")


def sources() -> list[Path]:
    """Return the forms and modules whose texts people see."""
    forms = list((CHECKOUT / "forms").glob("*.ui"))
    code = [path for folder in _CODE for path in (CHECKOUT / folder).rglob("*.py")]
    return sorted(
        path.relative_to(CHECKOUT) for path in forms + code if "compiled" not in path.parts
    )


def update(catalogue: Path) -> None:
    """Collect the texts into a catalogue; translations of texts that still exist are kept."""
    options = ["-no-obsolete", "-locations", "none", "-source-language", "zh_CN"]
    run_tool("lupdate", *sources(), *options, "-ts", catalogue)


def release(catalogue: Path, target: Path) -> None:
    """Compile a catalogue into the file Qt loads."""
    run_tool("lrelease", "-silent", catalogue, "-qm", target)


def untranslated(catalogue: Path) -> list[str]:
    """Return the texts (context: text) without a finished, complete translation."""
    found = []
    for context, message in _messages(catalogue):
        if not _is_translated(message):
            found.append(f"{context}: {message.findtext('source')}")
    return found


def complaints(catalogue: Path) -> list[str]:
    """Return what is wrong with a catalogue and its compiled file; nothing is written."""
    found = [f"{catalogue.name}: not translated: {text}" for text in untranslated(catalogue)]
    compiled = catalogue.with_suffix(".qm")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / catalogue.name
        copy.write_bytes(catalogue.read_bytes())
        update(copy)
        if _texts(copy) != _texts(catalogue):
            found.append(f"{catalogue.name}: the texts of the forms and the code have changed")
        fresh = Path(folder) / compiled.name
        release(catalogue, fresh)
        if not compiled.exists() or compiled.read_bytes() != fresh.read_bytes():
            found.append(f"{compiled.name}: not fresh")
    return found


def main(arguments: list[str] | None = None) -> int:
    """Update and compile, or with ``--check`` compare; return 1 if something is not in order."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="compare only")
    parser.add_argument("--new", metavar="LANGUAGE", help="start the catalogue of a language")
    asked = parser.parse_args(arguments)
    catalogues = sorted(I18N.glob("*.ts"))
    if asked.check:
        wrong = [line for catalogue in catalogues for line in complaints(catalogue)]
        print("\n".join([*wrong, "Run: python packaging/translations.py"] if wrong else []))
        return int(bool(wrong))
    if asked.new:
        catalogues.append(I18N / f"canbao_{asked.new}.ts")
    for catalogue in catalogues:
        update(catalogue)
        release(catalogue, catalogue.with_suffix(".qm"))
        print(f"{catalogue.name}: {len(untranslated(catalogue))} texts without translation")
    return 0


def _is_translated(message: ET.Element) -> bool:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return False
    forms = translation.findall("numerusform") or [translation]
    return all((form.text or "").strip() for form in forms)


def _texts(catalogue: Path) -> set[tuple[str, str, str]]:
    return {
        (context, message.findtext("source") or "", message.findtext("comment") or "")
        for context, message in _messages(catalogue)
    }


def _messages(catalogue: Path) -> Iterator[tuple[str, ET.Element]]:
    root = ET.parse(catalogue).getroot()  # noqa: S314 - our own file
    for context in root.iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name") or "", message


if __name__ == "__main__":
    sys.exit(main())
