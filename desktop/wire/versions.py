"""Versions of what stations and the centre say to each other: what changed, and who speaks them.

How a version comes about: what an older program can leave out needs none (a path of its own, which
an older centre answers with ``PATH_UNKNOWN``; a part of a packet that is left out). A new number is
due when a message of `desktop.wire.messages`, the way it is signed or a fact of an event changes.
The centre is brought up to date first: it understands every version a station may still speak.
"""

from __future__ import annotations

from dataclasses import dataclass

PROTOCOL = 1
"""What this program writes; every event and request says which it was written in."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the protocol."""

    number: int
    since: str
    """Year and month of the first program that spoke it."""
    changed: str
    spoken_by: str
    """Which programs still write it."""
    added: tuple[str, ...] = ()
    """What came later without a number of its own, since when, and how an older centre is met."""
    understood: bool = True
    """Whether a centre of this program still takes it."""


VERSIONS = (
    Version(
        number=1,
        since="2026-11",
        changed=(
            "The first: registration by code, exchange of signed events by cursor, the county's"
            " filter, packets by stick."
        ),
        spoken_by="every program so far",
        added=(
            "2026-11: /v1/compare, /v1/entries. Only blocks of the feed that differ come again.",
            "Of a centre without these two all of the feed comes again.",
        ),
    ),
)

PROTOCOLS_UNDERSTOOD = frozenset(version.number for version in VERSIONS if version.understood)
"""What this program can read; the centre answers a station in the station's own version."""
