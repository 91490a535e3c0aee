"""Take a list in: everything it changes and the batch itself, in one transaction or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.base.errors import Refused
from desktop.base.memory import collector_paused
from desktop.domain.facts import TEXT_MAX
from desktop.domain.list_facts import (
    TABLE_KINDS,
    ListCounts,
    ListKind,
    ListTaken,
    WaitingPerson,
)
from desktop.store.people import last_position
from desktop.usecases.desk import Desk
from desktop.usecases.lists.aliases import alias_book
from desktop.usecases.lists.plan import WRITTEN, EndedRow, PlannedRow, Review
from desktop.usecases.lists.reading import Cancelled, Progress, remember_columns
from desktop.usecases.lists.registered import record_known
from desktop.usecases.lists.residents import households_of, record_households
from desktop.usecases.lists.review import review
from desktop.usecases.lists.rights import may_import
from desktop.usecases.lists.statements import Said, Statement, parts_of
from desktop.usecases.lists.table_writing import write_table

_WHO_KNOWS = "n:"


@dataclass(frozen=True, slots=True)
class Written:
    """What taking a list in did."""

    batch: str
    counts: ListCounts
    parts: int


def write_list(
    desk: Desk,
    found: Review,
    *,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> Written:
    """Write a list that was looked over; return the batch.

    Raises:
        Refused: ``ROLE``; ``LIST_NOT_READY`` while rows or questions stand in the way;
            ``LIST_MOVED`` if what it would do has changed since it was looked over;
            ``CANCELLED``. Nothing was written.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may(*may_import(found.choices.kind))
    _check_ready(found)
    with collector_paused(), desk.store.transaction():
        found = _as_it_stands(desk, found)
        batch = desk.store.ids.new_id()
        if found.choices.kind in TABLE_KINDS:
            parts, households = write_table(desk, found, batch), 0
        elif found.choices.kind == "residents":
            parts, households = _write_households(desk, found, batch, progress, cancelled)
        else:
            parts, households = _write_parts(desk, found, batch, progress, cancelled), 0
        counts = counted(found, households)
        desk.store.record(_taken(desk, found, batch, counts, parts), operator=desk.operator)
        remember_columns(desk, found.choices.source, found.data)
        if cancelled():
            raise Refused("CANCELLED", "stopped; nothing was changed")
    return Written(batch, counts, parts)


def counted(found: Review, households: int = 0) -> ListCounts:
    """Return what became of a list's rows."""
    counts = found.counts
    written = list(filter(is_written, found.rows))
    return ListCounts(
        rows=len(found.rows),
        matched=sum(bool(row.person) for row in found.rows),
        waiting=counts["waiting"],
        new=counts["new"],
        changed=counts["changed"],
        unchanged=counts["unchanged"],
        ended=len(found.ended),
        unnamed=sum(bool(row.unnamed) for row in written),
        repaired=found.repaired,
        left_out=_left_out(found),
        households=households,
    )


def is_written(row: PlannedRow) -> bool:
    """Tell whether a row changes anything, and may: its repairs are accepted."""
    return row.change in WRITTEN and row.accepted


def _check_ready(found: Review) -> None:
    if not found.ready:
        asked = [one.code for one in found.questions if not one.confirmed]
        raise Refused(
            "LIST_NOT_READY",
            f"{found.stopping} rows and {len(asked)} questions stand in the way",
            rows=found.stopping,
            questions=len(asked),
        )


def _as_it_stands(desk: Desk, found: Review) -> Review:
    """Return the review as the register is now; refuse if it would do something else by now."""
    if last_position(desk.store.connection) == found.position:
        return found
    again = review(desk, found.choices, found.data, alias_book(desk, found.choices.source))
    if again.counts != found.counts or len(again.ended) != len(found.ended) or not again.ready:
        raise Refused("LIST_MOVED", "the register has changed since the list was looked over")
    return again


def _write_households(
    desk: Desk, found: Review, batch: str, progress: Progress, cancelled: Cancelled
) -> tuple[int, int]:
    facts = households_of(desk, found, batch)
    record_households(desk, facts, progress, cancelled)
    # Departments may have named these people long ago.
    record_known(desk)
    return 0, len(facts)


def _write_parts(
    desk: Desk, found: Review, batch: str, progress: Progress, cancelled: Cancelled
) -> int:
    county = desk.store.station.county
    said = [(division or county, one) for division, one in _said(found)]
    total, done, parts = len(said), 0, 0
    for part in parts_of(batch, found.choices.source, said):
        if cancelled():
            raise Refused("CANCELLED", "stopped; nothing was changed")
        desk.store.record(part, operator=desk.operator)
        parts += 1
        done += len(part.people) + len(part.waiting)
        progress(done, total)
    return parts


def _said(found: Review) -> Iterator[tuple[str, Said]]:
    for row in filter(is_written, found.rows):
        if row.person:
            yield row.division, _statement(row)
            if row.waited:
                yield row.division, WaitingPerson(who=_WHO_KNOWS + row.read.number, state="gone")
        else:
            yield row.division, _waits(row, found.choices.kind)
    for gone in found.ended:
        yield gone.division, _gone(gone)


def _statement(row: PlannedRow) -> Statement:
    return Statement(
        row.person,
        row.read.row,
        "held",
        row.says,
        row.now if row.now != row.was else None,
        row.was,
        row.unnamed,
        row.read.evidence,
        row.mark,
        row.mark_before,
    )


def _waits(row: PlannedRow, kind: ListKind) -> WaitingPerson:
    read = row.read
    return WaitingPerson(
        who=row.who,
        row=read.row,
        name=read.name,
        number=read.number,
        birth_date=read.birth_date,
        place=" ".join(filter(None, read.place[:3]))[:TEXT_MAX],
        held=row.says,
        unnamed=row.unnamed,
        evidence=read.more[0] if kind == "death" else read.evidence,
    )


def _gone(gone: EndedRow) -> Said:
    if not gone.person:
        return WaitingPerson(
            who=gone.who, state="ended", name=gone.name, held=gone.held, unnamed=gone.unnamed
        )
    now = gone.now if gone.now != gone.was else None
    return Statement(
        gone.person, 0, "ended", gone.held, now, gone.was, gone.unnamed,
        mark=gone.mark, mark_before=gone.mark_before,
    )  # fmt: skip


def _taken(desk: Desk, found: Review, batch: str, counts: ListCounts, parts: int) -> ListTaken:
    choices = found.choices
    return ListTaken(
        batch=batch,
        kind=choices.kind,
        source=choices.source[:TEXT_MAX],
        department=choices.department,
        title=found.data.look.file[:TEXT_MAX],
        sha256=found.data.look.sha256,
        as_of=choices.as_of or desk.today.isoformat(),
        full=choices.full,
        division=desk.store.station.division,
        counts=counts,
        parts=parts,
        confirmed=tuple(one.code for one in found.questions),
        note=choices.note[:TEXT_MAX],
    )


def _left_out(found: Review) -> int:
    left = found.counts["left_out"] + found.counts["outside"]
    if found.choices.leave_wrong:
        left += found.counts["wrong"] + found.counts["candidates"] + found.unaccepted
    return left
