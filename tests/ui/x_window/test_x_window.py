"""The whole of a clerk's day in a real X window, once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.store.verify import verify
from tests.ui.x_window.day import Clerk
from tests.ui.x_window.desk import Program, make_station
from tests.ui.x_window.display import display, missing
from tests.ui.x_window.village import roll_over

pytestmark = [
    pytest.mark.skipif(
        bool(missing()), reason=f"a real X window needs {', '.join(missing())} on the path"
    ),
    # Real keys come at the pace of a real machine: on one that is busy with other tests they
    # overtake the window. Whoever wants to see the day asks for it.
    pytest.mark.skipif(
        not os.environ.get("CANBAO_X_WINDOW"), reason="asked for with CANBAO_X_WINDOW=1"
    ),
]


@pytest.fixture
def program(tmp_path: Path, pictures: Path | None) -> Iterator[Program]:
    """The program over a station with a last year, in a window on a screen of its own."""
    folder = tmp_path / "station"
    make_station(folder)
    with display(tmp_path / "screen") as screen:
        made = Program(screen, folder, pictures)
        try:
            yield made
        finally:
            made.close()


def test_a_clerks_day_in_a_real_window(program: Program, tmp_path: Path) -> None:
    clerk = Clerk(program)
    clerk.come_in()
    clerk.new_household()
    roll_over(clerk)
    clerk.correct()
    clerk.duplicate()
    clerk.help()
    clerk.cut_short()
    clerk.lock()
    assert program.running
    checked = verify(program.desk.store, tmp_path / "check")
    assert checked.ok, checked
    assert checked.used == len(program.papers) == 3
