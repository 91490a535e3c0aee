"""What an enrolment on record comes to under today's law and local values (多退少补).

Unpaid enrolments get new figures. Of paid ones only the difference is told: money facts are never
edited. What the texts do not settle is for a person, with the readings: nothing is refunded, and
nothing clawed back, by a rule that no document gives (X13, X16, C9).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import msgspec

from desktop.domain.cover import with_history
from desktop.domain.cover_years import years_text
from desktop.domain.household import MemberInput
from desktop.domain.local_values import NO_VALUES, ValuesInForce
from desktop.domain.member_rows import flag
from desktop.policy import Assessment, AssessmentRequest, LawBook, Undetermined, assess
from desktop.policy.columns import ages_asked
from desktop.policy.law import Law
from desktop.policy.request_json import request_from_json

OutcomeKind = Literal["same", "figures", "collect", "refund", "retroactive", "decide"]
"""``figures``: unpaid, the figures change. ``collect``, ``refund``: paid, the standard changed.
``retroactive``: recognised, then paid in full (云医保〔2021〕90号 二). ``decide``: for a person."""

MONEY_FIELDS = ("personal_standard", "assistance", "net_payable", "retroactive_assistance")


class Stored(msgspec.Struct, frozen=True, gc=False):
    """An enrolment as the record has it, with the facts it is priced by. Hashable: a key.

    ``identities`` to ``student`` are the record's JSON texts; days are ISO text. Of a paid
    enrolment ``net_fen`` is what was paid and ``day`` the day of payment; of an unpaid one the day
    of repricing.
    """

    county: str
    paid: bool
    registered_on: str
    day: str
    birth_date: str | None
    tier: str | None
    identities: str | None
    circumstances: str | None
    other_cover: str | None
    student: str | None
    residence_permit: int | None
    local_hukou: int | None
    standard_fen: int | None
    assistance_fen: int | None
    net_fen: int | None
    assistance_identity: str | None
    allowed: int | None
    benefit_year: int | None
    cover_history: str | None = None
    covered_here: str | None = None
    """Years of cover told and on record, as JSON lists; None where the law counts no years."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of one enrolment. Amounts in fen, never negative."""

    kind: OutcomeKind
    amount_fen: int | None = None
    """To collect, to refund, or due back; None where a person decides or nothing was paid."""
    at_least_fen: int | None = None
    """What is certain in every reading, where a person decides."""
    assessment: Assessment | None = None
    """The calculator's result, without its trace."""
    open: tuple[Undetermined, ...] = ()
    """What a person must decide on: the fields of money that are open, with their readings."""
    reasons: tuple[str, ...] = ()


SAME = Outcome("same")

CLAW_BACK = "ASSISTANCE_LOST_AFTER_PAYMENT"
"""X13: loss of a status after payment is not spoken of; no automatic claw-back."""

RECOGNITION_DAY_UNKNOWN = "RECOGNITION_DAY_UNKNOWN"
"""云医保〔2021〕90号 二 asks for recognition before payment; its day is not on record."""


class BirthDates:
    """Makes persons of one age group one person: the law asks only which side of an age they are.

    A birth date whose birthdays of every age asked fall in no year that matters is told as the
    first one met on the same sides; every other is kept. Kept too: newborns' and late ones, since
    cover never begins before birth.
    """

    def __init__(self, law: Law, campaign_year: int, years: Iterable[int] = ()) -> None:
        """``years`` are further years in which a day lies that ages may count on."""
        self._ages = ages_asked(law.text)
        self._years = frozenset((campaign_year, campaign_year + 1, *years))
        self._kept_from = campaign_year - 1
        self._met: dict[tuple[frozenset[int], tuple[int, ...]], str] = {}

    def told(self, birth_date: str | None, circumstances: str | None, *days: str) -> str | None:
        """Return the birth date to ask with in place of ``birth_date`` (ISO text).

        ``days`` are those of registration and payment.
        """
        if not birth_date or circumstances not in (None, "", "[]"):
            return birth_date
        born = int(birth_date[:4])
        years = self._years | {int(day[:4]) for day in days}
        if born >= self._kept_from or any(born + age in years for age in self._ages):
            return birth_date
        sides = tuple(sum(born + age < year for year in years) for age in self._ages)
        return self._met.setdefault((years, sides), birth_date)


