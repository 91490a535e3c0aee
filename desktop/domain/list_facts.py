"""Facts about lists that came in: what was taken, what it says of whom, what was taken back.

Part of the closed union in `desktop.domain.fact`; the same rules hold: every field assigns. A list
is told in parts, each about one township. Of people in the register a part holds ids and codes
only; names and numbers stand in it of those alone whom nobody has registered yet.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from desktop.domain.facts import PersonFields, Recognition

PART_PEOPLE_MAX = 400
"""Most people one part speaks of: it stays well below an event's largest size."""

ListKind = Literal["identity", "roster", "residents", "death", "employee", "divisions", "aliases"]

TableKind = Literal["divisions", "aliases"]
TABLE_KINDS: tuple[TableKind, ...] = ("divisions", "aliases")
"""Kinds that speak of no people: the county's units, and what sources call the identities."""

ListedState = Literal["held", "ended", "waiting", "gone"]
"""``held``: on the list and in the register; ``ended``: no longer on it; ``waiting``: on it and not
in the register; ``gone``: waited, and is in the register now."""


class ListedPerson(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, array_like=True, gc=False
):
    """What a list says of somebody in the register.

    ``held``, ``now`` and ``was`` are places in the part's ``recognitions``.
    """

    person: str
    row: int
    """In the file; 0 for somebody who is no longer in it."""
    state: ListedState
    held: tuple[int, ...] = ()
    """What this source says of them."""
    now: tuple[int, ...] | None = None
    """All their identities from now on; None leaves them as they are."""
    was: tuple[int, ...] = ()
    """All they had before ``now``."""
    unnamed: tuple[str, ...] = ()
    """Identities in the list's own words that nobody has said the meaning of."""
    evidence: str = ""


class WaitingPerson(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True
):
    """Somebody on a list whom nobody has registered: recognised, not yet enrolled."""

    who: str
    """What the source knows them by: ``n:`` and the identity number, or ``h:`` and a hash."""
    row: int = 0
    state: ListedState = "waiting"
    name: str = ""
    number: str = ""
    birth_date: str = ""
    place: str = ""
    """Township and village in the list's own words."""
    held: tuple[Recognition, ...] = ()
    unnamed: tuple[str, ...] = ()
    evidence: str = ""
    """A certificate's number; on a list of deaths the day somebody died."""


class ListPart(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="list.part",
    kw_only=True,
):
    """A part of a list: what it says of people of one township, and what that changes of them."""

    batch: str
    source: str
    division: str
    """Whose people these are: a township, or the county where nobody knows."""
    recognitions: tuple[Recognition, ...] = ()
    people: tuple[ListedPerson, ...] = ()
    waiting: tuple[WaitingPerson, ...] = ()
    marks: tuple[PersonFields, ...] = ()
    """Deaths and employees' cover: the fields of people that a list states beyond identities."""
    marks_before: tuple[PersonFields, ...] = ()
    """The same fields as they were."""


class ListCounts(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True
):
    """What became of a list's rows."""

    rows: int = 0
    matched: int = 0
    """People of the register."""
    waiting: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    ended: int = 0
    unnamed: int = 0
    """People with an identity nobody has said the meaning of."""
    repaired: int = 0
    left_out: int = 0
    """Rows somebody decided to leave out."""
    households: int = 0


class ListTaken(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="list.taken",
    kw_only=True,
):
    """A list was taken in whole; its parts came before, in the same transaction."""

    batch: str
    kind: ListKind
    source: str
    """Whose list it is, under the name the office gave it: months are compared by it."""
    department: str = ""
    title: str
    """Name of the file."""
    sha256: str
    as_of: str
    """The day the list speaks for."""
    full: bool
    """Everybody the source has, so that who is missing has ended; else additions only."""
    division: str
    """What it covers."""
    counts: ListCounts
    parts: int
    confirmed: tuple[str, ...] = ()
    """What was asked about the list and confirmed, by code."""
    note: str = ""


class ListUndone(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="list.undone",
    kw_only=True,
):
    """A list was taken back whole; what it had changed is put back by parts of their own."""

    batch: str
    undo: str
    """The batch of those parts."""
    reason: str
    restored: int
    kept: int = 0
    """People whom somebody changed meanwhile: only what the list had brought was taken away."""


class ListAlias(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True
):
    """What an identity is called in a source's lists."""

    words: str
    means: Recognition | None = None
    """None: known, and no identity of the law."""
    priority: int = 100
    """Of several names in one cell the lowest comes first (就高不就低)."""
    taken_back: bool = False
    """Nobody says any more what the name means: the table it came with was undone."""


class ListAliasesSet(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="list.aliases_set",
    kw_only=True,
):
    """Somebody said what identities are called in the lists of a source; empty: in every list."""

    source: str = ""
    aliases: tuple[ListAlias, ...]
    batch: str = ""
    """The list they came with; empty for what was taken in without the wizard."""
    before: tuple[ListAlias, ...] = ()
    """What was said until then of the names among them that had a meaning."""


ListFact = ListPart | ListTaken | ListUndone | ListAliasesSet
