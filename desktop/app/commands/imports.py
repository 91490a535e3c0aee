"""`import divisions`, `import targets`: what the county states of its units, from its own lists."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from desktop.app.commands.context import DONE, DONE_WITH_REFUSALS, NOTHING_DONE, Context
from desktop.app.commands.lists import finding_lines, tell_why
from desktop.base.errors import Refused
from desktop.domain.division_checks import UnitFinding, UnitRow
from desktop.domain.household import Finding
from desktop.usecases.division_lists import read_targets
from desktop.usecases.divisions import (
    DivisionsRefused,
    Moving,
    Preview,
    import_targets,
    preview_divisions,
    preview_targets,
)
from desktop.usecases.lists.choices import ListChoices
from desktop.usecases.lists.plan import Review

_QUIET = ("unchanged", "missing")
"""Changes that are counted, not listed."""


def divisions(context: Context, options: Namespace) -> int:
    """Take a list of units in, whole or not at all, as a batch that can be undone."""
    from desktop.usecases.lists.aliases import alias_book
    from desktop.usecases.lists.reading import read_list
    from desktop.usecases.lists.review import review
    from desktop.usecases.lists.writing import counted, write_list

    choices = ListChoices(
        path=options.file,
        kind="divisions",
        source=context.messages.say("lists.kind.divisions"),
        sheet=options.sheet,
        full=False,
        # The same list again changes nothing: nobody need be asked.
        confirmed=("SAME_FILE",),
    )
    with context.desk() as desk:
        aliases = alias_book(desk, choices.source)
        data = read_list(choices, today=desk.today, aliases=aliases)
        if not data.rows:
            raise Refused("LIST_EMPTY", "the list names no unit")
        found = review(desk, choices, data, aliases)
        for line in finding_lines(found, context.messages):
            context.print(line)
        units = [UnitRow(row.read.row, row.unit) for row in found.rows if row.unit is not None]
        preview = preview_divisions(desk, units)
        summary = _summary(found, preview)
        if options.dry_run or not found.ready:
            if options.dry_run:
                _print_changes(context, preview)
            else:
                tell_why(context, found)
            context.print(summary | {"written": 0, "ready": found.ready})
            return DONE if found.ready else NOTHING_DONE
        changed = counted(found)
        batch = write_list(desk, found).batch if changed.new + changed.changed else ""
    context.print(summary | {"written": changed.new + changed.changed, "batch": batch})
    return DONE_WITH_REFUSALS if found.warnings else DONE


def targets(context: Context, options: Namespace) -> int:
    """Take population figures and targets in; with ``--dry-run`` only print what is wrong."""
    read = read_targets(Path(options.file))
    summary: dict[str, Any] = {"source": read.source, "campaign_year": options.campaign_year}
    with context.desk() as desk:
        if options.dry_run:
            findings = preview_targets(desk, read.rows)
            _print_findings(context, findings)
            context.print(summary | {"rows": len(read.rows), "written": 0})
            wrong = any(one.severity == "error" for one in findings)
            return NOTHING_DONE if wrong else DONE
        try:
            done = import_targets(desk, read.rows, options.campaign_year, read.source)
        except DivisionsRefused as error:
            return _refused(context, error)
    _print_findings(context, done.findings)
    context.print(summary | {"written": done.written, "unchanged": done.unchanged})
    return DONE_WITH_REFUSALS if done.findings else DONE


def _refused(context: Context, error: DivisionsRefused) -> int:
    _print_findings(context, error.findings)
    context.tell_error(error)
    return NOTHING_DONE


def _print_findings(context: Context, findings: Iterable[UnitFinding]) -> None:
    for one in findings:
        words = Finding(None, one.field, one.code, one.severity, dict(one.values))
        context.print(
            {
                "row": one.row,
                "field": one.field,
                "code": one.code,
                "severity": one.severity,
                "message": context.messages.finding(words),
            }
        )


def _print_changes(context: Context, preview: Preview) -> None:
    for one in preview.changes:
        if one.kind not in _QUIET:
            before = one.before.name if one.before else None
            told = {"change": one.kind, "code": one.unit.code, "name": one.unit.name}
            context.print(
                told | ({"before": before} if before not in (None, one.unit.name) else {})
            )


def _summary(found: Review, preview: Preview) -> dict[str, Any]:
    data = found.data
    return {
        "source": " · ".join(filter(None, (data.look.file, data.sheet))),
        "changes": dict(sorted(preview.counts.items())),
        "errors": found.stopping,
        "warnings": found.warnings,
        "to_move": [_moving(one) for one in preview.to_move],
    }


def _moving(one: Moving) -> dict[str, Any]:
    built: dict[str, Any] = msgspec.to_builtins(one)
    return built
