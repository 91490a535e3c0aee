"""Errors by who must act.

Three families and no more. `Refused`: a rule or the input says no; shown beside the field.
`Unavailable`: disk, printer, network, key; shown with what still works, retried by whoever owns
the retry. Everything else is a bug and reaches the crash dialog. Errors carry a stable ``code``
and the values its sentence needs; the words themselves live where they are shown
(`desktop.ui.messages`), so that every language is complete.
"""

from __future__ import annotations

from collections.abc import Mapping


class CanbaoError(Exception):
    """Base of every error the program raises on purpose.

    ``code`` is stable and machine-readable; ``values`` fill the sentence shown to people and
    never hold a name, an identity number or an amount of a person.
    """

    def __init__(self, code: str, message: str, **values: object) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message
        self.values: Mapping[str, object] = values


class Refused(CanbaoError):
    """A rule or the input says no. The person at the desk can change it."""


class Unavailable(CanbaoError):
    """The environment failed: disk, key, printer, network. Nothing that was saved is lost."""
