"""The benefit panel 待遇信息: what the notices of a place say one gets for the contribution.

Information for the counter only. Nothing here enters a sum, and a figure that no notice gives is
shown as 文件未载, never as another place's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from msgspec import Struct

from desktop.policy.codes import BENEFIT_ITEMS, BenefitItem
from desktop.policy.pack import Open, Pack
from desktop.policy.pack_values import PackValue, benefit_values
from desktop.policy.pack_words import value_words
from desktop.policy.words import BENEFIT_ITEM_WORDS, Language, article_words

FIGURES: tuple[BenefitItem, ...] = (
    "inpatient_share",
    "outpatient_limit",
    "serious_illness_threshold",
    "serious_illness_share",
    "serious_illness_funding",
)
"""Items that are asked for as a figure: where no document speaks of one, the panel says so."""

COVERAGE_TARGET: BenefitItem = "coverage_target"
"""Of the place, not of a person: nobody at a counter asks for it."""

_SILENT = ("文件未载", "not in the documents")
_LEFT_TO = ("文件未载；由{who}确定", "not in the documents; settled by {who}")
_SINCE = ("自{day}", "from {day}")
_UNTIL = ("至{day}", "to {day}")


class PanelLine(Struct, frozen=True):
    """One line of the panel; ``value`` is None where every document is silent."""

    item: BenefitItem
    value: PackValue | None

    @property
    def open(self) -> Open | None:
        """Return who settles it, where a document says so instead of a figure."""
        return None if self.value is None else self.value.open

    @property
    def silent(self) -> bool:
        """Tell whether no document gives the figure."""
        return self.value is None or self.value.open is not None

    def title(self, language: Language = "zh") -> str:
        """Return what it is: ``普通门诊统筹年度限额（二档）``."""
        name = BENEFIT_ITEM_WORDS[self.item][language == "en"]
        parts = () if self.value is None else self.value.names
        whose = [value_words(one, language, part=part) for part, one in parts if part != "item"]
        if not whose:
            return name
        inside = ("，" if language == "zh" else ", ").join(whose)
        return f"{name}（{inside}）" if language == "zh" else f"{name} ({inside})"

    def says(self, language: Language = "zh") -> str:
        """Return the figure, the document's words, or that it is 文件未载 and who settles it."""
        place = int(language == "en")
        value = self.value
        if value is None:
            return _SILENT[place]
        said = value.says(language)
        if value.open is None:
            return said
        left = _LEFT_TO[place].format(who=value.open.authority)
        between = "；" if language == "zh" else "; "
        return f"{left}{between}{said}" if said else left

    def cited(self, language: Language = "zh") -> str:
        """Return the provision; empty where every document is silent."""
        value = self.value
        return "" if value is None else article_words(value.document, value.article, language)

    def days(self, language: Language = "zh") -> str:
        """Return from when and until when it holds: ``自2022-01-01 至2022-12-31``."""
        value = self.value
        if value is None:
            return ""
        place = int(language == "en")
        until = "" if value.until is None else f" {_UNTIL[place].format(day=value.until)}"
        return f"{_SINCE[place].format(day=value.since)}{until}"


def benefit_panel(
    packs: Sequence[Pack],
    day: date | None = None,
    *,
    tier: str | None = None,
    institution: str | None = None,
) -> tuple[PanelLine, ...]:
    """Return the panel of a place whose documents are ``packs``, nearest first.

    ``tier`` and ``institution`` (of a university student) leave out what is said of others;
    without a tier, those of every tier are told. What ended before ``day`` is left out; what
    begins later is told with its first day, since cover mostly begins after enrolment.
    """
    by_item: dict[str, list[PackValue]] = {}
    for value in benefit_values(packs):
        if day is None or value.until is None or value.until >= day:
            by_item.setdefault(dict(value.names)["item"], []).append(value)
    return tuple(_lines(by_item, tier, institution))


class CoverageTarget(Struct, frozen=True):
    """What share of a place's residents is to be covered, and which provision says so."""

    share: Fraction
    document: str
    article: str

    def cited(self, language: Language = "zh") -> str:
        """Return the provision in words."""
        return article_words(self.document, self.article, language)


def coverage_target(packs: Sequence[Pack], day: date) -> CoverageTarget | None:
    """Return the rate of coverage the documents of a place name; None where none names one.

    ``packs`` nearest first; what ended before ``day`` says nothing any more.
    """
    for value in benefit_values(packs):
        share = dict(value.parts).get("share")
        current = value.until is None or value.until >= day
        if current and dict(value.names)["item"] == COVERAGE_TARGET and share is not None:
            return CoverageTarget(share, value.document, value.article)
    return None


def _lines(
    by_item: dict[str, list[PackValue]], tier: str | None, institution: str | None
) -> Iterator[PanelLine]:
    for item in BENEFIT_ITEMS:
        chosen = _chosen(by_item.get(item, []), tier, institution)
        for value in chosen:
            yield PanelLine(item, value)
        if not chosen and item in FIGURES:
            yield PanelLine(item, None)


def _chosen(values: list[PackValue], tier: str | None, institution: str | None) -> list[PackValue]:
    """Return the values that hold for a person: those of the person's own kind before the rest."""
    special = [one for one in values if institution and _name(one, "institution") == institution]
    usual = [one for one in values if _name(one, "institution") is None]
    return [one for one in special or usual if _name(one, "tier") in (None, tier) or not tier]


def _name(value: PackValue, name: str) -> str | None:
    found: str | None = dict(value.names).get(name)
    return found
