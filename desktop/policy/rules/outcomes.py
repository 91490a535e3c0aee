"""What each identity gives by itself: an amount, nothing, or something the texts leave open.

One function per provision; `outcome_of` applies them in the order in which the notice reads:
listed, premise, conditions, expiry, recognition, residence.
"""

from __future__ import annotations

from typing import Literal, final

from msgspec import Struct

from desktop.base.money import fen_from_text, fen_text
from desktop.policy.case import Case
from desktop.policy.codes import IdentityCode, Reason
from desktop.policy.law import Provision
from desktop.policy.pack import Clause, Group, Premise
from desktop.policy.request import Identity
from desktop.policy.result import Reading
from desktop.policy.rules.conditions import clause_holds
from desktop.policy.rules.measure import amount_of
from desktop.policy.rules.recognition import not_expired, recognised_in_time
from desktop.policy.rules.standard import PersonalStandard
from desktop.policy.verdict import Doubt, Verdict, all_of, any_of, plain

Kind = Literal["full", "fixed", "share", "pays"]


@final
class Given(Struct, frozen=True, gc=False):
    """An identity that gives assistance: ``fen`` is None for 全额 of a standard not known."""

    code: IdentityCode
    kind: Kind
    fen: int | None
    at: Provision
    group: Group | None


@final
class Nothing(Struct, frozen=True, gc=False):
    """An identity that gives nothing, and why."""

    code: IdentityCode
    reason: Reason


@final
class Unsure(Struct, frozen=True, gc=False):
    """An identity whose assistance is open.

    ``fen`` is the amount in the reading that gives most, None if no text bounds it. ``kind`` is
    known where only the amount is open; ``certain`` says that it gives something in any case.
    """

    code: IdentityCode | None
    doubt: Doubt
    fen: int | None = None
    kind: Kind | None = None
    certain: bool = False
    group: Group | None = None


Outcome = Given | Nothing | Unsure


def outcomes(case: Case, standard: PersonalStandard) -> list[Outcome]:
    """Return what each identity gives by itself, and what a reading gives without any."""
    found = [outcome_of(identity, case, standard) for identity in case.identities]
    if case.text.anyone is not None and case.request.birth_date is not None:
        group, at = case.text.anyone
        verdict = _one_holds(group.asked, None, case)
        if verdict is not False:
            fen = _fen_or_none(group, standard)
            doubt = Doubt("NOT_IN_DOC", "admin", at.cite, _two_readings(group, fen))
            found.append(Unsure(None, doubt, fen, _kind(group), group=group))
    return found


def outcome_of(identity: Identity, case: Case, standard: PersonalStandard) -> Outcome:
    """Return what one identity gives by itself."""
    entry = case.text.groups.get(identity.code)
    if entry is None:
        found = _unlisted(identity, case, standard)
    else:
        found = _listed(identity, entry[0], entry[1], case, standard)
    if type(found) is Nothing:
        return found
    if standard.doubt is not None and standard.year_not_priced:
        return Unsure(identity.code, standard.doubt, group=found.group)
    return _in_time(found, identity, case)


def _unlisted(identity: Identity, case: Case, standard: PersonalStandard) -> Outcome:
    """Return what is given off the list: nothing if it is closed; else the text does not say."""
    rule, at = case.text.assistance, case.text.assistance_at
    if rule.list == "closed":
        return Nothing(identity.code, "NOT_LISTED")
    doubt = Doubt(rule.open.reason, "admin", at.cite)
    return _local_amount(identity, case, standard) or Unsure(identity.code, doubt)


def _listed(
    identity: Identity, group: Group, at: Provision, case: Case, standard: PersonalStandard
) -> Outcome:
    given = True if not group.given else _one_holds(group.given, identity, case)
    if given is True:
        return _amount(identity, group, at, case, standard)
    asked = _one_holds(group.asked, identity, case)
    if given is False and asked is False:
        return Nothing(identity.code, _why_nothing(identity, group))
    fen = _fen_or_none(group, standard)
    if given is False and asked is True:
        doubt = Doubt("NOT_IN_DOC", "admin", at.cite, _two_readings(group, fen))
        unsure = Unsure(identity.code, doubt, fen, _kind(group), group=group)
        return _local_amount(identity, case, standard, group) or unsure
    lacking = given if type(given) is Doubt else asked
    assert type(lacking) is Doubt, "neither settled nor open"
    readings = _with_and_without(lacking, fen)
    doubt = Doubt(lacking.reason, lacking.needs, at.cite, readings, lacking.fact)
    return Unsure(identity.code, doubt, fen, _kind(group), group=group)


def _one_holds(clauses: tuple[Clause, ...], identity: Identity | None, case: Case) -> Verdict:
    verdicts = []
    for clause in clauses:
        verdict = clause_holds(clause, identity, case)
        if verdict is True:
            return True
        verdicts.append(verdict)
    return any_of(verdicts)


def _why_nothing(identity: Identity, group: Group) -> Reason:
    """经民政部门认定的 (楚医保〔2021〕46号 三): not certified has a reason code of its own."""
    wants_certificate = any(clause.certified for clause in group.given)
    return "NOT_CERTIFIED" if wants_certificate and identity.certified is False else "NOT_LISTED"


