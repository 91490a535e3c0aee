"""Where the files shipped with the program lie: law packs, fonts, icons, translations."""

from __future__ import annotations

import sys
from pathlib import Path


def _root() -> Path:
    # A frozen bundle unpacks its data beside the executable; a checkout has it beside desktop/.
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else Path(__file__).resolve().parents[2]


def resource_path(*parts: str) -> Path:
    """Return the path of a shipped file or folder, e.g. ``resource_path("fonts", "a.ttf")``."""
    return _root().joinpath("resources", *parts)


def form_text(*parts: str) -> str:
    """Return a shipped form's text, e.g. a paper template. Raises FileNotFoundError."""
    return _root().joinpath("forms", *parts).read_text(encoding="utf-8")


def resource_text(*parts: str) -> str:
    """Return a shipped UTF-8 text file's content. Raises FileNotFoundError if it is not there."""
    return resource_path(*parts).read_text(encoding="utf-8")
