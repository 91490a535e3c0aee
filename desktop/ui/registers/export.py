"""Asking where a register goes as a file, and in which encoding, without a second event loop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.ui.messages import Messages
from desktop.ui.registers.reason import ReasonDialog
from desktop.usecases.exports import MAY_EXPORT_WHOLE, Leaving

_TEXTS = (
    ("CSV UTF-8 (*.csv)", "", Leaving()),
    ("CSV GB18030 (*.csv)", "", Leaving("gb18030")),
    ("CSV GBK (*.csv)", "", Leaving("gbk")),
    ("CSV GB18030", "registers.lossy", Leaving("gb18030", lossy=True)),
    ("CSV GBK", "registers.lossy", Leaving("gbk", lossy=True)),
)


def forms_of_file(messages: Messages) -> dict[str, Leaving]:
    """Return what a register is kept as, by the words of the file dialog.

    What an encoding cannot hold stops the writing and is told, character by character; the forms
    with 〓 are for whoever was told and goes on.
    """
    found = {messages.say("registers.books"): Leaving()}
    for name, note, how in _TEXTS:
        words = f"{name} {messages.say(note)} (*.csv)" if note else name
        found[words] = how
    return found | {"PDF (*.pdf)": Leaving()}


def ask_where(
    parent: QWidget, messages: Messages, name: str, chosen: Callable[[Path, Leaving], None]
) -> None:
    """Ask for a file, ``name`` suggested; ``chosen`` is told, nobody if the person gave up."""
    forms = forms_of_file(messages)
    dialog = QFileDialog(parent, messages.say("registers.pick"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(forms))
    dialog.setDefaultSuffix("xlsx")
    dialog.selectFile(f"{name}.xlsx")
    dialog.filterSelected.connect(
        lambda kind: dialog.setDefaultSuffix(kind.rpartition("*.")[2].rstrip(")"))
    )
    dialog.fileSelected.connect(
        lambda path: chosen(Path(path), forms.get(dialog.selectedNameFilter(), Leaving()))
    )
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def ask_numbers(
    parent: QWidget, messages: Messages, role: str, chosen: Callable[[str], None]
) -> None:
    """Ask who may whether numbers leave whole, and why; everybody else's leave masked."""
    if role in MAY_EXPORT_WHOLE:
        ReasonDialog(messages, chosen, parent).open()
    else:
        chosen("")
