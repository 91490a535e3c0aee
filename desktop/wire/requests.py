"""How a request is signed and its answer proven to be the centre's.

A station signs path, its own id, a counter that only ever rises, and the body. The centre signs
its answer together with what it answers, so that no answer can be swapped for another's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.base.errors import Refused
from desktop.wire.signing import SIGNATURE_BYTES, SigningKey, signature_holds

REGISTER_PATH = "/v1/register"
EXCHANGE_PATH = "/v1/exchange"

STATION_HEADER = "x-canbao-station"
COUNTER_HEADER = "x-canbao-counter"
SIGNATURE_HEADER = "x-canbao-signature"

COUNTER_MAX = 2**53
_STATION_HEX = 32


@dataclass(frozen=True, slots=True)
class SignedRequest:
    """One request, as its station signed it."""

    path: str
    station: str
    counter: int
    body: bytes
    signature: bytes

    @property
    def text(self) -> bytes:
        """What the station's signature covers."""
        return _request_text(self.path, self.station, self.counter, self.body)

    @property
    def headers(self) -> dict[str, str]:
        """The request's own headers."""
        return {
            STATION_HEADER: self.station,
            COUNTER_HEADER: str(self.counter),
            SIGNATURE_HEADER: self.signature.hex(),
        }


def sign_request(
    key: SigningKey, path: str, *, station: str, counter: int, body: bytes
) -> SignedRequest:
    """Return the request ``station`` makes to ``path``, signed."""
    text = _request_text(path, station, counter, body)
    return SignedRequest(path, station, counter, body, key.sign(text))


def read_request(path: str, headers: Mapping[str, str], body: bytes) -> SignedRequest:
    """Return the request in ``headers`` and ``body``; its signature is not checked yet.

    Raises:
        Refused: ``REQUEST_UNSIGNED`` if a header is missing or malformed.
    """
    station = headers.get(STATION_HEADER, "")
    counter = headers.get(COUNTER_HEADER, "")
    signature = headers.get(SIGNATURE_HEADER, "")
    if not (
        _is_hex(station, _STATION_HEX)
        and _is_hex(signature, 2 * SIGNATURE_BYTES)
        and counter.isascii()
        and counter.isdigit()
        and len(counter) <= len(str(COUNTER_MAX))
        and int(counter) <= COUNTER_MAX
    ):
        raise Refused("REQUEST_UNSIGNED", "the request's station, counter or signature is missing")
    return SignedRequest(path, station, int(counter), body, bytes.fromhex(signature))


def check_request(request: SignedRequest, public_key: bytes) -> None:
    """Raise Refused ``REQUEST_SIGNATURE`` unless the holder of the key made this request."""
    if not signature_holds(public_key, request.text, request.signature):
        raise Refused("REQUEST_SIGNATURE", "the request was not signed with the station's key")


def sign_answer(key: SigningKey, request: SignedRequest, body: bytes) -> bytes:
    """Return the centre's signature over ``body`` as the answer to ``request``."""
    return key.sign(_answer_text(request, body))


def answer_holds(centre_key: bytes, request: SignedRequest, body: bytes, signature: bytes) -> bool:
    """Tell whether ``body`` is what the centre answered to ``request``."""
    return signature_holds(centre_key, _answer_text(request, body), signature)


def _request_text(path: str, station: str, counter: int, body: bytes) -> bytes:
    digest = hashlib.sha256(body).hexdigest()
    return f"canbao-request-1\nPOST\n{path}\n{station}\n{counter}\n{digest}".encode()


def _answer_text(request: SignedRequest, body: bytes) -> bytes:
    asked = hashlib.sha256(request.text).hexdigest()
    return f"canbao-answer-1\n{asked}\n{hashlib.sha256(body).hexdigest()}".encode()


def is_station(text: str) -> bool:
    """Tell whether ``text`` has the form of a station's id."""
    return _is_hex(text, _STATION_HEX)


def _is_hex(text: str, digits: int) -> bool:
    return len(text) == digits and all(char in "0123456789abcdef" for char in text)
