"""Taking money, without Qt: the numbers stated, taken once, printed or kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from desktop.app.law import shipped_law
from desktop.base.clock import FixedClock
from desktop.base.errors import Unavailable
from desktop.domain.facts import Recognition, SegmentReceived
from desktop.ui.enroll.promises import Payable
from desktop.ui.enroll.shown import Note
from desktop.ui.messages import Messages
from desktop.ui.payment.amount import typed_fen
from desktop.ui.payment.papers import Rendered
from desktop.ui.payment.presenter import PaymentPresenter
from desktop.ui.payment.shown import Fields, PayerLine
from desktop.ui.payment.terms_words import instalment_words
from desktop.usecases.closing import close_day
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.open_household import load_household
from desktop.usecases.papers import ReceiptPaper
from desktop.usecases.payments import PaymentInput, receipt_of, take_payment
from desktop.usecases.undoing import void_numbers
from tests.helpers import desks
from tests.helpers.desks import CAMPAIGN, FAMILY, HEAD, SON, receipts_of, with_members
from tests.helpers.inline_runner import InlineRunner
from tests.helpers.screens import TrayOut, session_of


class SheetDouble:
    """The payment sheet's view without Qt."""

    def __init__(self) -> None:
        self.people: tuple[PayerLine, ...] = ()
        self.due = ""
        self.fields = {"method": "", "amount": "", "payer": ""}
        self.statement = ""
        self.notes: dict[str, Note] = {}
        self.change = Note()
        self.notice = Note()
        self.message = Note()
        self.number = ""
        self.page: Rendered | None = None
        self.paper_note = Note()
        self.busy = False
        self.cursor = ""

    def show_household(self, text: str) -> None:
        """Not asserted on."""

    def show_people(self, people: tuple[PayerLine, ...]) -> None:
        self.people = people

    def show_due(self, due: str) -> None:
        self.due = due

    def show_fields(self, fields: Fields) -> None:
        self.fields = {name: getattr(fields, name) for name in ("method", "amount", "payer")}

    def show_change(self, note: Note) -> None:
        self.change = note

    def show_notice(self, note: Note) -> None:
        self.notice = note

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
    entry = receipts_of(at.desk)[0]
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
    assert len(receipts_of(at.desk)) == 1


def test_the_same_payment_begun_again_gives_the_same_receipt(at: At) -> None:
    at.begin()
    at.presenter.take()
    number = at.view.number
    payable = at.presenter._payable
    assert payable is not None
    at.presenter.begin(payable, "pay-1")
    at.presenter.take()
    assert at.view.number == number
    assert len(receipts_of(at.desk)) == 1


@pytest.mark.parametrize("typed", ["", "abc", "979.99", "-980", "980.001", "１２"])
def test_another_amount_is_refused_under_its_field(at: At, typed: str) -> None:
    at.begin()
    at.presenter.set_field("amount", typed)
    at.presenter.take()
    assert at.view.notes["amount"].tone == "mistake"
    assert at.view.cursor == "amount"
    assert receipts_of(at.desk) == ()


def test_a_printer_without_paper_loses_no_money(at: At) -> None:
    at.begin()
    at.tray.refuse = Unavailable("PRINTER_FAILED", "out of paper")
    at.presenter.take()
    assert at.view.paper_note.tone == "warning"
    assert "收据号已记录" in at.view.paper_note.text
    assert receipts_of(at.desk)[0].prints == 0
    at.tray.refuse = None
    at.presenter.reprint()
    assert receipts_of(at.desk)[0].prints == 1


def test_a_reprint_is_a_second_copy(at: At) -> None:
    at.begin()
    at.presenter.take()
    at.presenter.reprint()
    assert [name for name, _ in at.tray.papers] == [at.view.number, f"{at.view.number}-2"]
    assert receipts_of(at.desk)[0].prints == 2


def test_full_assistance_is_paid_by_nobody(at: At) -> None:
    poor = replace(HEAD, identities=(Recognition(code="extremely_poor"),))
    at.begin(with_members(poor))
    assert (at.view.due, at.view.fields["method"]) == ("¥0.00", "assisted")
    at.presenter.set_field("method", "cash")
    assert at.view.notes["method"].tone == "mistake"
    at.presenter.set_field("method", "assisted")
    at.presenter.take()
    assert receipts_of(at.desk)[0].amount_fen == 0


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


class TestWhoPaysNow:
    def test_part_of_a_household_pays_and_the_sum_follows(self, at: At) -> None:
        at.begin()
        first, second = (line.person_id for line in at.view.people[:2])
        at.presenter.tick(first, on=False)
        assert at.view.due == "¥660.00"
        assert at.view.fields["amount"] == "660.00"
        assert "收取 3 人共 660.00 元" in at.view.statement
        at.presenter.tick(second, on=False)
        at.presenter.tick(second, on=True)
        at.presenter.take()
        receipt = receipt_of(at.desk, at.view.number)[0].receipt
        assert first not in {line.person for line in receipt.lines}
        assert receipt.paid_fen == 66_000

    def test_nobody_ticked_takes_nothing(self, at: At) -> None:
        at.begin()
        for line in at.view.people:
            at.presenter.tick(line.person_id, on=False)
        assert at.view.busy
        at.presenter.take()
        assert at.view.message.text == "请至少勾选一个人"
        assert receipts_of(at.desk) == ()


