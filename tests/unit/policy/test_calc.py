"""``calc``: streaming, order, exit status, and answers as soon as there is a line."""

from __future__ import annotations

import json
import os
import threading
from io import BytesIO
from typing import Any

import pytest

from desktop.app.commands.calc import run
from desktop.policy.json_lines import LINE_BYTES_MAX
from tests.helpers.patience import LIMIT_S
from tests.law.support import notice_cases

GOOD = b'{"id":"a","division":"532301","campaign_year":2021}'


def calc(data: bytes) -> tuple[int, list[dict[str, Any]]]:
    out = BytesIO()
    status = run(BytesIO(data), out)
    return status, [json.loads(line) for line in out.getvalue().splitlines()]


def test_one_line_in_one_line_out_in_order() -> None:
    requests = [case["request"] for case in notice_cases()]
    data = b"".join(json.dumps(request).encode() + b"\n" for request in requests)
    status, results = calc(data)
    assert status == 0
    assert [result["id"] for result in results] == [
        request["id"]  # type: ignore[index]
        for request in requests
    ]


def test_refused_and_undetermined_are_results() -> None:
    refused = b'{"id":"r","division":"500101","campaign_year":2021,"tier":"9"}\n'
    status, results = calc(refused + GOOD + b"\n")
    assert status == 0
    assert [result["status"] for result in results] == ["refused", "undetermined"]


def test_an_invalid_line_does_not_stop_the_run() -> None:
    status, results = calc(GOOD + b"\nbroken\n" + GOOD + b"\n")
    assert status == 1
    assert [result["status"] == "invalid" for result in results] == [False, True, False]


def test_nothing_in_nothing_out() -> None:
    assert calc(b"") == (0, [])


def test_a_blank_line_is_a_line_and_no_request() -> None:
    status, results = calc(b"\n" + GOOD + b"\n")
    assert status == 1
    assert [result["status"] for result in results] == ["invalid", "undetermined"]


@pytest.mark.parametrize("tail", [b"", b"\n", b"\r\n", b"\n  "])
def test_the_last_line_needs_no_end(tail: bytes) -> None:
    status, results = calc(GOOD + tail)
    assert (status, len(results)) == (0, 1)


def test_windows_lines_and_byte_order_mark() -> None:
    for data in (b"\xef\xbb\xbf" + GOOD + b"\r\n" + GOOD + b"\r\n", b"\xef\xbb\xbf" + GOOD):
        assert calc(data)[0] == 0


def test_a_line_longer_than_the_limit_is_dropped_and_the_rest_answered() -> None:
    long = b'{"id":"' + b"x" * (3 * LINE_BYTES_MAX) + b'"}'
    for data in (long + b"\n" + GOOD + b"\n", GOOD + b"\n" + long):
        status, results = calc(data)
        assert status == 1
        assert len(results) == 2
        codes = [result["problems"][0]["code"] for result in results if result["problems"]]
        assert codes == ["too_long"]


def test_each_line_is_answered_before_the_next_is_written() -> None:
    request_end, ask = os.pipe()
    answer, result_end = os.pipe()
    status: list[int] = []

    def work() -> None:
        with os.fdopen(request_end, "rb") as requests, os.fdopen(result_end, "wb") as results:
            status.append(run(requests, results))

    worker = threading.Thread(target=work)
    worker.start()
    with os.fdopen(ask, "wb", buffering=0) as asking, os.fdopen(answer, "rb") as answers:
        for number in range(3):
            asking.write(GOOD.replace(b'"a"', b'"%d"' % number) + b"\n")
            assert json.loads(answers.readline())["id"] == str(number)
    worker.join(LIMIT_S)
    assert status == [0]
