"""Every path of the centre that stations use: what is asked there and what is answered.

The one list: the centre's door, its HTTP application, its description (`/openapi.json`) and the
tests go by it. Each path carries one call of `desktop.wire.protocol.SyncProtocol`.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from desktop.wire.compare_messages import (
    COMPARE_PATH,
    ENTRIES_PATH,
    CompareReply,
    CompareRequest,
    EntriesReply,
    EntriesRequest,
)
from desktop.wire.fill_messages import FILL_PATH, FillReply, FillRequest
from desktop.wire.filter_messages import FILTER_PATH, FilterReply, FilterRequest
from desktop.wire.messages import ExchangeReply, ExchangeRequest, Registered, Registration
from desktop.wire.operator_messages import OPERATORS_PATH, OperatorsReply, OperatorsRequest
from desktop.wire.requests import EXCHANGE_PATH, REGISTER_PATH
from desktop.wire.station_messages import STATIONS_PATH, StationsReply, StationsRequest
from desktop.wire.update_messages import UPDATE_PATH, UpdateReply, UpdateRequest


@dataclass(frozen=True, slots=True)
class Route:
    """One path that stations POST to."""

    path: str
    call: str
    """Name of the method of `SyncProtocol` it carries."""
    asked: type[msgspec.Struct]
    answered: type[msgspec.Struct]
    codes: tuple[str, ...] = ()
    """Codes of refusals of its own, beside those every path may answer (`EVERYWHERE`)."""


EVERYWHERE = (
    "REQUEST_UNSIGNED",
    "REQUEST_SIGNATURE",
    "REQUEST_REPLAYED",
    "STATION_UNKNOWN",
    "PROTOCOL_UNKNOWN",
    "MESSAGE_UNREADABLE",
    "MESSAGE_TOO_LARGE",
    "TOO_MANY_REQUESTS",
    "CENTRE_FAILED",
    "LINE_SLOW",
)
"""What any path may answer instead of what was asked for."""

ROUTES = (
    Route(
        REGISTER_PATH,
        "register",
        Registration,
        Registered,
        (
            "CODE_UNKNOWN",
            "TRAINING_MISMATCH",
            "COUNTY_MISMATCH",
            "DIVISION_MISMATCH",
            "STATION_TAKEN",
            "STATIONS_FULL",
        ),
    ),
    Route(EXCHANGE_PATH, "exchange", ExchangeRequest, ExchangeReply),
    Route(UPDATE_PATH, "update", UpdateRequest, UpdateReply),
    Route(OPERATORS_PATH, "operators", OperatorsRequest, OperatorsReply),
    Route(STATIONS_PATH, "stations", StationsRequest, StationsReply),
    Route(FILTER_PATH, "county_filter", FilterRequest, FilterReply),
    Route(FILL_PATH, "fill", FillRequest, FillReply),
    Route(COMPARE_PATH, "compare", CompareRequest, CompareReply),
    Route(ENTRIES_PATH, "entries", EntriesRequest, EntriesReply, ("RANGES_FORM",)),
)
