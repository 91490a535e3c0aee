"""Local values: what counts, what is in force when, what replaces what, in any order."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest

from desktop.base.ids import SeededIds
from desktop.domain.local_values import (
    KINDS,
    LocalValue,
    LocalValueBook,
    law_reference,
    read_value,
    split_reference,
)
from desktop.policy import LocalValues

FIRST = date(2021, 9, 22)
CHAIN = ("532301", "532300", "530000", "000000")
IDS = SeededIds(77)


def value(**fields: object) -> LocalValue:
    """Return a benefit year of 楚雄州, approved by another person."""
    known: dict[str, object] = {
        "id": IDS.new_id(),
        "division": "532300",
        "campaign_year": 2021,
        "kind": "benefit_year",
        "subject": "",
        "value": 2022,
        "document": "楚医保〔2021〕50号",
        "title": "",
        "authority": "楚雄州医疗保障局",
        "valid_from": FIRST,
        "valid_to": None,
        "replaces": "",
        "proposed_by": "li",
        "proposed_at": "2021-10-01T00:00:00.000Z",
    }
    return approved(LocalValue(**(known | fields)))  # type: ignore[arg-type]


def approved(one: LocalValue, by: str = "wang") -> LocalValue:
    return replace(
        one,
        approved_by=by,
        approved_at="2021-10-02T00:00:00.000Z",
        approved_content=one.content,
    )


def told(*values: LocalValue, day: date = date(2021, 11, 15), unit: str = "") -> LocalValues | None:
    return LocalValueBook(values).resolve(CHAIN, 2021, day, unit).values


def test_every_key_of_the_contract_is_a_kind() -> None:
    assert set(KINDS) == set(LocalValues.__struct_fields__)


def test_a_value_holds_from_its_first_day_to_its_last() -> None:
    one = value(valid_to=date(2021, 12, 31))
    assert told(one, day=date(2021, 9, 21)) is None
    for day in (FIRST, date(2021, 12, 31)):
        found = told(one, day=day)
        assert found is not None
        assert found.benefit_year == 2022
    assert told(one, day=date(2022, 1, 1)) is None
    states = {day: one.state(day) for day in (date(2021, 9, 21), FIRST, date(2022, 1, 1))}
    assert list(states.values()) == ["approved", "in_force", "ended"]


def test_a_proposal_counts_for_nothing_until_another_person_approves_it() -> None:
    proposed = replace(value(), approved_by="", approved_content="")
    assert told(proposed) is None
    assert proposed.state(FIRST) == "proposed"
    own = approved(proposed, by="li")
    assert told(own) is None
    assert own.state(FIRST) == "proposed"
    assert told(approved(proposed)) is not None


def test_an_approval_is_of_what_was_proposed_and_of_nothing_else() -> None:
    one = value()
    altered = replace(one, value=2021)
    assert told(altered) is None
    assert told(one) is not None


def test_a_rejection_wins_over_an_approval_given_elsewhere() -> None:
    one = replace(value(), rejected_by="zhao")
    assert told(one) is None
    assert one.state(FIRST) == "rejected"


def test_the_nearest_division_decides() -> None:
    province = value(division="530000", value=2021)
    prefecture = value()
    elsewhere = value(division="532800", value=2021)
    found = told(province, prefecture, elsewhere)
    assert found is not None
    assert found.benefit_year == 2022
    assert told(elsewhere) is None


def test_another_campaign_year_is_another_matter() -> None:
    assert told(value(campaign_year=2022)) is None


def test_a_replacement_ends_the_old_value_the_day_before() -> None:
    old = value(value=2021)
    new = value(replaces=old.id, valid_from=date(2021, 11, 1))
    book = LocalValueBook((new, old))
    known = book.get(old.id)
    assert known is not None
    assert (known.replaced_by, known.last_day) == (new.id, date(2021, 10, 31))
    years = {
        day: book.resolve(CHAIN, 2021, day).values
        for day in (date(2021, 10, 31), date(2021, 11, 1))
    }
    assert [found.benefit_year for found in years.values() if found] == [2021, 2022]
    assert known.state(date(2021, 10, 31)) == "in_force"
    assert known.state(date(2021, 11, 1)) == "replaced"


def test_a_replacement_that_does_not_count_replaces_nothing() -> None:
    old = value(value=2021)
    new = approved(value(replaces=old.id), by="li")
    found = told(old, new)
    assert found is not None
    assert found.benefit_year == 2021


def test_a_value_can_be_taken_back() -> None:
    old = value()
    gone = value(value=None, replaces=old.id, valid_from=date(2021, 11, 1))
    assert told(old, gone, day=date(2021, 10, 31)) is not None
    assert told(old, gone, day=date(2021, 11, 1)) is None


def test_a_unit_has_the_class_that_was_set_for_it_by_code_or_name() -> None:
    by_code = value(kind="unit_class", subject="532301", value="1")
    by_name = value(kind="unit_class", subject="楚雄开发区", value="2")
    assert told(by_code, by_name) == LocalValues(unit_class="1")
    assert told(by_code, by_name, unit="楚雄开发区") == LocalValues(unit_class="2")


def test_assistance_is_collected_per_identity_each_with_its_document() -> None:
    one = value(kind="assistance", subject="veteran", value="50.00", document="甲1号")
    two = value(kind="assistance", subject="orphan", value="60.00", document="乙2号")
    found = LocalValueBook((one, two)).resolve(CHAIN, 2021, FIRST)
    assert found.values is not None
    assert found.values.assistance == {"veteran": 5000, "orphan": 6000}
    assert found.sources is not None
    assert found.sources["assistance.veteran"].document == "甲1号"
    assert found.sources["assistance.orphan"].document == "乙2号"


def test_the_book_is_the_same_in_whatever_order_values_arrive() -> None:
    first = value(value=2021)
    values = [
        first,
        value(replaces=first.id, valid_from=date(2021, 10, 15)),
        value(kind="waiting_days", value=30),
        value(kind="waiting_days", value=60, approved_at="2021-10-03T00:00:00.000Z"),
        value(division="530000", kind="waiting_days", value=90),
    ]
    expected = LocalValueBook(values).resolve(CHAIN, 2021, date(2021, 11, 15))
    for seed in range(20):
        random.Random(seed).shuffle(values)
        assert LocalValueBook(values).resolve(CHAIN, 2021, date(2021, 11, 15)) == expected


def test_an_unreadable_value_stops_nobody() -> None:
    odd = value(kind="waiting_days", value="many")
    found = told(odd, value())
    assert found == LocalValues(benefit_year=2022)


@pytest.mark.parametrize(
    ("kind", "subject", "wrong"),
    [
        ("window", "", {"start": "2021-12-31", "end": "2021-10-01"}),
        ("window", "", {"start": "2021-10-01"}),
        ("window", "", "2021-10-01"),
        ("personal_standard", "", "350.0"),
        ("personal_standard", "", 350),
        ("assistance", "nobody", "10.00"),
        ("waiting_days", "", -1),
        ("waiting_days", "", "90"),
        ("unit_class", "532301", "9"),
        ("linkage_policy_issued", "", "yes"),
        ("age_as_of", "", "2021-02-30"),
        ("waiting_count", "", "first"),
        ("benefit_year", "", True),
        ("benefit_start_rule", "", "someday"),
    ],
)
def test_what_is_no_value_of_its_kind_is_told(kind: str, subject: str, wrong: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_value(kind, subject, wrong)  # type: ignore[arg-type]


def test_an_event_names_what_its_figures_rest_on() -> None:
    assert split_reference(law_reference("a" * 64, ())) == ("a" * 64, ())
    names = ("0123456789ab", "ba9876543210")
    assert split_reference(law_reference("a" * 64, names)) == ("a" * 64, names)


def test_values_named_by_an_event_are_found_whatever_replaced_them_since() -> None:
    old = value(value=2021)
    new = value(replaces=old.id)
    book = LocalValueBook((old, new))
    found = book.named((old.name,), CHAIN, 2021)
    assert found is not None
    assert found.values == LocalValues(benefit_year=2021)
    assert book.named(("0" * 12,), CHAIN, 2021) is None
    assert book.named((old.name,), CHAIN, 2022) is None
    assert book.named((old.name,), ("450100", "450000", "000000"), 2021) is None
