"""A running centre watched from outside: health, figures, limits, TLS, the log of a day's work."""

from __future__ import annotations

import datetime
import io
import json
import logging
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from desktop.base.errors import Refused, Unavailable
from desktop.base.ids import SeededIds
from desktop.net.client import Client
from desktop.server import registrations
from desktop.server.config import Config, Limits, Log, Metrics, Ready, Tls
from desktop.server.database import DATABASE_FILE, open_centre
from desktop.server.logs import JsonLines, PlainLines, end_log, log_as
from desktop.server.serving import EmbeddedCentre
from desktop.store.database import Store
from desktop.sync.centre import contact, identity, register
from desktop.sync.engine import direct, until_idle
from desktop.wire.codec import unpack
from desktop.wire.messages import Problem
from desktop.wire.requests import EXCHANGE_PATH
from tests.helpers.centre import COUNTY, EAST, enrol, left_by_a_centre, new_station
from tests.helpers.logfail import ExpectedLog
from tests.helpers.stations import fixed_clock, take_payment
from tests.sync.conftest import make_centre

FIGURES = Metrics(listen="127.0.0.1:0")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_centre(tmp_path / "centre", fixed_clock())
    return tmp_path / "centre"


def running(folder: Path, **settings: object) -> EmbeddedCentre:
    config = Config(metrics=FIGURES, **settings)  # type: ignore[arg-type]
    return EmbeddedCentre(folder, clock=fixed_clock(), config=config)


def get(address: str) -> httpx.Response:
    return httpx.get(address, trust_env=False)


def station_of(folder: Path, address: str, seed: int = 1) -> Store:
    database = open_centre(folder)
    with database.transaction():
        code = registrations.make_code(
            database.connection, COUNTY, COUNTY, now=fixed_clock().now(), ids=SeededIds(seed + 50)
        )
    database.close()
    store = new_station(seed)
    with Client(address, identity(store), fixed_clock()) as client:
        register(direct(store), client, address, code)
    return store


def exchange(store: Store) -> None:
    with contact(store).client(fixed_clock()) as client:
        for _ in until_idle(direct(store), client, fixed_clock()):
            pass


def ask_without_end(store: Store) -> None:
    # Far more often than it takes: on a busy machine a request may take a second of its own.
    for _ in range(1_000):
        exchange(store)


class TestHealth:
    def test_a_centre_that_works_is_live_and_ready(self, folder: Path) -> None:
        with running(folder) as centre:
            assert get(centre.address + "/health/live").json() == {"state": "ok"}
            answer = get(centre.address + "/health/ready")
        told = answer.json()
        assert answer.status_code == 200
        assert told["ready"] is True
        assert (told["database"], told["schema"], told["disk"]) == ("ok", "ok", "ok")
        assert told["feed_head"] == 0
        assert told["disk_free_mb"] > 0

    def test_a_full_disk_is_told_before_it_is_full(self, folder: Path) -> None:
        with running(folder, ready=Ready(disk_free_mb=10_000_000)) as centre:
            answer = get(centre.address + "/health/ready")
            assert get(centre.address + "/health/live").status_code == 200
        assert (answer.status_code, answer.json()["disk"]) == (503, "DISK_FULL")

    @pytest.mark.parametrize("schema", [None, 999])
    def test_a_database_that_cannot_be_used_is_told(self, folder: Path, schema: int | None) -> None:
        with running(folder) as centre:
            if schema is None:
                (folder / DATABASE_FILE).rename(folder / "gone.db")
            else:
                database = open_centre(folder)
                database.connection.execute(f"PRAGMA user_version = {schema}")
                database.close()
            answer = get(centre.address + "/health/ready")
            told = answer.json()
            assert (answer.status_code, told["ready"]) == (503, False)
            if schema is None:
                assert told["database"] == "CENTRE_NOT_SET_UP"
            else:
                assert told["schema"] == "DATABASE_NEWER"


