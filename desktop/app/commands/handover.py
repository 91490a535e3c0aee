"""`import tax-return`, `tax-paid`, `return-codes`; `export tax-payable`, `reconciliation`, `audit`.

What is found is printed as JSON lines; with ``--dry-run`` nothing else happens.
"""

from __future__ import annotations

import hashlib
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.app.commands.context import (
    DONE,
    DONE_WITH_REFUSALS,
    NOTHING_DONE,
    USAGE,
    Context,
)
from desktop.base.money import fen_text
from desktop.domain.audits import CHECKS
from desktop.domain.handover_words import (
    CAUSES,
    HELD_BACK,
    TAX_STATES,
    TAX_WAYS_OUT,
    why_text,
    word,
)
from desktop.domain.identity_number import masked
from desktop.domain.tax_matching import TO_ACT
from desktop.exchange.tax_tables import RowFinding
from desktop.ui.wording.handover_rows import row_words
from desktop.usecases.audits import AuditWanted, record_audit, run_audit
from desktop.usecases.desk import Desk
from desktop.usecases.exports import Leaving, write_file
from desktop.usecases.handover import (
    LAYOUTS,
    Batch,
    HandoverWanted,
    batch_of,
    hand_over,
    plan_handover,
    write_batch,
)
from desktop.usecases.handover_papers import (
    audit_register,
    difference_register,
    statement_register,
)
from desktop.usecases.reconciliation import (
    approve_reconciliation,
    reconcile,
    state_reconciliation,
    statement_of,
)
from desktop.usecases.registers import Register
from desktop.usecases.return_codes import read_return_codes, set_return_codes
from desktop.usecases.tax_paid import book_rows, list_tax_rows, preview_paid, take_paid
from desktop.usecases.tax_returns import TaxFileRefused, preview_returns, take_returns

if TYPE_CHECKING:
    from argparse import _SubParsersAction

PAYABLE, RECONCILIATION, AUDIT = "tax-payable", "reconciliation", "audit"
EXPORTS = (PAYABLE, RECONCILIATION, AUDIT)


def add_imports(actions: _SubParsersAction[ArgumentParser]) -> None:
    """Add what is read from the tax authority to `import`."""
    returns = actions.add_parser("tax-return", help="return codes by row (应征返回)")
    returns.set_defaults(run=tax_return)
    paid = actions.add_parser("tax-paid", help="paid detail (税务缴费明细)")
    paid.add_argument("--campaign-year", type=int, required=True, metavar="Y")
    paid.add_argument("--book", action="store_true", help="confirm: book what is ready")
    paid.set_defaults(run=tax_paid)
    codes = actions.add_parser("return-codes", help="what return codes mean (返回码表)")
    codes.set_defaults(run=return_codes)
    for one in (returns, paid, codes):
        one.add_argument("file", metavar="FILE")
        one.add_argument("--dry-run", action="store_true", help="only say what it holds")
    for one in (returns, paid):
        one.add_argument("--layout", default="", metavar="FILE.toml", help="the county's own")


def add_exports(top: ArgumentParser) -> None:
    """Add what these exports take to `export`."""
    layouts = ", ".join(LAYOUTS)
    top.add_argument("name", nargs="?", metavar="NAME", help=f"of an audit: {', '.join(CHECKS)}")
    top.add_argument("--dry-run", action="store_true", help="only say what is found")
    top.add_argument("--layout", default=LAYOUTS[0], metavar="L", help=f"{layouts} or FILE.toml")
    top.add_argument("--batch", metavar="NO", help="write a batch's file once more")
    top.add_argument("--again", action="store_true", help="send refused rows once more")
    top.add_argument("--state", metavar="WHY", help="put the reconciliation on record")
    top.add_argument("--statement", metavar="ID", help="write a statement's paper")
    top.add_argument("--approve", metavar="ID", help="sign a statement, a second supervisor")
    top.add_argument("--record", action="store_true", help="put the audit on record: cases")


