"""`export`: a register as PDF to print or as XLSX to work with."""

from __future__ import annotations

import hashlib
from argparse import Namespace
from datetime import date
from pathlib import Path

from desktop.app.commands.context import DONE, USAGE, Context
from desktop.base.clock import instant_from_text
from desktop.base.errors import Refused, Unavailable
from desktop.usecases.bulk_receipts import BulkWanted, bulk_receipts, count_bulk
from desktop.usecases.registers import Register, RegisterWanted, register

RECEIPTS = "receipts"


def export(context: Context, options: Namespace) -> int:
    """Write the register the options name; print what was written."""
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
        )
        found = register(desk, wanted)
    write(path, found)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    rows = len(found.data.rows)
    context.print({"register": options.register, "file": str(path), "rows": rows, "hash": digest})
    return DONE


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


def write(path: Path, found: Register) -> None:
    """Write a register to ``path``, as its ending says.

    Raises:
        Refused: ``FILE_ENDING``.
        Unavailable: ``FILE_UNWRITABLE``.
    """
    if path.suffix.lower() == ".xlsx":
        from desktop.exchange.register_book import write_register

        made_at = instant_from_text(found.printed_at)
        write_register(path, found.template, found.data, made_at=made_at, lang=found.language)
        return
    if path.suffix.lower() != ".pdf":
        raise Refused("FILE_ENDING", "a register is written as .pdf or .xlsx", file=path.name)
    from desktop.printing.register import render_register

    pdf = render_register(
        found.template, found.data, printed_at=found.printed_at, lang=found.language
    )
    try:
        path.write_bytes(pdf)
    except OSError as error:
        raise Unavailable("FILE_UNWRITABLE", f"cannot write {path.name}", file=path.name) from error


def _first(options: Namespace) -> date | None:
    first: date | None = options.day or options.since
    return first
