"""Goal: a desk learns who is enrolled elsewhere in the county, and nothing about anybody."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import httpx
import msgspec
import pytest
import zstandard
from typing_extensions import override

from desktop.app.law import shipped_law
from desktop.base.errors import Refused, Unavailable
from desktop.base.ids import SeededIds
from desktop.domain.county_filter import SECRET_BYTES, make_layer, mark_of
from desktop.domain.facts import (
    HouseholdFields,
    HouseholdSaved,
    OtherCover,
    PersonFields,
)
from desktop.domain.invented import invented_number
from desktop.domain.roster_facts import EnrollmentsVoided
from desktop.server.filter_keeper import bring_up_to_date
from desktop.server.filter_layers import REBUILT_AFTER, WAIT_MAX
from desktop.server.filter_lists import ListKind, take_list
from desktop.store.database import Store
from desktop.sync.engine import direct
from desktop.sync.loop import SyncLoop
from desktop.sync.published import bring_filter
from desktop.usecases.county_check import county_check
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.register_checks import look_up
from desktop.wire.codec import pack, unpack
from desktop.wire.filter_messages import (
    PIECE_BYTES_MAX,
    FilterReply,
    FilterRequest,
    LayerEntry,
    Manifest,
    sign_manifest,
)
from desktop.wire.messages import ExchangeReply, ExchangeRequest, Registered, Registration
from desktop.wire.protocol import SyncProtocol, Traffic
from desktop.wire.signing import SigningKey
from tests.helpers.centre import (
    COUNTY,
    DoorTransport,
    TestCentre,
    enlist,
    enrol,
    meet,
    new_centre,
    new_station,
    registered_client,
)
from tests.helpers.desks import HEAD, WIFE, with_members
from tests.helpers.desks import desk as signed_in
from tests.helpers.faulty_link import Fault, FaultyTransport
from tests.helpers.stations import fixed_clock, take_payment
from tests.sync.conftest import Link

YEAR = 2021
NUMBER = invented_number(date(1980, 5, 5), 7, "1")
STRANGER = invented_number(date(1980, 5, 6), 7, "1")
HERE, THERE = COUNTY + "001", COUNTY + "002"


def desk_of(store: Store) -> Desk:
    return Desk(store, shipped_law(), "tester", "培训员", "clerk")


@pytest.fixture
def centre() -> Iterator[TestCentre]:
    made = new_centre()
    yield made
    made.database.close()


@pytest.fixture
def here(centre: TestCentre) -> Store:
    store = new_station(1, division=HERE)
    enlist(store, centre)
    return store


@pytest.fixture
def there(centre: TestCentre) -> Store:
    store = new_station(2, division=THERE)
    enlist(store, centre)
    return store


def publish(centre: TestCentre, *, at_once: bool = True) -> bool:
    return bring_up_to_date(centre.database, centre.clock, centre.ids, at_once=at_once)


def bring(store: Store, centre: TestCentre) -> int:
    """Bring whatever the centre has published; return how often it was asked."""
    client = registered_client(store, DoorTransport(centre))
    asked = 1
    while bring_filter(direct(store), client, fixed_clock()).more:
        asked += 1
    return asked


def codes(store: Store, number: str = NUMBER) -> list[str]:
    return [one.code for one in county_check(desk_of(store), number, YEAR)]


def listed(tmp_path: Path, *numbers: str) -> Path:
    file = tmp_path / "list.csv"
    file.write_text("姓名,证件号码\n" + "".join(f"某人,{one}\n" for one in numbers), "utf-8")
    return file


def many(count: int) -> list[str]:
    return [
        invented_number(date(1950, 1, 1) + timedelta(days=n // 500), n % 500, "1")
        for n in range(count)
    ]


class TestDesk:
    def test_who_is_enrolled_elsewhere_is_a_question_there_and_none_at_home(
        self, centre: TestCentre, here: Store, there: Store
    ) -> None:
        enrol(there, THERE, document=NUMBER)
        meet(there, centre)
        assert publish(centre)
        bring(here, centre)
        bring(there, centre)
        assert codes(here) == ["COUNTY_ENROLLED"]
        assert codes(here, STRANGER) == []
        assert codes(there) == []
        found = county_check(desk_of(here), NUMBER.lower(), YEAR, place=2)[0]
        assert (found.member, found.field, found.severity) == (2, "document_number", "warning")
        assert county_check(desk_of(here), NUMBER, YEAR + 1) == ()

    def test_paid_elsewhere_is_told_apart_even_if_registered_here(
        self, centre: TestCentre, here: Store, there: Store
    ) -> None:
        fact = enrol(there, THERE, document=NUMBER)
        meet(there, centre)
        publish(centre)
        take_payment(there, fact)
        meet(there, centre)
        publish(centre)
        bring(here, centre)
        assert codes(here) == ["COUNTY_PAID"]
        enrol(here, HERE, document=NUMBER)
        assert codes(here) == ["COUNTY_PAID"]
        assert codes(there) == []

    def test_a_newborn_is_known_by_certificate_and_by_number(
        self, centre: TestCentre, here: Store, there: Store
    ) -> None:
        fact = enrol(there, THERE, document="P530000001")
        person = PersonFields(id=fact.people[0].id, document_type="01", document_number=NUMBER)
        with there.transaction():
            household = HouseholdFields(id=fact.household.id)
            there.record(HouseholdSaved(household=household, people=(person,)), operator="tester")
        meet(there, centre)
        publish(centre)
        bring(here, centre)
        assert codes(here) == codes(here, "P530000001") == ["COUNTY_ENROLLED"]
        bring(there, centre)
        assert codes(there) == codes(there, "P530000001") == []

    def test_dead_and_employee_insured_come_from_the_record(
        self, centre: TestCentre, here: Store, there: Store
    ) -> None:
        fact = enrol(there, THERE, document=NUMBER)
        changed = PersonFields(
            id=fact.people[0].id,
            survival="2",
            other_cover=(OtherCover(scheme="employee", status="active"),),
        )
        with there.transaction():
            household = HouseholdFields(id=fact.household.id)
            there.record(HouseholdSaved(household=household, people=(changed,)), operator="tester")
        meet(there, centre)
        publish(centre)
        bring(here, centre)
        bring(there, centre)
        assert codes(here) == ["COUNTY_ENROLLED", "EMPLOYEE_LISTED", "DEATH_LISTED"]
        assert codes(there) == []

    def test_one_taken_back_here_is_no_question_and_is_gone_once_the_list_is_new(
        self, centre: TestCentre, here: Store, there: Store
    ) -> None:
        fact = enrol(there, THERE, document=NUMBER)
        meet(there, centre)
        publish(centre)
        with there.transaction():
            voided = EnrollmentsVoided(
                household=fact.household.id, enrollments=(fact.enrollments[0].id,), reason="x"
            )
            there.record(voided, operator="tester")
        bring(there, centre)
        assert codes(there) == []
        meet(there, centre)
        assert publish(centre)
        bring(here, centre)
        assert codes(here) == []

    def test_before_anything_is_published_nothing_is_asked(
        self, centre: TestCentre, here: Store
    ) -> None:
        assert bring(here, centre) == 1
        assert codes(here) == []
        assert not publish(centre)


class TestLists:
    @pytest.mark.parametrize(("kind", "code"), [("employee", "EMPLOYEE"), ("death", "DEATH")])
    def test_a_list_reaches_the_desks_and_its_next_edition_replaces_it(
        self, centre: TestCentre, here: Store, tmp_path: Path, kind: ListKind, code: str
    ) -> None:
        taken = take_list(centre.database, kind, listed(tmp_path, NUMBER), centre.ids)
        assert (taken.rows, taken.marks, taken.unreadable) == (1, 1, 0)
        publish(centre)
        bring(here, centre)
        assert codes(here) == [f"{code}_LISTED"]
        take_list(centre.database, kind, listed(tmp_path, STRANGER), centre.ids)
        publish(centre)
        bring(here, centre)
        assert codes(here) == []
        assert codes(here, STRANGER) == [f"{code}_LISTED"]

    @pytest.mark.parametrize(
        ("text", "encoding"),
        [
            (f"序号,身份证号,姓名\n1,{NUMBER},王𠮷祥\n2,无,李某\n", "gb18030"),
            (f"{NUMBER}\n???\n", "utf-8"),
            (f"\ufeffID number;x\r\n {NUMBER[:6]} {NUMBER[6:]}\r\n-\r\n\r\n", "utf-8"),
        ],
    )
    def test_lists_are_read_as_they_come(
        self, centre: TestCentre, tmp_path: Path, text: str, encoding: str
    ) -> None:
        file = tmp_path / "list.csv"
        file.write_bytes(text.encode(encoding))
        taken = take_list(centre.database, "death", file, centre.ids)
        assert (taken.rows, taken.marks, taken.unreadable) == (2, 1, 1)
        assert taken.first_unreadable in (2, 3)

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            (b"", "LIST_NUMBERS_NONE"),
            ("姓名,证件号码\n".encode(), "LIST_NUMBERS_NONE"),
            (b"\xff\xfe\x00\x81", "LIST_UNREADABLE"),
        ],
    )
    def test_what_is_no_list_changes_nothing(
        self, centre: TestCentre, tmp_path: Path, content: bytes, code: str
    ) -> None:
        take_list(centre.database, "death", listed(tmp_path, NUMBER), centre.ids)
        file = tmp_path / "bad.csv"
        file.write_bytes(content)
        with pytest.raises(Refused, match=code):
            take_list(centre.database, "death", file, centre.ids)
        assert centre.count("filter_marks") == 1
        with pytest.raises(Unavailable, match="FILE_UNREADABLE"):
            take_list(centre.database, "death", tmp_path / "none.csv", centre.ids)

    def test_nothing_personal_is_kept_of_a_list_or_goes_out(
        self, centre: TestCentre, here: Store, there: Store, tmp_path: Path
    ) -> None:
        enrol(there, THERE, document=NUMBER)
        meet(there, centre)
        take_list(centre.database, "death", listed(tmp_path, STRANGER), centre.ids)
        publish(centre)
        bring(here, centre)
        rows = here.connection.execute("SELECT content FROM published").fetchall()
        assert len(rows) == 3
        outgoing = b"".join(row[0] for row in rows)
        marks = centre.database.connection.execute("SELECT * FROM filter_marks").fetchall()
        kept = repr([tuple(row) for row in marks if row["subject"].startswith("list:")]).encode()
        for personal in (NUMBER, STRANGER, NUMBER[6:14], "培训", "某人", there.station.id):
            assert personal.encode() not in outgoing
        assert STRANGER.encode() not in kept
        assert "某人".encode() not in kept


class TestPublishing:
    def test_a_few_changes_wait_and_many_do_not(
        self, centre: TestCentre, there: Store, tmp_path: Path
    ) -> None:
        take_list(centre.database, "death", listed(tmp_path, *many(300)), centre.ids)
        assert publish(centre, at_once=False)
        enrol(there, THERE, document=NUMBER)
        meet(there, centre)
        assert not publish(centre, at_once=False)
        centre.clock.advance(WAIT_MAX)
        assert publish(centre, at_once=False)
        assert not publish(centre, at_once=False)

    def test_growth_is_a_small_layer_and_only_that_travels(
        self, centre: TestCentre, here: Store, tmp_path: Path
    ) -> None:
        numbers = many(3_000)
        take_list(centre.database, "death", listed(tmp_path, *numbers[:2_900]), centre.ids)
        publish(centre)
        bring(here, centre)
        client = registered_client(here, DoorTransport(centre))
        take_list(centre.database, "death", listed(tmp_path, *numbers), centre.ids)
        publish(centre)
        while bring_filter(direct(here), client, fixed_clock()).more:
            pass
        assert client.traffic().bytes_in < 1_500
        assert centre.count("filter_layers") == 2
        desk = desk_of(here)
        assert all(county_check(desk, one, YEAR) for one in numbers[::50])
        assert not any(county_check(desk, one, YEAR) for one in many(3_200)[3_000:])

    def test_layers_become_one_again_and_who_was_removed_is_gone_in_a_week(
        self, centre: TestCentre, here: Store, tmp_path: Path
    ) -> None:
        numbers = many(1_200)
        take_list(centre.database, "death", listed(tmp_path, *numbers[:1_000]), centre.ids)
        publish(centre)
        for upto in range(1_020, 1_200, 20):
            take_list(centre.database, "death", listed(tmp_path, *numbers[:upto]), centre.ids)
            publish(centre)
            assert centre.count("filter_layers") <= 8
        take_list(centre.database, "death", listed(tmp_path, *numbers[1:1_180]), centre.ids)
        assert not publish(centre, at_once=False)
        centre.clock.advance(REBUILT_AFTER)
        assert publish(centre, at_once=False)
        assert centre.count("filter_layers") == 1
        bring(here, centre)
        assert codes(here, numbers[0]) == []
        assert codes(here, numbers[1]) == ["DEATH_LISTED"]

    def test_followed_in_small_steps_or_again_it_is_the_same(
        self, centre: TestCentre, there: Store
    ) -> None:
        for place in range(4):
            enrol(there, THERE, place=place * 3, people=3)
        meet(there, centre)
        publish(centre)
        rows = _marks(centre)
        centre.database.connection.execute("UPDATE filters SET position = 0")
        assert not publish(centre)
        assert _marks(centre) == rows
        assert len(rows) == 12


def _marks(centre: TestCentre) -> list[tuple[object, ...]]:
    return [tuple(row) for row in centre.database.connection.execute("SELECT * FROM filter_marks")]


class TestLine:
    def test_it_comes_over_http_and_directly(self, link: Link, tmp_path: Path) -> None:
        numbers = many(300)
        take_list(link.database, "death", listed(tmp_path, *numbers), SeededIds(4))
        bring_up_to_date(link.database, link.clock, SeededIds(4), at_once=True)
        store = new_station(1)
        speaker = link.enlist(store)
        while bring_filter(direct(store), speaker, fixed_clock()).more:
            pass
        assert codes(store, numbers[7]) == ["DEATH_LISTED"]

    def test_cut_anywhere_it_goes_on_where_it_was(
        self, centre: TestCentre, here: Store, tmp_path: Path
    ) -> None:
        numbers = many(45_000)
        take_list(centre.database, "death", listed(tmp_path, *numbers), centre.ids)
        publish(centre)
        faults = iter(
            [
                Fault.NONE, Fault.ANSWER_CUT, Fault.NONE, Fault.ANSWER_LOST, Fault.UNREACHABLE,
                Fault.ANSWER_ALTERED, Fault.LATE, Fault.DOUBLED, Fault.CAPTIVE,
            ]
        )  # fmt: skip
        line = FaultyTransport(DoorTransport(centre), lambda: next(faults, Fault.NONE))
        client = registered_client(here, line)
        size = centre.database.connection.execute(
            "SELECT length(content) FROM filter_layers"
        ).fetchone()[0]
        assert size > 3 * PIECE_BYTES_MAX
        more, failures = True, 0
        while more:
            try:
                more = bring_filter(direct(here), client, fixed_clock()).more
            except Unavailable:
                failures += 1
                assert codes(here, numbers[9]) == []
        assert failures >= 6
        assert client.traffic().bytes_in < size * 2
        assert codes(here, numbers[9]) == ["DEATH_LISTED"]

    def test_the_loop_brings_it_between_exchanges_and_then_rests(
        self, centre: TestCentre, here: Store, there: Store
    ) -> None:
        enrol(there, THERE, document=NUMBER)
        meet(there, centre)
        publish(centre)
        client = registered_client(here, DoorTransport(centre))
        clock = fixed_clock()
        loop = SyncLoop(direct(here), client, clock, lambda: 0.5)
        waits = [loop.step().wait_s for _ in range(6)]
        assert waits[-1] > 0
        assert codes(here) == ["COUNTY_ENROLLED"]
        before = client.traffic()
        loop.step()
        quiet = client.traffic().bytes_out - before.bytes_out
        clock.advance(timedelta(minutes=11))
        before = client.traffic()
        loop.step()
        assert client.traffic().bytes_out - before.bytes_out > quiet

    @pytest.mark.parametrize("status", [404, 422])
    def test_a_centre_of_an_older_program_is_no_trouble(
        self, centre: TestCentre, here: Store, status: int
    ) -> None:
        client = registered_client(here, OlderCentre(centre, status))
        step = bring_filter(direct(here), client, fixed_clock())
        assert (step.version, step.more) == (0, False)
        loop = SyncLoop(direct(here), client, fixed_clock(), lambda: 0.5)
        assert loop.step().error is None

    def test_a_stranger_is_given_nothing(self, centre: TestCentre) -> None:
        request = FilterRequest(station="0" * 32, protocol=1, version=0)
        with pytest.raises(Refused, match="STATION_UNKNOWN"):
            centre.handlers.county_filter(request)

    def test_messages_hold_to_their_limits(self) -> None:
        large = msgspec.msgpack.encode({"piece": bytes(PIECE_BYTES_MAX + 1)})
        with pytest.raises(Refused, match="MESSAGE_UNREADABLE"):
            unpack(zstandard.compress(large), FilterReply)


class OlderCentre(httpx.BaseTransport):
    """A centre whose web server, or whose door, does not know the path."""

    def __init__(self, centre: TestCentre, status: int) -> None:
        self._inner = DoorTransport(centre)
        self._status = status

    @override
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if not request.url.path.endswith("/filter"):
            return self._inner.handle_request(request)
        if self._status == 404:
            return httpx.Response(404, stream=httpx.ByteStream(b'{"detail":"Not Found"}'))
        path = httpx.URL("http://centre.test/v1/nothing")
        headers, content = request.headers, request.read()
        return self._inner.handle_request(
            httpx.Request("POST", path, headers=headers, content=content)
        )


class Published(SyncProtocol):
    """A centre that says of its filter whatever a test wants it to."""

    def __init__(self, key: SigningKey, exchanging: SyncProtocol) -> None:
        self.key = key
        self.exchanging = exchanging
        self.county = COUNTY
        self.secret = bytes(range(SECRET_BYTES))
        self.content = make_layer([mark_of(self.secret, "employee", 0, NUMBER)])
        self.version = 5
        self.alter = 0
        self.seal: bytes | None = None

    @property
    def manifest(self) -> Manifest:
        entry = LayerEntry(
            kind="employee",
            year=0,
            hash=hashlib.sha256(self.content).digest(),
            size=len(self.content),
            count=1,
        )
        return Manifest(
            county=self.county, version=self.version, made_at="2021-11-15", layers=(entry,)
        )

    @override
    def register(self, registration: Registration) -> Registered:
        return self.exchanging.register(registration)

    @override
    def exchange(self, request: ExchangeRequest) -> ExchangeReply:
        return self.exchanging.exchange(request)

    @override
    def traffic(self) -> Traffic:
        return self.exchanging.traffic()

    @override
    def county_filter(self, request: FilterRequest) -> FilterReply:
        content, signature = sign_manifest(self.key, self.manifest)
        piece = bytearray(self.content)
        piece[-1] ^= self.alter
        newer = request.version != self.version
        return FilterReply(
            manifest=content if newer else b"",
            signature=(self.seal or signature) if newer else b"",
            secret=self.secret if newer else b"",
            layer=request.layer,
            offset=request.offset,
            piece=bytes(piece) if request.layer else b"",
        )


@pytest.fixture
def published(centre: TestCentre) -> Published:
    return Published(centre.database.centre.key, centre.handlers)


def _bring_all(store: Store, server: SyncProtocol) -> None:
    while bring_filter(direct(store), server, fixed_clock()).more:
        pass


class TestSeal:
    def test_another_key_an_altered_list_and_another_county_are_refused(
        self, here: Store, published: Published
    ) -> None:
        published.key = SigningKey(bytes(32))
        with pytest.raises(Refused, match="FILTER_SIGNATURE"):
            _bring_all(here, published)
        published.key, published.seal = SigningKey(bytes(32)), bytes(64)
        with pytest.raises(Refused, match="FILTER_SIGNATURE"):
            _bring_all(here, published)
        assert here.connection.execute("SELECT count(*) FROM published").fetchone()[0] == 0

    def test_another_countys_filter_is_refused(self, here: Store, published: Published) -> None:
        published.county = "532301"
        with pytest.raises(Refused, match="FILTER_COUNTY"):
            _bring_all(here, published)

    def test_an_older_one_is_refused_and_what_holds_goes_on(
        self, here: Store, published: Published
    ) -> None:
        _bring_all(here, published)
        assert codes(here) == ["EMPLOYEE_LISTED"]
        published.version = 4
        published.content = make_layer([])
        with pytest.raises(Refused, match="FILTER_OLDER"):
            _bring_all(here, published)
        assert codes(here) == ["EMPLOYEE_LISTED"]
        published.version = 6
        _bring_all(here, published)
        assert codes(here) == []

    def test_an_altered_piece_is_refused_and_forgotten_and_comes_again(
        self, here: Store, published: Published
    ) -> None:
        published.alter = 1
        with pytest.raises(Refused, match="FILTER_ALTERED"):
            _bring_all(here, published)
        assert codes(here) == []
        published.alter = 0
        _bring_all(here, published)
        assert codes(here) == ["EMPLOYEE_LISTED"]

    def test_a_refused_filter_is_logged_and_stops_no_exchange(
        self, here: Store, published: Published
    ) -> None:
        published.alter = 1
        loop = SyncLoop(direct(here), published, fixed_clock(), lambda: 0.5)
        steps = [loop.step() for _ in range(3)]
        assert all(step.error is None for step in steps)
        logged = here.connection.execute("SELECT outcome FROM exchanges").fetchall()
        assert "FILTER_ALTERED" in [row[0] for row in logged]

    def test_waiting_for_employee_cover_in_chongqing_is_no_double(
        self, here: Store, published: Published
    ) -> None:
        _bring_all(here, published)
        desk = desk_of(here)
        here._station = replace(here.station, county="500101")
        found = county_check(desk, NUMBER, YEAR)
        assert [one.code for one in found] == ["EMPLOYEE_LISTED_PREINSURED"]


def test_a_manifest_reads_back_as_it_was_signed(published: Published) -> None:
    assert unpack(pack(published.manifest), Manifest) == published.manifest


def test_enrolments_of_one_person_twice_are_one_mark(
    centre: TestCentre, here: Store, there: Store
) -> None:
    enrol(here, HERE, document=NUMBER)
    enrol(there, THERE, document=NUMBER)
    meet(here, centre)
    meet(there, centre)
    publish(centre)
    count = centre.database.connection.execute("SELECT sum(count) FROM filter_layers").fetchone()[0]
    assert count == 1
    bring(here, centre)
    assert codes(here) == [], "the register explains it; the centre's case is what tells"
    assert centre.kinds() == ["DUPLICATE_ENROLLMENT"]


def test_saving_a_household_says_what_the_county_knows_and_saves_all_the_same(
    published: Published,
) -> None:
    with signed_in() as desk:
        with desk.store.transaction():
            desk.store.set_setting("centre.url", "http://centre.test")
            desk.store.set_setting("centre.key", published.key.public.hex())
        published.content = make_layer(
            [mark_of(published.secret, "employee", 0, HEAD.document_number)]
        )
        _bring_all(desk.store, published)
        entry = with_members(HEAD, replace(WIFE, relation="10"))
        found = [(one.member, one.code) for one in look_up(desk, entry)]
        assert (0, "EMPLOYEE_LISTED") in found
        saved = save_household(desk, entry)
        assert "EMPLOYEE_LISTED" in [one.code for one in saved.warnings]
        assert len(saved.enrollments) == 2
