"""Jumping to a household of the roster by what is typed: number, name, pinyin. No Qt."""

from __future__ import annotations

from desktop.ui.enroll.shown import Note
from desktop.ui.roster.model import RosterModel
from desktop.ui.roster.promises import RosterView
from desktop.ui.session import Session
from desktop.usecases.roster import by_pinyin


class Finder:
    """Numbers and names are found in memory; pinyin is asked of the register."""

    def __init__(self, session: Session, view: RosterView, model: RosterModel) -> None:
        self._session = session
        self._view = view
        self._model = model
        self._asked = 0

    def find(self, typed: str) -> None:
        """Jump to the first household from the cursor on that ``typed`` leads to."""
        wanted = typed.strip()
        self._asked += 1
        number = self._asked
        if not wanted or not self._model.visible:
            return
        found = self._model.find(wanted)
        if found or not (wanted.isascii() and wanted.isalpha()):
            self._jump(found, wanted)
            return
        desk = self._session.desk
        ids = [self._model.id_at(place) for place in range(len(self._model.visible))]

        def answered(hits: frozenset[str]) -> None:
            if number == self._asked:
                start = self._model.cursor
                order = (*ids[start:], *ids[:start])
                self._jump(next((one for one in order if one in hits), ""), wanted)

        self._session.runner.submit(
            "store",
            lambda: by_pinyin(desk, ids, wanted),
            owner=self._view,
            done=answered,
            failed=self._failed,
        )

    def _jump(self, household_id: str, wanted: str) -> None:
        if household_id and self._model.go_to(household_id):
            self._view.show_message(Note())
            self._view.show_cursor()
        else:
            text = self._session.messages.say("roster.find_none", wanted=wanted)
            self._view.show_message(Note(text, "warning"))

    def _failed(self, error: Exception) -> None:
        self._view.show_message(Note(self._session.messages.error(error), "mistake"))
