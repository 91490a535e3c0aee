"""Do a clerk's day in a real X window and keep the pictures; with ``--idle`` wait for the lock."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.ui.x_window.day import Clerk
from tests.ui.x_window.desk import Program, make_station
from tests.ui.x_window.display import display, missing
from tests.ui.x_window.village import roll_over

_IDLE_S = 5 * 60 + 30


def main() -> int:
    """Return 0 if the day went as it should, 3 if the machine lacks what it takes."""
    parser = argparse.ArgumentParser(prog="python -m tests.ui.x_window", description=__doc__)
    parser.add_argument("--pictures", type=Path, metavar="DIR")
    parser.add_argument("--idle", action="store_true", help="let it lock by itself: five minutes")
    options = parser.parse_args()
    if missing():
        sys.stderr.write(f"needed on the path: {', '.join(missing())}\n")
        return 3
    if options.pictures is not None:
        options.pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="canbao-x-") as name:
        folder = Path(name)
        make_station(folder / "station")
        if options.idle:
            (folder / "station" / "preferences.json").write_text('{"idle_lock": "5"}', "utf-8")
        with display(folder / "screen") as screen:
            program = Program(screen, folder / "station", options.pictures)
            clerk = Clerk(program)
            try:
                _day(clerk, idle=options.idle)
            finally:
                program.picture("end")
                program.close()
                sys.stdout.write("".join(f"{one}\n" for one in clerk.done))
    return 0


def _day(clerk: Clerk, *, idle: bool) -> None:
    clerk.come_in()
    clerk.new_household()
    roll_over(clerk)
    clerk.correct()
    clerk.duplicate()
    clerk.help()
    clerk.cut_short()
    clerk.lock()
    if idle:
        clerk.lock("", _IDLE_S)


if __name__ == "__main__":
    sys.exit(main())
