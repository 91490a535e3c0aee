"""The fiscal subsidy of 2021, level by level, in every region."""

from __future__ import annotations

import pytest

from tests.law.support import (
    BEIJING,
    CHONGQING,
    CHUXIONG_CITY,
    GANZHOU,
    GUANGXI,
    KUNMING,
    TRAINING,
    ask,
    open_entry,
    open_fields,
)

LEVELS = ("central", "provincial", "prefecture", "county", "total")


def fiscal(division: str, **request: object) -> tuple[object, ...]:
    found = ask(division, subsidy_year=2021, **request)["fiscal"]
    assert isinstance(found, dict)
    return tuple(found[level] for level in LEVELS)


FIRST = ("464.00", "81.20", "13.92", "20.88", "580.00")
SECOND = ("464.00", "81.20", "15.66", "19.14", "580.00")
THIRD = ("464.00", "81.20", "17.40", "17.40", "580.00")
NO_CLASS = ("464.00", "81.20", None, None, "580.00")


@pytest.mark.parametrize(
    ("division", "row"),
    [
        ("532301", FIRST),
        ("532302", FIRST),
        ("532331", FIRST),
        ("532324", SECOND),
        ("532326", SECOND),
        ("532329", SECOND),
        ("532322", THIRD),
        ("532323", THIRD),
        ("532325", THIRD),
        ("532327", THIRD),
        ("532328", THIRD),
        ("532301001", None),
        ("532301001002", FIRST),
        ("532300", NO_CLASS),
        (TRAINING, NO_CLASS),
        ("539999001001", NO_CLASS),
    ],
)
def test_every_unit_of_chuxiong(division: str, row: tuple[object, ...] | None) -> None:
    if row is None:
        with pytest.raises(AssertionError):
            fiscal(division)
        return
    assert fiscal(division) == row
    for person in ({"residence_permit": True}, {"hk_mo_tw_resident": True}, {}):
        assert fiscal(division, **person) == row


@pytest.mark.parametrize(
    ("unit_name", "local", "row"),
    [
        ("楚雄开发区", {}, NO_CLASS),
        ("楚雄开发区", {"unit_class": "1"}, FIRST),
        ("楚雄开发区", {"unit_class": "3"}, THIRD),
        ("楚雄开发区", {"unit_class": "districted_city"}, NO_CLASS),
        ("南华县", {}, SECOND),
    ],
)
def test_a_unit_without_a_code(
    unit_name: str, local: dict[str, object], row: tuple[object, ...]
) -> None:
    assert fiscal(CHUXIONG_CITY, unit_name=unit_name, local_values=local) == row


def test_a_local_class_does_not_displace_the_printed_one() -> None:
    assert fiscal(CHUXIONG_CITY, local_values={"unit_class": "3"}) == FIRST


def test_the_open_levels_say_why() -> None:
    result = ask("532300", subsidy_year=2021)
    assert open_entry(result, "fiscal.county")["reason"] == "NO_CLASS_IN_DOC"
    assert open_entry(result, "fiscal.prefecture")["needs"] == "admin"


@pytest.mark.parametrize("institution", ["provincial_in_kunming", "other", "unspecified"])
def test_students_of_yunnan_have_a_total_and_no_split(institution: str) -> None:
    student = {"institution": institution}
    nothing = (None, None, None, None, "580.00")
    assert fiscal(CHUXIONG_CITY, student=student) == nothing
    result = ask(CHUXIONG_CITY, subsidy_year=2021, student=student)
    assert open_fields(result)["fiscal.central"] == "NO_SPLIT_IN_DOC"
    assert result["personal_standard"] == "320.00"
    clerk = institution == "unspecified"
    assert open_entry(result, "fiscal.county")["needs"] == ("clerk" if clerk else "admin")


def test_a_graduate_is_no_student() -> None:
    student = {"institution": "provincial_in_kunming", "graduation_year": 2021}
    assert fiscal(CHUXIONG_CITY, student=student) == FIRST


