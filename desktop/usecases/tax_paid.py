"""Read the tax authority's paid detail in, and book what a person confirms as tax-channel payments.

Reading books nothing. A row is booked through the same use case as any payment, so that the law of
the day it was paid decides, the receipt has a number of ours and the voucher's number stands on it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import get_args

import msgspec

from desktop.base.errors import CanbaoError, Refused
from desktop.base.files import Cancelled, Progress, never, no_progress
from desktop.domain.handover_facts import (
    PaidLine,
    SettleDecision,
    TaxPaidRead,
    TaxRowSettled,
)
from desktop.domain.handover_parts import parts
from desktop.domain.tax_matching import TaxRow, tax_states
from desktop.domain.text_limit import check_length
from desktop.exchange.tax_tables import PaidRow, RowFinding, TaxTable, read_paid
from desktop.sqlite.connection import Connection
from desktop.store import handover as handed
from desktop.store import tax_rows as rows_of
from desktop.usecases.desk import Desk
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.tax_returns import (
    FILE_ID_HEX,
    TaxFileRefused,
    check_county,
    file_id,
    headers_of,
)
from desktop.wire.scope import TOWNSHIP_DIGITS, scope_of

MAY_READ = ("supervisor",)
MAY_BOOK = ("clerk", "collector", "supervisor")


@dataclass(frozen=True, slots=True)
class PaidFile:
    """What a file of paid detail says. Money in fen."""

    file: str
    """Hash of what it says."""
    title: str
    rows: int
    amount_fen: int
    new: tuple[PaidLine, ...]
    """Rows that no file said before."""
    known_file: bool
    strangers: int
    """New rows whose number nobody here has."""
    findings: tuple[RowFinding, ...]


@dataclass(frozen=True, slots=True)
class Booking:
    """What became of one voucher of one household. Money in fen."""

    rows: tuple[str, ...]
    voucher: str
    household: str
    amount_fen: int
    receipt: str = ""
    error: CanbaoError | None = None
    """Why it was not booked; nothing of it was."""


def preview_paid(desk: Desk, path: Path, layout: str = "") -> PaidFile:
    """Read paid detail without writing anything.

    Raises:
        Refused: ``ROLE``, ``TAX_FILE_OTHER_COUNTY``, `TaxFileRefused`, ``TABLE_COLUMNS`` and codes
            of `desktop.exchange.tables.read_tables`.
        Unavailable: ``FILE_UNREADABLE``.
    """
    desk.may(*MAY_READ, "auditor")
    table = read_paid(path, headers_of("paid", layout))
    check_county(desk, ((row.county, row.place) for row in table.rows), table.file)
    findings = (*table.findings, *_doubles(table))
    if any(one.severity == "error" for one in findings):
        raise TaxFileRefused(findings)
    lines = {line.id: line for line in (_line(row) for row in table.rows)}
    connection = desk.store.connection
    known = rows_of.known_rows(connection, list(lines))
    new = tuple(line for line in lines.values() if line.id not in known)
    here = rows_of.divisions_of(connection, [line.document for line in new])
    file = file_id("paid", ((line.id,) for line in lines.values()), "")
    return PaidFile(
        file=file,
        title=table.file,
        rows=len(table.rows),
        amount_fen=sum(line.amount_fen for line in lines.values()),
        new=new,
        known_file=handed.file_known(connection, file),
        strangers=sum(line.document not in here for line in new),
        findings=findings,
    )


def take_paid(desk: Desk, path: Path, campaign_year: int, layout: str = "") -> PaidFile:
    """Put paid detail on record, whole, booking nothing; the same file twice changes nothing.

    Raises:
        Refused: whatever `preview_paid` refuses.
        Unavailable: the disk failed; nothing was taken in.
    """
    desk.may(*MAY_READ)
    found = preview_paid(desk, path, layout)
    with desk.store.transaction():
        for division, lines in _parts(desk, found.new):
            fact = TaxPaidRead(
                file=found.file,
                division=division,
                campaign_year=campaign_year,
                on=desk.today.isoformat(),
                rows=found.rows,
                amount_fen=found.amount_fen,
                lines=lines,
            )
            desk.store.record(fact, operator=desk.operator)
    return found


def list_tax_rows(
    desk: Desk, division: str, campaign_year: int, connection: Connection | None = None
) -> tuple[TaxRow, ...]:
    """Return every paid row of a place with what it meets here. Raises Unavailable.

    ``connection``: a reading one of the same file, on whatever thread has it.
    """
    reading = connection or desk.store.connection
    found = rows_of.tax_rows(reading, scope_of(division), campaign_year)
    return tuple(tax_states(found))


def book_rows(
    desk: Desk,
    rows: Sequence[TaxRow],
    progress: Progress = no_progress,
    cancelled: Cancelled = never,
) -> Iterator[Booking]:
    """Book the rows that are ready, voucher by voucher, each durable as it is yielded.

    One receipt for each voucher and household. Told to stop, it stops between two of them; asked
    again, it goes on where it was: who is paid for cannot be paid for again.

    Raises:
        Refused: ``ROLE``, ``TAX_ROWS_NONE``.
    """
    desk.may(*MAY_BOOK)
    ready = [row for row in rows if row.state == "ready"]
    if not ready:
        raise Refused("TAX_ROWS_NONE", "nothing is ready to be booked")
    return _booked(desk, ready, progress, cancelled)


def settle_row(desk: Desk, row: str, decision: str, reason: str) -> None:
    """Say why a paid row is not booked here, as one event. No money moves.

    Raises:
        Refused: ``ROLE``, ``TAX_ROW_UNKNOWN``, ``TAX_ROW_BOOKED``, ``SETTLE_UNKNOWN``,
            ``REASON_EMPTY``, ``TEXT_LONG``.
        Unavailable: the disk failed.
    """
    desk.may("supervisor")
    if decision not in get_args(SettleDecision):
        raise Refused("SETTLE_UNKNOWN", f"no such decision: {decision}")
    if not reason.strip():
        raise Refused("REASON_EMPTY", "say why")
    check_length(reason=reason)
    with desk.store.transaction():
        found = rows_of.tax_row(desk.store.connection, row)
        if found is None:
            raise Refused("TAX_ROW_UNKNOWN", "no such paid row")
        places = rows_of.tax_rows(
            desk.store.connection, "", found["campaign_year"], document=found["document_number"]
        )
        if any(one.id == row and one.state == "booked" for one in tax_states(places)):
            raise Refused("TAX_ROW_BOOKED", "this row is booked")
        fact = TaxRowSettled(
            row=row,
            decision=msgspec.convert(decision, SettleDecision),
            reason=reason.strip(),
            on=desk.today.isoformat(),
        )
        desk.store.record(fact, operator=desk.operator)


def _booked(
    desk: Desk, ready: list[TaxRow], progress: Progress, cancelled: Cancelled
) -> Iterator[Booking]:
    ready.sort(key=lambda row: (row.household, row.voucher, row.paid_on))
    done = 0
    groups = groupby(ready, lambda row: (row.household, row.voucher, row.paid_on))
    for (household, voucher, paid_on), of_it in groups:
        if cancelled():
            return
        some = list(of_it)
        done += len(some)
        amount = sum(row.amount_fen for row in some)
        entry = PaymentInput(
            household_id=household,
            method="tax",
            amount_fen=amount,
            campaign_year=_year(desk, some[0]),
            payer=some[0].payer,
            persons=tuple(row.person for row in some),
            external_number=voucher,
            paid_on=paid_on,
        )
        told = Booking(tuple(row.id for row in some), voucher, household, amount)
        try:
            taken = take_payment(desk, entry)
        except Refused as error:
            yield replace(told, error=error)
        else:
            yield replace(told, receipt=taken.receipt.number)
        progress(done, len(ready))


def _year(desk: Desk, row: TaxRow) -> int:
    found = rows_of.tax_row(desk.store.connection, row.id)
    assert found is not None, "a row that was listed is on record"
    year: int = found["campaign_year"]
    return year


def _line(row: PaidRow) -> PaidLine:
    said = (row.voucher, row.document, str(row.amount_fen), row.paid_on)
    return PaidLine(
        id=hashlib.sha256("\n".join(said).encode()).hexdigest()[:FILE_ID_HEX],
        place=row.place,
        voucher=row.voucher,
        document=row.document,
        name=row.name,
        amount_fen=row.amount_fen,
        paid_on=row.paid_on,
        payer=row.payer,
    )


def _doubles(table: TaxTable[PaidRow]) -> Iterator[RowFinding]:
    """Yield rows that stand in the file twice: taken once, and told."""
    seen: dict[str, PaidRow] = {}
    for row in table.rows:
        earlier = seen.setdefault(_line(row).id, row)
        if earlier is not row:
            said = f"= {earlier.place}"
            yield RowFinding(table.file, "", row.place, "", "PAID_ROW_TWICE", "warning", said)


def _parts(desk: Desk, lines: Iterable[PaidLine]) -> Iterator[tuple[str, tuple[PaidLine, ...]]]:
    """Yield lines by the township of their people; strangers belong to the station's own place."""
    some = list(lines)
    here: Mapping[str, str] = rows_of.divisions_of(
        desk.store.connection, [line.document for line in some]
    )
    own = scope_of(desk.store.station.division)

    def place(line: PaidLine) -> str:
        return here[line.document][:TOWNSHIP_DIGITS] if line.document in here else own

    return parts(some, place)
