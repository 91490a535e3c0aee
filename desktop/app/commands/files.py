"""`station`, `seed`, `events`, `verify`, `backup`, `restore`, `receipt`: a station's own file."""

from __future__ import annotations

import hashlib
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.app.commands.context import DONE, DONE_WITH_REFUSALS, USAGE, Context
from desktop.base.clock import SystemClock
from desktop.base.errors import Refused, Unavailable
from desktop.base.ids import SeededIds, SystemIds
from desktop.base.money import fen_text
from desktop.store.verify import verify
from desktop.usecases.desk import (
    TRAINING_OPERATOR,
    Desk,
    NewStation,
    new_password,
    set_up_station,
)
from desktop.usecases.last_year import seed_last_year
from desktop.usecases.papers import check_receipt_code, mark_printed, receipt_paper
from desktop.usecases.restoring import restore_file
from desktop.usecases.seeding import seed_residents
from desktop.usecases.status import DeskStatus, desk_status, list_events

if TYPE_CHECKING:
    from desktop.usecases.archive import PapersVerified


def station_init(context: Context, options: Namespace) -> int:
    """Make the folder a station, and print who it is and, once, a made-up password."""
    ids = SystemIds()
    training_day: date | None = options.date if options.training else None
    if options.training and training_day is None:
        training_day = SystemClock().today()
    made_up = not context.operator
    password = new_password(ids) if made_up else context.password()
    operator = context.operator or TRAINING_OPERATOR
    if made_up and training_day is None:
        raise Refused("SIGN_IN_NEEDED", "name the first operator with --operator and a password")
    new = NewStation(
        division=options.division,
        name=options.name or options.division,
        operator=operator,
        display_name=options.display_name or operator,
        password=password,
        role=options.role,
        training_day=training_day,
    )
    set_up_station(context.folder, new, SystemClock(), ids)
    with context.desk() as desk:
        shown = _status(desk_status(desk))
    context.print(shown | ({"password": password} if made_up else {}))
    return DONE


def station_status(context: Context, options: Namespace) -> int:
    """Print where the station stands."""
    del options
    with context.desk() as desk:
        context.print(_status(desk_status(desk)))
    return DONE


def _status(status: DeskStatus) -> dict[str, Any]:
    return {
        "station": status.station_id,
        "name": status.station_name,
        "county": status.county,
        "division": status.division,
        "training_day": status.training_day,
        "operator": status.operator,
        "role": status.role,
        "segments": [
            {
                "prefix": segment.prefix,
                "first": segment.first,
                "last": segment.last,
                "used": segment.used,
                "unspent": segment.unspent,
            }
            for segment in status.segments
        ],
        "events": status.events,
        "pending": status.pending,
        "cases": status.open_cases,
        "centre": status.centre,
        "last_exchange": status.last_exchange,
    }


def seed(context: Context, options: Namespace) -> int:
    """Fill a training station with invented residents."""
    with context.desk() as desk:
        households, people = seed_residents(
            desk,
            options.residents,
            SeededIds(options.seed),
            lambda done: context.tell(f"{done} / {options.residents}"),
        )
        printed = {"households": households, "residents": people, "seed": options.seed}
        if options.last_year:
            made = seed_last_year(desk, SeededIds(options.seed))
            printed |= {"last_year": made.enrolled, "last_year_not": made.not_enrolled}
        context.print(printed)
    return DONE


def events(context: Context, options: Namespace) -> int:
    """Print one line per event, without personal data."""
    with context.desk() as desk:
        for row in list_events(desk, options.start):
            context.print(row)
    return DONE


def verify_station(context: Context, options: Namespace) -> int:
    """Prove the file and print what was found; 1 if anything is wrong."""
    papers: PapersVerified | None = None
    with context.desk() as desk:
        found = verify(desk.store, context.folder / "verify.partial")
        if options.papers is not None:
            papers = _verify_papers(context, desk, options.papers)
    faults = (*found.faults, *(papers.faults if papers else ()))
    context.print(
        {
            "ok": not faults,
            "events": found.events,
            "chain": found.chain,
            "rebuild": found.rebuild,
            "receipts": {
                "segments": found.segments,
                "used": found.used,
                "voided": found.voided,
                "unspent": found.unspent,
            },
            "payments": found.payments,
            "findings": [{"code": one.code, "message": one.message} for one in faults],
        }
        | ({"papers": _papers(papers)} if papers else {})
    )
    return DONE_WITH_REFUSALS if faults else DONE


