"""A list's rows as the wizard shows them: texts by row, made when they are looked at. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, overload

from typing_extensions import override

from desktop.domain.facts import Recognition
from desktop.domain.identity_number import masked
from desktop.policy.words import IDENTITY_WORDS
from desktop.ui.list_findings import field_words, finding_words
from desktop.ui.lists.wizard.table_lines import table_cells
from desktop.ui.messages import Messages
from desktop.usecases.lists.plan import EndedRow, PlannedRow, Review

Filter = Literal[
    "all",
    "wrong",
    "repair",
    "warning",
    "new",
    "changed",
    "unchanged",
    "waiting",
    "ended",
    "columns",
]
FILTERS: tuple[Filter, ...] = (
    "all", "wrong", "repair", "warning", "new", "changed", "unchanged", "waiting", "ended",
    "columns",
)  # fmt: skip

COLUMNS = ("row", "state", "name", "number", "place", "says", "note")
FIELD_HEADS = ("", "", "field", "header", "", "sample", "")
"""Headings of the list of columns: what each holds, what stands above it, an example."""
Line = tuple[str, ...]
_NOTES_MAX = 3


@dataclass(frozen=True, slots=True)
class Place:
    """What a line of the table stands for: a row of the list, or somebody who has ended."""

    row: PlannedRow | None = None
    ended: EndedRow | None = None


class Places(Sequence[Place]):
    """What a filter shows; a line's place is made when it is looked at, however long the list."""

    def __init__(self, rows: Sequence[PlannedRow] = (), ended: Sequence[EndedRow] = ()) -> None:
        self._rows = rows
        self._ended = ended

    @override
    def __len__(self) -> int:
        return len(self._rows) + len(self._ended)

    @overload
    def __getitem__(self, at: int) -> Place: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Place]: ...

    @override
    def __getitem__(self, at: int | slice) -> Place | Sequence[Place]:
        if isinstance(at, slice):
            return [self[one] for one in range(len(self))[at]]
        return Place(ended=self._ended[at]) if self._ended else Place(self._rows[at])


def places(found: Review, wanted: Filter) -> Places:
    """Return what a filter shows, in the list's order."""
    if wanted == "ended":
        return Places(ended=found.ended)
    if wanted == "all":
        return Places(found.rows)
    return Places([row for row in found.rows if _shown(row, wanted)])


def count(found: Review, wanted: Filter) -> int:
    """Return how many lines a filter shows."""
    counts = found.counts
    return {
        "all": len(found.rows),
        "wrong": counts["wrong"] + counts["candidates"],
        "repair": found.unaccepted,
        "warning": found.warnings,
        "new": counts["new"],
        "changed": counts["changed"],
        "unchanged": counts["unchanged"],
        "waiting": counts["waiting"],
        "ended": len(found.ended),
        "columns": len(found.data.fields),
    }[wanted]


def line_of(place: Place, messages: Messages, *, table: bool = False) -> Line:
    """Return the texts of one line; ``table``: of a list that speaks of no people."""
    if place.ended is not None:
        return _ended(place.ended, messages)
    assert place.row is not None, "a line stands for a row or for somebody who has ended"
    row = place.row
    read = row.read
    if table:
        cells = table_cells(row, messages)
        return (str(read.row), state_words(row, messages), *cells)
    notes = [finding_words(one, messages) for one in row.findings[:_NOTES_MAX]]
    if row.change == "double":
        notes.insert(0, messages.say("lists.same_as", row=row.same_as))
    return (
        str(read.row),
        state_words(row, messages),
        read.name,
        masked(read.number) if read.number else "",
        " ".join(filter(None, read.place[:3])),
        identity_words(row.says, row.unnamed, messages),
        "；".join(notes),
    )


def state_words(row: PlannedRow, messages: Messages) -> str:
    """Return what becomes of a row, in a word."""
    if not row.accepted and row.change not in ("wrong", "left_out", "candidates"):
        return messages.say("lists.change.repair")
    return messages.say(f"lists.change.{row.change}")


def identity_words(held: Iterable[Recognition], unnamed: Iterable[str], messages: Messages) -> str:
    """Return identities by their names; those without a meaning in quotes."""
    zh = messages.language == "zh"
    known = [IDENTITY_WORDS[one.code][0 if zh else 1] for one in held if one.code in IDENTITY_WORDS]  # type: ignore[index]
    return "、".join((*known, *(f"“{words}”" for words in unnamed)))


def column_lines(found: Review, messages: Messages) -> tuple[Line, ...]:
    """Return the columns: what each holds, and what stands above it."""
    first = found.data.rows[0][1] if found.data.rows else ()
    lines = []
    for at, (field, header) in enumerate(zip(found.data.fields, found.data.headers, strict=True)):
        sample = str(first[at]) if at < len(first) else ""
        if field in ("number", "head_number"):
            sample = masked(sample)
        lines.append(("", "", field_words(field, messages), header, "", sample, ""))
    return tuple(lines)


def _shown(row: PlannedRow, wanted: Filter) -> bool:
    if wanted == "wrong":
        return row.change in ("wrong", "candidates")
    if wanted == "repair":
        return not row.accepted and row.change not in ("wrong", "left_out", "candidates")
    if wanted == "warning":
        return any(one.level == "warning" for one in row.findings)
    return row.change == wanted


def _ended(one: EndedRow, messages: Messages) -> Line:
    until = next((held.valid_to for held in one.held if held.valid_to), "")
    note = messages.say("lists.ends_on", day=until) if until else ""
    held = identity_words(one.held, one.unnamed, messages)
    return ("", messages.say("lists.change.ended"), one.name, "", "", held, note)
