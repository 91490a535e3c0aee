"""Goal: whatever a county's lines and machines do, in the end everybody holds the same, once.

Method: real stations' stores, the real client, codec, door and handlers; only line, clock and
chance are played, all by one seed. While faults last, nothing may break or be acknowledged and
lost. Then the line heals, everybody exchanges until nothing is left, and the whole world is
compared. A failing seed prints itself. The ordinary run plays three hundred worlds;
``CANBAO_SEEDS=1000`` plays as many of each kind as one likes.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.sim.money_world import MoneyWorld
from tests.sim.stick_world import StickWorld
from tests.sim.tax_world import TaxWorld
from tests.sim.trouble_world import TroubleWorld
from tests.sim.world import World

SEEDS = int(os.environ.get("CANBAO_SEEDS", "60"))


@pytest.mark.parametrize(
    "kind",
    [World, StickWorld, TaxWorld, TroubleWorld, MoneyWorld],
    ids=["line", "sticks", "tax", "trouble", "money"],
)
@pytest.mark.parametrize("seed", range(1, SEEDS + 1))
def test_everybody_ends_with_the_same(seed: int, kind: type[World], tmp_path: Path) -> None:
    print(f"seed {seed}")  # noqa: T201 - the first thing to know of a failure
    world = kind(seed, tmp_path)
    try:
        world.play(steps=60)
        world.heal()
        world.prove()
    finally:
        world.close()
