"""Search as you type: a newer request stops an older one, whose answer is never shown. No Qt."""

from __future__ import annotations

from typing import Protocol

from desktop.domain.codes import relation_name
from desktop.ui.enroll.shown import Note
from desktop.ui.session import Session
from desktop.usecases.find import Found, find


class SearchView(Protocol):
    """What the presenter asks of the screen."""

    def show_found(self, found: tuple[Found, ...]) -> None:
        """Show who was found."""
        ...

    def show_note(self, note: Note) -> None:
        """Say how many, nobody, or what went wrong."""
        ...

    def open_chosen(self) -> None:
        """Open the household of the row that is chosen."""
        ...


class SearchPresenter:
    """Asks the register; shows only the answer to what stands in the field now."""

    def __init__(self, session: Session, view: SearchView, limit: int) -> None:
        self._session = session
        self._view = view
        self._limit = limit
        self._asked = 0
        """Number of the request that is wanted; the search lane reads it while it works."""
        self._answered = 0
        self._open_at_answer = False

    @property
    def waiting(self) -> bool:
        """Whether what stands in the field is still being looked for."""
        return self._answered != self._asked

    def changed(self) -> None:
        """Give up what is being looked for: the field holds something else now."""
        self._asked += 1
        self._open_at_answer = False

    def search(self, typed: str, shown: str = "") -> None:
        """Look for what was typed; ``shown`` is said instead of a number nobody typed."""
        self.changed()
        number, wanted = self._asked, typed.strip()
        say = self._session.messages.say
        if not wanted:
            self._answered = number
            self._view.show_found(())
            self._view.show_note(Note(say("search.hint")))
            return
        desk, limit = self._session.desk, self._limit
        self._session.runner.submit(
            "search",
            lambda: find(desk, wanted, limit, lambda: number == self._asked),
            owner=self._view,
            done=lambda found: self._answer(number, shown or wanted, found),
            failed=lambda error: self._failed(number, error),
        )

    def open_asked(self) -> None:
        """Open what is chosen; what is still being looked for is opened once it is found."""
        if self.waiting:
            self._open_at_answer = True
        else:
            self._view.open_chosen()

    def relation(self, found: Found) -> str:
        """Return the relation to the head in words."""
        return relation_name(found.relation, self._session.messages.language)

    def state(self, found: Found) -> str:
        """Return the mark of somebody who died or left, empty for everybody else."""
        return self._session.messages.say(f"search.{found.state}") if found.state else ""

    def place(self, found: Found) -> str:
        """Return village and address on one line."""
        return " · ".join(part for part in (found.village, found.address) if part)

    def explain_closed(self) -> None:
        """Say why somebody cannot be opened: no household holds the person any more."""
        self._view.show_note(Note(self._session.messages.say("search.no_household"), "warning"))

    def _answer(self, number: int, wanted: str, found: tuple[Found, ...] | None) -> None:
        if number != self._asked or found is None:
            return
        self._answered = number
        say = self._session.messages.say
        self._view.show_found(found)
        if not found:
            self._view.show_note(Note(say("search.nothing", wanted=wanted)))
        elif len(found) >= self._limit:
            self._view.show_note(Note(say("search.many", count=len(found))))
        else:
            self._view.show_note(Note(say("search.count", count=len(found))))
        if self._open_at_answer:
            self._open_at_answer = False
            self._view.open_chosen()

    def _failed(self, number: int, error: Exception) -> None:
        if number == self._asked:
            self._answered = number
            self._view.show_note(Note(self._session.messages.error(error), "mistake"))
