"""Household moves (变换家庭): people go to another household, or found one of their own.

What was paid stays with the household the receipt names, for that year; what is not yet paid goes
along and is assessed again where it arrives.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import msgspec

from desktop.base.errors import Refused
from desktop.domain import codes
from desktop.domain.facts import (
    MEMBERS_MAX,
    HouseholdFields,
    HouseholdSaved,
    PeopleMoved,
    PersonFields,
)
from desktop.domain.household import HouseholdInput
from desktop.domain.roster_facts import NotEnrolled
from desktop.store import not_enrolled, people, register
from desktop.store.register import Row
from desktop.usecases.desk import Desk
from desktop.usecases.household_facts import Assessed, enrollment_fields, person_from_row
from desktop.usecases.households import MAY_ENTER, assessed
from desktop.usecases.open_household import member_from_row
from desktop.usecases.price import reference_of
from desktop.usecases.save_plan import Known

_HEADS = (codes.HEAD, "01")
OTHER = "80"
"""Relation of whoever came along and has not been asked yet."""


@dataclass(frozen=True, slots=True)
class Move:
    """Who goes where."""

    people: tuple[str, ...]
    to_household: str = ""
    """Empty: a new household, of which the first of ``people`` is the head."""
    division: str = ""
    """Of the new household; empty: that of the one they leave."""
    number: str = ""
    address: str = ""
    relations: Mapping[str, str] = field(default_factory=dict)
    """By person: relation to the head where they arrive."""
    new_head: str = ""
    """Who is the head of those who stay, if the head goes."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """What a move gave."""

    household_id: str
    left_id: str
    enrollments: tuple[str, ...]
    """Unpaid enrolments that went along."""


def move_people(desk: Desk, move: Move) -> Moved:
    """Move people of one household to another, whole, with what is not yet paid.

    Raises:
        Refused: ``ROLE``, ``PERSON_UNKNOWN``, ``MOVE_NOBODY``, ``MOVE_MIXED`` (they do not live
            together), ``MOVE_NOWHERE`` (they live there already), ``HOUSEHOLD_UNKNOWN``,
            ``MOVE_HEAD`` (the head goes and nobody is named), ``MOVE_SECOND_HEAD``,
            ``MOVE_TOO_MANY``.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may(*MAY_ENTER)
    with desk.store.transaction():
        rows = _movers(desk, move)
        left = rows[0]["household_id"]
        target = _target(desk, move, left)
        _check_heads(desk, move, rows, left)
        arriving = tuple(_arriving(row, target.id, move, place) for place, row in enumerate(rows))
        entry, open_ = _enrollments(desk, rows, target)
        fact = PeopleMoved(
            household=target,
            left=left,
            people=arriving,
            enrollments=tuple(
                enrollment_fields(one_entry, target.id, one, desk.today) for one_entry, one in open_
            ),
            not_enrolled=_noted(desk, rows, target.id),
            on=desk.today.isoformat(),
            reason=move.reason.strip(),
        )
        law = ""
        if open_:
            first = open_[0][1].assessment
            law = reference_of(first, entry, desk.law, desk.today, desk.local_values)
        desk.store.record(fact, operator=desk.operator, law=law)
        _name_head(desk, move, rows, left)
    return Moved(target.id, left, tuple(one.id for one in fact.enrollments))


def find_household(desk: Desk, typed: str) -> str:
    """Return the id of the household a clerk names by its number or a member's identity number.

    Raises:
        Refused: ``HOUSEHOLD_NOT_FOUND``, ``HOUSEHOLD_AMBIGUOUS`` (two carry the number).
    """
    wanted = typed.strip()
    connection = desk.store.connection
    found = people.household_by_any_number(connection, wanted, desk.store.station.county)
    if len(found) > 1:
        raise Refused("HOUSEHOLD_AMBIGUOUS", "more than one household has this number")
    if found:
        return str(found[0]["id"])
    owners = people.persons_by_number(connection, "".join(wanted.split()).upper())
    if wanted and owners and owners[0]["household_id"]:
        return str(owners[0]["household_id"])
    raise Refused("HOUSEHOLD_NOT_FOUND", "no household with this number, nobody with this card")


