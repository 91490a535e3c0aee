"""The person's settings of this machine, in a small file of the user's own."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from desktop.printing.papers import DEFAULT_PAPER, RECEIPT_PAPERS
from desktop.printing.print_setup import PrintSetup, PrintSetups
from desktop.ui.settings.preferences import Preferences

_FILE = "preferences.json"
_LOG = logging.getLogger(__name__)


def load_preferences(folder: Path) -> Preferences:
    """Return the settings kept in ``folder``; those of a fresh installation if there are none.

    A setting that cannot be read, or that only another version knows, is as in a fresh
    installation; the others hold.
    """
    try:
        found = msgspec.json.decode((folder / _FILE).read_bytes(), type=dict[str, Any])
    except FileNotFoundError:
        return Preferences()
    except (OSError, msgspec.DecodeError) as error:
        # Settings are a convenience: the desk opens without them, and says so in its log.
        _LOG.info("preferences not read: %s", type(error).__name__)
        return Preferences()
    known = {field.name: field.type for field in msgspec.structs.fields(Preferences)}
    if isinstance(printing := found.get("printing"), dict):
        found["printing"] = _printing(printing)
    return Preferences(**dict(_readable(found, known)))


def _readable(found: dict[str, Any], known: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the settings this program knows, each converted; a spoilt one is logged."""
    for name, value in found.items():
        if name in known:
            try:
                yield name, msgspec.convert(value, known[name])
            except msgspec.ValidationError:
                _LOG.info("preference not read: %s", name)


def _printing(found: dict[str, Any]) -> PrintSetups:
    """Return the set-ups of the papers that can be read, within what a printer can do."""
    given = found.get("papers")
    papers = given if isinstance(given, dict) else {}
    setups = PrintSetups(_receipt_paper(found.get("receipt_paper")))
    for name, setup in _readable(papers, dict.fromkeys(papers, PrintSetup)):
        setups = setups.with_setup(name, setup)
    return setups


def _receipt_paper(found: object) -> str:
    return found if isinstance(found, str) and found in RECEIPT_PAPERS else DEFAULT_PAPER


def save_preferences(folder: Path, preferences: Preferences) -> None:
    """Keep the settings; the file is replaced whole or not at all. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    partial = folder / (_FILE + ".partial")
    partial.write_bytes(msgspec.json.encode(preferences))
    partial.replace(folder / _FILE)
