"""The first run's steps without Qt: what is asked, what is refused, what is kept."""

from __future__ import annotations

import msgspec
import pytest

from desktop.base.errors import Refused, Unavailable
from desktop.domain.invented import DIVISION as TRAINING_COUNTY
from desktop.ui.first_run.answers import Answers
from desktop.ui.first_run.centre_presenter import CentrePresenter
from desktop.ui.first_run.presenter import Doing, FirstRunPresenter
from desktop.ui.messages import Messages
from desktop.ui.widgets.option_list import Option
from tests.helpers.inline_runner import InlineRunner

COUNTIES = (Option("532301", "楚雄市"),)


class ScreenDouble:
    """The screen without Qt."""

    def __init__(self) -> None:
        self.step = ""
        self.fields: tuple[str, ...] = ()
        self.values: dict[str, str] = {}
        self.summary = ""
        self.mistakes: dict[str, str] = {}
        self.note = ("", False)
        self.busy = False
        self.spoken = ""
        self.signed_in: tuple[str, str] | None = None
        self.counties: tuple[Option, ...] = ()
        self.finished: bool | None = None

    def show_step(self, step: str, place: int, count: int, fields: tuple[str, ...]) -> None:
        assert 0 < place < count
        self.step, self.fields = step, fields

    def offer_counties(self, counties: tuple[Option, ...]) -> None:
        self.counties = counties

    def show_values(self, values: dict[str, str]) -> None:
        self.values |= values

    def show_summary(self, text: str) -> None:
        self.summary = text

    def show_given(self, address: str, code: str, note: str) -> None:
        self.values |= {"address": address, "code": code, "note": note}

    def show_mistakes(self, mistakes: dict[str, str]) -> None:
        self.mistakes = mistakes

    def show_note(self, text: str, *, mistake: bool) -> None:
        self.note = (text, mistake)

    def show_busy(self, *, busy: bool) -> None:
        self.busy = busy

    def speak(self, language: str) -> None:
        self.spoken = language

    def made(self, operator: str, password: str) -> None:
        self.signed_in = (operator, password)

    def done(self, *, registered: bool) -> None:
        self.finished = registered


class World:
    """What the first run does, remembered."""

    def __init__(self, answers: Answers | None = None) -> None:
        self.kept: list[Answers] = []
        self.made: list[tuple[Answers, str]] = []
        self.refuse: Exception | None = None
        self.screen = ScreenDouble()
        self.runner = InlineRunner()
        doing = Doing(
            keep=self.kept.append,
            make=self._make,
            counties=lambda: COUNTIES,
            place_name=lambda code: f"县{code}",
        )
        self.presenter = FirstRunPresenter(
            self.runner, Messages("zh"), self.screen, doing, answers or Answers()
        )
        self.presenter.begin()

    def _make(self, answers: Answers, password: str) -> None:
        if self.refuse is not None:
            raise self.refuse
        self.made.append((answers, password))

    def answer(self, **answers: str) -> None:
        """Give answers and go on."""
        for name, value in answers.items():
            self.presenter.set(name, value)
        self.presenter.next()


def at_the_end(**person: str) -> World:
    world = World()
    world.answer()
    world.answer(kind="real")
    world.answer(county="532301", township="101", station_name="东瓜镇医保服务站")
    given = {
        "operator": "liming", "role": "supervisor", "password": "12345678",
        "password_again": "12345678",
    }  # fmt: skip
    world.answer(**given | person)
    return world


def test_a_real_station_from_the_first_step_to_signing_in() -> None:
    world = at_the_end()
    assert world.screen.step == "confirm"
    assert "县532301（532301101）" in world.screen.summary
    world.presenter.next()
    answers, password = world.made[0]
    assert (answers.division, answers.training, password) == ("532301101", False, "12345678")
    assert world.screen.signed_in == ("liming", "12345678")


def test_nothing_secret_is_kept_and_nothing_is_made_before_the_end() -> None:
    world = at_the_end()
    assert world.made == []
    kept = msgspec.json.encode(world.kept).decode()
    assert "liming" in kept
    assert "12345678" not in kept


