"""What a key notes about a person: what is asked first, what is written, what is taken back. No Qt.

Every question keeps the person it was asked of, so that an answer never lands on somebody else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from desktop.domain.codes import NOT_ENROLLED_REASONS, REFUSED
from desktop.domain.household import day_or_none
from desktop.ui.enroll.shown import Note
from desktop.ui.not_enrolled.promises import Ask, RegisterView
from desktop.ui.session import Session
from desktop.usecases.not_enrolled import Missing, note_follow_up, note_reason

OTHER = "other"
UNDO_MAX = 100
Step = Literal["text", "day", "reason"]
Key = Literal["call", "visit", "message", "written_refusal", "reason", "next"]


@dataclass(frozen=True, slots=True)
class _Pending:
    """A note that still lacks something."""

    key: Key
    person: Missing
    step: Step
    text: str = ""
    reason: str = ""


class Noting:
    """One question at a time."""

    def __init__(
        self, session: Session, view: RegisterView, written: Callable[[str], None]
    ) -> None:
        self._session = session
        self._view = view
        self._say = session.messages.say
        self._written = written
        """Told the person whose row changed."""
        self._pending: _Pending | None = None
        self._undo: list[Missing] = []
        """People as they stood before their reason was noted, the latest last."""

    def begin(self, key: Key, person: Missing) -> None:
        """Ask what ``key`` needs to know of a person first."""
        if key == "next":
            self._ask(_Pending(key, person, "day"))
        elif key == "reason":
            self._ask(_Pending(key, person, "reason"))
        else:
            self._ask(_Pending(key, person, "text"))

    def cancel(self) -> bool:
        """Take the question away; False if there is none."""
        if self._pending is None:
            return False
        self._pending = None
        self._view.end_ask()
        return True

    def answer(self, typed: str) -> None:
        """Take the answer; ask on, or write."""
        pending, text = self._pending, typed.strip()
        if pending is None:
            return
        if pending.step == "text":
            self._answer_text(pending, text)
        elif pending.step == "reason":
            self._answer_reason(pending, text)
        else:
            self._answer_day(pending, text)

    def undo(self) -> None:
        """Take the last reason back: what stood before stands again."""
        if not self._undo:
            self._view.show_note(Note(self._say("missing.undo_nothing")))
            return
        before = self._undo.pop()
        said = self._say("missing.undone", name=before.name)
        self._note_reason(before, before.reason, before.detail, before.evidence, said)

    def _answer_text(self, pending: _Pending, text: str) -> None:
        refusal = pending.key == "written_refusal" or pending.reason == REFUSED
        if refusal and not text:
            self._ask(pending, Note(self._say("missing.needed"), "mistake"))
        elif pending.key == "written_refusal":
            self._end()
            self._note_refusal(pending.person, text)
        elif pending.key == "reason":
            self._end()
            evidence = text if pending.reason == REFUSED else ""
            self._keep_reason(pending.person, pending.reason, "" if evidence else text, evidence)
        else:
            self._ask(replace(pending, step="day", text=text))

    def _answer_reason(self, pending: _Pending, code: str) -> None:
        if code not in NOT_ENROLLED_REASONS:
            self._ask(pending, Note(self._say("missing.hint.reason"), "mistake"))
        elif code in (REFUSED, OTHER):
            self._ask(replace(pending, step="text", reason=code))
        else:
            self._end()
            self._keep_reason(pending.person, code, "", "")

    def _answer_day(self, pending: _Pending, typed: str) -> None:
        needed = pending.key == "next"
        day = self._day(typed)
        if day is None or (needed and not day):
            self._ask(pending, Note(self._say("missing.day_form"), "mistake"))
        elif day and day < self._session.today.isoformat():
            self._ask(pending, Note(self._say("missing.day_past"), "mistake"))
        else:
            self._end()
            self._note_attempt(pending, day)

    def _day(self, typed: str) -> str | None:
        """Return the ISO day that was typed, empty for none, None if it is no day."""
        if typed.startswith("+") and typed[1:].isdecimal() and len(typed) <= len("+999"):
            return (self._session.today + timedelta(days=int(typed[1:]))).isoformat()
        if not typed:
            return ""
        return typed if day_or_none(typed) is not None else None

    def _ask(self, pending: _Pending, hint: Note | None = None) -> None:
        self._pending = pending
        prompt, kind = self._question(pending)
        if hint is None:
            hint = Note(self._say(f"missing.hint.{self._hint(pending)}"))
        self._view.ask(f"{pending.person.name} · {prompt}", kind, hint)

    def _question(self, pending: _Pending) -> tuple[str, Ask]:
        if pending.step == "day":
            return self._say("missing.ask.next"), "day"
        if pending.step == "reason":
            return self._say("missing.ask.reason"), "reason"
        key: str = pending.key
        if pending.key == "reason":
            key = "evidence" if pending.reason == REFUSED else "detail"
        return self._say(f"missing.ask.{key}"), "text"

    @staticmethod
    def _hint(pending: _Pending) -> str:
        if pending.step == "day":
            return "day_needed" if pending.key == "next" else "day"
        if pending.step == "reason":
            return "reason"
        needed = pending.key == "written_refusal" or pending.reason == REFUSED
        return "needed" if needed else "text"

    def _end(self) -> None:
        self._pending = None
        self._view.end_ask()

    def _note_attempt(self, pending: _Pending, next_on: str) -> None:
        person, desk, year = pending.person, self._session.desk, self._session.campaign_year
        kind = "other" if pending.key == "next" else pending.key
        what = self._say(f"missing.kind.{kind}")
        self._write(
            lambda: note_follow_up(
                desk, person.person_id, year, kind, result=pending.text, next_on=next_on
            ),
            person,
            self._say("missing.noted", name=person.name, what=what),
        )

    def _note_refusal(self, person: Missing, evidence: str) -> None:
        """Note that somebody refuses in writing: why, and that it was tried."""
        desk, year = self._session.desk, self._session.campaign_year

        def work() -> None:
            note_reason(desk, person.person_id, year, REFUSED, evidence=evidence)
            note_follow_up(desk, person.person_id, year, "written_refusal", result=evidence)

        self._remember(person)
        self._write(work, person, self._reason_words(person, REFUSED))

    def _keep_reason(self, person: Missing, reason: str, detail: str, evidence: str) -> None:
        self._remember(person)
        said = self._reason_words(person, reason)
        self._note_reason(person, reason, detail, evidence, said)

    def _note_reason(
        self, person: Missing, reason: str, detail: str, evidence: str, said: str
    ) -> None:
        desk, year = self._session.desk, self._session.campaign_year
        self._write(
            lambda: note_reason(
                desk, person.person_id, year, reason, detail=detail, evidence=evidence
            ),
            person,
            said,
        )

    def _reason_words(self, person: Missing, code: str) -> str:
        reason = NOT_ENROLLED_REASONS[code].name(self._session.messages.language)
        return self._say("missing.reason_noted", name=person.name, reason=reason)

    def _remember(self, person: Missing) -> None:
        self._undo.append(person)
        del self._undo[:-UNDO_MAX]

    def _write(self, work: Callable[[], object], person: Missing, said: str) -> None:
        def done(_: object) -> None:
            self._view.show_note(Note(said, "ok"))
            self._view.status_changed()
            self._written(person.person_id)

        self._session.runner.submit("store", work, owner=self._view, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self._view.show_note(Note(self._session.messages.error(error), "mistake"))