class TestFigures:
    def test_what_was_done_is_counted_at_an_address_of_its_own(self, folder: Path) -> None:
        with running(folder) as centre:
            store = station_of(folder, centre.address)
            enrol(store, EAST)
            exchange(store)
            httpx.post(centre.address + EXCHANGE_PATH, content=b"", trust_env=False)
            text = get(centre.metrics_address + "/metrics").text
            assert get(centre.metrics_address + "/").status_code == 404
            assert get(centre.address + "/metrics").status_code == 404
        assert 'canbao_requests_total{path="/v1/register",status="200",code=""} 1' in text
        unsigned = 'status="401",code="REQUEST_UNSIGNED"} 1'
        assert f'canbao_requests_total{{path="{EXCHANGE_PATH}",{unsigned}' in text
        assert 'canbao_events_total{outcome="accepted"} 3' in text
        assert "canbao_feed_head 3\n" in text
        assert "canbao_ready 1\n" in text
        assert store.station.id not in text
        store.close()


class TestLimits:
    def test_an_address_that_guesses_is_made_to_wait(self, folder: Path) -> None:
        limits = Limits(failures_per_min=1, failures_burst=5)
        with running(folder, limits=limits) as centre:
            answers = [
                httpx.post(centre.address + EXCHANGE_PATH, content=b"", trust_env=False)
                for _ in range(8)
            ]
            codes = [unpack(answer.content, Problem).code for answer in answers]
            assert codes == ["REQUEST_UNSIGNED"] * 5 + ["TOO_MANY_REQUESTS"] * 3
            assert answers[-1].status_code == 429
            assert get(centre.address + "/health/ready").status_code == 200

    def test_a_station_that_asks_without_end_is_told_to_wait_and_loses_nothing(
        self, folder: Path
    ) -> None:
        limits = Limits(requests_per_s=1, requests_burst=2)
        with running(folder, limits=limits) as centre:
            store = station_of(folder, centre.address)
            enrol(store, EAST)
            with pytest.raises(Unavailable) as caught:
                ask_without_end(store)
            assert caught.value.values["reason"] == "TOO_MANY_REQUESTS"
            database = open_centre(folder)
            assert database.connection.execute("SELECT count(*) FROM events").fetchone()[0] == 3
            database.close()
            store.close()


class TestTls:
    def test_the_centre_speaks_tls_with_its_own_certificate(self, folder: Path) -> None:
        ca, tls = certificates(folder)
        with running(folder, tls=tls) as centre:
            assert centre.address.startswith("https://")
            trusting = ssl.create_default_context(cafile=str(ca))
            with httpx.Client(verify=trusting, trust_env=False) as client:
                assert client.get(centre.address + "/health").json() == {"state": "ok"}
            with httpx.Client(trust_env=False) as client, pytest.raises(httpx.ConnectError):
                client.get(centre.address + "/health")

    def test_a_certificate_that_cannot_be_used_is_told_before_listening(self, folder: Path) -> None:
        (folder / "x.pem").write_text("no certificate", "ascii")
        tls = Tls(certificate=str(folder / "x.pem"), key=str(folder / "x.pem"))
        before = set(threading.enumerate())
        with pytest.raises(Unavailable, match="TLS_UNUSABLE"), running(folder, tls=tls):
            raise AssertionError("it must not start")
        assert not left_by_a_centre(before)


