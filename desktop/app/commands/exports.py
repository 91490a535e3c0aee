"""`export`: a register as PDF to print, as XLSX or CSV to work with."""

from __future__ import annotations

import hashlib
from argparse import Namespace
from datetime import date
from pathlib import Path

from desktop.app.commands import handover
from desktop.app.commands.context import DONE, DONE_WITH_REFUSALS, USAGE, Context
from desktop.base.files import Progress
from desktop.usecases.bulk_receipts import BulkWanted, bulk_receipts, count_bulk
from desktop.usecases.exports import Leaving, lost_in, whole_register, write_file
from desktop.usecases.registers import RegisterWanted, register

RECEIPTS = "receipts"


def export(context: Context, options: Namespace) -> int:
    """Write the register the options name; print what was written."""
    if options.register in handover.EXPORTS:
        return handover.export(context, options)
    if options.out is None:
        context.tell("export: --out FILE is missing")
        return USAGE
    path = Path(options.out)
    if options.register == RECEIPTS:
        return _receipts(context, options, path)
    with context.desk() as desk:
        wanted = RegisterWanted(
            kind=options.register,
            division=options.division or desk.store.station.division,
            campaign_year=options.campaign_year or desk.today.year,
            language=context.language,
            first=_first(options),
            last=options.day or options.to,
            collector=options.collector or "",
            subsidy_year=options.subsidy_year,
            department=options.department or "",
        )
        whole = options.whole is not None
        found = whole_register(desk, wanted, options.whole) if whole else register(desk, wanted)
    how = Leaving(options.encoding, lossy=options.lossy)
    lost = lost_in(found, path, how)
    for one in lost:
        context.print(
            {
                "code": "CHARACTER_NOT_HELD",
                "encoding": how.encoding,
                "character": one.character,
                "code_point": one.code_point,
                "count": one.count,
                "row": one.first_row,
            }
        )
    write_file(found, path, how, progress=_told(context))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    rows = len(found.data.rows)
    context.print({"register": options.register, "file": str(path), "rows": rows, "hash": digest})
    return DONE_WITH_REFUSALS if lost else DONE


_TOLD_FROM = 20_000
"""Rows from which on a person wants to see how far it is."""


def _told(context: Context) -> Progress:
    def tell(done: int, total: int) -> None:
        if total >= _TOLD_FROM and done % _TOLD_FROM == 0:
            context.tell(f"{done} / {total}")

    return tell


def _receipts(context: Context, options: Namespace, path: Path) -> int:
    """Write a place's receipts to one file and count each as a print; Ctrl+C leaves nothing."""
    from desktop.printing.bulk import BulkFile
    from desktop.printing.papers import RECEIPT_PAPERS
    from desktop.printing.pdf import PrintJob

    if path.suffix.lower() != ".pdf" or options.paper not in RECEIPT_PAPERS:
        context.tell(f"receipts --out FILE.pdf --paper {', '.join(RECEIPT_PAPERS)}")
        return USAGE
    first, last = _first(options), options.day or options.to
    wanted = BulkWanted(
        division=options.division or "",
        first=first.isoformat() if first else "",
        last=last.isoformat() if last else "",
        unprinted=options.unprinted,
    )
    with context.desk() as desk:
        papers = bulk_receipts(desk, wanted, context.language)
        jobs = [PrintJob(one.receipt, one.code, one.copy) for one in papers]
        at = papers[0].printed_at
        file = BulkFile(jobs, printed_at=at, paper=options.paper, lang=context.language)
        for done in file.draw():
            context.tell(f"{done} / {len(jobs)}")
        file.write(path)
        count_bulk(desk, papers)
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    count = len(papers)
    context.print(
        {
            "register": RECEIPTS,
            "file": str(path),
            "receipts": count,
            "bytes_each": len(data) // count,
            "hash": digest,
        }
    )
    return DONE


def _first(options: Namespace) -> date | None:
    first: date | None = options.day or options.since
    return first
