"""The settings of printing: on what receipts come out, and each paper's printer and offset."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.printing import print_setup as limits
from desktop.printing.papers import ALL_PAPERS, RECEIPT_PAPERS
from desktop.printing.print_setup import FOLDER, PrintSetup, PrintSetups
from desktop.ui.compiled.print_setup import Ui_PrintSetupForm
from desktop.ui.session import Session
from desktop.ui.settings.preferences import Preferences
from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.option_list import Option
from desktop.ui.widgets.text_field import TextField

_DEFAULT = "default:"
_TENTHS = re.compile(r"([+-]?)([0-9]{1,3})(?:\.([0-9]))?\Z", re.ASCII)
_WHOLE = re.compile(r"([0-9]{1,5})\Z", re.ASCII)
_NARROW = str.maketrans("０１２３４５６７８９．。－＋—", "0123456789..-+-")


class PrintSettings(QFrame):
    """The card 打印设置 on the settings screen; what is chosen holds for the next paper."""

    changed = Signal(str, object)
    """A name of `Preferences` and its new value."""
    entered = Signal(QWidget)
    """The field the cursor came into: a page that scrolls keeps it in sight."""

    def __init__(
        self, session: Session, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.form = Ui_PrintSetupForm()
        self.form.setupUi(self)
        self._session = session
        self._say = session.messages.say
        self._shown = preferences.printing
        self._paper = preferences.printing.receipt_paper
        self._printers: tuple[str, ...] | None = None
        form = self.form
        form.receipt_paper.set_options(self._papers(RECEIPT_PAPERS))
        form.paper.set_options(self._papers(ALL_PAPERS))
        form.receipt_paper.picked.connect(self._set_receipt_paper)
        form.paper.picked.connect(self._choose)
        form.printer.picked.connect(self._set_printer)
        for field, take in self._numbers.items():
            field.edited.connect(take)
            field.left.connect(self._show)
        self._connect_steps()
        form.ruler.clicked.connect(self.print_ruler)
        self._show()
        enter_clicks(self)

    def print_ruler(self) -> None:
        """Print the chosen paper's calibration page, as the paper is set up now."""
        name, setup, session = self._paper, self._setup, self._session
        self.form.ruler.setEnabled(False)
        self.form.message.say(self._say("printing.ruler_sending"))
        language, made_at = session.messages.language, session.clock.now()

        def work() -> str:
            from desktop.printing.receipt_papers import paper_of
            from desktop.printing.ruler import render_ruler

            paper = paper_of(name)
            pdf = render_ruler(paper, setup, made_at=made_at, lang=language)
            return session.spooler.spool(pdf, name=f"ruler-{paper.name}", paper=paper)

        session.runner.submit(
            "print", work, owner=self, done=self._ruler_sent, failed=self._ruler_failed
        )

    @property
    def _setup(self) -> PrintSetup:
        return self._shown.of(self._paper)

    @property
    def _numbers(self) -> dict[TextField, Callable[[str], None]]:
        form, most = self.form, limits.OFFSET_MAX_TENTHS_MM
        tenths = partial(self._take, read=_tenths, least=-most, most=most, unit=10)
        whole = partial(self._take, read=_whole, unit=1)
        return {
            form.dx: partial(tenths, "dx_tenths_mm"),
            form.dy: partial(tenths, "dy_tenths_mm"),
            form.scale: partial(
                whole,
                "scale_permille",
                least=limits.SCALE_LEAST_PERMILLE,
                most=limits.SCALE_MOST_PERMILLE,
            ),
            form.copies: partial(whole, "copies", least=1, most=limits.COPIES_MAX),
        }

    def _papers(self, names: tuple[str, ...]) -> tuple[Option, ...]:
        return tuple(Option(name, self._say(f"printing.paper.{name}")) for name in names)

    def _connect_steps(self) -> None:
        form = self.form
        order: list[TextField] = [
            form.receipt_paper, form.paper, form.printer, form.dx, form.dy, form.scale, form.copies
        ]  # fmt: skip
        for place, field in enumerate(order):
            field.entered.connect(partial(self._on_entered, field))
            field.step_asked.connect(partial(self._step, order, place))
        form.printer.entered.connect(self._look_for_printers)

    def _step(self, order: list[TextField], place: int, by: int) -> None:
        if place + by >= len(order):
            self.form.ruler.setFocus()
        elif place + by >= 0:
            order[place + by].setFocus()
            order[place + by].selectAll()

    def _on_entered(self, field: TextField) -> None:
        if isinstance(field, CodeField):
            self.form.message.say(field.hint)
        else:
            self.form.message.silence()
        self.entered.emit(field)

    def _set_receipt_paper(self, name: str) -> None:
        """Take what receipts come out on; that paper is most likely set up next."""
        self._keep(msgspec.structs.replace(self._shown, receipt_paper=name))
        self._choose(name)

    def _choose(self, name: str) -> None:
        self._paper = name
        self._show()

    def _set_printer(self, code: str) -> None:
        self._change(printer="" if code == _DEFAULT else code)
        self._show()

    def _take(
        self,
        name: str,
        text: str,
        *,
        read: Callable[[str], int | None],
        least: int,
        most: int,
        unit: int,
    ) -> None:
        value = read(text.strip().translate(_NARROW))
        if value is None or not least <= value <= most:
            low, high = f"{least / unit:g}", f"{most / unit:g}"
            self.form.message.say(self._say("printing.number", least=low, most=high), "mistake")
            return
        self.form.message.silence()
        self._change(**{name: value})

    def _change(self, **values: object) -> None:
        setup = msgspec.structs.replace(self._setup, **values)
        self._keep(self._shown.with_setup(self._paper, setup))

    def _keep(self, setups: PrintSetups) -> None:
        self._shown = setups
        self.changed.emit("printing", setups)

    def _show(self) -> None:
        form, setup = self.form, self._setup
        form.receipt_paper.show_code(self._shown.receipt_paper)
        form.paper.show_code(self._paper)
        form.printer.set_options(self._printer_options(setup.printer))
        form.printer.show_code(setup.printer or _DEFAULT)
        form.dx.show_text(f"{setup.dx_mm:.1f}")
        form.dy.show_text(f"{setup.dy_mm:.1f}")
        form.scale.show_text(str(setup.scale_permille))
        form.copies.show_text(str(setup.copies))

    def _printer_options(self, chosen: str) -> tuple[Option, ...]:
        known = self._printers or ()
        options = [
            Option(_DEFAULT, self._say("printing.default")),
            Option(FOLDER, self._say("printing.folder")),
            *(Option(name, name) for name in known),
        ]
        if chosen and chosen != FOLDER and chosen not in known:
            found = chosen if self._printers is None else self._say("printing.gone", printer=chosen)
            options.append(Option(chosen, found))
        return tuple(options)

    def _look_for_printers(self) -> None:
        """Ask the machine once, off this thread: network printers take their time to answer."""
        if self._printers is not None:
            return

        def work() -> tuple[str, ...]:
            from desktop.printing.spool import printer_names

            return printer_names()

        self.form.message.say(self._say("printing.printers"))
        self._session.runner.submit("print", work, owner=self, done=self._found)

    def _found(self, printers: tuple[str, ...]) -> None:
        self._printers = printers
        self._show()
        if self.form.printer.hasFocus():
            self.form.message.say(self.form.printer.hint)

    def _ruler_sent(self, where: str) -> None:
        self.form.ruler.setEnabled(True)
        self.form.message.say(self._say("printing.ruler_sent", where=where), "ok")

    def _ruler_failed(self, error: Exception) -> None:
        self.form.ruler.setEnabled(True)
        self.form.message.say(self._session.messages.error(error), "mistake")


def _tenths(text: str) -> int | None:
    found = _TENTHS.match(text)
    if found is None:
        return None
    value = int(found[2]) * 10 + int(found[3] or 0)
    return -value if found[1] == "-" else value


def _whole(text: str) -> int | None:
    return int(text) if _WHOLE.match(text) else None
