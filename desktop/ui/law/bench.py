"""The what-if bench 试算: one person, one fact changed, and what that changes. No Qt.

The answer is the household screen's own calculation over the same local values. What is compared
is the answer before the fact that was changed last; typing on in the same field goes on comparing
with what stood there before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

import msgspec

from desktop.base.dates import chinese_day, day_from_text
from desktop.base.money import fen_display
from desktop.domain.divisions import COUNTY_DIGITS
from desktop.domain.facts import Circumstance, OtherCover, Recognition, Student
from desktop.domain.household import HouseholdInput, MemberInput
from desktop.policy import Assessment
from desktop.ui.enroll.entry import typed
from desktop.ui.enroll.explain import Explainer
from desktop.ui.enroll.options import short_identity
from desktop.ui.enroll.shown import Tone
from desktop.ui.law.given import headed
from desktop.ui.law.shown import BenchShown, ResultLine
from desktop.ui.law_words import circumstance_name, field_name, identity_name, reason_words
from desktop.ui.session import Session
from desktop.usecases.price import HouseholdPrice, MemberPrice, price_member

_AMOUNTS = ("net_payable", "personal_standard", "assistance")
_LINES = (*_AMOUNTS, "assistance_identity", "benefit_year", "benefit_start", "benefit_end",
          "waiting_days")  # fmt: skip
_ABOUT = {
    "net_payable": ("net_payable", "assistance", "personal_standard"),
    "assistance": ("assistance", "personal_standard"),
    "assistance_identity": ("assistance", "assistance_identity"),
}
"""Where a line's reason for being open stands, if not under its own name."""


_TOLD = {"yes": True, "no": False, "": None}

OTHER_COVERS = (
    "employee/active",
    "employee/waiting",
    "employee/ended",
    "military/active",
    "resident_elsewhere/active",
)
"""Cover in another scheme that a counter meets."""


class BenchView(Protocol):
    """What the bench asks of the page."""

    def show_bench(self, shown: BenchShown) -> None:
        """Show what comes out."""
        ...


@dataclass(frozen=True, slots=True)
class Facts:
    """The invented person of the bench; days as ISO text, empty: not told."""

    birth_date: str = ""
    identities: tuple[Recognition, ...] = ()
    circumstance: str = ""
    circumstance_on: str = ""
    tier: str = ""
    student: str = ""
    """Kind of university."""
    residence_permit: str = ""
    local_hukou: str = ""
    """``yes``, ``no``, or not told."""
    other_cover: str = ""
    """Scheme and status, as ``employee/active``."""
    registered_on: str = ""
    paid_on: str = ""


