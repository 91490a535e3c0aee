"""Take a law pack in: from a file on a stick or from the centre, the same bytes the same way.

Everything is checked before anything is written: who signed it, that it is newer than what is
held, that it can be read and leaves nothing out, and that its own worked cases come out. The law
changes for what is assessed from then on; what was assessed before keeps its law hash, and the
older versions stay in the file to explain it.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.facts import LawPackImported
from desktop.store.packs import note_laws
from desktop.usecases.desk import Desk
from desktop.wire.pack_check import CheckedPack, check_pack
from desktop.wire.pack_signature import TrustedKeys

IMPORTERS = ("policy", "supervisor", "it")


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a pack."""

    pack: str
    version: int
    document: str
    replaces: int | None
    """The version that was held before; None if there was none."""
    cases: int
    """How many of its worked cases came out."""
    already: bool
    """Nothing was done: this version was held already."""


def import_pack(desk: Desk, file: str, data: bytes, keys: TrustedKeys) -> Imported:
    """Check the pack file ``data`` and put it in force at this station, or refuse it whole.

    ``file`` names it in messages. At a training station anybody may; at a real one those of
    `IMPORTERS`.

    Raises:
        Refused: ``ROLE``.
        LawRefused: see `desktop.wire.pack_check.check_pack`.
        Unavailable: the disk failed; the law is as it was.
    """
    if desk.store.station.training_day is None:
        desk.may(*IMPORTERS)
    return keep_pack(desk, check_pack(desk.law, file, data, keys))


def keep_pack(desk: Desk, checked: CheckedPack) -> Imported:
    """Record a checked pack as an event and put it in force. Raises Unavailable.

    For packs that the centre publishes too: what it sends is checked like any other.
    """
    head = checked.pack.pack
    if not checked.already:
        fact = LawPackImported(
            pack=head.id,
            version=head.version,
            hash=checked.hash,
            document=checked.content,
        )
        with desk.store.transaction():
            desk.store.record(fact, operator=desk.operator)
        desk.law = checked.book
        note_laws(desk.store, desk.law)
    return Imported(
        pack=head.id,
        version=head.version,
        document=head.document,
        replaces=checked.replaces,
        cases=checked.cases,
        already=checked.already,
    )
