"""A case in words: its kind, both sides compared, what a decision does. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.base.clock import CHINA, instant_from_text
from desktop.base.money import fen_display
from desktop.domain.codes import PAYMENT_METHODS
from desktop.ui.enroll.history_words import value_words
from desktop.ui.session import Session
from desktop.ui.wording.case_words import CASES
from desktop.ui.wording.screens import SCREENS
from desktop.usecases.case_choices import Choice, Consequence
from desktop.usecases.case_sides import SIDE, Matter, Side, fields_told
from desktop.usecases.cases import CaseLine, Remark


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of the comparison."""

    field: str
    first: str
    second: str
    now: str
    mark: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The line as the table shows it."""
        return (self.field, self.first, self.second, self.now, self.mark)


class CaseWords:
    """Says what cases are about, in the language of the session."""

    def __init__(self, session: Session) -> None:
        self._messages = session.messages
        self._say = session.messages.say
        self._places = {one.code: one.name for one in session.villages}

    def kind(self, kind: str) -> str:
        """Return the name of a kind of case."""
        return self._known("case.kind", kind)

    def meaning(self, kind: str) -> str:
        """Return what has happened and what holds meanwhile."""
        return self._known("case.what", kind)

    def decision(self, kind: str, code: str) -> str:
        """Return a decision in words."""
        own = f"case.decision.{kind}.{code}"
        return self._say(own) if own in CASES else self._known("case.decision", code, "handled")

    def row(self, line: CaseLine) -> tuple[str, ...]:
        """Return a case as a row of the list."""
        return (self.kind(line.kind), self._when(line.opened_at, "%m-%d"))

    def head(self, line: CaseLine) -> str:
        """Return since when, whose, and where it stands."""
        decision = self.decision(line.kind, line.decision) if line.decision else "—"
        state = self._say(f"case.state.{line.state}", decision=decision)
        at = self._when(line.opened_at, "%Y-%m-%d %H:%M")
        return self._say("case.head", at=at, station=line.station or "—", state=state)

    def compared(self, matter: Matter) -> tuple[Compared, ...]:
        """Return both sides line by line; what differs carries a sign and a word."""
        told = fields_told(matter.sides)
        lines = (self._compared(name, matter.sides) for name in told if _says(name, matter.sides))
        return tuple(lines)

    def remark(self, kind: str, one: Remark) -> str:
        """Return one remark as a line."""
        values = {
            "at": self._when(one.at, "%m-%d %H:%M"),
            "who": one.operator or "—",
            "station": one.station,
            "text": one.comment,
        }
        if not one.decision:
            return self._say("case.remark.comment", **values)
        decision = self.decision(kind, one.decision)
        return self._say("case.remark.decision", decision=decision, **values)

    def consequences(self, choice: Choice) -> str:
        """Return what a decision does, in yuan, or why it cannot be taken here."""
        if choice.why_not:
            return self._say(f"case.does.why.{choice.why_not}")
        return " ".join(self._consequence(one) for one in choice.consequences)

    def _consequence(self, one: Consequence) -> str:
        return self._say(
            f"case.does.{one.what}",
            amount=_yuan(one.amount_fen, self._say("open")),
            before=_yuan(one.before_fen, self._say("open")),
            after=_yuan(one.after_fen, self._say("open")),
            receipt=one.receipt or "—",
            persons=one.persons,
        )

    def _compared(self, name: str, sides: tuple[Side, ...]) -> Compared:
        texts = [self._text(name, side) for side in sides]
        first = texts[0]
        second = texts[1] if len(texts) > 1 else ""
        now = self._value(name, sides[0].present[name]) if name in sides[0].present else ""
        mark = ""
        both = len(sides) > 1 and not any(_hides(name, side) for side in sides)
        if both and name not in SIDE:
            # What is stored, not its words: two recognitions of one kind may differ in their days.
            stored = {(side.says or {}).get(name, "") for side in sides}
            mark = self._say("case.same" if len(stored) == 1 else "case.differs")
        return Compared(self._field(name), first, second, now, mark)

    def _text(self, name: str, side: Side) -> str:
        if side.says is None or _hides(name, side):
            return self._say("case.elsewhere")
        return self._value(name, side.says.get(name, "")) or "—"

    def _field(self, name: str) -> str:
        for key in (f"case.field.{name}", f"history.{name}", f"field.{name}"):
            if key in SCREENS:
                return self._say(key)
        return self._say("case.field.other")

    def _value(self, name: str, value: str) -> str:
        if not value:
            return ""
        if name == "at":
            return self._when(value, "%Y-%m-%d %H:%M")
        if name in ("division", "hukou_division"):
            return self._places.get(value, value)
        if name.endswith("_fen"):
            return fen_display(int(value))
        return self._coded(name, value)

    def _coded(self, name: str, value: str) -> str:
        match name:
            case "status":
                return self._say(f"history.status.{value}")
            case "state":
                return self._say(f"case.money.{value}")
            case "method":
                return PAYMENT_METHODS[value].name(self._messages.language)
            case "same_name":
                return self._say(f"case.{name}.{value}")
            case "outcome":
                return self._say(f"recount.outcome.{value}")
            case "decision":
                kind, _, code = value.partition(".")
                return self.decision(kind, code)
            case _:
                return value_words(name, value, self._messages)

    def _when(self, instant: str, form: str) -> str:
        return f"{instant_from_text(instant).astimezone(CHINA):{form}}" if instant else "—"

    def _known(self, group: str, name: str, fallback: str = "other") -> str:
        key = f"{group}.{name}"
        return self._say(key if key in CASES else f"{group}.{fallback}")


def _says(name: str, sides: tuple[Side, ...]) -> bool:
    """Tell whether any side has something to say of it, or the register has."""
    return any((side.says or {}).get(name) or side.present.get(name) for side in sides)


def _hides(name: str, side: Side) -> bool:
    """Tell whether a side may well say something of it, and this station is not told what."""
    return side.says is None or (side.told and name not in side.says)


def _yuan(fen: int | None, unknown: str) -> str:
    return unknown if fen is None else fen_display(fen)
