"""Find a list's header and what its columns hold: by name, else by what stands in them.

Titles and notes may come before the header, the header may have two rows with merged cells, and
some lists have none at all. What was found is only proposed: whoever imports sees and changes it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain.list_aliases import AliasBook
from desktop.domain.list_facts import TABLE_KINDS, ListKind
from desktop.domain.list_fields import FIELDS, KIND_FIELDS, MARK, TABLE_NEEDS, needed
from desktop.domain.list_repairs import Cell, is_resident, read_day, read_number, read_phone
from desktop.exchange.workbooks import Merged

HEAD_ROWS = 40
"""Rows that are looked at to find the header and what the columns hold."""
_HEADER_WITHIN = 15
_BRACKETS = re.compile(r"[(\[【（].*?[)\]】）]")
_NOISE = re.compile(r"[\s*★:：_'\"、,，/\\-]+")
_SOMEBODYS = 15
"""Digits from which on a text is a number somebody has."""
_MOST = 0.6
"""Share of the cells of a column that must look like a thing for the column to be it."""
_UNIT = re.compile(r"\d{6}(?:\d{3}){0,2}(?:\d{2})?\Z")
_NAME = re.compile("[\u4e00-\u9fff·𠀀-\U0003fffd]{2,15}\\Z")

Line = tuple[int, Sequence[Cell]]
"""A row's number and its cells."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a list begins and what its columns hold."""

    header: int
    """Number of the last header row; 0 if there is none."""
    headers: tuple[str, ...]
    """Of every column, as it stands; empty texts where there is none."""
    places: Mapping[str, int]
    """Column from 0, by field."""
    by_content: frozenset[str] = frozenset()
    """Fields that no header names."""
    rows: int = 1
    """How many rows the header has."""


_KNOWN: dict[str, str] = {}
_OF_KIND: dict[ListKind, Mapping[str, str]] = {}


def plain_header(text: str) -> str:
    """Return a header without what people decorate it with: notes, stars, blanks, case."""
    narrow = unicodedata.normalize("NFKC", text)
    bare = _BRACKETS.sub("", narrow) or narrow
    return _NOISE.sub("", bare.casefold())


def _known() -> Mapping[str, str]:
    if not _KNOWN:
        for field in FIELDS.values():
            for header in field.headers:
                _KNOWN.setdefault(plain_header(header), field.name)
    return _KNOWN


def _known_of(kind: ListKind) -> Mapping[str, str]:
    """Return the headers' meanings; what a kind's own fields go by stands before all others."""
    if kind not in _OF_KIND:
        own: dict[str, str] = {}
        for name in KIND_FIELDS[kind]:
            for header in FIELDS[name].headers:
                own.setdefault(plain_header(header), name)
        _OF_KIND[kind] = {**_known(), **own}
    return _OF_KIND[kind]


def find_layout(
    lines: Sequence[Line],
    kind: ListKind,
    *,
    merged: Sequence[Merged] = (),
    aliases: AliasBook,
    remembered: Mapping[str, str] | None = None,
    today: date,
) -> Layout:
    """Return the likeliest layout of a list.

    ``remembered``: which field a header meant in this source's lists before.
    """
    known = {plain_header(header): field for header, field in (remembered or {}).items()}
    known = {**_known_of(kind), **known}
    best = Layout(0, (), {})
    for place, (number, cells) in enumerate(lines[:_HEADER_WITHIN]):
        one = _spread(cells, number, merged)
        layouts = [_layout(number, one, known, aliases, kind)]
        if place + 1 < len(lines):
            below = lines[place + 1]
            layouts.append(
                _layout(below[0], _joined(one, below, known), known, aliases, kind, rows=2)
            )
        for layout in layouts:
            if _score(layout, kind) > _score(best, kind):
                best = layout
    return _by_content(best, lines, kind, today)


def layout_at(lines: Sequence[Line], header: int, places: Mapping[str, int]) -> Layout:
    """Return the layout somebody chose."""
    cells = next((cells for number, cells in lines if number == header), ())
    return Layout(header, tuple(cell.strip() for cell in cells), dict(places))


def guess_kind(
    lines: Sequence[Line], merged: Sequence[Merged], aliases: AliasBook, today: date
) -> ListKind:
    """Return which kind of list the headers speak of."""
    scores: dict[ListKind, int] = {}
    people = False
    for kind in KIND_FIELDS:
        layout = find_layout(lines, kind, merged=merged, aliases=aliases, today=today)
        people = people or _names_people(layout)
        if kind in TABLE_KINDS and (people or not _is_table(kind, layout, lines, today)):
            continue
        telling = {
            "identity": ("identity", "identity", "evidence", "recognised_on", "grade"),
            "roster": ("school", "class"),
            "residents": ("household", "relation", "head"),
            "death": ("died_on", "died_on"),
            "employee": ("unit", "covered_from"),
            "divisions": ("unit_code", "unit_code", "unit_name"),
            "aliases": ("words", "words", "code"),
        }[kind]
        marks = sum(name.startswith(MARK) for name in layout.places)
        scores[kind] = sum(2 for name in telling if name in layout.places) + (2 * marks)
    best = max(scores.values())
    return next(kind for kind, score in scores.items() if score == best) if best else "roster"


