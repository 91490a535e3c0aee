"""Reprices the campaign year, approves what that finds, and adds up the fiscal claim. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Literal, Protocol

from desktop.base.money import fen_display
from desktop.ui.enroll.shown import Note
from desktop.ui.law.recount.deciding import Deciding, DecidingView
from desktop.ui.law.recount.words import reason_of
from desktop.ui.law_words import identity_name
from desktop.ui.session import Session
from desktop.usecases.approve_repricing import MAY_APPROVE, ApprovedRepricing, approve
from desktop.usecases.desk import Desk
from desktop.usecases.divisions import division_name
from desktop.usecases.fiscal_claim import LEVELS, ClaimSum, FiscalClaim, fiscal_claim
from desktop.usecases.open_household import load_household
from desktop.usecases.repricing import MAY_SEE, RepricedRow, RepricingList, listed, reprice

SHOWN_MAX = 500
"""Rows read for the screen; the sums above them are those of the whole list."""

KINDS = ("refund", "retroactive", "collect", "decide", "figures")

Task = Literal["reprice", "decide", "fiscal"]


class Progress:
    """How far work on the store lane has come; the page looks at it, and may stop it.

    Two numbers and a flag, each written by one side only.
    """

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self.stopped = False

    def tell(self, done: int, total: int) -> None:
        """Take what the work says of itself."""
        self.done, self.total = done, total

    def is_stopped(self) -> bool:
        """Tell the work whether to stop."""
        return self.stopped


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands on the page."""

    rows: tuple[tuple[str, ...], ...] = ()
    summary: str = ""
    empty: str = ""
    may_run: bool = False
    may_approve: bool = False


class RecountView(DecidingView, Protocol):
    """What the presenter asks of the page."""

    def show_task(self, task: Task, shown: Shown) -> None:
        """Show a task's table, or what to do first."""
        ...

    def show_work(self, progress: Progress | None) -> None:
        """Show work that is under way; None: it is over."""
        ...

    def show_confirming(self, *, confirming: bool) -> None:
        """Let the button ask once more before the list goes on record."""
        ...


@dataclass(frozen=True, slots=True)
class _Repriced:
    found: RepricingList
    rows: tuple[tuple[str, ...], ...]


