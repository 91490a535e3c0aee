"""A member of the entry as the table and the detail pane show it."""

from __future__ import annotations

from typing import Any

from desktop.domain.facts import OtherCover, Recognition, Student
from desktop.domain.identity_number import check_document
from desktop.ui import law_words as law
from desktop.ui.enroll.entry import ENROL, Entry
from desktop.ui.enroll.options import short_identity
from desktop.ui.enroll.shown import (
    CircumstanceShown,
    DetailShown,
    IdentityShown,
    RowShown,
    Tone,
)
from desktop.ui.messages import Messages
from desktop.ui.session import Session

_GROUPED = ("01", "17")


def row_of(
    entry: Entry, place: int, session: Session, amount: tuple[str, Tone, str] | None
) -> RowShown:
    """Return one row of the member table."""
    member = entry.members[place]
    check = check_document(member.document_type, member.document_number, session.today)
    # Fifteen digits may still become eighteen: what they tell is not certain while typed.
    derived = check.birth_date is not None and not check.upgraded
    birth = check.birth_date.isoformat() if derived and check.birth_date else member.birth_date
    text, tone, hint = amount or ("", "", "")
    return RowShown(
        key=entry.key(place),
        name=member.name,
        document_type=member.document_type,
        number=member.document_number,
        protected=bool(member.person_id),
        grouped=member.document_type in _GROUPED,
        sex=(check.sex if derived else "") or member.sex,
        birth_date=birth,
        derived=derived,
        relation=member.relation,
        identities=tuple(
            (one.code, identity_words(one, session.messages)) for one in member.identities
        ),
        paid=entry.is_paid(place),
        amount=text,
        amount_tone=tone,
        amount_hint=hint,
    )


def identity_words(identity: Recognition, messages: Messages) -> str:
    """Return an identity in a few words, with what tells its kinds apart: 残疾人（肢体 1级）."""
    name = short_identity(identity.code, messages.language)
    details = [
        law.attribute_value(attribute, value, messages.language)
        for attribute in ("kind", "grade")
        if (value := _text(getattr(identity, attribute)))
    ]
    return f"{name}（{' '.join(details)}）" if details else name


def detail_of(entry: Entry, place: int, messages: Messages) -> DetailShown:
    """Return a member's further facts."""
    member = entry.members[place]
    student = member.student
    cover = member.other_cover[0] if member.other_cover else None
    name = member.name.strip() or messages.say("person.unnamed", place=place + 1)
    return DetailShown(
        key=entry.key(place),
        title=messages.say("enrol.detail_title", place=place + 1, name=name),
        ethnic_group=member.ethnic_group,
        phone=member.phone,
        circumstances=tuple(
            CircumstanceShown(
                one.code, law.circumstance_name(one.code, messages.language), one.on or ""
            )
            for one in member.circumstances
        ),
        tier=member.tier or "",
        residence_permit=_text(member.residence_permit),
        local_hukou=_text(member.local_hukou),
        other_scheme=cover.scheme if cover else "",
        other_status=cover.status if cover else "",
        student=student.institution if student else "",
        academic_year=(student.academic_year or "") if student else "",
        graduation_year=_text(student.graduation_year) if student else "",
        participation=ENROL if member.enrol else member.not_enrolled,
        participation_locked=entry.is_paid(place),
        not_enrolled_detail=member.not_enrolled_detail,
        not_enrolled_evidence=member.not_enrolled_evidence,
        died_on=member.died_on,
        hukou_division=member.hukou_division,
        hukou_address=member.hukou_address,
        cover_history=member.cover_history,
        document_valid_to=member.document_valid_to,
        alias=member.alias,
        identities=tuple(_identity(one, messages) for one in member.identities),
    )


def _identity(identity: Recognition, messages: Messages) -> IdentityShown:
    names = law.IDENTITY_ATTRIBUTES.get(identity.code, ())
    return IdentityShown(
        code=identity.code,
        name=law.identity_name(identity.code, messages.language),
        attributes={name: _text(getattr(identity, name)) for name in names},
        recognised_by=identity.recognised_by or "",
        recognised_on=identity.recognised_on or "",
        valid_to=identity.valid_to or "",
        evidence=identity.evidence or "",
    )


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def meant(shown: DetailShown, name: str, value: str) -> tuple[str, Any]:
    """Return which field of the entry a field of the detail pane stands for, and its value."""
    if name in ("residence_permit", "local_hukou"):
        return name, {"yes": True, "no": False}.get(value)
    if name in ("other_scheme", "other_status"):
        scheme, status = (
            (value, shown.other_status) if name == "other_scheme" else (shown.other_scheme, value)
        )
        return "other_cover", _other_cover(scheme, status)
    if name in ("student", "academic_year", "graduation_year"):
        return "student", _student(shown, name, value)
    return name, (value or None) if name == "tier" else value


def _other_cover(scheme: str, status: str) -> tuple[OtherCover, ...]:
    if scheme not in ("employee", "military", "resident_elsewhere"):
        return ()
    known = status if status in ("active", "waiting", "ended") else "active"
    return (OtherCover(scheme=scheme, status=known),)  # type: ignore[arg-type]


def _student(shown: DetailShown, name: str, value: str) -> Student | None:
    said = {
        "student": shown.student,
        "academic_year": shown.academic_year,
        "graduation_year": shown.graduation_year,
    } | {name: value.strip()}
    if not said["student"]:
        return None
    year = said["graduation_year"]
    return Student(
        institution=said["student"],
        academic_year=said["academic_year"] or None,
        graduation_year=int(year) if year.isascii() and year.isdecimal() else None,
    )
