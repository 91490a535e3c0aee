"""What the county knows of an identity number beyond this station: a question, never a refusal.

The centre publishes who is enrolled, paid for, insured as an employee or dead as a filter of keyed
hashes (`desktop.domain.county_filter`). A hit that this station's own register does not explain is
a warning to be confirmed by the centre, which opens a case for a real double after the exchange.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from desktop.base.errors import Refused
from desktop.domain.county_filter import CountyFilter
from desktop.domain.facts import OtherCover
from desktop.domain.household import Finding
from desktop.domain.identity_number import normalise
from desktop.store import people as people_of
from desktop.store import register
from desktop.store.register import Row
from desktop.usecases.desk import Desk

PREINSURED_PROVINCE = "50"
"""重庆: 预参保 while waiting for employee cover is no double cover (渝医保发〔2021〕70号 二)."""

_DEAD = "2"


def county_check(
    desk: Desk, number: str, campaign_year: int, place: int | None = None
) -> tuple[Finding, ...]:
    """Return what the county's lists say of a number that this station does not know itself.

    Warnings ``COUNTY_PAID`` or ``COUNTY_ENROLLED``, ``EMPLOYEE_LISTED`` (in 重庆
    ``EMPLOYEE_LISTED_PREINSURED``) and ``DEATH_LISTED``, each on the number of member ``place``.
    About one number in a hundred thousand is found without being listed. Runs on the store lane.

    Raises:
        Unavailable: the file or the disk failed.
    """
    number = normalise(number)
    known = desk.county_filters.current()
    if known is None or not number:
        return ()
    people = people_of.persons_by_number(desk.store.connection, number)
    try:
        codes = tuple(_codes(desk, known, number, campaign_year, people))
    except Refused:
        # A layer this program cannot read says nothing; the next one will.
        return ()
    return tuple(Finding(place, "document_number", code, "warning") for code in codes)


def _codes(
    desk: Desk, known: CountyFilter, number: str, year: int, people: list[Row]
) -> Iterator[str]:
    connection = desk.store.connection
    statuses = {one for row in people for one in register.statuses(connection, row["id"], year)}
    if known.holds("paid", year, number):
        if "paid" not in statuses:
            yield "COUNTY_PAID"
    elif not statuses and known.holds("enrolled", year, number):
        # One taken back here is in the county's list until the list is made anew.
        yield "COUNTY_ENROLLED"
    if known.holds("employee", 0, number) and not any(map(_is_employee, people)):
        chongqing = desk.store.station.county.startswith(PREINSURED_PROVINCE)
        yield "EMPLOYEE_LISTED_PREINSURED" if chongqing else "EMPLOYEE_LISTED"
    if known.holds("dead", 0, number) and not any(row["survival"] == _DEAD for row in people):
        yield "DEATH_LISTED"


def _is_employee(row: Row) -> bool:
    covers = msgspec.json.decode(row["other_cover"] or "[]", type=tuple[OtherCover, ...])
    return any(one.scheme == "employee" for one in covers)
