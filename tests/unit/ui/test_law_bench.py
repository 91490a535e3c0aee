"""The what-if bench without Qt: what a changed fact changes, and that the law stays open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from desktop.ui.law.bench import BenchPresenter
from desktop.ui.law.shown import BenchShown, ResultLine
from desktop.usecases.desk import Desk
from desktop.usecases.local_values import Proposal, approve, propose
from tests.helpers import desks
from tests.helpers.screens import session_of


class BenchDouble:
    """The bench's view without Qt."""

    def __init__(self) -> None:
        self.shown = BenchShown((), False, (), "", ())

    def show_bench(self, shown: BenchShown) -> None:
        """Remember what came out."""
        self.shown = shown

    def line(self, label: str) -> ResultLine:
        """Return a line by its label."""
        return next(line for line in self.shown.lines if line.label == label)

    @property
    def marked(self) -> dict[str, str]:
        """What changed, and what it was."""
        return {line.label: line.before for line in self.shown.lines if line.before}


@pytest.fixture
def desk() -> Iterator[Desk]:
    with desks.desk(role="policy") as opened:
        yield opened


@pytest.fixture
def view() -> BenchDouble:
    return BenchDouble()


@pytest.fixture
def bench(desk: Desk, view: BenchDouble) -> BenchPresenter:
    made = BenchPresenter(session_of(desk), view)
    made.begin()
    return made


def test_a_person_without_facts_pays_the_standard(bench: BenchPresenter, view: BenchDouble) -> None:
    assert bench.facts.paid_on == "2021-11-15"
    assert view.line("应缴金额").value == "¥320.00"
    assert view.marked == {}
    assert any("楚医保〔2021〕46号 第一条" in line.text for line in view.shown.why)


def test_what_is_open_is_said_with_its_reason(bench: BenchPresenter, view: BenchDouble) -> None:
    del bench
    line = view.line("待遇年度")
    assert (line.value, line.tone) == ("待定：没有待遇年度", "unknown")


def test_a_changed_fact_marks_what_it_changes_and_what_that_was(
    bench: BenchPresenter, view: BenchDouble
) -> None:
    bench.choose_identity("subsistence_allowance", {})
    assert view.line("应缴金额").value == "¥200.00"
    assert view.marked["应缴金额"] == "¥320.00"
    assert view.marked["资助参保"] == "¥0.00"
    assert "个人缴费标准" not in view.marked
    assert "+城乡低保对象" in view.shown.compared
    bench.choose_identity("lifted_out_of_poverty", {})
    assert view.marked["应缴金额"] == "¥200.00"
    bench.drop_identity("lifted_out_of_poverty")
    assert view.line("应缴金额").before == "¥140.00"


def test_a_change_without_effect_says_so(bench: BenchPresenter, view: BenchDouble) -> None:
    bench.set("birth_date", "1980-01-01")
    assert view.marked == {}
    assert view.shown.compared == "改“出生日期”后，结果不变"


def test_typing_on_in_a_field_compares_with_what_stood_there_before(
    bench: BenchPresenter, view: BenchDouble
) -> None:
    bench.set("birth_date", "1980-01-01")
    bench.choose_identity(
        "low_income_family", {"certified": "yes", "destitute": "yes", "area": "rural"}
    )
    adult = view.line("应缴金额").value
    bench.set("birth_date", "1950-01")
    assert bench.facts.birth_date == "1980-01-01"
    bench.set("birth_date", "1950-01-01")
    assert (adult, view.line("应缴金额").value) == ("¥320.00", "¥200.00")
    bench.set("birth_date", "1951-01-01")
    assert view.line("应缴金额").before == "¥320.00"


def test_a_day_that_is_taken_away_stays_as_it_was(bench: BenchPresenter, view: BenchDouble) -> None:
    bench.set("paid_on", "")
    assert bench.facts.paid_on == "2021-11-15"
    assert view.marked == {}


def test_a_circumstance_takes_its_day_with_it(bench: BenchPresenter, view: BenchDouble) -> None:
    bench.set("circumstance", "newborn")
    assert "新生儿" in view.shown.compared
    bench.set("circumstance_on", "2021-11-01")
    bench.set("circumstance", "")
    assert bench.facts.circumstance_on == ""


def test_a_value_approved_meanwhile_is_reckoned_with(
    desk: Desk, bench: BenchPresenter, view: BenchDouble
) -> None:
    proposal = Proposal(
        "532300", 2021, "benefit_year", 2022, "楚医保〔2021〕50号", date(2021, 9, 22)
    )
    value = propose(desk, proposal)
    approve(replace(desk, operator="wang", role="supervisor"), value.id)
    desk.refresh()
    bench.begin()
    assert view.line("待遇年度").value == "2022"
    bench.choose_identity("subsistence_allowance", {})
    bench.reset()
    assert bench.facts.identities == ()
    assert view.line("应缴金额").value == "¥320.00"
    assert view.marked == {}


def test_tiers_are_asked_where_the_law_has_them(desk: Desk, view: BenchDouble) -> None:
    session = replace(session_of(desk), division="500101")
    bench = BenchPresenter(session, view)
    bench.begin()
    assert view.shown.tiers
    assert "待定" in view.line("应缴金额").value or view.line("应缴金额").value == "—"
    bench.set("tier", "1")
    assert view.line("应缴金额").value.startswith("¥")


def test_cover_elsewhere_refuses_and_its_end_allows_again(
    bench: BenchPresenter, view: BenchDouble
) -> None:
    bench.set("other_cover", "employee/active")
    assert view.line("应缴金额").value == "不能参保"
    assert view.shown.compared.startswith("改“其他医保”后")
    bench.set("other_cover", "employee/ended")
    assert view.line("应缴金额").value == "¥320.00"


def test_neither_permit_nor_local_hukou_leaves_it_open(
    bench: BenchPresenter, view: BenchDouble
) -> None:
    """X15."""
    bench.choose_identity("subsistence_allowance", {})
    assert view.line("应缴金额").value == "¥200.00"
    bench.set("residence_permit", "no")
    bench.set("local_hukou", "no")
    assert view.line("应缴金额").value.startswith("待定")
    bench.set("local_hukou", "yes")
    assert view.line("应缴金额").value == "¥200.00"


def test_a_student_in_chongqing_is_priced_by_the_academic_year(desk: Desk) -> None:
    view = BenchDouble()
    session = replace(session_of(desk), division="500101")
    bench = BenchPresenter(session, view)
    bench.begin()
    bench.set("tier", "1")
    assert view.line("个人缴费标准").value == "¥320.00"
    bench.set("student", "in_chongqing")
    assert view.line("个人缴费标准").value == "¥280.00"
    assert view.marked["个人缴费标准"] == "¥320.00"


def test_a_townships_own_station_prices_by_its_countys_law(desk: Desk) -> None:
    view = BenchDouble()
    bench = BenchPresenter(replace(session_of(desk), division="539999001"), view)
    bench.begin()
    assert view.line("应缴金额").value == "¥320.00"
