"""When a finding is shown, and what the reserved line says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from desktop.base.dates import chinese_day, years_completed
from desktop.domain import codes
from desktop.domain.household import Finding
from desktop.domain.identity_number import check_document
from desktop.ui.enroll.entry import Entry, priceable
from desktop.ui.enroll.shown import Note, Tone
from desktop.ui.session import Session

_TONES: dict[str, Tone] = {"error": "mistake", "warning": "warning", "repair": "ok"}
_RANK = {"error": 0, "warning": 1, "repair": 2}
_NUMBER_LENGTH = {"01": 18, "17": 18, "09": 20, "990201": 10}
_LISTED = "LISTED"
"""How the codes begin of what departments' lists say of somebody."""
_HOUSEHOLD_FIELDS = ("number", "division", "address", "phone")


class Notes:
    """A mistake shows once its field was left, or when a save was tried; a number at once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._messages = session.messages
        self._say = session.messages.say
        self.hint = ""
        self.everything = False
        self._touched: set[tuple[int, str]] = set()
        self._register: tuple[Finding, ...] = ()

    @property
    def has_register(self) -> bool:
        """Whether the register, not the entry, has something to say."""
        return bool(self._register)

    def reset(self) -> None:
        """Begin with another household."""
        self.everything = False
        self._touched.clear()
        self._register = ()

    def touch(self, key: int, name: str) -> None:
        """Note that a field was left."""
        self._touched.add((key, name))

    def show_everything(self) -> None:
        """Hold nothing back: a save was tried."""
        self.everything = True

    def from_register(self, findings: tuple[Finding, ...]) -> None:
        """Keep what the register said about the household until its fields change."""
        self._register = findings

    def forget_register(self, place: int | None) -> None:
        """Drop what the register said of a member that changed; of all if None."""
        self._register = tuple(
            one for one in self._register if place is not None and one.member != place
        )

    def own_findings(self, entry: Entry) -> Iterator[Finding]:
        """Yield what only the form can know: days half typed, and what the register said."""
        settled = priceable(entry.household)
        for place, (typed, kept) in enumerate(zip(entry.members, settled.members, strict=True)):
            if typed.identities != kept.identities:
                yield Finding(place, "recognised_on", "DAY_FORM", "error")
            if typed.circumstances != kept.circumstances:
                yield Finding(place, "circumstance_on", "DAY_FORM", "error")
        yield from self._register

    def visible(
        self, findings: tuple[Finding, ...], key: Callable[[int | None], int]
    ) -> tuple[Finding, ...]:
        """Return the findings to show now, the gravest first."""
        shown = [
            one
            for one in findings
            if self.everything
            or one in self._register
            or (key(one.member), one.field) in self._touched
            or _told_at_once(one)
        ]
        return tuple(sorted(shown, key=lambda one: _RANK[one.severity]))

    def marks(self, visible: tuple[Finding, ...]) -> dict[tuple[int, str], Tone]:
        """Return which cells of the table are marked, and how."""
        marks: dict[tuple[int, str], Tone] = {}
        for one in reversed(visible):
            if one.member is not None and one.severity != "repair":
                marks[one.member, one.field] = _TONES[one.severity]
        return marks

    def of_household(self, visible: tuple[Finding, ...]) -> dict[str, Note]:
        """Return what stands under the household's own fields."""
        return {
            one.field: self._note(one)
            for one in reversed(visible)
            if one.member is None and one.field in _HOUSEHOLD_FIELDS
        }

    def line(
        self, visible: tuple[Finding, ...], entry: Entry, place: int | None, name: str
    ) -> Note:
        """Return what the table's reserved line says with the cursor in this field."""
        here = [one for one in visible if one.member == place and one.field == name]
        if here and place is not None:
            return self._note(here[0])
        rest = [
            one for one in visible if one.field not in _HOUSEHOLD_FIELDS or one.member is not None
        ]
        errors = [one for one in rest if one.severity == "error"]
        if errors:
            return self._elsewhere(errors[0])
        listed = [one for one in rest if one.code.startswith(_LISTED)]
        if listed:
            # The cursor has gone on by the time a list is found to speak of somebody.
            return self._elsewhere(listed[0])
        if place is not None and (help_ := self._help(entry, place, name)).text:
            return help_
        return self._elsewhere(rest[0]) if rest else Note(self.hint)

    def _note(self, finding: Finding) -> Note:
        if finding.code == "DAY_FORM":
            return Note(self._say("enrol.day_form"), "mistake")
        return Note(self._messages.finding(finding), _TONES[finding.severity])

    def _elsewhere(self, finding: Finding) -> Note:
        note = self._note(finding)
        if finding.member is None:
            return note
        field = self._say(f"field.{finding.field}")
        text = self._say("enrol.row_message", place=finding.member + 1, field=field, text=note.text)
        return replace(note, text=text)

    def _help(self, entry: Entry, place: int, name: str) -> Note:
        if name == "name":
            return Note(self._name_help(entry, place))
        if name == "document_number" and place < len(entry.members):
            return self._number_help(entry, place)
        return Note(self.hint)

    def _name_help(self, entry: Entry, place: int) -> str:
        if place < len(entry.members):
            return self._say("enrol.hint.name")
        return self._say("enrol.next_member" if entry.members else "enrol.first_use")

    def _number_help(self, entry: Entry, place: int) -> Note:
        member = entry.members[place]
        if member.person_id:
            return Note(self._say("enrol.number_protected"))
        found = check_document(member.document_type, member.document_number, self._session.today)
        if found.birth_date and not found.problem:
            age = years_completed(found.birth_date, self._session.today)
            sex = codes.SEXES[found.sex].name(self._messages.language) if found.sex else ""
            zh = self._messages.language == "zh"
            birth = chinese_day(found.birth_date) if zh else found.birth_date.isoformat()
            return Note(self._say("enrol.number_right", birth=birth, sex=sex, age=age), "ok")
        total = _NUMBER_LENGTH.get(member.document_type)
        if total is None or len(found.number) >= total:
            return Note(self.hint)
        return Note(self._say("enrol.number_progress", count=len(found.number), total=total))


def _told_at_once(finding: Finding) -> bool:
    """Tell whether this is said while the card is still in the hand."""
    at_once = {"DOCUMENT_CHECK_DIGIT", "DOCUMENT_BIRTH_DATE", "DOCUMENT_TWICE"}
    # Fifteen digits are mended once the field is left: until then three more may follow.
    mended = finding.severity == "repair" and finding.code != "DOCUMENT_UPGRADED"
    return finding.code in at_once or mended
