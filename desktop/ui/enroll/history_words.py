"""What changed in a household, in sentences: when, who, what became what (变更记录). No Qt."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from desktop.base.clock import CHINA, instant_from_text
from desktop.base.money import fen_display
from desktop.domain import codes
from desktop.domain.cover_years import years_text
from desktop.domain.desk_codes import LOOK_REASONS, VOID_REASONS, void_reason
from desktop.ui import law_words as law
from desktop.ui.enroll.shown import BasisLine
from desktop.ui.messages import Messages
from desktop.usecases.history import Change, HistoryEntry

_TABLES = {
    "relation": codes.RELATIONS,
    "sex": codes.SEXES,
    "document_type": codes.DOCUMENT_TYPES,
    "ethnic_group": codes.ETHNIC_GROUPS,
}
_FLAGS = frozenset({"residence_permit", "local_hukou"})
_TOLD = frozenset(
    {"number", "division", "address", "phone", "name", "alias", "relation", "sex", "birth_date"}
    | {"document_type", "document_number", "document_override", "document_valid_to"}
    | {"ethnic_group", "residence_permit", "local_hukou", "hukou_division", "hukou_address"}
    | {"survival", "died_on", "moved_to", "identities", "circumstances", "other_cover", "student"}
    | {"household_id", "status", "tier", "net_fen", "amount_fen", "reason", "detail", "evidence"}
    | {"cover_history"}
)
"""Columns there are words for; the others follow from these."""
_SURVIVAL = {"1": "history.alive", "2": "history.dead"}


def history_lines(
    entries: tuple[HistoryEntry, ...], messages: Messages, household_id: str
) -> tuple[BasisLine, ...]:
    """Return the sentences, newest first: a heading per event, a line per change."""
    if not entries:
        return (BasisLine(messages.say("history.none"), "quiet"),)
    return tuple(
        line for entry in entries for line in _lines(entry, _Words(messages, household_id))
    )


def value_words(column: str, value: str, messages: Messages) -> str:
    """Return what a column of a person or household holds, in words."""
    told = Change("people", "", column, "", value)
    return _Words(messages, "")._value(told, value)  # noqa: SLF001 - the class is this module's


def _lines(entry: HistoryEntry, words: _Words) -> Iterator[BasisLine]:
    yield BasisLine(words.heading(entry), heading=True)
    for change in entry.changes:
        if change.column in _TOLD and (text := words.change(change)):
            yield BasisLine(text)


class _Words:
    def __init__(self, messages: Messages, household_id: str) -> None:
        self._messages = messages
        self._household = household_id
        self._say = messages.say

    def heading(self, entry: HistoryEntry) -> str:
        """Return when, who and what kind of act."""
        at = instant_from_text(entry.at).astimezone(CHINA)
        return self._say(
            "history.heading",
            at=f"{at:%Y-%m-%d %H:%M}",
            who=entry.operator or "—",
            station=entry.station,
            kind=self._kind(entry.kind),
        )

    def change(self, change: Change) -> str:
        """Return what became what, empty where it says nothing to a person."""
        who = change.person or self._say("history.household")
        if change.table == "people" and change.column == "household_id":
            key = "history.joined" if change.after == self._household else "history.left"
            return self._say(key, who=who)
        if change.table == "looks":
            known = LOOK_REASONS.get(change.after)
            reason = known.name(self._messages.language) if known else change.after
            return self._say("history.looked", reason=reason) if change.column == "reason" else ""
        before, after = self._value(change, change.before), self._value(change, change.after)
        field = self._say(f"history.{change.column}")
        if not before:
            return self._say("history.set", who=who, field=field, after=after or "—")
        return self._say("history.change", who=who, field=field, before=before, after=after or "—")

    def _kind(self, kind: str) -> str:
        return self._say(f"history.kind.{kind}" if kind in _KINDS else "history.kind.other")

    def _value(self, change: Change, value: str) -> str:
        column, language = change.column, self._messages.language
        if not value:
            return ""
        if column in _TABLES:
            found = _TABLES[column].get(value)
            return found.name(language) if found else value
        if column.endswith("_fen"):
            return fen_display(int(value))
        if column in ("identities", "circumstances"):
            return self._codes(column, value)
        return self._plain(change, value)

    def _plain(self, change: Change, value: str) -> str:
        column = change.column
        if column in _FLAGS:
            return self._say("yes" if value == "1" else "no")
        if column == "survival":
            return self._say(_SURVIVAL[value]) if value in _SURVIVAL else value
        if column == "cover_history":
            return years_text(msgspec.json.decode(value, type=list[int])) or "—"
        if column == "status":
            return self._say(f"history.status.{value}")
        if column == "reason":
            return self._reason(change.table, value)
        return "…" if value[:1] in "{[" else value

    def _reason(self, table: str, value: str) -> str:
        language = self._messages.language
        if table != "not_enrolled":
            if f"history.reason.{value}" in _OWN_REASONS:
                return self._say(f"history.reason.{value}")
            if value in VOID_REASONS:
                return void_reason(value, language)
        # The roster voids an enrolment for the reason it notes of the person.
        found = codes.NOT_ENROLLED_REASONS.get(value)
        return found.name(language) if found else value

    def _codes(self, column: str, value: str) -> str:
        language = self._messages.language
        name = law.identity_name if column == "identities" else law.circumstance_name
        held = msgspec.json.decode(value, type=list[_Coded])
        return "、".join(name(one.code, language) for one in held) or ""


class _Coded(msgspec.Struct):
    code: str


_KINDS = frozenset(
    {"household.saved", "people.moved", "enrollments.voided", "enrollments.repriced"}
    | {"payment.taken", "mask.lifted", "list.part"}
)
_OWN_REASONS = frozenset(
    f"history.reason.{name}"
    for name in ("member_removed", "not_enrolled", "save_undone", "taken_back")
)
