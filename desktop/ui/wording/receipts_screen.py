"""What the screen of the receipts says."""

from __future__ import annotations

from desktop.ui.wording import Words

RECEIPTS_SCREEN: dict[str, Words] = {}
