"""The law in force at a place as lines to read, what is open on top. No Qt.

Documents are read by `desktop.policy.pack_values`, as ``law show`` reads them, so that screen and
command say the same; local values by the book the desk knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from desktop.base.clock import CHINA, instant_from_text
from desktop.domain.codes import Language
from desktop.domain.local_values import Kind, LocalValue, LocalValueBook, State
from desktop.domain.open_values import OpenValue
from desktop.policy import LawBook
from desktop.policy.benefit_panel import benefit_panel
from desktop.policy.pack import Pack
from desktop.policy.pack_values import BENEFITS, PackValue, values_in_force
from desktop.policy.pack_words import open_words
from desktop.policy.words import article_words
from desktop.ui import law_words
from desktop.ui.law.given import given_words, title_words
from desktop.ui.law_news import law_offer_time, law_offer_words
from desktop.ui.messages import Messages
from desktop.usecases.divisions import division_name
from desktop.usecases.local_values import OpenEntry, open_values
from desktop.usecases.offered_packs import Offer

NEWS_SHOWN = 3
"""Packs from the centre that head the page; the exchange's screen lists more."""

Group = Literal["news", "proposed", "open", "local", "document", "benefit"]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the page; local values and open ones carry what they are made from."""

    group: Group
    title: str
    says: str
    cited: str
    since: str
    until: str
    by: str
    open: OpenValue | None = None
    value: LocalValue | None = None
    silent: bool = False
    """A benefit of which no document gives the figure."""
    refused: bool = False
    """A pack from the centre that was not taken."""

    @property
    def place(self) -> tuple[Kind, str] | None:
        """What of the law it is about, where a local value can be; else None."""
        if self.value is not None:
            return self.value.kind, self.value.subject
        return None if self.open is None else (self.open.kind, self.open.subject)


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when the law is looked at."""

    division: str
    campaign_year: int
    day: date


@dataclass(frozen=True, slots=True)
class LawPage:
    """The page: its lines in order, and the documents they come from, nearest first."""

    rows: tuple[Row, ...] = ()
    documents: tuple[str, ...] = ()
    hash: str = ""


def law_page(
    law: LawBook,
    book: LocalValueBook,
    place: Place,
    messages: Messages,
    news: tuple[Offer, ...] = (),
) -> LawPage:
    """Return the page of a place on a day; empty where no law pack covers it. Pure.

    ``news``: what became of the packs the centre published, newest first.
    """
    found = law.resolve(place.division, place.campaign_year)
    if found is None:
        return LawPage()
    packs = [law.packs[layer.pack] for layer in found.used.layers]
    entries = open_values(law, book, place.division, place.campaign_year, place.day)
    lines = _Lines(law, book, place, messages)
    rows = (
        *(_news_row(offer, messages) for offer in news[:NEWS_SHOWN]),
        *lines.proposed(),
        *lines.open(entries, packs),
        *lines.local(entries),
        *lines.documents(packs),
        *lines.benefits(packs),
    )
    return LawPage(rows, tuple(pack.pack.document for pack in packs), found.used.hash)


def history(
    law: LawBook, book: LocalValueBook, place: Place, row: Row, messages: Messages
) -> tuple[str, ...]:
    """Return everything that ever happened to the value of a line, newest first."""
    if row.place is None:
        return ()
    chain = law.chain(place.division)
    values = [
        value
        for value in book.values
        if (value.kind, value.subject) == row.place
        and value.campaign_year == place.campaign_year
        and value.division in chain
    ]
    values.sort(key=lambda value: (value.proposed_at, value.id), reverse=True)
    return tuple(_life(value, place.day, messages) for value in values)


