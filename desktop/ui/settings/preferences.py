"""What a person sets for this machine's screens. Nothing of it is a resident's or the law's."""

from __future__ import annotations

from typing import Literal

import msgspec

from desktop.devices.reader import ReaderChoice, ReaderKind
from desktop.domain.codes import Language
from desktop.printing.print_setup import PrintSetups
from desktop.ui.theme.tokens import TextSize, ThemeName

EnterKey = Literal["steps", "tab_only"]


class Preferences(msgspec.Struct, frozen=True, omit_defaults=True):
    """The settings, each with the value a fresh installation has."""

    language: Language = "zh"
    theme: ThemeName = "light"
    text_size: TextSize = "normal"
    enter: EnterKey = "steps"
    idle_lock: Literal["0", "5", "10", "30"] = "10"
    """Minutes without a key after which the screen locks; 0 never."""
    card_reader: ReaderKind = "auto"
    card_library: str = ""
    """The vendor's library, for ``library``."""
    printing: PrintSetups = PrintSetups()
    """Which printer takes which paper, and what receipts come out on."""
    last_operator: str = ""
    station_name: str = ""
    """Shown before anybody signs in; the file that knows it is still locked then."""

    @property
    def reader(self) -> ReaderChoice:
        """The identity-card reader that was set for this machine."""
        return ReaderChoice(self.card_reader, self.card_library)
