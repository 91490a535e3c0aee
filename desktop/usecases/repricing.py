"""Reprice a campaign year (多退少补): after law, local values or identities have changed.

`reprice` works every enrolment out again and changes nothing; its list is what a supervisor looks
at, and approves with `desktop.usecases.approve_repricing`.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import compress

import msgspec

from desktop.base.dates import day_from_text
from desktop.base.errors import Refused
from desktop.domain.cover import counts_years
from desktop.domain.local_values import ValuesInForce
from desktop.domain.repricing import SAME, BirthDates, Outcome, OutcomeKind, Stored, reprice_one
from desktop.policy.columns import Columns
from desktop.store import repricing as rows_of
from desktop.store.differences import Ground, decided_grounds
from desktop.store.register import Row
from desktop.usecases.desk import Desk
from desktop.usecases.price import values_in_force

MAY_SEE = ("policy", "supervisor", "auditor")
PROGRESS_EVERY = 5_000
DETAILS_AT_ONCE = 500

Progress = Callable[[int, int], None]
"""Told how many are done, of how many."""

Cancelled = Callable[[], bool]

Facts = tuple[object, ...]
"""The fields of `Stored`, as a tuple: what half a million rows are grouped by."""

EARLIER_DIFFERENCE = "EARLIER_DIFFERENCE"
"""A difference approved before no longer stands; whether it was settled is not known here."""


@dataclass(frozen=True, slots=True)
class Totals:
    """How many enrolments an outcome has, and what their amounts come to."""

    count: int = 0
    amount_fen: int = 0


@dataclass(frozen=True, slots=True)
class RepricingList:
    """What repricing found. Rows are kept as numbers; `listed` reads them from the file."""

    campaign_year: int
    day: date
    enrollments: int
    """How many were worked out."""
    kinds_of_person: int
    """How many different sets of facts they had, each asked about once."""
    totals: Mapping[OutcomeKind, Totals]
    outcomes: tuple[Outcome, ...]
    rows: array[int] = field(repr=False)
    numbers: array[int] = field(repr=False)
    """For each row that is not as before: its number in the file, and that of its outcome."""

    def only(self, wanted: Callable[[Outcome], bool]) -> RepricingList:
        """Return the list with those outcomes alone for which ``wanted`` holds."""
        kept = [number > 0 and wanted(one) for number, one in enumerate(self.outcomes)]
        chosen = [kept[number] for number in self.numbers]
        numbers = array("i", compress(self.numbers, chosen))
        return replace(
            self,
            rows=array("q", compress(self.rows, chosen)),
            numbers=numbers,
            totals=totals_of(self.outcomes, numbers),
        )


@dataclass(frozen=True, slots=True)
class RepricedRow:
    """One enrolment that is not as before."""

    enrollment_id: str
    household_id: str
    person_id: str
    payment_id: str
    number: int
    """Of its row in this file."""
    outcome: Outcome
    stored: Stored


def reprice(
    desk: Desk,
    campaign_year: int,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> RepricingList:
    """Return everything in a campaign year that today's law and local values change.

    A paid enrolment is held against the local values in force on the day it was paid, an unpaid
    one against today's.

    Raises:
        Refused: ``ROLE``; ``CANCELLED`` if ``cancelled`` said so. Nothing is ever written.
        Unavailable: the file cannot be read.
    """
    desk.may(*MAY_SEE)
    pricing = Pricing(desk, campaign_year)
    total = rows_of.count_enrollments(desk.store.connection, campaign_year)
    columns, special = pricing.read(total, progress, cancelled)
    outcomes: list[Outcome] = [SAME]
    answers = [_number(outcomes, pricing.price(key)) for key in columns.keys]
    rows, numbers = array("q"), array("i")
    for of_page, found in columns.look_up(answers):
        rows.extend(compress(of_page, found))
        numbers.extend(filter(None, found))
    for row, key in special:
        number = _number(outcomes, pricing.left_of(row, pricing.price(key)))
        if number:
            rows.append(row)
            numbers.append(number)
    progress(total, total)
    return RepricingList(
        campaign_year,
        desk.today,
        len(columns) + len(special),
        len(answers),
        totals_of(outcomes, numbers),
        tuple(outcomes),
        rows,
        numbers,
    )


def listed(desk: Desk, found: RepricingList) -> Iterator[RepricedRow]:
    """Yield every listed enrolment, read from the file.

    Raises:
        Unavailable: the file cannot be read.
    """
    for start in range(0, len(found.rows), DETAILS_AT_ONCE):
        chosen = slice(start, start + DETAILS_AT_ONCE)
        by_row = dict(zip(found.rows[chosen], found.numbers[chosen], strict=True))
        today = found.day.isoformat()
        cover = counts_years(desk.law, desk.store.station.county, found.campaign_year)
        details = rows_of.enrollment_details(
            desk.store.connection, list(by_row), today, cover=cover
        )
        for row in details:
            yield RepricedRow(
                enrollment_id=row["id"],
                household_id=row["household_id"],
                person_id=row["person_id"],
                payment_id=row["payment_id"] or "",
                number=row["number"],
                outcome=found.outcomes[by_row[row["number"]]],
                stored=_stored(row),
            )


def after_earlier(outcome: Outcome, earlier_fen: int) -> Outcome:
    """Return what is left of an outcome after approved differences of ``earlier_fen``.

    Positive: due back to the person.
    """
    signs: dict[str, int] = {"refund": 1, "retroactive": 1, "collect": -1, "same": 0}
    if outcome.kind not in signs:
        return outcome
    left = signs[outcome.kind] * (outcome.amount_fen or 0) - earlier_fen
    if left == 0:
        return SAME
    if left * signs[outcome.kind] <= 0:
        reasons = (EARLIER_DIFFERENCE,)
        return Outcome("decide", assessment=outcome.assessment, reasons=reasons)
    return Outcome(outcome.kind, abs(left), None, outcome.assessment, outcome.open, outcome.reasons)


class Pricing:
    """One run over a campaign year: the law and the local values as they stand now."""

    def __init__(self, desk: Desk, campaign_year: int) -> None:
        self._desk = desk
        self._year = campaign_year
        self._book = desk.local_values
        connection = desk.store.connection
        self._earlier = rows_of.approved_differences(connection, campaign_year)
        self._decided = decided_grounds(connection, campaign_year)
        self._births: dict[str, BirthDates | None] = {}
        self._local: dict[tuple[str, str], ValuesInForce] = {}

    def read(
        self, total: int, progress: Progress, cancelled: Cancelled
    ) -> tuple[Columns[Facts], list[tuple[int, Facts]]]:
        """Return every enrolment by its facts; apart, those with differences on record."""
        connection = self._desk.store.connection
        columns: Columns[Facts] = Columns()
        special: list[tuple[int, Facts]] = []
        today = self._desk.today.isoformat()
        cover = counts_years(self._desk.law, self._desk.store.station.county, self._year)
        priced = rows_of.priced_by(connection, self._year, today, cover=cover)
        for done, row in enumerate(priced):
            if done % PROGRESS_EVERY == 0:
                progress(done, total)
                if cancelled():
                    raise Refused("CANCELLED", "stopped; nothing was changed")
            number, key = row[0], self._key(row)
            if number in self._earlier or number in self._decided:
                special.append((number, key))
            else:
                columns.add(key, number)
        return columns, special

    def left_of(self, number: int, outcome: Outcome) -> Outcome:
        """Return what is left of an enrolment's outcome after what is on record already.

        What a person has decided on the same grounds stays decided.
        """
        earlier = self._earlier.get(number)
        left = outcome if earlier is None else after_earlier(outcome, earlier)
        decided = left.kind == "decide" and _ground(left) in self._decided.get(number, ())
        return SAME if decided else left

    def price(self, key: Facts) -> Outcome:
        """Return what becomes of enrolments with these facts."""
        return self.price_stored(Stored(*key))  # type: ignore[arg-type]

    def price_stored(self, stored: Stored) -> Outcome:
        """Return what becomes of one enrolment."""
        return reprice_one(stored, self._year, self._desk.law, self.local_of(stored))

    def local_of(self, stored: Stored) -> ValuesInForce:
        """Return the local values in force at its place on its day."""
        place = (stored.county, stored.day)
        found = self._local.get(place)
        if found is None:
            day = day_from_text(stored.day)
            law = self._desk.law
            found = values_in_force(stored.county, self._year, law, day, self._book)
            self._local[place] = found
        return found

    def _key(self, row: tuple[object, ...]) -> Facts:
        _, county, paid, registered_on, day, birth_date, tier, identities, circumstances, *rest = (
            row
        )
        births = self._births_of(str(county))
        told = birth_date
        if births is not None and isinstance(birth_date, str):
            told = births.told(birth_date, circumstances, str(registered_on), str(day))  # type: ignore[arg-type]
        return (county, paid, registered_on, day, told, tier, identities, circumstances, *rest)

    def _births_of(self, county: str) -> BirthDates | None:
        if county not in self._births:
            law = self._desk.law.resolve(county, self._year)
            self._births[county] = (
                BirthDates(law, self._year, self._age_years()) if law is not None else None
            )
        return self._births[county]

    def _age_years(self) -> list[int]:
        values = (one.value for one in self._book.values if one.kind == "age_as_of")
        return [int(value[:4]) for value in values if isinstance(value, str)]


def _ground(outcome: Outcome) -> Ground:
    found = outcome.assessment
    reasons = msgspec.json.encode(outcome.reasons).decode()
    if found is None:
        return None, None, reasons
    return found.net_payable, found.assistance, reasons


def _number(outcomes: list[Outcome], outcome: Outcome) -> int:
    if outcome.kind == "same":
        return 0
    outcomes.append(outcome)
    return len(outcomes) - 1


def totals_of(outcomes: Sequence[Outcome], numbers: array[int]) -> dict[OutcomeKind, Totals]:
    """Return, for every kind of outcome, how many rows have it and what their amounts come to."""
    kinds: tuple[OutcomeKind, ...] = ("figures", "collect", "refund", "retroactive", "decide")
    totals = dict.fromkeys(kinds, Totals())
    for number in numbers:
        one = outcomes[number]
        before = totals[one.kind]
        totals[one.kind] = Totals(before.count + 1, before.amount_fen + (one.amount_fen or 0))
    return totals


def _stored(row: Row) -> Stored:
    return Stored(*(row[name] for name in Stored.__struct_fields__))
