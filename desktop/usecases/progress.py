"""How far the campaign has come in a division: what the dashboard and its papers show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from desktop.base.clock import CHINA, instant_text
from desktop.domain.progress import UnitProgress, add_up, by_township, with_stated
from desktop.sqlite.connection import Connection
from desktop.store import progress as counted
from desktop.store.register import Row
from desktop.wire.scope import scope_of

DAYS_SHOWN = 30


@dataclass(frozen=True, slots=True)
class DayTaken:
    """What one legal day brought. Money in fen."""

    day: date
    receipts: int
    people: int
    own_fen: int
    assistance_fen: int


@dataclass(frozen=True, slots=True)
class IdentityAssisted:
    """How many were assisted on one identity, and with how much. Money in fen."""

    identity: str
    people: int
    assistance_fen: int


@dataclass(frozen=True, slots=True)
class Progress:
    """A division's campaign on one day."""

    division: str
    campaign_year: int
    day: date
    total: UnitProgress
    townships: tuple[UnitProgress, ...]
    villages: tuple[UnitProgress, ...]
    days: tuple[DayTaken, ...]
    """Every day up to `day`, oldest first, days without a payment included."""
    identities: tuple[IdentityAssisted, ...]

    @property
    def week_fen(self) -> int:
        """What people paid themselves in the seven days up to `day`."""
        return sum(one.own_fen for one in self.days[-7:])


def progress(connection: Connection, division: str, campaign_year: int, today: date) -> Progress:
    """Return how far a campaign has come under ``division``, counted now.

    Reads only, on any connection: a county of half a million takes seconds, so a screen asks on a
    reading connection of its own. Raises Unavailable if the file fails.
    """
    scope = scope_of(division)
    stated = {
        row["division"]: UnitProgress(
            row["division"],
            residents=row["residents"],
            employees=row["employees"],
            target=row["target"],
        )
        for row in counted.targets(connection, scope, campaign_year)
    }
    villages = _villages(connection, scope, campaign_year, today)
    villages |= {
        code: villages.get(code) or UnitProgress(code) for code in stated if _is_village(code)
    }
    told = tuple(with_stated(unit, stated.get(code)) for code, unit in sorted(villages.items()))
    townships = by_township(told, stated)
    return Progress(
        division=division,
        campaign_year=campaign_year,
        day=today,
        total=with_stated(add_up(division, townships), stated.get(division)),
        townships=townships,
        villages=told,
        days=_days(connection, scope, campaign_year, today),
        identities=tuple(
            IdentityAssisted(row["identity"] or "", row["people"], row["assistance_fen"])
            for row in counted.assistance_by_identity(connection, scope, campaign_year)
        ),
    )


def _villages(
    connection: Connection, scope: str, campaign_year: int, today: date
) -> dict[str, UnitProgress]:
    found: dict[str, UnitProgress] = {}

    def unit(row: Row) -> UnitProgress:
        return found.get(row["division"]) or UnitProgress(row["division"])

    for row in counted.people_by_village(connection, scope):
        found[row["division"]] = replace(unit(row), people=row["people"])
    for row in counted.enrollments_by_village(connection, scope, campaign_year):
        found[row["division"]] = _with_enrollments(unit(row), row)
    for row in counted.reasons_by_village(connection, scope, campaign_year):
        one = unit(row)
        reasons = one.reasons | {row["reason"]: row["people"]}
        found[row["division"]] = replace(one, reasons=reasons)
    for row in counted.people_paid_since(connection, scope, campaign_year, _start_of(today)):
        found[row["division"]] = replace(unit(row), new_today=row["people"])
    return found


def _with_enrollments(unit: UnitProgress, row: Row) -> UnitProgress:
    if row["status"] == "registered":
        return replace(unit, registered=row["people"])
    return replace(
        unit,
        paid=row["people"],
        assisted=row["assisted"],
        assistance_fen=row["assistance_fen"],
        own_fen=row["net_fen"],
    )


def _days(
    connection: Connection, scope: str, campaign_year: int, today: date
) -> tuple[DayTaken, ...]:
    first = today - timedelta(days=DAYS_SHOWN - 1)
    rows = {
        row["day"]: row
        for row in counted.payments_by_day(connection, scope, campaign_year, _start_of(first))
    }
    days = (first + timedelta(days=n) for n in range(DAYS_SHOWN))
    return tuple(_day(day, rows.get(day.isoformat())) for day in days)


def _day(day: date, row: Row | None) -> DayTaken:
    if row is None:
        return DayTaken(day, 0, 0, 0, 0)
    return DayTaken(day, row["receipts"], row["people"], row["paid_fen"], row["assistance_fen"])


def _start_of(day: date) -> str:
    """Return the instant a legal day begins: midnight in China."""
    return instant_text(datetime.combine(day, time(), CHINA))


def _is_village(code: str) -> bool:
    return len(code) == 12 and not code.endswith("000")
