"""The printer in trouble, at the window: nothing is lost, every way out is a key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt

from desktop.app.keyboard import Key, Keyboard
from desktop.base.errors import Unavailable
from desktop.domain.codes import Language
from desktop.printing.papers import RECEIPT_PAPERS
from desktop.printing.preview import page_count, page_image
from desktop.printing.print_setup import PrintSetups
from desktop.printing.receipt_papers import paper_of
from desktop.store import register
from desktop.ui.receipts.bulk import FILE, BulkTask
from desktop.ui.receipts.view import ReceiptsScreen
from desktop.ui.session import Session
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize, ThemeName
from desktop.usecases.desk import Desk
from desktop.usecases.print_queue import begin_print, recover_queue
from tests.helpers import desks
from tests.helpers.inline_runner import InlineRunner
from tests.helpers.screens import TrayOut, session_of
from tests.helpers.stage import spoken
from tests.helpers.stations import save_household, take_payment
from tests.ui.test_looks import cut_off

STOPPED = Unavailable("PRINTER_STOPPED", "stopped", printer="得实 DS-650", path="receipts/x.pdf")


@dataclass
class AtReceipts:
    """The receipts screen over a desk with three paid households."""

    desk: Desk
    screen: ReceiptsScreen
    tray: TrayOut
    session: Session
    runner: InlineRunner
    numbers: list[str]

    @property
    def keys(self) -> Keyboard:
        """Hands on the keyboard."""
        return Keyboard(self.screen)

    def prints(self, number: str) -> int:
        """How often a receipt is counted as printed."""
        row = register.receipt(self.desk.store.connection, number)
        assert row is not None
        return row["prints"] or 0

    def rows(self) -> list[tuple[str, str]]:
        """Numbers and states the queue shows."""
        table = self.screen.queue.form.papers
        model = table.model()
        return [
            (model.index(row, 0).data(), model.index(row, 1).data())
            for row in range(table.rowCount())
        ]


@pytest.fixture(autouse=True)
def _spoken(request: pytest.FixtureRequest) -> Iterator[None]:
    """Load the forms' English where a test speaks it."""
    call = getattr(request.node, "callspec", None)
    with spoken(call.params.get("language", "zh") if call else "zh"):
        yield


def opened(look: Look, language: Language = "zh", paper: str = "A5") -> Iterator[AtReceipts]:
    with desks.desk() as desk:
        tray, runner = TrayOut(), InlineRunner()
        session = session_of(desk, tray=tray, language=language, runner=runner)
        session = replace(session, printing=lambda: PrintSetups(paper))
        numbers = [
            take_payment(desk.store, save_household(desk.store, start=start)).receipt.number
            for start in range(3)
        ]
        screen = ReceiptsScreen(session, look, desk.store.ids.new_id)
        look.dress(screen)
        screen.resize(1190, 640)
        screen.show()
        screen.activateWindow()
        screen.begin()
        yield AtReceipts(desk, screen, tray, session, runner, numbers)
        shiboken6.delete(screen)


@pytest.fixture
def at(look: Look) -> Iterator[AtReceipts]:
    yield from opened(look)


def test_a_printer_that_stops_keeps_the_receipt_in_sight_with_reason_and_way_out(
    at: AtReceipts,
) -> None:
    at.tray.refuse = STOPPED
    number = at.screen.presenter.chosen.number if at.screen.presenter.chosen else ""
    at.keys.type("p")
    queue = at.screen.queue
    assert queue.isVisible()
    assert (number, "没打成 1 次") in at.rows()
    assert len(at.rows()) == 3
    at.keys.type("q")
    assert queue.form.papers.hasFocus()
    assert queue.form.reason.text() == "打印机“得实 DS-650”已暂停或脱机"
    assert at.prints(number) == 0
    at.tray.refuse = None
    at.keys.type("r")
    assert at.prints(number) == 1
    assert number not in dict(at.rows())


def test_the_queue_leaves_its_room_to_a_panel_and_takes_it_again(at: AtReceipts) -> None:
    queue = at.screen.queue
    assert queue.isVisible()
    at.screen.presenter.actions.begin("refund")
    queue.refresh()
    assert not queue.isVisible()
    at.keys.press(Key.Key_Escape)
    assert queue.isVisible()


def test_all_that_wait_are_printed_with_one_key_once_the_printer_is_back(at: AtReceipts) -> None:
    at.tray.refuse = STOPPED
    at.keys.type("u")
    assert sorted(number for number, _ in at.rows()) == at.numbers
    assert [state for _, state in at.rows()].count("还没有打印") == 2
    at.tray.refuse = None
    at.keys.type("u")
    assert not at.screen.queue.isVisible()
    assert [at.prints(number) for number in at.numbers] == [1, 1, 1]
    assert sorted(name for name, _ in at.tray.papers) == at.numbers


