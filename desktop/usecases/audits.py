"""Built-in checks (核查): run as often as wanted; put on record, they open a case for each row.

A check reads and writes nothing. Putting it on record states what is new since the last time, and
what is mended: found again, a finding is the same one and opens no second case; a case closes when
its finding is gone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

import msgspec

from desktop.base.errors import Refused
from desktop.domain.audits import CHECKS, WITHOUT_CASES, finding_id
from desktop.domain.facts import Recognition
from desktop.domain.handover_facts import AuditLine, AuditRun
from desktop.domain.handover_parts import parts
from desktop.sqlite.connection import Connection
from desktop.store import audits as rows_of
from desktop.store.register import Row
from desktop.usecases.desk import Desk
from desktop.usecases.return_codes import accepted_codes
from desktop.wire.scope import TOWNSHIP_DIGITS, scope_of

MAY_AUDIT = ("clerk", "supervisor", "auditor", "policy")
MAY_RECORD = ("supervisor",)

What = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AuditWanted:
    """Which check, and of what."""

    check: str
    division: str
    campaign_year: int


@dataclass(frozen=True, slots=True)
class Found:
    """One row a check found. Money in fen."""

    id: str
    person: str
    name: str
    document: str
    """Whole; who shows it masks it."""
    household: str
    household_number: str
    division: str
    enrollment: str
    why: What
    """A code and what belongs to it, e.g. ``("died", "2021-03-01")``."""
    identity: str = ""
    amount_fen: int | None = None
    state: str = ""
    """``open``: on record, with a case; empty: not yet."""
    found_on: str = ""


@dataclass(frozen=True, slots=True)
class Audit:
    """What a check found."""

    wanted: AuditWanted
    rows: tuple[Found, ...]
    unchecked: int = 0
    """Rows nothing can be said of: no list of their department has come in yet."""

    @property
    def new(self) -> int:
        """How many are not on record yet."""
        return sum(not row.state for row in self.rows)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What putting a check on record stated."""

    opened: int
    mended: int
    standing: int


def run_audit(desk: Desk, wanted: AuditWanted, connection: Connection | None = None) -> Audit:
    """Return what a check finds now; nothing is written.

    ``connection``: a reading one of the same file, on whatever thread has it.

    Raises:
        Refused: ``ROLE``, ``AUDIT_UNKNOWN``.
        Unavailable: the file cannot be read.
    """
    desk.may(*MAY_AUDIT)
    if wanted.check not in _CHECKS:
        known = ", ".join(CHECKS)
        raise Refused("AUDIT_UNKNOWN", f"no such check: {wanted.check}", known=known)
    reading = connection or desk.store.connection
    asked = _Asked(desk, wanted, reading)
    rows = list(_CHECKS[wanted.check](asked))
    known_rows = rows_of.findings(reading, wanted.check, wanted.campaign_year)
    told = []
    for row in {one.id: one for one in rows}.values():
        known_row: Row = known_rows.get(row.id) or {"state": ""}
        open_ = known_row["state"] == "open"
        told.append(replace(row, state="open", found_on=known_row["found_on"]) if open_ else row)
    return Audit(wanted, tuple(told), asked.unchecked)


def record_audit(desk: Desk, wanted: AuditWanted) -> Recorded:
    """Put what a check finds on record: cases for what is new, closed for what is mended.

    Repeated with nothing changed it writes nothing.

    Raises:
        Refused: ``ROLE``, ``AUDIT_UNKNOWN``, ``AUDIT_NO_CASES`` for a check that is a list to work
            off.
        Unavailable: the disk failed; nothing was recorded.
    """
    desk.may(*MAY_RECORD)
    if wanted.check in WITHOUT_CASES:
        raise Refused("AUDIT_NO_CASES", "this check is a list to work off, it opens no cases")
    with desk.store.transaction():
        found = run_audit(desk, wanted)
        connection = desk.store.connection
        known = rows_of.findings(connection, wanted.check, wanted.campaign_year)
        here = {row.id: row for row in found.rows}
        scope = scope_of(wanted.division)
        fresh = [_line(row, known.get(row.id)) for row in found.rows if not row.state]
        gone = [
            (row["division"], AuditLine(key, row["round"], row["person_id"] or "",
                                        row["household_id"] or "", row["enrollment_id"] or ""))
            for key, row in known.items()
            if row["state"] == "open" and key not in here and row["division"].startswith(scope)
        ]  # fmt: skip
        standing: dict[str, int] = {}
        for row in found.rows:
            township = row.division[:TOWNSHIP_DIGITS]
            standing[township] = standing.get(township, 0) + 1
        for fact in _facts(desk, wanted, fresh, gone, standing):
            desk.store.record(fact, operator=desk.operator)
    return Recorded(len(fresh), len(gone), len(found.rows))


