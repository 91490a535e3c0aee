"""The law as dated, cited data and the one calculator over it. Pure: no clock, file or network."""

from __future__ import annotations

from desktop.policy.request import (
    AssessmentRequest,
    Circumstance,
    Fen,
    Identity,
    LocalValues,
    OtherCover,
    Student,
    Window,
)
from desktop.policy.request_json import request_from_json
from desktop.policy.result import (
    Assessment,
    Fiscal,
    LawUsed,
    LayerUsed,
    Problem,
    Reading,
    TraceEntry,
    Undetermined,
)
from desktop.policy.result_json import assessment_to_json

__all__ = [
    "Assessment",
    "AssessmentRequest",
    "Circumstance",
    "Fen",
    "Fiscal",
    "Identity",
    "LawUsed",
    "LayerUsed",
    "LocalValues",
    "OtherCover",
    "Problem",
    "Reading",
    "Student",
    "TraceEntry",
    "Undetermined",
    "Window",
    "assessment_to_json",
    "request_from_json",
]
