"""Goal: a payable goes out once, is corrected, cancelled, answered and booked, and never doubled.

Method: files written and read for real, on a real store; every fact folded again afterwards.
"""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from desktop.usecases.desk import Desk
from desktop.usecases.handover import (
    batch_of,
    hand_over,
    list_batches,
    plan_handover,
    write_batch,
)
from desktop.usecases.households import save_household
from desktop.usecases.open_household import load_household
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.return_codes import origins, read_return_codes, return_codes, set_return_codes
from desktop.usecases.tax_returns import TaxFileRefused, answers_of, preview_returns, take_returns
from tests.helpers.desks import CAMPAIGN, FAMILY, FAMILY_FEN, HEAD, WIFE, desk
from tests.helpers.stations import VILLAGE
from tests.helpers.tax_files import COUNTY, WANTED, answer_file, at_the_county, code_of


class TestOut:
    """The payable list."""

    def test_a_payable_goes_out_once(self, tmp_path: Path) -> None:
        with at_the_county(tmp_path) as at:
            save_household(at, FAMILY)
            batch = hand_over(at, WANTED)
            assert (batch.rows, batch.amount_fen, batch.here) == (4, FAMILY_FEN, 4)
            # Letters but no E within: no spreadsheet takes it for a number.
            assert re.fullmatch(rf"{COUNTY}{CAMPAIGN}[A-DF-S]{{6}}0001", batch.number)
            assert code_of(hand_over, at, WANTED) == "HANDOVER_EMPTY"
            assert list_batches(at, VILLAGE[:9], CAMPAIGN) == (batch,)
            assert list_batches(at, VILLAGE[:6] + "002", CAMPAIGN) == ()

    def test_the_file_can_be_written_again_and_is_the_same(self, tmp_path: Path) -> None:
        with at_the_county(tmp_path) as at:
            save_household(at, FAMILY)
            number = hand_over(at, WANTED).number
            first, again = tmp_path / "1.csv", tmp_path / "2.csv"
            for path in (first, again):
                assert write_batch(at, number, path) == 4
            assert first.read_bytes() == again.read_bytes()
        rows = list(csv.DictReader(first.read_text(encoding="gb18030").splitlines()))
        assert [(row["序号"], row["证件号码"], row["应缴金额"]) for row in rows][:2] == [
            ("1", HEAD.document_number, "320.00"),
            ("2", WIFE.document_number, "200.00"),
        ]
        assert {row["传输批次号"] for row in rows} == {number}

    def test_a_workbook_keeps_numbers_as_text(self, tmp_path: Path) -> None:
        with at_the_county(tmp_path) as at:
            save_household(at, FAMILY)
            number = hand_over(at, replace(WANTED, layout="county-sheet")).number
            write_batch(at, number, tmp_path / "a.xlsx")
        rows = CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_index(0).to_python()
        first = dict(zip(rows[0], rows[1], strict=True))
        assert (first["证件号码"], first["应缴金额"]) == (HEAD.document_number, 320.0)
        assert (first["变动"], first["批次号"]) == ("新增", number)

    def test_what_changed_goes_out_as_a_correction_and_what_is_gone_is_cancelled(
        self, tmp_path: Path
    ) -> None:
        with at_the_county(tmp_path) as at:
            saved = save_household(at, FAMILY)
            hand_over(at, WANTED)
            known = load_household(at, saved.household_id, CAMPAIGN).entry
            people = (
                known.members[0],
                replace(known.members[1], identities=()),
                replace(known.members[2], enrol=False, not_enrolled="moved_away"),
                replace(known.members[3], name="王新新"),
            )
            save_household(at, replace(known, members=people))
            plan = plan_handover(at, WANTED)
            assert sorted((row.kind, row.amount_fen) for row in plan.rows) == [
                ("cancel", 0),
                ("correction", 32_000),
                ("correction", 32_000),
            ]
            hand_over(at, WANTED)
            assert plan_handover(at, WANTED).rows == ()

    def test_paid_at_the_counter_is_cancelled_and_paid_through_tax_is_not(
        self, tmp_path: Path
    ) -> None:
        with at_the_county(tmp_path) as at:
            saved = save_household(at, FAMILY)
            hand_over(at, WANTED)
            people = {row["name"]: row["id"] for row in _people(at)}
            cash = PaymentInput(saved.household_id, "cash", 32_000, persons=(people[HEAD.name],))
            take_payment(at, cash)
            tax = PaymentInput(saved.household_id, "tax", 20_000, persons=(people[WIFE.name],),
                               external_number="3530", paid_on="2021-11-10")  # fmt: skip
            take_payment(at, tax)
            assert [row.kind for row in plan_handover(at, WANTED).rows] == ["cancel"]

    def test_only_a_supervisor_hands_over(self) -> None:
        with desk() as at:
            save_household(at, FAMILY)
            assert code_of(hand_over, at, WANTED) == "ROLE"
            assert code_of(plan_handover, at, WANTED) == "ROLE"

    def test_a_layout_of_the_countys_own(self, tmp_path: Path) -> None:
        own = tmp_path / "own.toml"
        with at_the_county(tmp_path) as at:
            save_household(at, FAMILY)
            for text, code in (
                ("name = 1", "LAYOUT_INVALID"),
                (_OWN.replace('{ head = "B", field = "batch" },', ""), "LAYOUT_INVALID"),
            ):
                own.write_text(text, encoding="utf-8")
                assert code_of(plan_handover, at, replace(WANTED, layout=str(own))) == code
            assert code_of(plan_handover, at, replace(WANTED, layout="none")) == "LAYOUT_UNKNOWN"
            own.write_text(_OWN, encoding="utf-8")
            number = hand_over(at, replace(WANTED, layout=str(own))).number
            write_batch(at, number, tmp_path / "a.csv")
        assert (tmp_path / "a.csv").read_text("utf-8-sig").splitlines()[0] == "B,R,D,A"


