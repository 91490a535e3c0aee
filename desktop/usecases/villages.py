"""Which places a household of this station can live in."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.divisions import LIVED_IN, DivisionTree, prefix_of, valid_on
from desktop.store import register
from desktop.usecases.desk import Desk
from desktop.usecases.divisions import tree


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A division a household can live in, with the way down to it from the township."""

    code: str
    short: str


def known_divisions(desk: Desk) -> tuple[str, ...]:
    """Return the divisions of the station's own scope in which the register has a household."""
    own = prefix_of(desk.store.station.division)
    return tuple(register.divisions_under(desk.store.connection, own))


def known_places(desk: Desk) -> tuple[KnownPlace, ...]:
    """Return the places of the station's own scope: of the tree, and where anybody lives already.

    A station without either offers its own division as a whole. Raises Unavailable.
    """
    known = tree(desk)
    own = desk.store.station.division
    codes = dict.fromkeys(_in_tree(known, prefix_of(own), desk.today.isoformat()))
    codes |= dict.fromkeys(known_divisions(desk))
    if not codes:
        codes[own.ljust(12, "0") if len(own) > 6 else own] = None
    return tuple(KnownPlace(code, known.short_name(code)) for code in sorted(codes))


def _in_tree(known: DivisionTree, scope: str, day: str) -> list[str]:
    return [
        unit.code
        for unit in known
        if unit.kind in LIVED_IN and unit.code.startswith(scope) and valid_on(unit, day)
    ]
