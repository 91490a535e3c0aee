"""What a row changes of a person: identities, a death, cover as an employee, and their endings."""

from __future__ import annotations

from desktop.domain.facts import OtherCover, PersonFields, Recognition
from desktop.domain.list_facts import ListKind
from desktop.domain.list_merge import ended, merged
from desktop.usecases.household_facts import DEAD
from desktop.usecases.lists.matching import Matcher, Person
from desktop.usecases.lists.plan import EndedRow, PlannedRow, Said

_EMPLOYED = OtherCover(scheme="employee", status="active")
_NO_LONGER = OtherCover(scheme="employee", status="ended")


class EffectOf:
    """Compares one list with what stands."""

    def __init__(self, kind: ListKind, as_of: str, ended_on: str, people: Matcher) -> None:
        self._kind = kind
        self._as_of = as_of
        self._ended_on = ended_on
        self._people = people
        self._known: dict[tuple[int, int, int], tuple[tuple[Recognition, ...], ...]] = {}

    def of_row(self, row: PlannedRow, said: Said | None) -> None:
        """Say what a row changes, given what its source said last."""
        if self._kind == "residents":
            # Who is registered already stays as they are: the desk knows them better than a list.
            row.change = "unchanged" if row.person else "new"
            return
        row.before = said.held if said is not None else ()
        row.waited = bool(row.person) and said is not None and said.state == "waiting"
        same = said is not None and (said.held, said.unnamed) == (row.says, row.unnamed)
        if not row.person:
            row.change = "unchanged" if same and said is not None else "waiting"
            return
        if self._kind == "identity":
            row.now = self._merged(row.was, row.before, row.says)
            touched = row.now != row.was
        else:
            row.mark, row.mark_before = self._mark(row)
            row.now, touched = row.was, row.mark is not None
        known = said is not None and said.person == row.person
        if known and same and not touched:
            row.change = "unchanged"
        else:
            row.change = "changed" if known else "new"

    def of_ended(self, who: str, said: Said, person: Person | None) -> EndedRow:
        """Return what becomes of somebody the list no longer names."""
        held = ended(said.held, self._ended_on)
        if person is None:
            return EndedRow(who, "", said.division, said.name, held, said.unnamed)
        now, mark, before = person.identities, None, None
        if self._kind == "identity":
            now = self._merged(person.identities, said.held, ())
        elif self._kind == "employee" and _EMPLOYED in person.other_cover:
            before = PersonFields(id=person.id, other_cover=person.other_cover)
            covers = tuple(_NO_LONGER if one == _EMPLOYED else one for one in person.other_cover)
            mark = PersonFields(id=person.id, other_cover=covers)
        return EndedRow(
            who, person.id, person.division, person.name, held, said.unnamed,
            person.identities, now, mark, before,
        )  # fmt: skip

    def _merged(
        self,
        was: tuple[Recognition, ...],
        before: tuple[Recognition, ...],
        says: tuple[Recognition, ...],
    ) -> tuple[Recognition, ...]:
        # Thousands of people share the same few lists; the same question is answered once.
        known = self._known.get((id(was), id(before), id(says)))
        if known is None:
            # With the answer are kept the lists it is about, so that none other gets their place.
            answer = merged(was, before, says, self._ended_on)
            known = self._known[id(was), id(before), id(says)] = (answer, was, before, says)
        return known[0]

    def _mark(self, row: PlannedRow) -> tuple[PersonFields | None, PersonFields | None]:
        person = self._people.by_id(row.person)
        assert person is not None, "a matched row's person was looked up"
        died = row.read.more[0] if self._kind == "death" else ""
        return mark_of(self._kind, person, died)


def mark_of(
    kind: ListKind, person: Person, died_on: str
) -> tuple[PersonFields | None, PersonFields | None]:
    """Return what a list states of somebody beyond identities, and the same fields as they were."""
    if kind == "death":
        died = died_on or person.died_on
        if (person.survival, person.died_on) == (DEAD, died):
            return None, None
        before = PersonFields(id=person.id, survival=person.survival, died_on=person.died_on)
        return PersonFields(id=person.id, survival=DEAD, died_on=died), before
    if kind == "employee" and _EMPLOYED not in person.other_cover:
        others = tuple(one for one in person.other_cover if one.scheme != "employee")
        before = PersonFields(id=person.id, other_cover=person.other_cover)
        return PersonFields(id=person.id, other_cover=(*others, _EMPLOYED)), before
    return None, None
