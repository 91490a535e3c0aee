"""What the local register knows about people being entered: at once, offline, never in full.

Whoever a finding names is named masked: enough to look the person up, not enough to learn a
number.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain import codes
from desktop.domain.household import Finding, HouseholdInput, Severity, normalised
from desktop.domain.identity_number import masked
from desktop.store import people, register
from desktop.store.register import Row
from desktop.usecases.county_check import county_check
from desktop.usecases.desk import Desk
from desktop.usecases.lists.registered import Listed, listed_alike, listed_under
from desktop.usecases.save_plan import Known, Plan, plan_of

_LISTED: dict[str, tuple[str, Severity]] = {
    "identity": ("LISTED", "repair"),
    "death": ("LISTED_DEAD", "warning"),
    "employee": ("LISTED_EMPLOYEE", "warning"),
}


def check_register(desk: Desk, plan: Plan) -> Iterator[Finding]:
    """Yield what the register says against or about a planned household."""
    if not plan.entry.division.startswith(desk.store.station.county):
        yield Finding(None, "division", "DIVISION_OUTSIDE", "warning")
    for one in plan.members:
        if one.row is not None:
            yield from _check_known(desk, plan, one, one.row)
        else:
            yield from _check_former_number(desk, one)
        yield from _check_namesakes(desk, plan, one)
        if one.member.enrol:
            number, year = one.member.document_number, plan.entry.campaign_year
            yield from county_check(desk, number, year, one.place)
        yield from _check_lists(desk, one)
    for gone in plan.left:
        if _is_paid_here(plan, gone):
            yield Finding(None, "members", "PAID_MEMBER_REMOVED", "error")


def look_up(desk: Desk, entry: HouseholdInput) -> tuple[Finding, ...]:
    """Return what the register says about a household that is still being entered."""
    plan = plan_of(desk, normalised(entry, desk.today))
    return tuple(check_register(desk, plan))


def _is_paid_here(plan: Plan, one: Known) -> bool:
    found = one.enrollment
    return bool(found and found["status"] == "paid" and found["household_id"] == plan.household_id)


def _check_known(desk: Desk, plan: Plan, one: Known, row: Row) -> Iterator[Finding]:
    number = one.member.document_number
    if row["document_number"] != number:
        yield from _check_taken(desk, one, row)
    if row["name"] != one.member.name:
        yield Finding(one.place, "name", "NAME_DIFFERS", "warning")
    if row["survival"] == "2" and one.member.enrol:
        values: dict[str, object] = {"day": row["died_on"] or "—"}
        yield Finding(one.place, "name", "KNOWN_DEAD", "warning", values)
    paid = one.enrollment is not None and one.enrollment["status"] == "paid"
    if paid and not one.member.enrol:
        yield Finding(one.place, "participation", "PAID_NOT_ENROLLED", "error")
    yield from _check_household(desk, plan, one, row)


def _check_household(desk: Desk, plan: Plan, one: Known, row: Row) -> Iterator[Finding]:
    """Yield whether the person is enrolled, or lives, in another household of the register."""
    here = row["household_id"] == plan.household_id
    elsewhere = one.enrollment and one.enrollment["household_id"] != plan.household_id
    # Who moved here after paying stays paid in the household the receipt names.
    moved_paid = here and one.enrollment and one.enrollment["status"] == "paid"
    where = _household_words(desk, row["household_id"] or "")
    if one.member.enrol and elsewhere and not moved_paid:
        values: dict[str, object] = {"where": where}
        yield Finding(one.place, "document_number", "ALREADY_ENROLLED", "error", values)
    elif row["household_id"] and not here:
        values = {"where": where}
        yield Finding(one.place, "document_number", "OF_ANOTHER_HOUSEHOLD", "warning", values)


def _check_taken(desk: Desk, one: Known, row: Row) -> Iterator[Finding]:
    found = [
        other
        for other in people.persons_by_number(desk.store.connection, one.member.document_number)
        if other["id"] != row["id"]
    ]
    if found:
        yield Finding(
            one.place,
            "document_number",
            "DOCUMENT_OF_ANOTHER",
            "error",
            {"who": person_words(found[0])},
        )


def _check_former_number(desk: Desk, one: Known) -> Iterator[Finding]:
    """Yield who once had a number nobody has now: the certificate of a child with a card since."""
    if not one.member.document_number:
        return
    found = people.persons_by_number(desk.store.connection, one.member.document_number)
    if found:
        values: dict[str, object] = {"who": person_words(found[0])}
        yield Finding(one.place, "document_number", "DOCUMENT_FORMER", "error", values)


def _check_namesakes(desk: Desk, plan: Plan, one: Known) -> Iterator[Finding]:
    member = one.member
    if not (member.name and member.birth_date):
        return
    present = {each.member.person_id for each in (*plan.members, *plan.left)}
    for other in people.namesakes(desk.store.connection, member.name, member.birth_date):
        if other["id"] not in present and other["document_number"] != member.document_number:
            where = _household_words(desk, other["household_id"])
            values: dict[str, object] = {"who": person_words(other), "where": where}
            yield Finding(one.place, "name", "SUSPECTED_DUPLICATE", "warning", values)
            return


def _check_lists(desk: Desk, one: Known) -> Iterator[Finding]:
    """Yield what departments' lists said of a member before anybody registered them."""
    member = one.member
    for listed in listed_under(desk, member.document_number):
        code, severity = _LISTED.get(listed.kind, ("", "repair"))
        if code and (listed.kind != "identity" or listed.held):
            yield Finding(one.place, "document_number", code, severity, _listed_values(listed))
    for alike in listed_alike(desk, member.name, member.birth_date):
        yield Finding(one.place, "name", "LISTED_ALIKE", "warning", _listed_values(alike))


def _listed_values(listed: Listed) -> dict[str, object]:
    """Return where a list says it: month, source and row."""
    year, _, rest = listed.as_of.partition("-")
    month = rest[:2].lstrip("0")
    return {"year": year, "month": month, "source": listed.source, "row": listed.row}


def person_words(row: Row) -> str:
    """Return who a row is, masked: 王*祥（居民身份证 539999********1234）."""
    name = masked_name(row["name"] or "")
    kind = codes.DOCUMENT_TYPES.get(row["document_type"] or "")
    words = kind.zh.partition("（")[0] if kind else ""
    return f"{name}（{words} {masked(row['document_number'] or '')}）"


def masked_name(name: str) -> str:
    """Return a name as others may see it: the middle hidden, the given name if there is none."""
    if len(name) <= 1:
        return name
    return name[0] + "*" + (name[-1] if len(name) > 2 else "")


def _household_words(desk: Desk, household_id: str) -> str:
    row = register.household(desk.store.connection, household_id) if household_id else None
    return (row["number"] or row["address"] or "—") if row else "—"
