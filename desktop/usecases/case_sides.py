"""Both sides of a case as this station can show them: what each says, who said it, when, where.

A side is read from the event or the row itself, never from the case: a case travels without names
and numbers. What lies in another township is not in this file; of a person or of money that is
there twice the centre tells where and when, of anything else only the county sees it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.domain.assign import Value
from desktop.domain.audits import CASE_KINDS as AUDIT_KINDS
from desktop.domain.case_choices import (
    CASE_DECISIONS_DIFFER,
    DUPLICATE_ENROLLMENT,
    FIELD_CONFLICT,
    PAID_TWICE,
)
from desktop.domain.effects import effects
from desktop.domain.events import Event, SignedEvent
from desktop.domain.facts import PaymentTaken
from desktop.domain.identity_number import masked
from desktop.domain.money_facts import PaymentReversed
from desktop.store import cases as rows_of
from desktop.store import people, register
from desktop.store.event_subjects import events_naming
from desktop.store.register import Row
from desktop.store.station_keys import station_name
from desktop.usecases.desk import Desk

Says = Mapping[str, str]
"""Texts by the name of what they say: codes, ISO days and instants, fen as digits."""

Detail = Mapping[str, Any]
SIDE = ("at", "operator", "station")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a matter; ``says`` is None where this station does not hold it."""

    says: Says | None
    present: Says = field(default_factory=dict)
    """What stands now, of the same things."""
    told: bool = False
    """Another township's: what the centre told of it when the case was opened, not this file."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a case is about, as far as it can be seen here."""

    sides: tuple[Side, ...]
    household: str = ""
    """A household of this file that it concerns, to be opened."""

    @property
    def whole(self) -> bool:
        """Whether this station holds every side."""
        return all(side.says is not None and not side.told for side in self.sides)

    @property
    def told(self) -> bool:
        """Whether the centre told what this station does not hold."""
        return any(side.told for side in self.sides)


def matter_of(desk: Desk, kind: str, event_id: str, detail: Detail) -> Matter:
    """Return both sides of a case, or the one there is."""
    reader = _READERS.get(kind, _of_event)
    return reader(desk, event_id, detail)


def event_of(desk: Desk, event_id: str) -> Event | None:
    """Return an event of this file, None if it is not here."""
    row = rows_of.event(desk.store.connection, event_id)
    return SignedEvent(row["body"], row["hash"], row["signature"]).open() if row else None


def stated_fields(event: Event, table: str, row_id: str) -> dict[str, Value]:
    """Return what an event states of one row, by column."""
    found: dict[str, Value] = {}
    for one in effects(event):
        if one.table == table and one.key.get("id") == row_id:
            found |= one.values
    return found


def shown(column: str, value: object) -> str:
    """Return a value as a side says it; identity numbers masked."""
    text = "" if value is None else str(value)
    return masked(text) if column == "document_number" else text


def _who(desk: Desk, event: Event) -> dict[str, str]:
    connection = desk.store.connection
    return {
        "at": event.at,
        "operator": people.operator_name(connection, event.station, event.operator),
        "station": station_name(connection, event.station) or event.station[:8],
    }


def _field_conflict(desk: Desk, _event_id: str, detail: Detail) -> Matter:
    table, row_id, fields = detail["table"], detail["row"], detail["fields"]
    connection = desk.store.connection
    find = register.person if table == "people" else register.household
    row = find(connection, row_id)
    now = {name: shown(name, row[name]) for name in fields} if row else {}
    sides = []
    for event_id in detail["events"]:
        event = event_of(desk, event_id)
        if event is None:
            sides.append(Side(None, now))
            continue
        stated = stated_fields(event, table, row_id)
        says = _who(desk, event) | {name: shown(name, stated.get(name)) for name in fields}
        sides.append(Side(says, now))
    household = (row["household_id"] if table == "people" else row["id"]) if row else ""
    return Matter(tuple(sides), household or "")


def _duplicate(desk: Desk, event_id: str, detail: Detail) -> Matter:
    event = event_of(desk, event_id)
    rows = [rows_of.registration(desk.store.connection, one) for one in detail["enrollments"]]
    alike = {"same_name": _yes_no(detail["same_name"])} if "same_name" in detail else {}
    sides = tuple(
        Side(_registration(desk, row, event) | alike) if row else _told(desk, detail, place, alike)
        for place, row in enumerate(rows)
    )
    return Matter(sides, next((row["household_id"] for row in rows if row), ""))


