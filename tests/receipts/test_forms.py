"""Goal: single sheets say what was entered, counted and asked for. Method: read the PDF."""

from __future__ import annotations

import io
from datetime import date

import pypdfium2
import pytest

from desktop.base.errors import Refused
from desktop.base.resources import form_text
from desktop.domain.codes import Language
from desktop.domain.form_template import form_from_text
from desktop.printing.form import render_form
from desktop.usecases.closing import approve_day, close_day
from desktop.usecases.desk import Desk
from desktop.usecases.forms import Sheet, day_sheet, enrollment_form, refund_application
from desktop.usecases.households import save_household
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.refunds import RefundEntry, request_refund
from tests.helpers.desks import CAMPAIGN, FAMILY, FAMILY_FEN, HEAD, desk, known_as

NAMES = ("day-sheet", "refund-application", "enrollment-form")


def text_of(sheet: Sheet) -> str:
    pdf = render_form(sheet.template, sheet.data, printed_at=sheet.printed_at, lang=sheet.language)
    again = render_form(
        sheet.template, sheet.data, printed_at=sheet.printed_at, lang=sheet.language
    )
    assert pdf == again
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def _closed(at: Desk) -> str:
    saved = save_household(at, FAMILY)
    taken = take_payment(at, PaymentInput(saved.household_id, "cash", FAMILY_FEN))
    closed = close_day(at, "tester", at.today, {10_000: 9, 5_000: 1}, explanation="少30元")
    approve_day(at, closed.id, "boss")
    return taken.receipt.number


def test_the_day_sheet_says_what_was_taken_counted_and_signed() -> None:
    with desk() as at:
        number = _closed(at)
        text = text_of(day_sheet(at, "tester", date(2021, 11, 15)))
    for told in (number, "980.00", "950.00", "-30.00", "少30元", "已复核：boss", "玖佰捌拾元整"):
        assert told in text, told


def test_the_day_sheet_names_who_took_and_who_signed_as_people_are_called() -> None:
    with desk() as at:
        _closed(at)
        known_as(at, tester="培训员", boss="张复核")
        text = text_of(day_sheet(at, "tester", at.today))
    assert "培训员（tester）" in text
    assert "已复核：张复核（boss）" in text


def test_before_the_closing_the_day_sheet_says_so_and_counts_nothing() -> None:
    with desk() as at:
        saved = save_household(at, FAMILY)
        take_payment(at, PaymentInput(saved.household_id, "cash", FAMILY_FEN))
        text = text_of(day_sheet(at, "tester", at.today))
    assert "未日结" in text
    assert "980.00" in text


def test_the_refund_form_names_who_asks_and_computes_no_amount() -> None:
    with desk() as at:
        entry = RefundEntry(_closed(at), "employee_cover", "王𠮷祥", account="6228480012345678901")
        sheet = refund_application(at, request_refund(at, entry).id)
        text = text_of(sheet)
    for told in ("王𠮷祥", "6228 4800 1234 5678 901", "已参加职工医保", "税务机关意见", "980.00"):
        assert told in text, told
    assert all("refund" not in field and "amount" not in field for field in sheet.data.fields)


def test_the_enrolment_form_lists_members_prices_and_their_basis() -> None:
    with desk() as at:
        saved = save_household(at, FAMILY)
        text = text_of(enrollment_form(at, saved.household_id, CAMPAIGN))
    for told in (
        "起桂仙",
        "城乡低保对象",
        "楚医保〔2021〕46号",
        "1,280.00",
        "980.00",
        "医学出生证明",
    ):
        assert told in text, told
    assert HEAD.document_number not in text


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_asks_only_for_what_the_desk_gives(name: str) -> None:
    template = form_from_text(name, form_text("papers", f"{name}.toml"))
    with desk() as at:
        number = _closed(at)
        asked = request_refund(at, RefundEntry(number, "death", "起桂仙"))
        household = at.store.connection.execute("SELECT id FROM households").fetchone()[0]
        made = {
            "day-sheet": lambda lang: day_sheet(at, "tester", at.today, lang),
            "refund-application": lambda lang: refund_application(at, asked.id, lang),
            "enrollment-form": lambda lang: enrollment_form(at, household, CAMPAIGN, lang),
        }[name]
        languages: tuple[Language, ...] = ("zh", "en")
        for language in languages:
            sheet = made(language)
            assert set(template.fields) <= set(sheet.data.fields)
            assert set(template.sources) <= set(sheet.data.tables)
            for block in template.blocks:
                source = getattr(block, "source", "")
                for row in sheet.data.tables.get(source, ()):
                    wanted = {column.field for column in block.columns} - {"place"}  # type: ignore[union-attr]
                    assert wanted <= set(row)
            assert template.title.of(language)[:10] in text_of(sheet)


WIDE = """
name = "x"
title = {zh="一", en="a"}
[[blocks]]
kind = "facts"
items = [{label = {zh="一", en="a"}, field = "wide", span = 3}]
"""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('name = "x"\ntitle = {zh="一", en="a"}\nblocks = []', "no blocks"),
        ('name = "x"\ntitle = {zh="一", en="a"}\n[[blocks]]\nkind = "poem"', "poem"),
        (WIDE, "wide"),
    ],
)
def test_a_form_that_is_none_says_what_is_wrong_with_it(text: str, says: str) -> None:
    with pytest.raises(Refused, match=r"mine\.toml") as refused:
        form_from_text("mine.toml", text)
    assert says in str(refused.value.values["why"])
