"""The fiscal claim (财政补助测算): paid persons × the subsidy of one budget year, level by level.

The subsidy year is its own matter (X2): the figure of a year the documents do not name stays open,
whatever was collected for it. A level without a figure stays open for the persons concerned, with
its reason; nothing is estimated.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import msgspec

from desktop.domain.facts import Student
from desktop.policy import AssessmentRequest, Undetermined, assess
from desktop.policy.request_json import request_from_json
from desktop.store.fiscal import paid_headcounts
from desktop.store.register import Row
from desktop.usecases.desk import Desk
from desktop.usecases.price import values_in_force

MAY_SEE = ("policy", "supervisor", "auditor")

Level = Literal["central", "provincial", "prefecture", "county", "total"]
LEVELS: tuple[Level, ...] = ("central", "provincial", "prefecture", "county", "total")


@dataclass(frozen=True, slots=True)
class OpenLevel:
    """A level of government whose share of some persons the law leaves open."""

    level: Level
    persons: int
    reason: str
    provision: str


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """Paid persons of one county who are subsidised alike."""

    county: str
    institution: str
    """A university student's kind of institution, else empty."""
    residence_permit: bool
    unit_class: str
    """Class of the unit, empty where it has none."""
    headcount: int
    per_person_fen: dict[Level, int | None]
    open: tuple[OpenLevel, ...]

    def amount_fen(self, level: Level) -> int:
        """Return what a level owes for the persons of the line, as far as it is settled."""
        return self.headcount * (self.per_person_fen[level] or 0)


@dataclass(frozen=True, slots=True)
class ClaimSum:
    """What the levels owe for one division: the lines under it, added up to the fen."""

    division: str
    headcount: int
    settled_fen: dict[Level, int]
    open: tuple[OpenLevel, ...]

    def amount_fen(self, level: Level) -> int | None:
        """Return what a level owes; None if it is open for some of the persons."""
        return None if any(one.level == level for one in self.open) else self.settled_fen[level]


@dataclass(frozen=True, slots=True)
class FiscalClaim:
    """The claim of one subsidy year."""

    subsidy_year: int
    campaign_year: int
    lines: tuple[ClaimLine, ...]
    counties: tuple[ClaimSum, ...]
    prefectures: tuple[ClaimSum, ...]
    provinces: tuple[ClaimSum, ...]

    @property
    def has_classes(self) -> bool:
        """Whether units are told apart by class.

        A unit without a county code of its own, such as 楚雄开发区 (C2), cannot be: its persons are
        registered in the county it lies in, and are counted there.
        """
        return any(line.unit_class for line in self.lines)

    @property
    def headcount(self) -> int:
        """How many paid persons there are in all."""
        return sum(line.headcount for line in self.lines)


def fiscal_claim(desk: Desk, subsidy_year: int, campaign_year: int | None = None) -> FiscalClaim:
    """Return what each level owes for the persons who paid in ``campaign_year``.

    ``campaign_year`` says whose enrolment and whose notices; None: the year of the subsidy.

    Raises:
        Refused: ``ROLE``.
        Unavailable: the file cannot be read.
    """
    desk.may(*MAY_SEE)
    year = subsidy_year if campaign_year is None else campaign_year
    lines = tuple(
        _line(desk, subsidy_year, year, row["county"], row)
        for row in paid_headcounts(desk.store.connection, year)
    )
    places = {line.county: desk.law.chain(line.county) for line in lines}
    heights = {county: _above(desk, year, chain) for county, chain in places.items()}
    return FiscalClaim(
        subsidy_year,
        year,
        lines,
        _sums((line.county, line) for line in lines),
        _sums((heights[line.county][0], line) for line in lines if heights[line.county][0]),
        _sums((heights[line.county][1], line) for line in lines if heights[line.county][1]),
    )


def _line(desk: Desk, subsidy_year: int, campaign_year: int, county: str, row: Row) -> ClaimLine:
    permit, headcount = row["residence_permit"], row["headcount"]
    student_text = row["student"]
    student = msgspec.json.decode(student_text, type=Student) if student_text else None
    told = {
        "id": "claim",
        "division": county,
        "campaign_year": campaign_year,
        "subsidy_year": subsidy_year,
        "residence_permit": bool(permit) or None,
        "student": msgspec.to_builtins(student) if student else None,
    }
    request = request_from_json(told)
    institution = student.institution if student and student.graduation_year is None else ""
    if not isinstance(request, AssessmentRequest):
        gaps = tuple(OpenLevel(level, headcount, "FIGURES_UNCHECKED", "") for level in LEVELS)
        none: dict[Level, int | None] = dict.fromkeys(LEVELS)
        return ClaimLine(county, institution, bool(permit), "", headcount, none, gaps)
    local = values_in_force(county, campaign_year, desk.law, desk.today, desk.local_values)
    request = msgspec.structs.replace(request, local_values=local.values)
    found = assess(request, desk.law, local.sources)
    figures: dict[Level, int | None] = {
        level: None if found.fiscal is None else getattr(found.fiscal, level) for level in LEVELS
    }
    unit_class = next(
        (
            str(step.inputs["unit_class"])
            for step in found.trace
            if step.field.startswith("fiscal.") and "unit_class" in step.inputs
        ),
        "",
    )
    gaps = _gaps(found.undetermined, headcount)
    return ClaimLine(county, institution, bool(permit), unit_class, headcount, figures, gaps)


def _gaps(undetermined: Iterable[Undetermined], headcount: int) -> tuple[OpenLevel, ...]:
    found: dict[Level, OpenLevel] = {}
    for gap in undetermined:
        for level in LEVELS:
            if gap.field in ("fiscal", f"fiscal.{level}"):
                found[level] = OpenLevel(level, headcount, gap.reason, gap.provision or "")
    return tuple(found.values())


def _above(desk: Desk, campaign_year: int, chain: tuple[str, ...]) -> tuple[str, str]:
    """Return the prefecture and the province of a county; a municipality has no prefecture."""
    if len(chain) < 3:
        return "", ""
    law = desk.law.resolve(chain[0], campaign_year)
    prefecture = "" if law is None or law.municipality else chain[-3]
    return prefecture, chain[-2]


def _sums(parts: Iterable[tuple[str, ClaimLine]]) -> tuple[ClaimSum, ...]:
    grouped: dict[str, list[ClaimLine]] = {}
    for division, line in parts:
        grouped.setdefault(division, []).append(line)
    return tuple(_sum(division, lines) for division, lines in sorted(grouped.items()))


def _sum(division: str, lines: list[ClaimLine]) -> ClaimSum:
    persons: dict[tuple[Level, str, str], int] = {}
    for line in lines:
        for gap in line.open:
            key = (gap.level, gap.reason, gap.provision)
            persons[key] = persons.get(key, 0) + gap.persons
    return ClaimSum(
        division,
        sum(line.headcount for line in lines),
        {level: sum(line.amount_fen(level) for line in lines) for level in LEVELS},
        tuple(
            OpenLevel(level, count, reason, provision)
            for (level, reason, provision), count in persons.items()
        ),
    )
