"""The shipped law, and one way to ask it: every case goes in and comes out as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from desktop.base.resources import resource_path
from desktop.policy import LawBook, assess_json

CHUXIONG_CITY = "532301"
NANHUA = "532324"
KUNMING = "530102"
GANZHOU = "360702"
GUANGXI = "450000"
CHONGQING = "500101"
BEIJING = "110101"
TRAINING = "539999"

WINDOW = {"start": "2021-09-01", "end": "2021-12-31"}


@cache
def shipped_texts() -> Mapping[str, str]:
    """Return every law file that is shipped, by name."""
    return {
        path.name: path.read_text(encoding="utf-8")
        for path in sorted(resource_path("law").glob("*.toml"))
    }


@cache
def shipped_book() -> LawBook:
    """Return the shipped law."""
    return LawBook.from_texts(shipped_texts())


def ask(division: str, **request: object) -> dict[str, Any]:
    """Return the result for one person of a division in the campaign of 2021."""
    full = {"id": "t", "division": division, "campaign_year": 2021, **request}
    result = assess_json(full, shipped_book())
    assert result["status"] != "invalid", result["problems"]
    return result


def open_fields(result: Mapping[str, object]) -> dict[str, str]:
    """Return the open fields of a result with their reason codes."""
    entries = result["undetermined"]
    assert isinstance(entries, list)
    return {entry["field"]: entry["reason"] for entry in entries}


def open_entry(result: Mapping[str, Any], field: str) -> Mapping[str, Any]:
    """Return the entry of one open field."""
    entries = result["undetermined"]
    assert isinstance(entries, list)
    (entry,) = (entry for entry in entries if entry["field"] == field)
    assert isinstance(entry, dict)
    return entry


def value_at(result: Mapping[str, object], field: str) -> object:
    """Return ``result["fiscal"]["county"]`` for ``fiscal.county``; None if a step is null."""
    value: object = result
    for step in field.split("."):
        value = value[step] if isinstance(value, dict) else None
    return value


def check(result: Mapping[str, object], expect: Mapping[str, object]) -> None:
    """Assert a case: each field equal, each open name null and listed, the reason among them."""
    for field, wanted in expect.items():
        if field == "undetermined":
            assert isinstance(wanted, list)
            for name in wanted:
                assert name in open_fields(result), f"{name} is not listed as open"
                assert value_at(result, name) is None, f"{name} is open but has a value"
        elif field == "reason":
            reasons = result["reasons"]
            assert isinstance(reasons, list)
            assert wanted in reasons
        elif field == "fiscal":
            assert isinstance(wanted, dict)
            for level, amount in wanted.items():
                assert value_at(result, f"fiscal.{level}") == amount, level
        else:
            assert result[field] == wanted, field


def notice_cases() -> list[dict[str, object]]:
    """Return the worked cases of the notices: those the shipped packs carry."""
    files = sorted(resource_path("law").glob("*.cases.jsonl"))
    lines = (line for file in files for line in file.read_text(encoding="utf-8").splitlines())
    return [json.loads(line) for line in lines if line.strip()]
