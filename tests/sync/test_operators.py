"""Operators of the county: handed out, changed, locked; and how long one may sign in offline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from desktop.app.law import shipped_law
from desktop.base.clock import FixedClock
from desktop.base.errors import Refused
from desktop.base.ids import SeededIds
from desktop.domain.facts import StationOpened
from desktop.net.client import Client
from desktop.server import directory
from desktop.server.directory import By, Person, SignInRules
from desktop.store.access import expiry, known_operators, told_number
from desktop.store.database import Store
from desktop.store.vault import DATABASE, OperatorEntry, Vault
from desktop.sync.engine import direct, until_idle
from desktop.sync.operators import bring_operators, operators_question, take_operators
from desktop.usecases.desk import open_desk, open_to_exchange
from desktop.wire.operator_messages import OperatorsReply, open_verifier
from desktop.wire.signing import SigningKey
from tests.helpers.centre import (
    COUNTY,
    EAST,
    WEST,
    DoorTransport,
    TestCentre,
    enlist,
    enrol,
    new_centre,
    registered_client,
)
from tests.helpers.packets import answer, carry, packet_of, take
from tests.helpers.stations import fixed_clock

KEY = bytes(range(32))
PASSWORD = "山高水长-2026"
BY = By("县局王某", "2021-11-15T04:00:00.000Z")
LAW = shipped_law()


@dataclass(slots=True)
class Office:
    """A real station in a folder, with one operator of its own, and its county's centre."""

    centre: TestCentre
    folder: Path
    clock: FixedClock
    store: Store

    def client(self) -> Client:
        return registered_client(self.store, DoorTransport(self.centre))

    def meet(self) -> int:
        client = self.client()
        for _ in until_idle(direct(self.store), client, self.clock):
            pass
        return bring_operators(direct(self.store), client)

    def enter(self, name: str, role: str = "clerk", division: str = COUNTY) -> None:
        with self.centre.database.transaction():
            who = Person(name, name, role, division)
            directory.add(
                self.centre.database.connection, COUNTY, who, PASSWORD, BY, self.centre.ids
            )

    def change(self, name: str, **what: str) -> None:
        connection = self.centre.database.connection
        with self.centre.database.transaction():
            if "state" in what:
                directory.set_state(connection, COUNTY, name, what["state"], BY)
            if "role" in what:
                directory.set_role(connection, COUNTY, name, what["role"], BY)
            if "password" in what:
                directory.set_password(
                    connection, COUNTY, name, what["password"], BY, self.centre.ids
                )

    def sign_in(self, name: str, password: str = PASSWORD) -> str:
        """Sign in as the window does; return the role."""
        desk = open_desk(self.folder, name, password, law=LAW, clock=self.clock, ids=SeededIds(31))
        desk.store.close()
        return desk.role


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    clock, ids = fixed_clock(), SeededIds(7)
    centre = new_centre(training_day=None)
    centre.handlers._sign_in = SignInRules(offline_days=30, warn_days=7)
    store = Store.open(tmp_path / DATABASE, KEY, clock=clock, ids=ids)
    Vault(tmp_path).add(OperatorEntry("first", "首位", "it"), PASSWORD, KEY, ids)
    secret = ids.random_bytes(32)
    opened = StationOpened(division=EAST, name="东镇", public_key=SigningKey(secret).public.hex())
    with store.transaction():
        store.set_up(opened, secret, COUNTY)
    enlist(store, centre)
    made = Office(centre, tmp_path, clock, store)
    yield made
    made.store.close()
    centre.database.close()


