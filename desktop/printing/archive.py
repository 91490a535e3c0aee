"""The archived paper of a receipt: its first copy, as it stood when the money was taken.

It is not kept, it is made again: the receipt's event fixes everything on it, so that the same
program gives the same bytes on any machine, in any time zone, years later. A program with other
fonts, another layout or another PDF library gives other bytes; `form_version` tells them apart, and
only hashes of one form version are compared.
"""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass

import msgspec

from desktop.domain.receipt import Basis, Receipt, ReceiptLine
from desktop.printing.papers import DEFAULT_PAPER
from desktop.printing.pdf import PrintJob, render_receipt, render_receipts

_SPECIMEN_AT = "2021-11-15T02:05:00.000Z"
_SPECIMEN_CODE = "CB1:SPECIMEN"


@dataclass(frozen=True, slots=True)
class PaperHash:
    """What an archived paper is known by."""

    form: str
    """`form_version` of the program that made it."""
    sha256: str


def archive_pdf(receipt: Receipt, code: str) -> bytes:
    """Return a receipt's archived paper: A5, Chinese, first copy, printed at its taking."""
    return render_receipt(receipt, code=code, printed_at=receipt.taken_at, paper=DEFAULT_PAPER)


def paper_hash(pdf: bytes) -> PaperHash:
    """Return the hash of an archived paper that this program made."""
    return PaperHash(form_version(), hashlib.sha256(pdf).hexdigest())


@functools.cache
def form_version() -> str:
    """Return what tells this program's receipts from another version's: 16 hex digits.

    It is the hash of specimens that show every part of the form, so that nobody has to remember to
    count it up when a font, a word or a rule changes.
    """
    jobs = [PrintJob(one, _SPECIMEN_CODE, copy) for copy, one in enumerate(_specimens(), 1)]
    pdf = render_receipts(jobs, printed_at=_SPECIMEN_AT, paper=DEFAULT_PAPER)
    return hashlib.sha256(pdf).hexdigest()[:16]


def _specimens() -> tuple[Receipt, ...]:
    assisted = ReceiptLine(
        person="1",
        enrollment="1",
        name="样张㐀𠮷",
        document="539999********0012",
        relation="02",
        standard_fen=32000,
        assistance_fen=18000,
        paid_fen=14000,
        identity="subsistence_allowance",
        basis=(Basis("personal_standard", "样〔2021〕1号", "三"),),
        cover_from="2022-01-01",
        cover_to="2022-12-31",
    )
    unsettled = msgspec.structs.replace(
        assisted, identity="", assistance_fen=0, paid_fen=32000, cover_from="", cover_to="",
        cover_open="COVER_START",
    )  # fmt: skip
    one = Receipt(
        number="000000-S001-00000001",
        county="539999",
        county_name="样张县",
        station="1",
        station_name="样张工作站",
        campaign_year=2021,
        household="1",
        household_number="001001-0001",
        head_name="样张𠮷",
        address="样张县样张镇样张村一组1号",
        lines=(assisted, unsettled),
        method="cash",
        payer="样张𠮷",
        collector="样张员",
        taken_at=_SPECIMEN_AT,
        benefit_year=2022,
        training=True,
    )
    long = msgspec.structs.replace(one, lines=(assisted, unsettled) * 5, training=False)
    by_tax = msgspec.structs.replace(
        one, method="tax", external_number="0000", paid_on="2021-11-14", booked_on="2021-11-16",
        late=True, benefit_year=None, training=False,
    )  # fmt: skip
    back = msgspec.structs.replace(
        one,
        lines=(msgspec.structs.replace(unsettled, paid_fen=-32000, standard_fen=-32000),),
        reverses="000000-S001-00000001",
        reason="样张",
    )
    difference = msgspec.structs.replace(
        unsettled, standard_fen=100, paid_fen=100, cover_open="", adjustment="1",
        corrects="000000-S001-00000001", basis=(Basis("difference", "样〔2021〕1号", ""),),
    )  # fmt: skip
    more = msgspec.structs.replace(one, lines=(difference,), training=False)
    return one, long, by_tax, back, more