def tax_return(context: Context, options: Namespace) -> int:
    """Read return codes in; the same file twice changes nothing."""
    work = preview_returns if options.dry_run else take_returns
    with context.desk() as desk:
        try:
            found = work(desk, Path(options.file), options.layout)
        except TaxFileRefused as error:
            return _refused(context, error)
    _print_findings(context, found.findings)
    context.print(
        {
            "batch": found.batch.number,
            "rows": found.rows,
            "changed": len(found.changed),
            "accepted": found.accepted,
            "refused": found.refused,
            "unexplained": found.unexplained,
            "written": 0 if options.dry_run else len(found.changed),
        }
    )
    return DONE_WITH_REFUSALS if found.findings else DONE


def tax_paid(context: Context, options: Namespace) -> int:
    """Read paid detail in, and with ``--book`` book what is ready."""
    with context.desk() as desk:
        path = Path(options.file)
        try:
            if options.dry_run:
                found = preview_paid(desk, path, options.layout)
            else:
                found = take_paid(desk, path, options.campaign_year, options.layout)
        except TaxFileRefused as error:
            return _refused(context, error)
        _print_findings(context, found.findings)
        context.print(
            {
                "file": found.title,
                "rows": found.rows,
                "amount": fen_text(found.amount_fen),
                "new": len(found.new),
                "unknown_people": found.strangers,
                "written": 0 if options.dry_run else len(found.new),
            }
        )
        if options.dry_run:
            return DONE_WITH_REFUSALS if found.findings else DONE
        return _book(context, desk, options)


def return_codes(context: Context, options: Namespace) -> int:
    """Read the county's table of return codes in."""
    path = Path(options.file)
    codes = read_return_codes(path)
    with context.desk() as desk:
        written = 0 if options.dry_run else set_return_codes(desk, codes, path.name)
    context.print({"codes": len(codes), "written": written})
    return DONE


def export(context: Context, options: Namespace) -> int:
    """Write the list the options name; print what was found and written."""
    if options.out is None and not (options.dry_run or options.approve or options.record):
        context.tell("export: --out FILE is missing")
        return USAGE
    with context.desk() as desk:
        if options.register == PAYABLE:
            return _payable(context, desk, options)
        if options.register == RECONCILIATION:
            return _reconciliation(context, desk, options)
        return _audit(context, desk, options)


def _book(context: Context, desk: Desk, options: Namespace) -> int:
    division = desk.store.station.division
    rows = list_tax_rows(desk, division, options.campaign_year)
    refused = False
    if options.book and any(row.state == "ready" for row in rows):
        for one in book_rows(desk, rows):
            told: dict[str, Any] = {"voucher": one.voucher, "amount": fen_text(one.amount_fen)}
            if one.error is None:
                context.print(told | {"receipt": one.receipt})
                continue
            refused = True
            context.print(told | {"code": one.error.code, "message": context.messages.error(
                one.error)})  # fmt: skip
        rows = list_tax_rows(desk, division, options.campaign_year)
    for row in rows:
        if row.state in TO_ACT - {"ready"}:
            refused = True
            context.print(
                {
                    "code": f"TAX_{row.state.upper()}",
                    "row": row.place,
                    "voucher": row.voucher,
                    "document": masked(row.document),
                    "amount": fen_text(row.amount_fen),
                    "message": word(TAX_STATES, row.state, context.language),
                    "way_out": word(TAX_WAYS_OUT, row.state, context.language),
                }
            )
    return DONE_WITH_REFUSALS if refused else DONE


def _where(desk: Desk, options: Namespace) -> tuple[str, int]:
    division = options.division or desk.store.station.division
    return division, options.campaign_year or desk.today.year