def test_a_print_that_was_cut_short_waits_for_a_person(at: AtReceipts) -> None:
    begin_print(at.desk, at.numbers[0], "A5", "zh")
    begin_print(at.desk, at.numbers[1], "A5", "zh")
    recover_queue(at.desk)
    at.screen.begin()
    at.keys.type("u")
    assert [name for name, _ in at.tray.papers] == [at.numbers[2]]
    assert dict(at.rows()) == dict.fromkeys(at.numbers[:2], "中断，请看纸是否已出")
    at.keys.type("q")
    at.keys.type("o")
    assert at.prints(at.numbers[0]) == 1
    assert at.screen.form.message.words == f"收据 {at.numbers[0]} 已记为打印"
    at.keys.type("r")
    assert [name for name, _ in at.tray.papers] == [at.numbers[2], at.numbers[1]]
    assert not at.screen.queue.isVisible()
    assert not at.screen.queue.form.papers.hasFocus()


def test_a_reprint_nobody_wants_is_given_up_a_first_paper_never(at: AtReceipts) -> None:
    at.keys.type("u")
    at.tray.refuse = STOPPED
    at.keys.type("p")
    queue = at.screen.queue
    assert len(at.rows()) == 1
    assert queue.form.papers.model().index(0, 1).data() == "补打 2：没打成 1 次"
    at.keys.type("q")
    at.keys.type("x")
    assert not queue.isVisible()
    assert [at.prints(number) for number in at.numbers] == [1, 1, 1]


@pytest.mark.parametrize("paper", RECEIPT_PAPERS)
def test_papers_go_out_on_the_paper_that_is_chosen(look: Look, paper: str) -> None:
    for at in opened(look, paper=paper):
        at.screen.presenter.print()
        assert at.tray.kinds == [paper]
        ((_, pdf),) = at.tray.papers
        width = page_image(pdf, 0, 20).width_mm
        assert width == pytest.approx(paper_of(paper).width_mm, abs=0.1)


class TestManyInOneFile:
    def _begin(self, at: AtReceipts, path: Path) -> None:
        at.screen.ask_path = lambda name, endings, chosen: chosen(path)  # type: ignore[method-assign]
        presenter = at.screen.presenter
        presenter.actions.begin(FILE)
        presenter.actions.panel.act()

    def test_a_days_receipts_are_kept_in_one_file_and_counted(
        self, at: AtReceipts, tmp_path: Path
    ) -> None:
        path = tmp_path / "day.pdf"
        self._begin(at, path)
        assert page_count(path.read_bytes()) == 3
        assert at.screen.form.message.words == f"3 张收据已存为 {path}，并计为打印"
        assert [at.prints(number) for number in at.numbers] == [1, 1, 1]
        assert not at.screen.queue.isVisible()

    def test_esc_leaves_no_file_and_counts_nothing(self, at: AtReceipts, tmp_path: Path) -> None:
        path = tmp_path / "day.pdf"
        at.screen.ask_path = lambda name, endings, chosen: chosen(path)  # type: ignore[method-assign]
        task = BulkTask(at.session)
        wanted = task.work()()
        at.runner.hold()
        at.screen.presenter.keep_receipts(wanted)  # type: ignore[arg-type]
        assert "正在制作第 0 张，共 3 张" in at.screen.form.message.words
        at.screen.form.receipts.setFocus()
        at.keys.press(Key.Key_Escape)
        at.runner.release()
        assert at.screen.form.message.words == "已取消，没有存文件，也没有计数"
        assert list(tmp_path.iterdir()) == []
        assert [at.prints(number) for number in at.numbers] == [0, 0, 0]

    def test_a_folder_that_cannot_be_written_counts_nothing(
        self, at: AtReceipts, tmp_path: Path
    ) -> None:
        self._begin(at, tmp_path / "gone" / "day.pdf")
        assert [at.prints(number) for number in at.numbers] == [0, 0, 0]
        assert not at.screen.presenter.bulk.running

    def test_days_without_receipts_are_told_in_the_panel(
        self, at: AtReceipts, tmp_path: Path
    ) -> None:
        presenter = at.screen.presenter
        presenter.actions.begin(FILE)
        presenter.actions.panel.set("first", "2021-11-16")
        presenter.actions.panel.set("last", "2021-11-16")
        presenter.actions.panel.act()
        assert presenter.actions.panel.is_open
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", ["normal", "largest"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_of_the_queue_is_cut_off(
    theme: ThemeName, size: TextSize, language: Language, look: Look, pictures: Path | None
) -> None:
    look.apply(theme, size)
    for at in opened(look, language):
        at.tray.refuse = STOPPED
        at.screen.presenter.print()
        at.screen.queue.take_focus()
        at.keys.settle()
        if pictures is not None:
            at.screen.grab().save(str(pictures / f"queue-{theme}-{size}-{language}.png"))
        assert cut_off(at.screen.queue) == []
        assert at.screen.queue.form.papers.focusPolicy() & Qt.FocusPolicy.TabFocus
