"""Open a list's file, find out what is in it, and read its rows as they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import msgspec

from desktop.base.errors import Refused
from desktop.base.memory import collector_paused, give_back
from desktop.domain.list_aliases import AliasBook
from desktop.domain.list_facts import ListKind
from desktop.domain.list_fields import MARK, needed
from desktop.domain.list_repairs import Cell
from desktop.exchange.list_columns import Layout, Line, find_layout, guess_kind, layout_at
from desktop.exchange.list_file import FileLook, OpenList
from desktop.exchange.workbooks import Merged
from desktop.usecases.desk import Desk
from desktop.usecases.lists.choices import ListChoices

PROGRESS_EVERY = 2_000
_SHEETS_TRIED = 5
"""Sheets looked at beside the first, where that only says how the list is filled in."""
_TOTALS_MAX = 3
"""Cells that a row of totals has besides the word."""
_FILLED_DOWN = frozenset(
    ("township", "village", "group", "division", "household", "head", "head_number", "address",
     "unit", "school", "class")
)  # fmt: skip
"""What may stand once for several people: a merged cell speaks for all the rows it covers."""
_OF_ONE = frozenset(
    ("number", "name", "evidence", "address", "phone", "household", "head", "head_number")
)
"""What is different in nearly every row."""
_ASIDE = ("合计", "小计", "总计", "填表人", "制表人", "审核人", "填报单位", "备注", "说明", "注")

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
Rows = list[tuple[int, tuple[Cell, ...]]]


@dataclass(frozen=True, slots=True)
class Looked:
    """A file as it was found: what it is, its first rows, what its columns seem to hold."""

    look: FileLook
    sheet: str
    hidden_rows: tuple[int, ...]
    kind: ListKind
    layout: Layout
    head: tuple[Line, ...]
    lacking: tuple[str, ...]
    """Needed fields that no column was found for."""


@dataclass(frozen=True, slots=True)
class ListData:
    """A list's rows, each cell as it stands; the columns that were asked for."""

    look: FileLook
    sheet: str
    hidden_rows: tuple[int, ...]
    fields: tuple[str, ...]
    headers: tuple[str, ...]
    """Of the same columns, as they stand in the file."""
    places: tuple[int, ...]
    """Where they stand in the file, from 0."""
    all_headers: tuple[str, ...]
    """Of every column of the file."""
    rows: Rows
    aside: tuple[int, ...] = ()
    """Rows that speak of nobody: totals, who filled it in, headers repeated on every page."""
    filled: int = 0
    """Cells that a merged cell above speaks for."""


def look_at(
    path: Path,
    *,
    today: date,
    aliases: AliasBook,
    remembered: Mapping[str, str] | None = None,
    kind: ListKind | None = None,
    encoding: str = "",
    sheet: str = "",
) -> Looked:
    """Return what a file is and seems to hold; nothing of it is kept.

    Raises:
        Refused, Unavailable: as `desktop.exchange.list_file.OpenList`.
    """
    how = _How(today, aliases, remembered, kind)
    return _found(OpenList(path, encoding=encoding, sheet=sheet), path, sheet, how)[1]


