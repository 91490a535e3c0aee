"""The household on the screen as a value that changes field by field. No Qt, no rule of law."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from desktop.base.dates import day_from_text
from desktop.domain import codes
from desktop.domain.facts import MEMBERS_MAX, Circumstance, Recognition, Student
from desktop.domain.household import HouseholdInput, MemberInput
from desktop.ui.enroll.steps import Snapshot, Steps
from desktop.usecases.household_facts import ALIVE, DEAD

_ACADEMIC_YEAR = r"[0-9]{4}-(0[1-9]|1[0-2])/[0-9]{4}-(0[1-9]|1[0-2])"
"""As the calculator's contract writes it: 2021-09/2022-08."""
_FIRST_YEAR = 1000
"""Of fewer digits a year is still being typed."""

ENROL = "enrol"
"""What the participation field holds of a member who is enrolled; else a reason, or nothing."""
REPEATABLE = frozenset(
    {"document_type", "relation", "identities", "sex", "birth_date", "ethnic_group", "phone"}
    | {"circumstances", "residence_permit", "local_hukou", "tier", "student", "other_cover"}
    | {"hukou_division", "hukou_address", "cover_history"}
)
"""Fields whose value may be that of the member above; a name or a number never is."""


@dataclass(slots=True)
class Entry:
    """What is entered, and where each member stands in the register.

    ``keys`` gives every row an identity of its own while rows come and go.
    """

    household: HouseholdInput
    statuses: list[str] = field(default_factory=list)
    receipts: tuple[str, ...] = ()
    keys: list[int] = field(default_factory=list)
    changed: bool = False
    """Something is entered that is not saved."""
    steps: Steps = field(default_factory=Steps)
    _next_key: int = 1

    def __post_init__(self) -> None:
        missing = len(self.household.members) - len(self.keys)
        for _ in range(missing):
            self._add_key()
        self.statuses += [""] * (len(self.household.members) - len(self.statuses))

    @property
    def members(self) -> tuple[MemberInput, ...]:
        """The members entered so far."""
        return self.household.members

    def key(self, place: int) -> int:
        """Return the row's identity; 0 for the row that is not yet a member."""
        return self.keys[place] if place < len(self.keys) else 0

    def is_paid(self, place: int) -> bool:
        """Tell whether the member is on a receipt already: nothing of that changes here."""
        return place < len(self.statuses) and self.statuses[place] == "paid"

    def set_household(self, name: str, value: str) -> None:
        """Change a field of the household itself."""
        assert name in ("number", "division", "address", "phone"), name
        self._step(("household", name))
        change: dict[str, Any] = {name: value}
        self._put(replace(self.household, **change))

    def set_member(self, place: int, name: str, value: Any) -> None:
        """Change one field of a member; a value in the row below the last makes a new member."""
        if place == len(self.members) and not value:
            return
        # The row that is being made by this very change has no key yet.
        made = place == len(self.members)
        self._step((self._next_key if made else self.key(place), name))
        self._set_member(place, name, value)

    def participate(self, place: int, code: str) -> None:
        """Say whether a member is enrolled this year (`ENROL`), or why not."""
        member = self.members[place]
        self._step((self.key(place), "participation"))
        enrolled = code == ENROL
        changed = replace(member, enrol=enrolled, not_enrolled="" if enrolled else code)
        if enrolled and member.survival == DEAD:
            # Said to be enrolled again: the death had been entered by mistake.
            changed = replace(changed, survival=ALIVE, died_on="")
        self._replace_member(place, changed)

    def remove(self, place: int) -> None:
        """Take a row out of the household on the screen."""
        if place < len(self.members):
            self._step(None)
            self._remove(place)

    def back(self) -> bool:
        """Go one step back; tell whether there was one."""
        return self._take(self.steps.back(self._snapshot(None)))

    def forth(self) -> bool:
        """Go the step forth that was last taken back; tell whether there was one."""
        return self._take(self.steps.forth(self._snapshot(None)))

    def _take(self, found: Snapshot | None) -> bool:
        if found is None:
            return False
        self.household, self.changed = found.household, found.changed
        self.statuses, self.keys = list(found.statuses), list(found.keys)
        return True

    def _step(self, mark: object) -> None:
        self.steps.begin(self._snapshot(mark))

    def _snapshot(self, mark: object) -> Snapshot:
        return Snapshot(self.household, tuple(self.statuses), tuple(self.keys), self.changed, mark)

    def _set_member(self, place: int, name: str, value: Any) -> None:
        if place == len(self.members):
            self._append()
        changed = replace(self.members[place], **{name: value})
        if name == "document_type":
            changed = replace(changed, sex="", birth_date="")
        if name == "document_number":
            # What was let pass was this number and no other.
            changed = replace(changed, document_override="")
        self._replace_member(place, changed)
        self._drop_blank_end()

    def _remove(self, place: int) -> None:
        if place < len(self.members):
            kept = self.members[:place] + self.members[place + 1 :]
            del self.keys[place], self.statuses[place]
            self._put(replace(self.household, members=kept))

    def add_identity(self, place: int, code: str, answers: dict[str, str]) -> None:
        """Give a member an identity, or change the one of that code."""
        self._step(None)
        if place == len(self.members):
            self._append()
        held = self.members[place].identities
        added = Recognition(code=code, **typed(answers))
        rest = tuple(one for one in held if one.code != code)
        self._set_member(place, "identities", (*rest, added))

    def change_identity(self, place: int, code: str, name: str, value: str) -> None:
        """Change one attribute of an identity a member has; empty takes it away."""
        held = tuple(
            _with(one, name, value) if one.code == code else one
            for one in self.members[place].identities
        )
        self._step((self.key(place), code, name))
        self._set_member(place, "identities", held)

    def drop_identity(self, place: int, code: str) -> None:
        """Take an identity from a member."""
        held = tuple(one for one in self.members[place].identities if one.code != code)
        self._step(None)
        self._set_member(place, "identities", held)

    def set_circumstance(self, place: int, code: str, on: str) -> None:
        """Give a member a circumstance, or change the day of the one of that code."""
        held = self.members[place].circumstances
        changed = Circumstance(code=code, on=on or None)
        others = tuple(changed if one.code == code else one for one in held)
        self._step((self.key(place), "circumstances", code))
        known = any(one.code == code for one in held)
        self._set_member(place, "circumstances", others if known else (*held, changed))

    def drop_circumstance(self, place: int, code: str) -> None:
        """Take a circumstance from a member."""
        held = tuple(one for one in self.members[place].circumstances if one.code != code)
        self._step(None)
        self._set_member(place, "circumstances", held)

    def _append(self) -> None:
        relation = "" if self.members else codes.HEAD
        self._add_key()
        self.statuses.append("")
        self._put(replace(self.household, members=(*self.members, MemberInput(relation=relation))))

    def _add_key(self) -> None:
        self.keys.append(self._next_key)
        self._next_key += 1

    def _replace_member(self, place: int, member: MemberInput) -> None:
        members = (*self.members[:place], member, *self.members[place + 1 :])
        self._put(replace(self.household, members=members))

    def _drop_blank_end(self) -> None:
        while self.members and is_blank(self.members[-1]):
            self._remove(len(self.members) - 1)

    def _put(self, household: HouseholdInput) -> None:
        self.household = household
        self.changed = True


