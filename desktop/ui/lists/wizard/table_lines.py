"""A table's rows as the wizard shows them: units of the county, names of identities. No Qt."""

from __future__ import annotations

from desktop.domain.list_facts import ListAlias
from desktop.domain.roster_facts import Unit
from desktop.policy.words import IDENTITY_WORDS
from desktop.ui.list_findings import finding_words
from desktop.ui.messages import Messages
from desktop.usecases.lists.plan import PlannedRow

HEADS = {
    "divisions": ("row", "state", "name_of_unit", "code", "parent", "unit", "note"),
    "aliases": ("row", "state", "name_of_unit", "code", "parent", "means", "note"),
}
"""Headings by kind; one column of the names' table stays empty."""


def table_cells(row: PlannedRow, messages: Messages) -> tuple[str, str, str, str, str]:
    """Return name, code, what it lies under, what it is, and what was noticed."""
    notes = [finding_words(one, messages) for one in row.findings]
    if row.alias is not None:
        if row.alias_before is not None and row.alias_before != row.alias:
            before = _means(row.alias_before, messages)
            notes.insert(0, messages.say("lists.meant", before=before))
        code = row.alias.means.code if row.alias.means is not None else "-"
        return row.read.name, code, "", _means(row.alias, messages), "；".join(notes)
    if row.unit is None:
        return row.read.name, row.read.number, "", "", "；".join(notes)
    unit, before_ = row.unit, row.unit_before
    if before_ is not None and before_.name != unit.name:
        notes.insert(0, messages.say("divisions.formerly", name=before_.name))
    told = " ".join(filter(None, (messages.say(f"divisions.kind.{unit.kind}"), _days(unit))))
    return unit.name, unit.code, unit.parent, told, "；".join(notes)


def _days(unit: Unit) -> str:
    return f"{unit.valid_from or '…'} – {unit.valid_to}" if unit.valid_to else unit.valid_from


def _means(alias: ListAlias, messages: Messages) -> str:
    if alias.means is None:
        return messages.say("lists.no_identity")
    return IDENTITY_WORDS[alias.means.code][0 if messages.language == "zh" else 1]  # type: ignore[index]
