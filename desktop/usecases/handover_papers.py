"""Checks, differences and signed statements as registers: on paper, in a workbook, as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from desktop.base.clock import instant_text
from desktop.base.errors import Refused
from desktop.base.resources import form_text
from desktop.domain.codes import Language
from desktop.domain.handover_words import (
    AUDIT_TITLES,
    CAUSES,
    SIDES,
    why_text,
    word,
)
from desktop.domain.identity_number import masked
from desktop.domain.paper_template import (
    PaperTemplate,
    RegisterData,
    Value,
    Words,
    template_from_text,
)
from desktop.domain.reconciliation import Compared, Difference
from desktop.policy.words import IDENTITY_WORDS, law_word
from desktop.usecases.audits import Audit, Found
from desktop.usecases.desk import Desk
from desktop.usecases.divisions import tree
from desktop.usecases.exports import MAY_EXPORT_WHOLE, note_export
from desktop.usecases.operators import on_paper
from desktop.usecases.reconciliation import Statement
from desktop.usecases.registers import Register

Rows = Iterable[Mapping[str, Value]]


def audit_register(
    desk: Desk, audit: Audit, language: Language = "zh", *, reason: str | None = None
) -> Register:
    """Return what a check found, as a register; masked, unless ``reason`` says why not.

    Raises:
        Refused: ``ROLE``, ``REASON_EMPTY`` for whole numbers.
        Unavailable: the disk failed; no whole number is told.
    """
    wanted = audit.wanted
    _allow_whole(desk, reason)
    rows = tuple(_found(desk, row, language, whole=reason is not None) for row in audit.rows)
    title = Words(*AUDIT_TITLES[wanted.check])
    template = msgspec.structs.replace(_template("audit-list"), title=title)
    remarks = []
    if audit.unchecked:
        remarks.append(
            f"另有 {audit.unchecked} 人没有可核对的部门名单。"
            if language == "zh"
            else f"{audit.unchecked} more people's departments have sent no list."
        )
    made = _register(desk, template, rows, wanted.division, wanted.campaign_year, language, remarks)
    _note(desk, f"audit:{wanted.check}", made, (wanted.division, wanted.campaign_year), reason)
    return made


def difference_register(
    desk: Desk,
    compared: Compared,
    where: tuple[str, int],
    language: Language = "zh",
    *,
    reason: str | None = None,
) -> Register:
    """Return a difference list as a register; ``where``: division and campaign year.

    Raises as `audit_register`.
    """
    _allow_whole(desk, reason)
    whole = reason is not None
    rows = tuple(_difference(desk, one, language, whole=whole) for one in compared.differences)
    made = _register(desk, _template("difference-list"), rows, *where, language)
    _note(desk, "differences", made, where, reason)
    return made


def statement_register(desk: Desk, statement: Statement, language: Language = "zh") -> Register:
    """Return a statement as the paper two people sign."""
    zh = language == "zh"
    sides: list[Mapping[str, Value]] = [
        {"item": word(SIDES, one.side, language), "rows": one.rows, "amount_fen": one.amount_fen}
        for one in statement.sides
    ]
    causes: list[Mapping[str, Value]] = [
        {
            "item": ("差异：" if zh else "difference: ") + word(CAUSES, one.cause, language),
            "rows": one.rows,
            "amount_fen": one.amount_fen,
        }
        for one in statement.causes
    ]
    said = [
        f"对账截止：{statement.through}" if zh else f"Up to {statement.through}",
        f"说明：{statement.explanation}" if zh else f"Explanation: {statement.explanation}",
        _signed(statement, language),
    ]
    remarks = [text for text in said if not text.endswith(("：", ": "))]
    where = (statement.division, statement.campaign_year)
    return _register(
        desk, _template("reconciliation-statement"), (*sides, *causes), *where, language, remarks
    )


def _signed(statement: Statement, language: Language) -> str:
    zh = language == "zh"
    maker = on_paper(statement.stated_name, statement.stated_by, language)
    by = f"对账：{maker}" if zh else f"Made by {maker}"
    if not statement.approved_by:
        return by + ("；尚未复核" if zh else "; not signed yet")
    if not statement.signature_holds:
        return by + ("；复核签字与内容不符" if zh else "; the signature does not fit")
    signer = on_paper(statement.approved_name, statement.approved_by, language)
    return by + (f"；复核：{signer}" if zh else f"; signed by {signer}")


def _found(desk: Desk, row: Found, language: Language, *, whole: bool) -> dict[str, Value]:
    return {
        "village": tree(desk).short_name(row.division),
        "household_number": row.household_number,
        "name": row.name,
        "document": row.document if whole else masked(row.document),
        "identity": law_word(IDENTITY_WORDS, row.identity, language),
        "amount_fen": row.amount_fen,
        "why": why_text(row.why, language),
        "found_on": row.found_on,
    }


def _difference(
    desk: Desk, one: Difference, language: Language, *, whole: bool
) -> dict[str, Value]:
    return {
        "cause": word(CAUSES, one.cause, language),
        "village": tree(desk).short_name(one.division) if one.division else "",
        "name": one.name,
        "document": one.document if whole else masked(one.document),
        "voucher": one.voucher,
        "paid_on": one.paid_on,
        "tax_fen": one.tax_fen,
        "receipt_fen": one.receipt_fen,
        "enrollment_fen": one.enrollment_fen,
        "receipt": one.receipt,
    }


def _allow_whole(desk: Desk, reason: str | None) -> None:
    if reason is None:
        return
    desk.may(*MAY_EXPORT_WHOLE)
    if not reason.strip():
        raise Refused("REASON_EMPTY", "say why")


def _note(
    desk: Desk, name: str, made: Register, where: tuple[str, int], reason: str | None
) -> None:
    if reason is not None:
        note_export(desk, name, *where, len(made.data.rows), reason)


def _template(name: str) -> PaperTemplate:
    named = f"{name}.toml"
    return template_from_text(named, form_text("papers", named))


def _register(
    desk: Desk,
    template: PaperTemplate,
    rows: Rows,
    division: str,
    campaign_year: int,
    language: Language,
    remarks: Iterable[str] = (),
) -> Register:
    day = desk.today
    zh = language == "zh"
    data = RegisterData(
        rows=tuple(rows),
        place=tree(desk).full_name(division),
        period=f"{campaign_year} 年度征缴" if zh else f"Campaign year {campaign_year}",
        station=desk.store.station.name,
        day=f"制表日期：{day.year}年{day.month}月{day.day}日" if zh else f"Made on {day}",
        remarks=tuple(remarks),
        training=desk.store.station.training_day is not None,
    )
    return Register(template, data, instant_text(desk.store.clock.now()), language)
