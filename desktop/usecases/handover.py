"""Hand the payables to the tax authority (应征): once each, corrected or cancelled later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.base.errors import Refused
from desktop.base.files import Cancelled, Progress, never, no_progress
from desktop.base.resources import form_text
from desktop.domain.handover_facts import PayableLine, PayablesHanded
from desktop.domain.handover_layout import Layout, layout_from_text
from desktop.domain.handover_parts import parts
from desktop.domain.payables import Handed, HeldBack, Payable, PlannedRow, Status, mark_of, plan
from desktop.exchange.agreed_file import Cell, Kind, write_agreed
from desktop.store import handover as rows_of
from desktop.store.register import Row
from desktop.usecases.desk import Desk
from desktop.usecases.divisions import tree
from desktop.usecases.return_codes import accepted_codes
from desktop.wire.scope import TOWNSHIP_DIGITS, scope_of
from desktop.wire.signing import key_id

MAY_HAND_OVER = ("supervisor",)
LAYOUTS = ("shared-platform", "county-sheet")
RESIDENTS_SCHEME = "390"
"""城乡居民基本医疗保险, as the national platform codes it."""
_LETTERS = str.maketrans("0123456789abcdef", "ABCDFGHJKLMNPQRS")
"""A letter for each digit of a key's name; none is an E."""
_KIND_CODES = {"new": "1", "correction": "2", "cancel": "3"}


@dataclass(frozen=True, slots=True)
class HandoverWanted:
    """What is to be handed over."""

    division: str
    campaign_year: int
    layout: str = LAYOUTS[0]
    """A shipped layout's name, or the path of the county's own."""
    again: bool = False
    """Send refused rows once more, though nothing of them changed."""


