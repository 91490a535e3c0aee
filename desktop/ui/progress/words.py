"""Counts turned into what the dashboard shows. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from desktop.base.money import fen_display
from desktop.domain.codes import NOT_ENROLLED_REASONS
from desktop.domain.progress import UnitProgress
from desktop.policy.benefit_panel import CoverageTarget
from desktop.policy.words import IDENTITY_WORDS
from desktop.ui.messages import Messages
from desktop.ui.not_enrolled.presenter import WITHOUT_REASON
from desktop.ui.progress.shown import BarShown, DayShown, DaysShown, FigureShown, Mark
from desktop.usecases.progress import DayTaken, IdentityAssisted, Progress

_WHOLE = Fraction(1)


def percent(rate: Fraction) -> str:
    """Return a rate as people read it, ``94.9%``; rounded down, for nothing is reached before."""
    tenths = rate.numerator * 1_000 // rate.denominator
    return f"{tenths // 10}.{tenths % 10}%"


class ProgressWords:
    """Says one language's words about counts."""

    def __init__(self, messages: Messages) -> None:
        self._say = messages.say
        self._language = messages.language

    def figures(
        self, progress: Progress | None, unit: UnitProgress, target: CoverageTarget | None
    ) -> tuple[FigureShown, ...]:
        """Return the large figures of ``unit``; without its ``progress`` its days are awaited."""
        say = self._say
        return (
            self._rate(unit, target),
            FigureShown(
                say("progress.paid"),
                f"{unit.paid:,}",
                say("progress.paid_hint", people=f"{unit.people:,}", today=f"{unit.new_today:,}"),
            ),
            FigureShown(
                say("progress.registered"), f"{unit.registered:,}", say("progress.registered_hint")
            ),
            FigureShown(
                say("progress.not_enrolled"),
                f"{unit.not_enrolled:,}",
                say("progress.not_enrolled_hint", people=f"{unit.without_reason:,}"),
            ),
            self._today(progress),
            self._week(progress, unit),
            FigureShown(
                say("progress.assisted"),
                f"{unit.assisted:,}",
                say("progress.assisted_hint", amount=fen_display(unit.assistance_fen)),
            ),
        )

    def unit(self, unit: UnitProgress, name: str, target: CoverageTarget | None) -> BarShown:
        """Return one unit's bar: on the rate of the notices, else hatched on the register."""
        beside = self._say("progress.counts", paid=f"{unit.paid:,}", people=f"{unit.people:,}")
        share = target.share if target else None
        missing = unit.missing(share)
        after = ""
        if missing is not None:
            key = "progress.missing" if missing else "progress.reached"
            after = self._say(key, people=f"{missing:,}")
        rate = unit.rate
        if rate is None:
            filled = unit.register_rate or Fraction(0)
            line = _line(unit.target, unit.people)
            figure = self._say("open")
            return BarShown(
                unit.division, name, min(filled, _WHOLE), figure, beside, after, "unknown", line
            )
        line = share
        if share is None and unit.target is not None:
            line = _line(unit.target + (unit.employees or 0), unit.residents or 0)
        return BarShown(
            unit.division,
            name,
            min(rate, _WHOLE),
            percent(rate),
            beside,
            after,
            "reached" if missing == 0 else "",
            line,
        )

    def target(self, target: CoverageTarget | None, units: tuple[UnitProgress, ...]) -> str:
        """Return what the line is and rests on, or that no document names a rate."""
        if target is not None:
            cited = target.cited(self._language)
            return self._say("progress.line", rate=_plain(target.share), cited=cited)
        if any(unit.target is not None for unit in units):
            return self._say("progress.line_county")
        return self._say("progress.no_line")

    def days(self, days: tuple[DayTaken, ...], place: str) -> DaysShown:
        """Return the chart of the last days."""
        shown = tuple(
            DayShown(
                one.day,
                one.people,
                one.own_fen,
                self._say(
                    "progress.day",
                    day=one.day.isoformat(),
                    people=one.people,
                    amount=fen_display(one.own_fen),
                ),
            )
            for one in days
        )
        return DaysShown(
            title=self._say("progress.days", count=len(days), place=place),
            days=shown,
            people=self._say("progress.people", people=max(one.people for one in days)),
            money=f"¥{fen_display(max(one.own_fen for one in days))}",
        )

    def identities(self, found: tuple[IdentityAssisted, ...]) -> tuple[BarShown, ...]:
        """Return whom public funds pay for, by identity, most money first."""
        most = max((one.assistance_fen for one in found), default=0)
        ordered = sorted(found, key=lambda one: -one.assistance_fen)
        return tuple(
            BarShown(
                "",
                self._identity(one.identity),
                Fraction(one.assistance_fen, most or 1),
                f"¥{fen_display(one.assistance_fen)}",
                self._say("progress.people", people=f"{one.people:,}"),
            )
            for one in ordered
        )

    def reasons(self, unit: UnitProgress) -> tuple[BarShown, ...]:
        """Return why people are not enrolled, most people first, those nobody asked on top."""
        counts: Mapping[str, int] = unit.reasons
        most = max((unit.without_reason, *counts.values()))
        bars = [
            self._reason(code, NOT_ENROLLED_REASONS[code].name(self._language), count, most)
            for code, count in sorted(counts.items(), key=lambda one: -one[1])
            if code in NOT_ENROLLED_REASONS
        ]
        if unit.without_reason:
            words = self._say("progress.without_reason")
            bars.insert(0, self._reason(WITHOUT_REASON, words, unit.without_reason, most))
        return tuple(bars)

    def _reason(self, code: str, name: str, people: int, most: int) -> BarShown:
        figure = self._say("progress.people", people=f"{people:,}")
        mark: Mark = "unknown" if code == WITHOUT_REASON else ""
        return BarShown(code, name, Fraction(people, most or 1), figure, mark=mark)

    def _rate(self, unit: UnitProgress, target: CoverageTarget | None) -> FigureShown:
        title, rate = self._say("progress.rate"), unit.rate
        if rate is None:
            return FigureShown(title, self._say("open"), self._say("progress.rate_open"), open=True)
        missing = unit.missing(target.share if target else None)
        if missing is None:
            hint = self._say("progress.no_line")
        elif missing:
            hint = self._say("progress.missing", people=f"{missing:,}")
        else:
            hint = self._say("progress.reached")
        return FigureShown(title, percent(rate), hint)

    def _today(self, progress: Progress | None) -> FigureShown:
        title = self._say("progress.today")
        if progress is None:
            return FigureShown(title, "…", self._say("progress.counting"), open=True)
        today = progress.days[-1]
        hint = self._say("progress.today_hint", people=today.people, receipts=today.receipts)
        return FigureShown(title, f"¥{fen_display(today.own_fen)}", hint)

    def _week(self, progress: Progress | None, unit: UnitProgress) -> FigureShown:
        title = self._say("progress.week")
        hint = self._say("progress.week_hint", amount=fen_display(unit.own_fen))
        if progress is None:
            return FigureShown(title, "…", hint, open=True)
        return FigureShown(title, f"¥{fen_display(progress.week_fen)}", hint)

    def _identity(self, code: str) -> str:
        known = {str(one): words for one, words in IDENTITY_WORDS.items()}
        words = known.get(code)
        return code if words is None else words[self._language == "en"]


def _line(part: int | None, whole: int) -> Fraction | None:
    if part is None or not whole:
        return None
    return min(Fraction(part, whole), _WHOLE)


def _plain(share: Fraction) -> str:
    """Return a share as the notices write it: ``95%``."""
    text = percent(share)
    return text.replace(".0%", "%")
