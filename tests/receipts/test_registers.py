"""Goal: a register's paper adds up, repeats its head and says whose it is. Method: read the PDF."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pypdfium2
import pytest

from desktop.base.errors import Refused
from desktop.base.resources import form_text
from desktop.domain.paper_template import PaperTemplate, RegisterData, Value, template_from_text
from desktop.printing.register import render_register

PRINTED_AT = "2021-11-15T04:00:00.000Z"


def template(name: str = "contribution-register") -> PaperTemplate:
    return template_from_text(name, form_text("papers", f"{name}.toml"))


def row(place: int, **fields: Value) -> Mapping[str, Value]:
    known: dict[str, Value] = {
        "household_number": f"001001-{place:04d}",
        "head_name": "王𠮷祥",
        "name": "起桂仙",
        "document": "539999********0019",
        "relation": "配偶",
        "standard_fen": 32_000,
        "identity": "城乡低保对象",
        "assistance_fen": 12_000,
        "paid_fen": 20_000,
        "method": "现金",
        "day": "2021-11-15",
        "number": f"539999-A001-{place:08d}",
    }
    return known | fields


def data(*rows: Mapping[str, Value]) -> RegisterData:
    return RegisterData(
        rows=rows,
        place="培训县 第一镇 东村",
        period="2021 年度征缴",
        station="培训县医保服务站",
        day="制表日期：2021年11月15日",
    )


SEVENTY = data(*(row(place) for place in range(70)))


def pages(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def test_every_page_has_the_head_and_its_own_total_and_the_last_all_of_it() -> None:
    found = pages(render_register(template(), SEVENTY, printed_at=PRINTED_AT))
    assert len(found) >= 3
    for place, page in enumerate(found, start=1):
        assert "城乡居民基本医疗保险缴费花名册" in page
        assert "证件号码" in page
        assert "本页小计" in page
        assert f"第 {place} 页" in page
    assert "合计（70 行）" in found[-1]
    assert "14,000.00" in found[-1]
    assert "壹万肆仟元整" in found[-1]
    assert all("审核人" not in page for page in found[:-1])
    assert "审核人" in found[-1]
    assert "𠮷" in found[0]


def test_the_page_totals_add_up_to_the_grand_total() -> None:
    found = pages(render_register(template(), SEVENTY, printed_at=PRINTED_AT))
    rows = [int(page.split("本页小计（")[1].split(" 行")[0]) for page in found]
    assert sum(rows) == 70


def test_an_empty_register_is_one_page_that_says_nothing_was_taken() -> None:
    (page,) = pages(render_register(template(), data(), printed_at=PRINTED_AT))
    assert "合计（0 行）" in page
    assert "零元整" in page


def test_the_same_register_is_the_same_file() -> None:
    first = render_register(template(), SEVENTY, printed_at=PRINTED_AT)
    assert render_register(template(), SEVENTY, printed_at=PRINTED_AT) == first


def test_more_went_back_than_came_in_is_written_as_going_back() -> None:
    back = data(row(1, paid_fen=-20_000, assistance_fen=-12_000, standard_fen=-32_000))
    (page,) = pages(render_register(template(), back, printed_at=PRINTED_AT))
    assert "退贰佰元整" in page
    assert "-200.00" in page


ONE_COLUMN = '[[columns]]\nfield = "a"\nhead = {zh="一", en="a"}\nwidth = 1'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name = ", "Invalid value"),
        ('name = "x"\ntitle = {zh="一", en="a"}\ncolumns = []', "doubled"),
        ('name = "x"\ntitle = {zh="一", en="a"}\ncolour = "red"\ncolumns = []', "colour"),
        (f'name = "x"\ncapital = "b"\ntitle = {{zh="一", en="a"}}\n{ONE_COLUMN}', "b"),
        (f'name = "x"\ntitle = {{zh="一", en="a"}}\n{ONE_COLUMN}\n{ONE_COLUMN}', "a"),
    ],
)
def test_a_template_that_is_none_says_what_is_wrong_with_it(text: str, says: str) -> None:
    with pytest.raises(Refused, match=r"mine\.toml") as refused:
        template_from_text("mine.toml", text)
    assert refused.value.code == "TEMPLATE_INVALID"
    assert says in str(refused.value.values["why"])
