"""Take units and names in with a batch, and put them back: inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import TypeVar

import msgspec

from desktop.domain.events import SignedEvent
from desktop.domain.fact import Fact
from desktop.domain.facts import TEXT_MAX
from desktop.domain.list_facts import ListAlias, ListAliasesSet
from desktop.domain.roster_facts import UNITS_MAX, DivisionsImported, Unit
from desktop.store import lists as stored
from desktop.store.register import Row
from desktop.usecases.desk import Desk
from desktop.usecases.divisions import tree
from desktop.usecases.lists.aliases import ALIASES_MAX, stored_alias
from desktop.usecases.lists.plan import Review
from desktop.usecases.lists.tables import aliases_written, units_written

Told = TypeVar("Told", Unit, ListAlias)


def write_table(desk: Desk, found: Review, batch: str) -> int:
    """Record what a table changes; return how many events that took."""
    facts = list(_facts(found, batch))
    for fact in facts:
        desk.store.record(fact, operator=desk.operator)
    return len(facts)


def undo_table(desk: Desk, batch: Row, undo: str) -> tuple[int, int]:
    """Record what puts a table's units or names back; return how many, and how many could not be.

    What somebody changed since stays. A name goes back to what it meant, or to meaning nothing. A
    unit that was new cannot be taken out of the record, where households may name it by now: it
    ends with the day before, so that nobody is entered under it any more.
    """
    if batch["kind"] == "divisions":
        return _undo_units(desk, batch, undo)
    return _undo_aliases(desk, batch, undo)


def _facts(found: Review, batch: str) -> Iterator[Fact]:
    choices = found.choices
    if choices.kind == "divisions":
        source = " · ".join(filter(None, (found.data.look.file, found.data.sheet)))
        for units, before in _parts(units_written(found.rows), UNITS_MAX // 2):
            yield DivisionsImported(
                units=units, source=source[:TEXT_MAX], batch=batch, before=before
            )
        return
    for aliases, known in _parts(aliases_written(found.rows), ALIASES_MAX // 2):
        yield ListAliasesSet(
            source=choices.words[:TEXT_MAX], aliases=aliases, batch=batch, before=known
        )


def _parts(
    written: Sequence[tuple[Told, Told | None]], most: int
) -> Iterator[tuple[tuple[Told, ...], tuple[Told, ...]]]:
    for start in range(0, len(written), most):
        part = written[start : start + most]
        before = tuple(known for _, known in part if known is not None)
        yield tuple(one for one, _ in part), before


def _undo_units(desk: Desk, batch: Row, undo: str) -> tuple[int, int]:
    known, yesterday = tree(desk), (desk.today - timedelta(days=1)).isoformat()
    restored = kept = 0
    for fact in _events(desk, "divisions.imported", batch["id"]):
        assert isinstance(fact, DivisionsImported), "asked for by its type"
        before = {unit.code: unit for unit in fact.before}
        back: list[Unit] = []
        for unit in fact.units:
            if known.unit(unit.code) != unit:
                kept += 1
            elif unit.code in before:
                back.append(before[unit.code])
                restored += 1
            else:
                back.append(msgspec.structs.replace(unit, valid_to=yesterday))
                kept += 1
        if back:
            now = tuple(unit for unit in fact.units if unit.code in {one.code for one in back})
            again = DivisionsImported(units=tuple(back), source=fact.source, batch=undo, before=now)
            desk.store.record(again, operator=desk.operator)
    return restored, kept


def _undo_aliases(desk: Desk, batch: Row, undo: str) -> tuple[int, int]:
    restored = kept = 0
    for fact in _events(desk, "list.aliases_set", batch["id"]):
        assert isinstance(fact, ListAliasesSet), "asked for by its type"
        rows = stored.aliases(desk.store.connection, fact.source)
        standing = {alias.words: alias for alias in map(stored_alias, rows)}
        back = tuple(_put_back(fact, standing))
        kept += len(fact.aliases) - len(back)
        restored += len(back)
        if back:
            again = ListAliasesSet(source=fact.source, aliases=back, batch=undo)
            desk.store.record(again, operator=desk.operator)
    return restored, kept


def _put_back(fact: ListAliasesSet, standing: dict[str, ListAlias]) -> Iterator[ListAlias]:
    before = {alias.words: alias for alias in fact.before}
    for alias in fact.aliases:
        if standing.get(alias.words) == alias:
            gone = ListAlias(words=alias.words, taken_back=True)
            yield before.get(alias.words, gone)


def _events(desk: Desk, kind: str, batch: str) -> Iterable[Fact]:
    """Return the facts of a batch, in the order they were recorded."""
    found = []
    for row in stored.events_of_type(desk.store.connection, kind):
        fact = SignedEvent(row["body"], row["hash"], row["signature"]).open().fact
        if getattr(fact, "batch", "") == batch:
            found.append(fact)
    return found
