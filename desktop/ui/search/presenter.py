"""Search as you type: numbered requests, older answers thrown away. No Qt."""

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


class SearchPresenter:
    """Asks the register; shows only the answer to what stands in the field now."""

    def __init__(self, session: Session, view: SearchView, limit: int) -> None:
        self._session = session
        self._view = view
        self._limit = limit
        self._asked = 0

    def search(self, typed: str) -> None:
        """Look for what was typed."""
        self._asked += 1
        number, wanted = self._asked, typed.strip()
        say = self._session.messages.say
        if not wanted:
            self._view.show_found(())
            self._view.show_note(Note(say("search.hint")))
            return
        self._session.runner.submit(
            "store",
            lambda: find(self._session.desk, wanted, self._limit),
            owner=self._view,
            done=lambda found: self._answer(number, wanted, found),
            failed=self._failed,
        )

    def relation(self, found: Found) -> str:
        """Return the relation to the head in words."""
        return relation_name(found.relation, self._session.messages.language)

    def _answer(self, number: int, wanted: str, found: tuple[Found, ...]) -> None:
        if number != self._asked:
            return
        say = self._session.messages.say
        self._view.show_found(found)
        if not found:
            self._view.show_note(Note(say("search.nothing", wanted=wanted)))
        elif len(found) >= self._limit:
            self._view.show_note(Note(say("search.many", count=len(found))))
        else:
            self._view.show_note(Note(say("search.count", count=len(found))))

    def _failed(self, error: Exception) -> None:
        self._view.show_note(Note(self._session.messages.error(error), "mistake"))
