"""Bands turned into words: what stands on a chip, in a line, on the strip along the top."""

from __future__ import annotations

from desktop.base.money import fen_display
from desktop.domain import codes
from desktop.domain.household import Finding
from desktop.domain.roster import Band, BandMember, BatchPlan, LastYear, LeftOut, Mark, Totals
from desktop.ui import law_words as law
from desktop.ui.enroll.shown import Note, Tone
from desktop.ui.messages import Messages
from desktop.ui.roster.shown import BandShown, BatchShown, PersonShown, TotalsShown
from desktop.ui.wording.screens import SCREENS

_SYMBOLS = {"open": "○", "renewed": "✔", "paid": "●", "elsewhere": "▲", "dead": "■"}
_REASON_SYMBOLS = {codes.MOVED_AWAY: "→", codes.EMPLOYEE_COVER: "◆", codes.DEATH: "■"}
_OTHER_REASON = "◇"
_REFUSED = "✖"
_LEFT_OUT_MAX = 500


class RosterWords:
    """Says what a roster holds, in the language of the screen."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self._say = messages.say
        self._language = messages.language

    def heading(self, number: str, head: str, people: int) -> BandShown:
        """Return a band that is not read yet."""
        del people
        say = self._say("roster.band.loading")
        return BandShown(number, head, "", (), "", say, "…", "quiet", Note(), loading=True)

    def band(self, band: Band, note: Note, group: str, *, saving: bool, failed: bool) -> BandShown:
        """Return a band as it is shown now; ``group`` is the name of the group it lives in."""
        state, symbol, tone = self._band_state(band)
        if saving:
            state, symbol, tone = self._say("roster.band.saving"), "…", "quiet"
        elif failed:
            state, symbol, tone = self._say("roster.band.failed"), "✖", "mistake"
        amount = fen_display(band.price_fen)
        if band.price_open:
            amount = f"{amount} + {self._say('roster.open')}" if band.price_fen else self._open
        return BandShown(
            number=band.number,
            head=band.head,
            address=self._place(group, band),
            people=tuple(self._person(one) for one in band.members),
            amount=amount,
            state=state,
            symbol=symbol,
            tone=tone,
            note=note if note.text else self._own_note(band),
        )

    def totals(self, totals: Totals) -> TotalsShown:
        """Return the strip along the top."""
        say = self._say
        percent = totals.done * 100 // totals.households if totals.households else 0
        return TotalsShown(
            households=say("roster.totals.households", done=totals.done, all=totals.households),
            people=say("roster.totals.people", done=totals.renewed, all=totals.people),
            due=say("roster.totals.due", amount=fen_display(totals.due_fen)),
            collected=say("roster.totals.collected", amount=fen_display(totals.collected_fen)),
            share_percent=percent,
        )

    def batch(self, plan: BatchPlan) -> BatchShown:
        """Return what the batch would do, in numbers and by household."""
        say = self._say
        words = say(
            "roster.batch.plan",
            households=len(plan.households),
            people=plan.people,
            amount=fen_display(plan.due_fen),
        )
        left = tuple(self._left_out(one) for one in plan.left_out[:_LEFT_OUT_MAX])
        title = say("roster.batch.left", count=len(plan.left_out))
        return BatchShown(
            plan=words if plan.households else say("roster.batch.none"),
            left_title=title if left else say("roster.batch.nothing_left"),
            left=left,
            possible=bool(plan.households),
        )

    def mark(self, mark: Mark) -> str:
        """Return what a mark says."""
        key = f"roster.mark.{mark.code}"
        values = dict(mark.values)
        if mark.code == "PRICE_OPEN":
            values["why"] = law.reason_words(str(values.get("reason", "")), self._language)
        elif "reason" in values:
            values["reason"] = self.reason(str(values["reason"]))
        if key in SCREENS:
            return self._say(key, **values)
        return self._messages.finding(Finding(None, "", mark.code, "warning", values))

    def reason(self, code: str) -> str:
        """Return a reason for not being enrolled, in full."""
        found = codes.NOT_ENROLLED_REASONS.get(code)
        return found.name(self._language) if found else code

    def short_reason(self, code: str) -> str:
        """Return a reason in a word."""
        key = f"roster.short.{code}"
        return self._say(key) if key in SCREENS else code

    def spoken(self, shown: BandShown, place: int, count: int) -> str:
        """Return a band as a screen reader says it."""
        people = "，".join(f"{one.name} {one.state} {one.amount}" for one in shown.people)
        return self._say(
            "roster.cursor",
            place=place,
            count=count,
            head=shown.head,
            number=shown.number or "—",
            state=f"{shown.state} {shown.amount}",
            people=people,
        )

    @property
    def _open(self) -> str:
        return self._say("roster.open")

    def _place(self, group: str, band: Band) -> str:
        """Return where a band lives, and how many they are where not all of them are in sight."""
        parts = [group, band.address]
        if len(band.members) > 6:
            parts.append(self._say("roster.size", count=len(band.members)))
        return "   ".join(part for part in parts if part)

    def _band_state(self, band: Band) -> tuple[str, str, Tone]:
        if band.undecided:
            stopped = band.undecided > len(band.to_renew) or band.price_open
            return (
                self._say("roster.band.todo"),
                "▲" if stopped else "○",
                "warning" if stopped else "",
            )
        if band.collected_fen and not band.due_fen:
            return self._say("roster.band.paid"), "●", "ok"
        return self._say("roster.band.done"), "✔", "ok"

    def _own_note(self, band: Band) -> Note:
        for one, mark in band.remarks:
            words = self.mark(mark)
            if one is not None:
                words = self._say("roster.mark.of", name=one.name, words=words)
            return Note(words, "warning")
        return Note()

    def _person(self, one: BandMember) -> PersonShown:
        symbol, state, tone = self._state(one)
        now, now_tone = self._now(one)
        relation = codes.relation_name(one.relation, self._language)
        sex = codes.SEXES[one.sex].name(self._language) if one.sex in codes.SEXES else ""
        key = "roster.person" if one.age is not None else "roster.person.no_age"
        return PersonShown(
            symbol=symbol,
            name=one.name,
            facts=self._say(key, relation=relation, sex=sex, age=one.age),
            age="" if one.age is None else str(one.age),
            state=state,
            tone=tone,
            last=self._last(one.last),
            now=now,
            now_tone=now_tone,
            amount=self._amount(one),
            plain=one.state in ("open", "renewed", "paid") and not one.marks,
        )

    def _state(self, one: BandMember) -> tuple[str, str, Tone]:
        if one.state == "not_enrolled":
            symbol = _REASON_SYMBOLS.get(one.reason, _OTHER_REASON)
            if one.reason == codes.REFUSED:
                symbol = _REFUSED
            return symbol, self.short_reason(one.reason), "quiet"
        words = self._say(f"roster.state.{one.state}")
        if one.state == "open" and one.marks:
            if any(mark.stops for mark in one.marks):
                return "▲", self._say("roster.state.stopped"), "warning"
            return "△", self._say("roster.state.look"), "warning"
        tone: Tone = "ok" if one.state in ("renewed", "paid") else ""
        return _SYMBOLS[one.state], words, "quiet" if one.state == "dead" else tone

    def _now(self, one: BandMember) -> tuple[str, Tone]:
        if one.reason and one.state in ("dead", "not_enrolled"):
            reason = self.reason(one.reason)
            if one.noted:
                return self._say("roster.noted", reason=reason, noted=one.noted), "quiet"
            return reason, "quiet"
        if one.marks and one.state not in ("renewed", "paid"):
            stopping = [mark for mark in one.marks if mark.stops] or list(one.marks)
            return self.mark(stopping[0]), "warning"
        if one.assistance_fen and one.identity:
            identity = law.identity_name(one.identity, self._language)
            amount = fen_display(one.assistance_fen)
            return self._say("roster.assisted", identity=identity, amount=amount), "ok"
        return "", ""

    def _last(self, last: LastYear) -> str:
        if last.state == "not_enrolled":
            return self._say("roster.last.reason", reason=self.short_reason(last.reason))
        if not last.state:
            return self._say("roster.last.none")
        if last.identity:
            identity = law.identity_name(last.identity, self._language)
            return self._say("roster.last.assisted", identity=identity)
        return self._say("roster.last.enrolled")

    def _amount(self, one: BandMember) -> str:
        if one.state in ("dead", "not_enrolled", "elsewhere"):
            return "—"
        if one.net_fen is None:
            return "—" if any(mark.stops == "person" for mark in one.marks) else self._open
        return fen_display(one.net_fen)

    def _left_out(self, one: LeftOut) -> str:
        words = self.mark(Mark(one.code, "", one.values))
        if "name" in one.values:
            words = self._say("roster.mark.of", name=one.values["name"], words=words)
        return f"{one.number or '—'}   {one.head}   {words}"
