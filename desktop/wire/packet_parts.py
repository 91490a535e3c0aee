"""What a packet carries: the messages of the exchange, each as it would go over a line.

A station puts in one `ExchangeRequest` per batch of pending events, all from the same progress,
one `FilterRequest`, one `FillRequest`, one `OperatorsRequest` and one `StationsRequest`. The centre
does them in order, each from where the answer before it would have brought the station, and goes on
answering while there is more and there is room: in pieces, if the station asked for pieces. An
answer is a row of `ExchangeReply` and `FillReply`, each with what it follows.

A part of a kind this program does not know is left out: a newer end may say more.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import msgspec
from msgspec import Meta

from desktop.base.errors import Refused
from desktop.domain.events import hash_of
from desktop.wire.codec import pack, unpack
from desktop.wire.fill_messages import FillReply, FillRequest
from desktop.wire.filter_messages import FilterReply, FilterRequest
from desktop.wire.messages import BATCH_EVENTS_MAX, ExchangeReply, ExchangeRequest, Number, Progress
from desktop.wire.operator_messages import OperatorsReply, OperatorsRequest
from desktop.wire.packet import Packet
from desktop.wire.station_messages import StationsReply, StationsRequest


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where a station stood, and what it had said, when an answer of a packet begins."""

    progress: Progress
    cases_cursor: Number = 0
    packs_cursor: Number = 0
    events: Annotated[int, Meta(ge=0, le=BATCH_EVENTS_MAX)] = 0
    last: Annotated[bytes, Meta(max_length=32)] = b""
    """Hash of the last event that was sent, empty if none was. It stands for the whole chain
    before it: a copy of the station that has gone another way knows the answer is not for it."""
    answered: Number = 0
    """Sequence number up to which own events had been answered."""


class Answered(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One answer of the centre, and what it answers."""

    asked: Asked
    reply: ExchangeReply


class Filled(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One piece of the feed, and where the station stands when it comes."""

    asked: Asked
    reply: FillReply


def asked_by(request: ExchangeRequest) -> Asked:
    """Return what an answer to ``request`` follows."""
    events = request.events
    return Asked(
        progress=request.progress,
        cases_cursor=request.cases_cursor,
        packs_cursor=request.packs_cursor,
        events=len(events),
        last=bytes.fromhex(hash_of(events[-1].body)) if events else b"",
        answered=request.answered,
    )


Question = ExchangeRequest | FilterRequest | FillRequest | OperatorsRequest | StationsRequest
Answer = Answered | FilterReply | Filled | OperatorsReply | StationsReply

_EXCHANGE = b"E"
_FILTER = b"F"
_FILL = b"S"
_OPERATORS = b"O"
_STATIONS = b"K"


def part_of(message: Question | Answer) -> bytes:
    """Return the part that carries ``message``."""
    match message:
        case FilterRequest() | FilterReply():
            return _FILTER + pack(message)
        case FillRequest() | Filled():
            return _FILL + pack(message)
        case OperatorsRequest() | OperatorsReply():
            return _OPERATORS + pack(message)
        case StationsRequest() | StationsReply():
            return _STATIONS + pack(message)
        case ExchangeRequest() | Answered():
            return _EXCHANGE + pack(message)


def question_in(part: bytes) -> Question | None:
    """Return what a station asks in a part; None if this program does not know the kind.

    Raises:
        Refused: ``MESSAGE_TOO_LARGE``, ``MESSAGE_UNREADABLE``.
    """
    match part[:1]:
        case b"E":
            return unpack(part[1:], ExchangeRequest)
        case b"F":
            return unpack(part[1:], FilterRequest)
        case b"S":
            return unpack(part[1:], FillRequest)
        case b"O":
            return unpack(part[1:], OperatorsRequest)
        case b"K":
            return unpack(part[1:], StationsRequest)
        case _:
            return None


def answer_in(part: bytes) -> Answer | None:
    """Return what the centre answers in a part; None if this program does not know the kind.

    Raises:
        Refused: ``MESSAGE_TOO_LARGE``, ``MESSAGE_UNREADABLE``.
    """
    match part[:1]:
        case b"E":
            return unpack(part[1:], Answered)
        case b"F":
            return unpack(part[1:], FilterReply)
        case b"S":
            return unpack(part[1:], Filled)
        case b"O":
            return unpack(part[1:], OperatorsReply)
        case b"K":
            return unpack(part[1:], StationsReply)
        case _:
            return None


def check_questions(packet: Packet) -> None:
    """Raise unless every question of ``packet`` is in form and the packet's own station asks.

    Run over a whole packet before anything in it is done, so that a packet that does not hold
    does nothing.

    Raises:
        Refused: ``PACKET_UNREADABLE``, ``PACKET_FOREIGN``.
    """
    for part in packet.parts():
        with _in_form():
            question = question_in(part)
        if question is not None and question.station != packet.header.station:
            raise Refused("PACKET_FOREIGN", "it speaks for another station than it comes from")


def check_answers(packet: Packet) -> list[Asked | None]:
    """Raise unless every answer of ``packet`` is in form; return what each part answers, in order.

    Raises:
        Refused: ``PACKET_UNREADABLE``.
    """
    found: list[Asked | None] = []
    for part in packet.parts():
        with _in_form():
            answer = answer_in(part)
        found.append(answer.asked if isinstance(answer, Answered | Filled) else None)
    return found


@contextmanager
def _in_form() -> Iterator[None]:
    try:
        yield
    except Refused as error:
        raise Refused("PACKET_UNREADABLE", error.message) from error
