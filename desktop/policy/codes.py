"""The program's own stable codes for people, circumstances, reasons and fields.

Outside codes (national platform, tax, a department's own list) are mapped to these when they come
in; they are never stored instead. The Chinese and English words are in `desktop.policy.words`.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

IdentityCode = Literal[
    "extremely_poor",
    "orphan",
    "de_facto_orphan",
    "subsistence_allowance",
    "low_income_family",
    "disability",
    "severely_disabled_student",
    "severely_disabled_child",
    "severely_disabled_no_work_capacity",
    "other_provincial_hardship",
    "medical_assistance_recipient",
    "rural_low_income",
    "lifted_out_of_poverty",
    "unstable_out_of_poverty",
    "edge_of_poverty",
    "returned_to_poverty",
    "one_child_parent",
    "one_child",
    "two_daughter_couple",
    "fp_special_family",
    "retired_soldier_14",
    "veteran",
]

CircumstanceCode = Literal[
    "newborn",
    "migrant_child",
    "demobilised",
    "graduate_returned",
    "moved_in",
    "returned_from_abroad",
    "released_from_prison",
    "clergy",
    "employee_cover_ended",
    "other",
]

Area = Literal["urban", "rural"]
DisabilityKind = Literal[
    "visual", "hearing", "speech", "physical", "intellectual", "mental", "multiple"
]
Department = Literal["rural_revitalisation", "civil_affairs", "other"]
FamilyMember = Literal["parent", "other"]
CoverScheme = Literal["employee", "military", "resident_elsewhere"]
CoverStatus = Literal["active", "waiting", "ended"]
Institution = Literal[
    "provincial_in_kunming", "regional_direct", "in_chongqing", "other", "unspecified"
]
UnitClass = Literal["districted_city", "non_poor_county", "lifted_county", "1", "2", "3"]
WaitingCount = Literal["payment_day_is_day_0", "payment_day_is_day_1"]
BenefitStartRule = Literal["payment_day", "first_of_month", "birth_day", "first_of_benefit_year"]
BenefitItem = Literal[
    "inpatient_share",
    "outpatient_limit",
    "serious_illness_threshold",
    "serious_illness_share",
    "serious_illness_funding",
    "serious_illness_preference",
    "chronic_outpatient",
    "two_diseases",
    "named_benefits",
    "single_disease",
    "medical_assistance",
    "coverage_target",
]
AuthorityLevel = Literal["county", "prefecture", "province"]
BenefitUnit = Literal["yuan_per_person_year", "yuan_per_year"]

Status = Literal["determined", "undetermined", "refused", "invalid"]
AssistanceKind = Literal["full", "fixed", "share", "pays", "none"]
Needs = Literal["admin", "clerk"]

Reason = Literal[
    "NO_AMOUNT_IN_DOC",
    "NO_WINDOW_IN_DOC",
    "NO_WAIT_LENGTH_IN_DOC",
    "NO_SPLIT_IN_DOC",
    "NO_CLASS_IN_DOC",
    "NO_BENEFIT_YEAR_IN_DOC",
    "NO_AGE_DATE_IN_DOC",
    "YEAR_NOT_IN_DOC",
    "NOT_IN_DOC",
    "BELOW_FLOOR",
    "FLOOR_ONLY",
    "NOT_LISTED",
    "NOT_CERTIFIED",
    "NOT_ENROLLED",
    "CERTIFICATION_EXPIRED",
    "CONDITION_LAPSED",
    "AFTER_WINDOW_ADDITION",
    "DUPLICATE_COVERAGE",
    "NO_INSTALMENT",
    "TIER_REQUIRED",
    "INVALID_TIER",
    "OUT_OF_SCOPE",
    "ASSISTANCE_EXCEEDS_STANDARD",
    "BEFORE_EFFECTIVE_DATE",
]

IDENTITY_CODES: Final[tuple[IdentityCode, ...]] = get_args(IdentityCode)
CIRCUMSTANCE_CODES: Final[tuple[CircumstanceCode, ...]] = get_args(CircumstanceCode)
REASONS: Final[tuple[Reason, ...]] = get_args(Reason)
BENEFIT_ITEMS: Final[tuple[BenefitItem, ...]] = get_args(BenefitItem)

RESULT_FIELDS: Final = (
    "id",
    "status",
    "benefit_year",
    "personal_standard",
    "assistance",
    "assistance_kind",
    "assistance_identity",
    "net_payable",
    "retroactive_assistance",
    "fiscal",
    "allowed",
    "within_window",
    "window_exempt",
    "waiting_exempt",
    "waiting_days",
    "benefit_start",
    "benefit_start_month",
    "benefit_end",
    "graduate_rule_applies",
    "undetermined",
    "reasons",
    "trace",
    "law",
    "problems",
)
"""The fields of a result, in the order in which they are written."""
