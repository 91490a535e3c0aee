"""How much a group gives where the text does not print the amount itself.

A share of the personal standard (按比例资助), rounded as the text says; or the rest after what the
person pays (个人缴费控制在…元).
"""

from __future__ import annotations

from fractions import Fraction

from desktop.base.money import fen_text
from desktop.policy.law import Provision
from desktop.policy.pack import Group, Rounding
from desktop.policy.result import Reading
from desktop.policy.rules.standard import PersonalStandard
from desktop.policy.verdict import Doubt, plain

_FEN = {"fen": 1, "jiao": 10, "yuan": 100}
_HALF = Fraction(1, 2)


def amount_of(group: Group, standard: PersonalStandard, at: Provision) -> int | Doubt | None:
    """Return what the group gives in fen; a doubt where that hangs on something open.

    None only for a fixed amount that the text does not print.
    """
    if group.pays is None and group.share is None:
        return group.amount
    if standard.fen is None:
        assert standard.doubt is not None, "a standard without an amount is open"
        return plain(standard.doubt)
    if group.pays is not None:
        return max(0, standard.fen - group.pays)
    assert group.share is not None, "asked only of a share"
    given = _rounded(standard.fen * group.share, group.rounding, at)
    return given if type(given) is Doubt else min(given, standard.fen)


def _rounded(exact: Fraction, rounding: Rounding | None, at: Provision) -> int | Doubt:
    """Return the amount in fen. Where no text says how to round, only a whole fen is settled."""
    if exact.denominator == 1 and rounding is None:
        return exact.numerator
    if rounding is None:
        low = exact.numerator // exact.denominator
        readings = (Reading("舍去", fen_text(low)), Reading("进位", fen_text(low + 1)))
        return Doubt("NOT_IN_DOC", "admin", at.cite, readings)
    unit = _FEN[rounding.to]
    whole, rest = divmod(exact, unit)
    up = rest > 0 if rounding.rule == "up" else rest >= unit * _HALF
    return (whole + (1 if up and rounding.rule != "down" else 0)) * unit
