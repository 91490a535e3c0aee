"""What a local value is: how it is asked for, how what was typed is read, how it is written.

No Qt. The forms follow the keys of ``local_values`` in the calculator's contract.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from desktop.base.dates import day_from_text
from desktop.base.errors import Refused
from desktop.base.money import fen_from_text, fen_text
from desktop.domain.codes import Language
from desktop.domain.local_values import Given, Kind
from desktop.policy.words import local_value_words
from desktop.ui import law_words
from desktop.usecases.divisions import division_name

Form = Literal["amount", "number", "day", "days", "choice"]
"""The kind of field a value is entered in; ``days`` is a first and a last day."""

Names = Mapping[str, tuple[str, str]]

_FORMS: Final[dict[Kind, Form]] = {
    "window": "days",
    "personal_standard": "amount",
    "national_personal_standard": "amount",
    "assistance": "amount",
    "waiting_days": "number",
    "unit_class": "choice",
    "linkage_policy_issued": "choice",
    "transition_period_active": "choice",
    "age_as_of": "day",
    "waiting_count": "choice",
    "benefit_year": "number",
    "benefit_start_rule": "choice",
}

_YES_NO: Final[Names] = {"yes": ("是", "Yes"), "no": ("否", "No")}

_CHOICES: Final[dict[Kind, Names]] = {
    "waiting_count": {
        "payment_day_is_day_0": ("缴费次日为第 1 天", "The day after payment is day 1"),
        "payment_day_is_day_1": ("缴费当日为第 1 天", "The day of payment is day 1"),
    },
    "benefit_start_rule": {
        "payment_day": ("缴费当日", "Day of payment"),
        "first_of_month": ("参保当月首日", "First of the month of enrolment"),
        "birth_day": ("出生之日", "Day of birth"),
        "first_of_benefit_year": ("待遇年度首日", "First day of the benefit year"),
    },
    "unit_class": {
        "1": ("一类", "Class 1"),
        "2": ("二类", "Class 2"),
        "3": ("三类", "Class 3"),
        "districted_city": ("设区市", "City with districts"),
        "non_poor_county": ("非贫困县", "County that was not poor"),
        "lifted_county": ("脱贫县", "County lifted out of poverty"),
    },
    "linkage_policy_issued": _YES_NO,
    "transition_period_active": _YES_NO,
}


def form_of(kind: Kind) -> Form:
    """Return the kind of field a value is entered in."""
    return _FORMS[kind]


def choices_of(
    kind: Kind, allowed: tuple[str, ...], language: Language
) -> tuple[tuple[str, str], ...]:
    """Return the codes a value is chosen from, with their words; ``allowed`` narrows them."""
    names = _CHOICES.get(kind, {})
    place = 0 if language == "zh" else 1
    return tuple(
        (code, words[place]) for code, words in names.items() if not allowed or code in allowed
    )


def read_given(kind: Kind, typed: Mapping[str, str]) -> Given:
    """Return what was entered as the contract writes it.

    ``typed`` holds ``value`` and, for two days, ``value_to``.

    Raises:
        Refused: ``LOCAL_VALUE_FORM``: it is empty or not written like a value of its kind.
    """
    text = typed.get("value", "").strip()
    try:
        match form_of(kind):
            case "amount":
                return fen_text(fen_from_text(text if "." in text else f"{text}.00"))
            case "number":
                return _number(text)
            case "day":
                return day_from_text(text).isoformat()
            case "days":
                last = day_from_text(typed.get("value_to", "").strip())
                return {"start": day_from_text(text).isoformat(), "end": last.isoformat()}
            case "choice":
                return _chosen(kind, text)
    except ValueError as error:
        raise Refused("LOCAL_VALUE_FORM", f"not a value of {kind}: {text!r}", kind=kind) from error


def typed_form(given: Given) -> dict[str, str]:
    """Return how a value stands in the fields it is entered in; the reverse of `read_given`."""
    match given:
        case dict():
            return {"value": given["start"], "value_to": given["end"]}
        case bool():
            return {"value": "yes" if given else "no"}
        case None:
            return {}
        case _:
            return {"value": str(given)}


def title_words(kind: Kind, subject: str, language: Language) -> str:
    """Return what a local value is a value of: ``资助金额（退役军人）``."""
    zh = language == "zh"
    if kind == "assistance":
        name = "资助金额" if zh else "Assistance"
        whose = law_words.identity_name(subject, language)
    else:
        name = headed(local_value_words(kind, language))
        whose = division_name(subject) if subject.isascii() and subject.isdecimal() else subject
    if not whose:
        return name
    return f"{name}（{whose}）" if zh else f"{name} ({whose})"


def headed(words: str) -> str:
    """Return words as the beginning of a line: with a capital where the script has them."""
    return words[:1].upper() + words[1:]


def given_words(kind: Kind, given: Given, language: Language) -> str:
    """Return a value as the page writes it; a value that was taken back says so."""
    zh = language == "zh"
    if given is None:
        return "撤销" if zh else "taken back"
    if isinstance(given, dict):
        return f"{given['start']} {'至' if zh else 'to'} {given['end']}"
    match form_of(kind):
        case "choice":
            code = typed_form(given)["value"]
            return dict(choices_of(kind, (), language)).get(code, code)
        case "amount":
            return f"{given} {'元' if zh else 'yuan'}"
        case "number" if kind == "waiting_days":
            return f"{given} {'天' if zh else 'days'}"
        case _:
            return str(given)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise ValueError("a whole number is wanted")
    return int(text)


def _chosen(kind: Kind, code: str) -> Given:
    names = _CHOICES[kind]
    if code not in names:
        raise ValueError("one of the choices is wanted")
    return code == "yes" if names is _YES_NO else code
