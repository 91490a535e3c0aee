"""Write an event's effects to the county's record, and keep what each division adds up to.

The tallies are brought along by looking at the households an event concerns before and after it,
so they always equal a count over the whole record (`desktop.server.verify` counts).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.domain.assign import Assign, Value
from desktop.domain.events import Event
from desktop.domain.fact import Fact
from desktop.domain.facts import (
    EnrollmentsRepriced,
    HouseholdSaved,
    PaymentTaken,
    PeopleMoved,
)
from desktop.domain.money_facts import PaymentReversed, ReceiptVoided
from desktop.domain.roster_facts import EnrollmentsVoided
from desktop.sqlite.assign import assign
from desktop.sqlite.connection import Connection
from desktop.wire.messages import Figures

_Moving = (
    HouseholdSaved
    | PeopleMoved
    | EnrollmentsRepriced
    | EnrollmentsVoided
    | ReceiptVoided
    | PaymentTaken
    | PaymentReversed
)
"""Facts that change what a division adds up to."""


def apply_event(
    connection: Connection, event: Event, assigns: Iterable[Assign], known: Iterable[str]
) -> None:
    """Apply ``assigns``, the effects of ``event``, to the record and the tallies.

    Inside the caller's transaction. ``known``: the households it concerns as far as they are
    known, its own and those its enrolments are in; none if they must be looked up.
    """
    concerned = set(_concerned(connection, event, tuple(known)))
    before = _figures_of(connection, event.county, concerned)
    write(connection, event.county, assigns)
    after = _figures_of(connection, event.county, concerned)
    changes: dict[str, tuple[int, int]] = {}
    for figures, sign in ((before, -1), (after, 1)):
        for division, enrollments, paid_fen in figures.values():
            enrolled, paid = changes.get(division, (0, 0))
            changes[division] = enrolled + sign * enrollments, paid + sign * paid_fen
    for division, (enrollments, paid_fen) in changes.items():
        _add_to_tally(connection, event.county, division, enrollments, paid_fen)


def write(connection: Connection, county: str, assigns: Iterable[Assign]) -> None:
    """Apply ``assigns`` in order to the record tables, each row keyed by the county first."""
    key: dict[str, Value] = {"county": county}
    for one in assigns:
        values = {name: value for name, value in one.values.items() if name != "county"}
        assign(connection, one.table, key | one.key, values)


def figures_in_scope(connection: Connection, county: str, scope: str) -> Figures:
    """Return what the record adds up to in the divisions under ``scope``."""
    row = connection.execute(
        "SELECT coalesce(sum(enrollments), 0), coalesce(sum(paid_fen), 0) FROM tallies"
        " WHERE county = ? AND substr(division, 1, ?) = ?",
        (county, len(scope), scope),
    ).fetchone()
    return Figures(enrollments=row[0], paid_fen=row[1])


def _concerned(connection: Connection, event: Event, known: tuple[str, ...]) -> Iterator[str]:
    """Yield every household whose figures ``event`` may change."""
    if not known or not isinstance(event.fact, _Moving):
        yield from _households(connection, event)
        return
    yield from known
    yield from (household for _, household in _enrollments(event.fact) if household)


def _households(connection: Connection, event: Event) -> Iterator[str]:
    fact = event.fact
    if isinstance(fact, HouseholdSaved | PeopleMoved):
        yield fact.household.id
    if isinstance(fact, PaymentTaken | PaymentReversed):
        yield fact.receipt.household
    for enrollment, household in _enrollments(fact):
        if household:
            yield household
        yield from _household_of(connection, event.county, enrollment)


def _enrollments(fact: Fact) -> Iterator[tuple[str, str]]:
    """Yield the enrolments a fact is about, with the household it puts them in, if it says."""
    match fact:
        case HouseholdSaved() | PeopleMoved() | EnrollmentsRepriced():
            for one in fact.enrollments:
                yield one.id, one.household if isinstance(one.household, str) else ""
        case EnrollmentsVoided() | ReceiptVoided():
            for voided in fact.enrollments:
                yield voided, ""
        case PaymentTaken() | PaymentReversed():
            for line in fact.receipt.lines:
                yield line.enrollment, ""
        case _:
            return


def _household_of(connection: Connection, county: str, enrollment: str) -> Iterator[str]:
    row = connection.execute(
        "SELECT household_id FROM enrollments WHERE county = ? AND id = ?", (county, enrollment)
    ).fetchone()
    if row and row[0]:
        yield row[0]


def _figures_of(
    connection: Connection, county: str, households: Iterable[str]
) -> dict[str, tuple[str, int, int]]:
    """Return division, enrolments and fen of each household there is, by what the record calls it.

    An event may write an id otherwise than the database keeps it; the same household counts once.
    """
    found = {}
    for household in households:
        row = connection.execute(
            "SELECT h.id, h.division, (SELECT count(*) FROM enrollments e WHERE"
            "  e.county = h.county AND e.household_id = h.id"
            "  AND e.status IN ('registered', 'paid')) AS enrolled,"
            " (SELECT coalesce(sum(amount_fen), 0) FROM payments p WHERE p.county = h.county"
            "  AND p.household_id = h.id AND p.state IS DISTINCT FROM 'voided') AS paid_fen"
            " FROM households h WHERE h.county = ? AND h.id = ?",
            (county, household),
        ).fetchone()
        if row:
            found[row["id"]] = (row["division"] or "", row["enrolled"], row["paid_fen"])
    return found


def _add_to_tally(
    connection: Connection, county: str, division: str, enrollments: int, paid_fen: int
) -> None:
    if division and (enrollments or paid_fen):
        connection.execute(
            "INSERT INTO tallies (county, division, enrollments, paid_fen) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (county, division) DO UPDATE SET"
            " enrollments = tallies.enrollments + excluded.enrollments,"
            " paid_fen = tallies.paid_fen + excluded.paid_fen",
            (county, division, enrollments, paid_fen),
        )