class TestHowItComes:
    def test_change_is_worked_out_and_kept_nowhere(self, at: At) -> None:
        at.begin()
        at.presenter.set_field("given", "1000")
        assert (at.view.change.text, at.view.change.tone) == ("找零 20.00 元", "ok")
        at.presenter.set_field("given", "900")
        assert at.view.change.text == "还差 80.00 元"
        at.presenter.take()
        assert (at.view.notes["given"].tone, at.view.number) == ("mistake", "")
        at.presenter.set_field("given", "")
        at.presenter.take()
        assert at.view.number

    def test_a_tax_payment_names_its_number_and_the_price_of_its_day(self, at: At) -> None:
        at.begin()
        at.presenter.set_field("method", "tax")
        at.presenter.take()
        assert at.view.cursor == "external_number"
        at.presenter.set_field("external_number", "353236211100012345")
        at.presenter.set_field("paid_on", "2021-11-16")
        assert "不能晚于今天" in at.view.notes["paid_on"].text
        at.presenter.set_field("paid_on", "2021-11-10")
        assert at.view.notice.text == "按缴费日 2021-11-10 的标准核定"
        at.presenter.take()
        receipt = receipt_of(at.desk, at.view.number)[0].receipt
        assert (receipt.external_number, receipt.paid_on) == ("353236211100012345", "2021-11-10")

    def test_a_day_typed_for_another_way_of_paying_does_not_stay_with_cash(self, at: At) -> None:
        at.begin()
        at.presenter.set_field("method", "tax")
        at.presenter.set_field("paid_on", "2021-11-10")
        at.presenter.set_field("method", "cash")
        assert at.view.notice.text == ""
        at.presenter.take()
        assert receipt_of(at.desk, at.view.number)[0].receipt.paid_on == ""

    def test_what_is_no_day_is_said_under_its_field(self, at: At) -> None:
        at.begin()
        at.presenter.set_field("method", "wechat")
        at.presenter.set_field("paid_on", "11.10")
        at.presenter.take()
        assert (at.view.cursor, at.view.number) == ("paid_on", "")


class TestWhatStandsFixed:
    def test_after_the_closing_the_day_is_told_before_the_money_is_taken(self, at: At) -> None:
        saved = save_household(at.desk, FAMILY)
        take_payment(at.desk, PaymentInput(saved.household_id, "cash", 98_000))
        close_day(at.desk, "tester", at.desk.today, {10_000: 9, 5_000: 1, 1_000: 3})
        at.begin(with_members(SON, number="001001-0002"), ref="pay-2")
        assert (at.view.notice.text, at.view.notice.tone) == (
            "今天已日结，这笔计入 11-16",
            "warning",
        )

    @pytest.mark.parametrize(("numbers", "said"), [(49, "收据号只剩 49 个"), (50, "")])
    def test_the_last_numbers_are_told(self, numbers: int, said: str) -> None:
        with desks.desk(numbers=numbers) as desk:
            view = SheetDouble()
            presenter = PaymentPresenter(session_of(desk, runner=InlineRunner()), view)
            At(desk, InlineRunner(), TrayOut(), view, presenter).begin()
            assert view.notice.text.startswith(said)
            assert bool(view.notice.text) == bool(said)

    def test_without_numbers_there_is_a_stop_with_the_way_out_and_f5_ends_it(self) -> None:
        with desks.desk(numbers=1) as desk:
            void_numbers(desk, 1, "卡纸")
            view = SheetDouble()
            presenter = PaymentPresenter(session_of(desk, runner=InlineRunner()), view)
            At(desk, InlineRunner(), TrayOut(), view, presenter).begin()
            assert view.busy
            assert view.notice.tone == "mistake"
            assert "F5" in view.notice.text
            assert "纸质票本" in view.notice.text
            with desk.store.transaction():
                more = SegmentReceived(
                    segment=desk.store.ids.new_id(), prefix="T002-", first=1, last=100
                )
                desk.store.record(more, operator="tester")
            presenter.refresh()
            assert (view.busy, view.notice.text) == (False, "")

    def test_a_clock_set_back_is_said_and_nothing_can_be_taken(self, at: At) -> None:
        saved = save_household(at.desk, FAMILY)
        entry = load_household(at.desk, saved.household_id, CAMPAIGN).entry
        object.__setattr__(at.desk.store.station, "training_day", None)
        clock = at.desk.store.clock
        assert isinstance(clock, FixedClock)
        clock.advance(timedelta(hours=-1))
        at.presenter.begin(Payable(entry, saved), "pay-3")
        assert at.view.busy
        assert "时钟" in at.view.notice.text


def test_guangxi_has_no_instalments_and_says_so_in_its_words() -> None:
    """桂医保发〔2021〕22号 一（二）: 按年度一次性缴纳."""
    at_once = ("桂医保发〔2021〕22号", "一（二）")
    said = instalment_words(at_once, 32_000, Messages("zh"))
    assert (
        said == "须按年度一次性缴纳（桂医保发〔2021〕22号 第一条（二））：应收 320.00 元，不能分次"
    )
    law = shipped_law().resolve("450103", 2021)
    assert law is not None
    at = law.text.instalments_at
    assert at is not None
    assert (at.document, at.article) == at_once
    other = shipped_law().resolve("532301", 2021)
    assert other is not None
    assert other.text.instalments_at is None
