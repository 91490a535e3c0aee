"""Goal: a receipt's paper is what its template says, and a wrong template says what is wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.base.errors import Refused
from desktop.base.resources import form_text
from desktop.domain.receipt_template import RollTemplate, SheetTemplate, WrittenTemplate
from desktop.domain.receipt_template_text import receipt_template_from_text

KINDS = {
    "A5": SheetTemplate,
    "A4": SheetTemplate,
    "241x139.7": SheetTemplate,
    "241x93.1": SheetTemplate,
    "80": RollTemplate,
    "58": RollTemplate,
    "preprinted-241x93.1": WrittenTemplate,
}


def text_of(paper: str) -> str:
    return form_text("papers", f"receipt-{paper}.toml")


@pytest.mark.parametrize("paper", KINDS)
def test_every_paper_is_a_template(paper: str) -> None:
    found = receipt_template_from_text(paper, text_of(paper), text_of)
    assert (type(found), found.name) == (KINDS[paper], paper)


def test_a_paper_like_another_says_only_what_differs() -> None:
    a5 = receipt_template_from_text("A5", text_of("A5"))
    part = receipt_template_from_text("part", text_of("241x139.7"), text_of)
    assert isinstance(a5, SheetTemplate)
    assert isinstance(part, SheetTemplate)
    assert part.members == a5.members
    assert (part.page.width, a5.page.width) == (2410, 2100)


def changed(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


@pytest.mark.parametrize(
    ("paper", "change", "says"),
    [
        ("A5", changed("marks_width", "marks_wide"), "marks_wide"),
        ("A5", changed("[code]\n", "[code]\ncolour = 1\n"), "colour"),
        ("A5", changed('field = "payer"', 'field = "colour"'), "colour"),
        ("A5", changed("{number}", "{serial}"), "serial"),
        ("A5", changed('field = "why"', 'field = "head"'), "head"),
        ("A5", changed('field = "late"', 'field = "soon"'), "soon"),
        ("A5", changed("span = 3", "span = 2"), "three columns"),
        ("A5", changed("width = 410, size", "width = 4100, size"), "wider than the paper"),
        ("A5", changed("grow = 60", "grow = 61"), "100"),
        ("A5", changed("amount_columns = 2", "amount_columns = 7"), "wider than the columns"),
        ("A5", changed('en = "Head" }, field = "head"', 'en = "Head" }'), "a field or a text"),
        ("A5", changed('kind = "sheet"', 'kind = "card"'), "card"),
        ("A4", changed('like = "A5"', ""), "missing"),
        ("80", changed('kind = "dots"', 'kind = "dashes"'), "dashes"),
        ("80", changed('field = "document"', 'field = "capital"'), "capital"),
        ("preprinted-241x93.1", changed('"county"', '"colour"'), "colour"),
        ("preprinted-241x93.1", changed("rows = 5", "rows = 0"), "no rows"),
        ("preprinted-241x93.1", changed('when = "training"', 'when = "raining"'), "raining"),
        ("preprinted-241x93.1", lambda text: text + "\nborder = 1", "border"),
        ("58", lambda text: text + "[", "at end of document"),
    ],
)
def test_a_template_that_is_none_says_what_is_wrong(
    paper: str, change: Callable[[str], str], says: str
) -> None:
    with pytest.raises(Refused) as refused:
        receipt_template_from_text("x.toml", change(text_of(paper)), text_of)
    assert refused.value.code == "TEMPLATE_INVALID"
    assert says.lower() in str(refused.value.values["why"]).lower()
    assert refused.value.values["file"] == "x.toml"


def test_a_paper_is_not_like_one_that_is_like_another() -> None:
    """One step: who reads a template has the other beside it, not a chain of them."""
    with pytest.raises(Refused, match="there is no other paper"):
        receipt_template_from_text("x", 'like = "A4"\nname = "x"', text_of)