def is_blank(member: MemberInput) -> bool:
    """Tell whether nothing of a member was entered that a person would miss."""
    entered = (member.name, member.document_number, member.birth_date, member.phone)
    return not (any(entered) or member.identities or member.person_id or member.sex)


def priceable(household: HouseholdInput) -> HouseholdInput:
    """Return the household without half-typed days, which are no facts yet."""
    return replace(household, members=tuple(_settled(member) for member in household.members))


def typed(answers: dict[str, str]) -> dict[str, Any]:
    """Return attributes as the fact types them: grade a number, yes and no booleans."""
    return {name: _typed(name, value) for name, value in answers.items() if value}


def _typed(name: str, value: str) -> object:
    if name == "grade":
        return int(value)
    return {"yes": True, "no": False}.get(value, value)


def _with(identity: Recognition, name: str, value: str) -> Recognition:
    fields = {key: getattr(identity, key) for key in identity.__struct_fields__}
    return Recognition(**(fields | {name: _typed(name, value) if value else None}))


# Every key asks it twice of every member, of whom one has changed.
@lru_cache(MEMBERS_MAX)
def _settled(member: MemberInput) -> MemberInput:
    return replace(
        member,
        birth_date=_day(member.birth_date) or "",
        identities=tuple(_settled_identity(one) for one in member.identities),
        circumstances=tuple(
            Circumstance(code=one.code, on=_day(one.on)) for one in member.circumstances
        ),
        student=_settled_student(member.student),
    )


def _settled_student(student: Student | None) -> Student | None:
    """Return a student without what is still being typed."""
    if student is None:
        return None
    year, told = student.graduation_year, student.academic_year or ""
    return Student(
        institution=student.institution,
        academic_year=told if re.fullmatch(_ACADEMIC_YEAR, told) else None,
        graduation_year=year if year is not None and year >= _FIRST_YEAR else None,
    )


def _settled_identity(identity: Recognition) -> Recognition:
    settled = _with(identity, "recognised_on", _day(identity.recognised_on) or "")
    return _with(settled, "valid_to", _day(identity.valid_to) or "")


def _day(text: str | None) -> str | None:
    if not text:
        return None
    try:
        day_from_text(text)
    except ValueError:
        return None
    return text
