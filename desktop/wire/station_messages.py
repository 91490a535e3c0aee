"""The county's stations by their keys, as the centre hands them out to every station.

A receipt's code is signed by the station that took the money. Whoever is to prove it offline needs
that station's public key, and believes it from nobody but the county's centre, which has taken it
at registration. Nothing here is secret or about residents. A key is never taken back from this
list: receipts it signed are proven for as long as their paper lasts.

Asked for beside the exchange: a centre that does not know it answers ``PATH_UNKNOWN``.
"""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from desktop.wire.messages import Id, Instant, Key, Number, Text

STATIONS_PATH = "/v1/stations"

STATION_KEYS_MAX = 200
"""Stations one answer may bring."""

StationCode = Annotated[str, Meta(pattern=r"^[A-Z][0-9]{3}\Z")]


class StationsRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Ask for the stations whose codes follow ``after``; codes rise from station to station.

    ``restored`` is what the last answer said. A centre brought back since from a copy gives out
    codes in another order, and answers from the first station on.
    """

    station: Id
    protocol: Number
    after: Annotated[str, Meta(pattern=r"^([A-Z][0-9]{3})?\Z")] = ""
    restored: Instant = ""


class StationNote(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One station: the code in its receipt numbers, what it is called, and its key."""

    station: Id
    code: StationCode
    name: Text
    public_key: Key


class StationsReply(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The next stations in the order of their codes."""

    stations: Annotated[tuple[StationNote, ...], Meta(max_length=STATION_KEYS_MAX)]
    more: bool
    restored: Instant
    """When the centre was last brought back, empty if it never was."""
