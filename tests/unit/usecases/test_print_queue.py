"""Goal: a promised paper stays in the queue until it is out, and counts once, when it is out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.base.errors import Refused, Unavailable
from desktop.store import register
from desktop.usecases.desk import Desk
from desktop.usecases.papers import mark_printed
from desktop.usecases.print_queue import (
    INTERRUPTED,
    begin_print,
    came_out,
    give_up,
    print_queue,
    recover_queue,
    say_it_came_out,
    stayed,
)
from desktop.usecases.undoing import void_receipt
from tests.helpers import desks
from tests.helpers.stations import save_household, take_payment

JAM = Unavailable("PRINTER_FAILED", "paper jam", printer="impact", path="receipts/x.pdf")


@pytest.fixture
def desk() -> Iterator[Desk]:
    with desks.desk() as made:
        yield made


def paid(desk: Desk, start: int = 0) -> str:
    return take_payment(desk.store, save_household(desk.store, start=start)).receipt.number


def prints(desk: Desk, number: str) -> int:
    row = register.receipt(desk.store.connection, number)
    assert row is not None
    return row["prints"] or 0


def print_it(desk: Desk, number: str) -> str:
    ticket = begin_print(desk, number, "A5", "zh")
    came_out(desk, ticket.job, "impact")
    return ticket.job


def test_a_receipt_waits_for_its_paper_from_the_moment_the_money_is_taken(desk: Desk) -> None:
    number = paid(desk)
    (waiting,) = print_queue(desk).papers
    assert (waiting.number, waiting.state, waiting.copy, waiting.job) == (number, "waiting", 1, "")
    job = print_it(desk, number)
    assert print_queue(desk).count == 0
    came_out(desk, job, "impact")
    assert prints(desk, number) == 1


def test_what_the_printer_refuses_stays_with_its_reason_and_goes_out_later(desk: Desk) -> None:
    number = paid(desk)
    ticket = begin_print(desk, number, "241x93.1", "zh")
    stayed(desk, ticket.job, JAM)
    (stuck,) = print_queue(desk).papers
    assert (stuck.state, stuck.reason, stuck.tries) == ("failed", "PRINTER_FAILED", 1)
    assert stuck.details == {"printer": "impact", "path": "receipts/x.pdf"}
    assert (stuck.paper, stuck.may_be_out, stuck.may_be_dropped) == ("241x93.1", True, False)
    assert prints(desk, number) == 0
    again = begin_print(desk, number, "A5", "zh")
    assert (again.job, again.paper.copy) == (ticket.job, 1)
    assert print_queue(desk).papers[0].tries == 2
    came_out(desk, again.job, "laser")
    assert print_queue(desk).count == 0
    assert prints(desk, number) == 1


def test_a_paper_on_its_way_is_not_sent_twice(desk: Desk) -> None:
    number = paid(desk)
    ticket = begin_print(desk, number, "A5", "zh")
    for action in (
        lambda: begin_print(desk, number, "A5", "zh"),
        lambda: say_it_came_out(desk, ticket.job),
        lambda: give_up(desk, ticket.job),
    ):
        with pytest.raises(Refused) as refused:
            action()
        assert refused.value.code == "PRINT_RUNNING"


def test_what_was_under_way_when_the_program_ended_asks_a_person(desk: Desk) -> None:
    number, other = paid(desk), paid(desk, 1)
    begin_print(desk, number, "A5", "zh")
    begin_print(desk, other, "A5", "zh")
    assert recover_queue(desk) == 2
    assert recover_queue(desk) == 0
    first, second = print_queue(desk).papers
    assert {first.reason, second.reason} == {INTERRUPTED}
    say_it_came_out(desk, first.job)
    assert prints(desk, first.number) == 1
    again = begin_print(desk, second.number, "A5", "zh")
    assert again.paper.copy == 1
    came_out(desk, again.job, "impact")
    assert (prints(desk, number), prints(desk, other)) == (1, 1)
    assert print_queue(desk).count == 0


def test_only_a_reprint_may_be_given_up(desk: Desk) -> None:
    number = paid(desk)
    ticket = begin_print(desk, number, "A5", "zh")
    stayed(desk, ticket.job, JAM)
    with pytest.raises(Refused) as refused:
        give_up(desk, ticket.job)
    assert refused.value.code == "PRINT_OWED"
    print_it(desk, number)
    reprint = begin_print(desk, number, "A5", "zh")
    assert reprint.paper.copy == 2
    stayed(desk, reprint.job, JAM)
    assert print_queue(desk).papers[0].may_be_dropped
    give_up(desk, reprint.job)
    assert print_queue(desk).count == 0
    assert prints(desk, number) == 1
    with pytest.raises(Refused) as gone:
        give_up(desk, reprint.job)
    assert gone.value.code == "PRINT_JOB_UNKNOWN"


def test_a_paper_that_came_out_another_way_is_owed_no_more(desk: Desk) -> None:
    number = paid(desk)
    ticket = begin_print(desk, number, "A5", "zh")
    stayed(desk, ticket.job, JAM)
    mark_printed(desk, number, 1)
    assert print_queue(desk).count == 0
    assert begin_print(desk, number, "A5", "zh").paper.copy == 2


def test_a_voided_receipt_is_owed_no_paper_and_gets_none(desk: Desk) -> None:
    number = paid(desk)
    ticket = begin_print(desk, number, "A5", "zh")
    stayed(desk, ticket.job, JAM)
    void_receipt(desk, number, "收错")
    assert print_queue(desk).count == 0
    with pytest.raises(Refused) as refused:
        begin_print(desk, number, "A5", "zh")
    assert refused.value.code == "ALREADY_VOIDED"


def test_a_fault_of_the_program_keeps_the_paper_too(desk: Desk) -> None:
    number = paid(desk)
    ticket = begin_print(desk, number, "A5", "zh")
    stayed(desk, ticket.job, RuntimeError("broken"))
    assert print_queue(desk).papers[0].reason == INTERRUPTED
