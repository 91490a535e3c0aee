"""Which department owns which identity, where a recognition does not name one itself.

The owners are those county offices name (民政, 农业农村, 残联, 卫健, 退役军人, 教育).
"""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.facts import Recognition
from desktop.policy.codes import IdentityCode

OWNERS: Mapping[IdentityCode, str] = {
    "extremely_poor": "civil_affairs",
    "orphan": "civil_affairs",
    "de_facto_orphan": "civil_affairs",
    "subsistence_allowance": "civil_affairs",
    "low_income_family": "civil_affairs",
    "other_provincial_hardship": "civil_affairs",
    "medical_assistance_recipient": "medical_insurance",
    "rural_low_income": "rural_revitalisation",
    "lifted_out_of_poverty": "rural_revitalisation",
    "unstable_out_of_poverty": "rural_revitalisation",
    "edge_of_poverty": "rural_revitalisation",
    "returned_to_poverty": "rural_revitalisation",
    "disability": "disabled_federation",
    "severely_disabled_student": "disabled_federation",
    "severely_disabled_child": "disabled_federation",
    "severely_disabled_no_work_capacity": "disabled_federation",
    "one_child_parent": "health",
    "one_child": "health",
    "two_daughter_couple": "health",
    "fp_special_family": "health",
    "retired_soldier_14": "veterans",
    "veteran": "veterans",
}
"""Every identity has an owner (tested)."""


def department_of(recognition: Recognition) -> str:
    """Return the department a recognition comes from: the one it names, else the usual owner."""
    owners: Mapping[str, str] = OWNERS  # type: ignore[assignment]
    return recognition.recognised_by or owners.get(recognition.code, "other")
