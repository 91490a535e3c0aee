"""Work the figures of an enrolment out again with the same law; a difference is a case.

A desk's figures are never replaced: what the clerk said and the resident heard is a fact. Another
result under the same law hash means an altered program, a faulty machine or a bug of ours, and a
person must know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from desktop.domain.events import Event
from desktop.server.cases import Finding
from desktop.sqlite.connection import Connection

Recheck = Callable[[Connection, Event], Iterable[Finding]]
"""Look at an event already in the record; return what differs."""


def no_recheck(_connection: Connection, _event: Event) -> Iterable[Finding]:
    """Find nothing: for a centre that holds no law."""
    return ()
