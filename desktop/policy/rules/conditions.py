"""Conditions that a notice puts on an identity: each holds, fails, or lacks a fact."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from desktop.policy.case import Case
from desktop.policy.pack import Clause
from desktop.policy.request import Identity
from desktop.policy.rules.age import has_completed
from desktop.policy.rules.recognition import AS_OF_SPLIT, held_on_known_days
from desktop.policy.verdict import Doubt, Verdict, all_of

_SINGLE = (
    "area",
    "certified",
    "destitute",
    "monitored",
    "sterilised",
    "unemployed",
    "member",
    "recognised_by",
)
_MISSING = {
    fact: Doubt("NOT_IN_DOC", "clerk", fact=fact)
    for fact in (*_SINGLE, "kind", "grade", "valid_to", "other_cover")
}


def clause_holds(clause: Clause, identity: Identity | None, case: Case) -> Verdict:
    """Return whether every condition of ``clause`` holds; a missing attribute is a doubt."""
    checks, asks_more = _compiled(clause)
    doubt: Doubt | None = None
    if identity is not None:
        for name, wanted in checks:
            value = getattr(identity, name)
            if value is None:
                doubt = doubt or _MISSING[name]
            elif value not in wanted:
                return False
    if not asks_more:
        return doubt or True
    return all_of((doubt or True, *_asked_of_facts(clause, identity, case)))


def _asked_of_facts(clause: Clause, identity: Identity | None, case: Case) -> Iterator[Verdict]:
    """Yield the conditions that read more than the attributes of the identity."""
    if clause.within_validity and identity is not None:
        yield _within_certification(identity, case)
    if clause.without_employee_cover:
        yield _without_employee_cover(case)
    if clause.age_min is not None:
        yield has_completed(clause.age_min, case)
    if clause.age_below is not None:
        grown = has_completed(clause.age_below, case)
        yield grown if type(grown) is Doubt else not grown


@lru_cache(1024)
def _compiled(clause: Clause) -> tuple[tuple[tuple[str, tuple[object, ...]], ...], bool]:
    """Return the attributes asked for with the values wanted, and whether more is asked."""
    single = [(name, (getattr(clause, name),)) for name in _SINGLE]
    several = [("kind", clause.kind), ("grade", clause.grade)]
    checks = tuple(
        (name, values) for name, values in (*single, *several) if values not in ((), (None,))
    )
    ages = clause.age_min is not None or clause.age_below is not None
    return checks, ages or clause.within_validity or clause.without_employee_cover


def _within_certification(identity: Identity, case: Case) -> Verdict:
    """认定有效期内 (桂医保发〔2021〕22号 二（一）¶3): certified, and on the days that count."""
    if identity.certified is False:
        return False
    if identity.valid_to is None:
        return _MISSING["valid_to"]
    return held_on_known_days(identity, case)


def _without_employee_cover(case: Case) -> Verdict:
    """未纳入职工基本医疗保险: not while it is active; whether 预参保 counts is not said."""
    for cover in case.request.other_cover or ():
        if cover.scheme == "employee" and cover.status == "active":
            return False
        if cover.scheme == "employee" and cover.status == "waiting":
            return AS_OF_SPLIT
    return True