@dataclass(frozen=True, slots=True)
class HandoverPlan:
    """What would go out now. Money in fen."""

    rows: tuple[PlannedRow, ...]
    held_back: tuple[HeldBack, ...]

    @property
    def amount_fen(self) -> int:
        """What is to be collected by these rows; cancelled ones count nothing."""
        return sum(row.amount_fen for row in self.rows)

    def count(self, kind: str) -> int:
        """Return how many rows of a kind there are."""
        return sum(row.kind == kind for row in self.rows)


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch as the record holds it. Money in fen."""

    id: str
    number: str
    division: str
    campaign_year: int
    layout: str
    handed_on: str
    rows: int
    amount_fen: int
    here: int
    """How many of its rows this station holds: those of its own townships."""
    answered: int


def plan_handover(desk: Desk, wanted: HandoverWanted) -> HandoverPlan:
    """Return what would go out now, and who is held back and why; nothing is written.

    Raises:
        Refused: ``ROLE``, ``LAYOUT_UNKNOWN``, ``LAYOUT_INVALID``.
        Unavailable: the file cannot be read.
    """
    desk.may(*MAY_HAND_OVER, "auditor")
    layout_of(wanted.layout)
    found = list(plan(_payables(desk, wanted), again=wanted.again))
    rows = (one for one in found if isinstance(one, PlannedRow))
    held = (one for one in found if isinstance(one, HeldBack))
    by_township = sorted(rows, key=lambda one: one.division[:TOWNSHIP_DIGITS])
    return HandoverPlan(tuple(by_township), tuple(held))


def hand_over(desk: Desk, wanted: HandoverWanted) -> Batch:
    """Put a batch on record, whole; its file is written from the record (`write_batch`).

    The same place handed over twice is refused the second time: nothing is due that was not sent.

    Raises:
        Refused: ``ROLE``, ``HANDOVER_EMPTY``, ``LAYOUT_UNKNOWN``, ``LAYOUT_INVALID``.
        Unavailable: the disk failed; nothing was handed over.
    """
    desk.may(*MAY_HAND_OVER)
    with desk.store.transaction():
        found = plan_handover(desk, wanted)
        if not found.rows:
            raise Refused("HANDOVER_EMPTY", "everything due has been handed over")
        batch, number = desk.store.ids.new_id(), _number(desk, wanted.campaign_year)
        for division, lines in _parts(found.rows):
            fact = PayablesHanded(
                batch=batch,
                number=number,
                scope=scope_of(wanted.division),
                division=division,
                campaign_year=wanted.campaign_year,
                layout=wanted.layout,
                on=desk.today.isoformat(),
                rows=len(found.rows),
                amount_fen=found.amount_fen,
                lines=lines,
            )
            desk.store.record(fact, operator=desk.operator)
    return batch_of(desk, batch)


def list_batches(desk: Desk, division: str, campaign_year: int) -> tuple[Batch, ...]:
    """Return the batches of a place, newest first. Raises Unavailable."""
    found = rows_of.batches(desk.store.connection, scope_of(division), campaign_year)
    return tuple(_batch(row, row["here"], row["answered"]) for row in found)


def batch_of(desk: Desk, number: str) -> Batch:
    """Return the batch with this number or id. Raises Refused ``BATCH_UNKNOWN``."""
    row = rows_of.batch_by_number(desk.store.connection, number)
    if row is None:
        raise Refused("BATCH_UNKNOWN", "no such batch here", number=number)
    here = rows_of.rows_of_batch(desk.store.connection, row["id"])
    return _batch(row, len(here), sum(bool(one["return_code"]) for one in here.values()))


def write_batch(
    desk: Desk,
    number: str,
    path: Path,
    *,
    encoding: str = "",
    progress: Progress = no_progress,
    cancelled: Cancelled = never,
) -> int:
    """Write a batch's file from the record, as often as it is wanted; return how many rows.

    ``encoding`` takes the place of the layout's, where a name does not fit into that.

    Raises:
        Refused: ``ROLE``, ``BATCH_UNKNOWN``, ``LAYOUT_UNKNOWN``, ``TEXT_NOT_HELD``,
            ``FILE_ENDING``, ``CANCELLED``.
        Unavailable: ``FILE_UNWRITABLE``, ``DISK_FULL``; the batch stands and can be written again.
    """
    desk.may(*MAY_HAND_OVER)
    batch = batch_of(desk, number)
    layout = layout_of(batch.layout)
    rows = [
        [_cell(desk, batch, layout, row, column.field) if column.field else column.value
         for column in layout.columns]
        for row in rows_of.batch_rows(desk.store.connection, batch.id)
    ]  # fmt: skip
    heads = {column.head: _KINDS.get(column.field, "text") for column in layout.columns}
    write_agreed(path, heads, rows, encoding=encoding or layout.encoding, progress=progress,
                 cancelled=cancelled)  # fmt: skip
    return len(rows)


def layout_of(name: str) -> Layout:
    """Return a shipped layout, or the one in the county's own file.

    Raises:
        Refused: ``LAYOUT_UNKNOWN``, ``LAYOUT_INVALID``.
    """
    if name in LAYOUTS:
        named = f"{name}.toml"
        return layout_from_text(named, form_text("handover", named))
    path = Path(name)
    try:
        if path.suffix != ".toml":
            raise FileNotFoundError(name)
        return layout_from_text(path.name, path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        known = ", ".join(LAYOUTS)
        raise Refused("LAYOUT_UNKNOWN", f"no such layout: {name}", known=known) from error


_KINDS: Mapping[str, Kind] = {
    "amount": "fen", "standard": "fen", "assistance": "fen", "row": "number",
    "campaign_year": "number",
}  # fmt: skip


def _payables(desk: Desk, wanted: HandoverWanted) -> Iterator[Payable]:
    connection = desk.store.connection
    accepted = accepted_codes(desk)
    standing: dict[str, Handed] = {}
    last: dict[str, Handed] = {}
    for row in rows_of.handed_rows(connection, wanted.campaign_year):
        refused = accepted.get(row["return_code"] or "") is False
        one = Handed(row["kind"], row["amount_fen"], row["mark"], refused)
        last[row["enrollment_id"]] = one
        if not refused:
            standing[row["enrollment_id"]] = one
    for row in rows_of.payable_rows(connection, scope_of(wanted.division), wanted.campaign_year):
        enrollment, document = row["enrollment_id"], row["document_number"] or ""
        yield Payable(
            enrollment=enrollment,
            division=row["division"],
            status=_status(row),
            amount_fen=row["net_fen"] or 0,
            document=document,
            mark=mark_of(row["document_type"] or "", document, row["name"] or ""),
            standing=standing.get(enrollment),
            last=last.get(enrollment),
        )


def _status(row: Row) -> Status:
    if row["status"] == "paid":
        return "tax_paid" if row["method"] == "tax" else "gone"
    if row["status"] != "registered":
        return "gone"
    if row["net_fen"] is None or row["allowed"] == 0:
        return "open"
    return "due" if row["net_fen"] else "gone"


def _parts(rows: Sequence[PlannedRow]) -> Iterator[tuple[str, tuple[PayableLine, ...]]]:
    """Yield lines numbered over the whole batch, each part of one township."""
    lines = [
        PayableLine(place, row.enrollment, row.kind, row.amount_fen, row.mark)
        for place, row in enumerate(rows, 1)
    ]
    return parts(lines, lambda line: rows[line.row - 1].division[:TOWNSHIP_DIGITS])


def _number(desk: Desk, campaign_year: int) -> str:
    """Return the next batch number of this station: county, year, station, serial.

    The station is told in letters: digits alone, or digits around an E, are a number to a
    spreadsheet, which keeps fifteen of them.
    """
    station = desk.store.station
    serial = rows_of.own_batches(desk.store.connection, station.id) + 1
    told = key_id(station.key.public)[:6].translate(_LETTERS)
    return f"{station.county}{campaign_year}{told}{serial:04d}"


def _batch(row: Row, here: int, answered: int) -> Batch:
    return Batch(
        id=row["id"],
        number=row["number"],
        division=row["scope"],
        campaign_year=row["campaign_year"],
        layout=row["layout"],
        handed_on=row["handed_on"],
        rows=row["rows"],
        amount_fen=row["amount_fen"],
        here=here,
        answered=answered,
    )


def _cell(desk: Desk, batch: Batch, layout: Layout, row: Row, field: str) -> Cell:
    """Return what stands in one column of a row."""
    direct = {
        "row": "row", "kind": "kind", "person": "person_id", "document_type": "document_type",
        "document": "document_number", "name": "name", "campaign_year": "campaign_year",
        "household_number": "household_number", "amount": "amount_fen",
        "standard": "standard_fen", "assistance": "assistance_fen",
    }.get(field)  # fmt: skip
    if direct is not None:
        return row[direct] if row[direct] is not None else ""
    match field:
        case "county":
            return desk.store.station.county
        case "batch":
            return batch.number
        case "kind_code":
            return layout.kinds.get(row["kind"]) or _KIND_CODES[row["kind"]]
        case "scheme":
            return RESIDENTS_SCHEME
        case _:
            return _place_or_period(desk, row, field)


def _place_or_period(desk: Desk, row: Row, field: str) -> str:
    if field in ("township", "village"):
        digits = TOWNSHIP_DIGITS if field == "township" else len(row["division"])
        return tree(desk).short_name(row["division"][:digits])
    year = row["benefit_year"]
    if not year:
        return ""
    return f"{year}01" if field == "period_from" else f"{year}12"
