#!/usr/bin/env python3
"""Compile every form of forms/*.ui into desktop/ui/compiled.

``--check`` writes nothing and fails if a compiled form is missing, left over or not what its form
compiles to today.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from qt_tools import CHECKOUT, run_tool

FORMS = CHECKOUT / "forms"
COMPILED = CHECKOUT / "desktop" / "ui" / "compiled"


def compiled_form(form: Path) -> str:
    """Return the Python module a form compiles to, without Qt's connections by slot name."""
    return run_tool("uic", "--no-autoconnection", form.relative_to(CHECKOUT)).strip() + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Compile, or with ``--check`` compare; return 1 if something is not fresh."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only")
    check = parser.parse_args(arguments).check
    wanted = {COMPILED / f"{form.stem}.py": compiled_form(form) for form in FORMS.glob("*.ui")}
    left_over = set(COMPILED.glob("*.py")) - set(wanted) - {COMPILED / "__init__.py"}
    if check:
        return _report(wanted, left_over)
    for target, text in wanted.items():
        target.write_text(text, encoding="utf-8", newline="\n")
    for target in left_over:
        target.unlink()
    print(f"{len(wanted)} forms compiled.")
    return 0


def _report(wanted: dict[Path, str], left_over: set[Path]) -> int:
    stale = [
        target
        for target, text in wanted.items()
        if not target.exists() or target.read_text(encoding="utf-8") != text
    ]
    for target in stale:
        print(f"not fresh: {target.relative_to(CHECKOUT)}")
    for target in left_over:
        print(f"no form for: {target.relative_to(CHECKOUT)}")
    if stale or left_over:
        print("Run: python packaging/compile_forms.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
