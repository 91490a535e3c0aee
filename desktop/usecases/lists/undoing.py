"""Take a whole list back: further events that put back what it changed, person by person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from desktop.base.errors import Refused
from desktop.domain.assign import set_fields
from desktop.domain.events import SignedEvent
from desktop.domain.facts import (
    TEXT_MAX,
    HouseholdFields,
    HouseholdSaved,
    PersonFields,
    Recognition,
)
from desktop.domain.list_facts import (
    TABLE_KINDS,
    ListedPerson,
    ListPart,
    ListUndone,
    WaitingPerson,
)
from desktop.domain.list_merge import restored
from desktop.store import lists as stored
from desktop.store import people, register
from desktop.store.register import Row
from desktop.usecases.desk import Desk
from desktop.usecases.lists.matching import Matcher, Person
from desktop.usecases.lists.reading import Cancelled, Progress
from desktop.usecases.lists.registered import record_known, record_leaving
from desktop.usecases.lists.residents import reference
from desktop.usecases.lists.rights import may_import
from desktop.usecases.lists.statements import Said, Statement, parts_of
from desktop.usecases.lists.table_writing import undo_table


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking a list back did."""

    restored: int
    kept: int
    """People whom somebody changed meanwhile: only what the list had brought was taken away; or
    residents who are enrolled by now, and stay; or units that ended instead of going."""


@dataclass(slots=True)
class _Told:
    """A source's word of one person at some time."""

    state: str
    held: tuple[Recognition, ...] = ()
    unnamed: tuple[str, ...] = ()
    evidence: str = ""
    row: int = 0


@dataclass(slots=True)
class _Story:
    """What a batch said, and what the source had said before it."""

    parts: list[ListPart] = field(default_factory=list)
    people: dict[str, _Told] = field(default_factory=dict)
    waiting: dict[str, WaitingPerson] = field(default_factory=dict)


