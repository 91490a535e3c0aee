"""Households between last year and this one, each person priced as if renewed today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.base.dates import day_from_text
from desktop.domain import codes
from desktop.domain.checks import check_household
from desktop.domain.household import Finding, HouseholdInput, MemberInput, normalised
from desktop.domain.roster import DEAD, Band, BandMember, LastYear, Mark, State
from desktop.policy import Assessment
from desktop.store import roster
from desktop.store.register import Row
from desktop.usecases.county_check import county_check
from desktop.usecases.covered import covered_here
from desktop.usecases.desk import Desk
from desktop.usecases.open_household import member_from_row
from desktop.usecases.price import price_member


@dataclass(frozen=True, slots=True)
class SurveyedMember:
    """One person: the rows both years left, and what today's law says."""

    row: Row
    enrollment: Row | None
    """This year's living enrolment, in whatever household."""
    reason: Row | None
    """This year's reason for not being enrolled."""
    carried: MemberInput
    """As the person would be enrolled this year."""
    assessment: Assessment | None
    """None for whoever is not asked: enrolled, dead, or with an unusable document."""
    shown: BandMember


@dataclass(frozen=True, slots=True)
class Surveyed:
    """One household, ready to be shown or changed."""

    entry: HouseholdInput
    members: tuple[SurveyedMember, ...]
    band: Band

    def member(self, person_id: str) -> SurveyedMember | None:
        """Return one of its people, None if the person is not in it now."""
        return next((one for one in self.members if one.row["id"] == person_id), None)


def survey(desk: Desk, household_ids: Sequence[str], campaign_year: int) -> tuple[Surveyed, ...]:
    """Return these households in the order given; one with nobody in it is left out.

    Raises:
        Unavailable: the file failed.
    """
    connection = desk.store.connection
    people = roster.people(connection, household_ids)
    persons = [row["id"] for row in people]
    numbers = [row["document_number"] for row in people if row["document_number"]]
    years = _Years(
        campaign_year,
        _by_person(roster.enrollments(connection, persons, campaign_year), campaign_year),
        _by_person(roster.reasons(connection, persons, campaign_year), campaign_year),
        roster.shared_numbers(connection, numbers),
        covered_here(desk, desk.store.station.county, campaign_year, persons),
    )
    living: dict[str, list[Row]] = defaultdict(list)
    for row in people:
        living[row["household_id"]].append(row)
    check = _county(desk, campaign_year)
    by_id = {row["id"]: row for row in roster.households(connection, household_ids)}
    price = _pricing(desk)
    return tuple(
        _surveyed(by_id[one], living[one], years, _Asking(price, check, desk.today))
        for one in household_ids
        if one in by_id and living[one]
    )


Pricing = Callable[[HouseholdInput, MemberInput], Assessment]
CountyCheck = Callable[[str], tuple[Mark, ...]]


@dataclass(frozen=True, slots=True)
class _Asking:
    """Whom to ask about somebody who may be renewed."""

    price: Pricing
    county: CountyCheck
    today: date


def _pricing(desk: Desk) -> Pricing:
    law, today, local = desk.law, desk.today, desk.local_values

    def price(entry: HouseholdInput, member: MemberInput) -> Assessment:
        return price_member(entry, member, law, today, local_values=local)

    return price


def _county(desk: Desk, campaign_year: int) -> CountyCheck:
    """Return what tells what the county's lists say of a number, as marks.

    Whoever is on a list is renewed by name only: the centre confirms, or opens a case.
    """
    if desk.county_filters.current() is None:
        return lambda number: ()

    def check(number: str) -> tuple[Mark, ...]:
        found = county_check(desk, number, campaign_year)
        return tuple(
            Mark(one.code, "" if one.code == _PREINSURED else "household") for one in found
        )

    return check


_PREINSURED = "EMPLOYEE_LISTED_PREINSURED"
"""渝医保发〔2021〕70号 二: no double cover, so only something to know."""


@dataclass(frozen=True, slots=True)
class _Years:
    year: int
    enrollments: Mapping[tuple[str, int], Row]
    reasons: Mapping[tuple[str, int], Row]
    shared: set[str]
    covered: Mapping[str, tuple[int | None, ...]]


def _by_person(rows: Iterable[Row], year: int) -> dict[tuple[str, int], Row]:
    """Return rows by person and how many years ago: 0 or 1."""
    return {(row["person_id"], year - row["campaign_year"]): row for row in rows}


def _surveyed(household: Row, people: list[Row], years: _Years, asking: _Asking) -> Surveyed:
    entry = HouseholdInput(
        division=household["division"] or "",
        campaign_year=years.year,
        members=tuple(_carried(row, years) for row in people),
        number=household["number"] or "",
        address=household["address"] or "",
        phone=household["phone"] or "",
        household_id=household["id"],
    )
    entry = normalised(entry, asking.today)
    findings = check_household(entry, asking.today)
    members = tuple(
        _member(entry, place, row, years, findings, asking) for place, row in enumerate(people)
    )
    band = Band(
        household_id=entry.household_id,
        division=entry.division,
        number=entry.number,
        address=entry.address,
        members=tuple(one.shown for one in members),
        marks=tuple(
            Mark(found.code, "", found.values)
            for found in findings
            if found.member is None and found.severity != "repair"
        ),
    )
    return Surveyed(entry, members, band)


