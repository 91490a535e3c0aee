"""What an identity card or a scanned number means for the household on the screen. No Qt.

A card fills what is empty. What the clerk typed stays, the difference is shown, and a key of its
own takes the card's value. Whoever is in the table already is gone to, not entered twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Protocol

from desktop.base.dates import chinese_day
from desktop.domain import codes
from desktop.domain.household import Finding, MemberInput
from desktop.domain.identity_number import check_document, masked, normalise
from desktop.ui.enroll.entry import Entry
from desktop.ui.enroll.promises import Place
from desktop.ui.enroll.shown import Note
from desktop.ui.session import Session

if TYPE_CHECKING:
    from desktop.devices.card_text import CardContent

_FIELDS = (
    "name", "document_number", "document_type", "sex", "birth_date", "ethnic_group", "alias",
    "document_valid_to",
)  # fmt: skip
_OF_CARD = {"document_number": "number", "document_valid_to": "valid_to"}
"""What a card calls differently."""
"""In the order they are set: the type forgets sex and birth date, a name makes a new row."""
_WORDS = {
    "ethnic_group": "card.field.ethnic_group",
    "alias": "card.field.alias",
    "address": "card.field.address",
}


class NoteView(Protocol):
    """Where it is said how a read goes."""

    def show_note(self, note: Note) -> None:
        """Say something in the reserved line."""
        ...


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a card: where the cursor goes, what is said, what was filled."""

    place: int
    field: str
    note: Note
    filled: tuple[str, ...] = ()


@dataclass(slots=True)
class _Differing:
    """What a card says otherwise than the clerk, until the next card or household."""

    key: int = -1
    values: dict[str, str] = field(default_factory=dict)


class CardKey:
    """F7: one card at a time; where it goes is up to whoever takes it."""

    def __init__(
        self, session: Session, view: NoteView, take: Callable[[CardContent], None]
    ) -> None:
        self._session = session
        self._view = view
        self._take = take
        self._reading = False

    def press(self) -> None:
        """Read a card; while one is being read, nothing more."""
        if self._reading:
            return
        self._reading = True
        self._view.show_note(Note(self._session.messages.say("card.reading")))
        self._session.cards.read(
            self._session.runner, owner=self._view, done=self._done, failed=self._failed
        )

    def _done(self, card: CardContent) -> None:
        self._reading = False
        self._take(card)

    def _failed(self, error: Exception) -> None:
        self._reading = False
        self._view.show_note(Note(self._session.messages.error(error), "mistake"))


