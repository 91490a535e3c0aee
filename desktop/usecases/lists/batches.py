"""The lists that were taken in, who waits on them, and whose price they change."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from desktop.domain.facts import Recognition
from desktop.domain.identity_number import masked
from desktop.domain.list_facts import ListCounts, ListKind
from desktop.store import lists as stored
from desktop.store.register import Row
from desktop.usecases.desk import Desk
from desktop.usecases.divisions import tree
from desktop.usecases.lists.plan import Candidate


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """One list taken in."""

    id: str
    kind: ListKind
    source: str
    department: str
    title: str
    as_of: str
    full: bool
    at: str
    operator: str
    counts: ListCounts
    confirmed: tuple[str, ...]
    note: str
    undone_at: str
    undone_by: str
    undo_reason: str


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody recognised, and not yet enrolled: on a list, in nobody's register."""

    source: str
    row: int
    name: str
    number: str
    """Masked."""
    place: str
    division: str
    """As far as the words of the list tell."""
    identities: tuple[Recognition, ...]
    unnamed: tuple[str, ...]
    known: str
    """Who has been registered under the number since, where the list had not arrived."""
    who: str
    """What the source knows them by."""
    candidates: tuple[Candidate, ...] = ()
    """Of somebody without a number: who is registered by that name, born that day."""


@dataclass(frozen=True, slots=True)
class Unnamed:
    """An identity name nobody has said the meaning of."""

    source: str
    words: str
    people: int


def batches(desk: Desk, source: str = "") -> tuple[Batch, ...]:
    """Return the lists taken in, newest first. Raises Unavailable."""
    return tuple(_batch(row) for row in stored.batches(desk.store.connection, source))


def sources(desk: Desk) -> tuple[str, ...]:
    """Return every source a list came from, the latest first. Raises Unavailable."""
    return tuple(dict.fromkeys(one.source for one in batches(desk)))


def waiting(desk: Desk, source: str = "", limit: int = -1) -> tuple[Waiting, ...]:
    """Return who is recognised and not yet enrolled. Raises Unavailable."""
    known = tree(desk)
    return tuple(
        Waiting(
            source=row["source"],
            row=row["row"] or 0,
            name=row["name"] or "",
            number=masked(row["number"]) if row["number"] else "",
            place=row["place"] or known.short_name(row["division"] or ""),
            division=row["division"] or "",
            identities=msgspec.json.decode(row["held"] or "[]", type=tuple[Recognition, ...]),
            unnamed=msgspec.json.decode(row["unnamed"] or "[]", type=tuple[str, ...]),
            known=row["known"] or "",
            who=row["who"],
            candidates=_candidates(desk, row),
        )
        for row in stored.waiting(desk.store.connection, source, limit)
    )


def _candidates(desk: Desk, row: Row) -> tuple[Candidate, ...]:
    if row["number"] or not (row["name"] and row["birth_date"]):
        return ()
    found = stored.persons_by_name(desk.store.connection, row["name"], row["birth_date"])
    return tuple(
        Candidate(one[1], one[2] or "", one[3] or "", masked(one[8] or ""), one[9] or "")
        for one in found
    )


def unnamed(desk: Desk, source: str = "") -> tuple[Unnamed, ...]:
    """Return the identity names that are kept and mean nothing yet. Raises Unavailable."""
    rows = stored.unnamed(desk.store.connection, source)
    return tuple(Unnamed(row["source"], row["words"], row["people"]) for row in rows)


def _batch(row: Row) -> Batch:
    return Batch(
        id=row["id"],
        kind=row["kind"],
        source=row["source"] or "",
        department=row["department"] or "",
        title=row["title"] or "",
        as_of=row["as_of"] or "",
        full=bool(row["full"]),
        at=row["at"] or "",
        operator=row["operator"] or "",
        counts=msgspec.json.decode(row["counts"] or "{}", type=ListCounts),
        confirmed=msgspec.json.decode(row["confirmed"] or "[]", type=tuple[str, ...]),
        note=row["note"] or "",
        undone_at=row["undone_at"] or "",
        undone_by=row["undone_by"] or "",
        undo_reason=row["undo_reason"] or "",
    )