def _carried(row: Row, years: _Years) -> MemberInput:
    """Return a person as carried over into this year.

    Identities come along with their days: the calculator gives nothing for one that has run out.
    A circumstance explains one entry; what explained last year's does not explain this year's.
    """
    now, last = years.enrollments.get((row["id"], 0)), years.enrollments.get((row["id"], 1))
    member = replace(
        member_from_row(row, now or last, any_enrolled=False),
        enrol=True,
        covered_here=years.covered.get(row["id"], ()),
    )
    if now is not None or last is None:
        return member
    since = last["registered_on"] or ""
    fresh = tuple(one for one in member.circumstances if one.on and one.on > since)
    return replace(member, circumstances=fresh)


def _member(
    entry: HouseholdInput,
    place: int,
    row: Row,
    years: _Years,
    findings: tuple[Finding, ...],
    asking: _Asking,
) -> SurveyedMember:
    member, person = entry.members[place], row["id"]
    now, reason = years.enrollments.get((person, 0)), years.reasons.get((person, 0))
    last = _last_year(years.enrollments.get((person, 1)), years.reasons.get((person, 1)))
    state = _state(row, now, reason, entry.household_id)
    mistakes = tuple(
        Mark(found.code, "person" if found.severity == "error" else "", found.values)
        for found in findings
        if found.member == place and found.severity != "repair"
    )
    if row["document_number"] in years.shared:
        mistakes = (*mistakes, Mark("DOUBLE_IN_REGISTER", "person"))
    asked = state in ("open", "not_enrolled") and not any(mark.stops for mark in mistakes)
    found = asking.price(entry, member) if asked else None
    marks = mistakes if state in ("open", "not_enrolled") else ()
    if found is not None:
        marks = (*marks, *_marks_of(row, found))
    if state == "open":
        marks = (*marks, *asking.county(member.document_number))
    if state == "open" and last.state == "not_enrolled":
        marks = (*marks, Mark("LAST_YEAR_REASON", "household", {"reason": last.reason}))
    if state == "elsewhere":
        marks = (Mark("ENROLLED_ELSEWHERE", "person"),)
    shown = BandMember(
        person_id=person,
        name=member.name,
        relation=member.relation,
        sex=member.sex,
        age=_age(member.birth_date, asking.today),
        last=last,
        state=state,
        reason=reason["reason"] if reason else (codes.DEATH if state == "dead" else ""),
        noted=_noted(row, reason, state),
        marks=marks,
        **_figures(now, found),  # type: ignore[arg-type]
    )
    return SurveyedMember(row, now, reason, member, found, shown)


def _marks_of(row: Row, found: Assessment) -> Iterator[Mark]:
    """Yield what today's law and days say of renewing somebody."""
    for problem in found.problems:
        values = {"field": problem.field, "message": problem.message}
        yield Mark("FACT_INVALID", "person", values)
    if found.allowed is False or "OUT_OF_SCOPE" in found.reasons:
        for reason in _refusals(found):
            yield Mark(reason, "person")
    elif found.net_payable is None and not found.problems:
        yield Mark("PRICE_OPEN", "", {"reason": _open_reason(found)})
    if row["survival"] not in (None, "", "1"):
        yield Mark("SURVIVAL", "household", {"survival": row["survival"]})


def _refusals(found: Assessment) -> tuple[str, ...]:
    """Return why the law does not admit somebody; what it merely leaves open is another matter."""
    for step in found.trace:
        stated = step.inputs.get("reasons") if step.field == "allowed" else None
        if isinstance(stated, list | tuple) and stated:
            return tuple(map(str, stated))
    return found.reasons[:1] or ("OUT_OF_SCOPE",)


def _open_reason(found: Assessment) -> str:
    wanted = ("personal_standard", "assistance", "net_payable")
    gaps = [gap.reason for gap in found.undetermined if gap.field in wanted]
    return (gaps or list(found.reasons) or ["NOT_IN_DOC"])[0]


def _last_year(enrollment: Row | None, reason: Row | None) -> LastYear:
    if enrollment is not None:
        return LastYear(
            state="paid" if enrollment["status"] == "paid" else "registered",
            identity=enrollment["assistance_identity"] or "",
            tier=enrollment["tier"],
            standard_fen=enrollment["standard_fen"],
        )
    if reason is not None:
        return LastYear(state="not_enrolled", reason=reason["reason"])
    return LastYear()


def _state(row: Row, now: Row | None, reason: Row | None, household_id: str) -> State:
    if now is not None and now["household_id"] != household_id:
        return "elsewhere"
    if now is not None:
        return "paid" if now["status"] == "paid" else "renewed"
    if row["survival"] == DEAD:
        return "dead"
    return "not_enrolled" if reason is not None else "open"


def _noted(row: Row, reason: Row | None, state: State) -> str:
    if state == "dead":
        return row["died_on"] or ""
    return (reason["evidence"] or reason["detail"] or "") if reason else ""


def _figures(now: Row | None, found: Assessment | None) -> dict[str, object]:
    if now is not None:
        return {
            "net_fen": now["net_fen"],
            "assistance_fen": now["assistance_fen"],
            "identity": now["assistance_identity"] or "",
        }
    if found is None or found.allowed is False:
        return {}
    return {
        "net_fen": found.net_payable,
        "assistance_fen": found.assistance,
        "identity": found.assistance_identity or "",
    }


def _age(birth_date: str, today: date) -> int | None:
    try:
        born = day_from_text(birth_date)
    except ValueError:
        return None
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
