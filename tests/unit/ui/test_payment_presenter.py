"""Taking money, without Qt: the numbers stated, taken once, printed or kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from desktop.base.errors import Unavailable
from desktop.domain.facts import Recognition
from desktop.ui.enroll.promises import Payable
from desktop.ui.enroll.shown import Note, PersonLine
from desktop.ui.payment.amount import typed_fen
from desktop.ui.payment.papers import Rendered
from desktop.ui.payment.presenter import PaymentPresenter
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.open_household import load_household
from desktop.usecases.papers import ReceiptPaper, list_receipts
from tests.helpers import desks
from tests.helpers.desks import CAMPAIGN, FAMILY, HEAD, with_members
from tests.helpers.inline_runner import InlineRunner
from tests.helpers.screens import TrayOut, session_of


class SheetDouble:
    """The payment sheet's view without Qt."""

    def __init__(self) -> None:
        self.people: tuple[PersonLine, ...] = ()
        self.due = ""
        self.fields = {"method": "", "amount": "", "payer": ""}
        self.statement = ""
        self.notes: dict[str, Note] = {}
        self.message = Note()
        self.number = ""
        self.page: Rendered | None = None
        self.paper_note = Note()
        self.busy = False
        self.cursor = ""

    def show_household(self, text: str) -> None:
        """Not asserted on."""

    def show_people(self, people: tuple[PersonLine, ...]) -> None:
        self.people = people

    def show_due(self, due: str) -> None:
        self.due = due

    def show_fields(self, *, method: str, amount: str, payer: str) -> None:
        self.fields = {"method": method, "amount": amount, "payer": payer}

    def show_statement(self, text: str) -> None:
        self.statement = text

    def show_notes(self, notes: dict[str, Note]) -> None:
        self.notes = notes

    def show_message(self, note: Note) -> None:
        self.message = note

    def show_taken(self, number: str) -> None:
        self.number = number

    def show_page(self, rendered: Rendered) -> None:
        self.page = rendered

    def show_paper_note(self, note: Note) -> None:
        self.paper_note = note

    def show_busy(self, *, busy: bool) -> None:
        self.busy = busy

    def focus(self, name: str) -> None:
        self.cursor = name

    def finished(self, paper: ReceiptPaper) -> None:
        """Not asserted on."""

    def status_changed(self) -> None:
        """Not asserted on."""


@dataclass(slots=True)
class At:
    desk: Desk
    runner: InlineRunner
    tray: TrayOut
    view: SheetDouble
    presenter: PaymentPresenter

    def begin(self, household: object = FAMILY, ref: str = "pay-1") -> None:
        saved = save_household(self.desk, household)  # type: ignore[arg-type]
        entry = load_household(self.desk, saved.household_id, CAMPAIGN).entry
        self.presenter.begin(Payable(entry, saved), ref)


@pytest.fixture
def at() -> Iterator[At]:
    with desks.desk() as desk:
        runner, tray, view = InlineRunner(), TrayOut(), SheetDouble()
        session = session_of(desk, runner=runner, tray=tray)
        yield At(desk, runner, tray, view, PaymentPresenter(session, view))


def test_the_sheet_states_the_numbers_before_they_become_a_fact(at: At) -> None:
    at.begin()
    assert at.view.due == "¥980.00"
    assert at.view.fields == {"method": "cash", "amount": "980.00", "payer": "王𠮷祥"}
    assert at.view.statement.startswith("向王𠮷祥收取 4 人共 980.00 元（现金）")
    assert [line.amount for line in at.view.people] == ["320.00", "200.00", "140.00", "320.00"]
    assert at.view.people[1].why == "标准 320.00 − 城乡低保对象资助 120.00"


def test_money_is_taken_printed_and_counted(at: At) -> None:
    at.begin()
    at.presenter.set_field("method", "wechat")
    at.presenter.take()
    entry = list_receipts(at.desk)[0]
    assert (entry.number, entry.amount_fen, entry.method, entry.prints) == (
        at.view.number, 98_000, "wechat", 1,
    )  # fmt: skip
    assert [name for name, _ in at.tray.papers] == [at.view.number]
    assert at.view.page is not None
    assert at.view.paper_note.tone == "ok"


def test_pressing_twice_takes_the_money_once(at: At) -> None:
    at.begin()
    at.runner.hold()
    at.presenter.take()
    at.presenter.take()
    at.runner.release()
    at.presenter.take()
    assert len(list_receipts(at.desk)) == 1


def test_the_same_payment_begun_again_gives_the_same_receipt(at: At) -> None:
    at.begin()
    at.presenter.take()
    number = at.view.number
    payable = at.presenter._payable
    assert payable is not None
    at.presenter.begin(payable, "pay-1")
    at.presenter.take()
    assert at.view.number == number
    assert len(list_receipts(at.desk)) == 1


@pytest.mark.parametrize("typed", ["", "abc", "979.99", "-980", "980.001", "１２"])
def test_another_amount_is_refused_under_its_field(at: At, typed: str) -> None:
    at.begin()
    at.presenter.set_field("amount", typed)
    at.presenter.take()
    assert at.view.notes["amount"].tone == "mistake"
    assert at.view.cursor == "amount"
    assert list_receipts(at.desk) == ()


def test_a_printer_without_paper_loses_no_money(at: At) -> None:
    at.begin()
    at.tray.refuse = Unavailable("PRINTER_FAILED", "out of paper")
    at.presenter.take()
    assert at.view.paper_note.tone == "warning"
    assert "收据号已记录" in at.view.paper_note.text
    assert list_receipts(at.desk)[0].prints == 0
    at.tray.refuse = None
    at.presenter.reprint()
    assert list_receipts(at.desk)[0].prints == 1


def test_a_reprint_is_a_second_copy(at: At) -> None:
    at.begin()
    at.presenter.take()
    at.presenter.reprint()
    assert [name for name, _ in at.tray.papers] == [at.view.number, f"{at.view.number}-2"]
    assert list_receipts(at.desk)[0].prints == 2


def test_full_assistance_is_paid_by_nobody(at: At) -> None:
    poor = replace(HEAD, identities=(Recognition(code="extremely_poor"),))
    at.begin(with_members(poor))
    assert (at.view.due, at.view.fields["method"]) == ("¥0.00", "assisted")
    at.presenter.set_field("method", "cash")
    assert at.view.notes["method"].tone == "mistake"
    at.presenter.set_field("method", "assisted")
    at.presenter.take()
    assert list_receipts(at.desk)[0].amount_fen == 0


def test_an_open_price_cannot_be_taken(at: At) -> None:
    at.begin(with_members(replace(HEAD, identities=(Recognition(code="veteran"),))))
    assert at.view.message.tone == "unknown"
    assert at.view.busy


@pytest.mark.parametrize(
    ("typed", "fen"),
    [("720", 72_000), ("720.5", 72_050), ("1,400.00", 140_000), ("７２０．５０", 72_050),
     ("￥320", 32_000), ("0", 0), ("01", None), ("1.234", None), ("", None), ("1e3", None)],
)  # fmt: skip
def test_amounts_as_people_type_them(typed: str, fen: int | None) -> None:
    assert typed_fen(typed) == fen
