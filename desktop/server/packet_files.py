"""Packets as files at the centre: one of them, or all that lie in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.base.clock import Clock
from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.base.files import read_whole, write_whole
from desktop.base.ids import IdSource
from desktop.server.database import open_centre
from desktop.server.handlers import Handlers
from desktop.server.packets import AnsweredPacket, PacketDesk
from desktop.server.recheck import Recheck
from desktop.server.site import Where
from desktop.wire.packet import PACKET_BYTES_MAX, SUFFIX, PacketHeader, read_header

FILES_MAX = 10_000
"""Packets one folder may hold."""


@dataclass(frozen=True, slots=True)
class AnsweredFile:
    """What became of one file."""

    file: Path
    out: Path
    answered: AnsweredPacket | None
    error: CanbaoError | None = None
    """Why there is no answer."""


def answer_file(
    where: Where, file: Path, out: Path, *, recheck: Recheck, clock: Clock, ids: IdSource
) -> AnsweredPacket:
    """Take the packet ``file`` in at the centre, and write the answer to ``out``.

    Raises:
        Refused: as `PacketDesk.answer`; ``CENTRE_NOT_SET_UP``, ``DATABASE_NEWER``.
        Unavailable: ``FILE_UNREADABLE``; ``FILE_UNWRITABLE``: the packet is taken in, give it
            again for its answer; the key, the disk or the centre's file.
    """
    database = open_centre(where)
    try:
        desk = PacketDesk(database, Handlers(database, clock, ids, recheck), clock, ids)
        return _answer(desk, file, out)
    finally:
        database.close()


def answer_folder(
    where: Where, folder: Path, out: Path, *, recheck: Recheck, clock: Clock, ids: IdSource
) -> Iterator[AnsweredFile]:
    """Take every station's packet in ``folder`` in and write the answers into ``out``.

    Older packets of a station come first. Files that are no packets are told; answers are passed
    over. One that is refused keeps nobody else waiting.

    Raises:
        Refused: ``CENTRE_NOT_SET_UP``, ``DATABASE_NEWER``, ``FOLDER_LARGE``.
        Unavailable: ``FILE_UNREADABLE`` (the folder); the key, the disk or the centre's file.
    """
    database = open_centre(where)
    try:
        desk = PacketDesk(database, Handlers(database, clock, ids, recheck), clock, ids)
        for file, error in _in_order(folder):
            target = out / answer_name(file)
            if error is not None:
                yield AnsweredFile(file, target, None, error)
                continue
            try:
                yield AnsweredFile(file, target, _answer(desk, file, target))
            except CanbaoError as failed:
                yield AnsweredFile(file, target, None, failed)
    finally:
        database.close()


def answer_name(file: Path) -> str:
    """Return what the answer to the packet ``file`` is called."""
    return f"{file.name.removesuffix(SUFFIX)}-answer{SUFFIX}"


def _answer(desk: PacketDesk, file: Path, out: Path) -> AnsweredPacket:
    answered = desk.answer(read_whole(file, PACKET_BYTES_MAX))
    write_whole(out, answered.answer)
    return answered


def _in_order(folder: Path) -> list[tuple[Path, Refused | Unavailable | None]]:
    """Return the packets in ``folder``, each station's by their numbers, then what is none."""
    try:
        files = sorted(one for one in folder.iterdir() if one.name.endswith(SUFFIX))
    except OSError as error:
        raise Unavailable(
            "FILE_UNREADABLE", f"{folder} cannot be read", file=folder.name
        ) from error
    if len(files) > FILES_MAX:
        raise Refused("FOLDER_LARGE", f"at most {FILES_MAX} packets in a folder")
    packets: list[tuple[tuple[str, int], Path]] = []
    wrong: list[tuple[Path, Refused | Unavailable | None]] = []
    for file in files:
        try:
            header: PacketHeader = read_header(read_whole(file, PACKET_BYTES_MAX))
        except (Refused, Unavailable) as error:
            wrong.append((file, error))
            continue
        if header.direction == "request":
            packets.append(((header.station, header.number), file))
    ordered = [file for _, file in sorted(packets)]
    return [*((file, None) for file in ordered), *wrong]
