"""Law packs for tests: changed copies of a shipped one, signed with a key of the tests' own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from desktop.base.resources import resource_path
from desktop.wire.pack_file import join_pack
from desktop.wire.pack_signature import TrustedKeys, make_seal
from desktop.wire.signing import SigningKey

SIGNING = SigningKey(bytes(range(32)))
STRANGER = SigningKey(bytes(range(1, 33)))
KEYS = TrustedKeys.parse("trusted-keys.txt", TrustedKeys.line(SIGNING.public, "the tests"))

CHUXIONG = "chuxiong-2021"
RAISED = ('identity = "subsistence_allowance"\narticle = "三"', 'amount = "120.00"')
"""What stands before the amount of 城乡低保对象, and the amount."""


@cache
def shipped(name: str = CHUXIONG) -> tuple[str, str]:
    """Return the text and the worked cases of a shipped pack."""
    folder = resource_path("law")
    text = (folder / f"{name}.toml").read_text(encoding="utf-8")
    return text, (folder / f"{name}.cases.jsonl").read_text(encoding="utf-8")


def changed(text: str, *changes: tuple[str, str]) -> str:
    """Return ``text`` with every change made; each must stand there once."""
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands there {text.count(old)} times"
        text = text.replace(old, new)
    return text


def version(number: int, *changes: tuple[str, str], name: str = CHUXIONG) -> str:
    """Return a shipped pack's text as another version, with ``changes``."""
    return changed(shipped(name)[0], ("\nversion = 1\n", f"\nversion = {number}\n"), *changes)


def raised(number: int = 2, amount: str = "150.00") -> str:
    """Return 楚雄's pack as a new version in which 城乡低保对象 are given another amount."""
    before, old = RAISED
    text = version(number)
    start = text.index(old, text.index(before))
    return f'{text[:start]}amount = "{amount}"{text[start + len(old) :]}'


CASE = (
    '{"request": {"id": "RAISED", "division": "532301", "campaign_year": 2021,'
    ' "identities": [{"code": "subsistence_allowance"}]},'
    ' "expect": {"assistance": "150.00", "net_payable": "170.00"},'
    ' "rests_on": "楚医保〔2021〕46号 三"}\n'
)
"""A worked case of `raised`."""


def signed(text: str, cases: str = CASE, key: SigningKey = SIGNING) -> bytes:
    """Return the pack file of a text and its cases."""
    return join_pack(text, cases, make_seal(text, cases, key)).encode("utf-8")


def written(folder: Path, text: str, cases: str = CASE, name: str = "new") -> Path:
    """Write a law file and its cases into ``folder`` and return its path."""
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    path.with_suffix(".cases.jsonl").write_text(cases, encoding="utf-8")
    return path
