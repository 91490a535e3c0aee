"""The dashboard without Qt: what is shown equals the record, and when it is counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction

import msgspec
import pytest

from desktop.base.errors import Unavailable
from desktop.base.resources import resource_text
from desktop.domain.roster_facts import Target, TargetsSet
from desktop.policy import LawBook
from desktop.policy.parse import parse_chain
from desktop.store.database import Store
from desktop.ui.enroll.shown import Note
from desktop.ui.not_enrolled.presenter import WITHOUT_REASON
from desktop.ui.progress.presenter import ProgressPresenter
from desktop.ui.progress.shown import BoardShown
from desktop.ui.progress.words import percent
from desktop.ui.session import Session
from desktop.usecases.desk import Desk
from desktop.usecases.progress import progress
from tests.helpers import desks
from tests.helpers.campaigns import pay, state_population, under_way
from tests.helpers.desks import CAMPAIGN
from tests.helpers.inline_runner import InlineRunner
from tests.helpers.screens import session_of

COUNTY = "539999"
TOWN = "539999001000"


@dataclass(slots=True)
class BoardDouble:
    """The screen without Qt: remembers what it was told."""

    board: BoardShown | None = None
    empty: str = ""
    note: Note = field(default_factory=Note)
    counting: list[bool] = field(default_factory=list)
    rests: int = 0
    chosen: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)

    def show_board(self, board: BoardShown) -> None:
        self.board = board

    def show_empty(self, text: str) -> None:
        self.empty = text

    def show_counting(self, *, counting: bool) -> None:
        self.counting.append(counting)

    def show_note(self, note: Note) -> None:
        self.note = note

    def rest(self) -> None:
        self.rests += 1

    def choose_unit(self, code: str) -> None:
        self.chosen = code

    def ask_register(self, division: str, reason: str) -> None:
        self.asked.append((division, reason))

    @property
    def figures(self) -> dict[str, str]:
        assert self.board is not None
        return {one.title: one.value for one in self.board.figures}


@dataclass(slots=True)
class At:
    """A dashboard over a desk in memory."""

    desk: Desk
    view: BoardDouble
    runner: InlineRunner
    presenter: ProgressPresenter


@pytest.fixture
def open_board() -> Iterator[Callable[..., At]]:
    with desks.desk(role="supervisor") as desk:

        def open_(*, division: str = COUNTY, seeded: bool = True) -> At:
            if seeded:
                under_way(desk, 60)
            runner, view = InlineRunner(), BoardDouble()
            session: Session = replace(
                session_of(desk), runner=runner, division=division, division_name="培训县"
            )
            return At(desk, view, runner, ProgressPresenter(session, view))

        yield open_


def counted(at: At) -> int:
    return at.runner.lanes_used.count("count")


def test_the_figures_are_the_records_after_every_payment(open_board: Callable[..., At]) -> None:
    at = open_board()
    at.presenter.begin()
    before = progress(at.desk.store.connection, COUNTY, CAMPAIGN, at.desk.today)
    assert at.view.figures["已缴费"] == f"{before.total.paid:,}"
    due = at.desk.store.connection.execute(
        "SELECT DISTINCT household_id FROM enrollments WHERE status = 'registered'"
        " AND net_fen > 0 LIMIT 1"
    ).fetchone()
    taken = pay(at.desk, due["household_id"])
    at.presenter.refresh()
    after = progress(at.desk.store.connection, COUNTY, CAMPAIGN, at.desk.today)
    assert after.total.own_fen == before.total.own_fen + taken
    assert at.view.figures["已缴费"] == f"{after.total.paid:,}"
    assert at.view.figures["已登记待缴费"] == f"{after.total.registered:,}"
    assert at.view.figures["未参保"] == f"{after.total.not_enrolled:,}"
    assert at.view.figures["今日收款"] == f"¥{after.days[-1].own_fen / 100:,.2f}"
    board = at.view.board
    assert board is not None
    assert [bar.code for bar in board.units] == [one.division for one in after.townships]
    assert board.days.days[-1].fen == after.days[-1].own_fen
    assert len(board.days.days) == 30
    assert [(bar.figure, bar.beside) for bar in board.identities] == [
        (f"¥{one.assistance_fen / 100:,.2f}", f"{one.people} 人")
        for one in sorted(after.identities, key=lambda one: -one.assistance_fen)
    ]
    reasons = {bar.code: bar.figure for bar in board.reasons}
    assert reasons.pop(WITHOUT_REASON) == f"{after.total.without_reason} 人"
    assert reasons == {code: f"{count} 人" for code, count in after.total.reasons.items()}


def test_an_open_rate_says_who_settles_it_and_is_never_a_figure(
    open_board: Callable[..., At],
) -> None:
    at = open_board()
    at.presenter.begin()
    board = at.view.board
    assert board is not None
    rate = board.figures[0]
    assert (rate.value, rate.open) == ("待定", True)
    assert "区划管理" in rate.hint
    assert {(bar.figure, bar.mark) for bar in board.units} == {("待定", "unknown")}
    assert board.target == "文件未载参保率目标"
    assert {bar.line for bar in board.units} == {None}


def test_the_line_is_the_laws_where_a_document_names_a_rate(open_board: Callable[..., At]) -> None:
    at = open_board()
    state_population(at.desk, residents=20, employees=2)
    # As if the training county stood under 赣州 instead of 楚雄州.
    chain = parse_chain("chain.toml", resource_text("law", "chain.toml")).chain
    moved = msgspec.structs.replace(chain, training={COUNTY: "360700"})
    at.desk.law = LawBook(at.desk.law.packs.values(), moved)
    at.presenter.begin()
    board = at.view.board
    assert board is not None
    assert board.target == "目标线 95%（赣医保发〔2021〕13号 第一条）"
    assert {bar.line for bar in board.units} == {Fraction(95, 100)}
    total = progress(at.desk.store.connection, COUNTY, CAMPAIGN, at.desk.today).total
    assert total.rate is not None
    assert board.figures[0].value == percent(total.rate)
    assert f"还差 {total.missing(Fraction(95, 100))} 人" == board.figures[0].hint


def test_without_a_document_the_line_is_the_countys_own_number(
    open_board: Callable[..., At],
) -> None:
    at = open_board()
    villages = progress(at.desk.store.connection, COUNTY, CAMPAIGN, at.desk.today).villages
    targets = tuple(Target(division=one.division, target=one.people) for one in villages)
    with at.desk.store.transaction():
        at.desk.store.record(TargetsSet(campaign_year=CAMPAIGN, targets=targets), operator="it")
    at.presenter.begin()
    board = at.view.board
    assert board is not None
    assert board.target == "目标线：县级下达的任务数"
    assert {bar.line for bar in board.units} == {Fraction(1)}
    assert all(bar.after.startswith("还差") for bar in board.units)


def test_a_rate_is_rounded_down_and_reached_only_when_it_is() -> None:
    assert percent(Fraction(9499, 10_000)) == "94.9%"
    assert percent(Fraction(95, 100)) == "95.0%"
    assert percent(Fraction(0)) == "0.0%"


def test_one_looks_into_a_township_and_back(open_board: Callable[..., At]) -> None:
    at = open_board()
    at.presenter.begin()
    at.runner.hold()
    at.presenter.open_unit(TOWN)
    board = at.view.board
    assert board is not None
    # Its people and villages are known at once; its days are being counted.
    assert board.place == "培训县 › 青石镇"
    assert [bar.code[:9] for bar in board.units] == [TOWN[:9]] * len(board.units)
    assert at.view.figures["今日收款"] == "…"
    assert board.days.title.endswith("培训县")
    at.runner.release()
    found = progress(at.desk.store.connection, TOWN, CAMPAIGN, at.desk.today)
    assert at.view.figures["今日收款"] == f"¥{found.days[-1].own_fen / 100:,.2f}"
    assert at.view.figures["已缴费"] == f"{found.total.paid:,}"
    at.presenter.open_unit(found.villages[0].division)
    assert at.view.asked == [(found.villages[0].division, "")]
    assert at.presenter.up()
    assert at.view.chosen == TOWN
    assert not at.presenter.up()
    at.presenter.open_reason("refused")
    assert at.view.asked[-1] == (COUNTY, "refused")


def test_a_township_begins_with_its_villages(open_board: Callable[..., At]) -> None:
    at = open_board(division="539999001")
    at.presenter.begin()
    board = at.view.board
    assert board is not None
    assert board.units_title == "各村（社区）"
    assert not at.presenter.below


def test_what_happens_is_counted_again_at_most_once_a_minute(
    open_board: Callable[..., At],
) -> None:
    at = open_board()
    at.presenter.begin()
    assert (counted(at), at.view.rests) == (1, 1)
    at.presenter.changed()
    at.presenter.changed()
    assert counted(at) == 1
    at.presenter.rested()
    assert (counted(at), at.view.rests) == (2, 2)
    at.presenter.rested()
    assert counted(at) == 2
    at.presenter.leave()
    at.presenter.changed()
    assert counted(at) == 2
    at.presenter.begin()
    assert counted(at) == 3


def test_nobody_waits_for_what_was_stopped_or_left(open_board: Callable[..., At]) -> None:
    at = open_board()
    at.runner.hold()
    at.presenter.begin()
    assert at.presenter.stop()
    assert "停止" in at.view.note.text
    at.runner.release()
    assert at.view.board is None
    assert at.view.counting == [True, False]
    assert not at.presenter.stop()
    at.runner.hold()
    at.presenter.refresh()
    at.presenter.leave()
    at.runner.release()
    assert at.view.board is None
    at.presenter.begin()
    assert at.view.board is not None


def test_a_failure_is_said_and_what_was_counted_stays(
    open_board: Callable[..., At], monkeypatch: pytest.MonkeyPatch
) -> None:
    at = open_board()
    at.presenter.begin()
    board = at.view.board

    def broken(_store: Store) -> None:
        raise Unavailable("DISK_FAILED", "the disk did not give back what was asked of it")

    at.desk.counting.close()
    monkeypatch.setattr(Store, "open_reader", broken)
    at.presenter.refresh()
    assert at.view.note.tone == "mistake"
    assert at.view.board is board


def test_an_empty_station_is_told_what_to_do(open_board: Callable[..., At]) -> None:
    at = open_board(seeded=False)
    at.presenter.begin()
    assert "家庭参保登记" in at.view.empty
