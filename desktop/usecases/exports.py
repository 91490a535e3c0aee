"""Registers that leave as files: masked, unless somebody with the right says why; whole or not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop.base.errors import Refused
from desktop.base.files import Cancelled, Progress, never, no_progress
from desktop.domain.handover_facts import ListExported
from desktop.domain.text_limit import check_length
from desktop.exchange.register_text import ENCODINGS, Leaving, Unheld, unheld, write_text
from desktop.usecases.desk import Desk
from desktop.usecases.registers import Register, RegisterWanted, register

MAY_EXPORT_WHOLE = ("supervisor",)
"""Who may take a list of whole identity numbers out of the program."""

BOOK, TEXT, PAPER = ".xlsx", ".csv", ".pdf"
ENDINGS = (BOOK, TEXT, PAPER)

__all__ = ["ENDINGS", "Leaving", "lost_in", "note_export", "whole_register", "write_file"]


def whole_register(desk: Desk, wanted: RegisterWanted, reason: str) -> Register:
    """Return a register with whole identity numbers, once it is on record who asked and why.

    Raises:
        Refused: ``ROLE``, ``REASON_EMPTY``, ``TEXT_LONG``; whatever `register` refuses.
        Unavailable: the disk failed; no number is told.
    """
    desk.may(*MAY_EXPORT_WHOLE)
    if not reason.strip():
        raise Refused("REASON_EMPTY", "say why")
    check_length(reason=reason)
    found = register(desk, replace(wanted, whole=True))
    note_export(desk, wanted.kind, wanted.division, wanted.campaign_year, len(found.data.rows),
                reason)  # fmt: skip
    return found


def note_export(
    desk: Desk, name: str, division: str, campaign_year: int, rows: int, reason: str
) -> None:
    """Put on record that a list with whole identity numbers leaves. Raises Unavailable."""
    fact = ListExported(
        list=name,
        division=division,
        campaign_year=campaign_year,
        rows=rows,
        reason=reason.strip(),
    )
    with desk.store.transaction():
        desk.store.record(fact, operator=desk.operator)


def lost_in(found: Register, path: Path, how: Leaving) -> tuple[Unheld, ...]:
    """Return what of a register the file could not hold, before it is written."""
    return unheld(found.data, how.encoding) if path.suffix.lower() == TEXT else ()


def write_file(
    found: Register,
    path: Path,
    how: Leaving | None = None,
    progress: Progress = no_progress,
    cancelled: Cancelled = never,
) -> None:
    """Write a register to ``path`` as its ending says, whole or not at all; on any thread.

    Raises:
        Refused: ``FILE_ENDING``, ``ENCODING_UNKNOWN``, ``TEXT_NOT_HELD``, ``CANCELLED``.
        Unavailable: ``FILE_UNWRITABLE``, ``DISK_FULL``.
    """
    how = how or Leaving()
    ending = path.suffix.lower()
    if how.encoding not in ENCODINGS:
        known = ", ".join(ENCODINGS)
        raise Refused("ENCODING_UNKNOWN", f"no such encoding: {how.encoding}", known=known)
    if ending == BOOK:
        from desktop.exchange.register_book import write_register

        write_register(
            path,
            found.template,
            found.data,
            lang=found.language,
            progress=progress,
            cancelled=cancelled,
        )
    elif ending == TEXT:
        write_text(
            path,
            found.template,
            found.data,
            lang=found.language,
            how=how,
            progress=progress,
            cancelled=cancelled,
        )
    elif ending == PAPER:
        _write_paper(found, path, progress, cancelled)
    else:
        raise Refused(
            "FILE_ENDING", f"a register is written as {', '.join(ENDINGS)}", file=path.name
        )


def _write_paper(found: Register, path: Path, progress: Progress, cancelled: Cancelled) -> None:
    from desktop.base.files import write_whole
    from desktop.printing.register import render_register

    pdf = render_register(
        found.template, found.data, printed_at=found.printed_at, lang=found.language
    )
    write_whole(path, pdf, progress, cancelled)
