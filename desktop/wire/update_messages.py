"""How a new version of the program travels: its signed lines, and its file in small pieces.

Asked for beside the exchange, and after it, so that a station or a centre that does not know it
yet exchanges as before. A file is known by its SHA-256: a piece that arrived is never asked for
again, and it goes on after any cut.
"""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from desktop.wire.messages import Id, Number
from desktop.wire.release import CHARS_MAX, FILE_BYTES_MAX

UPDATE_PATH = "/v1/update"

PIECE_BYTES_MAX = 32 * 1024
"""Four seconds of the slowest line: what a cut line loses, and an exchange waits for, at most."""

_Hash = Annotated[str, Meta(pattern=r"^([0-9a-f]{64})?\Z")]


class UpdateRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Say which version runs here, ask for a newer one, and for a piece of a file."""

    station: Id
    protocol: Number
    version: Annotated[str, Meta(pattern=r"^[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}\Z")]
    """Of the program that asks."""
    system: Annotated[str, Meta(max_length=64)]
    """The kind of machine and installer, like ``windows-x64-msi``."""
    known: _Hash = ""
    """SHA-256 of the file of the newest release known here."""
    wanted: _Hash = ""
    """SHA-256 of the file a piece is wanted of; empty if none is."""
    offset: Annotated[int, Meta(ge=0, le=FILE_BYTES_MAX)] = 0
    """A multiple of `PIECE_BYTES_MAX`."""


class UpdateReply(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The newest release for the machine, and the piece that was asked for."""

    newest: _Hash = ""
    """SHA-256 of the newest release's file; empty if there is none newer than what runs there."""
    release: Annotated[str, Meta(max_length=CHARS_MAX)] = ""
    """Its signed lines, empty if ``known`` is the newest."""
    piece: Annotated[bytes, Meta(max_length=PIECE_BYTES_MAX)] = b""
    """Empty if the file is not given out (any more)."""
