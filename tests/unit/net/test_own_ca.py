"""Goal: a county's own CA alone is trusted once it is set; the address IT sets is used."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from typing_extensions import override

from desktop.base.errors import CanbaoError, Refused
from desktop.base.station_settings import Places, read_settings
from desktop.net.client import Client
from desktop.sync.centre import contact, identity
from desktop.wire.update_messages import UpdateRequest
from tests.helpers.centre import enlist, new_centre, new_station
from tests.helpers.patience import LIMIT_S
from tests.helpers.registries import KeptRegistry
from tests.helpers.stations import fixed_clock

Key = ec.EllipticCurvePrivateKey


def certificate(name: str, key: Key, issuer: str, issuer_key: Key, *, ca: bool) -> x509.Certificate:
    """Return a certificate for this machine, valid around now."""
    now = datetime.now(UTC)
    host = x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))])
    made = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(host, critical=False)
    )
    return made.sign(issuer_key, hashes.SHA256())


def pem(*parts: x509.Certificate) -> bytes:
    return b"".join(one.public_bytes(serialization.Encoding.PEM) for one in parts)


class Nothing(BaseHTTPRequestHandler):
    """Answers every question with 404, as an old centre does."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("content-length", 0)))
        self.send_response(404)
        self.send_header("content-length", "0")
        self.end_headers()

    @override
    def log_message(self, format: str, *args: object) -> None:
        del format, args


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """Serve HTTPS with a certificate of the county's own CA; ``ca.pem`` lies in ``tmp_path``."""
    ca_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    ca = certificate("county", ca_key, "county", ca_key, ca=True)
    leaf = certificate("centre", key, "county", ca_key, ca=False)
    (tmp_path / "ca.pem").write_bytes(pem(ca))
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    (tmp_path / "leaf.pem").write_bytes(pem(leaf) + secret)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "leaf.pem")
    server = HTTPServer(("127.0.0.1", 0), Nothing)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"https://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join(LIMIT_S)
    server.server_close()


def asked(address: str, ca_file: Path | None) -> str:
    """Ask once and return the code of what came of it."""
    store = new_station(1)
    request = UpdateRequest(
        station=store.station.id, protocol=1, version="0.1.0", system="linux-x64-deb"
    )
    with (
        Client(address, identity(store), fixed_clock(), ca_file=ca_file) as client,
        pytest.raises(CanbaoError) as told,
    ):
        client.update(request)
    store.close()
    return told.value.code


def test_a_centre_of_the_countys_own_ca_is_trusted_once_it_is_set(
    served: str, tmp_path: Path
) -> None:
    assert asked(served, None) == "CENTRE_NOT_TRUSTED"
    # Trusted: what it answers is another matter.
    assert asked(served, tmp_path / "ca.pem") == "ANSWER_FOREIGN"


def test_with_another_ca_set_it_is_not_trusted(served: str, tmp_path: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    other = certificate("other", key, "other", key, ca=True)
    (tmp_path / "other.pem").write_bytes(pem(other))
    assert asked(served, tmp_path / "other.pem") == "CENTRE_NOT_TRUSTED"


@pytest.mark.parametrize("content", [None, b"", b"no certificate"])
def test_a_file_without_certificates_is_told_by_name(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "ca.pem"
    if content is not None:
        path.write_bytes(content)
    store = new_station(1)
    with pytest.raises(Refused) as told:
        Client("https://127.0.0.1:1", identity(store), fixed_clock(), ca_file=path)
    assert (told.value.code, told.value.values["file"]) == ("CA_FILE", str(path))
    store.close()


def test_a_real_station_goes_where_it_is_sent_and_a_training_station_stays() -> None:
    url = "https://new.example.gov.cn"
    machine = read_settings(
        Places(registry=KeptRegistry({"CentreUrl": url, "CaFile": "/etc/county.pem"}))
    )
    training, real = new_station(1), new_station(2, training=False)
    enlist(training, new_centre())
    enlist(real, new_centre(training_day=None))
    assert contact(real, machine).address == url
    assert contact(real, machine).ca_file == Path("/etc/county.pem")
    assert contact(real).address == contact(training, machine).address != url
    for store in (training, real):
        store.close()
