"""Run every check in a folder of its own and tell what was found."""

from __future__ import annotations

import tempfile
from argparse import Namespace
from pathlib import Path

from desktop.app.commands.context import DONE, DONE_WITH_REFUSALS, Context
from desktop.app.self_test.desk import Centre, DeskChecks
from desktop.app.self_test.report import Check, Report, run_checks


def self_test(context: Context, options: Namespace, centre: Centre) -> int:
    """Prove this installation; return 0 if everything is well, 1 if a check failed.

    Nothing of the machine's own station is opened. ``options.report`` is a file that gets the
    report as well: a windowed program on Windows has nowhere else to say it.
    """
    # Windows lets go of a database a moment after it was closed.
    with tempfile.TemporaryDirectory(prefix="canbao-self-test-", ignore_cleanup_errors=True) as one:
        report = run_self_test(Path(one), centre)
    text = report.json() if options.json else report.words().encode()
    context.out.write(text + b"\n")
    context.out.flush()
    if options.report:
        Path(options.report).write_bytes(text + b"\n")
    return DONE if report.ok else DONE_WITH_REFUSALS


def run_self_test(folder: Path, centre: Centre) -> Report:
    """Run the checks in ``folder``, which must be empty, with a centre that ``centre`` starts."""
    desk = DeskChecks(folder, centre)

    def window() -> str:
        from desktop.app.self_test import window as qt

        desk.close()
        return qt.window(desk.folder, folder / "pictures")

    def modules() -> str:
        from desktop.app.self_test.modules import every_module

        return every_module()

    def platform() -> str:
        from desktop.app.self_test import window as qt

        return qt.platform()

    try:
        return run_checks(
            (
                Check("modules", modules),
                Check("fonts", desk.fonts),
                Check("law", desk.law),
                Check("store", desk.store),
                Check("price", desk.price, needs=("law", "store")),
                Check("receipt", desk.receipt, needs=("price", "fonts")),
                Check("centre", desk.centre, needs=("store",)),
                Check("helper", desk.helper),
                Check("platform", platform),
                Check("window", window, needs=("law", "store")),
            )
        )
    finally:
        desk.close()