class CardEntry:
    """Takes cards and scanned numbers into an entry, and remembers what is odd about them."""

    def __init__(
        self,
        session: Session,
        here: Callable[[], tuple[Entry, Place]],
        taken: Callable[[Taken], None],
    ) -> None:
        """Take in over ``here``, the entry and the focused row; ``taken`` shows what came of it."""
        self._session = session
        self._here = here
        self._taken = taken
        self._say = session.messages.say
        self._cards: dict[int, CardContent] = {}
        self._differing = _Differing()

    def forget(self) -> None:
        """Begin with another household."""
        self._cards.clear()
        self._differing = _Differing()

    def card_read(self, card: CardContent) -> None:
        """Take a card into the row it belongs to."""
        self._taken(self.take(*self._here(), card))

    def number_scanned(self, document_type: str, number: str) -> None:
        """Take a scanned number into the row it belongs to."""
        self._taken(self.take_number(*self._here(), document_type, number))

    def card_holds(self) -> None:
        """Let the card stand where it differs from what was typed in the focused row."""
        taken = self.insist(*self._here())
        if taken is not None:
            self._taken(taken)

    def remember(self) -> Callable[[], None]:
        """Return what puts the entry back as it is now: a scan must leave no trace of its keys."""
        entry, _ = self._here()
        household, changed = entry.household, entry.changed
        statuses, keys = list(entry.statuses), list(entry.keys)

        def put_back() -> None:
            entry.household, entry.changed = household, changed
            entry.statuses, entry.keys = statuses, keys

        return put_back

    def take(self, entry: Entry, focused: Place, card: CardContent) -> Taken:
        """Fill a card into the row it belongs to: its own, the focused one, or a new one."""
        place = _row_for(entry, focused, card.number, card.name)
        if entry.is_paid(place):
            return Taken(place, "name", Note(self._say("card.paid", place=place + 1), "warning"))
        there = _has_number(entry, place, card.number)
        fills, differs = _compared(
            _member(entry, place), self._values(card), whole_name=not card.name_truncated
        )
        filled = _filled(entry, place, fills)
        if card.address and not entry.household.address.strip():
            entry.set_household("address", card.address)
            filled = (*filled, "address")
        # Only a resident's card says where the hukou is; a residence permit says where one lives.
        hukou = card.address if card.document_type == codes.RESIDENT_CARD else ""
        if hukou and not _member(entry, place).hukou_address.strip():
            entry.set_member(place, "hukou_address", hukou)
            filled = (*filled, "hukou_address")
        key = entry.key(place)
        self._cards[key] = card
        self._differing = _Differing(key, differs)
        moved = there and place != focused
        note = self._note(entry, place, filled, moved=moved)
        return Taken(place, _cursor(entry.members[place], card), note, filled)

    def take_number(self, entry: Entry, focused: Place, document_type: str, number: str) -> Taken:
        """Fill a scanned number into the row it belongs to."""
        place = _row_for(entry, focused, number, "")
        if _has_number(entry, place, number):
            return Taken(place, "name", Note(self._say("card.moved", place=place + 1), "ok"))
        self._differing = _Differing()
        fills = {"document_number": number, "document_type": document_type}
        filled = _filled(entry, place, fills)
        note = Note(self._say("card.filled", fields=self._names(("document_number",))), "ok")
        named = bool(entry.members[place].name.strip())
        return Taken(place, "relation" if named else "name", note, filled)

    def insist(self, entry: Entry, focused: Place) -> Taken | None:
        """Take the card's values where they differ from the focused row's; None if none do."""
        values = self._differing.values
        if not values or focused is None or entry.key(focused) != self._differing.key:
            return None
        if entry.is_paid(focused):
            return None
        _filled(entry, focused, values)
        self._differing = _Differing()
        note = Note(self._say("card.taken", fields=self._names(tuple(values))), "ok")
        return Taken(focused, next(iter(values)), note, tuple(values))

    def findings(self, entry: Entry) -> Iterator[Finding]:
        """Yield what is odd about the cards in the table, as long as their values stand there."""
        for place, member in enumerate(entry.members):
            card = self._cards.get(entry.key(place))
            if card is None or normalise(member.document_number) != card.number:
                continue
            if card.name_truncated and member.name.strip() == card.name:
                yield Finding(place, "name", "CARD_NAME_CUT", "warning")
            if card.address and entry.household.address == card.address:
                yield from _address_findings(card, None, "address")
            elif card.address and member.hukou_address == card.address:
                yield from _address_findings(card, place, "hukou_address")

    def _values(self, card: CardContent) -> dict[str, str]:
        """Return what a card says, without what its number says already."""
        said = {name: str(getattr(card, _OF_CARD.get(name, name))) for name in _FIELDS}
        told = check_document(card.document_type, card.number, self._session.today)
        if told.birth_date is not None and told.birth_date.isoformat() == card.birth_date:
            del said["birth_date"]
        if told.sex == card.sex:
            del said["sex"]
        return {name: value for name, value in said.items() if value}

    def _note(self, entry: Entry, place: int, filled: tuple[str, ...], *, moved: bool) -> Note:
        """Say the gravest thing: what differs, what is odd, else what was filled."""
        if self._differing.values:
            fields = self._differences(entry, place)
            return Note(self._say("card.differs", fields=fields), "warning")
        odd = next(self._odd(entry, place), None)
        if odd is not None:
            return Note(self._session.messages.finding(odd), "warning")
        if filled:
            return Note(self._say("card.filled", fields=self._names(filled)), "ok")
        return Note(self._say("card.moved" if moved else "card.same", place=place + 1), "ok")

    def _odd(self, entry: Entry, place: int) -> Iterator[Finding]:
        card = self._cards[entry.key(place)]
        if card.expired(self._session.today):
            values: dict[str, object] = {"day": self._day(card.valid_to)}
            yield Finding(place, "document_valid_to", "CARD_EXPIRED", "warning", values)
        yield from (one for one in self.findings(entry) if one.member == place)

    def _differences(self, entry: Entry, place: int) -> str:
        member = entry.members[place]
        return "；".join(
            self._say(
                "card.difference",
                field=self._name(name),
                typed=self._shown(name, str(getattr(member, name))),
                card=self._shown(name, value),
            )
            for name, value in self._differing.values.items()
        )

    def _shown(self, name: str, value: str) -> str:
        if name == "document_number":
            return masked(value)
        tables = {
            "sex": codes.SEXES,
            "ethnic_group": codes.ETHNIC_GROUPS,
            "document_type": codes.DOCUMENT_TYPES,
        }
        found = tables.get(name, {}).get(value)
        return found.name(self._session.messages.language) if found else value

    def _names(self, names: tuple[str, ...]) -> str:
        mark = "、" if self._session.messages.language == "zh" else ", "
        return mark.join(self._name(name) for name in names)

    def _name(self, name: str) -> str:
        return self._say(_WORDS.get(name, f"field.{name}"))

    def _day(self, iso: str) -> str:
        zh = self._session.messages.language == "zh"
        return chinese_day(date.fromisoformat(iso)) if zh else iso


