"""What the screen of cases shows and does. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from desktop.domain.case_choices import kinds
from desktop.ui.cases.words import CaseWords
from desktop.ui.enroll.shown import Note
from desktop.ui.session import Session
from desktop.usecases.case_choices import Choice
from desktop.usecases.cases import (
    MAY_COMMENT,
    MAY_DECIDE,
    CaseDone,
    CaseLine,
    CaseShown,
    comment_case,
    decide_case,
    list_cases,
    open_case,
)

Filter = Literal["open", "decided"]

_MOVES_MONEY = frozenset({"void", "void_receipt", "reverse"})
"""Consequences that are confirmed: they leave the building."""


@dataclass(frozen=True, slots=True)
class CasePage:
    """The chosen case as the screen shows it."""

    title: str
    head: str
    meaning: str
    lines: tuple[tuple[str, ...], ...]
    two_sides: bool
    has_now: bool
    elsewhere: str
    remarks: tuple[str, ...]
    decisions: tuple[tuple[str, str], ...]
    """Codes with their words; empty: nothing is decided here."""
    may_comment: bool
    household: str


class CasesView(Protocol):
    """What the presenter asks of the screen."""

    def show_list(
        self, rows: tuple[tuple[str, ...], ...], chosen: int, meta: str, empty: str
    ) -> None:
        """Show the cases of the filter, the row ``chosen`` being the one shown."""
        ...

    def show_case(self, page: CasePage | None) -> None:
        """Show a case; None: none is chosen."""
        ...

    def show_consequence(self, text: str) -> None:
        """Say what the decision that is chosen would do."""
        ...

    def show_confirming(self, *, confirming: bool) -> None:
        """Let the button ask once more."""
        ...

    def clear_fields(self) -> None:
        """Empty the decision and the comment."""
        ...

    def show_note(self, note: Note, field: str = "") -> None:
        """Say what happened; a mistake marks its field."""
        ...

    def status_changed(self) -> None:
        """Tell the window that something was saved."""
        ...


class CasesPresenter:
    """Lists the cases by kind, shows one from both sides, takes decision and comment."""

    def __init__(self, session: Session, view: CasesView) -> None:
        self._session = session
        self._view = view
        self._say = session.messages.say
        self._words = CaseWords(session)
        self._filter: Filter = "open"
        self._lines: tuple[CaseLine, ...] = ()
        self._all: tuple[CaseLine, ...] = ()
        self._shown: CaseShown | None = None
        self._wanted = ""
        self._decision = ""
        self._comment = ""
        self._confirming = False

    @property
    def household(self) -> str:
        """The household the shown case concerns, empty if none is here."""
        return self._shown.matter.household if self._shown else ""

    @property
    def may_decide(self) -> bool:
        """Whether whoever is signed in decides cases."""
        return self._session.role in MAY_DECIDE

    def load(self) -> None:
        """Read the list anew and keep to the case that was shown."""
        if self._shown is not None:
            self._wanted = self._shown.line.id
        self._submit(lambda: list_cases(self._session.desk), self._listed)

    def filter(self, wanted: Filter) -> None:
        """Show the open or the decided ones."""
        self._filter = wanted
        self._wanted = ""
        self._view.show_note(Note())
        self._show_list()

    def choose(self, row: int) -> None:
        """Show the case of a row of the list."""
        if not 0 <= row < len(self._lines):
            self._shown = None
            self._view.show_case(None)
            return
        case_id, year = self._lines[row].id, self._session.campaign_year
        if self._shown is not None and self._shown.line.id != case_id:
            self._view.show_note(Note())
        self._wanted = case_id
        self._submit(lambda: open_case(self._session.desk, case_id, year), self._opened)

    def set_decision(self, code: str) -> None:
        """Take the decision that is chosen and say what it does."""
        self._decision = code
        self._stop_confirming()
        choice = self._choice()
        told = self._words.consequences(choice) if choice else self._say("case.does.choose")
        self._view.show_consequence(told)

    def set_comment(self, text: str) -> None:
        """Take the comment as typed."""
        self._comment = text
        self._stop_confirming()

    def decide(self) -> None:
        """Take the decision; what moves money is confirmed first."""
        if self._shown is None or not self.may_decide:
            return
        choice = self._choice()
        if choice is None:
            self._view.show_note(Note(self._say("case.choose_decision"), "mistake"), "decision")
            return
        moving = any(one.what in _MOVES_MONEY for one in choice.consequences)
        if moving and self._comment.strip() and not self._confirming:
            self._confirming = True
            self._view.show_confirming(confirming=True)
            words = self._say("case.confirm", what=self._words.consequences(choice))
            self._view.show_note(Note(words, "warning"))
            return
        self._stop_confirming()
        case_id, comment = self._shown.line.id, self._comment
        year = self._session.campaign_year
        self._submit(
            lambda: decide_case(self._session.desk, case_id, choice.code, comment, year),
            self._decided,
        )

    def comment(self) -> None:
        """Keep the comment on the case, without deciding."""
        if self._shown is None:
            return
        case_id, comment = self._shown.line.id, self._comment
        self._submit(lambda: comment_case(self._session.desk, case_id, comment), self._commented)

    def _choice(self) -> Choice | None:
        choices = self._shown.choices if self._shown else ()
        return next((one for one in choices if one.code == self._decision), None)

    def _listed(self, lines: tuple[CaseLine, ...]) -> None:
        order = {kind: place for place, kind in enumerate(kinds())}
        # By kind; within one as they came, which is newest first.
        self._all = tuple(sorted(lines, key=lambda one: order.get(one.kind, len(order))))
        self._show_list()

    def _show_list(self) -> None:
        self._lines = tuple(
            one for one in self._all if (one.state == "open") == (self._filter == "open")
        )
        opened = sum(one.state == "open" for one in self._all)
        meta = self._say("case.meta", open=opened, decided=len(self._all) - opened)
        places = [place for place, one in enumerate(self._lines) if one.id == self._wanted]
        chosen = places[0] if places else 0
        rows = tuple(self._words.row(one) for one in self._lines)
        self._view.show_list(
            rows, chosen, meta if self._all else "", self._say(f"case.empty.{self._filter}")
        )
        self.choose(chosen)

    def _opened(self, shown: CaseShown) -> None:
        if shown.line.id != self._wanted:
            return
        other = self._shown is None or self._shown.line.id != shown.line.id
        self._shown = shown
        if other:
            self._decision = self._comment = ""
            self._view.clear_fields()
        self._stop_confirming()
        self._view.show_case(self._page(shown))
        open_here = shown.line.state == "open" and self.may_decide
        if open_here and not shown.choices:
            self._view.show_consequence(self._say("case.does.none"))
        else:
            self.set_decision(self._decision if open_here else "")

    def _page(self, shown: CaseShown) -> CasePage:
        line, matter, words = shown.line, shown.matter, self._words
        decisions = tuple(
            (choice.code, words.decision(line.kind, choice.code)) for choice in shown.choices
        )
        return CasePage(
            title=words.kind(line.kind),
            head=words.head(line),
            meaning=words.meaning(line.kind),
            lines=tuple(one.cells for one in words.compared(matter)),
            two_sides=len(matter.sides) > 1,
            has_now=any(side.present for side in matter.sides),
            elsewhere=self._elsewhere(shown),
            remarks=tuple(words.remark(line.kind, one) for one in shown.remarks),
            decisions=decisions if self.may_decide else (),
            may_comment=self._session.role in MAY_COMMENT,
            household=matter.household,
        )

    def _elsewhere(self, shown: CaseShown) -> str:
        matter = shown.matter
        if matter.whole:
            return ""
        return self._say("case.told" if matter.told else "case.only_county")

    def _decided(self, done: CaseDone) -> None:
        assert self._shown is not None, "a decision is taken on a shown case"
        decision = self._words.decision(self._shown.line.kind, done.choice.code)
        self._after(Note(self._say("case.decided", decision=decision), "ok"))

    def _commented(self, _event_id: str) -> None:
        self._after(Note(self._say("case.commented"), "ok"))

    def _after(self, note: Note) -> None:
        self._decision = self._comment = ""
        self._view.clear_fields()
        self.load()
        self._view.show_note(note)
        self._view.status_changed()

    def _stop_confirming(self) -> None:
        if self._confirming:
            self._confirming = False
            self._view.show_confirming(confirming=False)

    def _submit(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._session.runner.submit("store", work, owner=self._view, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        code = getattr(error, "code", "")
        field = "comment" if code in ("REASON_EMPTY", "TEXT_TOO_LONG") else ""
        self._view.show_note(Note(self._session.messages.error(error), "mistake"), field)
