"""What is agreed with a tax authority about files: columns out, headers in, as data. Pure.

A layout is a TOML file in ``forms/handover`` (or a county's own beside it): each province agrees on
another one. It chooses from the fields below and holds no rule.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Literal

import msgspec

from desktop.base.errors import Refused
from desktop.domain.handover_facts import ReturnCode
from desktop.domain.paper_template import Words

PayableField = Literal[
    "county", "batch", "row", "kind", "kind_code", "person", "document_type", "document", "name",
    "scheme", "amount", "period_from", "period_to", "campaign_year", "township", "village",
    "household_number", "standard", "assistance",
]  # fmt: skip
ReturnField = Literal["county", "batch", "row", "code", "message"]
PaidField = Literal["county", "voucher", "document", "name", "amount", "paid_on", "payer"]

NEEDED: Mapping[str, frozenset[str]] = {
    "returns": frozenset({"batch", "row", "code"}),
    "paid": frozenset({"voucher", "document", "amount", "paid_on"}),
}
"""Without these fields a file says nothing that can be booked."""


class PayableColumn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One column of the payable list; ``value`` is a constant, ``field`` one of ours."""

    head: str
    field: PayableField | Literal[""] = ""
    value: str = ""


class Layout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The files agreed with one tax authority."""

    name: str
    title: Words
    ending: Literal[".csv", ".xlsx"]
    columns: tuple[PayableColumn, ...]
    returns: Mapping[ReturnField, tuple[str, ...]]
    """Headers by which the return file's columns go."""
    paid: Mapping[PaidField, tuple[str, ...]]
    encoding: Literal["utf-8", "gb18030", "gbk"] = "utf-8"
    kinds: Mapping[Literal["new", "correction", "cancel"], str] = {}
    """How the authority writes what a row does; empty: 1, 2 and 3."""


def layout_from_text(file: str, text: str) -> Layout:
    """Return the layout in ``text``.

    Raises:
        Refused: ``LAYOUT_INVALID`` with the file and what is wrong.
    """
    try:
        found = msgspec.convert(tomllib.loads(text), Layout)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise _invalid(file, str(error)) from error
    fields = {column.field for column in found.columns}
    if missing := sorted({"batch", "row", "document", "amount"} - fields):
        raise _invalid(file, f"columns without {', '.join(missing)}")
    for part, headers in (("returns", found.returns), ("paid", found.paid)):
        named: Mapping[str, tuple[str, ...]] = headers  # type: ignore[assignment]
        if missing := sorted(NEEDED[part] - {name for name, known in named.items() if known}):
            raise _invalid(file, f"{part} without {', '.join(missing)}")
    heads = [column.head for column in found.columns]
    if doubled := sorted({head for head in heads if heads.count(head) > 1}):
        raise _invalid(file, f"two columns {', '.join(doubled)}")
    return found


class ShippedCode(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a return code means as far as the program knows by itself."""

    code: str
    accepted: bool
    zh: str
    en: str = ""
    assumed: bool = False
    """No public file names it; else one does, and the county's office may still use another."""

    @property
    def meaning(self) -> ReturnCode:
        """The code as the county would explain it."""
        return ReturnCode(code=self.code, accepted=self.accepted, zh=self.zh, en=self.en)


def return_codes_from_text(file: str, text: str) -> tuple[ShippedCode, ...]:
    """Return the shipped table of return codes.

    Raises:
        Refused: ``RETURN_CODES_INVALID``.
    """
    try:
        return msgspec.convert(tomllib.loads(text)["codes"], tuple[ShippedCode, ...])
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, KeyError) as error:
        raise Refused("RETURN_CODES_INVALID", f"{file}: {error}", why=str(error)) from error


def _invalid(file: str, why: str) -> Refused:
    return Refused("LAYOUT_INVALID", f"{file}: {why}", file=file, why=why)
