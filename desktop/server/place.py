"""Where an event belongs: its household, the divisions it is seen in, whom else it concerns."""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec

from desktop.domain.case_facts import CaseCommented, CaseDecided
from desktop.domain.events import Event
from desktop.domain.fact import Fact
from desktop.domain.facts import (
    EnrollmentsRepriced,
    HouseholdFields,
    HouseholdSaved,
    LocalValueApproved,
    LocalValueProposed,
    LocalValueRejected,
    PaymentTaken,
    PeopleMoved,
    ReceiptPrinted,
)
from desktop.domain.handover_facts import (
    AuditRun,
    PayablesAnswered,
    PayablesHanded,
    ReconciliationApproved,
    ReconciliationStated,
    ReturnCodesSet,
    TaxPaidRead,
    TaxRowSettled,
)
from desktop.domain.law_facts import DifferenceDecided
from desktop.domain.list_facts import ListAliasesSet, ListPart, ListTaken, ListUndone
from desktop.domain.money_facts import (
    DayApproved,
    DayClosed,
    DayDeposited,
    PaymentReversed,
    ReceiptVoided,
    RefundDecided,
    RefundRequested,
)
from desktop.domain.roster_facts import (
    DivisionsImported,
    EnrollmentsVoided,
    FollowUpNoted,
    TargetsSet,
)
from desktop.server.cases import places_of
from desktop.server.concerned import concerned
from desktop.sqlite.connection import Connection
from desktop.wire.scope import TOWNSHIP_DIGITS

