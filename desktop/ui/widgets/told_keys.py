"""Keys that a widget or a screen answers itself, told where they are answered.

What has a `QAction` or `QShortcut` tells its keys by it (a shortcut's ``whatsThis`` are its
words). A class that answers keys in ``keyPressEvent`` lists them in ``KEYS`` beside that code; the
help's keyboard page is made of both, so that no key stands there that nothing answers.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ToldKey:
    """Keys as they are printed on a keyboard, and what they do: a key of the screens' words."""

    keys: str
    words: str
