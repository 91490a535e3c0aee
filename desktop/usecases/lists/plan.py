"""What taking a list in would do, row by row: pure values, shown before anything is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from desktop.domain.facts import PersonFields, Recognition
from desktop.domain.list_facts import ListAlias
from desktop.domain.list_rows import ListRow, RowFinding
from desktop.domain.roster_facts import Unit
from desktop.usecases.lists.choices import ListChoices
from desktop.usecases.lists.reading import ListData

Change = Literal[
    "new", "changed", "unchanged", "waiting", "candidates", "double", "outside", "wrong", "left_out"
]
"""``candidates``: somebody must say who it is; ``double``: the same person as a row above;
``outside``: of a place this station does not work for."""

WRITTEN: frozenset[Change] = frozenset({"new", "changed", "waiting"})
STOPPING: frozenset[Change] = frozenset({"wrong", "candidates"})

QuestionCode = Literal["SAME_FILE", "SHRUNK", "ENDS_MANY", "ELSEWHERE", "OLDER"]


@dataclass(frozen=True, slots=True)
class Said:
    """What a source said last of somebody."""

    person: str
    division: str
    state: str
    held: tuple[Recognition, ...]
    unnamed: tuple[str, ...]
    name: str


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """Somebody a row without a number may mean."""

    person: str
    name: str
    birth_date: str
    number: str
    """Masked."""
    division: str


class PlannedRow(msgspec.Struct, gc=False):
    """One row, who it is, and what it would change."""

    read: ListRow
    says: tuple[Recognition, ...] = ()
    """What it says, and what other rows of the same person say."""
    unnamed: tuple[str, ...] = ()
    noticed: tuple[RowFinding, ...] = ()
    """What only comparing has shown."""
    change: Change = "wrong"
    person: str = ""
    division: str = ""
    """Where the person is registered, else what the row's words name."""
    who: str = ""
    """What the source knows them by."""
    before: tuple[Recognition, ...] = ()
    """What this source said last."""
    was: tuple[Recognition, ...] = ()
    now: tuple[Recognition, ...] = ()
    mark: PersonFields | None = None
    mark_before: PersonFields | None = None
    candidates: tuple[Candidate, ...] = ()
    waited: bool = False
    """The source knew them as somebody whom nobody had registered."""
    same_as: int = 0
    """Number of the row above that speaks of the same person."""
    name_here: str = ""
    """The name in the register, where it is another."""
    accepted: bool = True
    """Nothing of it waits for somebody to accept a repair."""
    unit: Unit | None = None
    """Of a list of units: as it will be kept."""
    unit_before: Unit | None = None
    alias: ListAlias | None = None
    """Of a table of names: what the row says one means."""
    alias_before: ListAlias | None = None

    @property
    def findings(self) -> tuple[RowFinding, ...]:
        """Everything noticed about the row."""
        return (*self.read.findings, *self.noticed)


class EndedRow(msgspec.Struct, frozen=True, gc=False):
    """Somebody this source held last time and does not name any more."""

    who: str
    person: str
    division: str
    name: str
    held: tuple[Recognition, ...]
    unnamed: tuple[str, ...]
    was: tuple[Recognition, ...] = ()
    now: tuple[Recognition, ...] = ()
    mark: PersonFields | None = None
    mark_before: PersonFields | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Something about the list as a whole that somebody must say yes to."""

    code: QuestionCode
    values: dict[str, object]
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Review:
    """A list looked over."""

    choices: ListChoices
    data: ListData
    rows: list[PlannedRow]
    ended: tuple[EndedRow, ...]
    questions: tuple[Question, ...]
    position: int = 0
    """The newest event when it was looked over: later ones may have changed who is meant."""
    counts: Counter[Change] = field(default_factory=Counter)
    repaired: int = 0
    unaccepted: int = 0
    """Rows with a repair that nobody has accepted."""
    warnings: int = 0
    matched: int = 0
    """Rows that mean somebody in the register."""
    unplaced: int = 0
    """Rows of nobody known whose place is none of the county's."""

    @property
    def stopping(self) -> int:
        """How many rows stand in the way of writing."""
        if self.choices.leave_wrong:
            return 0
        return sum(self.counts[change] for change in STOPPING) + self.unaccepted

    @property
    def ready(self) -> bool:
        """Whether the list can be written as it is now."""
        asked = any(not one.confirmed for one in self.questions)
        return not self.stopping and not asked
