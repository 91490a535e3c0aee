"""Goal: `enroll` and `void` keep the screens' rules and words on the command line."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop.app.commands.context import Context
from desktop.app.commands.entries import enroll, pay
from desktop.app.commands.voiding import void
from desktop.base.clock import SystemClock
from desktop.base.ids import SystemIds
from desktop.domain.facts import Role
from desktop.usecases.desk import NewStation, set_up_station
from tests.helpers.desks import HEAD, SON
from tests.helpers.stations import DAY, VILLAGE

PASSWORD = "canbao2021"
WRONG = HEAD.document_number[:17] + ("0" if HEAD.document_number[17] != "0" else "1")


class Shell:
    """Commands at one station, in this process."""

    def __init__(self, folder: Path, role: Role) -> None:
        self._folder = folder
        self._password = folder.parent / "password"
        self._password.write_text(PASSWORD, encoding="utf-8")
        new = NewStation("539999001", "培训站", "op", "操作员", PASSWORD, role, DAY)
        set_up_station(folder, new, SystemClock(), SystemIds())

    def run(self, command: Any, *lines: dict[str, Any] | str) -> tuple[int, list[dict[str, Any]]]:
        """Give a command its lines; return its status and its answers."""
        out = io.BytesIO()
        context = Context(self._folder, "op", self._password, "zh", out)
        text = "\n".join(
            one if isinstance(one, str) else msgspec.json.encode(one).decode() for one in lines
        )
        status = command(context, io.BytesIO(text.encode()))
        return status, [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.fixture
def shell(tmp_path: Path, request: pytest.FixtureRequest) -> Shell:
    return Shell(tmp_path / "station", getattr(request, "param", "clerk"))


def line(ref: str, *members: dict[str, Any]) -> dict[str, Any]:
    return {
        "ref": ref,
        "campaign_year": 2021,
        "household": {"division": VILLAGE, "number": ref},
        "members": list(members),
    }


def member(number: str = HEAD.document_number, **fields: Any) -> dict[str, Any]:
    known = {"name": "王祥", "document": {"type": "01", "number": number}, "relation": "02"}
    return known | fields


def test_an_unpaid_enrolment_is_voided_once_and_says_what_followed(shell: Shell) -> None:
    _, (enrolled,) = shell.run(enroll, line("h1", member()))
    asked = {
        "ref": "v1",
        "enrollment_id": enrolled["enrollments"][0]["enrollment_id"],
        "reason": "误登记",
    }
    status, (done, again) = shell.run(void, asked, asked)
    assert status == 0
    assert done["household_id"] == enrolled["household_id"]
    assert done["voided"] == [asked["enrollment_id"]]
    assert again == done
    status, (paid,) = shell.run(
        pay,
        {
            "ref": "p1",
            "household_id": enrolled["household_id"],
            "method": "cash",
            "amount": "320.00",
            "campaign_year": 2021,
        },
    )
    assert (status, paid["problems"][0]["code"]) == (1, "NOTHING_PAYABLE")


def test_what_cannot_be_voided_says_why_and_the_next_line_is_done(shell: Shell) -> None:
    _, (enrolled,) = shell.run(enroll, line("h1", member()))
    one = enrolled["enrollments"][0]["enrollment_id"]
    status, answers = shell.run(
        void,
        {"ref": "a", "receipt": "T001-1", "reason": "错"},
        {"ref": "b", "enrollment_id": "f" * 32, "reason": "错"},
        {"ref": "c", "enrollment_id": one, "reason": ""},
        {"ref": "d", "reason": "错"},
        '{"ref": "e", "enrollment_id"',
        {"ref": "f", "enrollment_id": one, "reason": "错"},
    )
    assert status == 1
    found = [one["problems"][0]["code"] if "problems" in one else "" for one in answers]
    assert found == [
        "RECEIPT_UNKNOWN",
        "ENROLLMENT_UNKNOWN",
        "REASON_EMPTY",
        "ENROLLMENT_UNKNOWN",
        "LINE",
        "",
    ]
    assert "没有这张收据" in answers[0]["problems"][0]["message"]


def test_a_clerk_cannot_let_a_wrong_check_digit_pass(shell: Shell) -> None:
    asked = line("h1", member(WRONG, document_override="户口簿如此"))
    status, (answer,) = shell.run(enroll, asked)
    assert (status, answer["problems"][0]["code"]) == (1, "SUPERVISOR_NEEDED")
    right = line("h2", member(document_override="多余的理由"))
    assert shell.run(enroll, right)[0] == 0


@pytest.mark.parametrize("shell", ["supervisor"], indirect=True)
def test_a_supervisor_lets_it_pass_with_a_reason(shell: Shell) -> None:
    status, (without,) = shell.run(enroll, line("h1", member(WRONG)))
    assert (status, without["problems"][0]["code"]) == (1, "DOCUMENT_CHECK_DIGIT")
    status, (answer,) = shell.run(enroll, line("h2", member(WRONG, document_override="如此")))
    assert status == 0
    assert [one["code"] for one in answer["warnings"]] == ["CHECK_DIGIT_ACCEPTED"]


def test_a_member_who_is_not_enrolled_says_why(shell: Shell) -> None:
    son = member(SON.document_number, name="王小军", relation="20")
    refuses = son | {"not_enrolled": {"reason": "refused", "evidence": "声明 3 号"}}
    status, (answer,) = shell.run(enroll, line("h1", member(), refuses))
    assert status == 0
    assert len(answer["enrollments"]) == 1
    assert answer["warnings"] == []
    unknown = son | {"not_enrolled": {"reason": "holiday"}}
    status, (answer,) = shell.run(enroll, line("h2", unknown))
    assert (status, answer["problems"][0]["code"]) == (1, "NOT_ENROLLED_UNKNOWN")


def test_an_old_number_of_15_digits_is_taken_in_repaired(shell: Shell) -> None:
    old = HEAD.document_number[:6] + HEAD.document_number[8:17]
    status, (answer,) = shell.run(enroll, line("h1", member(old)))
    assert status == 0
    assert [one["code"] for one in answer["warnings"]] == ["DOCUMENT_UPGRADED"]
    status, (again,) = shell.run(enroll, line("h3", member()))
    assert (status, again["problems"][0]["code"]) == (1, "ALREADY_ENROLLED")
