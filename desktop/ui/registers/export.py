"""Asking where a register goes as a file, without a second event loop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.ui.messages import Messages


def ask_where(
    parent: QWidget, messages: Messages, name: str, chosen: Callable[[Path], None]
) -> None:
    """Ask for a file, ``name`` suggested; ``chosen`` is told, nobody if the person gave up."""
    dialog = QFileDialog(parent, messages.say("registers.pick"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([messages.say("registers.books"), "CSV (*.csv)", "PDF (*.pdf)"])
    dialog.setDefaultSuffix("xlsx")
    dialog.selectFile(f"{name}.xlsx")
    dialog.filterSelected.connect(
        lambda kind: dialog.setDefaultSuffix(kind.rpartition("*.")[2].rstrip(")"))
    )
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
