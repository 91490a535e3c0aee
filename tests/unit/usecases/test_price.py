"""A household priced again and again while it is typed, as if each time were the first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from desktop.app.law import shipped_law
from desktop.domain.household import HouseholdInput
from desktop.usecases.local_values import Proposal, approve, propose
from desktop.usecases.price import Pricing, price_household
from tests.helpers.desks import CAMPAIGN, FAMILY, HEAD, with_members
from tests.helpers.desks import desk as signed_in

DAY = date(2021, 11, 15)
STEPS = (
    FAMILY,
    replace(FAMILY, members=(replace(FAMILY.members[0], name="王"), *FAMILY.members[1:])),
    replace(FAMILY, members=FAMILY.members[1:]),
    replace(FAMILY, members=(*FAMILY.members, FAMILY.members[0])),
    replace(FAMILY, members=(replace(FAMILY.members[0], enrol=False), *FAMILY.members[1:])),
    replace(FAMILY, division="532324101001"),
    with_members(HEAD),
    replace(FAMILY, members=()),
    FAMILY,
)


def test_what_is_kept_of_the_key_before_changes_no_price() -> None:
    law, pricing = shipped_law(), Pricing()
    for step in STEPS:
        assert pricing.price(step, law, DAY) == price_household(step, law, DAY)


def test_another_day_or_local_value_is_asked_anew() -> None:
    pricing = Pricing()
    with signed_in(role="policy") as desk:
        pricing.price(FAMILY, desk.law, DAY, desk.local_values)
        later = DAY + timedelta(days=60)
        assert pricing.price(FAMILY, desk.law, later) == price_household(FAMILY, desk.law, later)
        value = Proposal(
            division="532300",
            campaign_year=CAMPAIGN,
            kind="benefit_year",
            value=2022,
            document="楚医保〔2021〕50号",
            valid_from=date(2021, 9, 22),
        )
        approve(replace(desk, operator="wang", role="supervisor"), propose(desk, value).id)
        found = pricing.price(FAMILY, desk.law, DAY, desk.local_values)
        assert found == price_household(FAMILY, desk.law, DAY, desk.local_values)
        assert found != price_household(FAMILY, desk.law, DAY)


def test_who_did_not_change_is_not_asked_again() -> None:
    law, pricing = shipped_law(), Pricing()

    def assessments(entry: HouseholdInput) -> list[object]:
        return [one.assessment for one in pricing.price(entry, law, DAY).members]

    before = assessments(FAMILY)
    changed = replace(FAMILY.members[0], phone="13800000000")
    after = assessments(replace(FAMILY, members=(changed, *FAMILY.members[1:])))
    assert all(now is then for now, then in zip(after[1:], before[1:], strict=True))
