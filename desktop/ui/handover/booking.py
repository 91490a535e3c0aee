"""Booking what was confirmed, some vouchers at a time, so that nothing else waits. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from desktop.base.errors import CanbaoError
from desktop.domain.tax_matching import TaxRow
from desktop.ui.handover.lanes import Lanes
from desktop.usecases.tax_paid import Booking, book_rows

AT_ONCE = 20
"""Vouchers in one turn of the store lane: a clerk who saves meanwhile waits for no more."""


class BookingRun:
    """Books rows, turn by turn, until all are done or somebody stops it."""

    def __init__(self, lanes: Lanes, ended: Callable[[], None]) -> None:
        self._lanes = lanes
        self._ended = ended
        self._left: list[list[TaxRow]] = []
        self._count = 0
        self._booked = 0
        self._refused: list[CanbaoError] = []
        self.running = False

    def start(self, rows: Sequence[TaxRow]) -> None:
        """Book ``rows``."""
        if self.running:
            return
        in_order = sorted(rows, key=_voucher)
        self._left = [list(of_it) for _, of_it in groupby(in_order, _voucher)]
        self._count, self._booked, self._refused = len(in_order), 0, []
        self.running = True
        self._step()

    def stop(self) -> None:
        """Stop before the next turn; what is booked is booked."""
        self._left = []

    def _step(self) -> None:
        some = [row for group in self._left[:AT_ONCE] for row in group]
        self._left = self._left[AT_ONCE:]
        if not some:
            self._end()
            return
        desk, runner = self._lanes.session.desk, self._lanes.session.runner
        runner.submit(
            "store",
            lambda: tuple(book_rows(desk, some)),
            owner=self._lanes.view,
            done=self._done,
            failed=self._failed,
        )

    def _done(self, bookings: tuple[Booking, ...]) -> None:
        for one in bookings:
            if one.error is None:
                self._booked += len(one.rows)
            else:
                self._refused.append(one.error)
        self._lanes.say("handover.booking", done=self._booked, count=self._count)
        self._step()

    def _failed(self, error: Exception) -> None:
        self._left = []
        self.running = False
        self._ended()
        self._lanes.failed(error)

    def _end(self) -> None:
        self.running = False
        self._ended()
        if self._refused:
            why = self._lanes.session.messages.error(self._refused[0])
            self._lanes.say("handover.booked_some", tone="warning", done=self._booked,
                            refused=len(self._refused), why=why)  # fmt: skip
        else:
            self._lanes.say("handover.booked", tone="ok", done=self._booked, count=self._count)


def _voucher(row: TaxRow) -> tuple[str, str, str]:
    return row.household, row.voucher, row.paid_on
