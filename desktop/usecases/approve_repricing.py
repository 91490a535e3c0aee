"""Approve a repricing list: what a supervisor makes of it goes on record.

Each listed enrolment is worked out once more, alone, and what still stands is recorded: new figures
of unpaid enrolments, and the differences of paid ones. No money is moved.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from desktop.domain.facts import Difference, EnrollmentFields, EnrollmentsRepriced
from desktop.domain.local_values import law_reference
from desktop.domain.repricing import Outcome
from desktop.store import repricing as rows_of
from desktop.usecases.desk import Desk
from desktop.usecases.repricing import (
    DETAILS_AT_ONCE,
    Cancelled,
    Pricing,
    Progress,
    RepricedRow,
    RepricingList,
    listed,
)

MAY_APPROVE = ("supervisor",)


@dataclass(frozen=True, slots=True)
class ApprovedRepricing:
    """What approving a list recorded."""

    run: str
    figures: int = 0
    """Unpaid enrolments that have new figures."""
    differences: int = 0
    """Differences of paid enrolments that were approved with their amount."""
    to_decide: int = 0
    """Paid enrolments noted for a person to decide."""
    already: int = 0
    """On record before."""
    changed: int = 0
    """No longer as listed, and left alone: reprice again."""
    cancelled: bool = False
    """Stopped by the caller; what was recorded until then stays."""


def approve(
    desk: Desk,
    found: RepricingList,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> ApprovedRepricing:
    """Record what a list says, one event per household, in batches that are each durable.

    Each enrolment is worked out again, alone: one that changed since it was listed is left alone
    and counted. The same difference is recorded once, whoever approves it how often.

    Raises:
        Refused: ``ROLE``.
        Unavailable: the disk failed; the batches before are there, and approving again goes on.
    """
    desk.may(*MAY_APPROVE)
    work = _Approval(desk, found, desk.store.ids.new_id())
    batch: list[RepricedRow] = []
    done = 0
    for row in listed(desk, found):
        batch.append(row)
        if len(batch) == DETAILS_AT_ONCE:
            if cancelled():
                return work.result(cancelled=True)
            work.record(batch)
            done += len(batch)
            progress(done, len(found.rows))
            batch = []
    if batch and not cancelled():
        work.record(batch)
        progress(len(found.rows), len(found.rows))
        batch = []
    return work.result(cancelled=bool(batch))


class _Approval:
    """Records a list batch by batch and counts what became of it."""

    def __init__(self, desk: Desk, found: RepricingList, run: str) -> None:
        self._desk = desk
        self._found = found
        self._pricing = Pricing(desk, found.campaign_year)
        self._run = run
        self._counts = dict.fromkeys(
            ("figures", "differences", "to_decide", "already", "changed"), 0
        )

    def record(self, batch: list[RepricedRow]) -> None:
        """Record one batch: durable when this returns."""
        groups: dict[tuple[str, str], list[EnrollmentFields | Difference]] = {}
        with self._desk.store.transaction():
            for row in batch:
                said, reference = self._said(row)
                if said is not None:
                    groups.setdefault((row.household_id, reference), []).append(said)
            for (household, reference), said_of in groups.items():
                fact = EnrollmentsRepriced(
                    household=household,
                    campaign_year=self._found.campaign_year,
                    run=self._run,
                    enrollments=tuple(one for one in said_of if isinstance(one, EnrollmentFields)),
                    differences=tuple(one for one in said_of if isinstance(one, Difference)),
                )
                self._desk.store.record(fact, operator=self._desk.operator, law=reference)

    def result(self, *, cancelled: bool) -> ApprovedRepricing:
        """Return what was recorded."""
        return ApprovedRepricing(self._run, **self._counts, cancelled=cancelled)

    def _said(self, row: RepricedRow) -> tuple[EnrollmentFields | Difference | None, str]:
        outcome = self._again(row)
        found = outcome.assessment
        names = self._pricing.local_of(row.stored).names
        reference = law_reference(found.law.hash, names) if found else ""
        same = (outcome.kind, outcome.amount_fen) == (row.outcome.kind, row.outcome.amount_fen)
        if not same:
            self._counts["changed"] += 1
            return None, reference
        if outcome.kind == "figures":
            self._counts["figures"] += 1
            return _figures(row, outcome), reference
        difference = _difference(row, outcome)
        if rows_of.noted(self._desk.store.connection, difference.id):
            self._counts["already"] += 1
            return None, reference
        self._counts["to_decide" if outcome.kind == "decide" else "differences"] += 1
        return difference, reference

    def _again(self, row: RepricedRow) -> Outcome:
        return self._pricing.left_of(row.number, self._pricing.price_stored(row.stored))


def _figures(row: RepricedRow, outcome: Outcome) -> EnrollmentFields:
    found = outcome.assessment
    assert found is not None, "new figures come from an assessment"
    start, end = found.benefit_start, found.benefit_end
    return EnrollmentFields(
        id=row.enrollment_id,
        standard_fen=found.personal_standard,
        assistance_fen=found.assistance,
        net_fen=found.net_payable,
        assistance_identity=found.assistance_identity or "",
        allowed=found.allowed,
        benefit_year=found.benefit_year,
        cover_from=start.isoformat() if start else "",
        cover_to=end.isoformat() if end else "",
        open_reasons=tuple(found.reasons),
    )


def _difference(row: RepricedRow, outcome: Outcome) -> Difference:
    found = outcome.assessment
    said = (
        row.enrollment_id,
        row.payment_id,
        outcome.kind,
        row.stored.net_fen,
        outcome.amount_fen,
        found.net_payable if found else None,
        found.assistance if found else None,
        *outcome.reasons,
    )
    # Named by what it says: two desks that find the same difference note one.
    digest = hashlib.sha256("\n".join(map(str, said)).encode()).hexdigest()
    return Difference(
        id=digest[:32],
        enrollment=row.enrollment_id,
        person=row.person_id,
        payment=row.payment_id,
        kind=outcome.kind,  # type: ignore[arg-type]
        state="proposed" if outcome.kind == "decide" else "approved",
        amount_fen=outcome.amount_fen,
        paid_fen=row.stored.net_fen or 0,
        standard_fen=found.personal_standard if found else None,
        assistance_fen=found.assistance if found else None,
        net_fen=found.net_payable if found else None,
        identity=(found.assistance_identity or "") if found else "",
        reasons=outcome.reasons,
    )
