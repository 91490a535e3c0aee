"""A damaged file at the desk: found beside the work, repaired from the sign-in by keyboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel

from desktop.app.keyboard import Key
from desktop.app.law import shipped_law
from desktop.base.clock import SystemClock
from desktop.base.ids import SystemIds
from desktop.store.vault import DATABASE
from desktop.usecases.desk import DAMAGE_MARK, open_desk
from tests.ui.conftest import OPERATOR, PASSWORD, AtWindow


def spoil(station: Path, at: int) -> None:
    file = station / DATABASE
    content = bytearray(file.read_bytes())
    content[at : at + 32] = bytes(32)
    file.write_bytes(content)


def test_a_damaged_beginning_is_repaired_from_the_sign_in(
    station: Path, at_window: AtWindow
) -> None:
    at, screen = at_window, at_window.program.window.sign_in
    # Signed in once, the station keeps who it is beside its file.
    at.keys.wait_until(lambda: screen.form.operators.count() > 0, "operators")
    assert not screen.form.repair.isVisible()
    spoil(station, 40)
    at.keys.type(PASSWORD)
    at.keys.enter()
    at.keys.wait_until(screen.form.repair.isVisible, "the offer to repair")
    assert screen.form.repair.hasFocus()
    assert "修复数据文件" in screen.form.message.words
    at.picture("repair-offered")
    at.keys.press(Key.Key_Space)
    at.keys.wait_until(screen.form.repaired.isVisible, "what the repair came to")
    assert "数据文件已修复" in screen.form.repaired.text()
    at.picture("repair-done")
    assert screen.form.password.hasFocus()
    at.keys.enter()
    at.keys.wait_until(lambda: at.program.window.pages is not None, "the desk")
    assert list((station / "backups").glob("damaged-*"))


def test_damage_found_beside_the_work_is_told_and_asked_for_at_the_next_start(
    station: Path, at_window: AtWindow
) -> None:
    at = at_window
    desk = open_desk(
        station, OPERATOR, PASSWORD, law=shipped_law(), clock=SystemClock(), ids=SystemIds()
    )
    # Pages that nothing reads while the desk opens.
    with desk.store.transaction():
        desk.store.connection.execute(
            "INSERT INTO drafts VALUES ('old', '2021-01-01', ?)", ("旧" * 20_000,)
        )
    desk.store.close()
    spoil(station, (station / DATABASE).stat().st_size - 6_000)
    at.sign_in()
    mark = station / DAMAGE_MARK
    at.keys.wait_until(mark.exists, "the check of the whole file")
    at.pages.go("sync")
    needs: QLabel = at.pages.sync.form.needs
    at.keys.wait_until(lambda: "数据文件有损坏" in needs.text(), "the warning on the page")
    at.picture("damage-found")
