"""One request beside the law that applies to it: what every rule reads."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from desktop.policy.law import Law, LawText, Provision
from desktop.policy.request import (
    AssessmentRequest,
    Circumstance,
    CoverHistory,
    Identity,
    LocalValues,
)
from desktop.policy.words import local_value_words

NO_LOCAL_VALUES = LocalValues()
NO_HISTORY = CoverHistory()
LOCAL_VALUE = "本地参数"
_NO_DATES: Mapping[str, date] = {}


class LocalSource(Struct, frozen=True):
    """What a local value rests on: the administrator's document, who set it, its first day."""

    document: str
    authority: str
    valid_from: date


class Case:
    """A request with its silences filled by the contract's defaults (never by law).

    ``days`` are the different dates known, registration first; ``dates`` are they by name, as
    inputs of trace entries. ``paid_on`` is None both when payment has not happened (``unpaid``)
    and when its day is not known.
    """

    __slots__ = (
        "_sources",
        "circumstances",
        "cover_history",
        "dates",
        "days",
        "enrolled_as_student",
        "identities",
        "law",
        "local",
        "paid_on",
        "registered_on",
        "request",
        "text",
        "unpaid",
    )

    law: Law
    text: LawText
    days: tuple[date, ...]
    dates: Mapping[str, date]

    def __init__(
        self,
        request: AssessmentRequest,
        law: Law,
        sources: Mapping[str, LocalSource] | None = None,
    ) -> None:
        self._sources = sources or {}
        self.request = request
        self.law = law
        self.text = law.text
        self.local = request.local_values or NO_LOCAL_VALUES
        self.identities: tuple[Identity, ...] = request.identities or ()
        self.circumstances: tuple[Circumstance, ...] = request.circumstances or ()
        registered, paid = request.registered_on, request.paid_on
        self.registered_on = registered if isinstance(registered, date) else None
        self.paid_on = paid if isinstance(paid, date) else None
        self.unpaid = paid is None
        self.days, self.dates = _known(self.registered_on, self.paid_on)
        student = request.student
        self.cover_history = request.cover_history or NO_HISTORY
        self.enrolled_as_student = student is not None and student.graduation_year is None

    def local_at(self, key: str, subject: str = "") -> Provision:
        """Return how the local value ``key`` is cited: its document, if the caller knows it.

        ``subject``: the identity whose assistance it is; each may rest on a document of its own.
        """
        source = self._sources.get(f"{key}.{subject}") if subject else None
        source = source or self._sources.get(key)
        if source is None:
            return _uncited(key)
        article = f"{source.authority}：{local_value_words(key)}"
        return Provision.of(source.document, article, source.valid_from)

    @property
    def is_newborn(self) -> bool:
        """Whether the person comes as a newborn."""
        return any(entry.code == "newborn" for entry in self.circumstances)


@lru_cache(64)
def _uncited(key: str) -> Provision:
    return Provision.of(LOCAL_VALUE, key, None)


def _known(
    registered: date | None, paid: date | None
) -> tuple[tuple[date, ...], Mapping[str, date]]:
    if registered is None:
        return ((), _NO_DATES) if paid is None else ((paid,), {"paid_on": paid})
    if paid is None:
        return (registered,), {"registered_on": registered}
    days = (registered,) if paid == registered else (registered, paid)
    return days, {"registered_on": registered, "paid_on": paid}


def later(day: date, days: int) -> date:
    """Return the day ``days`` later, or the last day of the calendar if that lies beyond it."""
    return day + timedelta(min(days, (date.max - day).days))
