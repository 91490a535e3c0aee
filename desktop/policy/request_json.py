"""Requests from JSON: what is valid, and problems that name the field and the rule.

Valid requests are read by msgspec alone. Only when it refuses is the object walked again, slowly,
to name every problem instead of the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta, Struct, UnsetType

from desktop.base.dates import day_from_text
from desktop.base.money import fen_from_text
from desktop.policy.law import Law
from desktop.policy.request import AssessmentRequest, CoverHistory, Fen, Window
from desktop.policy.result import Problem


def read_amount(wanted: type, value: object) -> Fen:
    """Return the `Fen` of ``"320.00"``: msgspec's decode hook.

    Raises ValueError or TypeError, which msgspec turns into a ValidationError naming the field.
    """
    assert wanted is Fen, "amounts are the one type of a request that JSON has no form for"
    if not isinstance(value, str):
        raise TypeError("an amount is text with two decimals")
    return Fen(fen_from_text(value))


# Known to msgspec from here on, while one thread imports: two that convert to a class it does not
# know yet take the process down (`desktop.wire.codec`).
msgspec.json.Decoder(AssessmentRequest, dec_hook=read_amount)


def request_from_json(value: object) -> AssessmentRequest | tuple[Problem, ...]:
    """Return the request in a decoded JSON object, or every problem that makes it invalid."""
    try:
        request = msgspec.convert(value, AssessmentRequest, dec_hook=read_amount)
    except (msgspec.ValidationError, UnicodeError) as error:
        return problems_of(value) or (Problem("", "invalid", str(error)),)
    return window_problems(request) or request


def window_problems(request: AssessmentRequest) -> tuple[Problem, ...]:
    """Return what no type can say: a window must not end before it starts."""
    local = request.local_values
    if local is None or local.window is None or local.window.start <= local.window.end:
        return ()
    return (
        Problem(
            "local_values.window",
            "end_before_start",
            f"the window ends on {local.window.end} before it starts on {local.window.start}",
        ),
    )


def history_problems(history: CoverHistory | None, law: Law | None) -> tuple[Problem, ...]:
    """Return what is wrong with a history of cover under the law in force.

    Where no text counts the years missed it is no field of a request.
    """
    name = "cover_history"
    if law is None or law.text.waiting.after_gaps is None:
        return (Problem(name, "unknown_field", f"{name} is not a field of a request"),)
    if history is None or (history.repaired_years or 0) <= (history.gap_years or 0):
        return ()
    at = f"{name}.repaired_years"
    return (Problem(at, "out_of_range", f"{at} must not be more than {name}.gap_years"),)


def problems_of(value: object) -> tuple[Problem, ...]:
    """Return everything wrong with a decoded JSON value as a request; empty if nothing is."""
    found: list[Problem] = []
    _check(value, AssessmentRequest, "", found)
    return tuple(found)


def _check(value: object, wanted: object, path: str, found: list[Problem]) -> None:
    origin = get_origin(wanted)
    if origin is Annotated:
        _check_annotated(value, get_args(wanted), path, found)
    elif origin in (Union, UnionType):
        _check_optional(value, get_args(wanted), path, found)
    elif origin is Literal:
        _check_code(value, get_args(wanted), path, found)
    elif origin is tuple:
        _check_list(value, get_args(wanted)[0], path, found)
    elif origin is dict:
        _check_map(value, get_args(wanted), path, found)
    elif isinstance(wanted, type) and issubclass(wanted, Struct):
        _check_object(value, wanted, path, found)
    else:
        _check_scalar(value, wanted, path, found)


def _check_optional(
    value: object, options: tuple[object, ...], path: str, found: list[Problem]
) -> None:
    if value is None and NoneType in options:
        return
    for option in options:
        if option not in (NoneType, UnsetType):
            _check(value, option, path, found)


def _check_annotated(
    value: object, parts: tuple[object, ...], path: str, found: list[Problem]
) -> None:
    before = len(found)
    _check(value, parts[0], path, found)
    if len(found) > before:
        return
    for meta in parts[1:]:
        if not isinstance(meta, Meta):
            continue
        if isinstance(value, str) and meta.pattern and not re.search(meta.pattern, value):
            found.append(Problem(path, "malformed", f"{path} is not written as it must be"))
        if isinstance(value, int) and not _within(value, meta):
            message = f"{path} must lie between {meta.ge} and {meta.le}"
            found.append(Problem(path, "out_of_range", message))


def _within(value: int, meta: Meta) -> bool:
    low, high = meta.ge, meta.le
    return (low is None or value >= low) and (high is None or value <= high)


def _check_code(value: object, codes: tuple[object, ...], path: str, found: list[Problem]) -> None:
    if not isinstance(value, str):
        found.append(Problem(path, "not_text", f"{path} must be text"))
    elif value not in codes:
        known = ", ".join(str(code) for code in codes)
        found.append(Problem(path, "unknown_code", f"{path} must be one of {known}"))


def _check_list(value: object, item: object, path: str, found: list[Problem]) -> None:
    if not isinstance(value, list | tuple):
        found.append(Problem(path, "not_list", f"{path} must be a list"))
        return
    for index, entry in enumerate(value):
        _check(entry, item, f"{path}[{index}]", found)


def _check_map(value: object, types: tuple[object, ...], path: str, found: list[Problem]) -> None:
    if not isinstance(value, Mapping):
        found.append(Problem(path, "not_object", f"{path} must be an object"))
        return
    for key, entry in value.items():
        _check(key, types[0], f"{path}.{key}", found)
        _check(entry, types[1], f"{path}.{key}", found)


def _check_object(value: object, wanted: type[Struct], path: str, found: list[Problem]) -> None:
    if not isinstance(value, Mapping):
        what = path or "a request"
        found.append(Problem(path, "not_object", f"{what} must be an object"))
        return
    hints = get_type_hints(wanted, include_extras=True)
    for key in value:
        if key not in hints:
            at = _join(path, str(key))
            found.append(Problem(at, "unknown_field", f"{at} is not a field of a request"))
    for field in msgspec.structs.fields(wanted):
        at = _join(path, field.name)
        if value.get(field.name) is None and (field.required or wanted is Window):
            found.append(Problem(at, "missing", f"{at} is required"))
        elif field.name in value:
            _check(value[field.name], hints[field.name], at, found)


def _check_scalar(value: object, wanted: object, path: str, found: list[Problem]) -> None:
    if wanted is bool:
        if not isinstance(value, bool):
            found.append(Problem(path, "not_bool", f"{path} must be true or false"))
    elif wanted is int:
        if not isinstance(value, int) or isinstance(value, bool):
            found.append(Problem(path, "not_int", f"{path} must be a whole number"))
    elif not isinstance(value, str):
        code = "not_amount" if wanted is Fen else "not_date" if wanted is date else "not_text"
        found.append(Problem(path, code, f"{path} must be text"))
    elif wanted is Fen:
        _check_parse(
            fen_from_text,
            value,
            found,
            Problem(path, "not_amount", f"{path} must be an amount with two decimals"),
        )
    elif wanted is date:
        _check_parse(
            day_from_text,
            value,
            found,
            Problem(path, "not_date", f"{path} must be a day written YYYY-MM-DD"),
        )


def _check_parse(
    parse: Callable[[str], object], value: str, found: list[Problem], problem: Problem
) -> None:
    try:
        parse(value)
    except ValueError:
        found.append(problem)


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
