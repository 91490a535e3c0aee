"""Whom a list named before anybody registered them: what it said is theirs once they are here.

Registering somebody does what the list would have done: a part of the same batch says that they
hold what it named, and that nobody waits under that number any more. So the batch, when it is taken
back, takes this back too. Identities are priced in the very save that registers a person; a death
or cover as an employee is marked after it, as a list does, and a check makes a case of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import msgspec

from desktop.base.errors import Refused
from desktop.domain.facts import Recognition
from desktop.domain.household import HouseholdInput
from desktop.domain.list_facts import ListKind, ListPart, WaitingPerson
from desktop.domain.list_merge import merged
from desktop.store import lists as stored
from desktop.store import register
from desktop.store.register import Row
from desktop.usecases.desk import Desk
from desktop.usecases.lists.effect_of import mark_of
from desktop.usecases.lists.matching import Matcher, Person
from desktop.usecases.lists.rights import MAY_IMPORT
from desktop.usecases.lists.statements import Said, Statement, parts_of
from desktop.usecases.save_plan import Plan

Held = tuple[Recognition, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """What one source says of somebody whom nobody had registered when its list came."""

    source: str
    batch: str
    kind: ListKind
    as_of: str
    title: str
    row: int
    who: str
    division: str
    held: Held
    unnamed: tuple[str, ...]
    evidence: str
    waiting: WaitingPerson
    """What stands of them now, to be put back if the save is."""


@dataclass(frozen=True, slots=True)
class Taking:
    """Somebody and what a list says of them, with their identities before and after."""

    listed: Listed
    person: str
    division: str
    was: Held
    now: Held


@dataclass(frozen=True, slots=True)
class Taken:
    """What was applied, and the parts that put it back."""

    count: int = 0
    back: tuple[ListPart, ...] = ()
    sources: tuple[Listed, ...] = field(default=())


def listed_under(desk: Desk, number: str) -> tuple[Listed, ...]:
    """Return what lists say of a number nobody was registered under. Raises Unavailable."""
    return tuple(map(_listed, stored.waiting_number(desk.store.connection, number)))


def listed_alike(desk: Desk, name: str, birth_date: str) -> tuple[Listed, ...]:
    """Return whom lists without numbers name so, born that day. Raises Unavailable.

    Whether it is the same person only somebody who knows them can say: `confirm_listed`.
    """
    return tuple(map(_listed, stored.waiting_alike(desk.store.connection, name, birth_date)))


@dataclass(frozen=True, slots=True)
class Origin:
    """Which list says something of somebody in the register."""

    person: str
    source: str
    as_of: str
    """Empty where the list itself is not here."""
    row: int


def origins_of_household(desk: Desk, household_id: str) -> tuple[Origin, ...]:
    """Return which lists speak of a household's people now. Raises Unavailable."""
    connection = desk.store.connection
    return tuple(
        Origin(member["id"], said["source"], said["as_of"] or "", said["row"] or 0)
        for member in register.members(connection, household_id)
        for said in stored.listed_of(connection, member["id"])
        if said["state"] == "held"
    )


def with_lists(held: Held, found: Iterable[Listed]) -> Held:
    """Return somebody's identities with what lists say of them."""
    for one in found:
        if one.kind == "identity":
            held = merged(held, (), one.held, "")
    return held


def listed_identities(desk: Desk, entry: HouseholdInput) -> Mapping[str, tuple[Recognition, ...]]:
    """Return by number what lists say of people being entered. Raises Unavailable."""
    found = {}
    for member in entry.members:
        said = with_lists((), listed_under(desk, member.document_number))
        if said:
            found[member.document_number] = said
    return found


def priced_with(
    entry: HouseholdInput, listed: Mapping[str, tuple[Recognition, ...]]
) -> HouseholdInput:
    """Return a household as it will be saved: with what lists say of its members."""
    if not listed:
        return entry
    members = tuple(
        replace(one, identities=merged(one.identities, (), listed[one.document_number], ""))
        if one.document_number in listed
        else one
        for one in entry.members
    )
    return replace(entry, members=members)


def planned_with(desk: Desk, plan: Plan) -> tuple[Plan, tuple[Taking, ...]]:
    """Return a plan whose members have what lists say of them, and what that is."""
    members = list(plan.members)
    takings: list[Taking] = []
    for at, known in enumerate(plan.members):
        found = listed_under(desk, known.member.document_number)
        if found:
            was = known.member.identities
            takings += takings_of(found, known.member.person_id, plan.entry.division, was)
            listed = replace(known.member, identities=with_lists(was, found))
            members[at] = replace(known, member=listed)
    return replace(plan, members=tuple(members)), tuple(takings)


def takings_of(
    found: Iterable[Listed], person: str, division: str, was: Held
) -> tuple[Taking, ...]:
    """Return, source by source, what lists say of one person."""
    takings = []
    for one in found:
        now = with_lists(was, (one,))
        takings.append(Taking(one, person, division, was, now))
        was = now
    return tuple(takings)