def _payable(context: Context, desk: Desk, options: Namespace) -> int:
    division, year = _where(desk, options)
    wanted = HandoverWanted(division, year, options.layout, again=options.again)
    if options.batch:
        return _written_batch(context, desk, batch_of(desk, options.batch), options)
    plan = plan_handover(desk, wanted)
    for one in plan.held_back:
        message = word(HELD_BACK, one.code, context.language)
        context.print({"code": one.code, "enrollment": one.enrollment, "message": message})
    if options.dry_run:
        counts = {kind: plan.count(kind) for kind in ("new", "correction", "cancel")}
        context.print(
            {"rows": len(plan.rows), "amount": fen_text(plan.amount_fen), **counts, "written": 0}
        )
        return DONE_WITH_REFUSALS if plan.held_back else DONE
    status = _written_batch(context, desk, hand_over(desk, wanted), options)
    return DONE_WITH_REFUSALS if plan.held_back else status


def _written_batch(context: Context, desk: Desk, batch: Batch, options: Namespace) -> int:
    # The batch is on record before its file is written: told first, so that it can be found again.
    context.print({"batch": batch.number, "rows": batch.rows, "amount": fen_text(batch.amount_fen)})
    path = Path(options.out)
    encoding = "" if options.encoding == "utf-8" else options.encoding
    rows = write_batch(desk, batch.number, path, encoding=encoding)
    context.print({"file": str(path), "rows": rows, "hash": _hash(path)})
    return DONE


def _reconciliation(context: Context, desk: Desk, options: Namespace) -> int:
    if options.approve:
        signed = approve_reconciliation(desk, options.approve, desk.operator)
        context.print({"statement": signed.id, "approved_by": signed.approved_by})
        return DONE
    if options.statement:
        statement = statement_of(desk, options.statement)
        return _write(context, statement_register(desk, statement, context.language), options)
    where = _where(desk, options)
    through = options.day or options.to or desk.today
    found = reconcile(desk, *where, through)
    for side in found.sides:
        context.print({"side": side.side, "rows": side.rows, "amount": fen_text(side.amount_fen)})
    for one in found.causes:
        message = word(CAUSES, one.cause, context.language)
        context.print({"code": one.cause.upper(), "rows": one.rows,
                       "amount": fen_text(one.amount_fen), "message": message})  # fmt: skip
    if options.state is not None:
        statement = state_reconciliation(desk, *where, through, options.state)
        context.print({"statement": statement.id, "through": statement.through})
    if options.out is not None and not options.dry_run:
        made = difference_register(desk, found, where, context.language, reason=options.whole)
        _write(context, made, options)
    return DONE_WITH_REFUSALS if found.differences else DONE


def _audit(context: Context, desk: Desk, options: Namespace) -> int:
    if options.name is None:
        context.tell(f"export audit NAME: {', '.join(CHECKS)}")
        return USAGE
    wanted = AuditWanted(options.name, *_where(desk, options))
    found = run_audit(desk, wanted)
    for row in found.rows:
        context.print(
            {
                "code": wanted.check,
                "person": row.person,
                "document": masked(row.document),
                "message": why_text(row.why, context.language),
                "case": row.state == "open",
            }
        )
    if options.record and not options.dry_run:
        told = record_audit(desk, wanted)
        context.print({"opened": told.opened, "mended": told.mended, "standing": told.standing})
    if options.out is not None and not options.dry_run:
        made = audit_register(desk, found, context.language, reason=options.whole)
        _write(context, made, options)
    return DONE_WITH_REFUSALS if found.rows else DONE


def _write(context: Context, made: Register, options: Namespace) -> int:
    path = Path(options.out)
    write_file(made, path, Leaving(options.encoding, lossy=options.lossy))
    rows = len(made.data.rows)
    context.print({"register": options.register, "file": str(path), "rows": rows,
                   "hash": _hash(path)})  # fmt: skip
    return DONE


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _refused(context: Context, error: TaxFileRefused) -> int:
    _print_findings(context, error.findings)
    context.tell_error(error)
    return NOTHING_DONE


def _print_findings(context: Context, findings: Iterable[RowFinding]) -> None:
    for one in findings:
        context.print(
            {
                "file": one.file,
                "sheet": one.sheet,
                "row": one.row,
                "column": one.column,
                "code": one.code,
                "severity": one.severity,
                "message": row_words(one.code, one.value, context.language),
            }
        )
