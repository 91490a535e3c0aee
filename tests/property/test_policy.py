"""What holds of every person anywhere: money is never lost, doubled or negative."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop.base.money import fen_from_text
from desktop.policy import assess_json
from desktop.policy.codes import CIRCUMSTANCE_CODES, IDENTITY_CODES, RESULT_FIELDS
from desktop.policy.json_lines import LineCalculator
from tests.law.support import open_fields, shipped_book, value_at

DIVISIONS = (
    "532301",
    "532324",
    "532300",
    "539999",
    "530102",
    "360702",
    "450102",
    "500101",
    "110101",
    "999999",
)

days = st.dates(
    min_value=date(2021, 1, 1),
    max_value=date(2023, 1, 31),
).map(str)
births = st.dates(
    min_value=date(1930, 1, 1),
    max_value=date(2022, 12, 31),
).map(str)
amounts = st.integers(0, 70_000).map(lambda fen: f"{fen // 100}.{fen % 100:02d}")
maybe_bool = st.none() | st.booleans()

identities = st.fixed_dictionaries(
    {"code": st.sampled_from(IDENTITY_CODES)},
    optional={
        "recognised_on": days,
        "valid_to": days,
        "area": st.sampled_from(["urban", "rural"]),
        "certified": maybe_bool,
        "destitute": maybe_bool,
        "kind": st.sampled_from(["mental", "intellectual", "physical"]),
        "grade": st.integers(1, 4),
        "monitored": maybe_bool,
        "sterilised": maybe_bool,
        "member": st.sampled_from(["parent", "other"]),
        "unemployed": maybe_bool,
        "recognised_by": st.sampled_from(["rural_revitalisation", "civil_affairs", "other"]),
    },
)
circumstances = st.fixed_dictionaries(
    {"code": st.sampled_from(CIRCUMSTANCE_CODES)}, optional={"on": days}
)
students = st.fixed_dictionaries(
    {
        "institution": st.sampled_from(
            ["provincial_in_kunming", "regional_direct", "in_chongqing", "other", "unspecified"]
        )
    },
    optional={
        "academic_year": st.sampled_from(["2021-09/2022-08", "2022-09/2023-08"]),
        "graduation_year": st.integers(2020, 2023),
    },
)
windows = st.tuples(days, days).map(lambda pair: {"start": min(pair), "end": max(pair)})
local_values = st.fixed_dictionaries(
    {},
    optional={
        "window": windows,
        "personal_standard": amounts,
        "national_personal_standard": amounts,
        "assistance": st.dictionaries(st.sampled_from(IDENTITY_CODES), amounts, max_size=3),
        "waiting_days": st.integers(0, 400),
        "unit_class": st.sampled_from(
            ["districted_city", "non_poor_county", "lifted_county", "1", "2", "3"]
        ),
        "linkage_policy_issued": maybe_bool,
        "transition_period_active": maybe_bool,
        "age_as_of": days,
        "waiting_count": st.sampled_from(["payment_day_is_day_0", "payment_day_is_day_1"]),
        "benefit_year": st.integers(2021, 2023),
        "benefit_start_rule": st.sampled_from(
            ["payment_day", "first_of_month", "birth_day", "first_of_benefit_year"]
        ),
    },
)
requests = st.fixed_dictionaries(
    {"id": st.just("p"), "division": st.sampled_from(DIVISIONS), "campaign_year": st.just(2021)},
    optional={
        "unit_name": st.sampled_from(["楚雄开发区", "南华县"]),
        "benefit_year": st.integers(2020, 2023),
        "subsidy_year": st.sampled_from([2021, 2022]),
        "tier": st.sampled_from(["1", "2", "3"]),
        "birth_date": births,
        "registered": st.booleans(),
        "registered_on": st.none() | days,
        "paid_on": st.none() | days,
        "paid_amount": amounts,
        "residence_permit": maybe_bool,
        "local_hukou": maybe_bool,
        "identities": st.lists(identities, max_size=4),
        "circumstances": st.lists(circumstances, max_size=3),
        "other_cover": st.lists(
            st.fixed_dictionaries(
                {
                    "scheme": st.sampled_from(["employee", "military", "resident_elsewhere"]),
                    "status": st.sampled_from(["active", "waiting", "ended"]),
                }
            ),
            max_size=2,
        ),
        "student": students,
        "assistance_already_given": amounts,
        "local_values": local_values,
    },
)


def answer(request: dict[str, Any]) -> dict[str, Any]:
    result = assess_json(request, shipped_book())
    assert result["status"] != "invalid", result["problems"]
    return result


def fen(text: object) -> int:
    return fen_from_text(str(text))


@given(requests)
def test_every_result_is_whole(request: dict[str, Any]) -> None:
    result = answer(request)
    assert tuple(result) == RESULT_FIELDS
    fields = [entry["field"] for entry in result["undetermined"]]
    assert len(fields) == len(set(fields))
    for entry in result["undetermined"]:
        assert value_at(result, entry["field"]) is None
        assert entry["reason"] in result["reasons"]
    for entry in result["trace"]:
        assert value_at(result, entry["field"]) == entry["value"]
        assert entry["value"] is not None


@given(requests)
def test_money_adds_up(request: dict[str, Any]) -> None:
    result = answer(request)
    standard, assistance, net = (
        result[field] for field in ("personal_standard", "assistance", "net_payable")
    )
    if net is not None:
        assert fen(net) >= 0
    if assistance is not None and standard is not None:
        assert fen(assistance) <= fen(standard)
        student = request.get("student")
        free = request["division"] == "360702" and student and "graduation_year" not in student
        if net is not None:
            assert fen(net) == (0 if free else fen(standard) - fen(assistance))
    fiscal = result["fiscal"]
    if fiscal is not None and None not in fiscal.values():
        levels = ("central", "provincial", "prefecture", "county")
        assert sum(fen(fiscal[level]) for level in levels) == fen(fiscal["total"])


@given(requests)
def test_what_is_certain_is_no_more_than_what_is_given_in_any_reading(
    request: dict[str, Any],
) -> None:
    for entry in answer(request)["undetermined"]:
        if "at_least" not in entry:
            continue
        for reading in entry.get("readings", []):
            assert fen(reading["value"]) >= fen(entry["at_least"])


@given(requests, st.randoms())
def test_the_order_of_identities_does_not_matter(request: dict[str, Any], chance: Any) -> None:
    before = answer(request)
    shuffled = list(request.get("identities", []))
    chance.shuffle(shuffled)
    after = answer({**request, "identities": shuffled})
    for field in RESULT_FIELDS:
        if field not in ("undetermined", "reasons", "trace"):
            assert before[field] == after[field], field
    assert set(open_fields(before)) == set(open_fields(after))


@given(requests)
def test_the_highest_is_never_a_sum(request: dict[str, Any]) -> None:
    together = answer(request)
    if together["assistance"] is None or request.get("assistance_already_given"):
        return
    alone = [
        answer({**request, "identities": [identity]})["assistance"]
        for identity in request.get("identities", [])
    ]
    known = [fen(amount) for amount in alone if amount is not None]
    assert fen(together["assistance"]) >= max(known, default=0)
    if None not in alone:
        assert fen(together["assistance"]) == max(known, default=fen(together["assistance"]))


@given(requests, identities)
def test_another_identity_never_raises_what_is_left_to_pay(
    request: dict[str, Any], identity: dict[str, Any]
) -> None:
    plain = {key: value for key, value in request.items() if key != "assistance_already_given"}
    before = answer(plain)["net_payable"]
    after = answer({**plain, "identities": [*plain.get("identities", []), identity]})
    if before is not None and after["net_payable"] is not None:
        assert fen(after["net_payable"]) <= fen(before)


@given(requests)
def test_the_line_and_the_object_are_answered_alike(request: dict[str, Any]) -> None:
    line, valid = LineCalculator(shipped_book()).answer(json.dumps(request).encode())
    assert valid
    assert json.loads(line) == answer(request)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_line_breaks_the_calculator(line: bytes) -> None:
    result, valid = LineCalculator(shipped_book()).answer(line)
    assert tuple(json.loads(result)) == RESULT_FIELDS
    assert not valid


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@given(requests, st.sampled_from(RESULT_FIELDS) | st.text(max_size=6), json_values)
def test_any_value_in_any_field_is_answered(
    request: dict[str, Any], field: str, value: object
) -> None:
    result = assess_json({**request, field: value}, shipped_book())
    assert tuple(result) == RESULT_FIELDS
    assert (result["status"] == "invalid") is bool(result["problems"])
