"""The seal on a law pack: who signed which text and which worked cases.

A seal is seven short lines beside the pack (``chuxiong-2021.seal``)::

    canbao-law-pack 1
    text 6c1f…            SHA-256 of the law's text
    cases 09ab…           SHA-256 of its worked cases
    key 3f2a9c…           short name of the key that signed
    signature d41e…       Ed25519 over the lines above

Line ends do not count: a checkout or a mail that turned them round changes nothing the law says.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from desktop.policy.errors import LawRefused
from desktop.wire.signing import PUBLIC_KEY_BYTES, SigningKey, key_id, signature_holds

SEAL_CHARS_MAX = 1_000

_SEAL = re.compile(
    r"(canbao-law-pack 1\n"
    r"text ([0-9a-f]{64})\n"
    r"cases ([0-9a-f]{64})\n"
    r"key ([0-9a-f]{16})\n)"
    r"signature ([0-9a-f]{128})\n?\Z"
)
_KEY_LINE = re.compile(r"([0-9a-f]{16}) ([0-9a-f]{64}) (\S.*)\Z")


@dataclass(frozen=True, slots=True)
class TrustedKeys:
    """The public keys whose packs this program takes, by their short name."""

    public: dict[str, bytes]
    holders: dict[str, str]

    @classmethod
    def parse(cls, file: str, text: str) -> TrustedKeys:
        """Return the keys in ``text``: a line each, ``SHORT-NAME PUBLIC-KEY HOLDER``.

        Raises:
            LawRefused: ``LAW_KEYS_UNREADABLE`` with the line.
        """
        public: dict[str, bytes] = {}
        holders: dict[str, str] = {}
        for number, line in enumerate(text.splitlines(), start=1):
            if not line.strip() or line.startswith("#"):
                continue
            found = _KEY_LINE.match(line)
            if found is None or key_id(bytes.fromhex(found[2])) != found[1]:
                raise LawRefused(
                    "LAW_KEYS_UNREADABLE",
                    file,
                    number,
                    "a trusted key is written: its short name, its 64 hex digits, its holder",
                )
            public[found[1]] = bytes.fromhex(found[2])
            holders[found[1]] = found[3]
        return cls(public, holders)

    @staticmethod
    def line(public: bytes, holder: str) -> str:
        """Return the line of one key."""
        assert len(public) == PUBLIC_KEY_BYTES
        return f"{key_id(public)} {public.hex()} {holder}\n"


@dataclass(frozen=True, slots=True)
class Seal:
    """A seal as it was read; nothing in it is true before `check_seal` says so."""

    signed: str
    """The lines that were signed."""
    text_hash: str
    cases_hash: str
    key: str
    signature: bytes


def make_seal(text: str, cases: str, key: SigningKey) -> str:
    """Return the seal of a law's text and its worked cases, signed with ``key``."""
    signed = (
        "canbao-law-pack 1\n"
        f"text {content_hash(text)}\n"
        f"cases {content_hash(cases)}\n"
        f"key {key_id(key.public)}\n"
    )
    return f"{signed}signature {key.sign(signed.encode('ascii')).hex()}\n"


def read_seal(file: str, text: str) -> Seal:
    """Return the seal in ``text``. Raises LawRefused ``LAW_SIGNATURE`` if it is none."""
    found = _SEAL.match(unified(text)) if len(text) <= SEAL_CHARS_MAX else None
    if found is None:
        raise LawRefused("LAW_SIGNATURE", file, 0, "this seal cannot be read: it is not in form")
    return Seal(found[1], found[2], found[3], found[4], bytes.fromhex(found[5]))


def check_seal(file: str, seal: Seal, keys: TrustedKeys, text: str, cases: str | None) -> None:
    """Return if ``seal`` was made over these contents by a trusted key.

    ``cases`` None leaves the worked cases out: they price nobody, so a start need not read them.

    Raises:
        LawRefused: ``LAW_KEY_UNKNOWN``: the key is none of the trusted ones; ``LAW_SIGNATURE``:
            the signature is not that key's, or what it was made over has been altered.
    """
    public = keys.public.get(seal.key)
    if public is None:
        message = f"it was signed with the key {seal.key}, which this program does not trust"
        raise LawRefused("LAW_KEY_UNKNOWN", file, 0, message, key=seal.key)
    if not signature_holds(public, seal.signed.encode("ascii"), seal.signature):
        message = f"the signature is not one of the key {seal.key} it names"
        raise LawRefused("LAW_SIGNATURE", file, 0, message)
    if content_hash(text) != seal.text_hash:
        raise LawRefused("LAW_SIGNATURE", file, 0, "its text was altered after it was signed")
    if cases is not None and content_hash(cases) != seal.cases_hash:
        raise LawRefused("LAW_SIGNATURE", file, 0, "its cases were altered after it was signed")


def content_hash(text: str) -> str:
    """Return the SHA-256 of ``text`` with Unix line ends, 64 hex digits."""
    return hashlib.sha256(unified(text).encode("utf-8")).hexdigest()


def unified(text: str) -> str:
    """Return ``text`` with Unix line ends."""
    return text.replace("\r\n", "\n")
