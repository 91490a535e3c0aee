"""The steps of the first run: what is asked, what is wrong with an answer, what is made of them.

Knows no Qt. Nothing is made before the last step; until then only the answers are kept, so that
a program that was killed comes back to the same step.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import msgspec

from desktop.base.dates import day_from_text
from desktop.base.errors import CanbaoError
from desktop.domain import codes
from desktop.domain.invented import DIVISION as TRAINING_COUNTY
from desktop.jobs.lanes import Runner
from desktop.ui.first_run.answers import STEPS, TRAINING_DAY, TRAINING_TOWNSHIP, Answers, Step
from desktop.ui.messages import Messages

if TYPE_CHECKING:
    from desktop.ui.widgets.option_list import Option

PASSWORD_LEAST = 8
NAME_MOST = 200
_TOWNSHIP_DIGITS = (0, 3, 6)

FIELDS: dict[Step, tuple[str, ...]] = {
    "language": ("language",),
    "kind": ("kind",),
    "place": ("county", "township", "station_name", "training_day", "residents"),
    "person": ("operator", "display_name", "role", "password", "password_again"),
    "confirm": (),
}
_ONLY_TRAINING = ("training_day", "residents")
_SECRET = ("password", "password_again")
_ERROR_FIELDS = {
    "PASSWORD_SHORT": "password",
    "DIVISION_FORM": "county",
    "OPERATOR_NAME": "operator",
}


class FirstRunView(Protocol):
    """The screen."""

    def show_step(self, step: Step, place: int, count: int, fields: tuple[str, ...]) -> None:
        """Show a step and the fields it has now."""

    def offer_counties(self, counties: tuple[Option, ...]) -> None:
        """Offer these to choose from."""

    def show_values(self, values: dict[str, str]) -> None:
        """Show the answers."""

    def show_summary(self, text: str) -> None:
        """Show what will be made."""

    def show_mistakes(self, mistakes: dict[str, str]) -> None:
        """Say under each field what is wrong with it, and put the cursor into the first."""

    def show_note(self, text: str, *, mistake: bool) -> None:
        """Say something in the reserved line."""

    def show_busy(self, *, busy: bool) -> None:
        """Hold the buttons while the station is made."""

    def speak(self, language: str) -> None:
        """Ask the window for another language."""

    def made(self, operator: str, password: str) -> None:
        """Tell that the station is there."""


@dataclass(frozen=True, slots=True)
class Doing:
    """What is done with the answers; all of it runs on the store lane."""

    keep: Callable[[Answers], None]
    make: Callable[[Answers, str], None]
    """Make the station; the second argument is the password."""
    counties: Callable[[], tuple[Option, ...]]
    """The counties a station can be in."""
    place_name: Callable[[str], str]
    """A county's name by its code; answered at once, in the GUI thread."""
    given: Mapping[str, str] = field(default_factory=dict)
    """Answers of a real station that IT gave: shown, and not to be changed here."""


