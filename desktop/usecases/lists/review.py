"""Look a list over: read every row, find who is meant, compare with what the source said last."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, timedelta

import msgspec

from desktop.base.dates import day_from_text
from desktop.base.errors import Refused
from desktop.base.memory import collector_paused
from desktop.domain.facts import Recognition
from desktop.domain.list_aliases import AliasBook
from desktop.domain.list_facts import TABLE_KINDS
from desktop.domain.list_reader import RowReader
from desktop.domain.list_repairs import Cell
from desktop.domain.list_rows import ListRow, RowFinding
from desktop.store import lists as stored
from desktop.store.people import last_position
from desktop.store.register import Row
from desktop.usecases.desk import Desk
from desktop.usecases.lists.choices import NOBODY, ListChoices, RowDecision
from desktop.usecases.lists.effect_of import EffectOf
from desktop.usecases.lists.matching import Matcher, Person
from desktop.usecases.lists.plan import EndedRow, PlannedRow, Review, Said
from desktop.usecases.lists.reading import PROGRESS_EVERY, Cancelled, ListData, Progress
from desktop.usecases.lists.rights import may_look
from desktop.usecases.lists.summing import summed
from desktop.usecases.lists.tables import table_rows

_NO_DECISION = RowDecision()


def review(
    desk: Desk,
    choices: ListChoices,
    data: ListData,
    aliases: AliasBook,
    *,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> Review:
    """Return what taking a list in would do; nothing is written.

    Raises:
        Refused: ``ROLE``, ``SOURCE_EMPTY``, ``CANCELLED``.
        Unavailable: the file cannot be read.
    """
    desk.may(*may_look(choices.kind))
    if not choices.source.strip():
        raise Refused("SOURCE_EMPTY", "the list needs the name of who sent it")
    if choices.kind in TABLE_KINDS:
        table = table_rows(desk, choices, data)
        position = last_position(desk.store.connection)
        return summed(desk, Review(choices, data, table, (), (), position))
    looking = Looking(desk, choices, data, aliases)
    with collector_paused():
        rows = looking.rows(progress, cancelled)
    ended = tuple(looking.ended(rows)) if choices.full else ()
    position = last_position(desk.store.connection)
    return summed(desk, Review(choices, data, rows, ended, (), position))


def accepted(read: ListRow, decision: RowDecision, kinds: Sequence[str]) -> bool:
    """Tell whether nothing of a row waits for somebody to accept a repair."""
    return decision.accepted or all(code in kinds for code in read.repairs)


class Looking:
    """One run over a list."""

    def __init__(
        self,
        desk: Desk,
        choices: ListChoices,
        data: ListData,
        aliases: AliasBook,
        *,
        of: Collection[str] | None = None,
    ) -> None:
        """``of``: whom the source knows so is all that will be asked about; None: everybody."""
        self._choices = choices
        self._data = data
        self._reader = RowReader(
            choices.kind,
            data.fields,
            today=desk.today,
            aliases=aliases,
            department=choices.department,
            words=choices.words,
        )
        self._matcher = Matcher(desk)
        self._said = {
            row["who"]: _said(row)
            for row in stored.listed(desk.store.connection, choices.source, of)
        }
        self._as_of = choices.as_of or desk.today.isoformat()
        self._ended_on = _day_before(self._as_of)
        self._effect = EffectOf(choices.kind, self._as_of, self._ended_on, self._matcher)

    def rows(self, progress: Progress, cancelled: Cancelled) -> list[PlannedRow]:
        """Return every row, read, matched and compared."""
        total = len(self._data.rows)
        found: list[PlannedRow] = []
        for place in range(0, total, PROGRESS_EVERY):
            progress(place, 2 * total)
            if cancelled():
                raise Refused("CANCELLED", "stopped; nothing was changed")
            block = map(self._typed, self._data.rows[place : place + PROGRESS_EVERY])
            found += map(PlannedRow, self._reader.read_block(list(block)))
        self._matcher.learn({row.read.number: row.read.name for row in found if row.read.number})
        self._compare(found, lambda done: progress(total + done, 2 * total), cancelled)
        progress(2 * total, 2 * total)
        return found

    def again(self, before: list[PlannedRow], changed: set[int]) -> list[PlannedRow]:
        """Return rows with those of ``changed`` read again, compared with one another."""
        cells = {number: values for number, values in self._data.rows if number in changed}
        found = [
            PlannedRow(
                self._reader.read(*self._typed((row.read.row, cells[row.read.row])))
                if row.read.row in changed
                else row.read
            )
            for row in before
        ]
        self._matcher.learn({row.read.number: row.read.name for row in found if row.read.number})
        self._compare(found, lambda done: None, lambda: False)
        return found

    def ended(self, rows: Iterable[PlannedRow]) -> Iterable[EndedRow]:
        """Yield whom the source held and names no more."""
        if not self._said:
            return
        named = {row.who for row in rows if row.who}
        # Whom nobody had registered then, the source knows by the number.
        named |= {f"n:{row.read.number}" for row in rows if row.waited}
        gone = {who: said for who, said in self._said.items() if who not in named}
        # Somebody who waited and is registered now is known under another name.
        registered = {row.person for row in rows if row.person}
        self._matcher.learn_ids(said.person for said in gone.values() if said.person)
        for who, said in gone.items():
            if said.person and said.person in registered:
                continue
            person = self._matcher.by_id(said.person) if said.person else None
            yield self._effect.of_ended(who, said, person)

    def _typed(self, row: tuple[int, tuple[Cell, ...]]) -> tuple[int, tuple[Cell, ...]]:
        """Return a row's cells, those that somebody corrected as they were typed."""
        number, cells = row
        decision = self._choices.rows.get(number)
        if decision is None or not decision.cells:
            return row
        told = zip(self._data.fields, cells, strict=True)
        return number, tuple(decision.cells.get(field, cell) for field, cell in told)

    def _compare(
        self, rows: list[PlannedRow], progress: Callable[[int], None], cancelled: Cancelled
    ) -> None:
        first: dict[str, PlannedRow] = {}
        decided = self._choices.rows
        for place, row in enumerate(rows):
            if place % PROGRESS_EVERY == 0:
                progress(place)
                if cancelled():
                    raise Refused("CANCELLED", "stopped; nothing was changed")
            decision = decided.get(row.read.row, _NO_DECISION)
            if row.read.findings:
                row.accepted = accepted(row.read, decision, self._choices.accepted)
            self._place(row, decision, first)
        for row in first.values():
            if row.change == "new":
                self._effect.of_row(row, self._said_of(row))

    def _place(self, row: PlannedRow, decision: RowDecision, first: dict[str, PlannedRow]) -> None:
        """Say who a row is, and whether it stands for itself or with a row above."""
        if decision.left_out:
            row.change = "left_out"
            return
        read = row.read
        row.says, row.unnamed = read.says, read.unnamed
        person = self._person(row, decision)
        if read.findings and read.wrong:
            row.change = "wrong"
            return
        if person is None and row.candidates:
            row.change = "candidates"
            return
        self._found(row, person)
        same = first.get(row.who)
        if same is not None:
            row.same_as, row.change = same.read.row, "double"
            _join(same, row)
            return
        if person is None and not self._matcher.ours(row.division):
            row.change = "outside"
            return
        if person is None and self._choices.kind == "residents" and not row.division:
            told = " ".join(row.read.place).strip()
            row.noticed = (*row.noticed, RowFinding("village", "PLACE_UNKNOWN", "error", told))
            row.change = "wrong"
            return
        first[row.who] = row
        row.change = "new"

    def _person(self, row: PlannedRow, decision: RowDecision) -> Person | None:
        if decision.person and decision.person != NOBODY:
            self._matcher.learn_ids((decision.person,))
            return self._matcher.by_id(decision.person)
        if number := row.read.number:
            return self._matcher.by_number(number)
        row.candidates = () if decision.person == NOBODY else self._matcher.candidates(row.read)
        return None

    def _found(self, row: PlannedRow, person: Person | None) -> None:
        read = row.read
        if person is None:
            row.division = self._matcher.place(read.place)
            row.who = self._matcher.who(read)
            return
        row.person, row.division, row.who = person.id, person.division, person.id
        row.was = person.identities
        if read.name and person.name != read.name:
            row.name_here = person.name
            other = RowFinding("name", "NAME_OTHER", "warning", read.name, person.name)
            row.noticed = (*row.noticed, other)

    def _said_of(self, row: PlannedRow) -> Said | None:
        if not self._said:
            return None
        said = self._said.get(row.who)
        if said is None and row.read.number:
            said = self._said.get(f"n:{row.read.number}")
        return said


def _join(first: PlannedRow, again: PlannedRow) -> None:
    """Let a row say what another row of the same person says, too."""
    known = {one.code for one in first.says}
    more = tuple(one for one in again.read.says if one.code not in known)
    unnamed = tuple(one for one in again.read.unnamed if one not in first.unnamed)
    if more or unnamed:
        first.says = (*first.says, *more)
        first.unnamed = (*first.unnamed, *unnamed)
    else:
        twice = RowFinding("number", "ROW_TWICE", "warning", str(first.read.row))
        again.noticed = (*again.noticed, twice)


def _said(row: Row) -> Said:
    held = msgspec.json.decode(row["held"] or "[]", type=tuple[Recognition, ...])
    unnamed = msgspec.json.decode(row["unnamed"] or "[]", type=tuple[str, ...])
    return Said(
        row["person_id"] or "",
        row["division"] or "",
        row["state"],
        held,
        unnamed,
        row["name"] or "",
    )


def _day_before(day: str) -> str:
    before: date = day_from_text(day) - timedelta(days=1)
    return before.isoformat()
