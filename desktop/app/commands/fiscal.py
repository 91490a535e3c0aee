"""`fiscal-claim`: what each level of government owes for the persons who paid."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from desktop.app.commands.context import DONE, Context
from desktop.base.money import fen_text
from desktop.usecases.divisions import division_name
from desktop.usecases.fiscal_claim import LEVELS, ClaimLine, ClaimSum, fiscal_claim

UNITS_NOTE = (
    "a unit without a county code of its own (such as 楚雄开发区, C2) is counted with the county"
    " its households are registered in"
)


def claim(context: Context, options: Namespace) -> int:
    """Print the claim: a line per kind of person, then sums per county, prefecture, province."""
    with context.desk() as desk:
        found = fiscal_claim(desk, options.subsidy_year, options.campaign_year)
    for line in found.lines:
        context.print({"row": "persons", **_line(line)})
    for row, sums in (
        ("county", found.counties),
        ("prefecture", found.prefectures),
        ("province", found.provinces),
    ):
        for one in sums:
            context.print({"row": row, **_sum(one)})
    context.print(
        {
            "row": "claim",
            "subsidy_year": found.subsidy_year,
            "campaign_year": found.campaign_year,
            "headcount": found.headcount,
            "note": UNITS_NOTE if found.has_classes else None,
        }
    )
    return DONE


def _line(line: ClaimLine) -> dict[str, Any]:
    return {
        "division": line.county,
        "name": division_name(line.county),
        "unit_class": line.unit_class or None,
        "institution": line.institution or None,
        "residence_permit": line.residence_permit,
        "headcount": line.headcount,
        "per_person": {level: _text(line.per_person_fen[level]) for level in LEVELS},
    }


def _sum(one: ClaimSum) -> dict[str, Any]:
    return {
        "division": one.division,
        "name": division_name(one.division),
        "headcount": one.headcount,
        "amounts": {level: _text(one.amount_fen(level)) for level in LEVELS},
        "settled": {level: fen_text(one.settled_fen[level]) for level in LEVELS},
        "open": [
            {
                "level": gap.level,
                "persons": gap.persons,
                "reason": gap.reason,
                "provision": gap.provision,
            }
            for gap in one.open
        ],
    }


def _text(fen: int | None) -> str | None:
    return None if fen is None else fen_text(fen)