def _names_people(layout: Layout) -> bool:
    """Tell whether a list speaks of people: days and names alone may be those of villages."""
    told = layout.places.keys() - layout.by_content
    return "number" in layout.places or {"name", "birth_date"} <= told


def _is_table(kind: ListKind, layout: Layout, lines: Sequence[Line], today: date) -> bool:
    if needed(kind, layout.places):
        return False
    body = [cells for number, cells in lines if number > layout.header]
    units = "unit_code" if kind == "divisions" else "code"
    share = _share(body, layout.places[units], _is_unit, today)
    return share >= _MOST if kind == "divisions" else share < _MOST


def _layout(
    number: int,
    headers: Sequence[str],
    known: Mapping[str, str],
    aliases: AliasBook,
    kind: ListKind,
    *,
    rows: int = 1,
) -> Layout:
    places: dict[str, int] = {}
    if any(len(text) >= _SOMEBODYS and text[:15].isdecimal() for text in headers):
        # Somebody's row, whatever else stands in it.
        return Layout(0, (), {})
    for place, header in enumerate(headers):
        field = known.get(plain_header(header)) if header else None
        if field in KIND_FIELDS[kind] and field not in places:
            places[str(field)] = place
        elif header and field is None and kind == "identity" and len(header) <= 20:
            meaning = aliases.meaning(header)
            if meaning is not None and meaning.means is not None:
                places.setdefault(MARK + header, place)
    return Layout(number, tuple(headers), places, rows=rows)


def _score(layout: Layout, kind: ListKind) -> tuple[int, int, int]:
    telling = TABLE_NEEDS.get(kind, ("number", "name"))
    person = sum(name in layout.places for name in telling)
    return person, len(layout.places), -layout.rows if person else 0


def _spread(cells: Sequence[Cell], number: int, merged: Sequence[Merged]) -> list[str]:
    """Return a row's texts, a merged cell's in every column it covers."""
    texts = [cell.strip() for cell in cells]
    for (top, left), (bottom, right) in merged:
        if top <= number - 1 <= bottom and left < len(texts) and texts[left] and right > left:
            for place in range(left, min(right + 1, len(texts))):
                texts[place] = texts[place] or texts[left]
    return texts


def _joined(above: Sequence[str], below: Line, known: Mapping[str, str]) -> list[str]:
    """Return the headers of two rows as one: the lower where it says something."""
    lower = [cell.strip() for cell in below[1]]
    if any(len(text) > 20 or is_resident(text) for text in lower):
        return []
    width = max(len(above), len(lower))
    found = []
    for place in range(width):
        upper = above[place] if place < len(above) else ""
        under = lower[place] if place < len(lower) else ""
        both = upper + under
        if not under:
            found.append(upper)
        elif known.get(plain_header(both)):
            found.append(both)
        else:
            found.append(under)
    return found


def _by_content(layout: Layout, lines: Sequence[Line], kind: ListKind, today: date) -> Layout:
    """Add the columns that show by what stands in them which they are."""
    if not needed(kind, layout.places):
        return layout
    body = [cells for number, cells in lines if number > layout.header]
    width = max((len(cells) for cells in body), default=0)
    places = dict(layout.places)
    taken = set(places.values())
    added = set()
    for field, looks in _LOOKS:
        if field in places or field not in KIND_FIELDS[kind]:
            continue
        shares = {
            place: _share(body, place, looks, today) for place in range(width) if place not in taken
        }
        best = max(shares, key=lambda place: shares[place], default=None)
        if best is not None and shares[best] >= _MOST:
            places[field] = best
            taken.add(best)
            added.add(field)
    # Without any header the first row is somebody already.
    header = layout.header if layout.places else 0
    return Layout(header, layout.headers, places, frozenset(added), layout.rows)


def _share(body: Sequence[Sequence[Cell]], place: int, looks: object, today: date) -> float:
    cells = [cells[place] for cells in body if place < len(cells) and cells[place] != ""]
    if not cells or not callable(looks):
        return 0.0
    return sum(bool(looks(cell, today)) for cell in cells) / len(cells)


def _is_number(cell: Cell, today: date) -> bool:
    return len(cell.strip()) >= 15 and not read_number(cell, today).problem


def _is_name(cell: Cell, today: date) -> bool:
    del today
    return _NAME.match(cell.replace(" ", "")) is not None


def _is_day(cell: Cell, today: date) -> bool:
    read = read_day(cell)
    return not read.problem and "1890" < read.value[:4] <= str(today.year)


def _is_phone(cell: Cell, today: date) -> bool:
    del today
    return cell != "" and not read_phone(cell).doubt


def _is_unit(cell: Cell, today: date) -> bool:
    del today
    return _UNIT.match(cell.strip()) is not None


_LOOKS = (
    ("number", _is_number),
    ("name", _is_name),
    ("birth_date", _is_day),
    ("phone", _is_phone),
    ("unit_code", _is_unit),
    ("unit_name", _is_name),
)
"""Fields that show by what stands in their cells."""
