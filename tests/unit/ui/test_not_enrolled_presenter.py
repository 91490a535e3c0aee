"""The register of the not enrolled without Qt: paging, notes by keys, what can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import pytest

from desktop.ui.enroll.shown import Note
from desktop.ui.not_enrolled import presenter as module
from desktop.ui.not_enrolled.due import DueWatch
from desktop.ui.not_enrolled.presenter import WITHOUT_REASON, RegisterPresenter
from desktop.ui.not_enrolled.promises import Ask, AttemptShown, PersonShown
from desktop.usecases.desk import Desk
from desktop.usecases.not_enrolled import (
    FollowUp,
    Listing,
    Missing,
    due_reminders,
    follow_ups,
    list_not_enrolled,
    read_missing,
)
from desktop.usecases.roster_steps import renew
from tests.helpers import desks
from tests.helpers.campaigns import under_way
from tests.helpers.desks import CAMPAIGN
from tests.helpers.inline_runner import InlineRunner
from tests.helpers.screens import session_of

COUNTY = "539999"
WILLOW = "539999001002"


@dataclass(slots=True)
class RegisterDouble:
    """The screen without Qt: remembers what it was told."""

    rows: list[tuple[str, ...]] = field(default_factory=list)
    more: bool = False
    place: int = -1
    empty: str = ""
    person: PersonShown | None = None
    attempts: tuple[AttemptShown, ...] = ()
    filter: tuple[str, str, str] = ("", "", "")
    note: Note = field(default_factory=Note)
    question: tuple[str, Ask, Note] | None = None
    read_only: bool = False
    opened: str = ""
    saves: int = 0
    pages: int = 0

    def show_rows(self, rows: tuple[tuple[str, ...], ...], *, more: bool) -> None:
        self.rows, self.more = list(rows), more

    def add_rows(self, rows: tuple[tuple[str, ...], ...], *, more: bool) -> None:
        self.rows += rows
        self.more = more
        self.pages += 1

    def show_row(self, place: int, row: tuple[str, ...]) -> None:
        self.rows[place] = row

    def choose(self, place: int) -> None:
        self.place = place

    def show_empty(self, text: str) -> None:
        self.empty = text

    def show_person(self, person: PersonShown | None) -> None:
        self.person = person

    def show_attempts(self, attempts: tuple[AttemptShown, ...]) -> None:
        self.attempts = attempts

    def show_filter(self, wanted: str, division: str, reason: str) -> None:
        self.filter = (wanted, division, reason)

    def show_due(self, count: int) -> None:
        """The window tells it; nothing of it is asserted on here."""

    def show_loading_soon(self) -> None:
        """A timer's affair."""

    def show_note(self, note: Note) -> None:
        self.note = note

    def ask(self, prompt: str, kind: Ask, hint: Note) -> None:
        self.question = (prompt, kind, hint)

    def end_ask(self) -> None:
        self.question = None

    def set_read_only(self) -> None:
        self.read_only = True

    def open_household(self, household_id: str) -> None:
        self.opened = household_id

    def status_changed(self) -> None:
        self.saves += 1


@dataclass(slots=True)
class At:
    """The register over a desk in memory."""

    desk: Desk
    view: RegisterDouble
    presenter: RegisterPresenter

    def answer(self, *texts: str) -> None:
        """Answer one question after the other."""
        for text in texts:
            assert self.view.question is not None
            self.presenter.noting.answer(text)

    @property
    def person(self) -> Missing:
        found = self.presenter.person
        assert found is not None
        return found

    @property
    def tried(self) -> tuple[FollowUp, ...]:
        return follow_ups(self.desk.store.connection, self.person.person_id, CAMPAIGN)


@pytest.fixture
def open_register() -> Iterator[Callable[..., At]]:
    with desks.desk(role="supervisor") as desk:

        def open_(*, role: str = "clerk", residents: int = 120) -> At:
            under_way(desk, residents)
            desk.role = role
            view = RegisterDouble()
            session = replace(session_of(desk), runner=InlineRunner(), division=COUNTY)
            at = At(desk, view, RegisterPresenter(session, view))
            at.presenter.begin()
            return at

        yield open_


