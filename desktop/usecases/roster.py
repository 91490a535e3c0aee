"""Open a roster (续保名册): which households, how far it has come, and its bands page by page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.household import MemberInput
from desktop.domain.roster import Band, Totals
from desktop.store import roster
from desktop.store.register import Row
from desktop.store.roster import Within
from desktop.usecases.desk import Desk
from desktop.usecases.find import find
from desktop.usecases.price import HouseholdPrice, price_household
from desktop.usecases.roster_survey import survey
from desktop.wire.scope import scope_of

LIST_MAX = 5_000
"""Most lines a pasted list may have."""

_FOUND_MAX = 20
_PRICED = ("open", "renewed", "paid")


@dataclass(frozen=True, slots=True)
class Heading:
    """One household of a roster before its band is read."""

    household_id: str
    number: str
    head: str
    names: tuple[str, ...]
    people: int
    undecided: int


@dataclass(frozen=True, slots=True)
class Roster:
    """A roster as it was opened: every household, in order, and the sums over all of them."""

    campaign_year: int
    headings: tuple[Heading, ...]
    totals: Totals
    last_year: int
    """How many of its people were enrolled last year."""


def open_division(desk: Desk, division: str, campaign_year: int) -> Roster:
    """Return the roster of a village, group, school or whole township.

    Raises:
        Unavailable: the file failed.
    """
    return _open(desk, Within(division=scope_of(division)), campaign_year)


def open_households(desk: Desk, household_ids: Sequence[str], campaign_year: int) -> Roster:
    """Return the roster of a list of households.

    Raises:
        Unavailable: the file failed.
    """
    return _open(desk, Within(households=tuple(household_ids)), campaign_year)


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a pasted list came to."""

    households: tuple[str, ...]
    missing: tuple[str, ...]
    """Lines nothing was found for."""
    several: tuple[str, ...]
    """Lines that find more than one household: all of them are in the roster."""


def resolve_list(desk: Desk, text: str) -> Resolved:
    """Return the households a pasted list names: by household number, else as a search finds.

    One per line; what separates columns in a spreadsheet ends the part that is looked at.

    Raises:
        Unavailable: the file failed.
    """
    lines = [
        re.split(r"[\t,，;；]", line.strip(), maxsplit=1)[0].strip() for line in text.splitlines()
    ]
    found: dict[str, None] = {}
    missing: list[str] = []
    several: list[str] = []
    own = scope_of(desk.store.station.division)
    for line in dict.fromkeys(line for line in lines[:LIST_MAX] if line):
        rows = roster.by_number(desk.store.connection, line)
        ids = [row["id"] for row in rows if (row["division"] or "").startswith(own)]
        if not ids:
            matches = (one.household_id for one in find(desk, line, _FOUND_MAX) or ())
            ids = list(dict.fromkeys(one for one in matches if one))
        if not ids:
            missing.append(line)
        if len(ids) > 1:
            several.append(line)
        found.update(dict.fromkeys(ids))
    return Resolved(tuple(found), tuple(missing), tuple(several))


def load_bands(desk: Desk, household_ids: Sequence[str], campaign_year: int) -> tuple[Band, ...]:
    """Return the bands of these households, priced for today.

    Raises:
        Unavailable: the file failed.
    """
    return tuple(one.band for one in survey(desk, household_ids, campaign_year))


def household_price(
    desk: Desk, household_id: str, campaign_year: int
) -> tuple[HouseholdPrice, tuple[MemberInput, ...]] | None:
    """Return what a roster's household pays if paid today, and who was asked about.

    Everybody renewed, paid or still open is priced; whoever is set aside is not. None for a
    household that nobody lives in any more.

    Raises:
        Unavailable: the file failed.
    """
    found = survey(desk, (household_id,), campaign_year)
    if not found:
        return None
    entry = found[0].entry
    members = tuple(
        replace(member, enrol=one.state in _PRICED)
        for member, one in zip(entry.members, found[0].band.members, strict=True)
    )
    entry = replace(entry, members=members)
    return price_household(entry, desk.law, desk.today, desk.local_values), members


def by_pinyin(desk: Desk, household_ids: Sequence[str], keys: str) -> frozenset[str]:
    """Return those households with somebody whose pinyin begins with ``keys``.

    Raises:
        Unavailable: the file failed.
    """
    within = Within(households=tuple(household_ids))
    return frozenset(roster.by_pinyin(desk.store.connection, within, keys.lower()))


def _open(desk: Desk, within: Within, campaign_year: int) -> Roster:
    connection = desk.store.connection
    rows = sorted(roster.headings(connection, within, campaign_year), key=_order)
    fen = {row["status"]: row["fen"] for row in roster.money(connection, within, campaign_year)}
    totals = Totals(
        households=len(rows),
        done=sum(row["undecided"] == 0 for row in rows),
        people=sum(row["people"] for row in rows),
        renewed=sum(row["enrolled"] for row in rows),
        due_fen=fen.get("registered", 0),
        collected_fen=fen.get("paid", 0),
    )
    last = sum(row["last"] for row in rows)
    return Roster(campaign_year, tuple(_heading(row) for row in rows), totals, last)


def _heading(row: Row) -> Heading:
    names = tuple((row["names"] or "").split("\n"))
    return Heading(
        household_id=row["id"],
        number=row["number"] or "",
        head=row["head"] or names[0],
        names=names,
        people=row["people"],
        undecided=row["undecided"],
    )


def _order(row: Row) -> tuple[str, list[tuple[int, str]], str]:
    """Order by group, then household number as people count: 2 before 10."""
    parts = re.split(r"(\d+)", row["number"] or "")
    number = [(int(part), "") if part.isdecimal() else (-1, part) for part in parts if part]
    return row["division"] or "", number, row["id"]
