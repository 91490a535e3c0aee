"""The actions on one member: let a number pass, change it, void, look behind the mask. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from typing_extensions import override

from desktop.base.clock import SystemClock
from desktop.domain import codes
from desktop.domain.desk_codes import LOOK_REASONS, VOID_REASONS
from desktop.domain.household import HouseholdInput, MemberInput
from desktop.domain.identity_number import check_document
from desktop.ui.enroll import options
from desktop.ui.enroll.options import Choice
from desktop.ui.enroll.task_shown import Outcome, TaskField, TaskShown
from desktop.ui.session import Session
from desktop.usecases.documents import (
    Approval,
    ChangedDocument,
    DocumentChange,
    NumberTaken,
    approve_override,
    change_document,
)
from desktop.usecases.merging import merge_people
from desktop.usecases.unmasking import lift_mask
from desktop.usecases.unsaved import save_but_document
from desktop.usecases.voids import void_enrollments

ALL = "all"
ONE = "one"


class MemberTask:
    """What the actions have in common: a member, answers by name, words."""

    code = ""

    def __init__(self, session: Session, member: MemberInput) -> None:
        self._session = session
        self._member = member
        self._say = session.messages.say
        self._language = session.messages.language
        self._answers: dict[str, str] = {}

    def set(self, name: str, value: str) -> None:
        """Take an answer."""
        self._answers[name] = value

    def choose(self, name: str, code: str, *, on: bool) -> None:
        """Take a choice; only a move asks for several."""
        self._answers[name] = code if on else ""

    def failed(self, error: Exception) -> str:
        """Return no words but the error's own."""
        del error
        return ""

    def _answer(self, name: str) -> str:
        return self._answers.get(name, "")

    def _text(self, name: str) -> TaskField:
        return TaskField(name, self._say(f"task.field.{name}"), "text", self._answer(name))

    def _coded(self, name: str, choices: tuple[Choice, ...]) -> TaskField:
        label = self._say(f"task.field.{name}")
        return TaskField(name, label, "code", self._answer(name), options=choices)

    def _panel(self, *fields: TaskField, says: str = "", result: str = "") -> TaskShown:
        name = self._member.name.strip() or "—"
        return TaskShown(
            self.code,
            self._say(f"task.{self.code}"),
            says or self._say(f"task.{self.code}.says", name=name),
            fields,
            self._say(f"task.{self.code}.act"),
            result=result,
        )


class OverrideTask(MemberTask):
    """复核放行: a supervisor lets a wrong check digit pass; the clerk stays signed in."""

    code = "override"

    def __init__(
        self,
        session: Session,
        member: MemberInput,
        accepted: Callable[[str], None],
        supervisors: tuple[Choice, ...],
    ) -> None:
        """Ask one of ``supervisors`` unless the operator is one; ``accepted`` takes the text."""
        super().__init__(session, member)
        self._accepted = accepted
        self._supervisors = supervisors
        check = check_document(member.document_type, member.document_number, session.today)
        self._number = check.number
        if len(supervisors) == 1:
            self._answers["operator"] = supervisors[0].code

    def shown(self) -> TaskShown:
        """Return the panel."""
        if self._session.role == "supervisor":
            return self._panel(self._text("reason"))
        label = self._say("task.field.password")
        password = TaskField("password", label, "password", self._answer("password"))
        return self._panel(
            self._coded("operator", self._supervisors), password, self._text("reason")
        )

    def work(self) -> Callable[[], object]:
        """Return the approval to be asked for."""
        desk = self._session.desk
        approval = Approval(
            self._number, self._answer("reason"), self._answer("operator"), self._answer("password")
        )
        # Not kept a moment longer than it is needed.
        self._answers.pop("password", None)
        return lambda: approve_override(desk, approval, SystemClock())

    def done(self, result: object) -> Outcome:
        """Hand the text on."""
        self._accepted(str(result))
        return Outcome(self._say("task.override.done"))


