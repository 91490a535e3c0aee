"""The household on the screen as a value that changes field by field. No Qt, no rule of law."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from desktop.base.dates import day_from_text
from desktop.domain import codes
from desktop.domain.facts import Circumstance, Recognition
from desktop.domain.household import HouseholdInput, MemberInput

REPEATABLE = frozenset(
    {"document_type", "relation", "identities", "sex", "birth_date", "ethnic_group", "phone"}
    | {"circumstances", "residence_permit", "local_hukou", "tier", "student", "other_cover"}
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
        change: dict[str, Any] = {name: value}
        self._put(replace(self.household, **change))

    def set_member(self, place: int, name: str, value: Any) -> None:
        """Change one field of a member; a value in the row below the last makes a new member."""
        if place == len(self.members):
            if not value:
                return
            self._append()
        changed = replace(self.members[place], **{name: value})
        if name == "document_type":
            changed = replace(changed, sex="", birth_date="")
        self._replace_member(place, changed)
        self._drop_blank_end()

    def remove(self, place: int) -> None:
        """Take a row out of the household on the screen."""
        if place < len(self.members):
            kept = self.members[:place] + self.members[place + 1 :]
            del self.keys[place], self.statuses[place]
            self._put(replace(self.household, members=kept))

    def add_identity(self, place: int, code: str, answers: dict[str, str]) -> None:
        """Give a member an identity, or change the one of that code."""
        if place == len(self.members):
            self._append()
        held = self.members[place].identities
        added = Recognition(code=code, **typed(answers))
        rest = tuple(one for one in held if one.code != code)
        self.set_member(place, "identities", (*rest, added))

    def change_identity(self, place: int, code: str, name: str, value: str) -> None:
        """Change one attribute of an identity a member has; empty takes it away."""
        held = tuple(
            _with(one, name, value) if one.code == code else one
            for one in self.members[place].identities
        )
        self.set_member(place, "identities", held)

    def drop_identity(self, place: int, code: str) -> None:
        """Take an identity from a member."""
        held = tuple(one for one in self.members[place].identities if one.code != code)
        self.set_member(place, "identities", held)

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
            self.remove(len(self.members) - 1)

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


def _settled(member: MemberInput) -> MemberInput:
    return replace(
        member,
        birth_date=_day(member.birth_date) or "",
        identities=tuple(_settled_identity(one) for one in member.identities),
        circumstances=tuple(
            Circumstance(code=one.code, on=_day(one.on)) for one in member.circumstances
        ),
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
