"""Take one station's events into the county's order, in the order of its chain.

An event continues the chain, is already in it, or belongs to a fork of it: the mark of a station
that was copied or restored. A fork is kept whole and becomes a case; an event after a gap waits at
the station until the gap is filled. No authentic money fact is ever refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.domain.events import Event, fact_type
from desktop.domain.facts import SegmentReceived
from desktop.server import cases, feed, record
from desktop.server.allocation import note_received
from desktop.server.audit_cases import take_audit
from desktop.server.case_decisions import take_decision
from desktop.server.case_moves import bring_cases
from desktop.server.cases import About, Finding
from desktop.server.database import Centre
from desktop.server.doubles import clashes, doubles, revived_by
from desktop.server.field_conflicts import field_conflicts
from desktop.server.law_findings import law_findings
from desktop.server.place import place_of
from desktop.server.reading import Batch, Opened
from desktop.server.recheck import Recheck
from desktop.server.registrations import Known
from desktop.sqlite.connection import Connection
from desktop.wire.messages import VERDICT_CASES_MAX, CaseNote, Outcome, Stopped, Verdict

FORKED = "CHAIN_FORKED"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a batch."""

    verdicts: tuple[Verdict, ...]
    stopped: Stopped | None
    last_seq: int
    """The last event of the station's chain that is known now, and its hash."""
    last_hash: str


@dataclass(slots=True)
class Intake:
    """One batch being taken in, inside the caller's transaction."""

    connection: Connection
    centre: Centre
    station: Known
    recheck: Recheck
    now: str
    seq: int = 0
    hash: str = ""
    verdicts: list[Verdict] = field(default_factory=list)

    def take(self, batch: Batch) -> Taken:
        """Take ``batch`` in and return a verdict for every event up to where it had to stop.

        How far the station's chain has come is for the caller to note.
        """
        self.seq, self.hash = self.station.last_seq, self.station.last_hash
        stopped = None
        for one in batch.opened:
            stopped = self._take_one(one)
            if stopped is not None:
                break
        return Taken(tuple(self.verdicts), stopped or batch.stopped, self.seq, self.hash)

    def _take_one(self, one: Opened) -> Stopped | None:
        event = one.event
        if event.seq <= self.seq:
            known = self._hash_at(event.seq)
            if known == one.signed.hash:
                notes = cases.cases_of(self.connection, event.county, event.id)
                self.verdicts.append(Verdict(seq=event.seq, outcome="already", cases=notes))
            else:
                self._keep_fork(one)
            return None
        if event.seq == self.seq + 1 and event.prev == self.hash and self._id_is_new(event):
            self._accept(one)
            return None
        if event.seq == self.seq + 1 or self._follows_fork(event):
            self._keep_fork(one)
            return None
        return Stopped(
            seq=self.seq + 1, code="CHAIN_GAP", message=f"events from {self.seq + 1} on are missing"
        )

    def _accept(self, one: Opened) -> None:
        event = one.event
        found = list(clashes(self.connection, event, training=self.centre.training_day is not None))
        place = place_of(self.connection, event, self.station.division)
        law = list(law_findings(self.connection, event))
        if not found:
            law += field_conflicts(self.connection, event, one.effects, self.station.division)
        self._insert(one, place.household, withheld=bool(found))
        if not found:
            revived = revived_by(self.connection, event)
            feed.append(self.connection, event, place)
            record.apply_event(self.connection, event, one.effects, place.households)
            bring_cases(self.connection, event, place)
            if isinstance(event.fact, SegmentReceived):
                note_received(self.connection, event.county, event.station, event.fact)
            found += doubles(self.connection, event, revived)
            found += law
            found += self.recheck(self.connection, event)
            found += take_decision(self.connection, event)
            found += take_audit(self.connection, event)
        self.seq, self.hash = event.seq, one.signed.hash
        about = About(event.county, event.id, event.station, place.division)
        notes = [cases.open_case(self.connection, finding, about, self.now) for finding in found]
        opened = tuple(note for note in notes if note is not None)
        outcome: Outcome = "case" if opened else "accepted"
        self.verdicts.append(
            Verdict(seq=event.seq, outcome=outcome, cases=opened[:VERDICT_CASES_MAX])
        )

    def _insert(self, one: Opened, household: str, *, withheld: bool) -> None:
        event = one.event
        self.connection.execute(
            "INSERT INTO events (county, id, station, seq, type, at, hash, body, signature,"
            " household, received_at, withheld) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                event.county,
                event.id,
                event.station,
                event.seq,
                fact_type(event.fact),
                event.at,
                one.signed.hash,
                one.signed.body,
                one.signed.signature,
                household,
                self.now,
                int(withheld),
            ),
        )

    def _keep_fork(self, one: Opened) -> None:
        event = one.event
        finding = Finding(
            FORKED, (event.station,), {"station": event.station, "from_seq": event.seq}
        )
        about = About(event.county, event.id, event.station, self.station.division)
        note = cases.open_case(self.connection, finding, about, self.now)
        if note is None:
            note = fork_case(self.connection, event.county, event.station)
        self.connection.execute(
            "INSERT INTO forks (county, station, hash, seq, prev, body, signature,"
            " received_at, case_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (county, station, hash) DO NOTHING",
            (
                event.county,
                event.station,
                one.signed.hash,
                event.seq,
                event.prev,
                one.signed.body,
                one.signed.signature,
                self.now,
                note.id if note else "",
            ),
        )
        notes = (note,) if note else ()
        self.verdicts.append(Verdict(seq=event.seq, outcome="case", cases=notes))

    def _hash_at(self, seq: int) -> str:
        row = self.connection.execute(
            "SELECT hash FROM events WHERE county = ? AND station = ? AND seq = ?",
            (self.centre.county, self.station.station, seq),
        ).fetchone()
        known: str = row[0]
        return known

    def _id_is_new(self, event: Event) -> bool:
        row = self.connection.execute(
            "SELECT 1 FROM events WHERE county = ? AND id = ?", (event.county, event.id)
        ).fetchone()
        return row is None

    def _follows_fork(self, event: Event) -> bool:
        row = self.connection.execute(
            "SELECT 1 FROM forks WHERE county = ? AND station = ? AND hash = ?",
            (event.county, event.station, event.prev),
        ).fetchone()
        return row is not None


def is_forked(connection: Connection, county: str, station: str) -> bool:
    """Tell whether the station's chain has an undecided fork."""
    return fork_case(connection, county, station) is not None


def fork_case(connection: Connection, county: str, station: str) -> CaseNote | None:
    """Return the station's open fork case, None if there is none."""
    row = connection.execute(
        "SELECT id FROM cases WHERE county = ? AND station = ? AND kind = ? AND state = 'open'",
        (county, station, FORKED),
    ).fetchone()
    return cases.case_of(connection, county, row[0]) if row else None
