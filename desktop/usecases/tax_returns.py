"""Read the tax authority's answer to a batch back in: row by row, once, whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.base.errors import Refused
from desktop.domain.handover_facts import PayablesAnswered, ReturnCode, ReturnLine
from desktop.domain.handover_parts import parts
from desktop.exchange.tax_tables import AnswerRow, RowFinding, TaxTable, read_answers
from desktop.store import handover as rows_of
from desktop.store.register import Row
from desktop.usecases.desk import Desk
from desktop.usecases.handover import LAYOUTS, MAY_HAND_OVER, Batch, batch_of, layout_of
from desktop.usecases.return_codes import Origin, accepted_codes, origins, return_codes
from desktop.wire.scope import COUNTY_DIGITS

FILE_ID_HEX = 32


class TaxFileRefused(Refused):
    """A tax file was not taken in, for what stands in its rows."""

    def __init__(self, findings: tuple[RowFinding, ...]) -> None:
        wrong = sum(one.severity == "error" for one in findings)
        super().__init__("TAX_FILE_ERRORS", f"{wrong} rows are wrong", count=wrong)
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Answers:
    """What a return file says, held against what was sent."""

    file: str
    """Hash of what it says."""
    batch: Batch
    rows: int
    changed: tuple[ReturnLine, ...]
    """What is new; empty if the file was read before, or says nothing new."""
    accepted: int
    refused: int
    unexplained: int
    """Rows with a code nobody explained; it settles nothing."""
    findings: tuple[RowFinding, ...]


def preview_returns(desk: Desk, path: Path, layout: str = "") -> Answers:
    """Read a return file without writing anything; ``layout``: the county's own, if it has one.

    Raises:
        Refused: ``ROLE``, ``BATCH_UNKNOWN``, ``TAX_FILE_OTHER_COUNTY``, `TaxFileRefused`;
            ``TABLE_COLUMNS`` and codes of `desktop.exchange.tables.read_tables`.
        Unavailable: ``FILE_UNREADABLE``.
    """
    desk.may(*MAY_HAND_OVER, "auditor")
    table = read_answers(path, headers_of("returns", layout))
    check_county(desk, ((row.county, row.place) for row in table.rows), table.file)
    batch = _batch(desk, table)
    known = rows_of.rows_of_batch(desk.store.connection, batch.id)
    findings = (*table.findings, *_findings(table, known, batch))
    if any(one.severity == "error" for one in findings):
        raise TaxFileRefused(findings)
    accepted = accepted_codes(desk)
    told = [accepted.get(row.code) for row in table.rows]
    changed = tuple(
        ReturnLine(row.row, row.code, row.message)
        for row in sorted(table.rows, key=lambda one: one.row)
        if (known[row.row]["return_code"], known[row.row]["return_message"])
        != (row.code, row.message)
    )
    return Answers(
        file=file_id("return", ((str(row.row), row.code, row.message) for row in table.rows),
                     batch.id),
        batch=batch,
        rows=len(table.rows),
        changed=changed,
        accepted=sum(one is True for one in told),
        refused=sum(one is False for one in told),
        unexplained=sum(one is None for one in told),
        findings=findings,
    )  # fmt: skip


def take_returns(desk: Desk, path: Path, layout: str = "") -> Answers:
    """Put a return file on record, whole; the same file twice changes nothing.

    Raises:
        Refused: whatever `preview_returns` refuses.
        Unavailable: the disk failed; nothing was taken in.
    """
    desk.may(*MAY_HAND_OVER)
    found = preview_returns(desk, path, layout)
    with desk.store.transaction():
        known = rows_of.rows_of_batch(desk.store.connection, found.batch.id)
        for division, lines in parts(found.changed, lambda one: str(known[one.row]["division"])):
            fact = PayablesAnswered(
                file=found.file,
                batch=found.batch.id,
                division=division,
                on=desk.today.isoformat(),
                rows=found.rows,
                lines=lines,
            )
            desk.store.record(fact, operator=desk.operator)
    return found


@dataclass(frozen=True, slots=True)
class AnswerCount:
    """How many rows of a batch came back with one code; an empty code: not answered yet."""

    code: str
    rows: int
    meaning: ReturnCode | None
    origin: Origin | None = None
    """Who says what the code means; None: nobody."""


def answers_of(desk: Desk, batch: str) -> tuple[AnswerCount, ...]:
    """Return what came back for a batch, by code. Raises Unavailable."""
    known, said_by = return_codes(desk), origins(desk)
    return tuple(
        AnswerCount(row["code"], row["rows"], known.get(row["code"]), said_by.get(row["code"]))
        for row in rows_of.answers(desk.store.connection, batch)
    )


def file_id(kind: str, rows: Iterable[tuple[str, ...]], about: str) -> str:
    """Return the hash of what a file says: saved again in another form it is the same file."""
    digest = hashlib.sha256(f"{kind}\n{about}".encode())
    for row in sorted(rows):
        digest.update("\x1f".join(row).encode() + b"\x1e")
    return digest.hexdigest()[:FILE_ID_HEX]


def check_county(desk: Desk, rows: Iterable[tuple[str, int]], file: str) -> None:
    """Refuse a file that names another county in any row: ``TAX_FILE_OTHER_COUNTY``."""
    own = desk.store.station.county
    for county, place in rows:
        if county and county[:COUNTY_DIGITS] != own:
            raise Refused("TAX_FILE_OTHER_COUNTY", f"{file} row {place}: {county}", county=county,
                          file=file, row=place)  # fmt: skip


def headers_of(part: str, layout: str = "") -> Mapping[str, tuple[str, ...]]:
    """Return the headers by field: of all shipped layouts, and of ``layout`` before them.

    Which file it is, its batch number or its rows say; nobody need name the layout again.
    """
    found: dict[str, tuple[str, ...]] = {}
    for name in dict.fromkeys((layout, *LAYOUTS) if layout else LAYOUTS):
        headers: Mapping[str, tuple[str, ...]] = getattr(layout_of(name), part)
        for field, known in headers.items():
            found[field] = tuple(dict.fromkeys((*found.get(field, ()), *known)))
    return found


def _batch(desk: Desk, table: TaxTable[AnswerRow]) -> Batch:
    numbers = list(dict.fromkeys(row.batch for row in table.rows))
    if not numbers:
        raise TaxFileRefused(table.findings)
    county = desk.store.station.county
    for number in numbers:
        if (
            len(number) > COUNTY_DIGITS
            and number[:COUNTY_DIGITS].isdigit()
            and (not number.startswith(county))
        ):
            raise Refused("TAX_FILE_OTHER_COUNTY", f"{table.file}: batch {number}",
                          county=number[:COUNTY_DIGITS], file=table.file)  # fmt: skip
    batch = batch_of(desk, numbers[0])
    if len(numbers) > 1:
        wrong = next(row for row in table.rows if row.batch != numbers[0])
        finding = RowFinding(table.file, "", wrong.place, "", "BATCH_TWO", value=wrong.batch)
        raise TaxFileRefused((*table.findings, finding))
    return batch


def _findings(
    table: TaxTable[AnswerRow], known: Mapping[int, Row], batch: Batch
) -> Iterator[RowFinding]:
    seen: dict[int, AnswerRow] = {}
    for row in table.rows:
        said = f"{batch.number} {row.row}"
        if row.row not in known:
            yield RowFinding(table.file, "", row.place, "", "BATCH_ROW_UNKNOWN", value=said)
        earlier = seen.setdefault(row.row, row)
        if earlier is not row:
            same = (earlier.code, earlier.message) == (row.code, row.message)
            severity = "warning" if same else "error"
            yield RowFinding(table.file, "", row.place, "", "BATCH_ROW_TWICE", severity, said)