class TestTheLogOfADay:
    def test_it_tells_ids_and_codes_and_nobodys_data(
        self, folder: Path, expected_log: ExpectedLog
    ) -> None:
        """A day's traffic with refusals and a bug; the log is read for everything personal."""
        expected_log("ERROR desktop.server.http a request to /v1/exchange failed")
        stream, handler = recording("debug", JsonLines())
        with running(folder) as centre:
            store = station_of(folder, centre.address)
            paid = [take_payment(store, enrol(store, EAST, place=place)) for place in range(6)]
            exchange(store)
            httpx.post(
                centre.address + EXCHANGE_PATH,
                content=b"539999195001010011",
                headers={"x-canbao-station": "培训0".encode().hex(), "x-canbao-counter": "1\t2"},
                trust_env=False,
            )
            database = open_centre(folder)
            database.connection.execute("ALTER TABLE feed RENAME TO hidden")
            enrol(store, EAST, place=9)
            with pytest.raises(Unavailable):
                exchange(store)
            database.connection.execute("ALTER TABLE hidden RENAME TO feed")
            database.close()
        end_log(handler)
        text = stream.getvalue()
        lines = [json.loads(line) for line in text.splitlines()]
        assert any(line.get("events", {}).get("accepted") for line in lines)
        assert any(line.get("error") == "OperationalError" for line in lines)
        assert {line["station"] for line in lines if line.get("station")} == {store.station.id}
        rows = store.connection.execute(
            "SELECT name, document_number, birth_date, household_id FROM people"
        ).fetchall()
        personal = {str(value) for row in rows for value in row if value}
        personal |= {one.receipt.number for one in paid} | {"320.00", "32000", "培训", "一组"}
        assert len(personal) > 20
        assert not [one for one in personal if one in text]
        store.close()

    def test_lines_for_a_person_tell_the_same(self) -> None:
        stream, handler = recording("info", PlainLines())
        logging.getLogger("desktop.server.requests").info("x", extra={"fields": {"status": 200}})
        end_log(handler)
        assert stream.getvalue().rstrip().endswith("INFO desktop.server.requests x status=200")

    def test_a_log_that_cannot_be_written_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_bytes(b"")
        with pytest.raises(Unavailable, match="LOG_UNWRITABLE"):
            log_as(Log(file=str(tmp_path / "file" / "centre.log")))
        handler = log_as(Log(file=str(tmp_path / "logs" / "centre.log")))
        logging.getLogger("desktop.server").info("hello")
        end_log(handler)
        (line,) = (tmp_path / "logs" / "centre.log").read_text("utf-8").splitlines()
        assert json.loads(line)["says"] == "hello"


def recording(level: str, lines: logging.Formatter) -> tuple[io.StringIO, logging.Handler]:
    handler = log_as(Log(level=level))  # type: ignore[arg-type]
    assert isinstance(handler, logging.StreamHandler)
    stream = io.StringIO()
    handler.setStream(stream)
    handler.setFormatter(lines)
    return stream, handler


@pytest.fixture(autouse=True)
def levels() -> Iterator[None]:
    """Leave the program's loggers as they were."""
    loggers = [logging.getLogger(name) for name in ("desktop", "uvicorn")]
    before = [logger.level for logger in loggers]
    yield
    for logger, level in zip(loggers, before, strict=True):
        logger.setLevel(level)


def certificates(folder: Path) -> tuple[Path, Tls]:
    """Return a county's CA file and a certificate for loopback that it signed."""
    import ipaddress

    day = datetime.timedelta(days=1)
    now = datetime.datetime.now(datetime.UTC)

    def made(name: str, key: ec.EllipticCurvePrivateKey) -> x509.CertificateBuilder:
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "county CA")]))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - day)
            .not_valid_after(now + day)
        )

    ca_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    ca_key_id = x509.SubjectKeyIdentifier.from_public_key(ca_key.public_key())
    usage = x509.KeyUsage(
        digital_signature=True, key_cert_sign=True, crl_sign=True, content_commitment=False,
        key_encipherment=False, data_encipherment=False, key_agreement=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
    ca = (
        made("county CA", ca_key)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(ca_key_id, critical=False)
        .sign(ca_key, hashes.SHA256())
    )
    own = (
        made("centre", key)
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]),
            critical=False,
        )
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(ca_key_id),
            critical=False,
        )
        .sign(ca_key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    files = folder / "ca.pem", folder / "own.pem", folder / "own.key"
    files[0].write_bytes(ca.public_bytes(pem))
    files[1].write_bytes(own.public_bytes(pem))
    files[2].write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return files[0], Tls(certificate=str(files[1]), key=str(files[2]))


def test_an_address_of_figures_that_cannot_be_had_is_told(folder: Path) -> None:
    config = Config(metrics=Metrics(listen="nowhere"))
    with pytest.raises(Refused, match="LISTEN_FORM"), EmbeddedCentre(folder, config=config):
        raise AssertionError("it must not start")