def record_taken(desk: Desk, takings: Sequence[Taking]) -> Taken:
    """Record what lists say of people who are registered by now, inside a transaction."""
    if not takings:
        return Taken()
    matcher = Matcher(desk)
    matcher.learn_ids(one.person for one in takings)
    back: list[ListPart] = []
    for one in takings:
        person = matcher.by_id(one.person)
        forward = _statement(one, person)
        gone = WaitingPerson(who=one.listed.who, state="gone")
        for part in _parts(one, forward, gone):
            desk.store.record(part, operator=desk.operator)
        again = Statement(
            one.person, 0, "gone", (), None, (), mark=forward.mark_before,
            mark_before=forward.mark,
        )  # fmt: skip
        back += _parts(one, again, one.listed.waiting)
    return Taken(len(takings), tuple(back), tuple(one.listed for one in takings))


def apply_known(desk: Desk, source: str = "") -> int:
    """Give everybody who waits on a list and is registered by now what the list says of them.

    They were registered where that list had not arrived. Returns how many rows that were.

    Raises:
        Refused: ``ROLE``.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may(*MAY_IMPORT)
    with desk.store.transaction():
        return record_known(desk, source)


def record_known(desk: Desk, source: str = "") -> int:
    """Do what `apply_known` does, inside the caller's transaction."""
    rows = stored.waiting_known(desk.store.connection, source)
    return _apply(desk, [(row, row["known"]) for row in rows])


def confirm_listed(desk: Desk, source: str, who: str, person_id: str) -> int:
    """Say that a row of a list without a number means somebody of the register.

    Raises:
        Refused: ``ROLE``; ``LISTED_GONE`` if nobody waits there any more; ``PERSON_UNKNOWN``.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may(*MAY_IMPORT)
    with desk.store.transaction():
        row = stored.waiting_one(desk.store.connection, source, who)
        if row is None:
            raise Refused("LISTED_GONE", "nobody waits there any more")
        done = _apply(desk, [(row, person_id)])
        if not done:
            raise Refused("PERSON_UNKNOWN", "no such person in this station's file")
    return done


def record_leaving(desk: Desk, row: Row, division: str) -> None:
    """Let lists wait again for somebody who leaves the register, inside a transaction.

    ``row``: the person as they stand; ``division``: of their household.
    """
    for said in stored.listed_of(desk.store.connection, row["id"]):
        number = row["document_number"] or ""
        if said["state"] != "held" or not number:
            continue
        gone = Statement(row["id"], 0, "gone", (), None, ())
        waits = WaitingPerson(
            who=f"n:{number}",
            row=said["row"] or 0,
            name=row["name"] or "",
            number=number,
            held=msgspec.json.decode(said["held"] or "[]", type=Held),
            unnamed=msgspec.json.decode(said["unnamed"] or "[]", type=tuple[str, ...]),
            evidence=said["evidence"] or "",
        )
        both: list[tuple[str, Said]] = [(division, gone), (division, waits)]
        for part in parts_of(said["batch_id"], said["source"], both):
            desk.store.record(part, operator=desk.operator)


def _apply(desk: Desk, found: Sequence[tuple[Row, str]]) -> int:
    matcher = Matcher(desk)
    matcher.learn_ids(person for _, person in found)
    held: dict[str, Held] = {}
    takings: list[Taking] = []
    for row, person_id in found:
        person = matcher.by_id(person_id)
        if person is None:
            continue
        was = held.get(person_id, person.identities)
        takings += takings_of((_listed(row),), person_id, person.division, was)
        held[person_id] = takings[-1].now
    return record_taken(desk, takings).count


def _statement(one: Taking, person: Person | None) -> Statement:
    listed = one.listed
    dead = listed.kind == "death"
    mark, mark_before = (
        mark_of(listed.kind, person, listed.evidence) if person is not None else (None, None)
    )
    return Statement(
        one.person, listed.row, "held", listed.held, one.now if one.now != one.was else None,
        one.was, listed.unnamed, "" if dead else listed.evidence, mark, mark_before,
    )  # fmt: skip


def _parts(one: Taking, statement: Statement, waiting: WaitingPerson) -> list[ListPart]:
    said: list[tuple[str, Said]] = [(one.division, statement), (one.division, waiting)]
    return list(parts_of(one.listed.batch, one.listed.source, said))


def _listed(row: Row) -> Listed:
    held = msgspec.json.decode(row["held"] or "[]", type=Held)
    unnamed = msgspec.json.decode(row["unnamed"] or "[]", type=tuple[str, ...])
    return Listed(
        source=row["source"],
        batch=row["batch"],
        kind=row["kind"],
        as_of=row["as_of"] or "",
        title=row["title"] or "",
        row=row["row"] or 0,
        who=row["who"],
        division=row["division"] or "",
        held=held,
        unnamed=unnamed,
        evidence=row["evidence"] or "",
        waiting=WaitingPerson(
            who=row["who"],
            row=row["row"] or 0,
            name=row["name"] or "",
            number=row["number"] or "",
            birth_date=row["birth_date"] or "",
            place=row["place"] or "",
            held=held,
            unnamed=unnamed,
            evidence=row["evidence"] or "",
        ),
    )
