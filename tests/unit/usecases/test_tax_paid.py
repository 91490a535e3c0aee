"""Goal: what the tax authority says was paid is booked once, by a person, and reconciled.

Method: files written and read for real, on a real store; every fact folded again afterwards.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.domain.tax_matching import TaxRow
from desktop.store.verify import verify
from desktop.usecases.desk import Desk
from desktop.usecases.handover import HandoverWanted, hand_over
from desktop.usecases.handover_papers import statement_register
from desktop.usecases.households import save_household
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.reconciliation import (
    approve_reconciliation,
    list_statements,
    reconcile,
    side,
    state_reconciliation,
)
from desktop.usecases.tax_paid import book_rows, list_tax_rows, preview_paid, settle_row, take_paid
from desktop.usecases.tax_returns import TaxFileRefused
from desktop.usecases.undoing import void_receipt
from tests.helpers.desks import (
    CAMPAIGN,
    FAMILY,
    FAMILY_FEN,
    HEAD,
    MOTHER,
    WIFE,
    desk,
    known_as,
)
from tests.helpers.tax_files import (
    COUNTY,
    at_the_county,
    code_of,
    paid_file,
    tax_states_here,
    whole_family,
)


class TestPaid:
    """The paid detail."""

    def test_it_is_booked_when_somebody_confirms_and_only_once(self, tmp_path: Path) -> None:
        with at_the_county(tmp_path) as at:
            save_household(at, FAMILY)
            path = whole_family(tmp_path / "p.csv")
            found = take_paid(at, path, CAMPAIGN)
            assert (found.rows, found.amount_fen, len(found.new)) == (4, FAMILY_FEN, 4)
            assert _payments(at) == 0
            assert set(tax_states_here(at).values()) == {"ready"}
            (booked,) = book_rows(at, list_tax_rows(at, COUNTY, CAMPAIGN))
            assert (booked.amount_fen, booked.error) == (FAMILY_FEN, None)
            assert set(tax_states_here(at).values()) == {"booked"}
            again = take_paid(at, path, CAMPAIGN)
            assert (again.known_file, again.new) == (True, ())
            assert code_of(book_rows, at, list_tax_rows(at, COUNTY, CAMPAIGN)) == "TAX_ROWS_NONE"
            assert _payments(at) == 1

    def test_every_row_that_does_not_fit_is_named(self, tmp_path: Path) -> None:
        with at_the_county(tmp_path) as at:
            save_household(at, FAMILY)
            stranger = "539999198001010014"
            rows = [
                ("1", HEAD.document_number, "320.00", "2021-11-09"),
                ("2", HEAD.document_number, "320.00", "2021-11-10"),
                ("3", WIFE.document_number, "320.00", "2021-11-10"),
                ("4", MOTHER.document_number, "100", "2021-11-10"),
                ("5", stranger, "320", "2021-11-10"),
            ]
            take_paid(at, paid_file(tmp_path / "p.csv", rows), CAMPAIGN)
            found = {row.voucher: row.state for row in list_tax_rows(at, COUNTY, CAMPAIGN)}
            assert found == {
                "1": "ready", "2": "doubled", "3": "over", "4": "under", "5": "unknown",
            }  # fmt: skip
            (booked,) = book_rows(at, list_tax_rows(at, COUNTY, CAMPAIGN))
            assert booked.voucher == "1"
            assert _row(at, "2").state == "doubled"

    def test_what_was_paid_at_the_counter_is_not_paid_again(self, tmp_path: Path) -> None:
        with at_the_county(tmp_path) as at:
            saved = save_household(at, FAMILY)
            number = take_payment(
                at, PaymentInput(saved.household_id, "cash", FAMILY_FEN)
            ).receipt.number
            take_paid(at, whole_family(tmp_path / "p.csv"), CAMPAIGN)
            assert set(tax_states_here(at).values()) == {"paid_otherwise"}
            void_receipt(at, number, "wrong_method")
            assert set(tax_states_here(at).values()) == {"ready"}

    def test_a_person_says_why_a_row_is_not_booked(self, tmp_path: Path) -> None:
        with at_the_county(tmp_path) as at:
            save_household(at, FAMILY)
            take_paid(at, whole_family(tmp_path / "p.csv"), CAMPAIGN)
            row = list_tax_rows(at, COUNTY, CAMPAIGN)[0]
            assert code_of(settle_row, at, row.id, "tax_refunds", " ") == "REASON_EMPTY"
            assert code_of(settle_row, at, row.id, "keep_it", "x") == "SETTLE_UNKNOWN"
            assert code_of(settle_row, at, "x", "tax_refunds", "x") == "TAX_ROW_UNKNOWN"
            settle_row(at, row.id, "tax_refunds", "税务已退")
            assert tax_states_here(at)[row.document] == "settled"
            list(book_rows(at, list_tax_rows(at, COUNTY, CAMPAIGN)))
            other = next(
                one for one in list_tax_rows(at, COUNTY, CAMPAIGN) if one.state == "booked"
            )
            assert code_of(settle_row, at, other.id, "tax_refunds", "x") == "TAX_ROW_BOOKED"

    @pytest.mark.parametrize(
        ("row", "code"),
        [
            (("5.39999E+17", "539999198001010014", "320", "2021-11-10"), "DIGITS_LOST"),
            (("1", "5.39999E+17", "320", "2021-11-10"), "DIGITS_LOST"),
            (("1", "539999198001010014", "-320", "2021-11-10"), "AMOUNT_FORM"),
            (("1", "539999198001010014", "320.005", "2021-11-10"), "AMOUNT_FORM"),
            (("1", "539999198001010014", "320", "2021-13-40"), "DAY_FORM"),
            (("", "539999198001010014", "320", "2021-11-10"), "CELL_EMPTY"),
        ],
    )
    def test_nothing_is_guessed_and_nothing_half_taken(
        self, row: tuple[str, str, str, str], code: str, tmp_path: Path
    ) -> None:
        with at_the_county(tmp_path) as at:
            good = ("2", HEAD.document_number, "320", "2021-11-10")
            with pytest.raises(TaxFileRefused) as refused:
                take_paid(at, paid_file(tmp_path / "p.csv", [good, row]), CAMPAIGN)
            (finding,) = refused.value.findings
            assert (finding.code, finding.row, finding.file) == (code, 3, "p.csv")
            assert finding.column
            assert list_tax_rows(at, COUNTY, CAMPAIGN) == ()

    def test_another_countys_file_is_refused(self, tmp_path: Path) -> None:
        row = ("1", HEAD.document_number, "320", "2021-11-10")
        path = paid_file(tmp_path / "p.csv", [row], county="532301")
        with at_the_county(tmp_path) as at:
            assert code_of(preview_paid, at, path) == "TAX_FILE_OTHER_COUNTY"


class TestReconciliation:
    """The three sides."""

    def test_all_agree_when_all_is_booked(self, tmp_path: Path) -> None:
        with at_the_county(tmp_path) as at:
            save_household(at, FAMILY)
            take_paid(at, whole_family(tmp_path / "p.csv"), CAMPAIGN)
            before = reconcile(at, COUNTY, CAMPAIGN, at.today)
            assert [(one.cause, one.rows, one.amount_fen) for one in before.causes] == [
                ("tax_ready", 4, FAMILY_FEN)
            ]
            list(book_rows(at, list_tax_rows(at, COUNTY, CAMPAIGN)))
            found = reconcile(at, COUNTY, CAMPAIGN, at.today)
            assert found.differences == ()
            assert {one.amount_fen for one in found.sides} == {FAMILY_FEN}
            none = reconcile(at, COUNTY, CAMPAIGN, date(2021, 11, 9))
            assert {one.amount_fen for one in none.sides} == {0}

    def test_a_receipt_the_authority_does_not_know_is_a_difference(self, tmp_path: Path) -> None:
        with at_the_county(tmp_path) as at:
            saved = save_household(at, FAMILY)
            paid = PaymentInput(saved.household_id, "tax", FAMILY_FEN, external_number="9999")
            take_payment(at, paid)
            found = reconcile(at, COUNTY, CAMPAIGN, at.today)
            (cause,) = found.causes
            assert (cause.cause, cause.amount_fen) == ("receipt_not_in_tax", -FAMILY_FEN)
            assert {one.receipt for one in found.differences} != {""}

    def test_a_statement_is_signed_by_another_and_not_after_the_books_changed(
        self, tmp_path: Path
    ) -> None:
        with at_the_county(tmp_path) as at:
            save_household(at, FAMILY)
            take_paid(at, whole_family(tmp_path / "p.csv"), CAMPAIGN)
            where = (at, COUNTY, CAMPAIGN, at.today)
            assert code_of(state_reconciliation, *where) == "DIFFERENCES_UNEXPLAINED"
            stated = state_reconciliation(*where, "待入账")
            assert side(stated.sides, "tax").amount_fen == FAMILY_FEN
            assert code_of(approve_reconciliation, at, stated.id, "tester") == "OWN_WORK"
            list(book_rows(at, list_tax_rows(at, COUNTY, CAMPAIGN)))
            assert (
                code_of(approve_reconciliation, at, stated.id, "boss") == "RECONCILIATION_CHANGED"
            )
            fresh = state_reconciliation(*where)
            signed = approve_reconciliation(at, fresh.id, "boss")
            assert (signed.approved_by, signed.signature_holds) == ("boss", True)
            assert code_of(approve_reconciliation, at, fresh.id, "b") == "RECONCILIATION_SIGNED"
            # On paper stand people's names, with what they sign in with.
            known_as(at, tester="培训员", boss="张复核")
            (shown, _) = list_statements(at, COUNTY, CAMPAIGN)
            paper = statement_register(at, shown)
            assert "对账：培训员（tester）；复核：张复核（boss）" in paper.data.remarks
            english = statement_register(at, shown, "en")
            assert "Made by 培训员 (tester); signed by 张复核 (boss)" in english.data.remarks
            assert [one.id for one in list_statements(at, COUNTY, CAMPAIGN)] == [
                fresh.id, stated.id,
            ]  # fmt: skip

    def test_a_changed_statement_or_batch_is_found_by_verify(self, tmp_path: Path) -> None:
        with desk(role="supervisor") as at:
            save_household(at, FAMILY)
            take_paid(at, whole_family(tmp_path / "p.csv"), CAMPAIGN)
            hand_over(at, HandoverWanted(COUNTY, CAMPAIGN))
            state_reconciliation(at, COUNTY, CAMPAIGN, at.today, "待入账")
            assert verify(at.store, tmp_path / "scratch.db").faults == ()
            at.store.connection.execute("UPDATE reconciliations SET causes = '[]'")
            at.store.connection.execute("UPDATE handovers SET amount_fen = 1")
            found = {one.code for one in verify(at.store, tmp_path / "scratch.db").faults}
            assert {"STATEMENT_SUM", "BATCH_SUM", "REBUILD"} <= found


def _payments(at: Desk) -> int:
    count: int = at.store.connection.execute("SELECT count(*) FROM payments").fetchone()[0]
    return count


def _row(at: Desk, voucher: str) -> TaxRow:
    rows = list_tax_rows(at, COUNTY, CAMPAIGN)
    return next(row for row in rows if row.voucher == voucher)
