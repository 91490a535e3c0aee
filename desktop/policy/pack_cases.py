"""A pack's worked cases: what its author says the law gives, held against what the pack gives.

One JSON object per line: ``request`` as the calculator takes it, ``expect`` with the fields the
case is about. Each field must be equal (``fiscal`` level by level); each name in ``undetermined``
must be null and listed; ``reason`` must be among the reasons.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from desktop.policy.assess import assess_json
from desktop.policy.errors import LawRefused
from desktop.policy.law import LawBook

CASES_MAX = 1_000


class WorkedCase(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One worked case; ``line`` is where it stands in its file."""

    request: dict[str, Any]
    expect: dict[str, Any]
    rests_on: str
    open_text: bool = False
    note: str = ""
    line: int = 0

    @property
    def id(self) -> str:
        """Return the name of the case."""
        return str(self.request.get("id", f"line {self.line}"))


class CaseFailure(Struct, frozen=True):
    """A case that does not come out: the field, what was expected, what the pack gives."""

    case: WorkedCase
    field: str
    expected: str
    got: str

    def refusal(self, file: str) -> LawRefused:
        """Return this as the reason to refuse the pack."""
        return LawRefused(
            "LAW_CASE_FAILED",
            file,
            self.case.line,
            f"case {self.case.id}: {self.field} is expected to be {self.expected}, "
            f"the pack gives {self.got}",
            case=self.case.id,
            field=self.field,
            expected=self.expected,
            got=self.got,
        )


def parse_cases(file: str, text: str, first_line: int = 1) -> tuple[WorkedCase, ...]:
    """Return the cases in ``text``, whose first line is ``first_line`` of ``file``.

    Raises:
        LawRefused: ``LAW_CASES_UNREADABLE`` with the line and why; also where there are none.
    """
    cases: list[WorkedCase] = []
    for number, line in enumerate(text.split("\n"), start=first_line):
        if not line.strip():
            continue
        try:
            case = msgspec.json.decode(line.encode("utf-8"), type=WorkedCase)
        except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
            raise LawRefused("LAW_CASES_UNREADABLE", file, number, f"not a case: {error}") from None
        if not case.expect:
            raise LawRefused("LAW_CASES_UNREADABLE", file, number, "this case expects nothing")
        cases.append(msgspec.structs.replace(case, line=number))
        if len(cases) > CASES_MAX:
            message = f"more than {CASES_MAX} cases"
            raise LawRefused("LAW_CASES_UNREADABLE", file, number, message)
    if not cases:
        raise LawRefused("LAW_CASES_UNREADABLE", file, 0, "a pack carries worked cases; none here")
    return tuple(cases)


def failing_cases(
    cases: Iterable[WorkedCase], book: LawBook, pack_id: str
) -> Iterator[CaseFailure]:
    """Yield what does not come out as ``cases`` say under the law in ``book``.

    A case in which ``pack_id`` takes no part proves nothing of it and fails too.
    """
    for case in cases:
        result: dict[str, Any] = assess_json(case.request, book)
        if result["status"] == "invalid":
            problems = "; ".join(f"{one['field']}: {one['message']}" for one in result["problems"])
            yield CaseFailure(case, "status", "a valid request", f"invalid ({problems})")
            continue
        layers = [layer["pack"] for layer in result["law"]["layers"]]
        if pack_id not in layers:
            yield CaseFailure(case, "law", pack_id, ", ".join(layers) or "no law at all")
            continue
        yield from _differing(case, result)


def _differing(case: WorkedCase, result: Mapping[str, Any]) -> Iterator[CaseFailure]:
    for field, wanted in case.expect.items():
        if field == "undetermined":
            yield from _not_open(case, result, wanted)
        elif field == "reason":
            if wanted not in result["reasons"]:
                yield CaseFailure(case, "reasons", _text(wanted), _text(result["reasons"]))
        else:
            yield from _not_equal(case, result, field, wanted)


def _not_open(case: WorkedCase, result: Mapping[str, Any], wanted: object) -> Iterator[CaseFailure]:
    listed = {entry["field"] for entry in result["undetermined"]}
    for name in wanted if isinstance(wanted, list) else [wanted]:
        got = _value_at(result, str(name))
        if name not in listed or got is not None:
            yield CaseFailure(case, str(name), "undetermined", _text(got))


def _not_equal(
    case: WorkedCase, result: Mapping[str, Any], field: str, wanted: object
) -> Iterator[CaseFailure]:
    if field not in result:
        yield CaseFailure(case, field, _text(wanted), "no such field in a result")
    elif field == "fiscal" and isinstance(wanted, dict):
        for level, amount in wanted.items():
            got = _value_at(result, f"fiscal.{level}")
            if got != amount:
                yield CaseFailure(case, f"fiscal.{level}", _text(amount), _text(got))
    elif result[field] != wanted:
        yield CaseFailure(case, field, _text(wanted), _text(result[field]))


def _value_at(result: Mapping[str, Any], field: str) -> object:
    """Return ``result["fiscal"]["county"]`` for ``fiscal.county``; None if a step is null."""
    value: object = result
    for step in field.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _text(value: object) -> str:
    return msgspec.json.encode(value).decode()
