"""The days of money say who took it by name, not by what people sign in with."""

from __future__ import annotations

from desktop.usecases.closing import approve_day, close_day
from desktop.usecases.day_overview import days
from desktop.usecases.households import save_household
from desktop.usecases.payments import PaymentInput, take_payment
from tests.helpers import desks
from tests.helpers.desks import FAMILY, FAMILY_FEN, known_as


def test_a_day_names_who_collected_closed_and_signed() -> None:
    with desks.desk() as at:
        known_as(at, tester="李出纳", boss="张复核")
        household = save_household(at, FAMILY).household_id
        take_payment(at, PaymentInput(household, "cash", FAMILY_FEN))
        (waiting,) = days(at)
        assert (waiting.collector, waiting.name, waiting.approved_by) == ("tester", "李出纳", "")
        closed = close_day(at, "tester", at.today, {10_000: 9, 5_000: 1, 1_000: 3})
        approve_day(at, closed.id, "boss")
        (line,) = days(at)
        assert (line.name, line.closed_by, line.approved_by) == ("李出纳", "李出纳", "张复核")
