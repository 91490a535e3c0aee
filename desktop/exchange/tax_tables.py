"""Read what the tax authority sends: return codes by row, and paid detail. Hostile until read.

Nothing is guessed: a number that a spreadsheet has rounded, an amount with three decimals or a day
that is none is a finding, and a file with one is not taken in at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from desktop.base.errors import Refused
from desktop.domain.facts import NAME_MAX, TEXT_MAX
from desktop.exchange.cells import read_code, read_day, read_whole
from desktop.exchange.columns import Columns, Field, Record, recognise, records
from desktop.exchange.tables import Table, read_tables

_AMOUNT = re.compile(r"(\d{1,9})(?:\.(\d{1,2})0*)?")
_ROUNDED = re.compile(r"[0-9.]+[eE]\+?[0-9]+")
"""How a spreadsheet writes a number of more than fifteen digits: the rest of it is lost."""
_SUMS = ("合计", "总计", "小计", "total")


@dataclass(frozen=True, slots=True)
class RowFinding:
    """What is wrong or noteworthy in one row of a file."""

    file: str
    sheet: str
    row: int
    column: str
    """Head of the column, empty for the whole row."""
    code: str
    severity: str = "error"
    value: str = ""


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One row of a return file."""

    place: int
    county: str
    batch: str
    row: int
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class PaidRow:
    """One row of the paid detail. Money in fen."""

    place: int
    county: str
    voucher: str
    document: str
    name: str
    amount_fen: int
    paid_on: str
    payer: str


RowT = TypeVar("RowT", AnswerRow, PaidRow)


@dataclass(frozen=True, slots=True)
class TaxTable(Generic[RowT]):
    """A file as read; with any error among the findings it is not to be taken in."""

    file: str
    rows: tuple[RowT, ...]
    findings: tuple[RowFinding, ...]


def read_answers(path: Path, headers: Mapping[str, tuple[str, ...]]) -> TaxTable[AnswerRow]:
    """Read return codes by row; ``headers`` are the layout's.

    Raises:
        Refused: codes of `desktop.exchange.tables.read_tables`, ``TABLE_COLUMNS``.
        Unavailable: ``FILE_UNREADABLE``.
    """
    return _read(path, headers, ("batch", "row", "code"), _answer)


def read_paid(path: Path, headers: Mapping[str, tuple[str, ...]]) -> TaxTable[PaidRow]:
    """Read paid detail; ``headers`` are the layout's. Raises as `read_answers`."""
    return _read(path, headers, ("voucher", "document", "amount", "paid_on"), _paid)


class _Sink:
    """Where one row's problems go."""

    def __init__(self, table: Table, heads: Mapping[str, str], record: Record) -> None:
        self._table = table
        self._heads = heads
        self.record = record
        self.found: list[RowFinding] = []

    def text(self, field: str, most: int = TEXT_MAX, *, needed: bool = False) -> str:
        """Return a cell's text, refused if it is missing or too long for a fact."""
        text = unicodedata.normalize("NFC", self.record[field]).strip()
        if (needed and not text) or len(text) > most or "\x00" in text:
            self.wrong(field, "CELL_EMPTY" if not text else "CELL_LONG")
            return ""
        return text

    def number(self, field: str) -> str:
        """Return an identity or voucher number, refused where a spreadsheet has rounded it."""
        text = read_code(self.record[field]).upper()
        if _ROUNDED.fullmatch(text):
            self.wrong(field, "DIGITS_LOST")
        elif not text or len(text) > TEXT_MAX or "\x00" in text:
            self.wrong(field, "CELL_EMPTY" if not text else "CELL_LONG")
        return text

    def wrong(self, field: str, code: str) -> None:
        """Note what is wrong with one cell."""
        head, value = self._heads.get(field, field), self.record[field][:NAME_MAX]
        self.found.append(
            RowFinding(
                self._table.file, self._table.sheet, self.record.row, head, code, value=value
            )
        )


def _read(
    path: Path,
    headers: Mapping[str, tuple[str, ...]],
    needed: Sequence[str],
    make: Callable[[_Sink], RowT],
) -> TaxTable[RowT]:
    fields = [Field(name, known, needed=name in needed) for name, known in headers.items()]
    rows: list[RowT] = []
    findings: list[RowFinding] = []
    read = 0
    refused: Refused | None = None
    for table in read_tables(path):
        try:
            columns = recognise(table, fields)
        except Refused as error:
            # Explanations and signatures stand on sheets of their own; one sheet must be it.
            refused = error
            continue
        read += 1
        heads = _heads_of(table, columns)
        for record in _body(table, columns, needed[0]):
            sink = _Sink(table, heads, record)
            row = make(sink)
            findings += sink.found
            if not sink.found:
                rows.append(row)
    if not read and refused is not None:
        raise refused
    if not rows and not findings:
        raise Refused("TABLE_EMPTY", f"{path.name} holds no rows")
    return TaxTable(path.name, tuple(rows), tuple(findings))


def _body(table: Table, columns: Columns, first: str) -> Iterator[Record]:
    """Yield the rows below the head, sums at the end left out."""
    for record in records(table, columns):
        sums = any(text.startswith(_SUMS) for text in record.values.values())
        if not sums or (record[first] and not record[first].startswith(_SUMS)):
            yield record


def _heads_of(table: Table, columns: Columns) -> Mapping[str, str]:
    head = next(row for row in table.rows if row.number == columns.header)
    return {name: head.cells[place] for name, place in columns.places.items()}


def _answer(sink: _Sink) -> AnswerRow:
    row = read_whole(sink.record["row"])
    if row is None or row < 1:
        sink.wrong("row", "ROW_FORM")
    return AnswerRow(
        place=sink.record.row,
        county=read_code(sink.record["county"]),
        batch=sink.number("batch"),
        row=row or 0,
        code=sink.text("code", needed=True),
        message=sink.text("message"),
    )


def _paid(sink: _Sink) -> PaidRow:
    amount = read_amount(sink.record["amount"])
    if amount is None or not amount:
        sink.wrong("amount", "AMOUNT_FORM")
    day = read_day(sink.record["paid_on"][:10].strip()) or read_day(sink.record["paid_on"])
    if not day:
        sink.wrong("paid_on", "DAY_FORM")
    return PaidRow(
        place=sink.record.row,
        county=read_code(sink.record["county"]),
        voucher=sink.number("voucher"),
        document=sink.number("document"),
        name=sink.text("name", NAME_MAX),
        amount_fen=amount or 0,
        paid_on=day or "",
        payer=sink.text("payer", NAME_MAX),
    )


def read_amount(text: str) -> int | None:
    """Return an amount in fen; None for what is none, or holds more than two decimals.

    >>> read_amount("320"), read_amount("￥1,320.5"), read_amount("320.005"), read_amount("-1")
    (32000, 132050, None, None)
    """
    plain = unicodedata.normalize("NFKC", text).replace(",", "").strip()
    match = _AMOUNT.fullmatch(plain.strip("¥元 "))
    if match is None or not plain.isprintable():
        return None
    return int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))