_SeenWhereTheySay = (
    PayablesHanded
    | PayablesAnswered
    | TaxPaidRead
    | TaxRowSettled
    | ReconciliationStated
    | ReconciliationApproved
    | AuditRun
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event belongs: its household, and the division it is seen in."""

    household: str = ""
    division: str = ""
    moved_from: str = ""
    """Division the household leaves with this event, empty if it stays."""
    left: tuple[str, ...] = ()
    """Other households that people come from with this event."""
    people_from: tuple[str, ...] = ()
    """Other divisions that people leave with this event, or have gone to meanwhile; of a word on a
    case, where else it concerns somebody."""
    households: tuple[str, ...] = ()
    """Every household it concerns: whose it is, whom people leave, where they have gone to."""
    for_all: bool = False
    """Every station receives it: a local value holds for all that lies under who set it, and
    whoever may set one stands at the county or above."""


def place_of(connection: Connection, event: Event, home: str) -> Place:
    """Return where ``event`` belongs, before its effects; ``home`` is its station's division.

    Who it names may have moved meanwhile, with an enrolment: it is seen where they are now, too.
    """
    if isinstance(event.fact, _SeenWhereTheySay):
        return Place(division=_handover_division(connection, event.county, event.fact) or home)
    if isinstance(event.fact, ListPart):
        return _list_place(connection, event.county, event.fact)
    place = _own_place(connection, event, home)
    if not place.household or place.for_all:
        return place
    known = (place.division, place.moved_from, *place.people_from)
    now = concerned(connection, event.county, event.fact)
    others = tuple(dict.fromkeys(one for one in now.values() if one not in known))
    households = dict.fromkeys((place.household, *place.left, *now))
    return replace(
        place,
        people_from=(*place.people_from, *others),
        households=tuple(households),
    )


def _own_place(connection: Connection, event: Event, home: str) -> Place:
    fact = event.fact
    match fact:
        case HouseholdSaved():
            return _household_place(connection, event.county, fact.household, fact.left, home)
        case PeopleMoved():
            return _household_place(connection, event.county, fact.household, (fact.left,), home)
        case LocalValueProposed():
            return Place(division=fact.division, for_all=True)
        case (
            LocalValueApproved()
            | LocalValueRejected()
            | DivisionsImported()
            | TargetsSet()
            | ReturnCodesSet()
            | ListTaken()
            | ListUndone()
            | ListAliasesSet()
        ):
            return Place(division=event.county, for_all=True)
        case DayClosed() | DayApproved() | DayDeposited():
            return Place(division=_closing_division(connection, event.county, fact.id) or home)
        case CaseDecided() | CaseCommented():
            division = _case_division(connection, event.county, fact.case) or home
            others = places_of(connection, event.county, fact.case)
            households = _case_households(connection, event.county, fact.case)
            return Place(division=division, people_from=others, households=households)
        case _:
            household = _household_named(connection, event.county, fact)
            # What a station says of itself alone goes to nobody else.
            division = division_of(connection, event.county, household) or home
            return Place(household, division) if household else Place()


def _list_place(connection: Connection, county: str, fact: ListPart) -> Place:
    """Return the township a part of a list speaks of, and where its people have gone meanwhile."""
    now = dict.fromkeys(concerned(connection, county, fact).values())
    township = fact.division[:TOWNSHIP_DIGITS]
    elsewhere = tuple(one for one in now if one[: len(township)] != township)
    return Place(division=fact.division, people_from=elsewhere)


def _household_named(connection: Connection, county: str, fact: Fact) -> str:
    """Return the household a fact is about, directly or by what it names; empty if none."""
    match fact:
        case PaymentTaken() | PaymentReversed():
            return fact.receipt.household
        case (
            EnrollmentsRepriced()
            | EnrollmentsVoided()
            | FollowUpNoted()
            | RefundRequested()
            | DifferenceDecided()
        ):
            return fact.household
        case ReceiptPrinted() | ReceiptVoided():
            statement = "SELECT household_id FROM receipts WHERE county = ? AND number = ?"
            named = fact.number
        case RefundDecided():
            statement = "SELECT household_id FROM refunds WHERE county = ? AND id = ?"
            named = fact.id
        case _:
            return ""
    row = connection.execute(statement, (county, named)).fetchone()
    return row[0] if row and row[0] else ""


def _case_division(connection: Connection, county: str, case: str) -> str:
    """Return the division a case belongs to: whoever was told of it hears what is said of it."""
    row = connection.execute(
        "SELECT division FROM cases WHERE county = ? AND id = ?", (county, case)
    ).fetchone()
    return row[0] if row else ""


def _case_households(connection: Connection, county: str, case: str) -> tuple[str, ...]:
    """Return the households a case is about: what is said of it moves with them."""
    row = connection.execute(
        "SELECT e.household, c.detail FROM cases c"
        " JOIN events e ON e.county = c.county AND e.id = c.event_id"
        " WHERE c.county = ? AND c.id = ?",
        (county, case),
    ).fetchone()
    if row is None:
        return ()
    both = msgspec.json.decode(row["detail"]).get("households", ())
    return tuple(dict.fromkeys(one for one in (row["household"], *both) if one))


def _handover_division(connection: Connection, county: str, fact: _SeenWhereTheySay) -> str:
    """Return the division of a part, a paid row or a statement: what is said of it goes there."""
    match fact:
        case TaxRowSettled():
            statement = "SELECT division FROM tax_rows WHERE county = ? AND id = ?"
            row = connection.execute(statement, (county, fact.row)).fetchone()
        case ReconciliationApproved():
            statement = "SELECT division FROM reconciliations WHERE county = ? AND id = ?"
            row = connection.execute(statement, (county, fact.id)).fetchone()
        case _:
            return fact.division
    return row[0] if row and row[0] else ""


def _closing_division(connection: Connection, county: str, closing: str) -> str:
    """Return the division of the station whose day it is: there its signature is awaited."""
    row = connection.execute(
        "SELECT r.division FROM closings c JOIN registrations r"
        " ON r.county = c.county AND r.station = c.station WHERE c.county = ? AND c.id = ?",
        (county, closing),
    ).fetchone()
    return row[0] if row and row[0] else ""


def _household_place(
    connection: Connection,
    county: str,
    household: HouseholdFields,
    left: tuple[str, ...],
    home: str,
) -> Place:
    known = division_of(connection, county, household.id)
    stated = household.division
    division = (stated if isinstance(stated, str) else known) or home
    moved = known if known and known != division else ""
    others = dict.fromkeys(division_of(connection, county, one) for one in left)
    people_from = tuple(one for one in others if one and one not in (division, moved))
    return Place(household.id, division, moved, left, people_from)


def division_of(connection: Connection, county: str, household: str) -> str:
    """Return the division a household is in, empty if it is not known."""
    if not household:
        return ""
    row = connection.execute(
        "SELECT division FROM households WHERE county = ? AND id = ?", (county, household)
    ).fetchone()
    return row[0] or "" if row else ""
