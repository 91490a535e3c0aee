"""The person's settings of this machine, in a small file beside the station's data."""

from __future__ import annotations

import logging
from pathlib import Path

import msgspec

from desktop.ui.settings.preferences import Preferences

_FILE = "preferences.json"
_LOG = logging.getLogger(__name__)


def load_preferences(folder: Path) -> Preferences:
    """Return the settings kept in ``folder``; those of a fresh installation if there are none."""
    try:
        return msgspec.json.decode((folder / _FILE).read_bytes(), type=Preferences)
    except FileNotFoundError:
        return Preferences()
    except (OSError, msgspec.DecodeError) as error:
        # Settings are a convenience: the desk opens without them, and says so in its log.
        _LOG.info("preferences not read: %s", type(error).__name__)
        return Preferences()


def save_preferences(folder: Path, preferences: Preferences) -> None:
    """Keep the settings; the file is replaced whole or not at all. Raises OSError."""
    partial = folder / (_FILE + ".partial")
    partial.write_bytes(msgspec.json.encode(preferences))
    partial.replace(folder / _FILE)