def read_list(
    choices: ListChoices,
    *,
    today: date,
    aliases: AliasBook,
    remembered: Mapping[str, str] | None = None,
    whole: bool = True,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> ListData:
    """Read the rows of a list by what was chosen, and by what was found where nothing was.

    ``whole``: a needed column must be there; else its cells are empty, for somebody to choose it.

    Raises:
        Refused: as `look_at`; ``LIST_COLUMNS`` if a needed column is missing, ``CANCELLED``.
        Unavailable: ``FILE_UNREADABLE``.
    """
    path, how = Path(choices.path), _How(today, aliases, remembered, choices.kind)
    opened = OpenList(path, encoding=choices.encoding, sheet=choices.sheet)
    if choices.places or choices.header is not None:
        # What was chosen was chosen of the sheet that is shown.
        looked = _looked(opened, how)
    else:
        opened, looked = _found(opened, path, choices.sheet, how)
    layout = looked.layout
    if choices.places:
        header = layout.header if choices.header is None else choices.header
        layout = layout_at(looked.head, header, choices.places)
    elif choices.header is not None:
        lines = [line for line in looked.head if line[0] >= choices.header]
        layout = find_layout(
            lines, choices.kind, merged=opened.merged, aliases=aliases, remembered=remembered,
            today=today,
        )  # fmt: skip
    lacking = needed(choices.kind, layout.places)
    if whole and lacking:
        raise Refused(
            "LIST_COLUMNS",
            f"{opened.look.file} {opened.sheet}: no column for {', '.join(lacking)}",
            columns=lacking,
            file=opened.look.file,
            sheet=opened.sheet,
        )
    with collector_paused():
        data = _rows(opened, layout, progress, cancelled)
    del opened
    give_back()
    return data


def remembered_columns(desk: Desk, source: str) -> dict[str, str]:
    """Return what the headers of a source's lists meant the last time, by header."""
    text = desk.store.setting(_remembered(source)) if source else None
    try:
        return msgspec.json.decode(text, type=dict[str, str]) if text else {}
    except msgspec.DecodeError:
        return {}


def remember_columns(desk: Desk, source: str, data: ListData) -> None:
    """Keep what the headers of a source's lists mean, inside a transaction."""
    told = {
        header: field
        for header, field in zip(data.headers, data.fields, strict=True)
        if header and not field.startswith(MARK)
    }
    desk.store.set_setting(_remembered(source), msgspec.json.encode(told).decode())


def _remembered(source: str) -> str:
    return f"list.columns:{source}"


@dataclass(frozen=True, slots=True)
class _How:
    """What a file is looked at with."""

    today: date
    aliases: AliasBook
    remembered: Mapping[str, str] | None
    kind: ListKind | None


def _found(opened: OpenList, path: Path, sheet: str, how: _How) -> tuple[OpenList, Looked]:
    """Return the sheet that can be read: the first, unless what it needs stands on another.

    ``sheet``: chosen by somebody; then it is that one.
    """
    looked = _looked(opened, how)
    if sheet or not looked.lacking:
        return opened, looked
    seen = [one.name for one in looked.look.sheets if not one.hidden and one.name != opened.sheet]
    for name in seen[:_SHEETS_TRIED]:
        other = OpenList(path, sheet=name)
        if other.height > 1:
            found = _looked(other, how)
            if not found.lacking:
                return other, found
    return opened, looked


def _looked(opened: OpenList, how: _How) -> Looked:
    head, today, aliases = opened.head(), how.today, how.aliases
    chosen = how.kind or guess_kind(head, opened.merged, aliases, today)
    layout = find_layout(
        head, chosen, merged=opened.merged, aliases=aliases, remembered=how.remembered, today=today
    )
    return Looked(
        opened.look,
        opened.sheet,
        opened.hidden_rows,
        chosen,
        layout,
        tuple(head),
        needed(chosen, layout.places),
    )


def _rows(opened: OpenList, layout: Layout, progress: Progress, cancelled: Cancelled) -> ListData:
    # What is different in nearly every row comes first; the texts that repeat are kept once.
    ordered = sorted(layout.places.items(), key=lambda pair: pair[0] not in _OF_ONE)
    fields, places = tuple(field for field, _ in ordered), tuple(place for _, place in ordered)
    headers = tuple(
        layout.headers[place] if place < len(layout.headers) else "" for place in places
    )
    own = sum(field in _OF_ONE for field in fields)
    width = max(len(cells) for _, cells in opened.head())
    all_headers = (*layout.headers, *("",) * (width - len(layout.headers)))
    total = opened.height
    rows: Rows = []
    aside: list[int] = []
    texts: dict[Cell, Cell] = {}
    keep = texts.setdefault
    # The first column too: that is where a total says that it is one.
    for number, found in opened.rows((*places, 0), layout.header):
        if len(rows) % PROGRESS_EVERY == 0:
            progress(min(number, total), total)
            if cancelled():
                raise Refused("CANCELLED", "stopped; nothing was changed")
        shared = found[own:-1]
        cells = (*found[:own], *map(keep, shared, shared))
        told = found[-1] or next(filter(None, cells), "")
        if cells == headers or (told.lstrip().startswith(_ASIDE) and _says_little(cells)):
            aside.append(number)
        elif any(cells):
            rows.append((number, cells))
    progress(total, total)
    data = ListData(
        opened.look,
        opened.sheet,
        opened.hidden_rows,
        fields,
        headers,
        places,
        all_headers,
        rows,
        tuple(aside),
    )
    return _filled(data, places, opened.merged)


def _says_little(cells: tuple[Cell, ...]) -> bool:
    return sum(map(bool, cells)) <= _TOTALS_MAX


def _filled(data: ListData, places: Sequence[int], merged: Sequence[Merged]) -> ListData:
    """Return the rows with what a merged cell says in every row it covers."""
    columns = {
        place: at
        for at, (field, place) in enumerate(zip(data.fields, places, strict=True))
        if field in _FILLED_DOWN
    }
    spans = [
        (columns[left], top + 1, bottom + 1)
        for (top, left), (bottom, right) in merged
        if bottom > top and left == right and left in columns
    ]
    if not spans:
        return data
    by_number = {number: at for at, (number, _) in enumerate(data.rows)}
    filled = 0
    for column, top, bottom in spans:
        said = data.rows[by_number[top]][1][column] if top in by_number else ""
        for number in range(top + 1, bottom + 1):
            at = by_number.get(number)
            if said != "" and at is not None and data.rows[at][1][column] == "":
                cells = data.rows[at][1]
                data.rows[at] = (number, (*cells[:column], said, *cells[column + 1 :]))
                filled += 1
    return replace(data, filled=filled)
