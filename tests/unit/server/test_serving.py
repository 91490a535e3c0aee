"""Addresses, doors and workers."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from desktop.base.errors import Refused
from desktop.server.door import Door
from desktop.server.listening import parse_listen
from desktop.server.serving import EmbeddedCentre, RunningCentre
from desktop.server.workers import Workers
from desktop.wire.codec import unpack
from desktop.wire.messages import Problem
from desktop.wire.requests import sign_request
from tests.helpers.centre import enlist, new_centre, new_station
from tests.helpers.patience import LIMIT_S
from tests.helpers.stations import fixed_clock
from tests.sync.conftest import make_centre


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("127.0.0.1:8443", ("127.0.0.1", 8443)),
        ("localhost:0", ("localhost", 0)),
        ("[::1]:80", ("::1", 80)),
    ],
)
def test_where_to_listen_is_read(text: str, found: tuple[str, int]) -> None:
    assert parse_listen(text) == found


@pytest.mark.parametrize("text", ["", "8443", ":8443", "127.0.0.1:", "a:b", "a:70000", "a:-1"])
def test_where_nobody_can_listen_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="LISTEN_FORM"):
        parse_listen(text)


def test_a_folder_without_a_centre_is_told_before_anything_starts(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="CENTRE_NOT_SET_UP"), EmbeddedCentre(tmp_path):
        raise AssertionError("there is no centre to start")


def test_the_centre_listens_where_ipv6_is_had(tmp_path: Path) -> None:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("this machine has no IPv6")
    make_centre(tmp_path / "centre", fixed_clock())
    centre = RunningCentre(tmp_path / "centre", at=("::1", 0))
    assert centre.address.startswith("http://[::1]:")
    centre.close()


def test_a_path_nobody_answers_is_refused_after_its_signature() -> None:
    centre, store = new_centre(), new_station(1)
    enlist(store, centre)
    who = store.station
    request = sign_request(who.key, "/v1/other", station=who.id, counter=1, body=b"")
    answer = centre.door.post(request.path, request.headers, request.body)
    assert answer.status == 404
    assert unpack(answer.body, Problem).code == "PATH_UNKNOWN"


def test_a_worker_that_cannot_open_its_file_tells_whoever_asked_and_tries_again() -> None:
    centre, tries = new_centre(), []

    def open_door() -> tuple[Door, object]:
        tries.append(1)
        if len(tries) == 1:
            raise Refused("DATABASE_NEWER", "x")
        return centre.door, lambda: None

    workers = Workers(open_door, count=1)  # type: ignore[arg-type]
    workers.start()
    with pytest.raises(Refused, match="DATABASE_NEWER"):
        workers.post("/v1/exchange", {}, b"").result(LIMIT_S)
    assert workers.post("/v1/exchange", {}, b"").result(LIMIT_S).status == 401
    workers.close()
    assert len(tries) == 2
