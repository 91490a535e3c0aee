#!/usr/bin/env python3
"""Write THIRD-PARTY-NOTICES.md: every package, font and icon we hand on, with its licence.

The packages are those of requirements.lock, read from the installed distributions; run it with
the environment of ``bootstrap.py setup`` after the lock changed. A bundle carries this file and
the licence texts, which lie in each package's ``*.dist-info`` and beside the fonts and icons.
"""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path

from lock import RUN_LOCK, pins

NOTICES = Path(__file__).resolve().parent / "THIRD-PARTY-NOTICES.md"

LICENCES = {
    "backports-tarfile": "MIT",
    "click-default-group": "BSD-3-Clause",
    "jaraco-classes": "MIT",
    "psycopg": "LGPL-3.0-only",
    "psycopg-binary": "LGPL-3.0-only; libpq: PostgreSQL; OpenSSL: Apache-2.0; others inside it",
    "pypdfium2": "BSD-3-Clause OR Apache-2.0; PDFium: BSD-3-Clause and others, listed in it",
    "pywin32-ctypes": "BSD-3-Clause",
    "reportlab": "BSD-3-Clause",
    "segno": "BSD-3-Clause",
    "sqlcipher3": "Zlib; SQLCipher: BSD-3-Clause (Zetetic LLC); OpenSSL: Apache-2.0",
    "sqlite-fts4": "Apache-2.0",
}
"""Where a package's own metadata names no SPDX licence, or forgets what it carries inside."""

HOMES = {
    "charset-normalizer": "https://github.com/jawah/charset_normalizer",
    "pywin32-ctypes": "https://github.com/enthought/pywin32-ctypes",
}

HEAD = """\
# Third-party notices

Canbao Desk is licensed under Apache-2.0 (`packaging/LICENSE`). It hands on the work of others
named here. The table is made by `packaging/notices.py` from `packaging/requirements.lock`; the
full texts come with each package (`*.dist-info`), and lie beside the fonts and icons.

Qt and PySide6 are used under LGPL-3.0: unmodified, as separate shared libraries which the user
may replace; their source is at https://download.qt.io/official_releases/QtForPython/.

psycopg is used under LGPL-3.0: unmodified, as separate Python files and shared libraries which the
user may replace; its source is at https://github.com/psycopg/psycopg. Only a centre on PostgreSQL
loads it.

## Packages

| package | version | licence | home |
|---|---|---|---|
"""

TAIL = """
## Beside the packages, in what `packaging/build.py` makes

| part | licence | text |
|---|---|---|
| CPython, with OpenSSL, libffi, SQLite, zlib and others, listed in its text | PSF-2.0 \
| `licenses/python/` |
| PyInstaller's start-up code | GPL-2.0-or-later with an exception for programs it starts \
| https://pyinstaller.org |
| Microsoft's C and C++ runtime libraries (Windows) | Visual C++ redistributable terms | |
| Qt's copies of the ICU, libxcb and other libraries (Linux) | as named in Qt's documentation \
| https://doc.qt.io/qt-6/licenses-used-in-qt.html |

## Fonts (`resources/fonts/`)

| font | licence | holder | text |
|---|---|---|---|
| Noto Sans SC, Regular and SemiBold, parted in three files by `packaging/font_files.py` | OFL-1.1 \
| Adobe, Google | `NotoSansSC-LICENSE.txt` |
| HanaMinB (花園明朝B), with fewer points by the same script \
| OFL-1.1 or the Hanazono Font License; changed under the latter \
| GlyphWiki Project | `HanaMinB-LICENSE.txt` |

## Icons (`resources/icons/`)

| icons | licence | holder | text |
|---|---|---|---|
| Lucide | ISC; parts MIT (Feather) | Lucide Contributors, Cole Bemis | `LICENSE.txt` |
| `canbao-desk.svg`, the program's own | Apache-2.0 | Canbao Desk | `packaging/LICENSE` |
"""


def main() -> int:
    """Write the notices; return 1 if a package names no licence we could print."""
    rows = []
    unknown = []
    for name, version in sorted(pins(RUN_LOCK.read_text(encoding="utf-8")).items()):
        licence = LICENCES.get(name) or _told_licence(name)
        if not licence:
            unknown.append(name)
        rows.append(f"| {name} | {version} | {licence} | {HOMES.get(name) or _home(name)} |\n")
    if unknown:
        print(f"No licence known for {', '.join(unknown)}; name it in LICENCES.")
        return 1
    NOTICES.write_text(HEAD + "".join(rows) + TAIL, encoding="utf-8", newline="\n")
    print(f"{len(rows)} packages written to {NOTICES.name}.")
    return 0


def _told_licence(name: str) -> str:
    return _field(name, "License-Expression") or _field(name, "License")


def _home(name: str) -> str:
    links: dict[str, str] = {}
    for link in metadata.metadata(name).get_all("Project-URL") or []:
        label, _, url = link.partition(", ")
        links[label.lower().replace(" ", "").replace("-", "")] = url
    for label in ("homepage", "home", "repository", "source", "sourcecode", "github"):
        if label in links:
            return links[label]
    return _field(name, "Home-page")


def _field(name: str, field: str) -> str:
    values: list[str] = metadata.metadata(name).get_all(field) or [""]
    return values[0]


if __name__ == "__main__":
    sys.exit(main())
