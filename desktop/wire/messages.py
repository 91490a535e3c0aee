"""What stations and the centre say to each other: every message, every field, every limit.

Lengths and counts are checked while decoding, so nothing past `desktop.wire.codec` ever holds more
than stands here. Amounts are fen; instants ISO text in UTC; keys, hashes and signatures raw bytes.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from desktop.domain.events import BODY_BYTES_MAX
from desktop.wire.pack_file import FILE_BYTES_MAX

BATCH_EVENTS_MAX = 100
"""Events one exchange may push; a station starts here and shrinks when the line fails."""

BATCH_BODY_BYTES_MAX = 1024 * 1024
"""Bodies one exchange may push, together; a single event always fits."""

PAGE_EVENTS_MAX = 500
PAGE_BODY_BYTES_MAX = 1024 * 1024
"""What one answer may bring of the feed; a single event always fits."""

CASES_MAX = 200
"""Changed cases one answer may bring."""

VERDICT_CASES_MAX = 16
"""Cases told with one verdict; the others follow as changed cases."""

GRANTS_MAX = 16

PACKS_MAX = 2
"""Law packs one answer may bring; others follow with the next."""

Id = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}\Z")]
Division = Annotated[str, Meta(pattern=r"^([0-9]{6}|[0-9]{9}|[0-9]{12})\Z")]
County = Annotated[str, Meta(pattern=r"^[0-9]{6}\Z")]
Instant = Annotated[str, Meta(max_length=32)]
Text = Annotated[str, Meta(max_length=200)]
LongText = Annotated[str, Meta(max_length=2_000)]
Code = Annotated[str, Meta(max_length=64)]
Key = Annotated[bytes, Meta(min_length=32, max_length=32)]
Hash = Annotated[bytes, Meta(min_length=32, max_length=32)]
Signature = Annotated[bytes, Meta(min_length=64, max_length=64)]
Body = Annotated[bytes, Meta(max_length=BODY_BYTES_MAX)]
Number = Annotated[int, Meta(ge=0, le=2**53)]


class Problem(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Why a whole request was not done. ``code`` is stable; ``last_counter`` only on a replay."""

    code: Code
    message: LongText
    last_counter: Number | None = None


class Grant(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A segment of receipt numbers allocated to the station that is asking."""

    segment: Id
    prefix: Annotated[str, Meta(max_length=32)]
    first: Number
    last: Number


class Registration(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A station introduces itself with a one-time code. Signed with the key it names."""

    protocol: Number
    code: Code
    station: Id
    county: County
    division: Division
    name: Text
    public_key: Key
    training_day: Instant | None = None


class Registered(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The centre's answer: who it is, and the station's code and first receipt numbers."""

    centre_name: Text
    centre_key: Key
    county: County
    station_code: Annotated[str, Meta(min_length=4, max_length=4)]
    grants: Annotated[tuple[Grant, ...], Meta(max_length=GRANTS_MAX)]
    server_time: Instant
    training_day: Instant | None = None


class SentEvent(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One event as its station signed it; the hash is computed again by whoever receives it."""

    body: Body
    signature: Signature


class Progress(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a station has received: cursor, entries and rolling hash (`desktop.wire.rolling`)."""

    cursor: Number
    count: Number
    hash: Hash


class PublishedPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A law pack the centre gives out: the signed file as it was published."""

    number: Number
    """1, 2, 3 … at this centre."""
    pack: Text
    version: Number
    document: Annotated[str, Meta(max_length=FILE_BYTES_MAX)]


class ExchangeRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Push pending events in order, and ask for what the feed holds after ``progress``."""

    station: Id
    protocol: Number
    progress: Progress
    events: Annotated[tuple[SentEvent, ...], Meta(max_length=BATCH_EVENTS_MAX)] = ()
    unspent: Number
    """Receipt numbers the station still has; few of them bring a grant."""
    cases_cursor: Number = 0
    packs_cursor: Number = 0
    """Number of the last law pack that arrived."""
    answered: Number = 0
    """Sequence number up to which the centre has answered the station's own events. A centre that
    knows fewer of them was brought back from a copy."""
    own_bodies: bool = False
    """Send the station's own events in full: it was restored from a backup and lacks some."""


class CaseNote(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something a person must decide; ``detail`` is JSON of ids, never of names or numbers."""

    id: Id
    event_id: Id
    kind: Code
    detail: LongText
    state: Literal["open", "decided"]
    station: Annotated[str, Meta(max_length=32)] = ""
    """Whose event it rests on, with the name that station registered under."""
    station_name: Text = ""
    division: Annotated[str, Meta(max_length=12)] = ""
    opened_at: Instant = ""


Outcome = Literal["accepted", "already", "case"]


class Verdict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What became of one event: taken, had already, or taken with something to decide."""

    seq: Number
    outcome: Outcome
    cases: Annotated[tuple[CaseNote, ...], Meta(max_length=VERDICT_CASES_MAX)] = ()


class Stopped(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Why the events from ``seq`` on got no verdict. They stay pending at the station.

    ``CHAIN_GAP``: ``seq`` is where the station must begin again. Anything else: the event ``seq``
    itself does not hold (``EVENT_SIGNATURE``, ``EVENT_UNREADABLE``, …).
    """

    seq: Number
    code: Code
    message: LongText


class FeedEntry(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True
):
    """One place in the county's order. ``body`` is empty for an event of the station itself."""

    position: Number
    id: Id
    body: Body = b""
    signature: Annotated[bytes, Meta(max_length=64)] = b""
    origin: Number = 0
    """Position at which the event first happened, if it is given out again at a later one."""


class Figures(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the record adds up to in the station's scope: enrolments not voided, fen taken."""

    enrollments: Number
    paid_fen: Number


class ExchangeReply(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Verdicts on what was sent, what changed since, and what both ends should now agree on."""

    verdicts: Annotated[tuple[Verdict, ...], Meta(max_length=BATCH_EVENTS_MAX)]
    stopped: Stopped | None = None
    feed: Annotated[tuple[FeedEntry, ...], Meta(max_length=PAGE_EVENTS_MAX)]
    progress: Progress
    """The station's progress once it has taken ``feed`` in."""
    more: bool
    """There is more to bring, of the feed, cases or law packs: ask again at once."""
    figures: Figures | None = None
    """Given when ``progress`` is the feed's end; they describe the record without any event the
    centre has not seen."""
    refresh: bool = False
    """The station's progress is not one the centre knows; it must begin again from 0."""
    state: Literal["active", "forked"] = "active"
    own_seq: Number = 0
    own_hash: Annotated[bytes, Meta(max_length=32)] = b""
    """The last event of the station's chain that the centre holds; no hash: it does not say. What
    follows it has to be sent again, whatever was answered before."""
    grants: Annotated[tuple[Grant, ...], Meta(max_length=GRANTS_MAX)] = ()
    cases: Annotated[tuple[CaseNote, ...], Meta(max_length=CASES_MAX)] = ()
    cases_cursor: Number = 0
    packs: Annotated[tuple[PublishedPack, ...], Meta(max_length=PACKS_MAX)] = ()
    packs_cursor: Number = 0
    server_time: Instant
