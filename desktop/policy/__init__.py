"""The law as dated, cited data and the one calculator over it. Pure: no clock, file or network."""

from __future__ import annotations

from desktop.policy.assess import assess, assess_json, invalid
from desktop.policy.case import LocalSource
from desktop.policy.errors import LawRefused
from desktop.policy.law import Law, LawBook
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
    "Law",
    "LawBook",
    "LawRefused",
    "LawUsed",
    "LayerUsed",
    "LocalSource",
    "LocalValues",
    "OtherCover",
    "Problem",
    "Reading",
    "Student",
    "TraceEntry",
    "Undetermined",
    "Window",
    "assess",
    "assess_json",
    "assessment_to_json",
    "invalid",
    "request_from_json",
]