class BenchPresenter:
    """Asks the calculator on every change, on this thread: it takes microseconds."""

    def __init__(self, session: Session, view: BenchView) -> None:
        self._session = session
        # A township's own nine digits are no place a person is asked about.
        self._county = session.division[:COUNTY_DIGITS]
        self._view = view
        self._say = session.messages.say
        self._explain = Explainer(session.messages)
        self.facts = self._start()
        self._touched = ""
        self._before: dict[str, str] = {}
        self._now: dict[str, str] = {}

    def begin(self) -> None:
        """Show the person as it stands, under the law as the desk knows it now."""
        self._touched = ""
        self._work_out()
        self._before = dict(self._now)
        self._show()

    def reset(self) -> None:
        """Begin with somebody of whom nothing is known."""
        self.facts = self._start()
        self.begin()

    def set(self, name: str, text: str) -> None:
        """Change a fact; a half-typed day is no fact yet."""
        if name in ("birth_date", "circumstance_on", "registered_on", "paid_on") and text:
            try:
                day_from_text(text)
            except ValueError:
                return
        if name in ("registered_on", "paid_on") and not text:
            return
        if name == "circumstance" and not text:
            self._change(name, circumstance="", circumstance_on="")
        else:
            self._change(name, **{name: text})

    def choose_identity(self, code: str, answers: dict[str, str]) -> None:
        """Give the person an identity."""
        rest = tuple(one for one in self.facts.identities if one.code != code)
        added = Recognition(code=code, **typed(answers))
        self._change(f"+{code}", identities=(*rest, added))

    def drop_identity(self, code: str) -> None:
        """Take an identity away."""
        kept = tuple(one for one in self.facts.identities if one.code != code)
        self._change(f"-{code}", identities=kept)

    def _start(self) -> Facts:
        today = self._session.today.isoformat()
        return Facts(registered_on=today, paid_on=today)

    def _change(self, name: str, **facts: object) -> None:
        changed = replace(self.facts, **facts)  # type: ignore[arg-type]
        if changed == self.facts:
            return
        if name != self._touched:
            self._before, self._touched = dict(self._now), name
        self.facts = changed
        self._work_out()
        self._show()

    def _work_out(self) -> None:
        session = self._session
        self._found = price_member(
            HouseholdInput(self._county, session.campaign_year),
            self._member(),
            session.law,
            day_from_text(self.facts.paid_on),
            registered_on=day_from_text(self.facts.registered_on),
            local_values=session.desk.known_local_values,
        )
        self._now = {name: self._words(self._found, name) for name in _LINES}

    def _member(self) -> MemberInput:
        facts = self.facts
        special = (
            (Circumstance(code=facts.circumstance, on=facts.circumstance_on or None),)
            if facts.circumstance
            else ()
        )
        return MemberInput(
            name=self._say("bench.person"),
            birth_date=facts.birth_date,
            tier=facts.tier or None,
            identities=facts.identities,
            circumstances=special,
            student=self._student(),
            residence_permit=_TOLD[facts.residence_permit],
            local_hukou=_TOLD[facts.local_hukou],
            other_cover=_covers(facts.other_cover),
        )

    def _student(self) -> Student | None:
        """Return the student, of the academic year that the law prices if it prices one."""
        institution = self.facts.student
        if not institution:
            return None
        session = self._session
        law = session.law.resolve(session.division, session.campaign_year)
        years = [key[1] for key in (law.text.academic if law else {}) if key[0] == institution]
        return Student(institution=institution, academic_year=years[0] if years else None)

    def _show(self) -> None:
        language = self._session.messages.language
        found = self._session.law.resolve(self._session.division, self._session.campaign_year)
        member = self._member()
        price = HouseholdPrice((MemberPrice(0, self._found),))
        lines = tuple(
            ResultLine(
                label=headed(field_name(name, language)),
                value=self._now[name],
                before=self._former(name),
                tone=self._tone(name),
            )
            for name in _LINES
        )
        self._view.show_bench(
            BenchShown(
                identities=tuple(
                    (one.code, short_identity(one.code, language)) for one in self.facts.identities
                ),
                tiers=found is not None and bool(found.text.tiers),
                lines=lines,
                compared=self._compared(sum(bool(line.before) for line in lines)),
                why=tuple(self._explain.basis(price, (member,))),
            )
        )

    def _former(self, name: str) -> str:
        """Return what a line was before the change, shortly; empty if it is as before."""
        before = self._before[name]
        if before == self._now[name]:
            return ""
        return self._say("open") if before.startswith(self._say("open")) else before

    def _compared(self, changed: int) -> str:
        if not self._touched:
            return self._say("bench.first")
        name = self._fact_words(self._touched)
        key = "bench.changed" if changed else "bench.same"
        return self._say(key, fact=name, count=changed)

    def _fact_words(self, name: str) -> str:
        language = self._session.messages.language
        if name[0] in "+-":
            return f"{name[0]}{identity_name(name[1:], language)}"
        said = self._say(f"bench.{name}")
        if name == "circumstance" and self.facts.circumstance:
            return f"{said} {circumstance_name(self.facts.circumstance, language)}"
        return said

    def _tone(self, name: str) -> Tone:
        if self._found.allowed is False and name == "net_payable":
            return "mistake"
        return "unknown" if self._open_reason(self._found, name) else ""

    def _words(self, found: Assessment, name: str) -> str:
        if name == "net_payable" and found.allowed is False:
            return self._say("amount.refused")
        value = getattr(found, name)
        if value is None:
            reason = self._open_reason(found, name)
            return self._say("bench.open", reason=reason) if reason else "—"
        language = self._session.messages.language
        if name in _AMOUNTS:
            return f"¥{fen_display(value)}"
        if name == "assistance_identity":
            return identity_name(value, language)
        if name in ("benefit_start", "benefit_end"):
            return chinese_day(value) if language == "zh" else str(value)
        return str(value)

    def _open_reason(self, found: Assessment, name: str) -> str:
        if getattr(found, name) is not None:
            return ""
        for gap in found.undetermined:
            if gap.field in _ABOUT.get(name, (name,)):
                words = reason_words(gap.reason, self._session.messages.language)
                return words.removeprefix("文件未定：")
        return ""


def _covers(text: str) -> tuple[OtherCover, ...]:
    if not text:
        return ()
    scheme, _, status = text.partition("/")
    return (msgspec.convert({"scheme": scheme, "status": status}, OtherCover),)
