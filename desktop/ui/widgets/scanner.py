"""Tells a scanner from typing: a scanner is a keyboard that types faster than any hand.

Keys are passed on at once, so that nobody's typing waits. From the third key that follows the
last within a few milliseconds on they are held; whatever the first two did to the field they fell
into is put back, and the whole text is delivered once its Enter or Tab, or a pause, has come. Keys
held for nothing are typed after all. Time is the events' own: what a busy machine delivers late
was still typed when it was typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from typing_extensions import override

from desktop.devices.scan_text import LENGTH_MAX, looks_scanned, plain

GAP_MS = 30
"""Longest time between two keys of a scanner; hands need three times as long in a long run."""
PASSED_MAX = 2
"""Keys that reach their field before a run of quick ones is taken for a scanner's."""
_QUIET_MS = 40
_QUIET_TURNS = 2
"""Turns of the event loop without a key that end a run: a late key is handled in between."""

_SUFFIXES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_SILENT = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.InputMethod)
_UNTIMED = -1
"""What stands for the time of a text from an input method, whose events have none."""

PutBack = Callable[[], None]


@dataclass(slots=True)
class _Run:
    """Keys that followed each other quickly."""

    text: str = ""
    last_ms: int = 0
    """Time stamp of the last key."""
    held: list[QKeyEvent | str] = field(default_factory=list)
    put_back: list[PutBack] = field(default_factory=list)
    touched: QWidget | None = None
    """The field the last passed key went into."""


class ScannerFilter(QObject):
    """An event filter for the application. Emits each scan whole; typing is not delayed."""

    scanned = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = _Run()
        self._replaying = False
        self._after_scan_ms = 0
        self._quiet = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_QUIET_MS)
        self._timer.timeout.connect(self._on_quiet)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Every event of the program passes here: the commonest question comes first.
        if event.type() not in _KEYS or self._replaying:
            return False
        if watched is not QApplication.focusWidget():
            return False
        if isinstance(event, QKeyEvent):
            return self._on_key(watched, event)
        assert isinstance(event, QInputMethodEvent)
        return self._on_commit(watched, event)

    def _on_key(self, target: QObject, event: QKeyEvent) -> bool:
        key, at_ms = event.key(), event.timestamp()
        if key in _SILENT:
            return False
        if key in _SUFFIXES:
            return self._on_suffix(at_ms)
        text = event.text()
        typed = len(text) == 1 and text.isprintable() and not event.modifiers() & _COMMANDS
        if not typed or event.isAutoRepeat() or _is_secret(target):
            self._give_up()
            return False
        return self._on_text(target, text, at_ms, event.clone())

    def _on_commit(self, target: QObject, event: QInputMethodEvent) -> bool:
        """Take what an input method passes through: plain characters, or a whole code at once."""
        text = plain(event.commitString())
        if not text:
            return False
        if event.preeditString() or not text.isascii() or _is_secret(target):
            self._give_up()
            return False
        if looks_scanned(text) and not self._run.text:
            # The composed letters go, the code does not come in their place.
            self._send(target, QInputMethodEvent())
            self.scanned.emit(text)
            return True
        return self._on_text(target, text, _UNTIMED, text)

    def _on_text(
        self, target: QObject, text: str, at_ms: int, held: QKeyEvent | QEvent | str
    ) -> bool:
        if not self._follows(at_ms) or len(self._run.text) >= LENGTH_MAX:
            self._give_up()
        run = self._run
        run.text += text
        run.last_ms = at_ms
        if len(run.text) > PASSED_MAX:
            assert isinstance(held, QKeyEvent | str)
            run.held.append(held)
            self._wait()
            return True
        if target is not run.touched and isinstance(target, QWidget):
            run.put_back.append(_remembered(target))
            run.touched = target
        self._wait()
        return False

    def _on_suffix(self, at_ms: int) -> bool:
        """End a scan; an Enter that belongs to none is passed on."""
        if 0 < self._after_scan_ms <= at_ms <= self._after_scan_ms + GAP_MS:
            return True  # the second of CR and LF
        if not self._run.text:
            return False
        if self._follows(at_ms) and looks_scanned(plain(self._run.text)):
            self._after_scan_ms = at_ms
            self._deliver()
            return True
        self._give_up()
        return False

    def _follows(self, at_ms: int) -> bool:
        """Tell whether a key came right after the run's last one."""
        run = self._run
        if not run.text:
            return False
        if _UNTIMED in (at_ms, run.last_ms):
            return self._quiet == 0
        # A key press with the time 0 was made by a program, which types as it likes.
        return 0 < run.last_ms <= at_ms <= run.last_ms + GAP_MS

    def _wait(self) -> None:
        self._quiet = 0
        self._timer.start()

    def _on_quiet(self) -> None:
        self._quiet += 1
        if self._quiet < _QUIET_TURNS:
            return
        if self._run.held and looks_scanned(plain(self._run.text)):
            self._deliver()  # a scanner set to send no Enter
        else:
            self._give_up()

    def _deliver(self) -> None:
        """Put back what the first keys did, and hand the whole text on."""
        run = self._reset()
        for put_back in reversed(run.put_back):
            put_back()
        self.scanned.emit(plain(run.text))

    def _give_up(self) -> None:
        """Type the held keys after all: they were a person's, or a program's for one."""
        run = self._reset()
        self._after_scan_ms = 0
        for one in run.held:
            target = QApplication.focusWidget()
            if isinstance(one, str):
                event: QEvent = QInputMethodEvent()
                assert isinstance(event, QInputMethodEvent)
                event.setCommitString(one)
            else:
                event = one
            self._send(target, event)

    def _reset(self) -> _Run:
        self._timer.stop()
        run, self._run = self._run, _Run()
        return run

    def _send(self, target: QObject | None, event: QEvent) -> None:
        if target is None:
            return
        self._replaying = True
        try:
            QCoreApplication.sendEvent(target, event)
        finally:
            self._replaying = False


def _is_secret(target: QObject) -> bool:
    """Tell whether a field hides what is typed: passwords go where they are typed, always."""
    return isinstance(target, QLineEdit) and target.echoMode() != QLineEdit.EchoMode.Normal


def _remembered(field_: QWidget) -> PutBack:
    """Return what puts a field, and the screens it stands on, back as they are now.

    A widget with a method ``remember`` knows best what a key does to it; it returns the function
    that undoes that. Other line edits get their text and cursor back.
    """
    puts: list[PutBack] = []
    part: QWidget | None = field_
    while part is not None:
        remember = getattr(part, "remember", None)
        if callable(remember):
            puts.append(remember())
        elif isinstance(part, QLineEdit):
            puts.append(_line_put_back(part))
        part = part.parentWidget()

    def put_back() -> None:
        for put in puts:
            put()
        if shiboken6.isValid(field_) and field_.isVisible():
            field_.setFocus(Qt.FocusReason.OtherFocusReason)

    return put_back


def _line_put_back(line: QLineEdit) -> PutBack:
    text, cursor = line.text(), line.cursorPosition()

    def put_back() -> None:
        line.setText(text)
        line.setCursorPosition(cursor)

    return put_back