def _amount(
    identity: Identity, group: Group, at: Provision, case: Case, standard: PersonalStandard
) -> Outcome:
    if group.premise is not None and _lapsed(group.premise, case):
        doubt = Doubt("CONDITION_LAPSED", "admin", at.cite)
        unsure = Unsure(identity.code, doubt, group=group)
        return _local_amount(identity, case, standard, group) or unsure
    if group.open is not None:
        doubt = Doubt(group.open.reason, "admin", at.cite)
        kind = _kind(group)
        unsure = Unsure(identity.code, doubt, None, kind, certain=kind is not None, group=group)
        return _local_amount(identity, case, standard, group) or unsure
    if group.kind == "full":
        return Given(identity.code, "full", standard.fen, at, group)
    kind = _kind(group)
    assert kind is not None, "the loader wants a kind, or open"
    fen = amount_of(group, standard, at)
    if type(fen) is Doubt:
        return Unsure(identity.code, fen, _most(fen), kind, certain=True, group=group)
    if fen is not None and standard.fen is not None and fen > standard.fen:
        doubt = Doubt("ASSISTANCE_EXCEEDS_STANDARD", "admin", at.cite)
        return Unsure(identity.code, doubt, None, kind, certain=True, group=group)
    return Given(identity.code, kind, fen, at, group)


def _most(doubt: Doubt) -> int | None:
    """Return the amount of the reading that gives most; None where there are no readings."""
    amounts = [fen_from_text(one.value) for one in doubt.readings if isinstance(one.value, str)]
    return max(amounts, default=None)


def _fen_or_none(group: Group, standard: PersonalStandard) -> int | None:
    if group.kind == "full":
        return standard.fen
    if group.kind == "fixed" or group.kind is None:
        return group.amount
    fen = amount_of(group, standard, standard.at)
    return None if type(fen) is Doubt else fen


def _lapsed(premise: Premise, case: Case) -> bool:
    """Return whether a local value says that the notice's own premise has ended (C5, J12)."""
    said = getattr(case.local, premise.local_value)
    return said is not None and said is not premise.holds


def _local_amount(
    identity: Identity, case: Case, standard: PersonalStandard, group: Group | None = None
) -> Given | Unsure | None:
    """Return what the administrator set for an identity that the text leaves open, if anything.

    渝医保发〔2021〕70号 一¶3: the amount holds for 一档; whether for 二档 is not said (Q9).
    """
    amounts = case.local.assistance
    amount = None if amounts is None else amounts.get(identity.code)
    if amount is None:
        return None
    at = case.text.assistance_at
    tiers = case.text.assistance.local_amount_tiers
    tier = case.request.tier
    kind = None if group is None else _kind(group)
    if tiers and tier is None:
        doubt = Doubt("TIER_REQUIRED", "clerk", at.cite, fact="tier")
        return Unsure(identity.code, doubt, group=group)
    if tiers and tier not in tiers:
        return Unsure(identity.code, at.silence, group=group)
    known = standard.floor if standard.fen is None else standard.fen
    if known is not None and amount <= known:
        return Given(
            identity.code, "fixed", amount, case.local_at("assistance", identity.code), group
        )
    if standard.doubt is not None:
        return Unsure(identity.code, plain(standard.doubt), None, kind, group=group)
    doubt = Doubt("ASSISTANCE_EXCEEDS_STANDARD", "admin", at.cite)
    certain = kind is not None
    return Unsure(identity.code, doubt, None, kind, certain=certain, group=group)


def _in_time(found: Given | Unsure, identity: Identity, case: Case) -> Outcome:
    request = case.request
    if (
        identity.recognised_on is None
        and identity.valid_to is None
        and request.residence_permit is None
        and request.local_hukou is None
    ):
        return found
    expired = not_expired(identity, case)
    if expired is False:
        return Nothing(identity.code, "CERTIFICATION_EXPIRED")
    held = all_of((expired, recognised_in_time(identity, case), _of_this_place(case)))
    if type(held) is not Doubt:
        return found
    if type(found) is Unsure:
        return Unsure(found.code, found.doubt, found.fen, found.kind, group=found.group)
    doubt = Doubt(held.reason, held.needs, held.provision, _with_and_without(held, found.fen))
    return Unsure(identity.code, doubt, found.fen, found.kind, group=found.group)


def _of_this_place(case: Case) -> Verdict:
    """Return whether assistance is certain for where the person lives.

    持居住证 (医保发〔2021〕32号 一¶1): the texts equal only the fiscal subsidy (X15).
    """
    request = case.request
    if request.local_hukou is True:
        return True
    if request.residence_permit is True or request.local_hukou is False:
        return case.text.residence_permit_at.silence
    return True


def _kind(group: Group) -> Kind | None:
    return None if group.kind is None or group.kind == "none" else group.kind


def _two_readings(group: Group, fen: int | None) -> tuple[Reading, ...]:
    gives, not_gives = group.readings
    value = None if fen is None else fen_text(fen)
    return Reading(gives, value), Reading(not_gives, fen_text(0))


def _with_and_without(doubt: Doubt, fen: int | None) -> tuple[Reading, ...]:
    if doubt.readings or fen is None:
        return doubt.readings
    return Reading("符合", fen_text(fen)), Reading("不符合", fen_text(0))
