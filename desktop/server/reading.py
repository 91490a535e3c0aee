"""Sent events, checked one by one before the record is touched: whose, whole, and within limits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import msgspec

from desktop.base.errors import Refused
from desktop.domain.assign import Assign
from desktop.domain.effects import effects
from desktop.domain.events import Event, SignedEvent, hash_of
from desktop.domain.facts import (
    MEMBERS_MAX,
    TEXT_MAX,
    EnrollmentsRepriced,
    HouseholdSaved,
    LawPackImported,
    LocalValueApproved,
    LocalValueProposed,
    LocalValueRejected,
    PeopleMoved,
    StationOpened,
)
from desktop.domain.law_facts import DifferenceDecided, LawPackRefused
from desktop.domain.money_facts import NUMBERS_MAX, NumbersVoided
from desktop.domain.roster_facts import (
    UNITS_MAX,
    DivisionsImported,
    EnrollmentsVoided,
    FollowUpNoted,
    MaskLifted,
    TargetsSet,
)
from desktop.policy.pack import VERSION_MAX
from desktop.server.database import Centre
from desktop.server.registrations import Known
from desktop.wire.messages import SentEvent, Stopped
from desktop.wire.signing import signature_holds
from desktop.wire.versions import PROTOCOLS_UNDERSTOOD

_NUL = (b"\\u0000", b"\0")

LAW_MAX = 600
"""A law's hash and the names of every local value a place can have."""


@dataclass(frozen=True)
class Opened:
    """An event that is what its station signed."""

    event: Event
    signed: SignedEvent

    @cached_property
    def effects(self) -> list[Assign]:
        """What it does to the record."""
        return effects(self.event)

    @property
    def plain(self) -> bool:
        """Whether no text in it has the character that PostgreSQL lacks."""
        return not any(mark in self.signed.body for mark in _NUL)


@dataclass(frozen=True, slots=True)
class Batch:
    """The readable beginning of what was sent, and why the rest was not read."""

    opened: tuple[Opened, ...]
    stopped: Stopped | None

    def work_out_effects(self, last_seq: int) -> None:
        """Have the effects of the events after ``last_seq`` ready."""
        for one in self.opened:
            if one.event.seq > last_seq:
                _ = one.effects


def read_batch(centre: Centre, station: Known, sent: tuple[SentEvent, ...]) -> Batch:
    """Open and check what a station sent, up to the first event that does not hold.

    Pure but for its arguments: signatures are checked here, outside any transaction.
    """
    opened: list[Opened] = []
    for place, one in enumerate(sent):
        signed = SignedEvent(one.body, hash_of(one.body), one.signature)
        try:
            event = _open(centre, station, signed)
        except Refused as error:
            seq = opened[-1].event.seq + 1 if opened else _seq_in(one.body)
            message = f"event {place + 1} of {len(sent)}: {error.message}"
            return Batch(tuple(opened), Stopped(seq=seq, code=error.code, message=message[:2_000]))
        opened.append(Opened(event, signed))
    return Batch(tuple(opened), None)


def _open(centre: Centre, station: Known, signed: SignedEvent) -> Event:
    if not signature_holds(station.public_key, bytes.fromhex(signed.hash), signed.signature):
        raise Refused("EVENT_SIGNATURE", "not signed with the station's key")
    event = signed.open()
    if event.protocol not in PROTOCOLS_UNDERSTOOD:
        raise Refused("EVENT_PROTOCOL", f"written in protocol {event.protocol}")
    if event.station != station.station or event.county != centre.county:
        raise Refused("EVENT_NOT_OWN", "of another station or county than the one that sent it")
    _check_form(event)
    _check_fact(centre, station, event)
    return event


def _check_form(event: Event) -> None:
    # What is about to become keys of the record must be ids, whatever its station signed.
    hex_fields = (event.id, event.station, event.prev[:32], event.prev[32:])
    if event.seq < 1 or not all(_is_id(text) for text in hex_fields):
        raise Refused("EVENT_UNREADABLE", "not an event: id, sequence number or previous hash")
    if len(event.at) > TEXT_MAX or len(event.operator) > TEXT_MAX or len(event.law) > LAW_MAX:
        raise Refused("EVENT_LIMITS", "a field of the event is too long")