class _Lines:
    def __init__(
        self, law: LawBook, book: LocalValueBook, place: Place, messages: Messages
    ) -> None:
        self._chain = law.chain(place.division)
        self._book = book
        self._place = place
        self._language: Language = messages.language
        self._say = messages.say

    def proposed(self) -> Iterator[Row]:
        for value in self._book.values:
            mine = value.campaign_year == self._place.campaign_year
            if mine and value.division in self._chain and self._state(value) == "proposed":
                said = given_words(value.kind, value.value, self._language)
                yield self._local_row("proposed", value, self._say("law.proposed", value=said))

    def open(self, entries: tuple[OpenEntry, ...], packs: list[Pack]) -> Iterator[Row]:
        told = set()
        for entry in entries:
            one = entry.open
            told.add((one.document, one.article, one.reason))
            if entry.value is None:
                yield self._open_row(one)
        for value in values_in_force(packs):
            left = value.open
            if left is None or value.subject == BENEFITS:
                continue
            if (value.document, value.article, left.reason) in told:
                continue
            said = self._say("law.open", reason=self._bare(open_words(left, self._language)))
            yield self._document_row(value, "open", said, left.authority)

    def local(self, entries: tuple[OpenEntry, ...]) -> Iterator[Row]:
        for entry in entries:
            value = entry.value
            if value is not None:
                said = given_words(value.kind, value.value, self._language)
                yield self._local_row("local", value, said, entry.open)

    def documents(self, packs: list[Pack]) -> Iterator[Row]:
        issuers = {pack.pack.document: pack.pack.issuer for pack in packs}
        for value in values_in_force(packs):
            said = value.says(self._language)
            if value.subject != BENEFITS and (said or value.open is None):
                said = said or self._say("law.applies")
                yield self._document_row(value, "document", said, issuers[value.document])

    def benefits(self, packs: list[Pack]) -> Iterator[Row]:
        """Yield what one gets for the contribution: read only, never part of a price."""
        issuers = {pack.pack.document: pack.pack.issuer for pack in packs}
        for line in benefit_panel(packs, self._place.day):
            value = line.value
            until = value.until if value else None
            yield Row(
                group="benefit",
                title=self._say("law.benefit", title=line.title(self._language)),
                says=line.says(self._language),
                cited=line.cited(self._language),
                since=value.since.isoformat() if value else "",
                until=until.isoformat() if until else "",
                by=issuers[value.document] if value else "",
                silent=line.silent,
            )

    def _open_row(self, one: OpenValue) -> Row:
        reason = self._bare(law_words.reason_words(one.reason, self._language))
        return Row(
            group="open",
            title=title_words(one.kind, one.subject, self._language),
            says=self._say("law.open_value", reason=reason, who=one.authority),
            cited=article_words(one.document, one.article, self._language),
            since="",
            until="",
            by=one.authority,
            open=one,
        )

    def _local_row(
        self, group: Group, value: LocalValue, said: str, one: OpenValue | None = None
    ) -> Row:
        last = value.last_day
        return Row(
            group=group,
            title=title_words(value.kind, value.subject, self._language),
            says=said,
            cited=self._say("law.local_cited", document=value.document),
            since=value.valid_from.isoformat(),
            until=last.isoformat() if last else "",
            by=value.authority,
            open=one,
            value=value,
        )

    def _document_row(self, value: PackValue, group: Group, said: str, by: str) -> Row:
        return Row(
            group=group,
            title=value.title(self._language),
            says=said,
            cited=article_words(value.document, value.article, self._language),
            since=value.since.isoformat(),
            until=value.until.isoformat() if value.until else "",
            by=by,
        )

    def _state(self, value: LocalValue) -> State:
        return value.state(self._place.day)

    @staticmethod
    def _bare(reason: str) -> str:
        """Return a reason without saying twice that it is open."""
        return reason.removeprefix("文件未定：")


def _news_row(offer: Offer, messages: Messages) -> Row:
    return Row(
        group="news",
        title=messages.say("law.news"),
        says=law_offer_words(offer, messages),
        cited=offer.document,
        since=law_offer_time(offer),
        until="",
        by="",
        refused=offer.state == "refused",
    )


def _life(value: LocalValue, day: date, messages: Messages) -> str:
    say = messages.say
    until = value.last_day
    told = [
        say(
            "law.life.proposed",
            at=_moment(value.proposed_at),
            who=value.proposed_by,
            value=given_words(value.kind, value.value, messages.language),
            document=_grounds(value, messages),
            since=value.valid_from,
            until=until or say("law.no_end"),
            place=division_name(value.division),
        )
    ]
    if value.approved_by:
        told.append(say("law.life.approved", at=_moment(value.approved_at), who=value.approved_by))
    if value.rejected_by:
        told.append(
            say(
                "law.life.rejected",
                at=_moment(value.rejected_at),
                who=value.rejected_by,
                reason=value.reason,
            )
        )
    if value.replaced_from is not None:
        told.append(say("law.life.replaced", since=value.replaced_from))
    state = say(f"law.state.{value.state(day)}")
    return f"{state} · {' → '.join(told)}"


def _grounds(value: LocalValue, messages: Messages) -> str:
    """Return the document with its title, and by whose delegation it was set."""
    told = f"{value.document}《{value.title}》" if value.title else value.document
    if not value.delegation:
        return told
    return messages.say("law.delegated", document=told, delegation=value.delegation)


def _moment(instant: str) -> str:
    return f"{instant_from_text(instant).astimezone(CHINA):%Y-%m-%d %H:%M}" if instant else "—"
