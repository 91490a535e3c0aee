"""What a tab of the page 名单导入 is: a screen that can begin and says when the desk changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class TabPage(QWidget):
    """One tab's screen. Its own ``helpTopic`` says which help belongs to it."""

    desk_changed = Signal()
    """Something was recorded."""
    household_asked = Signal(str)
    """Show a household of the register."""
    tab_asked = Signal(str)
    """Turn to another tab, by its name."""

    def begin(self) -> None:
        """Show what is there now, with the keyboard where work goes on."""

    def focus_again(self) -> None:
        """Put the keyboard back where it was."""
        self.begin()