def _row_for(entry: Entry, focused: Place, number: str, name: str) -> int:
    """Return the row a card belongs to: the one with its number, the focused one, else a new."""
    for place in range(len(entry.members)):
        if _has_number(entry, place, number):
            return place
    if focused is not None and _suits(_member(entry, focused), number, name):
        return min(focused, len(entry.members))
    return len(entry.members)


def _has_number(entry: Entry, place: int, number: str) -> bool:
    return normalise(_member(entry, place).document_number) == number


def _suits(member: MemberInput, number: str, name: str) -> bool:
    """Tell whether a row can be the person of a card with another number than it has."""
    typed = normalise(member.document_number)
    if number.startswith(typed):
        return True
    # Whoever is registered keeps the number until it is changed on purpose.
    return not member.person_id and bool(name) and member.name.strip() == name


def _compared(
    member: MemberInput, values: dict[str, str], *, whole_name: bool
) -> tuple[dict[str, str], dict[str, str]]:
    """Return what the card fills and where it differs from what stands there."""
    fills: dict[str, str] = {}
    differs: dict[str, str] = {}
    for name, value in values.items():
        current = str(getattr(member, name)).strip()
        if current == value or (name == "name" and not whole_name and current.startswith(value)):
            continue
        (fills if _is_open(member, name, values) else differs)[name] = value
    return fills, differs


def _is_open(member: MemberInput, name: str, values: dict[str, str]) -> bool:
    """Tell whether nothing a person typed stands in a field."""
    if name in ("document_number", "document_type"):
        # The type is a default as long as no number, or only the beginning of it, was typed.
        return values["document_number"].startswith(normalise(member.document_number))
    return not str(getattr(member, name)).strip()


def _filled(entry: Entry, place: int, values: dict[str, str]) -> tuple[str, ...]:
    names = tuple(name for name in _FIELDS if name in values)
    for name in names:
        entry.set_member(place, name, values[name])
    return names


def _member(entry: Entry, place: int) -> MemberInput:
    return entry.members[place] if place < len(entry.members) else MemberInput()


def _cursor(member: MemberInput, card: CardContent) -> str:
    if card.name_truncated and member.name.strip() == card.name:
        return "name"
    return "identities" if member.relation else "relation"


def _address_findings(card: CardContent, place: int | None, field: str) -> Iterator[Finding]:
    if card.address_truncated:
        yield Finding(place, field, "CARD_ADDRESS_CUT", "warning")
    if "address" in card.private_use:
        yield Finding(place, field, "CARD_ADDRESS_PRIVATE_USE", "warning")
