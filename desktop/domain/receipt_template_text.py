"""Reads a receipt paper's template strictly: what it asks for must exist, what it says be used."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from desktop.base.errors import Refused
from desktop.domain.receipt_template import (
    Lines,
    Mark,
    MemberColumn,
    Members,
    PersonRows,
    ReceiptTemplate,
    Said,
    SheetTemplate,
    Signature,
    WrittenLines,
    WrittenTemplate,
)

FIELDS = frozenset(
    {
        "title", "number", "county", "campaign_year", "years", "head", "household_number",
        "address", "payer", "method", "taken_at", "persons", "standard", "assistance", "paid",
        "amount", "capital", "station", "collector", "printed_at", "copy", "reverses", "page",
        "pages",
    }
)  # fmt: skip
"""What a template may ask for, once per receipt."""

PERSON_FIELDS = frozenset(
    {
        "place", "name", "document", "relation", "standard", "assistance", "paid", "identity",
        "cover", "cover_days", "why",
    }
)  # fmt: skip
"""What it may ask for of every person. ``cover`` carries the mark of the note on open cover."""

LISTS = frozenset({"reversal_reason", "open_cover", "standard_basis", "channel", "late", "missing"})
"""Sentences a receipt has none, one or several of."""


def receipt_template_from_text(
    file: str, text: str, other: Callable[[str], str] | None = None
) -> ReceiptTemplate:
    """Return the template in ``text``; ``other`` gives the text of the paper it is ``like``.

    Raises:
        Refused: ``TEMPLATE_INVALID`` with the file and what is wrong.
    """
    try:
        raw = _whole(tomllib.loads(text), other)
        found: ReceiptTemplate = msgspec.convert(raw, ReceiptTemplate)
    except (ValueError, msgspec.ValidationError) as error:
        raise _invalid(file, str(error)) from error
    if faults := list(_faults(found)):
        raise _invalid(file, "; ".join(faults))
    return found


def _invalid(file: str, why: str) -> Refused:
    return Refused("TEMPLATE_INVALID", f"{file}: {why}", file=file, why=why)


def _whole(raw: dict[str, Any], other: Callable[[str], str] | None) -> dict[str, Any]:
    like = raw.pop("like", "")
    if not like:
        return raw
    if other is None:
        raise ValueError(f"like {like}: there is no other paper to be like")
    return _over(_whole(tomllib.loads(other(like)), None), raw)


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Lay one template's tables over another's; lists are replaced whole."""
    found = dict(below)
    for name, value in above.items():
        before = found.get(name)
        both = isinstance(before, dict) and isinstance(value, dict)
        found[name] = _over(before, value) if both else value  # type: ignore[arg-type]
    return found


def _faults(template: ReceiptTemplate) -> Iterator[str]:
    unknown = sorted(set(_unknown(template)))
    if unknown:
        yield f"no such field: {', '.join(unknown)}"
    for said in _all_said(template):
        if (said.field and said.text) or not (
            said.field or said.text or isinstance(said, Signature)
        ):
            yield f"a field or a text: {said.field or type(said).__name__}"
    match template:
        case SheetTemplate():
            yield from _sheet_faults(template)
        case WrittenTemplate() if template.lines.rows < 1:
            yield "the form has no rows"
        case _:
            pass


def _sheet_faults(template: SheetTemplate) -> Iterator[str]:
    columns, page = template.members.columns, template.page
    if sum(column.width for column in columns) > page.width - 2 * page.side:
        yield "the columns are wider than the paper"
    if sum(column.grow for column in columns) not in (0, 100):
        yield "grow: shares of 100"
    totals = template.totals
    least = min(totals.label_columns, totals.amount_columns)
    if least < 1 or totals.label_columns + totals.amount_columns >= len(columns):
        yield "the labels of the sums are wider than the columns"
    if not columns or columns[0].sum or not any(column.sum for column in columns):
        yield "the first column is a label, and something is summed"
    if any(sum(fact.span for fact in row) != 3 for row in template.facts.rows):
        yield "a row of facts has three columns"


def _unknown(template: ReceiptTemplate) -> Iterator[str]:
    for part, known in _parts(template, FIELDS):
        if isinstance(part, MemberColumn):
            yield from {part.field} - known
        elif isinstance(part, Said):
            yield from part.asked - known


def _all_said(template: ReceiptTemplate) -> Iterator[Said]:
    return (part for part, _ in _parts(template, FIELDS) if isinstance(part, Said))


def _parts(part: object, known: frozenset[str]) -> Iterator[tuple[msgspec.Struct, frozenset[str]]]:
    """Yield every part of a template with the fields it may ask for."""
    if isinstance(part, tuple):
        for one in part:
            yield from _parts(one, known)
    if not isinstance(part, msgspec.Struct):
        return
    if isinstance(part, Members | PersonRows | WrittenLines):
        known = PERSON_FIELDS
    elif isinstance(part, Lines):
        known = FIELDS | LISTS
    elif isinstance(part, Mark):
        known = FIELDS
    yield part, known
    for name in part.__struct_fields__:
        yield from _parts(getattr(part, name), known)
