"""`local-value`: propose, approve, reject and list what the law leaves to an administrator."""

from __future__ import annotations

from argparse import Namespace
from typing import Any, BinaryIO

import msgspec

from desktop.app.commands.context import DONE, DONE_WITH_REFUSALS, Context, json_lines
from desktop.base.dates import day_from_text
from desktop.base.errors import Refused
from desktop.base.money import fen_text
from desktop.domain.local_values import Given, Kind, LocalValue
from desktop.usecases.desk import Desk
from desktop.usecases.local_values import (
    OpenEntry,
    Proposal,
    approve,
    list_values,
    open_values,
    propose,
    reject,
)


class _Proposed(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    ref: str | None = None
    division: str
    campaign_year: int
    kind: Kind
    subject: str = ""
    value: Given
    document: str
    title: str = ""
    authority: str = ""
    valid_from: str
    valid_to: str | None = None
    replaces: str = ""
    delegation: str = ""


def propose_lines(context: Context, source: BinaryIO) -> int:
    """Propose one local value per line of ``source``; return the exit code."""
    status = DONE
    with context.desk() as desk:
        for number, line in json_lines(source):
            result = _propose_line(context, desk, number, line)
            status = DONE_WITH_REFUSALS if "problems" in result else status
            context.print(result)
    return status


def _propose_line(context: Context, desk: Desk, number: int, line: bytes) -> dict[str, Any]:
    try:
        asked = msgspec.json.decode(line, type=_Proposed)
        proposal = Proposal(
            division=asked.division,
            campaign_year=asked.campaign_year,
            kind=asked.kind,
            subject=asked.subject,
            value=asked.value,
            document=asked.document,
            title=asked.title,
            authority=asked.authority,
            valid_from=day_from_text(asked.valid_from),
            valid_to=day_from_text(asked.valid_to) if asked.valid_to else None,
            replaces=asked.replaces,
            delegation=asked.delegation,
        )
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError) as error:
        problem = {"line": number, "code": "LINE_INVALID", "message": str(error)}
        return {"ref": None, "problems": [problem]}
    ref = {"ref": asked.ref} if asked.ref is not None else {}
    try:
        return ref | _shown(desk, propose(desk, proposal))
    except Refused as error:
        problem = {"line": number, "code": error.code, "message": context.messages.error(error)}
        return ref | {"problems": [problem]}


def approve_values(context: Context, options: Namespace) -> int:
    """Approve each named proposal; return the exit code."""
    return _each(context, options.ids, approve)


def reject_values(context: Context, options: Namespace) -> int:
    """Turn each named proposal down; return the exit code."""
    return _each(context, options.ids, lambda desk, one: reject(desk, one, options.reason))


def _each(context: Context, ids: list[str], act: Any) -> int:
    status = DONE
    with context.desk() as desk:
        for one in ids:
            try:
                context.print(_shown(desk, act(desk, one)))
            except Refused as error:
                words = context.messages.error(error)
                context.print({"id": one, "problems": [{"code": error.code, "message": words}]})
                status = DONE_WITH_REFUSALS
    return status


def list_lines(context: Context, options: Namespace) -> int:
    """Print every local value of a place, or what the law leaves open there."""
    with context.desk() as desk:
        division = options.division or desk.store.station.county
        year = options.campaign_year or desk.today.year
        if options.open:
            entries = open_values(desk.law, desk.local_values, division, year, desk.today)
            for entry in entries:
                context.print(_open(entry))
            return DONE
        for listed in list_values(desk, division, year):
            context.print(_shown(desk, listed.value))
    return DONE


def _shown(desk: Desk, value: LocalValue) -> dict[str, Any]:
    return {
        "id": value.id,
        "state": value.state(desk.today),
        "division": value.division,
        "campaign_year": value.campaign_year,
        "kind": value.kind,
        "subject": value.subject,
        "value": value.value,
        "document": value.document,
        "title": value.title,
        "authority": value.authority,
        "valid_from": value.valid_from,
        "valid_to": value.valid_to,
        "proposed_by": value.proposed_by,
        "proposed_at": value.proposed_at,
        "approved_by": value.approved_by or None,
        "approved_at": value.approved_at or None,
        "rejected_by": value.rejected_by or None,
        "reason": value.reason or None,
        "replaces": value.replaces or None,
        "delegation": value.delegation or None,
        "replaced_by": value.replaced_by or None,
    }


def _open(entry: OpenEntry) -> dict[str, Any]:
    found = entry.open
    return {
        "kind": found.kind,
        "subject": found.subject,
        "reason": found.reason,
        "authority": found.authority,
        "level": found.level,
        "document": found.document,
        "article": found.article,
        "floor": None if found.floor_fen is None else fen_text(found.floor_fen),
        "ceiling": None if found.ceiling_fen is None else fen_text(found.ceiling_fen),
        "choices": list(found.choices),
        "set_by": entry.value.id if entry.value else None,
        "value": entry.value.value if entry.value else None,
    }
