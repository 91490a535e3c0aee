"""Goal: a packet opens for its recipient as it was sealed, and for nobody and nothing else.

Method: round trips, every cut, random flips and random bytes; the key agreement against the
curve's own arithmetic.
"""

from __future__ import annotations

import hashlib

import msgspec
import pytest
import zstandard
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.base.errors import Refused
from desktop.wire import packet as packets
from desktop.wire.agreement import exchange_public, recipient_secret, sender_secret
from desktop.wire.codec import MESSAGE_BYTES_MAX, pack
from desktop.wire.filter_messages import FilterReply, FilterRequest
from desktop.wire.messages import ExchangeReply, ExchangeRequest, Progress, SentEvent
from desktop.wire.packet import (
    FRAMES_MAX,
    MAGIC,
    PACKET_BYTES_MAX,
    Address,
    Packet,
    open_packet,
    read_header,
    seal_packet,
)
from desktop.wire.packet_parts import (
    Answered,
    Asked,
    answer_in,
    asked_by,
    check_answers,
    check_questions,
    part_of,
    question_in,
)
from desktop.wire.signing import SigningKey, key_id

STATION = SigningKey(bytes(range(32)))
CENTRE = SigningKey(bytes(range(32, 64)))
STRANGER = SigningKey(bytes(range(64, 96)))
ID = "a" * 32
ADDRESS = Address(
    "request", "539999", ID, key_id(CENTRE.public), 7, "2021-11-15T04:00:00.000Z", last=3
)
START = Progress(cursor=0, count=0, hash=bytes(32))
ASKED = ExchangeRequest(station=ID, protocol=1, progress=START, unspent=5)
REPLY = ExchangeReply(
    verdicts=(), feed=(), progress=START, more=False, server_time="2021-11-15T04:00:00.000Z"
)


def sealed(*parts: bytes, address: Address = ADDRESS, sender: SigningKey = STATION) -> bytes:
    return seal_packet(
        address, parts, sender=sender, recipient=CENTRE.public, ephemeral=bytes([7] * 32)
    )


def opened(data: bytes) -> Packet:
    return open_packet(data, sender=STATION.public, recipient=CENTRE)


def signed_again(content: bytes) -> bytes:
    """Return ``content`` as a hostile station would sign it."""
    return content + STATION.sign(b"canbao-packet-1\n" + hashlib.sha256(content).digest())


class TestKeys:
    @given(st.binary(min_size=32, max_size=32))
    def test_the_public_key_of_one_is_that_of_the_other(self, secret: bytes) -> None:
        key = SigningKey(secret)
        expected = key.exchange_key().public_key().public_bytes_raw()
        assert exchange_public(key.public) == expected

    @given(st.binary(min_size=32, max_size=32))
    def test_both_ends_work_out_the_same_and_nobody_else(self, ephemeral: bytes) -> None:
        half, secret = sender_secret(ephemeral, CENTRE.public, STATION.public)
        assert recipient_secret(half, CENTRE, STATION.public) == secret
        assert recipient_secret(half, STRANGER, STATION.public) != secret
        assert recipient_secret(half, CENTRE, STRANGER.public) != secret

    @pytest.mark.parametrize(
        "public",
        [
            b"",
            bytes(31),
            (1).to_bytes(32, "little"),
            (2**255 - 19).to_bytes(32, "little"),
            (2**255 - 1).to_bytes(32, "little"),
            # y = -1: the point of order two.
            (2**255 - 20).to_bytes(32, "little"),
        ],
    )
    def test_keys_nobody_signs_with_are_refused(self, public: bytes) -> None:
        with pytest.raises(Refused, match="PACKET_KEY"):
            sender_secret(bytes([9] * 32), public, STATION.public)

    def test_a_half_that_makes_no_secret_is_refused(self) -> None:
        with pytest.raises(Refused, match="PACKET_KEY"):
            recipient_secret(bytes(32), CENTRE, STATION.public)
        point = X25519PrivateKey.from_private_bytes(bytes([5] * 32)).public_key()
        assert len(recipient_secret(point.public_bytes_raw(), CENTRE, STATION.public)) == 32


