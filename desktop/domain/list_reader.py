"""Read a list's rows: each cell by what its column holds, with everything that was noticed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import repeat
from operator import itemgetter

import msgspec

from desktop.domain.codes import DISABILITY_CARD, RESIDENT_CARD
from desktop.domain.facts import TEXT_MAX, Recognition
from desktop.domain.list_aliases import (
    AliasBook,
    area_of,
    disability_grade,
    disability_kind,
    split_words,
)
from desktop.domain.list_facts import ListKind
from desktop.domain.list_fields import FIELDS, MARK
from desktop.domain.list_repairs import (
    Cell,
    Read,
    is_resident,
    read_day,
    read_name,
    read_number,
    read_phone,
    read_text,
    resident_born,
)
from desktop.domain.list_rows import ListRow, RowFinding

MORE: Mapping[ListKind, tuple[str, ...]] = {
    "identity": (),
    "roster": ("school", "class", "phone"),
    "residents": (
        "household", "head", "head_number", "relation", "address", "phone", "sex", "ethnic_group",
    ),
    "death": ("died_on",),
    "employee": ("unit", "covered_from"),
    "divisions": (),
    "aliases": (),
}  # fmt: skip

_PLAIN_NAME = re.compile("[\u4e00-\u9fa5]{2,4}\\Z")
_NOT_TICKED = frozenset(("", "否", "无", "0", "×", "x", "X", "不是", "-", "—", "/"))
_PLACES = ("township", "village", "group", "division")
_SAYING = ("identity", "area", "recognised_on", "valid_to", "kind", "grade")
_CARD_DIGITS = 20
_REPEATING = frozenset(("birth_date", "died_on", "covered_from", "sex", "ethnic_group", "relation"))
_UNNAMED_MAX = 8
_SHOWN_MAX = 60
"""Characters of a cell that a finding repeats."""

_PADDING = " \t\r\n\u3000'’‘"

Says = tuple[tuple[Recognition, ...], tuple[str, ...], tuple[RowFinding, ...]]
_SAYS_NOTHING: Says = ((), (), ())


class RowReader:
    """Reads the rows of one list. Not for two threads: it remembers what it has read."""

    def __init__(
        self,
        kind: ListKind,
        fields: Sequence[str],
        *,
        today: date,
        aliases: AliasBook,
        department: str = "",
        words: str = "",
    ) -> None:
        """``words``: the identity every row has, where no column says one."""
        self._today = today
        self._aliases = aliases
        self._department = department or None
        self._words = words
        self._kind = kind
        places = {name: place for place, name in enumerate(fields)}
        self._number = places.get("number")
        self._name = places.get("name")
        self._birth = places.get("birth_date")
        self._evidence = places.get("evidence")
        self._width = len(fields)
        # Behind the last cell stands an empty one: what no column says is read from there.
        self._place = itemgetter(*(places.get(name, -1) for name in _PLACES))
        self._saying = itemgetter(*(places.get(name, -1) for name in _SAYING))
        self._marks = tuple(
            (place, name.removeprefix(MARK)) for name, place in places.items() if MARK in name
        )
        self._more = tuple((name, places.get(name)) for name in MORE[kind])
        self._said: dict[tuple[object, ...], Says] = {}
        self._in_order: dict[str, dict[str, str]] = {name: {} for name in _REPEATING}
        self._wheres: dict[tuple[Cell, ...], tuple[str, str, str, str]] = {}

    def read_block(self, rows: Sequence[tuple[int, Sequence[Cell]]]) -> list[ListRow]:
        """Return what `read` returns for each of the rows, whole columns at a time.

        A row whose number, name and day of birth are as they should be is made up at once; any
        other is read alone.
        """
        number, name = self._number, self._name
        lines = [cells for _, cells in rows]
        if number is None or name is None or set(map(len, lines)) != {self._width}:
            return [self.read(row, cells) for row, cells in rows]
        # Behind the last column stands an empty one, as behind the cells of one row.
        columns = (*zip(*lines, strict=True), ("",) * len(rows))
        births = columns[-1 if self._birth is None else self._birth]
        evidences = columns[-1 if self._evidence is None else self._evidence]
        wheres = map(self._wheres.get, zip(*self._place(columns), strict=True))
        read = []
        for (row, cells), one, called, birth, evidence, where, says in zip(
            rows, columns[number], columns[name], births, evidences, wheres,
            self._said_before(lines, columns), strict=True,
        ):  # fmt: skip
            plain = says is not None and where is not None and _PLAIN_NAME.match(called)
            born = resident_born(one) if plain and type(one) is str and one[:1] != "8" else ""
            if born == "" or (birth != born and birth != ""):  # noqa: PLR1714
                read.append(self.read(row, cells))
                continue
            told, unnamed, noticed = says
            more: tuple[str, ...] = ()
            if self._more:
                found = list(noticed)
                more = self._read_mores(cells, found)
                noticed = tuple(found)
            text = evidence.strip(_PADDING)[:TEXT_MAX]
            read.append(
                ListRow(
                    row, one, RESIDENT_CARD, called, birth, where, told, unnamed, text, more,
                    noticed,
                )
            )  # fmt: skip
        return read

    def _said_before(
        self, lines: Sequence[Sequence[Cell]], columns: Sequence[Sequence[Cell]]
    ) -> Iterable[Says | None]:
        """Return what each row states; None where nobody has read the same words yet."""
        if self._kind != "identity":
            return repeat(_SAYS_NOTHING, len(lines))
        told = zip(*self._saying(columns), strict=True)
        return map(self._said.get, zip(told, map(self._ticked, lines), repeat(""), strict=False))

    def read(self, row: int, cells: Sequence[Cell]) -> ListRow:
        """Return one row with everything noticed about it."""
        lacking = self._width - len(cells)
        cells = (*cells[: self._width], "") if lacking <= 0 else (*cells, *("",) * (lacking + 1))
        found: list[RowFinding] = []
        number, kind = self._read_number(cells, found)
        card = ""
        if kind == DISABILITY_CARD and len(number) == _CARD_DIGITS:
            # The card's number is the holder's own, with kind and grade of the disability behind.
            number, card, kind = number[:18], number[18:], RESIDENT_CARD
        name = self._read_name(cells, found)
        birth = self._read(cells, self._birth, "birth_date", read_day, found)
        says, unnamed, noticed = self._says(cells, card)
        found += noticed
        read = ListRow(
            row,
            number,
            kind,
            name,
            birth,
            self._where(cells),
            says,
            unnamed,
            self._text(cells, self._evidence),
            self._read_mores(cells, found) if self._more else (),
        )
        self._look_over(read, found)
        read.findings = tuple(found)
        return read

    def _read_number(self, cells: Sequence[Cell], found: list[RowFinding]) -> tuple[str, str]:
        place = self._number
        if place is None:
            return "", ""
        cell = cells[place]
        if type(cell) is str and cell[:1] != "8" and is_resident(cell):
            return cell, RESIDENT_CARD
        read = read_number(cell, self._today)
        self._note("number", cell, read, found)
        return read.value, read.kind

    def _read_name(self, cells: Sequence[Cell], found: list[RowFinding]) -> str:
        place = self._name
        if place is None:
            return ""
        cell = cells[place]
        if type(cell) is str and _PLAIN_NAME.match(cell):
            return cell
        read = read_name(cell)
        self._note("name", cell, read, found)
        return read.value

    def _read(
        self,
        cells: Sequence[Cell],
        place: int | None,
        field: str,
        reader: Callable[[Cell], Read],
        found: list[RowFinding],
    ) -> str:
        if place is None:
            return ""
        cell = cells[place]
        if cell == "":
            return ""
        # What was in order once need not be looked at again: days and villages repeat.
        in_order = self._in_order.get(field)
        if in_order is not None and (known := in_order.get(cell)) is not None:
            return known
        read = reader(cell)
        value = read.value[:TEXT_MAX]
        if read.problem or read.repair or read.doubt:
            self._note(field, cell, read, found)
        elif in_order is not None:
            in_order[cell] = value
        return value

    def _read_mores(self, cells: Sequence[Cell], found: list[RowFinding]) -> tuple[str, ...]:
        return tuple([self._read_more(one, cells, place, found) for one, place in self._more])

    def _read_more(
        self, name: str, cells: Sequence[Cell], place: int | None, found: list[RowFinding]
    ) -> str:
        readers: dict[str, Callable[[Cell], Read]] = {
            "number": lambda cell: read_number(cell, self._today),
            "name": read_name,
            "day": read_day,
            "phone": read_phone,
            "text": read_text,
        }
        return self._read(cells, place, name, readers[FIELDS[name].what], found)

    def _says(self, cells: Sequence[Cell], card: str) -> Says:
        """Return the identities a row states; rows that say the same share one answer."""
        if self._kind != "identity":
            return _SAYS_NOTHING
        told, ticked = self._saying(cells), self._ticked(cells)
        key = (told, ticked, card)
        if key not in self._said:
            self._said[key] = self._understand(told, ticked, card)
        return self._said[key]

    def _ticked(self, cells: Sequence[Cell]) -> tuple[str, ...]:
        if not self._marks:
            return ()
        return tuple(words for at, words in self._marks if cells[at].strip() not in _NOT_TICKED)

    def _understand(self, told: Sequence[Cell], ticked: tuple[str, ...], card: str) -> Says:
        found: list[RowFinding] = []
        identity, area, since, until, kind, grade = told
        if card:
            kind, grade = kind or card[0], grade or card[1]
        days = self._days(since, until, found)
        named = (*split_words(read_text(identity).value), *ticked)
        if not named:
            named = tuple(filter(None, (self._words or ("残疾" if card else ""),)))
        if not named:
            found.append(RowFinding("identity", "IDENTITY_EMPTY", "error"))
        says: list[tuple[int, Recognition]] = []
        unnamed = []
        for words in named:
            meaning = self._aliases.meaning(words)
            if meaning is None:
                shown = words[:_SHOWN_MAX]
                unnamed.append(shown)
                found.append(RowFinding("identity", "IDENTITY_UNNAMED", "warning", shown))
            elif meaning.means is not None:
                told_more = _attributes(meaning.means, area, kind, grade, found)
                says.append((meaning.priority, self._recognised(told_more, days)))
        return _in_order(says), tuple(dict.fromkeys(unnamed))[:_UNNAMED_MAX], tuple(found)

    def _days(self, since: Cell, until: Cell, found: list[RowFinding]) -> Mapping[str, str]:
        days = {}
        for name, cell in (("recognised_on", since), ("valid_to", until)):
            read = read_day(cell) if cell != "" else Read("")
            self._note(name, cell, read, found)
            days[name] = read.value if not read.problem else ""
        if days["valid_to"] and days["recognised_on"] > days["valid_to"]:
            found.append(RowFinding("valid_to", "DAYS_TURNED", "error", days["valid_to"]))
        return days

    def _recognised(self, means: Recognition, days: Mapping[str, str]) -> Recognition:
        return msgspec.structs.replace(
            means,
            recognised_on=days["recognised_on"] or None,
            valid_to=days["valid_to"] or None,
            recognised_by=self._department,
        )

    def _look_over(self, read: ListRow, found: list[RowFinding]) -> None:
        """Notice what only the row as a whole tells."""
        if not read.number and not any(one.field == "number" for one in found):
            if not (read.name and read.birth_date):
                found.append(RowFinding("number", "NUMBER_EMPTY", "error"))
        elif read.birth_date and len(read.number) == 18 and read.number[:17].isdigit():
            day = read.number[6:14]
            if read.birth_date.replace("-", "") != day:
                born = f"{day[:4]}-{day[4:6]}-{day[6:]}"
                found.append(
                    RowFinding("birth_date", "BIRTH_DIFFERS", "warning", read.birth_date, born)
                )
        if not read.name and self._name is not None and self._kind in ("identity", "residents"):
            found.append(RowFinding("name", "NAME_EMPTY", "error"))

    def _text(self, cells: Sequence[Cell], place: int | None) -> str:
        if place is None or cells[place] == "":
            return ""
        return cells[place].strip(_PADDING)[:TEXT_MAX]

    def _where(self, cells: Sequence[Cell]) -> tuple[str, str, str, str]:
        """Return the words of the place; rows of one village share them."""
        told = self._place(cells)
        known = self._wheres.get(told)
        if known is None:
            texts = [cell.strip(" \t\u3000'") for cell in told]
            township, village, group, code = (text[:TEXT_MAX] for text in texts)
            known = self._wheres[told] = (township, village, group, code)
        return known

    def _note(self, field: str, cell: Cell, read: Read, found: list[RowFinding]) -> None:
        if not (read.problem or read.repair or read.doubt):
            return
        before = cell[:_SHOWN_MAX]
        if read.problem:
            found.append(RowFinding(field, read.problem, "error", before))
        if read.repair:
            found.append(RowFinding(field, read.repair, "repair", before, read.value))
        if read.doubt:
            found.append(RowFinding(field, read.doubt, "warning", before))


def _in_order(says: list[tuple[int, Recognition]]) -> tuple[Recognition, ...]:
    """Return the identities by priority, each code once."""
    by_code: dict[str, Recognition] = {}
    for _, one in sorted(says, key=lambda one: one[0]):
        by_code.setdefault(one.code, one)
    return tuple(by_code.values())


def _attributes(
    means: Recognition, area: Cell, kind: Cell, grade: Cell, found: list[RowFinding]
) -> Recognition:
    """Return a meaning with what further columns tell of it."""
    more: dict[str, object] = {}
    if area != "" and means.area is None and (told := area_of(read_text(area).value)):
        more["area"] = told
    if means.code == "disability":
        for name, cell, reader in (
            ("kind", kind, disability_kind),
            ("grade", grade, disability_grade),
        ):
            text = read_text(cell).value
            if text and (value := reader(text)) is not None:
                more[name] = value
            elif text:
                found.append(RowFinding(name, "DISABILITY_UNKNOWN", "warning", text[:_SHOWN_MAX]))
    return msgspec.structs.replace(means, **more) if more else means
