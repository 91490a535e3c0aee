"""What facts about the tax handover, reconciliations and checks do to the tables.

A part of `desktop.domain.effects`, under the same rule: every effect assigns. A whole batch or file
is told in parts; each part says the same of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.assign import Assign, Value, column, set_fields
from desktop.domain.events import Event
from desktop.domain.handover_facts import (
    AuditRun,
    HandoverFact,
    ListExported,
    PayablesAnswered,
    PayablesHanded,
    ReconciliationApproved,
    ReconciliationStated,
    ReturnCodesSet,
    TaxPaidRead,
    TaxRowSettled,
)


def of_handover(event: Event, fact: HandoverFact) -> Iterator[Assign]:
    """Yield what becomes of batches, paid rows, statements, findings and exports."""
    match fact:
        case PayablesHanded():
            yield from _handed(event, fact)
        case PayablesAnswered():
            yield from _answered(event, fact)
        case ReturnCodesSet():
            yield from _codes(event, fact)
        case TaxPaidRead():
            yield from _paid_rows(event, fact)
        case TaxRowSettled() | ListExported():
            yield _said(event, fact)
        case ReconciliationStated() | ReconciliationApproved():
            yield _reconciliation(event, fact)
        case AuditRun():
            yield from _audit(event, fact)


def _said(event: Event, fact: TaxRowSettled | ListExported) -> Assign:
    if isinstance(fact, ListExported):
        left = set_fields(fact) | _who(event) | {"at": event.at}
        return Assign("list_exports", {"id": event.id}, left)
    settled: dict[str, Value] = {
        "settled": fact.decision,
        "settled_reason": fact.reason,
        "settled_on": fact.on,
        "settled_by": event.operator,
    }
    return Assign("tax_rows", {"id": fact.row}, settled)


def _who(event: Event) -> dict[str, Value]:
    return {"county": event.county, "station": event.station, "operator": event.operator}


def _handed(event: Event, fact: PayablesHanded) -> Iterator[Assign]:
    batch: dict[str, Value] = {
        "number": fact.number,
        "scope": fact.scope,
        "campaign_year": fact.campaign_year,
        "layout": fact.layout,
        "handed_on": fact.on,
        "rows": fact.rows,
        "amount_fen": fact.amount_fen,
    }
    yield Assign("handovers", {"id": fact.batch}, batch | _who(event))
    for line in fact.lines:
        row: dict[str, Value] = {
            "county": event.county,
            "enrollment_id": line.enrollment,
            "kind": line.kind,
            "amount_fen": line.amount_fen,
            "mark": line.mark,
            "division": fact.division,
        }
        yield Assign("handover_rows", {"batch_id": fact.batch, "row": line.row}, row)


def _file(event: Event, file: str, kind: str, values: dict[str, Value]) -> Assign:
    return Assign("tax_files", {"id": file}, {"kind": kind} | values | _who(event))


def _answered(event: Event, fact: PayablesAnswered) -> Iterator[Assign]:
    read: dict[str, Value] = {"batch_id": fact.batch, "rows": fact.rows, "read_on": fact.on}
    yield _file(event, fact.file, "return", read)
    for line in fact.lines:
        answer: dict[str, Value] = {
            "county": event.county,
            "return_code": line.code,
            "return_message": line.message,
            "returned_on": fact.on,
        }
        yield Assign("handover_rows", {"batch_id": fact.batch, "row": line.row}, answer)


def _codes(event: Event, fact: ReturnCodesSet) -> Iterator[Assign]:
    for one in fact.codes:
        values = set_fields(one) | {"county": event.county, "source": fact.source}
        yield Assign("return_codes", {"code": values.pop("code")}, values)


def _paid_rows(event: Event, fact: TaxPaidRead) -> Iterator[Assign]:
    read: dict[str, Value] = {
        "rows": fact.rows,
        "amount_fen": fact.amount_fen,
        "campaign_year": fact.campaign_year,
        "read_on": fact.on,
    }
    yield _file(event, fact.file, "paid", read)
    for line in fact.lines:
        row: dict[str, Value] = {
            "county": event.county,
            "file_id": fact.file,
            "place": line.place,
            "division": fact.division,
            "campaign_year": fact.campaign_year,
            "voucher": line.voucher,
            "document_number": line.document,
            "name": line.name,
            "amount_fen": line.amount_fen,
            "paid_on": line.paid_on,
            "payer": line.payer,
        }
        yield Assign("tax_rows", {"id": line.id}, row)


def _reconciliation(event: Event, fact: ReconciliationStated | ReconciliationApproved) -> Assign:
    values = set_fields(fact)
    key = {"id": values.pop("id")}
    if isinstance(fact, ReconciliationApproved):
        signed: dict[str, Value] = {"approved_by": fact.approver, "approved_at": event.at}
        return Assign("reconciliations", key, signed | {"approved_content": fact.content})
    values["stated_on"] = values.pop("on")
    return Assign("reconciliations", key, values | _who(event) | {"stated_at": event.at})


def _audit(event: Event, fact: AuditRun) -> Iterator[Assign]:
    run: dict[str, Value] = {"ran_on": fact.on, "standing": fact.standing}
    key: dict[str, Value] = {
        "check_name": fact.check,
        "division": fact.division,
        "campaign_year": fact.campaign_year,
    }
    yield Assign("audit_runs", key, run | _who(event))
    for line in fact.found:
        found: dict[str, Value] = key | {
            "county": event.county,
            "round": line.round,
            "person_id": column(line.person),
            "household_id": column(line.household),
            "enrollment_id": column(line.enrollment),
            "state": "open",
            "found_on": fact.on,
            "mended_on": "",
        }
        yield Assign("audit_findings", {"id": line.id}, found)
    for line in fact.mended:
        mended: dict[str, Value] = {"state": "mended", "mended_on": fact.on}
        yield Assign("audit_findings", {"id": line.id}, mended)
