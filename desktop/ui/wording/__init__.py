"""Every sentence a screen says that no form holds, in both languages, by code.

What stands in a form is translated by Qt Linguist; what is said because something happened stands
here, so that presenters need no Qt and a test can see that no code lacks its words.
"""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """One sentence in both languages; ``{name}`` is filled from the values at hand."""

    zh: str
    en: str