def last_runs(desk: Desk, division: str, campaign_year: int) -> Mapping[str, str]:
    """Return the day each check was last put on record for a place, by its name."""
    scope = scope_of(division)
    days: dict[str, str] = {}
    for row in rows_of.runs(desk.store.connection, campaign_year):
        if row["division"].startswith(scope) or scope.startswith(row["division"]):
            days[row["check_name"]] = max(days.get(row["check_name"], ""), row["ran_on"])
    return days


def _line(row: Found, known: Row | None) -> tuple[str, AuditLine]:
    round_ = known["round"] + 1 if known else 1
    township = row.division[:TOWNSHIP_DIGITS]
    return township, AuditLine(row.id, round_, row.person, row.household, row.enrollment)


def _facts(
    desk: Desk,
    wanted: AuditWanted,
    fresh: list[tuple[str, AuditLine]],
    gone: list[tuple[str, AuditLine]],
    standing: Mapping[str, int],
) -> Iterator[AuditRun]:
    """Yield what is to be stated, each part about one township and not too long."""
    for name, lines in (("found", fresh), ("mended", gone)):
        places = {line.id: division for division, line in lines}
        by_id = sorted((line for _, line in lines), key=lambda one: one.id)
        for division, part in parts(by_id, lambda line, places=places: places[line.id]):  # type: ignore[misc]
            fact = AuditRun(
                check=wanted.check,
                division=division,
                campaign_year=wanted.campaign_year,
                on=desk.today.isoformat(),
                standing=standing.get(division, 0),
            )
            yield msgspec.structs.replace(fact, **{name: part})


class _Asked:
    """What every check reads from."""

    def __init__(self, desk: Desk, wanted: AuditWanted, connection: Connection) -> None:
        self.desk = desk
        self.wanted = wanted
        self.connection = connection
        self.unchecked = 0

    def rows(self, query: str) -> Iterator[Row]:
        """Yield what a query reads of the place."""
        scope = scope_of(self.wanted.division)
        return rows_of.audit_rows(self.connection, query, scope, self.wanted.campaign_year)

    def here(self, row: Row) -> bool:
        """Tell whether a row lies in the place that is checked."""
        return str(row["division"]).startswith(scope_of(self.wanted.division))

    def found(
        self, row: Row, why: What, subject: str = "", identity: str = "", fen: int | None = None
    ) -> Found:
        """Return a row as a finding; ``subject``: whom it is about, if not this person alone."""
        wanted = self.wanted
        return Found(
            id=finding_id(wanted.check, wanted.campaign_year, subject or row["person_id"]),
            person=row["person_id"],
            name=row["name"] or "",
            document=row["document_number"] or "",
            household=row["household_id"] or "",
            household_number=row["household_number"] or "",
            division=row["division"] or "",
            enrollment=row["enrollment_id"] or "",
            why=why,
            identity=identity,
            amount_fen=fen,
        )


def _held(text: str | None) -> list[Recognition]:
    return msgspec.json.decode(text or "[]", type=list[Recognition])


def _assisted_not_listed(asked: _Asked) -> Iterator[Found]:
    """Yield whose assistance rests on an identity that no department lists them with."""
    listed: dict[str, set[str]] = {}
    for row in rows_of.listed_identities(asked.connection):
        codes = {one.code for one in _held(row["held"])}
        listed.setdefault(row["person_id"], set()).update(codes)
    covered = set().union(*listed.values())
    for row in asked.rows("assisted"):
        identity = row["assistance_identity"] or ""
        if identity not in covered:
            # Nobody has sent a list that names it: that says nothing against anybody.
            asked.unchecked += 1
        elif identity not in listed.get(row["person_id"], set()):
            yield asked.found(row, ("not_listed",), identity=identity, fen=row["assistance_fen"])