def _check_fact(centre: Centre, station: Known, event: Event) -> None:
    fact = event.fact
    match fact:
        case StationOpened():
            _check_opened(centre, station, fact)
        case HouseholdSaved() | PeopleMoved() | EnrollmentsRepriced():
            _check_household(fact)
        case DivisionsImported() | TargetsSet() | EnrollmentsVoided() | FollowUpNoted():
            _check_roster(fact)
        case MaskLifted() | LawPackRefused() | DifferenceDecided():
            _check_texts(fact)
        case LocalValueProposed() | LocalValueApproved() | LocalValueRejected():
            _check_local_value(fact)
        case LawPackImported() | NumbersVoided():
            _check_bounds(fact)
        case _:
            # Money facts above all: once signed, nothing in them is a reason to refuse.
            return


def _check_bounds(fact: LawPackImported | NumbersVoided) -> None:
    match fact:
        case LawPackImported():
            if not (0 < fact.version <= VERSION_MAX and 0 < len(fact.pack) <= TEXT_MAX):
                raise Refused("EVENT_LIMITS", "a law pack's name or version is out of bounds")
        case NumbersVoided():
            if not 0 < fact.last - fact.first + 1 <= NUMBERS_MAX:
                raise Refused("EVENT_LIMITS", f"more than {NUMBERS_MAX} numbers in one event")


def _check_household(fact: HouseholdSaved | PeopleMoved | EnrollmentsRepriced) -> None:
    match fact:
        case HouseholdSaved():
            _check_members(fact.people, fact.enrollments, (fact.household,), fact.not_enrolled)
        case PeopleMoved():
            _check_members(fact.people, fact.enrollments, (fact.household, fact), fact.not_enrolled)
        case EnrollmentsRepriced():
            _check_members(fact.enrollments, fact.differences, (fact,))


def _check_opened(centre: Centre, station: Known, fact: StationOpened) -> None:
    if (fact.training_day is None) != (centre.training_day is None):
        raise Refused("TRAINING_MISMATCH", "a training station and a real centre never mix")
    if fact.public_key != station.public_key.hex():
        raise Refused("EVENT_NOT_OWN", "the station was opened with another key")


def _check_members(*groups: tuple[msgspec.Struct, ...]) -> None:
    for group in groups:
        if len(group) > MEMBERS_MAX:
            raise Refused("EVENT_LIMITS", f"more than {MEMBERS_MAX} people in a household")
        for struct in group:
            _check_texts(struct)


def _check_roster(
    fact: DivisionsImported | TargetsSet | EnrollmentsVoided | FollowUpNoted,
) -> None:
    match fact:
        case DivisionsImported():
            _check_rows((*fact.units, *fact.before))
        case TargetsSet():
            _check_rows(fact.targets)
        case EnrollmentsVoided() | FollowUpNoted():
            _check_texts(fact)


def _check_rows(rows: tuple[msgspec.Struct, ...]) -> None:
    if len(rows) > UNITS_MAX:
        raise Refused("EVENT_LIMITS", f"more than {UNITS_MAX} units in one event")
    for row in rows:
        _check_texts(row)


def _check_local_value(
    fact: LocalValueProposed | LocalValueApproved | LocalValueRejected,
) -> None:
    if not _is_id(fact.id):
        raise Refused("EVENT_UNREADABLE", "a local value without an id")
    _check_texts(fact)
    value = fact.value if isinstance(fact, LocalValueProposed) else None
    if isinstance(value, dict) and len(msgspec.json.encode(value)) > TEXT_MAX:
        raise Refused("EVENT_LIMITS", "the value is too long")


def _check_texts(struct: msgspec.Struct) -> None:
    for name in struct.__struct_fields__:
        value = getattr(struct, name)
        if isinstance(value, str) and len(value) > TEXT_MAX:
            raise Refused("EVENT_LIMITS", f"{name} is longer than {TEXT_MAX} characters")


class _OnlySeq(msgspec.Struct):
    seq: int


def _seq_in(body: bytes) -> int:
    """Return the sequence number a broken event claims; 0 if it claims none."""
    try:
        return max(0, min(msgspec.json.decode(body, type=_OnlySeq).seq, 2**53))
    except (msgspec.DecodeError, UnicodeDecodeError):
        return 0


def _is_id(text: str) -> bool:
    return len(text) == 32 and all(char in "0123456789abcdef" for char in text)
