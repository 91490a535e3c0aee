"""The checks that need no window: store, fonts, law, price, receipt, centre, helper process."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.app.demo import OPERATOR, PASSWORD, TOWNSHIP, TRAINING_DAY
from desktop.app.law import law_files, read_source, shipped_law, trusted_keys
from desktop.app.law_check import check_sources
from desktop.base.clock import SystemClock
from desktop.base.errors import Unavailable
from desktop.base.ids import SystemIds
from desktop.base.money import fen_text
from desktop.base.resources import resource_path
from desktop.domain import codes
from desktop.domain.facts import Recognition
from desktop.domain.household import HouseholdInput, MemberInput
from desktop.domain.invented import invented_number
from desktop.store.vault import DATABASE
from desktop.usecases.desk import Desk, NewStation, open_desk, set_up_station

if TYPE_CHECKING:
    from desktop.usecases.households import SavedHousehold
    from desktop.usecases.papers import ReceiptPaper

Centre = Callable[[Path], AbstractContextManager[tuple[str, str]]]
"""Starts a centre in a folder; gives its address and a registration code."""

RARE = "\u3400\U00020bb7\u9fae"
"""Characters of names that only the second font, or hardly any, holds."""

_PLAIN_SQLITE = b"SQLite format 3\x00"
_HEAD = TRAINING_DAY.replace(year=1975, month=3, day=12)
_WIFE = TRAINING_DAY.replace(year=1977, month=8, day=20)
_SEQUENCE = 340


class Fault(Exception):
    """The program does not do here what it must; the text says what."""


class DeskChecks:
    """A training station in ``folder``, made and used by one check after the other."""

    def __init__(self, folder: Path, centre: Centre) -> None:
        self.folder = folder / "station"
        self._centre_folder = folder / "centre"
        self._centre = centre
        self._desk: Desk | None = None
        self._saved: SavedHousehold | None = None
        self._paper: ReceiptPaper | None = None

    @property
    def desk(self) -> Desk:
        """The desk that `store` opened."""
        assert self._desk is not None, "the checks run in order"
        return self._desk

    def close(self) -> None:
        """Close the station's file."""
        if self._desk is not None:
            self._desk.store.close()
            self._desk = None

    def fonts(self) -> str:
        """Load the fonts of papers; every character of a hard name has a glyph."""
        from desktop.printing.fonts import Weight, missing_characters, runs

        text = f"起建国 {RARE} 980.00"
        missing = missing_characters([text])
        if missing:
            raise Fault(f"no glyph for {', '.join(f'U+{ord(one):04X}' for one in missing)}")
        used = {run.font for weight in Weight for run in runs(text, weight)}
        return f"{len(used)} fonts"

    def law(self) -> str:
        """Check the seals of the shipped law and price every worked case of it."""
        sources = [read_source(path) for path in law_files(resource_path("law"))]
        found = check_sources(sources, None, trusted_keys(), need_seal=True)
        problems = [problem for one in found for problem in one.problems]
        if problems:
            raise problems[0]
        packs = sum(one.pack is not None for one in found)
        return f"{packs} packs, {sum(one.cases for one in found)} worked cases"

    def store(self) -> str:
        """Make a station, close it, sign in again with the password; the file is encrypted."""
        clock, ids = SystemClock(), SystemIds()
        new = NewStation(
            division=TOWNSHIP,
            name="自检",
            operator=OPERATOR,
            display_name="自检",
            password=PASSWORD,
            training_day=TRAINING_DAY,
        )
        set_up_station(self.folder, new, clock, ids)
        if (self.folder / DATABASE).read_bytes().startswith(_PLAIN_SQLITE):
            raise Fault("the database is not encrypted")
        self._desk = open_desk(
            self.folder, OPERATOR, PASSWORD, law=shipped_law(), clock=clock, ids=ids
        )
        [version] = self._desk.store.connection.execute("PRAGMA cipher_version").fetchone()
        return f"SQLCipher {version}"

    def price(self) -> str:
        """Save a household of two and price it: one pays, one is assisted."""
        from desktop.usecases.households import save_household

        members = (
            MemberInput(
                name="起建国",
                document_number=invented_number(_HEAD, _SEQUENCE, codes.MALE),
                relation=codes.HEAD,
            ),
            MemberInput(
                name=f"李{RARE[1]}",
                document_number=invented_number(_WIFE, _SEQUENCE, codes.FEMALE),
                relation=codes.SPOUSE,
                identities=(Recognition(code="subsistence_allowance", area="rural"),),
            ),
        )
        saved = save_household(
            self.desk,
            HouseholdInput(
                division=TOWNSHIP + "001", campaign_year=TRAINING_DAY.year, members=members
            ),
        )
        first, second = (one.assessment.net_payable for one in saved.enrollments)
        if first is None or second is None or not 0 < second < first:
            raise Fault("the prices of the two are not what the law of the training county says")
        self._saved = saved
        return f"{fen_text(saved.payable_fen)} for 2 persons"

    def receipt(self) -> str:
        """Take the money, draw the receipt, read text and QR code back from the finished PDF."""
        from desktop.app.self_test.paper import squares_stand, text_of
        from desktop.printing.pdf import render_receipt
        from desktop.usecases.papers import check_receipt_code, receipt_paper
        from desktop.usecases.payments import PaymentInput, take_payment

        assert self._saved is not None, "the checks run in order"
        entry = PaymentInput(
            household_id=self._saved.household_id,
            method="cash",
            amount_fen=self._saved.payable_fen,
        )
        number = take_payment(self.desk, entry).receipt.number
        paper = receipt_paper(self.desk, number)
        pdf = render_receipt(paper.receipt, code=paper.code, printed_at=paper.printed_at)
        text = text_of(pdf)
        lacking = [
            word
            for word in (number, f"李{RARE[1]}", fen_text(paper.receipt.paid_fen))
            if word not in text
        ]
        if lacking:
            raise Fault(f"not to be read on the receipt: {', '.join(lacking)}")
        if not squares_stand(pdf, paper.code):
            raise Fault("the QR code on the receipt is not the one that was signed")
        if check_receipt_code(self.desk, paper.code).said.number != number:
            raise Fault("the signature in the QR code is of another receipt")
        self._paper = paper
        return f"{number}, {len(pdf)} bytes"

    def centre(self) -> str:
        """Register with a centre in this process and exchange until nothing is left."""
        from desktop.net.client import Client
        from desktop.sync.centre import identity, register
        from desktop.sync.engine import direct, until_idle

        store, clock = self.desk.store, SystemClock()
        lane = direct(store)
        with (
            self._centre(self._centre_folder) as (address, code),
            Client(address, identity(store), clock) as client,
        ):
            register(lane, client, address, code)
            reports = list(until_idle(lane, client, clock))
        pending = reports[-1].pending
        if pending:
            raise Fault(f"{pending} events were not taken by the centre")
        return f"{sum(report.accepted for report in reports)} events accepted"

    def helper(self) -> str:
        """Start the helper process of identity-card readers, which this very program is too."""
        from desktop.devices.choice import helper_commands
        from desktop.devices.helper_client import HelperReader

        reader = HelperReader(helper_commands(self.folder / "no-such-library"))
        try:
            reader.check()
        except Unavailable as error:
            if error.code != "READER_LIBRARY_MISSING":
                raise
            return "started, answered, ended"
        finally:
            reader.close()
        raise Fault("the helper found a library that is not there")
