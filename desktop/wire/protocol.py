"""The one conversation between a station and the centre, as a type both ends implement.

`desktop.net.client.Client` speaks it over HTTP; `desktop.server.handlers.Handlers` is the centre
itself. Calling either is the same to the exchange loop.

Every call may be repeated without harm: events are known by station, sequence number and hash,
registration by code and key. A caller that got no answer asks again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from desktop.wire.compare_messages import (
    CompareReply,
    CompareRequest,
    EntriesReply,
    EntriesRequest,
)
from desktop.wire.fill_messages import FillReply, FillRequest
from desktop.wire.filter_messages import FilterReply, FilterRequest
from desktop.wire.messages import ExchangeReply, ExchangeRequest, Registered, Registration
from desktop.wire.operator_messages import OperatorsReply, OperatorsRequest
from desktop.wire.station_messages import StationsReply, StationsRequest
from desktop.wire.update_messages import UpdateReply, UpdateRequest


@dataclass(frozen=True, slots=True)
class Traffic:
    """Bytes of message bodies that went over the line so far."""

    bytes_out: int = 0
    bytes_in: int = 0


class SyncProtocol(Protocol):
    """What a station may ask of the centre.

    Every method raises `Unavailable` if asking again may help (no line, a cut, a busy centre) and
    `Refused` if it will not until somebody acts (``STATION_UNKNOWN``, ``PROTOCOL_UNKNOWN``,
    ``TRAINING_MISMATCH``, ``COUNTY_MISMATCH``, ``CODE_UNKNOWN``, …).
    """

    def register(self, registration: Registration) -> Registered:
        """Make the station known to the centre, by a one-time code."""
        ...

    def exchange(self, request: ExchangeRequest) -> ExchangeReply:
        """Push events, get verdicts and what changed."""
        ...

    def update(self, request: UpdateRequest) -> UpdateReply:
        """Ask for a newer program, in pieces; an older centre answers ``PATH_UNKNOWN``."""
        ...

    def county_filter(self, request: FilterRequest) -> FilterReply:
        """Ask for the county's filter, in pieces; an older centre answers ``PATH_UNKNOWN``."""
        ...

    def fill(self, request: FillRequest) -> FillReply:
        """Ask for much of the feed at once; an older centre answers ``PATH_UNKNOWN``."""
        ...

    def compare(self, request: CompareRequest) -> CompareReply:
        """Ask for hashes of the feed, block by block; an older centre answers ``PATH_UNKNOWN``."""
        ...

    def entries(self, request: EntriesRequest) -> EntriesReply:
        """Ask for what the feed holds in the blocks that differ; goes with `compare`."""
        ...

    def operators(self, request: OperatorsRequest) -> OperatorsReply:
        """Ask who may sign in; an older centre answers ``PATH_UNKNOWN``."""
        ...

    def stations(self, request: StationsRequest) -> StationsReply:
        """Ask for the keys of the county's stations; an older centre answers ``PATH_UNKNOWN``."""
        ...

    def traffic(self) -> Traffic:
        """Return the bytes sent and received so far; zero where there is no line."""
        ...
