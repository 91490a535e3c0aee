"""Steps as commands of a QUndoStack: pushing one does nothing, it is on its way already."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from desktop.ui.roster.promises import Done

LIMIT = 1_000
"""Steps that can be taken back, one by one; a long day has fewer."""


class StepCommand(QUndoCommand):
    """One step of a roll-over."""

    def __init__(
        self, done: Done, undo: Callable[[Done], None], redo: Callable[[Done], None]
    ) -> None:
        super().__init__(done.what)
        self._done = done
        self._undo = undo
        self._redo = redo
        self._pushed = False

    @override
    def redo(self) -> None:
        """Do the step again; the first call is the push of what was just done."""
        if self._pushed:
            self._redo(self._done)
        self._pushed = True

    @override
    def undo(self) -> None:
        """Take the step back by a correcting event."""
        self._undo(self._done)
