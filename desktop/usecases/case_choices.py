"""What each decision of a case would do, told before it is taken, and done when it is.

A decision's consequences are ordinary facts written by the ordinary use cases, under their own
rules. Money moves only where the chosen decision says so, with the amount, and never by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from desktop.base.dates import day_from_text
from desktop.domain.case_choices import (
    DUPLICATE_ENROLLMENT,
    FIELD_CONFLICT,
    PAID_TWICE,
    choices_of,
)
from desktop.domain.household import HouseholdInput
from desktop.store import cases as rows_of
from desktop.store import closings, register
from desktop.store.register import Row
from desktop.usecases.case_sides import Detail, event_of, stated_fields
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.open_household import load_household, member_from_row
from desktop.usecases.price import price_member
from desktop.usecases.undoing import reverse_payment, void_receipt
from desktop.usecases.voids import void_enrollments

What = Literal[
    "nothing", "fields", "void", "refund_later", "void_receipt", "reverse", "undone", "recalculate",
    "settle_later",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a decision does, in fen. ``before_fen`` and ``after_fen`` where a price changes."""

    what: What
    amount_fen: int | None = None
    before_fen: int | None = None
    after_fen: int | None = None
    receipt: str = ""
    persons: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be decided, here or not."""

    code: str
    consequences: tuple[Consequence, ...] = ()
    why_not: str = ""
    """``ELSEWHERE``: what it touches is not in this station's file; ``BY_HAND``: it is done on
    its own screen, and decided as corrected afterwards. Empty: it can be decided here."""


@dataclass(frozen=True, slots=True)
class _Planned:
    """A choice with what taking it does."""

    choice: Choice
    act: Callable[[], object] | None = None


def choices(desk: Desk, case: Row, detail: Detail, campaign_year: int) -> tuple[Choice, ...]:
    """Return what can be decided of a case, each with its consequences."""
    return tuple(
        _plan(desk, case, detail, campaign_year, code, "").choice
        for code in choices_of(case["kind"])
    )


def act(
    desk: Desk, case: Row, detail: Detail, campaign_year: int, code: str, comment: str
) -> Choice:
    """Do what a decision entails and return it, with what it did.

    Doing it again after a cut does nothing twice. Raises as the use cases behind it do.
    """
    planned = _plan(desk, case, detail, campaign_year, code, comment)
    if planned.act is not None and not planned.choice.why_not:
        planned.act()
    return planned.choice


def _plan(
    desk: Desk, case: Row, detail: Detail, campaign_year: int, code: str, comment: str
) -> _Planned:
    match case["kind"], code:
        case kind, "first" | "second" if kind == FIELD_CONFLICT:
            return _take_fields(desk, detail, campaign_year, code)
        case kind, "first" | "second" if kind == DUPLICATE_ENROLLMENT:
            return _keep_one(desk, detail, code)
        case kind, "undo_first" | "undo_second" if kind == PAID_TWICE:
            return _undo_payment(desk, case, detail, code, comment)
        case "FIGURES_DIFFER", "recalculate":
            return _recalculate(desk, detail, code)
        case "CHANGED_AFTER_PAYMENT" | "PAID_AFTER_VOID", "refund":
            return _Planned(Choice(code, (_refund_of(desk, detail["payment"]),)))
        case kind, "different_people" | "both_right" if not _all_here(desk, kind, detail):
            # Nobody rules on what they cannot see: a township gives up its own side, no more.
            return _Planned(Choice(code, why_not="ELSEWHERE"))
        case _:
            return _Planned(Choice(code, (Consequence("nothing"),)))


def _all_here(desk: Desk, kind: str, detail: Detail) -> bool:
    """Tell whether every side of a double is in this station's file."""
    connection = desk.store.connection
    if kind == DUPLICATE_ENROLLMENT:
        return all(rows_of.registration(connection, one) for one in detail["enrollments"])
    return all(rows_of.payment(connection, one) for one in detail["payments"])


def _take_fields(desk: Desk, detail: Detail, campaign_year: int, code: str) -> _Planned:
    table, row_id, names = detail["table"], detail["row"], detail["fields"]
    event = event_of(desk, detail["events"][0 if code == "first" else 1])
    find = register.person if table == "people" else register.household
    row = find(desk.store.connection, row_id)
    if event is None or row is None:
        return _Planned(Choice(code, why_not="ELSEWHERE"))
    stated = stated_fields(event, table, row_id)
    wanted = {name: stated.get(name) for name in names}
    if all((row[name] or "") == (value or "") for name, value in wanted.items()):
        return _Planned(Choice(code, (Consequence("nothing"),)))
    household = row["household_id"] if table == "people" else row_id
    if "household_id" in names or not household:
        return _Planned(Choice(code, why_not="BY_HAND"))
    entry = load_household(desk, household, campaign_year).entry
    changed = _with_fields(entry, table, row, wanted)
    before, after = _payable(desk, entry), _payable(desk, changed)
    told = Consequence("fields", before_fen=before, after_fen=after, persons=len(names))
    return _Planned(Choice(code, (told,)), lambda: save_household(desk, changed))