def test_whoever_had_come_to_the_end_gives_the_password_again() -> None:
    world = World(at_the_end().kept[-1])
    assert world.screen.step == "person"
    assert world.screen.values["operator"] == "liming"
    assert world.screen.values["password"] == ""


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"operator": " "}, "operator"),
        ({"role": ""}, "role"),
        ({"password": "1234567", "password_again": "1234567"}, "password"),
        ({"password_again": "12345679"}, "password_again"),
    ],
)
def test_what_is_wrong_with_a_person_is_said_under_the_field(
    given: dict[str, str], wrong: str
) -> None:
    world = at_the_end(**given)
    assert world.screen.step == "person"
    assert list(world.screen.mistakes) == [wrong]
    assert world.screen.mistakes[wrong]


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"county": ""}, ["county"]),
        ({"township": "1"}, ["township"]),
        ({"township": "一二三"}, ["township"]),
        ({"station_name": "", "county": ""}, ["county", "station_name"]),
        ({"station_name": "站" * 201}, ["station_name"]),
    ],
)
def test_what_is_wrong_with_the_place(given: dict[str, str], wrong: list[str]) -> None:
    world = World()
    world.answer()
    world.answer()
    assert list(world.screen.mistakes) == ["kind"]
    assert world.screen.counties == COUNTIES
    world.answer(kind="real")
    assert "training_day" not in world.screen.fields
    right = {"county": "532301", "township": "", "station_name": "站"}
    world.answer(**right | given)
    assert list(world.screen.mistakes) == wrong
    assert world.screen.step == "place"


def test_a_training_station_is_in_the_invented_county_on_a_day_of_its_own() -> None:
    world = World()
    world.answer()
    world.answer(kind="training")
    assert world.screen.values["county"] == TRAINING_COUNTY
    world.answer(training_day="2021-02-30")
    assert list(world.screen.mistakes) == ["training_day"]
    world.answer(training_day="2021-11-15")
    world.answer(operator="a", password="12345678", password_again="12345678")
    world.presenter.next()
    answers, _ = world.made[0]
    assert answers.training
    assert answers.training_day == "2021-11-15"
    assert (answers.residents, answers.role) == ("yes", "clerk")


def test_going_back_loses_nothing_and_a_changed_mind_clears_the_training_answers() -> None:
    world = World()
    world.answer()
    world.answer(kind="training")
    world.presenter.back()
    assert world.screen.step == "kind"
    world.answer(kind="real")
    assert world.screen.values["county"] == ""
    assert world.presenter.answers.training_day == ""
    world.presenter.back()
    world.presenter.back()
    world.presenter.back()
    assert world.screen.step == "language"
    world.answer(language="en")
    assert world.screen.spoken == "en"


def test_a_refusal_leads_back_to_its_field_and_a_failure_can_be_repeated() -> None:
    world = at_the_end()
    world.refuse = Refused("DIVISION_FORM", "x")
    world.presenter.next()
    assert world.screen.step == "place"
    assert list(world.screen.mistakes) == ["county"]
    world = at_the_end()
    world.refuse = Unavailable("DISK_FAILED", "x")
    world.presenter.next()
    assert world.screen.note[1]
    assert not world.screen.busy
    world.refuse = None
    world.presenter.next()
    assert world.screen.signed_in is not None


def test_while_the_station_is_made_no_key_makes_another() -> None:
    world = at_the_end()
    world.runner.hold()
    world.presenter.next()
    world.presenter.next()
    world.presenter.back()
    world.runner.release()
    assert len(world.made) == 1
    assert world.screen.step == "confirm"


def centre(error: Exception | None = None) -> tuple[CentrePresenter, ScreenDouble, list[str]]:
    asked: list[str] = []

    def register(address: str, code: str) -> None:
        asked.append(f"{address} {code}")
        if error is not None:
            raise error

    screen = ScreenDouble()
    return CentrePresenter(InlineRunner(), Messages("zh"), screen, register), screen, asked


def test_a_centre_is_asked_with_an_address_and_a_code() -> None:
    presenter, screen, asked = centre()
    presenter.set("address", "ftp://x")
    presenter.register()
    assert list(screen.mistakes) == ["address", "code"]
    presenter.set("address", " https://centre.test ")
    presenter.set("code", "ABCD")
    presenter.register()
    assert asked == ["https://centre.test ABCD"]
    assert screen.finished is True


@pytest.mark.parametrize(
    ("error", "field"),
    [
        (Refused("CODE_UNKNOWN", "x"), "code"),
        (Refused("COUNTY_MISMATCH", "x"), "address"),
        (Unavailable("CENTRE_UNREACHABLE", "x"), None),
    ],
)
def test_what_the_centre_says_stands_where_it_helps(error: Exception, field: str | None) -> None:
    presenter, screen, _ = centre(error)
    presenter.set("address", "http://centre.test")
    presenter.set("code", "ABCD")
    presenter.register()
    assert list(screen.mistakes) == ([field] if field else [])
    assert screen.note[1] is (field is None)
    assert screen.finished is None
    assert not screen.busy
