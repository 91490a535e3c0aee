"""`export`: a register as PDF to print or as XLSX to work with."""

from __future__ import annotations

import hashlib
from argparse import Namespace
from datetime import date
from pathlib import Path

from desktop.app.commands.context import DONE, Context
from desktop.base.clock import instant_from_text
from desktop.base.errors import Refused, Unavailable
from desktop.usecases.registers import Register, RegisterWanted, register


def export(context: Context, options: Namespace) -> int:
    """Write the register the options name; print what was written."""
    path = Path(options.out)
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