class TestHandedOut:
    def test_a_person_signs_in_at_a_station_that_never_saw_their_password(
        self, office: Office
    ) -> None:
        office.enter("li")
        office.enter("zhang", "supervisor", EAST)
        assert office.meet() == 2
        assert office.sign_in("li") == "clerk"
        assert office.sign_in("zhang") == "supervisor"
        with pytest.raises(Refused, match="PASSWORD_WRONG"):
            office.sign_in("li", "another-password")
        # What they sign rests on their role, as an event the centre has too.
        roles = office.store.connection.execute("SELECT operator, role FROM operators").fetchall()
        assert {(row[0], row[1]) for row in roles} == {("li", "clerk"), ("zhang", "supervisor")}
        assert office.meet() == 0

    def test_who_belongs_to_another_township_is_not_told_of(self, office: Office) -> None:
        office.enter("west", division=WEST)
        assert office.meet() == 0
        assert told_number(office.store) == 1
        with pytest.raises(Refused, match="OPERATOR_UNKNOWN"):
            office.sign_in("west")

    def test_many_come_in_pages(self, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(directory, "OPERATORS_MAX", 2)
        for number in range(5):
            office.enter(f"p{number}", division=EAST if number % 2 else WEST)
        assert office.meet() == 2
        assert told_number(office.store) == 5

    def test_changes_of_role_and_password_arrive(self, office: Office) -> None:
        office.enter("li")
        office.meet()
        office.change("li", role="supervisor")
        office.change("li", password="新口令-2027-x")
        assert office.meet() == 1
        assert office.sign_in("li", "新口令-2027-x") == "supervisor"
        with pytest.raises(Refused, match="PASSWORD_WRONG"):
            office.sign_in("li")

    def test_a_lock_arrives_and_takes_the_key_away(self, office: Office) -> None:
        office.enter("li")
        office.meet()
        assert office.sign_in("li") == "clerk"
        office.change("li", state="locked")
        office.meet()
        with pytest.raises(Refused, match="OPERATOR_UNKNOWN"):
            office.sign_in("li")
        listed = known_operators(office.store, Vault(office.folder).operators())
        assert {(one.operator, one.state, one.by_centre) for one in listed} == {
            ("first", "active", False),
            ("li", "locked", True),
        }
        office.change("li", state="active")
        office.meet()
        assert office.sign_in("li") == "clerk"

    def test_the_last_who_can_open_the_file_is_barred_but_not_lost(self, office: Office) -> None:
        office.enter("first", "it")
        office.meet()
        office.change("first", state="locked")
        office.meet()
        with pytest.raises(Refused, match="OPERATOR_BARRED"):
            office.sign_in("first")
        # The way out: the centre lets them in again, and the program may still ask it.
        office.change("first", state="active")
        office.store.close()
        desk = open_to_exchange(
            office.folder, "first", PASSWORD, law=LAW, clock=office.clock, ids=SeededIds(9)
        )
        office.store = desk.store
        office.meet()
        assert office.sign_in("first") == "it"

    def test_a_role_written_into_the_vault_by_hand_counts_for_nothing(self, office: Office) -> None:
        office.enter("li")
        office.meet()
        path = office.folder / "vault.json"
        path.write_text(path.read_text("utf-8").replace('"clerk"', '"supervisor"'), "utf-8")
        assert office.sign_in("li") == "clerk"


class TestByStick:
    def test_who_may_sign_in_comes_by_stick_and_an_old_answer_changes_nothing(
        self, office: Office
    ) -> None:
        office.enter("li")
        first = packet_of(office.store)
        early = answer(office.centre, first)
        office.change("li", state="locked")
        late = answer(office.centre, packet_of(office.store))
        assert take(office.store, late).told == ()
        with pytest.raises(Refused, match="OPERATOR_UNKNOWN"):
            office.sign_in("li")
        take(office.store, early)
        with pytest.raises(Refused, match="OPERATOR_UNKNOWN"):
            office.sign_in("li")
        office.change("li", state="active")
        carry(office.store, office.centre)
        assert office.sign_in("li") == "clerk"
        ends = expiry(office.store, office.clock)
        assert ends is not None
        assert ends.days_left == 30


class TestAltered:
    def reply(self, office: Office) -> OperatorsReply:
        office.enter("li")
        return office.client().operators(operators_question(office.store))

    @pytest.mark.parametrize("change", ["role", "operator", "sealed", "half"])
    def test_an_entry_that_was_changed_on_the_way_is_refused_whole(
        self, office: Office, change: str
    ) -> None:
        reply = self.reply(office)
        note = reply.operators[0]
        value = {
            "role": "supervisor", "operator": "other", "sealed": bytes(48), "half": bytes(32),
        }[change]  # fmt: skip
        altered = msgspec.structs.replace(note, **{change: value})
        with pytest.raises(Refused, match="OPERATORS_ALTERED"):
            take_operators(office.store, msgspec.structs.replace(reply, operators=(altered,)))
        assert told_number(office.store) == 0
        assert [one.operator for one in Vault(office.folder).operators()] == ["first"]

    def test_what_is_for_one_station_opens_nothing_at_another(self, office: Office) -> None:
        note = self.reply(office).operators[0]
        centre = office.centre.database.centre.key.public
        assert len(open_verifier(note, centre=centre, station=office.store.station.key)) == 32
        with pytest.raises(Refused, match="OPERATORS_ALTERED"):
            open_verifier(note, centre=centre, station=SigningKey(bytes(range(32))))


class TestExpiry:
    def test_one_may_sign_in_for_so_many_days_and_is_told_before(self, office: Office) -> None:
        office.enter("li")
        office.meet()
        ends = expiry(office.store, office.clock)
        assert ends is not None
        assert (ends.days_left, ends.days, ends.warn) == (30, 30, False)
        office.clock.advance(timedelta(days=23))
        ends = expiry(office.store, office.clock)
        assert ends is not None
        assert (ends.days_left, ends.warn, ends.over) == (7, True, False)
        office.clock.advance(timedelta(days=7, hours=23))
        assert office.sign_in("li") == "clerk"
        office.clock.advance(timedelta(hours=1))
        with pytest.raises(Refused, match="SIGN_IN_EXPIRED") as caught:
            office.sign_in("li")
        assert caught.value.values["days"] == 30

    def test_an_exchange_is_the_way_out(self, office: Office) -> None:
        office.enter("li")
        office.meet()
        office.clock.advance(timedelta(days=60))
        office.store.close()
        desk = open_to_exchange(
            office.folder, "li", PASSWORD, law=LAW, clock=office.clock, ids=SeededIds(9)
        )
        office.store = desk.store
        office.meet()
        assert office.sign_in("li") == "clerk"

    def test_a_clock_set_back_is_not_believed_behind_what_was_recorded(
        self, office: Office
    ) -> None:
        office.enter("li")
        office.meet()
        office.clock.advance(timedelta(days=40))
        enrol(office.store, EAST)
        office.clock.advance(timedelta(days=-40))
        with pytest.raises(Refused, match="SIGN_IN_EXPIRED"):
            office.sign_in("li")

    def test_an_instant_far_ahead_ends_with_the_next_exchange(self, office: Office) -> None:
        office.enter("li")
        office.meet()
        office.clock.advance(timedelta(days=4_000))
        enrol(office.store, EAST)
        office.clock.advance(timedelta(days=-4_000))
        office.meet()
        assert office.sign_in("li") == "clerk"

    def test_without_rules_nothing_expires(self, office: Office) -> None:
        assert expiry(office.store, office.clock) is None
        office.centre.handlers._sign_in = SignInRules(offline_days=0)
        office.enter("li")
        office.meet()
        office.clock.advance(timedelta(days=5_000))
        assert office.sign_in("li") == "clerk"


class TestDirectory:
    def test_who_changed_what_is_kept(self, office: Office) -> None:
        office.enter("li")
        office.change("li", role="auditor")
        office.change("li", state="locked")
        connection = office.centre.database.connection
        told = directory.changes(connection, COUNTY)
        assert [(one["what"], one["role"], one["decided_by"]) for one in told] == [
            ("added", "clerk", BY.operator),
            ("role: auditor", "auditor", BY.operator),
            ("state: locked", "auditor", BY.operator),
        ]
        (person,) = directory.people(connection, COUNTY)
        assert (person["role"], person["state"]) == ("auditor", "locked")
        assert "verifier" not in person

    @pytest.mark.parametrize(
        ("who", "password", "code"),
        [
            (Person(" ", "", "clerk", COUNTY), PASSWORD, "OPERATOR_NAME"),
            (Person("x" * 201, "", "clerk", COUNTY), PASSWORD, "OPERATOR_NAME"),
            (Person("a", "", "boss", COUNTY), PASSWORD, "ROLE_UNKNOWN"),
            (Person("a", "", "clerk", "53"), PASSWORD, "DIVISION_FORM"),
            (Person("a", "", "clerk", "110101"), PASSWORD, "DIVISION_MISMATCH"),
            (Person("a", "", "clerk", COUNTY), "short", "PASSWORD_SHORT"),
            (Person("li", "", "clerk", COUNTY), PASSWORD, "OPERATOR_EXISTS"),
        ],
    )
    def test_what_is_no_operator_is_refused(
        self, office: Office, who: Person, password: str, code: str
    ) -> None:
        office.enter("li")
        connection = office.centre.database.connection
        with pytest.raises(Refused, match=code), office.centre.database.transaction():
            directory.add(connection, COUNTY, who, password, BY, office.centre.ids)
        with pytest.raises(Refused, match="OPERATOR_UNKNOWN"):
            directory.set_state(connection, COUNTY, "nobody", "locked", BY)
        assert len(directory.changes(connection, COUNTY)) == 1
