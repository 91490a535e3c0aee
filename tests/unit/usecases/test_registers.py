"""Goal: registers hold what was entered and taken, on paper and in sheets. Method: read them."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from desktop.base.errors import Refused, Unavailable
from desktop.domain.roster_facts import Target, TargetsSet
from desktop.printing.register import render_register
from desktop.usecases.closing import close_day
from desktop.usecases.desk import Desk
from desktop.usecases.exports import write_file
from desktop.usecases.households import save_household
from desktop.usecases.not_enrolled import note_follow_up, note_reason
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.registers import REGISTERS, Register, RegisterWanted, percent, register
from desktop.usecases.undoing import reverse_payment
from tests.helpers.desks import CAMPAIGN, FAMILY, FAMILY_FEN, HEAD, SON, WIFE, desk, with_members
from tests.helpers.stations import VILLAGE

NOTES = {10_000: 9, 5_000: 1, 1_000: 3}


def _of(at: Desk, kind: str, **fields: object) -> Register:
    wanted = RegisterWanted(kind, VILLAGE[:6], CAMPAIGN)
    return register(at, replace(wanted, **fields))  # type: ignore[arg-type]


def _paid(at: Desk) -> str:
    saved = save_household(at, FAMILY)
    return take_payment(at, PaymentInput(saved.household_id, "cash", FAMILY_FEN)).receipt.number


def _text(found: Register) -> str:
    pdf = render_register(
        found.template, found.data, printed_at=found.printed_at, lang=found.language
    )
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_the_contribution_register_is_what_was_paid() -> None:
    with desk() as at:
        number = _paid(at)
        found = _of(at, "contribution-register")
        assert [row["paid_fen"] for row in found.data.rows] == [32_000, 20_000, 14_000, 32_000]
        assert {row["number"] for row in found.data.rows} == {number}
        assert found.data.total("paid_fen") == FAMILY_FEN
        text = _text(found)
        assert "王𠮷祥" in text
        assert HEAD.document_number not in text
        assert "玖佰捌拾元整" in text


def test_a_reversal_stands_in_the_register_of_its_own_day() -> None:
    with desk() as at:
        number = _paid(at)
        close_day(at, "tester", at.today, NOTES)
        reverse_payment(at, number, "重复", approved_by="boss")
        today = _of(at, "contribution-register", first=at.today, last=at.today)
        assert today.data.total("paid_fen") == FAMILY_FEN
        whole = _of(at, "contribution-register")
        assert whole.data.total("paid_fen") == 0
        other = _of(at, "contribution-register", collector="nobody")
        assert other.data.rows == ()


def test_the_assistance_register_names_the_identity_and_its_money() -> None:
    with desk() as at:
        save_household(at, FAMILY)
        found = _of(at, "assistance-register")
        assert [(row["identity"], row["assistance_fen"]) for row in found.data.rows] == [
            ("城乡低保对象", 12_000),
            ("已脱贫人口", 18_000),
        ]
        assert {row["enrolled"] for row in found.data.rows} == {"待缴费"}


def test_the_not_enrolled_are_listed_with_reason_and_next_day() -> None:
    with desk() as at:
        members = (HEAD, replace(WIFE, enrol=False), replace(SON, enrol=False))
        save_household(at, with_members(*members))
        query = "SELECT id FROM people WHERE name = ?"
        person = at.store.connection.execute(query, (WIFE.name,)).fetchone()[0]
        note_reason(at, person, CAMPAIGN, "employee", detail="县医院")
        note_follow_up(at, person, CAMPAIGN, "call", result="已确认", next_on="2021-12-01")
        rows = _of(at, "not-enrolled-register").data.rows
        assert [row["name"] for row in rows] == [WIFE.name, SON.name]
        assert (rows[0]["reason"], rows[0]["next_on"]) == ("已参加职工医保", "2021-12-01")


def test_the_progress_register_is_open_until_the_population_is_stated() -> None:
    with desk() as at:
        _paid(at)
        found = _of(at, "progress-register")
        assert found.data.rows[0]["rate"] == "—"
        assert "待定" in found.data.remarks[0]
        stated = (Target(division=VILLAGE, residents=5, employees=0),)
        with at.store.transaction():
            at.store.record(TargetsSet(campaign_year=CAMPAIGN, targets=stated), operator="tester")
        again = _of(at, "progress-register")
        assert again.data.rows[0]["rate"] == "80.00%"
        assert again.data.remarks == ()


def test_the_fiscal_claim_adds_up_to_headcount_times_the_figures() -> None:
    with desk(role="supervisor") as at:
        _paid(at)
        (row,) = _of(at, "fiscal-claim").data.rows
        parts = [row[f"{level}_fen"] for level in ("central", "provincial")]
        assert row["headcount"] == 4
        assert parts[0] == 4 * 46_400
        assert parts[1] == 4 * 8_120


@pytest.mark.parametrize("kind", REGISTERS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_register_prints_and_opens_in_both_languages(
    kind: str, language: str, tmp_path: Path
) -> None:
    with desk(role="supervisor") as at:
        _paid(at)
        found = _of(at, kind, language=language)
        assert found.template.title.of(found.language).split()[0] in _text(found)
        write_file(found, tmp_path / "a.xlsx")
        (sheet,) = CalamineWorkbook.from_path(tmp_path / "a.xlsx").sheet_names
        assert sheet


def test_a_spreadsheet_holds_numbers_as_numbers_and_text_as_text(tmp_path: Path) -> None:
    with desk() as at:
        saved = save_household(at, replace(FAMILY, number="=1+1"))
        take_payment(at, PaymentInput(saved.household_id, "cash", FAMILY_FEN))
        write_file(_of(at, "contribution-register"), tmp_path / "a.xlsx")
    book = CalamineWorkbook.from_path(tmp_path / "a.xlsx")
    rows = book.get_sheet_by_index(0).to_python()
    first, total = rows[3], rows[-1]
    assert first[1] == "=1+1"
    assert first[9] == 320.0
    assert first[11] == date(2021, 11, 15)
    assert total[9] == FAMILY_FEN / 100


def test_a_rate_is_never_rounded_up_to_the_target() -> None:
    assert percent(Fraction(94_999, 100_000)) == "94.99%"
    assert percent(Fraction(95, 100)) == "95.00%"
    assert percent(None) == "—"


def test_what_cannot_be_made_is_said(tmp_path: Path) -> None:
    with desk() as at:
        with pytest.raises(Refused) as refused:
            _of(at, "phone-book")
        assert refused.value.code == "REGISTER_UNKNOWN"
        found = _of(at, "contribution-register")
        with pytest.raises(Refused) as refused:
            write_file(found, tmp_path / "a.doc")
        assert refused.value.code == "FILE_ENDING"
        for name in ("a.xlsx", "a.pdf"):
            with pytest.raises(Unavailable) as unavailable:
                write_file(found, tmp_path / "missing" / name)
            assert unavailable.value.code == "FILE_UNWRITABLE"


def test_half_a_population_is_not_added_up() -> None:
    with desk() as at:
        _paid(at)
        other = VILLAGE[:-1] + "2"
        save_household(at, replace(with_members(SON), division=other, number="001002-0001"))
        stated = (Target(division=VILLAGE, residents=5, employees=0),)
        with at.store.transaction():
            at.store.record(TargetsSet(campaign_year=CAMPAIGN, targets=stated), operator="tester")
        found = _of(at, "progress-register")
        columns = {column.field: column for column in found.template.columns}
        assert found.data.total_of(columns["residents"]) is None
        assert found.data.total_of(columns["people"]) == 5


def test_a_column_that_is_open_in_every_row_has_no_sum() -> None:
    """No notice says what a county without a class owes: that is not a zero."""
    with desk(role="supervisor") as at:
        _paid(at)
        claim = _of(at, "fiscal-claim")
        columns = {column.field: column for column in claim.template.columns}
        sums = {name: claim.data.total_of(columns[name]) for name in ("county_fen", "total_fen")}
        assert sums == {"county_fen": None, "total_fen": 4 * 58_000}
        nobody = replace(claim.data, rows=())
        assert nobody.total_of(columns["county_fen"]) == 0