def undo_list(
    desk: Desk,
    batch_id: str,
    reason: str,
    *,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> Undone:
    """Take a batch back whole; later lists of its source must have been taken back before.

    Raises:
        Refused: ``ROLE``, ``REASON_EMPTY``, ``BATCH_UNKNOWN``, ``BATCH_UNDONE``,
            ``BATCH_NOT_LAST``, ``CANCELLED``; nothing was written.
        Unavailable: the disk failed; nothing was written.
    """
    if not reason.strip():
        raise Refused("REASON_EMPTY", "say why the list is taken back")
    with desk.store.transaction():
        batch = _may_go(desk, batch_id)
        undo = desk.store.ids.new_id()
        if batch["kind"] in TABLE_KINDS:
            done = Undone(*undo_table(desk, batch, undo))
        elif batch["kind"] == "residents":
            done = _undo_residents(desk, batch, progress, cancelled)
        else:
            done = _undo_parts(desk, batch, undo, progress, cancelled)
        fact = ListUndone(
            batch=batch_id,
            undo=undo,
            reason=reason.strip()[:TEXT_MAX],
            restored=done.restored,
            kept=done.kept,
        )
        desk.store.record(fact, operator=desk.operator)
        # Who is registered and now waits again on an earlier list has what that one said.
        record_known(desk, batch["source"])
        if cancelled():
            raise Refused("CANCELLED", "stopped; nothing was changed")
    return done


def _may_go(desk: Desk, batch_id: str) -> Row:
    connection = desk.store.connection
    batch = stored.batch(connection, batch_id)
    if batch is None or batch["kind"] is None:
        raise Refused("BATCH_UNKNOWN", "no such batch")
    if batch["undone_at"]:
        raise Refused("BATCH_UNDONE", "the batch was taken back already")
    desk.may(*may_import(batch["kind"]))
    if desk.role != "supervisor" and batch["operator"] != desk.operator:
        raise Refused("ROLE", "whoever took it in, or a supervisor", needs="supervisor")
    standing = [one for one in stored.batches(connection, batch["source"]) if not one["undone_at"]]
    if standing[0]["id"] != batch_id and batch["kind"] != "residents":
        raise Refused("BATCH_NOT_LAST", "a later list of this source stands on it")
    return batch


def _undo_parts(
    desk: Desk, batch: Row, undo: str, progress: Progress, cancelled: Cancelled
) -> Undone:
    story = _story_of(desk, batch["id"], batch["source"])
    matcher = Matcher(desk)
    matcher.learn_ids(one.person for part in story.parts for one in part.people)
    said: list[tuple[str, Said]] = []
    kept = 0
    waits: set[str] = set()
    for part in story.parts:
        before = {mark.id: mark for mark in part.marks_before}
        marks = {mark.id: mark for mark in part.marks}
        for one in part.people:
            person = matcher.by_id(one.person)
            if person is None:
                continue
            statement = _put_back(part, one, person, story, (marks, before))
            kept += statement.now is not None and statement.now != _listed(part, one.was)
            said.append((person.division, statement))
        for one_ in part.waiting:
            # Somebody registered since is in two parts: as who waited, and as who is here now.
            if one_.who not in waits:
                waits.add(one_.who)
                said.append((part.division, _waits_again(one_, story)))
    done = 0
    for part in parts_of(undo, batch["source"], said):
        if cancelled():
            raise Refused("CANCELLED", "stopped; nothing was changed")
        desk.store.record(part, operator=desk.operator)
        done += len(part.people) + len(part.waiting)
        progress(done, len(said))
    return Undone(len(said), kept)


def _story_of(desk: Desk, batch_id: str, source: str) -> _Story:
    story = _Story()
    for part in _parts(desk, source):
        if part.batch == batch_id:
            story.parts.append(part)
        elif not story.parts:
            _fold(story, part)
    return story


def _parts(desk: Desk, source: str) -> Iterator[ListPart]:
    for row in stored.part_events(desk.store.connection):
        fact = SignedEvent(row["body"], row["hash"], row["signature"]).open().fact
        if isinstance(fact, ListPart) and fact.source == source:
            yield fact


def _fold(story: _Story, part: ListPart) -> None:
    for one in part.people:
        story.people[one.person] = _Told(
            one.state, _listed(part, one.held), one.unnamed, one.evidence, one.row
        )
    for waiting in part.waiting:
        story.waiting[waiting.who] = waiting


def _put_back(
    part: ListPart,
    one: ListedPerson,
    person: Person,
    story: _Story,
    marks: tuple[dict[str, PersonFields], dict[str, PersonFields]],
) -> Statement:
    told = story.people.get(one.person) or _Told("gone")
    now = None
    if one.now is not None:
        now = restored(person.identities, _listed(part, one.now), _listed(part, one.was))
    mark = mark_before = None
    stated, before = (found.get(one.person) for found in marks)
    if stated is not None and before is not None and _stands(person, stated):
        mark, mark_before = before, stated
    return Statement(
        one.person, told.row, told.state, told.held, now, person.identities,  # type: ignore[arg-type]
        told.unnamed, told.evidence, mark, mark_before,
    )  # fmt: skip


def _stands(person: Person, stated: PersonFields) -> bool:
    """Tell whether what a list stated of somebody is still so."""
    values = set_fields(stated)
    if "survival" in values:
        return (person.survival, person.died_on) == (values["survival"], values["died_on"])
    return person.other_cover == stated.other_cover


def _waits_again(one: WaitingPerson, story: _Story) -> WaitingPerson:
    before = story.waiting.get(one.who)
    if before is not None:
        return before
    return msgspec.structs.replace(one, state="gone", held=(), unnamed=(), evidence="")


def _listed(part: ListPart, places: Iterable[int]) -> tuple[Recognition, ...]:
    return tuple(part.recognitions[place] for place in places)


def _undo_residents(desk: Desk, batch: Row, progress: Progress, cancelled: Cancelled) -> Undone:
    connection = desk.store.connection
    prefix = reference(batch["id"])
    rows = stored.households_of_refs(connection, batch["station"], prefix)
    gone = kept = 0
    for place, row in enumerate(rows):
        if place % 100 == 0:
            progress(place, len(rows))
            if cancelled():
                raise Refused("CANCELLED", "stopped; nothing was changed")
        leaving = tuple(_leaving(desk, row))
        if leaving:
            _let_lists_wait(desk, row, leaving)
            fact = HouseholdSaved(household=HouseholdFields(id=row["subject"]), people=leaving)
            desk.store.record(fact, operator=desk.operator)
        gone += len(leaving)
        kept += _entered(desk, row) - len(leaving)
    return Undone(gone, kept)


def _let_lists_wait(desk: Desk, household: Row, leaving: Iterable[PersonFields]) -> None:
    connection = desk.store.connection
    home = register.household(connection, household["subject"])
    division = (home["division"] if home else "") or desk.store.station.county
    for one in leaving:
        standing = register.person(connection, one.id)
        assert standing is not None, "who leaves was looked up in the register"
        record_leaving(desk, standing, division)


def _leaving(desk: Desk, row: Row) -> Iterator[PersonFields]:
    """Yield those of a household who may go: still where the list put them, and not enrolled."""
    connection = desk.store.connection
    for entered in _event(desk, row).people:
        standing = register.person(connection, entered.id)
        if standing is None or standing["household_id"] != row["subject"]:
            continue
        if not people.living_enrollments(connection, entered.id):
            yield PersonFields(id=entered.id, household="", document_number="")


def _entered(desk: Desk, row: Row) -> int:
    return len(_event(desk, row).people)


def _event(desk: Desk, row: Row) -> HouseholdSaved:
    """Return what a reference of the batch entered."""
    fact = stored.event_of(desk.store.connection, row["event_id"]).open().fact
    assert isinstance(fact, HouseholdSaved), "a list's reference names a household's event"
    return fact
