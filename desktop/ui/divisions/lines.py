"""The rows of the page 区划管理: units, what is wrong with a list, what it changes, who moves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from desktop.domain.division_checks import Change, UnitFinding
from desktop.domain.division_index import Match
from desktop.domain.divisions import DivisionTree
from desktop.domain.household import Finding
from desktop.domain.roster_facts import Unit
from desktop.ui.messages import Messages
from desktop.usecases.divisions import Moving, Preview

ROWS_MAX = 500
"""More rows than this nobody reads; the summary has the numbers."""

Row = tuple[str, str, str, str]


def unit_rows(units: Iterable[Unit], known: DivisionTree, messages: Messages) -> tuple[Row, ...]:
    """Return name, code, kind and days of each unit."""
    return tuple(_unit_row(unit, unit.name, known, messages) for unit in units)


def match_rows(found: Sequence[Match], known: DivisionTree, messages: Messages) -> tuple[Row, ...]:
    """Return what was found, each with the way down to it."""
    rows: list[Row] = []
    for match in found:
        unit = known.unit(match.code)
        if unit is not None:
            name = f"{match.short}（{match.known_as}）" if match.known_as else match.short
            rows.append(_unit_row(unit, name, known, messages))
    return tuple(rows)


def finding_rows(findings: Sequence[UnitFinding], messages: Messages) -> tuple[Row, ...]:
    """Return row number, field, severity and words of what is wrong, mistakes first."""
    ordered = sorted(findings, key=lambda one: (one.severity != "error", one.row))
    return tuple(_finding_row(one, messages) for one in ordered[:ROWS_MAX])


def change_rows(preview: Preview, messages: Messages) -> tuple[Row, ...]:
    """Return what a list changes, unit by unit; what stays as it is is only counted."""
    return tuple(_change_row(one, messages) for one in _told(preview.changes))


def preview_words(source: str, preview: Preview, say: Callable[..., str]) -> str:
    """Return in one line what taking a list in would do."""
    counts = preview.counts
    return say(
        "divisions.preview",
        source=source,
        errors=len(preview.errors),
        warnings=len(preview.findings) - len(preview.errors),
        new=counts["new"],
        renamed=counts["renamed"],
        ended=counts["ended"],
        changed=counts["changed"],
        same=counts["unchanged"],
        missing=counts["missing"],
        households=sum(one.households for one in preview.to_move),
    )


def moving_row(one: Moving, say: Callable[..., str]) -> Row:
    """Return a unit that has ended, its last day, who lives there and where they belong."""
    successor = one.successor_name or say("divisions.no_successor")
    return one.name, one.last_day, say("divisions.households", count=one.households), successor


def _told(changes: Sequence[Change]) -> Iterator[Change]:
    shown = 0
    for one in changes:
        if one.kind != "unchanged" and shown < ROWS_MAX:
            shown += 1
            yield one


def _unit_row(unit: Unit, name: str, known: DivisionTree, messages: Messages) -> Row:
    kind = messages.say(f"divisions.kind.{unit.kind}")
    notes = [f"{unit.valid_from or '…'} – {unit.valid_to}" if unit.valid_to else unit.valid_from]
    if unit.replaced_by:
        notes.append(messages.say("divisions.now", name=known.short_name(unit.replaced_by)))
    elif unit.former_name:
        notes.append(messages.say("divisions.formerly", name=unit.former_name))
    return name, unit.code, kind, "  ".join(note for note in notes if note)


def _finding_row(one: UnitFinding, messages: Messages) -> Row:
    words = messages.finding(Finding(None, one.field, one.code, one.severity, dict(one.values)))
    row = messages.say("divisions.row", row=one.row)
    severity = messages.say(f"divisions.severity.{one.severity}")
    return row, severity, messages.say(f"divisions.field.{one.field}"), words


def _change_row(one: Change, messages: Messages) -> Row:
    kind = messages.say(f"divisions.change.{one.kind}")
    before = one.before
    words = messages.say("divisions.stays") if one.kind == "missing" else ""
    if before is not None and before.name != one.unit.name:
        words = messages.say("divisions.formerly", name=before.name)
    elif one.unit.valid_to and one.kind == "ended":
        words = one.unit.valid_to
    return one.unit.code, kind, one.unit.name, words