def _told(desk: Desk, detail: Detail, place: int, alike: Says) -> Side:
    """Return a side of another township as the centre told it; older centres tell nothing."""
    sides = detail.get("sides", ())
    if place >= len(sides) or not sides[place]:
        return Side(None)
    says = {name: _fen(value) for name, value in sides[place].items()}
    if "division" in says:
        # Its villages are not this station's to choose from, but the county's tree is everybody's.
        says["division"] = rows_of.place_name(desk.store.connection, says["division"])
    return Side(says | dict(alike), told=True)


def _yes_no(value: object) -> str:
    return "yes" if value else "no"


def _registration(desk: Desk, row: Row, event: Event | None) -> dict[str, str]:
    says: dict[str, str] = {}
    if event is not None and row["id"] in str(effects(event)):
        says |= _who(desk, event)
    says |= {
        "name": row["name"] or "",
        "document_number": masked(row["document_number"] or ""),
        "number": row["household_number"] or "",
        "division": row["division"] or "",
        "registered_on": row["registered_on"] or "",
        "status": row["status"] or "",
        "net_fen": _fen(row["net_fen"]),
        "receipt": row["receipt_number"] or "",
    }
    return says


def _paid_twice(desk: Desk, _event_id: str, detail: Detail) -> Matter:
    rows = [rows_of.payment(desk.store.connection, one) for one in detail["payments"]]
    sides = tuple(
        Side(_payment(desk, row)) if row else _told(desk, detail, place, {})
        for place, row in enumerate(rows)
    )
    return Matter(sides, next((row["household_id"] for row in rows if row), ""))


def _payment(desk: Desk, row: Row) -> dict[str, str]:
    connection = desk.store.connection
    return {
        "at": row["taken_at"] or "",
        "operator": people.operator_name(connection, row["station"], row["operator"]),
        "station": station_name(connection, row["station"]) or (row["station"] or "")[:8],
        "receipt": row["receipt_number"] or "",
        "amount_fen": _fen(row["amount_fen"]),
        "method": row["method"] or "",
        "payer": row["payer"] or "",
        "number": row["household_number"] or "",
        "division": row["division"] or "",
        "state": row["state"] or "",
    }


def _about(row: Row | None) -> dict[str, str]:
    """Return whose enrolment it is."""
    return {"name": row["name"] or "", "number": row["household_number"] or ""} if row else {}


def _paid_line(desk: Desk, detail: Detail, row: Row | None) -> dict[str, str] | None:
    connection = desk.store.connection
    payment = rows_of.payment(connection, detail["payment"])
    line = rows_of.paid_line(connection, detail["payment"], detail["enrollment"])
    if not (payment and line):
        return None
    paid = _payment(desk, payment)
    who = {name: paid[name] for name in SIDE} | _about(row) | {"receipt": paid["receipt"]}
    return who | {
        "status": "paid",
        "net_fen": _fen(line["paid_fen"]),
    }


def _paid_after_void(desk: Desk, _event_id: str, detail: Detail) -> Matter:
    enrollment = detail["enrollment"]
    row = rows_of.registration(desk.store.connection, enrollment)
    voided = None
    for one in events_naming(desk.store.connection, (enrollment,)):
        event = SignedEvent(one["body"], one["hash"], one["signature"]).open()
        stated = stated_fields(event, "enrollments", enrollment)
        if stated.get("status") == "voided":
            # The last of them, if there are several.
            why = {"status": "voided", "reason": str(stated["reason"])}
            voided = _who(desk, event) | _about(row) | why
    return Matter(
        (Side(voided), Side(_paid_line(desk, detail, row))), row["household_id"] if row else ""
    )


def _changed_after_payment(desk: Desk, event_id: str, detail: Detail) -> Matter:
    row = rows_of.registration(desk.store.connection, detail["enrollment"])
    event = event_of(desk, event_id)
    now = None
    if row:
        now = (_who(desk, event) if event else {}) | _about(row)
        now |= {
            "receipt": row["receipt_number"] or "",
            "status": row["status"] or "",
            "net_fen": _fen(row["net_fen"]),
        }
    return Matter(
        (Side(_paid_line(desk, detail, row)), Side(now)), row["household_id"] if row else ""
    )


def _figures_differ(desk: Desk, event_id: str, detail: Detail) -> Matter:
    event = event_of(desk, event_id)
    row = rows_of.registration(desk.store.connection, detail["enrollment"])
    who = _who(desk, event) if event else {}
    sides = tuple(
        Side(
            dict(part_who)
            | _about(row)
            | {name: _fen(value) for name, value in detail[part].items()}
        )
        for part, part_who in (("stated", who), ("centre", {}))
    )
    return Matter(sides, row["household_id"] if row else "")


