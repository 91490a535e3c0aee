"""One stick, one step: take in what the centre has answered, then write what is pending now.

A station's packet and its answer have one name each, so a stick that goes to and fro holds two
files for a station and no heap. A stick may serve many stations: what is another's is passed over.
Since the packet is written after the answers, it asks for exactly what is still missing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from desktop.base.clock import Clock
from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.base.files import Cancelled, never, read_whole, write_whole
from desktop.store.database import Store
from desktop.sync.engine import StoreLane
from desktop.sync.packets import MadePacket, TakenPacket, make_packet, take_packet, taken_before
from desktop.wire.packet import PACKET_BYTES_MAX, SUFFIX, read_header

FILES_MAX = 10_000
"""Packets one folder may hold."""

Phase = Literal["reading", "making", "writing"]
Told = Callable[[Phase, int, int], None]
"""Told what is being done, how much of it is done, and of how much."""


@dataclass(frozen=True, slots=True)
class StickDone:
    """What one step with a stick came to."""

    taken: tuple[TakenPacket, ...]
    refused: tuple[tuple[str, CanbaoError], ...]
    """Files that were not taken in, by name, and why. Other stations' are not among them."""
    made: MadePacket | None = None
    """What was written, None if it could not be."""
    file: Path | None = None
    error: CanbaoError | None = None
    """Why nothing was written."""


def exchange_by_stick(
    in_store: StoreLane,
    folder: Path,
    clock: Clock,
    *,
    told: Told = lambda _phase, _done, _total: None,
    cancelled: Cancelled = never,
) -> StickDone:
    """Take every new answer for this station in ``folder`` in, then write its packet there.

    What was taken in stays whatever becomes of the rest.

    Raises:
        Refused: ``NOT_REGISTERED``; ``FOLDER_LARGE``; ``CANCELLED`` before anything was written.
        Unavailable: ``FILE_UNREADABLE``: the folder cannot be read; the disk or the station's
            file.
    """
    taken: list[TakenPacket] = []
    refused: list[tuple[str, CanbaoError]] = []
    for name, data in _answers(in_store, folder, refused):
        try:
            taken.append(
                take_packet(
                    in_store,
                    data,
                    clock,
                    progress=lambda done, total: told("reading", done, total),
                    cancelled=cancelled,
                )
            )
        except Refused as error:
            if error.code == "CANCELLED":
                raise
            refused.append((name, error))
    made = make_packet(
        in_store,
        clock,
        progress=lambda done, total: told("making", done, total),
        cancelled=cancelled,
    )
    file = folder / made.name
    try:
        write_whole(file, made.data, lambda done, total: told("writing", done, total), cancelled)
    except CanbaoError as error:
        return StickDone(tuple(taken), tuple(refused), error=error)
    return StickDone(tuple(taken), tuple(refused), made, file)


def _answers(
    in_store: StoreLane, folder: Path, refused: list[tuple[str, CanbaoError]]
) -> list[tuple[str, bytes]]:
    """Return the answers for this station that have not been taken in, oldest first."""
    found: list[tuple[int, str, bytes]] = []
    station = in_store(_station)
    for file in _packets(folder):
        try:
            data = read_whole(file, PACKET_BYTES_MAX)
            header = read_header(data)
        except (Refused, Unavailable) as error:
            refused.append((file.name, error))
            continue
        if header.direction == "reply" and header.station == station:
            found.append((header.number, file.name, data))
    new = in_store(lambda store: [one for one in found if not taken_before(store, one[2])])
    return [(name, data) for _, name, data in sorted(new)]


def _packets(folder: Path) -> list[Path]:
    try:
        files = sorted(one for one in folder.iterdir() if one.name.endswith(SUFFIX))
    except OSError as error:
        raise Unavailable(
            "FILE_UNREADABLE", f"{folder} cannot be read", file=folder.name
        ) from error
    if len(files) > FILES_MAX:
        raise Refused("FOLDER_LARGE", f"at most {FILES_MAX} packets in a folder")
    return files


def _station(store: Store) -> str:
    return store.station.id
