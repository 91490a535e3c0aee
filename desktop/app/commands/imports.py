"""`import divisions`, `import targets`: what the county states of its units, from its own lists."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from desktop.app.commands.context import DONE, DONE_WITH_REFUSALS, NOTHING_DONE, Context
from desktop.domain.division_checks import UnitFinding
from desktop.domain.household import Finding
from desktop.usecases.division_lists import read_targets, read_units
from desktop.usecases.divisions import (
    DivisionsRefused,
    Moving,
    Preview,
    import_divisions,
    import_targets,
    preview_divisions,
    preview_targets,
)

_QUIET = ("unchanged", "missing")
"""Changes that are counted, not listed."""


def divisions(context: Context, options: Namespace) -> int:
    """Take a list of units in; with ``--dry-run`` only print what is wrong and what changes."""
    read = read_units(Path(options.file))
    with context.desk() as desk:
        if options.dry_run:
            preview = preview_divisions(desk, read.rows)
            _print_findings(context, preview.findings)
            _print_changes(context, preview)
            context.print(_summary(preview) | {"source": read.source, "written": 0})
            return NOTHING_DONE if preview.errors else DONE
        try:
            done = import_divisions(desk, read.rows, read.source)
        except DivisionsRefused as error:
            return _refused(context, error)
        _print_findings(context, done.preview.findings)
        context.print(_summary(done.preview) | {"source": read.source, "written": done.written})
        return DONE_WITH_REFUSALS if done.preview.findings else DONE


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


def _summary(preview: Preview) -> dict[str, Any]:
    return {
        "changes": dict(sorted(preview.counts.items())),
        "errors": len(preview.errors),
        "warnings": len(preview.findings) - len(preview.errors),
        "to_move": [_moving(one) for one in preview.to_move],
    }


def _moving(one: Moving) -> dict[str, Any]:
    built: dict[str, Any] = msgspec.to_builtins(one)
    return built
