"""The main job on a fresh training desk: shown in the window, or done through it offscreen."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

from desktop.app.commands.context import DONE, DONE_WITH_REFUSALS, Context
from desktop.app.law import shipped_law
from desktop.base.clock import SystemClock
from desktop.base.ids import SeededIds, SystemIds
from desktop.domain.invented import DIVISION
from desktop.net.client import Client
from desktop.store.verify import verify
from desktop.sync.centre import identity, register
from desktop.sync.engine import direct, until_idle
from desktop.usecases.desk import NewStation, open_training_desk, set_up_station
from desktop.usecases.last_year import seed_last_year
from desktop.usecases.seeding import seed_residents

TRAINING_DAY = date(2021, 11, 15)
"""In the middle of the 2021 collection."""

OPERATOR = "trainer"
PASSWORD = "canbao2021"  # noqa: S105 - everybody's password to invented residents
RESIDENTS = 200
SEED = 2021
TOWNSHIP = DIVISION + "001"


def run_demo(context: Context, folder: Path, address: str, code: str, *, headless: bool) -> int:
    """Prepare a training desk registered with the centre at ``address``; show or do the main job.

    Headless, the job is done through the real window and the results are printed: where the
    receipt and the screenshots are, what the exchange did, and whether the file proves sound.
    """
    station = folder / "station"
    prepare(station, address, code)
    if not (headless or _no_display()):
        context.tell(_words(context, station))
        from desktop.app.window import run_window

        return run_window(station, hint=(OPERATOR, PASSWORD))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from desktop.app.drive import drive_main_job

    hush_offscreen_qt()
    done = drive_main_job(station, folder / "results", OPERATOR, PASSWORD)
    sound = _verified(station)
    context.print(done | {"folder": str(folder), "verified": sound})
    context.tell(_result_words(context, done, folder))
    return DONE if sound else DONE_WITH_REFUSALS


def prepare(station: Path, address: str, code: str) -> None:
    """Make ``station`` a registered training station with invented residents, all exchanged."""
    clock, ids = SystemClock(), SystemIds()
    new = NewStation(
        division=TOWNSHIP,
        name="培训县第一镇医保服务站",
        operator=OPERATOR,
        display_name="培训员",
        password=PASSWORD,
        training_day=TRAINING_DAY,
    )
    set_up_station(station, new, clock, ids)
    desk = open_training_desk(station, law=shipped_law(), clock=clock, ids=ids)
    try:
        seed_residents(desk, RESIDENTS, SeededIds(SEED))
        seed_last_year(desk, SeededIds(SEED))
        lane = direct(desk.store)
        with Client(address, identity(desk.store), clock) as client:
            register(lane, client, address, code)
            for _ in until_idle(lane, client, clock):
                pass
    finally:
        desk.store.close()


def _verified(station: Path) -> bool:
    desk = open_training_desk(station, law=shipped_law(), clock=SystemClock(), ids=SystemIds())
    try:
        return verify(desk.store, station / "verify.partial").ok
    finally:
        desk.store.close()


def hush_offscreen_qt() -> None:
    """Drop the offscreen platform's one complaint, made for every window; let all else through."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    def say(kind: QtMsgType, _where: object, message: str) -> None:
        if "propagateSizeHints" not in message:
            print(f"{kind.name}: {message}", file=sys.stderr)  # noqa: T201 - Qt's own words

    qInstallMessageHandler(say)


def _no_display() -> bool:
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return True
    shown = ("DISPLAY", "WAYLAND_DISPLAY")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in shown)


def _words(context: Context, station: Path) -> str:
    if context.language == "zh":
        return f"培训站：{station}\n经办员 {OPERATOR}，口令 {PASSWORD}"
    return f"Training station: {station}\nOperator {OPERATOR}, password {PASSWORD}"


def _result_words(context: Context, done: dict[str, Any], folder: Path) -> str:
    """Say in a few lines where to look."""
    pictures = folder / "results"
    if context.language == "zh":
        return (
            f"没有显示器，已在后台窗口完成全流程：{done['persons']} 人，{done['amount']} 元\n"
            f"收据：{done['pdf']}\n截图：{pictures}\n同步后待上传：{done['sync']['pending']} 条"
        )
    return (
        f"No display: the job was done offscreen for {done['persons']} persons, {done['amount']}\n"
        f"Receipt: {done['pdf']}\nScreenshots: {pictures}\n"
        f"Events still to send: {done['sync']['pending']}"
    )
