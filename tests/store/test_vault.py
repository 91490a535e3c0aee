"""Goal: the right password opens, a wrong one is counted, and nothing in the file helps a thief."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from desktop.base.errors import Refused, Unavailable
from desktop.base.ids import SeededIds
from desktop.store.vault import FAILURES_MAX, LOCKED_FOR, OperatorEntry, Vault
from tests.helpers.stations import KEY, fixed_clock

WHO = OperatorEntry("zhao", "赵经办", "clerk")
PASSWORD = "correct horse"


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    made = Vault(tmp_path)
    made.add(WHO, PASSWORD, KEY, SeededIds(1))
    return made


def test_the_right_password_gives_the_key(vault: Vault) -> None:
    assert vault.unlock("zhao", PASSWORD, fixed_clock()) == (WHO, KEY)
    assert vault.operators() == [WHO]


def test_a_wrong_password_says_how_many_tries_are_left(vault: Vault) -> None:
    with pytest.raises(Refused) as refused:
        vault.unlock("zhao", "wrong password", fixed_clock())
    assert refused.value.code == "PASSWORD_WRONG"
    assert refused.value.values["left"] == FAILURES_MAX - 1


def test_five_wrong_passwords_lock_and_time_unlocks(vault: Vault) -> None:
    clock = fixed_clock()
    codes = []
    for _ in range(FAILURES_MAX):
        with pytest.raises(Refused) as refused:
            vault.unlock("zhao", "wrong password", clock)
        codes.append(refused.value.code)
    assert codes == ["PASSWORD_WRONG"] * (FAILURES_MAX - 1) + ["OPERATOR_LOCKED"]
    with pytest.raises(Refused, match="OPERATOR_LOCKED"):
        vault.unlock("zhao", PASSWORD, clock)
    clock.advance(LOCKED_FOR + timedelta(seconds=1))
    assert vault.unlock("zhao", PASSWORD, clock)[1] == KEY


def test_a_success_forgets_earlier_failures(vault: Vault) -> None:
    clock = fixed_clock()
    for _ in range(FAILURES_MAX - 1):
        with pytest.raises(Refused):
            vault.unlock("zhao", "wrong password", clock)
    vault.unlock("zhao", PASSWORD, clock)
    with pytest.raises(Refused) as refused:
        vault.unlock("zhao", "wrong password", clock)
    assert refused.value.values["left"] == FAILURES_MAX - 1


def test_an_unknown_operator_and_a_short_password_are_refused(vault: Vault) -> None:
    with pytest.raises(Refused, match="OPERATOR_UNKNOWN"):
        vault.unlock("nobody", PASSWORD, fixed_clock())
    with pytest.raises(Refused, match="PASSWORD_SHORT"):
        vault.add(WHO, "short", KEY, SeededIds(2))


def test_an_entry_cannot_be_handed_to_another_operator(vault: Vault, tmp_path: Path) -> None:
    path = tmp_path / "vault.json"
    path.write_text(path.read_text("utf-8").replace('"zhao"', '"qian"'), encoding="utf-8")
    with pytest.raises(Refused, match="PASSWORD_WRONG"):
        vault.unlock("qian", PASSWORD, fixed_clock())


def test_neither_key_nor_password_stands_in_the_file(vault: Vault, tmp_path: Path) -> None:
    text = (tmp_path / "vault.json").read_text("utf-8")
    assert vault.operators()
    assert KEY.hex() not in text
    assert PASSWORD not in text


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"version": 1, "extra": 2}'])
def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "vault.json").write_bytes(content)
    with pytest.raises(Unavailable, match="VAULT_DAMAGED"):
        Vault(tmp_path).operators()
