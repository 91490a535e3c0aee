"""Who may sign in here, and one's own password, as IT and clerks without a screen type them."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.app.law import shipped_law
from desktop.base.clock import SystemClock
from desktop.base.ids import SystemIds
from desktop.usecases.desk import NewStation, open_training_desk, set_up_station
from desktop.usecases.drafts import save_draft
from tests.helpers.desks import FAMILY
from tests.helpers.stations import DAY
from tests.unit.app.test_commands import PASSWORD, run

NEW = "另一个好口令2026"


@pytest.fixture
def station(tmp_path: Path) -> Path:
    folder = tmp_path / "station"
    new = NewStation("539999001", "第一镇站", "wang", "王经办", PASSWORD, "clerk", DAY)
    set_up_station(folder, new, SystemClock(), SystemIds())
    return folder


def test_people_are_listed_and_change_their_own_password(station: Path, tmp_path: Path) -> None:
    file = tmp_path / "new-password"
    file.write_text(NEW + "\n", encoding="utf-8")
    status, people, _ = run(station, "station", "operators", operator="wang")
    assert status == 0
    assert people == [
        {
            "operator": "wang", "display_name": "王经办", "role": "clerk",
            "state": "active", "by": "station",
        }
    ]  # fmt: skip
    change = ("station", "password", "--new-password-file", str(file))
    assert run(station, *change, operator="wang", password="wrong password")[0] == 3
    assert run(station, *change, operator="wang")[:2] == (
        0,
        [{"operator": "wang", "changed": True}],
    )
    assert run(station, "station", "operators", operator="wang")[0] == 3
    assert run(station, "station", "operators", operator="wang", password=NEW)[0] == 0


def test_a_move_says_whose_entries_would_be_lost(station: Path) -> None:
    desk = open_training_desk(station, law=shipped_law(), clock=SystemClock(), ids=SystemIds())
    save_draft(desk, FAMILY)
    desk.store.close()
    move = ("station", "move", "--division", "539999002", "--code", "x")
    status, _, told = run(station, *move)
    assert status == 3
    assert "还没有保存（wang）" in told
    # Asked for all the same, the next thing in the way is told.
    assert "尚未注册" in run(station, *move, "--leave-drafts")[2]
