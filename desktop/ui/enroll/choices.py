"""The household screen's choices as the widgets take them."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain import codes
from desktop.domain.desk_codes import DEPARTMENTS
from desktop.ui import law_words as law
from desktop.ui.enroll import options
from desktop.ui.enroll.detail_lines import DetailChoices
from desktop.ui.enroll.entry import ENROL
from desktop.ui.enroll.member_row import RowChoices
from desktop.ui.messages import Messages
from desktop.ui.session import Village
from desktop.ui.widgets.option_list import Option
from desktop.ui.widgets.tags_field import Question


def as_options(choices: Iterable[options.Choice]) -> tuple[Option, ...]:
    """Return choices as a field's options."""
    return tuple(Option(one.code, one.words, one.short, one.keys) for one in choices)


def row_choices(messages: Messages) -> RowChoices:
    """Return what a member's row offers."""
    language = messages.language
    return RowChoices(
        document_type=as_options(options.document_types(language)),
        sex=as_options(options.from_codes(codes.SEXES, language, options.SHORT_SEXES)),
        relation=relation_options(messages, whole=False),
        identities=as_options(options.identities(language)),
        questions={
            code: tuple(Question(ask.name, as_options(ask.choices)) for ask in asked)
            for code, asked in options.asks(language).items()
        },
    )


def relation_options(messages: Messages, *, whole: bool) -> tuple[Option, ...]:
    """Return the relations clerks use, or all of GB/T 4761, in the order of their digits."""
    table = codes.RELATIONS if whole else codes.RELATIONS_SHORT
    short = options.SHORT_RELATIONS
    return as_options(options.from_codes(table, messages.language, short))


def detail_choices(messages: Messages) -> DetailChoices:
    """Return what the detail pane offers."""
    language = messages.language
    yes_no = as_options(options.yes_no(messages))
    return DetailChoices(
        fields={
            "ethnic_group": as_options(options.ethnic_groups(language)),
            "participation": (
                Option(ENROL, messages.say("participation.enrol"), keys="cb"),
                *as_options(options.from_codes(codes.NOT_ENROLLED_REASONS, language)),
            ),
            "tier": (Option("1", "1", keys="yd"), Option("2", "2", keys="ed")),
            "residence_permit": yes_no,
            "local_hukou": yes_no,
            "other_scheme": as_options(options.from_codes(codes.OTHER_SCHEMES, language)),
            "other_status": as_options(options.from_codes(codes.COVER_STATUSES, language)),
            "student": as_options(options.students(language)),
        },
        circumstances=as_options(options.circumstances(language)),
        departments=as_options(options.from_codes(DEPARTMENTS, language)),
        attributes={
            name: (
                law.attribute_name(name, language),
                as_options(options.attribute(name, language)),
            )
            for name in law.ATTRIBUTE_VALUES
        },
    )


def village_options(villages: Iterable[Village]) -> tuple[Option, ...]:
    """Return the villages a household can live in."""
    return tuple(Option(one.code, one.name, keys=one.keys) for one in villages)
