"""The main job through the real window, by keyboard: what a machine without a display can show.

A household of four (one on the subsistence allowance, one lifted out of poverty, a minor and a
newborn on a birth certificate) is entered, priced, explained, saved, paid and printed, and what
happened is exchanged with the centre.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from desktop.app.keyboard import Key, Keyboard, Modifier
from desktop.app.window import make_application, start
from desktop.app.wiring import DeskProgram
from desktop.base.money import fen_text
from desktop.domain import codes
from desktop.domain.invented import invented_number
from desktop.ui.session import Session
from desktop.ui.shell.desk_pages import DeskPages
from desktop.ui.shell.view import place_key
from desktop.usecases.papers import ReceiptPaper

SIZE = (1366, 728)
"""A 1366×768 screen less the task bar."""

_TAKEN_SEQUENCE = 320
"""Far from the numbers the invented residents use."""


@dataclass(frozen=True, slots=True)
class Row:
    """One member as a clerk types it."""

    name: str
    number: str
    relation_digit: str = ""
    identity_digit: str = ""
    birth_certificate: bool = False
    birth: date | None = None
    sex_digit: str = ""


def family(today: date) -> tuple[Row, ...]:
    """Return the household of the demo; its numbers lie in the reserved division."""
    head, wife, child = date(1975, 3, 12), date(1977, 8, 20), date(2010, 5, 5)
    newborn = today - timedelta(days=40)
    return (
        Row("起建国", invented_number(head, _TAKEN_SEQUENCE, codes.MALE), identity_digit="1"),
        Row("李秀䶮", invented_number(wife, _TAKEN_SEQUENCE, codes.FEMALE), "2", "3"),
        Row("起小𠮷", invented_number(child, _TAKEN_SEQUENCE, codes.MALE), "3"),
        Row("起新生", "T530012345", "3", birth_certificate=True, birth=newborn, sex_digit="1"),
    )


def enter_member(keys: Keyboard, row: Row) -> None:
    """Type one row of the member table, from the name to the end of the row."""
    keys.type(row.name)
    keys.enter()
    if row.birth_certificate:
        keys.type("2")
    keys.enter()
    keys.type(row.number)
    keys.enter()
    if row.birth is not None:
        keys.type(row.sex_digit)
        keys.enter()
        keys.type(f"{row.birth:%Y%m%d}")
        keys.enter()
    if row.relation_digit:
        keys.type(row.relation_digit)
    keys.enter()
    if row.identity_digit:
        keys.type(row.identity_digit)
    keys.enter()


def drive_main_job(station: Path, results: Path, operator: str, password: str) -> dict[str, Any]:
    """Do the main job in a window over ``station``; leave pictures and the receipt in ``results``.

    Returns paths and figures. Raises Unavailable ``WINDOW_STUCK`` if the window does not come
    where the job should lead.
    """
    results.mkdir(parents=True, exist_ok=True)
    application = make_application()
    program = start(application, station, (operator, password), papers=results)
    try:
        return _Job(program, results).run()
    finally:
        program.window.hide()
        program.close()


class _Job:
    def __init__(self, program: DeskProgram, results: Path) -> None:
        self._program = program
        self._window = program.window
        self._results = results
        self._keys = Keyboard(program.window, program.runner.idle)
        self._pictures: list[str] = []

    def run(self) -> dict[str, Any]:
        """Do the job, step by step."""
        self._window.resize(*SIZE)
        self._window.show()
        self._window.activateWindow()
        self._sign_in()
        self._enter_household()
        self._explain()
        paper = self._pay()
        exchanged = self._exchange()
        receipt = paper.receipt
        return {
            "receipt": receipt.number,
            "amount": fen_text(receipt.paid_fen),
            "persons": len(receipt.lines),
            "pdf": str(self._results / f"{receipt.number}.pdf"),
            "screenshots": self._pictures,
            "sync": exchanged,
        }

    def _sign_in(self) -> None:
        form = self._window.sign_in.form
        self._keys.wait_until(lambda: bool(form.password.text()), "the sign-in screen")
        self._picture("1-sign-in")
        self._keys.enter()
        self._keys.wait_until(lambda: self._window.pages is not None, "the signed-in desk")
        self._keys.settle()

    def _enter_household(self) -> None:
        keys, screen = self._keys, self._pages.enrol
        session: Session = self._pages.session
        screen.form.number.setFocus()
        keys.type("DEMO-0127")
        keys.enter()
        keys.press(Key.Key_Space)
        keys.enter()
        keys.type("三组28号")
        keys.enter()
        keys.type("13800000000")
        keys.enter()
        for row in family(session.today):
            enter_member(self._keys, row)
        self._newborn()
        self._picture("2-household")

    def _newborn(self) -> None:
        """Say in the last member's details that it is newborn."""
        keys = self._keys
        keys.press(Key.Key_Backtab)
        keys.press(Key.Key_F6)
        keys.enter(3)
        keys.type("1")
        keys.press(Key.Key_F4)

    def _explain(self) -> None:
        self._keys.press(Key.Key_F8)
        self._picture("3-why")
        self._keys.press(Key.Key_F8)

    def _pay(self) -> ReceiptPaper:
        keys, pages = self._keys, self._pages
        shown: list[ReceiptPaper] = []
        pages.receipt_shown.connect(shown.append)
        keys.press(Key.Key_F12)
        keys.wait_until(lambda: pages.payment is not None, "the payment sheet")
        self._picture("4-payment")
        keys.press(Key.Key_F12)
        keys.wait_until(lambda: bool(shown), "the receipt on the screen")
        number = shown[0].receipt.number
        pdf = self._results / f"{number}.pdf"
        keys.wait_until(pdf.exists, "the receipt's file")
        sheet = pages.payment
        assert sheet is not None
        keys.wait_until(lambda: str(pdf) in sheet.form.paperMessage.words, "the counted print")
        self._picture("5-receipt")
        keys.enter()
        return shown[0]

    def _exchange(self) -> dict[str, Any]:
        """Wait until nothing is left to send; a desk without a centre says so instead."""
        watch = self._program.watch
        assert watch is not None
        keys = self._keys
        keys.press(Key.Key_F5)
        keys.wait_until(lambda: watch.state != "running", "the end of the exchange")
        keys.press(place_key("sync"), Modifier.AltModifier)
        keys.settle()
        self._picture("6-exchange")
        reports = [line.report for line in watch.history if line.report is not None]
        return {
            "state": watch.state,
            "pushed": sum(report.pushed for report in reports),
            "pulled": sum(report.pulled for report in reports),
            "cases": sum(report.cases for report in reports),
            "pending": reports[0].pending if reports else None,
        }

    @property
    def _pages(self) -> DeskPages:
        assert self._window.pages is not None
        return self._window.pages

    def _picture(self, name: str) -> None:
        self._keys.settle()
        path = self._results / f"{name}.png"
        self._window.grab().save(str(path))
        self._pictures.append(str(path))
