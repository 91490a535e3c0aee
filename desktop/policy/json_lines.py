"""JSON lines: a request line in, a result line out, at the speed of the wire.

A plainly valid line takes the quick way, through results whose parts are kept. Whatever that way
does not take is read again strictly, which also names what is wrong with it. (Keeping whole
answers of equal lines was tried and left out: it costs the lines that differ as much as all else.)
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import NoReturn

import msgspec
from msgspec import UNSET

from desktop.policy.assess import assess, invalid
from desktop.policy.law import LawBook
from desktop.policy.remembered import RememberedResults
from desktop.policy.request import AssessmentRequest
from desktop.policy.request_json import (
    history_problems,
    read_amount,
    request_from_json,
    window_problems,
)
from desktop.policy.result import Assessment, Problem
from desktop.policy.result_json import result_object

LINE_BYTES_MAX = 1024 * 1024

_TEXT = re.compile(rb'"(?:[^"\\]|\\.)*"')


class _DuplicateKey(ValueError):
    """A JSON object gives one key twice."""


class LineCalculator:
    """Answers request lines under one law book."""

    def __init__(self, book: LawBook) -> None:
        self._book = book
        self._results = RememberedResults(book)
        self._tables = msgspec.json.Decoder().decode
        self._request = msgspec.json.Decoder(AssessmentRequest, dec_hook=read_amount).decode
        self._encode = msgspec.json.Encoder().encode

    def answer(self, line: bytes) -> tuple[bytes, bool]:
        """Return one line's result as JSON without a line end, and whether the line was valid."""
        request = self._quickly(line)
        if request is not None and self._history_counts(request):
            return self._results.answer(request), True
        result = self._strictly(line)
        return self._encode(result_object(result)), result.status != "invalid"

    def too_long(self) -> bytes:
        """Return the result of a line that was not read because it is too long."""
        message = f"the line is longer than {LINE_BYTES_MAX} bytes"
        return self._encode(result_object(_refused("too_long", message)))

    def _quickly(self, line: bytes) -> AssessmentRequest | None:
        """Return the request if it is plainly valid: the strict way decides the rest."""
        if len(line) > LINE_BYTES_MAX:
            return None
        try:
            request = self._request(line)
            if not self._keys_are_unique(line):
                return None
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            return None
        return None if window_problems(request) else request

    def _history_counts(self, request: AssessmentRequest) -> bool:
        """Return whether a history of cover, if there is one, is a fact of the law in force."""
        history = request.cover_history
        if history is UNSET:
            return True
        law = self._book.resolve(request.division, request.campaign_year)
        return not history_problems(history, law)

    def _keys_are_unique(self, line: bytes) -> bool:
        """Return whether no object of a line that is JSON gives a key twice.

        The decoder keeps the last of two equal keys in silence, so as many keys must be read as
        are written: one to each colon that stands in no text.
        """
        read = _keys(self._tables(line))
        return line.count(b":") == read or _TEXT.sub(b"", line).count(b":") == read

    def _strictly(self, line: bytes) -> Assessment:
        if len(line) > LINE_BYTES_MAX:
            return _refused("too_long", f"the line is longer than {LINE_BYTES_MAX} bytes")
        try:
            value = json.loads(
                line.decode("utf-8"), object_pairs_hook=_unique, parse_constant=_not_a_number
            )
            # Half a surrogate pair passes as an escape but can never be written out again.
            json.dumps(value, ensure_ascii=False).encode("utf-8")
        except UnicodeError:
            return _refused("not_utf8", "the line is not UTF-8 text")
        except _DuplicateKey as error:
            return _refused("duplicate_key", f"the key {error} is there twice", str(error))
        except (ValueError, RecursionError) as error:
            return _refused("not_json", f"the line is not JSON: {error}")
        request = request_from_json(value)
        if isinstance(request, AssessmentRequest):
            return assess(request, self._book)
        named = value.get("id") if isinstance(value, Mapping) else None
        return invalid(named if isinstance(named, str) else None, request)


def _keys(value: object) -> int:
    """Return how many keys the objects of a decoded value have in all."""
    if isinstance(value, list):
        return sum(map(_keys, value))
    if not isinstance(value, dict):
        return 0
    count = len(value)
    for inner in value.values():
        # Most values are text: asking for the exact type is the cheap way to pass them by.
        kind = type(inner)
        if kind is dict or kind is list:
            count += _keys(inner)
    return count


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _DuplicateKey(key)
        found[key] = value
    return found


def _not_a_number(literal: str) -> NoReturn:
    raise ValueError(f"{literal} is no JSON value")


def _refused(code: str, message: str, field: str = "") -> Assessment:
    return invalid(None, (Problem(field, code, message),))
