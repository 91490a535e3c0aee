"""The print queue: a paper promised is there until it has come out, whatever happens meanwhile.

A job is noted before anything goes to a printer and counted when the printer has taken it. If the
program ends in between, nobody but the person at the desk can know whether a paper came out: the
job then stands in the queue with that question, and counts only if they say so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec

from desktop.base.clock import instant_text
from desktop.base.errors import CanbaoError, Refused
from desktop.domain.codes import Language
from desktop.store import print_jobs, register
from desktop.store.register import Row
from desktop.usecases.desk import Desk
from desktop.usecases.papers import ReceiptPaper, count_print, receipt_paper
from desktop.usecases.receipt_list import unprinted

INTERRUPTED = "PRINT_INTERRUPTED"

SHOWN_MAX = 200

State = Literal["waiting", "printing", "failed"]


@dataclass(frozen=True, slots=True)
class QueuedPaper:
    """A paper that was promised and has not come out."""

    number: str
    job: str
    """Empty: nobody has tried yet; the money is taken and the paper is owed."""
    copy: int
    paper: str
    state: State
    reason: str
    """Code of the error that kept it, empty if none."""
    details: Mapping[str, object]
    """The error's values."""
    tries: int
    changed_at: str

    @property
    def may_be_out(self) -> bool:
        """Whether a paper may have come out all the same: a person looks and says."""
        return self.state == "failed"

    @property
    def printable(self) -> bool:
        """Whether it can be printed without anybody looking at the printer first."""
        return self.state != "printing" and self.reason != INTERRUPTED

    @property
    def may_be_dropped(self) -> bool:
        """A reprint may be given up; a first paper is owed to who paid."""
        return self.copy > 1 and self.state == "failed"


@dataclass(frozen=True, slots=True)
class PrintQueue:
    """What has not come out, longest promised first; ``count`` is of all."""

    papers: tuple[QueuedPaper, ...]
    count: int


@dataclass(frozen=True, slots=True)
class PrintTicket:
    """A paper under way: its job, what to print and on what."""

    job: str
    paper: ReceiptPaper
    sheet: str
    """Name of the paper it is printed on."""


def print_queue(desk: Desk) -> PrintQueue:
    """Return the queue: what was tried and stuck, and receipts that no paper has come out of."""
    jobs = print_jobs.open_jobs(desk.store.connection)
    tried = {row["number"] for row in jobs}
    untried = [number for number in unprinted(desk) if number not in tried]
    papers = [_of_job(row) for row in jobs[:SHOWN_MAX]]
    papers += [_untried(number) for number in untried[: SHOWN_MAX - len(papers)]]
    return PrintQueue(tuple(papers), len(jobs) + len(untried))


def to_print(desk: Desk) -> tuple[str, ...]:
    """Return whose papers can be printed one after the other, longest promised first.

    Not those that may be out already: a person looks at the printer first.
    """
    return tuple(paper.number for paper in print_queue(desk).papers if paper.printable)


def begin_print(desk: Desk, number: str, sheet: str, language: Language) -> PrintTicket:
    """Note that a receipt is being printed on ``sheet``, and return what to print.

    Raises:
        Refused: ``RECEIPT_UNKNOWN``, ``ALREADY_VOIDED`` (a voided receipt gets no more paper),
            ``PRINT_RUNNING`` if it is on its way already.
        Unavailable: the disk failed.
    """
    store = desk.store
    with store.transaction():
        paper = receipt_paper(desk, number, language)
        _refuse_voided(desk, number)
        row = print_jobs.open_job(store.connection, number)
        if row is not None and row["state"] == "printing":
            raise Refused("PRINT_RUNNING", "this receipt is being printed", number=number)
        job = row["id"] if row is not None else store.ids.new_id()
        at = instant_text(store.clock.now())
        print_jobs.begin(store.connection, job, number, paper.copy, sheet, at, desk.operator)
    return PrintTicket(job, paper, sheet)


def came_out(desk: Desk, job: str, where: str) -> None:
    """Record that a job's paper came out; the same job twice is counted once.

    Raises:
        Refused: ``PRINT_JOB_UNKNOWN``.
        Unavailable: the disk failed.
    """
    with desk.store.transaction():
        row = _job(desk, job)
        if row["state"] == "printed":
            return
        count_print(desk, row["number"], row["copy"])
        at = instant_text(desk.store.clock.now())
        print_jobs.end(desk.store.connection, job, where, at)


def stayed(desk: Desk, job: str, error: Exception) -> None:
    """Note why a job's paper did not come out; it stays in the queue. Raises Unavailable."""
    reason, values = INTERRUPTED, {}
    if isinstance(error, CanbaoError):
        plain = {name: value for name, value in error.values.items() if _plain(value)}
        reason, values = error.code, plain
    details = msgspec.json.encode(values).decode()
    with desk.store.transaction():
        at = instant_text(desk.store.clock.now())
        print_jobs.fail(desk.store.connection, job, reason, details, at)


def say_it_came_out(desk: Desk, job: str) -> None:
    """Count a paper the program does not know to have come out, because a person holds it.

    Raises:
        Refused: ``PRINT_JOB_UNKNOWN``, ``PRINT_RUNNING``.
        Unavailable: the disk failed.
    """
    row = _job(desk, job)
    if row["state"] == "printing":
        raise Refused("PRINT_RUNNING", "this receipt is being printed", number=row["number"])
    came_out(desk, job, row["printer"])


def give_up(desk: Desk, job: str) -> None:
    """Take a reprint that nobody wants any more out of the queue.

    Raises:
        Refused: ``PRINT_JOB_UNKNOWN``, ``PRINT_RUNNING``, ``PRINT_OWED`` if it is the first paper.
        Unavailable: the disk failed.
    """
    with desk.store.transaction():
        row = _job(desk, job)
        if row["state"] == "printing":
            raise Refused("PRINT_RUNNING", "this receipt is being printed", number=row["number"])
        if row["copy"] == 1:
            raise Refused("PRINT_OWED", "who paid has no paper yet", number=row["number"])
        print_jobs.drop(desk.store.connection, job)


def recover_queue(desk: Desk) -> int:
    """Stop what was being printed when the program ended; return how many papers that are.

    For whoever opens a desk to print from, once; nobody else prints from this file then.
    """
    with desk.store.transaction():
        at = instant_text(desk.store.clock.now())
        return print_jobs.interrupt(desk.store.connection, INTERRUPTED, at)


def _job(desk: Desk, job: str) -> Row:
    row = print_jobs.job(desk.store.connection, job)
    if row is None:
        raise Refused("PRINT_JOB_UNKNOWN", "no such paper in the queue")
    return row


def _refuse_voided(desk: Desk, number: str) -> None:
    row = register.receipt(desk.store.connection, number)
    if row is not None and row["void_reason"] is not None:
        raise Refused("ALREADY_VOIDED", "a voided receipt is not printed", number=number)


def _plain(value: object) -> bool:
    return isinstance(value, str | int | float)


def _of_job(row: Row) -> QueuedPaper:
    return QueuedPaper(
        number=row["number"],
        job=row["id"],
        copy=row["copy"],
        paper=row["paper"],
        state=row["state"],
        reason=row["reason"],
        details=msgspec.json.decode(row["details"]) if row["details"] else {},
        tries=row["tries"],
        changed_at=row["changed_at"],
    )


def _untried(number: str) -> QueuedPaper:
    return QueuedPaper(number, "", 1, "", "waiting", "", {}, 0, "")