class FirstRunPresenter:
    """Goes through the steps."""

    def __init__(
        self, runner: Runner, messages: Messages, view: FirstRunView, doing: Doing, answers: Answers
    ) -> None:
        self._runner = runner
        self._messages = messages
        self._say = messages.say
        self._view = view
        self._doing = doing
        # The password was not kept: whoever had come to the end gives it again.
        step: Step = "person" if answers.step in ("confirm", "centre") else answers.step
        self.answers = msgspec.structs.replace(answers, step=step)
        self._secrets = dict.fromkeys(_SECRET, "")
        self._busy = False
        self._offered = False

    def begin(self) -> None:
        """Show the step that is due."""
        if self._doing.given and not self.answers.kind:
            self.answers = msgspec.structs.replace(self.answers, kind="real")
        self.answers = msgspec.structs.replace(self.answers, **self.fixed)
        self._show()

    @property
    def fixed(self) -> Mapping[str, str]:
        """The answers that IT gave; a training station has none."""
        return self._doing.given if self.answers.kind == "real" else {}

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of the present step."""
        shown = FIELDS[self.answers.step]
        return tuple(n for n in shown if self.answers.training or n not in _ONLY_TRAINING)

    def set(self, name: str, value: str) -> None:
        """Take an answer."""
        if name in _SECRET:
            self._secrets[name] = value
        elif name == "language":
            if value != self._messages.language:
                self._view.speak(value)
        else:
            self.answers = msgspec.structs.replace(self.answers, **{name: value.strip()})

    def next(self) -> None:
        """Go on, or say what is wrong; at the end make the station."""
        if self._busy:
            return
        mistakes = {name: words for name in self.fields if (words := self._mistake(name))}
        self._view.show_mistakes(mistakes)
        if mistakes:
            return
        if self.answers.step == "confirm":
            self._make()
            return
        if self.answers.step == "kind":
            self._prepare()
        self._to(STEPS[STEPS.index(self.answers.step) + 1])

    def back(self) -> None:
        """Go one step back; nothing answered is lost."""
        place = STEPS.index(self.answers.step)
        if place and not self._busy:
            self._to(STEPS[place - 1])

    def _prepare(self) -> None:
        """Fill in what a training station has; clear that out of a real one."""
        replace = msgspec.structs.replace
        if self.answers.training:
            self.answers = replace(
                self.answers,
                county=TRAINING_COUNTY,
                township=self.answers.township or TRAINING_TOWNSHIP,
                station_name=self.answers.station_name or self._say("first.training_name"),
                training_day=self.answers.training_day or TRAINING_DAY,
                residents=self.answers.residents or "yes",
                role=self.answers.role or "clerk",
            )
        elif self.answers.county == TRAINING_COUNTY:
            self.answers = replace(
                self.answers, county="", township="", station_name="", training_day="",
                residents="", role="",
            )  # fmt: skip

    def _to(self, step: Step) -> None:
        self.answers = msgspec.structs.replace(self.answers, step=step)
        answers = self.answers
        self._runner.submit(
            "store", lambda: self._doing.keep(answers), owner=self._view, failed=self._failed
        )
        self._show()

    def _show(self) -> None:
        step = self.answers.step
        given = step == "place" and self.fixed
        self._view.show_note(self._say("first.given") if given else "", mistake=False)
        values = {name: getattr(self.answers, name, "") for name in self.fields}
        if step == "language":
            values["language"] = self._messages.language
        self._view.show_values(values | {n: self._secrets[n] for n in self.fields if n in _SECRET})
        if step in ("kind", "place") and not self._offered:
            self._offer()
        if step == "confirm":
            self._view.show_summary(self._summary())
        self._view.show_step(step, STEPS.index(step) + 1, len(STEPS) + 1, self.fields)

    def _offer(self) -> None:
        """Fetch the counties a step ahead; not before the first paint, for pinyin takes a while."""
        self._offered = True

        def offer(found: tuple[Option, ...]) -> None:
            self._view.offer_counties(found)
            self._view.show_values({"county": self.answers.county})

        self._runner.submit(
            "store", self._doing.counties, owner=self._view, done=offer, failed=self._failed
        )

    def _summary(self) -> str:
        answers = self.answers
        key = "first.summary_training" if answers.training else "first.summary"
        return self._say(
            key,
            station=answers.station_name,
            place=self._doing.place_name(answers.county),
            division=answers.division,
            operator=answers.display_name or answers.operator,
            role=codes.ROLES[answers.role].name(self._messages.language),
            day=answers.training_day,
        )

    def _mistake(self, name: str) -> str:
        value = self._secrets.get(name) or getattr(self.answers, name, "")
        check = getattr(self, f"_check_{name}", None)
        key = check(value) if check is not None else ""
        return self._say(key, least=PASSWORD_LEAST, most=NAME_MOST) if key else ""

    def _check_kind(self, value: str) -> str:
        return "" if value else "first.choose_kind"

    def _check_county(self, value: str) -> str:
        return "" if value else "first.choose_county"

    def _check_township(self, value: str) -> str:
        right = len(value) in _TOWNSHIP_DIGITS and (not value or value.isdecimal())
        return "" if right and value.isascii() else "first.township_form"

    def _check_station_name(self, value: str) -> str:
        return "" if 0 < len(value) <= NAME_MOST else "first.name_empty"

    def _check_training_day(self, value: str) -> str:
        try:
            day_from_text(value)
        except ValueError:
            return "enrol.day_form"
        return ""

    def _check_operator(self, value: str) -> str:
        return "" if 0 < len(value) <= NAME_MOST else "first.operator_empty"

    def _check_role(self, value: str) -> str:
        return "" if value in codes.ROLES else "first.choose_role"

    def _check_password(self, value: str) -> str:
        return "" if len(value) >= PASSWORD_LEAST else "first.password_short"

    def _check_password_again(self, value: str) -> str:
        return "" if value == self._secrets["password"] else "first.password_differs"

    def _make(self) -> None:
        self._busy = True
        self._view.show_busy(busy=True)
        self._view.show_note(self._say("first.making"), mistake=False)
        answers, password = self.answers, self._secrets["password"]
        self._runner.submit(
            "store",
            lambda: self._doing.make(answers, password),
            owner=self._view,
            done=self._made,
            failed=self._failed,
        )

    def _made(self, _: None) -> None:
        password = self._secrets["password"]
        self._secrets = dict.fromkeys(_SECRET, "")
        self._view.made(self.answers.operator, password)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._view.show_busy(busy=False)
        words = self._messages.error(error)
        field = _ERROR_FIELDS.get(error.code) if isinstance(error, CanbaoError) else None
        if field is None:
            self._view.show_note(words, mistake=True)
            return
        self.answers = msgspec.structs.replace(
            self.answers, step=next(step for step, names in FIELDS.items() if field in names)
        )
        self._show()
        self._view.show_mistakes({field: words})