_OWN = """
name = "own"
title = { zh = "本县", en = "Own" }
ending = ".csv"
columns = [
    { head = "B", field = "batch" },
    { head = "R", field = "row" },
    { head = "D", field = "document" },
    { head = "A", field = "amount" },
]
[returns]
batch = ["B"]
row = ["R"]
code = ["C"]
[paid]
voucher = ["V"]
document = ["D"]
amount = ["A"]
paid_on = ["P"]
"""


class TestAnswers:
    """Return codes by row."""

    def test_they_are_read_once(self, tmp_path: Path) -> None:
        with at_the_county(tmp_path) as at:
            save_household(at, FAMILY)
            number = hand_over(at, WANTED).number
            codes = [(1, "000", ""), (2, "101", "证件号码不符"), (3, "000", ""), (4, "777", "")]
            path = answer_file(tmp_path / "r.csv", number, codes)
            found = take_returns(at, path)
            assert (found.accepted, found.refused, found.unexplained) == (2, 1, 1)
            assert len(found.changed) == 4
            events = at.store.connection.execute("SELECT count(*) FROM events").fetchone()[0]
            assert take_returns(at, path).changed == ()
            after = at.store.connection.execute("SELECT count(*) FROM events").fetchone()[0]
            assert after == events
            assert batch_of(at, number).answered == 4

    def test_a_refused_row_goes_again_when_it_changed_or_somebody_asks(
        self, tmp_path: Path
    ) -> None:
        with at_the_county(tmp_path) as at:
            saved = save_household(at, FAMILY)
            number = hand_over(at, WANTED).number
            take_returns(at, answer_file(tmp_path / "r.csv", number, [(1, "101", "姓名不符")]))
            plan = plan_handover(at, WANTED)
            assert plan.rows == ()
            assert [one.code for one in plan.held_back] == ["REFUSED_UNCHANGED"]
            again = plan_handover(at, replace(WANTED, again=True))
            assert [row.kind for row in again.rows] == ["new"]
            known = load_household(at, saved.household_id, CAMPAIGN).entry
            first = replace(known.members[0], name="王吉祥")
            save_household(at, replace(known, members=(first, *known.members[1:])))
            assert [row.kind for row in plan_handover(at, WANTED).rows] == ["new"]

    @pytest.mark.parametrize(
        ("codes", "found"),
        [
            ([(9, "000", "")], {"BATCH_ROW_UNKNOWN"}),
            ([(1, "000", ""), (1, "101", "")], {"BATCH_ROW_TWICE"}),
            ([("x", "000", "")], {"ROW_FORM"}),
            ([(1, "", "无")], {"CELL_EMPTY"}),
        ],
    )
    def test_one_wrong_row_and_nothing_is_taken(
        self, codes: list[tuple[object, str, str]], found: set[str], tmp_path: Path
    ) -> None:
        with at_the_county(tmp_path) as at:
            save_household(at, FAMILY)
            number = hand_over(at, WANTED).number
            path = answer_file(tmp_path / "r.csv", number, [*codes, (2, "000", "")])
            with pytest.raises(TaxFileRefused) as refused:
                take_returns(at, path)
            wrong = [one for one in refused.value.findings if one.severity == "error"]
            assert {one.code for one in wrong} == found
            assert all(one.file == "r.csv" and one.row for one in wrong)
            assert batch_of(at, number).answered == 0

    def test_another_countys_file_and_an_unknown_batch_are_refused(self, tmp_path: Path) -> None:
        with at_the_county(tmp_path) as at:
            save_household(at, FAMILY)
            hand_over(at, WANTED)
            for number, code in (
                ("5323012021ABCDEF0001", "TAX_FILE_OTHER_COUNTY"),
                (f"{COUNTY}2021ABCDEF0009", "BATCH_UNKNOWN"),
            ):
                path = answer_file(tmp_path / "r.csv", number, [(1, "000", "")])
                assert code_of(preview_returns, at, path) == code

    def test_what_no_county_explained_says_that_it_is_assumed(self, tmp_path: Path) -> None:
        path = tmp_path / "codes.csv"
        path.write_text("返回码,是否成功,含义\n000,是,接收成功\n", "utf-8")
        with at_the_county(tmp_path) as at:
            save_household(at, FAMILY)
            number = hand_over(at, WANTED).number
            batch = batch_of(at, number).id
            codes: list[tuple[object, str, str]] = [(1, "000", ""), (2, "101", ""), (3, "777", "")]
            take_returns(at, answer_file(tmp_path / "r.csv", number, codes))
            said = {one.code: one.origin for one in answers_of(at, batch)}
            assert said == {"": None, "000": "assumed", "101": "public", "777": None}
            set_return_codes(at, read_return_codes(path), path.name)
            assert {one.code: one.origin for one in answers_of(at, batch)}["000"] == "county"

    def test_the_county_explains_its_codes(self, tmp_path: Path) -> None:
        path = tmp_path / "codes.csv"
        path.write_text("返回码,是否成功,含义\n777,否,户籍待核\n000,是,已接收\n", "utf-8")
        with at_the_county(tmp_path) as at:
            codes = read_return_codes(path)
            assert set_return_codes(at, codes, path.name) == 2
            assert set_return_codes(at, codes, path.name) == 0
            assert return_codes(at)["777"].zh == "户籍待核"
            assert return_codes(at)["000"].zh == "已接收"
            assert origins(at) == {
                "000": "county", "101": "public", "777": "county", "999": "public",
            }  # fmt: skip
        path.write_text("返回码,是否成功,含义\n777,也许,户籍待核\n", "utf-8")
        assert code_of(read_return_codes, path) == "RETURN_CODES_INVALID"


def _people(at: Desk) -> list[dict[str, str]]:
    rows = at.store.connection.execute("SELECT id, name FROM people").fetchall()
    return [dict(row) for row in rows]
