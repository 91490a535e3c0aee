"""What facts about lists that came in do to the tables.

A part of `desktop.domain.effects`, under the same rule: every effect assigns. What a list says of
people's identities goes to their own row, where the calculator reads it; beside it stands what each
source says of whom.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.assign import Assign, AssignRows, Value, column, set_fields
from desktop.domain.events import Event
from desktop.domain.facts import PersonFields
from desktop.domain.list_facts import (
    ListAlias,
    ListAliasesSet,
    ListFact,
    ListPart,
    ListTaken,
    ListUndone,
    WaitingPerson,
)

_LISTED_KEY = ("source", "who")
_LISTED = (
    "county", "division", "batch_id", "row", "state", "person_id", "held", "unnamed", "evidence",
)  # fmt: skip


def of_lists(event: Event, fact: ListFact) -> Iterator[Assign]:
    """Yield what becomes of batches, listed people, their identities and the aliases."""
    match fact:
        case ListPart():
            for one in of_list_part(event, fact):
                if isinstance(one, AssignRows):
                    yield from one.each()
                else:
                    yield one
        case ListTaken():
            values = set_fields(fact) | {"county": event.county, "station": event.station}
            values |= {"operator": event.operator, "at": event.at}
            yield Assign("list_batches", {"id": values.pop("batch")}, values)
        case ListUndone():
            undone: dict[str, Value] = {"undone_by": event.operator, "undone_at": event.at}
            undone |= {"undo_id": fact.undo, "undo_reason": fact.reason}
            yield Assign("list_batches", {"id": fact.batch}, undone)
        case ListAliasesSet():
            for alias in fact.aliases:
                yield _alias(event, fact.source, alias)


def of_list_part(event: Event, fact: ListPart) -> Iterator[Assign | AssignRows]:
    """Yield what a list's part assigns, hundreds of people's rows at a time."""
    text, county = _Written(fact).text, event.county
    changed: list[tuple[Value, ...]] = [
        (one.person, text(one.now), county) for one in fact.people if one.now is not None
    ]
    if changed:
        yield AssignRows("people", ("id",), ("identities", "county"), changed)
    for mark in fact.marks:
        yield Assign("people", {"id": mark.id}, _mark(mark) | {"county": county})
    source, division, batch = fact.source, fact.division, fact.batch
    listed: list[tuple[Value, ...]] = [
        (
            source, one.person, county, division, batch, one.row, one.state, one.person,
            text(one.held), column(one.unnamed) if one.unnamed else "[]", one.evidence,
        )
        for one in fact.people
    ]  # fmt: skip
    if listed:
        yield AssignRows("list_people", _LISTED_KEY, _LISTED, listed)
    same: dict[str, Value] = {"county": county, "division": division, "batch_id": batch}
    for waiting in fact.waiting:
        key: dict[str, Value] = {"source": source, "who": waiting.who}
        yield Assign("list_people", key, same | _waiting(waiting))


class _Written:
    """Lists of identities as columns hold them; thousands of people share a few."""

    def __init__(self, part: ListPart) -> None:
        self._part = part
        self._known: dict[tuple[int, ...], Value] = {}

    def text(self, places: tuple[int, ...]) -> Value:
        """Return the JSON of the recognitions at ``places``."""
        if places not in self._known:
            chosen = tuple(self._part.recognitions[place] for place in places)
            self._known[places] = column(chosen)
        return self._known[places]


def _mark(mark: PersonFields) -> dict[str, Value]:
    values = set_fields(mark)
    values.pop("id")
    return values


def _waiting(person: WaitingPerson) -> dict[str, Value]:
    return {
        "row": person.row,
        "state": person.state,
        "held": column(person.held),
        "unnamed": column(person.unnamed),
        "evidence": person.evidence,
        "name": person.name,
        "number": person.number,
        "birth_date": person.birth_date,
        "place": person.place,
    }


def _alias(event: Event, source: str, alias: ListAlias) -> Assign:
    values: dict[str, Value] = {
        "county": event.county,
        "means": column(alias.means),
        # No priority: nobody says any more what it means.
        "priority": None if alias.taken_back else alias.priority,
        "operator": event.operator,
        "at": event.at,
    }
    return Assign("list_aliases", {"source": source, "words": alias.words}, values)
