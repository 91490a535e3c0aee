"""Settings are kept whole, and what cannot be read of them costs nothing but itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.app.preferences import load_preferences, save_preferences
from desktop.printing.print_setup import PrintSetup, PrintSetups
from desktop.ui.settings.preferences import Preferences

FILE = "preferences.json"


def test_what_was_set_is_there_again(tmp_path: Path) -> None:
    setups = PrintSetups("80").with_setup("80", PrintSetup("thermal", 5, -12, 1003, 2))
    kept = Preferences(theme="dark", printing=setups, last_operator="wang")
    save_preferences(tmp_path, kept)
    assert load_preferences(tmp_path) == kept


@pytest.mark.parametrize(
    ("spoilt", "kept"),
    [
        ('{"theme": "dark", "text_size": "huge"}', Preferences(theme="dark")),
        ('{"theme": "dark", "from_next_year": 1}', Preferences(theme="dark")),
        ('{"theme": "dark", "printing": 7}', Preferences(theme="dark")),
        ('{"theme": "dark", "printing": {"papers": []}}', Preferences(theme="dark")),
        ("not json", Preferences()),
        ("[]", Preferences()),
    ],
)
def test_one_spoilt_setting_does_not_cost_the_others(
    spoilt: str, kept: Preferences, tmp_path: Path
) -> None:
    (tmp_path / FILE).write_text(spoilt, encoding="utf-8")
    assert load_preferences(tmp_path) == kept


def test_one_spoilt_paper_does_not_cost_the_others(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(
        '{"printing": {"receipt_paper": "papyrus", "papers": {'
        '"A5": {"printer": "laser", "dx_tenths_mm": 99999},'
        '"80": {"printer": 3}, "58": {"copies": 2}}}}',
        encoding="utf-8",
    )
    found = load_preferences(tmp_path).printing
    assert found.receipt_paper == "A5"
    assert found.papers == {"A5": PrintSetup("laser", 200), "58": PrintSetup(copies=2)}
