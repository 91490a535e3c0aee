"""Ed25519 keys and signatures: a station signs its events, requests and receipts."""

from __future__ import annotations

import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

SIGNATURE_BYTES = 64
PUBLIC_KEY_BYTES = 32


class SigningKey:
    """A private key that signs. Made from 32 secret bytes."""

    def __init__(self, secret: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(secret)
        self.public: bytes = self._key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """Return the 64-byte signature over ``message``."""
        return self._key.sign(message)

    def exchange_key(self) -> X25519PrivateKey:
        """Return the same key for key agreement; see `desktop.wire.agreement`."""
        digest = hashlib.sha512(self._key.private_bytes_raw()).digest()
        return X25519PrivateKey.from_private_bytes(digest[:32])


def signature_holds(public: bytes, message: bytes, signature: bytes) -> bool:
    """Tell whether ``signature`` was made over ``message`` by the holder of ``public``'s secret."""
    if len(public) != PUBLIC_KEY_BYTES or len(signature) != SIGNATURE_BYTES:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def key_id(public: bytes) -> str:
    """Return the short name of a public key: 16 hex digits of its SHA-256."""
    return hashlib.sha256(public).hexdigest()[:16]