def _listed_not_assisted(asked: _Asked) -> Iterator[Found]:
    """Yield who is listed with an identity others here are assisted for, and is not assisted."""
    assisting = {row["assistance_identity"] for row in asked.rows("assisted")}
    for row in asked.rows("listed"):
        held = [one.code for one in _held(row["held"]) if one.code in assisting]
        if not held or (row["assistance_fen"] or 0) > 0:
            continue
        why = ("no_assistance", row["source"]) if row["enrollment_id"] else (
            "not_enrolled", row["source"]
        )  # fmt: skip
        yield asked.found(row, why, identity=held[0])


def _dead(asked: _Asked) -> Iterator[Found]:
    """Yield the dead who are enrolled: unpaid, or paid for cover that begins after the death."""
    for row in asked.rows("dead"):
        died, begins = row["died_on"] or "", row["cover_from"] or ""
        if row["status"] == "paid" and died and begins and died >= begins:
            continue
        yield asked.found(row, ("died", died), fen=row["net_fen"])


def _doubles(asked: _Asked) -> Iterator[Found]:
    seen: set[str] = set()
    for query in ("same_number", "same_name"):
        for shared, of_it in groupby(asked.rows(query), lambda row: str(row["shared"])):
            rows = list({row["enrollment_id"]: row for row in of_it}.values())
            ids = sorted(row["enrollment_id"] for row in rows)
            subject = "\n".join(ids)
            if len(rows) < 2 or subject in seen or not any(asked.here(row) for row in rows):
                continue
            seen.add(subject)
            first = next(row for row in rows if asked.here(row))
            others = [row["household_number"] or "" for row in rows if row is not first]
            why = (query, shared if query == "same_name" else "", "、".join(others))
            yield asked.found(first, why, subject=subject, fen=first["net_fen"])


def _paid_not_handed(asked: _Asked) -> Iterator[Found]:
    for row in asked.rows("paid_not_handed"):
        yield asked.found(row, ("not_handed",), fen=row["net_fen"])


def _handed_not_paid(asked: _Asked) -> Iterator[Found]:
    refused = {key for key, (code, _) in _answers(asked).items() if code is False}
    for row in asked.rows("handed_unpaid"):
        if row["enrollment_id"] not in refused:
            yield asked.found(row, ("not_paid",), fen=row["net_fen"])


def _return_refused(asked: _Asked) -> Iterator[Found]:
    answers = _answers(asked)
    scope = scope_of(asked.wanted.division)
    for row in rows_of.enrolled(asked.connection, scope, asked.wanted.campaign_year):
        accepted, said = answers.get(row["enrollment_id"], (None, ("", "", "")))
        if accepted is False:
            yield asked.found(row, ("refused", *said), fen=row["net_fen"])


def _answers(asked: _Asked) -> Mapping[str, tuple[bool | None, What]]:
    """Return by enrolment what the authority answered to the last row that went out."""
    accepted = accepted_codes(asked.desk, asked.connection)
    return {
        row["enrollment_id"]: (
            accepted.get(row["return_code"]),
            (row["return_code"], row["return_message"], f"{row['number']}/{row['row']}"),
        )
        for row in rows_of.last_answers(asked.connection, asked.wanted.campaign_year)
    }


def _identity_expired(asked: _Asked) -> Iterator[Found]:
    """Yield whose assistance rests on recognitions whose last day is past, all of its kind."""
    today = asked.desk.today.isoformat()
    for row in asked.rows("assisted"):
        identity = row["assistance_identity"] or ""
        last = [one.valid_to or "" for one in _held(row["identities"]) if one.code == identity]
        if last and all(day and day < today for day in last):
            yield asked.found(
                row, ("expired", max(last)), identity=identity, fen=row["assistance_fen"]
            )


_CHECKS: Mapping[str, Callable[[_Asked], Iterable[Found]]] = {
    "assisted-not-listed": _assisted_not_listed,
    "listed-not-assisted": _listed_not_assisted,
    "dead-enrolled": _dead,
    "doubles": _doubles,
    "paid-not-handed": _paid_not_handed,
    "handed-not-paid": _handed_not_paid,
    "return-refused": _return_refused,
    "identity-expired": _identity_expired,
}
