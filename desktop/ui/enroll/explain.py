"""An assessment in the words of an official: the price card, the amounts, the reasons."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.base.dates import chinese_day
from desktop.base.money import fen_display
from desktop.domain.household import MemberInput
from desktop.policy import Assessment, TraceEntry, Undetermined
from desktop.policy.words import article_words
from desktop.ui import law_words as law
from desktop.ui.enroll.shown import BasisLine, PersonLine, PriceCard, Tone
from desktop.ui.messages import Messages
from desktop.usecases.price import HouseholdPrice, MemberPrice

_PRICE_FIELDS = ("personal_standard", "assistance", "net_payable", "allowed")
_COVER_FIELDS = ("benefit_year", "benefit_start", "benefit_end", "waiting_days")


class Explainer:
    """Says what a price is and what it rests on, in one language."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self._say = messages.say

    def amount(self, price: MemberPrice, *, paid: bool) -> tuple[str, Tone, str]:
        """Return what the table's last column shows for a member, its tone and its hint."""
        found = price.assessment
        if paid:
            return self._say("amount.paid"), "ok", ""
        if found is None:
            return self._say("amount.not_enrolled"), "quiet", ""
        if found.allowed is False:
            return self._say("amount.refused"), "mistake", self._reasons(found)
        if found.net_payable is None:
            return self._say("open"), "unknown", self._open_reason(found, _PRICE_FIELDS)
        return fen_display(found.net_payable), "", ""

    def card(
        self, price: HouseholdPrice, members: tuple[MemberInput, ...], paid: tuple[bool, ...]
    ) -> PriceCard:
        """Return the price card: what is due from those who have not paid."""
        due = [one for one in price.members if not paid[one.place]]
        left_open = [place for place in price.open_members if not paid[place]]
        total = sum(one.payable_fen or 0 for one in due)
        note = self._say("price.open_note", count=len(left_open)) if left_open else ""
        cover, known = self._cover(price)
        return PriceCard(
            total=f"¥{fen_display(total)}",
            total_known=not left_open,
            open_note=note,
            people=tuple(
                self._person(one, members[one.place], paid=paid[one.place]) for one in price.members
            ),
            persons=self._say("price.persons", count=price.enrolled),
            standard=f"¥{fen_display(price.standard_fen)}",
            assistance=f"¥{fen_display(price.assistance_fen)}",
            cover=cover,
            cover_known=known,
        )

    def basis(self, price: HouseholdPrice, members: tuple[MemberInput, ...]) -> list[BasisLine]:
        """Return the sentences of the 计算依据 panel: a person each, then what is left open."""
        lines: list[BasisLine] = []
        silences: dict[tuple[str, str], tuple[Undetermined, int]] = {}
        for one in price.members:
            found = one.assessment
            if found is None:
                continue
            lines += self._person_basis(self._name(members[one.place], one.place), found)
            for gap in found.undetermined:
                kept, count = silences.get((gap.field, gap.reason), (gap, 0))
                silences[gap.field, gap.reason] = (kept, count + 1)
        if silences:
            lines.append(BasisLine(self._say("basis.open_heading"), heading=True))
        lines += [BasisLine(self._silence(gap), "unknown") for gap, _ in silences.values()]
        if law_used := next((one.assessment for one in price.members if one.assessment), None):
            lines.append(BasisLine(self._law(law_used), "quiet"))
        return lines

    def _person(self, price: MemberPrice, member: MemberInput, *, paid: bool) -> PersonLine:
        amount, tone, hint = self.amount(price, paid=paid)
        found = price.assessment
        why = hint
        if found is not None and not hint:
            why = self._assistance_words(found)
        return PersonLine(self._name(member, price.place), amount, tone, why)

    def _assistance_words(self, found: Assessment) -> str:
        if not found.assistance or found.assistance_identity is None:
            return self._say("price.no_assistance")
        identity = law.identity_name(found.assistance_identity, self._messages.language)
        return self._say(
            "price.assistance", identity=identity, amount=fen_display(found.assistance)
        )

    def _person_basis(self, name: str, found: Assessment) -> Iterator[BasisLine]:
        if found.allowed is False:
            reasons = self._reasons(found)
            yield BasisLine(self._say("basis.refused", name=name, reasons=reasons), "mistake")
            return
        steps = {step.field: step for step in found.trace}
        yield BasisLine(self._sentence(name, found, steps))

    def _sentence(self, name: str, found: Assessment, steps: dict[str, TraceEntry]) -> str:
        if found.personal_standard is None or found.net_payable is None:
            return self._open_sentence(name, found, steps)
        cited = self._cited(steps.get("assistance") or steps.get("personal_standard"))
        values = {
            "name": name,
            "net": fen_display(found.net_payable),
            "standard": fen_display(found.personal_standard),
            "standard_cited": self._cited(steps.get("personal_standard")),
        }
        if not found.assistance or found.assistance_identity is None:
            return self._say("basis.full_price", **values)
        identity = law.identity_name(found.assistance_identity, self._messages.language)
        assistance = fen_display(found.assistance)
        return self._say(
            "basis.assisted", identity=identity, assistance=assistance, cited=cited, **values
        )

    def _open_sentence(self, name: str, found: Assessment, steps: dict[str, TraceEntry]) -> str:
        reason = self._open_reason(found, _PRICE_FIELDS)
        if found.personal_standard is None:
            return self._say("basis.open", name=name, reason=reason)
        return self._say(
            "basis.open_assistance",
            name=name,
            standard=fen_display(found.personal_standard),
            standard_cited=self._cited(steps.get("personal_standard")),
            reason=reason,
        )

    def _silence(self, gap: Undetermined) -> str:
        field = law.field_name(gap.field, self._messages.language)
        reason = self._why_open(gap.reason)
        who = self._say(f"basis.needs_{gap.needs}")
        text = self._say("basis.silence", field=field, reason=reason, who=who)
        return f"{text}（{gap.provision}）" if gap.provision else text

    def _law(self, found: Assessment) -> str:
        documents = " → ".join(layer.document for layer in found.law.layers)
        return self._say("basis.law", documents=documents)

    def _cover(self, price: HouseholdPrice) -> tuple[str, bool]:
        found = [one.assessment for one in price.members if one.assessment]
        if not found:
            return "—", True
        covers = {self._cover_of(one) for one in found}
        if len(covers) > 1:
            return self._say("cover.differs"), all(known for _, known in covers)
        return covers.pop()

    def _cover_of(self, found: Assessment) -> tuple[str, bool]:
        if found.benefit_start and found.benefit_end:
            return self._period(found), True
        reason = self._open_reason(found, _COVER_FIELDS)
        if not reason:
            return "—", True
        return self._say("cover.open", reason=reason), False

    def _period(self, found: Assessment) -> str:
        start, end = found.benefit_start, found.benefit_end
        assert start is not None
        assert end is not None
        if self._messages.language == "zh":
            return f"{chinese_day(start)}至{chinese_day(end)}"
        return f"{start} to {end}"

    def _open_reason(self, found: Assessment, fields: tuple[str, ...]) -> str:
        gaps = {gap.field: gap.reason for gap in found.undetermined}
        for name in fields:
            if name in gaps:
                return self._why_open(gaps[name])
        return ""

    def _why_open(self, reason: str) -> str:
        """Return why something is open, without saying twice that it is."""
        words = law.reason_words(reason, self._messages.language)
        return words.removeprefix("文件未定：")

    def _reasons(self, found: Assessment) -> str:
        language = self._messages.language
        return "；".join(law.reason_words(reason, language) for reason in found.reasons)

    def _cited(self, step: TraceEntry | None) -> str:
        if step is None:
            return ""
        return article_words(step.document, step.article, self._messages.language)

    def _name(self, member: MemberInput, place: int) -> str:
        return member.name.strip() or self._say("person.unnamed", place=place + 1)
