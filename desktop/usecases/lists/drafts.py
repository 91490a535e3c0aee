"""An import under way, kept as it is decided: a crash loses neither a row nor a decision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from desktop.base.clock import instant_text
from desktop.domain.list_repairs import Cell, NumberCell
from desktop.exchange.list_file import FileLook
from desktop.store import lists as stored
from desktop.usecases.desk import Desk
from desktop.usecases.lists.choices import ListChoices
from desktop.usecases.lists.reading import ListData, Rows

_ROWS_AT_ONCE = 500
_STORED = "\x01"
"""Stands before what a spreadsheet stored as a number: that must not be forgotten."""


class _Kept(msgspec.Struct, frozen=True):
    """A draft's text: everything but the rows."""

    choices: ListChoices
    look: FileLook
    sheet: str
    hidden_rows: tuple[int, ...]
    fields: tuple[str, ...]
    headers: tuple[str, ...]
    places: tuple[int, ...]
    all_headers: tuple[str, ...]
    aside: tuple[int, ...]
    filled: int


@dataclass(frozen=True, slots=True)
class ListDraft:
    """An import under way."""

    id: str
    choices: ListChoices
    data: ListData


def keep_draft(desk: Desk, draft: ListDraft, *, rows: bool) -> None:
    """Keep an import under way; ``rows``: its rows are new, too. Raises Unavailable."""
    data = draft.data
    kept = _Kept(
        draft.choices, data.look, data.sheet, data.hidden_rows, data.fields, data.headers,
        data.places, data.all_headers, data.aside, data.filled,
    )  # fmt: skip
    saved_at = instant_text(desk.store.clock.now())
    content = msgspec.json.encode(kept).decode()
    connection = desk.store.connection
    with desk.store.transaction():
        if rows:
            for row in stored.drafts(connection, desk.operator):
                stored.drop_draft(connection, row["id"])
            stored.keep_draft_rows(connection, draft.id, _pieces(data.rows))
        stored.keep_draft(connection, (draft.id, desk.operator, saved_at), content)


def load_draft(desk: Desk) -> ListDraft | None:
    """Return the operator's import under way, None if there is none. Raises Unavailable."""
    for row in stored.drafts(desk.store.connection, desk.operator):
        try:
            kept = msgspec.json.decode(row["content"], type=_Kept)
            rows: Rows = []
            for piece in stored.draft_rows(desk.store.connection, row["id"]):
                rows += _rows(piece)
        except msgspec.DecodeError:
            # Of an older form: the file is still there to be read again.
            continue
        data = ListData(
            kept.look, kept.sheet, kept.hidden_rows, kept.fields, kept.headers,
            kept.places, kept.all_headers, rows, kept.aside, kept.filled,
        )  # fmt: skip
        return ListDraft(row["id"], kept.choices, data)
    return None


def drop_draft(desk: Desk, draft_id: str) -> None:
    """Forget an import under way: it was written, or given up. Raises Unavailable."""
    with desk.store.transaction():
        stored.drop_draft(desk.store.connection, draft_id)


def _pieces(rows: Rows) -> Iterator[str]:
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        marked = [
            (number, [_STORED + cell if isinstance(cell, NumberCell) else cell for cell in cells])
            for number, cells in rows[start : start + _ROWS_AT_ONCE]
        ]
        yield msgspec.json.encode(marked).decode()


def _rows(piece: str) -> Rows:
    return [
        (number, tuple(map(_cell, cells)))
        for number, cells in msgspec.json.decode(piece, type=list[tuple[int, list[str]]])
    ]


def _cell(text: str) -> Cell:
    return NumberCell(text.removeprefix(_STORED)) if text.startswith(_STORED) else text