def question_of(stored: Stored, campaign_year: int, local: ValuesInForce) -> AssessmentRequest:
    """Return the calculator's question about an enrolment on record.

    Raises:
        ValueError: what the record holds is no question.
    """
    told: dict[str, Any] = {
        "id": "stored",
        "division": stored.county,
        "campaign_year": campaign_year,
        "registered_on": stored.registered_on,
        "paid_on": stored.day,
        "tier": stored.tier,
        "birth_date": stored.birth_date or None,
        "residence_permit": flag(stored.residence_permit),
        "local_hukou": flag(stored.local_hukou),
    }
    for name in ("identities", "circumstances", "other_cover", "student"):
        text = getattr(stored, name)
        if text:
            told[name] = msgspec.json.decode(text)
    if stored.paid and stored.net_fen is not None:
        told["paid_amount"] = f"{stored.net_fen // 100}.{stored.net_fen % 100:02d}"
    request = request_from_json(told)
    if not isinstance(request, AssessmentRequest):
        raise ValueError("; ".join(problem.message for problem in request))  # noqa: TRY004
    if local.values is None:
        return request
    return msgspec.structs.replace(request, local_values=local.values)


def reprice_one(
    stored: Stored, campaign_year: int, book: LawBook, local: ValuesInForce = NO_VALUES
) -> Outcome:
    """Return what becomes of an enrolment, by the one calculator."""
    try:
        request = question_of(stored, campaign_year, local)
    except (ValueError, msgspec.DecodeError):
        return Outcome("decide", reasons=("FIGURES_UNCHECKED",))
    # A county's list holds tens of thousands of results: the trace is made again when asked for.
    request = with_history(request, book, _covered(stored))
    found = msgspec.structs.replace(assess(request, book, local.sources), trace=())
    if "OUT_OF_SCOPE" in found.reasons:
        return Outcome("decide", assessment=found, reasons=("OUT_OF_SCOPE",))
    return _paid(stored, request, found) if stored.paid else _unpaid(stored, found)


def _covered(stored: Stored) -> MemberInput:
    told = msgspec.json.decode(stored.cover_history or "[]", type=list[int])
    here = msgspec.json.decode(stored.covered_here or "[]", type=list[int | None])
    return MemberInput(cover_history=years_text(told), covered_here=tuple(here))


def _unpaid(stored: Stored, found: Assessment) -> Outcome:
    before = (
        stored.standard_fen,
        stored.assistance_fen,
        stored.net_fen,
        stored.assistance_identity or None,
        flag(stored.allowed),
        stored.benefit_year,
    )
    now = (
        found.personal_standard,
        found.assistance,
        found.net_payable,
        found.assistance_identity,
        found.allowed,
        found.benefit_year,
    )
    if before == now:
        return SAME
    return Outcome("figures", assessment=found, reasons=found.reasons)


def _paid(stored: Stored, request: AssessmentRequest, found: Assessment) -> Outcome:
    paid, net = stored.net_fen or 0, found.net_payable
    if net == paid:
        return SAME
    if net is not None and found.assistance == stored.assistance_fen:
        # Only the standard can have changed.
        kind: OutcomeKind = "refund" if paid > net else "collect"
        return Outcome(kind, abs(paid - net), assessment=found, reasons=found.reasons)
    back = found.retroactive_assistance
    if back:
        if _recognised_before(request, found):
            return Outcome("retroactive", back, assessment=found, reasons=found.reasons)
        return _decide(found, RECOGNITION_DAY_UNKNOWN, at_least=None)
    if net is not None and back == 0:
        if paid > net:
            return Outcome("refund", paid - net, assessment=found, reasons=found.reasons)
        return _decide(found, CLAW_BACK, at_least=None)
    return _decide(found, *found.reasons, at_least=_at_least(found))


def _decide(found: Assessment, *reasons: str, at_least: int | None) -> Outcome:
    gaps = tuple(gap for gap in found.undetermined if gap.field in MONEY_FIELDS)
    return Outcome("decide", None, at_least, found, gaps, reasons)


def _recognised_before(request: AssessmentRequest, found: Assessment) -> bool:
    """Tell whether the identity assistance rests on is on record as recognised before payment.

    The calculator takes an identity without a day as held throughout; after payment that is not
    known, and 云医保〔2021〕90号 二 is only clear where it is.
    """
    paid_on = request.paid_on
    return isinstance(paid_on, date) and any(
        identity.code == found.assistance_identity
        and identity.recognised_on is not None
        and identity.recognised_on < paid_on
        for identity in request.identities or ()
    )


def _at_least(found: Assessment) -> int | None:
    gaps = (gap for gap in found.undetermined if gap.field == "retroactive_assistance")
    return next((gap.at_least for gap in gaps), None)


def readings_of(gaps: Iterable[Undetermined]) -> Iterator[dict[str, object]]:
    """Yield what a person must decide on, as JSON values."""
    for gap in gaps:
        readings = [{"says": one.says, "value": one.value} for one in gap.readings]
        told = {"field": gap.field, "reason": gap.reason, "provision": gap.provision}
        yield told | ({"readings": readings} if readings else {})