def _verify_papers(context: Context, desk: Desk, most: int) -> PapersVerified:
    from desktop.usecases.archive import verify_papers

    return verify_papers(desk, most, lambda done, of: context.tell(f"{done} / {of}"))


def _papers(found: PapersVerified) -> dict[str, Any]:
    return {
        "form": found.form,
        "receipts": found.receipts,
        "checked": found.checked,
        "same": found.same,
        "recorded": found.recorded,
        "other_form": found.other_form,
    }


def backup(context: Context, options: Namespace) -> int:
    """Copy the whole file, encrypted, to one other file."""
    target = Path(options.file)
    with context.desk() as desk:
        desk.store.back_up(target)
        context.print({"file": str(target), **_reach(desk_status(desk))})
    return DONE


def restore(context: Context, options: Namespace) -> int:
    """Bring a copy back in place of the station's file, which is kept beside it."""
    with context.desk() as desk:
        kept = restore_file(desk, context.folder, Path(options.file))
    with context.desk() as desk:
        context.print({"replaced": str(kept), **_reach(desk_status(desk))})
    return DONE


def _reach(status: DeskStatus) -> dict[str, Any]:
    return {"station": status.station_id, "events": status.events, "pending": status.pending}


def receipt(context: Context, options: Namespace) -> int:
    """Write a receipt's PDF to a file and count the print; or say what a code proves."""
    if options.number == "check":
        return _check(context, options)
    if not options.out:
        context.tell("receipt NUMBER --out FILE.pdf")
        return USAGE
    from desktop.printing.papers import RECEIPT_PAPERS
    from desktop.printing.receipt_sheets import receipt_sheets

    if options.paper not in RECEIPT_PAPERS:
        context.tell(f"--paper: {', '.join(RECEIPT_PAPERS)}")
        return USAGE
    target = Path(options.out)
    if options.archive:
        return _archive(context, options.number, target)
    with context.desk() as desk:
        paper = receipt_paper(desk, options.number, context.language)
        pdf = receipt_sheets(
            paper.receipt,
            code=paper.code,
            paper=options.paper,
            copy=paper.copy,
            printed_at=paper.printed_at,
            lang=paper.language,
        ).pdf
        _write(target, pdf)
        mark_printed(desk, options.number, paper.copy)
    digest = hashlib.sha256(pdf).hexdigest()
    context.print({"number": options.number, "file": str(target), "sha256": digest})
    return DONE


def _archive(context: Context, number: str, target: Path) -> int:
    """Write the archived paper; it is no print, and 1 says that it is not the one archived."""
    from desktop.usecases.archive import archive

    with context.desk() as desk:
        paper = archive(desk, number)
    _write(target, paper.pdf)
    known_by = paper.known_by
    context.print(
        {
            "number": number,
            "file": str(target),
            "sha256": known_by.sha256,
            "form": known_by.form,
            "same": paper.same,
        }
    )
    return DONE if paper.same else DONE_WITH_REFUSALS


def _write(target: Path, pdf: bytes) -> None:
    try:
        target.write_bytes(pdf)
    except OSError as error:
        raise Unavailable("FILE_UNWRITABLE", f"{target} cannot be written") from error


def _check(context: Context, options: Namespace) -> int:
    from desktop.ui.receipts.words import code_note
    from desktop.usecases.receipt_list import standing

    with context.desk() as desk:
        proven = check_receipt_code(desk, options.code or "")
        known = standing(desk, proven.said.number)
    said = proven.said
    context.print(
        {
            "number": said.number,
            "amount": fen_text(said.paid_fen),
            "persons": len(said.marks),
            "campaign_year": said.campaign_year,
            "day": said.day.isoformat(),
            "station": proven.station,
            "station_code": proven.station_code or None,
            "station_key": said.station_key,
            "training": said.training,
            "state": known.state,
            "other": known.other or None,
        }
    )
    context.tell(code_note(proven, known, context.messages).text)
    return DONE
