"""Bands as they are shown, worded once for every paint of the same. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.roster import Band
from desktop.ui.enroll.shown import Note
from desktop.ui.roster.model import RosterModel
from desktop.ui.roster.shown import BandShown
from desktop.ui.roster.words import RosterWords
from desktop.ui.session import Session

_NO_NOTE = Note()


@dataclass(frozen=True, slots=True)
class _State:
    """What the words of a band depend on."""

    band: Band
    note: Note
    saving: bool
    failed: bool

    def same(self, other: _State) -> bool:
        """Tell whether nothing has changed; bands are replaced, never changed."""
        return (
            self.band is other.band
            and self.note is other.note
            and (self.saving, self.failed) == (other.saving, other.failed)
        )


class ShownBands:
    """Words for the visible bands of a model."""

    def __init__(self, session: Session, model: RosterModel) -> None:
        self._session = session
        self._model = model
        self._words = RosterWords(session.messages)
        self._known: dict[str, tuple[_State, BandShown]] = {}

    def forget(self) -> None:
        """Word everything anew: another roster is open."""
        self._known.clear()

    def at(self, place: int) -> BandShown:
        """Return the visible band at a place."""
        model, heading = self._model, self._model.heading_at(place)
        household = heading.household_id
        band = model.shown(household)
        if band is None:
            return self._words.heading(heading.number, heading.head, heading.people)
        state = _State(
            band,
            model.notes.get(household, _NO_NOTE),
            saving=model.saving(household),
            failed=household in model.failed,
        )
        known = self._known.get(household)
        if known is not None and known[0].same(state):
            return known[1]
        group = self._group(band.division)
        shown = self._words.band(band, state.note, group, saving=state.saving, failed=state.failed)
        self._known[household] = (state, shown)
        return shown

    def spoken(self) -> str:
        """Return the band under the cursor as a screen reader says it."""
        model = self._model
        if not model.visible:
            return ""
        return self._words.spoken(self.at(model.cursor), model.cursor + 1, len(model.visible))

    def _group(self, division: str) -> str:
        """Return the name of the group a band lives in, empty where only the village is known."""
        places = self._session.places
        unit = places.tree.unit(division) if places is not None else None
        return unit.name if unit is not None and unit.kind == "group" else ""
