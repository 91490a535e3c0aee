"""Where a station and an embedded centre keep their files, when nobody says otherwise."""

from __future__ import annotations

from pathlib import Path

APP = "Canbao Desk"


def data_folder(kind: str) -> Path:
    """Return the system's place for ``kind`` ("station", "centre" or "demo") of data."""
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False, roaming=False) / kind