class TestRoundTrip:
    @given(st.lists(st.binary(max_size=300), min_size=1, max_size=6))
    def test_parts_come_out_as_they_went_in(self, parts: list[bytes]) -> None:
        data = sealed(*parts)
        packet = opened(data)
        assert list(packet.parts()) == parts
        assert list(packet.parts()) == parts, "as often as one likes"
        assert packet.digest == hashlib.sha256(data).hexdigest()
        header = packet.header
        assert (header.direction, header.number, header.last) == ("request", 7, 3)
        assert (header.station, header.frames) == (ID, len(parts))

    def test_nothing_of_a_part_stands_readable(self) -> None:
        secret = b"nobody may read this " * 20
        assert secret[:12] not in sealed(secret)

    def test_the_same_again_is_another_file(self) -> None:
        other = seal_packet(
            ADDRESS, [b"x"], sender=STATION, recipient=CENTRE.public, ephemeral=bytes([8] * 32)
        )
        assert other != sealed(b"x")

    def test_what_could_not_be_read_is_not_written(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with pytest.raises(Refused, match="PACKET_TOO_LARGE"):
            sealed(*[b""] * (FRAMES_MAX + 1))
        monkeypatch.setattr(packets, "PACKET_BYTES_MAX", 2000)
        with pytest.raises(Refused, match="PACKET_TOO_LARGE"):
            sealed(bytes(1500))


class TestHostile:
    @settings(max_examples=300)
    @given(st.binary(max_size=400), st.booleans())
    def test_random_bytes_are_refused_by_a_known_code(self, data: bytes, start: bool) -> None:
        with pytest.raises(Refused, match=r"PACKET_(UNREADABLE|VERSION|CUT_OFF)"):
            read_header((MAGIC + b"\x00\x01" if start else b"") + data)

    @settings(max_examples=300)
    @given(st.data())
    def test_a_flip_anywhere_is_refused(self, data: st.DataObject) -> None:
        whole = sealed(b"one part", b"another")
        place = data.draw(st.integers(0, len(whole) - 1))
        bit = data.draw(st.integers(0, 7))
        bent = whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :]
        with pytest.raises(Refused, match=r"PACKET_"):
            opened(bent)

    def test_every_cut_is_refused_and_an_added_byte_too(self) -> None:
        whole = sealed(b"one part")
        for size in range(len(whole)):
            with pytest.raises(Refused, match=r"PACKET_(UNREADABLE|CUT_OFF)"):
                opened(whole[:size])
        with pytest.raises(Refused, match="PACKET_ALTERED"):
            opened(whole + b"\n")

    def test_another_sender_or_recipient(self) -> None:
        with pytest.raises(Refused, match="PACKET_ALTERED"):
            opened(sealed(b"x", sender=STRANGER))
        packet = open_packet(sealed(b"x"), sender=STATION.public, recipient=STRANGER)
        with pytest.raises(Refused, match="PACKET_UNREADABLE"):
            list(packet.parts())

    def test_a_newer_format_says_so(self) -> None:
        whole = sealed(b"x")
        newer = MAGIC + (2).to_bytes(2, "big") + whole[len(MAGIC) + 2 :]
        with pytest.raises(Refused, match="PACKET_VERSION"):
            read_header(newer)

    def test_limits_come_first(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with pytest.raises(Refused, match="PACKET_UNREADABLE"):
            read_header(MAGIC + b"\x00\x01\xff\xff" + bytes(70_000))
        monkeypatch.setattr(packets, "PACKET_BYTES_MAX", 100)
        with pytest.raises(Refused, match="PACKET_TOO_LARGE"):
            read_header(bytes(101))
        assert PACKET_BYTES_MAX > 100

    @pytest.mark.parametrize(
        "changes",
        [
            {"county": "'; --"},
            {"station": "x"},
            {"direction": "sideways"},
            {"number": -1},
            {"frames": 0},
            {"size": PACKET_BYTES_MAX + 1},
            {"half": b"short"},
            {"surprise": 1},
        ],
    )
    def test_a_header_out_of_form(self, changes: dict[str, object]) -> None:
        header = msgspec.to_builtins(read_header(sealed(b"x")), builtin_types=[bytes]) | changes
        encoded = msgspec.msgpack.encode(header)
        data = MAGIC + b"\x00\x01" + len(encoded).to_bytes(2, "big") + encoded
        with pytest.raises(Refused, match="PACKET_UNREADABLE"):
            read_header(data + bytes(200))

    @settings(max_examples=100)
    @given(st.binary(max_size=200))
    def test_a_hostile_station_signs_nonsense(self, tail: bytes) -> None:
        """The signature holds: frames of any shape are refused all the same."""
        whole = sealed(b"one part")
        header = read_header(whole)
        start = whole[: len(whole) - 64 - header.size]
        data = signed_again(start + (tail + bytes(header.size))[: header.size])
        with pytest.raises(Refused, match="PACKET_UNREADABLE"):
            list(opened(data).parts())

    def test_frames_and_header_must_add_up(self) -> None:
        whole = sealed(b"one part", b"two")
        content = whole[:-64]
        with pytest.raises(Refused, match="PACKET_UNREADABLE"):
            list(opened(signed_again(content + b"left over")).parts())

    def test_frames_cannot_change_places(self) -> None:
        whole = sealed(b"1", b"2")
        header = read_header(whole)
        start, frames = whole[: -64 - header.size], whole[-64 - header.size : -64]
        half = len(frames) // 2
        data = signed_again(start + frames[half:] + frames[:half])
        with pytest.raises(Refused, match="PACKET_UNREADABLE"):
            list(opened(data).parts())


class TestParts:
    def test_questions_and_answers_come_back_as_they_are(self) -> None:
        filter_asked = FilterRequest(station=ID, protocol=1, version=3)
        answered = Answered(asked=asked_by(ASKED), reply=REPLY)
        filtered = FilterReply(layer=b"x", piece=b"y")
        assert question_in(part_of(ASKED)) == ASKED
        assert question_in(part_of(filter_asked)) == filter_asked
        assert answer_in(part_of(answered)) == answered
        assert answer_in(part_of(filtered)) == filtered

    def test_a_kind_of_tomorrow_is_left_out(self) -> None:
        part = b"Z" + pack(ASKED)
        assert question_in(part) is None
        assert answer_in(part) is None
        check_questions(opened(sealed(part, part_of(ASKED))))
        assert check_answers(opened(sealed(part))) == [None]

    def test_what_was_asked_names_the_last_event_by_its_hash(self) -> None:
        sent = SentEvent(body=b"body", signature=bytes(64))
        request = msgspec.structs.replace(ASKED, events=(sent, sent))
        asked = asked_by(request)
        assert (asked.events, asked.last) == (2, hashlib.sha256(b"body").digest())
        assert asked_by(ASKED) == Asked(
            progress=START, cases_cursor=0, packs_cursor=0, events=0, last=b""
        )

    def test_who_speaks_for_another_station_is_refused(self) -> None:
        foreign = msgspec.structs.replace(ASKED, station="b" * 32)
        with pytest.raises(Refused, match="PACKET_FOREIGN"):
            check_questions(opened(sealed(part_of(ASKED), part_of(foreign))))

    def test_a_part_that_swells_is_refused(self) -> None:
        """The station signed it: a bomb is still no message."""
        bomb = b"E" + zstandard.ZstdCompressor().compress(bytes(MESSAGE_BYTES_MAX * 20))
        packet = opened(sealed(part_of(ASKED), bomb))
        for check in (check_questions, check_answers):
            with pytest.raises(Refused, match="PACKET_UNREADABLE"):
                check(packet)

    @settings(max_examples=200)
    @given(st.sampled_from(b"EF"), st.binary(max_size=200))
    def test_parts_of_nonsense_are_refused_as_a_whole(self, kind: int, rest: bytes) -> None:
        packet = opened(sealed(part_of(ASKED), bytes([kind]) + rest))
        with pytest.raises(Refused, match="PACKET_UNREADABLE"):
            check_questions(packet)
        with pytest.raises(Refused, match="PACKET_UNREADABLE"):
            check_answers(packet)
