"""The register's decisions: what is listed, whom the cursor is on, what is read again. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop.domain.codes import ROLES
from desktop.domain.divisions import normal_code
from desktop.ui.enroll.shown import Note
from desktop.ui.not_enrolled.noting import Key, Noting
from desktop.ui.not_enrolled.promises import RegisterView
from desktop.ui.not_enrolled.words import RegisterWords
from desktop.ui.session import Session
from desktop.usecases.divisions import known_tree
from desktop.usecases.not_enrolled import (
    MAY_NOTE,
    PAGE,
    FollowUp,
    Listing,
    Missing,
    Wanted,
    follow_ups,
    list_not_enrolled,
    read_missing,
)

WITHOUT_REASON = "-"
"""Stands for a reason where nobody has noted one."""
FILTERS: tuple[Wanted, ...] = ("all", "without_reason", "due", "paid_last_year")


class RegisterPresenter:
    """One list at a time; a newer one stops the reading of an older."""

    def __init__(self, session: Session, view: RegisterView) -> None:
        self._session = session
        self._view = view
        self._say = session.messages.say
        self._words = RegisterWords(session.messages)
        self._top = normal_code(session.division)
        self.listing = Listing(self._top, session.campaign_year)
        self._people: list[Missing] = []
        self._more = False
        self._cursor = 0
        self._asked = 0
        """Number of the list that is wanted; the count lane reads it while it works."""
        self._reading_on = False
        self.noting = Noting(session, view, self._read_again)

    @property
    def read_only(self) -> bool:
        """Whether this operator may only look."""
        return self._session.role not in MAY_NOTE

    @property
    def person(self) -> Missing | None:
        """Whom the cursor is on."""
        return self._people[self._cursor] if self._cursor < len(self._people) else None

    def begin(self) -> None:
        """Show the list as it is now, the cursor on whom it was."""
        if self.read_only:
            self._view.set_read_only()
            role = ROLES[self._session.role].name(self._session.messages.language)
            self._view.show_note(Note(self._say("missing.read_only", role=role)))
        self.reload()

    def narrow(self, division: str, reason: str) -> None:
        """Take a division, and a reason or all, as another screen asks; `begin` lists them."""
        self.noting.cancel()
        self._people.clear()
        wanted: Wanted = "without_reason" if reason == WITHOUT_REASON else "all"
        reason = "" if reason == WITHOUT_REASON else reason
        division = division or self._top
        self.listing = replace(self.listing, division=division, reason=reason, wanted=wanted)

    def choose_division(self, code: str) -> None:
        """Narrow the list to a division; the empty one is the station's own."""
        self._list(replace(self.listing, division=code or self._top))

    def choose_reason(self, code: str) -> None:
        """Narrow the list to a reason; the empty one is any."""
        wanted = "all" if code and self.listing.wanted == "without_reason" else self.listing.wanted
        self._list(replace(self.listing, reason=code, wanted=wanted))

    def choose_filter(self, wanted: Wanted) -> None:
        """Narrow the list to those without a reason, due, or paid last year."""
        reason = "" if wanted == "without_reason" else self.listing.reason
        self._list(replace(self.listing, wanted=wanted, reason=reason))

    def next_filter(self) -> None:
        """Show the next filter's people."""
        at = FILTERS.index(self.listing.wanted)
        self.choose_filter(FILTERS[(at + 1) % len(FILTERS)])

    def reload(self) -> None:
        """Read the list again, as far as it was read."""
        kept = self.person.person_id if self.person is not None else ""
        self._read(max(PAGE, len(self._people)), kept)

    def read_on(self) -> None:
        """Read the next page, once."""
        if not self._more or self._reading_on:
            return
        self._reading_on = True
        number, last = self._asked, self._people[-1]
        self._submit(number, PAGE, last, lambda found: self._read_more(number, found))

    def choose(self, place: int) -> None:
        """Put the cursor on a row: show the person and what was tried."""
        self.noting.cancel()
        self._cursor = max(0, place)
        self._show_person()

    def act(self, key: Key) -> None:
        """Begin what a key notes about the person under the cursor."""
        if self.person is not None and not self.read_only:
            self._view.show_note(Note())
            self.noting.begin(key, self.person)

    def undo(self) -> None:
        """Take the last reason back."""
        if not self.read_only:
            self.noting.cancel()
            self.noting.undo()

    def open_household(self) -> None:
        """Show the household of the person under the cursor."""
        if self.person is not None:
            self._view.open_household(self.person.household_id)

    def _list(self, listing: Listing) -> None:
        self.noting.cancel()
        self.listing = listing
        self._view.show_note(Note())
        self._read(PAGE, "")

    def _read(self, limit: int, kept: str) -> None:
        self._asked += 1
        self._reading_on = False
        number = self._asked
        listing = self.listing
        shown = "" if listing.division == self._top else listing.division
        self._view.show_filter(listing.wanted, shown, listing.reason)
        self._view.show_loading_soon()
        self._submit(number, limit, None, lambda found: self._listed(number, limit, found, kept))

    def _submit(
        self,
        number: int,
        limit: int,
        after: Missing | None,
        done: Callable[[tuple[Missing, ...] | None], None],
    ) -> None:
        session, listing, today = self._session, self.listing, self._session.today
        session.runner.submit(
            "count",
            lambda: session.desk.counting.ask(
                lambda connection: list_not_enrolled(
                    connection, listing, today, after=after, limit=limit
                ),
                lambda: number == self._asked,
            ),
            owner=self._view,
            done=done,
            failed=lambda error: self._failed(number, error),
        )

    def _listed(
        self, number: int, limit: int, found: tuple[Missing, ...] | None, kept: str
    ) -> None:
        if number != self._asked or found is None:
            return
        self._people = list(found)
        self._more = len(found) == limit
        places = [place for place, one in enumerate(found) if one.person_id == kept]
        self._cursor = places[0] if places else min(self._cursor if kept else 0, len(found) - 1)
        self._cursor = max(0, self._cursor)
        self._view.show_rows(tuple(map(self._row, found)), more=self._more)
        if found:
            self._view.choose(self._cursor)
        else:
            self._view.show_empty(self._say(self._empty))
        self._show_person()

    def _read_more(self, number: int, found: tuple[Missing, ...] | None) -> None:
        if number != self._asked or found is None:
            return
        self._reading_on = False
        self._people += found
        self._more = len(found) == PAGE
        self._view.add_rows(tuple(map(self._row, found)), more=self._more)

    @property
    def _empty(self) -> str:
        whole = self.listing == Listing(self._top, self._session.campaign_year)
        nobody = whole and not self._session.villages
        return "missing.first_use" if nobody else "missing.empty"

    def _read_again(self, person_id: str) -> None:
        """Read one person's row after something was noted, or changed elsewhere."""
        session = self._session
        session.runner.submit(
            "count",
            lambda: session.desk.counting.ask(
                lambda connection: read_missing(connection, person_id, session.campaign_year)
            ),
            owner=self._view,
            done=lambda found: self._row_read(person_id, found),
            failed=lambda error: self._failed(self._asked, error),
        )

    def _row_read(self, person_id: str, found: Missing | None) -> None:
        for place, one in enumerate(self._people):
            if one.person_id != person_id:
                continue
            if found is None:
                self._view.show_note(Note(self._say("missing.enrolled", name=one.name)))
                self.reload()
                return
            self._people[place] = found
            self._view.show_row(place, self._row(found))
            if place == self._cursor:
                self._show_person()

    def _show_person(self) -> None:
        person = self.person
        if person is None:
            self._view.show_person(None)
            self._view.show_attempts(())
            return
        self._view.show_person(self._words.person(person, known_tree(self._session.desk)))
        session = self._session

        def shown(found: tuple[FollowUp, ...] | None) -> None:
            if found is not None and self.person is person:
                self._view.show_attempts(self._words.attempts(found))

        session.runner.submit(
            "count",
            lambda: session.desk.counting.ask(
                lambda connection: follow_ups(connection, person.person_id, session.campaign_year),
                lambda: self.person is person,
            ),
            owner=self._view,
            done=shown,
            failed=lambda error: self._failed(self._asked, error),
        )

    def _row(self, one: Missing) -> tuple[str, ...]:
        today = self._session.today.isoformat()
        return self._words.row(one, known_tree(self._session.desk), today)

    def _failed(self, number: int, error: Exception) -> None:
        if number == self._asked:
            self._reading_on = False
            self._view.show_note(Note(self._session.messages.error(error), "mistake"))
