"""Every fact an event can state: a closed, tagged union. A new kind of fact is named here."""

from __future__ import annotations

from desktop.domain.case_facts import CaseCommented, CaseDecided
from desktop.domain.facts import (
    EnrollmentsRepriced,
    HouseholdSaved,
    LawPackImported,
    LocalValueApproved,
    LocalValueProposed,
    LocalValueRejected,
    OperatorAdded,
    PaymentTaken,
    PeopleMoved,
    ReceiptPrinted,
    SegmentReceived,
    StationOpened,
)
from desktop.domain.handover_facts import (
    AuditRun,
    ListExported,
    PayablesAnswered,
    PayablesHanded,
    ReconciliationApproved,
    ReconciliationStated,
    ReturnCodesSet,
    TaxPaidRead,
    TaxRowSettled,
)
from desktop.domain.law_facts import DifferenceDecided, LawPackRefused
from desktop.domain.list_facts import ListAliasesSet, ListPart, ListTaken, ListUndone
from desktop.domain.money_facts import (
    DayApproved,
    DayClosed,
    DayDeposited,
    NumbersVoided,
    PaymentReversed,
    ReceiptVoided,
    RefundDecided,
    RefundRequested,
)
from desktop.domain.roster_facts import (
    DivisionsImported,
    EnrollmentsVoided,
    FollowUpNoted,
    MaskLifted,
    TargetsSet,
)

Fact = (
    StationOpened
    | SegmentReceived
    | OperatorAdded
    | HouseholdSaved
    | PaymentTaken
    | ReceiptPrinted
    | LawPackImported
    | LocalValueProposed
    | LocalValueApproved
    | LocalValueRejected
    | EnrollmentsRepriced
    | PeopleMoved
    | DivisionsImported
    | TargetsSet
    | FollowUpNoted
    | EnrollmentsVoided
    | MaskLifted
    | LawPackRefused
    | DifferenceDecided
    | NumbersVoided
    | ReceiptVoided
    | PaymentReversed
    | RefundRequested
    | RefundDecided
    | DayClosed
    | DayApproved
    | DayDeposited
    | CaseDecided
    | CaseCommented
    | PayablesHanded
    | PayablesAnswered
    | ReturnCodesSet
    | TaxPaidRead
    | TaxRowSettled
    | ReconciliationStated
    | ReconciliationApproved
    | AuditRun
    | ListExported
    | ListPart
    | ListTaken
    | ListUndone
    | ListAliasesSet
)
