"""What is answered while a station is set up. Kept between starts, without anything secret."""

from __future__ import annotations

from typing import Literal

import msgspec

Step = Literal["language", "kind", "place", "person", "confirm", "centre"]
Kind = Literal["", "real", "training"]
STEPS: tuple[Step, ...] = ("language", "kind", "place", "person", "confirm")
"""In their order; ``centre`` comes when the station is there and somebody is signed in."""

TRAINING_TOWNSHIP = "001"
TRAINING_DAY = "2021-11-15"
"""In the middle of the 2021 collection, whose notices the program ships."""


class Answers(msgspec.Struct, frozen=True, omit_defaults=True):
    """The answers so far. Passwords and registration codes are never among them."""

    step: Step = "language"
    kind: Kind = ""
    county: str = ""
    township: str = ""
    station_name: str = ""
    training_day: str = ""
    """ISO; empty at a real station."""
    residents: Literal["", "yes", "no"] = ""
    """Whether a training station gets invented residents."""
    operator: str = ""
    display_name: str = ""
    role: str = ""

    @property
    def training(self) -> bool:
        """Whether it will be a training station."""
        return self.kind == "training"

    @property
    def division(self) -> str:
        """The station's division: a county, or a township of it."""
        return self.county + self.township
