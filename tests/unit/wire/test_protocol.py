"""One protocol, written down once: both ends, the door, the list of limits and of codes agree."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest

import desktop
from desktop.net.client import Client
from desktop.server.door import Door
from desktop.server.handlers import Handlers
from desktop.wire import (
    codec,
    compare_messages,
    event_columns,
    filter_messages,
    limits,
    messages,
    numbering,
    operator_messages,
    pack_file,
    pack_signature,
    packet,
    receipt_code,
    requests,
)
from desktop.wire.problems import LATER, PROBLEMS, STOPPED
from desktop.wire.protocol import SyncProtocol
from desktop.wire.routes import EVERYWHERE, ROUTES
from desktop.wire.versions import PROTOCOL, PROTOCOLS_UNDERSTOOD, VERSIONS
from tests.helpers.centre import new_centre
from tests.helpers.packets import Stick

SPEAKERS: tuple[type[SyncProtocol], ...] = (Client, Handlers, Stick)
"""The line, the centre itself and the stick: type-checked as one conversation."""

CALLS = {
    name
    for name, member in vars(SyncProtocol).items()
    if inspect.isfunction(member) and not name.startswith("_")
}


@pytest.mark.parametrize("speaker", SPEAKERS)
def test_every_end_answers_every_call_of_the_protocol_itself(speaker: type[SyncProtocol]) -> None:
    for call in CALLS:
        theirs, promised = getattr(speaker, call), getattr(SyncProtocol, call)
        assert theirs is not promised, f"{speaker.__name__} does not answer {call}"
        asked = list(inspect.signature(promised).parameters.values())
        theirs_asked = list(inspect.signature(theirs).parameters.values())
        assert [one.annotation for one in theirs_asked[: len(asked)]] == [
            one.annotation for one in asked
        ]


def test_every_call_but_the_count_of_bytes_has_a_path_and_the_door_opens_each() -> None:
    assert {route.call for route in ROUTES} == CALLS - {"traffic"}
    assert len({route.path for route in ROUTES}) == len(ROUTES)
    centre = new_centre()
    door = Door(centre.handlers, centre.database.centre.key)
    assert set(door.calls) == {route.path for route in ROUTES}


def test_messages_of_a_path_are_those_of_its_call() -> None:
    for route in ROUTES:
        hints = inspect.signature(getattr(SyncProtocol, route.call), eval_str=True)
        asked = list(hints.parameters.values())[1].annotation
        assert (asked, hints.return_annotation) == (route.asked, route.answered)


def test_what_this_program_writes_is_understood_and_versions_rise() -> None:
    assert PROTOCOL in PROTOCOLS_UNDERSTOOD
    numbers = [version.number for version in VERSIONS]
    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers[-1] == PROTOCOL


def test_every_limit_of_the_wire_is_listed_with_its_value() -> None:
    modules = (
        codec, compare_messages, event_columns, filter_messages, messages, numbering,
        operator_messages, pack_file, pack_signature, packet, receipt_code, requests,
    )  # fmt: skip
    known = {limit.name: limit.value for limit in limits.LIMITS}
    for module in modules:
        for name, value in vars(module).items():
            if name.endswith("_MAX") and not name.startswith("_") and isinstance(value, int):
                assert known.get(name) == value, f"{module.__name__}.{name}"
    assert len(known) == len(limits.LIMITS)


def test_every_code_of_a_path_has_a_status_and_words() -> None:
    for code in {*EVERYWHERE, *(code for route in ROUTES for code in route.codes)}:
        assert PROBLEMS[code].words
    for code, meaning in PROBLEMS.items():
        assert 400 <= meaning.status < 600, code
        # A station waits and asks again after these alone (`desktop.net.errors`).
        assert (meaning.status in {429, LATER}) == (meaning.status >= 500 or meaning.status == 429)


def test_every_code_the_centre_can_answer_a_station_with_is_described() -> None:
    """Read from the code itself: what is raised on the way from the socket to the record."""
    server = Path(desktop.__file__).parent / "server"
    on_the_way = ("door", "handlers", "http", "registrations", "reading", "filter_layers", "gate")
    raised = {
        code
        for name in on_the_way
        if (server / f"{name}.py").exists()
        for code in _codes_in((server / f"{name}.py").read_text(encoding="utf-8"))
    }
    of_the_command_line = {"DIVISION_FORM"}
    assert raised - of_the_command_line <= {*PROBLEMS, *STOPPED}
    assert "EVENT_LIMITS" in raised


def _codes_in(source: str) -> set[str]:
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name)
        and call.func.id in {"Refused", "Unavailable"}
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    }
