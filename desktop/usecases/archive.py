"""The archive: every receipt's first paper, made again from its event and held to its hash."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.base.clock import instant_text
from desktop.printing.archive import PaperHash, archive_pdf, form_version, paper_hash
from desktop.store import paper_hashes
from desktop.store.verify import Fault
from desktop.usecases.desk import Desk
from desktop.usecases.papers import printed_code
from desktop.usecases.payments import receipt_of

_FAULTS_MAX = 100
_TOLD_EVERY = 50


@dataclass(frozen=True, slots=True)
class ArchivedPaper:
    """A receipt's archived paper."""

    number: str
    pdf: bytes
    known_by: PaperHash
    same: bool
    """Whether it is the paper that was archived; True also if this is the first time."""
    first: bool
    """Nothing was kept of it under this form version before."""
    other_forms: tuple[str, ...]
    """Form versions of other programs a hash is kept of: not comparable with ours."""


@dataclass(frozen=True, slots=True)
class PapersVerified:
    """What `verify_papers` found."""

    form: str
    receipts: int
    checked: int
    same: int
    recorded: int
    """Kept now for the first time, and to be compared from the next time on."""
    other_form: int
    """Of those: kept before, but under another program's form version."""
    faults: tuple[Fault, ...]

    @property
    def ok(self) -> bool:
        """Whether every paper that could be compared is the one archived."""
        return not self.faults


def archive(desk: Desk, number: str) -> ArchivedPaper:
    """Return a receipt's archived paper, and keep what it is known by.

    It is no print: nothing is counted.

    Raises:
        Refused: ``RECEIPT_UNKNOWN``, ``CODE_ELSEWHERE`` for another station's receipt that came
            without its code.
        Unavailable: the disk failed.
    """
    fact, _ = receipt_of(desk, number)
    pdf = archive_pdf(fact.receipt, printed_code(desk, fact))
    return _held(desk, number, pdf)


def note_archived(desk: Desk, number: str, known_by: PaperHash) -> None:
    """Keep what a paper is known by that another thread has drawn. Raises Unavailable."""
    at = instant_text(desk.store.clock.now())
    with desk.store.transaction():
        paper_hashes.note(desk.store.connection, number, known_by.form, known_by.sha256, at)


def verify_papers(
    desk: Desk, most: int = 0, told: Callable[[int, int], None] | None = None
) -> PapersVerified:
    """Make papers of this station's receipts again and hold each to its hash.

    ``most`` 0 takes every receipt, another number that many, evenly spread. ``told`` hears how many
    of how many are done.

    Raises:
        Unavailable: the file or the disk failed.
    """
    numbers = paper_hashes.own_numbers(desk.store.connection, desk.store.station.id)
    chosen = _spread(numbers, most)
    same = recorded = other_form = 0
    faults: list[Fault] = []
    for place, number in enumerate(chosen, 1):
        paper = archive(desk, number)
        if not paper.same:
            faults.append(Fault("PAPER", f"receipt {number}: its paper is not the one archived"))
        elif paper.first:
            recorded += 1
            other_form += bool(paper.other_forms)
        else:
            same += 1
        if told is not None and (place % _TOLD_EVERY == 0 or place == len(chosen)):
            told(place, len(chosen))
    return PapersVerified(
        form=form_version(),
        receipts=len(numbers),
        checked=len(chosen),
        same=same,
        recorded=recorded,
        other_form=other_form,
        faults=tuple(faults[:_FAULTS_MAX]),
    )


def _held(desk: Desk, number: str, pdf: bytes) -> ArchivedPaper:
    known_by = paper_hash(pdf)
    known = paper_hashes.known(desk.store.connection, number)
    before = known.get(known_by.form)
    if before is None:
        note_archived(desk, number, known_by)
    return ArchivedPaper(
        number=number,
        pdf=pdf,
        known_by=known_by,
        same=before in (None, known_by.sha256),
        first=before is None,
        other_forms=tuple(sorted(set(known) - {known_by.form})),
    )


def _spread(numbers: list[str], most: int) -> list[str]:
    if not 0 < most < len(numbers):
        return numbers
    return [numbers[place * len(numbers) // most] for place in range(most)]
