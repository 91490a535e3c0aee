"""A member of the entry as the table and the detail pane show it."""

from __future__ import annotations

from typing import Any

from desktop.domain.facts import Circumstance, OtherCover, Recognition, Student
from desktop.domain.identity_number import check_document
from desktop.ui import law_words as law
from desktop.ui.enroll.entry import Entry
from desktop.ui.enroll.options import short_identity
from desktop.ui.enroll.shown import DetailShown, IdentityShown, RowShown, Tone
from desktop.ui.messages import Messages
from desktop.ui.session import Session

_GROUPED = ("01", "17")


def row_of(
    entry: Entry, place: int, session: Session, amount: tuple[str, Tone, str] | None
) -> RowShown:
    """Return one row of the member table."""
    member = entry.members[place]
    check = check_document(member.document_type, member.document_number, session.today)
    derived = check.birth_date is not None
    birth = check.birth_date.isoformat() if check.birth_date else member.birth_date
    text, tone, hint = amount or ("", "", "")
    return RowShown(
        key=entry.key(place),
        name=member.name,
        document_type=member.document_type,
        number=member.document_number,
        protected=bool(member.person_id),
        grouped=member.document_type in _GROUPED,
        sex=check.sex or member.sex,
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
    circumstance = member.circumstances[0] if member.circumstances else None
    cover = member.other_cover[0] if member.other_cover else None
    name = member.name.strip() or messages.say("person.unnamed", place=place + 1)
    return DetailShown(
        key=entry.key(place),
        title=messages.say("enrol.detail_title", place=place + 1, name=name),
        ethnic_group=member.ethnic_group,
        phone=member.phone,
        circumstance=circumstance.code if circumstance else "",
        circumstance_on=(circumstance.on or "") if circumstance else "",
        tier=member.tier or "",
        residence_permit=_text(member.residence_permit),
        local_hukou=_text(member.local_hukou),
        other_scheme=cover.scheme if cover else "",
        other_status=cover.status if cover else "",
        student=member.student.institution if member.student else "",
        identities=tuple(_identity(one, messages) for one in member.identities),
    )


def _identity(identity: Recognition, messages: Messages) -> IdentityShown:
    names = law.IDENTITY_ATTRIBUTES.get(identity.code, ())
    return IdentityShown(
        code=identity.code,
        name=law.identity_name(identity.code, messages.language),
        attributes={name: _text(getattr(identity, name)) for name in names},
        recognised_on=identity.recognised_on or "",
        valid_to=identity.valid_to or "",
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
    if name in ("circumstance", "circumstance_on"):
        code, on = (
            (value, shown.circumstance_on)
            if name == "circumstance"
            else (shown.circumstance, value)
        )
        return "circumstances", _circumstances(code, on)
    if name in ("other_scheme", "other_status"):
        scheme, status = (
            (value, shown.other_status) if name == "other_scheme" else (shown.other_scheme, value)
        )
        return "other_cover", _other_cover(scheme, status)
    if name == "student":
        return name, _student(value)
    return name, (value or None) if name == "tier" else value


def _circumstances(code: str, on: str) -> tuple[Circumstance, ...]:
    return (Circumstance(code=code, on=on or None),) if code else ()


def _other_cover(scheme: str, status: str) -> tuple[OtherCover, ...]:
    if scheme not in ("employee", "military", "resident_elsewhere"):
        return ()
    known = status if status in ("active", "waiting", "ended") else "active"
    return (OtherCover(scheme=scheme, status=known),)  # type: ignore[arg-type]


def _student(institution: str) -> Student | None:
    return Student(institution=institution) if institution else None
