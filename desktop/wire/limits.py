"""Every limit on what stations and the centre say to each other, with where it bites.

The numbers live beside what they limit; this is the list for whoever reads the description, and a
test holds it complete.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop.base import money
from desktop.domain import county_filter, events
from desktop.wire import (
    codec,
    compare_messages,
    event_columns,
    filter_messages,
    messages,
    numbering,
    operator_messages,
    pack_file,
    pack_signature,
    packet,
    receipt_code,
    requests,
    station_messages,
)

Unit = Literal["bytes", "items", "characters", "number", "fen"]


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit."""

    name: str
    value: int
    unit: Unit
    of: str


LIMITS = (
    Limit("PACKED_BYTES_MAX", codec.PACKED_BYTES_MAX, "bytes", "a message on the wire"),
    Limit("MESSAGE_BYTES_MAX", codec.MESSAGE_BYTES_MAX, "bytes", "a message, unpacked"),
    Limit("DICTIONARY_BYTES_MAX", codec.DICTIONARY_BYTES_MAX, "bytes", "one with a dictionary"),
    Limit("COUNTER_MAX", requests.COUNTER_MAX, "number", "a request's counter"),
    Limit("BODY_BYTES_MAX", events.BODY_BYTES_MAX, "bytes", "one event"),
    Limit("BATCH_EVENTS_MAX", messages.BATCH_EVENTS_MAX, "items", "events pushed at once"),
    Limit("BATCH_BODY_BYTES_MAX", messages.BATCH_BODY_BYTES_MAX, "bytes", "events pushed at once"),
    Limit("PAGE_EVENTS_MAX", messages.PAGE_EVENTS_MAX, "items", "entries of the feed at once"),
    Limit("PAGE_BODY_BYTES_MAX", messages.PAGE_BODY_BYTES_MAX, "bytes", "entries at once"),
    Limit("CASES_MAX", messages.CASES_MAX, "items", "changed cases of an answer"),
    Limit("VERDICT_CASES_MAX", messages.VERDICT_CASES_MAX, "items", "cases told with a verdict"),
    Limit("GRANTS_MAX", messages.GRANTS_MAX, "items", "segments of receipt numbers at once"),
    Limit("PACKS_MAX", messages.PACKS_MAX, "items", "law packs of an answer"),
    Limit("FILE_BYTES_MAX", pack_file.FILE_BYTES_MAX, "bytes", "a law pack"),
    Limit("SEAL_CHARS_MAX", pack_signature.SEAL_CHARS_MAX, "characters", "a law pack's seal"),
    Limit("EVENTS_MAX", event_columns.EVENTS_MAX, "items", "entries of a piece of the feed"),
    Limit("BODIES_BYTES_MAX", event_columns.BODIES_BYTES_MAX, "bytes", "entries of a piece"),
    Limit("BLOCKS_MAX", compare_messages.BLOCKS_MAX, "items", "blocks compared at once"),
    Limit("RANGES_MAX", compare_messages.RANGES_MAX, "items", "ranges of the feed asked for"),
    Limit("PIECE_BYTES_MAX", filter_messages.PIECE_BYTES_MAX, "bytes", "a piece of the filter"),
    Limit("LAYER_BYTES_MAX", county_filter.LAYER_BYTES_MAX, "bytes", "a layer of the filter"),
    Limit("LAYER_MARKS_MAX", county_filter.LAYER_MARKS_MAX, "items", "people in a layer"),
    Limit("LAYERS_MAX", filter_messages.LAYERS_MAX, "items", "layers of the filter"),
    Limit("MANIFEST_BYTES_MAX", filter_messages.MANIFEST_BYTES_MAX, "bytes", "its manifest"),
    Limit("OPERATORS_MAX", operator_messages.OPERATORS_MAX, "items", "operators of an answer"),
    Limit("SALT_BYTES_MAX", operator_messages.SALT_BYTES_MAX, "bytes", "a password's salt"),
    Limit("SEALED_BYTES_MAX", operator_messages.SEALED_BYTES_MAX, "bytes", "a sealed verifier"),
    Limit("OFFLINE_DAYS_MAX", operator_messages.OFFLINE_DAYS_MAX, "number", "days offline"),
    Limit("STATION_KEYS_MAX", station_messages.STATION_KEYS_MAX, "items", "stations of an answer"),
    Limit("PACKET_BYTES_MAX", packet.PACKET_BYTES_MAX, "bytes", "a packet that is read"),
    Limit("ANSWER_BYTES_MAX", packet.ANSWER_BYTES_MAX, "bytes", "a packet that is written"),
    Limit("FRAMES_MAX", packet.FRAMES_MAX, "items", "messages in a packet"),
    Limit("PERSONS_MAX", receipt_code.PERSONS_MAX, "items", "people in a receipt's code"),
    Limit("NUMBER_BYTES_MAX", receipt_code.NUMBER_BYTES_MAX, "bytes", "its receipt number"),
    Limit("TEXT_LENGTH_MAX", receipt_code.TEXT_LENGTH_MAX, "characters", "a receipt's code"),
    Limit("FEN_MAX", money.FEN_MAX, "fen", "an amount in a receipt's code"),
    Limit("STATIONS_MAX", numbering.STATIONS_MAX, "items", "stations of a county"),
)