def test_yunnan_outside_chuxiong_knows_a_floor() -> None:
    assert fiscal(KUNMING) == (None,) * 5
    result = ask(KUNMING, subsidy_year=2021)
    entry = open_entry(result, "fiscal.total")
    assert (entry["reason"], entry["at_least"]) == ("FLOOR_ONLY", "580.00")
    assert open_fields(result)["fiscal.provincial"] == "NO_SPLIT_IN_DOC"
    student = {"institution": "provincial_in_kunming"}
    assert fiscal(KUNMING, student=student) == (None, None, None, None, "580.00")
    assert fiscal(KUNMING, student={"institution": "other"}) == (None,) * 5


CITY = ("464.00", "58.00", "58.00", "0.00", "580.00")
COUNTY = ("464.00", "58.00", "0.00", "58.00", "580.00")
LIFTED = ("464.00", "87.00", "0.00", "29.00", "580.00")
DIRECT = ("464.00", "116.00", "0.00", "0.00", "580.00")


@pytest.mark.parametrize(
    ("unit_class", "institution", "row"),
    [
        ("districted_city", None, CITY),
        ("non_poor_county", None, COUNTY),
        ("lifted_county", None, LIFTED),
        (None, None, ("464.00", None, None, None, "580.00")),
        ("1", None, ("464.00", None, None, None, "580.00")),
        ("districted_city", "regional_direct", DIRECT),
        ("lifted_county", "regional_direct", DIRECT),
        (None, "regional_direct", DIRECT),
        # G7: where the two readings agree the value is given.
        ("districted_city", "other", ("464.00", None, None, "0.00", "580.00")),
        ("non_poor_county", "other", ("464.00", None, "0.00", None, "580.00")),
        ("lifted_county", "unspecified", ("464.00", None, "0.00", None, "580.00")),
        (None, "other", ("464.00", None, None, None, "580.00")),
    ],
)
def test_guangxi(unit_class: str | None, institution: str | None, row: tuple[object, ...]) -> None:
    student = None if institution is None else {"institution": institution}
    assert fiscal(GUANGXI, student=student, local_values={"unit_class": unit_class}) == row


def test_jiangxi_has_no_split() -> None:
    result = ask(GANZHOU, subsidy_year=2021)
    assert fiscal(GANZHOU) == (None, None, None, None, "580.00")
    assert {f"fiscal.{level}" for level in LEVELS[:4]} <= set(open_fields(result))


@pytest.mark.parametrize(("division", "total"), [(CHONGQING, "580.00"), (BEIJING, None)])
def test_a_municipality_has_no_prefecture(division: str, total: str | None) -> None:
    result = ask(division, subsidy_year=2021)
    assert fiscal(division) == (None, None, None, None, total)
    assert "fiscal.prefecture" not in open_fields(result)
    assert open_fields(result)["fiscal.county"] == "NO_SPLIT_IN_DOC"


@pytest.mark.parametrize("division", [CHUXIONG_CITY, KUNMING, GANZHOU, GUANGXI, CHONGQING, BEIJING])
@pytest.mark.parametrize("year", [2020, 2022])
def test_another_budget_year_has_no_figure(division: str, year: int) -> None:
    result = ask(division, subsidy_year=year)
    assert result["fiscal"] is None
    assert open_fields(result)["fiscal"] == "YEAR_NOT_IN_DOC"


def test_without_a_budget_year_nothing_is_asked() -> None:
    result = ask(CHUXIONG_CITY)
    assert result["fiscal"] is None
    assert not any(field.startswith("fiscal") for field in open_fields(result))


def test_asking_twice_gives_the_same_levels_and_reasons() -> None:
    first = ask(GUANGXI, subsidy_year=2021)
    assert ask(GUANGXI, subsidy_year=2021) == first
