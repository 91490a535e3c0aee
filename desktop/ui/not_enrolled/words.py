"""One person of the register, and what was tried, in the words of one language. No Qt."""

from __future__ import annotations

from desktop.domain.codes import NOT_ENROLLED_REASONS, relation_name
from desktop.domain.divisions import DivisionTree
from desktop.ui.messages import Messages
from desktop.ui.not_enrolled.promises import AttemptShown, PersonShown
from desktop.usecases.not_enrolled import FollowUp, Missing


class RegisterWords:
    """Says one language's words about the not enrolled."""

    def __init__(self, messages: Messages) -> None:
        self._say = messages.say
        self._language = messages.language

    def row(self, one: Missing, tree: DivisionTree, today: str) -> tuple[str, ...]:
        """Return the list's columns: name, place, number, reason, last attempt, next day."""
        due = "▲ " if one.next_on and one.next_on <= today else ""
        tried = (_day(one.last_on, today), self.kind(one.last_kind))
        last = " ".join(part for part in tried if part)
        return (
            one.name,
            tree.short_name(one.division),
            one.document,
            self._say(f"roster.short.{one.reason}" if one.reason else "missing.no_reason"),
            last,
            f"{due}{_day(one.next_on, today)}",
        )

    def person(self, one: Missing, tree: DivisionTree) -> PersonShown:
        """Return what stands about a person on the right."""
        last_year = self._say("missing.paid_last_year") if one.paid_last_year else ""
        relation = relation_name(one.relation, self._language)
        noted = (one.detail, one.evidence, one.noted_on)
        return PersonShown(
            name=one.name,
            who=" · ".join(part for part in (relation, one.birth_date, last_year) if part),
            document=one.document,
            place=tree.address_line(one.division, one.address) or tree.short_name(one.division),
            phone=one.phone or self._say("missing.no_phone"),
            reason=self.reason(one.reason),
            noted=" · ".join(part for part in noted if part),
            open=not one.reason,
        )

    def attempts(self, found: tuple[FollowUp, ...]) -> tuple[AttemptShown, ...]:
        """Return the timeline, newest first."""
        return tuple(
            AttemptShown(
                on=one.on,
                kind=self.kind(one.kind),
                result=one.result,
                next_on=self._say("missing.next_on", day=one.next_on) if one.next_on else "",
                by=one.operator,
            )
            for one in found
        )

    def reason(self, code: str) -> str:
        """Return a reason's name, or that nobody has noted one."""
        known = NOT_ENROLLED_REASONS.get(code)
        if known is None:
            return code or self._say("missing.no_reason")
        return known.name(self._language)

    def kind(self, code: str) -> str:
        """Return how somebody was reached; empty for no attempt."""
        return self._say(f"missing.kind.{code}") if code else ""


def _day(iso: str, today: str) -> str:
    """Return a day without its year, if that is the present one."""
    return iso[5:] if iso[:4] == today[:4] else iso
