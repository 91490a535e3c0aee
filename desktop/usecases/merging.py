"""One person entered twice becomes one again (人员合并), if no money hangs on the second."""

from __future__ import annotations

from desktop.base.errors import Refused
from desktop.domain.facts import HouseholdFields, HouseholdSaved, PersonFields, Recognition
from desktop.domain.member_rows import law_facts
from desktop.domain.roster_facts import EnrollmentsVoided, NotEnrolled
from desktop.store import people, register
from desktop.store.register import Row
from desktop.usecases.desk import Desk
from desktop.usecases.documents import (
    ChangedDocument,
    DocumentChange,
    check_change,
    write_document,
)
from desktop.usecases.households import MAY_ENTER
from desktop.usecases.register_checks import person_words

MERGED = "merged:"
"""What ``moved_to`` of the duplicate begins with; the id of the person kept follows."""


def merge_people(desk: Desk, change: DocumentChange, duplicate_id: str) -> ChangedDocument:
    """Give the person of ``change`` the number of their duplicate, who leaves the register.

    The duplicate's unpaid enrolments are voided; the duplicate leaves the household and keeps no
    number, so that from now on the number finds the person kept. Identities that only the
    duplicate had go to the person kept, with their days and papers. All or nothing.

    Raises:
        HouseholdRefused: the number is wrong in itself.
        Refused: ``ROLE``, ``PERSON_UNKNOWN``, ``MERGE_NOT_SAME`` (the number is not the
            duplicate's), ``MERGE_PAID`` (the duplicate's cover is paid: the money comes first).
        Unavailable: the disk failed; nothing was written.
    """
    desk.may(*MAY_ENTER)
    with desk.store.transaction():
        connection = desk.store.connection
        kept = register.person(connection, change.person_id)
        duplicate = register.person(connection, duplicate_id)
        if kept is None or duplicate is None:
            raise Refused("PERSON_UNKNOWN", "no such person in this station's file")
        check = check_change(desk, change, kept)
        owners = {row["id"] for row in people.persons_by_number(connection, check.number)}
        if kept["id"] == duplicate["id"] or owners - {kept["id"]} != {duplicate["id"]}:
            raise Refused("MERGE_NOT_SAME", "the number is not only the duplicate's")
        _leave(desk, kept, duplicate)
        return write_document(desk, change, _with_identities(desk, kept, duplicate), check)


def _with_identities(desk: Desk, kept: Row, duplicate: Row) -> Row:
    """Give the person kept the identities they lack; return their row as it then is."""
    held: tuple[Recognition, ...] = law_facts(kept)["identities"]
    codes = {one.code for one in held}
    added = tuple(one for one in law_facts(duplicate)["identities"] if one.code not in codes)
    if not added:
        return kept
    fact = HouseholdSaved(
        household=HouseholdFields(id=kept["household_id"] or ""),
        people=(PersonFields(id=kept["id"], identities=(*held, *added)),),
    )
    desk.store.record(fact, operator=desk.operator)
    row = register.person(desk.store.connection, kept["id"])
    assert row is not None, "the person kept is in the register"
    return row


def _leave(desk: Desk, kept: Row, duplicate: Row) -> None:
    connection = desk.store.connection
    living = people.living_enrollments(connection, duplicate["id"])
    if any(row["status"] == "paid" for row in living):
        raise Refused("MERGE_PAID", "the duplicate has paid", who=person_words(duplicate))
    by_household: dict[str, list[str]] = {}
    for row in living:
        by_household.setdefault(row["household_id"], []).append(row["id"])
    for household, enrollments in by_household.items():
        fact = EnrollmentsVoided(
            household=household, enrollments=tuple(enrollments), reason="doubled"
        )
        desk.store.record(fact, operator=desk.operator)
    left = duplicate["household_id"] or kept["household_id"] or ""
    gone = PersonFields(
        id=duplicate["id"], household="", document_number="", moved_to=MERGED + kept["id"]
    )
    noted = tuple(
        NotEnrolled(person=duplicate["id"], household=left, campaign_year=year, reason="")
        for year in people.years_not_enrolled(connection, duplicate["id"])
    )
    desk.store.record(
        HouseholdSaved(household=HouseholdFields(id=left), people=(gone,), not_enrolled=noted),
        operator=desk.operator,
    )