def listed(at: At, **fields: object) -> list[str]:
    listing = replace(Listing(COUNTY, CAMPAIGN), **fields)  # type: ignore[arg-type]
    found = list_not_enrolled(at.desk.store.connection, listing, at.desk.today, limit=10_000)
    return [one.name for one in found]


def to_somebody(at: At, *, noted: bool) -> None:
    """Put the cursor on somebody with or without a reason."""
    for place in range(len(at.view.rows)):
        at.presenter.choose(place)
        if bool(at.person.reason) == noted:
            return
    raise AssertionError("nobody of this kind")


def test_the_list_comes_page_by_page_without_a_gap(
    open_register: Callable[..., At], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAGE", 5)
    at = open_register()
    everybody = listed(at)
    assert len(everybody) > 10
    assert [row[0] for row in at.view.rows] == everybody[:5]
    while at.view.more:
        at.presenter.read_on()
    assert [row[0] for row in at.view.rows] == everybody
    at.presenter.choose(7)
    person = at.person.person_id
    at.presenter.begin()
    assert at.person.person_id == person
    assert at.view.place == 7
    assert len(at.view.rows) == len(everybody)


def test_filters_narrow_and_follow_each_other(open_register: Callable[..., At]) -> None:
    at = open_register()
    for wanted in ("without_reason", "due", "paid_last_year", "all"):
        at.presenter.next_filter()
        assert at.view.filter[0] == wanted
        assert [row[0] for row in at.view.rows] == listed(at, wanted=wanted)
    at.presenter.choose_division(WILLOW)
    assert [row[0] for row in at.view.rows] == listed(at, division=WILLOW)
    at.presenter.choose_division("")
    reason = next(one for one in _reasons(at) if one)
    at.presenter.choose_reason(reason)
    assert [row[0] for row in at.view.rows] == listed(at, reason=reason)
    at.presenter.choose_filter("without_reason")
    assert at.view.filter == ("without_reason", "", "")


def _reasons(at: At) -> list[str]:
    listing = Listing(COUNTY, CAMPAIGN)
    found = list_not_enrolled(at.desk.store.connection, listing, at.desk.today)
    return [one.reason for one in found]


def test_the_dashboard_sends_one_to_a_village_and_a_reason(
    open_register: Callable[..., At],
) -> None:
    at = open_register()
    at.presenter.narrow(WILLOW, WITHOUT_REASON)
    at.presenter.begin()
    assert at.view.filter == ("without_reason", WILLOW, "")
    at.presenter.narrow("", "abroad")
    at.presenter.begin()
    assert at.view.filter == ("all", "", "abroad")


def test_numbers_are_masked_and_the_phone_is_there_to_be_called(
    open_register: Callable[..., At],
) -> None:
    at = open_register()
    person = at.view.person
    assert person is not None
    assert person.document == at.view.rows[0][2]
    assert "********" in person.document
    assert person.phone.isdigit()
    assert person.place.startswith("培训县青石镇")


@pytest.mark.parametrize("key", ["call", "visit", "message"])
def test_an_attempt_is_noted_with_its_result_and_the_next_day(
    open_register: Callable[..., At], key: str
) -> None:
    at = open_register()
    to_somebody(at, noted=False)
    at.presenter.act(key)  # type: ignore[arg-type]
    at.answer("下周回话", "+3")
    newest = at.tried[0]
    assert (newest.kind, newest.result, newest.next_on) == (key, "下周回话", "2021-11-18")
    assert at.view.question is None
    assert at.view.attempts[0].result == "下周回话"
    assert at.view.rows[at.presenter._cursor][5] == "11-18"
    assert at.view.saves == 1


def test_the_next_day_alone_is_a_reminder_and_must_be_a_day_to_come(
    open_register: Callable[..., At],
) -> None:
    at = open_register()
    before = len(at.tried)
    at.presenter.act("next")
    for wrong in ("", "昨天", "2021-13-01", "2021-11-14"):
        at.answer(wrong)
        assert at.view.question is not None
        assert at.view.question[2].tone == "mistake"
    assert len(at.tried) == before
    at.answer("2021-11-15")
    assert (at.tried[0].kind, at.tried[0].next_on) == ("other", "2021-11-15")
    assert at.view.rows[0][5] == "▲ 11-15"
    assert at.person.name in listed(at, wanted="due")


def test_a_reason_is_picked_and_taken_back(open_register: Callable[..., At]) -> None:
    at = open_register()
    to_somebody(at, noted=False)
    at.presenter.act("reason")
    at.answer("weather", "abroad")
    assert at.person.reason == "abroad"
    assert at.view.question is None
    at.presenter.act("reason")
    at.answer("other", "在外务工")
    assert (at.person.reason, at.person.detail) == ("other", "在外务工")
    at.presenter.undo()
    assert (at.person.reason, at.person.detail) == ("abroad", "")
    at.presenter.undo()
    assert at.person.reason == ""
    at.presenter.undo()
    assert "没有可收回" in at.view.note.text


def test_a_written_refusal_needs_its_paper_and_gives_the_reason_with_it(
    open_register: Callable[..., At],
) -> None:
    at = open_register()
    to_somebody(at, noted=False)
    at.presenter.act("written_refusal")
    at.answer("  ")
    assert at.view.question is not None
    assert at.view.question[2].tone == "mistake"
    at.answer("放弃声明 12 号")
    assert (at.person.reason, at.person.evidence) == ("refused", "放弃声明 12 号")
    assert at.tried[0].kind == "written_refusal"
    at.presenter.undo()
    assert at.person.reason == ""
    assert at.tried[0].kind == "written_refusal"


def test_an_answer_never_lands_on_somebody_else(open_register: Callable[..., At]) -> None:
    at = open_register()
    at.presenter.act("call")
    at.presenter.choose(1)
    assert at.view.question is None
    at.presenter.noting.answer("无人接听")
    assert at.view.saves == 0


def test_who_enrolled_meanwhile_leaves_the_register(open_register: Callable[..., At]) -> None:
    at = open_register()
    to_somebody(at, noted=False)
    person = at.person
    renew(at.desk, person.household_id, CAMPAIGN)
    if read_missing(at.desk.store.connection, person.person_id, CAMPAIGN) is not None:
        renew(at.desk, person.household_id, CAMPAIGN, [person.person_id])
    at.presenter.act("reason")
    at.answer("abroad")
    assert at.view.note.tone == "mistake"
    at.presenter.reload()
    assert person.person_id not in {one.person_id for one in at.presenter._people}


def test_an_auditor_looks_and_changes_nothing(open_register: Callable[..., At]) -> None:
    at = open_register(role="auditor")
    assert at.view.read_only
    for key in ("call", "visit", "message", "written_refusal", "reason", "next"):
        at.presenter.act(key)
        assert at.view.question is None
    at.presenter.undo()
    assert at.view.saves == 0
    at.presenter.open_household()
    assert at.view.opened == at.person.household_id


def test_the_navigation_is_told_how_many_are_due(open_register: Callable[..., At]) -> None:
    at = open_register()
    told: list[int] = []
    runner = InlineRunner()
    session = replace(session_of(at.desk), runner=runner, division=COUNTY)
    watch = DueWatch(session, at, told.append)
    watch.count()
    due = len(listed(at, wanted="due"))
    assert due > 0
    assert told == [due]
    assert watch.known == due_reminders(at.desk.store.connection, COUNTY, CAMPAIGN, at.desk.today)
    runner.hold()
    watch.count()
    watch.count()
    watch.count()
    runner.release()
    # One under way, one more for whatever was asked meanwhile.
    assert told == [due] * 3


def test_nobody_to_show_says_what_to_do() -> None:
    with desks.desk() as desk:
        view = RegisterDouble()
        session = replace(session_of(desk), runner=InlineRunner(), villages=())
        RegisterPresenter(session, view).begin()
        assert "家庭参保登记" in view.empty
        assert view.person is None