def _with_fields(
    entry: HouseholdInput, table: str, row: Row, wanted: Mapping[str, Any]
) -> HouseholdInput:
    """Return the household with the wanted values where they belong."""
    if table == "households":
        texts: dict[str, Any] = {name: value or "" for name, value in wanted.items()}
        return replace(entry, **texts)
    merged = {name: row[name] for name in row.keys()} | dict(wanted)  # noqa: SIM118 - a row
    built = member_from_row(merged, None, any_enrolled=True)
    taken = {name: getattr(built, name) for name in wanted}
    members = tuple(
        replace(one, **taken) if one.person_id == row["id"] else one for one in entry.members
    )
    return replace(entry, members=members)


def _payable(desk: Desk, entry: HouseholdInput) -> int:
    """Return what a household's unpaid, enrolled members owe today, as far as it is settled."""
    total = 0
    for member in entry.members:
        row = register.enrollment(desk.store.connection, member.person_id, entry.campaign_year)
        if row is None or row["status"] != "registered":
            continue
        assessment = price_member(
            entry,
            member,
            desk.law,
            desk.today,
            registered_on=day_from_text(row["registered_on"]),
            local_values=desk.local_values,
        )
        total += assessment.net_payable or 0
    return total


def _keep_one(desk: Desk, detail: Detail, code: str) -> _Planned:
    """Keep one enrolment: the other is voided if unpaid, else its money goes back on request."""
    one, other = detail["enrollments"]
    gone = other if code == "first" else one
    row = rows_of.registration(desk.store.connection, gone)
    if row is None:
        return _Planned(Choice(code, why_not="ELSEWHERE"))
    if row["status"] == "voided":
        return _Planned(Choice(code, (Consequence("undone"),)))
    if row["status"] == "paid":
        return _Planned(Choice(code, (_refund_of(desk, row["payment_id"], gone),)))
    told = Consequence("void", amount_fen=row["net_fen"])
    return _Planned(Choice(code, (told,)), lambda: void_enrollments(desk, (gone,), "doubled"))


def _refund_of(desk: Desk, payment_id: str, enrollment_id: str = "") -> Consequence:
    """Return that money is to go back by a request of its own; deciding moves none."""
    payment = rows_of.payment(desk.store.connection, payment_id)
    line = rows_of.paid_line(desk.store.connection, payment_id, enrollment_id)
    amount = line["paid_fen"] if line else (payment["amount_fen"] if payment else None)
    number = (payment["receipt_number"] or "") if payment else ""
    return Consequence("refund_later", amount_fen=amount, receipt=number)


def _undo_payment(desk: Desk, case: Row, detail: Detail, code: str, comment: str) -> _Planned:
    payment_id = detail["payments"][0 if code == "undo_first" else 1]
    row = rows_of.payment(desk.store.connection, payment_id)
    if row is None:
        return _Planned(Choice(code, why_not="ELSEWHERE"))
    if row["state"]:
        return _Planned(Choice(code, (Consequence("undone", receipt=row["receipt_number"]),)))
    number = row["receipt_number"]
    void = row["station"] == desk.store.station.id and not _closed(desk, row)
    told = Consequence(
        "void_receipt" if void else "reverse", amount_fen=row["amount_fen"], receipt=number
    )
    if void:
        return _Planned(Choice(code, (told,)), lambda: void_receipt(desk, number, comment))
    return _Planned(
        Choice(code, (told,)),
        lambda: reverse_payment(
            desk, number, comment, approved_by=desk.operator, ref=f"case:{case['id']}"
        ),
    )


def _closed(desk: Desk, row: Row) -> bool:
    connection = desk.store.connection
    found = closings.closing(connection, row["station"], row["operator"], row["booked_on"])
    return found is not None


def _recalculate(desk: Desk, detail: Detail, code: str) -> _Planned:
    row = rows_of.registration(desk.store.connection, detail["enrollment"])
    if row is None or not row["household_id"]:
        return _Planned(Choice(code, why_not="ELSEWHERE"))
    if row["status"] != "registered":
        # Of what is paid only the difference is noted, on the list of 多退少补.
        return _Planned(Choice(code, (Consequence("settle_later", amount_fen=row["net_fen"]),)))
    entry = load_household(desk, row["household_id"], row["campaign_year"]).entry
    told = Consequence(
        "recalculate", before_fen=row["net_fen"], after_fen=_payable_one(desk, entry, row)
    )
    return _Planned(Choice(code, (told,)), lambda: save_household(desk, entry))


def _payable_one(desk: Desk, entry: HouseholdInput, row: Row) -> int | None:
    member = next((one for one in entry.members if one.person_id == row["person_id"]), None)
    if member is None:
        return None
    return price_member(
        entry,
        member,
        desk.law,
        desk.today,
        registered_on=day_from_text(row["registered_on"]),
        local_values=desk.local_values,
    ).net_payable
