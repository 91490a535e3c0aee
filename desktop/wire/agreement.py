"""A secret that only the holder of a signing key can work out: how packets are encrypted.

Station and centre know each other by Ed25519 keys, exchanged when the station registered. An
Ed25519 key is a point of the same curve X25519 works on, written in other coordinates, so the
public key of one gives the public key of the other (RFC 7748 §4.1: u = (1 + y) / (1 - y)), and
the private scalar is the one Ed25519 itself takes from the secret (RFC 8032 §5.1.5). Hence a
station that has registered, however long ago, can be written to, and nothing has to be published,
stored or renewed beside the keys there are.

The sender's half is made for one packet and thrown away: even with the sender's key nobody can
open what was sent. What is derived is bound to both keys and to its purpose, so that it can stand
for nothing else.
"""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.base.errors import Refused
from desktop.wire.signing import PUBLIC_KEY_BYTES, SigningKey

SECRET_BYTES = 32
_PRIME = 2**255 - 19
_PURPOSE = b"canbao-packet-key-1\n"


def exchange_public(public: bytes) -> bytes:
    """Return the X25519 public key of the holder of the Ed25519 key ``public``.

    Raises:
        Refused: ``PACKET_KEY`` if ``public`` is no key that could have signed anything.
    """
    y = int.from_bytes(public, "little") & (2**255 - 1)
    if len(public) != PUBLIC_KEY_BYTES or y >= _PRIME or y == 1:
        raise _no_key()
    u = (1 + y) * pow(1 - y, -1, _PRIME) % _PRIME
    return u.to_bytes(PUBLIC_KEY_BYTES, "little")


def sender_secret(ephemeral: bytes, recipient: bytes, sender: bytes) -> tuple[bytes, bytes]:
    """Return the public half of ``ephemeral`` (32 random bytes) and the secret shared by it.

    ``recipient`` and ``sender`` are Ed25519 public keys. Raises Refused ``PACKET_KEY``.
    """
    key = X25519PrivateKey.from_private_bytes(ephemeral)
    half = key.public_key().public_bytes_raw()
    return half, _derive(key, exchange_public(recipient), half + recipient + sender)


def recipient_secret(half: bytes, recipient: SigningKey, sender: bytes) -> bytes:
    """Return the secret that the packet with the public ``half`` was encrypted with.

    Raises:
        Refused: ``PACKET_KEY`` if ``half`` is no point two people could share.
    """
    return _derive(recipient.exchange_key(), half, half + recipient.public + sender)


def _derive(private: X25519PrivateKey, public: bytes, parties: bytes) -> bytes:
    try:
        shared = private.exchange(X25519PublicKey.from_public_bytes(public))
    except ValueError as error:
        raise _no_key() from error
    derived = HKDF(SHA256(), SECRET_BYTES, salt=None, info=_PURPOSE + parties)
    return derived.derive(shared)


def _no_key() -> Refused:
    return Refused("PACKET_KEY", "the packet's key is none that two people could share")
