"""What the desk and the helper process say to each other: one JSON object per line.

The desk asks, the helper answers each request once with the same ``id``. Before the first
request it says with ``id`` 0 whether the library could be loaded. Card texts travel as hex and
are read by the desk, which trusts the helper no more than the library inside it.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from desktop.base.errors import CanbaoError, Unavailable
from desktop.devices.problems import CARD_PROBLEMS, READER_PROBLEMS, problem

LINE_BYTES_MAX = 8192
WAIT_MS_MAX = 60_000


class Request(msgspec.Struct, frozen=True):
    """What the desk asks for."""

    id: int
    do: Literal["read", "check"]
    wait_ms: int = 0
    """How long to wait for a card to be put on the reader."""


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the helper answers: a ``problem``, or what was asked for."""

    id: int
    problem: str = ""
    """A code of `desktop.devices.problems`."""
    returned: str = ""
    """What the library returned, in hex, where it did."""
    text: str = ""
    """A card's text in hex."""
    port: int = 0
    module: str = ""


def answer_of(request: int, error: CanbaoError) -> Answer:
    """Return the answer that reports ``error``."""
    return Answer(request, problem=error.code, returned=str(error.values.get("returned", "")))


def error_of(answer: Answer) -> CanbaoError | None:
    """Return what an answer reports, None if it brings what was asked for."""
    if not answer.problem:
        return None
    if answer.problem not in CARD_PROBLEMS | READER_PROBLEMS:
        return Unavailable("READER_GARBLED", "the helper reports a problem nobody knows")
    return problem(answer.problem, returned=answer.returned[:12] or "—")