class RecountPresenter:
    """One page, three tasks; nothing is worked out before somebody asks."""

    def __init__(self, session: Session, view: RecountView) -> None:
        self._session = session
        self._view = view
        self._say = session.messages.say
        self._task: Task = "reprice"
        self._found: RepricingList | None = None
        self._shown: dict[Task, Shown] = {}
        self._progress: Progress | None = None
        self._confirming = False
        self._years = dict.fromkeys(("subsidy", "campaign"), str(session.campaign_year))
        self.deciding = Deciding(session, view)

    @property
    def years(self) -> dict[str, str]:
        """Which subsidy year is claimed for the persons of which campaign year, as typed."""
        return dict(self._years)

    def set_year(self, name: str, text: str) -> None:
        """Take a year of the fiscal claim."""
        self._years[name] = text.strip()

    def begin(self) -> None:
        """Show the task chosen last."""
        self.choose(self._task)

    def choose(self, task: Task) -> None:
        """Turn to a task."""
        self._task = task
        self._set_confirming(on=False)
        self._view.show_note(Note())
        may = self._session.role in MAY_SEE
        first = Shown(empty=self._say(f"recount.first.{task}" if may else "recount.role"))
        shown = self._shown.get(task, first)
        runs = may and task != "decide"
        self._view.show_task(
            task, Shown(shown.rows, shown.summary, shown.empty, runs, shown.may_approve)
        )
        if task == "decide" and may:
            self.deciding.load()

    def run(self) -> None:
        """Work the chosen task out, off the screen's thread."""
        if self._progress is not None or self._session.role not in MAY_SEE:
            return
        if self._task == "decide":
            self.deciding.load()
            return
        self._set_confirming(on=False)
        self._view.show_note(Note())
        if self._task == "reprice":
            self._reprice()
        else:
            self._claim()

    def stop(self) -> None:
        """Stop the work; what is not yet recorded stays as it was."""
        if self._progress is not None:
            self._progress.stopped = True

    def approve(self) -> None:
        """Put the list, or the decision, on record; a list asks once more before."""
        if self._task == "decide":
            self.deciding.record()
            return
        found = self._found
        if found is None or self._progress is not None or self._task != "reprice":
            return
        if not self._confirming:
            self._set_confirming(on=True)
            self._view.show_note(
                Note(self._say("recount.confirm", **self._numbers(found)), "warning")
            )
            return
        self._set_confirming(on=False)
        desk, progress = self._session.desk, self._start()
        self._session.runner.submit(
            "store",
            lambda: approve(desk, found, progress.tell, progress.is_stopped),
            owner=self._view,
            done=self._approved,
            failed=self._fail,
        )

    def _reprice(self) -> None:
        desk, year, progress = self._session.desk, self._session.campaign_year, self._start()

        def work() -> _Repriced:
            found = reprice(desk, year, progress.tell, progress.is_stopped)
            named = _Names(desk, year)
            shown = islice(listed(desk, found), SHOWN_MAX)
            return _Repriced(found, tuple(self._row(row, named) for row in shown))

        self._session.runner.submit(
            "store", work, owner=self._view, done=self._repriced, failed=self._fail
        )

    def _claim(self) -> None:
        desk, years = self._session.desk, self._years
        wrong = next((name for name, text in years.items() if not _is_year(text)), None)
        if wrong is not None:
            self._view.show_note(Note(self._say("recount.year_form"), "mistake"), wrong)
            return
        subsidy, campaign = int(years["subsidy"]), int(years["campaign"])
        self._start()
        self._session.runner.submit(
            "store",
            lambda: fiscal_claim(desk, subsidy, campaign),
            owner=self._view,
            done=self._claimed,
            failed=self._fail,
        )

    def _start(self) -> Progress:
        self._progress = Progress()
        self._view.show_work(self._progress)
        return self._progress

    def _finish(self) -> None:
        self._progress = None
        self._view.show_work(None)

    def _repriced(self, result: _Repriced) -> None:
        self._finish()
        found = self._found = result.found
        count = len(found.rows)
        summary = self._say("recount.summary", **self._numbers(found))
        if count > len(result.rows):
            summary += self._say("recount.first_rows", count=len(result.rows))
        may = self._session.role in MAY_APPROVE and bool(count)
        empty = self._say("recount.nothing", count=found.enrollments)
        self._shown["reprice"] = Shown(result.rows, summary if count else "", empty, True, may)  # noqa: FBT003 - may_run
        self.choose(self._task)

    def _claimed(self, claim: FiscalClaim) -> None:
        self._finish()
        rows = tuple(
            self._sum_row(level, one)
            for level, sums in (
                ("county", claim.counties),
                ("prefecture", claim.prefectures),
                ("province", claim.provinces),
            )
            for one in sums
        )
        summary = self._say(
            "recount.claim",
            year=claim.subsidy_year,
            campaign=claim.campaign_year,
            count=claim.headcount,
        )
        gaps = sorted({gap.reason for one in claim.counties for gap in one.open})
        if gaps:
            reasons = "；".join(self._reason(gap) for gap in gaps)
            summary += self._say("recount.claim_open", reasons=reasons)
        if claim.has_classes:
            summary += self._say("recount.claim_units")
        empty = self._say("recount.nobody")
        self._shown["fiscal"] = Shown(rows, summary if rows else "", empty, True)  # noqa: FBT003 - may_run
        self.choose(self._task)

    def _approved(self, done: ApprovedRepricing) -> None:
        self._finish()
        self._found = None
        del self._shown["reprice"]
        self.choose(self._task)
        key = "recount.stopped" if done.cancelled else "recount.approved"
        self._view.show_note(
            Note(
                self._say(
                    key,
                    figures=done.figures,
                    differences=done.differences,
                    decide=done.to_decide,
                    changed=done.changed,
                ),
                "ok",
            )
        )
        self._view.desk_changed_now()

    def _fail(self, error: Exception) -> None:
        self._finish()
        words = self._session.messages.error(error)
        stopped = getattr(error, "code", "") == "CANCELLED"
        self._view.show_note(Note(words, "quiet" if stopped else "mistake"))

    def _set_confirming(self, *, on: bool) -> None:
        self._confirming = on
        self._view.show_confirming(confirming=on)

    def _numbers(self, found: RepricingList) -> dict[str, object]:
        values: dict[str, object] = {"all": found.enrollments}
        for kind, totals in found.totals.items():
            values[f"{kind}_count"] = totals.count
            values[f"{kind}_amount"] = fen_display(totals.amount_fen)
        return values

    def _row(self, row: RepricedRow, named: _Names) -> tuple[str, ...]:
        outcome, found = row.outcome, row.outcome.assessment
        number, name = named.of(row)
        open_ = self._say("open")
        now = found.net_payable if found else None
        amount = outcome.amount_fen
        return (
            number,
            name,
            self._say(f"recount.kind.{outcome.kind}"),
            open_ if row.stored.net_fen is None else fen_display(row.stored.net_fen),
            open_ if now is None else fen_display(now),
            "—" if amount is None else fen_display(amount),
            self._why(row),
        )

    def _why(self, row: RepricedRow) -> str:
        """Return why: for a person's decision what is open; else what the new figures rest on."""
        outcome, found, stored = row.outcome, row.outcome.assessment, row.stored
        if outcome.kind == "decide" or found is None:
            codes = (*outcome.reasons, *(gap.reason for gap in outcome.open))
            return "；".join(self._reason(code) for code in dict.fromkeys(codes))
        told = []
        if found.assistance_identity is not None:
            told.append(identity_name(found.assistance_identity, self._session.messages.language))
        if found.benefit_year != stored.benefit_year:
            before, now = (
                year or self._say("open") for year in (stored.benefit_year, found.benefit_year)
            )
            told.append(self._say("recount.cover", before=before, now=now))
        return "；".join(told)

    def _reason(self, code: str) -> str:
        return reason_of(code, self._session.messages)

    def _sum_row(self, level: str, one: ClaimSum) -> tuple[str, ...]:
        amounts = (one.amount_fen(each) for each in LEVELS)
        return (
            self._say(f"recount.level.{level}", name=division_name(one.division)),
            str(one.headcount),
            *(self._say("open") if fen is None else fen_display(fen) for fen in amounts),
        )


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdecimal()


class _Names:
    """Household numbers and names of listed persons, each household read once."""

    def __init__(self, desk: Desk, campaign_year: int) -> None:
        self._desk = desk
        self._year = campaign_year
        self._known: dict[str, tuple[str, dict[str, str]]] = {}

    def of(self, row: RepricedRow) -> tuple[str, str]:
        """Return the household's number and the person's name."""
        if row.household_id not in self._known:
            entry = load_household(self._desk, row.household_id, self._year).entry
            names = {member.person_id: member.name for member in entry.members}
            self._known[row.household_id] = entry.number, names
        number, names = self._known[row.household_id]
        return number, names.get(row.person_id, "—")
