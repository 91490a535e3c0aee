"""`cases`, `case`: what a person must decide, listed; commented on; decided. No personal data."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from desktop.app.commands.context import DONE, Context
from desktop.base.errors import Refused
from desktop.base.money import fen_text
from desktop.usecases.case_choices import Choice, Consequence
from desktop.usecases.case_sides import fields_told
from desktop.usecases.cases import (
    CaseLine,
    CaseShown,
    comment_case,
    decide_case,
    list_cases,
    open_case,
)


def list_all(context: Context, options: Namespace) -> int:
    """List the open cases, or with ``--all`` every one; return the exit code."""
    with context.desk() as desk:
        for line in list_cases(desk):
            if options.all or line.state == "open":
                context.print(_line(line))
    return DONE


def one(context: Context, options: Namespace) -> int:
    """Show a case with what each decision would do, comment on it, or decide it."""
    if options.decision and options.comment:
        raise Refused("CASE_CHOICE", "decide or comment, one at a time")
    with context.desk() as desk:
        year = options.campaign_year or desk.today.year
        if options.decision:
            decide_case(desk, options.id, options.decision, options.reason, year)
        elif options.comment:
            comment_case(desk, options.id, options.comment)
        shown = open_case(desk, options.id, year)
    context.print(_case(shown))
    return DONE


def _line(line: CaseLine) -> dict[str, Any]:
    return {
        "id": line.id,
        "kind": line.kind,
        "state": line.state,
        "decision": line.decision,
        "opened_at": line.opened_at,
        "station": line.station,
        "comments": line.comments,
    }


def _case(shown: CaseShown) -> dict[str, Any]:
    return _line(shown.line) | {
        "about": list(fields_told(shown.matter.sides)),
        "here": [side.says is not None for side in shown.matter.sides],
        "choices": [_choice(choice) for choice in shown.choices],
    }


def _choice(choice: Choice) -> dict[str, Any]:
    told: dict[str, Any] = {"decision": choice.code}
    if choice.why_not:
        return told | {"why_not": choice.why_not}
    return told | {"does": [_consequence(part) for part in choice.consequences]}


def _consequence(part: Consequence) -> dict[str, Any]:
    told: dict[str, Any] = {"what": part.what}
    for name in ("amount", "before", "after"):
        fen = getattr(part, f"{name}_fen")
        if fen is not None:
            told[name] = fen_text(fen)
    return told | ({"receipt": part.receipt} if part.receipt else {})
