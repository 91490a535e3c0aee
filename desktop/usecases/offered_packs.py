"""Take in the law packs the centre published: looked at here like a file from a stick, or refused.

The exchange only puts them down. They are taken in where the desk is, one after the other, each
with its seal, version and worked cases; what does not hold changes nothing, is told in words, and
goes to the centre as a fact, where it is a case.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

import msgspec

from desktop.domain.facts import TEXT_MAX
from desktop.domain.law_facts import LawPackRefused
from desktop.policy import LawRefused
from desktop.store import offers
from desktop.store.register import Row
from desktop.usecases.desk import Desk
from desktop.usecases.law_packs import keep_pack
from desktop.wire.pack_check import check_pack
from desktop.wire.pack_file import SUFFIX
from desktop.wire.pack_signature import TrustedKeys

OfferState = Literal["kept", "already", "older", "refused"]
"""``older``: this station holds a newer version, and keeps it."""

NEWS_MAX = 20


@dataclass(frozen=True, slots=True)
class Offer:
    """A pack from the centre, and what became of it here."""

    number: int
    pack: str
    version: int
    state: OfferState
    replaces: int | None
    """The version that was held before; None if there was none."""
    document: str
    """文号, as far as it could be read."""
    code: str
    """Why it was not taken; empty if it was."""
    message: str
    particulars: dict[str, object]
    """What the words of a refusal need."""
    decided_at: str


def take_offers(desk: Desk, keys: TrustedKeys) -> tuple[Offer, ...]:
    """Look at every pack that arrived, put in force what holds, and return what became of them.

    May be called after every exchange and at every start: nothing is taken in twice.

    Raises:
        Unavailable: the disk failed; what was not looked at still waits.
    """
    return tuple(_take(desk, row, keys) for row in offers.waiting(desk.store.connection))


def law_news(desk: Desk, limit: int = NEWS_MAX) -> tuple[Offer, ...]:
    """Return the last packs from the centre and what became of them, newest first."""
    return tuple(_offer(row, desk) for row in offers.looked_at(desk.store.connection, limit))


def _take(desk: Desk, row: Row, keys: TrustedKeys) -> Offer:
    document: str = row["document"]
    file = f"{row['pack']}-v{row['version']}{SUFFIX}"
    try:
        checked = check_pack(desk.law, file, document.encode("utf-8"), keys)
    except LawRefused as error:
        settled = _refused(error)
    else:
        done = keep_pack(desk, checked)
        settled = offers.Settled("already" if done.already else "kept", done.replaces)
    with desk.store.transaction():
        offers.settle(desk.store, row["number"], settled)
        if settled.state == "refused":
            fact = LawPackRefused(
                pack=row["pack"],
                version=row["version"],
                hash=hashlib.sha256(document.encode("utf-8")).hexdigest(),
                code=settled.code,
                message=settled.message[:TEXT_MAX],
            )
            desk.store.record(fact, operator=desk.operator)
    return _offer(offers.one(desk.store.connection, row["number"]), desk)


def _refused(error: LawRefused) -> offers.Settled:
    state: OfferState = "older" if error.code == "LAW_OLDER" else "refused"
    particulars = msgspec.json.encode(error.values, enc_hook=str).decode()
    return offers.Settled(state, None, error.code, error.message, particulars)


def _offer(row: Row, desk: Desk) -> Offer:
    held = desk.law.packs.get(row["pack"])
    return Offer(
        number=row["number"],
        pack=row["pack"],
        version=row["version"],
        state=row["state"],
        replaces=row["replaces"],
        document=held.pack.document if held else row["pack"],
        code=row["code"] or "",
        message=row["message"] or "",
        particulars=msgspec.json.decode(row["particulars"] or "{}"),
        decided_at=row["decided_at"] or "",
    )
