"""``python -m tests.faults --seed 7 --seconds 600``: kill for as long as one likes."""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from tests.faults.kills import run


def main() -> None:
    """Run one seed after another until the time is over; a failing one prints itself."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=60.0, help="of each round")
    options = parser.parse_args()
    for seed in range(options.seed, options.seed + options.rounds):
        with tempfile.TemporaryDirectory(prefix="canbao-faults-") as folder:
            found = run(Path(folder), seed, options.seconds)
        print(json.dumps({"seed": seed, **found}), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
