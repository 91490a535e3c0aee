"""What the screen of the closing says."""

from __future__ import annotations

from desktop.ui.wording import Words

CLOSING_SCREEN: dict[str, Words] = {}