def _decisions(desk: Desk, _event_id: str, detail: Detail) -> Matter:
    sides = tuple(
        Side({"operator": one["by"], "outcome": one["outcome"], "amount_fen": _fen(one["fen"])})
        for one in detail["decisions"]
    )
    return Matter(sides)


def _case_decisions(desk: Desk, _event_id: str, detail: Detail) -> Matter:
    sides = []
    for event_id, decision in zip(detail["events"], detail["decisions"], strict=True):
        event = event_of(desk, event_id)
        comment = getattr(event.fact, "comment", "") if event else ""
        said = {"decision": f"{detail['kind']}.{decision}", "comment": comment}
        sides.append(Side((_who(desk, event) if event else {}) | said))
    return Matter(tuple(sides))


def _number_twice(desk: Desk, event_id: str, detail: Detail) -> Matter:
    sides = [_money_side(desk, event_id, detail)]
    if other := detail.get("other_event"):
        sides.insert(0, _money_side(desk, other, {}))
    return Matter(tuple(sides))


def _money_side(desk: Desk, event_id: str, detail: Detail) -> Side:
    event = event_of(desk, event_id)
    if event is None:
        # Facts that do not fit are given to nobody but who wrote them; the number travels along.
        number = str(detail.get("receipt") or detail.get("number") or "")
        return Side({"receipt": number} if number else None)
    says = _who(desk, event)
    match event.fact:
        case PaymentTaken() | PaymentReversed():
            receipt = event.fact.receipt
            says |= {
                "receipt": receipt.number,
                "amount_fen": _fen(receipt.paid_fen),
                "method": receipt.method,
                "payer": receipt.payer,
                "persons": str(len(receipt.lines)),
            }
        case _:
            says |= _scalars(detail)
    return Side(says)


def _audit(desk: Desk, event_id: str, detail: Detail) -> Matter:
    """Show whom a check found: the enrolment it is about, else the person."""
    connection = desk.store.connection
    event = event_of(desk, event_id)
    says = _who(desk, event) if event else {}
    row = rows_of.registration(connection, detail["enrollment"]) if detail["enrollment"] else None
    if row is not None:
        return Matter((Side(says | _registration(desk, row, None)),), row["household_id"] or "")
    person = register.person(connection, detail["person"])
    if person is None:
        return Matter((Side(None),))
    says |= {
        "name": person["name"] or "",
        "document_number": masked(person["document_number"] or ""),
    }
    return Matter((Side(says),), person["household_id"] or "")


def _of_event(desk: Desk, event_id: str, detail: Detail) -> Matter:
    event = event_of(desk, event_id)
    household = ""
    if event is not None:
        stated = getattr(event.fact, "household", "")
        household = stated if isinstance(stated, str) else stated.id
    if event is not None and isinstance(event.fact, PaymentTaken | PaymentReversed):
        return Matter((_money_side(desk, event_id, detail),), event.fact.receipt.household)
    says = (_who(desk, event) if event else {}) | _scalars(detail)
    return Matter((Side(says),), household)


def _scalars(detail: Detail) -> dict[str, str]:
    """Return what a case says of itself, but for the ids, which say nothing to a person."""
    told = {}
    for name, value in detail.items():
        texts = value if isinstance(value, list) else [value]
        if all(isinstance(one, int) or (isinstance(one, str) and not _is_id(one)) for one in texts):
            told[name] = "、".join(str(one) for one in texts)
    return told


def _is_id(text: str) -> bool:
    return len(text) >= 32 and all(one in "0123456789abcdef" for one in text)


def _fen(value: object) -> str:
    return "" if value is None else str(value)


def fields_told(sides: Iterable[Side]) -> tuple[str, ...]:
    """Return what the sides say something about, in order: who and when first."""
    names = dict.fromkeys(name for side in sides for name in (side.says or {}))
    first = [name for name in SIDE if name in names]
    return (*first, *(name for name in names if name not in SIDE))


_READERS: dict[str, Callable[[Desk, str, Detail], Matter]] = {
    FIELD_CONFLICT: _field_conflict,
    DUPLICATE_ENROLLMENT: _duplicate,
    PAID_TWICE: _paid_twice,
    "CHANGED_AFTER_PAYMENT": _changed_after_payment,
    "PAID_AFTER_VOID": _paid_after_void,
    "FIGURES_DIFFER": _figures_differ,
    "DECISIONS_DIFFER": _decisions,
    CASE_DECISIONS_DIFFER: _case_decisions,
    "RECEIPT_NUMBER_TWICE": _number_twice,
    **dict.fromkeys(AUDIT_KINDS, _audit),
}