class RenumberTask(MemberTask):
    """证件变更: another document for the same person; a duplicate can be merged on the way."""

    code = "renumber"

    def __init__(
        self,
        session: Session,
        member: MemberInput,
        household_id: str,
        unsaved: HouseholdInput | None = None,
    ) -> None:
        """Begin with the number typed into the row, if the household is ``unsaved``.

        What else was entered in it is saved along, before the document is changed.
        """
        super().__init__(session, member)
        self._household = household_id
        self._unsaved = unsaved
        self._duplicate = ""
        number = member.document_number if unsaved else ""
        self._answers = {"document_type": codes.RESIDENT_CARD, "document_number": number}

    @override
    def set(self, name: str, value: str) -> None:
        """Take an answer; another number has another owner."""
        super().set(name, value)
        self._duplicate = ""

    def shown(self) -> TaskShown:
        """Return the panel; with the button for merging once the number is another person's."""
        number = TaskField(
            "document_number",
            self._say("task.field.document_number"),
            "number",
            self._answer("document_number"),
        )
        kinds = self._coded("document_type", options.document_types(self._language))
        panel = self._panel(kinds, number)
        if not self._duplicate:
            return panel
        return TaskShown(
            panel.code, panel.title, panel.says, panel.fields, self._say("task.merge.act")
        )

    def work(self) -> Callable[[], object]:
        """Return the change, or the merger."""
        desk = self._session.desk
        change = DocumentChange(
            self._member.person_id, self._answer("document_type"), self._answer("document_number")
        )
        duplicate, unsaved = self._duplicate, self._unsaved

        def change_or_merge() -> ChangedDocument:
            if unsaved is not None:
                save_but_document(desk, unsaved, change.person_id)
            if duplicate:
                return merge_people(desk, change, duplicate)
            return change_document(desk, change)

        return change_or_merge

    def done(self, result: object) -> Outcome:
        """Show the household again, with the new number."""
        assert isinstance(result, ChangedDocument), "what changing and merging give"
        warned = "；".join(self._session.messages.finding(one) for one in result.warnings)
        words = self._say("task.merge.done" if self._duplicate else "task.renumber.done")
        return Outcome(f"{words}；{warned}" if warned else words, self._household)

    @override
    def failed(self, error: Exception) -> str:
        """Offer the merger where the number is another person's."""
        if isinstance(error, NumberTaken):
            self._duplicate = error.person_id
            # By then everything else is saved.
            self._unsaved = None
        return ""


class VoidTask(MemberTask):
    """作废: unpaid enrolments of the member, or of everybody here."""

    code = "void"

    def __init__(
        self,
        session: Session,
        member: MemberInput,
        household: HouseholdInput,
        enrollments: Callable[[str], tuple[str, ...]],
    ) -> None:
        """``enrollments`` finds the unpaid ones of a person, or of the whole household."""
        super().__init__(session, member)
        self._household = household
        self._enrollments = enrollments
        self._answers = {"scope": ONE}

    def shown(self) -> TaskShown:
        """Return the panel."""
        scopes = tuple(Choice(one, self._say(f"task.void.{one}")) for one in (ONE, ALL))
        reasons = options.from_codes(VOID_REASONS, self._language)
        return self._panel(
            self._coded("scope", scopes), self._coded("reason", reasons), self._text("detail")
        )

    def work(self) -> Callable[[], object]:
        """Return the voiding."""
        desk = self._session.desk
        person = "" if self._answer("scope") == ALL else self._member.person_id
        code, detail = self._answer("reason"), self._answer("detail").strip()
        reason = detail if code in ("", "other") and detail else code

        def void() -> object:
            return void_enrollments(desk, self._enrollments(person), reason)

        return void

    def done(self, result: object) -> Outcome:
        """Show the household without them."""
        del result
        return Outcome(self._say("task.void.done"), self._household.household_id)


class UnmaskTask(MemberTask):
    """查看完整号码: said with a reason, kept on record, shown only here."""

    code = "unmask"

    def __init__(self, session: Session, member: MemberInput) -> None:
        super().__init__(session, member)
        self._number = ""

    def shown(self) -> TaskShown:
        """Return the panel; the number stands in it once it is on record who looked."""
        reasons = options.from_codes(LOOK_REASONS, self._language)
        return self._panel(self._coded("reason", reasons), result=self._number)

    def work(self) -> Callable[[], object]:
        """Return the look."""
        desk, person, reason = self._session.desk, self._member.person_id, self._answer("reason")
        return lambda: lift_mask(desk, person, reason)

    def done(self, result: object) -> Outcome:
        """Show the number, as long as the panel is open."""
        self._number = str(result)
        return Outcome(self._say("task.unmask.done"), stays=True)
