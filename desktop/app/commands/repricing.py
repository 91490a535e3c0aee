"""`reprice`, `retroactive`, `decide`: what changed law changes, listed, approved, decided."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from desktop.app.commands.context import DONE, DONE_WITH_REFUSALS, Context
from desktop.base.errors import Refused
from desktop.base.money import fen_text
from desktop.domain.repricing import readings_of
from desktop.usecases.approve_repricing import ApprovedRepricing, approve
from desktop.usecases.decide_difference import Decision, ToDecide, decide, to_decide
from desktop.usecases.desk import Desk
from desktop.usecases.differences import open_differences
from desktop.usecases.repricing import Progress, RepricedRow, RepricingList, listed, reprice
from desktop.usecases.retroactive import retroactive_worklist


def reprice_year(context: Context, options: Namespace) -> int:
    """List every enrolment that today's law and values change; with ``--approve`` record it."""
    with context.desk() as desk:
        year = options.campaign_year or desk.today.year
        found = reprice(desk, year, _progress(context))
        _print_rows(context, desk, found)
        context.print(_summary(found))
        return _approve(context, desk, found) if options.approve else DONE


def retroactive(context: Context, options: Namespace) -> int:
    """List who is due assistance after payment; with ``--approve`` record it."""
    with context.desk() as desk:
        year = options.campaign_year or desk.today.year
        found = retroactive_worklist(desk, year, _progress(context))
        for part in (found.clear, found.to_decide):
            _print_rows(context, desk, part)
        totals = found.clear.totals["retroactive"]
        context.print(
            {
                "campaign_year": year,
                "retroactive": {"count": totals.count, "amount": fen_text(totals.amount_fen)},
                "decide": {"count": found.to_decide.totals["decide"].count},
            }
        )
        if not options.approve:
            return DONE
        codes = [_approve(context, desk, part) for part in (found.clear, found.to_decide)]
        return max(codes)


def decide_differences(context: Context, options: Namespace) -> int:
    """Decide one difference, or without an id list what waits; return the exit code."""
    with context.desk() as desk:
        if options.id is None:
            for one in to_decide(desk, options.campaign_year or desk.today.year):
                context.print(_waiting(one))
            return DONE
        if options.outcome is None:
            raise Refused("DECISION_OUTCOME", "say what becomes of it: --outcome")
        decided = Decision(
            id=options.id,
            outcome=options.outcome,
            amount_fen=options.amount,
            reason=options.reason,
            document=options.document,
        )
        decide(desk, decided)
    context.print(
        {
            "id": decided.id,
            "outcome": decided.outcome,
            "amount": fen_text(decided.amount_fen),
            "reason": decided.reason,
            "document": decided.document,
        }
    )
    return DONE


def differences(context: Context, options: Namespace) -> int:
    """List the approved differences that nobody has settled; return the exit code."""
    with context.desk() as desk:
        year = options.campaign_year or desk.today.year
        for one in open_differences(desk, year, options.household):
            context.print(
                {
                    "id": one.id,
                    "household_id": one.household_id,
                    "number": one.number,
                    "person_id": one.person_id,
                    "kind": one.outcome,
                    "amount": fen_text(one.amount_fen),
                    "receipt": one.receipt,
                    "asked_on": one.asked_on or None,
                }
            )
    return DONE


def _waiting(one: ToDecide) -> dict[str, Any]:
    return {
        "id": one.id,
        "household_id": one.household,
        "number": one.number,
        "enrollment_id": one.enrollment,
        "paid": fen_text(one.paid_fen),
        "personal_standard": _text(one.standard_fen),
        "assistance": _text(one.assistance_fen),
        "net_payable": _text(one.net_fen),
        "reasons": list(one.reasons),
        "noted_by": one.noted_by,
        "noted_at": one.noted_at,
    }


def _print_rows(context: Context, desk: Desk, found: RepricingList) -> None:
    for row in listed(desk, found):
        context.print(_row(row))


def _row(row: RepricedRow) -> dict[str, Any]:
    outcome, stored, found = row.outcome, row.stored, row.outcome.assessment
    told: dict[str, Any] = {
        "enrollment_id": row.enrollment_id,
        "household_id": row.household_id,
        "person_id": row.person_id,
        "kind": outcome.kind,
        "amount": _text(outcome.amount_fen),
        "before": {
            "personal_standard": _text(stored.standard_fen),
            "assistance": _text(stored.assistance_fen),
            "net_payable": _text(stored.net_fen),
            "benefit_year": stored.benefit_year,
            "paid_on": stored.day if stored.paid else None,
        },
        "now": {
            "personal_standard": _text(found.personal_standard),
            "assistance": _text(found.assistance),
            "net_payable": _text(found.net_payable),
            "benefit_year": found.benefit_year,
        }
        if found
        else None,
        "reasons": list(outcome.reasons),
    }
    if outcome.kind == "decide":
        told["at_least"] = _text(outcome.at_least_fen)
        told["open"] = list(readings_of(outcome.open))
    return told


def _summary(found: RepricingList) -> dict[str, Any]:
    return {
        "campaign_year": found.campaign_year,
        "enrollments": found.enrollments,
        "unchanged": found.enrollments - len(found.rows),
    } | {
        kind: {"count": one.count, "amount": fen_text(one.amount_fen)}
        if kind in ("collect", "refund", "retroactive")
        else {"count": one.count}
        for kind, one in found.totals.items()
    }


def _approve(context: Context, desk: Desk, found: RepricingList) -> int:
    done: ApprovedRepricing = approve(desk, found, _progress(context))
    context.print(
        {
            "approved": done.run,
            "figures": done.figures,
            "differences": done.differences,
            "to_decide": done.to_decide,
            "already": done.already,
            "changed": done.changed,
        }
    )
    return DONE_WITH_REFUSALS if done.changed else DONE


def _progress(context: Context) -> Progress:
    def tell(done: int, total: int) -> None:
        if total > len(_QUIET):
            context.tell(f"{done} / {total}")

    return tell


_QUIET = range(10_000)
"""Fewer enrolments than this are done before anybody wonders."""


def _text(fen: int | None) -> str | None:
    return None if fen is None else fen_text(fen)