def _movers(desk: Desk, move: Move) -> list[Row]:
    if not move.people:
        raise Refused("MOVE_NOBODY", "say who moves")
    rows = []
    for person in dict.fromkeys(move.people):
        row = register.person(desk.store.connection, person)
        if row is None:
            raise Refused("PERSON_UNKNOWN", "no such person in this station's file")
        rows.append(row)
    homes = {row["household_id"] or "" for row in rows}
    if len(homes) > 1 or "" in homes:
        raise Refused("MOVE_MIXED", "only people of one household move together")
    return rows


def _target(desk: Desk, move: Move, left: str) -> HouseholdFields:
    connection = desk.store.connection
    if not move.to_household:
        home = register.household(connection, left)
        assert home is not None, "people live in a household that is there"
        return HouseholdFields(
            id=desk.store.ids.new_id(),
            division=move.division or home["division"] or "",
            number=move.number.strip(),
            address=move.address.strip(),
            phone="",
        )
    if move.to_household == left:
        raise Refused("MOVE_NOWHERE", "they live there already")
    if register.household(connection, move.to_household) is None:
        raise Refused("HOUSEHOLD_UNKNOWN", "no such household in this station's file")
    there = register.members(connection, move.to_household)
    if len(there) + len(move.people) > MEMBERS_MAX:
        raise Refused("MOVE_TOO_MANY", "too many for one household", most=MEMBERS_MAX)
    return HouseholdFields(id=move.to_household)


def _check_heads(desk: Desk, move: Move, rows: list[Row], left: str) -> None:
    going = {row["id"] for row in rows}
    staying = [
        row for row in register.members(desk.store.connection, left) if row["id"] not in going
    ]
    head_goes = any(row["relation"] in _HEADS for row in rows)
    if staying and head_goes and move.new_head not in {row["id"] for row in staying}:
        raise Refused("MOVE_HEAD", "the head goes: say who is the head of those who stay")
    if move.to_household:
        there = register.members(desk.store.connection, move.to_household)
        has_head = any(row["relation"] in _HEADS for row in there)
        if has_head and any(relation in _HEADS for relation in move.relations.values()):
            raise Refused("MOVE_SECOND_HEAD", "that household has a head")


def _arriving(row: Row, household_id: str, move: Move, place: int) -> PersonFields:
    founder = not move.to_household and place == 0
    relation = codes.HEAD if founder else move.relations.get(row["id"]) or OTHER
    return msgspec.structs.replace(person_from_row(row), household=household_id, relation=relation)


def _enrollments(
    desk: Desk, rows: list[Row], target: HouseholdFields
) -> tuple[HouseholdInput, list[tuple[HouseholdInput, Assessed]]]:
    """Return the movers' unpaid enrolments, worked out again where they arrive."""
    known = register.household(desk.store.connection, target.id)
    stated = target.division if isinstance(target.division, str) else ""
    division = stated or (known["division"] if known else "") or desk.store.station.division
    entry = HouseholdInput(division, desk.today.year, household_id=target.id)
    found = []
    for row in rows:
        for enrollment in people.living_enrollments(desk.store.connection, row["id"]):
            if enrollment["status"] != "registered":
                continue
            entry = replace(entry, campaign_year=enrollment["campaign_year"])
            member = member_from_row(row, enrollment, any_enrolled=True)
            found.append((entry, assessed(desk, entry, Known(0, member, row, enrollment))))
    return (found[0][0] if found else entry), found


def _name_head(desk: Desk, move: Move, rows: list[Row], left: str) -> None:
    if not move.new_head or not any(row["relation"] in _HEADS for row in rows):
        return
    fact = HouseholdSaved(
        household=HouseholdFields(id=left),
        people=(PersonFields(id=move.new_head, relation=codes.HEAD),),
    )
    desk.store.record(fact, operator=desk.operator)


def _noted(desk: Desk, rows: list[Row], household: str) -> tuple[NotEnrolled, ...]:
    """Return why movers are not enrolled, as noted before: it goes where they go."""
    connection = desk.store.connection
    return tuple(
        NotEnrolled(
            person=note["person_id"],
            household=household,
            campaign_year=note["campaign_year"],
            reason=note["reason"] or "",
            detail=note["detail"] or "",
            evidence=note["evidence"] or "",
            noted_on=note["noted_on"] or "",
        )
        for row in rows
        for note in not_enrolled.notes_of(connection, row["id"])
    )
